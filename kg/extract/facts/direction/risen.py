"""Amounts that an adjective or a list makes a change: "higher fuel costs of $3 million", "$50 million lower"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.facts.draft import Draft
from kg.extract.facts.slots.line import Item, Line

_ABOUT = r"(?:(?:approximately|about|nearly|almost|roughly|over|some)\s)?"
_UP = r"(?P<up>[Hh]igher|[Gg]reater|[Ii]ncreased|[Ii]ncremental)"
_DOWN = r"(?P<down>[Ll]ower|[Rr]educed|[Dd]ecreased)"
# "higher interest expense of $2 million"
_OF = re.compile(
    rf"(?:{_UP}|{_DOWN})\s(?P<np>(?:(?!(?:of|was|were|is|from|to|by|due|in|than|for|at|with)\s)[\w'’&/-]+,?\s|\ue004[\ue100-\uf8ff]\s){{1,9}})of\s{_ABOUT}\(?$"
)
# What somebody reports or has is a level, however it compares.
_TOLD = re.compile(
    r"\b(?:report(?:s|ed|ing)?|post(?:s|ed|ing)|record(?:s|ed|ing)|had|has|have|generat(?:ed|es|ing)|achiev(?:ed|es|ing)|deliver(?:ed|s|ing)|produc(?:ed|es|ing)|expects?|saw|at|an?|the)\s$"
)
_CAUSE = re.compile(
    r"\b(?:due|driven|offset|reflect(?:s|ed|ing)?|because|attributable|result(?:s|ed|ing)?|caused|owing|primarily|partially|mainly|largely|included|helped|hurt|impacted|affected|aided)\b"
)
_DOES = re.compile(r"[^;]{0,160}?\b(?:were|was)\s(?:(?:partially|partly|more\sthan|largely|fully|only)\s)?offset\b")
_BALANCES = frozenset(("Assets", "Liabilities", "StockholdersEquity"))
# What a deal or a new line adds to: "adds $2 billion in assets under management".
_ADDS = re.compile(rf"\b[Aa]dd(?:s|ed|ing)?\s(?:an\sadditional\s|another\s)?{_ABOUT}$")
_GROWS = frozenset(
    ("AssetsUnderManagement", "Assets", "Deposits", "Loans", "Revenues", "Backlog", "EBITDA", "CashAndCashEquivalents")
)
_TROUBLED = re.compile(r"\b(?:non-?performing|delinquent|past due|charged-off|foreclosed)\b", re.IGNORECASE)


def moved(line: Line, draft: Draft) -> Draft | None:
    """The draft of an amount as the change that the words before it tell; None where they leave open which it is."""
    if draft.measure != "level" or draft.item.kind != "money" or draft.value is None:
        return draft
    if draft.concept in _GROWS and _ADDS.search(line.coded, max(0, draft.item.at - 30), draft.item.at):
        return replace(draft, measure="change", value=abs(draft.value))
    if draft.anchor.at > draft.item.at:
        return draft
    told = _OF.search(line.coded, max(0, draft.item.at - 110), draft.item.at)
    if told is None or _TOLD.search(line.coded, max(0, told.start() - 14), told.start()):
        return draft
    lead = line.coded[line.coded.rfind(";", 0, told.start()) + 1 : told.start()]
    offset = _DOES.match(line.coded, draft.last.to) is not None or "offset" in lead
    caused = _CAUSE.search(lead[-200:]) is not None
    if not (offset or caused):
        return draft
    if draft.timing == "instant" and not offset and draft.concept != "Other":
        return None
    words = " ".join(_printed(line, told).split())
    value = abs(draft.value)
    other = _TROUBLED.search(words) or (draft.concept in _BALANCES and " " in words)
    concept = "Other" if other else draft.concept
    return replace(
        draft, concept=concept, label=words, measure="change", value=-value if told["down"] else value,
        scope="total" if concept != draft.concept else draft.scope,
    )  # fmt: skip


# "an increase in amortization of $2 million, interest of $1 million, and rent of $3 million"
_RISE_IN = re.compile(
    rf"\b(?:(?P<up>[Ii]ncreases?|[Rr]ises?|[Gg]rowth)|(?P<down>[Dd]ecreases?|[Dd]eclines?|[Rr]eductions?|[Dd]rops?))\sin\s[^;\ue000-\ue002]{{2,90}}\sof\s{_ABOUT}$"
)
_NEXT_OF = re.compile(
    rf",?\s(?:and\s)?(?:in\s)?(?:(?!(?:was|were|is|had|has|by|from|to|with|which|compared|an?|resulted|reported)\s)[\w'’&/-]+\s|\ue004[\ue100-\uf8ff]\s){{1,6}}of\s{_ABOUT}"
)


def listed_changes(line: Line, found: list[Draft]) -> list[Draft]:
    """The drafts of a line, with what follows "an increase in A of $2 million, B of $1 million" as changes too."""
    if not _RISE.search(line.coded):
        return found
    told: list[Draft] = []
    way, last = 0, None
    for draft in found:
        told.append(draft)
        if draft.item.kind != "money":
            continue
        own = _RISE_IN.search(line.coded, max(0, draft.item.at - 130), draft.item.at)
        if own is not None:
            way = 1 if own["up"] else -1
        elif last is None or not _NEXT_OF.fullmatch(line.coded, last.last.to, draft.item.at):
            way = 0
        elif way and draft.measure == "level" and draft.value is not None:
            told[-1] = replace(draft, measure="change", value=way * abs(draft.value))
        last = draft
    return told


_RISE = re.compile(r"\b(?:[Ii]ncreases?|[Rr]ises?|[Gg]rowth|[Dd]ecreases?|[Dd]eclines?|[Rr]eductions?|[Dd]rops?)\sin\s")


def _printed(line: Line, told: re.Match[str]) -> str:
    """The name that stands between the adjective and "of", as printed."""
    parts, done = [], told.start("np")
    for item in line.items:
        if told.start("np") <= item.at < told.end("np"):
            parts += [line.coded[done : item.at], line.text[item.start : item.end]]
            done = item.to
    return "".join((*parts, line.coded[done : told.end("np")])).strip(" ,")


_CHANGED_BY = re.compile(r"\b(?:increase|decrease|decline|reduction|rise|drop)\sof\s(?:[a-z]+\s){0,2}$")
_OF_WHAT = re.compile(
    r"\sin\s(?!the\s(?:\ue003|period|first|second|third|fourth)|(?:first|second|third|fourth|fiscal|constant|local|total|our|its|each|both|this|that|comparison)\b)(?:the\s)?[a-z]+\s"
)


def changes_other(line: Line, value: Item) -> bool:
    """Whether a value is the change of what plain words name behind it: "a decrease of $2 million in unrealized losses"."""
    return (
        _OF_WHAT.match(line.coded, value.to) is not None
        and _CHANGED_BY.search(line.coded, max(0, value.at - 40), value.at) is not None
    )
