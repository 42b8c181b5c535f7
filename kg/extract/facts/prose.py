"""Facts in sentences: every value that a licensed path ties to a concept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.context.calendar import Resolved
from kg.context.context import Context
from kg.context.fiscal import days_apart
from kg.extract.facts.counts import count_draft, qualifier
from kg.extract.facts.draft import Draft
from kg.extract.facts.line import MONEY, Item, Line, code_line
from kg.extract.facts.linking import Link, link
from kg.extract.facts.others import other_draft
from kg.extract.facts.owners import OWN_VOICE, owner
from kg.extract.facts.roles import comparison, per_share, range_end, role, share_kind
from kg.extract.facts.scope import modifiers, named_segments, reach, section_scope
from kg.extract.facts.timing import (
    Clock,
    Timed,
    bracketed,
    listed_concepts,
    listed_periods,
    note_periods,
    period_of,
    yearly,
)
from kg.model import BlockKind, Confidence, FactClaim, Sentence, Status
from kg.text.periods import find_periods

_SPEAKING = (BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ABOUT)
_AHEAD = re.compile(
    r"\b(?:expect(?:s|ed|ing)?|anticipat(?:es|ed|ing|e)|forecasts?|project(?:s|ed|ing)|guidance|outlook|estimates?|will|should|"
    r"(?-i:targets|targeting|targeted)|target of|target range|plans?|planned|intends?|believes?|likely|would be|going forward|on track|goal|aims?|aiming|next (?:year|quarter)|upcoming|to be)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|compared|reported|increased|decreased|rose|fell|totaled|grew|declined|had been expected|exceed\w*|above|better than)\b",
    re.IGNORECASE,
)
_AHEAD_SECTION = re.compile(r"\b(?:outlook|guidance|forecast|expectations)\b", re.IGNORECASE)
_INCOME = frozenset(
    (
        "NetIncomeLoss",
        "IncomeLossFromContinuingOperations",
        "IncomeLossFromDiscontinuedOperations",
        "EarningsPerShare",
        "OperatingIncomeLoss",
        "EBITDA",
    )
)
_TOLERANCE = re.compile(r"(?:plus or minus|\+/-|±|give or take)\s(?:\w+\s)?$", re.IGNORECASE)
_TO_COME = re.compile(rf"^(?:,? or (?:up to )?{MONEY} (?:a|per) (?:\w+ )?share,?)?(?:\s\w+){{0,2}},?\s(?:will|is expected|are expected|is anticipated|are anticipated|to be)\b")
_REPAID = re.compile(r"\b(retired|repaid|prepaid|redeemed|repay|retire|redeem|refinanced|paid down|paid off)\s(?:\w+\s){0,3}$", re.IGNORECASE)
_TOPICS = ("quarter", "half", "nine-months", "year", "month")
_HYPOTHETIC = re.compile(
    r"\b(?:if|each|every|par value|minimum of|would be required|face amount|stated value|denominations?)\s[^,;]{0,30}$",
    re.IGNORECASE,
)


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
            ahead = clock.ahead if sentence.section == heading else None
            block, heading = sentence.block, sentence.section
            clock = _clock(context, heading, ahead)
        line = code_line(sentence.text, context.parties.mentions(sentence), context.issued)
        if line is None or _crammed(line):
            continue
        if _AHEAD.search(sentence.text) or _AHEAD_SECTION.search(sentence.section or ""):
            note_periods(line, clock)
        section = section_scope(sentence.section, segments) or _subsidiary(context, sentence.section)
        claims.extend(_sentence(context, sentence, line, clock, section))
    return once(claims)


def _subsidiary(context: Context, heading: str | None) -> str | None:
    """The segment that a heading names by a company that bears the issuer's name: "Alder Canada"."""
    party = context.parties.resolve(heading) if heading and len(heading) < 60 else None
    issuer = context.issuer
    if party is None or issuer is None or party == issuer or heading is None:
        return None
    first = re.split(r"[\s,]", issuer.name)[0].lower()
    return f"segment:{heading.strip(' :')}" if len(first) > 3 and heading.lower().startswith(first) else None


