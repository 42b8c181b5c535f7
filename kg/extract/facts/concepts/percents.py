"""What a percentage states of a concept: a change, a level, a share."""

from __future__ import annotations

import re

from kg.extract.facts.concepts.amounts import timing_of
from kg.extract.facts.concepts.linking import Link
from kg.extract.facts.direction.roles import role
from kg.extract.facts.direction.signs import NEGATIVE, figures, leaves_out, turn
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import spelled
from kg.extract.facts.reach.scope import modifiers, reach
from kg.extract.facts.reach.shares import share_kind
from kg.extract.facts.slots.lexicon import NOTE_MARK
from kg.extract.facts.slots.line import PERIOD, Item, Line

# "kilowatt-hour sales" count what is sold, not what it brings.
_VOLUME = re.compile(r"(?:kilowatt|megawatt|gigawatt)-?hours?|[KMG]Wh|units?|volumes?|therms?|tonnage", re.IGNORECASE)
# "retail sales rose 2 percent to 4,810 gigawatt-hours"
_SO_MUCH = re.compile(
    r",?\sto\s(?:(?:about|approximately|an?|record|of)\s){0,3}\ue002[\ue100-\uf8ff]\s(?:(?:kilowatt|megawatt|gigawatt)[\s-]?hours?|[KkMG]Wh|units|vehicles|tons|tonnes|homes|barrels|ounces|cases|therms|pounds|gallons)\b"
)
_TO_MONEY = re.compile(r",?\sto\s(?:(?:a|about|approximately|nearly|record)\s){0,2}\ue000")
_RATES = frozenset(("GrossMargin", "OperatingMargin", "EffectiveTaxRate"))
# "Gross margin increased to 40%" states a level.
_REACHED = re.compile(r"\b(?:to|of|was|at|from|with)\s(?:\w+\s)?\(?$")
_AS_SHARE = re.compile(
    r"^\sof\s(?:total\s|net\s|the\s|our\s|its\s)*(?:revenues?|sales|net sales|\ue004[\ue100-\uf8ff])", re.IGNORECASE
)


_BETTER_BELOW = re.compile(
    r"\b(?:operating|combined|efficiency|expense|loss|cost) ratio$|^(?:net |operating )?loss(?:es)?(?: from operations)?$"
)  # improving, these fall


# The rate that a law sets is not the one that a company pays.
_LEGAL = re.compile(
    r"\b(?:statutory|marginal|federal|corporate|assumed|minimum)\s(?:(?:U\.S\.|federal|income|corporate|state|and)\s){0,4}$",
    re.IGNORECASE,
)


def percent_draft(line: Line, item: Item, upper: Item | None, linked: Link, section: str | None) -> Draft | None:
    """The draft of a percentage linked to a concept; None where it states nothing of it."""
    concept = linked.concept.concept
    whole = _of_whole(line, item, linked) if upper is None else None
    if whole is not None:
        return whole
    told = _percent_concept(line, upper if upper is not None and linked.after else item, linked)
    if told is None or concept.weak or (concept.kind == "event" and concept.name != "MarketShare"):
        raised = concept.name == "DividendPerShare" and told is not None and told[1] == "change"
        if told is None or not raised:
            return None
    name, measure, sign, unit = told
    scoped = reach(line, linked.concept, item, section)
    value, low, high = figures(item, upper, sign)
    words = NOTE_MARK.sub("", line.text[linked.concept.start : linked.concept.end])
    words = f"{scoped.named} {words if words.isupper() and not line.text.isupper() else words.lower()}".strip()
    if name == "EffectiveTaxRate" and _LEGAL.search(line.text, max(0, linked.concept.start - 40), linked.concept.start):
        return None
    if measure == "change" and _BETTER_BELOW.search(words) and "improv" in line.coded[max(0, item.at - 60) : item.at]:
        value, low, high = (-abs(one) if one is not None else None for one in (value, low, high))
    if measure == "change":
        words += "" if words.endswith("growth") else " growth"
    elif name == concept.name and concept.unit == "money":
        words += " as a percentage of revenue"
    return Draft(
        concept=name, label=words, unit=unit, value=value, low=low, high=high, scope=scoped.scope,
        basis="non-gaap" if leaves_out(line, linked) else scoped.basis,
        shares=share_kind(line, item, linked.concept) if name == "EarningsPerShare" else None,
        measure=measure, timing=timing_of(line, linked.concept), item=item, last=upper or item, anchor=linked.concept,
    )  # fmt: skip


