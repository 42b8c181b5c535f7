"""Answers as text: the W3C result formats, tables for people, and graphs in sorted triples."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.answers import Answer
from kg.vocab import PREFIXES

_W3C = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
_GRAPHS = {
    "turtle": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
}
TABLES = ("table", *_W3C, "markdown")
GRAPHS = tuple(_GRAPHS)
_WIDEST = 60  # characters of a cell on a terminal


def write(answer: Answer, form: str | None, out: BinaryIO, *, terminal: bool = False) -> int:
    """Write an answer in a format, by default a table or Turtle; how many rows or triples it had.

    Raises QueryError for a format that does not fit the answer.
    """
    if isinstance(answer, ox.QueryTriples):
        return _write_graph(answer, form or "turtle", out)
    form = form or "table"
    if form in _GRAPHS:
        raise QueryError(f"--format {form} is for CONSTRUCT and DESCRIBE; this query gives a table")
    if isinstance(answer, ox.QueryBoolean):
        if form in {"json", "xml"}:
            answer.serialize(out, format=_W3C[form])
        else:
            out.write(b"true\n" if answer else b"false\n")
        return 1
    if form in _W3C:
        return _write_rows(answer, form, out)
    names = [variable.value for variable in answer.variables]
    rows = [[_shown(term) for term in solution] for solution in answer]
    lines = _markdown(names, rows) if form == "markdown" else _table(names, rows, terminal=terminal)
    out.writelines(f"{line}\n".encode() for line in lines)
    return len(rows)


def _write_rows(answer: ox.QuerySolutions, form: str, out: BinaryIO) -> int:
    answer.serialize(out, format=_W3C[form])
    return 0


def _write_graph(answer: ox.QueryTriples, form: str, out: BinaryIO) -> int:
    if form not in _GRAPHS:
        raise QueryError(f"--format {form} is for tables; this query gives a graph: {', '.join(_GRAPHS)}")
    triples = sorted(set(answer), key=str)
    prefixes = PREFIXES if form in {"turtle", "trig"} else None
    ox.serialize(triples, out, format=_GRAPHS[form], prefixes=prefixes)
    return len(triples)


def _shown(term: object) -> str:
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        return shortened(term.value)
    if isinstance(term, ox.Literal | ox.BlankNode):
        return " ".join(term.value.split())
    return str(term)


def shortened(iri: str) -> str:
    """An IRI with one of our prefixes, where one fits."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def _table(names: Sequence[str], rows: Sequence[Sequence[str]], *, terminal: bool) -> Iterator[str]:
    widest = _WIDEST if terminal else max((len(cell) for row in rows for cell in row), default=1)
    cut = [[_cut(cell, widest) for cell in row] for row in rows]
    widths = [max(len(name), *(len(row[at]) for row in cut), 1) for at, name in enumerate(names)]
    if terminal and sum(widths) + 2 * len(widths) > shutil.get_terminal_size().columns:
        yield from _records(names, rows)
        return
    yield "  ".join(name.ljust(width) for name, width in zip(names, widths, strict=True)).rstrip()
    yield "  ".join("-" * width for width in widths)
    for row in cut:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _records(names: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """One line a value, for tables wider than the terminal."""
    width = max(len(name) for name in names)
    for row in rows:
        for name, cell in zip(names, row, strict=True):
            if cell:
                yield f"{name.ljust(width)}  {cell}"
        yield ""


def _cut(cell: str, width: int) -> str:
    return cell if len(cell) <= width else f"{cell[: width - 1]}…"


def _markdown(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(names)} |"
    yield f"|{'---|' * len(names)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
