"""Prints how the endpoint stands up: its throughput as a ratio of the bare engine's own server, and a load run.

`bench/endpoint.py [CLIENTS] [SECONDS] [STORE]`, default 20 clients for 10 seconds on the sample releases: cheap, heavy
and malformed queries mixed, while a build writes into a copy of the store. The answer to each cheap query is compared
byte by byte with what the engine gives beforehand; of the heavy ones, one takes all the time it gets and the other all
the memory. Exit code 1 for a wrong answer, a 5xx other than 503 with Retry-After, a query that outlives its limit by
more than a second or keeps its processor, or a server that takes more memory than its limits add up to.
"""

from __future__ import annotations

import asyncio
import itertools
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx
import pyoxigraph as ox
from watched import Watched, taken

from kg import resources
from kg.serve import Limits
from kg.store import snapshot

LIMIT = 3.0  # seconds of a query in the load run
CE = "https://w3id.org/corpevent/ontology#"
# Whole releases only: as many releases in the merge as graphs that hold one with its text.
WHOLE = (
    f"ASK {{ {{ SELECT (COUNT(DISTINCT ?r) AS ?merged) {{ ?r a <{CE}Release> ; <{CE}text> ?t }} }} "
    f"{{ SELECT (COUNT(DISTINCT ?g) AS ?graphs) {{ GRAPH ?g {{ ?r a <{CE}Release> ; <{CE}text> ?t }} }} }} "
    "FILTER(?merged = ?graphs && ?merged > 0) }"
)
GREEDY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"  # the engine holds what it joins
EVIDENCE = " . ".join(f"?a{n} <{CE}mainEvidence> ?b{n}" for n in range(4))
ENDLESS = f"SELECT (COUNT(*) AS ?n) {{ {EVIDENCE} }}"  # few are held, and all of them met with all
MALFORMED = "SELECT * {"
SERVED = ["-m", "kg", "serve", "--seconds", str(LIMIT)]
ROUNDS = 3  # turns of each server; the machine is never quiet for long
TEXT = {"Accept": "text/csv"}
# What the server may take: its limits, the text and files mapped into each of its processes, and its own objects.
BOUND = (2 * Limits().memory + Limits().room) / 1e6 + 5 * 30 + 150


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def serving(command: list[str], port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A server, from when it answers until the block ends."""
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield running
    finally:
        running.send_signal(signal.SIGINT)
        try:
            running.wait(10)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


def cheap(store: Path) -> dict[str, str]:
    """A hundred lookups, each with the answer that it must have."""
    reader = snapshot(store).reader
    names = reader.query(f"SELECT ?c {{ ?c <{CE}mainEvidence> ?span }} ORDER BY ?c")
    assert isinstance(names, ox.QuerySolutions)
    claims = [row["c"] for row in names]
    queries = [f"SELECT ?p ?o {{ {claim} ?p ?o }} ORDER BY ?p ?o" for claim in claims[:: max(1, len(claims) // 100)]]
    answers = {}
    for query in queries:
        found = reader.query(query)
        assert isinstance(found, ox.QuerySolutions)
        answers[query] = (found.serialize(format=ox.QueryResultsFormat.CSV) or b"").decode()
    return answers


async def rate(address: str, seconds: float, expected: dict[str, str], clients: int) -> float:
    """Cheap queries answered in a second, asked by a client that costs little: it shares the machine."""
    until = time.perf_counter() + seconds
    place = urlsplit(address)
    queries = itertools.cycle(expected)
    count = 0

    async def ask() -> None:
        nonlocal count
        reader, writer = await asyncio.open_connection(place.hostname, place.port)
        while time.perf_counter() < until:
            query = next(queries)
            head = f"GET {place.path}?query={quote(query)} HTTP/1.1\r\nHost: {place.netloc}\r\nAccept: text/csv\r\n\r\n"
            writer.write(head.encode())
            assert await _answer(reader) == expected[query].encode()
            count += 1
        writer.close()

    await asyncio.gather(*(ask() for _ in range(clients)))
    return count / seconds


async def _answer(reader: asyncio.StreamReader) -> bytes:
    """The body of a successful answer, told by its length or in chunks."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    assert head.startswith(b"http/1.1 200 "), head
    length = re.search(rb"\ncontent-length: (\d+)", head)
    if length:
        return await reader.readexactly(int(length[1]))
    body = b""
    while size := int(await reader.readline(), 16):
        body += await reader.readexactly(size)
        await reader.readexactly(2)
    await reader.readexactly(2)
    return body


class Load:
    """One load run: what came back, and what should not have."""

    def __init__(self, address: str, expected: dict[str, str]) -> None:
        self.address = address
        self.expected = expected
        lookups = [(query, "cheap") for query in expected]
        others = [(WHOLE, "whole")] * 6 + [(MALFORMED, "malformed")] * 6 + [(ENDLESS, "endless"), (GREEDY, "greedy")]
        parts = itertools.zip_longest(*(lookups[at :: len(others)] for at in range(len(others))))
        self.mix = [each for row in parts for each in (*(lookup for lookup in row if lookup), *others)]
        self.statuses: Counter[tuple[str, int]] = Counter()
        self.wrong: list[str] = []

    async def client(self, client: httpx.AsyncClient, number: int, until: float) -> None:
        """Ask the mix over and over, each client from another place in it."""
        for query, kind in itertools.islice(itertools.cycle(self.mix), number * 7 % len(self.mix), None):
            if time.perf_counter() > until:
                return
            try:
                answer = await client.get(self.address, params={"query": query}, headers=TEXT)
            except httpx.HTTPError as error:
                self.wrong.append(f"{kind}: {type(error).__name__}")
                continue
            self.judge(query, kind, answer)

    def judge(self, query: str, kind: str, answer: httpx.Response) -> None:
        """Count an answer, and note it when it is not what it should be."""
        status = answer.status_code
        self.statuses[kind, status] += 1
        good = status == 503 and "retry-after" in answer.headers
        good |= kind == "cheap" and status == 200 and answer.text == self.expected[query]
        good |= kind == "whole" and status == 200 and answer.text == "true\n"
        good |= kind == "malformed" and status == 400
        good |= kind == "greedy" and status == 400 and "more memory" in answer.text
        if not good:
            self.wrong.append(f"{kind}: {status} {answer.text[:200]!r}")


async def load(run: Load, clients: int, seconds: float, server: int, building: list[str]) -> Watched:
    """Let the clients ask, and builds go on, while it is watched."""
    begun = time.perf_counter()
    until = begun + seconds
    seen = Watched()

    async def watch() -> None:
        while (now := time.perf_counter()) < until:
            seen.note((await asyncio.to_thread(taken, server))[0], server, (now - begun) / seconds)
            await asyncio.sleep(0.25)

    async def build() -> None:
        while time.perf_counter() < until:
            command = building if seen.builds % 2 == 0 else [*building[:3], "remove", "extra.txt", *building[-2:]]
            done = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.DEVNULL)
            await done.wait()
            seen.builds += 1

    connections = httpx.Limits(max_connections=clients, max_keepalive_connections=clients)
    async with httpx.AsyncClient(timeout=120, limits=connections) as client:
        await asyncio.gather(watch(), build(), *(run.client(client, number, until) for number in range(clients)))
    return seen


