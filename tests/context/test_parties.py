"""Parties of a release: the issuer, defined short names, stand-ins, and what is no party."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kg.context.parties import Parties, find_parties
from kg.model import Document, Mention, MentionKind, Party
from kg.read.text import read_text

LEAD = "ROCHESTER, N.Y., March 3, 2021 -- {lead}\n\nSales rose in all regions and the order book is full.\n"


def release(lead: str, *more: str, title: str = "A News Release About Sales") -> Document:
    return read_text("a.txt", "\n\n".join([title, LEAD.format(lead=lead), *more]) + "\n")


def parties(lead: str, *more: str, title: str = "A News Release About Sales") -> Parties:
    return find_parties(release(lead, *more, title=title))


def named(found: Parties) -> list[str]:
    return [party.name for party in found]


def test_the_issuer_is_who_announces() -> None:
    found = parties(
        "Alder Instruments, Inc. (NYSE: ALD) today announced an order from Birch Controls Corp. for scales."
    )
    assert found.issuer is not None
    assert (found.issuer.name, found.issuer.ticker, found.issuer.exchange) == ("Alder Instruments, Inc.", "ALD", "NYSE")


def test_defined_short_names_resolve_to_their_owner() -> None:
    found = parties(
        'Alder Partners LP ("ALP" or the "Partnership"), a venture of Cedar Corporation ("Cedar") (NYSE: CED) and Global Oak Partners '
        '("GOP"), said it bought a pipeline from Cedar.'
    )
    owners = {form: found.resolve(form) for form in ("ALP", "Cedar", "GOP", "the Partnership")}
    assert {form: party.name if party else None for form, party in owners.items()} == {
        "ALP": "Alder Partners LP",
        "Cedar": "Cedar Corporation",
        "GOP": "Global Oak Partners",
        "the Partnership": "Alder Partners LP",
    }


def test_typographic_marks_define_as_well() -> None:
    found = parties(
        "Ursine Metals Ltd. (“Ursine” or the “Company”) (TSX-V: URS; OTCQB: URSMF) announced a drill result."
    )
    assert named(found) == ["Ursine Metals Ltd."]
    assert found.resolve("Ursine's") is found.issuer
    assert found.issuer is not None
    assert found.issuer.listings == (("TSX-V", "URS"), ("OTCQB", "URSMF"))


def test_the_first_word_stands_for_the_name() -> None:
    found = parties(
        "Willowbend Holdings, Inc. announced a plan.",
        "Willowbend expects to close the sale. Willowbend's board agreed.",
    )
    assert found.resolve("Willowbend") is found.issuer


def test_capitals_give_way_to_the_mixed_case_form() -> None:
    found = parties(
        "LARKMOOR FUNDING, INC. (NASDAQ: LRKM) announced a loan.", "Larkmoor Funding, Inc. is a lender in Ohio."
    )
    assert found.issuer is not None
    assert found.issuer.name == "Larkmoor Funding, Inc."


def test_a_heading_never_lends_a_name_its_verbs() -> None:
    found = parties(
        "Alder Instruments, Inc. announced the purchase of Birch Controls Corp. for cash.",
        title="Alder Completes Purchase Of Birch Controls Corp.",
    )
    assert set(named(found)) == {"Alder Instruments, Inc.", "Birch Controls Corp."}


def test_we_and_the_company_are_the_issuer() -> None:
    document = release(
        "Alder Instruments, Inc. announced a plan.",
        "The Company said that we will keep our plant and that customers trust us.",
    )
    found = find_parties(document)
    sentence = next(s for s in document.sentences if "trust us" in s.text)
    assert [(m.kind, m.text, m.value is found.issuer) for m in found.mentions(sentence)] == [
        (MentionKind.ORG, "The Company", True),
        (MentionKind.WE, "we", True),
        (MentionKind.OUR, "our", True),
        (MentionKind.WE, "us", True),
    ]


def test_mentions_do_not_overlap_and_stand_where_they_say() -> None:
    document = release(
        "Birch Bank Corp., Birch Bank Holdings, Inc. and Alder Instruments, Inc. signed a deal with Birch Bank Corp. today."
    )
    found = find_parties(document)
    for sentence in document.sentences:
        mentions: list[Mention] = found.mentions(sentence)
        assert all(sentence.text[m.start : m.end] == m.text for m in mentions)
        assert all(a.end <= b.start for a, b in pairwise(mentions))


def test_a_name_told_by_its_sentence_only() -> None:
    found = parties(
        "Alder Instruments, Inc. agreed to acquire Quillstone, a maker of pens, and named Reedmark as a supplier."
    )
    assert "Quillstone" in named(found)


@pytest.mark.parametrize(
    "sentence",
    [
        "The plant in Santa Clara, California opened in March.",
        "The SpectraLine Pro platform is sold in Europe.",
        "Chief Financial Officer Ruth Okafor joined in May.",
        "The Private Securities Litigation Reform Act applies.",
        "Follow us on Twitter and LinkedIn.",
        "Opioid Use Disorder (OUD) is an illness.",
        "Adjusted EBITDA and Free Cash Flow rose.",
        "Recognizing the need, the team grew.",
        "Shares of Class A Common Stock were sold.",
    ],
)
def test_places_products_posts_and_terms_are_no_parties(sentence: str) -> None:
    assert named(parties("Alder Instruments, Inc. announced a plan.", sentence)) == ["Alder Instruments, Inc."]


def test_unknown_words_resolve_to_nothing() -> None:
    found = parties("Alder Instruments, Inc. announced a plan.")
    assert found.resolve("Somebody Else") is None
    assert found.resolve("") is None


def test_a_release_without_names_has_no_issuer() -> None:
    found = find_parties(read_text("a.txt", "sales rose in all regions.\n"))
    assert (len(found), found.issuer) == (0, None)


def test_an_about_block_speaks_of_its_own_company() -> None:
    document = release(
        "Alder Instruments, Inc. announced the purchase of Birch Controls Corp. today.",
        "About Birch Controls Corp.",
        "Birch Controls Corp. makes valves. The company was founded in 1960.",
    )
    found = find_parties(document)
    sentence = next(s for s in document.sentences if "founded" in s.text)
    owners = [m.value.name for m in found.mentions(sentence) if isinstance(m.value, Party)]
    assert owners == ["Birch Controls Corp."]
