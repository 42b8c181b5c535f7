"""Every named question against the small world: the rows it must give, and those it must not."""

from __future__ import annotations

from collections.abc import Sequence

import pyoxigraph as ox
import pytest
import world

from kg.errors import QueryError
from kg.query import evaluate, library, named, prepare, rows
from kg.store import snapshot

Rows = list[tuple[str, ...]]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> ox.Store:
    return snapshot(world.build(tmp_path_factory.mktemp("world") / "store")).reader


def ask(store: ox.Store, name: str, columns: str, *given: str) -> Rows:
    """The rows of a question, the named columns of each."""
    found = rows(evaluate(store, prepare(named(name), given)))
    return [tuple(row[column] for column in columns.split()) for row in found]


CASES: list[tuple[str, str, Sequence[str], Rows]] = [
    (
        "customer-concentration",
        "supplier disclosed customer share herfindahl_low herfindahl_high",
        (),
        [
            # singles: 40² + 20² = 2,000 to 2,000 + 40²; the five: 70²/5 = 980 to 70² + 30²
            (world.ALDER, "yes", "Five customers", "70", "2000", "3600"),
            (world.ALDER, "yes", world.CORVANE, "40", "2000", "3600"),
            (world.ALDER, "yes", "A maker of valves", "20", "2000", "3600"),
            (world.BRYCE, "no", "", "", "", ""),
        ],
    ),
    ("customer-concentration", "supplier share", ("share_of=backlog",), []),
    (
        "customers-of",
        "customer status described",
        ("supplier=alder", "status=new"),
        [("A brewer", "new", "true")],
    ),
    ("suppliers-of", "customer supplier share", ("customer=corvane",), [(world.CORVANE, world.ALDER, "40")]),
    (
        "customer-changes",
        "supplier customer status told",
        (),
        [(world.ALDER, "A brewer", "new", "2020-03-03"), (world.BRYCE, "a mill", "lost", "2020-03-03")],
    ),
    ("customer-changes", "customer", ("since=2020-04",), []),
    ("customer-changes", "customer", ("until=2020", "supplier=Bryce"), [("a mill",)]),
    (
        "relocations",
        "company what from to status when suppliers",
        (),
        [(world.CORVANE, "pumps", "Erie, Pennsylvania", "Leon, Mexico", "in-progress", "by fall", world.ALDER)],
    ),
    ("relocations", "company", ("place=york",), []),
    ("facility-changes", "kind to date", ("kind=opening",), [("opening", "York", "2020-05")]),
    (
        "facilities-in",
        "place type operator",
        ("place=new york",),
        [("Rochester, New York", "factory", world.ALDER)],
    ),
    (
        "executives-of",
        "person title acting status date",
        ("company=alder",),
        [
            (world.WHITLOCK, "Chief Executive Officer", "true", "current", ""),
            (world.WHITLOCK, "Director", "false", "current", ""),
            (world.ROWE, "Director of Sales", "false", "appointed", "2020-04"),
        ],
    ),
    ("executive-changes", "person status", ("since=2020-04",), [(world.ROWE, "appointed")]),
    ("executive-changes", "person", ("since=2020-05",), []),
    ("board-of", "person title", (), [(world.WHITLOCK, "Director")]),
    (
        "roles-of-person",
        "title company status",
        ("person=rowe",),
        [("Director of Sales", world.ALDER, "appointed"), ("Buyer", world.BRYCE, "former")],
    ),
    ("said-by", "person words", ("person=whitlock", "about=pumps"), [(world.WHITLOCK, "Pumps sell well.")]),
    ("said-by", "words", ("about=copper",), []),
    ("contacts", "person phone email", (), [("Ana Pell", "(585) 555-0101", "pell@alder.example")]),
    ("advisers", "company adviser", (), [("", "Pine Bank"), (world.ALDER, "Larch LLP")]),
    ("ties-of", "subject relation object", ("company=alder",), [("Larch LLP", "advisor-to", world.ALDER)]),
    (
        "financials",
        "concept value end basis",
        ("company=alder", "concept=NetIncomeLoss", "since=2020"),
        [("NetIncomeLoss", "-8", "2020-03-28", "gaap"), ("NetIncomeLoss", "3", "2020-03-28", "non-gaap")],
    ),
    (
        "guidance",
        "concept low high end",
        ("company=alder",),
        [("Revenues", "400", "450", "2020"), ("Revenues", "380", "450", "2020")],
    ),
    ("charges", "kind value", (), [("event", ""), ("figure", "11")]),
    (
        "gaap-bridge",
        "concept gaap adjusted difference",
        (),
        [("NetIncomeLoss", "-8", "3", "11")],
    ),
    (
        "derived",
        "concept span_length end derived whole whole_span part part_span part_end",
        (),
        [
            (
                "NetCashFromOperatingActivities",
                "quarter",
                "2019-12-31",
                "9",
                "30",
                "year",
                "21",
                "nine-months",
                "2019-09-30",
            )
        ],
    ),
    (
        "comparisons",
        "concept value before change percent stated_percent",
        (),
        [
            ("NetIncomeLoss", "-8", "5", "-13", "-260", ""),
            ("Revenues", "110", "100", "10", "10", "10"),
        ],
    ),
    (
        "events-of",
        "date type role participant",
        ("company=bryce",),
        [
            ("2020-05-20", "Default", "company", world.CORVANE),
            ("2020-05-20", "Default", "counterparty", world.BRYCE),
        ],
    ),
    ("events-of", "type", ("since=2020-12",), [("Layoff",)]),
    ("defaults", "company type date others", (), [(world.CORVANE, "Default", "2020-05-20", world.BRYCE)]),
    (
        "layoffs",
        "company date status value",
        (),
        [(world.CORVANE, "", "planned", "120"), (world.CORVANE, "2020-12", "actual", "")],
    ),
    (
        "deals",
        "type date buyer target value",
        ("company=tarn",),
        [("Acquisition", "2019", world.CORVANE, "Tarn Valves", "30000000")],
    ),
    (
        "exposure",
        "supplier customer happening status share",
        (),
        [
            (world.ALDER, world.CORVANE, "Default", "actual", "40"),
            (world.ALDER, world.CORVANE, "Layoff", "planned", "40"),
            (world.ALDER, world.CORVANE, "Layoff", "actual", "40"),
            (world.ALDER, world.CORVANE, "relocation", "in-progress", "40"),
        ],
    ),
    (
        "timeline",
        "date dated kind what status",
        ("company=corvane", "since=2020-06"),
        [
            ("2020-06-01", "release", "event", "Layoff", "planned"),
            ("2020-06-01", "release", "move", "relocation", "in-progress"),
            ("2020-12", "stated", "event", "Layoff", "actual"),
        ],
    ),
    (
        "expected",
        "company what status issued",
        (),
        [
            (world.ALDER, "Relocation", "possible", "2020-05-05"),
            (world.CORVANE, "relocation", "in-progress", "2020-06-01"),
        ],
    ),
    (
        "evidence",
        "kind main quote",
        ("source=2021", "claim=/event-"),
        [("Layoff", "true", "Corvane has let people go.")],
    ),
    (
        "unverified",
        "source kind message quote",
        (),
        [("alder-2020.txt", "CustomerRelationship", "A confidence is at most 1.", "A brewer was won.")],
    ),
    (
        "conflicts",
        "kind company concept value other note",
        (),
        [
            ("across", world.ALDER, "Revenues", "400 to 450", "380 to 450", ""),
            ("across", world.ALDER, "Revenues", "110", "120", ""),
            ("noted", world.ALDER, "", "", "", "the loss is told as 8 and as 9"),
        ],
    ),
    ("coverage", "source quote", (), [("alder-2020.txt", "Something cost $5 million.")]),
]


