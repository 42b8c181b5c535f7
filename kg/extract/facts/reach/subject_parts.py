"""The part of a company that is the subject of a figure's clause: "The Optics segment rose ..., generating sales of"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from kg.extract.facts.slots.line import Item, Line
from kg.model import FactClaim, Status

_NAME = r"(?P<name>[A-Z][\w&'’/]*(?:[\s-](?:and\s|&\s|of\s)?[A-Z][\w&'’/]*){0,4})"
_SORT = r"(?:(?:reportable\s|operating\s|business\s)?[Ss]egment|[Dd]ivision|[Bb]usiness [Uu]nit|[Bb]usiness [Ff]ield)"
# "The new Optics segment performed well, generating revenue of"
_SUBJECT = re.compile(
    rf"(?:^\W{{0,3}}|;\s|,\s(?:and|while|but)\s)(?:\ue005[\ue100-\uf8ff](?:['’]s)?\s|[Tt]he\s|[Oo]ur\s|[Ii]ts\s)?(?:new\s)?[\"“]?{_NAME}[\"”]?\s{_SORT}\s"
    r"(?:(?:also|again|itself|further|once more)\s)?(?:[a-z]+(?:ed|s)|grew|rose|fell|saw|had|lost|began|kept|held|did|made|won)\b(?P<rest>[^;]{0,140})$"
)
# "the freight business itself generated a profit of"
_LOWER = re.compile(
    r"\b[Tt]he\s(?P<name>(?!whole\b|entire\b|overall\b|core\b|new\b|combined\b|acquired\b|company\b|existing\b|underlying\b)[a-z][a-z-]+(?:\s[a-z][a-z-]+){0,2})\s(?:business|segment|division|unit)\s(?:itself\s|also\s|alone\s)?"
    r"(?:generated|posted|reported|recorded|had|earned|delivered|achieved|contributed|made|lost)\s(?P<rest>[^;,]{0,60})$"
)
_NEW_CLAUSE = re.compile(
    r",\s(?:and|while|but|with|as|bringing)\s(?:\ue005|the\s|our\s|its\s|total\s|net\s|consolidated\s|group\s|\ue004)|\b(?:compared|the [Cc]ompany|we|group|consolidated|total)\b"
)


def subject_scope(line: Line, concept: Item) -> str | None:
    """The segment that the clause of a concept has as its subject; None where it has another."""
    head = line.coded[max(0, concept.at - 240) : concept.at]
    if not _PART_WORD.search(head):
        return None
    told = _SUBJECT.search(head) or _LOWER.search(head)
    if told is None or _NEW_CLAUSE.search(told["rest"]):
        return None
    return f"segment:{told['name']}"


_PART_WORD = re.compile(r"\b(?:[Ss]egment|[Dd]ivision|[Uu]nit|business|[Ff]ield)\b")
_NAMED = re.compile(
    rf"\b(?:[Ii]n|[Ff]or|[Ww]ithin|[Ff]rom|[Oo]f|[Bb]y)?\s?\b(?:[Tt]he|[Oo]ur|[Ii]ts)\s(?:new\s)?[\"“]?{_NAME}[\"”]?\s{_SORT}\b"
)
_THE_PART = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat)\s(?:segment|division|business unit|business field)(?:['’]s)?\s")


# "Of these, 95 are for families": of what the sentence before counted.
_OF_THESE = re.compile(r"\W*Of\s(?:these|those|which|the\s\w+|them)\b")


def of_these(claims: list[FactClaim], text: str, *, planned: bool) -> tuple[list[FactClaim], bool]:
    """The claims of a sentence, as planned as those before it where it tells a part of them; and whether counts are planned."""
    counts = [claim for claim in claims if claim.rule == "facts/prose-count"]
    if planned and counts and _OF_THESE.match(text):
        told = [
            replace(claim, kind="target", modality=Status.PLANNED)
            if claim in counts and claim.kind == "actual"
            else claim
            for claim in claims
        ]
        return told, True
    return claims, bool(counts) and all(claim.kind == "target" for claim in counts)


def part_named(text: str, before: str | None) -> str | None:
    """The segment that "the segment" means after a sentence; `before` is the one it meant till then."""
    named = {match["name"] for match in _NAMED.finditer(text)} if _PART_WORD.search(text) else set()
    return before if not named else named.pop() if len(named) == 1 else None


# Two sentences with no space between them: the second tells of something else.
_GLUED = re.compile(r"[a-z]\.(?=[A-Z][a-z]+\s)")


def of_the_part(claims: list[FactClaim], text: str, part: str | None) -> list[FactClaim]:
    """The claims of a sentence that says "the segment", as figures of the `part` that it means.

    Where it means none, they are nobody's.
    """
    named = _THE_PART.search(text) if claims else None
    if named is None or _NAMED.search(text) or _GLUED.search(text, named.end()):
        return claims
    if part is None:
        return [claim for claim in claims if claim.scope != "total" or claim.rule != "facts/prose-path"]
    return [replace(claim, scope=f"segment:{part}") if claim.scope == "total" else claim for claim in claims]


_SUBJECT_END = r"(?:['’]s?)?(?:\s(?:segment|division|business|unit)(?:['’]s)?)?\s(?![:–—-])"
_OTHER_SUBJECT = re.compile(
    r",\s(?:and|while|but|as)\s(?:we|the|our|its|total|net|consolidated|group)\b|;|\b(?:[Tt]otal|consolidated|overall|company-?wide)\b"
)


def opened_by(claims: list[FactClaim], text: str, segments: Mapping[str, str]) -> list[FactClaim]:
    """The claims of a sentence whose subject is a segment that the release names: "Dairy sold 5,000 tons"."""
    if not claims or _OTHER_SUBJECT.search(text):
        return claims
    both = _BOTH_SEGMENTS.match(text)
    if both is not None:
        parts = (f"segment:{both['a']}", f"segment:{both['b']}")
        return [replace(claim, scope=part) for claim in claims if claim.scope == "total" for part in parts]
    head = re.sub(r"^\W*(?:The\s|Our\s)?", "", text[:120])
    for low, name in segments.items():
        if head.lower().startswith(low) and re.match(_SUBJECT_END, head[len(low) :]):
            return [replace(claim, scope=f"segment:{name}") if _plain(claim) else claim for claim in claims]
    return claims


def _plain(claim: FactClaim) -> bool:
    counted = claim.rule == "facts/prose-count" and claim.measure == "level"
    return claim.scope == "total" and claim.company is not None and (counted or claim.rule == "facts/prose-path")


_BOTH_SEGMENTS = re.compile(
    r"^\W{0,3}Both\s(?:reporting\s|operating\s|business\s|reportable\s)?(?:segments|divisions),\s(?P<a>[A-Z][\w&-]*(?:\s[A-Z][\w&-]*){0,3})\sand\s(?P<b>[A-Z][\w&-]*(?:\s[A-Z][\w&-]*){0,3}),\s"
)
