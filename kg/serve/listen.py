"""Listening: a client that is slow to ask is shown the door."""

from __future__ import annotations

import asyncio
from typing import Any

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

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


def listen(application: Starlette, host: str, port: int, limits: Limits, **options: Any) -> None:
    """Serve the application until it is interrupted."""
    uvicorn.run(
        application,
        host=host,
        port=port,
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
