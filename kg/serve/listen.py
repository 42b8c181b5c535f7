"""Listening: a client that is slow to ask, or to take its answer, is shown the door."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from typing import Any

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

from kg.errors import InputError
from kg.serve.limits import Limits

_BACKLOG = 1024
_LONGEST = 65_536  # bytes of the head of a request
_FULL = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
_IDLE = 75  # seconds a connection may rest: one that is closed sooner is too often closed under a new request


def impatient(limits: Limits) -> type[H11Protocol]:
    """The HTTP/1.1 protocol that closes connections which do not get on.

    Those are more than there may be, those that send no whole request head in time, and those that do not
    take the next few kilobytes of an answer in the same time.
    """

    class Impatient(H11Protocol):
        _stuck: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            if len(self.connections) > limits.connections:
                transport.write(_FULL)
                transport.close()
            self.loop.call_later(limits.arrival, self._expire)

        def _expire(self) -> None:
            if self.cycle is None and not self.transport.is_closing():
                self.transport.close()

        def pause_writing(self) -> None:
            super().pause_writing()
            self._stuck = self.loop.call_later(limits.arrival, self.transport.abort)

        def resume_writing(self) -> None:
            super().resume_writing()
            if self._stuck is not None:
                self._stuck.cancel()

        def connection_lost(self, exc: Exception | None) -> None:
            super().connection_lost(exc)
            if self._stuck is not None:
                self._stuck.cancel()

    return Impatient


def bound(host: str, port: int) -> socket.socket:
    """The place to listen at, any free port for 0; raises InputError where it is taken or not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named because asyncio sends at once (TCP_NODELAY) only where it is: 40 ms an answer.
    place = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        place.bind((host, port))
        place.listen(_BACKLOG)
    except OSError as error:
        place.close()
        raise InputError(f"the server cannot listen at {host}, port {port}: {error.strerror}; name another") from error
    return place


def listen(application: Starlette, place: socket.socket, limits: Limits, **options: Any) -> None:
    """Serve the application at a place that `bound` gave, until it is interrupted."""
    config = uvicorn.Config(
        application,
        http=impatient(limits),
        ws="none",
        backlog=_BACKLOG,
        h11_max_incomplete_event_size=_LONGEST,
        log_level="warning",
        access_log=False,
        timeout_keep_alive=_IDLE,
        server_header=False,
        timeout_graceful_shutdown=int(limits.seconds) + 1,
        **options,
    )
    with place, contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[place])
