"""What the user names becomes releases: bytes by name, in sorted order."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError


@dataclass(frozen=True, slots=True)
class Raw:
    """One release before it is read: its bytes, or why there are none."""

    source: str
    data: bytes = b""
    error: str | None = None


def releases(inputs: Sequence[str]) -> Iterator[Raw]:
    """The releases that files, folders, globs and archives hold; raises InputError for what is not there."""
    for name in inputs:
        if name == "-":
            yield Raw("-", sys.stdin.buffer.read())
            continue
        path = Path(name)
        if path.is_dir():
            found = sorted(each for each in path.rglob("*") if each.is_file())
        elif path.is_file():
            found = [path]
        else:
            found = sorted(each for each in Path().glob(name) if each.is_file()) if not path.is_absolute() else []
        if not found:
            message = f"no release at {name}"
            raise InputError(message)
        for each in found:
            yield Raw(each.name, each.read_bytes())
