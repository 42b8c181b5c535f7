"""A store folder: who may write it, what it holds, and how a crash is made good.

    kg-store/
      manifest.jsonl     which source gave which releases (journal, compacted after each build)
      objects/ab/….nq    the graph of each release, sorted N-Quads: the truth
      decisions.nq       what people decided on identity: truth too
      user.nq            the graphs that users wrote through the endpoint: truth too
      derived.nq         the graphs that follow from both, made anew when either has changed
      database.json      which database folder is current, and whether it agrees with the manifest
      quads-N/           the Oxigraph database
      lock

The order of every change is objects, then manifest, then database, each on disk before the next. A
crash before the manifest leaves files that nothing refers to, which are swept; a crash after it leaves
a database marked as behind, which the next writer rebuilds from the files.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.contents import Contents
from kg.store.database import Database, open_reader
from kg.store.derived import Derivation, DerivedFiles, graph_of
from kg.store.files import leftovers, write_whole
from kg.store.lock import writing
from kg.store.manifest import Entry, Manifest
from kg.store.objects import Objects
from kg.store.parted import parted
from kg.store.user import UserFile

_FORMAT = 1
_PATIENCE = 5  # tries to open a snapshot while the writer compacts (a RocksDB trait)


@dataclass(frozen=True, slots=True)
class _Current:
    """Which database folder is current. `agrees`: it holds just what the manifest says."""

    folder: str
    agrees: bool

    def write(self, store: Path) -> None:
        record = {"format": _FORMAT, "engine": ox.__version__, "folder": self.folder, "agrees": self.agrees}
        write_whole(store / "database.json", json.dumps(record).encode() + b"\n")

    @classmethod
    def read(cls, store: Path) -> _Current | None:
        path = store / "database.json"
        if not path.exists():
            return None
        record = json.loads(path.read_bytes())
        if record["format"] != _FORMAT:
            raise StoreError(f"{store} is of format {record['format']}, this program reads {_FORMAT}")
        return cls(record["folder"], record["agrees"] and record["engine"] == ox.__version__)


class Writer:
    """The one writer of a store; a context manager. Leaving it makes the database agree with the manifest.

    With a rule, the derived graphs are brought up to date on leaving; without, they stay as they are.
    """

    def __init__(self, folder: Path, rule: Derivation | None = None) -> None:
        self.folder = folder
        self.derived = DerivedFiles(folder)
        self._user = UserFile(folder)
        self._rule = rule
        self._held = ExitStack()
        self._database: Database | None = None
        self._current: _Current | None = None

    def __enter__(self) -> Self:
        if self.folder.exists() and any(self.folder.iterdir()) and not (self.folder / "lock").exists():
            raise StoreError(f"{self.folder} is a folder of something else, not a store: name another")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._held.enter_context(writing(self.folder))
        except OSError as error:
            raise StoreError(f"{self.folder} cannot be written: {error.strerror}") from error
        try:
            self._open()
        except BaseException:
            self._held.close()
            raise
        return self

    def _open(self) -> None:
        for part in list(leftovers(self.folder)):
            part.unlink(missing_ok=True)
        self.manifest = Manifest.read(self.folder / "manifest.jsonl", repair=True)
        self.contents = Contents(self.manifest, Objects(self.folder / "objects"), parted(self.derived.decisions()))
        self._current = _Current.read(self.folder)
        current = self._current
        if current and current.agrees and (self.folder / current.folder).is_dir():
            self._database = Database(self.folder / current.folder)

    @property
    def sources(self) -> set[str]:
        """The names of all sources."""
        return set(self.manifest.entries)

    def known(self, source: str) -> Entry | None:
        """What a source gave when it was last built."""
        return self.manifest.entries.get(source)

    def put(self, entries: Sequence[Entry], graphs: Sequence[bytes] = (), removed: Sequence[str] = ()) -> None:
        """Take in what sources now give, in the place of what they gave; and withdraw the removed ones.

        `graphs` are the N-Quads files of the entries' releases, in any order.
        """
        self.contents.objects.add(graphs)
        if self._database is not None and (entries or removed):
            self._mark(agrees=False)  # before the manifest: a crash in between must not leave it believed
        self._replace(self.contents.record(entries, removed))

    def decide(self, lines: Sequence[str]) -> None:
        """Let these sorted lines be all that people decided; what they tell apart is apart at once."""
        self._mark(agrees=False)
        self.derived.decide(lines)
        self._replace(self.contents.part(parted(lines)))

    def _replace(self, touched: Iterable[str]) -> None:
        if self._database is None:
            return
        for graph in touched:
            lines = self.contents.lines(graph)
            if lines:
                self._database.replace(graph, lines)
            else:
                self._database.withdraw(graph)

    def write(self, lines: Sequence[str]) -> None:
        """Let these sorted lines be all that users wrote, in the file and in the database, which shows it whole."""
        before = {graph_of(line) for line in self.user_lines()}
        self._mark(agrees=False)
        self._user.write(lines)
        if self._database is not None:
            held, self._database = self._database, None  # should it fail, leaving builds the database anew
            held.write(before, lines)
            self._database = held

    def user_lines(self) -> list[str]:
        """The sorted N-Quads lines of the graphs that users wrote."""
        return self._user.lines()

    def copy(self, folder: Path) -> bool:
        """Copy the database into a new folder; False, and no copy, when it is to be built anew on leaving."""
        if self._database is None:
            return False
        self._database.copy(folder)
        return True

    def _mark(self, *, agrees: bool) -> None:
        if self._current is not None and self._current.agrees != agrees:
            self._current = _Current(self._current.folder, agrees)
            self._current.write(self.folder)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._settle()
        finally:
            if self._database is not None:
                self._database.close()
            self._held.close()

    def _settle(self) -> None:
        self.manifest.compact()
        self._derive()
        if self._database is None:
            self._rebuild()
        else:
            self._database.close()
            self._database = None
            self._mark(agrees=True)
        self.contents.objects.sweep({loaded.content for loaded, _ in self.manifest.loaded()})

    def _derive(self) -> None:
        """Bring the derived graphs up to date, in their file and in the database."""
        if self._rule is None:
            return
        state = self.manifest.path.read_bytes()
        if not self.derived.stale(self._rule, state):
            return
        before = {graph_of(line) for line in self.derived.lines()}
        self._mark(agrees=False)
        self.derived.refresh(self._rule, state, self.contents.graphs)
        if self._database is not None:
            self._database.derive(before, self.derived.lines())

    def _rebuild(self) -> None:
        numbers = [int(path.name[6:]) for path in self.folder.glob("quads-*")]
        name = f"quads-{max(numbers, default=0) + 1}"
        database = Database(self.folder / name)
        try:
            database.fill(self.contents.graphs())
            database.derive((), self.derived.lines())
            database.write((), self._user.lines())
        finally:
            database.close()
        self._current = _Current(name, agrees=True)
        self._current.write(self.folder)
        for old in self.folder.glob("quads-*"):
            if old.name != name:
                shutil.rmtree(old, ignore_errors=True)


class Snapshot:
    """A store as it was when it was opened: its files to export, its database to ask."""

    def __init__(self, folder: Path) -> None:
        if not (folder / "lock").exists():
            raise StoreError(f"there is no store at {folder}; make one: kg build RELEASES --store {folder}")
        self.folder = folder
        self.derived = DerivedFiles(folder)
        manifest = Manifest.read(folder / "manifest.jsonl")
        self.contents = Contents(manifest, Objects(folder / "objects"), parted(self.derived.decisions()))
        self._reader: ox.Store | None = None

    @property
    def reader(self) -> ox.Store:
        """The database, opened when first asked for."""
        if self._reader is None:
            self._reader = _open_patiently(self.folder)
        return self._reader

    def graphs(self) -> Iterable[tuple[str, list[str]]]:
        """Every release's graph IRI and its sorted N-Quads lines, quarantine included, by graph."""
        return self.contents.graphs()

    def user_lines(self) -> list[str]:
        """The sorted N-Quads lines of the graphs that users wrote."""
        return UserFile(self.folder).lines()

    def derived_lines(self) -> list[str]:
        """The sorted N-Quads lines of the graphs that follow from all releases and from what people decided."""
        return self.derived.lines()


def _open_patiently(store: Path) -> ox.Store:
    reason: object = "its first build was interrupted"
    for attempt in range(_PATIENCE):
        current = _Current.read(store)
        if current is None:
            break
        try:
            return open_reader(store / current.folder)
        except OSError as error:
            reason = error
            time.sleep(0.05 * 2**attempt)
    raise StoreError(f"the database of {store} cannot be opened ({reason}); run kg build again to mend it")


def snapshot(folder: Path) -> Snapshot:
    """A store to read; raises StoreError when there is none."""
    return Snapshot(folder)
