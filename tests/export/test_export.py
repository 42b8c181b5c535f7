"""Every format, read back: the same content, and the same bytes for the same content."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import world
from rdflib import Dataset, Graph

from kg.errors import InputError
from kg.export import FORMATS, export, lines
from kg.network import network
from kg.query import library
from kg.store import Snapshot, snapshot

SEVERAL = {"csv", "parquet", "neo4j-csv"}
PLAIN = [form for form in FORMATS if form not in SEVERAL]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return snapshot(world.build(tmp_path_factory.mktemp("world") / "store"))


@pytest.fixture(scope="module")
def write(store: Snapshot) -> Callable[..., bytes]:
    def written(form: str, graph: str | None = None) -> bytes:
        out = io.BytesIO()
        export(store, form, None, out, graph)
        return out.getvalue()

    return written


def named(store: Snapshot, *, quarantine: bool = False) -> set[str]:
    """The quads of the store as its database has them."""
    quads = (quad for quad in store.reader if quad.graph_name != ox.DefaultGraph())
    return {str(quad) for quad in quads if quarantine or not str(quad).endswith("/quarantine>")}


def merged(store: Snapshot) -> set[str]:
    """The triples of the database's default graph."""
    return {str(quad.triple) for quad in store.reader if quad.graph_name == ox.DefaultGraph()}


@pytest.mark.parametrize("form", ["nquads", "trig", "jsonld"])
def test_a_dataset_reads_back_the_same(form: str, write: Callable[..., bytes], store: Snapshot) -> None:
    syntax = {"nquads": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG, "jsonld": ox.RdfFormat.JSON_LD}[form]
    assert {str(quad) for quad in ox.parse(write(form), format=syntax)} == named(store)
    assert {str(quad) for quad in ox.parse(write(form, "all"), format=syntax)} == named(store, quarantine=True)
    assert {str(quad.triple) for quad in ox.parse(write(form, "merged"), format=syntax)} == merged(store)


@pytest.mark.parametrize("form", ["turtle", "ntriples", "rdfxml"])
def test_a_graph_reads_back_the_same(form: str, write: Callable[..., bytes], store: Snapshot) -> None:
    syntax = {"turtle": ox.RdfFormat.TURTLE, "ntriples": ox.RdfFormat.N_TRIPLES, "rdfxml": ox.RdfFormat.RDF_XML}
    assert {str(quad.triple) for quad in ox.parse(write(form), format=syntax[form])} == merged(store)


@pytest.mark.parametrize(("form", "name"), [("turtle", "turtle"), ("rdfxml", "xml"), ("ntriples", "nt")])
def test_another_library_reads_the_same_graph(form: str, name: str, write: Callable[..., bytes]) -> None:
    theirs = Graph().parse(data=write(form), format=name)
    ours = Graph().parse(data=write("nquads", "merged"), format="nt")
    assert set(theirs) == set(ours)


@pytest.mark.parametrize(("form", "name"), [("trig", "trig"), ("jsonld", "json-ld")])
def test_another_library_reads_the_same_dataset(form: str, name: str, write: Callable[..., bytes]) -> None:
    theirs, ours = Dataset(), Dataset()
    theirs.parse(data=write(form), format=name)
    ours.parse(data=write("nquads"), format="nquads")
    assert set(theirs.quads()) == set(ours.quads())


@pytest.mark.parametrize("form", PLAIN)
def test_equal_content_gives_equal_bytes_from_another_store(
    form: str, write: Callable[..., bytes], tmp_path: Path
) -> None:
    other = snapshot(world.build(tmp_path / "other"))
    out = io.BytesIO()
    export(other, form, None, out)
    assert out.getvalue() == write(form)


def test_sorted_lines_are_sorted_when_they_are_merged_from_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_RUN", 7)
    given = [f"line {number * 37 % 100:03} é\u2028 {number}" for number in range(100)]
    assert list(lines.in_order(given)) == sorted(given)


