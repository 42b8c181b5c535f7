"""The entities of one release: which IRI a name stands for, and the nodes that describe them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.iris import ReleaseIris, slug
from kg.model import (
    Claim,
    CompanyClaim,
    Document,
    EventClaim,
    FacilityClaim,
    PersonClaim,
    PlaceName,
    QuotationClaim,
)
from kg.triples import terms
from kg.triples.graph import Pairs
from kg.vocab import RDF, RDFS

_LEGAL_FORM = re.compile(
    r"inc|incorporated|corp|corporation|co|company|ltd|limited|llc|lp|llp|plc|pte|pty"
    r"|ag|kg|gmbh|kgaa|sa|sarl|se|nv|bv|spa|srl|ab|asa|as|oyj|kk"
)
_CIK = re.compile(r"[0-9]{1,10}")
_A = terms.iri(f"{RDF}type")
_LABEL = terms.iri(f"{RDFS}label")


class Entities:
    """Names of one release resolved to IRIs; every entity asked for is described once, in `nodes`."""

    def __init__(self, iris: ReleaseIris, document: Document, claims: Sequence[Claim], issuer: str | None) -> None:
        self.iris = iris
        self.issuer = issuer
        self.nodes: dict[str, Pairs] = {}
        self._companies = [claim for claim in claims if isinstance(claim, CompanyClaim)]
        self._ciks = _ciks(document, self._companies, issuer)
        self._fullest = _fullest_forms(self._companies)
        self._homes = _homes(claims, issuer)
        self._people = frozenset(_people(claims))
        self._places = {
            str(claim.place): claim.place for claim in claims if isinstance(claim, FacilityClaim) and str(claim.place)
        }
        self._incorporated = {self.key(claim.name) for claim in self._companies if claim.ticker or claim.cik}

    def key(self, name: str) -> str:
        """The key of an organisation: its CIK where the release gives it, else its normalised name."""
        full = self._fullest.get(name, name)
        cik = self._ciks.get(slug(full))
        return f"cik-{cik}" if cik else slug(full)

    def organisation(self, name: str, *, described: bool = False) -> str:
        """An organisation, named or only described."""
        if described:
            subject = terms.iri(self.iris.described(name))
            kinds = ["Organization", "DescribedOrganization"]
            extra: list[tuple[str, str]] = []
        else:
            name = self._fullest.get(name, name)
            key = self.key(name)
            subject = terms.iri(self.iris.organisation(key))
            kinds = ["Organization", *(["Company"] if self._is_company(name, key) else [])]
            extra = [(terms.ce("cik"), terms.text(key[4:]))] if key.startswith("cik-") else []
        return self._describe(subject, kinds, name, extra)

    def person(self, name: str) -> str:
        """A person, at home with the company of their post."""
        home = self._homes.get(name, self.issuer)
        subject = terms.iri(self.iris.person(self.key(home) if home else None, name))
        return self._describe(subject, ["Person"], name)

    def party(self, name: str, *, described: bool = False) -> str:
        """A person where the release knows the name as a person's, an organisation otherwise."""
        if not described and name in self._people and name not in self._fullest:
            return self.person(name)
        return self.organisation(name, described=described)

    def place(self, place: PlaceName | str) -> str:
        """A place as printed, with its city, region and country where they are told apart."""
        known = self._places.get(place, place) if isinstance(place, str) else place
        parts: list[tuple[str, str]] = []
        if isinstance(known, PlaceName):
            named = (("city", known.city), ("region", known.region), ("country", known.country))
            parts = [(terms.ce(level), terms.text(value)) for level, value in named if value]
        return self._describe(terms.iri(self.iris.place(known)), ["Place"], str(known), parts)

    def facility(self, claim: FacilityClaim) -> str:
        """A site; one without name or place is told apart in this release only."""
        site = claim.name or str(claim.place)
        operator = self.key(claim.operator)
        subject = terms.iri(self.iris.facility(operator, site or None, claim.type))
        extra = [(terms.ce("operator"), self.organisation(claim.operator))]
        if str(claim.place):
            extra.append((terms.ce("place"), self.place(claim.place)))
        label = claim.name or ", ".join(part for part in (claim.type, site) if part)
        return self._describe(subject, ["Facility"], label, extra)

    def _is_company(self, name: str, key: str) -> bool:
        return (
            key.startswith("cik-")
            or name == self.issuer
            or key in self._incorporated
            or _LEGAL_FORM.fullmatch(slug(name).rsplit("-", 1)[-1]) is not None
        )

    def _describe(self, subject: str, kinds: Iterable[str], label: str, extra: Iterable[tuple[str, str]] = ()) -> str:
        if subject not in self.nodes:
            pairs = [(_A, terms.ce(kind)) for kind in kinds]
            self.nodes[subject] = (*pairs, (_LABEL, terms.text(label)), *extra)
        return subject


def _fullest_forms(companies: Sequence[CompanyClaim]) -> dict[str, str]:
    """Each form of a name that stands for one organisation only, with that organisation's fullest form."""
    holders: dict[str, set[str]] = {}
    for claim in companies:
        for form in claim.names:
            holders.setdefault(form, set()).add(claim.name)
    forms = {form: next(iter(names)) for form, names in holders.items() if len(names) == 1}
    return forms | {claim.name: claim.name for claim in companies}


def _ciks(document: Document, companies: Sequence[CompanyClaim], issuer: str | None) -> dict[str, str]:
    """CIKs by the slug of the name: of the text, and of the submission's header for its filer."""
    ciks = {slug(claim.name): claim.cik.zfill(10) for claim in companies if claim.cik and _CIK.fullmatch(claim.cik)}
    header = document.header
    filer = header.company if header else None
    cik = header.cik if header else None
    if issuer and filer and cik and _CIK.fullmatch(cik) and _same_name(issuer, filer):
        ciks.setdefault(slug(issuer), cik.zfill(10))
    return ciks


def _same_name(left: str, right: str) -> bool:
    """Whether two names are one but for legal forms: a header prints names shortened and in capitals."""
    mine, theirs = (
        [word for word in slug(name).split("-") if not _LEGAL_FORM.fullmatch(word)] for name in (left, right)
    )
    return bool(mine) and (mine[: len(theirs)] == theirs or theirs[: len(mine)] == mine)


def _homes(claims: Iterable[Claim], issuer: str | None) -> dict[str, str]:
    """The company a person's IRI stands under: the issuer if they have a post there, else the first."""
    posts: dict[str, list[tuple[bool, bool, int, str]]] = {}
    for claim in claims:
        if isinstance(claim, PersonClaim) and claim.company:
            start = claim.evidence[0].span.start if claim.evidence else 0
            order = (claim.company != issuer, claim.position == "former", start, claim.company)
            posts.setdefault(claim.person, []).append(order)
    return {person: min(held)[3] for person, held in posts.items()}


def _people(claims: Iterable[Claim]) -> Iterable[str]:
    for claim in claims:
        if claim.speaker:
            yield claim.speaker
        if isinstance(claim, PersonClaim):
            yield claim.person
        elif isinstance(claim, QuotationClaim) and claim.said_by:
            yield claim.said_by
        elif isinstance(claim, EventClaim):
            yield from (part.name for part in claim.participants if part.role == "person")
