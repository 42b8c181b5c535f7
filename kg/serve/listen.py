"""Listening: a client that is slow to ask is shown the door."""

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
_IDLE = 75  # seconds a connection may rest: one that is closed sooner is too often closed under a new request


def impatient(seconds: float) -> type[H11Protocol]:
    """The HTTP/1.1 protocol that closes connections which send no whole request head within the seconds."""

    class Impatient(H11Protocol):
        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self.loop.call_later(seconds, self._expire)

        def _expire(self) -> None:
            if self.cycle is None and not self.transport.is_closing():
                self.transport.close()

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
        http=impatient(limits.arrival),
        ws="none",
        backlog=_BACKLOG,
        h11_max_incomplete_event_size=max(65_536, limits.request),
        log_level="warning",
        access_log=False,
        timeout_keep_alive=_IDLE,
        server_header=False,
        timeout_graceful_shutdown=int(limits.seconds) + 1,
        **options,
    )
    with place, contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[place])
