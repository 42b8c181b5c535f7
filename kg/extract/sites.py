"""Frames of what happens to sites, as sentences tell it: which site, whose, from where, to where, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from kg.context.context import Context
from kg.context.modality import modality
from kg.extract.actors import acting, party_name
from kg.extract.move_words import GATE, WORDINGS, Wording
from kg.extract.timing import timing
from kg.model import BlockKind, Mention, MentionKind, PartialDate, PlaceName, Sentence, Status
from kg.text.patterns import Annotated, compile_pattern, plain

_GOODS = (
    r"(?:(?:manufacturing|production|assembly|packaging|fabrication|business|corporate|laboratory|warehouse|distribution|"
    r"engineering|back-office|administrative)(?: (?:and|&) [a-z]+)? (?:operations?|activities|lines?|functions?|work|volume|equipment)"
    r"|manufacturing|production|assembly|operations|listing operations)(?: of| for)?"
)
_STOP = (
    r"(?!(?:to|from|in|into|at|by|with|for|on|that|which|who|has|have|had|is|was|are|were|will|would|through|under|after"
    r"|before|during|but|while|as|if|or|when|where|up|down|out|off|over|about|between|because|due)\b)"
)
_DET = (
    r"(?:(?:the|its|their|our|his|her|a|an|this|that|these|those|both|all|each|another|any|one|two|three|four|five|six"
    r"|several|some|certain|remaining|{count}|{owner:org|our|we}(?:['’]s?)?)(?: of)? ){0,4}"
)
_MODS = rf"(?:{_STOP}[^\s;:.()]+ ){{0,8}}?"
_AND = r"(?:,? (?:and|or|&) (?:the |its |their |a |an )?(?:[a-z-]+ ){0,3}?{second:facility})?"
_LOCATED = (
    r"(?P<loc>,? (?:which is |that is |currently |to be |also )?(?:located |situated |based )?(?:in|at|near|outside(?: of)?|on|of|here in)"
    r" (?:[^\s;:()]+ ){0,6}?{where:place}(?:,? and (?:in )?{other:place})?)?"
)
_SITE = rf"{_DET}(?P<mods>{_MODS})(?P<site>{{facility}}){_AND}{_LOCATED}"
_OBJECT: Final = compile_pattern(rf" (?P<np>{_SITE})")
_OBJECT_GOODS: Final = compile_pattern(rf" (?P<np>{_DET}(?P<mods>{_MODS})(?P<goods>{_GOODS})\b)")
_SUBJECT: Final = compile_pattern(
    rf"(?P<np>{_SITE}),? (?:which |that )?(?:(?:will|would|is|are|was|were|has|have|had|been|be|being|to|also|now|officially"
    r"|expected|scheduled|planned|set|slated|due|may|might|could|not|recently|already|soon|eventually|permanently|currently) ){0,5}$"
)
_COMPOUND: Final = compile_pattern(rf"(?P<np>{_SITE}) $")
_TO_WHERE: Final = compile_pattern(
    r" (?:to|into|in|at) (?P<to>(?:(?!from\b|to\b|and\b|after\b|by\b)[^\s;:()]+ ){0,9}?{place})"
)
_TO_PLACE: Final = compile_pattern(r" (?:to|into) (?:(?!from\b|to\b|and\b|by\b)[^\s;:()]+ ){0,9}?{to:place}")
_TO_SITE: Final = compile_pattern(
    rf" (?:to|into) (?P<np>(?:a|an|its|our|their|the|new|another|{{count}})(?: (?!to\b|from\b|by\b|in\b)[^\s;:()]+){{0,9}}? {{site:facility}})"
    r"(?: (?:located |situated )?(?:in|at|on|near) (?:[^\s;:()]+ ){0,7}?{where:place})?"
)
_FROM_PLACE: Final = compile_pattern(r" from (?:(?!to\b|and\b|by\b)[^\s;:()]+ ){0,6}?{origin:place}")
_LOCATED_NEW: Final = compile_pattern(
    r"new (?:[a-z-]+ ){0,3}?{site:facility} will be (?:located|situated) (?:in|at|on) (?:[^\s;:]+ ){0,8}?{where:place}"
)
_SPEAKS: Final = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ABOUT})
_CLAUSE_END: Final = re.compile(r"; |,? (?:but|while|whereas|although) |, (?:and|which|who) (?=[^\s]+ (?:will|has|is|was)\b)")
_ANAPHOR: Final = re.compile(r"^(?:those|these|that|this|the|such|its|it|all)\b", re.IGNORECASE)
_LEASED: Final = re.compile(r"\b(?:sign|enter|execut|secur|announc|finaliz)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Frame:
    """One thing that happens to one site; start and end count in the sentence."""

    kind: str
    actor: str
    sentence: Sentence
    start: int
    end: int
    status: Status
    what: str
    site: Mention | None = None
    place: PlaceName | None = None  # of the site
    origin: PlaceName | None = None
    destination: PlaceName | None = None
    goal: str | None = None  # the site moved to, as printed, where no place is told
    date: PartialDate | None = None
    when: str | None = None


def frames(context: Context) -> Iterator[Frame]:
    """Every frame of a release in the order of its sentences."""
    for sentence in context.document.sentences:
        if sentence.kind in _SPEAKS and GATE.search(sentence.text):
            yield from _of_sentence(context, sentence)


def _of_sentence(context: Context, sentence: Sentence) -> list[Frame]:
    annotated = context.annotated(sentence)
    if not any(m.kind in (MentionKind.FACILITY, MentionKind.PLACE) for m in annotated.mentions):
        return []
    found: list[Frame] = []
    for wording in WORDINGS:
        for hit in wording.before.finditer(annotated.coded):
            found += _with_object(context, sentence, annotated, wording, hit)
        for hit in wording.after.finditer(annotated.coded) if wording.after else ():
            found += _with_subject(context, sentence, annotated, wording, hit, _SUBJECT)
        for hit in wording.compound.finditer(annotated.coded) if wording.compound else ():
            found += _with_subject(context, sentence, annotated, wording, hit, _COMPOUND)
    found.sort(key=lambda frame: frame.start)
    return _completed(found)


def _with_object(
    context: Context, sentence: Sentence, annotated: Annotated, wording: Wording, hit: re.Match[str]
) -> Iterator[Frame]:
    """Frames of a verb or "noun of" with the site after it: "will close its Ashford plant"."""
    coded = annotated.coded
    if _attributive(coded, hit):
        return
    site = _OBJECT.match(coded, hit.end())
    if site and (not wording.goods or not _TO_SITE.match(coded, hit.end())):
        yield from _framed(context, sentence, annotated, wording, hit, site)
        return
    if not wording.goods:
        return
    goods = _OBJECT_GOODS.match(coded, hit.end())
    frame = _moved(context, sentence, annotated, wording, hit, goods)
    if frame:
        yield frame


def _with_subject(
    context: Context, sentence: Sentence, annotated: Annotated, wording: Wording, hit: re.Match[str], shape: re.Pattern[str]
) -> Iterator[Frame]:
    """Frames of a verb or noun with the site before it: "the Ashford plant will be closed", "plant closing"."""
    window = max(0, hit.start() - 160)
    site = shape.search(annotated.coded, window, hit.start())
    if site is None or (shape is _COMPOUND and site["loc"]):
        return
    if shape is _SUBJECT and not _passive(annotated, wording, hit):
        return
    yield from _framed(context, sentence, annotated, wording, hit, site, led=True)


def _framed(
    context: Context,
    sentence: Sentence,
    annotated: Annotated,
    wording: Wording,
    hit: re.Match[str],
    found: re.Match[str],
    *,
    led: bool = False,
) -> Iterator[Frame]:
    start, end = _bounds(annotated, *hit.span("verb"))
    site = _filler(annotated, found["site"])
    owner = party_name(context, _filler(annotated, found["owner"]))
    subject = None if led else acting(context, sentence, annotated, start)
    noun = hit["verb"].lower().endswith(" of") or led
    actor = (owner or subject or _agent(context, annotated, hit) or _stated_home(context, sentence, annotated, found, led=led)) if noun else (subject or owner)
    if actor is None or site is None:
        return
    inner = [m for m in _inside(annotated, found.span("np")) if m.kind is MentionKind.PLACE]
    place = _place(_filler(annotated, found["where"])) or (_place(inner[0]) if inner else None)
    _, np_end = _bounds(annotated, *found.span("np"))
    np_start, _ = _bounds(annotated, *found.span("np"))
    after = found.end() if not led else hit.end()
    frame = Frame(
        kind=wording.kind,
        actor=actor,
        sentence=sentence,
        start=min(start, np_start),
        end=max(end, np_end),
        status=_status(sentence.text, start, end, wording, hit["verb"]),
        what=_what(annotated, found),
        site=site,
        place=place,
        origin=_place(_slot(annotated, _FROM_PLACE, after, "origin")),
    )
    date, when = timing(context, sentence, annotated, frame.start, frame.end)
    frame = replace(frame, date=date, when=when)
    if wording.goods:
        frame = _led_away(annotated, frame, after)
        if wording.kind == "relocation" and frame.destination is None and frame.goal is None and not led:
            return
    yield frame
    if found["other"]:
        yield replace(frame, place=_place(_filler(annotated, found["other"])))


def _moved(
    context: Context,
    sentence: Sentence,
    annotated: Annotated,
    wording: Wording,
    hit: re.Match[str],
    goods: re.Match[str] | None,
) -> Frame | None:
    """A frame of production or a whole company that moves: "is moving those operations to Ashford, Ohio"."""
    start, end = _bounds(annotated, *hit.span("verb"))
    verb = hit["verb"].lower()
    if goods is None and not verb.startswith(("relocat", "mov")):
        return None
    subject = acting(context, sentence, annotated, start)
    owner = party_name(context, _filler(annotated, goods["owner"])) if goods else None
    actor = subject or owner
    if actor is None or _person_moves(annotated, start):
        return None
    after = goods.end() if goods else hit.end()
    frame = Frame(
        kind=wording.kind,
        actor=actor,
        sentence=sentence,
        start=start,
        end=_bounds(annotated, *goods.span("np"))[1] if goods else end,
        status=_status(sentence.text, start, end, wording, verb),
        what=_what(annotated, goods) if goods else "operations",
        origin=_place(_slot(annotated, _FROM_PLACE, after, "origin")),
    )
    frame = _led_away(annotated, frame, after)
    site_told = frame.goal is not None or frame.site is not None
    if frame.destination is None and not site_told:
        return None
    if goods is None and verb.startswith("mov") and not (frame.origin and frame.destination) and not site_told:
        return None
    date, when = timing(context, sentence, annotated, frame.start, frame.end)
    return replace(frame, date=date, when=when)


def _led_away(annotated: Annotated, frame: Frame, after: int) -> Frame:
    """The frame with where it leads: a place, or a site with or without its place."""
    window = annotated.coded[: min(len(annotated.coded), after + 200)]
    stop = _CLAUSE_END.search(window, after)
    limit = stop.start() if stop else len(window)
    place = _TO_PLACE.search(annotated.coded, after, limit)
    site = _TO_SITE.search(annotated.coded, after, limit)
    if site and (place is None or site.start() <= place.start()):
        where = _place(_filler(annotated, site["where"]))
        inner = [m for m in _inside(annotated, site.span("np")) if m.kind is MentionKind.PLACE]
        where = where or (_place(inner[0]) if inner else None)
        goal = plain(site["np"], annotated.mentions)
        end = max(frame.end, _bounds(annotated, *site.span())[1])
        return replace(frame, goal=goal, destination=where, site=frame.site or _filler(annotated, site["site"]), end=end)
    if place:
        mention = _filler(annotated, place["to"])
        return replace(frame, destination=_place(mention), end=max(frame.end, mention.end if mention else 0))
    return frame


def _completed(found: list[Frame]) -> list[Frame]:
    """The frames of a sentence, "those operations" given the place of the site told before."""
    done: list[Frame] = []
    for frame in found:
        if any(_same(frame, other) for other in done):
            continue
        if frame.kind == "relocation" and frame.origin is None:
            earlier = next((f for f in reversed(done) if f.actor == frame.actor and f.kind == "closing" and f.place), None)
            own = frame.place if frame.place and frame.place != frame.destination else None
            origin = own or (earlier.place if earlier and _ANAPHOR.match(frame.what) else None)
            frame = replace(frame, origin=origin, site=frame.site or (earlier.site if earlier else None))  # noqa: PLW2901
        done.append(frame)
    return done


def _same(frame: Frame, other: Frame) -> bool:
    return frame.kind == other.kind and frame.start < other.end and other.start < frame.end and frame.place == other.place


def _status(text: str, start: int, end: int, wording: Wording, verb: str) -> Status:
    told = modality(text, start, end)
    low = verb.lower()
    if told is not Status.ACTUAL:
        return told
    if "ground" in low:
        return Status.IN_PROGRESS
    if low.startswith(("purchase agreement", "construction")) and "complet" not in text[max(0, start - 30) : start].lower():
        return Status.PLANNED
    return told


_FREE = re.compile(r"(?:\b(?:newly|recently|just|have|has|had|and|it|they|we|which|also|then|already|is|are|was|be|by|of|for|who)|[\ue000-\uf8ff,)]) $", re.I)
_NOUNISH = re.compile(r"(?:closed|leased|expanded|acquired|opened|consolidated|relocated|purchased|shuttered|idled|building|open|closing|opening|moving|sold|built)$", re.I)
_BARRED = re.compile(r"\b(?:the|its|our|their|a|an|new|existing|current|this|that|each|office|retail|company-owned|any|of the) $", re.I)


def _attributive(coded: str, hit: re.Match[str]) -> bool:
    """Whether a participle only qualifies the noun after it: "its leased facility"."""
    return bool(_NOUNISH.fullmatch(hit["verb"])) and bool(_BARRED.search(coded, max(0, hit.start() - 20), hit.start()))


def _passive(annotated: Annotated, wording: Wording, hit: re.Match[str]) -> bool:
    """Whether the verb after a site is said of the site: not "the plant closed a deal"."""
    if re.match(r"(?:be|been|being|is|was|are|were|to)\b", hit["verb"], re.IGNORECASE):
        return True
    if wording.kind in ("sale", "purchase", "lease", "expansion", "consolidation"):
        return False
    return not re.match(r" (?:its|the|a|an|our|their|on|[\ue000-\uf8ff])", annotated.coded[hit.end() : hit.end() + 6])


def _agent(context: Context, annotated: Annotated, hit: re.Match[str]) -> str | None:
    found = _BY.search(annotated.coded, hit.end(), min(len(annotated.coded), hit.end() + 120))
    return party_name(context, _filler(annotated, found["by"])) if found else None


_BY = compile_pattern(r" by {by:org|we}")


def _stated_home(
    context: Context, sentence: Sentence, annotated: Annotated, found: re.Match[str], *, led: bool
) -> str | None:
    """Whose site it is when a noun tells of it: the sentence's subject, else the issuer for its own sites."""
    start, _ = _bounds(annotated, *found.span("np"))
    subject = acting(context, sentence, annotated, start)
    if subject or not led:
        return subject
    home = context.parties.home(sentence)
    return home.name if home else None