def test_named_graphs_are_refused_where_the_format_has_none(write: Callable[..., bytes]) -> None:
    with pytest.raises(InputError, match="turtle holds one graph"):
        write("turtle", "releases")


def test_an_unknown_format_is_answered_with_the_known_ones(write: Callable[..., bytes]) -> None:
    with pytest.raises(InputError, match="there are nquads, trig"):
        write("word")


def test_graphml_reads_back_with_every_edge(write: Callable[..., bytes], store: Snapshot, tmp_path: Path) -> None:
    (tmp_path / "g.graphml").write_bytes(write("graphml"))
    read = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    graph = network(store.reader)
    assert dict(read.nodes(data=True)) == dict(graph.nodes(data=True))
    assert set(read.edges(keys=True)) == set(graph.edges(keys=True))


def test_gexf_reads_back_and_holds_no_time_of_day(write: Callable[..., bytes], store: Snapshot, tmp_path: Path) -> None:
    (tmp_path / "g.gexf").write_bytes(write("gexf"))
    read = nx.read_gexf(tmp_path / "g.gexf")
    assert set(read.nodes) == set(network(store.reader).nodes)
    assert b"lastmodified" not in write("gexf")


def test_the_network_ties_parties_by_claims(store: Snapshot) -> None:
    graph = network(store.reader)
    named = nx.get_node_attributes(graph, "label")
    edges = {(named[a], named[b], data["kind"], data["label"]) for a, b, data in graph.edges(data=True)}
    assert (world.ALDER, world.CORVANE, "customer", "existing") in edges
    assert (world.WHITLOCK, world.ALDER, "role", "Director") in edges
    assert ("Larch LLP", world.ALDER, "tie", "advisor-to") in edges
    assert (world.CORVANE, world.BRYCE, "event", "Default: counterparty") in edges
    assert set(nx.get_node_attributes(graph, "type").values()) == {
        "company", "described", "organization", "person",
    }  # fmt: skip


def test_csv_tables_are_the_contract_queries(store: Snapshot, tmp_path: Path) -> None:
    export(store, "csv", tmp_path / "tables", io.BytesIO())
    contract = {f"{name}.csv" for name, question in library().items() if question.topic == "contract"}
    assert {path.name for path in (tmp_path / "tables").iterdir()} == contract
    rows = list(csv.DictReader((tmp_path / "tables" / "customers.csv").open(newline="")))
    assert [row["customer"] for row in rows if row["status"] == "lost"] == ["a mill"]


def test_a_zip_of_tables_is_the_same_twice(store: Snapshot, tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        export(store, "neo4j-csv", tmp_path / name, io.BytesIO())
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.read("nodes.csv").startswith(b"iri:ID,label,:LABEL\n")
        assert archive.read("edges.csv").startswith(b":START_ID,:END_ID,:TYPE,")


def test_parquet_tables_read_back_or_name_the_extra(store: Snapshot, tmp_path: Path) -> None:
    try:
        from pyarrow import parquet  # noqa: PLC0415 - an optional extra
    except ImportError:
        with pytest.raises(InputError, match=r"kg\[parquet\]"):
            export(store, "parquet", tmp_path / "tables", io.BytesIO())
        return
    export(store, "parquet", tmp_path / "tables", io.BytesIO())
    assert parquet.read_table(tmp_path / "tables" / "customers.parquet").num_rows == 5


def test_a_file_that_cannot_be_finished_does_not_appear(
    store: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise OSError("disk full")

    (tmp_path / "g.nq").write_text("old")
    monkeypatch.setattr("kg.export.files.write_rdf", failing)
    with pytest.raises(OSError, match="disk full"):
        export(store, "nquads", tmp_path / "g.nq", io.BytesIO())
    assert [path.name for path in tmp_path.iterdir()] == ["g.nq"]
    assert (tmp_path / "g.nq").read_text() == "old"
