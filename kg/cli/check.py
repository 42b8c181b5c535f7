"""`kg validate`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import pyoxigraph as ox
import typer
from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from kg.cli.options import Store, store_place
from kg.errors import InputError
from kg.export.lines import published
from kg.store.places import AnySnapshot, opened
from kg.validate import Report, merged, standard
from kg.vocab import XSD

_FORMS = {"text": Report.text, "json": Report.json, "turtle": Report.turtle}


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
    graphs = _of_file(file) if file is not None else _of_store(opened(store_place(store)))
    report = merged(standard().validate(graph) for graph in graphs)
    typer.echo(_FORMS[form](report), nl=False)
    if not report.conforms:
        raise typer.Exit(1)


def _of_store(snapshot: AnySnapshot) -> Iterator[Graph]:
    """The published graphs of a store, one at a time."""
    held = 0
    for name, lines in published(snapshot, quarantine=True):
        if name.endswith("/quarantine"):
            held += 1
        else:
            yield _graph(ox.parse("\n".join(lines), format=ox.RdfFormat.N_QUADS))
    if held:
        sys.stderr.write(f"{held} releases have claims in quarantine: kg query unverified\n")


def _of_file(path: Path) -> Iterator[Graph]:
    """The graphs of a file but for quarantines, by name."""
    form = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if form is None:
        raise InputError(f"{path}: the name must tell the format: .ttl, .nt, .nq, .trig, .jsonld or .rdf")
    graphs: dict[str, list[ox.Quad]] = {}
    try:
        for quad in ox.parse(path=path, format=form):
            graphs.setdefault(str(quad.graph_name), []).append(quad)
    except FileNotFoundError as error:
        raise InputError(f"there is no file {path}") from error
    except (SyntaxError, OSError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error
    for name, quads in sorted(graphs.items()):
        if not name.endswith("/quarantine>"):
            yield _graph(quads)


def _graph(quads: Iterable[ox.Quad]) -> Graph:
    """The triples of quads in memory, lexical forms as they are, blank nodes as names."""
    graph = Graph(bind_namespaces="none")
    for quad in quads:
        graph.add((_node(quad.subject), _node(quad.predicate), _node(quad.object)))
    return graph


def _node(term: object) -> Node:
    if isinstance(term, ox.Literal):
        if term.language or term.datatype.value == f"{XSD}string":
            return Literal(term.value, lang=term.language)
        return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    return URIRef(f"urn:blank:{term}")
