"""Facts in sentences: every value that a licensed path ties to a concept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from kg.context.calendar import Resolved
from kg.context.context import Context
from kg.context.fiscal import days_apart
from kg.extract.facts.claiming import claim_of, once
from kg.extract.facts.draft import Draft
from kg.extract.facts.drafting import drafts
from kg.extract.facts.line import CONCEPT, MONEY, Item, Line, code_line
from kg.extract.facts.markets import RULE as MARKET
from kg.extract.facts.markets import market_year
from kg.extract.facts.owners import OWN_VOICE, owner
from kg.extract.facts.portions import of_public
from kg.extract.facts.roles import comparison
from kg.extract.facts.scope import named_segments, section_scope
from kg.extract.facts.timing import (
    Clock,
    Timed,
    bracketed,
    listed_periods,
    note_periods,
    period_of,
    yearly,
)
from kg.model import BlockKind, FactClaim, PartialDate, Sentence
from kg.text.periods import find_periods

_SPEAKING = (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ABOUT)
_AHEAD = re.compile(
    r"\b(?:expect(?:s|ed|ing)?|anticipat(?:es|ed|ing|e)|forecasts?|project(?:s|ed|ing)|guidance|outlook|estimates?|will|should|"
    r"(?-i:targets|targeting|targeted)|target of|target range|plans?|planned|intends?|believes?|likely|would be|going forward|on track|goal|aims?|aiming|next (?:year|quarter)|upcoming|to be)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|saw|posted|delivered|achieved|generated|recorded|represent(?:s|ed|ing)|compared|reported|increased|decreased|rose|fell|totaled|grew|declined|had been expected|exceed\w*|above|better than)\b",
    re.IGNORECASE,
)
_AHEAD_SECTION = re.compile(r"\b(?:outlook|guidance|forecast|expectations)\b", re.IGNORECASE)
_TO_COME = re.compile(
    rf"^(?:,? or (?:up to )?{MONEY} (?:a|per) (?:\w+ )?share,?)?(?:\s\w+){{0,2}},?\s(?:will|is expected|are expected|is anticipated|are anticipated|to be)\b"
)
_TARGETED = re.compile(rf"^\s(?:\w+\s)?{CONCEPT}\s(?:targets?|goals?|guidance|outlook|forecast|estimate)\b")
_TOPICS = ("quarter", "half", "nine-months", "year", "month")


def prose_facts(context: Context) -> list[FactClaim]:
    """The facts of a release's sentences, in order, figures told twice more than once."""
    segments = named_segments(context.document.text)
    claims: list[FactClaim] = []
    clock = Clock(context.calendar, context.calendar.topic)
    block, heading = -1, None
    for sentence in context.document.sentences:
        if sentence.kind not in _SPEAKING:
            continue
        if sentence.block != block:
            block, before = sentence.block, clock
            same = sentence.section == heading
            heading = sentence.section
            clock = _clock(context, heading, before.ahead if same else None)
            if same and before.stated and sentence.kind is BlockKind.LIST_ITEM:
                clock.current, clock.stated = before.current, True
        line = code_line(sentence.text, partial(context.parties.mentions, sentence), context.issued)
        if line is None or _crammed(line) or _CAPITAL_STOCK.search(sentence.text):
            continue
        if _AHEAD.search(sentence.text) or _AHEAD_SECTION.search(sentence.section or ""):
            note_periods(line, clock)
        section = section_scope(sentence.section, segments) or _subsidiary(context, sentence.section)
        claims.extend(_in_segment(claim, segments) for claim in _sentence(context, sentence, line, clock, section))
    return once(claims)


def _subsidiary(context: Context, heading: str | None) -> str | None:
    """The segment that a heading names by a company that bears the issuer's name: "Alder Canada"."""
    party = context.parties.resolve(heading) if heading and len(heading) < 60 else None
    issuer = context.issuer
    if party is None or issuer is None or party == issuer or heading is None:
        return None
    first = re.split(r"[\s,]", issuer.name)[0].lower()
    return f"segment:{heading.strip(' :')}" if len(first) > 3 and heading.lower().startswith(first) else None


# The line of a balance sheet that describes its capital stock.
_CAPITAL_STOCK = re.compile(r"\bpar value\b.{0,80}\bauthorized\b", re.IGNORECASE)
_GLUED = re.compile(r"\d[A-Z][a-z]|[a-z]\d{1,3},\d{3}|\)\(|\d,\d{3}\d|[a-z]{2}[A-Z][a-z]+ \$")


def _crammed(line: Line) -> bool:
    """Whether a line is a table that lost its columns: figures with hardly a word between them."""
    figures = len(line.values())
    if figures <= 8:
        return False
    return len(line.text.split()) < 4 * figures or len(_GLUED.findall(line.text)) >= 4


