"""Brands and their owners: "its brands include A, B and C", "the A and B brands", "under the A label"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.context.context import Context
from kg.mentions.runs import is_form
from kg.model import BlockKind, Confidence, Party, RelationClaim, Sentence

_SITE = r"\.(?:com|net|org|de|fr|it|ch|at|eu|co\.uk)\b"
_NAME = (
    rf"(?:[a-z][\w-]*{_SITE}|[A-Z][\w'\u2019&\u00ae\u2122-]*(?:{_SITE})?(?: [A-Z0-9][\w'\u2019&\u00ae\u2122-]*){{0,3}})"
)
_LIST = rf"{_NAME}(?:(?:, {_NAME}){{0,12}},? (?:and|&) {_NAME})?"
_KIND = r"(?:brands?|brand names?|trade names?|labels?)"
_HOLDS = r"(?: (?:currently |now |also )?(?:includes?|included|are|comprises?|consists? of|encompass(?:es)?|features?|spans?))"
_NO_VERB = r"(?!(?:is|are|was|were|has|have|will|sold|at|in|to|with|for|from|by|on)\b)"
_WORDINGS = (
    re.compile(
        rf"(?:\b(?:[Oo]ur|[Ii]ts|[Tt]he [Cc]ompany['\u2019]s|(?<=, )whose)|(?<=[a-z.])['\u2019]s) (?:{_NO_VERB}[\w-]+,? ){{0,5}}?{_KIND}(?: portfolio| family)?"
        rf"(?:{_HOLDS}|,? (?:which|that){_HOLDS})?[,:]?(?: such as| including| called| named)?(?: the)? (?P<names>{_LIST})"
    ),
    re.compile(
        rf"\b(?:owns|own|owner of|home to|parent(?: company)? of|company behind) (?:[a-z][\w-]* ){{0,4}}?(?:brands|labels),? (?:such as|including|like|as) (?P<names>{_LIST})"
    ),
    re.compile(
        rf"\b(?:launch|introduc|creat|unveil)\w+ (?:an?|its|our|the) (?:[a-z][\w-]* ){{0,3}}(?:brand|label)(?:,| called| named)? (?P<names>{_NAME})(?=[,.]| (?:in|at|for|with|to|on|and)\b)"
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
    rf"\b(?:[Uu]nder|[Tt]hrough|[Ww]ith|[Bb]y) (?:the |its |our )?(?:[a-z][\w-]* ){{0,3}}(?:brands|labels|(?:brand|trade) names?|names|trademarks)[,:]?(?: such as| including)? (?P<names>{_LIST})"
    rf"|\b[Uu]nder (?:the|its|our) (?:[a-z]\w* )?(?P<both>{_NAME}(?:, {_NAME}){{0,8}},? (?:and|&) {_NAME}),? (?:brands|labels|(?:brand|trade) names|names|trademarks)\b"
    rf"|\b[Uu]nder the (?:[a-z]\w* )?(?P<single>{_NAME} (?:brand|label)(?:, {_NAME} (?:brand|label)){{0,8}}(?:,? and {_NAME} (?:brand|label)\b)?)"
)
# "Larkspur, a brand of Alder": the owner follows.
_BRAND_OF = re.compile(
    rf"(?P<names>{_NAME})(?:,| is|, which is) (?:an?|the|one of) (?:[a-z][\w-]* ){{0,4}}brands? (?:of|owned by) (?:the )?"
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
_TRADING = re.compile(
    r"\b(?:market|sell|sold|distribut|operat|manufactur|mak(?:es|ing)|produc|store|restaurant|hotel|offer|trad(?:es|ing) )",
    re.IGNORECASE,
)
_WORDS = ("brand", "label", "trade name", "trademarks", "under the ")
_SPLIT = re.compile(r", and |, | and | & ")
_SERIES = re.compile(r", and |, ")  # where a comma stands before "and", "Oak & Anvil" is one name
_NO_BRAND = frozenset(
    {
        "Company",
        "Group",
        "The",
        "Board",
        "Forbes",
        "Fortune",
        "Top",
        "New",
        "Retail",
        "Consumer",
        "Wholesale",
        "Corporate",
    }
    | {"Professional", "Commercial", "Private", "Premium", "Luxury", "House", "National", "Global", "Digital", "Online"}
)


def brands(context: Context) -> Iterator[RelationClaim]:
    """A brand-of tie for every brand that a sentence gives to the company that speaks."""
    for sentence in context.document.sentences:
        if not any(word in sentence.text for word in _WORDS):
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
    for found in _BRAND_OF.finditer(sentence.text[:2000]):
        party = next((m.value for m in context.parties.mentions(sentence) if m.start == found.end()), None)
        claim = _claim(context, sentence, found, party, found["names"]) if isinstance(party, Party) else None
        if claim is not None:
            yield claim
    for found in _UNDER.finditer(sentence.text[:2000]):
        bare = re.search(r" names\b|trademarks", found[0]) and not re.search(r"(?:brand|trade) names", found[0])
        if bare and not _TRADING.search(sentence.text, 0, found.start()):
            continue  # goods are sold under names, suits are filed under them too
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
    if sentence.text[at] in "wo":  # "Alder, whose brands include", "Alder owns brands such as"
        return _subject(context, sentence, at)
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
