"""What runs in a process that answers: it is confined, and sees the store as it is now."""

from __future__ import annotations

import resource
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

import pyoxigraph as ox

from kg.errors import KgError, QueryError, StoreError
from kg.serve.limits import Limits
from kg.store import snapshot

LARGE = 100_000  # bytes of an answer that is sent apart, to be taken over beside the event loop
_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes that ru_maxrss counts in


class Task(Protocol):
    """Something to ask a store."""

    def answer(self, store: ox.Store) -> bytes:
        """The answer; raises KgError where there is none."""


def confine(memory: int) -> None:
    """Make this process one that the system ends when it takes more bytes of data."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def peak() -> int:
    """The most bytes that this process has had in memory."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT


def work(store: Path, limits: Limits, pipe: Connection) -> None:
    """Answer tasks until the pipe closes. The alarm ends the work even if nobody is left who waits for it.

    A reply comes with whether this process is to be replaced: the allocator keeps what a query took, so
    that one which has taken much would hold it for good, and leave less to the queries after it.
    """
    confine(limits.memory)
    seat = Seat(store)
    pipe.send(b"")
    while True:
        try:
            task = pipe.recv()
            signal.setitimer(signal.ITIMER_REAL, limits.seconds + 1)
            reply = seat.reply(task)
            signal.setitimer(signal.ITIMER_REAL, 0)
            spent = peak() > limits.memory // 2
            if isinstance(reply, bytes) and len(reply) > LARGE:
                pipe.send((None, spent))
                pipe.send_bytes(reply)
            else:
                pipe.send((reply, spent))
        except (EOFError, BrokenPipeError):
            return


class Seat:
    """The store as one process sees it: opened anew when it has changed, the old reader closed before."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._seen: object = None
        self._reader: ox.Store | None = None

    def reply(self, task: Task) -> object:
        """The answer, or the error that there is instead."""
        try:
            try:
                return task.answer(self._current())
            except OSError:  # a file has gone under a reader that is older than the last compaction
                self._reader = None
                return task.answer(self._current())
        except KgError as error:
            return type(error)(str(error))
        except MemoryError:
            return QueryError("the query needs more memory than a query may have; ask for less")
        except Exception as error:  # noqa: BLE001 - the process must live on for the next task
            return StoreError(f"{type(error).__name__}: {error}")
        except BaseException as error:  # noqa: BLE001 - a panic of the engine is no Exception
            return QueryError(f"the engine fails at this query ({error}); ask in another way")

    def _current(self) -> ox.Store:
        now = version(self._store)
        if self._reader is None or now != self._seen:
            self._reader, self._seen = None, now
            self._reader = snapshot(self._store).reader
        return self._reader


def version(store: Path) -> object:
    """Something that changes whenever the store is written."""
    files = (store / "manifest.jsonl", store / "database.json")
    states = [path.stat() for path in files if path.exists()]
    return [(state.st_mtime_ns, state.st_size, state.st_ino) for state in states]
