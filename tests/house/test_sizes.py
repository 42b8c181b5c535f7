"""Modules and functions stay small enough to be read in one go."""

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


@pytest.mark.parametrize("name", list(modules()))
def test_a_function_has_fewer_than_40_lines(name: str) -> None:
    long = {
        function.name: function.end_lineno - function.lineno + 1
        for function in functions(modules()[name])
        if function.end_lineno - function.lineno + 1 >= FUNCTION_LINES
    }
    assert not long


@pytest.mark.parametrize("name", list(modules()))
def test_names_say_what_a_thing_is(name: str) -> None:
    own = [name.rsplit(".", 1)[-1], *(function.name for function in functions(modules()[name]))]
    assert not [each for each in own if VAGUE.search(each)]


@pytest.mark.parametrize("name", list(modules()))
def test_a_module_says_what_it_is(name: str) -> None:
    first = modules()[name].body[:1]
    assert first, f"{name} is empty, without a docstring"
    assert getattr(getattr(first[0], "value", None), "value", None), f"{name} has no docstring"