# "Past-due loans were 0.61 percent of total loans": what the one is of the other.
_WHOLE = re.compile(
    r"\sof\s(?:our\s|its\s|the\scompany['’]s\s)?(?P<whole>(?:(?:period[\s-]end|total|average|net|gross|outstanding|earning|interest[\s-]earning|risk[\s-]weighted|tangible)\s){0,3}(?:assets|loans\sand\sleases|loans|leases|deposits|equity|receivables|capitalization|liabilities|capital))\b"
)
_BORNE = frozenset(
    (
        "Other",
        "Loans",
        "StockholdersEquity",
        "Deposits",
        "Assets",
        "Debt",
        "AccountsReceivable",
        "CashAndCashEquivalents",
    )
)
_IS_SO_MUCH = re.compile(
    rf"(?:\s(?:for|in|at|as\sof|on)\s(?:the\s)?{PERIOD})?\s(?:was|were|is|are|represented|equaled|stood\sat|amounted\sto|totaled|remained(?:\s[a-z]+)?\sat|declined\sto|fell\sto|rose\sto|increased\sto|improved\sto|decreased\sto)\s(?:(?:only|just|about|approximately|an?|low)\s){{0,2}}"
)


def _of_whole(line: Line, item: Item, linked: Link) -> Draft | None:
    """A percentage of another line of the balance sheet that a line of it is told to be."""
    concept = linked.concept.concept
    after = spelled(line, item.to, min(len(line.coded), item.to + 70))
    whole = _WHOLE.match(after)
    if whole is None or linked.after or concept.unit != "money" or concept.name not in _BORNE:
        return None
    if item.amount.unit != "percent" or _IS_SO_MUCH.fullmatch(linked.gap) is None:
        return None
    words = line.text[linked.concept.start : linked.concept.end].lower()
    return Draft(
        concept="Other", label=f"{words} as a percentage of {whole['whole']}", unit="percent", value=item.amount.value, measure="level",
        timing="instant" if concept.kind == "instant" else "duration", item=item, last=item, anchor=linked.concept,
    )  # fmt: skip


def _counts(line: Line, concept: Item) -> bool:
    """Whether the sales that a line speaks of are counted, not paid."""
    return any(_VOLUME.fullmatch(word) for word in modifiers(line, concept))


# "Gross profit for the quarter was 41%, compared to 39%": the margin.
_IS_RATE = re.compile(
    r"(?:\s(?:for|in)\s(?:the\s)?\ue003[\ue100-\uf8ff])?\s(?:of|was|were|is|at)\s(?:(?:approximately|about|over|nearly|around)\s)?(?:\ue001[\ue100-\uf8ff],?\scompared\s(?:to|with)\s(?:(?:approximately|about|a)\s)?)?"
)


def _percent_concept(line: Line, item: Item, linked: Link) -> tuple[str, str, int, str] | None:
    """Concept, measure, sign and unit of a percentage; None where it states nothing of the concept."""
    concept, played, unit = linked.concept.concept, role(line, item), item.amount.unit
    sold = _SO_MUCH.match(line.coded, item.to) is not None
    if concept.name == "Revenues" and (
        sold
        or ("sale" in line.text[linked.concept.start : linked.concept.end].lower() and _counts(line, linked.concept))
    ):
        return ("UnitsSold", "change", turn(played.direction), unit) if played.measure == "change" else None
    way = turn(played.direction)
    if concept.money and played.measure == "change" and _TO_MONEY.match(line.coded, item.to):
        return concept.money, "change", way, unit  # "gross margin increased 80% to $1.5 million" speaks of dollars
    if unit in ("points", "basis-points"):
        if concept.unit != "percent" or played.measure != "change":
            return None
        return concept.name, "change", way, "percent" if unit == "points" else unit
    if concept.name == "ComparableSalesGrowth":
        return concept.name, "change", way, unit
    if played.measure == "change":
        reached = concept.name in _RATES and _REACHED.search(line.coded[: item.at])
        return (concept.name, "level", 1, unit) if reached else (concept.name, "change", way, unit)
    if concept.unit == "percent":
        return concept.name, "level", -1 if NEGATIVE.search(line.coded, max(0, item.at - 30), item.at) else 1, unit
    direct = not linked.after and _IS_RATE.fullmatch(linked.gap) is not None
    if direct and concept.name in ("GrossProfit", "OperatingIncomeLoss") and concept.rate:
        return concept.rate, "level", concept.sign, unit
    if played.share_of and concept.rate not in ("", "Other"):
        return concept.rate, "level", 1, unit
    expense = concept.name.endswith(("Expense", "Expenses", "Revenue")) and not linked.after
    before = next((other for other in reversed(line.values()) if other.to <= item.at), None)
    as_before = before is not None and played.comparison and _AS_SHARE.match(line.coded[before.to : before.to + 40])
    if expense and (as_before or _AS_SHARE.match(line.coded[item.to : item.to + 40])):
        return concept.name, "level", 1, unit
    return None