def runaway(query: str, port: int, server: int) -> tuple[float, float]:
    """Seconds from a runaway query to its end as its client sees it; of processor in the two seconds after it."""
    begun = time.perf_counter()
    answer = httpx.get(f"http://127.0.0.1:{port}/sparql", params={"query": query}, timeout=60)
    assert answer.status_code in ({503, 400} if query == GREEDY else {503}), answer.text
    ended = time.perf_counter() - begun
    time.sleep(1)  # a fresh process comes in the place of the one that was ended
    before = taken(server)[1]
    time.sleep(2)
    return ended, taken(server)[1] - before


def ratios(store: Path, folder: Path, expected: dict[str, str]) -> Iterator[str]:
    """What the endpoint answers in a second, beside the engine's own server on the same data."""
    dump = folder / "dump.nq"
    dump.write_bytes(snapshot(store).reader.dump(format=ox.RdfFormat.N_QUADS) or b"")
    engine = str(Path(sys.executable).with_name("oxigraph"))
    data = str(folder / "engine")
    subprocess.run([engine, "load", "--location", data, "--file", dump], check=True, stderr=subprocess.DEVNULL)
    port, other = free_port(), free_port()
    with (
        serving([engine, "serve", "--location", data, "--bind", f"127.0.0.1:{other}"], other),
        serving([sys.executable, *SERVED, "--store", str(store), "--port", str(port)], port),
    ):
        httpx.get(f"http://127.0.0.1:{port}/health", timeout=30)
        for clients in (1, 8, 20):
            own = bare = 0.0
            for _ in range(ROUNDS):
                bare += asyncio.run(rate(f"http://127.0.0.1:{other}/query", 2, expected, clients)) / ROUNDS
                own += asyncio.run(rate(f"http://127.0.0.1:{port}/sparql", 2, expected, clients)) / ROUNDS
            rates = f"{own:.0f} cheap queries a second, {bare:.0f} of the bare engine's server"
            yield f"{clients} clients: {rates}, ratio {own / bare:.2f}"


