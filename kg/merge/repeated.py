"""Claims compared across releases: what each says with merged entities, and what it is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.merge.graphs import A, Node, Told, one
from kg.triples import terms

Said = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, order=True)
class Compared:
    """A claim, ready to be compared: `about` names its subject matter, `content` what it says of that."""

    claim: str
    release: str
    kind: str
    about: Said
    content: Said
    lasting: bool  # whether the words mean the same in another release: dated, or of no date at all
    quote: str
    of_its_day: bool  # whether it happens on the day of its release, so that another release tells of another


@dataclass(frozen=True, slots=True)
class _Kind:
    """The properties of a kind of claim: those of its subject matter, those of its content."""

    about: tuple[str, ...]
    content: tuple[str, ...]
    needed: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


_PARTS = ("counterparty", "buyer", "target", "seller", "person", "regulator", "lender", "investor", "plaintiff")
_KINDS = {
    "FinancialFact": _Kind(
        ("company", "concept", "unit", "period", "end", "scope", "basis", "shares", "factKind", "measure"),
        ("value", "low", "high", "modality"),
        needed=("company", "end"),
    ),
    "CorporateEvent": _Kind(("company", *_PARTS, "defendant", "place"), ("date", "modality"), needed=("date",)),
    "Move": _Kind(("moveKind", "company", "what"), ("origin", "destination", "date", "modality"), needed=("date",)),
    "ExecutiveRole": _Kind(("person", "company"), ("title", "position", "acting", "date", "modality")),
    "CustomerRelationship": _Kind(
        ("supplier", "customer"), ("relationship", "share", "bound", "shareOf", "modality"), never=("share",)
    ),
    "FacilityMention": _Kind(("facility",), ("facilityType", "modality")),
    "Tie": _Kind(("subject", "relation", "object"), ("tie", "modality")),
    "Quotation": _Kind(("saidBy",), ("words",)),
}
_VAGUE = {terms.text("Other"), terms.text("Charge")}  # concepts that the label tells apart


def compared(telling: Told, canonical: Callable[[str], str]) -> list[Compared]:
    """The claims of a release that another release could tell again, sorted."""
    found = []
    for claim in telling.claims:
        node = telling.nodes[claim]
        kind = next((name for name in _KINDS if terms.ce(name) in node.get(A, ())), None)
        if kind is not None:
            found.append(_compared(claim, node, kind, telling, canonical))
    return found


def _compared(claim: str, node: Node, kind: str, telling: Told, canonical: Callable[[str], str]) -> Compared:
    known = _KINDS[kind]

    def said(names: tuple[str, ...]) -> Said:
        return tuple(
            (name, tuple(sorted({_merged(value, canonical) for value in node[terms.ce(name)]})))
            for name in names
            if terms.ce(name) in node
        )

    about = said(known.about)
    if kind == "CorporateEvent":
        about = (("type", node[A]), *about)
    if kind == "FinancialFact" and _VAGUE & set(node.get(terms.ce("concept"), ())):
        about = (*about, *said(("label",)))
    return Compared(
        claim=claim,
        release=telling.release.iri,
        kind=kind,
        about=about,
        content=said(known.content),
        lasting=all(terms.ce(name) in node for name in known.needed)
        and not any(terms.ce(name) in node for name in known.never),
        quote=telling.quotes[claim],
        of_its_day=bool(telling.release.issued) and one(node, terms.ce("date")) == telling.release.issued,
    )


def _merged(value: str, canonical: Callable[[str], str]) -> str:
    return terms.iri(canonical(value[1:-1])) if value.startswith("<") else value
