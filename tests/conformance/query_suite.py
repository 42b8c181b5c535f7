"""The W3C's SPARQL 1.1 query tests as data, and answers in a form in which equal ones are equal."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlparse

import pyoxigraph as ox
import pytest
from _pytest.mark import ParameterSet
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.collection import Collection

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
SUITE = os.environ.get("W3C_TESTS", "")
FOLDERS = (
    "aggregates",
    "bind",
    "bindings",
    "cast",
    "construct",
    "csv-tsv-res",
    "exists",
    "functions",
    "grouping",
    "json-res",
    "negation",
    "project-expression",
    "property-path",
    "subquery",
    "syntax-query",
)
KINDS = {
    MF.QueryEvaluationTest: "evaluation",
    MF.CSVResultFormatTest: "evaluation",
    MF.PositiveSyntaxTest11: "good",
    MF.NegativeSyntaxTest11: "bad",
}
RESULTS = {
    ".srx": ox.QueryResultsFormat.XML,
    ".srj": ox.QueryResultsFormat.JSON,
    ".tsv": ox.QueryResultsFormat.TSV,
    ".csv": ox.QueryResultsFormat.CSV,
}
DATA = {".ttl": ox.RdfFormat.TURTLE, ".rdf": ox.RdfFormat.RDF_XML, ".nt": ox.RdfFormat.N_TRIPLES}
# The engine itself answers these otherwise (Oxigraph 0.5.13); what is asked through us is no worse.
_LANGUAGE = "GROUP_CONCAT of strings in one language keeps the language"
_PATH = "a path of length zero from a constant that no triple holds finds nothing"
OTHERWISE = {
    "aggregates/agg-groupconcat-04": _LANGUAGE,
    "aggregates/agg-groupconcat-06": _LANGUAGE,
    "aggregates/agg-empty-group-count-graph": "an aggregate inside GRAPH ?g counts over all graphs at once",
    "bindings/graph": "VALUES that bind the name of the graph they stand in find nothing elsewhere",
    "negation/graph-minus": "the variable of GRAPH counts as shared by both sides of MINUS",
    "syntax-query/test_4": "a function that the engine does not know is refused before it is called",
    "functions/bnode01": "BNODE of one string gives two nodes in one row",
    "property-path/zero_or_more_set_start": _PATH,
    "property-path/zero_or_more_set_end": _PATH,
    "property-path/zero_or_one_set_start": _PATH,
    "property-path/zero_or_one_set_end": _PATH,
}


BLANK = re.compile(r"_:\w+")
RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
ROWS = f"SELECT ?row {{ ?set <{RS}solution> ?row }}"
CELLS = f"SELECT * {{ ?row <{RS}binding> ?cell . ?cell <{RS}variable> ?name ; <{RS}value> ?value }}"


@dataclass(frozen=True, slots=True)
class Case:
    """One test of a manifest."""

    name: str
    kind: str
    query: Path
    data: tuple[Path, ...] = ()
    graphs: tuple[tuple[str, Path], ...] = ()
    result: Path | None = None


def path(node: object) -> Path:
    return Path(unquote(urlparse(str(node)).path))


def cases() -> Iterator[Case]:
    for folder in FOLDERS if SUITE else ():
        file = Path(SUITE) / "sparql" / "sparql11" / folder / "manifest.ttl"
        manifest = Graph().parse(file, publicID=file.as_uri())
        for entries in manifest.objects(None, MF.entries):
            for test in Collection(manifest, entries):
                kind = KINDS.get(manifest.value(test, RDF.type))
                action = manifest.value(test, MF.action)
                if kind is None or action is None:
                    continue
                name = f"{folder}/{str(test).rpartition('#')[2]}"
                if kind != "evaluation":
                    yield Case(name, kind, path(action))
                    continue
                yield Case(
                    name,
                    kind,
                    path(manifest.value(action, QT.query)),
                    tuple(path(data) for data in manifest.objects(action, QT.data)),
                    tuple(_named(graph) for graph in manifest.objects(action, QT.graphData)),
                    path(manifest.value(test, MF.result)),
                )


def marked() -> list[ParameterSet]:
    """The tests as parameters. Those that the engine answers otherwise must fail: one that passes is news."""
    return [
        pytest.param(
            case, id=case.name, marks=[pytest.mark.xfail(reason=OTHERWISE[case.name])] if case.name in OTHERWISE else []
        )
        for case in cases()
    ]


def _named(graph: object) -> tuple[str, Path]:
    """A named graph of a test: its IRI and its file."""
    assert isinstance(graph, URIRef)
    return str(graph), path(graph)


def csv_of(found: object) -> str:
    """An answer as CSV."""
    assert isinstance(found, ox.QuerySolutions)
    written = found.serialize(format=ox.QueryResultsFormat.CSV)
    assert written is not None
    return written.decode()


def csv_rows(text: str) -> list[list[tuple[str, str]]]:
    """The rows of a CSV answer without regard to order, blank nodes without their labels, numbers by value."""
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return sorted(sorted((name, _cell(cell)) for name, cell in row.items()) for row in rows)


def _cell(cell: str) -> str:
    try:
        return str(float(cell))
    except ValueError:
        return BLANK.sub("_:", cell)


def plain(found: object) -> object:
    """An answer in a form in which equal answers are equal: canonical blank nodes, engine's own literals."""
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    store = ox.Store()
    if isinstance(found, ox.QuerySolutions):
        names = [variable.value for variable in found.variables]
        for number, solution in enumerate(found):
            row = ox.BlankNode(f"row{number}")
            store.add(ox.Quad(row, ox.NamedNode("urn:is"), ox.Literal("row")))
            for name in names:
                if solution[name] is not None:
                    store.add(ox.Quad(row, ox.NamedNode(f"urn:var:{name}"), solution[name]))
    else:
        assert isinstance(found, ox.QueryTriples)
        store.extend(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in found)
    return canonical(store)


def canonical(store: ox.Store) -> list[str]:
    """The quads of a store with canonical blank nodes."""
    quads = ox.Dataset(store)
    quads.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(str(quad) for quad in quads)


def expected(file: Path) -> object:
    if file.suffix in RESULTS:
        return plain(ox.parse_query_results(path=file, format=RESULTS[file.suffix]))
    store = ox.Store()
    store.load(path=file, format=DATA[file.suffix], base_iri=file.as_uri())
    rows = store.query(ROWS)
    assert isinstance(rows, ox.QuerySolutions)
    found = [solution["row"] for solution in rows]
    return _told(store, found) if found else plain(store.query("CONSTRUCT WHERE { ?s ?p ?o }"))


def _told(store: ox.Store, rows: list[object]) -> object:
    """The rows of a result set that is written in RDF."""
    plainly = ox.Store()
    for row in rows:
        plainly.add(ox.Quad(row, ox.NamedNode("urn:is"), ox.Literal("row")))
    pairs = store.query(CELLS)
    assert isinstance(pairs, ox.QuerySolutions)
    for pair in pairs:
        plainly.add(ox.Quad(pair["row"], ox.NamedNode(f"urn:var:{pair['name'].value}"), pair["value"]))
    return canonical(plainly)
