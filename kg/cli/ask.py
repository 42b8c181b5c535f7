"""`kg query` and `kg queries`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kg import query as questions
from kg.cli.options import Store, on_terminal, stdout, store_place
from kg.errors import InputError
from kg.query import formats
from kg.query.there import answered
from kg.store.places import AnySnapshot, opened


def add_to(app: typer.Typer) -> None:
    """Add the verbs of this module."""
    app.command(epilog="Example: kg query customer-concentration -p supplier=alder --format csv")(query)
    app.command(epilog="Example: kg queries")(queries)


def query(
    name: Annotated[str, typer.Argument(metavar="NAME|FILE.rq|-", help="A named query, a file, or - for stdin.")],
    parameters: Annotated[
        list[str] | None,
        typer.Option("-p", "--param", metavar="KEY=VALUE", help="A parameter; repeat for more."),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help=f"{', '.join(formats.TABLES)}; for graphs {', '.join(formats.GRAPHS)}.",
        ),
    ] = None,
    store: Store = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="Ask what was known then: releases issued on or before the date."),
    ] = None,
) -> None:
    """Ask the store: a named query, a SPARQL file, or SPARQL from stdin.

    Without GRAPH a pattern sees all published releases as one graph; GRAPH ?g sees each release apart
    (and what was not published, in graphs whose name ends in /quarantine).
    """
    if form is not None and form not in {*formats.TABLES, *formats.GRAPHS}:
        raise InputError(f"there is no format {form!r}; there are {', '.join((*formats.TABLES, *formats.GRAPHS))}")
    text = sys.stdin.read() if name == "-" else None
    asked = questions.prepare(questions.find(name, text), parameters or [])
    snapshot = opened(store_place(store))
    answer = answered(snapshot, asked) if as_of is None else _answered_then(snapshot, asked, as_of)
    formats.write(answer, form, stdout(), terminal=on_terminal())


def _answered_then(snapshot: AnySnapshot, asked: questions.Asked, date: str) -> questions.Answer:
    """The answer of the releases issued on or before a date."""
    then = questions.known(snapshot.reader, date)
    if then.undated:
        sys.stderr.write(f"{then.undated} releases without a date are left out\n")
    return questions.evaluate(
        snapshot.reader, asked, default_graphs=then.default_graphs, named_graphs=then.named_graphs
    )


def queries() -> None:
    """List the named queries: name, the question in plain words, parameters."""
    topic = None
    for question in sorted(questions.library().values(), key=lambda each: (each.topic, each.name)):
        if question.topic != topic:
            topic = question.topic
            typer.echo(f"\n{topic}")
        typer.echo(f"  {question.name:<24}{question.question}")
        for parameter in question.parameters:
            given = "needed" if parameter.default is None else f"default {parameter.default!r}"
            typer.echo(f"      -p {parameter.name}={parameter.type.upper()}  {parameter.meaning} ({given})")