def _crammed(line: Line) -> bool:
    """Whether a line is a table that lost its columns: figures with hardly a word between them."""
    figures = len(line.values())
    return figures > 8 and len(line.text.split()) < 4 * figures


def _clock(context: Context, heading: str | None, ahead: Resolved | None) -> Clock:
    """The period a paragraph opens with: that of its section's heading, else that of the release."""
    calendar = context.calendar
    clock = Clock(calendar, calendar.topic, ahead)
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


def once(claims: list[FactClaim]) -> list[FactClaim]:
    """Figures told twice are one fact: the one that says its period, else the first."""
    kept: dict[tuple[object, ...], list[FactClaim]] = {}
    for claim in claims:
        key = (claim.concept, claim.value, claim.low, claim.high, claim.unit, claim.measure, claim.company)
        group = kept.setdefault(key, [])
        for at, other in enumerate(group):
            if _same(other, claim):
                if other.end is None and claim.end is not None:
                    group[at] = claim
                break
        else:
            group.append(claim)
    chosen = {id(claim) for group in kept.values() for claim in group}
    return [claim for claim in claims if id(claim) in chosen]


def _same(one: FactClaim, other: FactClaim) -> bool:
    if one.scope != other.scope and "total" not in (one.scope, other.scope):
        return False
    if one.end is None or other.end is None:
        return True
    ends = sorted((str(one.end), str(other.end)), key=len)
    return one.period == other.period and ends[1].startswith(ends[0])


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
        aside = timed.item is not None and bracketed(line, timed.item)
        if timed.resolved is not None and not compared and not aside and draft.timing == "duration":
            main = timed.resolved
            relative = timed.item is not None and (timed.item.period.relative or bracketed(line, timed.item))
            if timed.said and not future and not relative and not about and timed.resolved.span in _TOPICS:
                clock.current = timed.resolved
        company = _company(context, line, sentence, draft, clock)
        yield _claim(context, sentence, line, draft, timed, company, future=future)


def drafts(line: Line, section: str | None = None) -> list[Draft]:
    """The figures of a line with their concepts, in order."""
    found: list[Draft] = []
    values = line.values()
    skip: set[int] = set()
    listed = listed_concepts(line)
    for at, item in enumerate(values):
        head = line.coded[max(0, item.at - 50) : item.at]
        if item.number in skip or _HYPOTHETIC.search(head) or _TOLERANCE.search(head):
            continue
        upper = values[at + 1] if at + 1 < len(values) and range_end(line, item, values[at + 1]) else None
        if upper is not None:
            skip.add(upper.number)
        draft = _draft(line, item, upper, section, found, listed.get(item.number))
        draft = draft or other_draft(line, item, upper, found)
        if draft is not None:
            found.append(draft)
    return found


def _draft(
    line: Line, item: Item, upper: Item | None, section: str | None, found: list[Draft], listed: Item | None
) -> Draft | None:
    if item.kind == "count":
        return count_draft(line, item)
    linked = Link(listed, " ", after=False) if listed is not None else link(line, item)
    if linked is None and upper is not None:
        end = link(line, upper)
        linked = end if end is not None and end.after else None
    if linked is None:
        return None
    if item.kind == "percent":
        return _percent(line, item, upper, linked, section)
    return _money(line, item, upper, linked, section, found)


