"""The W3C's SPARQL 1.1 query tests, asked of the endpoint: not one fewer pass than the bare engine gives.

All graphs of the suite are written into one running server, each under its own name, by one SPARQL Update; each test
then asks with the protocol's default-graph-uri and named-graph-uri, in the result format that the suite expects.
The suite is named by the environment variable W3C_TESTS; without it the tests are skipped.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from kg.serve import Limits, create

sys.path.insert(0, str(Path(__file__).parent))
from query_suite import DATA, SUITE, Case, cases, csv_rows, expected, marked, plain

pytestmark = pytest.mark.skipif(not SUITE, reason="W3C_TESTS does not name the folder of the W3C's suites")
NOTHING = "urn:example:nothing"  # a graph that is not there: the empty default graph
TABLES = {
    ".srx": ("application/sparql-results+xml", ox.QueryResultsFormat.XML),
    ".srj": ("application/sparql-results+json", ox.QueryResultsFormat.JSON),
    ".tsv": ("text/tab-separated-values", ox.QueryResultsFormat.TSV),
    ".csv": ("text/csv", ox.QueryResultsFormat.CSV),
}
GRAPH = ("text/turtle", ox.RdfFormat.TURTLE)


def graph_of(data: Path, name: str) -> str:
    """One graph of the suite as a block of an update."""
    parsed = ox.parse(path=data, format=DATA[data.suffix], base_iri=name)
    triples = " .\n".join(str(quad.triple) for quad in parsed)
    return f"GRAPH <{name}> {{ {triples} }}"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A server that holds every graph of the suite."""
    limits = Limits(processes=1, request=10_000_000)
    with TestClient(create(tmp_path_factory.mktemp("w3c") / "store", limits=limits, token="let-me-in")) as served:
        named = {name: data for case in cases() for name, data in [*case.graphs, *((d.as_uri(), d) for d in case.data)]}
        update = f"INSERT DATA {{ {' '.join(graph_of(data, name) for name, data in sorted(named.items()))} }}"
        headers = {"Authorization": "Bearer let-me-in", "Content-Type": "application/sparql-update"}
        assert served.post("/sparql", content=update, headers=headers).status_code == 204
        yield served


def asked(client: TestClient, case: Case) -> httpx.Response:
    """What the endpoint answers to the query of a test."""
    text = f"BASE <{case.query.as_uri()}>\n{case.query.read_text(encoding='utf-8')}"
    graphs = {
        "default-graph-uri": [data.as_uri() for data in case.data] or [NOTHING],
        "named-graph-uri": [name for name, _ in case.graphs] or [NOTHING],
    }
    if re.search(r"^FROM ", text, re.MULTILINE):
        graphs = {}  # the query names its graphs itself
    suffix = case.result.suffix if case.result else ".srx"
    accept = f"{TABLES.get(suffix, TABLES['.srj'])[0]}, {GRAPH[0]};q=0.9"
    return client.post("/sparql", data={"query": text, **graphs}, headers={"Accept": accept})


def found(answer: httpx.Response) -> object:
    """The answer in a form in which equal answers are equal."""
    kind = answer.headers["content-type"].partition(";")[0]
    for media, form in TABLES.values():
        if kind == media:
            return plain(ox.parse_query_results(answer.content, format=form))
    assert kind == GRAPH[0]
    store = ox.Store()
    store.load(answer.content, format=GRAPH[1])
    return plain(store.query("CONSTRUCT WHERE { ?s ?p ?o }"))


@pytest.mark.parametrize("case", marked())
def test_the_endpoint_answers_as_the_suite_does(case: Case, client: TestClient) -> None:
    answer = asked(client, case)
    if case.kind == "bad":
        assert answer.status_code == 400
        return
    assert answer.status_code == 200, answer.text
    if case.result is None:
        return
    if case.result.suffix == ".csv":
        assert csv_rows(answer.text) == csv_rows(case.result.read_text())
    else:
        assert found(answer) == expected(case.result)
