"""Frames of what happens to sites, as sentences tell it: which site, whose, from where, to where, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.context.context import Context
from kg.context.modality import modality
from kg.extract import site_grammar as grammar
from kg.extract.actors import acting, party_name
from kg.extract.move_words import GATE, WORDINGS, Wording
from kg.extract.timing import timing
from kg.mentions.facilities import is_named
from kg.model import BlockKind, Mention, MentionKind, PartialDate, PlaceName, Sentence, Status
from kg.text.patterns import Annotated, plain

_SPEAKS: Final = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ABOUT})
_ATTRIBUTIVE: Final = re.compile(
    r"(?:closed|leased|expanded|acquired|opened|consolidated|relocated|purchased|shuttered|idled|building|open|closing|opening"
    r"|moving|sold|built)$",
    re.IGNORECASE,
)
_BARRED: Final = re.compile(
    r"\b(?:the|its|our|their|a|an|new|existing|current|this|that|each|office|retail|company-owned|any|of the) $", re.IGNORECASE
)
_PASSIVE: Final = re.compile(r"(?:be|been|being|is|was|are|were|to)\b", re.IGNORECASE)
_OBJECT_NEXT: Final = re.compile(r" (?:its|the|a|an|our|their|on|[\ue000-\uf8ff])")
_NEEDS_PASSIVE: Final = frozenset({"sale", "purchase", "lease", "expansion", "consolidation"})


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
    goal: str | None = None  # the site moved to, or the address, as printed
    date: PartialDate | None = None
    when: str | None = None


@dataclass(frozen=True, slots=True)
class _Telling:
    """A verb or noun of happening in a sentence; the hit counts in the coded text."""

    context: Context
    sentence: Sentence
    annotated: Annotated
    wording: Wording
    hit: re.Match[str]

    @property
    def bounds(self) -> tuple[int, int]:
        return self.annotated.position(self.hit.start("verb")), self.annotated.position(self.hit.end("verb"))

    @property
    def verb(self) -> str:
        return self.hit["verb"].lower()

    def subject(self) -> str | None:
        return acting(self.context, self.sentence, self.annotated, self.bounds[0])

    def filler(self, found: re.Match[str] | None, group: str) -> Mention | None:
        slot = found.groupdict().get(group) if found else None
        return self.annotated.filler(slot) if slot else None

    def place(self, found: re.Match[str] | None, group: str) -> PlaceName | None:
        mention = self.filler(found, group)
        return mention.value if mention and isinstance(mention.value, PlaceName) else None

    def place_within(self, start: int, end: int) -> PlaceName | None:
        """The place that stands inside a coded stretch."""
        first, last = self.annotated.position(start), self.annotated.position(end)
        for mention in self.annotated.mentions:
            if first <= mention.start and mention.end <= last and isinstance(mention.value, PlaceName):
                return mention.value
        return None

    def words(self, start: int, end: int) -> str:
        text = plain(self.annotated.coded[start:end], self.annotated.mentions)
        return re.sub(r"^(?:(?:its|the|our|their|a|an|at|in|of)\s+)+", "", text.strip(), flags=re.IGNORECASE)

    def status(self) -> Status:
        start, end = self.bounds
        text = joined(self.sentence.text, self.annotated.mentions)
        if text[start:end].endswith(" of"):
            end -= 3
        told = modality(text, start, end)
        if told is not Status.ACTUAL:
            return told
        if "ground" in self.verb:
            return Status.IN_PROGRESS
        if self.verb.startswith(("purchase agreement", "construction")) and "complet" not in text[max(0, start - 30) : start].lower():
            return Status.PLANNED
        return told


def joined(text: str, mentions: Sequence[Mention]) -> str:
    """The text with the commas inside mentions blanked, so that "Ashford, Ohio" ends no clause."""
    for mention in mentions:
        if mention.kind in (MentionKind.PLACE, MentionKind.ORG, MentionKind.DATE) and "," in mention.text:
            text = text[: mention.start] + mention.text.replace(",", " ") + text[mention.end :]
    return text


def frames(context: Context) -> Iterator[Frame]:
    """Every frame of a release in the order of its sentences, each as its sentence alone tells it."""
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
            found += _with_object(_Telling(context, sentence, annotated, wording, hit))
        for hit in wording.after.finditer(annotated.coded) if wording.after else ():
            found += _with_subject(_Telling(context, sentence, annotated, wording, hit), compound=False)
        for hit in wording.compound.finditer(annotated.coded) if wording.compound else ():
            found += _with_subject(_Telling(context, sentence, annotated, wording, hit), compound=True)
    found += _newly_located(context, sentence, annotated)
    found.sort(key=lambda frame: frame.start)
    return _completed(found)


def _with_object(told: _Telling) -> Iterator[Frame]:
    """Frames of a verb or "noun of" with the site after it: "will close its Ashford plant"."""
    coded, end = told.annotated.coded, told.hit.end()
    if _ATTRIBUTIVE.fullmatch(told.verb) and _BARRED.search(coded, max(0, told.hit.start() - 20), told.hit.start()):
        return  # "its leased facility"
    if _habitual(told):
        return
    site = grammar.OBJECT.match(coded, end)
    if site and (told.wording.kind != "relocation" or not grammar.TO_SITE.match(coded, end)):
        start, close = site.span("np")
        place = told.place(site, "where") or told.place_within(start, close)
        frame = _frame(told, told.filler(site, "site"), (start, close), _actor(told, site), place)
        if frame:
            yield from _led_away(told, frame, site.end())
            other = told.place(site, "other")
            if other:
                yield replace(frame, place=other)
        return
    frame = _moved(told) if told.wording.goods else _stopped(told)
    if frame:
        yield frame


_PRESENT: Final = re.compile(r"(?:builds?|sells?|buys?|purchases?|acquires?|leases?|opens?|constructs?|expands?|establishes|closes?|moves?|develops?)$")
_PURPOSE: Final = re.compile(r"\b(?:established|formed|created|organi[sz]ed|founded|incorporated)(?: in {date}| in \d{4})? to $", re.IGNORECASE)
_VAGUE: Final = re.compile(r"^(?:and|or)\b|\b(?:network|provider|portfolio|range|concept|brand|chain|series|owner|operator) of\b|\bconcept\b", re.I)


def _habitual(told: _Telling) -> bool:
    """Whether the verb tells what a company is for or always does: "builds and sells plants", "formed to acquire"."""
    start = told.bounds[0]
    if _PURPOSE.search(told.sentence.text[max(0, start - 60) : start]):
        return True
    return (
        told.sentence.kind is not BlockKind.HEADLINE
        and bool(_PRESENT.fullmatch(told.verb))
        and modality(told.sentence.text, *told.bounds) is Status.ACTUAL
    )


def _with_subject(told: _Telling, *, compound: bool) -> Iterator[Frame]:
    """Frames of a verb or noun with the site before it: "the Ashford plant will be closed", "plant closing"."""
    coded, at = told.annotated.coded, told.hit.start()
    before = [m for m in told.annotated.mentions if m.kind is MentionKind.FACILITY and m.end <= told.bounds[0]]
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
    owner = next((m for m in _mentions(told, start, begin) if m.kind in (MentionKind.ORG, MentionKind.OUR)), None)
    actor = party_name(told.context, owner) or _agent(told) or _home(told, start)
    place = told.place(between, "where") if between else None
    place = place or told.place_within(start, begin)
    frame = _frame(told, site, (start, begin + 2), actor, place)
    if frame:
        yield from _led_away(told, frame, told.hit.end(), led=True)


def _said_of_site(told: _Telling) -> bool:
    """Whether the verb after a site is said of the site: not "the plant closed a deal"."""
    if _PASSIVE.match(told.verb):
        return True
    coded, at = told.annotated.coded, told.hit.end()
    return told.wording.kind not in _NEEDS_PASSIVE and not _OBJECT_NEXT.match(coded, at, at + 6)


def _actor(told: _Telling, site: re.Match[str]) -> str | None:
    owner = party_name(told.context, told.filler(site, "owner"))
    subject = told.subject()
    if told.verb.endswith(" of"):
        return owner or _agent(told) or subject
    return subject or owner


def _agent(told: _Telling) -> str | None:
    coded, end = told.annotated.coded, told.hit.end()
    found = grammar.BY.search(coded, end, min(len(coded), end + 120))
    return party_name(told.context, told.filler(found, "by"))


def _home(told: _Telling, start: int) -> str | None:
    """Whose site it is when it leads its sentence: the subject before it, else whoever the text tells of."""
    subject = acting(told.context, told.sentence, told.annotated, told.annotated.position(start))
    if subject:
        return subject
    home = told.context.parties.home(told.sentence)
    return home.name if home else None


def _frame(
    told: _Telling, site: Mention | None, noun: tuple[int, int], actor: str | None, place: PlaceName | None
) -> Frame | None:
    what = told.words(*noun)
    if actor is None or _VAGUE.search(what) or (place is None and _brand(told, site)):
        return None
    start, end = told.bounds
    first, last = told.annotated.position(noun[0]), told.annotated.position(noun[1])
    date, when = timing(told.context, told.sentence, told.annotated, min(start, first), max(end, last))
    return Frame(
        kind=told.wording.kind,
        actor=actor,
        sentence=told.sentence,
        start=min(start, first),
        end=max(end, last),
        status=told.status(),
        what=what,
        site=site,
        place=place,
        date=date,
        when=when,
    )


def _brand(told: _Telling, site: Mention | None) -> bool:
    """Whether the noun is a word of a name, not a site: "acquired Brightpath Office"."""
    return (
        site is not None
        and site.text[0].isupper()
        and site.value != "headquarters"
        and not is_named(site)
        and told.sentence.kind is not BlockKind.HEADLINE
        and bool(re.search(r"[A-Z][\w’'&-]* $", told.sentence.text[: site.start]))
    )


def _stopped(told: _Telling) -> Frame | None:
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
    return _frame(told, site, noun, told.subject(), place)


def _moved(told: _Telling) -> Frame | None:
    """A frame of work or a whole company that moves: "is moving those operations to Ashford, Ohio"."""
    coded, end = told.annotated.coded, told.hit.end()
    goods = grammar.GOODS.match(coded, end)
    bare = goods is None
    if bare and not told.verb.startswith(("relocat", "mov")):
        return None
    group = grammar.GROUP_OF.search(coded[: told.hit.start()]) if bare else None
    actor = told.subject() or party_name(told.context, told.filler(goods or group, "owner"))
    frame = _frame(told, None, goods.span("np") if goods else told.hit.span("verb"), actor, None)
    if frame is None or _person_moves(told):
        return None
    frame = next(_led_away(told, frame, goods.end() if goods else end), None)
    if frame is None or (bare and told.verb.startswith("mov") and not (frame.origin or frame.goal)):
        return None
    return replace(frame, what="operations") if bare else frame


def _led_away(told: _Telling, frame: Frame, after: int, *, led: bool = False) -> Iterator[Frame]:
    """The frame with where it comes from and leads to; nothing for a relocation that leads nowhere."""
    if not told.wording.goods:
        yield frame
        return
    coded = told.annotated.coded
    window = min(len(coded), after + 220)
    stop = grammar.CLAUSE_END.search(coded, after, window)
    limit = stop.start() if stop else window
    place = grammar.TO_PLACE.search(coded, after, limit)
    site = grammar.TO_SITE.search(coded, after, limit)
    origin = told.place(grammar.FROM_PLACE.search(coded, after, limit), "origin")
    found = site if site and (place is None or site.start() <= place.start()) else place
    if found is None:
        if led or frame.kind == "consolidation":
            yield replace(frame, origin=origin)
        return
    end = max(frame.end, told.annotated.position(found.end()))
    moved = replace(frame, origin=origin, end=end)
    if found is site:
        where = told.place(found, "where") or told.place_within(*found.span("np"))
        goal = plain(found["np"], told.annotated.mentions) if where is None else _address(told, found)
        yield replace(moved, destination=where, goal=goal, site=frame.site or told.filler(found, "site"))
    else:
        yield replace(moved, destination=told.place(found, "to"), goal=_address(told, found))


_NAMED: Final = re.compile(r"(?:\d+\s|(?:[A-Z][\w&/.’'-]*|/|&|of|at)(?: |$))[\w&/.,’' -]*$")
_BEFORE_PLACE: Final = re.compile(r",? (?:(?:which is )?(?:located |situated )?(?:in|at|on|near) )?(?:the )?(?:downtown|midtown|uptown|greater)? ?$")


def _address(told: _Telling, found: re.Match[str]) -> str | None:
    """The address or proper name that stands before a place: "1200 Lake Road" of "1200 Lake Road in Ashford, Ohio"."""
    lead = found.groupdict().get("lead")
    if not lead:
        return None
    words = plain(lead, told.annotated.mentions)
    words = _BEFORE_PLACE.sub("", words if words.endswith(" ") else words + " ").strip(" ,")
    return words if words and _NAMED.fullmatch(words) and len(words) > 4 else None


def _newly_located(context: Context, sentence: Sentence, annotated: Annotated) -> Iterator[Frame]:
    """"Its new headquarters will be located in Ashford": a relocation, told by where it leads."""
    for hit in grammar.LOCATED_NEW.finditer(annotated.coded):
        site = annotated.filler(hit["site"])
        where = annotated.filler(hit["where"]).value
        owner = annotated.filler(hit["owner"]) if hit["owner"] else None
        start, end = annotated.position(hit.start()), annotated.position(hit.end())
        actor = party_name(context, owner) or acting(context, sentence, annotated, start)
        if actor and site.value in ("headquarters", "office") and isinstance(where, PlaceName):
            goal = _address(_Telling(context, sentence, annotated, WORDINGS[2], hit), hit)
            status = modality(sentence.text, annotated.position(hit.end("site")) + 9, end)
            status = Status.PLANNED if "will be" in hit[0] else status
            yield Frame(
                "relocation", actor, sentence, start, end, status, site.text, site, None, None, where, goal,
                *timing(context, sentence, annotated, start, end),
            )  # fmt: skip


def _person_moves(told: _Telling) -> bool:
    kinds = (MentionKind.PERSON, MentionKind.ORG, MentionKind.WE)
    last = [m for m in told.annotated.mentions if m.end <= told.bounds[0] and m.kind in kinds]
    return bool(last) and last[-1].kind is MentionKind.PERSON


def _mentions(told: _Telling, start: int, end: int) -> list[Mention]:
    first, last = told.annotated.position(start), told.annotated.position(end)
    return [m for m in told.annotated.mentions if first <= m.start and m.end <= last]


def _completed(found: list[Frame]) -> list[Frame]:
    """The frames of a sentence, "those operations" given the place of the site told before."""
    done: list[Frame] = []
    for frame in found:
        if any(_same(frame, other) for other in done):
            continue
        full = frame
        if frame.kind == "relocation" and frame.origin is None:
            earlier = next((f for f in reversed(done) if f.actor == frame.actor and f.kind == "closing" and f.place), None)
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
    return frame.kind == other.kind and frame.start < other.end and other.start < frame.end and frame.place == other.place