def _money(
    line: Line, item: Item, upper: Item | None, linked: Link, section: str | None, found: list[Draft]
) -> Draft | None:
    concept = linked.concept.concept
    played = role(line, item)
    share = per_share(line, upper or item)
    name, unit, timing = concept.name, item.amount.unit, concept.kind
    small = abs(item.amount.value) < 1000 and item.amount.places >= 0
    if concept.unit == "percent":
        if not concept.money:
            return None
        name = concept.money
    elif concept.unit in ("shares", "people"):
        return None
    if share or concept.unit == "share":
        if concept.per == "EarningsPerShare" or (concept.unit == "share" and name == "EarningsPerShare"):
            name = "EarningsPerShare"
        elif concept.unit != "share" and name not in (
            "Charge",
            "Savings",
            "TransactionValue",
            "OfferingAmount",
        ):
            return None
        if name in ("TransactionValue", "OfferingAmount"):
            name = "SharePrice"
        unit += "/share"
        if not small or (name == "SharePrice" and not share and abs(item.amount.value) >= 1000):
            return None
        if name == "DividendPerShare" and not share and item.amount.value >= 20:
            return None
    elif concept.per == "EarningsPerShare" and small and item.amount.places >= 2:
        name, unit = "EarningsPerShare", unit + "/share"
    elif small and concept.kind != "event" and abs(item.amount.value) < 100:
        return None
    if name == "SharePrice" and not (share or "share" in line.text.lower() or "stock" in line.text.lower()):
        return None
    words = line.text[linked.concept.start : linked.concept.end]
    scoped = reach(line, linked.concept, item, section)
    if concept.weak and (scoped.scope not in ("total", section) or modifiers(line, linked.concept)):
        return None
    sign = concept.sign if played.measure == "level" else 1
    if (
        name == "EarningsPerShare"
        and sign == 1
        and concept.unit != "share"
        and linked.concept.concept.sign == -1
    ):
        sign = -1
    basis = (
        "non-gaap"
        if linked.excluded and re.search(r"exclud|before|without", line.text[: linked.excluded.start])
        else scoped.basis
    )
    shares = (
        share_kind(line, upper or item, linked.concept if not linked.after else None)
        if name == "EarningsPerShare"
        else None
    )
    if name == "EarningsPerShare" and shares is None:
        shares = _carried_shares(line, item, found)
    repaid = _REPAID.search(line.coded[max(0, item.at - 40) : item.at]) if name == "Debt" and linked.after else None
    if repaid:
        name, words, timing = "Other", f"{words} {repaid[1]}", "done"
    return Draft(
        concept=name,
        label=words.lower() if not words.isupper() else words,
        unit=unit,
        **_figures(item, upper, sign if played.measure == "level" else _turn(played.direction)),
        scope=scoped.scope if concept.kind != "event" else "total",
        basis=basis,
        shares=shares,
        measure=played.measure,
        timing=timing,
        item=item,
        last=upper or item,
        anchor=linked.concept,
    )


def _carried_shares(line: Line, item: Item, found: list[Draft]) -> str | None:
    """Basic or diluted from the figure just before, in "diluted EPS of $1.10, compared with $1.00"."""
    del line
    for draft in reversed(found):
        if draft.concept == "EarningsPerShare" and draft.anchor.at < item.at:
            words = draft.anchor.concept
            return draft.shares if words.unit == "share" else None
    return None


def _turn(direction: int) -> int:
    return direction or 1


def _figures(item: Item, upper: Item | None, sign: int) -> dict[str, Decimal | None]:
    value = item.amount.value
    if upper is None:
        return {"value": _signed(value, sign), "low": None, "high": None}
    ends = sorted((_signed(value, sign), _signed(upper.amount.value, sign)))
    return {"value": None, "low": ends[0], "high": ends[1]}


def _signed(value: Decimal, sign: int) -> Decimal:
    return -abs(value) if sign < 0 else value


def _percent(line: Line, item: Item, upper: Item | None, linked: Link, section: str | None) -> Draft | None:
    concept = linked.concept.concept
    played = role(line, item)
    unit = item.amount.unit
    name = concept.name
    if unit in ("points", "basis-points"):
        if concept.unit != "percent" or played.measure != "change":
            return None
        unit = "percent" if unit == "points" else "basis-points"
    measure, sign = played.measure, _turn(played.direction) if played.measure == "change" else 1
    if name == "ComparableSalesGrowth":
        measure, sign = "change", _turn(played.direction)
    elif measure == "level" and concept.unit != "percent":
        if not played.share_of or concept.rate in ("", "Other"):
            return (
                None
                if not _as_share(line, item) or concept.kind != "duration"
                else _share(line, item, upper, linked, section)
            )
        name = concept.rate
    if concept.kind == "event" and name not in ("MarketShare",):
        return None
    if (
        concept.unit == "percent"
        and measure == "change"
        and name in ("GrossMargin", "OperatingMargin", "EffectiveTaxRate")
        and unit == "percent"
        and not re.search(r"point", line.text[item.start : item.end])
    ):
        measure, sign = _margin_level(line, item), 1
        if measure == "change":
            sign = _turn(played.direction)
    scoped = reach(line, linked.concept, item, section)
    if concept.weak:
        return None
    return Draft(
        concept=name, label=_growth_label(line, linked, measure), unit=unit, **_figures(item, upper, sign),
        scope=scoped.scope, basis=scoped.basis, measure=measure, timing=concept.kind, item=item, last=upper or item,
        anchor=linked.concept,
    )  # fmt: skip


