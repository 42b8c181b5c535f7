"""Prints how the endpoint stands up: its throughput as a ratio of the bare engine's own server, and a load run.

`bench/endpoint.py [CLIENTS] [SECONDS]`, default 20 clients for 10 seconds: cheap, heavy and malformed queries mixed,
while a build writes into the same store. Exit code 1 for a wrong answer, a 5xx other than 503 with Retry-After, or a
query that outlives its limit by more than a second.
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

import httpx
import pyoxigraph as ox

from kg import resources
from kg.store import snapshot

LIMIT = 3.0  # seconds of a query in the load run
CE = "https://w3id.org/corpevent/ontology#"
CHEAP = f"SELECT ?r {{ ?r a <{CE}Release> }} ORDER BY ?r LIMIT 5"
# Whole releases only: as many releases in the merge as graphs that hold one with its text.
WHOLE = (
    f"ASK {{ {{ SELECT (COUNT(DISTINCT ?r) AS ?merged) {{ ?r a <{CE}Release> ; <{CE}text> ?t }} }} "
    f"{{ SELECT (COUNT(DISTINCT ?g) AS ?graphs) {{ GRAPH ?g {{ ?r a <{CE}Release> ; <{CE}text> ?t }} }} }} "
    "FILTER(?merged = ?graphs && ?merged > 0) }"
)
HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
MIX = [(CHEAP, "cheap")] * 12 + [(WHOLE, "whole")] * 6 + [("SELECT * {", "malformed")] * 6 + [(HEAVY, "heavy")]


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


async def rate(address: str, seconds: float, clients: int = 8) -> float:
    """Cheap queries answered in a second."""
    until = time.perf_counter() + seconds
    count = 0

    async def ask(client: httpx.AsyncClient) -> None:
        nonlocal count
        while time.perf_counter() < until:
            answer = await client.post(address, content=CHEAP, headers={"Content-Type": "application/sparql-query"})
            count += answer.status_code == 200

    async with httpx.AsyncClient(timeout=30) as client:
        await asyncio.gather(*(ask(client) for _ in range(clients)))
    return count / seconds


def memory(process: int) -> float:
    """Megabytes resident of a process and all below it."""
    parents: dict[int, list[int]] = {}
    sizes: dict[int, int] = {}
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            told = status.read_text()
        except OSError:
            continue
        parent, size = re.search(r"PPid:\s*(\d+)", told), re.search(r"VmRSS:\s*(\d+)", told)
        if parent and size:
            here = int(status.parent.name)
            parents.setdefault(int(parent[1]), []).append(here)
            sizes[here] = int(size[1])
    waiting, total = [process], 0
    while waiting:
        here = waiting.pop()
        total += sizes.get(here, 0)
        waiting += parents.get(here, [])
    return total / 1000


class Load:
    """One load run: what came back, and what should not have."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.statuses: Counter[tuple[str, int]] = Counter()
        self.wrong: list[str] = []

    async def client(self, number: int, until: float) -> None:
        """Ask the mix over and over, each client from another place in it."""
        async with httpx.AsyncClient(timeout=120) as client:
            for query, kind in itertools.islice(itertools.cycle(MIX), number % len(MIX), None):
                if time.perf_counter() > until:
                    return
                try:
                    answer = await client.get(self.address, params={"query": query}, headers={"Accept": "text/csv"})
                except httpx.HTTPError as error:
                    self.wrong.append(f"{kind}: {type(error).__name__}")
                    continue
                self.judge(kind, answer)

    def judge(self, kind: str, answer: httpx.Response) -> None:
        """Count an answer, and note it when it is not what it should be."""
        status = answer.status_code
        self.statuses[kind, status] += 1
        good = status == 503 and "retry-after" in answer.headers
        good |= kind in {"cheap", "whole"} and status == 200 and bool(answer.text.strip())
        good |= kind == "malformed" and status == 400
        if kind == "whole" and status == 200 and answer.text != "true\n":
            good = False
        if not good:
            self.wrong.append(f"{kind}: {status} {answer.text[:200]!r}")


