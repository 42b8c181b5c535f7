"""The W3C's tests of the protocols as data: requests one after another, with what is expected of each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rdflib import Graph, Namespace
from rdflib.collection import Collection

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
SUITE = os.environ.get("W3C_TESTS", "")
NAMED = {"OK": 200, "Created": 201, "NoContent": 204, "NotFound": 404}


@dataclass(frozen=True, slots=True)
class Step:
    """One request, and what is expected of its answer."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None
    statuses: frozenset[str]
    boolean: bool | None
    form: str | None
    location: str | None
    graph: str | None  # Turtle


@dataclass(frozen=True, slots=True)
class Case:
    """One test."""

    name: str
    steps: tuple[Step, ...]


def folder(name: str) -> Path:
    return Path(SUITE) / "sparql" / "sparql11" / name


def cases(*manifests: str) -> Iterator[Case]:
    """The tests of some manifests; none where the suite is not named."""
    for manifest in manifests if SUITE else ():
        graph = Graph().parse(folder(manifest))
        for entries in graph.objects(None, MF.entries):
            for test in Collection(graph, entries):
                action = graph.value(test, MF.action)
                requests = Collection(graph, graph.value(action, HT.requests))
                yield Case(str(test).rpartition("#")[2], tuple(_step(graph, request) for request in requests))


def _step(graph: Graph, request: Any) -> Step:
    answer = graph.value(request, HT.resp)
    boolean = graph.value(answer, MF.expectedBoolean)
    body = _body(graph, request)
    return Step(
        str(graph.value(request, HT.methodName)),
        str(graph.value(request, HT.absolutePath)),
        _headers(graph, request),
        body,
        frozenset(str(status).rpartition("#")[2] for status in graph.objects(answer, MF.expectedStatus)),
        None if boolean is None else bool(boolean.toPython()),
        _text(graph.value(answer, MF.expectedFormat)),
        _text(graph.value(answer, MF.expectedLocation)),
        _text(graph.value(graph.value(answer, HT.body), CNT.chars)) if graph.value(answer, HT.body) else None,
    )


def _headers(graph: Graph, node: Any) -> dict[str, str]:
    held = graph.value(node, HT.headers)
    return {
        str(graph.value(each, HT.fieldName)): str(graph.value(each, HT.fieldValue))
        for each in (Collection(graph, held) if held else ())
    }


def _body(graph: Graph, request: Any) -> bytes | None:
    held = graph.value(request, HT.body)
    if held is None:
        return None
    return str(graph.value(held, CNT.chars)).encode(str(graph.value(held, CNT.characterEncoding)))


def _text(term: Any) -> str | None:
    return None if term is None else str(term)


def fits(status: int, wanted: frozenset[str]) -> bool:
    """Whether a status is among those expected, singly or by class."""
    return f"StatusCode{status // 100}xx" in wanted or status in {NAMED.get(name) for name in wanted}
