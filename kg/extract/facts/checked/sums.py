"""What the rows and columns of one table must add up to: balance sheets, statements, bridges from GAAP to adjusted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise, product

from kg.context.columns import bands, columns
from kg.context.context import Context
from kg.extract.facts.tables.rows import plain_label, row_concept
from kg.model import Cell, Confidence, Discrepancy, Evidence, Span, Table

_FIGURE = re.compile(
    r"^[\s$€£¥A-Z]*(?P<neg>[(-])?\s?[$€£¥]?\s?(?P<neg2>[(-])?(?P<n>\d[\d,]*(?:\.\d+)?|\.\d+)\s?\)?[*\s]*$"
)
_NONE = re.compile(r"^[\s$]*[-\u2010-\u2015]+\s*$")
_BOTH_SIDES = re.compile(
    r"total liabilities(?: mezzanine equity)?(?: and|(?: [\w']+){0,8} and) (?:(?:total|net) )?(?:(?:share|stock)?holders'?|members'?|partners'?|unitholders'?|owners'?)? ?"
    r"(?:equity|deficit|capital|investment|deficiency)(?: deficit| deficiency)?(?: capital deficiency)?"
)
_TRIPLE = re.compile(r"\badj(?:ust)?(?:ment)?s?\b\.?", re.IGNORECASE)
_MOST_TERMS = 8  # adjustments in a bridge: of more some signs fit by chance
_RATES = re.compile(r"%|per share|percent|margin|shares", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell with its row's label, its value as printed and the worth of its last place."""

    label: Cell
    cell: Cell
    value: Decimal
    step: Decimal


@dataclass(frozen=True, slots=True)
class Check:
    """A total that should be what its parts make, and whether it is."""

    total: Figure
    parts: tuple[Figure, ...]
    holds: bool
    rule: str


def checks(context: Context) -> Iterator[Check]:
    """The sums of every table, column by column."""
    for table in (part for whole in context.document.tables for part in bands(whole)):
        for column in columns(table):
            down = _column(table, column.at)
            yield from _balance(down)
            yield from _statement(down)
            yield from _bridge(down)
            yield from _cash(down)
        yield from _across(table)


def discrepancy(context: Context, check: Check) -> Discrepancy:
    """The contradiction of a sum that does not hold."""
    figures = (check.total, *check.parts)
    return Discrepancy(
        evidence=tuple(_evidence(context, figure) for figure in figures),
        rule=check.rule,
        confidence=Confidence.INFERRED,
        note=(
            f"The table gives {check.total.cell.text} as {check.total.label.text.strip(' .:')}, which "
            + " and ".join(f"{part.cell.text} ({part.label.text.strip(' .:')})" for part in check.parts)
            + " do not make."
        ),
    )


def _evidence(context: Context, figure: Figure) -> Evidence:
    start = min(figure.label.span.start, figure.cell.span.start)
    end = max(figure.label.span.end, figure.cell.span.end)
    return Evidence(Span(start, end), context.document.text[start:end])


def _column(table: Table, column: int) -> list[Figure]:
    """The figures of a column, from top to bottom, dashes as nothing; rows without one are left out."""
    found: list[Figure] = []
    for row in table.rows[table.heads :]:
        cell = next((one for one in row if one.column == column), None)
        label = row[0] if row and row[0].column == 0 else None
        figure = _figure(label, cell) if label is not None and cell is not None else None
        if figure is not None:
            found.append(figure)
    return found


def _figure(label: Cell, cell: Cell) -> Figure | None:
    if _NONE.match(cell.text):
        return Figure(label, cell, Decimal(0), Decimal(0))
    match = _FIGURE.match(cell.text.replace("\u2212", "-"))
    if match is None:
        return None
    places = len(match["n"].partition(".")[2])
    value = Decimal(match["n"].replace(",", ""))
    return Figure(label, cell, -value if match["neg"] or match["neg2"] else value, Decimal(1).scaleb(-places))


def _slack(figures: Sequence[Figure]) -> Decimal:
    """How far a sum of rounded figures may lie from its rounded total."""
    return sum((figure.step for figure in figures), Decimal(0)) / 2 + max(figure.step for figure in figures) / 2


def _balance(column: Sequence[Figure]) -> Iterator[Check]:
    """Total assets against the total of liabilities and equity."""
    labels = [plain_label(figure.label.text) for figure in column]
    for total, label in zip(column, labels, strict=True):
        if _BOTH_SIDES.fullmatch(label) is None:
            continue
        assets = [figure for figure, name in zip(column, labels, strict=True) if name == "total assets"]
        if len(assets) == 1 and assets[0].value and total.value:
            yield Check(total, (assets[0],), abs(total.value - assets[0].value) <= total.step, "facts/both-sides")


_RUNS = (
    (("Revenues", "CostOfRevenue", "GrossProfit"), "facts/gross-profit"),
    (("IncomeBeforeTaxes", "IncomeTaxExpense", "NetIncomeLoss"), "facts/income-after-taxes"),
)


