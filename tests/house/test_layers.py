"""Imports point down only, and each library lives on its own floor."""

import ast

import pytest
from source import imported, modules

# Lowest first; the names of one floor never import each other.
FLOORS = (
    ("errors",),
    ("model", "vocab", "resources", "data"),
    ("settings",),
    ("text",),
    ("read",),
    ("mentions",),
    ("context",),
    ("extract",),
    ("identity",),
    ("iris",),
    ("triples",),
    ("merge",),
    ("merge",),
    ("store", "validate"),
    ("query",),
    ("network", "explain"),
    ("export",),
    ("pipeline", "serve"),
    ("fetch", "resolution", "comparison"),
    ("cli",),
    ("__main__",),
)
RANK = {name: rank for rank, names in enumerate(FLOORS) for name in names}
LOWEST_FLOOR_OF = {
    "rdflib": "triples",
    "pyoxigraph": "triples",
    "pyshacl": "validate",
    "networkx": "network",
    "selectolax": "read",
    "starlette": "serve",
    "uvicorn": "serve",
    "httpx": "store",
    "typer": "cli",
    "rich": "cli",
}
EXTRAS = {"pyarrow"}  # optional: imported where it is used, so that the rest works without it


def floor(name: str) -> str | None:
    """The second part of a dotted name of the package; None for the package itself and for others."""
    parts = name.split(".")
    return parts[1] if parts[0] == "kg" and len(parts) > 1 else None


def test_every_part_of_the_package_has_a_floor() -> None:
    parts = {part for name in modules() if (part := floor(name))}
    assert parts <= RANK.keys()


@pytest.mark.parametrize("name", [name for name in modules() if floor(name)])
def test_imports_point_down(name: str) -> None:
    here = floor(name)
    for target in imported(modules()[name]):
        there = floor(target)
        if there is None or there == here or there not in RANK:
            continue
        assert RANK[there] < RANK[here], f"{name} ({here}) imports {target} ({there})"


@pytest.mark.parametrize("name", list(modules()))
def test_libraries_stay_on_their_floors(name: str) -> None:
    here = floor(name)
    for target in imported(modules()[name]):
        lowest = LOWEST_FLOOR_OF.get(target.split(".")[0])
        if lowest is None or here == "vocab":  # the vocabulary's one module names the namespaces
            continue
        assert here is not None, f"the package itself imports {target}"
        assert RANK[here] >= RANK[lowest], f"{name} imports {target}, which belongs to {lowest} and above"


@pytest.mark.parametrize("name", list(modules()))
def test_imports_stand_at_the_top(name: str) -> None:
    for function in ast.walk(modules()[name]):
        if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        hidden = [target for target in imported(function) if target.split(".")[0] not in EXTRAS]
        assert not hidden, f"{name}.{function.name} imports {hidden} inside"


@pytest.mark.parametrize("name", list(modules()))
def test_no_import_hides_behind_type_checking(name: str) -> None:
    names = [node.id for node in ast.walk(modules()[name]) if isinstance(node, ast.Name)]
    assert "TYPE_CHECKING" not in names
