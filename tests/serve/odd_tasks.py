"""Tasks that a process which answers meets seldom; in a module of their own, because that process imports it."""

from __future__ import annotations

import os
from dataclasses import dataclass

import pyoxigraph as ox


class PanicError(BaseException):
    """As the engine's panics come: no Exception."""


@dataclass(frozen=True)
class Takes:
    """Takes so many bytes for a moment, and tells which process has answered."""

    size: int

    def answer(self, _store: ox.Store) -> bytes:
        """The number of the process."""
        assert len(b"x" * self.size) == self.size
        return str(os.getpid()).encode()


@dataclass(frozen=True)
class Panics:
    """Fails as the engine does when it finds itself at fault."""

    def answer(self, _store: ox.Store) -> bytes:
        """No answer."""
        raise PanicError("no total order")
