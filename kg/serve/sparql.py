"""The SPARQL 1.1 Protocol: queries for everybody, updates for whoever has the token.

Source: SPARQL 1.1 Protocol, sections 2.1 and 2.2.
"""

from __future__ import annotations

import io

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import Receive, Scope, Send

from kg.query import tokens
from kg.serve import access, reach
from kg.serve.arriving import Operation, operation, place
from kg.serve.changes import Update
from kg.serve.description import description
from kg.serve.graphs import wanted_form
from kg.serve.limits import Limits
from kg.serve.negotiation import Offer, asks_for_page, graph_bytes, media_type, offer
from kg.serve.pages import SAFE
from kg.serve.refusals import RefusedError
from kg.serve.tasks import Page, Query
from kg.serve.workers import Workers
from kg.serve.writes import Writes

VARY = {"Vary": "Accept"}
_GRAPHS = {"construct", "describe"}


class Sparql:
    """The address of the protocol."""

    def __init__(self, workers: Workers, writes: Writes, limits: Limits, token: str | None, base: str) -> None:
        self._base = base
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
            return Response(status_code=204, headers={"Allow": "GET, HEAD, POST, OPTIONS"})
        address = place(request)
        asked = await operation(request, self._limits)
        if asked.kind == "update":
            return await self._update(request, asked, address)
        if asked.kind == "query":
            return await self._query(request, asked, address)
        return self._described(request, address)

    def _described(self, request: Request, address: str) -> Response:
        form = wanted_form(request)
        writable, federated = self._token is not None, bool(self._limits.services)
        out = io.BytesIO()
        graph_bytes(description(address, writable=writable, federated=federated), form, out)
        return Response(out.getvalue(), media_type=media_type(form, graph=True), headers=VARY)

    async def _query(self, request: Request, asked: Operation, address: str) -> Response:
        reach.check(asked.text, self._limits.services)
        accept = request.headers.get("accept")
        wanted = offer(accept)
        kind = tokens.form(asked.text)
        graph = kind in _GRAPHS
        page = kind == "select" and asks_for_page(accept)
        if page:
            wanted = Offer("csv", None)
        form = wanted.graph if graph else wanted.table
        if form is None:
            needed = "an RDF" if graph else "a SPARQL results"
            raise RefusedError(f"this query needs {needed} media type in Accept", 406)
        query = Query(asked.text, wanted, self._limits.answer, asked.default_graphs, asked.named_graphs, address)
        if page:
            shown = await self._workers.answer(Page(query, self._base))
            return HTMLResponse(shown, headers={**VARY, **SAFE})
        content = await self._workers.answer(query)
        return Response(content, media_type=media_type(form, graph=graph), headers=VARY)

    async def _update(self, request: Request, asked: Operation, address: str) -> Response:
        access.check(request, self._token)
        reach.check(asked.text, ())
        text = reach.using(asked.text, asked.default_graphs, asked.named_graphs)
        await self._writes.make(Update(text, address))
        return Response(status_code=204)
