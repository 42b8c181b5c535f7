"""`kg fetch`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.fetch import Edgar
from kg.fetch import fetch as fetching


def add_to(app: typer.Typer) -> None:
    """Add the verb of this module."""
    example = "kg fetch --cik 320193 --form 8-K --since 2024-01-01 -o filings"
    app.command(epilog=f"Example: {example} --user-agent 'Dana Whitlock dana@alder.example'")(fetch)


def fetch(
    cik: Annotated[list[int], typer.Option("--cik", metavar="N", min=1, help="A company; repeat for more.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Folder to keep them in.")],
    agent: Annotated[
        str,
        typer.Option(
            "--user-agent", envvar="KG_USER_AGENT", metavar="TEXT", help="Your name and mail address, as EDGAR asks."
        ),
    ],
    form: Annotated[
        list[str] | None, typer.Option("--form", metavar="FORM", help="8-K by default; repeat for more.")
    ] = None,
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="Filed on or after.")] = "0000-00-00",
    until: Annotated[str, typer.Option("--until", metavar="DATE", help="Filed on or before.")] = "9999-99-99",
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many of each company.")] = 100,
) -> None:
    """Download filings with their releases from EDGAR, within its rules of fair access.

    The files are what `kg build` reads. A file that is there already is not asked for again.
    """
    edgar = Edgar(agent)
    fresh = kept = 0
    for company in cik:
        for filing, new in fetching(edgar, company, form or ["8-K"], output, since=since, until=until, limit=limit):
            fresh += new
            kept += not new
            typer.echo(output / filing.name)
    sys.stderr.write(f"{fresh} fetched, {kept} there already\n")