async def load(address: str, clients: int, seconds: float, server: int, building: list[str]) -> tuple[Load, float, int]:
    """The run, the most memory that the server took, and how many builds were done beside it."""
    run = Load(address)
    until = time.perf_counter() + seconds
    peak, builds = 0.0, 0

    async def watch() -> None:
        nonlocal peak
        while time.perf_counter() < until:
            peak = max(peak, await asyncio.to_thread(memory, server))
            await asyncio.sleep(0.5)

    async def build() -> None:
        nonlocal builds
        while time.perf_counter() < until:
            command = building if builds % 2 == 0 else [*building[:3], "remove", "extra.txt", *building[-2:]]
            done = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.DEVNULL)
            await done.wait()
            builds += 1

    await asyncio.gather(watch(), build(), *(run.client(number, until) for number in range(clients)))
    return run, peak, builds


def runaway(port: int) -> float:
    """Seconds from a runaway query to its end as its client sees it."""
    begun = time.perf_counter()
    answer = httpx.get(f"http://127.0.0.1:{port}/sparql", params={"query": HEAVY}, timeout=60)
    assert answer.status_code == 503
    return time.perf_counter() - begun


def main(clients: int, seconds: float) -> int:
    """Run everything; 1 when something is wrong."""
    python = [sys.executable, "-m", "kg"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = folder / "store"
        shutil.copytree(resources.folder("releases"), folder / "releases")
        first = min((folder / "releases").glob("*.txt"))
        (folder / "extra.txt").write_text(
            f"{first.read_text(encoding='utf-8')}\nOne paragraph more.\n", encoding="utf-8"
        )
        subprocess.run([*python, "build", folder / "releases", "--store", store], check=True, stderr=subprocess.DEVNULL)
        dump = folder / "dump.nq"
        dump.write_bytes(snapshot(store).reader.dump(format=ox.RdfFormat.N_QUADS))
        engine = str(Path(sys.executable).with_name("oxigraph"))
        subprocess.run(
            [engine, "load", "--location", folder / "ox", "--file", dump], check=True, stderr=subprocess.DEVNULL
        )
        port = free_port()
        with serving([engine, "serve", "--location", str(folder / "ox"), "--bind", f"127.0.0.1:{port}"], port):
            bare = asyncio.run(rate(f"http://127.0.0.1:{port}/query", 4))
        port = free_port()
        ours = [*python, "serve", "--store", str(store), "--port", str(port), "--seconds", str(LIMIT)]
        with serving(ours, port) as server:
            httpx.get(f"http://127.0.0.1:{port}/health", timeout=30)
            own = asyncio.run(rate(f"http://127.0.0.1:{port}/sparql", 4))
            print(f"cheap queries a second: {own:.0f}, bare engine's server {bare:.0f}, ratio {own / bare:.2f}")
            print(f"a runaway query ended after {runaway(port):.2f} s, limit {LIMIT:g} s")
            building = [*python, "build", str(folder / "extra.txt"), "--store", str(store)]
            run, peak, builds = asyncio.run(
                load(f"http://127.0.0.1:{port}/sparql", clients, seconds, server.pid, building)
            )
            after = runaway(port)
        for (kind, status), count in sorted(run.statuses.items()):
            print(f"{kind} {status}: {count}")
        print(f"{clients} clients, {seconds:g} s, {builds} builds and removals beside, {peak:.0f} MB at most")
        print(f"a runaway query after it ended after {after:.2f} s; wrong: {len(run.wrong)}")
        for each, count in Counter(run.wrong).most_common(5):
            print(f"  {count} x {each}")
        return 1 if run.wrong or after > LIMIT + 1 else 0


if __name__ == "__main__":
    given = [*sys.argv[1:], "20", "10"][:2] if len(sys.argv) != 2 else [sys.argv[1], "10"]
    sys.exit(main(int(given[0]), float(given[1])))
