"""Which organisation speaks in a release."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.context.groups import Group, key_of
from kg.mentions.words import stop_words
from kg.model import BlockKind, Document

_SOURCE = re.compile(r"(?im)^\W{0,4}source:?\s+(?P<name>[^\n]{2,100})$")
_LEAD_VERB = re.compile(
    r"\b(?:announce[sd]?|announcing|report(?:s|ed)|said|is pleased|are pleased|is proud|is excited|launche[sd]|unveiled|introduced)\b"
)


def pick_issuer(document: Document, groups: Mapping[str, Group]) -> str | None:
    """The key of the group that issues the release: header, source line, headline, lead and self-reference vote."""
    votes: dict[str, float] = {}
    lead = next((s for s in document.sentences if s.kind is BlockKind.PARAGRAPH and len(s.text.split()) > 3), None)
    start, end = (lead.span.start, lead.span.end) if lead else (0, 0)
    source = _SOURCE.search(document.text)
    sections = {sentence.section for sentence in document.sentences}
    for key, group in groups.items():
        if group.nature not in ("company", "other"):
            continue
        votes[key] = _votes(document, key, group, start, end)
        votes[key] += 6 * (source is not None and _names(source["name"], key, group))
        votes[key] += 1.5 * any(f"About {form}" in sections for form in [*group.forms, *group.headed])
    best = max(
        votes, key=lambda key: (votes[key], -min((s.start for s in groups[key].spans), default=1 << 40)), default=None
    )
    return best if best is not None and votes[best] > 1 else None


def _votes(document: Document, key: str, group: Group, start: int, end: int) -> float:
    points = min(len(group.spans), 12) * 0.25
    if document.header and document.header.company and key_of(document.header.company) == key.removesuffix("|"):
        points += 12
    if any(role.lower() == "company" for role in group.roles):
        points += 5
    elif group.roles:
        points += 3
    if any(listing.ticker for listing in group.listings):
        points += 1.5
    inside = [span for span in group.spans if start <= span.start < end]
    if inside:
        points += 2
        verb = _LEAD_VERB.search(document.text, start, end)
        if verb is None or inside[0].start < verb.start():
            points += 2
    title = (document.title or "").lstrip("# *").lower()
    forms = [form.lower() for form in [*group.forms, *group.headed]]
    if any(form in title for form in forms):
        points += 1 + 2 * any(title.startswith(form) for form in forms)
    return points


def _names(source: str, key: str, group: Group) -> bool:
    """Whether the name behind "SOURCE" is one of a group's."""
    forms = [*group.forms, *group.headed]
    return key_of(source) == key.removesuffix("|") or any(form and source.startswith(form) for form in forms)


def titled(document: Document, groups: Mapping[str, Group]) -> str | None:
    """The group that the title opens with and the text repeats, where nothing else names an issuer."""
    title = (document.title or "").lstrip("# *")
    opening = [
        key
        for key, group in groups.items()
        if len(group.spans) >= 2
        and group.against == 0
        and any(title.startswith(form) for form in [*group.forms, *group.headed])
    ]
    return max(opening, key=lambda key: (len(key), key), default=None)


def acting(document: Document, groups: Mapping[str, Group]) -> None:
    """Give weight to the groups that the title shows acting: "Alder Expands ..."."""
    title = (document.title or "").lstrip("# *")
    for group in groups.values():
        for form in [*group.forms, *group.headed]:
            after = title[len(form) :].split(None, 1) if title.startswith(form + " ") else []
            if after and after[0][0].isupper() and after[0].endswith("s") and after[0].lower() in stop_words():
                group.weight += 4
                break
