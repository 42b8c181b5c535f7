"""A build of tiny releases that is killed at its n-th step towards the disk: `crash.py STORE N`."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tiny_releases import both, entry

from kg.store import Writer

STEPS = 0


def dying(call: Callable[..., Any], last: int) -> Callable[..., Any]:
    """The call, and the end of the process instead of its n-th."""

    def counted(*arguments: Any, **named: Any) -> Any:
        global STEPS  # noqa: PLW0603 - one count for all kinds of steps
        STEPS += 1
        if last and last <= STEPS:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*arguments, **named)

    return counted


def build(folder: Path) -> None:
    """Three builds in a row: a first one, one that changes and adds, one that removes."""
    with Writer(folder) as writer:
        for number in range(6):
            writer.put(*both([entry(f"{number}.txt", f"text {number}", "shared", held=number == 3)]))
    with Writer(folder) as writer:
        for number in range(4, 8):
            writer.put(*both([entry(f"{number}.txt", f"new text {number}", "shared")]))
    with Writer(folder) as writer:
        writer.put([], removed=[source for source in ("1.txt", "5.txt") if writer.known(source)])


if __name__ == "__main__":
    wanted = int(sys.argv[2])
    for name in ("fsync", "replace", "rename", "unlink"):
        setattr(os, name, dying(getattr(os, name), wanted))
    build(Path(sys.argv[1]))
    sys.stdout.write(f"{STEPS}\n")
