"""Organisations of which the text does not tell that they are one, or what they have to do with the release: none is published."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.context.context import Context
from kg.context.phrases import enumerated
from kg.mentions.frames import Weight, weigh
from kg.mentions.runs import is_form
from kg.mentions.words import bare_words, org_heads, stops, title_words, word_class
from kg.model import BlockKind, Party, Span

_MARKS = re.compile(
    r"\b(?:trade ?marks?|service ?marks?|copyright|all rights reserved)\b|\([cC]\) ?(?:19|20)\d\d", re.IGNORECASE
)
_LIFE = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|Mr|Ms|Mrs|Dr)\b|\b(?:career|experience|previously|prior to|formerly|former|veteran|tenure|alumn\w+|"
    r"[Cc]hief|[Pp]resident|[Dd]irector|[Cc]hairman|CEO|CFO|[Ff]ounder|co-founder|[Pp]artner at)\b"
)
_ASIDE = re.compile(
    r"\b(?:such as|like|including|includes?|next to|near(?:by)?|adjacent to|neighbou?rs?|south of|north of|east of|west of|according to|together with|alongside|"
    r"(?:operated|managed|run|developed|designed|built|administered|produced|published|prepared|sponsored|hosted|organi[sz]ed|led|created|conducted|released|compiled|owned|made|issued) by|along with|question comes from|separat\w+ from|spun off from|one of|built with|compared (?:with|to)|both|between|join(?:ed|s)?|bought from)\b[^.;]{0,90}$|\([^()]{0,40}$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:as [\w-]+ as|than|unlike) (?:[\w-]+ ){0,3}$")
_HEADLINED = re.compile(r",? (?:Announces?|Reports?|Completes?|Signs|Enters|Launches|Appoints|Names|Declares)\b")
_SITE = r" (?:[Mm]ine|[Mm]ines|[Pp]roject|[Dd]eposit|[Pp]roperty|[Oo]il [Ff]ield|[Pp]ipeline)\b"
_DESCRIBED = re.compile(r"(?: \([^()]{1,60}\))?, (?:one of|an?) [a-z]")
_BEFORE = re.compile(r"(?P<word>[A-Z][\w&.’'-]*[\w’']|[A-Z]|\d{1,4})[  ]$")
_RUNS_ON = re.compile(r" for [A-Z][a-z]")
_REACH = 40
_ABBREVIATED = re.compile(r"\b[A-Z]{2,}s$|\d\w*$")  # a kind, a model: "Northern OMCs", "Larch Mk3"
_NUMBERED = re.compile(r" \d [A-Z][a-z]")  # "Tamsel" of "Tamsel 2 Hermanos"
_RUNNING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ABOUT)


def doubtful(context: Context, party: Party, role: str, *, told: bool, heard: bool) -> bool:
    """Whether a party is rather no organisation, or only stands in the text.

    `told`: some other claim names it; `heard`: words around it tell of a part that it plays.
    """
    if party is context.issuer or party.nature in ("agency", "exchange"):
        return False
    if _cut(context, party):
        return True
    if told or party.listings:
        return False
    if _generic(party.name) or (
        not is_form(party.name.split()[-1]) and re.search(re.escape(party.name) + _SITE, context.document.text)
    ):
        return True
    if _owns_marks_only(context, party) or _shadows(context.issuer, party):
        return True
    if role != "other" or heard or _formed(context, party):
        return False
    return not _told_of(context, party) and not _dealt_with(context, party)


def own_names(context: Context, party: Party) -> tuple[str, ...]:
    """The names of a party without those that are a general part of a longer one, a headline run on, or begin the issuer's."""
    text, issuer = context.document.text, context.issuer
    theirs = () if issuer is None or issuer is party else issuer.names
    kept = [party.name]
    for name in party.names[1:]:
        if name + "." in party.names or (any(f" {name}" in full for full in party.names) and _general(name)):
            continue
        if any(full.startswith(f"{name} ") for full in party.names) and not _stands_alone(name, party.names, text):
            continue
        if _HEADLINED.search(name) or any(f"{whole} ".startswith(f"{name} ") for whole in theirs):
            continue
        kept.append(name)
    return tuple(dict.fromkeys(kept))


def _stands_alone(name: str, names: Iterable[str], text: str) -> bool:
    """Whether a short form is printed somewhere outside the longer ones, not before another capitalised word."""
    longer = [full for full in names if full.startswith(f"{name} ")]
    if name.lower() not in bare_words() and len(name.split()) > 1:
        return True
    alone = re.compile(rf"(?<![\w@/.-])(?<![A-Z][a-z] ){re.escape(name)}(?![\w@/-]|\s+[A-Z&]|,? Inc)")
    return alone.search(text) is not None or not longer


