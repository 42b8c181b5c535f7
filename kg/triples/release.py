"""The whole graph of one release: its own description, its claims, their evidence, what they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from decimal import Decimal

from kg import __version__
from kg.errors import SettingsError
from kg.iris import ReleaseIris
from kg.model import Claim, CompanyClaim, Document, Evidence
from kg.triples import terms
from kg.triples.claims import KINDS, said
from kg.triples.entities import Entities
from kg.triples.graph import Pairs, ReleaseGraph
from kg.vocab import BASE, DCTERMS, OA, PROV, RDF, RDFS

_A = terms.iri(f"{RDF}type")
_NOT_IN_KEY = frozenset({"evidence", "rule", "confidence"})


def describe(
    document: Document,
    claims: Iterable[Claim],
    base: str = BASE,
    issuer: str | None = None,
    unread: Sequence[Evidence] = (),
) -> ReleaseGraph:
    """The graph of a release. Without an issuer given, the company claim with that role names it.

    The names of its source files are left out: one text may come from several, so the store adds them.
    `unread` are the stretches with figures, dates or parties that gave no claim.
    Claims that say the same at the same place become one: its surest reading, with all their evidence.
    The result does not depend on the order of the claims. Raises SettingsError if two different claims
    would bear one IRI.
    """
    iris = ReleaseIris(base, document.identifier)
    named = _named(iris, claims)
    ordered = sorted(named.items(), key=lambda item: (list(KINDS).index(type(item[1])), item[0]))
    issuer = issuer or _issuer(claim for _, claim in ordered)
    entities = Entities(iris, document, [claim for _, claim in ordered], issuer)
    nodes: dict[str, list[tuple[str, str]]] = {}
    for name, claim in ordered:
        nodes[terms.iri(name)] = [*said(claim, entities), *_common(claim, entities)]
    pieces = [piece for _, claim in ordered for piece in claim.evidence]
    for piece in (*pieces, *unread):
        nodes.setdefault(terms.iri(iris.span(piece.span)), []).extend(_span(iris, piece))
    origin = _origin(document, entities)
    origin[terms.iri(iris.release)] += [(terms.ce("unread"), terms.iri(iris.span(piece.span))) for piece in unread]
    every: dict[str, Iterable[tuple[str, str]]] = {**entities.nodes, **nodes, **origin}
    return ReleaseGraph(
        iris=iris,
        nodes={subject: _rising(every[subject]) for subject in sorted(every)},
        roots=tuple(origin),
        claims=tuple(sorted(terms.iri(name) for name in named)),
    )


def _origin(document: Document, entities: Entities) -> dict[str, list[tuple[str, str]]]:
    """The release, the run that read it, and the program."""
    iris = entities.iris
    release, program = terms.iri(iris.release), terms.iri(iris.program(__version__))
    run = [
        (_A, terms.ce("ExtractionRun")),
        (terms.iri(f"{PROV}used"), release),
        (terms.iri(f"{PROV}wasAssociatedWith"), program),
    ]
    version = [
        (_A, terms.ce("Program")),
        (terms.iri(f"{RDFS}label"), terms.text(f"kg {__version__}")),
        (terms.ce("version"), terms.text(__version__)),
    ]
    return {release: _release(document, entities), terms.iri(iris.run): run, program: version}


def quads(document: Document, claims: Sequence[Claim], base: str = BASE, issuer: str | None = None) -> list[str]:
    """Sorted N-Quads lines of a release and all its claims, without line ends, unvalidated."""
    return describe(document, claims, base, issuer).published()


def _rising(pairs: Iterable[tuple[str, str]]) -> Pairs:
    return tuple(sorted(set(pairs)))


def _named(iris: ReleaseIris, claims: Iterable[Claim]) -> dict[str, Claim]:
    named: dict[str, Claim] = {}
    keys: dict[str, list[object]] = {}
    for claim in claims:
        key = _key(claim)
        name = iris.claim(KINDS[type(claim)], key)
        if keys.setdefault(name, key) != key:
            raise SettingsError(f"two different claims would both be named {name}: lengthen the digest of claims")
        named[name] = _merged(named[name], claim) if name in named else claim
    return named


def _key(claim: Claim) -> list[object]:
    stated = [
        [field.name, _plain(getattr(claim, field.name))] for field in fields(claim) if field.name not in _NOT_IN_KEY
    ]
    first = claim.evidence[0].span if claim.evidence else None
    return [*stated, [first.start, first.end] if first else None]


def _plain(value: object) -> object:
    """A value as JSON can hold it; equal values alike, different ones apart."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return terms.number(value)
    if hasattr(value, "__dataclass_fields__") and not isinstance(value, type):
        return [_plain(getattr(value, name)) for name in value.__dataclass_fields__]
    return str(value)


