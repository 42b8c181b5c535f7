"""Which organisations are worth comparing: those that share something rare enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from kg.identity.entities import Organisation
from kg.identity.names import generic_words, initials, read_name

_LARGEST = 40  # organisations that share a mark; more say that the mark tells nothing


def candidates(organisations: Sequence[Organisation]) -> Iterator[tuple[Organisation, Organisation]]:
    """Pairs to compare, each once, in order. The number grows with the organisations, not with their square."""
    holders: dict[str, set[int]] = defaultdict(set)
    for number, organisation in enumerate(organisations):
        for mark in _marks(organisation):
            holders[mark].add(number)
    pairs: set[tuple[int, int]] = set()
    for mark, numbers in holders.items():
        if len(numbers) <= _LARGEST or mark.startswith("="):
            ordered = sorted(numbers)
            chained = len(ordered) > _LARGEST
            pairs.update(pairwise(ordered) if chained else combinations(ordered, 2))
    for left, right in sorted(pairs):
        yield organisations[left], organisations[right]


def _marks(organisation: Organisation) -> set[str]:
    """What two organisations may share: the whole key, a number, a listing, a telling word, initials."""
    marks = {f"#{number}" for number in (*organisation.ciks, *organisation.leis, *organisation.listings)}
    for text in (*organisation.names, *organisation.aliases):
        name = read_name(text)
        marks.add(f"={name.key}")
        marks.add(f"+{''.join(sorted(name.key.replace(' ', '')))}")
        marks |= {f"~{word}" for word in name.words if word not in generic_words()}
        if text not in organisation.names or not name.words:
            continue
        marks.add(f"<{name.words[0][:4]}{len(name.words)}")
        marks.add(f">{name.words[-1]}{name.words[0][:1]}{len(name.words)}")
        marks |= {f"@{letters}" for letters in initials(name)}
        if len(name.words) == 1:
            marks.add(f"@{name.words[0]}")
        if len(name.words) > 1:
            marks.add(f"|{name.words[0]}")
    return marks
