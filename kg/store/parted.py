"""An entity of one release that a person told apart from its namesake in the others.

A person's decision says so: `E` and `E~0123456789abcdef`, the name of the entity in that release alone, are different.
The release's file stays as it was read; wherever its graph is shown, in the database and in exports, the entity has
the second name, and so have the people and sites at home with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from kg.merge import read_decisions

Parted = Mapping[str, tuple[str, ...]]  # the release's sixteen hex digits -> the entities that are apart in it
_ALONE = re.compile(r"(?P<entity>.+/id/(?P<kind>\w+)/.+)~(?P<release>[0-9a-f]{16})")
_AT_HOME = ("person", "facility")


def alone(entity: str, release: str) -> str:
    """The name of an entity in one release alone."""
    return f"{entity}~{release}"


def parted(decisions: Iterable[str]) -> Parted:
    """The entities that decisions, as N-Quads lines, tell apart in single releases."""
    found: dict[str, set[str]] = {}
    for each in read_decisions(decisions):
        match = _ALONE.fullmatch(each.right)
        if match and match["entity"] == each.left and each.judgement == "different":
            found.setdefault(match["release"], set()).add(each.left)
    return {release: tuple(sorted(entities)) for release, entities in found.items()}


def shown(lines: Iterable[str], release: str, entities: Sequence[str]) -> list[str]:
    """The sorted N-Quads lines of a release with some entities under their own names."""
    if not entities:
        return sorted(lines)
    whole = {f"<{entity}>": f"<{alone(entity, release)}>" for entity in entities}
    begins: dict[str, str] = {}
    for entity in entities:
        base, is_company, key = entity.partition("id/company/")
        if is_company:
            begins |= {f"<{base}id/{kind}/{key}/": f"<{base}id/{kind}/{alone(key, release)}/" for kind in _AT_HOME}

    def term(text: str) -> str:
        if text in whole:
            return whole[text]
        return next((new + text[len(old) :] for old, new in begins.items() if text.startswith(old)), text)

    return sorted(_renamed(line, term) for line in lines)


def _renamed(line: str, term: Callable[[str], str]) -> str:
    subject, predicate, rest = line.split(" ", 2)
    value, _, graph = rest.rpartition(" <")
    return f"{term(subject)} {predicate} {term(value)} <{graph}"
