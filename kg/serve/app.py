"""The web application: read-only, and every refusal says what to do.

Source: SPARQL 1.1 Protocol, section 2.1.
"""

from __future__ import annotations

import html
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request as HttpRequest
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from kg import __version__
from kg.errors import InputError, KgError, QueryError
from kg.explain import canonical_text
from kg.query import library, named, prepare, tokens
from kg.serve.negotiation import TABLES, Offer, media_type, offer
from kg.serve.workers import BusyError, Request, TooLongError, Workers
from kg.store import snapshot

_LARGEST = 1_000_000  # bytes of a request
_AGAIN = {"Retry-After": "1"}


class _RefusedError(KgError):
    """A request that breaks the protocol, with the status that says so."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


class _Site:
    """The pages over one store."""

    def __init__(self, store: Path, workers: Workers) -> None:
        self._store = store
        self._workers = workers

    async def home(self, _request: HttpRequest) -> Response:
        rows = "".join(
            f'<li><a href="queries/{name}.csv">{name}</a>: {html.escape(question.question)}</li>'
            for name, question in library().items()
        )
        page = (
            f"<!doctype html><title>kg</title><h1>kg {__version__}</h1><p>A SPARQL 1.1 endpoint, read-only, at "
            f'<a href="sparql">/sparql</a>. Named queries, with parameters as in '
            f"<code>/queries/customers-of.csv?supplier=alder</code>:</p><ul>{rows}</ul>"
        )
        return HTMLResponse(page)

    async def health(self, _request: HttpRequest) -> Response:
        return JSONResponse({"status": "ok", "version": __version__})

    async def sparql(self, request: HttpRequest) -> Response:
        fields = await _fields(request)
        queries = [value for name, value in fields if name == "query"]
        if any(name == "update" for name, _ in fields):
            raise _RefusedError("this endpoint is read-only", 403)
        if len(queries) != 1:
            raise _RefusedError(f"a request needs one query, not {len(queries)}: /sparql?query=SELECT…", 400)
        tokens.refuse_reaching_out(queries[0])
        wanted = offer(request.headers.get("accept"))
        graph = tokens.form(queries[0]) in {"construct", "describe"}
        return await self._answer(
            Request(
                queries[0],
                wanted,
                tuple(value for name, value in fields if name == "default-graph-uri"),
                tuple(value for name, value in fields if name == "named-graph-uri"),
            ),
            graph=graph,
        )

    async def named(self, request: HttpRequest) -> Response:
        form = request.path_params["form"]
        if form not in TABLES:
            raise _RefusedError(f"there is no form {form!r}; there are {', '.join(TABLES)}", 404)
        given = [f"{name}={value}" for name, value in request.query_params.multi_items()]
        try:
            question = named(request.path_params["name"])
        except QueryError as error:
            raise _RefusedError(str(error), 404) from error
        return await self._answer(Request(prepare(question, given).text, Offer(form, None)), graph=False)

    async def text(self, request: HttpRequest) -> Response:
        name = request.path_params["name"]
        try:
            found = await run_in_threadpool(lambda: canonical_text(snapshot(self._store).reader, name))
        except InputError as error:
            raise _RefusedError(str(error), 404) from error
        return PlainTextResponse(found)

    async def _answer(self, request: Request, *, graph: bool) -> Response:
        form = request.offer.graph if graph else request.offer.table
        if form is None:
            kind = "an RDF" if graph else "a SPARQL results"
            raise _RefusedError(f"this query needs {kind} media type in Accept", 406)
        content = await run_in_threadpool(self._workers.answer, request)
        return Response(content, media_type=media_type(form, graph=graph))


async def _fields(request: HttpRequest) -> Sequence[tuple[str, str]]:
    """The parameters of a protocol request, wherever they stand; raises _RefusedError for a malformed one."""
    in_address = request.query_params.multi_items()
    if request.method != "POST":
        return in_address
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST:
            raise _RefusedError(f"a request may have {_LARGEST:,} bytes", 413)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _RefusedError("the request is not UTF-8", 400) from error
    if kind == "application/sparql-query":
        return [*in_address, ("query", text)]
    if kind == "application/x-www-form-urlencoded":
        return [*in_address, *parse_qsl(text, keep_blank_values=True)]
    if kind == "application/sparql-update":
        raise _RefusedError("this endpoint is read-only", 403)
    raise _RefusedError("send application/sparql-query or application/x-www-form-urlencoded", 415)


async def _refusal(_request: HttpRequest, error: Exception) -> Response:
    status = 500
    headers = None
    if isinstance(error, _RefusedError):
        status = error.status
    elif isinstance(error, BusyError | TooLongError):
        status, headers = 503, _AGAIN
    elif isinstance(error, QueryError | InputError):
        status = 400
    return PlainTextResponse(f"{error}\n", status_code=status, headers=headers)


def create(store: Path, *, processes: int = 2, seconds: float = 30.0) -> Starlette:
    """The application over a store folder; queries run in that many processes, each at most so long."""
    snapshot(store)
    workers = Workers(store, count=processes, seconds=seconds)
    site = _Site(store, workers)

    @asynccontextmanager
    async def life(_app: Starlette) -> AsyncIterator[None]:
        yield
        workers.close()

    return Starlette(
        routes=[
            Route("/", site.home),
            Route("/health", site.health),
            Route("/sparql", site.sparql, methods=["GET", "POST"]),
            Route("/queries/{name}.{form}", site.named),
            Route("/release/{name}.txt", site.text),
        ],
        exception_handlers={KgError: _refusal},
        middleware=[Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "POST"])],
        lifespan=life,
    )