def _clock(context: Context, heading: str | None, ahead: Resolved | None) -> Clock:
    """The period a paragraph opens with: that of its section's heading, else that of the release."""
    calendar = context.calendar
    clock = Clock(calendar, calendar.topic, ahead=ahead)
    for period in find_periods(heading, calendar.issued) if heading else []:
        if period.relative or period.span not in ("quarter", "half", "nine-months", "year"):
            continue
        looks_on = bool(_AHEAD_SECTION.search(heading or ""))
        resolved = calendar.resolve(period, future=looks_on)
        if resolved is None or resolved.end is None:
            continue
        if calendar.issued is not None and days_apart(calendar.issued, resolved.end) > 0:
            clock.ahead = resolved
        else:
            clock.current = resolved
        break
    return clock


def _sentence(
    context: Context, sentence: Sentence, line: Line, clock: Clock, section: str | None
) -> Iterator[FactClaim]:
    main: Resolved | None = None
    about = sentence.kind is BlockKind.ABOUT
    ahead_section = bool(_AHEAD_SECTION.search(sentence.section or ""))
    listed = listed_periods(line)
    for draft in drafts(line, section):
        compared = comparison(line, draft.item)
        future = _future(line, draft, ahead_section=ahead_section)
        timed = _timed(line, draft, clock, main, listed.get(draft.item.number), future=future, about=about)
        future = future or (not compared and _still_to_come(context, line, draft, timed))
        aside = timed.item is not None and bracketed(line, timed.item)
        if timed.resolved is not None and not compared and not aside and draft.timing == "duration":
            main = timed.resolved
            relative = timed.item is not None and (timed.item.period.relative or bracketed(line, timed.item))
            if timed.said and not future and not relative and not about and timed.resolved.span in _TOPICS:
                clock.current, clock.stated = timed.resolved, True
        company = _company(context, line, sentence, draft, clock)
        yield claim_of(context, sentence, line, draft, timed, company, future=future)


_SO_FAR = re.compile(r"\b(?:so far|to date|year-to-date|already|has|have)\b", re.IGNORECASE)
_SOON = 20  # days after the release within which a period may end that is told of as done


def _still_to_come(context: Context, line: Line, draft: Draft, timed: Timed) -> bool:
    """Whether a figure is of a period that ends well after the release, so that nobody can know it yet."""
    if draft.timing != "duration" or not timed.said or timed.resolved is None or timed.resolved.end is None:
        return False
    issued = context.calendar.issued
    lead = line.coded[: draft.item.at]
    if issued is None or issued.month is None or _PAST.search(lead) or _SO_FAR.search(lead):
        return False
    return timed.resolved.span in _TOPICS and days_apart(issued, timed.resolved.end) > _SOON


def _future(line: Line, draft: Draft, *, ahead_section: bool) -> bool:
    if comparison(line, draft.item):
        return False
    if _TARGETED.match(line.coded[draft.last.to :]):
        return True
    if draft.future or _TO_COME.match(line.coded, draft.last.to) or _TO_COME.match(line.coded[draft.last.to :]):
        return True
    start = max(line.coded.rfind(";", 0, draft.item.at), 0)
    lead = line.coded[start : draft.item.at]
    cues = list(_AHEAD.finditer(lead))
    if cues:
        rest = lead[cues[-1].end() :]
        return not _PAST.search(rest)
    return ahead_section and not _PAST.search(lead)


_NOW = re.compile(r"\b(?:now|currently|today)\b(?! announced)")
_EACH_YEAR = re.compile(r"^[^,;.]{0,45}\b(?:annually|per year|a year|each year|every year|yearly)\b")
_EVER = re.compile(r"\b(?:cumulative(?:ly)?|since (?:its|our|the)|in (?:its|our) history|lifetime|so far)\b")
_UNDATED = Timed(Resolved("instant", None), said=False)


