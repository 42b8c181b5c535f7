"""The graphs of the releases as files, each named by the SHA-256 of what it holds."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kg.errors import StoreError
from kg.store.files import leftovers, settle


@dataclass(frozen=True, slots=True)
class Objects:
    """A folder of immutable N-Quads files, `ab/ab12….nq`: sorted lines, LF, UTF-8."""

    folder: Path

    def path(self, name: str) -> Path:
        """Where the content of that SHA-256 stands."""
        return self.folder / name[:2] / f"{name}.nq"

    def read(self, name: str) -> bytes:
        """The content of that SHA-256; raises StoreError when it is gone or no longer what it was."""
        try:
            content = self.path(name).read_bytes()
        except FileNotFoundError as error:
            message = f"{self.path(name)} is missing; remove the store and build it again"
            raise StoreError(message) from error
        if sha256(content).hexdigest() != name:
            message = f"{self.path(name)} has been changed; remove the store and build it again"
            raise StoreError(message)
        return content

    def add(self, contents: Iterable[bytes]) -> None:
        """Write contents to disk; when this returns they last."""
        folders = set()
        for content in contents:
            path = self.path(sha256(content).hexdigest())
            if path.exists():
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_name(f".{path.name}.part")
            with part.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
            folders.add(path.parent)
        for folder in sorted(folders):
            settle(folder)

    def sweep(self, wanted: set[str]) -> None:
        """Delete what nothing refers to any more, and what a crash left half written."""
        for part in list(leftovers(self.folder)):
            part.unlink(missing_ok=True)
        for path in sorted(self.folder.glob("??/*.nq")):
            if path.stem not in wanted:
                path.unlink()
        for folder in self.folder.glob("??"):
            if not any(folder.iterdir()):
                folder.rmdir()
