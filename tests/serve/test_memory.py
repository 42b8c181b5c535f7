"""The memory of the endpoint has limits: of each process that answers, and of what it holds for its clients."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
import world
from odd_tasks import Panics, Takes
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

from kg.errors import QueryError
from kg.serve import Limits
from kg.serve.listen import impatient
from kg.serve.negotiation import Offer
from kg.serve.refusals import BusyError
from kg.serve.room import Room
from kg.serve.seat import Task
from kg.serve.tasks import Query
from kg.serve.workers import Workers

LIMITS = Limits(processes=1, seconds=60.0, memory=300_000_000, arrival=1.0)
DOUBLED = " ".join(f"BIND(CONCAT(?s{n}, ?s{n}) AS ?s{n + 1})" for n in range(28))
GREEDY = f'SELECT (STRLEN(?s28) AS ?n) {{ BIND("xxxx" AS ?s0) {DOUBLED} }}'
SMALL = Takes(1)
HTTP: Scope = {"type": "http", "method": "GET", "headers": []}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return world.build(tmp_path_factory.mktemp("world") / "store")


def replies(store: Path, *tasks: Task) -> list[bytes | str]:
    """What one process at a time answers to one task after another: the answer, or why there is none."""

    async def ask() -> list[bytes | str]:
        workers = Workers(store, LIMITS)
        await workers.start()
        try:
            return [await told(workers, task) for task in tasks]
        finally:
            workers.close()

    async def told(workers: Workers, task: Task) -> bytes | str:
        try:
            return await workers.answer(task)
        except QueryError as error:
            return str(error)

    return asyncio.run(ask())


@pytest.mark.parametrize("greedy", [Takes(400_000_000), Query(GREEDY, Offer("csv", None), 1000)])
def test_a_query_that_needs_too_much_memory_is_refused_and_the_next_is_answered(greedy: Task, store: Path) -> None:
    refused, answered = replies(store, greedy, SMALL)
    assert "needs more memory than a query may have" in str(refused)
    assert isinstance(answered, bytes)


def test_a_process_is_replaced_once_it_has_taken_more_than_half_of_its_limit(store: Path) -> None:
    first, same, large, fresh = replies(store, SMALL, SMALL, Takes(160_000_000), SMALL)
    assert first == same == large
    assert isinstance(fresh, bytes)
    assert fresh != large


def test_a_process_that_does_not_come_up_is_tried_anew(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start, tries = Workers._start, []

    def failing(workers: Workers) -> object:
        tries.append(1)
        if len(tries) == 2:
            raise EOFError
        return start(workers)

    monkeypatch.setattr(Workers, "_start", failing)
    first, fresh = replies(store, Takes(160_000_000), SMALL)
    assert isinstance(fresh, bytes)
    assert fresh != first
    assert len(tries) == 3


def test_a_fault_of_the_engine_is_told_and_the_process_lives_on(store: Path) -> None:
    first, panic, same = replies(store, SMALL, Panics(), SMALL)
    assert panic == "the engine fails at this query (no total order); ask in another way"
    assert first == same


async def large(_scope: Scope, _receive: Receive, send: Send) -> None:
    """An application with an answer of 150,000 bytes."""
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"x" * 150_000})


async def nothing() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


def test_answers_that_clients_do_not_take_fill_the_room_and_leave_it() -> None:
    room = Room(large, most=200_000)

    async def run() -> tuple[list[Message], list[Message], int]:
        taken = asyncio.Event()
        sent: list[Message] = []
        second: list[Message] = []

        async def slow(message: Message) -> None:
            sent.append(message)
            await taken.wait()

        async def quick(message: Message) -> None:
            second.append(message)

        waiting = asyncio.create_task(room(HTTP, nothing, slow))
        await asyncio.sleep(0)
        await room(HTTP, nothing, quick)
        held = room.held
        taken.set()
        await waiting
        return sent, second, held

    sent, second, held = asyncio.run(run())
    assert held == 150_000
    assert room.held == 0
    assert [len(message["body"]) for message in sent[1:]] == [65_536, 65_536, 18_928]
    assert [message["more_body"] for message in sent[1:]] == [True, True, False]
    assert second[0]["status"] == 503
    assert (b"retry-after", b"2") in second[0]["headers"]


def test_requests_that_arrive_fill_the_room_too() -> None:
    async def reading(_scope: Scope, receive: Receive, _send: Send) -> None:
        while True:
            await receive()

    async def arriving() -> Message:
        return {"type": "http.request", "body": b"x" * 60_000, "more_body": True}

    async def unheard(_message: Message) -> None:
        raise AssertionError("nothing is to be sent")

    room = Room(reading, most=200_000)
    with pytest.raises(BusyError, match="too much"):
        asyncio.run(room(HTTP, arriving, unheard))
    assert room.held == 0


@contextlib.contextmanager
def listening(limits: Limits) -> Iterator[int]:
    """The port of a server with an answer of 30 MB."""

    async def answer(_request: object) -> Response:
        return Response(b"x" * 30_000_000)

    application = Room(Starlette(routes=[Route("/", answer)]), most=100_000_000)
    server = uvicorn.Server(uvicorn.Config(application, log_level="error", http=impatient(limits), lifespan="off"))
    with socket.create_server(("127.0.0.1", 0)) as place:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [place]})
        thread.start()
        try:
            yield place.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join()


def received(client: socket.socket) -> bytes:
    """All that comes until the other side is gone."""
    parts = []
    with contextlib.suppress(ConnectionResetError):
        while part := client.recv(1_000_000):
            parts.append(part)
    return b"".join(parts)


def test_a_client_that_does_not_take_its_answer_is_left() -> None:
    with listening(LIMITS) as port, socket.create_connection(("127.0.0.1", port), timeout=30) as client:
        client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        threading.Event().wait(3 * LIMITS.arrival)
        assert len(received(client)) < 30_000_000


def test_a_connection_more_than_there_may_be_is_told_to_come_again() -> None:
    with (
        listening(Limits(connections=1)) as port,
        socket.create_connection(("127.0.0.1", port)) as first,
        socket.create_connection(("127.0.0.1", port), timeout=30) as second,
    ):
        assert second.recv(1000).startswith(b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\n")
        first.sendall(b"GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n")
        assert first.recv(1000).startswith(b"HTTP/1.1 404 ")
