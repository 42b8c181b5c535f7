"""Releases in zip, tar and gzip archives, guarded against archives that are traps."""

from __future__ import annotations

import gzip
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from kg.read.encoding import LIMIT

MEMBERS = 20_000  # of one archive: what comes behind is refused
_TOTAL = 2 * 1024**3  # bytes that one archive may expand to
_RATIO = 200  # times that a member above a megabyte may expand: text stays under 20
_FAULTS = (
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
    NotImplementedError,
    zlib.error,
    zipfile.BadZipFile,
    tarfile.TarError,
)
_TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")


@dataclass(frozen=True, slots=True)
class Raw:
    """One release before it is read: its bytes, or why there are none."""

    source: str
    data: bytes | None = None
    error: str | None = None


def is_archive(path: Path) -> bool:
    """Whether a file is an archive, by its first bytes; tar by its name too."""
    if not path.is_file():
        return False
    return _starts(path).startswith((b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b")) or _is_tar(path)


def _starts(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4)


def _is_tar(path: Path) -> bool:
    return path.name.lower().endswith(_TARS)


def unpacked(source: str, path: Path) -> Iterator[Raw]:
    """The releases of an archive; what is refused comes with its error."""
    try:
        if _is_tar(path):
            yield from _tar(source, path)
        elif _starts(path).startswith(b"PK"):
            yield from _zip(source, path)
        else:
            with gzip.open(path) as file:
                name = source[:-3] if source.lower().endswith(".gz") else source
                yield _read(name, file, path.stat().st_size)
    except _FAULTS as fault:
        yield Raw(source, None, f"the archive is damaged: {fault}")


def _zip(source: str, path: Path) -> Iterator[Raw]:
    total = 0
    with zipfile.ZipFile(path) as archive:
        members = sorted((each for each in archive.infolist() if not each.is_dir()), key=lambda each: each.filename)
        if any(each.filename == "[Content_Types].xml" for each in members):
            yield Raw(source, None, "it is an office document, not text")
            return
        for count, member in enumerate(members):
            name = f"{source}!{member.filename}"
            fault = _refused(member.filename, count, member.file_size, total)
            if (
                fault is None
                and member.file_size > 1024**2
                and member.file_size > _RATIO * max(1, member.compress_size)
            ):
                fault = f"it would expand {member.file_size // max(1, member.compress_size)} times"
            if fault:
                yield Raw(name, None, fault)
                if count >= MEMBERS:
                    return
            elif not _is_aside(member.filename):
                total += member.file_size
                yield _zip_member(name, archive, member)


def _zip_member(name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Raw:
    try:
        with archive.open(member) as file:
            return _read(name, file, member.compress_size)
    except _FAULTS as fault:
        return Raw(name, None, f"the archive is damaged here: {fault}")


def _tar(source: str, path: Path) -> Iterator[Raw]:
    total = 0
    with tarfile.open(path, "r:*") as archive:
        for count, member in enumerate(archive):
            if member.isdir():
                continue
            name = f"{source}!{member.name}"
            fault = _refused(member.name, count, member.size, total)
            if fault is None and not member.isfile():
                fault = "it is a link or device, not a file"
            if fault:
                yield Raw(name, None, fault)
                if count >= MEMBERS:
                    return
                continue
            file = archive.extractfile(member)
            if file is not None and not _is_aside(member.name):
                total += member.size
                yield _read(name, file, LIMIT)


def _refused(name: str, count: int, size: int, total: int) -> str | None:
    """Why a member is not read; None when it may be."""
    if count >= MEMBERS:
        return f"the archive holds more than {MEMBERS} members; the rest is not read"
    parts = PurePosixPath(name.replace("\\", "/"))
    if parts.is_absolute() or ".." in parts.parts or (len(name) > 1 and name[1] == ":"):
        return "its name leads out of the archive"
    if size > LIMIT:
        return f"it is larger than {LIMIT // (1024 * 1024)} MB; no press release is"
    if total + size > _TOTAL:
        return f"the archive expands to more than {_TOTAL // 1024**3} GB"
    return None


def _is_aside(name: str) -> bool:
    """Whether a member is what file systems leave behind, not content."""
    return any(part.startswith(".") or part == "__MACOSX" for part in PurePosixPath(name).parts)


def _read(name: str, file: IO[bytes] | gzip.GzipFile, packed: int) -> Raw:
    data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        return Raw(name, None, f"it is larger than {LIMIT // (1024 * 1024)} MB; no press release is")
    if len(data) > 1024**2 and len(data) > _RATIO * max(1, packed):
        return Raw(name, None, f"it expands {len(data) // max(1, packed)} times")
    return Raw(name, data)
