"""Prints speed, memory and size as a Markdown table: by stage, for the whole line, and against plain rdflib.

The shipped samples are multiplied (a numbered closing paragraph makes each copy a release of its own);
with KG_SHARED set, the releases of its corpus are measured too. `bench/speed.py [COPIES]`, default 20.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from against_rdflib import compare

from kg import resources
from kg.context.context import understand
from kg.errors import UnreadableError
from kg.extract import extract
from kg.read import read, releases
from kg.triples import describe
from kg.validate import judge
from kg.vocab import BASE

Input = tuple[str, bytes]
# The peak of a process's own memory: getrusage would give that of the process that started it, if larger.
BUILD = """
import re, resource, sys, time
from pathlib import Path
from kg.cli import main
main(sys.argv[1:])
status = Path("/proc/self/status")
if status.exists():
    peak = int(re.search(r"VmHWM:\\s*(\\d+)", status.read_text())[1]) / 1e3
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
print(time.process_time(), peak)
"""


def main() -> None:
    """Measure and print."""
    copies = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    print(f"Python {platform.python_version()}, {platform.machine()}, one process.\n")
    samples = list(multiplied(copies))
    report(f"{len(samples)} releases: the shipped samples, {copies} copies each", samples)
    shared = os.environ.get("KG_SHARED")
    if shared:
        folder = Path(shared) / "corpus" / "releases"
        corpus = [(path.name, path.read_bytes()) for path in sorted(folder.iterdir()) if path.is_file()]
        report(f"{len(corpus)} releases of the corpus", corpus)
    else:
        print("KG_SHARED is not set: the corpus is not measured.\n")
    memory((5, 40))
    length()


def multiplied(copies: int) -> Iterator[Input]:
    """The samples that are one release each, every copy with a closing paragraph of its own."""
    for raw in releases([str(resources.folder("releases"))]):
        text = raw.data.decode("latin-1")  # any bytes there and back
        if raw.error is not None or "<SEC-DOCUMENT>" in text:
            continue
        for number in range(copies):
            note = f"Copy {number} of this release is for measuring only."
            if "</body>" in text.lower():
                end = text.lower().rindex("</body>")
                changed = f"{text[:end]}<p>{note}</p>{text[end:]}"
            else:
                changed = f"{text.rstrip()}\n\n{note}\n"
            yield f"{number:03d}-{raw.source}", changed.encode("latin-1")


def report(title: str, inputs: list[Input]) -> None:
    """One table: the stages one after the other, then the whole line into a store."""
    rows, graphs, words = stages(inputs)
    print(f"### {title}\n")
    print(f"{sum(len(data) for _, data in inputs) / 1e6:.1f} MB, {words:,} words.\n")
    print("| stage | CPU seconds | releases/s | words/s |")
    print("|---|---:|---:|---:|")
    for name, seconds in rows:
        print(f"| {name} | {seconds:.2f} | {len(inputs) / seconds:,.0f} | {words / seconds:,.0f} |")
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as folder:
        seconds, peak, size = whole_line(inputs, Path(folder))
    print(f"| the whole line | {seconds:.2f} | {len(inputs) / seconds:,.0f} | {words / seconds:,.0f} |")
    print(f"\nPeak memory {peak:.0f} MB; the store has {size:.1f} MB for {sum(map(len, graphs)):,} quads.\n")
    compare(graphs)


def stages(inputs: list[Input]) -> tuple[list[tuple[str, float]], list[list[str]], int]:
    """CPU seconds by stage, the graphs as N-Quads lines, and the number of words."""
    for name, data in inputs[:16]:
        line_of(name, data)  # patterns are compiled at the first use
    reading, documents = timed(lambda: [each for one in inputs for each in read_or_none(one)])
    contexts_for = timed(lambda: [understand(document) for document in documents])
    understanding, contexts = contexts_for
    extracting, claims = timed(lambda: [extract(context) for context in contexts])
    pairs = list(zip(documents, claims, strict=True))
    naming, graphs = timed(lambda: [describe(document, found, BASE) for document, found in pairs])
    judge(graphs[0])  # the shapes are parsed once, at the first verdict
    judging, verdicts = timed(lambda: [judge(graph) for graph in graphs])
    rows = [
        ("read", reading),
        ("understand", understanding),
        ("extract", extracting),
        ("read, understand, extract", reading + understanding + extracting),
        ("triples", naming),
        ("validate", judging),
    ]
    lines = [list(verdict.published) for verdict in verdicts]
    return rows, lines, sum(len(document.text.split()) for document in documents)


def read_or_none(one: Input) -> Iterable[Any]:
    """The documents of an input; none when it cannot be read."""
    try:
        return list(read(*one))
    except UnreadableError:
        return ()


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of processor time that a piece of work takes, and what it gives."""
    started = time.process_time()
    result = work()
    return time.process_time() - started, result


def whole_line(inputs: list[Input], folder: Path) -> tuple[float, float, float]:
    """CPU seconds, peak memory in MB and store size in MB of `kg build` in a process of its own."""
    source, store = folder / "in", folder / "store"
    source.mkdir()
    for name, data in inputs:
        (source / name).write_bytes(data)
    command = [sys.executable, "-c", BUILD, "build", str(source), "--store", str(store)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, peak = map(float, done.stdout.split()[-2:])
    size = sum(path.stat().st_size for path in store.rglob("*") if path.is_file())
    return seconds, peak, size / 1e6


def memory(steps: Iterable[int]) -> None:
    """Peak memory of a build against the number of its inputs."""
    print("### Peak memory by number of releases\n\n| releases | MB |\n|---:|---:|")
    for copies in steps:
        inputs = list(multiplied(copies))
        with tempfile.TemporaryDirectory(prefix="kg-bench-") as folder:
            _, peak, _ = whole_line(inputs, Path(folder))
        print(f"| {len(inputs)} | {peak:.0f} |")
    print()


def length() -> None:
    """Milliseconds per kilobyte as one release gets longer: linear cost stays level."""
    text = (resources.folder("releases") / "quillbrook-foods-19961022.txt").read_text(encoding="utf-8")
    head, body = text.split("\n<PAGE>\n", 1)
    print("### Cost of one release by its length\n\n| KB | ms | ms/KB |\n|---:|---:|---:|")
    for times in (1, 2, 4, 8, 16, 32):
        longer = "\n".join([head] * times + ["<PAGE>", body] * times).encode()
        spent = statistics.median(timed(lambda data=longer: line_of("long.txt", data))[0] for _ in range(3))
        print(f"| {len(longer) / 1e3:.0f} | {spent * 1e3:.0f} | {spent * 1e3 / (len(longer) / 1e3):.2f} |")


def line_of(name: str, data: bytes) -> int:
    """How many claims one text gives: read, understood and extracted."""
    return sum(len(extract(understand(document))) for document in read(name, data))


if __name__ == "__main__":
    main()
