"""The derived graphs of a store: decisions in force, and the merged view. Equal input, equal lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from kg.identity import Clusters, Decision, cluster, in_force, judge_organisations, judge_people, judge_sites
from kg.identity.names import read_name
from kg.iris import digest
from kg.merge.corrections import corrected, superseding
from kg.merge.gather import Gathered
from kg.merge.graphs import A, Release, graph_iris, told
from kg.merge.places import located
from kg.merge.quads import decision_lines, read_decisions
from kg.merge.repeated import Compared, compared
from kg.triples import terms
from kg.vocab import SKOS

_PREFERRED = terms.iri(f"{SKOS}prefLabel")
Graphs = Iterable[tuple[str, Sequence[str]]]


def derive(graphs: Callable[[], Graphs], personal: Sequence[str]) -> list[str]:
    """Sorted N-Quads lines of the graphs `identity` and `merged`.

    `graphs` gives the release graphs with their lines, as often as it is called; `personal` are the
    lines of what people decided.
    """
    gathered, base = Gathered(), None
    for graph, lines in graphs():
        base = base or graph
        telling = told(graph, lines)
        if telling is not None:
            gathered.add(telling)
    if base is None:
        return sorted(personal)
    identity, merged = graph_iris(base)
    decisions, clusters = ruled(gathered, read_decisions(personal))
    releases: list[Release] = []
    claims: list[Compared] = []
    for graph, lines in graphs():
        telling = told(graph, lines)
        if telling is not None:
            releases.append(telling.release)
            claims += compared(telling, clusters.canonical)
    triples = _entities(clusters, gathered) + _repeated(claims, merged)
    triples += located(gathered.places, base.rpartition("graph/")[0])
    pairs = corrected(releases, clusters.canonical)
    triples += [f"{new.iri} {terms.ce('corrects')} {old.iri}" for new, old in pairs]
    triples += [f"{new} {terms.ce('supersedes')} {old}" for new, old in superseding(releases, claims, pairs)]
    return sorted({*decision_lines(decisions, identity), *(f"{triple} <{merged}> ." for triple in triples)})


def ruled(gathered: Gathered, personal: Sequence[Decision]) -> tuple[list[Decision], Clusters]:
    """The decisions in force, one a pair, and the clusters they come to.

    A person's decision on an entity that no release names is kept, and waits.
    """
    every = judge_organisations(gathered.organisations())
    names = gathered.names()
    effective = [each for each in personal if each.left in names and each.right in names]
    companies = cluster(in_force(every, effective))
    every += judge_people(gathered.people(companies.canonical))
    every += judge_sites(gathered.sites(companies.canonical))
    return in_force(every, personal), cluster(in_force(every, effective))


def decisions_of(lines: Iterable[str]) -> list[Decision]:
    """The decisions among derived lines, sorted."""
    return read_decisions(line for line in lines if line.endswith("graph/identity> ."))


def _entities(clusters: Clusters, gathered: Gathered) -> list[str]:
    """Each member points to the IRI that stands for it; that one bears every name and the one to show."""
    names = gathered.names()
    triples = []
    for canonical, members in clusters.members.items():
        every = sorted({name for member in members for name in names[member]})
        shown = _shown(names[canonical], every)
        subject = terms.iri(canonical)
        triples += [f"{terms.iri(member)} {terms.ce('sameEntityAs')} {subject}" for member in members]
        triples += [f"{subject} {terms.ce('mergedName')} {terms.text(name)}" for name in every]
        triples.append(f"{subject} {_PREFERRED} {terms.text(shown)}")
    return triples


def _shown(own: Sequence[str], every: Sequence[str]) -> str:
    """The fullest name of the entity that stands for all; of another where that one has capitals only."""
    best = max(own, key=_fullness)
    alike = [name for name in every if read_name(name).words == read_name(best).words]
    return max(alike, key=_fullness) if best.isupper() else best


def _fullness(name: str) -> tuple[bool, int, int, str]:
    """Names in mixed case before capitals, then with more words, then with a legal form."""
    read = read_name(name)
    return (not name.isupper(), len(read.words), len(read.forms), name)


def _repeated(claims: Sequence[Compared], merged: str) -> list[str]:
    """One node for what several releases say alike, supported by each of their claims."""
    base = merged.rpartition("graph/")[0]
    groups: dict[tuple[object, ...], list[Compared]] = defaultdict(list)
    for each in claims:
        if each.lasting:
            groups[each.kind, each.about, each.content].append(each)
    triples = []
    for (kind, about, content), group in groups.items():
        if len({each.release for each in group}) < 2:
            continue
        subject = terms.iri(f"{base}merged/claim-{digest([kind, about, content])}")
        triples.append(f"{subject} {A} {terms.ce('MergedClaim')}")
        triples += [f"{subject} {terms.ce('supportedBy')} {each.claim}" for each in group]
    return triples
