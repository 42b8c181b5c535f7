"""`kg resolve`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import Store, store_folder
from kg.errors import InputError
from kg.identity import Decision
from kg.resolution import Resolution, open_resolution, record
from kg.resolution.tables import parse_table, write_table

_SHOWN = 200  # proposals listed at once


def add_to(app: typer.Typer) -> None:
    """Add the verb of this module."""
    app.command(epilog="Example: kg resolve --export decisions.csv && kg resolve --import decisions.csv")(resolve)


def resolve(
    store: Store = None,
    accept: Annotated[list[str] | None, typer.Option("--accept", metavar="ID", help="The two are one.")] = None,
    reject: Annotated[list[str] | None, typer.Option("--reject", metavar="ID", help="The two are not one.")] = None,
    forget: Annotated[
        list[str] | None, typer.Option("--forget", metavar="ID", help="Take back what a person decided.")
    ] = None,
    split: Annotated[
        list[str] | None,
        typer.Option("--split", metavar="IRI", help="Undo a wrong merge: this entity is none of those it is one with."),
    ] = None,
    release: Annotated[
        str | None,
        typer.Option("--release", metavar="SOURCE", help="With --split: only this release means another by the name."),
    ] = None,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="ID", help="Why the two may be one, with their names.")
    ] = None,
    export: Annotated[
        Path | None, typer.Option("--export", metavar="FILE.csv", help="Write every decision and proposal to a table.")
    ] = None,
    load: Annotated[
        Path | None,
        typer.Option("--import", metavar="FILE.csv", help="Take what the table says otherwise than the rules."),
    ] = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="List the decided pairs too.")] = False,
) -> None:
    """List which entities of several releases may be one, and decide it.

    Rules decide what is certain and propose the rest, each with a score. What a person decides beats
    every rule and outlives every build. The merged view follows at once: old IRIs stay, and point to the
    one that stands for all.
    """
    if release is not None and not split:
        raise InputError("--release goes with --split IRI")
    folder = store_folder(store)
    resolution = open_resolution(folder)
    if load is not None:
        decided = parse_table(_read(load), resolution)
    else:
        decided = resolution.decided(accept or (), reject or (), forget or (), split or (), release)
    if load is not None or accept or reject or forget or split:
        changed = record(folder, decided)
        sys.stderr.write(f"{changed} decisions changed\n")
    elif explain is not None:
        typer.echo(_explained(resolution, resolution.find(explain)))
    elif export is not None:
        export.write_text(write_table(resolution), encoding="utf-8", newline="")
        sys.stderr.write(f"{len(resolution.decisions)} decisions written to {export}\n")
    else:
        _list(resolution, everything=everything)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error


def _list(resolution: Resolution, *, everything: bool) -> None:
    wanted = [each for each in resolution.decisions if everything or each.judgement == "undecided"]
    wanted.sort(key=lambda each: (-each.score, each.pair))
    for each in wanted[:_SHOWN]:
        typer.echo("\n".join(_lines(resolution, each)))
    open_ones = sum(each.judgement == "undecided" for each in resolution.decisions)
    told = f"{open_ones} proposals; accept or reject them by ID" if open_ones else "no proposals"
    more = f" ({len(wanted) - _SHOWN} more: --export lists all)" if len(wanted) > _SHOWN else ""
    sys.stderr.write(f"{told}{more}\n")


def _lines(resolution: Resolution, each: Decision) -> Sequence[str]:
    judged = "" if each.judgement == "undecided" else f"{each.judgement}, by {each.by}; "
    left, right = (" / ".join(resolution.names.get(iri, ("(not in the store)",))) for iri in each.pair)
    return (
        f"{resolution.identifier(each)}  {each.score:.2f}  {left}  |  {right}",
        f"    {judged}{each.method}: {each.reason}",
    )


def _explained(resolution: Resolution, each: Decision) -> str:
    lines = list(_lines(resolution, each))
    for iri in each.pair:
        together = resolution.clusters.members.get(resolution.clusters.canonical(iri), ())
        lines.append(f"  {iri}")
        lines += [f"    called {name}" for name in resolution.names.get(iri, ())]
        lines += [f"    one with {other}" for other in together if other != iri]
        lines += [f"    told in {source}" for source in resolution.sources(iri)]
    ruled = resolution.rule(each)
    if each.by == "person":
        lines.append(f"  the rules say: {ruled.judgement} ({ruled.method}: {ruled.reason})" if ruled else "  no rule")
    return "\n".join(lines)
