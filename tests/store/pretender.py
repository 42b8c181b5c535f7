"""A SPARQL server that only pretends: the protocol over a store in memory, without a network."""

from __future__ import annotations

from urllib.parse import parse_qs

import httpx
import pyoxigraph as ox

from kg.store.server import Address, Server

ADDRESS = Address("http://pretender.example/query", "http://pretender.example/update", "dana", "secret")


class Pretender:
    """Answers queries, takes updates, and can be told to be busy first."""

    def __init__(self, troubles: int = 0) -> None:
        self.store = ox.Store()
        self.troubles = troubles
        self.asked: list[httpx.Request] = []
        self.pauses: list[float] = []

    def server(self) -> Server:
        client = httpx.Client(transport=httpx.MockTransport(self))
        return Server(ADDRESS, client, self.pauses.append)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        if self.troubles:
            self.troubles -= 1
            return httpx.Response(503, text="busy")
        form = {name: values[0] for name, values in parse_qs(request.content.decode()).items()}
        try:
            if "update" in form:
                self.store.update(form["update"])
                return httpx.Response(204)
            answer = self.store.query(form["query"])
        except SyntaxError as error:
            return httpx.Response(400, text=str(error))
        if isinstance(answer, ox.QueryTriples):
            return httpx.Response(200, content=answer.serialize(format=ox.RdfFormat.N_TRIPLES))
        return httpx.Response(200, content=answer.serialize(format=ox.QueryResultsFormat.JSON))