def _statement(column: Sequence[Figure]) -> Iterator[Check]:
    """Three lines one under the other of which the third is what the second leaves of the first."""
    named = [
        (figure, line.concept if (line := row_concept(figure.label.text, ())) is not None else "") for figure in column
    ]
    for (first, one), (second, two), (third, three) in zip(named, named[1:], named[2:], strict=False):
        rule = next((rule for names, rule in _RUNS if names == (one, two, three)), None)
        if rule is None or not (first.value and second.value and third.value):
            continue
        slack = _slack((first, second, third))
        holds = any(
            abs(first.value + sign * second.value - _like(third, first, sign, second)) <= slack for sign in (1, -1)
        )
        yield Check(third, (first, second), holds, rule)


def _like(third: Figure, first: Figure, sign: int, second: Figure) -> Decimal:
    """The third figure with the sign of the sum, where its label tells a loss that is printed without brackets."""
    made = first.value + sign * second.value
    loss = "loss" in third.label.text.lower() and third.value > 0 > made
    return -third.value if loss else third.value


_CHANGE = re.compile(r"(?:net |total )*(?:(?:increase|decrease|change)[ /]*)+ in cash\b.*")
_OPENING = re.compile(r"cash\b.{0,60}\b(?:beginning|start) of .*|(?:opening|beginning) cash\b.*")
_CLOSING = re.compile(r"cash\b.{0,60}\bend of .*|(?:closing|ending) cash\b.*")


def _cash(column: Sequence[Figure]) -> Iterator[Check]:
    """Closing cash against opening cash and the change above it, with the effect of exchange rates in it or beside it."""
    labels = [" ".join(figure.label.text.lower().split()).replace("(", "").replace(")", "") for figure in column]
    for at in range(len(column) - 2):
        change, opening, closing = column[at : at + 3]
        lines = (_CHANGE, _OPENING, _CLOSING)
        if not all(line.fullmatch(label) for line, label in zip(lines, labels[at : at + 3], strict=True)):
            continue
        if not (opening.value and closing.value and change.value):
            continue
        beside = column[at - 1].value if at and "exchange" in labels[at - 1] else Decimal(0)
        slack = _slack((change, opening, closing))
        made = (opening.value + change.value, opening.value + change.value + beside)
        holds = any(abs(one - closing.value) <= slack for one in made)
        yield Check(closing, (opening, change), holds, "facts/closing-cash")


def _bridge(column: Sequence[Figure]) -> Iterator[Check]:
    """An adjusted figure against the one by the rules and the adjustments that stand between them."""
    named = [(at, figure, row_concept(figure.label.text, ())) for at, figure in enumerate(column)]
    known = [(at, figure, line) for at, figure, line in named if line is not None and line.unit in ("money", "share")]
    for (at, base, plain), (to, adjusted, line) in pairwise(known):
        if plain.concept != line.concept or (plain.basis, line.basis) != ("gaap", "non-gaap"):
            continue
        between = column[at + 1 : to]
        if not between or any(_RATES.search(one.label.text) for one in between):
            continue
        terms = [one for one in between if one.value and "total" not in one.label.text.lower()]
        if len(terms) != sum(1 for one in between if one.value) or not terms:
            continue
        holds = _made(base, terms, adjusted)
        if holds or len(terms) <= _MOST_TERMS:
            yield Check(adjusted, (base, *terms), holds, "facts/adjustments")


def _made(base: Figure, terms: Sequence[Figure], total: Figure) -> bool:
    """Whether a figure and the terms under it make a total, with the signs printed or, where they are few, with any."""
    slack = _slack((base, *terms, total))
    printed = base.value + sum((term.value for term in terms), Decimal(0))
    if abs(printed - total.value) <= slack:
        return True
    return len(terms) <= _MOST_TERMS and any(
        abs(base.value + sum(sign * term.value for sign, term in zip(signs, terms, strict=True)) - total.value) <= slack
        for signs in product((1, -1), repeat=len(terms))
    )


def _across(table: Table) -> Iterator[Check]:
    """Rows with a column by the rules, one of adjustments and one of what they make."""
    found = columns(table)
    for plain, adjusting, made in zip(found, found[1:], found[2:], strict=False):
        if not _TRIPLE.search(adjusting.head) or not re.search(r"\bnon-?gaap\b|\badjusted\b", made.head, re.IGNORECASE):
            continue
        for row in table.rows[table.heads :]:
            label = row[0] if row and row[0].column == 0 else None
            cells = [next((one for one in row if one.column == column.at), None) for column in (plain, adjusting, made)]
            if label is None or None in cells or _RATES.search(label.text):
                continue
            figures = [_figure(label, cell) for cell in cells if cell is not None]
            told = [figure for figure in figures if figure is not None]
            if len(told) < len(figures) or not told[0].value or not told[2].value:
                continue
            holds = abs(told[0].value + told[1].value - told[2].value) <= _slack(told)
            yield Check(told[2], (told[0], told[1]), holds, "facts/adjustments")
