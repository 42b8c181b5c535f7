"""Modules and functions stay small enough to be read in one go."""

import ast
import re
from pathlib import Path

import pytest
from source import PACKAGE, ROOT, functions, modules

MODULE_LINES = 400
FUNCTION_LINES = 40
VAGUE = re.compile(r"(?i)(^|_|[a-z])(manager|helpers?|utils?|processor|handler|engine)($|_)")


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_has_at_most_400_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MODULE_LINES


def lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many lines the body has, its docstring with it; a verb's options are no part of what it does."""
    return function.end_lineno - function.body[0].lineno + 1


@pytest.mark.parametrize("name", list(modules()))
def test_a_function_has_fewer_than_40_lines(name: str) -> None:
    bodies = {function.name: lines(function) for function in functions(modules()[name])}
    assert not {which: count for which, count in bodies.items() if count >= FUNCTION_LINES}


@pytest.mark.parametrize("name", list(modules()))
def test_names_say_what_a_thing_is(name: str) -> None:
    own = [name.rsplit(".", 1)[-1], *(function.name for function in functions(modules()[name]))]
    assert not [each for each in own if VAGUE.search(each)]


@pytest.mark.parametrize("name", list(modules()))
def test_a_module_says_what_it_is(name: str) -> None:
    first = modules()[name].body[:1]
    assert first, f"{name} is empty, without a docstring"
    assert getattr(getattr(first[0], "value", None), "value", None), f"{name} has no docstring"
