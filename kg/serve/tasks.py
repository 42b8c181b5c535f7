"""What the processes are asked: a query, a graph, the text of a release."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import InputError, QueryError
from kg.explain import canonical_text
from kg.query import Asked, Question, evaluate
from kg.serve import pages
from kg.serve.negotiation import Offer, graph_bytes, serialized
from kg.serve.refusals import MissingError

_NOTHING = "urn:kg:nothing"  # no graph has that name


class _Bounded(io.BytesIO):
    """Bytes up to a number; more raise QueryError."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, data: bytes) -> int:  # type: ignore[override]
        written = super().write(data)
        if self.tell() > self._most:
            raise QueryError(f"the answer is larger than {self._most:,} bytes; ask for less, with LIMIT")
        return written


@dataclass(frozen=True, slots=True)
class Query:
    """One query with the data set that the protocol names, and the form that its answer should take."""

    text: str
    offer: Offer
    largest: int  # bytes
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    base: str | None = None

    def answer(self, store: ox.Store) -> bytes:
        """The answer; raises QueryError for a malformed query or an answer that is too large."""
        given = bool(self.default_graphs or self.named_graphs)  # then what is not named is empty
        out = _Bounded(self.largest)
        try:
            found = evaluate(
                store,
                Asked("the query", self.text),
                default_graphs=self.default_graphs or ((_NOTHING,) if given else ()),
                named_graphs=self.named_graphs or ((_NOTHING,) if given else ()),
                base=self.base,
            )
            serialized(found, self.offer, out)
        except (RuntimeError, ValueError) as error:
            raise QueryError(f"the query: {error}") from error
        return out.getvalue()


@dataclass(frozen=True, slots=True)
class Page:
    """A table as a page: of a named query, or of a query of somebody's own.

    It is made where the answer is, because that takes time, and many times the memory of the table.
    """

    query: Query
    base: str
    question: Question | None = None

    def answer(self, store: ox.Store) -> bytes:
        """The page; raises what the query raises, and QueryError for a page that is too large."""
        content = self.query.answer(store).decode()
        if self.question is None:
            page = pages.answer(self.query.text, content, self.base)
        else:
            page = pages.table(self.question, content, self.base)
        out = _Bounded(self.query.largest)
        out.write(page.encode())
        return out.getvalue()


@dataclass(frozen=True, slots=True)
class Graph:
    """One graph of the store, None for the default graph."""

    name: str | None
    form: str
    largest: int

    def answer(self, store: ox.Store) -> bytes:
        """The graph; raises MissingError where there is none."""
        try:
            graph = ox.DefaultGraph() if self.name is None else ox.NamedNode(self.name)
        except ValueError as error:
            raise InputError(f"{self.name} is no IRI: {error}") from error
        quads = list(store.quads_for_pattern(None, None, None, graph))
        if not quads and self.name is not None:
            raise MissingError(f"there is no graph {self.name}")
        out = _Bounded(self.largest)
        graph_bytes((quad.triple for quad in quads), self.form, out)
        return out.getvalue()


@dataclass(frozen=True, slots=True)
class Text:
    """The canonical text of a release, by its IRI, its sixteen hex digits or its source."""

    name: str

    def answer(self, store: ox.Store) -> bytes:
        """The text in UTF-8; raises MissingError where there is none."""
        try:
            return canonical_text(store, self.name).encode("utf-8", "replace")
        except InputError as error:
            raise MissingError(str(error)) from error
