"""The pages: named queries, releases, entities and claims, and how the server is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from kg import __version__
from kg.errors import QueryError
from kg.query import library, named, prepare
from kg.serve import openapi, pages
from kg.serve.graphs import wanted_form
from kg.serve.limits import Limits
from kg.serve.metrics import Metrics
from kg.serve.negotiation import GRAPHS, TABLES, Offer, media_type, prefers_page
from kg.serve.pages import SAFE
from kg.serve.refusals import RefusedError
from kg.serve.resource import Resource
from kg.serve.sparql import VARY
from kg.serve.tasks import Page, Query, Text
from kg.serve.workers import Workers

_KINDS = ("id", "release", "merged", "identity", "program")
Show = Callable[[Request], Awaitable[Response]]


class Site:
    """The pages over one store. `base` is the IRI that the addresses of entities stand for."""

    def __init__(self, workers: Workers, limits: Limits, metrics: Metrics, *, base: str, writable: bool) -> None:
        self._workers = workers
        self._limits = limits
        self._metrics = metrics
        self._base = base
        self._writable = writable

    def routes(self) -> Iterator[tuple[str, Show]]:
        """Every address with what answers it."""
        yield "/", self.home
        yield "/health", self.health
        yield "/metrics", self.metrics
        yield "/openapi.json", self.openapi
        yield "/queries/{name}.{form}", self.named
        yield "/release/{name}.txt", self.text
        yield "/resource", self.resource
        yield from ((f"/{kind}/{{path:path}}", self.thing) for kind in _KINDS)

    async def home(self, _request: Request) -> Response:
        """The start page."""
        return HTMLResponse(pages.home(library().values(), writable=self._writable), headers=SAFE)

    async def health(self, _request: Request) -> Response:
        """Whether a query is answered."""
        await self._workers.answer(Query("ASK {}", Offer("json", None), 1000))
        return JSONResponse({"status": "ok", "version": __version__})

    async def metrics(self, _request: Request) -> Response:
        """The counts."""
        workers = self._workers
        text = self._metrics.text(
            queries_waiting=workers.waiting, processes_busy=workers.busy, queries_ended_total=workers.ended
        )
        return PlainTextResponse(text, media_type="text/plain; version=0.0.4")

    async def openapi(self, _request: Request) -> Response:
        """The OpenAPI document."""
        return JSONResponse(openapi.document(writable=self._writable))

    async def named(self, request: Request) -> Response:
        """A named query; raises RefusedError for an unknown one, QueryError for parameters that do not fit."""
        form = request.path_params["form"]
        if form not in {*TABLES, "html"}:
            raise RefusedError(f"there is no form {form!r}; there are {', '.join((*TABLES, 'html'))}", 404)
        try:
            question = named(request.path_params["name"])
        except QueryError as error:
            raise RefusedError(str(error), 404) from error
        fields = [(name, value) for name, value in request.query_params.multi_items() if value]
        twice = sorted({name for name, _ in fields if sum(name == other for other, _ in fields) > 1})
        if twice:
            raise QueryError(f"{twice[0]} is given more than once")
        asked = prepare(question, [f"{name}={value}" for name, value in fields])
        offered = Offer("csv" if form == "html" else form, None)
        query = Query(asked.text, offered, self._limits.answer)
        if form == "html":
            return HTMLResponse(await self._workers.answer(Page(query, self._base, question)), headers=SAFE)
        content = await self._workers.answer(query)
        return Response(content, media_type=media_type(form, graph=False), headers=SAFE)

    async def text(self, request: Request) -> Response:
        """The canonical text of a release."""
        content = await self._workers.answer(Text(request.path_params["name"]))
        return Response(content, media_type="text/plain; charset=utf-8", headers=SAFE)

    async def thing(self, request: Request) -> Response:
        """An entity, claim or release by the path of its IRI; .ttl, .jsonld and the like choose the form."""
        path = request.url.path[1:]
        stem, dot, form = path.rpartition(".")
        known = {"ttl": "turtle", "html": "html", **{name: name for name in GRAPHS}}
        if dot and form in known:
            return await self._told(f"{self._base}{stem}", known[form])
        return await self._told(f"{self._base}{path}", self._form(request))

    async def resource(self, request: Request) -> Response:
        """Anything by its whole IRI."""
        iris = request.query_params.getlist("iri")
        if len(iris) != 1:
            raise RefusedError("/resource needs one iri=…", 400)
        return await self._told(iris[0], self._form(request))

    def _form(self, request: Request) -> str:
        return "html" if prefers_page(request.headers.get("accept")) else wanted_form(request)

    async def _told(self, iri: str, form: str) -> Response:
        content = await self._workers.answer(Resource(iri, form, self._base, self._limits.answer))
        kind = "text/html; charset=utf-8" if form == "html" else media_type(form, graph=True)
        return Response(content, media_type=kind, headers={**VARY, **SAFE})
