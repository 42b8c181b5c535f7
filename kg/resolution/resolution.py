"""The decisions of a store as they stand, and how a person's change them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.errors import InputError
from kg.identity import Clusters, Decision
from kg.identity.decisions import PERSON, decision
from kg.merge import decision_id, decision_lines, graph_iris, read_decisions, ruled
from kg.merge.gather import gather
from kg.merge.graphs import told
from kg.pipeline import writing
from kg.store import Snapshot, snapshot
from kg.store.parted import alone
from kg.vocab import BASE


@dataclass(frozen=True)
class Resolution:
    """The decisions in force on a store, those of people, and what the entities are called."""

    snapshot: Snapshot
    decisions: tuple[Decision, ...]
    personal: tuple[Decision, ...]
    clusters: Clusters
    names: Mapping[str, tuple[str, ...]]

    @staticmethod
    def identifier(each: Decision) -> str:
        """The ID that a decision is called by."""
        return decision_id(each.left, each.right)

    def find(self, identifier: str) -> Decision:
        """The decision of that ID; raises InputError when there is none."""
        for each in self.decisions:
            if self.identifier(each) == identifier:
                return each
        raise InputError(f"there is no decision {identifier}; `kg resolve --all` lists them")

    def rule(self, each: Decision) -> Decision | None:
        """What the rules alone say of a pair."""
        return self._rules.get(each.pair)

    @cached_property
    def _rules(self) -> dict[tuple[str, str], Decision]:
        return {each.pair: each for each in _ruled(self.snapshot, ())[0]}

    def sources(self, iri: str) -> list[str]:
        """The releases that name an entity, sorted."""
        query = f"SELECT DISTINCT ?s {{ GRAPH ?g {{ <{iri}> ?p ?o . ?r <https://w3id.org/corpevent/ontology#source> ?s }} }}"
        answer = self.snapshot.reader.query(query)
        return sorted({row["s"].value for row in answer})  # type: ignore[union-attr]

    def decided(
        self,
        accept: Iterable[str],
        reject: Iterable[str],
        forget: Iterable[str],
        split: Iterable[str],
        release: str | None = None,
    ) -> list[Decision]:
        """What people have decided, once these are taken in; raises InputError for an ID or IRI that is unknown.

        With a release, what is split is the entity of that release from its namesake in the others.
        """
        told_now = {each.pair: each for each in self.personal}
        for judgement, identifiers in (("same", accept), ("different", reject)):
            for identifier in identifiers:
                pair = self.find(identifier).pair
                told_now[pair] = personal(pair, judgement, self.rule(self.find(identifier)))
        for iri in split:
            others = self._one_with(iri) if release is None else [alone(iri, self._speaking(release, iri))]
            reason = "split from a merge" if release is None else f"in {release} the name is another's"
            apart = [decision(iri, other, "different", "split", 0.0, reason, PERSON) for other in others]
            told_now |= {each.pair: each for each in apart}
        for identifier in forget:
            each = self.find(identifier)
            if told_now.pop(each.pair, None) is None:
                raise InputError(f"no person has decided {identifier}")
        return sorted(told_now.values())

    def _speaking(self, release: str, iri: str) -> str:
        """The digits of a release, named by its source or its digits, that speaks of an entity."""
        for loaded, entry in self.snapshot.contents.manifest.loaded():
            digits = loaded.graph.rpartition("graph/")[2]
            if release not in {loaded.source, entry.source, digits}:
                continue
            if any(line.startswith(f"<{iri}> ") for line in self.snapshot.contents.lines(loaded.graph)):
                return digits
        raise InputError(f"no release {release} speaks of {iri}; `kg resolve --explain ID` says which do")

    def _one_with(self, iri: str) -> list[str]:
        members = self.clusters.members.get(self.clusters.canonical(iri), ())
        if iri not in members:
            raise InputError(f"{iri} is not merged with anything; `kg resolve --all` lists what is")
        return [member for member in members if member != iri]


def personal(pair: Sequence[str], judgement: str, rule: Decision | None) -> Decision:
    """A person's decision on a pair; the rule's score and reason stay on record with it."""
    score, reason = (rule.score, f"decided; {rule.reason}") if rule else (0.5, "decided")
    return decision(pair[0], pair[1], judgement, "person", score, reason, PERSON)


def open_resolution(folder: Path) -> Resolution:
    """The decisions of a store, from its files; raises StoreError when there is none."""
    store = snapshot(folder)
    said = tuple(read_decisions(store.derived.decisions()))
    decisions, clusters, names = _ruled(store, said)
    return Resolution(store, tuple(decisions), said, clusters, names)


def _ruled(store: Snapshot, said: Sequence[Decision]) -> tuple[list[Decision], Clusters, dict[str, tuple[str, ...]]]:
    gathered = gather(each for each in (told(*graph) for graph in store.graphs()) if each is not None)
    return *ruled(gathered, said), gathered.names()


def record(folder: Path, decided: Iterable[Decision]) -> int:
    """Let these be all that people have decided on a store; how many decisions that changes."""
    with writing(folder) as writer:
        graph = next((loaded.graph for loaded, _ in writer.manifest.loaded()), f"{BASE}graph/")
        lines = decision_lines(decided, graph_iris(graph)[0])
        before = writer.derived.decisions()
        writer.decide(lines)
    changed = set(read_decisions(lines)) ^ set(read_decisions(before))
    return len({each.pair for each in changed})
