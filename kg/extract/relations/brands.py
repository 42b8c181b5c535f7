"""Brands and their owners: "its brands include A, B and C", "the A and B brands", "under the A label"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.context.context import Context
from kg.mentions.runs import is_form
from kg.model import BlockKind, Confidence, Party, RelationClaim, Sentence

_NAME = r"[A-Z][\w'\u2019&\u00ae\u2122-]*(?: [A-Z0-9][\w'\u2019&\u00ae\u2122-]*){0,3}"
_LIST = rf"{_NAME}(?:(?:, {_NAME}){{0,12}},? (?:and|&) {_NAME})?"
_KIND = r"(?:brands?|brand names?|trade names?|labels?)"
_WORDINGS = (
    re.compile(
        rf"(?:\b(?:[Oo]ur|[Ii]ts|[Tt]he [Cc]ompany['\u2019]s)|(?<=[a-z.])['\u2019]s) (?:[\w-]+ ){{0,3}}{_KIND}(?: include| are)?[,:]?(?: such as| including)? (?P<names>{_LIST})"
    ),
    re.compile(
        rf"\b(?:launch(?:ed|es|ing)|introduc(?:ed|es|ing)|operat(?:es|ed|ing)|owns?|creat(?:ed|es)) (?P<names>{_NAME}), (?:[Oo]ur|[Ii]ts) (?:[\w-]+ ){{0,3}}(?:brand|label)(?=[,.])"
    ),
    re.compile(
        rf"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix) (?:[\w-]+ ){{0,2}}(?:brands|labels)[,:] (?P<names>{_LIST})"
    ),
    re.compile(
        rf"\b(?<![Uu]nder )(?:[Tt]he|[Oo]ur|[Ii]ts|[Uu]nder its|of the) (?P<names>{_LIST}),? (?:family of )?{_KIND}\b"
    ),
)
_UNDER = re.compile(
    rf"\b(?:[Uu]nder|[Tt]hrough|[Ww]ith|[Bb]y) (?:the |its |our )?(?:[a-z][\w-]* ){{0,3}}(?:brands|labels|(?:brand|trade) names?)[,:]?(?: such as| including)? (?P<names>{_LIST})"
    rf"|\b[Uu]nder (?:the|its|our) (?:[a-z]\w* )?(?P<both>{_NAME}(?:, {_NAME}){{0,8}},? (?:and|&) {_NAME}),? (?:brands|labels|(?:brand|trade) names)\b"
    rf"|\b[Uu]nder the (?:[a-z]\w* )?(?P<single>{_NAME} (?:brand|label)(?:, {_NAME} (?:brand|label)){{0,8}}(?:,? and {_NAME} (?:brand|label)\b)?)"
)
_KIND_TAIL = re.compile(r" (?:brands?|labels?)$")
_TAILED = rf"{_NAME}(?: (?!and\b)[a-z]+){{0,2}}"  # "Larkspur tape"
_LIKE = re.compile(
    rf"\b(?:iconic|beloved|popular|leading|well-known|famous|household|premium|trusted|flagship|consumer|power|world-class|renowned) (?:[\w-]+ )?brands? "
    rf"(?:like|such as|including) (?P<names>(?:{_TAILED}|[a-z][\w-]+(?=, [A-Z]))(?:, [a-z]?{_TAILED}(?: & {_TAILED})?){{0,12}}(?:,? (?:and|&) [a-z]?{_TAILED})?)"
)
_OTHERS = re.compile(
    r"\b(?:distribut|partner|collaborat|represent|retail|client|customer|carr(?:y|ies)|work(?:ed|s|ing)? (?:with|for|at)|s[eo]l[dl]|competit|rival|tenant|career|joined)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?: [a-z]+){1,2}$")
_SPLIT = re.compile(r", and |, | and | & ")
_SERIES = re.compile(r", and |, ")  # where a comma stands before "and", "Oak & Anvil" is one name
_NO_BRAND = frozenset({"Company", "Group", "The", "Board", "Forbes", "Fortune", "Top", "New"})


def brands(context: Context) -> Iterator[RelationClaim]:
    """A brand-of tie for every brand that a sentence gives to the company that speaks."""
    for sentence in context.document.sentences:
        if "brand" not in sentence.text and "label" not in sentence.text and "trade name" not in sentence.text:
            continue
        if sentence.kind not in (BlockKind.HEADLINE, BlockKind.CONTACT):
            yield from _in(context, sentence)


def _in(context: Context, sentence: Sentence) -> Iterator[RelationClaim]:
    for wording in _WORDINGS:
        for found in wording.finditer(sentence.text[:2000]):
            owner = _possessor(context, sentence, found.start())
            for name in _SPLIT.split(found["names"]) if owner else ():
                claim = _claim(context, sentence, found, owner, name.strip("\u00ae\u2122 "))
                if claim is not None:
                    yield claim
    for found in _UNDER.finditer(sentence.text[:2000]):
        subject = _subject(context, sentence, found.start())
        for name in _SPLIT.split(found["names"] or found["both"] or found["single"]) if subject else ():
            claim = _claim(context, sentence, found, subject, _KIND_TAIL.sub("", name).strip("\u00ae\u2122 "))
            if claim is not None:
                yield claim
    for found in _LIKE.finditer(sentence.text[:2000]):
        if _OTHERS.search(sentence.text, max(0, found.start() - 90), found.start()):
            continue  # brands that are sold or served, not owned
        before = [m.value for m in context.parties.mentions(sentence) if m.end <= found.start()]
        named = [value for value in before if isinstance(value, Party)]
        owner = named[-1] if named else context.we_at(sentence.passage.origin(found.start()))
        parted = _SERIES if ", and " in found["names"] else _SPLIT
        for name in parted.split(found["names"]) if owner else ():
            claim = _claim(context, sentence, found, owner, _TAIL.sub("", name).strip("\u00ae\u2122 "))
            if claim is not None:
                yield claim


def _possessor(context: Context, sentence: Sentence, at: int) -> Party | None:
    """Whose brands they are: the company named before an apostrophe, else whoever speaks."""
    if sentence.text[at] not in "'\u2019":
        return context.we_at(sentence.passage.origin(at))
    return next(
        (m.value for m in context.parties.mentions(sentence) if m.end == at and isinstance(m.value, Party)), None
    )


def _subject(context: Context, sentence: Sentence, at: int) -> Party | None:
    """Whose goods are sold under a brand: the only company named before it in the sentence, or whoever speaks."""
    named = {
        m.value.name: m.value for m in context.parties.mentions(sentence) if m.end <= at and isinstance(m.value, Party)
    }
    home = context.we_at(sentence.passage.origin(at))
    if not named or (home is not None and home.name in named):
        return home
    return next(iter(named.values())) if len(named) == 1 else None


def _claim(
    context: Context, sentence: Sentence, found: re.Match[str], owner: Party | None, name: str
) -> RelationClaim | None:
    known = context.parties.resolve(name)
    possessor = re.sub(r"['\u2019]s$", "", name)
    if possessor != name and (possessor in _NO_BRAND or context.parties.resolve(possessor) is not None):
        return None
    if known is not None and known is not owner and (known.listings or is_form(known.name.split()[-1])):
        return None  # the name of another company is its own brand
    if owner is None or name in _NO_BRAND or len(name) < 3 or (known is not None and known.name == owner.name):
        return None
    return RelationClaim(
        evidence=(context.evidence(sentence, found.start(), found.end()),),
        rule="relations/brand",
        confidence=Confidence.INFERRED,
        speaker=context.speaker_at(sentence.passage.origin(found.start())),
        relation="brand-of",
        subject=known.name if known else name,
        object=owner.name,
    )
