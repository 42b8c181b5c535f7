"""Changes one after another, each in a process of its own: it lasts whole or not at all.

The process works the change out, asks whether there is still time, and only then commits: what was
ended at the limit has changed nothing.
"""

from __future__ import annotations

import asyncio
import signal
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path

from kg.errors import KgError, QueryError, StoreError
from kg.serve.changes import Change
from kg.serve.limits import Limits
from kg.serve.refusals import TooLongError
from kg.serve.seat import confine
from kg.serve.workers import CONTEXT
from kg.store import Writer

_COMMIT = "commit"


class Writes:
    """The one way in for changes."""

    def __init__(self, store: Path, limits: Limits) -> None:
        self._store = store
        self._limits = limits
        self._thread = ThreadPoolExecutor(1, "write")

    async def make(self, change: Change) -> str:
        """Make a change and say what it did; raises QueryError, StoreError, TooLongError or what it raises."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._make, change)

    def _make(self, change: Change) -> str:
        ours, theirs = CONTEXT.Pipe()
        process = CONTEXT.Process(target=_write, args=(self._store, self._limits, change, theirs), daemon=True)
        process.start()
        theirs.close()
        try:
            if not ours.poll(self._limits.seconds):
                raise TooLongError(f"the update took longer than {self._limits.seconds:g} s; nothing has changed")
            reply = ours.recv()
            if reply == _COMMIT:
                ours.send(_COMMIT)
                reply = ours.recv()
        except (EOFError, OSError) as error:
            raise QueryError("the update needs more memory than it may have; nothing has changed") from error
        finally:
            process.kill()  # it has told what there is to tell
            process.join()
            ours.close()
        if isinstance(reply, KgError):
            raise reply
        return str(reply)

    def close(self) -> None:
        """Take no more changes."""
        self._thread.shutdown(wait=True, cancel_futures=True)


def _write(store: Path, limits: Limits, change: Change, pipe: Connection) -> None:
    """Work out a change, and commit it when told to."""
    confine(limits.change)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds + 1)
    try:
        with Writer(store) as writer:
            lines, told = change.lines(writer)
            pipe.send(_COMMIT)
            if pipe.recv() != _COMMIT:
                return
            signal.setitimer(signal.ITIMER_REAL, 0)
            writer.write(lines)
        pipe.send(told)
    except EOFError:
        return
    except KgError as error:
        pipe.send(type(error)(str(error)))
    except Exception as error:  # noqa: BLE001 - whoever asked must hear of it
        pipe.send(StoreError(f"{type(error).__name__}: {error}"))
