"""The rules: which organisations, people and sites are one for certain, and which may be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from kg.identity.blocks import candidates
from kg.identity.decisions import Decision, decision
from kg.identity.entities import Organisation, Person, Site
from kg.identity.names import Likeness, Name, compare, read_name
from kg.identity.people import PersonName, compare_people, read_person

_LEAST = 0.4  # a score below this is not worth a person's time


def judge_organisations(organisations: Iterable[Organisation]) -> list[Decision]:
    """What the rules say of organisations, for the pairs that anything speaks for; sorted."""
    every = {each.iri: each for each in organisations}
    found = []
    for one, other in candidates(sorted(every.values())):
        judged = judge_pair(one, other)
        if judged is not None:
            found.append(judged)
    return sorted(_without_bridges(found, every))


def judge_pair(one: Organisation, other: Organisation) -> Decision | None:
    """What the rules say of two organisations; None where nothing speaks for one."""
    likeness = _likeness(one, other)
    for registry, number in one.identifiers.items():
        against = other.identifiers.get(registry)
        if against == number:
            return decision(one.iri, other.iri, "same", "identifier", 1.0, f"the same {registry}, {number}")
        if against is not None:
            if likeness is None:
                return None
            return decision(one.iri, other.iri, "different", "identifier", 0.0, f"{registry} {number} is not {against}")
    if other.iri in one.apart or one.iri in other.apart:
        if likeness is None:
            return None
        return decision(one.iri, other.iri, "different", "told-apart", 0.0, "a release tells of a relation of the two")
    if likeness is None or likeness.score < _LEAST:
        return None
    judgement = "same" if likeness.certain else "undecided"
    return decision(one.iri, other.iri, judgement, likeness.method, likeness.score, likeness.reason)


def _likeness(one: Organisation, other: Organisation) -> Likeness | None:
    """The best that names, aliases and listings give."""
    found = [compare(left, right) for left in _names(one.names) for right in _names(other.names)]
    found += [_by_alias(one, other), _by_alias(other, one), _by_listing(one, other)]
    real = [each for each in found if each is not None]
    return max(real, key=lambda each: (each.certain, each.score, each.method), default=None)


def _names(texts: Sequence[str]) -> list[Name]:
    return [read_name(text) for text in texts]


def _by_alias(defining: Organisation, other: Organisation) -> Likeness | None:
    """A form that a release defines for one is the whole name of the other."""
    for alias in defining.aliases:
        meant = read_name(alias)
        for text in other.names:
            name = read_name(text)
            if name.words != meant.words or not meant.words or not meant.distinctive:
                continue
            if name.forms and meant.forms and name.forms != meant.forms:
                continue
            formal = read_name(defining.names[0]).words
            sure = len(meant.words) > 1 and formal[: len(meant.words)] != meant.words
            reason = f"a release defines {alias!r} as a name of {defining.names[0]!r}"
            return Likeness(certain=sure, method="alias", score=0.9 if sure else 0.8, reason=reason)
    return None


def _by_listing(one: Organisation, other: Organisation) -> Likeness | None:
    """One listing is evidence, not proof: tickers are given to another company in time."""
    shared = sorted({*one.listings} & {*other.listings})
    if not shared:
        return None
    return Likeness(certain=False, method="listing", score=0.7, reason=f"both are listed as {shared[0]}")


def _without_bridges(found: Sequence[Decision], every: dict[str, Organisation]) -> Iterator[Decision]:
    """Certain pairs, but for entities that would be one with each of two that are not one: those stay open."""
    partners: dict[str, set[str]] = defaultdict(set)
    unsure = {each.pair for each in found if each.judgement != "same"}
    for each in found:
        if each.judgement == "same" and each.method != "identifier":
            partners[each.left].add(each.right)
            partners[each.right].add(each.left)
    bridges = {
        iri
        for iri, others in partners.items()
        if any(
            (left, right) in unsure or _clash(every[left], every[right])
            for left, right in combinations(sorted(others), 2)
        )
    }
    for each in found:
        bridging = sorted(bridges & {each.left, each.right})
        if each.judgement != "same" or each.method == "identifier" or not bridging:
            yield each
            continue
        reason = f"{each.reason}; but {every[bridging[0]].names[0]!r} fits several that are not one"
        yield decision(each.left, each.right, "undecided", each.method, round(each.score - 0.1, 2), reason)


def _clash(one: Organisation, other: Organisation) -> bool:
    """Whether two organisations cannot be one."""
    numbers = other.identifiers
    return other.iri in one.apart or any(
        numbers.get(registry, number) != number for registry, number in one.identifiers.items()
    )


def judge_people(people: Iterable[Person]) -> list[Decision]:
    """What the rules say of people: of one company by name, of two companies by a post that one release tells."""
    every = sorted(people)
    homes: dict[str, list[Person]] = defaultdict(list)
    for person in every:
        if person.company is not None:
            homes[person.company].append(person)
    found: list[Decision] = []
    for company in sorted(homes):
        found += _colleagues(homes[company])
    for person in every:
        for company in person.others:
            found += _former(person, homes.get(company, ()))
    return sorted({each.pair: each for each in sorted(found, reverse=True)}.values())


def _colleagues(people: Sequence[Person]) -> Iterator[Decision]:
    families: dict[str, list[tuple[Person, PersonName]]] = defaultdict(list)
    for person in people:
        for text in person.names:
            name = read_person(text)
            families[name.family[:2]].append((person, name))
    likely: dict[tuple[str, str], Likeness] = {}
    against: dict[str, set[str]] = defaultdict(set)
    for group in families.values():
        for (one, left), (other, right) in combinations(group, 2):
            if one.iri == other.iri:
                continue
            likeness = compare_people(left, right)
            pair = (min(one.iri, other.iri), max(one.iri, other.iri))
            if likeness is None:
                against[one.iri].add(other.iri)
                against[other.iri].add(one.iri)
            elif pair not in likely or likely[pair].score < likeness.score:
                likely[pair] = likeness
    sure: dict[str, set[str]] = defaultdict(set)
    for (left_iri, right_iri), likeness in likely.items():
        if likeness.certain:
            sure[left_iri].add(right_iri)
            sure[right_iri].add(left_iri)
    for (left_iri, right_iri), likeness in sorted(likely.items(), key=lambda item: item[0]):
        torn = any(against[one] & sure[other] for one, other in ((left_iri, right_iri), (right_iri, left_iri)))
        same = likeness.certain and not torn
        reason = f"{likeness.reason}{'; but another of the name does not fit' if likeness.certain and torn else ''}"
        yield decision(left_iri, right_iri, "same" if same else "undecided", likeness.method, likeness.score, reason)


def _former(person: Person, colleagues: Iterable[Person]) -> Iterator[Decision]:
    """Someone of the same name at a company where a release gives this person a post."""
    for other in colleagues:
        if other.iri == person.iri or other.company == person.company:
            continue
        pairs = [
            compare_people(read_person(left), read_person(right)) for left in person.names for right in other.names
        ]
        if any(likeness is not None and likeness.certain for likeness in pairs):
            reason = f"a release gives {person.names[0]!r} a post at the other's company"
            yield decision(person.iri, other.iri, "undecided", "post-elsewhere", 0.85, reason)


def judge_sites(sites: Iterable[Site]) -> list[Decision]:
    """Sites that two merged names of one operator have at one place, of one type: the same site."""
    homes: dict[tuple[str, str], list[Site]] = defaultdict(list)
    for site in sorted(sites):
        homes[site.operator, site.local].append(site)
    return sorted(
        decision(first.iri, other.iri, "same", "site-of-operator", 1.0, f"{first.local} of one operator")
        for (first, *others) in homes.values()
        for other in others
    )
