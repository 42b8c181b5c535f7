"""A SPARQL 1.1 server behind the protocol: questions and updates over HTTP, asked again when it is busy."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import httpx
import pyoxigraph as ox

from kg.errors import QueryError, StoreError

_TRIES = 4
_BUSY = {408, 429, 500, 502, 503, 504}
_TABLE = "application/sparql-results+json"
_GRAPH = "application/n-triples"
_TRIED = 'SELECT ?a ?b ?c { VALUES ?a { true } BIND(CONTAINS("b", "") AS ?b) BIND(COALESCE(?unbound, "b") AS ?c) }'


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server answers queries and takes updates, and as whom."""

    query: str
    update: str
    user: str | None = None
    password: str | None = None

    @classmethod
    def of(cls, address: str) -> Address:
        """The usual places under a data set's address: `/query` and `/update`."""
        base = address.rstrip("/")
        return cls(f"{base}/query", f"{base}/update")


class Server:
    """Polite requests to one server. Raises StoreError when it cannot be reached or refuses."""

    def __init__(
        self,
        address: Address,
        client: httpx.Client | None = None,
        pause: Callable[[float], None] | None = None,
    ) -> None:
        self._address = address
        self._client = client or httpx.Client(timeout=120)
        self._auth: httpx.Auth | None = None
        if address.user:
            self._auth = httpx.BasicAuth(address.user, address.password or "")
        self._pause = pause or time.sleep

    def table(self, query: str) -> ox.QuerySolutions | ox.QueryBoolean:
        """The answer to a SELECT or ASK; raises QueryError when the server finds it malformed."""
        response = self._post(self._address.query, {"query": query}, _TABLE)
        try:
            json.loads(response.content)
            answer = ox.parse_query_results(response.content, format=ox.QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            # A server that runs out of time in mid-answer breaks off what it has begun, with status 200.
            raise StoreError(f"{self._address.query} broke off its answer: {error}") from error
        return answer

    def column(self, query: str) -> list[str]:
        """The one column of an answer, as strings."""
        answer = self.table(query)
        assert isinstance(answer, ox.QuerySolutions)
        return [term.value for (term,) in answer if isinstance(term, ox.NamedNode | ox.Literal)]

    @cached_property
    def exact(self) -> bool:
        """Whether the server takes SPARQL by its letter, as far as our questions need it. Virtuoso 7 does not."""
        answer = self.table(_TRIED)
        true = ox.Literal("true", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#boolean"))
        return isinstance(answer, ox.QuerySolutions) and [list(row) for row in answer] == [
            [true, true, ox.Literal("b")]
        ]

    def graph(self, query: str) -> list[ox.Triple]:
        """The triples of a CONSTRUCT or DESCRIBE."""
        response = self._post(self._address.query, {"query": query}, _GRAPH)
        return [quad.triple for quad in ox.parse(response.content, format=ox.RdfFormat.N_TRIPLES)]

    def update(self, update: str) -> None:
        """Carry out an update request, which a server does as a whole or not at all."""
        self._post(self._address.update, {"update": update}, "*/*")

    def _turn_to_digest(self) -> bool:
        """Whether to ask again, with a digest of the password: some refuse Basic without a word of what they want."""
        if self._address.user is None or isinstance(self._auth, httpx.DigestAuth):
            return False
        self._auth = httpx.DigestAuth(self._address.user, self._address.password or "")
        return True

    def _post(self, address: str, form: dict[str, str], accept: str) -> httpx.Response:
        reason = ""
        for attempt in range(_TRIES):
            if attempt:
                self._pause(2.0**attempt)
            try:
                response = self._client.post(
                    address, data=form, headers={"Accept": accept}, auth=self._auth or httpx.USE_CLIENT_DEFAULT
                )
            except httpx.HTTPError as error:
                reason = f"{type(error).__name__}: {error}"
                continue
            if response.is_success:
                _check_whole(address, response)
                return response
            if response.status_code == 401 and self._turn_to_digest():
                return self._post(address, form, accept)
            reason = f"status {response.status_code}: {response.text.strip()[:300]}"
            if response.status_code not in _BUSY:
                break
        if "status 400" in reason and "query" in form:
            raise QueryError(f"{address}: {reason}")
        raise StoreError(f"{address}: {reason}")


def _check_whole(address: str, response: httpx.Response) -> None:
    most = response.headers.get("x-sparql-maxrows")  # Virtuoso's way to say that it cut an answer short
    if most is not None:
        raise StoreError(f"{address} gives {most} rows at most: the answer would not be whole")