def _formed(context: Context, party: Party) -> bool:
    """Whether a name of a party ends in a legal form or a head word that only organisations bear, and no mere comparison names it."""
    last = [name.rsplit(maxsplit=1)[-1] for name in party.names if " " in name]
    if not any(is_form(word) or org_heads().get(word.lower(), ("", False)) == ("company", True) for word in last):
        return False
    text = context.document.text
    return not all(_COMPARED.search(text[max(0, span.start - _REACH) : span.start]) for span in party.spans)


def _cut(context: Context, party: Party) -> bool:
    """Whether a name lacks its first word or its end wherever it stands: "Exploration Inc." of "Amex Exploration Inc."."""
    text = context.document.text
    if not party.spans:
        return False
    if all("<PAGE>" in text[span.start : span.end] for span in party.spans):
        return True  # put together over a page's end
    if " " in party.name and all(_RUNS_ON.match(text, span.end) for span in party.spans):
        return True
    if all(_NUMBERED.match(text, span.end) for span in party.spans):
        return True
    return all(_lacks_its_first(text, span) for span in party.spans)


def _lacks_its_first(text: str, span: Span) -> bool:
    words = text[span.start : span.end].split()
    before = _BEFORE.search(text[max(0, span.start - _REACH) : span.start])
    if before is None or not _general_word(words[0]) or len(words) < 2:
        return False
    word = before["word"]
    posts = title_words("head") | title_words("officer") | title_words("rank") | title_words("area")
    return not (stops(word) or is_form(word) or word.lower() in posts or word == words[0])


def _generic(name: str) -> bool:
    """Whether a name says only of which kind an organisation is: "Institute of Technology", "The Mining Company"."""
    return " " in name and not is_form(name.rsplit(maxsplit=1)[-1]) and _general(name)


def _general(name: str) -> bool:
    return all(_general_word(word) for word in name.split())


def _general_word(word: str) -> bool:
    low = word.strip(".,").lower()
    return low in bare_words() or low in org_heads() or low in word_class("fields-in-names") or is_form(word)


def _owns_marks_only(context: Context, party: Party) -> bool:
    """Whether a release names a party only as the owner of a trade mark."""
    told = [s.text for s in context.document.sentences if any(m.value is party for m in context.parties.mentions(s))]
    if not told:  # in lines that make no sentence
        text = context.document.text
        told = [text[max(0, span.start - _REACH) : span.end] for span in party.spans]
    return bool(told) and all(_MARKS.search(text) for text in told)


def _shadows(issuer: Party | None, party: Party) -> bool:
    """Whether a name is the issuer's own with a word before it ("Marketing Alder"), or a part of one of its names."""
    if issuer is None:
        return False
    own = party.name.casefold()
    return any(
        own.endswith(f" {name.casefold()}")
        or name.casefold().endswith(f" {own}")
        or name.casefold().startswith(f"{own} ")
        for name in issuer.names
    )


def _dealt_with(context: Context, party: Party) -> bool:
    """Whether the words around a name, or the list that it stands in, prove an organisation in running text."""
    if _ABBREVIATED.search(party.name) or _manlike(party.name) or _outgrows(context.issuer, party):
        return False
    for sentence in context.document.sentences:
        mine = [mention for mention in context.parties.mentions(sentence) if mention.value is party]
        if mine and sentence.kind in _RUNNING and any(_proved(sentence.text, m.start, m.end) for m in mine):
            return True
    return False


def _manlike(name: str) -> bool:
    """Whether two plain words, of which the last is no organisation's, could as well be a person."""
    words = name.split()
    plain = len(words) == len("ab") and all(word[1:].isalpha() and word[1:].islower() for word in words)
    return plain and words[-1].lower().removesuffix("s") not in org_heads() and not _general_word(words[-1])


def _outgrows(issuer: Party | None, party: Party) -> bool:
    """Whether one word of a name grows out of the issuer's or into it: "AlderGate" or "Ald" beside "Alder"."""
    if issuer is None or " " in party.name:
        return False
    own, first = party.name.casefold(), issuer.name.split()[0].casefold().strip(",.")
    return own.startswith(first) or first.startswith(own)


def _proved(text: str, start: int, end: int) -> bool:
    if _thinglike(text, start, end):
        return False
    _, listed, led = enumerated(text).get(start, (end, False, False))
    return listed or led or weigh(text, start, end) is Weight.PROOF


def _thinglike(text: str, start: int, end: int) -> bool:
    """Whether one word behind an article is as well a product: "processors such as the Quern"."""
    return " " not in text[start:end] and text[:start].endswith(" the ")


def _told_of(context: Context, party: Party) -> bool:
    """Whether a party is named in a person's career, or in passing: described, as an example, a neighbour or a source."""
    for sentence in context.document.sentences:
        mine = [mention for mention in context.parties.mentions(sentence) if mention.value is party]
        text = sentence.text
        if mine and _LIFE.search(text):
            return True
        mine = [m for m in mine if not _thinglike(text, m.start, m.end)]
        if any(_ASIDE.search(text[: m.start]) or _DESCRIBED.match(text, m.end) for m in mine):
            return True
    return False