@pytest.mark.parametrize(
    ("name", "columns", "given", "expected"), CASES, ids=[f"{case[0]} {' '.join(case[2])}" for case in CASES]
)
def test_the_question_gives_these_rows(
    store: ox.Store, name: str, columns: str, given: Sequence[str], expected: Rows
) -> None:
    assert ask(store, name, columns, *given) == expected


def test_every_question_of_the_library_is_asked_here() -> None:
    asked = {case[0] for case in CASES}
    assert asked == {name for name, question in library().items() if question.topic not in {"contract", "identity"}}


@pytest.mark.parametrize("name", library())
def test_the_header_tells_the_question_and_the_columns_of_the_answer(store: ox.Store, name: str) -> None:
    question = named(name)
    answer = evaluate(store, prepare(question, []))
    assert isinstance(answer, ox.QuerySolutions)
    assert question.question.endswith("?")
    assert question.columns == tuple(variable.value for variable in answer.variables)


@pytest.mark.parametrize("name", library())
def test_every_parameter_may_be_left_out_and_is_used(name: str) -> None:
    question = named(name)
    for parameter in question.parameters:
        assert parameter.default is not None
        assert f"${parameter.name}" in question.text


@pytest.mark.parametrize(
    "given", ['company=") || true || ("', "company=\\", "company='}", 'company=" . DROP ALL #', "company=$company"]
)
def test_a_parameter_is_a_value_and_never_becomes_syntax(store: ox.Store, given: str) -> None:
    assert ask(store, "ties-of", "subject", given) == []


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("since=yesterday", "since=yesterday is no date"),
        ("nosuch=1", "has no parameter 'nosuch'"),
        ("company", "key=value"),
    ],
)
def test_a_wrong_parameter_is_named(given: str, told: str) -> None:
    with pytest.raises(QueryError, match=told):
        prepare(named("timeline"), [given])
