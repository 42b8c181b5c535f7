"""The endpoint as a client meets it: forms, refusals, limits, and a store that changes beside it."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyoxigraph as ox
import pytest
import world
from starlette.testclient import TestClient

from kg.cli import main
from kg.serve import Limits, bound, create
from kg.store import Writer

COUNT = "SELECT (COUNT(*) AS ?n) { ?r a <https://w3id.org/corpevent/ontology#Release> }"
FOREVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return world.build(tmp_path_factory.mktemp("world") / "store")


@pytest.fixture(scope="module")
def client(store: Path) -> Iterator[TestClient]:
    with TestClient(create(store, limits=Limits(processes=1, seconds=2.0)), raise_server_exceptions=False) as opened:
        yield opened


def test_a_query_comes_three_ways(client: TestClient) -> None:
    csv = {"Accept": "text/csv"}
    answers = [
        client.get("/sparql", params={"query": COUNT}, headers=csv),
        client.post("/sparql", data={"query": COUNT}, headers=csv),
        client.post("/sparql", content=COUNT, headers={**csv, "Content-Type": "application/sparql-query"}),
    ]
    assert [answer.text for answer in answers] == ["n\r\n4\r\n"] * 3
    assert all(answer.headers["content-type"] == "text/csv; charset=utf-8" for answer in answers)


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml"),
        ("image/png, text/tab-separated-values;q=0.1", "text/tab-separated-values; charset=utf-8"),
    ],
)
def test_a_table_takes_the_form_that_is_accepted(accept: str, given: str, client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": COUNT}, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == given


def test_a_browser_sees_a_table_with_links(client: TestClient) -> None:
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    query = "SELECT ?r ('<b>' AS ?x) { ?r a <https://w3id.org/corpevent/ontology#Release> } ORDER BY ?r"
    answer = client.get("/sparql", params={"query": query}, headers=browser)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.text.count("<tr>") == 5
    assert "&lt;b&gt;" in answer.text
    assert "<b>" not in answer.text
    assert 'href="/release/' in answer.text


def test_a_named_query_is_shown_as_a_page_within_the_size_of_an_answer(client: TestClient, store: Path) -> None:
    address = "/queries/customers-of.html?supplier=bryce"
    shown = client.get(address)
    assert shown.headers["content-type"] == "text/html; charset=utf-8"
    assert "<td>a mill</td>" in shown.text
    table = client.get(address.replace("html", "csv")).content
    limits = Limits(processes=1, answer=len(table))
    with TestClient(create(store, limits=limits)) as small:
        assert small.get(address.replace("html", "csv")).status_code == 200
        refused = small.get(address)
    assert (refused.status_code, "larger than" in refused.text) == (400, True)


def test_answers_are_sent_at_once() -> None:
    with bound("127.0.0.1", 0) as place, socket.create_connection(place.getsockname()):
        assert place.accept()[0].proto == socket.IPPROTO_TCP  # without it asyncio leaves Nagle's delay on


def test_a_place_that_is_taken_is_told(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", "--store", str(store), "--port", str(port)]) == 2
    assert "Address already in use" in capsys.readouterr().err


def test_a_graph_takes_the_form_that_is_accepted(client: TestClient) -> None:
    query = "CONSTRUCT { ?s ?p ?o } WHERE { ?s a <https://w3id.org/corpevent/ontology#Release> ; ?p ?o }"
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": "application/n-triples"})
    lines = answer.text.splitlines()
    assert lines == sorted(set(lines))
    assert len(list(ox.parse(answer.content, format=ox.RdfFormat.N_TRIPLES))) == len(lines) > 0


def test_the_protocol_may_name_the_graphs(client: TestClient) -> None:
    graph = "https://w3id.org/corpevent/graph/"
    named = client.get(
        "/sparql",
        params={"query": "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"},
        headers={"Accept": "text/csv"},
    ).text.split()[1:]
    assert all(name.startswith(graph) for name in named)
    one = client.get("/sparql", params={"query": COUNT, "default-graph-uri": named[0]}, headers={"Accept": "text/csv"})
    assert one.text == "n\r\n1\r\n"


@pytest.mark.parametrize(
    ("request_", "status", "told"),
    [
        ({"params": {"query": [COUNT, COUNT]}}, 400, "needs one query"),
        ({"params": {"query": "SELECT"}}, 400, "error at"),
        ({"params": {"query": "DROP ALL"}}, 400, "no SELECT"),
        ({"params": {"query": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"}}, 400, "SERVICE is refused"),
        ({"params": {"update": "DROP ALL"}}, 405, "POST"),
        ({"params": {"query": COUNT}, "headers": {"Accept": "image/png"}}, 406, "media type"),
    ],
)
def test_a_refusal_says_what_is_wrong(
    request_: dict[str, dict[str, str]], status: int, told: str, client: TestClient
) -> None:
    answer = client.get("/sparql", params=request_["params"], headers=request_.get("headers"))
    assert answer.status_code == status
    assert told in answer.text


def test_a_body_of_another_kind_or_size_is_refused(client: TestClient) -> None:
    assert client.post("/sparql", content="x", headers={"Content-Type": "text/plain"}).status_code == 415
    assert (
        client.post(
            "/sparql", content="x" * 2_000_000, headers={"Content-Type": "application/sparql-query"}
        ).status_code
        == 413
    )
    update = {"Content-Type": "application/sparql-update"}
    assert client.post("/sparql", content="DROP ALL", headers=update).status_code == 403


def test_a_query_that_runs_too_long_is_ended_and_the_next_is_answered(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": FOREVER})
    assert answer.status_code == 503
    assert answer.headers["retry-after"]
    assert "longer than 2 s" in answer.text
    assert client.get("/sparql", params={"query": COUNT}).status_code == 200


def test_named_queries_have_addresses(client: TestClient) -> None:
    answer = client.get("/queries/customers-of.csv", params={"supplier": "bryce"})
    assert "a mill" in answer.text
    assert client.get("/queries/customers-of.csv", params={"nobody": "x"}).status_code == 400
    assert client.get("/queries/nothing.csv").status_code == 404
    assert client.get("/queries/customers-of.pdf").status_code == 404
    assert "customers-of" in client.get("/").text


def test_the_text_of_a_release_has_an_address(client: TestClient) -> None:
    found = client.get("/release/corvane-2021.txt.txt")
    assert "Corvane has let people go." in found.text
    assert client.get("/release/nothing.txt").status_code == 404
    assert client.get("/release/..%2f..%2fetc%2fpasswd.txt").status_code == 404


def test_what_is_built_beside_it_is_seen(client: TestClient, store: Path) -> None:
    with Writer(store) as writer:
        writer.put([], removed=["corvane-2021.txt"])
    answer = client.get("/sparql", params={"query": COUNT}, headers={"Accept": "text/csv"})
    assert answer.text == "n\r\n3\r\n"


def test_two_servers_write_to_one_store_in_turn(store: Path) -> None:
    token = {"Authorization": "Bearer let-me-in"}
    limits = Limits(processes=1)

    def write(server: TestClient, graph: str) -> list[int]:
        """The statuses of four updates, each sent until the store is free for it."""
        statuses = []
        for number in range(4):
            update = {"update": f"INSERT DATA {{ GRAPH <{graph}> {{ <urn:a> <urn:b> {number} }} }}"}
            while (answer := server.post("/sparql", data=update, headers=token)).status_code == 503:
                assert answer.headers["retry-after"]
                assert "being written by another process" in answer.text
            statuses.append(answer.status_code)
        return statuses

    with (
        TestClient(create(store, limits=limits, token="let-me-in")) as one,
        TestClient(create(store, limits=limits, token="let-me-in")) as other,
        ThreadPoolExecutor(2) as threads,
    ):
        written = threads.map(write, (one, other), ("urn:one", "urn:other"))
        assert list(written) == [[204] * 4] * 2
        count = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { <urn:a> <urn:b> ?o } }"
        assert one.get("/sparql", params={"query": count}, headers={"Accept": "text/csv"}).text == "n\r\n8\r\n"


def test_an_update_waits_for_no_build(store: Path) -> None:
    with TestClient(create(store, limits=Limits(processes=1), token="let-me-in")) as server, Writer(store):
        update = {"update": "INSERT DATA { <urn:a> <urn:b> <urn:c> }"}
        answer = server.post("/sparql", data=update, headers={"Authorization": "Bearer let-me-in"})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    assert "being written by another process" in answer.text
