"""Where organisations have their seat: "headquartered in", "based in", "X-based", "headquarters are in"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.context.context import Context
from kg.extract.actors import acting, antecedent, party_name
from kg.extract.sites.located import Located, is_site_place, seat
from kg.extract.sites.seat_words import HYPHENED, RULES
from kg.mentions.words import bare_words
from kg.model import BlockKind, Mention, MentionKind, Party, PlaceName, Sentence
from kg.text.patterns import Annotated, compile_pattern
from kg.text.rules import Match

_SPEAKS = (BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ABOUT)


def headquarters(context: Context) -> Iterator[Located]:
    """The seat of every organisation whose text tells it."""
    for sentence in context.document.sentences:
        if sentence.kind not in _SPEAKS:
            continue
        annotated = context.annotated(sentence)
        if "eadquarter" not in sentence.text and not any(m.kind is MentionKind.PLACE for m in annotated.mentions):
            continue
        for match in (*RULES.matches(annotated), *_hyphened(annotated)):
            told = _told(context, sentence, match)
            if told:
                yield told
                yield from _second(told, match)


# "headquartered in Ashford, Ohio and Zurich, Switzerland": two seats, not a seat and a place of something else.
_AND_SEAT: Final = compile_pattern(
    r",? (?:and|&) (?:in )?{second:place}(?=[,.;)]|$| (?:and|with|is|has|have|was|operates|employs|serves|provides|develops|makes|manufactures|offers|said|announced|today)\b)"
)
_IN_BOTH: Final = frozenset({"pronoun", "participle-first", "is-based", "headquarters-are", "headquarters-in"})


def _second(told: Located, match: Match) -> Iterator[Located]:
    """The other of two cities that share the seat."""
    group = "where" if match.mention("where") else "where2"
    if match.rule.name not in _IN_BOTH or group not in match.found.groupdict():
        return
    found = _AND_SEAT.match(match.annotated.coded, match.found.end(group))
    other = match.annotated.filler(found["second"]) if found else None
    value = other.value if other else None
    place = seat(value, "headquarters") if isinstance(value, PlaceName) else None
    if other is not None and place and place.city and told.place.city:
        yield replace(told, place=place, end=max(told.end, other.end))


def _hyphened(annotated: Annotated) -> Iterator[Match]:
    if "based" in annotated.coded or "-headquartered" in annotated.coded:
        for rule, pattern in HYPHENED:
            for found in pattern.finditer(annotated.coded):
                yield Match(rule, annotated, found)


def _told(context: Context, sentence: Sentence, match: Match) -> Located | None:
    where = match.mention("where") or match.mention("where2") or _named_city(match)
    site = match.mention("site")
    if (
        where is None
        or not is_site_place(where.value)
        or not isinstance(where.value, PlaceName)
        or (where.value.city is None and not _wide_seat(match))
    ):
        return None
    if where.value.country in ("U.S.", "US", "USA") and match.rule.fields.get("gap") == "before":
        return None  # "U.S.-based manufacturing" says nothing of a seat
    if match.rule.name == "is-based" and _offices(match, where):
        return None
    if site is not None and site.value != "headquarters":
        return None
    if _of_another(sentence, match, where):
        return None
    operator = _operator(context, sentence, match)
    if operator is None:
        return None
    kind = "office" if match.rule.name == "firm-at" else "headquarters"
    noun = site or Mention(MentionKind.FACILITY, where.start, where.end, where.text, kind)
    return Located(sentence, noun, seat(where.value, noun.value), operator, match.start, match.end)


def _named_city(match: Match) -> Mention | None:
    """A city that no list knows, told by "headquartered in" alone."""
    if match.rule.name != "seat-by-name":
        return None
    start, end = match.bounds("city")
    city = match.text("city") or ""
    return Mention(MentionKind.PLACE, start, end, city, PlaceName(city))


def _offices(match: Match, where: Mention) -> bool:
    """Whether it is offices that are based at the place, not the organisation: "has offices based in Ashford"."""
    inside = [m for m in match.annotated.mentions if match.start <= m.start and m.end <= where.start]
    return any(m.kind is MentionKind.FACILITY and m.value != "headquarters" for m in inside)


# "sold its unit to the Alder group, one of the leading makers based in Ashford": said of the one named last.
_APPOSED: Final = re.compile(
    r"\b(?:to|with|by|from|of|for|and) (?:the )?[A-Z][\w&.'’-]*(?: (?:[A-Z][\w&.'’-]*|group|of|and))*,? (?:\([^()]{1,60}\), )?(?:one of|an?|the|which|who|based|headquartered)\b"
)


def _of_another(sentence: Sentence, match: Match, where: Mention) -> bool:
    """Whether the words that tell of a seat belong to another organisation than the one they begin with."""
    who = match.mention("who")
    if who is None or who.end > where.start:
        return False
    if match.rule.name == "hyphen-after" and any(
        m.kind is MentionKind.ORG and m.start == match.end + 1 for m in match.annotated.mentions
    ):
        return True  # "a subsidiary of Ashford-based Alder"
    return match.rule.name == "is-based" and bool(_APPOSED.search(sentence.text, who.end, where.start))


def _wide_seat(match: Match) -> bool:
    """Whether a country or state alone may be a seat: only where the words say headquarters."""
    return match.rule.name in (
        "pronoun",
        "the-based-firm",
        "base-in",
        "is-based",
        "participle-first",
        "headquarters-are",
        "headquarters-of",
        "headquarters-in",
        "hyphen-before",
        "hyphen-after",
        "headquarters-alone",
        "made-seat",
    )


def _operator(context: Context, sentence: Sentence, match: Match) -> str | None:
    who = match.mention("who")
    if match.rule.name == "pronoun":
        return antecedent(context, sentence)
    if match.rule.name == "the-based-firm":
        named = any(m.kind is MentionKind.ORG and m.end <= match.start for m in match.annotated.mentions)
        return None if named else antecedent(context, sentence)
    if who is None:
        return acting(context, sentence, match.annotated, match.start) or antecedent(context, sentence)
    if isinstance(who.value, Party) and who.value.nature in ("exchange", "agency"):
        return None
    if match.rule.name in ("firm-of", "firm-located", "firm-placed") and not _settled(match, who):
        return None
    if match.rule.fields.get("gap") == "before" and _another(match, who):
        return None
    name = party_name(context, who)
    return None if name and name.lower() in bare_words() else name  # "France-based Group" names nobody


_FORM: Final = re.compile(
    r"\b(?:Inc|Corp|Corporation|Company|Co|Ltd|Limited|LLC|L\.L\.C|LLP|GmbH|AG|SA|S\.A|PLC|plc|AB|NV|N\.V|BV|Oy|SE|KG|Pty)\b\.?$"
)


def _settled(match: Match, who: Mention) -> bool:
    """Whether a company named with its legal form stands before a city told with its region or country."""
    where = match.mention("where")
    value = where.value if where else None
    wide = isinstance(value, PlaceName) and value.city is not None and bool(value.region or value.country)
    return wide and bool(_FORM.search(who.text))


def _another(match: Match, who: Mention) -> bool:
    """Whether another organisation or a verb stands between the place and the name."""
    between = match.annotated.mentions
    where = match.mention("where")
    return where is not None and any(
        where.end <= m.start and m.end <= who.start and m.kind in (MentionKind.PERSON, MentionKind.ORG) for m in between
    )
