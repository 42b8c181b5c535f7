"""Facts in sentences: every value that a licensed path ties to a concept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from kg.context.calendar import Resolved
from kg.context.context import Context
from kg.context.fiscal import days_apart
from kg.extract.facts.again import as_told, stands_for, told_last
from kg.extract.facts.ahead import (
    AHEAD,
    AHEAD_SECTION,
    DESCRIBED,
    TOPICS,
    expected,
    not_yet_over,
    over,
    still_to_come,
)
from kg.extract.facts.chains import chained
from kg.extract.facts.claiming import claim_of, once
from kg.extract.facts.customer_shares import Told, told_in, with_shares
from kg.extract.facts.dating import timed_of
from kg.extract.facts.draft import Draft
from kg.extract.facts.drafting import drafts
from kg.extract.facts.gatherings import nobodys
from kg.extract.facts.leading import bracketed
from kg.extract.facts.line import PERIOD, Line, code_line
from kg.extract.facts.listed import listed_periods
from kg.extract.facts.markets import RULE as MARKET
from kg.extract.facts.owners import goes_on, opens_alike, owner, section_owner, told_of, whose_revenue
from kg.extract.facts.portions import of_public
from kg.extract.facts.roles import comparison
from kg.extract.facts.sections import in_paragraph, named_segments, section_scope
from kg.extract.facts.staff import NATIONAL_JOBS
from kg.extract.facts.strangers import strange_sections
from kg.extract.facts.subject_parts import of_the_part, of_these, part_named
from kg.extract.facts.tallies import PUBLIC
from kg.extract.facts.timing import (
    Clock,
    Timed,
    note_periods,
)
from kg.extract.facts.unowned import of_them, passed_over
from kg.model import BlockKind, CustomerClaim, FactClaim, PartialDate, Sentence
from kg.text.period_readings import Period
from kg.text.periods import find_periods

_SPEAKING = (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ABOUT)


def prose_facts(context: Context, customers: Sequence[CustomerClaim] = ()) -> list[FactClaim]:
    """The facts of a release's sentences, in order, figures told twice more than once; `customers` are those with shares."""
    segments = named_segments(context.document.text)
    strange = strange_sections(context)
    claims: list[FactClaim] = []
    clock = Clock(context.calendar, context.calendar.topic)
    block, heading = -1, None
    headed: Resolved | None = None
    pending = context.calendar.topic if _PRELIMINARY.search(context.document.text[:_LEAD]) else None
    for sentence in context.document.sentences:
        if sentence.kind not in _SPEAKING or sentence.section in strange:
            continue
        if sentence.block != block:
            block = sentence.block
            same = sentence.section == heading or _RUNNING_HEAD.search(sentence.section or "") is not None
            heading = heading if same else sentence.section
            headed = headed if same else None
            clock = _next_clock(context, sentence, heading, clock if same else None, headed, pending)
        if sentence.kind is BlockKind.PARAGRAPH:
            clock.looks_ahead = _FORECASTS.search(sentence.text) is not None
        clock.owner = told_of(context, sentence, clock.owner)
        clock.part = part_named(sentence.text, clock.part)
        pronoun = stands_for(sentence.text, clock.told)
        line = code_line(sentence.text, partial(context.parties.mentions, sentence), context.issued, pronoun)
        if line is None or passed_over(line):
            continue
        headed = _period_alone(context, line) or headed
        if AHEAD.search(sentence.text) or AHEAD_SECTION.search(sentence.section or ""):
            note_periods(line, clock)
        section = section_scope(sentence.section, segments) or _subsidiary(context, sentence.section)
        told = told_in(sentence, customers)
        own = [_in_segment(claim, segments) for claim in _sentence(context, sentence, line, clock, section, told)]
        own = of_the_part(own, sentence.text, clock.part)
        own, clock.planned = of_these(own, sentence.text, planned=clock.planned)
        if sentence.kind is BlockKind.PARAGRAPH:
            own, clock.segment = in_paragraph(own, sentence.text, clock.segment)
        claims.extend(own)
    return once(_with_owners(context, claims))


def _with_owners(context: Context, claims: list[FactClaim]) -> list[FactClaim]:
    """The claims of a release, without those that nobody owns in an article about several companies."""
    owners = {claim.company for claim in claims if claim.company}
    if context.issuer is not None or len(owners) < _SEVERAL:
        return claims
    return [claim for claim in claims if claim.company or claim.rule == MARKET or claim.label.startswith("share of ")]


_SEVERAL = 2  # companies


