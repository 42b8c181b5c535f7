"""Whose deed it is, and when, where the sentence itself leaves it open."""

from __future__ import annotations

from kg.context.context import understand
from kg.extract import extract
from kg.model import EventClaim, Status
from kg.read.text import read_text

HEAD = "ROCHESTER, N.Y., March 3, 2021 -- "
WHO = 'Alder Instruments, Inc. (NYSE: ALD) (the "Company"), a maker of instruments,'


def events(type_: str, headline: str, *paragraphs: str) -> list[EventClaim]:
    text = "\n\n".join([headline, HEAD + paragraphs[0], *paragraphs[1:]])
    claims = extract(understand(read_text("release.txt", text)))
    return [claim for claim in claims if isinstance(claim, EventClaim) and claim.type == type_]


def names(event: EventClaim, role: str) -> list[str]:
    return [part.name for part in event.participants if part.role == role]


def test_pronoun_means_the_company_that_the_paragraph_tells_of() -> None:
    (event,) = events(
        "Acquisition",
        "Alder Instruments Reports on Its Distributors",
        f"{WHO} today gave a report on its distributors.",
        "Brackwell Industries, Inc. has plants in Ohio and Utah. In 2019 it acquired Corvane Systems, Inc. for cash.",
    )
    assert names(event, "buyer") == ["Brackwell Industries, Inc."]


def test_deal_in_a_paragraph_of_another_company_is_not_the_issuers() -> None:
    found = events(
        "Acquisition",
        "Alder Instruments Reports on Its Distributors",
        f"{WHO} today gave a report on its distributors.",
        "In December, Brackwell Industries, Inc. sold its pumps. A merger with Corvane Systems, Inc. was called off in 2019.",
    )
    assert not any("Alder Instruments, Inc." in names(event, "buyer") for event in found)


def test_what_is_planned_has_no_day_of_announcement() -> None:
    (event,) = events(
        "NameChange",
        "Alder Instruments Announces Name Change",
        f"{WHO} today reported on its plans.",
        "The Company intends to change its name to Alder Optics, Inc.",
    )
    assert event.modality is Status.PLANNED
    assert event.date is None


def test_offering_is_that_of_the_notes_told_before() -> None:
    paragraphs = (
        f"{WHO} today priced an offering of $400 million of senior notes due 2034.",
        "The offering is expected to close on March 9, 2021.",
    )
    head = "Alder Instruments Prices Notes"
    assert len(events("DebtFinancing", head, *paragraphs)) == 1
    assert not events("EquityOffering", head, *paragraphs)
