"""Whatever happens to a store, in whatever order, it ends as one that is built from scratch from its last state."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import releases_told
from crashing import Life, in_memory
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from releases_told import company, customer, officer, organisation, release, revenue

from kg.identity.decisions import PERSON, decision
from kg.merge import decision_lines
from kg.model import Header, PartialDate
from kg.store import Entry, Writer, snapshot
from kg.store.parted import alone
from kg.vocab import BASE

FULL, BARE, OTHER, GERMAN = (
    "Alder Instruments, Inc.",
    "Alder Instruments",
    "Alder Instruments Corp.",
    "Alder Instruments GmbH",
)
DAY, NEXT, LATER = PartialDate(2021, 3, 3), PartialDate(2021, 3, 4), PartialDate(2021, 6, 1)
REPORTS = "Alder Instruments Reports Results"
FILED = Header(company=FULL, cik="0009900001", form="8-K", filed=DAY)
AMENDED = Header(company=FULL, cik="0009900001", form="8-K/A", filed=NEXT)
ANOTHER = Header(company=BARE, cik="0009900002", form="8-K", filed=DAY)
# What a source may hold: names with and without form and number, one fact alike and otherwise, corrections.
TEXTS = [
    release("", REPORTS, DAY, company(FULL), revenue(FULL, "100"), officer("Dana Whitlock", FULL)),
    release("", REPORTS, DAY, company(FULL), revenue(FULL, "100"), header=FILED),
    release("", REPORTS, NEXT, company(FULL), revenue(FULL, "120"), header=AMENDED),
    release("", f"Correction: {REPORTS}", NEXT, company(BARE), revenue(BARE, "110"), officer("D. Whitlock", BARE)),
    release("", REPORTS, DAY, company(BARE), revenue(BARE, "100"), header=ANOTHER),
    release("", "Alder Names a Chief", LATER, company(OTHER), officer("Dana Q. Whitlock", OTHER)),
    release("", "Alder Opens", LATER, company(GERMAN), revenue(GERMAN, "100"), customer(GERMAN, FULL)),
    release("", "Corvane Buys", LATER, company("Corvane Pumps Ltd."), customer(BARE, "Corvane Pumps Ltd.")),
    release(
        "",
        "A Look Back",
        LATER,
        company(FULL),
        revenue(FULL, "95"),
        words=("Alder speaks.", "Revenue, as restated, was $95."),
    ),
    release("", "No Day", None, company(BARE), revenue(BARE, "100"), officer("Dana Whitlock", BARE)),
]
SOURCES = ("a.txt", "b.txt", "c.txt", "d.txt")
KEYS = [
    organisation(key)
    for key in (
        "alder-instruments-inc",
        "alder-instruments",
        "alder-instruments-corp",
        "alder-instruments-gmbh",
        "cik-0009900001",
        "corvane-pumps-ltd",
    )
]
# An entity told apart in one release from its namesake in the others.
ALONE = [
    [key, alone(key, made.releases[0].graph.rpartition("graph/")[2])]
    for key in KEYS
    for made, files in TEXTS
    if f"<{key}> ".encode() in files[0]
]
DECISIONS = st.tuples(
    st.just("decide"),
    st.one_of(st.lists(st.sampled_from(KEYS), min_size=2, max_size=2, unique=True), st.sampled_from(ALONE)),
    st.sampled_from(["same", "different", "forget"]),
)
PUTS = st.tuples(st.just("put"), st.sampled_from(SOURCES), st.integers(0, len(TEXTS) - 1))
REMOVALS = st.tuples(st.just("remove"), st.sampled_from(SOURCES), st.none())
CRASHES = st.one_of(st.just(0.0), st.integers(1, 16).map(float), st.integers(1, 16).map(lambda step: step + 0.5))
SESSIONS = st.lists(
    st.tuples(st.lists(st.one_of(PUTS, PUTS, REMOVALS, DECISIONS), min_size=1, max_size=4), CRASHES),
    min_size=1,
    max_size=4,
)
IN_MEMORY, ON_DISK = 1000, 40
SETTINGS = settings(
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def entry(source: str, number: int) -> tuple[Entry, list[bytes]]:
    """What a source that holds a text gives."""
    made, files = TEXTS[number]
    loaded = tuple(type(each)(source, each.graph, each.content) for each in made.releases)
    return Entry(source, made.sha256, made.program, loaded), files


def perform(writer: Writer, operation: tuple[str, object, object], personal: dict[tuple[str, str], str]) -> None:
    """One change: a source put in or changed, taken out, or a pair decided."""
    what, subject, value = operation
    if what == "put":
        made, files = entry(str(subject), int(str(value)))
        writer.put([made], files)
    elif what == "remove":
        writer.put([], removed=[str(subject)] if writer.known(str(subject)) else [])
    else:
        left, right = sorted(subject)  # type: ignore[call-overload]
        personal.pop((left, right), None)
        if value != "forget":
            personal[left, right] = str(value)
        decisions = [decision(*pair, judged, "person", 0.5, "decided", PERSON) for pair, judged in personal.items()]
        writer.decide(decision_lines(decisions, f"{BASE}graph/identity"))


def told(folder: Path) -> dict[str, object]:
    """All that a store is: its files, but for the database, and what the database says."""
    store = snapshot(folder)
    found: dict[str, object] = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*.*"))
        if path.suffix in {".nq", ".jsonl"}
    }
    found.setdefault("decisions.nq", b"")
    found["quads"] = {str(quad) for quad in store.reader}
    return found


def lives(life: Life, folder: Path, sessions: list[tuple[list[tuple[str, object, object]], float]]) -> None:
    """Go through the sessions of a store, then compare it with one that is built from its last state."""
    for operations, last in sessions:
        personal = {each.pair: each.judgement for each in read(folder / "store")}
        with life.writing(Writer(folder / "store", releases_told.RULE), last) as writer:
            for operation in operations:
                perform(writer, operation, personal)
    with life.writing(Writer(folder / "store", releases_told.RULE)) as writer:
        state, decided = dict(writer.manifest.entries), writer.derived.decisions()
    with life.writing(Writer(folder / "scratch", releases_told.RULE)) as writer:
        if decided:
            writer.decide(decided)
        for made, files in TEXTS:
            held = [each for each in state.values() if each.sha256 == made.sha256]
            writer.put(held, files if held else [])
    assert told(folder / "store") == told(folder / "scratch")


def read(folder: Path) -> list[releases_told.Decision]:
    """What people have decided on a store."""
    path = folder / "decisions.nq"
    return releases_told.read_decisions(path.read_text(encoding="utf-8").splitlines() if path.exists() else [])


@pytest.fixture
def space() -> Iterator[Path]:
    """A folder in memory where there is one: these stores live for a moment."""
    shared = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="kg-", dir=shared if os.access(shared, os.W_OK) else None))
    yield folder
    shutil.rmtree(folder)


@settings(SETTINGS, max_examples=IN_MEMORY)
@given(sessions=SESSIONS)
def test_a_store_equals_the_one_built_from_its_last_state(
    sessions: list[tuple[list[tuple[str, object, object]], float]], space: Path
) -> None:
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory(dir=space) as folder:
        patch.setattr(os, "fsync", lambda _: None)
        in_memory(patch)
        lives(Life(patch), Path(folder), sessions)


@settings(SETTINGS, max_examples=ON_DISK)
@given(sessions=SESSIONS)
def test_so_does_one_with_its_database_on_disk(
    sessions: list[tuple[list[tuple[str, object, object]], float]], space: Path
) -> None:
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory(dir=space) as folder:
        patch.setattr(os, "fsync", lambda _: None)
        lives(Life(patch), Path(folder), sessions)
