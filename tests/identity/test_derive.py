"""What follows from several releases: one entity, one fact with its supports, what takes the place of what."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import releases_told
from releases_told import BASE, Put, company, customer, officer, organisation, release, revenue

from kg.merge import decisions_of, derive
from kg.model import Header, PartialDate
from kg.vocab import CE, SKOS

ALDER, BARE = "Alder Instruments, Inc.", "Alder Instruments"
DAY, NEXT, LATER = PartialDate(2021, 3, 3), PartialDate(2021, 3, 4), PartialDate(2021, 9, 1)
TITLE = "Alder Instruments Reports Fourth Quarter Results"
FILED = Header(company=ALDER, cik="9900001", form="8-K", filed=DAY)


def lines(*puts: Put, decided: Sequence[str] = ()) -> list[str]:
    """What is derived from releases."""
    graphs = [(entry.releases[0].graph, files[0].decode().splitlines()) for entry, files in puts]
    return derive(lambda: graphs, decided)


def links(derived: Sequence[str], name: str) -> list[tuple[str, str]]:
    """The (subject, object) pairs of one of our properties."""
    found = [line.split(" ") for line in derived if f" <{CE}{name}> " in line]
    return [(words[0][1:-1], words[2][1:-1]) for words in found]


def test_a_number_and_an_exact_name_are_one_and_old_names_point_to_the_number() -> None:
    derived = lines(
        release("a.txt", TITLE, DAY, company(ALDER), header=FILED),
        release("b.txt", "Corvane Buys", LATER, company("Corvane Pumps Ltd."), customer(BARE, "Corvane Pumps Ltd.")),
    )
    number = organisation("cik-0009900001")
    assert links(derived, "sameEntityAs") == [(organisation("alder-instruments"), number), (number, number)]
    assert f'<{number}> <{SKOS}prefLabel> "{ALDER}" <{BASE}graph/merged> .' in derived
    assert [each.method for each in decisions_of(derived)] == ["name-without-form"]


def test_supplier_and_customer_of_one_claim_are_two_whatever_their_names() -> None:
    derived = lines(
        release("a.txt", TITLE, DAY, company(ALDER)),
        release("b.txt", "Other", LATER, company("Corvane Pumps Ltd."), customer(BARE, ALDER)),
    )
    told_apart = next(each for each in decisions_of(derived) if each.method == "told-apart")
    assert told_apart.judgement == "different"
    assert links(derived, "sameEntityAs") == []


def test_parties_known_by_description_are_never_merged() -> None:
    described = "a leading maker of pumps"
    told = [
        release(name, title, DAY, company(ALDER), customer(ALDER, described, described=True))
        for name, title in (("a.txt", "One"), ("b.txt", "Two"))
    ]
    derived = lines(*told)
    assert not [each for each in decisions_of(derived) if "party" in each.left + each.right]
    assert links(derived, "supportedBy") == []


def test_people_follow_their_company() -> None:
    derived = lines(
        release("a.txt", TITLE, DAY, company(ALDER), officer("Dana Whitlock", ALDER)),
        release("b.txt", "Two", NEXT, company(BARE), officer("Dana Q. Whitlock", BARE)),
        release("c.txt", "Three", NEXT, company("Bryce Corp."), officer("Dana Whitlock", "Bryce Corp.")),
    )
    merged = {old for old, _ in links(derived, "sameEntityAs") if "/person/" in old}
    assert merged == {
        f"{BASE}id/person/alder-instruments/dana-q-whitlock",
        f"{BASE}id/person/alder-instruments-inc/dana-whitlock",
    }


def test_one_fact_told_in_two_releases_has_two_supports() -> None:
    derived = lines(
        release("a.txt", TITLE, DAY, company(ALDER), revenue(ALDER, "100")),
        release("b.txt", "Two", LATER, company(BARE), revenue(BARE, "100")),
        release("c.txt", "Three", LATER, company(ALDER), revenue(ALDER, "100", basis="non-gaap")),
    )
    facts = [(subject, claim) for subject, claim in links(derived, "supportedBy") if "/fact-" in claim]
    assert len({subject for subject, _ in facts}) == 1
    assert len(facts) == 2


def test_a_fact_without_a_company_or_an_end_is_told_once_each_time() -> None:
    derived = lines(
        release("a.txt", TITLE, DAY, company(ALDER), revenue(ALDER, "100", end=None)),
        release("b.txt", "Two", LATER, company(ALDER), revenue(ALDER, "100", end=None)),
    )
    assert links(derived, "supportedBy") == []


CORRECTING = [
    ("CORRECTING and REPLACING " + TITLE, None, ()),
    ("Correction: " + TITLE, None, ()),
    (TITLE + " (Corrected)", None, ()),
    (TITLE, Header(company=ALDER, cik="9900001", form="8-K/A", filed=NEXT), ()),
    (TITLE, None, ("This release corrects the release of yesterday.",)),
]


@pytest.mark.parametrize(("title", "header", "words"), CORRECTING, ids=range(len(CORRECTING)))
def test_a_correction_takes_the_place_of_what_it_says_otherwise(
    title: str, header: Header | None, words: tuple[str, ...]
) -> None:
    old = release(
        "a.txt", TITLE, DAY, company(ALDER), revenue(ALDER, "100"), revenue(ALDER, "7", concept="NetIncomeLoss")
    )
    claims = (company(ALDER), revenue(ALDER, "110"), revenue(ALDER, "7", concept="NetIncomeLoss"))
    new = release("b.txt", title, NEXT, *claims, words=words, header=header)
    derived = lines(old, new)
    assert len(links(derived, "corrects")) == 1
    ((newer, older),) = links(derived, "supersedes")
    assert newer.split("/fact-")[0] == new[0].releases[0].graph.replace("graph/", "release/")
    assert older.split("/fact-")[0] == old[0].releases[0].graph.replace("graph/", "release/")


def test_a_release_of_the_next_quarter_corrects_nothing() -> None:
    old = release("a.txt", TITLE, DAY, company(ALDER), revenue(ALDER, "100"))
    new = release("b.txt", TITLE, LATER, company(ALDER), revenue(ALDER, "110"))
    assert links(lines(old, new), "corrects") == links(lines(old, new), "supersedes") == []


def test_companies_that_are_called_correctional_correct_nothing() -> None:
    name = "Alder Corrections Corp."
    old = release("a.txt", f"{name} Reports Results", DAY, company(name), revenue(name, "100"))
    new = release("b.txt", f"{name} Reports Results Again", NEXT, company(name), revenue(name, "110"))
    assert links(lines(old, new), "corrects") == []


def test_a_restated_figure_takes_the_place_of_the_earlier_one() -> None:
    words = ("Alder speaks.", "Revenue, as restated, was $95.")
    old = release("a.txt", TITLE, DAY, company(ALDER), revenue(ALDER, "100"))
    new = release("b.txt", "A Look Back", LATER, company(ALDER), revenue(ALDER, "95"), words=words)
    assert len(links(lines(old, new), "supersedes")) == 1
    assert links(lines(old, new), "corrects") == []


def test_the_order_of_the_releases_does_not_matter_and_no_release_triple_is_repeated(tmp_path: Path) -> None:
    puts = [
        release("a.txt", TITLE, DAY, company(ALDER), revenue(ALDER, "100")),
        release("b.txt", "Correction: " + TITLE, NEXT, company(BARE), revenue(BARE, "110")),
    ]
    first, second = releases_told.build(tmp_path / "one", *puts), releases_told.build(tmp_path / "two", *reversed(puts))
    assert (first / "derived.nq").read_bytes() == (second / "derived.nq").read_bytes()
    said = {line.rpartition(" <")[0] for _, files in puts for line in files[0].decode().splitlines()}
    assert not said & {line.rpartition(" <")[0] for line in (first / "derived.nq").read_text().splitlines()}
