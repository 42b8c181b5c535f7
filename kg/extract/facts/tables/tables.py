"""Facts in tables: the listed lines of every column whose period is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from kg.context.calendar import Resolved
from kg.context.columns import bands, captions
from kg.context.context import Context
from kg.extract.facts.reach.sections import named_segments
from kg.extract.facts.tables.apportioned import whole_lines
from kg.extract.facts.tables.guided import titles_outlook
from kg.extract.facts.tables.rows import plain_label, row_concept
from kg.extract.facts.tables.scales import Scale, announced, head_currency, of_row, scale_of, supposed
from kg.extract.facts.tables.table_choice import best, key, totals
from kg.extract.facts.tables.table_figures import Figures, expected, stated, value_of
from kg.extract.facts.tables.table_heads import TOTALS, TableHead, table_heads
from kg.extract.facts.tables.table_rows import TableRow, section_shares, table_rows
from kg.model import Cell, Confidence, Evidence, FactClaim, Span, Status, Table

_BALANCE = re.compile(
    r"balance sheet|financial condition|financial position|condensed balance|assets and liabilities", re.IGNORECASE
)
# The title of a statement that is adjusted as a whole.
_ADJUSTED_TITLE = re.compile(
    r"^(?!.*reconcil)(?=.*\b(?:statements?|results|summary|operations|income|earnings)\b).*\b(?:pro[\s-]?forma|non-?gaap)\b",
    re.IGNORECASE,
)
_GAAP = re.compile(r"(?<!non-)(?<!non )\bGAAP\b|as reported|\bactual\b", re.IGNORECASE)
_TITLE = 90  # characters: a longer caption is a remark
# What the row before says of its own shares.
_OWN_SHARES = re.compile(r"[\s:,(–—-]*(?:basic|primary)\)?\s*$", re.IGNORECASE)
_CASH_OPENS = re.compile(r"\b(?:beginning|start|opening)\b", re.IGNORECASE)
_CASH_EDGE = re.compile(r"\b(?:beginning|start|end|ending|opening|closing)\b", re.IGNORECASE)


def table_facts(context: Context, prose: Sequence[FactClaim] = (), dollar: str = "USD") -> list[FactClaim]:
    """The facts of a release's tables, each once; `prose` helps where a table does not say its scale.

    `dollar` is the currency of a table that names no other.
    """
    stated = {abs(claim.value) for claim in prose if claim.value is not None and claim.unit.isupper()}
    found: dict[tuple[object, ...], FactClaim] = {}
    edges: list[FactClaim] = []
    dateline = context.document.dateline
    previous = announced(context.document.text[: dateline.start], dollar) if dateline else None
    segments = _segments(context)
    for table in (part for whole in context.document.tables for part in bands(whole)):
        read = _Reading(context, table, segments)
        if not read.rows or not (read.heads or read.sections):
            continue
        scale = read.scale(previous, stated, dollar)
        previous = scale
        for claim in read.claims(scale):
            found.setdefault(key(claim), claim)
        edges += read.cash_edges(scale)
    found = {key(claim): claim for claim in best(list(found.values()))}
    known = {(claim.concept, claim.end) for claim in found.values()}
    for claim in edges:
        if (claim.concept, claim.end) not in known:
            found.setdefault(key(claim), claim)
    return list(found.values())


def _segments(context: Context) -> frozenset[str]:
    """The names, as plain labels, that the text or a table of segments calls segments."""
    names = {plain_label(name) for name in named_segments(context.document.text)}
    for table in context.document.tables:
        if not re.search(r"\bsegments?\b", " ".join(table.before), re.IGNORECASE):
            continue
        for row in table.rows[table.heads :]:
            if len(row) > 1 and row[0].column == 0 and row_concept(row[0].text, ()) is None:
                names.add(plain_label(row[0].text))
    return frozenset(name for name in names if len(name) > 3 and not TOTALS.match(name))


class _Reading:
    """One table, read: its listed rows and the columns whose period is told."""

    def __init__(self, context: Context, table: Table, segments: frozenset[str]) -> None:
        self.context = context
        self.table = table
        self.segments = segments
        self.rows = whole_lines(table, totals(list(table_rows(table))))
        title = " ".join(table.before)
        concepts = {row.line.concept for row in self.rows}
        if "NetCashFromOperatingActivities" in concepts and not concepts & {"Assets", "Liabilities"}:
            # In a cash-flow statement the lines of the balance sheet are changes.
            self.rows = [
                row for row in self.rows if row.line.kind == "duration" or row.line.concept == "CashAndCashEquivalents"
            ]
            title += " cash flows"
        instants = sum(row.line.kind == "instant" for row in self.rows)
        flows = title.endswith(" cash flows")
        self.balance = not flows and (bool(_BALANCE.search(title)) or instants * 2 > len(self.rows))
        self.lines = captions(table)
        outlook = titles_outlook(table, self.lines)
        self.heads = table_heads(context, table, self.lines, balance=self.balance, outlook=outlook) if self.rows else []
        if any(_ADJUSTED_TITLE.search(line) for line in self.lines if len(line) < _TITLE) and not self.balance:
            plain = [head.basis == "gaap" and not _GAAP.search(head.column.head) for head in self.heads]
            self.heads = [
                replace(head, basis="non-gaap") if own else head for head, own in zip(self.heads, plain, strict=True)
            ]
        titled = next((line for line in self.lines if plain_label(line) in segments), None)
        if titled is not None:
            scope = f"segment:{titled.strip(' :')}"
            self.heads = [replace(head, scope=scope) if head.scope == "total" else head for head in self.heads]
        self.sections = self._by_section() if outlook and not self.heads else {}

    def _by_section(self) -> dict[str, list[TableHead]]:
        """The columns of an outlook whose periods stand over groups of its rows, by what stands there."""
        told = {row.sections[-1] for row in self.rows if row.sections}
        return {
            section: heads
            for section in sorted(told)
            if (heads := table_heads(self.context, self.table, [*self.lines, section], balance=False, outlook=True))
        }

    def scale(self, previous: Scale | None, stated: set[Decimal], dollar: str) -> Scale:
        """What the captions say, else what prose or the table before supports."""
        texts = [cell.text for row in self.table.rows[self.table.heads :][:30] for cell in row if cell.column > 0]
        scale = scale_of([*self.lines, *(head.column.head for head in self.heads)], texts, dollar)
        if scale.said:
            return scale
        bare = [
            value
            for row in self.rows
            if row.line.unit == "money"
            for cell in row.cells
            if (value := value_of(cell.text, row.line, scale)) is not None
        ]
        return supposed(scale, previous, bare, stated)

    def claims(self, scale: Scale) -> Iterator[FactClaim]:
        """The figures of the listed rows, row by row."""
        for row in self.rows:
            if _is_edge(row, balance=self.balance):
                continue
            own = of_row(scale, (row.label.text, *row.sections[-1:]))
            for head, cell in self._cells(row):
                if head.period.span == "instant" and row.line.kind != "instant":
                    continue  # how long a time the figure is for is not told
                if head.ahead:
                    figures = expected(row, head, cell, own)
                else:
                    figures = stated(cell, row.line, own, benefit=self._has_benefits(row))
                if figures is not None:
                    yield _claim(self.context, row, self._within(row, head), figures, scale)

    def cash_edges(self, scale: Scale) -> Iterator[FactClaim]:
        """Opening and closing cash of a cash-flow statement, on the days they stand for."""
        for row in self.rows:
            if not _is_edge(row, balance=self.balance):
                continue
            opening = _CASH_OPENS.search(row.label.text) is not None
            for head, cell in self._cells(row):
                figures = stated(cell, row.line, scale)
                period = self._opening(head.period) if opening else head.period
                if figures is not None and period is not None:
                    yield _claim(self.context, row, replace(head, period=period), figures, scale)

    def _within(self, row: TableRow, head: TableHead) -> TableHead:
        """The head of a column, narrowed to the segment whose name stands over a row."""
        name = next((text for text in reversed(row.sections) if plain_label(text) in self.segments), None)
        return replace(head, scope=f"segment:{name.strip(' :')}") if name and head.scope == "total" else head

    def _has_benefits(self, row: TableRow) -> bool:
        """Whether brackets in a row of taxes mean a benefit: its label says so, or not all of its figures have them."""
        told = {"(" in cell.text for _, cell in self._cells(row) if any(map(str.isdigit, cell.text))}
        return "benefit" in row.label.text.lower() or len(told) > 1

    def _opening(self, period: Resolved) -> Resolved | None:
        months = {"quarter": 3, "half": 6, "nine-months": 9, "year": 12}.get(period.span)
        if months is None or period.end is None:
            return None
        return self.context.calendar.before(period, months)

    def _cells(self, row: TableRow) -> Iterator[tuple[TableHead, Cell]]:
        heads = self.sections.get(row.sections[-1], []) if row.sections and self.sections else self.heads
        for head in heads:
            cell = next((one for one in row.cells if one.column == head.column.at), None)
            if cell is not None:
                yield head, cell


def _is_edge(row: TableRow, *, balance: bool) -> bool:
    return row.line.concept == "CashAndCashEquivalents" and not balance and bool(_CASH_EDGE.search(row.label.text))


def _claim(context: Context, row: TableRow, head: TableHead, figures: Figures, scale: Scale) -> FactClaim:
    line, period = row.line, head.period
    span = "instant" if line.kind == "instant" else period.span
    currency = head_currency(head.column.head) or scale.currency
    unit = {"money": currency, "share": f"{currency}/share"}.get(line.unit, line.unit)
    start, end = min(row.label.span.start, figures.span.start), max(row.label.span.end, figures.span.end)
    label = " ".join((_OWN_SHARES.sub("", row.under), row.label.text)) if row.under else row.label.text
    return FactClaim(
        evidence=(Evidence(Span(start, end), context.document.text[start:end]),),
        rule="facts/table-line",
        confidence=Confidence.INFERRED if period.inferred else Confidence.EXPLICIT,
        modality=Status.PLANNED if head.ahead else Status.ACTUAL,
        concept=line.concept,
        label=label.strip(" .:") + figures.bound,
        company=context.issuer.name if context.issuer else None,
        unit=unit,
        value=figures.value,
        low=figures.low,
        high=figures.high,
        period=span,
        start=context.calendar.start(period) if span != "instant" else None,
        end=period.end,
        period_text=period.text,
        period_inferred=period.inferred,
        scope=line.scope if line.scope != "total" else head.scope,
        basis="non-gaap" if "non-gaap" in (line.basis, head.basis) else "gaap",
        shares=line.shares or section_shares(row),
        kind="guidance" if head.ahead else "actual",
        place="table",
        printed=figures.printed,
    )
