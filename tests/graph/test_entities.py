"""Which IRI a name stands for."""

from dataclasses import replace

import pytest
from sample import ALDER, CORVANE, WHITLOCK, at, document, everything

from kg.iris import ReleaseIris
from kg.model import Claim, CompanyClaim, EventClaim, Header, Participant, PersonClaim
from kg.triples.entities import Entities
from kg.vocab import BASE

IRIS = ReleaseIris(BASE, document().identifier)
COMPANY, PERSON = f"<{BASE}id/company/", f"<{BASE}id/person/"


def entities(claims: list[Claim], header: Header | None = None, issuer: str | None = ALDER) -> Entities:
    return Entities(IRIS, document(header=header), claims, issuer)


def post(person: str, company: str | None, position: str, where: str) -> PersonClaim:
    return PersonClaim(
        evidence=at(where), rule="people/post", person=person, title="Director", company=company, position=position
    )


def test_a_company_goes_by_its_name_and_by_its_cik_where_the_text_gives_it() -> None:
    known = entities(everything())
    assert known.organisation(ALDER) == f"{COMPANY}alder-instruments-inc>"
    assert known.organisation(CORVANE) == f"{COMPANY}cik-0007654321>"


def test_every_form_of_a_name_leads_to_the_same_company() -> None:
    known = entities(everything())
    assert known.organisation("the Company") == known.organisation("Alder") == known.organisation(ALDER)
    assert known.organisation("Corvane") == known.organisation(CORVANE)


def test_a_form_that_two_companies_share_leads_to_neither() -> None:
    claims: list[Claim] = [
        CompanyClaim(evidence=at("Alder"), rule="x", name=name, names=(name, "Alder"), role="other")
        for name in ("Alder Optics LLC", "Alder Motors LLC")
    ]
    assert entities(claims).organisation("Alder") == f"{COMPANY}alder>"


@pytest.mark.parametrize(
    ("company", "key"),
    [
        ("ALDER INSTRUMENTS INC", "cik-0000123456"),
        ("ALDER INSTRUMENTS INC /NY/", "cik-0000123456"),
        ("CORVANE PUMPS LTD", "alder-instruments-inc"),
        (None, "alder-instruments-inc"),
    ],
)
def test_the_filers_cik_is_the_issuers_only_if_the_names_agree(company: str | None, key: str) -> None:
    known = entities([], header=Header(company=company, cik="123456"))
    assert known.key(ALDER) == key


def test_a_company_is_known_by_its_form_its_listing_or_its_part_as_issuer() -> None:
    claims: list[Claim] = [
        CompanyClaim(evidence=at("Alder"), rule="x", name="Marlow", names=("Marlow",), role="other", ticker="MLW"),
    ]
    known = entities(claims, issuer="Tessaly")
    for name in ("Marlow", "Tessaly", "Ostrand S.p.A.", "Ostrand Corp."):
        known.organisation(name)
    known.organisation("Board of Water Supply")
    kinds = {
        subject: [value for _, value in pairs if value.endswith("#Company>")] for subject, pairs in known.nodes.items()
    }
    without = [subject for subject, found in kinds.items() if not found]
    assert [subject for subject in without if "ostrand-s-p-a" not in subject] == [f"{COMPANY}board-of-water-supply>"]


def test_described_parties_stay_in_their_release() -> None:
    made = entities([]).organisation("a leading maker of valves", described=True)
    assert made == f"<{IRIS.release}/party/a-leading-maker-of-valves>"


def test_a_person_is_at_home_with_the_issuer_whatever_else_they_did() -> None:
    claims: list[Claim] = [
        post(WHITLOCK, "Marlow Corp.", "former", "Dana Whitlock"),
        post(WHITLOCK, ALDER, "appointed", "who becomes"),
    ]
    assert entities(claims).person(WHITLOCK) == f"{PERSON}alder-instruments-inc/dana-whitlock>"


def test_a_person_of_another_company_is_at_home_there_and_not_where_they_once_were() -> None:
    claims: list[Claim] = [
        post("Ira Bellamy", "Marlow Corp.", "former", "Alder"),
        post("Ira Bellamy", CORVANE, "current", "Corvane"),
    ]
    assert entities(claims).person("Ira Bellamy") == f"{PERSON}corvane-pumps-ltd/ira-bellamy>"


def test_a_person_without_a_post_is_the_issuers_or_else_the_releases() -> None:
    assert entities([]).person("Ira Bellamy") == f"{PERSON}alder-instruments-inc/ira-bellamy>"
    assert entities([], issuer=None).person("Ira Bellamy") == f"<{IRIS.release}/person/ira-bellamy>"


def test_a_party_to_a_lawsuit_may_be_a_person() -> None:
    event = EventClaim(
        evidence=at("Dana Whitlock"), rule="x", type="Departure", participants=(Participant("person", WHITLOCK),)
    )
    known = entities([event])
    assert known.party(WHITLOCK).startswith(PERSON)
    assert known.party("Marlow Corp.").startswith(COMPANY)


def test_one_entity_has_one_label_however_it_is_printed() -> None:
    known = entities([replace(claim) for claim in everything()])
    for name in (ALDER, "ALDER INSTRUMENTS, INC.", "Alder"):
        known.organisation(name)
    labels = [value for predicate, value in known.nodes[f"{COMPANY}alder-instruments-inc>"] if "label" in predicate]
    assert labels == [f'"{ALDER}"']
