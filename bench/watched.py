"""What a server and the processes below it take, as the system counts it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

PAGE, TICKS = os.sysconf("SC_PAGE_SIZE"), os.sysconf("SC_CLK_TCK")


def taken(process: int) -> tuple[dict[int, float], float]:
    """Megabytes resident of a process and each below it, shared pages with each; seconds of processor of all."""
    parents: dict[int, list[int]] = {}
    took: dict[int, tuple[float, float]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        here = int(stat.parent.name)
        parents.setdefault(int(told[1]), []).append(here)
        took[here] = int(told[21]) * PAGE / 1e6, (int(told[11]) + int(told[12])) / TICKS
    waiting, sizes, seconds = [process], {}, 0.0
    while waiting:
        here = waiting.pop()
        sizes[here], mine = took.get(here, (0.0, 0.0))
        seconds += mine
        waiting += parents.get(here, [])
    return sizes, seconds


@dataclass
class Watched:
    """What a load run took, in megabytes, and how many builds and removals were done beside it."""

    peaks: list[float] = field(default_factory=lambda: [0.0] * 4)  # of all processes, in each quarter of the run
    server: float = 0.0  # the process that listens
    largest: float = 0.0  # any other
    builds: int = 0

    def note(self, sizes: dict[int, float], server: int, elapsed: float) -> None:
        """One look at it, at a part of the run between 0 and 1."""
        quarter = min(3, int(4 * elapsed))
        self.peaks[quarter] = max(self.peaks[quarter], sum(sizes.values()))
        self.server = max(self.server, sizes[server])
        self.largest = max(self.largest, *(size for process, size in sizes.items() if process != server))
