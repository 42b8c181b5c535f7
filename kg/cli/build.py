"""`kg build` and `kg remove`."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, TextIO

import typer
from rich.console import Console
from rich.progress import Progress, TextColumn, TimeElapsedColumn

from kg import pipeline
from kg.cli.options import Store, processes, store_place
from kg.errors import InputError
from kg.pipeline import Outcome, report_lines
from kg.settings import settings


def add_to(app: typer.Typer) -> None:
    """Add the verbs of this module."""
    app.command(epilog="Example: kg build releases/ --store kg-store --report report.jsonl")(build)
    app.command(epilog="Example: kg remove alder-2021-03-03.txt --store kg-store")(remove)


def build(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT...", help="Files, folders, globs, zip or tar archives; - for stdin."),
    ],
    store: Store = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=0, help="Processes to read in; 0 means one for each processor.")
    ] = 1,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write one JSON line about each release to this file.")
    ] = None,
    base: Annotated[str | None, typer.Option(metavar="IRI", help="Base of the IRIs, ending in / or #.")] = None,
) -> None:
    """Read releases into the store: extract, validate, load. Unchanged releases are skipped.

    A changed release replaces what it said before. One that cannot be read is named, with the reason,
    and the others are read all the same; the exit code is then 1.
    """
    with ExitStack() as stack:
        told = _Teller(stack, report)
        summary = pipeline.build(
            inputs,
            store_place(store),
            base=base or settings().base,
            jobs=jobs or processes(),
            told=told,
        )
    sys.stderr.write(
        f"{summary.inputs} inputs ({summary.unchanged} unchanged, {summary.unreadable} unreadable): "
        f"{summary.releases} releases read, {summary.claims} claims, {summary.violations} violations, "
        f"{summary.seconds:.1f} s\n"
    )
    if summary.unreadable:
        raise typer.Exit(1)


class _Teller:
    """Hears of each outcome: a bar on a terminal, a line for what failed, a record in the report."""

    def __init__(self, stack: ExitStack, report: Path | None) -> None:
        self._report = stack.enter_context(_opened(report)) if report else None
        columns = (TextColumn("{task.description}"), TextColumn("{task.completed} read"), TimeElapsedColumn())
        self._bar = Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty())
        self._task = self._bar.add_task("releases", total=None)
        stack.enter_context(self._bar)

    def __call__(self, outcome: Outcome) -> None:
        self._bar.advance(self._task)
        if outcome.error is not None:
            line = f"kg: {outcome.source}: {outcome.error}"
            self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)
        if self._report is not None:
            self._report.writelines(f"{line}\n" for line in report_lines(outcome))


def _opened(report: Path) -> TextIO:
    try:
        return report.open("w", encoding="utf-8")
    except OSError as error:
        raise InputError(f"the report cannot be written to {report}: {error.strerror}") from error


def remove(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Names of sources as given to build.")],
    store: Store = None,
) -> None:
    """Withdraw releases: exactly their claims go."""
    count = pipeline.remove(sources, store_place(store))
    sys.stderr.write(f"{count} removed\n")