def _margin_level(line: Line, item: Item) -> str:
    """ "Gross margin increased to 40%" states a level; "gross margin rose 5%" is too vague for one."""
    return (
        "level"
        if re.search(r"\b(?:to|of|was|at|from|with)\s(?:\w+\s)?\(?$", line.coded[: item.at])
        else "change"
    )


_AS_SHARE = re.compile(
    r"^\sof\s(?:total\s|net\s|the\s|our\s|its\s)*(?:revenues?|sales|net sales|\ue004[\ue100-\uf8ff])",
    re.IGNORECASE,
)


def _as_share(line: Line, item: Item) -> bool:
    return _AS_SHARE.match(line.coded[item.to : item.to + 40]) is not None


def _share(line: Line, item: Item, upper: Item | None, linked: Link, section: str | None) -> Draft | None:
    """An expense as a percentage of revenue."""
    if linked.after or not linked.concept.concept.name.endswith(("Expense", "Expenses", "Revenue")):
        return None
    scoped = reach(line, linked.concept, item, section)
    words = line.text[linked.concept.start : linked.concept.end].lower()
    return Draft(
        concept=linked.concept.concept.name, label=f"{words} as a percentage of revenue", unit="percent",
        **_figures(item, upper, 1), scope=scoped.scope, basis=scoped.basis, timing="duration", item=item,
        last=upper or item, anchor=linked.concept,
    )  # fmt: skip


def _growth_label(line: Line, linked: Link, measure: str) -> str:
    words = line.text[linked.concept.start : linked.concept.end].lower()
    return f"{words} growth" if measure == "change" else words


def _future(line: Line, draft: Draft, *, ahead_section: bool) -> bool:
    if draft.future or _TO_COME.match(line.coded, draft.last.to) or _TO_COME.match(line.coded[draft.last.to :]):
        return True
    start = max(line.coded.rfind(";", 0, draft.item.at), 0)
    lead = line.coded[start : draft.item.at]
    cues = list(_AHEAD.finditer(lead))
    if cues:
        rest = lead[cues[-1].end() :]
        return not _PAST.search(rest)
    return ahead_section and not _PAST.search(lead)


def _timed(
    line: Line,
    draft: Draft,
    clock: Clock,
    main: Resolved | None,
    listed: Item | None,
    *,
    future: bool,
    about: bool,
) -> Timed:
    timed = period_of(line, draft.item, clock, main, future=future, listed=listed)
    if draft.rule == "facts/prose-other" and timed.said and timed.resolved is not None:
        return timed
    if draft.timing in ("flow", "done"):
        if not timed.said and not (draft.timing == "flow" and timed.resolved is not None and not about):
            return Timed(Resolved("instant", None), said=False)
        if timed.resolved is not None and (timed.resolved.span != "year" or timed.said):
            return timed
        return Timed(Resolved("instant", None), said=False)
    if draft.timing == "duration":
        if not timed.said and not comparison(line, draft.item):
            if yearly(line, draft.item):
                return Timed(Resolved("year", None), said=False)
            if about or timed.resolved is None:
                return Timed(Resolved("other", None), said=False)
        return timed
    if (
        draft.timing == "instant"
        and timed.said
        and timed.resolved is not None
        and draft.rule != "facts/prose-count"
    ):
        return Timed(
            Resolved("instant", timed.resolved.end, timed.resolved.text, timed.resolved.inferred),
            True,
            timed.item,
        )
    if draft.timing == "instant" and _now(line) and not timed.said and clock.calendar.issued is not None:
        return Timed(Resolved("instant", clock.calendar.issued), said=True)
    return Timed(Resolved("instant", None), said=False)


