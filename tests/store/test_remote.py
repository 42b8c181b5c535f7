"""A server holds the same graphs as a folder, whatever is built, changed and removed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from pretender import Pretender
from real_server import serving
from tiny_releases import both, entry

from kg.errors import QueryError, StoreError
from kg.store import Writer, snapshot
from kg.store.remote import RemoteSnapshot, RemoteWriter
from kg.store.server import Address, Server

AnyWriter = Writer | RemoteWriter


def first(writer: AnyWriter) -> None:
    writer.put(*both([entry("a.txt", "one", "two", held=True), entry("b.txt", "two", held=True)]))


def change(writer: AnyWriter) -> None:
    writer.put(*both([entry("a.txt", 'three \\ "quoted"\u2028'), entry("c.txt", "one")]))


def remove(writer: AnyWriter) -> None:
    writer.put([], removed=["b.txt"])


STEPS = [first, change, remove, first]


@pytest.mark.parametrize("count", range(1, len(STEPS) + 1))
def test_a_server_ends_with_the_graphs_of_a_folder(count: int, tmp_path: Path) -> None:
    there = Pretender()
    for step in STEPS[:count]:
        _both(step, tmp_path / "store", there)
    here = dict(snapshot(tmp_path / "store").graphs())
    assert dict(RemoteSnapshot(there.server()).graphs()) == here
    assert here


def _both(step: Callable[[AnyWriter], None], folder: Path, there: Pretender) -> None:
    with Writer(folder) as writer:
        step(writer)
    with RemoteWriter(there.server()) as remote:
        step(remote)


def test_the_server_remembers_what_each_source_gave() -> None:
    there = Pretender()
    with RemoteWriter(there.server()) as writer:
        first(writer)
    with RemoteWriter(there.server()) as again:
        assert again.sources == {"a.txt", "b.txt"}
        assert again.known("a.txt") == entry("a.txt", "one", "two", held=True)[0]
        assert again.known("z.txt") is None


def test_a_batch_is_one_request_so_that_it_is_there_whole_or_not_at_all() -> None:
    there = Pretender()
    with RemoteWriter(there.server()) as writer:
        before = len(there.asked)
        first(writer)
    assert len(there.asked) == before + 1


def test_a_busy_server_is_asked_again_and_told_who_asks() -> None:
    there = Pretender(troubles=2)
    with RemoteWriter(there.server()) as writer:
        first(writer)
    assert there.pauses == [2.0, 4.0]
    assert {request.headers["authorization"][:6] for request in there.asked} == {"Basic "}


def test_a_server_that_stays_busy_is_a_store_error() -> None:
    with pytest.raises(StoreError, match=r"pretender.example/query: status 503: busy"):
        RemoteWriter(Pretender(troubles=99).server()).__enter__()


def test_a_malformed_query_is_told_in_the_words_of_the_server() -> None:
    with pytest.raises(QueryError, match="error at 1:"):
        Pretender().server().table("SELECT ?x {")


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (httpx.Response(200, text='{"head":{"vars":["s"]},"results":{"bindings":[{"s'), "broke off its answer"),
        (
            httpx.Response(
                200, text='{"head":{"vars":[]},"results":{"bindings":[]}}', headers={"X-SPARQL-MaxRows": "10000"}
            ),
            "gives 10000 rows at most",
        ),
    ],
)
def test_an_answer_that_is_not_whole_is_no_answer(answer: httpx.Response, told: str) -> None:
    there = Pretender()
    server = Server(
        there.server()._address, httpx.Client(transport=httpx.MockTransport(lambda _: answer)), there.pauses.append
    )
    with pytest.raises(StoreError, match=told):
        server.table("SELECT * { ?s ?p ?o }")


def test_the_copy_of_a_server_has_the_published_merge_as_its_default_graph(tmp_path: Path) -> None:
    there = Pretender()
    _both(first, tmp_path / "store", there)
    ours, theirs = snapshot(tmp_path / "store").reader, RemoteSnapshot(there.server()).reader
    assert {str(quad) for quad in ours} == {str(quad) for quad in theirs}


@pytest.fixture
def real(tmp_path: Path) -> Iterator[Server]:
    with serving(tmp_path / "data") as address:
        yield Server(Address.of(address))


def test_a_real_server_ends_with_the_graphs_of_a_folder(real: Server, tmp_path: Path) -> None:
    for step in STEPS:
        with Writer(tmp_path / "store") as writer:
            step(writer)
        with RemoteWriter(real) as remote:
            step(remote)
        assert dict(RemoteSnapshot(real).graphs()) == dict(snapshot(tmp_path / "store").graphs())