def _person_moves(annotated: Annotated, start: int) -> bool:
    last = [m for m in annotated.mentions if m.end <= start and m.kind in (MentionKind.PERSON, MentionKind.ORG, MentionKind.WE)]
    return bool(last) and last[-1].kind is MentionKind.PERSON


def _what(annotated: Annotated, found: re.Match[str]) -> str:
    words = plain(found["np"], annotated.mentions)
    return re.sub(r"^(?:its|the|our|their|a|an)\s+", "", words, flags=re.IGNORECASE).strip()


def _place(mention: Mention | None) -> PlaceName | None:
    return mention.value if mention is not None and isinstance(mention.value, PlaceName) else None


def _filler(annotated: Annotated, slot: str | None) -> Mention | None:
    return annotated.filler(slot) if slot else None


def _slot(annotated: Annotated, pattern: re.Pattern[str], after: int, name: str) -> Mention | None:
    found = pattern.search(annotated.coded, after, min(len(annotated.coded), after + 160))
    return _filler(annotated, found[name]) if found else None


def _inside(annotated: Annotated, coded: tuple[int, int]) -> list[Mention]:
    start, end = _bounds(annotated, *coded)
    return [m for m in annotated.mentions if start <= m.start and m.end <= end]


def _bounds(annotated: Annotated, start: int, end: int) -> tuple[int, int]:
    """Positions in the sentence of a stretch of coded text."""
    return annotated.position(start), annotated.position(end)
