"""`kg demo`: the shipped sample releases, built and asked; a short tour of answers with their quotes."""

from __future__ import annotations

import tempfile
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import typer
from pyoxigraph import QuerySolutions

from kg import pipeline, resources
from kg import query as questions
from kg.cli.options import Store, store_folder
from kg.errors import QueryError
from kg.settings import settings
from kg.store import snapshot

Row = dict[str, str]
_WIDTH = 88
_MOST = 4  # answers shown at a stop


@dataclass(frozen=True, slots=True)
class Stop:
    """One question of the tour: the named query that answers it, and how a row reads as a line."""

    question: str
    query: str
    wanted: Callable[[Row], object]
    line: str  # fields of a row in braces; a part in [brackets] is left out when its field is empty


def _new_post(row: Row) -> bool:
    return row["status"] in {"appointed", "departing"}


def _range(row: Row) -> bool:
    return row["kind"] == "guidance" and row["low"] != "" and row["concept"] in {"Revenues", "GrossMargin"}


TOUR = (
    Stop(
        "Who depends on whom, and for how much?",
        "customers",
        lambda row: row["share"] and row["status"] == "existing",
        "{supplier}: {customer}, {share}% of {share_of}[ ({period})]",
    ),
    Stop(
        "Which sites move or close, and whose are they?",
        "moves",
        lambda row: row["kind"] in {"relocation", "closing"} and row["from"],
        "{company}: {kind}, {status}, from {from}[ to {to}][ ({when})]",
    ),
    Stop(
        "Who failed to pay?",
        "events",
        lambda row: row["type"] == "Default" and row["role"] == "company",
        "{participant}[, {date}]: {status}",
    ),
    Stop(
        "Who comes and who goes?", "people", _new_post, "{person}: {title}[ of {company}], {status}[ {date}]"
    ),
    Stop(
        "What do companies expect?",
        "facts",
        _range,
        "{company}: {label} of {low} to {high} {unit}[, {span}][ to {end}]",
    ),
    Stop(
        "What do they deny?",
        "events",
        lambda row: row["status"] == "denied" and row["type"] in {"Acquisition", "FacilityClosing"},
        "{type}: {participant} is the {role}",
    ),
    Stop(
        "What did they say?",
        "quotations",
        lambda row: "customer" in row["text"],
        "{speaker}",
    ),
)

NEXT = """\
What to try next
  kg demo --store demo-store              keep what was built
  kg queries                              every named question
  kg query facts --store demo-store       all figures, with period, scope and basis
  kg query moves --format csv --store demo-store
  kg validate --store demo-store          the shapes, and how many nodes each one judged
  kg export --store demo-store --format trig -o demo.trig
  kg build FOLDER                         your own releases
"""


def add_to(app: typer.Typer) -> None:
    """Add the verb of this module."""
    app.command(epilog="Example: kg demo")(demo)


def demo(store: Store = None) -> None:
    """Build the sample releases that ship with the package and print what they say, with the quotes.

    The companies, people and figures in them are invented. Without --store nothing is kept.
    """
    if store is not None:
        _tour(store_folder(store))
        return
    with tempfile.TemporaryDirectory(prefix="kg-demo-") as folder:
        _tour(Path(folder) / "store")


def _tour(store: Path) -> None:
    samples = str(resources.folder("releases"))
    typer.echo("kg reads press releases into a graph of claims, each with the words that state it.")
    summary = pipeline.build([samples], store, base=settings().base)
    typer.echo(
        f"Read {summary.releases} releases of invented companies: {summary.claims} claims, "
        f"{summary.violations} violations, {summary.seconds:.1f} s.\n"
    )
    for number, stop in enumerate(TOUR, 1):
        typer.echo(f"{number}. {stop.question}    (kg query {stop.query})")
        rows = [row for row in _rows(stop.query, store) if stop.wanted(row)]
        for row in rows[:_MOST]:
            typer.echo(_answer(stop.line, row))
        if len(rows) > _MOST:
            typer.echo(f"     and {len(rows) - _MOST} more")
        typer.echo()
    typer.echo(NEXT, nl=False)


def _rows(name: str, store: Path) -> Iterator[Row]:
    asked = questions.prepare(questions.named(name), [])
    answer = questions.evaluate(snapshot(store).reader, asked)
    if not isinstance(answer, QuerySolutions):
        raise QueryError(f"the query {name!r} answers with no table")
    names = [variable.value for variable in answer.variables]
    for solution in answer:
        yield {name: getattr(solution[name], "value", "") for name in names}


def _answer(line: str, row: Row) -> str:
    """The line of a row, and under it the quote with the release that it stands in."""
    quote = textwrap.shorten(row["quote"], 3 * _WIDTH, placeholder=" ...")
    told = f"“{quote}” ({row['source']})"
    said = textwrap.fill(told, _WIDTH, initial_indent="       ", subsequent_indent="       ")
    return f"   * {_filled(line, row)}\n{said}"


def _filled(line: str, row: Row) -> str:
    """The line with the row's fields in it; a bracketed part with an empty field is left out."""
    parts = line.replace("]", "[").split("[")
    kept = []
    for number, part in enumerate(parts):
        text = part.format_map(row)
        if number % 2 == 0 or text != part.format_map(dict.fromkeys(row, "")):
            kept.append(text)
    return "".join(kept)