def main(clients: int, seconds: float, given: Path | None) -> int:
    """Run everything; 1 when something is wrong."""
    python = [sys.executable, "-m", "kg"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = folder / "store"
        releases = resources.folder("releases")
        if given is None:
            subprocess.run([*python, "build", releases, "--store", store], check=True, stderr=subprocess.DEVNULL)
        else:
            shutil.copytree(given, store)
        first = min(releases.glob("*.txt")).read_text(encoding="utf-8")
        (folder / "extra.txt").write_text(f"{first}\nOne paragraph more.\n", encoding="utf-8")
        expected = cheap(store)
        print(f"{len(snapshot(store).reader):,} quads")
        for line in ratios(store, folder, expected):
            print(line, flush=True)
        port = free_port()
        with serving([sys.executable, *SERVED, "--store", str(store), "--port", str(port)], port) as server:
            httpx.get(f"http://127.0.0.1:{port}/health", timeout=30)
            ends = [runaway(query, port, server.pid) for query in (ENDLESS, GREEDY)]
            building = [*python, "build", str(folder / "extra.txt"), "--store", str(store)]
            run = Load(f"http://127.0.0.1:{port}/sparql", expected)
            seen = asyncio.run(load(run, clients, seconds, server.pid, building))
            ends += [runaway(query, port, server.pid) for query in (ENDLESS, GREEDY)]
    print(f"{clients} clients, {seconds:g} s, {seen.builds} builds and removals beside")
    return told(run, seen, ends)


def told(run: Load, seen: Watched, ends: list[tuple[float, float]]) -> int:
    """Print how it went; 1 when something is wrong."""
    for (kind, status), count in sorted(run.statuses.items()):
        print(f"{kind} {status}: {count}")
    peaks = ", ".join(f"{peak:.0f}" for peak in seen.peaks)
    print(
        f"MB at most in each quarter: {peaks}; {seen.server:.0f} of the server, {seen.largest:.0f} of another process"
    )
    print(f"limits add up to {BOUND:.0f} MB")
    for name, (ended, after) in zip(("endless", "greedy", "endless, after it", "greedy, after it"), ends, strict=True):
        print(f"runaway ({name}): {ended:.2f} s, then {after:.2f} s of processor in 2 s")
    print(f"limit of a query {LIMIT:g} s; wrong: {len(run.wrong)}")
    for each, count in Counter(run.wrong).most_common(5):
        print(f"  {count} x {each}")
    late = any(ended > LIMIT + 1 or after > 0.5 for ended, after in ends)
    return 1 if run.wrong or late or max(seen.peaks) > BOUND else 0


if __name__ == "__main__":
    asked = [*sys.argv[1:], *("20", "10")[len(sys.argv) - 1 :]]
    sys.exit(main(int(asked[0]), float(asked[1]), Path(asked[2]) if len(asked) > 2 else None))
