"""`kg validate`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rdflib import Dataset, Graph
from rdflib.util import guess_format

from kg.cli.options import Store, store_folder
from kg.errors import InputError
from kg.export.lines import published
from kg.store import snapshot
from kg.validate import Report, merged, standard

_FORMS = {"text": Report.text, "json": Report.json, "turtle": Report.turtle}
_NAMED = {"nquads", "trig", "json-ld"}


def add_to(app: typer.Typer) -> None:
    """Add the verb of this module."""
    app.command(epilog="Example: kg validate --store kg-store --format text")(validate)


def validate(
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="An RDF file instead of a store.")] = None,
    store: Store = None,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(_FORMS)}.")] = "text",
) -> None:
    """Check a store or a file against the shapes: what violates, and how many nodes each shape judged.

    The exit code is 1 when something violates, or when there is nothing that a shape could judge.
    """
    if form not in _FORMS:
        raise InputError(f"there is no format {form!r}; there are {', '.join(_FORMS)}")
    if file is not None and store is not None:
        raise InputError("validate a file or a store, not both")
    graphs = _of_file(file) if file is not None else _of_store(store_folder(store))
    report = merged(standard().validate(graph) for graph in graphs)
    typer.echo(_FORMS[form](report), nl=False)
    if not report.conforms:
        raise typer.Exit(1)


def _of_store(folder: Path) -> Iterator[Graph]:
    """The published graphs of a store, one at a time."""
    held = 0
    for name, lines in published(snapshot(folder), quarantine=True):
        if name.endswith("/quarantine"):
            held += 1
            continue
        graph = Dataset(default_union=True)
        graph.parse(data="\n".join(lines) + "\n", format="nquads")
        yield _plain(graph)
    if held:
        sys.stderr.write(f"{held} releases have claims in quarantine: kg query unverified\n")


def _of_file(path: Path) -> Iterator[Graph]:
    form = guess_format(path.name)
    if form is None:
        raise InputError(f"{path}: the name does not tell the format; use .ttl, .nt, .nq, .trig, .jsonld or .rdf")
    source: Dataset | Graph = Dataset(default_union=True) if form in _NAMED else Graph()
    try:
        source.parse(str(path), format=form)
    except FileNotFoundError as error:
        raise InputError(f"there is no file {path}") from error
    except Exception as error:
        raise InputError(f"{path} cannot be read as {form}: {error}") from error
    if isinstance(source, Dataset):
        for graph in sorted(source.graphs(), key=lambda graph: str(graph.identifier)):
            if len(graph) and not str(graph.identifier).endswith("/quarantine"):
                yield _plain(graph)
    else:
        yield _plain(source)


def _plain(graph: Graph) -> Graph:
    """A copy in memory without blank nodes."""
    plain = Graph(bind_namespaces="none")
    for triple in graph.triples((None, None, None)):
        plain.add(triple)
    return plain.skolemize()
