"""How much one request may ask of the server, and all of them together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits in force; every one has an answer that names it."""

    processes: int = 2  # that answer queries
    seconds: float = 30.0  # of one query or update; then its process is ended
    patience: float = 10.0  # seconds a request waits for a process
    waiting: int = 500  # requests that may wait at once
    arrival: float = 10.0  # seconds a request may take to arrive
    request: int = 1_000_000  # bytes of a query or update
    upload: int = 50_000_000  # bytes of a graph
    answer: int = 20_000_000  # bytes of an answer
    memory: int = 500_000_000  # bytes of data of a process that answers
    change: int = 1_500_000_000  # bytes of data of the process that makes a change
    connections: int = 1000  # at once
    services: frozenset[str] = frozenset()  # hosts (host or host:port) that SERVICE may ask

    @property
    def room(self) -> int:
        """Bytes of requests and answers that the server itself may hold at once: a few of the largest."""
        return max(4 * self.upload, 4 * self.answer)
