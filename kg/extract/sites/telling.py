"""What a verb or noun of happening tells of a site, put together as a frame."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.context.context import Context
from kg.extract.actors import acting, party_name
from kg.extract.sites.described_actors import described_actor, owned_by_other
from kg.extract.sites.move_stages import stage
from kg.extract.sites.move_words import Wording
from kg.extract.timing import timing
from kg.mentions.properties import is_named
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
    places: str | None = None  # as printed, where so many sites lie in several places
    spot: str | None = None  # an address or a named building, as printed, where no known place is told
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

    @property
    def nominal(self) -> bool:
        """Whether it is a noun with "of": "sale of", "discontinuation of operations at"."""
        return " of" in self.verb and not self.verb.startswith("dispose")

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
        listed = self.wording.kind == "sale" and self.wording.rest is not None
        return stage(self.verb, joined(self.sentence.text, self.annotated.mentions), *self.bounds, offered=listed)


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
    since: int = -1,
) -> Frame | None:
    """The frame of a telling about the site of a coded noun phrase; None where it tells of no site or nobody.

    From `located` on the phrase only tells where the site is; what stands before `since` dates something else.
    """
    what = told.words(noun[0], located if located > noun[0] else noun[1])
    agent = _represented(told)
    unnamed = described_actor(told.annotated, told.hit.start()) if agent is None else None
    actor = unnamed or (party_name(told.context, agent) if agent else actor)
    what = _unowned(what, actor)
    if place and place.city is None and _OUTSIDE.search(told.annotated.coded, told.hit.end()):
        place = None  # "its first store outside the United States" is anywhere else
    if agent is None and _other_doer(told):
        return None
    if _no_site(told, site, what, place) or (unnamed is None and owned_by_other(what)):
        return None
    if actor is None or _of_the_actor(what, actor) or (place is None and _brand(told, site)):
        return None
    start, end = told.bounds
    first, last = told.annotated.position(noun[0]), told.annotated.position(noun[1])
    status = told.status()
    told_from = told.annotated.position(since) if since > noun[0] else min(start, first)
    date, when = timed(told, told_from, max(end, last), status)
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


_OUTSIDE: Final = compile_pattern(r"\boutside (?:of )?(?:the )?{place}")


def _of_the_actor(what: str, actor: str) -> bool:
    """Whether the words for a site are vague, or only the beginning of the name of who acts: "ASHFORD MILLS TO CLOSE"."""
    return bool(_VAGUE.search(what)) or (what != "" and actor.lower().startswith(what.lower()))


def _unowned(what: str, actor: str | None) -> str:
    """The words without the owner before them where that is who acts: "Alder's plant" and "Company's plant" are "plant"."""
    owner = _OWNER.match(what)
    return what[owner.end() :] if owner and owner[1].lower() in f"{actor or ''} company bank firm".lower() else what


_OWNER: Final = re.compile(r"((?:[\w&.-]+ ){0,3}?[\w&.-]+)['’]s? (?=\w)")


def timed(told: Telling, start: int, end: int, status: Status) -> tuple[PartialDate | None, str | None]:
    """The date and timing words of what is told in a stretch of the sentence, given its phase."""
    date, when = timing(told.context, told.sentence, told.annotated, start, end)
    if status is not Status.ACTUAL:
        said = when is not None and when.lower() == "today"  # said today, done another day
        return (None, None) if said else (date, when)
    issued = told.context.issued
    if (date, when) == (None, None) and issued and _TODAY.search(told.sentence.text, 0, start):
        return issued, "today"  # "today announced the opening of"
    if (date, when) == (None, None) and issued and _HAS.search(told.sentence.text, 0, start):
        return issued, None  # "also announced that it has opened"
    return date, when


_HAS: Final = re.compile(
    r"^[^.;]{0,90}\b(?:is pleased to announce|(?:also )?announce[sd]|announcing) (?:today )?that (?:it|they|we) (?:has|have) (?:officially |now |successfully )?$"
)
_AGENTS: Final = re.compile(
    r"\b(?:represented|represents|represent|advised|advises|advising|assisted|assists|brokered|arranged|behalf|negotiated|orchestrated|facilitated)\b",
    re.IGNORECASE,
)
_HE: Final = re.compile(
    r"(?:^|[.;,] |\b(?:and|where|while|when|which|prior,) )(?:he|she|mr\.|ms\.|mrs\.|dr\.)\b", re.IGNORECASE
)


_DEAL: Final = re.compile(
    r"\b(?:sale|purchase|acquisition|merger|offering|transaction|(?:re)?financ(?:e|ing)|placement|lease|loan|mortgage)\b",
    re.IGNORECASE,
)


def _no_site(told: Telling, site: Mention | None, what: str, place: PlaceName | None) -> bool:
    """Whether a deal is closed, not a site, or ground is bought that no words place."""
    kind = told.wording.kind
    if kind == "closing" and _DEAL.search(what):
        return True
    if place is None and _BULK.match(what):
        return True  # "more than 6 million square feet of development" is no site
    mine = site is not None and site.value == "mine"
    return mine and (kind == "consolidation" or (place is None and kind in ("purchase", "sale", "lease", "expansion")))


_BULK: Final = re.compile(
    r"(?:(?:over|about|nearly|approximately|some|up to|more than|at least) )?[\d.,]+ million square", re.IGNORECASE
)
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
