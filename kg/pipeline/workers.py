"""Reading many inputs, in this process or in several, in the order they came."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from hashlib import sha256
from multiprocessing.connection import wait
from typing import Self

from kg.pipeline.reading import Outcome, read_input
from kg.read import Raw

_BATCH = 16  # inputs a process is given at once: the cost of handing over is then nothing beside reading
_BATCH_BYTES = 4_000_000
_AHEAD = 2  # batches in waiting for each process


def outcomes(items: Iterable[Raw | Outcome], base: str, jobs: int) -> Iterator[Outcome]:
    """The outcome of each item, in order; those that are outcomes already pass through."""
    if jobs <= 1:
        for item in items:
            yield item if isinstance(item, Outcome) else read_input(item, base)
        return
    with _Pool(base, jobs) as pool:
        yield from pool.run(items)


class _Pool:
    """Processes that read batches. One that dies takes no other batch with it, and its input is named."""

    def __init__(self, base: str, jobs: int) -> None:
        self._base = base
        self._jobs = jobs
        self._executor = _executor(jobs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if error[0] is not None:
            for process in multiprocessing.active_children():
                process.terminate()
        self._executor.shutdown(wait=error[0] is None, cancel_futures=True)

    def run(self, items: Iterable[Raw | Outcome]) -> Iterator[Outcome]:
        waiting: deque[tuple[list[Raw | Outcome], Future[list[Outcome]]]] = deque()
        for batch in _batches(items):
            waiting.append((batch, self._submit(batch)))
            if len(waiting) > self._jobs * _AHEAD:
                yield from self._result(*waiting.popleft())
        while waiting:
            yield from self._result(*waiting.popleft())

    def _submit(self, batch: Sequence[Raw | Outcome]) -> Future[list[Outcome]]:
        raws = [item for item in batch if isinstance(item, Raw)]
        try:
            return self._executor.submit(_read_batch, raws, self._base)
        except BrokenProcessPool:
            self._executor = _executor(self._jobs)
            return self._executor.submit(_read_batch, raws, self._base)

    def _result(self, batch: Sequence[Raw | Outcome], future: Future[list[Outcome]]) -> Iterator[Outcome]:
        try:
            read = future.result()
        except BrokenProcessPool:
            read = self._alone([item for item in batch if isinstance(item, Raw)])
        done = iter(read)
        for item in batch:
            yield item if isinstance(item, Outcome) else next(done)

    def _alone(self, raws: Sequence[Raw]) -> list[Outcome]:
        """Read in a process of its own, halving what kills it until the one input is found."""
        if not raws:
            return []
        with _executor(1) as executor:
            try:
                return executor.submit(_read_batch, raws, self._base).result()
            except BrokenProcessPool:
                pass
        if len(raws) == 1:
            reason = "the process that read it died (out of memory, or a fault in a library)"
            return [Outcome(raws[0].source, sha256(raws[0].data or b"").hexdigest(), error=reason)]
        middle = len(raws) // 2
        return self._alone(raws[:middle]) + self._alone(raws[middle:])


def _batches(items: Iterable[Raw | Outcome]) -> Iterator[list[Raw | Outcome]]:
    batch: list[Raw | Outcome] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.data or b"") if isinstance(item, Raw) else 0
        if len(batch) >= _BATCH or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _executor(jobs: int) -> ProcessPoolExecutor:
    # Spawned, not forked: a forked child would hold the store's lock after a killed parent.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)


def _begin() -> None:
    """Leave Ctrl-C to the parent, and end when the parent ends, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        sentinel = parent.sentinel

        def follow() -> None:
            wait([sentinel])
            os._exit(1)

        threading.Thread(target=follow, daemon=True).start()


def _read_batch(raws: Sequence[Raw], base: str) -> list[Outcome]:
    return [read_input(raw, base) for raw in raws]
