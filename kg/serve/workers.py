"""Queries in processes of their own, because the engine cannot stop a query that it has begun.

A query that runs too long is ended by ending its process; a fresh one takes the place.
"""

from __future__ import annotations

import multiprocessing
import queue
import signal
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError, QueryError, StoreError
from kg.query import Asked, evaluate
from kg.serve.negotiation import Offer, serialized
from kg.store import Snapshot, snapshot


class BusyError(KgError):
    """Every process is at work; try again."""


class TooLongError(KgError):
    """The query was ended at its time limit."""


@dataclass(frozen=True, slots=True)
class Request:
    """One query with the data set that the protocol names, and the form that its answer should take."""

    text: str
    offer: Offer
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection


class Workers:
    """A few processes that answer queries, each ended and replaced when it exceeds the limit."""

    def __init__(self, store: Path, *, count: int, seconds: float) -> None:
        self._store = store
        self._seconds = seconds
        self._free: queue.Queue[_Worker] = queue.Queue()
        for _ in range(count):
            self._free.put(self._start())

    def _start(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(self._store, theirs), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def answer(self, request: Request) -> bytes:
        """The answer in the form asked for. Blocks; raises QueryError, BusyError, TooLongError or StoreError."""
        try:
            worker = self._free.get(timeout=self._seconds)
        except queue.Empty:
            raise BusyError("all query processes are busy; try again in a moment") from None
        reply: object = None
        try:
            worker.pipe.send(request)
            in_time = worker.pipe.poll(self._seconds)
            reply = worker.pipe.recv() if in_time else None
        except (EOFError, OSError) as error:
            raise QueryError("the query ended its process (out of memory?); ask for less") from error
        finally:
            if reply is None:
                _end(worker)
                worker = self._start()
            self._free.put(worker)
        if reply is None:
            raise TooLongError(f"the query took longer than {self._seconds:g} s and was ended")
        if isinstance(reply, KgError):
            raise reply
        assert isinstance(reply, bytes)
        return reply

    def close(self) -> None:
        """End all processes."""
        while not self._free.empty():
            _end(self._free.get())


def _end(worker: _Worker) -> None:
    worker.pipe.close()
    worker.process.kill()
    worker.process.join()


def _work(store: Path, pipe: Connection) -> None:
    """Answer requests until the pipe closes. A store that has changed is opened anew."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    opened: Snapshot | None = None
    seen: object = None
    while True:
        try:
            request = pipe.recv()
        except EOFError:
            return
        try:
            now = version(store)
            if opened is None or now != seen:
                opened, seen = snapshot(store), now
            pipe.send(_answer(opened.reader, request))
        except KgError as error:
            pipe.send(type(error)(str(error)))
        except Exception as error:  # noqa: BLE001 - the process must live on for the next query
            pipe.send(StoreError(f"{type(error).__name__}: {error}"))


def version(store: Path) -> object:
    """Something that changes whenever the store is written."""
    files = (store / "manifest.jsonl", store / "database.json")
    return [(path.stat().st_mtime_ns, path.stat().st_size) for path in files if path.exists()]


def _answer(store: ox.Store, request: Request) -> bytes:
    answer = evaluate(
        store,
        Asked("the query", request.text),
        default_graphs=request.default_graphs,
        named_graphs=request.named_graphs,
    )
    return serialized(answer, request.offer)
