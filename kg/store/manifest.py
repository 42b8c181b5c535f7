"""Which source gave which releases: a journal that a crash can cut short but never confuse."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from kg.errors import StoreError
from kg.store.files import settle, write_whole


@dataclass(frozen=True, slots=True, order=True)
class Loaded:
    """One release that a source gave. `source` names the release: the file, or the part of it."""

    source: str
    graph: str  # the IRI of its named graph
    content: str  # SHA-256 of its N-Quads file


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """What one input file gave when it was last built."""

    source: str
    sha256: str  # of its bytes
    program: str  # fingerprint of the program and its data
    releases: tuple[Loaded, ...]


@dataclass(slots=True)
class Manifest:
    """The entries of a store by source. One JSON line each in the file; a later line replaces an earlier."""

    path: Path
    entries: dict[str, Entry] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path, *, repair: bool = False) -> Manifest:
        """The manifest of a store, empty when there is none; a line cut short by a crash does not count."""
        manifest = cls(path)
        content = path.read_bytes() if path.exists() else b""
        whole = content.rfind(b"\n") + 1
        for number, line in enumerate(content[:whole].splitlines(), 1):
            try:
                manifest._replay(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                message = f"{path}, line {number} is damaged; remove the store and build it again"
                raise StoreError(message) from error
        if repair and whole < len(content):
            os.truncate(path, whole)
        return manifest

    def _replay(self, record: dict[str, object]) -> None:
        if record.get("removed"):
            self.entries.pop(str(record["source"]), None)
            return
        entry = read_entry(record)
        self.entries[entry.source] = entry

    def record(self, entries: Iterable[Entry], removed: Iterable[str] = ()) -> None:
        """Append to the journal; when this returns the change lasts."""
        lines = [json.dumps({"source": source, "removed": True}) for source in removed]
        lines += [_line(entry) for entry in entries]
        if not lines:
            return
        fresh = not self.path.exists()
        with self.path.open("ab") as file:
            file.write("".join(f"{line}\n" for line in lines).encode())
            file.flush()
            os.fsync(file.fileno())
        if fresh:
            settle(self.path.parent)
        for line in lines:
            self._replay(json.loads(line))

    def compact(self) -> None:
        """Rewrite the file with one line for each source, sorted: equal stores have equal files."""
        content = "".join(f"{_line(self.entries[source])}\n" for source in sorted(self.entries)).encode()
        if not self.path.exists() or self.path.read_bytes() != content:
            write_whole(self.path, content)

    def loaded(self) -> Iterator[tuple[Loaded, Entry]]:
        """Every release of every source, sorted by the name it came under."""
        yield from sorted((loaded, entry) for entry in self.entries.values() for loaded in entry.releases)


def _line(entry: Entry) -> str:
    return json.dumps(asdict(entry), ensure_ascii=False, sort_keys=True)


def read_entry(record: dict[str, object]) -> Entry:
    """The entry that a JSON record holds; raises KeyError or TypeError for another record."""
    releases = record["releases"]
    if not isinstance(releases, list):
        raise TypeError("releases must be a list")
    loaded = tuple(Loaded(item["source"], item["graph"], item["content"]) for item in releases)
    return Entry(str(record["source"]), str(record["sha256"]), str(record["program"]), loaded)
