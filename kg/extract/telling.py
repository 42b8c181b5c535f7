"""What a verb or noun of happening tells of a site, put together as a frame."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.context.context import Context
from kg.context.modality import modality
from kg.extract.actors import acting, party_name
from kg.extract.described_actors import described_actor, owned_by_other
from kg.extract.move_words import Wording
from kg.extract.timing import timing
from kg.mentions.facilities import is_named
from kg.model import BlockKind, Mention, MentionKind, PartialDate, PlaceName, Sentence, Status
from kg.text.patterns import Annotated, compile_pattern, plain

_VAGUE: Final = re.compile(
    r"^(?:and|or)\b|\b(?:network|provider|portfolio|range|concept|brand|chain|series|owner|operator) of\b|\bconcept\b",
    re.IGNORECASE,
)


_TODAY: Final = re.compile(
    r"\b(?:today (?:announced|announces|reported|said|celebrated|confirmed)|(?:announced|announces|reported|said|confirmed) today)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_HELPER: Final = re.compile(r"(?:be|been|being|is|was|are|were|to) ", re.IGNORECASE)


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
    described: bool = False  # the actor is known only by a description
    bare: bool = False  # a noun or gerund without any cue: its phase is only assumed


@dataclass(frozen=True, slots=True)
class Telling:
    """A verb or noun of happening in a sentence; the hit counts in the coded text."""

    context: Context
    sentence: Sentence
    annotated: Annotated
    wording: Wording
    hit: re.Match[str]

    @property
    def bounds(self) -> tuple[int, int]:
        """Where the verb or noun stands in the sentence."""
        return self.annotated.position(self.hit.start("verb")), self.annotated.position(self.hit.end("verb"))

    @property
    def verb(self) -> str:
        """The verb or noun in lower case."""
        return self.hit["verb"].lower()

    def subject(self) -> str | None:
        """The organisation that acts."""
        return acting(self.context, self.sentence, self.annotated, self.bounds[0])

    def filler(self, found: re.Match[str] | None, group: str) -> Mention | None:
        """The mention that fills a group of a match in the coded text."""
        slot = found.groupdict().get(group) if found else None
        return self.annotated.filler(slot) if slot else None

    def place(self, found: re.Match[str] | None, group: str) -> PlaceName | None:
        """The place that fills a group of a match in the coded text."""
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
        """A coded stretch as printed, without the words that only lead to it."""
        text = plain(self.annotated.coded[start:end], self.annotated.mentions)
        text = re.sub(r" \([^()]*\)?", "", text)
        return re.sub(r"^(?:(?:its|the|our|their|a|an|at|in|of)\s+)+", "", text.strip(), flags=re.IGNORECASE)

    def status(self) -> Status:
        """The phase that the clause gives to what happens."""
        start, end = self.bounds
        text = joined(self.sentence.text, self.annotated.mentions)
        if text[start:end].endswith(" of"):
            end -= 3
        helper = _HELPER.match(text, start, end)
        start = helper.end() if helper else start
        told = modality(text, start, end)
        if told is Status.ACTUAL and (_ahead(self.verb, text, start) or self.verb.endswith("for sale")):
            return Status.PLANNED
        if told is Status.PLANNED and _SINCE_DONE.search(text, end, end + 120):
            return Status.ACTUAL
        if told is not Status.ACTUAL:
            return told
        if _BEGUN.match(self.verb):
            return Status.PLANNED if "will " in self.verb else Status.IN_PROGRESS
        if "ground" in self.verb or _UNDER_WAY.search(self.verb):
            return Status.IN_PROGRESS
        if _WINDING.match(self.verb) and "complet" not in text[max(0, start - 30) : start].lower():
            return Status.IN_PROGRESS
        if _WHEN_MET.match(text, end) or _PREPARING.search(text, 0, start):
            return Status.PLANNED
        if (
            self.verb.startswith(("purchase agreement", "construction"))
            and "complet" not in text[max(0, start - 30) : start].lower()
        ):
            return Status.IN_PROGRESS if _BUILDING.search(text) else Status.PLANNED
        return told


def _ahead(verb: str, text: str, start: int) -> bool:
    """Whether an announced happening has yet to come: "announces the consolidation of"."""
    if verb.startswith(("consolidation", "closing", "closure", "shutdown")):
        return bool(_DECIDES.search(text, 0, start))
    return verb.startswith("expansion") and bool(_ANNOUNCES.search(text, 0, start))


_DECIDES: Final = re.compile(
    r"\bannounc(?:ed|es|ing) (?:today )?(?:(?!complet|success|that\b)[\w-]+ ){0,4}$", re.IGNORECASE
)
# "resolved to close its plant, which was closed in May"
_SINCE_DONE: Final = re.compile(
    r", (?:which|and) (?:was|were|has been|have been) (?:\w+ly )?(?:closed|opened|completed|sold|relocated|moved|vacated|shut)\b"
)
_UNDER_WAY: Final = re.compile(r"\b(?:under ?way|in progress)\b")
# An expansion that is announced has yet to be built, unless its end is announced.
_ANNOUNCES: Final = re.compile(
    r"\bannounc(?:ed|es|ing) (?:today )?(?:a|an|the|its|plans for|major|[$€£])(?: (?!complet|open|conclu|finish|success)[^\s;:]+){0,6} $",
    re.IGNORECASE,
)
_BEGUN: Final = re.compile(r"(?:work|construction) .*(?:beg[aiu]n|start|commence|way)")
_WINDING: Final = re.compile(r"wind-?downs?\b|winding down", re.IGNORECASE)
# What stands under a condition or is only prepared has yet to happen.
_WHEN_MET: Final = re.compile(
    r"[^.;]{0,90}(?:: |, | )(?:upon|subject to|pending|following) (?:\w+ ){0,2}(?:receipt|approval|permits?|permitting)",
    re.IGNORECASE,
)
_PREPARING: Final = re.compile(
    r"\b(?:preparatory|preparing|prepares|preparations?|in advance of|ahead of|(?:pre-?opening|start-?up) (?:costs|expenses)|planning)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_BUILDING: Final = re.compile(
    r"\b(?:under ?way|progress\w*|continu\w+|advanc\w+|ongoing|on schedule|erect\w+|nearing|began|begun|commenced|started|currently)\b",
    re.IGNORECASE,
)


def joined(text: str, mentions: Sequence[Mention]) -> str:
    """The text with the commas inside mentions blanked, so that "Ashford, Ohio" ends no clause."""
    for mention in mentions:
        if mention.kind in (MentionKind.PLACE, MentionKind.ORG, MentionKind.DATE) and "," in mention.text:
            text = text[: mention.start] + mention.text.replace(",", " ") + text[mention.end :]
    return text


def framed(
    told: Telling,
    site: Mention | None,
    noun: tuple[int, int],
    actor: str | None,
    place: PlaceName | None,
    located: int = -1,
) -> Frame | None:
    """The frame of a telling about the site of a coded noun phrase; None where it tells of no site or nobody.

    From `located` on the phrase only tells where the site is.
    """
    what = told.words(noun[0], located if located > noun[0] else noun[1])
    agent = _represented(told)
    unnamed = described_actor(told.annotated, told.hit.start()) if agent is None else None
    actor = unnamed or (party_name(told.context, agent) if agent else actor)
    if agent is None and _other_doer(told):
        return None
    if _no_site(told, site, what, place) or (unnamed is None and owned_by_other(what)):
        return None
    if actor is None or _VAGUE.search(what) or (place is None and _brand(told, site)):
        return None
    start, end = told.bounds
    first, last = told.annotated.position(noun[0]), told.annotated.position(noun[1])
    status = told.status()
    date, when = _timed(told, min(start, first), max(end, last), status)
    grown = told.wording.kind == "opening" and re.match(r"(?:newly )?expanded\b", what)
    return Frame(
        kind="expansion" if grown else told.wording.kind,
        actor=actor,
        sentence=told.sentence,
        start=min(start, first),
        end=max(end, last),
        status=status,
        what=what,
        site=site,
        place=place,
        date=date,
        when=when,
        described=unnamed is not None,
        bare=told.verb.endswith(("ing", " of", "closure", "relocation", "closings", "openings")),
    )


def _timed(told: Telling, start: int, end: int, status: Status) -> tuple[PartialDate | None, str | None]:
    """The date and timing words of what is told in a stretch of the sentence, given its phase."""
    date, when = timing(told.context, told.sentence, told.annotated, start, end)
    if status is not Status.ACTUAL:
        said = when is not None and when.lower() == "today"  # said today, done another day
        return (None, None) if said else (date, when)
    issued = told.context.issued
    if (date, when) == (None, None) and issued and _TODAY.search(told.sentence.text, 0, start):
        return issued, "today"  # "today announced the opening of"
    return date, when


_AGENTS: Final = re.compile(
    r"\b(?:represented|represents|represent|advised|advises|advising|assisted|assists|brokered|arranged|behalf|negotiated|orchestrated|facilitated)\b",
    re.IGNORECASE,
)
_HE: Final = re.compile(
    r"(?:^|[.;,] |\b(?:and|where|while|when|which|prior,) )(?:he|she|mr\.|ms\.|mrs\.|dr\.)\b", re.IGNORECASE
)


_DEAL: Final = re.compile(
    r"\b(?:sale|purchase|acquisition|merger|offering|transaction|financing|placement|lease)\b", re.IGNORECASE
)


def _no_site(told: Telling, site: Mention | None, what: str, place: PlaceName | None) -> bool:
    """Whether a deal is closed, not a site, or ground is bought that no words place."""
    kind = told.wording.kind
    if kind == "closing" and _DEAL.search(what):
        return True
    mine = site is not None and site.value == "mine"
    return mine and (kind == "consolidation" or (place is None and kind in ("purchase", "sale", "lease", "expansion")))


_REPRESENTED: Final = compile_pattern(
    r"\b(?:represent(?:ed|s|ing)?|advis(?:ed|es|ing)|assist(?:ed|s|ing)) (?:the )?(?P<side>buyer|seller|tenant|landlord|purchaser|owner|developer|company|client)?,? ?"
    r"{who:org},? (?:in|on|with|for) (?:the |its |their |a )?(?:[^\s;:.]+ ){0,5}?$"
)


def _represented(told: Telling) -> Mention | None:
    """Whose deed it is that a broker tells of: "represented Ashford Foods in the purchase of"."""
    found = _REPRESENTED.search(told.annotated.coded, max(0, told.hit.start() - 160), told.hit.start())
    if found is None or (found["side"] in ("seller", "landlord") and told.wording.kind in ("purchase", "lease")):
        return None
    return told.annotated.filler(found["who"])


def _other_doer(told: Telling) -> bool:
    """Whether a person's career or a broker's part is told, not a deed of the organisation."""
    start = told.bounds[0]
    before = told.sentence.text[:start]
    if _AGENTS.search(before):
        return True
    last = [
        m
        for m in told.annotated.mentions
        if m.end <= start and m.kind in (MentionKind.ORG, MentionKind.WE, MentionKind.OUR)
    ]
    he = [found.end() for found in _HE.finditer(before)]
    return bool(he) and (not last or last[-1].start < he[-1] or "served" in before)


def _brand(told: Telling, site: Mention | None) -> bool:
    """Whether the noun is a word of a name, not a site: "acquired Brightpath Office"."""
    return (
        site is not None
        and told.wording.kind in ("purchase", "sale")
        and site.text[0].isupper()
        and site.value != "headquarters"
        and not is_named(site)
        and told.sentence.kind is not BlockKind.HEADLINE
        and bool(re.search(r"[A-Z][\w’'&-]* $", told.sentence.text[: site.start]))
    )
