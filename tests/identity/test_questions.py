"""Questions across releases see merged entities, corrections and the day of asking; the contract's rows stay."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import releases_told
from releases_told import company, customer, officer, organisation, release, revenue

from kg.cli import main
from kg.errors import QueryError
from kg.identity.decisions import PERSON, decision
from kg.merge import decision_lines
from kg.model import EventClaim, Header, MoveClaim, PartialDate, Participant
from kg.query import evaluate, known, library, named, prepare, rows
from kg.store import Writer, snapshot
from kg.vocab import BASE

ALDER, BARE, OLD = "Alder Instruments, Inc.", "Alder Instruments", "Northlight Sensors Ltd."
CORVANE, CORVANE_BARE = "Corvane Pumps Ltd.", "Corvane Pumps"
DAY, NEXT, LATER = PartialDate(2021, 3, 3), PartialDate(2021, 3, 4), PartialDate(2021, 6)
FILED = Header(company=ALDER, cik="9900001", form="8-K", filed=DAY)
TITLE = "Alder Instruments Reports Fourth Quarter Results"
POST, SALES = ("ExecutiveRole", "2"), "CustomerRelationship"
HAND: dict[str, Any] = {"evidence": (), "rule": "test/hand"}
RELEASES = [
    release("a.txt", TITLE, DAY, company(ALDER), revenue(ALDER, "100"), officer("Dana Whitlock", ALDER), header=FILED),
    release("b.txt", f"Correction: {TITLE}", NEXT, company(BARE), revenue(BARE, "110"), officer("Dana Whitlock", BARE)),
    release(
        "c.txt",
        "Corvane Moves",
        LATER,
        company(CORVANE),
        customer(BARE, CORVANE),
        MoveClaim(**HAND, kind="relocation", company=CORVANE, what="casting", origin=None, destination="Erie"),
        EventClaim(**HAND, type="Default", participants=(Participant("company", CORVANE),), date=PartialDate(2021, 5)),
    ),
    release(
        "d.txt",
        "Northlight Reports",
        None,
        company(OLD),
        customer(OLD, CORVANE_BARE),
        officer("Milo Rowe", OLD, position="appointed"),
        revenue(OLD, "100", scope="region: Ohio"),
        EventClaim(**HAND, type="Bankruptcy", participants=(Participant("company", OLD),), date=DAY),
    ),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four releases; a person knows that Northlight is what Alder was called."""
    folder = releases_told.build(tmp_path_factory.mktemp("asked") / "store", *RELEASES)
    renamed = decision(
        organisation("northlight-sensors-ltd"), organisation("cik-0009900001"), "same", "person", 1, "renamed", PERSON
    )
    with Writer(folder, releases_told.RULE) as writer:
        writer.decide(decision_lines([renamed], f"{BASE}graph/identity"))
    return folder


def ask(store: Path, name: str, columns: str, *given: str, as_of: str | None = None) -> list[tuple[str, ...]]:
    """The rows of a question, the named columns of each."""
    reader = snapshot(store).reader
    asked = prepare(named(name), given)
    if as_of is None:
        answer = evaluate(reader, asked)
    else:
        then = known(reader, as_of)
        answer = evaluate(reader, asked, default_graphs=then.default_graphs, named_graphs=then.named_graphs)
    return [tuple(row[column] for column in columns.split()) for row in rows(answer)]


