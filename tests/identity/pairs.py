"""The pairs of pairs.csv as entities: what two releases would say of each."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.identity import Decision, Organisation, Person, judge_organisations, judge_people

BASE = "https://alder.example/id"


@dataclass(frozen=True, slots=True)
class Pair:
    """One line of the table."""

    number: int
    kind: str
    left: str
    right: str
    left_facts: str
    right_facts: str
    truth: str
    category: str

    def __str__(self) -> str:
        return f"{self.number}: {self.left} | {self.right} ({self.category})"

    @property
    def iris(self) -> tuple[str, str]:
        """The two entities, told apart even where the names are equal."""
        return f"{BASE}/{self.number:03}-left", f"{BASE}/{self.number:03}-right"


def read() -> list[Pair]:
    """Every pair of the table."""
    with (Path(__file__).parent / "pairs.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wanted = ("kind", "left", "right", "left_facts", "right_facts", "truth", "category")
    return [Pair(number, *(row[name] for name in wanted)) for number, row in enumerate(rows, 1)]


def organisations(pair: Pair) -> list[Organisation]:
    """The two organisations; one known only by a description is none that rules ever see."""
    found = []
    for iri, name, facts in zip(pair.iris, (pair.left, pair.right), (pair.left_facts, pair.right_facts), strict=True):
        if facts == "described":
            continue
        known = {key: (value,) for key, _, value in (fact.partition("=") for fact in facts.split(";")) if key}
        organisation = Organisation(
            iri,
            (name,),
            aliases=known.get("alias", ()),
            ciks=known.get("cik", ()),
            leis=known.get("lei", ()),
            listings=known.get("listing", ()),
            apart=(pair.iris[0],) if "apart" in known else (),
        )
        found.append(organisation)
    return found


def people(pair: Pair, scope: str = "") -> list[Person]:
    """The two people; `scope` keeps the companies of several pairs apart."""
    found = []
    for iri, name, facts in zip(pair.iris, (pair.left, pair.right), (pair.left_facts, pair.right_facts), strict=True):
        known = dict(fact.split("=") for fact in facts.split(";"))
        others = (f"{BASE}/{scope}{known['post']}",) if "post" in known else ()
        found.append(Person(iri, (name,), f"{BASE}/{scope}{known['company']}", others))
    return found


def judged(pair: Pair) -> Sequence[Decision]:
    """What the rules say of the pair alone."""
    if pair.kind == "person":
        return judge_people(people(pair))
    return judge_organisations(organisations(pair))
