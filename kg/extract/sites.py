"""Frames of what happens to sites, as sentences tell it: which site, whose, from where, to where, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.context.context import Context
from kg.context.modality import modality
from kg.extract import site_grammar as grammar
from kg.extract.actors import acting, home, party_name
from kg.extract.move_words import WORDINGS, may_tell
from kg.extract.relocations import led_away, moved, newly_located
from kg.extract.telling import Frame, Telling, framed
from kg.model import BlockKind, Mention, MentionKind, PlaceName, Sentence, Status
from kg.text.patterns import Annotated, compile_pattern

_SPEAKS: Final = frozenset(
    {BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ABOUT}
)
_ATTRIBUTIVE: Final = re.compile(
    r"(?:closed|leased|expanded|acquired|opened|consolidated|relocated|purchased|shuttered|idled|building|open|closing|opening"
    r"|moving|sold|built)$",
    re.IGNORECASE,
)
_BARRED: Final = re.compile(
    r"\b(?:the|its|our|their|a|an|new|existing|current|this|that|each|office|retail|company-owned|any|of the|fully|unused|partially|surplus) $",
    re.IGNORECASE,
)
_PASSIVE: Final = re.compile(r"(?:be|been|being|is|was|are|were|to)\b", re.IGNORECASE)
_MOVES: Final = re.compile(r"(?:be|been|being|is|was|are|were|to)\b|(?:move|relocate)$", re.IGNORECASE)
_OBJECT_NEXT: Final = re.compile(r" (?:its|the|a|an|our|their|on(?! [\ue000-\uf8ff])|[\ue000-\uf8ff])")
_NEEDS_PASSIVE: Final = frozenset({"sale", "purchase", "lease", "expansion", "consolidation"})


def frames(context: Context) -> Iterator[Frame]:
    """Every frame of a release in the order of its sentences, each as its sentence alone tells it."""
    for sentence in context.document.sentences:
        if sentence.kind in _SPEAKS:
            yield from _of_sentence(context, sentence)


def _of_sentence(context: Context, sentence: Sentence) -> list[Frame]:
    if not may_tell(sentence.text):
        return []
    annotated = context.annotated(sentence)
    if not any(m.kind in (MentionKind.FACILITY, MentionKind.PLACE) for m in annotated.mentions):
        return []
    found: list[Frame] = []
    for wording in WORDINGS:
        for hit in wording.before.finditer(annotated.coded):
            found += _with_object(Telling(context, sentence, annotated, wording, hit))
        for hit in wording.after.finditer(annotated.coded) if wording.after else ():
            found += _with_subject(Telling(context, sentence, annotated, wording, hit), compound=False)
        for hit in wording.compound.finditer(annotated.coded) if wording.compound else ():
            found += _with_subject(Telling(context, sentence, annotated, wording, hit), compound=True)
    found += newly_located(context, sentence, annotated)
    found += _chosen(context, sentence, annotated)
    found.sort(key=lambda frame: frame.start)
    return _completed(found)


def _chosen(context: Context, sentence: Sentence, annotated: Annotated) -> Iterator[Frame]:
    """Openings told by the choice of a place: "has selected Ashford, Ohio as the site of its new plant"."""
    for hit in grammar.SITE_CHOSEN.finditer(annotated.coded):
        site, where = annotated.filler(hit["site"]), annotated.filler(hit["where"]).value
        start, end = annotated.position(hit.start()), annotated.position(hit.end())
        actor = acting(context, sentence, annotated, start)
        if actor and isinstance(where, PlaceName):
            status = modality(sentence.text, start, start + 4) if hit["made"] else Status.PLANNED
            yield Frame("opening", actor, sentence, start, end, status, site.text, site, where)


def _with_object(told: Telling) -> Iterator[Frame]:
    """Frames of a verb or "noun of" with the site after it: "will close its Ashford plant"."""
    coded, end = told.annotated.coded, told.hit.end()
    if _ATTRIBUTIVE.fullmatch(told.verb) and _BARRED.search(coded, max(0, told.hit.start() - 20), told.hit.start()):
        return  # "its leased facility"
    if _unled(told):
        return
    if _habitual(told):
        return
    site = grammar.OBJECT.match(coded, end)
    if site and (told.wording.kind != "relocation" or not grammar.TO_SITE.match(coded, end)):
        start, close = site.span("np")
        place = told.place(site, "where") or told.place_within(start, close) or _led_by(told)
        frame = framed(told, told.filler(site, "site"), (start, close), _actor(told, site), place)
        if frame:
            yield from led_away(told, frame, site.end())
            other = told.place(site, "other")
            if other:
                yield replace(frame, place=other)
        return
    if told.wording.kind == "lease":
        yield from _space(told)
    frame = moved(told) if told.wording.goods else _stopped(told)
    if frame:
        yield frame


def _led_by(told: Telling) -> PlaceName | None:
    """The place that opens the sentence, "In Ashford, Ohio, Alder opened a plant"."""
    found = _LED_BY.match(told.annotated.coded)
    return told.place(found, "where") if found and told.wording.kind in ("opening", "closing", "expansion") else None


_LED_BY: Final = compile_pattern(r"In {where:place}, ")


def _space(told: Telling) -> Iterator[Frame]:
    """Leases of so much space at a place: "will lease 60,000 square feet in Ashford, Ohio"."""
    found = grammar.SPACE_AT.match(told.annotated.coded, told.hit.end())
    where = told.place(found, "where")
    if found and where:
        site = Mention(MentionKind.FACILITY, *told.bounds, told.verb, "office" if "office" in found[0] else "other")
        frame = framed(told, site, found.span("np"), told.subject(), where)
        if frame:
            yield frame


_LEADS: Final = re.compile(
    r"(?:\b(?:newly|recently|has|have|had|and|also|then|it|they|we|which|who|by|of|for|just|already)|[\ue000-\uf8ff,]) $",
    re.IGNORECASE,
)
_BARE_SITE: Final = compile_pattern(
    r" (?:(?!(?:the|a|an|its|our|their|this|that|these|both|all|one|another)\b)[a-z-]+ ){0,2}{facility}"
)


def _unled(told: Telling) -> bool:
    """Whether a participle only qualifies a noun that has no article: "an unused leased facility"."""
    coded, start = told.annotated.coded, told.hit.start()
    return (
        bool(_ATTRIBUTIVE.fullmatch(told.verb))
        and told.verb.endswith("ed")
        and bool(_BARE_SITE.match(coded, told.hit.end()))
        and told.sentence.kind is not BlockKind.LIST_ITEM
        and not _LEADS.search(coded, max(0, start - 20), start)
        and start > 0
    )


_PRESENT: Final = re.compile(
    r"(?:builds?|sells?|buys?|purchases?|acquires?|leases?|opens?|constructs?|expands?|establishes|closes?|moves?|develops?)$"
)
_PURPOSE: Final = re.compile(
    r"\b(?:established|formed|created|organi[sz]ed|founded|incorporated)(?: in {date}| in \d{4})? to $", re.IGNORECASE
)


def _habitual(told: Telling) -> bool:
    """Whether the verb tells what a company is for or always does: "builds and sells plants", "formed to acquire"."""
    start = told.bounds[0]
    if _PURPOSE.search(told.sentence.text[max(0, start - 60) : start]):
        return True
    return (
        told.sentence.kind is not BlockKind.HEADLINE
        and bool(_PRESENT.fullmatch(told.verb))
        and modality(told.sentence.text, *told.bounds) is Status.ACTUAL
    )


def _with_subject(told: Telling, *, compound: bool) -> Iterator[Frame]:
    """Frames of a verb or noun with the site before it: "the Ashford plant will be closed", "plant closing"."""
    coded, at = told.annotated.coded, told.hit.start()
    before = [m for m in told.annotated.mentions if m.kind is MentionKind.FACILITY and m.end <= told.bounds[0]]
    if told.wording.goods and not compound and _MOVES.match(told.verb):
        yield from _goods_moved(told)
    if not before:
        return
    site = before[-1]
    number = next(at for at, m in enumerate(told.annotated.mentions) if m is site)
    begin = coded.find(chr(0xE100 + number)) - 1
    between = grammar.SAID_OF.fullmatch(coded, begin + 2, at)
    if compound:
        if coded[begin + 2 : at] != " ":
            return
    elif between is None or not _said_of_site(told):
        return
    start = grammar.noun_start(coded, begin)
    if coded[max(0, start - 2) : start] == ", " and coded[begin + 2 : begin + 3] == ",":
        return  # "Ashford, a bakery, will open": the noun only says what the company is
    clause = between is not None and re.search(r", (?:which|that) ", coded[begin + 2 : at])
    if not (compound or clause) and coded[max(0, start - 4) : start].lower() in (" of ", " to ", "into"):
        return  # "the sale of the plant was completed": said of the sale
    owner = next((m for m in _mentions(told, start, begin) if m.kind in (MentionKind.ORG, MentionKind.OUR)), None)
    actor = party_name(told.context, owner) or _agent(told) or _home(told, start)
    place = told.place(between, "where") if between else None
    place = place or told.place_within(start, begin)
    frame = framed(told, site, (start, begin + 2), actor, place)
    if frame:
        yield from led_away(told, frame, told.hit.end(), led=True)
        other = told.place(between, "other") if between else None
        if other and told.wording.kind in ("closing", "opening", "sale", "expansion"):
            yield replace(frame, place=other)


def _goods_moved(told: Telling) -> Iterator[Frame]:
    """Frames of work that is moved: "production will be transferred to Ashford, Ohio"."""
    coded, at = told.annotated.coded, told.hit.start()
    goods = grammar.GOODS_SAID.search(coded, max(0, at - 160), at)
    if goods is None:
        return
    owner = party_name(told.context, told.filler(goods, "owner"))
    frame = framed(told, None, goods.span("np"), owner or _agent(told) or _home(told, goods.start("np")), None)
    if frame:
        yield from led_away(told, frame, told.hit.end())


def _said_of_site(told: Telling) -> bool:
    """Whether the verb after a site is said of the site: not "the plant closed a deal"."""
    if _PASSIVE.match(told.verb):
        return True
    coded, at = told.annotated.coded, told.hit.end()
    return told.wording.kind not in _NEEDS_PASSIVE and not _OBJECT_NEXT.match(coded, at, at + 6)


def _actor(told: Telling, site: re.Match[str]) -> str | None:
    owner = party_name(told.context, told.filler(site, "owner"))
    subject = told.subject()
    branded = told.wording.kind in ("opening", "closing", "expansion") and _brand_before(told, site)
    if branded:
        return branded
    if told.verb.endswith(" of"):
        return owner or _agent(told) or subject or _nobody_else(told)
    return subject or owner


def _brand_before(told: Telling, site: re.Match[str]) -> str | None:
    """The organisation whose name stands right before the noun: "its newest Ashford Rail branch"."""
    noun = told.filler(site, "site")
    last = next(
        (m for m in told.annotated.mentions if noun and m.kind is MentionKind.ORG and m.end == noun.start - 1), None
    )
    begins = told.annotated.position(site.start("np"))
    return party_name(told.context, last) if last and last.start > begins else None


def _nobody_else(told: Telling) -> str | None:
    """The issuer, where the sentence of a noun of happening names no other organisation."""
    if any(m.kind in (MentionKind.ORG, MentionKind.PERSON) for m in told.annotated.mentions):
        return None
    return home(told.context, told.sentence)


def _agent(told: Telling) -> str | None:
    coded, end = told.annotated.coded, told.hit.end()
    found = grammar.BY.search(coded, end, min(len(coded), end + 120))
    return party_name(told.context, told.filler(found, "by"))


def _home(told: Telling, start: int) -> str | None:
    """Whose site it is when it leads its sentence: the subject before it, else whoever the text tells of."""
    subject = acting(told.context, told.sentence, told.annotated, told.annotated.position(start))
    if subject:
        return subject
    home = told.context.parties.home(told.sentence)
    return home.name if home else None


def _stopped(told: Telling) -> Frame | None:
    """A frame of work that ends at a place: "discontinue manufacturing at Ashford", "closing its Ashford operations"."""
    if told.wording.kind != "closing":
        return None
    coded, end = told.annotated.coded, told.hit.end()
    goods = grammar.GOODS.match(coded, end)
    there = grammar.AT_PLACE.match(coded, goods.end() if goods else end - 3)
    place = told.place(there, "where") if there else None
    if goods and place is None:
        place = told.place_within(*goods.span("np"))
    if place is None or not (goods or told.verb.endswith((" at", " in"))):
        return None
    noun = goods.span("np") if goods else there.span() if there else told.hit.span("verb")
    site = Mention(MentionKind.FACILITY, *told.bounds, told.verb, "factory")
    return framed(told, site, noun, told.subject(), place)


def _mentions(told: Telling, start: int, end: int) -> list[Mention]:
    first, last = told.annotated.position(start), told.annotated.position(end)
    return [m for m in told.annotated.mentions if first <= m.start and m.end <= last]


def _completed(found: list[Frame]) -> list[Frame]:
    """The frames of a sentence, "those operations" given the place of the site told before."""
    done: list[Frame] = []
    for frame in found:
        if any(_same(frame, other) for other in done):
            continue
        full = frame
        if frame.kind in ("relocation", "consolidation") and frame.origin is None:
            earlier = next(
                (f for f in reversed(done) if f.actor == frame.actor and f.kind == "closing" and f.place), None
            )
            own = frame.place if frame.place != frame.destination else None
            pointed = earlier if earlier and grammar.ANAPHOR.match(_raw(frame)) else None
            full = replace(frame, origin=own or (pointed.place if pointed else None))
            if pointed and full.site is None:
                full = replace(full, site=pointed.site)
        done.append(full)
    return done


def _raw(frame: Frame) -> str:
    return frame.sentence.text[frame.start : frame.end].split(" ", 1)[-1]


def _same(frame: Frame, other: Frame) -> bool:
    return (
        frame.kind == other.kind and frame.start < other.end and other.start < frame.end and frame.place == other.place
    )
