"""From decisions to the merged view: which entities are one, and which IRI stands for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.identity.decisions import PERSON, Decision


@dataclass(frozen=True, slots=True)
class Clusters:
    """Members by canonical IRI, for those that are more than one; and the decisions that had to give way."""

    members: dict[str, tuple[str, ...]]
    overruled: tuple[Decision, ...] = ()
    _canonical: dict[str, str] = field(default_factory=dict, repr=False)

    def canonical(self, iri: str) -> str:
        """The IRI that stands for an entity: its own where nothing is merged with it."""
        return self._canonical.get(iri, iri)


class _Joined:
    """Sets of entities that grow together unless two of them are told apart."""

    def __init__(self, apart: Iterable[tuple[str, str]]) -> None:
        self._home: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._apart: dict[str, set[str]] = {}
        for left, right in apart:
            self._apart.setdefault(left, set()).add(right)
            self._apart.setdefault(right, set()).add(left)

    def home(self, iri: str) -> str:
        return self._home.get(iri, iri)

    def members(self, iri: str) -> list[str]:
        return self._members.get(self.home(iri), [iri])

    def join(self, left: str, right: str) -> bool:
        """Make one of two sets; False, and nothing done, when members of them are told apart."""
        one, other = self.home(left), self.home(right)
        if one == other:
            return True
        small, large = sorted((one, other), key=lambda home: (len(self.members(home)), home))
        told_apart = {foe for member in self.members(small) for foe in self._apart.get(member, ())}
        if not told_apart.isdisjoint(self.members(large)):
            return False
        moved = self._members.pop(small, [small])
        self._home |= dict.fromkeys(moved, large)
        self._members[large] = [*self.members(large), *moved]
        return True


def cluster(decisions: Iterable[Decision]) -> Clusters:
    """The clusters that decisions, one for each pair, come to; the same for the same decisions in any order.

    A pair told apart never ends in one cluster. Where joins contradict that, the surer ones are kept:
    a person's first, then those of higher score.
    """
    every = sorted(decisions)
    joined = _Joined(each.pair for each in every if each.judgement == "different")
    wanted = [each for each in every if each.judgement == "same"]
    wanted.sort(key=lambda each: (each.by != PERSON, -each.score, each.pair))
    overruled = tuple(each for each in wanted if not joined.join(*each.pair))
    members: dict[str, tuple[str, ...]] = {}
    canonical: dict[str, str] = {}
    for each in wanted:
        together = joined.members(each.left)
        if len(together) > 1:
            chosen = min(together, key=_rank)
            members[chosen] = tuple(sorted(together))
            canonical |= dict.fromkeys(together, chosen)
    return Clusters(dict(sorted(members.items())), overruled, canonical)


def _rank(iri: str) -> tuple[bool, int, str]:
    """A registry's number names best, then the fuller name, then the first in order."""
    local = iri.rpartition("/")[2]
    return (not local.startswith("cik-"), -len(local), iri)
