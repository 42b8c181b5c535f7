"""Every sentence of every event kind gives the events it must, and none that it must not."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import pytest

from kg.context.context import understand
from kg.errors import SettingsError
from kg.extract import extract
from kg.extract.events.slices import compiled, load_kinds, load_phrases, read_slice
from kg.model import EventClaim, Span
from kg.read.text import read_text

FOLDER = files("kg.extract.events").joinpath("kinds")
SLICES = {
    entry.name: tomllib.loads(entry.read_text(encoding="utf-8"))
    for entry in sorted(FOLDER.iterdir(), key=lambda entry: entry.name)
    if entry.name.endswith(".toml")
}
TYPES = {
    "EarningsAnnouncement",
    "GuidanceIssued",
    "Charge",
    "Restatement",
    "DividendDeclared",
    "ShareRepurchase",
    "StockSplit",
    "DebtFinancing",
    "DebtRepayment",
    "EquityOffering",
    "Investment",
    "Default",
    "Bankruptcy",
    "CreditRatingChange",
    "ListingChange",
    "ContractWin",
    "ContractLoss",
    "Partnership",
    "ProductLaunch",
    "RegulatoryMilestone",
    "PatentGrant",
    "Award",
    "Certification",
    "Acquisition",
    "Divestiture",
    "SpinOff",
    "NameChange",
    "Reorganization",
    "StrategicReview",
    "FacilityOpening",
    "FacilityClosing",
    "FacilityExpansion",
    "Relocation",
    "Layoff",
    "Hiring",
    "LaborDispute",
    "Appointment",
    "Departure",
    "Lawsuit",
    "Settlement",
    "Investigation",
    "ConferenceCall",
    "ShareholderMeeting",
    "Incident",
}


WHO = 'Alder Instruments, Inc. (NYSE: ALD) (the "Company")'
ABOUT = f"""About Alder Instruments

{WHO} makes gauges, meters and scanners for laboratories and plants in forty countries. It employs
people on three continents.
"""


@cache
def events_of(sentence: str, *, lead: bool, headline: bool = False) -> tuple[EventClaim, ...]:
    """The events whose evidence touches the sentence, in a tiny release of an invented issuer."""
    if headline:
        return headline_events(sentence.strip())
    first = sentence.strip() if lead else f"{WHO}, a maker of instruments, spoke of its business."
    before = f"Alder Instruments Reports News\n\nROCHESTER, N.Y., March 3, 2021 -- {'' if lead else first}"
    before += "" if lead else "\n\n"
    text = f"{before}{sentence.strip()}\n\n{ABOUT}"
    own = Span(len(before), len(before) + len(sentence.strip()))
    claims = extract(understand(read_text("tiny.txt", text)))
    events = [claim for claim in claims if isinstance(claim, EventClaim)]
    return tuple(event for event in events if any(piece.span.overlaps(own) for piece in event.evidence))


def headline_events(headline: str) -> tuple[EventClaim, ...]:
    text = f"{headline}\n\nROCHESTER, N.Y., March 3, 2021 -- {WHO}, a maker of instruments, spoke of it.\n\n{ABOUT}"
    claims = extract(understand(read_text("tiny.txt", text)))
    return tuple(claim for claim in claims if isinstance(claim, EventClaim))


def agrees(event: EventClaim, expected: dict[str, Any]) -> bool:
    parties = {(part.role, part.name) for part in event.participants}
    return (
        str(event.modality) == expected.get("status", str(event.modality))
        and ("date" not in expected or str(event.date) == expected["date"])
        and all((role, name) in parties for role, name in expected.get("participants", ()))
    )


def rows(side: str) -> list[Any]:
    return [
        pytest.param(told["type"], row, id=f"{told['type']}-{number}")
        for told in SLICES.values()
        for number, row in enumerate(told[side], 1)
    ]


@pytest.mark.parametrize(("type_", "row"), rows("must"))
def test_sentence_tells_its_event(type_: str, row: dict[str, Any]) -> None:
    events = [
        event
        for event in events_of(row["text"], lead=row.get("lead", False), headline=row.get("headline", False))
        if event.type == type_
    ]
    assert any(agrees(event, row["expect"]) for event in events), events


@pytest.mark.parametrize(("type_", "row"), rows("must_not"))
def test_sentence_tells_no_such_event(type_: str, row: dict[str, Any]) -> None:
    events = events_of(row["text"], lead=row.get("lead", False), headline=row.get("headline", False))
    assert not [e for e in events if e.type == type_ and agrees(e, row.get("not", {}))]


def test_every_type_has_one_slice() -> None:
    assert sorted(told["type"] for told in SLICES.values()) == sorted(TYPES)


def test_slice_without_negatives_is_refused() -> None:
    phrases = load_phrases(files("kg.extract.events").joinpath("phrases.toml"))
    text = FOLDER.joinpath("award.toml").read_text(encoding="utf-8")
    with pytest.raises(SettingsError, match=r"award\.toml"):
        read_slice("award.toml", text.partition("\n[[must_not]]")[0], phrases)


def test_slice_that_fills_an_unknown_role_is_refused() -> None:
    phrases = load_phrases(files("kg.extract.events").joinpath("phrases.toml"))
    text = FOLDER.joinpath("layoff.toml").read_text(encoding="utf-8").replace('"place"]', '"seller"]')
    assert read_slice("layoff.toml", text, phrases).type == "Layoff"
    with pytest.raises(SettingsError, match=r"layoff\.toml.*loser"):
        read_slice("layoff.toml", text.replace("match = '", "match = '{loser:org} ", 1), phrases)


def test_rules_of_all_slices_have_names_of_their_own() -> None:
    kinds = load_kinds()
    assert len(kinds.readings) == sum(len(kind.readings) for kind in kinds.slices)


def test_every_pattern_compiles() -> None:
    kinds = load_kinds()
    assert [kinds.rules.pattern(number) for number in range(len(kinds.rules.rules))]
    guards = [guard for one in kinds.readings.values() for guard in (one.unless, one.needs) if guard]
    assert all(compiled(guard).pattern for guard in guards)
