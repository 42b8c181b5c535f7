"""Work in processes of its own, because the engine cannot stop a query that it has begun.

A task that runs too long is ended by ending its process; a fresh one takes the place.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from kg.errors import KgError, QueryError
from kg.serve.limits import Limits
from kg.serve.refusals import BusyError, TooLongError
from kg.serve.seat import Task, work

CONTEXT = multiprocessing.get_context("forkserver")  # a fresh process in milliseconds, with no threads to inherit
CONTEXT.set_forkserver_preload(["__main__", "kg.serve.tasks", "kg.serve.writes"])
_AGAIN = 0.5  # seconds after which a process that did not come up is tried anew
_START = 60.0  # seconds a process may take to come up


@dataclass(frozen=True, slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection


class Workers:
    """A few processes that answer tasks, each ended and replaced when it exceeds a limit.

    The event loop itself talks to them: a thread for each task in between costs more than a cheap query does.
    """

    def __init__(self, store: Path, limits: Limits) -> None:
        self._store = store
        self._limits = limits
        self._free: asyncio.Queue[_Worker] = asyncio.Queue()
        self._threads = ThreadPoolExecutor(limits.processes + 1, "worker")  # for what takes its time
        self._all: set[_Worker] = set()
        self._open = True
        self.waiting = 0
        self.ended = 0  # tasks that were ended at the limit

    @property
    def busy(self) -> int:
        """How many processes are at work or coming up."""
        return self._limits.processes - self._free.qsize()

    async def start(self) -> None:
        """Bring the processes up."""
        loop = asyncio.get_running_loop()
        started = [loop.run_in_executor(self._threads, self._start) for _ in range(self._limits.processes)]
        for worker in await asyncio.gather(*started):
            self._free.put_nowait(worker)

    def _start(self) -> _Worker:
        ours, theirs = CONTEXT.Pipe()
        process = CONTEXT.Process(target=work, args=(self._store, self._limits, theirs), daemon=True)
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        if not ours.poll(_START):
            self._end(worker)
            raise TimeoutError("a query process did not come up")
        ours.recv()
        self._all.add(worker)
        return worker

    async def answer(self, task: Task) -> bytes:
        """The answer to a task; raises QueryError, BusyError, TooLongError or what the task raises."""
        if self.waiting >= self._limits.waiting:
            raise BusyError("too many requests wait already; try again in a moment")
        self.waiting += 1
        try:
            worker = await asyncio.wait_for(self._free.get(), self._limits.patience)
        except TimeoutError:
            raise BusyError("all query processes are busy; try again in a moment") from None
        finally:
            self.waiting -= 1
        reply = await self._asked(worker, task)
        if isinstance(reply, KgError):
            raise reply
        assert isinstance(reply, bytes)
        return reply

    async def _asked(self, worker: _Worker, task: Task) -> object:
        """The reply of one process. It is free again when this returns, or a fresh one comes in its place."""
        try:
            async with asyncio.timeout(self._limits.seconds):
                reply, spent = await self._reply(worker, task)
        except TimeoutError:
            self.ended += 1
            reply = TooLongError(f"the query took longer than {self._limits.seconds:g} s and was ended")
        except (EOFError, OSError):
            most = self._limits.memory // 1_000_000
            reply = QueryError(f"the query needs more memory than a query may have ({most} MB); ask for less")
        except asyncio.CancelledError:
            self._exchange(worker)
            raise
        else:
            if not spent:
                self._free.put_nowait(worker)
                return reply
        self._exchange(worker)
        return reply

    async def _reply(self, worker: _Worker, task: Task) -> tuple[object, bool]:
        """The reply, and whether the process has taken so much memory that it is to be replaced."""
        loop = asyncio.get_running_loop()
        worker.pipe.send(task)  # the process waits for it, and takes it at once
        come: asyncio.Future[None] = loop.create_future()
        place = worker.pipe.fileno()
        loop.add_reader(place, _settle, come)
        try:
            await come
        finally:
            loop.remove_reader(place)
        reply, spent = worker.pipe.recv()
        if reply is None:  # a large answer follows, during which the loop has better to do
            reply = await loop.run_in_executor(self._threads, worker.pipe.recv_bytes)
        return reply, spent

    def _exchange(self, worker: _Worker) -> None:
        """A fresh process in the place of this one, which is ended now."""
        worker.process.kill()
        if self._open:
            self._threads.submit(self._replace, worker, asyncio.get_running_loop())

    def _replace(self, worker: _Worker, loop: asyncio.AbstractEventLoop) -> None:
        self._end(worker)
        while self._open:  # a place that stayed empty would be lost for good
            try:
                fresh = self._start()
            except (OSError, EOFError):
                time.sleep(_AGAIN)
            else:
                loop.call_soon_threadsafe(self._free.put_nowait, fresh)
                return

    def _end(self, worker: _Worker) -> None:
        self._all.discard(worker)
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()

    def close(self) -> None:
        """End all processes."""
        self._open = False
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in list(self._all):
            self._end(worker)


def _settle(come: asyncio.Future[None]) -> None:
    if not come.done():
        come.set_result(None)