def _next_clock(
    context: Context,
    sentence: Sentence,
    heading: str | None,
    before: Clock | None,
    headed: Resolved | None,
    pending: Resolved | None,
) -> Clock:
    """The clock of a new block, after the one of the block `before` it in the same section."""
    clock = _clock(context, heading, (before.ahead if before else None) or pending)
    item = sentence.kind is BlockKind.LIST_ITEM or sentence.text[:1] in "–-•▪"
    if before is not None and before.stated and item:
        clock.current, clock.stated = before.current, True
    elif headed is not None:
        clock.current, clock.stated = headed, True
    clock.looks_ahead = before is not None and before.looks_ahead and item
    clock.part = before.part if before is not None else None
    clock.owner = section_owner(context, heading) if _subsidiary(context, heading) is None else None
    if before is not None and before.owner is not None and (opens_alike(sentence) or goes_on(context, sentence)):
        clock.owner = before.owner
    return clock


def _period_alone(context: Context, line: Line) -> Resolved | None:
    """The period that a line names for what follows: "Fourth quarter 2020 compared with third quarter 2020"."""
    periods = line.of_kind("period")
    if line.values() or not periods or not _PERIODS_ONLY.match(line.coded) or periods[0].period.relative:
        return None
    resolved = context.calendar.resolve(periods[0].period)
    return resolved if resolved is not None and resolved.span in TOPICS else None


# The head of a page, printed again in the middle of a section.
_RUNNING_HEAD = re.compile(r"[–—-]\s?page \d{1,3}(?: of \d{1,3})?$", re.IGNORECASE)
_PERIODS_ONLY = re.compile(
    rf"^\W{{0,3}}{PERIOD},?\s(?:compared\s(?:with|to)|versus|vs\.?|against)\s(?:the\s)?{PERIOD}(?:,?\s(?:and|or)\s[^.;]{{0,80}})?\W*$",
    re.IGNORECASE,
)


def _subsidiary(context: Context, heading: str | None) -> str | None:
    """The segment that a heading names by a company that bears the issuer's name: "Alder Canada"."""
    party = context.parties.resolve(heading) if heading and len(heading) < 60 else None
    issuer = context.issuer
    if party is None or issuer is None or party == issuer or heading is None:
        return None
    first = re.split(r"[\s,]", issuer.name)[0].lower()
    return f"segment:{heading.strip(' :')}" if len(first) > 3 and heading.lower().startswith(first) else None


# Before results are out, what a company expects is the period just over.
_PRELIMINARY = re.compile(r"\b(?:preliminary (?:[\w-]+ ){0,4}results|expects? to report)\b", re.IGNORECASE)
_LEAD = 1500  # characters
# "The Company reaffirmed its outlook for fiscal 2018:" opens a list of forecasts.
_FORECASTS = re.compile(
    r"\b(?:expects?|anticipates?|projects?|forecasts?|outlook|guidance|expectations|estimates)\b[^.]{0,160}:\s*$",
    re.IGNORECASE,
)


def _year_of_end(period: Period) -> Period:
    """The year that a heading means by its end: "Year-End 2024"."""
    if period.span == "instant" and period.year is not None and _YEAR_END.match(period.text):
        return replace(period, span="year", ordinal=None)
    return period


_YEAR_END = re.compile(r"(?:fiscal[\s-])?year[\s-]end\b", re.IGNORECASE)


