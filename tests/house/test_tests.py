"""A test must be able to fail, and a test that is passed over must say why."""

import ast
from pathlib import Path

import pytest
from source import ROOT, TESTS, functions

FILES = sorted(TESTS.rglob("test_*.py"))
CHECKS = {"raises", "fail", "warns"}
PASSES_OVER = {"xfail", "skip", "skipif", "importorskip"}
WORDED = (ast.Constant, ast.JoinedStr, ast.Name, ast.Attribute, ast.Subscript)


def calls(tree: ast.AST) -> list[ast.Call]:
    """Every call in a tree."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def called(call: ast.Call) -> str:
    """The last name of what is called."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def can_fail(tree: ast.AST) -> bool:
    """Whether a tree asserts something, or calls something that says by its name that it does."""
    asserts = any(isinstance(node, ast.Assert) for node in ast.walk(tree))
    return asserts or any(called(call) in CHECKS or called(call).startswith("assert") for call in calls(tree))


def given(call: ast.Call) -> list[ast.expr]:
    """What a call is given as its reason."""
    return [word.value for word in call.keywords if word.arg in {"reason", "msg"}] + call.args


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_test_can_fail(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tests = [function for function in functions(tree) if function.name.startswith("test")]
    assert tests, "no test in the file"
    own = {function.name for function in functions(tree) if can_fail(function)}
    idle = [t.name for t in tests if t.name not in own and not own & {called(call) for call in calls(t)}]
    assert not idle


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_skip_and_expected_failure_gives_its_reason(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bare = [
        f"line {call.lineno}: {called(call)}"
        for call in calls(tree)
        if called(call) in PASSES_OVER and not any(isinstance(word, WORDED) for word in given(call))
    ]
    within = {id(call.func) for call in calls(tree)}
    marks = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in PASSES_OVER]
    bare += [f"line {mark.lineno}: {mark.attr}" for mark in marks if id(mark) not in within]
    assert not bare
