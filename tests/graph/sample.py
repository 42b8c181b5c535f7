"""A release of an invented company and hand-made claims of every kind, each with evidence that holds."""

from __future__ import annotations

from decimal import Decimal
from hashlib import sha256

from rdflib import Graph

from kg.model import (
    Claim,
    CompanyClaim,
    Confidence,
    CustomerClaim,
    Discrepancy,
    Document,
    EventClaim,
    Evidence,
    FacilityClaim,
    FactClaim,
    Header,
    MoveClaim,
    PartialDate,
    Participant,
    PersonClaim,
    PlaceName,
    QuotationClaim,
    RelationClaim,
    Span,
    Status,
)
from kg.triples import describe

ALDER = "Alder Instruments, Inc."
CORVANE = "Corvane Pumps Ltd."
WHITLOCK = "Dana Whitlock"

TEXT = """Alder Instruments Reports Fourth Quarter Results

ROCHESTER, N.Y., March 3, 2021 -- Alder Instruments, Inc. (NYSE: ALD) said that revenue
for the quarter was $15.5 million. It expects revenue of $60 million to $64 million in 2021.
Corvane Pumps Ltd. made up 45 percent of its sales. A leading maker of valves became a customer.
"We are \\ pleased," said Dana Whitlock,
who becomes Chief Financial Officer in April. "More to come."
Corvane is moving its Rochester, New York factory to Monterrey, Mexico. Corvane did not default on its note.
Alder Optics LLC is a subsidiary. Net income was $1.2 million in the text and $1.3 million in the table.
"""


def document(text: str = TEXT, header: Header | None = None) -> Document:
    """A document of the text, without blocks: the graph does not read them."""
    digest = sha256(text.encode()).hexdigest()
    return Document(
        source="alder.txt",
        source_sha256=digest,
        sha256=digest,
        text=text,
        layout="text",
        blocks=(),
        sentences=(),
        tables=(),
        title=text.splitlines()[0],
        issued=PartialDate(2021, 3, 3),
        dateline=None,
        header=header,
    )


def at(*quotes: str, text: str = TEXT) -> tuple[Evidence, ...]:
    """Evidence for these words, where they first stand in the text."""
    starts = [text.index(quote) for quote in quotes]
    return tuple(Evidence(Span(s, s + len(q)), q) for s, q in zip(starts, quotes, strict=True))


def everything() -> list[Claim]:
    """At least one claim of every kind, with every optional field filled in one of them."""
    return [
        CompanyClaim(
            evidence=at("Alder Instruments, Inc. (NYSE: ALD)"),
            rule="companies/listing",
            name=ALDER,
            names=(ALDER, "Alder", "the Company"),
            role="issuer",
            ticker="ALD",
            exchange="NYSE",
        ),
        CompanyClaim(
            evidence=at("Corvane Pumps Ltd."),
            rule="companies/named",
            name=CORVANE,
            names=(CORVANE, "Corvane"),
            role="customer",
            cik="7654321",
        ),
        PersonClaim(
            evidence=at("Dana Whitlock,\nwho becomes Chief Financial Officer"),
            rule="people/becomes",
            person=WHITLOCK,
            title="Chief Financial Officer",
            company=ALDER,
            position="appointed",
            date=PartialDate(2021, 4),
            contact=True,
            acting=True,
            phone="(585) 555-0100",
            email="press@alder.example",
        ),
        CustomerClaim(
            evidence=at("Corvane Pumps Ltd. made up 45 percent of its sales"),
            rule="customers/share",
            supplier=ALDER,
            customer=CORVANE,
            described=False,
            relationship="existing",
            share=Decimal("45.0"),
            bound="at-least",
            share_of="revenue",
            rank="largest",
            period="fourth quarter",
            product="flow sensors",
        ),
        CustomerClaim(
            evidence=at("A leading maker of valves became a customer"),
            rule="customers/new",
            supplier=ALDER,
            customer="A leading maker of valves",
            described=True,
            relationship="new",
            count=1,
            confidence=Confidence.INFERRED,
        ),
        FacilityClaim(
            evidence=at("Rochester, New York factory"),
            rule="facilities/place",
            operator=CORVANE,
            type="factory",
            place=PlaceName("Rochester", "New York"),
        ),
        MoveClaim(
            evidence=at("Corvane is moving its Rochester, New York factory to Monterrey, Mexico"),
            rule="moves/moving",
            kind="relocation",
            company=CORVANE,
            what="factory",
            origin="Rochester, New York",
            destination="Monterrey, Mexico",
            date=PartialDate(2021),
            when="this year",
            modality=Status.IN_PROGRESS,
        ),
        FactClaim(
            evidence=at("revenue\nfor the quarter was $15.5 million"),
            rule="facts/prose",
            concept="Revenues",
            label="revenue",
            company=ALDER,
            unit="USD",
            value=Decimal("1.550E+7"),
            period="quarter",
            start=PartialDate(2020, 10, 1),
            end=PartialDate(2020, 12, 31),
            period_text="for the quarter",
            shares="diluted",
            place="prose",
            printed="$15.5 million",
        ),
        FactClaim(
            evidence=at("revenue of $60 million to $64 million"),
            rule="facts/range",
            concept="Revenues",
            label="revenue",
            company=ALDER,
            unit="USD",
            low=Decimal(60_000_000),
            high=Decimal(64_000_000),
            period="year",
            end=PartialDate(2021),
            kind="guidance",
            place="prose",
            printed="$60 million to $64 million",
            modality=Status.PLANNED,
        ),
        EventClaim(
            evidence=at("Corvane did not default on its note"),
            rule="events/default",
            type="Default",
            participants=(Participant("company", CORVANE), Participant("counterparty", ALDER)),
            date=PartialDate(2021, 2, 1),
            modality=Status.DENIED,
            speaker=WHITLOCK,
        ),
        EventClaim(
            evidence=at("Dana Whitlock,\nwho becomes Chief Financial Officer"),
            rule="events/appointment",
            type="Appointment",
            participants=(Participant("person", WHITLOCK), Participant("place", "Rochester, New York")),
        ),
        RelationClaim(
            evidence=at("Alder Optics LLC is a subsidiary"),
            rule="relations/subsidiary",
            relation="subsidiary-of",
            subject="Alder Optics LLC",
            object=ALDER,
        ),
        QuotationClaim(
            evidence=at("We are \\ pleased,", "More to come."),
            rule="quotations/split",
            text="We are \\ pleased, More to come.",
            said_by=WHITLOCK,
        ),
        Discrepancy(
            evidence=at("Net income was $1.2 million", "$1.3 million in the table"),
            rule="facts/contradiction",
            note="net income is told twice",
            confidence=Confidence.WEAK,
        ),
    ]


def whole() -> Graph:
    """The release and all its claims as an rdflib graph, to change."""
    graph = Graph(bind_namespaces="none")
    for triple in describe(document(), everything()).triples():
        graph.add(triple)
    return graph