def _merged(left: Claim, right: Claim) -> Claim:
    best = min(left, right, key=lambda claim: (-Decimal(claim.confidence), claim.rule))
    first = left.evidence[:1]
    others = {*left.evidence[1:], *right.evidence[1:]} - set(first)
    evidence = (*first, *sorted(others, key=lambda piece: (piece.span, piece.quote)))
    return replace(best, evidence=evidence)


def _issuer(claims: Iterable[Claim]) -> str | None:
    return next((claim.name for claim in claims if isinstance(claim, CompanyClaim) and claim.role == "issuer"), None)


def _common(claim: Claim, entities: Entities) -> list[tuple[str, str]]:
    iris = entities.iris
    pairs = [(terms.ce("evidence"), terms.iri(iris.span(piece.span))) for piece in claim.evidence]
    pairs += [(terms.ce("mainEvidence"), value) for _, value in pairs[:1]]
    if claim.speaker:
        pairs.append((terms.ce("speaker"), entities.party(claim.speaker)))
    return [
        *pairs,
        (terms.ce("rule"), terms.text(claim.rule)),
        (terms.ce("confidence"), terms.number(Decimal(claim.confidence))),
        (terms.ce("modality"), terms.text(claim.modality)),
        (terms.ce("negated"), terms.boolean(claim.negated)),
        (terms.iri(f"{PROV}wasGeneratedBy"), terms.iri(iris.run)),
    ]


def _span(iris: ReleaseIris, piece: Evidence) -> list[tuple[str, str]]:
    return [
        (_A, terms.ce("TextSpan")),
        (terms.ce("ofRelease"), terms.iri(iris.release)),
        (terms.iri(f"{OA}start"), terms.integer(piece.span.start)),
        (terms.iri(f"{OA}end"), terms.integer(piece.span.end)),
        (terms.iri(f"{OA}exact"), terms.text(piece.quote)),
    ]


def _release(document: Document, entities: Entities) -> list[tuple[str, str]]:
    pairs = [
        (_A, terms.ce("Release")),
        (terms.ce("sha256"), terms.text(document.sha256)),
        (terms.ce("layout"), terms.text(document.layout)),
        (terms.ce("text"), terms.text(document.text)),
    ]
    if document.title:
        pairs.append((terms.iri(f"{DCTERMS}title"), terms.text(document.title)))
    if document.issued:
        pairs.append((terms.iri(f"{DCTERMS}issued"), terms.date(document.issued)))
    if entities.issuer:
        pairs.append((terms.ce("issuer"), entities.organisation(entities.issuer)))
    return pairs + _header(document)


def _header(document: Document) -> list[tuple[str, str]]:
    header = document.header
    if header is None:
        return []
    stated = {
        "filer": header.company,
        "cik": header.cik.zfill(10) if header.cik else None,
        "sic": header.sic,
        "fiscalYearEnd": header.fiscal_year_end,
        "form": header.form,
        "accession": header.accession,
    }
    pairs = [(terms.ce(name), terms.text(value)) for name, value in stated.items() if value]
    pairs += [(terms.ce("item"), terms.text(item)) for item in header.items]
    if header.filed:
        pairs.append((terms.ce("filed"), terms.date(header.filed)))
    return pairs