def _timed(
    line: Line, draft: Draft, clock: Clock, main: Resolved | None, listed: Item | None, *, future: bool, about: bool
) -> Timed:
    """The period of a draft, as far as its kind of figure has one."""
    timed = period_of(line, draft.item, clock, main, future=future, listed=listed)
    if draft.concept == "Savings" and not (timed.said and timed.item and timed.item.at > draft.item.at):
        return Timed(Resolved("year", None), said=False)
    if draft.timing == "duration":
        if timed.said or comparison(line, draft.item):
            return timed
        if yearly(line, draft.item):
            return Timed(Resolved("year", None), said=False)
        return Timed(Resolved("other", None), said=False) if about or timed.resolved is None else timed
    if draft.rule == MARKET:
        return _market_time(line, draft, timed)
    if draft.rule == "facts/prose-count":
        return _count_time(line, draft, timed, clock)
    if draft.timing != "instant" and (draft.rule == "facts/prose-other" or draft.timing == "done"):
        if not timed.said and _EACH_YEAR.match(line.coded[draft.item.to : draft.item.to + 60]):
            return Timed(Resolved("year", None), said=False)
        loose = draft.timing == "flow" and timed.resolved is not None and timed.resolved.span != "year" and not about
        return timed if loose or (timed.said and timed.resolved is not None) else _UNDATED
    if draft.timing == "instant" and not timed.said and not comparison(line, draft.item):
        timed = _shared_day(line, clock) or timed
    if draft.timing == "instant" and timed.said and timed.resolved is not None:
        resolved = timed.resolved
        instant = Resolved("instant", resolved.end, resolved.text, resolved.inferred)
        return Timed(instant, said=True, item=timed.item)
    return _today(line, clock) if draft.timing == "instant" and not timed.said else _UNDATED


def _market_time(line: Line, draft: Draft, timed: Timed) -> Timed:
    """The year that a market's size is told for, else none; growth counts a year."""
    year = market_year(line, draft.last)
    if year is not None:
        return Timed(Resolved("year", PartialDate(year), str(year)), said=True)
    if timed.said and timed.resolved is not None and timed.resolved.span == "year":
        end = timed.resolved.end  # a calendar year, whatever the fiscal year of the company
        return replace(timed, resolved=replace(timed.resolved, end=PartialDate(end.year))) if end else timed
    yearly = draft.measure == "change" or _EACH_YEAR.match(line.coded[draft.last.to : draft.last.to + 60])
    return Timed(Resolved("year", None), said=False) if yearly else _UNDATED


def _shared_day(line: Line, clock: Clock) -> Timed | None:
    """The one day that a sentence gives for all its balances."""
    days = [item for item in line.of_kind("period") if item.period.span == "instant"]
    if len(days) != 1 or len(line.of_kind("period")) != 1:
        return None
    return Timed(clock.calendar.resolve(days[0].period, clock.current), said=True, item=days[0])


def _count_time(line: Line, draft: Draft, timed: Timed, clock: Clock) -> Timed:
    """When a count holds: over a period for things done, else on a day."""
    said = timed.said and timed.resolved is not None
    if _EVER.search(line.text):
        return Timed(Resolved("other", None), said=False)
    if draft.timing == "done":
        if said:
            return timed
        return Timed(clock.current, said=False) if clock.stated and clock.current else _UNDATED
    day = timed.item is not None and timed.item.period.span == "instant"
    if said and day and timed.item is not None:
        announced = timed.item.at < draft.item.at and timed.item.period.text.lower().startswith("on ")
        return _UNDATED if announced else timed
    if not said and _EACH_YEAR.match(line.coded[draft.item.to : draft.item.to + 60]):
        return Timed(Resolved("year", None), said=False)
    return _today(line, clock)


def _today(line: Line, clock: Clock) -> Timed:
    """The day of the release for what is told as of now, else no day."""
    if _NOW.search(line.text) and clock.calendar.issued is not None:
        return Timed(Resolved("instant", clock.calendar.issued), said=True)
    return _UNDATED


def _in_segment(claim: FactClaim, segments: Mapping[str, str]) -> FactClaim:
    """The claim with a scope that the text calls a segment told as one."""
    kind, _, name = claim.scope.partition(":")
    segment = segments.get(name.lower()) if kind in ("region", "product") else None
    return replace(claim, scope=f"segment:{segment}") if segment else claim


_INDUSTRY = re.compile(
    r"\b(?:according to|global|worldwide|industry|addressable|market size|CAGR|compound annual)\b[^.]{0,200}\bmarkets?\b|\bmarkets?\b[^.]{0,120}\b(?:projected|valued|estimated|worth|expected to)\b",
    re.IGNORECASE,
)


def _company(context: Context, line: Line, sentence: Sentence, draft: Draft, clock: Clock) -> str | None:
    """The owner of a figure; under the heading of a subsidiary that is told as a segment, the issuer.

    Nobody owns the size of a market. A company named in a paragraph owns its next figures too.
    """
    if draft.rule == MARKET or (draft.concept == "Other" and _INDUSTRY.search(sentence.text)):
        return None
    if draft.label.startswith("share of ") and draft.unit == "percent" and of_public(sentence.text):
        return None
    name, named = owner(context, line, sentence, draft.anchor)
    if named:
        clock.owner = name
    elif clock.owner is not None and not OWN_VOICE.search(sentence.text):
        name = clock.owner
    if draft.scope.startswith("segment:") and draft.scope == _subsidiary(context, sentence.section) and context.issuer:
        return context.issuer.name
    return name
