"""What the user names becomes releases: bytes by name, in sorted order."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from kg.errors import InputError
from kg.read.archives import Raw, is_archive, unpacked
from kg.read.encoding import LIMIT

_MAGIC = frozenset("*?[")


def releases(inputs: Sequence[str]) -> Iterator[Raw]:
    """The releases that files, folders, globs, archives and stdin ("-") hold, each file once.

    A file is named by its file name, a file of a folder by its path in there, a member of an archive
    by "archive!member"; names that would meet are told apart by their folders. What cannot be read
    comes with its error. Raises InputError at once for an input that is not there.
    """
    return _each(_files(inputs))


def _files(inputs: Sequence[str]) -> list[tuple[str, Path | None]]:
    """The files that the inputs name, without repetition, each with its source name."""
    found: list[tuple[str, Path | None]] = []
    paths: set[Path] = set()
    names: set[str] = set()
    for given in inputs:
        for name, path in _named(given):
            key = path.absolute() if path else Path("-")
            if key in paths:
                continue
            paths.add(key)
            source = name
            if source in names and path is not None:
                source = PurePosixPath(path.as_posix()).as_posix()
            names.add(source)
            found.append((source, path))
    return found


def _named(given: str) -> list[tuple[str, Path | None]]:
    if given == "-":
        return [("-", None)]
    path = Path(given)
    try:
        there = path.exists()
    except (OSError, ValueError):
        there = False
    if there and path.is_dir():
        members = sorted(each for each in path.rglob("*") if each.is_file() and not _is_hidden(each, path))
        inside: list[tuple[str, Path | None]] = [(each.relative_to(path).as_posix(), each) for each in members]
        if not inside:
            raise InputError(f"the folder {given} holds no file")
        return inside
    if there:
        return [(path.name, path)]
    matches = _matching(path)
    files: list[tuple[str, Path | None]] = [(each.name, each) for each in matches if each.is_file()]
    if not files:
        raise InputError(f"there is no {given}: neither a file, a folder nor a pattern that matches a file")
    return files


def _matching(pattern: Path) -> list[Path]:
    """The paths that a pattern matches, sorted; none for a name without a wildcard."""
    parts = pattern.parts
    first = next((at for at, part in enumerate(parts) if _MAGIC & set(part)), None)
    if first is None:
        return []
    return sorted(Path(*parts[:first]).glob("/".join(parts[first:])))


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _each(files: list[tuple[str, Path | None]]) -> Iterator[Raw]:
    for source, path in files:
        try:
            if path is None:
                yield Raw(source, sys.stdin.buffer.read(LIMIT + 1))
            elif is_archive(path):
                yield from unpacked(source, path)
            elif path.is_file() and path.stat().st_size > LIMIT:
                yield Raw(source, None, f"it is larger than {LIMIT // (1024 * 1024)} MB; no press release is")
            else:
                yield Raw(source, path.read_bytes())
        except OSError as fault:
            yield Raw(source, None, fault.strerror or str(fault))
