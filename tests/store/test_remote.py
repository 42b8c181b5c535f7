"""A server holds the same graphs as a folder, whatever is built, changed and removed."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from pretender import Pretender
from real_server import KINDS, Real, serving
from tiny_releases import both, entry

from kg.errors import QueryError, StoreError
from kg.store import Writer, journal, snapshot
from kg.store.remote import RemoteSnapshot, RemoteWriter
from kg.store.server import Server

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


def held(there: Pretender) -> dict[str, list[str]]:
    return dict(RemoteSnapshot(there.server()).graphs())


def test_a_batch_is_there_whole_or_not_at_all_whichever_operation_a_server_dies_at(tmp_path: Path) -> None:
    ends = set()
    for lives in itertools.count():
        there = Pretender()
        for step in (first, change):
            with RemoteWriter(there.server()) as writer:
                step(writer)
        before = held(there)
        there.lives = lives
        with RemoteWriter(there.server()) as writer:
            try:
                change_back(writer)
            except StoreError:
                died = True
            else:
                died = False
        there.lives = None
        with RemoteWriter(there.server()) as again:
            sources = again.sources
        after = held(there)
        ends.add((sources == {"a.txt", "c.txt", "d.txt"}, after == before))
        assert all(not name.startswith("urn:kg:") or name == "urn:kg:manifest" for name in names(there))
        if not died:
            break
    assert lives > 10
    assert ends == {(False, True), (True, False)}
    one_by_one(tmp_path / "store", first, change, change_back)
    assert after == dict(snapshot(tmp_path / "store").graphs())


def change_back(writer: AnyWriter) -> None:
    writer.put(*both([entry("a.txt", "one", "four", held=True), entry("d.txt", "five")]), removed=["b.txt"])


def names(there: Pretender) -> set[str]:
    return {graph.value for graph in there.store.named_graphs()}


def one_by_one(folder: Path, *steps: Callable[[AnyWriter], None]) -> None:
    for step in steps:
        with Writer(folder) as writer:
            step(writer)


def test_what_is_half_done_is_not_read() -> None:
    there = Pretender()
    with RemoteWriter(there.server()) as writer:
        first(writer)
        there.lives = 12
        with pytest.raises(StoreError, match="it is dead"):
            change(writer)
    there.lives = None
    with pytest.raises(StoreError, match="the next `kg build` mends it"):
        held(there)
    with RemoteWriter(there.server()):
        pass
    assert held(there)


def requests_of_a_build(there: Pretender) -> int:
    with RemoteWriter(there.server()) as writer:
        before = len(there.asked)
        first(writer)
    return len(there.asked) - before


def test_a_batch_is_three_requests_and_more_where_it_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    small, large = Pretender(), Pretender()
    assert requests_of_a_build(small) == 3
    monkeypatch.setattr(journal, "_MOST_LINES", 2)
    assert requests_of_a_build(large) > 6
    assert held(large) == held(small)


def test_a_busy_server_is_asked_again_and_told_who_asks() -> None:
    there = Pretender(troubles=2)
    with RemoteWriter(there.server()) as writer:
        first(writer)
    assert there.pauses[:2] == [2.0, 4.0]
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


@pytest.fixture(scope="module", params=KINDS)
def real(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Real]:
    with serving(tmp_path_factory.mktemp("real") / "data", request.param) as server:
        yield server


@pytest.fixture
def fresh(real: Real) -> Real:
    """A real server with nothing of ours in it."""
    server = Server(real.address)
    with RemoteWriter(server) as writer:
        writer.put([], removed=sorted(writer.sources))
    assert not dict(RemoteSnapshot(server).graphs())
    return real


def test_a_real_server_ends_with_the_graphs_of_a_folder(fresh: Real, tmp_path: Path) -> None:
    for step in STEPS:
        with Writer(tmp_path / "store") as writer:
            step(writer)
        with RemoteWriter(Server(fresh.address)) as remote:
            step(remote)
        assert dict(RemoteSnapshot(Server(fresh.address)).graphs()) == dict(snapshot(tmp_path / "store").graphs())


def test_a_real_server_that_is_killed_at_any_request_has_all_of_a_batch_or_nothing(fresh: Real) -> None:
    with RemoteWriter(Server(fresh.address)) as writer:
        first(writer)
    before = dict(RemoteSnapshot(Server(fresh.address)).graphs())
    ends = []
    for request in range(1, 4):
        server = Server(fresh.address, pause=lambda _: None)
        with RemoteWriter(server) as writer:
            _kill_at(server, fresh, request)
            with pytest.raises(StoreError):
                change(writer)
        fresh.start()
        server = Server(fresh.address)
        with RemoteWriter(server) as writer:
            ends.append("c.txt" in writer.sources)
            assert (dict(RemoteSnapshot(server).graphs()) == before) is ("c.txt" not in writer.sources)
            first(writer)
            writer.put([], removed=[*({"c.txt"} & writer.sources)])
        assert dict(RemoteSnapshot(server).graphs()) == before
    assert ends == [False, False, True]


def _kill_at(server: Server, real: Real, number: int) -> None:
    """Kill the server when this update is asked for, counted from 1."""
    count = 0
    update = server.update

    def counted(text: str) -> None:
        nonlocal count
        count += 1
        if count == number:
            real.kill()
        update(text)

    server.update = counted  # type: ignore[method-assign]


def test_a_real_server_is_waited_for_while_it_starts(fresh: Real) -> None:
    fresh.kill()
    server = Server(fresh.address, pause=lambda _: fresh.start())
    with RemoteWriter(server) as writer:
        first(writer)
    assert dict(RemoteSnapshot(server).graphs())


def test_a_real_server_is_not_written_with_a_wrong_password(fresh: Real) -> None:
    if fresh.address.user is None:
        pytest.skip("this server asks nobody who they are")
    wrong = dataclasses.replace(fresh.address, password="guess")
    with pytest.raises(StoreError, match="status 401"), RemoteWriter(Server(wrong)) as writer:
        first(writer)


def test_a_real_server_is_asked_itself_only_if_it_takes_sparql_by_its_letter(fresh: Real) -> None:
    assert Server(fresh.address).exact is (fresh.address.user is None)  # Oxigraph does, Virtuoso finds "" in nothing


def test_an_answer_that_a_real_server_cut_short_is_no_answer(fresh: Real) -> None:
    server = Server(fresh.address)
    for start in range(0, 10_002, 1_667):
        many = " . ".join(f"<urn:s> <urn:p> {number}" for number in range(start, start + 1_667))
        server.update(f"INSERT DATA {{ GRAPH <urn:many> {{ {many} }} }}")
    try:
        found = list(server.table("SELECT ?o { GRAPH <urn:many> { ?s ?p ?o } }"))
        assert len(found) == 10_002
    except StoreError as error:
        assert "10000 rows at most" in str(error)  # noqa: PT017
    finally:
        server.update("DROP SILENT GRAPH <urn:many>")
