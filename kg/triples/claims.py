"""What each kind of claim says, as (predicate, object) pairs in N-Triples text."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import singledispatch

from kg.model import (
    Claim,
    CompanyClaim,
    CustomerClaim,
    Discrepancy,
    EventClaim,
    FacilityClaim,
    FactClaim,
    MoveClaim,
    PartialDate,
    PersonClaim,
    QuotationClaim,
    RelationClaim,
)
from kg.triples import terms
from kg.triples.entities import Entities
from kg.vocab import EVENT_ROLES, RDF

KINDS: dict[type[Claim], str] = {
    CompanyClaim: "company",
    PersonClaim: "person",
    CustomerClaim: "customer",
    FacilityClaim: "facility",
    MoveClaim: "move",
    FactClaim: "fact",
    EventClaim: "event",
    RelationClaim: "relation",
    QuotationClaim: "quotation",
    Discrepancy: "discrepancy",
}

Said = list[tuple[str, str]]
Value = str | bool | int | Decimal | PartialDate | None


def _literal(value: str | bool | int | Decimal | PartialDate) -> str:
    if isinstance(value, str):
        return terms.text(value)
    if isinstance(value, bool):
        return terms.boolean(value)
    if isinstance(value, int):
        return terms.integer(value)
    return terms.number(value) if isinstance(value, Decimal) else terms.date(value)


def _values(**fields: Value) -> Said:
    """A pair for each field that is stated: `share_of="revenue"` is ce:shareOf "revenue"."""
    return [(_property(name), _literal(value)) for name, value in fields.items() if value is not None and value != ""]


def _property(name: str) -> str:
    first, *rest = name.rstrip("_").split("_")
    return terms.ce(first + "".join(word.capitalize() for word in rest))


def _links(make: Callable[[str], str], **fields: str | None) -> Said:
    """A pair for each named entity that is stated."""
    return [(_property(name), make(value)) for name, value in fields.items() if value]


def _kinds(*names: str) -> Said:
    return [(terms.iri(f"{RDF}type"), terms.ce(name)) for name in names]


@singledispatch
def said(claim: Claim, entities: Entities) -> Said:
    """The class and the own properties of a claim; raises TypeError for a kind that is not ours."""
    raise TypeError(f"no triples are defined for {type(claim).__name__} in {entities.iris.release}")


@said.register
def _company(claim: CompanyClaim, entities: Entities) -> Said:
    others = [(terms.ce("otherName"), terms.text(form)) for form in claim.names if form != claim.name]
    return [
        *_kinds("CompanyMention"),
        *_links(entities.organisation, company=claim.name),
        *_values(name=claim.name, role=claim.role, ticker=claim.ticker, exchange=claim.exchange, cik=claim.cik),
        *others,
    ]


@said.register
def _person(claim: PersonClaim, entities: Entities) -> Said:
    return [
        *_kinds("ExecutiveRole"),
        *_links(entities.person, person=claim.person),
        *_links(entities.organisation, company=claim.company),
        *_values(title=claim.title, position=claim.position, acting=claim.acting, contact=claim.contact),
        *_values(date=claim.date, phone=claim.phone, email=claim.email),
    ]


@said.register
def _customer(claim: CustomerClaim, entities: Entities) -> Said:
    customer = entities.organisation(claim.customer, described=claim.described)
    return [
        *_kinds("CustomerRelationship"),
        *_links(entities.organisation, supplier=claim.supplier),
        (terms.ce("customer"), customer),
        *_values(described=claim.described, relationship=claim.relationship, count=claim.count, share=claim.share),
        *_values(bound=claim.bound, share_of=claim.share_of, rank=claim.rank, product=claim.product),
        *_values(period_text=claim.period),
    ]


@said.register
def _facility(claim: FacilityClaim, entities: Entities) -> Said:
    place = [(terms.ce("place"), entities.place(claim.place))] if str(claim.place) else []
    return [
        *_kinds("FacilityMention"),
        (terms.ce("facility"), entities.facility(claim)),
        *_links(entities.organisation, operator=claim.operator),
        *_values(facility_type=claim.type, name=claim.name),
        *place,
    ]


@said.register
def _move(claim: MoveClaim, entities: Entities) -> Said:
    return [
        *_kinds("Move"),
        (terms.ce("company"), entities.organisation(claim.company, described=claim.described)),
        *_links(entities.place, origin=claim.origin, destination=claim.destination),
        *_values(move_kind=claim.kind, what=claim.what, date=claim.date, when=claim.when),
    ]


@said.register
def _fact(claim: FactClaim, entities: Entities) -> Said:
    return [
        *_kinds("FinancialFact"),
        *_links(entities.organisation, company=claim.company),
        *_values(concept=claim.concept, label=claim.label, unit=claim.unit, reported_text=claim.printed),
        *_values(value=claim.value, low=claim.low, high=claim.high),
        *_values(period=claim.period, start=claim.start, end=claim.end, period_text=claim.period_text),
        *_values(period_inferred=claim.period_inferred, scope=claim.scope, basis=claim.basis, shares=claim.shares),
        *_values(fact_kind=claim.kind, measure=claim.measure, stated_in=claim.place),
    ]


@said.register
def _event(claim: EventClaim, entities: Entities) -> Said:
    # A type or role that is not a name cannot be written as one; the shapes then tell of its lack.
    kinds = [kind for kind in ("CorporateEvent", claim.type) if kind.isidentifier()]
    pairs = [*_kinds(*kinds), *_values(date=claim.date)]
    for part in claim.participants:
        if part.role == "place":
            node = entities.place(part.name)
        elif part.role == "person":
            node = entities.person(part.name)
        elif part.role == "company":
            node = entities.organisation(part.name, described=part.described)
        else:
            node = entities.party(part.name, described=part.described)
        pairs.append((terms.ce(part.role if part.role in EVENT_ROLES else "participant"), node))
    return pairs


@said.register
def _relation(claim: RelationClaim, entities: Entities) -> Said:
    return [
        *_kinds("Tie"),
        *_values(relation=claim.relation, tie=claim.tie),
        *_links(entities.organisation, subject=claim.subject, object=claim.object),
    ]


@said.register
def _quotation(claim: QuotationClaim, entities: Entities) -> Said:
    return [*_kinds("Quotation"), *_values(words=claim.text), *_links(entities.party, said_by=claim.said_by)]


@said.register
def _discrepancy(claim: Discrepancy, _entities: Entities) -> Said:
    return [*_kinds("Discrepancy"), *_values(note=claim.note)]
