"""Facts in sentences: every value that a licensed path ties to a concept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from kg.context.calendar import Resolved
from kg.context.context import Context
from kg.extract.facts.claimed.claiming import claim_of, once
from kg.extract.facts.claimed.customer_shares import Told, told_in, with_shares
from kg.extract.facts.concepts.again import as_told, stands_for, told_last
from kg.extract.facts.concepts.chains import chained
from kg.extract.facts.concepts.drafting import drafts
from kg.extract.facts.concepts.listed import listed_periods
from kg.extract.facts.concepts.portions import of_public
from kg.extract.facts.counted.staff import NATIONAL_JOBS
from kg.extract.facts.counted.tallies import PUBLIC
from kg.extract.facts.direction.roles import comparison
from kg.extract.facts.draft import Draft
from kg.extract.facts.owned.owners import owner, whose_revenue
from kg.extract.facts.owned.paragraph_owners import told_of
from kg.extract.facts.reach.headed_parts import headed_parts, scope_under
from kg.extract.facts.reach.places_told import in_place
from kg.extract.facts.reach.sections import in_paragraph, named_segments, turned_to
from kg.extract.facts.reach.subject_parts import of_the_part, of_these, opened_by, part_named
from kg.extract.facts.slots.line import Line, code_line
from kg.extract.facts.stated.gatherings import nobodys, of_the_backdrop, of_unnamed
from kg.extract.facts.stated.markets import RULE as MARKET
from kg.extract.facts.stated.strangers import strange_sections
from kg.extract.facts.stated.unowned import of_them, passed_over
from kg.extract.facts.when.ahead import AHEAD_SECTION, DESCRIBED, expected, not_yet_over, over, still_to_come
from kg.extract.facts.when.clocks import (
    BESIDE,
    RUNNING_HEAD,
    next_clock,
    period_alone,
    resumed,
    subsidiary,
    take_note,
    told_time,
)
from kg.extract.facts.when.dating import timed_of
from kg.extract.facts.when.leading import bracketed
from kg.extract.facts.when.timing import Clock, Timed
from kg.model import BlockKind, CustomerClaim, FactClaim, PartialDate, Sentence

_SPEAKING = (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ABOUT)


def prose_facts(context: Context, customers: Sequence[CustomerClaim] = ()) -> list[FactClaim]:
    """The facts of a release's sentences, in order, figures told twice more than once; `customers` are those with shares."""
    segments = named_segments(context.document.text)
    strange = strange_sections(context)
    parts = headed_parts(context, segments)
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
            same = sentence.section == heading or RUNNING_HEAD.search(sentence.section or "") is not None
            heading = heading if same else sentence.section
            headed = headed if same else None
            clock = next_clock(context, sentence, heading, clock if same else None, headed, pending)
        if sentence.kind is BlockKind.PARAGRAPH:
            clock.looks_ahead = _FORECASTS.search(sentence.text) is not None
        clock.owner = told_of(context, sentence, clock.owner)
        resumed(clock)
        clock.part = part_named(sentence.text, clock.part)
        clock.segment = turned_to(sentence.text, clock.segment)
        pronoun = stands_for(sentence.text, clock.told)
        line = code_line(sentence.text, partial(context.parties.mentions, sentence), context.issued, pronoun)
        headed = period_alone(context, sentence, line) or headed
        if line is None or passed_over(line):
            continue
        take_note(sentence, line, clock)
        section = scope_under(context, sentence, segments, parts)
        told = told_in(sentence, customers)
        own = list(_sentence(context, sentence, line, clock, section, told))
        claims.extend(_parted(context, sentence, own, clock, segments))
    return once(_with_owners(context, claims))


def _parted(
    context: Context, sentence: Sentence, told: list[FactClaim], clock: Clock, segments: Mapping[str, str]
) -> list[FactClaim]:
    """The claims of a sentence, each with the part of the company that it is of."""
    own = of_the_part([_in_segment(claim, segments) for claim in told], sentence.text, clock.part)
    own = in_place(context, sentence, opened_by(own, sentence.text, segments))
    own, clock.planned = of_these(own, sentence.text, planned=clock.planned)
    if sentence.kind is BlockKind.PARAGRAPH:
        own, clock.segment = in_paragraph(own, sentence.text, clock.segment)
    return own


def _with_owners(context: Context, claims: list[FactClaim]) -> list[FactClaim]:
    """The claims of a release, without those that nobody owns in an article about several companies."""
    owners = {claim.company for claim in claims if claim.company}
    if context.issuer is not None or len(owners) < _SEVERAL:
        return claims
    return [claim for claim in claims if claim.company or claim.rule == MARKET or claim.label.startswith("share of ")]