def _clock(context: Context, heading: str | None, ahead: Resolved | None) -> Clock:
    """The period a paragraph opens with: that of its section's heading, else that of the release."""
    calendar = context.calendar
    clock = Clock(calendar, calendar.topic, ahead=ahead)
    for told in find_periods(heading, calendar.issued) if heading else []:
        period = _year_of_end(told)
        if period.relative or period.span not in ("quarter", "half", "nine-months", "year"):
            continue
        looks_on = bool(AHEAD_SECTION.search(heading or ""))
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
    context: Context, sentence: Sentence, line: Line, clock: Clock, section: str | None, told: Sequence[Told]
) -> Iterator[FactClaim]:
    before = clock.told if line.goes_on else None
    main = before.resolved if before is not None else None
    day = main if before is not None and before.draft.timing == "instant" else None  # of the balance before
    found: list[tuple[Draft, Resolved | None]] = []
    about = sentence.kind is BlockKind.ABOUT
    ahead_section = clock.looks_ahead or bool(AHEAD_SECTION.search(sentence.section or ""))
    listed = {number: one.period for number, one in chained(line).items() if one.period} | listed_periods(line)
    for read, supplier in with_shares(line, drafts(line, section), told):
        draft = as_told(read, before) if read.anchor.kind == "concept" else _under(read, section)
        compared = comparison(line, draft.item)
        future = expected(line, draft, ahead_section=ahead_section)
        base = day if draft.timing == "instant" and day is not None else main
        timed = timed_of(line, draft, clock, base, listed.get(draft.item.number), future=future, about=about)
        future = (future and not over(context, timed)) or (not compared and still_to_come(context, line, draft, timed))
        if draft.timing == "instant" and timed.said and not compared:
            day = timed.resolved
        aside = timed.item is not None and bracketed(line, timed.item)
        if timed.resolved is not None and not compared and not aside and draft.timing == "duration":
            main = timed.resolved
            if not future and not about:
                _told_time(clock, main, timed)
        if of_them(line, draft.item):
            continue
        company = supplier or _company(context, line, sentence, draft, clock)
        if draft.scope == f"product:{company}":
            draft = replace(draft, scope="total")
        timed = _of_another(context, line, draft, company, _by_own_calendar(context, company, timed))
        timed = timed if future else not_yet_over(context, timed)
        if not compared and not future:
            found.append((draft, timed.resolved))
        yield claim_of(context, sentence, line, draft, timed, company, future=future)
    clock.told = before or told_last(found)


def _under(draft: Draft, section: str | None) -> Draft:
    """A figure that no concept names with the scope of the section it stands under."""
    own = section is None or draft.scope != "total" or draft.rule == MARKET
    return draft if own else replace(draft, scope=section or "total")


def _told_time(clock: Clock, resolved: Resolved, timed: Timed) -> None:
    """Let a main figure whose period words name set the time of what follows."""
    relative = timed.item is not None and timed.item.period.relative
    dated = resolved.span in TOPICS or (resolved.span == "other" and resolved.end is not None)
    if timed.said and not relative and dated:
        clock.current, clock.stated = resolved, True


def _by_own_calendar(context: Context, company: str | None, timed: Timed) -> Timed:
    """The period of another company's year: the issuer's fiscal calendar says nothing of it."""
    phrase = timed.item.period if timed.item is not None else None
    if company is None or context.issuer is None or company == context.issuer.name or timed.resolved is None:
        return timed
    if phrase is None or phrase.span != "year" or phrase.year is None or phrase.ended:
        return timed
    return replace(timed, resolved=replace(timed.resolved, end=PartialDate(phrase.year, None if phrase.fiscal else 12)))


def _of_another(context: Context, line: Line, draft: Draft, company: str | None, timed: Timed) -> Timed:
    """The period of what another company is described by: none that the release is about."""
    own = context.issuer is None or company == context.issuer.name
    if own or timed.said or draft.timing != "duration":
        return timed
    described = DESCRIBED.search(line.coded, max(0, draft.item.at - 110), draft.item.at)
    return Timed(Resolved("other", None), said=False) if described else timed


def _in_segment(claim: FactClaim, segments: Mapping[str, str]) -> FactClaim:
    """The claim with a scope that the text calls a segment told as one."""
    kind, _, name = claim.scope.partition(":")
    segment = segments.get(name.lower()) if kind in ("region", "product") else None
    return replace(claim, scope=f"segment:{segment}") if segment else claim


_WILL = re.compile(r"\b(?:will|is expected to|are expected to|plans to|is planned to|is to)\b")
_PATH = "facts/prose-path"
_INDUSTRY = re.compile(
    r"\b(?:according to|global|worldwide|industry|addressable|market size|CAGR|compound annual)\b[^.]{0,200}(?<!company )(?<!firm )(?<!we )(?<!it )(?<!that )(?<!which )(?<!and )\bmarkets?\b|\bmarkets?\b[^.]{0,120}\b(?:projected|valued|estimated|worth|expected to)\b",
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
    jobs = draft.label.startswith(NATIONAL_JOBS) or f" {PUBLIC} " in draft.label
    if (draft.unit == "people" and jobs) or (draft.rule != _PATH and nobodys(line, draft.item)):
        return None
    if draft.concept == "CustomerShare":
        return whose_revenue(context, line, sentence, draft.item, clock.owner)
    name = owner(context, line, sentence, draft.anchor, draft.concept, clock.owner)
    if draft.scope.startswith("segment:") and draft.scope == _subsidiary(context, sentence.section) and context.issuer:
        return context.issuer.name
    return name