CASES: list[tuple[str, str, Sequence[str], list[tuple[str, ...]]]] = [
    (
        "customers-of",
        "supplier customer source",
        ("supplier=northlight",),
        [(ALDER, CORVANE, "c.txt"), (ALDER, CORVANE, "d.txt")],
    ),
    (
        "suppliers-of",
        "customer supplier source",
        ("customer=corvane",),
        [(CORVANE, ALDER, "c.txt"), (CORVANE, ALDER, "d.txt")],
    ),
    ("suppliers-of", "supplier", ("customer=northlight",), []),
    (
        "executives-of",
        "company person source",
        ("company=northlight",),
        [(ALDER, "Dana Whitlock", "a.txt"), (ALDER, "Dana Whitlock", "b.txt"), (ALDER, "Milo Rowe", "d.txt")],
    ),
    ("executive-changes", "company person", ("company=alder",), [(ALDER, "Milo Rowe")]),
    ("defaults", "company type", (), [(ALDER, "Bankruptcy"), (CORVANE, "Default")]),
    ("events-of", "type participant source", ("company=alder",), [("Bankruptcy", ALDER, "d.txt")]),
    (
        "timeline",
        "company what",
        ("company=alder",),
        [(ALDER, "Milo Rowe, Chief Executive Officer"), (ALDER, "Bankruptcy")],
    ),
    ("relocations", "company suppliers", (), [(CORVANE, ALDER)]),
    ("exposure", "supplier", ("supplier=vexmoor",), []),
    (
        "exposure",
        "supplier customer happening known_from",
        ("supplier=northlight",),
        [(ALDER, CORVANE, what, where) for what in ("Default", "relocation") for where in ("c.txt", "d.txt")],
    ),
    (
        "financials",
        "company value source",
        ("company=northlight", "concept=Revenues"),
        [(ALDER, "100", "d.txt"), (ALDER, "100", "a.txt"), (ALDER, "110", "b.txt")],
    ),
    ("conflicts", "kind company value other", (), [("corrected", ALDER, "100", "110")]),
    (
        "merged",
        "shown names",
        ("name=northlight",),
        [(ALDER, f"{BARE} | {ALDER} | {OLD}")],
    ),
    ("decisions", "judgement method reason", ("by=person",), [("same", "person", "renamed")]),
    ("decisions", "judgement", ("judgement=different",), []),
    (
        "corrections",
        "source corrected_source kind was is old_quote",
        (),
        [
            ("b.txt", "a.txt", "FinancialFact", "$100", "$110", "Sentence 1: $100."),
            ("b.txt", "a.txt", "release", "", "", TITLE),
        ],
    ),
    (
        "current-facts",
        "value scope supports sources",
        ("company=alder",),
        [("100", "region: Ohio", "1", "d.txt"), ("110", "total", "1", "b.txt")],
    ),
    ("supports", "kind supports source", ("kind=ExecutiveRole",), [(*POST, "a.txt"), (*POST, "b.txt")]),
    ("sites-on-the-map", "company", (), []),  # tests/identity/test_places.py has those that have one
    ("supports", "kind source", ("kind=CustomerRelationship",), [(SALES, "c.txt"), (SALES, "d.txt")]),
]


@pytest.mark.parametrize(
    ("name", "columns", "given", "expected"), CASES, ids=[f"{case[0]} {' '.join(case[2])}" for case in CASES]
)
def test_the_question_gives_these_rows(
    store: Path, name: str, columns: str, given: Sequence[str], expected: list[tuple[str, ...]]
) -> None:
    assert ask(store, name, columns, *given) == expected


def test_every_question_on_identity_is_asked_here() -> None:
    wanted = {name for name, question in library().items() if question.topic == "identity"}
    assert wanted <= {case[0] for case in CASES}


@pytest.mark.parametrize("name", [name for name, question in library().items() if question.topic == "contract"])
def test_the_rows_of_the_contract_are_the_same_without_the_merged_view(store: Path, name: str, tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    with Writer(plain) as writer:
        for made, files in RELEASES:
            writer.put([made], files)
    columns = " ".join(named(name).columns)
    assert ask(store, name, columns) == ask(plain, name, columns)


@pytest.mark.parametrize(
    ("date", "sources"),
    [
        ("2021-03-02", []),
        ("2021-03-03", ["a.txt"]),
        ("2021-03", ["a.txt", "b.txt"]),
        ("2021-06-29", ["a.txt", "b.txt"]),
        ("2021-06-30", ["a.txt", "b.txt", "c.txt"]),
        ("2021", ["a.txt", "b.txt", "c.txt"]),
    ],
)
def test_what_was_known_on_a_day_is_what_had_been_issued(store: Path, date: str, sources: list[str]) -> None:
    assert ask(store, "releases", "source", as_of=date) == [(source,) for source in sources]


def test_a_figure_holds_until_it_is_corrected(store: Path) -> None:
    assert ask(store, "current-facts", "value", "company=alder", as_of="2021-03-03") == [("100",)]
    assert ask(store, "current-facts", "value", "company=alder", as_of="2021-03-04") == [("110",)]
    assert ask(store, "conflicts", "kind", as_of="2021-03-03") == []


def test_the_day_is_an_option_of_the_command(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["query", "releases", "--format", "csv", "--as-of", "2021-03-03", "--store", str(store)]
    assert main(words) == 0
    out, err = capsys.readouterr()
    assert [line.split(",")[0] for line in out.split()[1:2]] == ["a.txt"]
    assert err == "1 releases without a date are left out\n"


@pytest.mark.parametrize("date", ["yesterday", "2021-13", "2021-3-3", "", "2021-00-01"])
def test_what_is_no_day_is_refused(store: Path, date: str) -> None:
    with pytest.raises(QueryError):
        known(snapshot(store).reader, date)
