"""The Graph Store Protocol: graphs for everybody to read, and for whoever has the token to write."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from kg.serve import access
from kg.serve.arriving import body, place
from kg.serve.changes import Change, Delete, Put
from kg.serve.graphs import graph_of, parts, wanted_form
from kg.serve.limits import Limits
from kg.serve.negotiation import media_type
from kg.serve.refusals import RefusedError
from kg.serve.sparql import VARY
from kg.serve.tasks import Graph
from kg.serve.workers import Workers
from kg.serve.writes import Writes

_ALLOW = {"Allow": "GET, HEAD, PUT, POST, DELETE, OPTIONS"}


class GraphSite:
    """The address of the graph store, and those of graphs below it."""

    def __init__(self, workers: Workers, writes: Writes, limits: Limits, token: str | None) -> None:
        self._workers = workers
        self._writes = writes
        self._limits = limits
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        response = await self.respond(Request(scope, receive))
        await response(scope, receive, send)

    async def respond(self, request: Request) -> Response:
        """The answer to one request; raises KgError where it is refused."""
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=_ALLOW)
        graph, unnamed = graph_of(request)
        if unnamed and request.method != "POST":
            raise RefusedError("name a graph: ?graph=IRI or ?default", 400)
        if request.method in {"GET", "HEAD"}:
            return await self._read(request, graph)
        access.check(request, self._token)
        return await self._write(request, graph, unnamed=unnamed)

    async def _read(self, request: Request, graph: str | None) -> Response:
        form = wanted_form(request)
        content = await self._workers.answer(Graph(graph, form, self._limits.answer))
        return Response(content, media_type=media_type(form, graph=True), headers=VARY)

    async def _write(self, request: Request, graph: str | None, *, unnamed: bool) -> Response:
        if request.method == "DELETE":
            change: Change = Delete(graph)
        else:
            address = place(request)
            content = parts(request, await body(request, self._limits, self._limits.upload))
            below = address.rstrip("/") if unnamed else None
            change = Put(graph, content, graph or address, replace=request.method == "PUT", new_below=below)
        told = await self._writes.make(change)
        if told == "changed":
            return Response(status_code=204)
        return Response(status_code=201, headers={"Location": told} if told != "created" else None)
