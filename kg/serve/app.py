"""The web application: every address of the server, and the limits that hold for all."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kg.errors import KgError
from kg.serve.graphsite import GraphSite
from kg.serve.limits import Limits
from kg.serve.metrics import Counting, Metrics
from kg.serve.refusals import RefusedError, refusal
from kg.serve.room import Room
from kg.serve.site import Site
from kg.serve.sparql import Sparql
from kg.serve.workers import Workers
from kg.serve.writes import Writes
from kg.store import Writer, snapshot
from kg.vocab import BASE

_READS = ["GET", "HEAD", "OPTIONS"]
_ANY = [*_READS, "POST", "PUT", "DELETE"]
_CROSS_ORIGIN: dict[str, Any] = {
    "allow_origins": ["*"],
    "allow_headers": ["Authorization", "Content-Type"],
    "expose_headers": ["Location", "Retry-After"],
}
_FIRST = frozenset({"/", "/sparql", "/gsp", "/queries", "/release", "/id", "/resource", "/health", "/metrics"})


async def _missing(request: Request, error: Exception) -> Response:
    """Starlette's own refusals (404, 405), as sentences."""
    assert isinstance(error, HTTPException)
    told = "there is no such address; / lists what there is" if error.status_code == 404 else error.detail
    return await refusal(request, RefusedError(told, error.status_code, error.headers))


async def _fault(_request: Request, error: Exception) -> Response:
    return PlainTextResponse(f"fault of the program ({type(error).__name__})\n", status_code=500)


def create(store: Path, *, limits: Limits | None = None, token: str | None = None, base: str = BASE) -> Starlette:
    """The application over a store folder. Without a token it only reads; with one a new store may be empty.

    Raises StoreError when there is no store to read.
    """
    if token is not None and not (store / "lock").exists():
        with Writer(store):
            pass
    snapshot(store)
    limits = limits or Limits()
    workers, writes = Workers(store, limits), Writes(store, limits)
    metrics = Metrics()
    site = Site(workers, limits, metrics, base=base, writable=token is not None)
    sparql = Sparql(workers, writes, limits, token, base)
    graphs = GraphSite(workers, writes, limits, token)

    @asynccontextmanager
    async def life(_app: Starlette) -> AsyncIterator[None]:
        await workers.start()
        yield
        workers.close()
        writes.close()

    return Starlette(
        routes=[
            Route("/sparql", sparql, methods=[*_READS, "POST"]),
            Route("/sparql/", sparql, methods=[*_READS, "POST"]),
            Route("/gsp", graphs, methods=_ANY),
            Route("/gsp/{path:path}", graphs, methods=_ANY),
            *(Route(path, page, methods=_READS) for path, page in site.routes()),
        ],
        exception_handlers={KgError: refusal, HTTPException: _missing, Exception: _fault},
        middleware=[
            Middleware(Counting, metrics=metrics, routes=_FIRST),
            Middleware(CORSMiddleware, allow_methods=_ANY if token else [*_READS, "POST"], **_CROSS_ORIGIN),
            Middleware(Room, most=limits.room),
        ],
        lifespan=life,
    )
