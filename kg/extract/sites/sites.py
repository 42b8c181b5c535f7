"""Frames of what happens to sites, as sentences tell it: which site, whose, from where, to where, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.context.context import Context
from kg.context.modality import modality
from kg.extract.actors import acting, party_name
from kg.extract.sites import site_grammar as grammar
from kg.extract.sites.move_words import WORDINGS, may_tell
from kg.extract.sites.relocations import led_away, moved, newly_located
from kg.extract.sites.same_sites import many
from kg.extract.sites.site_lists import each_site
from kg.extract.sites.site_owners import doer
from kg.extract.sites.site_subjects import with_subject
from kg.extract.sites.site_work import elliptic, stopped
from kg.extract.sites.telling import Frame, Telling, framed, timed
from kg.model import BlockKind, Mention, MentionKind, PlaceName, Sentence, Status
from kg.text.patterns import Annotated, compile_pattern

_SPEAKS: Final = frozenset(
    {BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ABOUT}
)
# A list of what was done or paid for before says of none of its points when: "Examples of previous fundings include:".
_OF_THE_PAST: Final = re.compile(
    r"\b(?:examples?|previous|past|track record|portfolio|representative)\b[^.]{0,60}:$", re.IGNORECASE
)
_ATTRIBUTIVE: Final = re.compile(
    r"(?:closed|leased|expanded|acquired|opened|consolidated|relocated|purchased|shuttered|idled|building|open|closing|opening"
    r"|moving|sold|built|vacated|retired|mothballed|decommissioned|listed|placed|combined|merged|dedicated|established|developed|bought)$",
    re.IGNORECASE,
)
_BARRED: Final = re.compile(
    r"\b(?:the|its|our|their|a|an|new|existing|current|this|that|each|office|retail|company-owned|any|of the|fully|unused|partially|surplus) $",
    re.IGNORECASE,
)


def frames(context: Context) -> Iterator[Frame]:
    """Every frame of a release in the order of its sentences, each as its sentence alone tells it."""
    past = False
    for sentence in context.document.sentences:
        if sentence.kind is not BlockKind.LIST_ITEM:
            past = bool(_OF_THE_PAST.search(sentence.text))
        if sentence.kind in _SPEAKS:
            told = _of_sentence(context, sentence)
            listed = past and sentence.kind is BlockKind.LIST_ITEM
            yield from (frame for frame in told if not (listed and frame.start < 3))


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
            found += with_subject(Telling(context, sentence, annotated, wording, hit), compound=False)
        for hit in wording.compound.finditer(annotated.coded) if wording.compound else ():
            found += with_subject(Telling(context, sentence, annotated, wording, hit), compound=True)
    found += newly_located(context, sentence, annotated)
    found += _chosen(context, sentence, annotated)
    found.sort(key=lambda frame: frame.start)
    return _completed(found)


def _chosen(context: Context, sentence: Sentence, annotated: Annotated) -> Iterator[Frame]:
    """Openings told by the choice of a place: "has selected Ashford, Ohio as the site of its new plant"."""
    hits = [*grammar.SITE_CHOSEN.finditer(annotated.coded), *grammar.HOME_TO.finditer(annotated.coded)]
    for hit in hits:
        site, where = annotated.filler(hit["site"]), annotated.filler(hit["where"]).value
        start, end = annotated.position(hit.start()), annotated.position(hit.end())
        named = hit["owner"] if hit.re is grammar.HOME_TO else None
        actor = party_name(context, annotated.filler(named)) if named else acting(context, sentence, annotated, start)
        if actor and isinstance(where, PlaceName):
            made = hit.groupdict().get("made")
            status = modality(sentence.text, start, start + 4) if made else Status.PLANNED
            told = Telling(context, sentence, annotated, WORDINGS[1], hit)
            what = told.words(hit.start("np"), hit.end("site"))
            date, when = timed(told, start, end, status)
            yield Frame("opening", actor, sentence, start, end, status, what, site, where, date=date, when=when)


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
    if site and told.wording.kind == "opening" and _GROWN.match(coded, site.end()):
        return  # "construction of the campus expansion"
    if told.wording.rest and not (site and told.wording.rest.match(coded, site.end())):
        return
    if site and (told.wording.kind != "relocation" or not grammar.TO_SITE.match(coded, end)):
        start, close = site.span("np")
        place = told.place(site, "where") or told.place_within(start, close)
        place = place if place and place.city else _led_by(told) or place
        frame = framed(told, told.filler(site, "site"), (start, close), doer(told, site), place, site.start("loc"))
        if (
            frame
            and not _only_of(told, site, frame)
            and not (told.wording.rest and many(frame.what) and not frame.place)
        ):
            if frame.place and told.wording.kind in _ONE_PLACE:
                yield from each_site(told, frame, site)
            else:
                yield from led_away(told, frame, site.end())
        return
    if told.wording.kind == "lease":
        yield from _space(told)
    frame = moved(told) if told.wording.goods else stopped(told) or elliptic(told)
    if frame:
        yield frame


# Kinds that tell of one place each, so that a list of places tells of several.
_ONE_PLACE: Final = frozenset({"closing", "opening", "sale", "purchase", "lease", "expansion"})
_GROWN: Final = re.compile(
    r" (?:expansion|extension|renovation|moderni[sz]ation|upgrade|refurbishment|project expansion)\b"
)
_LOOSE: Final = re.compile(
    r"launch|invest|debut|unveil|plan|develop|creat|dedicat(?!ion)|establish(?!ed|ing)", re.IGNORECASE
)
_GOES_ON: Final = re.compile(
    r" (?!(?:in|at|on|to|for|with|and|or|by|from|that|which|this|last|next|as|near|during|of|where|located|will|is|was|space)\b)[a-z]"
)


def _only_of(told: Telling, site: re.Match[str], frame: Frame) -> bool:
    """Whether a word that launches anything has no site for its object, or money is spent on a site that may stand."""
    if not _LOOSE.match(told.verb):
        return False
    spent = told.verb.startswith("invest") and frame.status not in (Status.PLANNED, Status.IN_PROGRESS)
    return (
        spent
        or (frame.place is None and not told.verb.startswith("debut"))
        or bool(_GOES_ON.match(told.annotated.coded, site.end("site")))
    )


def _led_by(told: Telling) -> PlaceName | None:
    """The place that opens the sentence, "In Ashford, Ohio, Alder opened a plant"."""
    found = _LED_BY.match(told.annotated.coded)
    return told.place(found, "where") if found and told.wording.kind in _ONE_PLACE else None


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
    """Whether a participle only qualifies a noun that has no article: "an unused leased facility", "a moving charge"."""
    coded, start = told.annotated.coded, told.hit.start()
    if _OF_COST.match(coded, told.hit.end()):
        return True
    return (
        bool(_ATTRIBUTIVE.fullmatch(told.verb))
        and told.verb.endswith("ed")
        and bool(_BARE_SITE.match(coded, told.hit.end()))
        and told.sentence.kind is not BlockKind.LIST_ITEM
        and not _LEADS.search(coded, max(0, start - 20), start)
        and start > 0
    )


_OF_COST: Final = re.compile(
    r" (?:and [a-z]+ )?(?:charges?|costs?|expenses?|averages?|parts|allowances?|prices?|balances?|bell)\b"
)
_PRESENT: Final = re.compile(
    r"(?:builds?|sells?|buys?|purchases?|acquires?|leases?|opens?|constructs?|expands?|establishes|closes?|moves?|develops?|erects?)(?: and [a-z]+)?$"
)
_PURPOSE: Final = re.compile(
    r"\b(?:established|formed|created|organi[sz]ed|founded|incorporated)(?: in {date}| in \d{4})? to $", re.IGNORECASE
)


_OWN_MOVE: Final = re.compile(
    r"\b(?:its|our|their|the|this|a|['’]s) (?:(?:planned|recent|upcoming|previously announced|pending) )?$"
)
_SEAT: Final = re.compile(r" (?:its|their|our|the) (?:[a-z]+ ){0,3}?(?:headquarters|head office|home office)\b")


def _habitual(told: Telling) -> bool:
    """Whether the verb tells what a company is for or always does: "builds and sells plants", "formed to acquire"."""
    start = told.bounds[0]
    if told.verb in ("move", "transfer", "shift") and _OWN_MOVE.search(told.sentence.text, max(0, start - 30), start):
        return False  # "our move to"
    if told.wording.kind == "relocation" and _SEAT.match(told.sentence.text, told.bounds[1]):
        return False  # a company moves its seat once
    if _PURPOSE.search(told.sentence.text[max(0, start - 60) : start]):
        return True
    return (
        told.sentence.kind is not BlockKind.HEADLINE
        and bool(_PRESENT.fullmatch(told.verb))
        and modality(told.sentence.text, *told.bounds) is Status.ACTUAL
    )


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
            pointed = (
                earlier
                if earlier
                and (frame.site is None or frame.site.text not in frame.what or grammar.ANAPHOR.match(_raw(frame)))
                else None
            )
            full = replace(frame, origin=own or (pointed.place if pointed else None))
            if earlier and frame.bare and _JOINED.fullmatch(frame.sentence.text[earlier.end : frame.start]):
                full = replace(full, status=earlier.status)  # "is closing its plant and moving production"
            if pointed and full.site is None:
                full = replace(full, site=pointed.site)
        done.append(_coordinated(full, done))
    return done


def _coordinated(frame: Frame, done: list[Frame]) -> Frame:
    """The frame with the phase of the verb that its own bare one goes on: "will close its plant and move the work"."""
    earlier = done[-1] if done and done[-1].actor == frame.actor else None
    if earlier is None or frame.status is not Status.ACTUAL or not _BASE.match(_verb_on(frame)):
        return frame
    joined = _AND.fullmatch(frame.sentence.text[earlier.end : frame.start])
    return replace(frame, status=earlier.status) if joined else frame


def _verb_on(frame: Frame) -> str:
    return frame.sentence.text[frame.start : frame.end]


_BASE: Final = re.compile(
    r"(?:move|transfer|shift|relocate|migrate|open|close|sell|expand|build|lease|vacate|shut|idle|retire|consolidate|discontinue|cease|list|place|put|sublease|purchase|acquire)(?: down)? "
)
_AND: Final = re.compile(r"[^;:.]{0,70}?,? and (?:then |also |to |\w+ly )?")
_JOINED: Final = re.compile(r",? (?:and|while|by)(?: then| also)? ")


def _raw(frame: Frame) -> str:
    return frame.sentence.text[frame.start : frame.end].split(" ", 1)[-1]


def _same(frame: Frame, other: Frame) -> bool:
    return (
        frame.kind == other.kind and frame.start < other.end and other.start < frame.end and frame.place == other.place
    )
