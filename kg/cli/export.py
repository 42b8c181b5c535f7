"""`kg export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg import export as exporting
from kg.cli.options import Store, stdout, store_place
from kg.errors import InputError
from kg.store.files import write_whole
from kg.store.places import opened


def add_to(app: typer.Typer) -> None:
    """Add the verb of this module."""
    app.command(epilog="Example: kg export --format trig -o graph.trig")(export)


def export(
    store: Store = None,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(exporting.FORMATS)}.")
    ] = "nquads",
    graph: Annotated[
        str | None,
        typer.Option(
            "--graph",
            metavar="GRAPH",
            help="merged: all releases as one graph; releases: each a named graph; "
            "all: the quarantine, the decisions of identity and what is derived from them too. "
            "Default: releases where the format has named graphs, else merged.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="The file; a folder or .zip for several tables. Default: stdout.",
        ),
    ] = None,
    describe: Annotated[
        Path | None,
        typer.Option("--describe", metavar="FILE", help="Write a VoID/DCAT description of the dump to this file too."),
    ] = None,
) -> None:
    """Write the graph to a file, byte for byte the same for the same content."""
    snapshot = opened(store_place(store))
    exporting.export(snapshot, form, output, stdout(), graph)
    if describe is not None:
        if not describe.parent.is_dir():
            raise InputError(f"there is no folder {describe.parent} to write into")
        write_whole(describe, exporting.description(snapshot, form, output))
