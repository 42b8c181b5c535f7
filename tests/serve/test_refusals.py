"""What a hostile or careless client meets: a refusal with a sentence, and a store that is as it was."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
import world
from starlette.testclient import TestClient

from kg.serve import Limits, create
from kg.serve.listen import impatient

TOKEN = {"Authorization": "Bearer let-me-in"}
LIMITS = Limits(processes=1, seconds=2.0, arrival=1.0, answer=100_000, services=frozenset({"allowed.example"}))
RELEASE = "SELECT ?g { GRAPH ?g { ?r a <https://w3id.org/corpevent/ontology#Release> } } ORDER BY ?g LIMIT 1"
INTERNAL = ("http://127.0.0.1:9/", "http://169.254.169.254/latest", "http://[::1]/", "file:///etc/passwd")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return world.build(tmp_path_factory.mktemp("world") / "store")


@pytest.fixture(scope="module")
def client(store: Path) -> Iterator[TestClient]:
    with TestClient(create(store, limits=LIMITS, token="let-me-in"), raise_server_exceptions=False) as opened:
        yield opened


@pytest.fixture
def graph(client: TestClient) -> str:
    """The name of a release's graph."""
    return str(client.get("/sparql", params={"query": RELEASE}).json()["results"]["bindings"][0]["g"]["value"])


@pytest.mark.parametrize(
    "value", ['x" } DROP ALL #', "x') || true || ('", "x\\", "\u0000", '"""', "} UNION { ?s ?p ?o"]
)
def test_a_parameter_is_a_term_and_never_text(value: str, client: TestClient) -> None:
    answer = client.get("/queries/customers-of.csv", params={"supplier": value})
    assert answer.status_code == 400 if "\0" in value else len(answer.text.splitlines()) == 1


def test_a_parameter_given_twice_is_refused(client: TestClient) -> None:
    assert client.get("/queries/customers-of.csv?supplier=a&supplier=b").status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "/release/../../etc/passwd",
        "/release/..%2f..%2fetc%2fpasswd",
        "/release/..%2f..%2fetc%2fpasswd.txt",
        "/queries/..%2f..%2fkg%2f__init__.csv",
        "/id/%00",
        "/id/%3Cscript%3E",
        "/release/x%22%3E%3Cscript%3E.html",
    ],
)
def test_a_path_leads_to_no_file_and_is_not_echoed_as_html(path: str, client: TestClient) -> None:
    answer = client.get(path)
    assert answer.status_code in {400, 404}
    assert answer.headers["content-type"].startswith("text/plain")
    assert "root:" not in answer.text


@pytest.mark.parametrize("address", INTERNAL)
def test_no_other_address_is_asked(address: str, client: TestClient) -> None:
    for service in (f"SERVICE <{address}>", f"SERVICE SILENT <{address}>", f"service\n<{address}>"):
        answer = client.get("/sparql", params={"query": f"SELECT * {{ {service} {{ ?s ?p ?o }} }}"})
        assert (answer.status_code, "SERVICE is refused" in answer.text) == (400, True)
    found = client.get("/sparql", params={"query": f"ASK FROM <{address}> {{ ?s ?p ?o }}"})
    assert found.json()["boolean"] is False
    load = client.post("/sparql", data={"update": f"LOAD <{address}>"}, headers=TOKEN)
    assert (load.status_code, "LOAD is refused" in load.text) == (400, True)


@pytest.mark.parametrize(
    "service",
    ["?s", "<http://allowed.example@127.0.0.1/>", "<http://allowed.example:81/>", "a:x", "<//allowed.example/>"],
)
def test_an_allowed_host_lets_no_other_in(service: str, client: TestClient) -> None:
    query = f"PREFIX a: <http://127.0.0.1/> SELECT * {{ SERVICE {service} {{ ?s ?p ?o }} }}"
    answer = client.get("/sparql", params={"query": query})
    assert answer.status_code == 400


@pytest.mark.parametrize("host", ["evil example", "x/../y", "<script>", "a" * 300, "host:port"])
def test_a_host_header_that_names_no_host_is_refused(host: str, client: TestClient) -> None:
    assert client.get("/sparql", headers={"Host": host}).status_code == 400


