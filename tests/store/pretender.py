"""A SPARQL server that only pretends: the protocol over a store in memory, without a network."""

from __future__ import annotations

from urllib.parse import parse_qs

import httpx
import pyoxigraph as ox

from kg.store.server import Address, Server

ADDRESS = Address("http://pretender.example/query", "http://pretender.example/update", "dana", "secret")


class Pretender:
    """Answers queries, takes updates, and can be told to be busy first, or to die in mid-update.

    It carries out the operations of an update one by one: it promises no more than the least of servers.
    """

    def __init__(self, troubles: int = 0, lives: int | None = None) -> None:
        self.store = ox.Store()
        self.troubles = troubles
        self.lives = lives  # operations until it dies
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
                self.operate(form["update"], request)
                return httpx.Response(204)
            answer = self.store.query(form["query"])
        except SyntaxError as error:
            return httpx.Response(400, text=str(error))
        if isinstance(answer, ox.QueryTriples):
            return httpx.Response(200, content=answer.serialize(format=ox.RdfFormat.N_TRIPLES))
        return httpx.Response(200, content=answer.serialize(format=ox.QueryResultsFormat.JSON))

    def operate(self, update: str, request: httpx.Request) -> None:
        for operation in update.split(" ;\n"):
            if self.lives == 0:
                raise httpx.ConnectError("it is dead", request=request)
            self.lives = None if self.lives is None else self.lives - 1
            self.store.update(operation)
