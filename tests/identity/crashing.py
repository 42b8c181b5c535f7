"""A store that loses its process at any step, and a database in memory for stores that live for a moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg.store import Writer, embedded
from kg.store.database import Database
from kg.store.derived import DerivedFiles
from kg.store.manifest import Manifest
from kg.store.objects import Objects

STEPS = [
    (Objects, "add"),
    (Objects, "sweep"),
    (Manifest, "record"),
    (Manifest, "compact"),
    (DerivedFiles, "decide"),
    (DerivedFiles, "refresh"),
    (Database, "replace"),
    (Database, "withdraw"),
    (Database, "derive"),
    (Database, "fill"),
    (embedded._Current, "write"),
]


class Died(BaseException):
    """The process is gone: nothing after this step happens."""


class Life:
    """Counts the steps towards the disk and ends before or after the n-th; every later one ends too."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.steps = 0
        self.last: float = 0
        for owner, name in STEPS:
            patch.setattr(owner, name, self._counted(getattr(owner, name)))

    def _counted(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any, **named: Any) -> Any:
            self.steps += 1
            if self.last and self.steps >= self.last:
                raise Died
            done = call(*arguments, **named)
            if self.last and self.steps >= self.last - 0.5:
                raise Died
            return done

        return step

    @contextmanager
    def writing(self, writer: Writer, last: float = 0) -> Iterator[Writer]:
        """A session of a writer that ends at a step (a half: right after it), without the writer's leave."""
        self.steps, self.last = 0, last
        try:
            writer.__enter__()
            yield writer
            writer.__exit__(None, None, None)
        except Died:
            if writer._database is not None:
                writer._database.close()
            writer._held.close()
        finally:
            self.last = 0


def in_memory(patch: pytest.MonkeyPatch) -> dict[Path, ox.Store]:
    """Let databases be in memory; their folders stay, so that the store finds its way. Stores by folder."""
    stores: dict[Path, ox.Store] = {}

    class InMemory(Database):
        def __init__(self, folder: Path) -> None:
            folder.mkdir(exist_ok=True)
            self._store = stores.setdefault(folder, ox.Store())

        def close(self) -> None:
            """Nothing to let go of."""

    patch.setattr(embedded, "Database", InMemory)
    patch.setattr(embedded, "open_reader", lambda folder: stores[folder])
    return stores
