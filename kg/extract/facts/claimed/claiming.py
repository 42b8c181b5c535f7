"""From a draft and its period to a claim; figures told twice are one."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.context.context import Context
from kg.extract.facts.counting import bounded
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.fuller import fuller
from kg.extract.facts.named.wording import worded
from kg.extract.facts.slots.line import Line
from kg.extract.facts.stated.markets import RULE as MARKET
from kg.extract.facts.when.timing import Timed
from kg.model import Confidence, FactClaim, Sentence, Status

_SMALL = 3  # letters of words that name nothing


def once(claims: list[FactClaim]) -> list[FactClaim]:
    """Figures told twice are one fact: the one that says its period, else the first."""
    kept: dict[tuple[object, ...], list[FactClaim]] = {}
    for claim in claims:
        key = (claim.concept, claim.value, claim.low, claim.high, claim.unit, claim.measure, claim.company)
        group = kept.setdefault(key, [])
        for at, other in enumerate(group):
            if _same(other, claim):
                settled = claim.kind == "target" and "split ratio" in claim.label and other.kind == "actual"
                if settled or (other.end is None and claim.end is not None):
                    group[at] = claim
                break
        else:
            group.append(claim)
    chosen = {id(claim) for group in kept.values() for claim in group}
    return [claim for claim in claims if id(claim) in chosen]


def _words(label: str) -> set[str]:
    """The words of a label that name its thing, in the singular."""
    return {word.strip("(),.").removesuffix("s") for word in label.lower().split("(")[0].split() if len(word) > _SMALL}


def _same(one: FactClaim, other: FactClaim) -> bool:
    if one.basis != other.basis or (one.scope != other.scope and "total" not in (one.scope, other.scope)):
        return False
    if one.concept == "Other" and not _words(one.label) & _words(other.label):
        return False
    if one.end is None or other.end is None:
        return True
    ends = sorted((str(one.end), str(other.end)), key=len)
    return one.period == other.period and ends[1].startswith(ends[0])


def _label(line: Line, draft: Draft) -> str:
    """The label of a draft with the bound that stands before its figure, or the mark of one beside it."""
    label = fuller(line, replace(draft, label=worded(line, draft)))
    if draft.rule != "facts/prose-count":
        bound = bounded(line.coded[max(0, draft.item.at - 70) : draft.item.at])
        # "drew on its line under its $5 million facility": no bound of the amount
        label += bound if bound != " (under)" or draft.anchor.at < draft.item.at else ""
    if not label.endswith(")"):
        label += " (approximately)" if line.text.startswith("~", draft.item.start) else ""
        label += " (more than)" if line.coded.startswith("+", draft.last.to) else ""
    return label


def claim_of(
    context: Context, sentence: Sentence, line: Line, draft: Draft, timed: Timed, company: str | None, *, future: bool
) -> FactClaim:
    """The claim of a draft, with its evidence, company and period."""
    resolved = timed.resolved
    start = min(draft.item.start, draft.anchor.start)
    end = max(draft.last.end, draft.anchor.end)
    start, end = _widened(sentence.text, start, end)
    inferred = resolved is not None and (resolved.inferred or not timed.said)
    confidence = Confidence.INFERRED if inferred else Confidence.EXPLICIT
    return FactClaim(
        evidence=(context.evidence(sentence, start, end),),
        rule=draft.rule,
        confidence=confidence,
        modality=Status.PLANNED if future else Status.ACTUAL,
        speaker=context.speaker_at(sentence.passage.origin(draft.item.start)),
        concept=draft.concept,
        label=_label(line, draft),
        company=company,
        unit=draft.unit,
        value=draft.value,
        low=draft.low,
        high=draft.high,
        period=resolved.span if resolved else "other",
        start=context.calendar.start(resolved) if resolved else None,
        end=resolved.end if resolved else None,
        period_text=resolved.text if resolved else None,
        period_inferred=inferred,
        scope=draft.scope,
        basis=draft.basis,
        shares=draft.shares,
        kind=_kind(line, draft) if future else "actual",
        measure=draft.measure,
        place="prose",
        printed=line.text[draft.item.start : draft.last.end],
    )


# What is decided and still to come is a target; what is expected of results is guidance (gold decision 6).
_DECIDED = frozenset(
    (
        "NumberOfEmployees", "NumberOfLocations", "NumberOfCustomers", "FacilityArea", "Capacity", "UnitsSold",
        "ContractValue", "TransactionValue", "OfferingAmount", "Debt", "Other", "SharesOutstanding", "SharePrice",
        "ShareRepurchaseAmount", "SharesRepurchased", "DividendPerShare",
    )
)  # fmt: skip


# Figures of results, which are expected, not decided.
_RESULT = re.compile(
    r"\b(?:income|expenses?|(?<!\bat\s)costs|ratio|rate|volumes?|premiums|growth|loss(?:es)?|margin|collections|returns?|originations|charge-offs|present value|NPV|IRR)\b(?! to )",
    re.IGNORECASE,
)


_MADE = (
    " produced",
    " mined",
    " milled",
    " poured",
    " recovered",
    " refined",
    "production",
    "throughput",
)  # output is expected, not decided


# "the projected value of the market", an amount a share that is part of a forecast: reckoned, not decided.
_RECKONED = re.compile(r"(?:projected|forecast|anticipated|expected)\s", re.IGNORECASE)
# "will provide parallel loans of $50 million": agreed on.
_LENDS = re.compile(r"\b(?:provid|extend|grant|lend|arrang|issu|mak)(?:e|es|ing)?\s[^.;]{0,40}$")


_FORECAST = re.compile(
    r"\b(?:guidance|outlook|forecasts?|expect(?:s|ed|ing)?|anticipat(?:es|ed|ing)|projects?|projected)\b", re.IGNORECASE
)


def _kind(line: Line, draft: Draft) -> str:
    if draft.concept == "Other" and draft.item.kind == "money" and _RECKONED.match(draft.label):
        return "guidance"
    if (
        draft.concept == "Other"
        and draft.unit.endswith("/share")
        and "price" not in draft.label
        and "dividend" not in draft.label
    ):
        return "guidance"
    if draft.concept == "UnitsSold" and _FORECAST.search(line.text):
        return "guidance"
    if draft.concept == "Loans" and draft.measure == "level" and _LENDS.search(line.coded, 0, draft.item.at):
        return "target"
    own_words = draft.rule == "facts/prose-path" and draft.timing == "duration"  # a result, as funds from operations
    output = draft.rule == "facts/prose-count" and draft.concept == "Other" and draft.label.endswith(_MADE)
    result = own_words or output or (draft.item.kind != "count" and _RESULT.search(draft.label) is not None)
    told = draft.concept in _DECIDED and draft.rule != MARKET and not (draft.concept == "Other" and result)
    return "target" if told else "guidance"


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
    right = re.search(r"(?<!U\.S)(?<!U\.K)[,;.](?=\s|$)", text[end : end + 60])
    end = end + right.start() if right else min(len(text), end + 1 if end < len(text) and text[end] == ")" else end)
    return start, end
