"""`kg demo`: the shipped sample releases, built and asked; a short tour of answers with their quotes."""

from __future__ import annotations

import re
import tempfile
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
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
_WIDTH = 96
_MARGIN = " " * 5
_MOST = 3  # answers shown at a stop
_FIGURE = re.compile(r"-?\d{5,}(?:\.\d+)?(?!-)")  # long enough to need its thousands set apart


@dataclass(frozen=True, slots=True)
class Stop:
    """One question of the tour: the named query that answers it, and how a row reads as a line."""

    question: str
    query: str
    line: str  # fields of a row in braces; a part in [brackets] is left out when its field is empty
    wanted: Callable[[Row], bool] = bool
    quote: str = "quote"
    source: str = "source"


def _shared(row: Row) -> bool:
    return row["share"] != "" and row["status"] != "denied"


def _of_sales(row: Row) -> bool:
    return row["concept"] in {"Revenues", "GrossMargin"} and row["low"] != ""


def _replaced(row: Row) -> bool:
    return row["was"] != ""


def _refused(row: Row) -> bool:
    return row["status"] == "denied" and row["role"] in {"company", "target"}


TOUR = (
    Stop(
        "Whose sales hang on one customer?",
        "customer-concentration",
        "{supplier}: {customer}, {share}% of {share_of}[ ({period})]",
        wanted=_shared,
    ),
    Stop(
        "Which sites move, and where to?",
        "relocations",
        "{company}: {what}, [from {from} ]to {to}[, {when}] ({status})",
    ),
    Stop(
        "Which suppliers does a customer's trouble or move touch?",
        "exposure",
        "{supplier} through {customer}: {happening}[ {date}] ({status})",
        quote="told",
        source="told_in",
    ),
    Stop("Who failed to pay?", "defaults", "{company}[, {date}] ({status})"),
    Stop("Who comes, and who goes?", "executive-changes", "{person}: {title}[, {company}], {status}[ {date}]"),
    Stop(
        "What do companies expect?",
        "guidance",
        "{company}: {label} of {low} to {high} {unit}[, {span_length}][ to {end}]",
        wanted=_of_sales,
    ),
    Stop(
        "What did a later release put right?",
        "corrections",
        "{was} is now {is}",
        wanted=_replaced,
        quote="new_quote",
    ),
    Stop("What is denied?", "events", "{participant}: {type}", wanted=_refused),
)

NEXT = """\
What to try next
  kg demo --store demo-store                    the same, and keep what was built
  kg queries                                    every named question
  kg query facts --store demo-store             all figures, with period, scope and basis
  kg query moves --format csv --store demo-store
  kg validate --store demo-store                the shapes, and how many nodes each one judged
  kg export --store demo-store --format trig -o demo.trig
  kg build FOLDER                               your own releases
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
    typer.echo(f"It has read {summary.inputs} sample files about invented companies: {summary.claims} claims.\n")
    for number, stop in enumerate(TOUR, 1):
        typer.echo(f"{number}. {stop.question}  [kg query {stop.query}]")
        answers = dict.fromkeys(_answer(stop, row) for row in _rows(stop.query, store) if stop.wanted(row))
        for answer in list(answers)[:_MOST]:
            typer.echo(answer)
        if len(answers) > _MOST:
            typer.echo(f"   and {len(answers) - _MOST} more")
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


def _answer(stop: Stop, row: Row) -> str:
    """The line of a row, and under it the quote with the release that it stands in."""
    quote = textwrap.shorten(row[stop.quote], 3 * _WIDTH, placeholder=" ...")
    said = textwrap.fill(
        f"“{quote}” ({row[stop.source]})",
        _WIDTH,
        initial_indent=_MARGIN,
        subsequent_indent=_MARGIN,
        break_on_hyphens=False,
    )
    return f"   {_filled(stop.line, row)}\n{said}"


def _filled(line: str, row: Row) -> str:
    """The line with the row's fields in it; a bracketed part with an empty field is left out."""
    told = {name: f"{Decimal(text):,f}" if _FIGURE.fullmatch(text) else text for name, text in row.items()}
    kept = []
    for number, part in enumerate(line.replace("]", "[").split("[")):
        text = part.format_map(told)
        if number % 2 == 0 or text != part.format_map(dict.fromkeys(told, "")):
            kept.append(text)
    return "".join(kept)