_SEVERAL = 2  # companies


# Before results are out, what a company expects is the period just over.
_PRELIMINARY = re.compile(r"\b(?:preliminary (?:[\w-]+ ){0,4}results|expects? to report)\b", re.IGNORECASE)
_LEAD = 1500  # characters
# "The Company reaffirmed its outlook for fiscal 2018:" opens a list of forecasts.
_FORECASTS = re.compile(
    r"\b(?:expects?|anticipates?|projects?|forecasts?|outlook|guidance|expectations|estimates)\b[^.]{0,160}:\s*$",
    re.IGNORECASE,
)


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
        timed = timed if future or compared or draft.rule == MARKET else not_yet_over(context, timed)
        if draft.timing == "instant" and timed.said and not compared:
            day = timed.resolved
        aside = timed.item is not None and bracketed(line, timed.item)
        if timed.resolved is not None and not compared and not aside and draft.timing == "duration":
            main = timed.resolved
            if not future and not about and not BESIDE.search(line.coded, 0, draft.item.at):
                told_time(clock, main, timed)
        if draft.timing == "flow" and timed.resolved is not None and not (compared or aside or future or about):
            told_time(clock, timed.resolved, timed)
        if of_them(line, draft.item) or (draft.concept != "Other" and of_the_backdrop(line, draft.item)):
            continue
        company = supplier or _company(context, line, sentence, draft, clock)
        if draft.scope == f"product:{company}":
            draft = replace(draft, scope="total")
        timed = _of_another(context, line, draft, company, _by_own_calendar(context, company, timed))
        timed = timed if future or draft.rule == MARKET else not_yet_over(context, timed)
        if not compared and not future:
            found.append((draft, timed.resolved))
        yield claim_of(context, sentence, line, draft, timed, company, future=future)
    clock.told = before or told_last(found)


def _under(draft: Draft, section: str | None) -> Draft:
    """A figure that no concept names with the scope of the section it stands under."""
    own = section is None or draft.scope != "total" or draft.rule == MARKET
    return draft if own else replace(draft, scope=section or "total")


def _by_own_calendar(context: Context, company: str | None, timed: Timed) -> Timed:
    """The period of another company's year: the issuer's fiscal calendar says nothing of it."""
    phrase = timed.item.period if timed.item is not None else None
    if company is None or context.issuer is None or company == context.issuer.name or timed.resolved is None:
        return timed
    if phrase is None or phrase.span != "year" or phrase.year is None or phrase.ended or timed.resolved.span != "year":
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


_PATH = "facts/prose-path"
_INDUSTRY = re.compile(
    r"\b(?:according to|global|worldwide|industry|addressable|market size|CAGR|compound annual)\b[^.]{0,200}(?<!company )(?<!firm )(?<!we )(?<!it )(?<!that )(?<!which )(?<!and )\bmarkets?\b|\bmarkets?\b[^.]{0,120}\b(?:projected|valued|estimated|worth|expected to)\b",
    re.IGNORECASE,
)


def _company(context: Context, line: Line, sentence: Sentence, draft: Draft, clock: Clock) -> str | None:
    """The owner of a figure; under the heading of a subsidiary that is told as a segment, the issuer.

    Nobody owns the size of a market. A company named in a paragraph owns its next figures too.
    """
    trade = draft.concept == "Other" and draft.item.kind != "count" and _INDUSTRY.search(sentence.text)
    if draft.rule == MARKET or trade or of_the_backdrop(line, draft.item) or of_unnamed(line, draft.item):
        return None
    if draft.label.startswith("share of ") and draft.unit == "percent" and of_public(sentence.text):
        return None
    jobs = draft.label.startswith(NATIONAL_JOBS) or f" {PUBLIC} " in draft.label
    if (draft.unit == "people" and jobs) or (draft.rule != _PATH and nobodys(line, draft.item)):
        return None
    if draft.label.startswith("share of the combined "):
        return context.issuer.name if context.issuer else None
    if draft.concept == "CustomerShare":
        return whose_revenue(context, line, sentence, draft.item, clock.owner)
    name = owner(context, line, sentence, draft.anchor, draft.concept, clock.owner)
    if draft.scope.startswith("segment:") and draft.scope == subsidiary(context, sentence.section) and context.issuer:
        return context.issuer.name
    return name