def _now(line: Line) -> bool:
    return re.search(r"\b(?:now|currently|today)\b(?! announced)", line.text) is not None


def _claim(
    context: Context, sentence: Sentence, line: Line, draft: Draft, timed: Timed, company: str | None, *, future: bool
) -> FactClaim:
    resolved = timed.resolved
    start = min(draft.item.start, draft.anchor.start)
    end = max(draft.last.end, draft.anchor.end)
    start, end = _widened(sentence.text, start, end)
    inferred = resolved is not None and (resolved.inferred or not timed.said)
    confidence = Confidence.INFERRED if inferred else Confidence.EXPLICIT
    label = draft.label
    if draft.rule != "facts/prose-count":
        label += qualifier(line.coded[max(0, draft.item.at - 40) : draft.item.at])
    return FactClaim(
        evidence=(context.evidence(sentence, start, end),),
        rule=draft.rule,
        confidence=confidence,
        modality=Status.PLANNED if future else Status.ACTUAL,
        speaker=context.speaker_at(sentence.passage.origin(draft.item.start)),
        concept=draft.concept,
        label=label,
        company=company,
        unit=draft.unit,
        value=draft.value,
        low=draft.low,
        high=draft.high,
        period=resolved.span if resolved else "other",
        start=resolved.start if resolved else None,
        end=resolved.end if resolved else None,
        period_text=resolved.text if resolved else None,
        period_inferred=inferred,
        scope=draft.scope,
        basis=draft.basis,
        shares=draft.shares,
        kind=_kind(draft.concept) if future else "actual",
        measure=draft.measure,
        place="prose",
        printed=line.text[draft.item.start : draft.last.end],
    )


_INDUSTRY = re.compile(
    r"\b(?:according to|global|worldwide|industry|addressable|market size|CAGR|compound annual)\b[^.]{0,200}\bmarkets?\b|\bmarkets?\b[^.]{0,120}\b(?:projected|valued|estimated|worth|expected to)\b",
    re.IGNORECASE,
)


def _company(context: Context, line: Line, sentence: Sentence, draft: Draft, clock: Clock) -> str | None:
    """The owner of a figure; under the heading of a subsidiary that is told as a segment, the issuer.

    Nobody owns the size of a market. A company named in a paragraph owns its next figures too.
    """
    if draft.concept == "Other" and _INDUSTRY.search(sentence.text):
        return None
    name, named = owner(context, line, sentence, draft.anchor)
    if named:
        clock.owner = name
    elif clock.owner is not None and not OWN_VOICE.search(sentence.text):
        name = clock.owner
    if draft.scope.startswith("segment:") and draft.scope == _subsidiary(context, sentence.section) and context.issuer:
        return context.issuer.name
    return name


# What is decided and still to come is a target; what is expected of results is guidance (gold decision 6).
_DECIDED = frozenset(
    (
        "NumberOfEmployees", "NumberOfLocations", "NumberOfCustomers", "FacilityArea", "Capacity", "UnitsSold",
        "ContractValue", "TransactionValue", "OfferingAmount", "Debt", "Other", "SharesOutstanding", "SharePrice",
        "ShareRepurchaseAmount", "SharesRepurchased", "DividendPerShare",
    )
)  # fmt: skip


def _kind(concept: str) -> str:
    return "target" if concept in _DECIDED else "guidance"


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The words around a figure up to the next clause mark, so that a quote reads on its own."""
    left = max(text.rfind("; ", 0, start), text.rfind(", ", 0, start), -1)
    start = (
        left + 2
        if left >= 0 and start - left < 60
        else max(0, text.rfind(" ", 0, max(1, start - 30)) + 1)
        if start > 40
        else 0
    )
    right = re.search(r"[,;.](?=\s|$)", text[end : end + 60])
    end = (
        end + right.start()
        if right
        else min(len(text), end + 1 if end < len(text) and text[end] == ")" else end)
    )
    return start, end
