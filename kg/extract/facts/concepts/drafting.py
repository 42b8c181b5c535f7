"""The figures of a line with their concepts, signs, scopes and bases."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.facts.concepts.amounts import money_concept, timing_of
from kg.extract.facts.concepts.balances import not_the_balance
from kg.extract.facts.concepts.chains import chained
from kg.extract.facts.concepts.changes_told import changed_draft
from kg.extract.facts.concepts.charged import charge_draft
from kg.extract.facts.concepts.deals import ALLOWED
from kg.extract.facts.concepts.effects import COSTS, EARNED, effect_too, has_effect
from kg.extract.facts.concepts.linking import Link, link
from kg.extract.facts.concepts.listed import listed_concepts
from kg.extract.facts.concepts.measured import compared_of
from kg.extract.facts.concepts.others import other_draft
from kg.extract.facts.concepts.percents import percent_draft
from kg.extract.facts.concepts.prices import price_draft
from kg.extract.facts.concepts.proportions import proportion_draft
from kg.extract.facts.concepts.ranges import range_end, swung
from kg.extract.facts.concepts.respective import before_in_list, respectively
from kg.extract.facts.concepts.subjects import subject_draft
from kg.extract.facts.counted.counts import count_draft
from kg.extract.facts.direction.risen import listed_changes, moved
from kg.extract.facts.direction.roles import Role, role
from kg.extract.facts.direction.signs import NEGATIVE, figures, leaves_out, lost, turn
from kg.extract.facts.draft import Draft
from kg.extract.facts.reach.parts_told import by_part
from kg.extract.facts.reach.scope import Reach, modifiers, narrowed, reach
from kg.extract.facts.reach.shares import shares_of_figure
from kg.extract.facts.slots.lexicon import NOTE_MARK
from kg.extract.facts.slots.line import Item, Line, slots_in
from kg.extract.facts.stated.markets import market_draft
from kg.extract.facts.stated.withheld import left_out, withheld


def drafts(line: Line, section: str | None = None) -> list[Draft]:
    """The figures of a line with their concepts, in order."""
    found: list[Draft] = []
    values = line.values()
    skip: set[int] = set()
    listed = {number: told.concept for number, told in chained(line).items()} | listed_concepts(line)
    for at, item in enumerate(values):
        if item.number in skip:
            continue
        upper = values[at + 1] if at + 1 < len(values) and range_end(line, item, values[at + 1]) else None
        if upper is not None:
            skip.add(upper.number)
        if withheld(line, item):
            continue
        draft = market_draft(line, item, upper, found)
        if draft is None and item.kind == "count" and upper is None:
            draft = compared_of(line, item, found)
        draft = draft or _draft(line, item, upper, section, found, listed.get(item.number))
        if draft is None and item.kind == "money":
            draft = charge_draft(line, item, upper or item, found)
        if draft is None and item.kind == "money":
            draft = price_draft(line, item, upper or item)
        if draft is None and upper is None:
            draft = changed_draft(line, item, found) or proportion_draft(line, item, found)
        draft = draft or other_draft(line, item, upper, found)
        if draft is None and upper is None and item.kind != "count":
            draft = subject_draft(line, item)
        if draft is not None and not left_out(line, draft.last.to):
            found.extend(before_in_list(line, values[at - 1] if at else None, draft, found))
            draft = effect_too(line, draft, found[-1] if found else None)
            found.append(swung(line, draft, values[at + 1 :], skip))
    told = [one for one in (moved(line, draft) for draft in listed_changes(line, found)) if one is not None]
    return respectively(line, by_part(line, [lost(line, one) for one in told]))


# "a $13 million loan from Grayhawk Bank, $4 million in grants": the second figure is of something else.
_NEXT_IN_LIST = re.compile(
    r"(?:\s(?:from|of|by|with|in)\s(?:(?:[\ue003-\ue005][\ue100-\uf8ff]|[\w.&-]+)\s?){1,6})?,\s(?:and\s)?(?:an?\s)?"
)


# "contracts in backlog represented $40 million in revenue": the revenue is still to come.
_IN_BACKLOG = re.compile(
    r"(?P<c>\ue004[\ue100-\uf8ff])\s(?:represent(?:s|ed|ing)|includ(?:es|ed|ing)|contain(?:s|ed)|amounts to|amounted to|of|stands at|totals|totaled)\s(?:approximately\s|about\s|over\s|more than\s|nearly\s)?$"
)


# "$40 million of revenue in backlog"
_OF_REVENUE_IN = re.compile(
    r"\s(?:of|in)\s(?:[a-z]+\s){0,2}(?P<of>\ue004[\ue100-\uf8ff])\sin\s(?:our\s|its\s|the\s)?(?P<c>\ue004[\ue100-\uf8ff])"
)


def _backlog(line: Line, item: Item) -> Link | None:
    """The backlog whose amount a line gives "in revenue"; None where it does not."""
    ahead = _OF_REVENUE_IN.match(line.coded, item.to)
    if ahead is not None:
        of, backlog = (line.items[slots_in(ahead[name])[0]] for name in ("of", "c"))
        both = of.concept.name in ("Revenues", "Orders") and backlog.concept.name == "Backlog"
        return Link(backlog, " in ", after=True) if both else None
    told = _IN_BACKLOG.search(line.coded, max(0, item.at - 60), item.at)
    if told is None or not _IN_REVENUE.match(line.coded, item.to):
        return None
    concept = line.items[slots_in(told["c"])[0]]
    return Link(concept, " of ", after=False) if concept.concept.name == "Backlog" else None


_IN_REVENUE = re.compile(r"\s(?:in|of)\s(?:(?:future|expected|contracted|annual|potential)\s)?\ue004")


def _draft(
    line: Line, item: Item, upper: Item | None, section: str | None, found: list[Draft], listed: Item | None
) -> Draft | None:
    if item.kind == "count":
        counted = count_draft(line, upper or item, item)
        if counted is None or upper is None:
            return counted
        value, low, high = figures(item, upper, -1 if counted.value is not None and counted.value < 0 else 1)
        return replace(counted, value=value, low=low, high=high, item=item, last=upper, anchor=item)
    linked = Link(listed, " ", after=False) if listed is not None else (_backlog(line, item) or link(line, item))
    if linked is not None and not linked.after and _NEXT_IN_LIST.fullmatch(linked.gap):
        linked = None if any(one.anchor.number == linked.concept.number for one in found) else linked
    if linked is None and upper is not None:
        end = link(line, upper)
        linked = end if end is not None and end.after else None
    if linked is None:
        return None
    if item.kind == "percent":
        return percent_draft(line, item, upper, linked, section)
    return _money(line, item, upper, linked, section, found)


def _money(
    line: Line, item: Item, upper: Item | None, linked: Link, section: str | None, found: list[Draft]
) -> Draft | None:
    concept = linked.concept.concept
    named = money_concept(line, item, upper, concept)
    if named is None:
        return None
    name, unit = named
    scoped = reach(line, linked.concept, item, section)
    if concept.weak and name == "InterestExpense" and _STAKE.search(line.text[: linked.concept.start]):
        return None
    if concept.weak and (scoped.scope not in ("total", section, concept.scope) or _narrowed(line, linked.concept)):
        return None
    played = role(line, item)
    if name == "Charge" and linked.after and _REDUCED_BY.search(line.coded, max(0, item.at - 60), item.at):
        played = Role("level", 0, comparison=False, share_of=False)  # what earnings were reduced by
    sign = _level_sign(line, item, linked.concept) if played.measure == "level" else turn(played.direction)
    words, timing, measure = _printed(line, linked, scoped), timing_of(line, linked.concept), played.measure
    measure = "level" if name == "Savings" else measure
    if name in EARNED and has_effect(line, item):
        charge = COSTS.search(line.text[: linked.concept.start]) is not None
        name, sign, measure, words = ("Charge" if charge else "Other"), 1, "level", f"effect on {words}"
    if name == "EarningsPerShare" and _NOT_MORE.search(line.coded, max(0, item.at - 24), item.at):
        return None
    value, low, high = figures(item, upper, sign)
    if value is not None and measure == "level" and name in _NEVERNEGATIVE:
        value = abs(value)
    moved = not_the_balance(line, item, linked, name)
    if moved is not None:
        name, words, timing = "Other", moved[0].format(words), moved[1]
    left_out = leaves_out(line, linked) or (name == "EarningsPerShare" and concept.name == "OperatingIncomeLoss")
    return Draft(
        concept=name, label=words, unit=unit, value=value, low=low, high=high,
        scope=scoped.scope if concept.kind != "event" else "total",
        basis="non-gaap" if left_out else scoped.basis,
        shares=shares_of_figure(line, upper or item, linked, found) if unit.endswith("/share") and name in _PER_SHARE else None,
        measure=measure, timing=timing, item=item, last=upper or item, anchor=linked.concept,
        future=decided(line, item, name),
    )  # fmt: skip


_NOT_MORE = re.compile(r"\bnot (?:more|less) than (?:an? )?$")  # "Dilution is not more than 1 cent": no result
_PER_SHARE = frozenset(("EarningsPerShare", "Charge"))  # a charge of so much a share is one of earnings
_REDUCED_BY = re.compile(
    r"\b(?:reduced|lowered|hurt|decreased|affected|impacted|burdened|depressed|cut)\sby\s(?:[\w-]+\s){0,3}$"
)


def decided(line: Line, item: Item, concept: str) -> bool:
    """Whether a board has decided on what is still to be bought or paid."""
    if concept == "DividendPerShare":
        if line.coded[max(0, item.at - 2) : item.at] == ": ":
            return False  # "(previous year: EUR 0.30)"
        return _DECLARED.search(line.text) is not None and _HOLDERS_AGREED.search(line.text) is None
    if concept != "ShareRepurchaseAmount":
        return False
    return ALLOWED.search(line.coded[: item.at]) is not None or _NEW_PROGRAM.search(line.text[: item.start]) is not None


_NEW_PROGRAM = re.compile(
    r"\b(?:announc(?:es|ed|ing)|launch(?:es|ed|ing)|adopt(?:s|ed)|establish(?:es|ed)|implement(?:s|ed)|initiat(?:es|ed)|new)\s(?:(?:an?|the|new|its|of|up\sto|additional|another)\s){0,5}$",
    re.IGNORECASE,
)
_HOLDERS_AGREED = re.compile(
    r"\b(?:shareholders|stockholders|general\smeeting|AGM|unitholders)\b[^.;]{0,80}\b(?:approved|resolved|adopted|voted|agreed)\b|\bapproved\s(?:all\s|the\s)*(?:proposed|proposals?|resolutions?|motions?)\b",
    re.IGNORECASE,
)  # what the owners have agreed to is settled
_DECLARED = re.compile(
    r"\b(?:declar\w+|approv\w+|payable|propos\w+|(?:will|to) (?:be paid|pay))\b(?!.*\b(?:was|were) paid\b)",
    re.IGNORECASE,
)


# "expressions of interest" bear none.
_STAKE = re.compile(
    r"\b(?:of|public|strong|an?|our|its|equity|minority|majority|controlling|working|royalty)\s$", re.IGNORECASE
)
# "the carrier earned $38.6 million": the words before tell who, not what.
_WHO = frozenset(
    """company carrier airline bank retailer chain firm utility group manufacturer maker insurer lender bancorp corporation
    concern builder brokerage supplier developer operator producer miner distributor publisher broadcaster railroad
    steelmaker automaker drugmaker chipmaker studio cooperative partnership trust""".split()  # noqa: SIM905
)


def _narrowed(line: Line, concept: Item) -> bool:
    """Whether words before a bare "income" or "earned" make it something else."""
    if line.text[concept.start : concept.end].lower() in ("earned", "lost"):
        return not all(word.lower() in _WHO for word in modifiers(line, concept))
    return narrowed(line, concept)


def _printed(line: Line, linked: Link, scoped: Reach) -> str:
    words = NOTE_MARK.sub("", line.text[linked.concept.start : linked.concept.end])
    average = "average " if _AVERAGE.search(line.text, 0, linked.concept.start) else ""
    return f"{average}{f'{scoped.named} '.lstrip()}{words if words.isupper() or words == _MIXED else words.lower()}".strip()


_MIXED = "RevPAR"
_AVERAGE = re.compile(r"\b[Aa]verage\s(?:total\s|consumer\s|commercial\s)?$")


# What a bracket cannot make negative: it is an aside there.
_NEVERNEGATIVE = frozenset(
    ("Revenues", "CostOfRevenue", "Assets", "Deposits", "Loans", "Inventory", "AccountsReceivable", "Backlog", "Orders",
     "CashAndCashEquivalents", "AssetsUnderManagement", "Debt", "Liabilities", "CapitalExpenditures")
)  # fmt: skip


# A provision that is taken back adds to income.
_TAKEN_BACK = re.compile(
    r"\b(?:recapture|reversal|release|recovery|benefit|credit)\sof\s(?:[a-z]+\s){0,2}$", re.IGNORECASE
)


# "negative operating cash flows of $0.5 million"
_MAY_BE_BELOW = frozenset(
    ("EBITDA", "FreeCashFlow", "NetCashFromOperatingActivities", "OperatingIncomeLoss", "StockholdersEquity")
)
_NEGATIVE_NAME = re.compile(
    r"\b[Nn]egative\s(?:(?:adjusted|operating|net|free|GAAP|non-GAAP|quarterly|annual)\s){0,3}$"
)
_POSITIVE = re.compile(r"\bpositive\s(?:\w+\s)?\(?$")


def _level_sign(line: Line, item: Item, named: Item) -> int:
    concept = named.concept
    below = concept.name in _MAY_BE_BELOW and _NEGATIVE_NAME.search(line.text, max(0, named.start - 50), named.start)
    if below and not _POSITIVE.search(line.coded, max(0, item.at - 30), item.at):
        return -1
    if concept.name == "ProvisionForCreditLosses" and _TAKEN_BACK.search(line.coded, max(0, item.at - 40), item.at):
        return -1
    return -1 if NEGATIVE.search(line.coded, max(0, item.at - 30), item.at) else concept.sign
