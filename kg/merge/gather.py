"""The entities of many releases, each with what all releases together say of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from kg.identity import Organisation, Person, Site
from kg.merge.graphs import LABEL, A, Node, Told, one, plain
from kg.triples import terms

_APART = (("supplier", "customer"), ("subject", "object"))
_NOT_APART = "successor-of"  # a company and what it was called before


@dataclass(slots=True)
class _Said:
    """What has been gathered of one entity."""

    names: set[str] = field(default_factory=set)
    values: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


@dataclass(slots=True)
class Gathered:
    """The entities of the releases seen so far."""

    _organisations: dict[str, _Said] = field(default_factory=lambda: defaultdict(_Said))
    _people: dict[str, _Said] = field(default_factory=lambda: defaultdict(_Said))
    _sites: dict[str, _Said] = field(default_factory=lambda: defaultdict(_Said))
    places: dict[str, tuple[str, str, str]] = field(default_factory=dict)  # printed city, region, country by term

    def add(self, telling: Told) -> None:
        """Take in one more release."""
        nodes = telling.nodes
        for subject, node in nodes.items():
            kinds = node.get(A, ())
            if terms.ce("Organization") in kinds and terms.ce("DescribedOrganization") not in kinds:
                said = self._organisations[subject]
                said.names.add(one(node, LABEL))
                for name in ("cik", "lei"):
                    said.values[name] |= _plain(node, name)
            elif terms.ce("Person") in kinds and "/id/person/" in subject:
                self._people[subject].names.add(one(node, LABEL))
            elif terms.ce("Facility") in kinds and "/id/facility/" in subject:
                self._sites[subject].names.add(one(node, LABEL))
                self._sites[subject].values["operator"] |= set(node.get(terms.ce("operator"), ()))
            elif terms.ce("Place") in kinds and terms.ce("city") in node:
                printed = (one(node, terms.ce("city")), one(node, terms.ce("region")), one(node, terms.ce("country")))
                self.places[subject] = min(self.places.get(subject, printed), printed)
        for claim in telling.claims:
            self._claim(nodes[claim])

    def _claim(self, node: Node) -> None:
        for company in node.get(terms.ce("company"), ()):
            if company in self._organisations and terms.ce("CompanyMention") in node.get(A, ()):
                said = self._organisations[company]
                said.values["alias"] |= _plain(node, "otherName")
                said.values["cik"] |= {number.zfill(10) for number in _plain(node, "cik") if number.isdigit()}
                exchange, ticker = one(node, terms.ce("exchange")), one(node, terms.ce("ticker"))
                if exchange and ticker:
                    said.values["listing"].add(f"{exchange}: {ticker}")
            for person in node.get(terms.ce("person"), ()):
                if person in self._people and terms.ce("ExecutiveRole") in node.get(A, ()):
                    self._people[person].values["post"].add(company)
        if one(node, terms.ce("relation")) == _NOT_APART:
            return
        for left, right in _APART:
            for subject in node.get(terms.ce(left), ()):
                for other in node.get(terms.ce(right), ()):
                    if subject != other and subject in self._organisations:
                        self._organisations[subject].values["apart"].add(other[1:-1])

    def organisations(self) -> list[Organisation]:
        """The named organisations, sorted."""
        return sorted(
            Organisation(
                iri[1:-1],
                tuple(sorted(said.names)),
                aliases=tuple(sorted(said.values["alias"] - said.names)),
                ciks=tuple(sorted(said.values["cik"])),
                leis=tuple(sorted(said.values["lei"])),
                listings=tuple(sorted(said.values["listing"])),
                apart=tuple(sorted(said.values["apart"])),
            )
            for iri, said in self._organisations.items()
        )

    def people(self, canonical: Callable[[str], str]) -> list[Person]:
        """The people that are at home with an organisation, sorted."""
        found = []
        for iri, said in self._people.items():
            company = canonical(_home(iri[1:-1], "person"))
            posts = {canonical(post[1:-1]) for post in said.values["post"]} - {company}
            found.append(Person(iri[1:-1], tuple(sorted(said.names)), company, tuple(sorted(posts))))
        return sorted(found)

    def sites(self, canonical: Callable[[str], str]) -> list[Site]:
        """The sites that are told by operator and place or name, sorted."""
        return sorted(
            Site(iri[1:-1], tuple(sorted(said.names)), canonical(operator[1:-1]), iri[1:-1].rpartition("/")[2])
            for iri, said in self._sites.items()
            for operator in sorted(said.values["operator"])[:1]
        )

    def names(self) -> dict[str, tuple[str, ...]]:
        """The labels of every entity by IRI."""
        every = (self._organisations, self._people, self._sites)
        return {iri[1:-1]: tuple(sorted(said.names)) for kind in every for iri, said in sorted(kind.items())}


def gather(tellings: Iterable[Told]) -> Gathered:
    """The entities of some releases."""
    gathered = Gathered()
    for telling in tellings:
        gathered.add(telling)
    return gathered


def _plain(node: Node, name: str) -> set[str]:
    return {plain(value) for value in node.get(terms.ce(name), ())}


def _home(iri: str, kind: str) -> str:
    """The organisation that a person's IRI is minted under."""
    base, _, local = iri.partition(f"id/{kind}/")
    return f"{base}id/company/{local.partition('/')[0]}"
