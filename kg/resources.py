"""Where the ontology, the shapes, the queries and the sample releases are."""

from __future__ import annotations

from pathlib import Path

from kg.errors import SettingsError

_PACKAGE = Path(__file__).parent
_IN_CHECKOUT = {"releases": "tests/releases"}


def folder(name: str) -> Path:
    """The folder `ontology`, `shapes`, `queries` or `releases`, in an installed wheel or a checkout.

    Raises SettingsError when neither holds it.
    """
    for place in (_PACKAGE / "_resources" / name, _PACKAGE.parent / _IN_CHECKOUT.get(name, name)):
        if place.is_dir():
            return place
    raise SettingsError(f"the installation lacks its folder {name!r}: install the package again")


def texts(name: str, pattern: str) -> dict[str, str]:
    """The UTF-8 texts of a folder's files that match the pattern, by path within it, sorted."""
    root = folder(name)
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(root.rglob(pattern))
        if path.is_file()
    }
