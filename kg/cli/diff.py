"""`kg diff`."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from kg.comparison import Difference, compare
from kg.errors import InputError


def add_to(app: typer.Typer) -> None:
    """Add the verb of this module."""
    app.command(epilog="Example: kg export -o graph.nq && kg diff kg-store graph.nq")(diff)


def diff(
    left: Annotated[str, typer.Argument(metavar="A", help="A store's folder, or a dump: .nq, .trig, .nt, .ttl …")],
    right: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text, json.")] = "text",
) -> None:
    """Say which claims one store or dump has and another has not.

    A claim that says something else under its old name is shown as changed. The exit code is 1 when the
    two differ.
    """
    if form not in {"text", "json"}:
        raise InputError(f"there is no format {form!r}; there are text, json")
    difference = compare(left, right)
    if form == "json":
        typer.echo(json.dumps(difference.record(), ensure_ascii=False, indent=1, sort_keys=True))
    else:
        _tell(difference)
    sys.stderr.write(
        f"{len(difference.added)} added, {len(difference.removed)} removed, {len(difference.changed)} changed, "
        f"{difference.others} other triples differ\n"
    )
    if difference.any:
        raise typer.Exit(1)


def _tell(difference: Difference) -> None:
    for claim in difference.removed:
        typer.echo(f"- {claim}")
    for claim in difference.added:
        typer.echo(f"+ {claim}")
    for old, new in difference.changed:
        typer.echo(f"~ {old}\n  {new}")
