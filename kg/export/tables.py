"""Files for people and other programs: GraphML, GEXF, CSV and Parquet tables, Neo4j's bulk form."""

from __future__ import annotations

import csv
import importlib
import io
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, BinaryIO

import networkx as nx
import pyoxigraph as ox

from kg.errors import InputError
from kg.query import evaluate, library, prepare

_CONTRACT = "contract"
_STAMP = re.compile(r' lastmodifieddate="[^"]*"')


def write_graphml(graph: nx.MultiDiGraph, out: BinaryIO) -> None:
    """The parties' graph as GraphML."""
    nx.write_graphml(graph, out, named_key_ids=True)
    out.write(b"\n")


def write_gexf(graph: nx.MultiDiGraph, out: BinaryIO) -> None:
    """The parties' graph as GEXF 1.2, without the clock time that the writer stamps."""
    named = nx.MultiDiGraph()
    named.add_nodes_from((node, data) for node, data in graph.nodes(data=True))
    named.add_edges_from((a, b, key, {**data, "id": key}) for a, b, key, data in graph.edges(keys=True, data=True))
    out.write(_STAMP.sub("", "\n".join(nx.generate_gexf(named))).encode() + b"\n")


def csv_tables(store: ox.Store) -> Iterator[tuple[str, bytes]]:
    """The answers to the contract queries as W3C CSV: (file name, content)."""
    for name, answer in _answers(store):
        out = io.BytesIO()
        answer.serialize(out, format=ox.QueryResultsFormat.CSV)
        yield f"{name}.csv", out.getvalue()


def parquet_tables(store: ox.Store) -> Iterator[tuple[str, bytes]]:
    """The answers to the contract queries as Parquet; raises InputError where pyarrow is not installed."""
    try:
        arrow: Any = importlib.import_module("pyarrow")
        parquet: Any = importlib.import_module("pyarrow.parquet")
    except ImportError as error:
        raise InputError("parquet needs an extra: pip install 'kg[parquet]'") from error
    for name, answer in _answers(store):
        names = [variable.value for variable in answer.variables]
        rows = [[_plain(term) for term in solution] for solution in answer]
        columns = {column: [row[at] for row in rows] for at, column in enumerate(names)}
        out = io.BytesIO()
        parquet.write_table(arrow.table({key: _column(arrow, each) for key, each in columns.items()}), out)
        yield f"{name}.parquet", out.getvalue()


def neo4j_tables(graph: nx.MultiDiGraph) -> Iterator[tuple[str, bytes]]:
    """The parties' graph as the two files that `neo4j-admin database import` reads."""
    nodes = [[node, data["label"], data["type"].capitalize()] for node, data in graph.nodes(data=True)]
    yield "nodes.csv", _csv(["iri:ID", "label", ":LABEL"], nodes)
    edges = [
        [a, b, data["kind"].upper(), key, data["label"], data["status"], data["release"], data["weight"]]
        for a, b, key, data in graph.edges(keys=True, data=True)
    ]
    head = [":START_ID", ":END_ID", ":TYPE", "claim", "label", "status", "release", "confidence:float"]
    yield "edges.csv", _csv(head, edges)


def _answers(store: ox.Store) -> Iterator[tuple[str, ox.QuerySolutions]]:
    for question in library().values():
        if question.topic == _CONTRACT:
            answer = evaluate(store, prepare(question, []))
            assert isinstance(answer, ox.QuerySolutions)
            yield question.name, answer


def _csv(head: list[str], rows: list[list[Any]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue().encode()


def _plain(term: object) -> object:
    if not isinstance(term, ox.Literal):
        return term.value if isinstance(term, ox.NamedNode) else None
    kind = term.datatype.value.rpartition("#")[2]
    readers: Mapping[str, Any] = {
        "integer": int,
        "decimal": lambda text: float(Decimal(text)),
        "boolean": lambda text: text == "true",
    }
    return readers[kind](term.value) if kind in readers else term.value


def _column(arrow: Any, values: list[object]) -> Any:
    kinds = {type(value) for value in values if value is not None}
    if kinds <= {int, float} and kinds:
        return arrow.array(values, arrow.float64() if float in kinds else arrow.int64())
    return arrow.array([None if value is None else str(value) for value in values], arrow.string())
