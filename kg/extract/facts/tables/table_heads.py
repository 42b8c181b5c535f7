"""The columns of a table whose period is told, with the scope and basis that their heads name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.context.calendar import Resolved
from kg.context.columns import Column
from kg.context.context import Context
from kg.context.headings import column_period
from kg.extract.facts.tables.guided import announced, looks_ahead, over, paired, stale
from kg.model import Table

_SKIPPED = re.compile(
    r"%|\bchange\b|variance|increase|decrease|\bdifference|\bvs\b|versus|favorable|adjustments?\b|eliminations?|percent|\bgrowth|\bB/\(?W|reclass|margin|\bmix\b|of (?:sales|revenue)",
    re.IGNORECASE,
)
_ADJUSTED = re.compile(
    r"\bnon-?\s?gaap|\badjusted\b|pro[\s-]?forma|\bcore\b|excluding|\bas adjusted|normalized", re.IGNORECASE
)
_PLAIN_BASIS = re.compile(
    r"^\W*(?:as reported|gaap|actual|reported|unaudited|audited|restated|as restated|notes?|amounts?|dollars|balance)\W*$",
    re.IGNORECASE,
)
_PERIOD_WORDS = re.compile(
    r"\b(?:the|for|three|six|nine|twelve|thirteen|twenty-six|thirty-nine|fifty-two|fifty-three|\d{1,2}|months?|mos|weeks?|wks|quarters?|qtr|years?|periods?|ended|ending|as|of|at|and|to|date|"
    r"fiscal|calendar|first|second|third|fourth|full|half|q[1-4]|[1-4]q|fy|unaudited|audited|actual|in|thousands|millions|dollars|except|per|share|data|amounts|note|"
    r"jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|restated|revised|preliminary|total|consolidated|company|inc|ytd|year-to-date|usd|us|u|s|rmb|cny|eur|gbp|cad|hkd|aud|cdn|chf|jpy|nis|sek|nok|dkk|assets|liabilities|revenues?|current|statements?|date|operations|balance|sheets?|highlights|financial|selected|summary|results|condensed|gaap|flows?|income|information|statistics|comparative)\b\.?|[^A-Za-z&]+",
    re.IGNORECASE,
)
TOTALS = re.compile(
    r"^(?:consolidated|total|total company|company|consolidated total|totals|combined|group)$", re.IGNORECASE
)
_SEGMENTED = re.compile(r"segment|division|business|geograph|region|by (?:product|market|country)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TableHead:
    """A column that counts: its period, and what else its head says."""

    column: Column
    period: Resolved
    scope: str
    basis: str
    ahead: bool = False  # whether its figures are expected
    to: int | None = None  # the grid column of the high ends, where low and high stand apart


def table_heads(
    context: Context, table: Table, lines: list[str], *, balance: bool, outlook: bool = False
) -> list[TableHead]:
    """The value columns of a table that tell their period; `balance` says that columns are days, `outlook` that it looks ahead."""
    heads: list[TableHead] = []
    segmented = bool(_SEGMENTED.search(" ".join(table.before)))
    for column in paired(table):
        if _SKIPPED.search(column.head) or (outlook and stale(column.head)):
            continue
        ahead, plainly, words = looks_ahead(column.head, outlook=outlook)
        period = column_period(words, lines, context.calendar, instant=balance)
        if period is None and outlook:
            period = announced(context, lines)
        if period is None or period.end is None:
            continue
        rest = " ".join(_PERIOD_WORDS.sub(" ", words).split()).strip(" &")
        basis = "non-gaap" if _ADJUSTED.search(words) else "gaap"
        scope = _head_scope(words, rest, segmented=segmented)
        if scope is None:
            continue
        ahead = ahead and (plainly or not over(context, period))
        heads.append(TableHead(Column(column.at, column.head), period, scope, basis, ahead, column.to))
    return heads


def _head_scope(words: str, rest: str, *, segmented: bool) -> str | None:
    """The scope that a head names beside its period; None where it says something else."""
    if not rest or _PLAIN_BASIS.match(rest) or TOTALS.match(rest) or _ADJUSTED.search(words):
        return "total"
    if len(rest) <= 2:
        return "total"
    rest = re.sub(r"^(?:total|consolidated)\s", "", rest, flags=re.IGNORECASE)
    if segmented:
        match = re.search(re.escape(rest.split(maxsplit=1)[0]) + r".*?" + re.escape(rest.rsplit(maxsplit=1)[-1]), words)
        return f"segment:{match[0] if match else rest}"
    return None
