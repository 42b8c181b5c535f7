"""The W3C's tests of the SPARQL 1.1 Protocol, the Graph Store Protocol and the service description.

The suite is named by the environment variable W3C_TESTS; without it the tests are skipped. No test is left out
but those of `http-rdf-update`, which the suite itself calls deprecated in favour of `graph-store-protocol`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import RDF, Graph, URIRef
from rdflib.compare import isomorphic
from starlette.testclient import TestClient

from kg.serve import Limits, create
from kg.serve.description import SD

sys.path.insert(0, str(Path(__file__).parent))
from protocol_suite import SUITE, Case, cases, fits, folder

pytestmark = pytest.mark.skipif(not SUITE, reason="W3C_TESTS does not name the folder of the W3C's suites")
TOKEN = {"Authorization": "Bearer let-me-in"}
DATA = "http://kasei.us/2009/09/sparql/data/data"
FORMS = {
    "boolean": {"application/sparql-results+json", "application/sparql-results+xml"},
    "tabular": {"application/sparql-results+json", "application/sparql-results+xml", "text/csv"},
    "RDF": {"text/turtle", "application/n-triples", "application/rdf+xml"},
}
# What a service is described with: the classes that the specification lets a property lead from and to.
SCHEMA = {
    "endpoint": ("Service", None),
    "supportedLanguage": ("Service", None),
    "resultFormat": ("Service", None),
    "inputFormat": ("Service", None),
    "feature": ("Service", None),
    "defaultDataset": ("Service", "Dataset"),
    "defaultGraph": ("Dataset", "Graph"),
}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    application = create(tmp_path_factory.mktemp("w3c") / "store", limits=Limits(processes=1), token="let-me-in")
    with TestClient(application, base_url="http://www.example", raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def client(served: TestClient) -> TestClient:
    """The server with nothing in it."""
    assert served.post("/sparql", data={"update": "DROP ALL"}, headers=TOKEN).status_code == 204
    return served


def run(client: TestClient, case: Case) -> None:
    """Send the requests of a test one after another, and compare each answer."""
    locations: dict[str, str] = {}
    for step in case.steps:
        path, body = step.path, step.body
        for name, location in locations.items():
            path = path.replace(name, location)
            body = body.replace(name.encode(), location.encode()) if body else None
        answer = client.request(step.method, path, headers={**TOKEN, **step.headers}, content=body)
        assert fits(answer.status_code, step.statuses), answer.text
        kind = answer.headers.get("content-type", "").partition(";")[0]
        if step.form:
            assert kind in FORMS[step.form]
        if step.boolean is not None:
            assert answer.json()["boolean"] is step.boolean
        if step.location:
            locations[step.location] = answer.headers["location"]
        if step.graph:
            assert kind == "text/turtle"
            assert isomorphic(Graph().parse(data=answer.text), Graph().parse(data=step.graph))


@pytest.mark.parametrize("case", list(cases("protocol/manifest.ttl")), ids=lambda case: case.name)
def test_the_protocol(case: Case, client: TestClient) -> None:
    for number in (1, 2, 3):
        content = (folder("protocol") / f"data{number}.nt").read_bytes()
        headers = {**TOKEN, "Content-Type": "application/n-triples"}
        put = client.put("/gsp", params={"graph": f"{DATA}{number}.rdf"}, content=content, headers=headers)
        assert put.status_code == 201
    run(client, case)


GRAPHS = [f"graph-store-protocol/manifest-{kind}.ttl" for kind in ("direct", "indirect")]


@pytest.mark.parametrize("case", list(cases(*GRAPHS)), ids=lambda case: case.name)
def test_the_graph_store(case: Case, client: TestClient) -> None:
    run(client, case)


def test_the_suites_are_whole() -> None:
    assert len(list(cases("protocol/manifest.ttl"))) == 34
    assert len(list(cases(*GRAPHS))) >= 13


@pytest.fixture
def description(client: TestClient) -> Graph:
    """What a GET of the endpoint gives: RDF (the suite's `returns-rdf`)."""
    answer = client.get("/sparql")
    assert answer.status_code == 200
    return Graph().parse(data=answer.text, format=answer.headers["content-type"].partition(";")[0])


def test_the_description_names_the_endpoint(description: Graph) -> None:
    endpoint = URIRef("http://www.example/sparql")
    services = list(description.subjects(URIRef(f"{SD}endpoint"), endpoint))
    assert len(services) == 1
    assert (services[0], RDF.type, URIRef(f"{SD}Service")) in description


def test_the_description_conforms_to_the_schema(description: Graph) -> None:
    used = [triple for triple in description if str(triple[1]).startswith(SD)]
    assert used
    for subject, predicate, value in used:
        source, target = SCHEMA[str(predicate).removeprefix(SD)]
        assert (subject, RDF.type, URIRef(f"{SD}{source}")) in description
        assert target is None or (value, RDF.type, URIRef(f"{SD}{target}")) in description
