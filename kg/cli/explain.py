"""`kg explain`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from kg import explain as explaining
from kg.cli.options import Store, store_place
from kg.explain import Statement
from kg.store.places import opened


def add_to(app: typer.Typer) -> None:
    """Add the verb of this module."""
    app.command(epilog="Example: kg explain --text alder-2021-03-03.txt")(explain)


def explain(
    iri: Annotated[str, typer.Argument(metavar="IRI", help="An entity, claim, span or release.")],
    store: Store = None,
    *,
    text: Annotated[
        bool,
        typer.Option(
            "--text", help="Print the canonical text of a release instead; its name or digits will do as IRI."
        ),
    ] = False,
) -> None:
    """Say what is known of an entity or claim, each line with its quote, release and character span."""
    reader = opened(store_place(store)).reader
    if text:
        typer.echo(explaining.canonical_text(reader, iri), nl=False)
        return
    labels, statements = explaining.explain(reader, iri)
    typer.echo(f"{iri}{': ' if labels else ''}{' | '.join(labels)}")
    for statement in statements:
        for line in _lines(statement):
            typer.echo(line)


def _lines(statement: Statement) -> Iterator[str]:
    held = "" if statement.published else "  NOT PUBLISHED (quarantine)"
    yield ""
    yield f"{statement.kind}  {statement.claim}{held}"
    for name, value in statement.says:
        yield f"    {name}: {value}"
    yield f"    {statement.modality}, confidence {statement.confidence}, rule {statement.rule}"
    for words in statement.words:
        quote = " ".join(words.quote.split())
        yield f'    "{quote}"'
        yield f"      {words.source} [{words.start}:{words.end}]  {words.release}"