def test_writing_needs_the_token(client: TestClient) -> None:
    update = {"update": "INSERT DATA { <urn:a> <urn:b> <urn:c> }"}
    assert client.post("/sparql", data=update).status_code == 401
    for shown in ("Bearer wrong", "Bearer", "Basic !!!", "Digest let-me-in", "Bearer let-me-in-too"):
        assert client.post("/sparql", data=update, headers={"Authorization": shown}).status_code == 401
    assert client.delete("/gsp", params={"graph": "urn:x"}).status_code == 401
    assert client.get("/sparql", params={"query": "ASK { <urn:a> ?p ?o }"}).json()["boolean"] is False


def test_without_a_token_nothing_writes(store: Path) -> None:
    with TestClient(create(store, limits=LIMITS)) as reader:
        assert reader.post("/sparql", data={"update": "DROP ALL"}, headers=TOKEN).status_code == 403
        assert reader.put("/gsp?default", content="", headers=TOKEN).status_code == 403


def test_what_releases_say_stays(client: TestClient, graph: str) -> None:
    before = client.get("/gsp", params={"graph": graph}).text
    updates = [
        "DROP ALL",
        "CLEAR DEFAULT",
        "DELETE WHERE { ?s ?p ?o }",
        f"INSERT DATA {{ GRAPH <{graph}> {{ <urn:a> <urn:b> <urn:c> }} }}",
        "DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }",
        "INSERT DATA { GRAPH <https://w3id.org/corpevent/graph/0123456789abcdef> { <urn:a> <urn:b> <urn:c> } }",
    ]
    for update in updates:
        assert client.post("/sparql", data={"update": update}, headers=TOKEN).status_code == 403, update
    turtle = {**TOKEN, "Content-Type": "text/turtle"}
    assert client.put("/gsp", params={"graph": graph}, content="", headers=turtle).status_code == 403
    assert client.delete("/gsp", params={"graph": graph}, headers=TOKEN).status_code == 403
    assert client.get("/gsp", params={"graph": graph}).text == before


def test_an_update_is_done_whole_or_not_at_all(client: TestClient) -> None:
    update = "INSERT DATA { GRAPH <urn:mine> { <urn:a> <urn:b> <urn:c> } } ; CLEAR DEFAULT"
    assert client.post("/sparql", data={"update": update}, headers=TOKEN).status_code == 403
    assert client.get("/gsp", params={"graph": "urn:mine"}).status_code == 404


def test_what_users_wrote_outlives_a_rebuild(client: TestClient, store: Path) -> None:
    update = {"update": "INSERT DATA { <urn:a> <urn:b> _:x . GRAPH <urn:mine> { _:x <urn:b> 1 } }"}
    assert client.post("/sparql", data=update, headers=TOKEN).status_code == 204
    with TestClient(create(world.build(store), limits=LIMITS)) as other:
        joined = "ASK { <urn:a> <urn:b> ?x . GRAPH <urn:mine> { ?x <urn:b> 1 } }"
        assert other.get("/sparql", params={"query": joined}).json()["boolean"] is True
    assert client.post("/sparql", data={"update": "DELETE WHERE { <urn:a> ?p ?o }"}, headers=TOKEN).status_code == 204
    assert client.get("/sparql", params={"query": "ASK { <urn:a> ?p ?o }"}).json()["boolean"] is False


def test_an_update_that_runs_too_long_changes_nothing(client: TestClient) -> None:
    endless = "INSERT { GRAPH <urn:long> { ?a ?b ?i } } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    answer = client.post("/sparql", data={"update": endless}, headers=TOKEN)
    assert answer.status_code == 503
    assert client.get("/gsp", params={"graph": "urn:long"}).status_code == 404


def test_an_answer_has_a_size(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": "SELECT * { ?a ?b ?c . ?d ?e ?f }"})
    assert (answer.status_code, "larger than 100,000 bytes" in answer.text) == (400, True)


def test_slow_requests_are_ended(store: Path) -> None:
    server = uvicorn.Server(
        uvicorn.Config(create(store, limits=LIMITS), port=0, log_level="error", http=impatient(LIMITS))
    )
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        idle = socket.create_connection(("127.0.0.1", port), timeout=30)
        idle.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow:")
        assert idle.recv(1000) == b""
        slow = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        slow.putrequest("POST", "/sparql")
        slow.putheader("Content-Type", "application/sparql-query")
        slow.putheader("Content-Length", "100")
        slow.endheaders(b"SELECT")
        assert slow.getresponse().status == 408
    finally:
        server.should_exit = True
        thread.join()
