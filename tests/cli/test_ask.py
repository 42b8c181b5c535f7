"""`kg query`, `queries`, `validate`, `explain` and `export` from outside."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest
import world

from kg.cli import main
from kg.query import library

PREFIX = "PREFIX ce: <https://w3id.org/corpevent/ontology#>\nPREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return world.build(tmp_path_factory.mktemp("world") / "store")


@pytest.fixture
def kg(store: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command on the store: exit code, stdout, stderr."""

    def run(*words: str) -> tuple[int, str, str]:
        code = main([*words, "--store", str(store)])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return run


def test_csv_is_the_w3c_format(kg: Run) -> None:
    code, out, err = kg("query", "ties-of", "--format", "csv")
    assert (code, err) == (0, "")
    (row,) = csv.DictReader(io.StringIO(out, newline=""))
    assert (row["subject"], row["relation"]) == ("Larch LLP", "advisor-to")
    assert row["claim"].startswith("https://w3id.org/corpevent/release/")


def test_json_and_xml_and_tsv_are_the_w3c_formats(kg: Run) -> None:
    told = json.loads(kg("query", "ties-of", "--format", "json")[1])
    assert told["results"]["bindings"][0]["subject"] == {"type": "literal", "value": "Larch LLP"}
    root = ET.fromstring(kg("query", "ties-of", "--format", "xml")[1])
    assert root.tag == "{http://www.w3.org/2005/sparql-results#}sparql"
    assert kg("query", "ties-of", "--format", "tsv")[1].startswith("?subject\t?relation\t")


def test_a_table_for_people_has_a_line_a_row(kg: Run) -> None:
    lines = kg("query", "contacts")[1].splitlines()
    assert lines[0].split()[:3] == ["company", "person", "title"]
    assert len(lines) == 3
    assert kg("query", "contacts", "--format", "markdown")[1].splitlines()[1].startswith("|---|")


def test_a_graph_comes_as_sorted_turtle_or_as_asked(kg: Run, tmp_path: Path) -> None:
    file = tmp_path / "q.rq"
    file.write_text(PREFIX + "CONSTRUCT { ?c rdfs:label ?l } WHERE { ?c a ce:Company ; rdfs:label ?l }")
    turtle = kg("query", str(file))[1]
    assert "rdfs:label" in turtle
    nt = kg("query", str(file), "--format", "nt")[1]
    assert nt.splitlines() == sorted(set(nt.splitlines()))
    same = {str(quad.triple) for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)}
    assert same == {str(quad.triple) for quad in ox.parse(nt, format=ox.RdfFormat.N_TRIPLES)}
    assert json.loads(kg("query", str(file), "--format", "jsonld")[1])
    code, _, err = kg("query", str(file), "--format", "csv")
    assert code == 2
    assert "this query gives a graph" in err


def test_a_stranger_sees_each_published_triple_once_without_graph(kg: Run, tmp_path: Path) -> None:
    file = tmp_path / "q.rq"
    file.write_text(PREFIX + "SELECT (COUNT(?o) AS ?n) { ?o a ce:Company ; rdfs:label 'Alder Instruments, Inc.' }")
    assert kg("query", str(file), "--format", "csv")[1].splitlines() == ["n", "1"]
    file.write_text(PREFIX + "SELECT (COUNT(*) AS ?n) { ?result a <http://www.w3.org/ns/shacl#ValidationResult> }")
    assert kg("query", str(file), "--format", "csv")[1].splitlines() == ["n", "0"]


def test_a_stranger_may_have_parameters_too(kg: Run, tmp_path: Path) -> None:
    file = tmp_path / "q.rq"
    file.write_text(PREFIX + "SELECT ?o { ?o rdfs:label $name } # $name stays in a comment")
    out = kg("query", str(file), "-p", "name=Pine Bank", "--format", "csv")[1]
    assert out.splitlines()[1].endswith("pine-bank")
    code, _, err = kg("query", str(file), "-p", "other=x")
    assert code == 2
    assert "$other" in err


def test_a_query_may_come_from_stdin(store: Path) -> None:
    command = [sys.executable, "-m", "kg", "query", "-", "--format", "csv", "--store", str(store)]
    done = subprocess.run(command, input="ASK { ?s ?p ?o }", capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "true\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["query", "customer-of"], "near it: customers-of"),
        (["query", "nothing.rq"], "nothing.rq cannot be read"),
        (["query", "facts", "--format", "pdf"], "there is no format 'pdf'"),
        (["query", "facts", "--format", "turtle"], "this query gives a table"),
        (["query", "evidence", "-p", "claim"], "key=value"),
        (["explain", "https://example.org/nobody"], "knows nothing of"),
        (["explain", "no iri at all"], "is not an IRI"),
        (["explain", "--text", "0000000000000000"], "holds no release"),
        (["validate", "--format", "pdf"], "there is no format 'pdf'"),
        (["export", "--format", "pdf"], "there is no format 'pdf'"),
        (["export", "-o", "no/such/folder/x.nq"], "there is no folder"),
    ],
)
def test_a_mistake_is_one_line_and_exit_code_two(words: list[str], told: str, kg: Run) -> None:
    code, out, err = kg(*words)
    assert (code, out) == (2, "")
    assert told in err
    assert err.count("\n") == 1


def test_a_malformed_query_is_told_where(kg: Run, tmp_path: Path) -> None:
    file = tmp_path / "q.rq"
    file.write_text("SELECT ?x WHERE { ?x ?y }")
    code, _, err = kg("query", str(file))
    assert code == 2
    assert "error at 1:" in err


def test_an_update_is_refused(kg: Run, tmp_path: Path) -> None:
    file = tmp_path / "q.rq"
    file.write_text("DROP ALL")
    code, _, err = kg("query", str(file))
    assert code == 2
    assert "only reads" in err


class _Listener(BaseHTTPRequestHandler):
    """Counts who comes."""

    heard = 0

    def do_GET(self) -> None:
        type(self).heard += 1
        self.send_response(404)
        self.end_headers()

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


REACHING = [
    "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * { service silent <%s> { ?s ?p ?o } }",
    "SELECT * { BIND(<%s> AS ?v) sErViCe ?v { ?s ?p ?o } }",
    "PREFIX : <%s> SELECT * { SERVICE: { ?s ?p ?o } }",
    "PREFIX : <%s> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "SELECT * { SERVICE#\n<%s> { ?s ?p ?o } }",
    "SELECT * { ?a ?b 1.SERVICE<%s>{ ?s ?p ?o } }",
    "SELECT * { ?a ?b '''it's''' SERVICE <%s> { ?s ?p ?o } }",
    'SELECT * { ?a ?b "\\"" . SERVICE <%s> { ?s ?p ?o } } #"',
    "SELECT * { \\u0053ERVICE <%s> { ?s ?p ?o } }",
    "SELECT * FROM <%s> { ?s ?p ?o }",
    "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
    "LOAD <%s>",
]


@pytest.mark.parametrize("query", REACHING)
def test_no_query_reaches_out_of_the_store(query: str, kg: Run, tmp_path: Path) -> None:
    server = HTTPServer(("127.0.0.1", 0), _Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    file = tmp_path / "q.rq"
    file.write_text(query % f"http://127.0.0.1:{server.server_port}/")
    code, out, _ = kg("query", str(file), "--format", "csv")
    server.shutdown()
    server.server_close()
    assert _Listener.heard == 0
    assert code == 2 or len(out.splitlines()) == 1


def test_the_word_may_stand_where_it_is_no_keyword(kg: Run, tmp_path: Path) -> None:
    file = tmp_path / "q.rq"
    file.write_text("SELECT ?service { ?s <urn:service> 'SERVICE', ?service } # SERVICE")
    assert kg("query", str(file), "--format", "csv") == (0, "service\r\n", "")


def test_the_list_of_queries_shows_all_with_their_parameters(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["queries"]) == 0
    out = capsys.readouterr().out
    for name, question in library().items():
        assert name in out
        assert question.question in out
        assert all(f"-p {parameter.name}=" in out for parameter in question.parameters)


def test_explain_tells_each_claim_with_its_words(kg: Run) -> None:
    _, out, _ = kg("explain", "https://w3id.org/corpevent/id/company/corvane-pumps-ltd")
    assert out.splitlines()[0].endswith(": Corvane Pumps Ltd.")
    for words in (
        "Corvane Pumps Ltd. made 40 percent.",
        "Corvane failed to pay Bryce.",
        "Corvane opens a store in York.",
    ):
        assert f'"{words}"' in out
    assert "corvane-2020.txt [" in out


def test_explain_goes_by_way_of_a_place(kg: Run) -> None:
    _, out, _ = kg("explain", "https://w3id.org/corpevent/id/place/leon-mexico")
    assert "destination: Leon, Mexico" in out


def test_explain_marks_what_is_not_published(kg: Run) -> None:
    out = kg("query", "unverified", "--format", "csv")[1]
    (row,) = csv.DictReader(io.StringIO(out, newline=""))
    told = kg("explain", row["focus"])[1]
    assert "NOT PUBLISHED" in told
    assert "A brewer was won." in told


def test_the_text_of_a_release_is_what_its_spans_count_in(kg: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(kg("query", "customers", "--format", "csv")[1], newline="")))
    for row in rows:
        text = kg("explain", "--text", row["source"])[1]
        assert text == kg("explain", "--text", row["release"])[1]
        assert text[int(row["from_char"]) : int(row["to_char"])] == row["quote"]


def test_validate_counts_what_each_shape_judged(kg: Run) -> None:
    _, out, err = kg("validate", "--format", "json")
    told = json.loads(out)
    assert told["checked"]["https://w3id.org/corpevent/shapes#Release"] == 4
    assert "1 releases have claims in quarantine" in err


def test_validate_reads_files_and_says_when_there_was_nothing_to_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "x.ttl"
    file.write_text("<urn:a> <urn:b> <urn:c> .")
    assert main(["validate", str(file)]) == 1
    assert "nothing to check" in capsys.readouterr().out
    assert main(["validate", str(tmp_path / "y.ttl")]) == 2
    assert main(["validate", str(tmp_path / "y.doc")]) == 2


def test_what_is_exported_validates_as_the_store_does(kg: Run, tmp_path: Path) -> None:
    file = tmp_path / "out.trig"
    assert kg("export", "--format", "trig", "-o", str(file))[0] == 0
    code, of_store, _ = kg("validate", "--format", "json")
    assert main(["validate", str(file), "--format", "json"]) == code
    assert json.loads(of_store)["checked"]


def test_a_reader_that_goes_away_is_no_error(store: Path) -> None:
    command = f"{sys.executable} -m kg export --store {store} | head -c 10"
    done = subprocess.run(command, shell=True, capture_output=True, check=False)
    assert done.stderr == b""


def test_settings_name_the_store(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kg.toml").write_text(f'store = "{store}"\n')
    monkeypatch.chdir(tmp_path)
    assert main(["query", "releases"]) == 0
    (tmp_path / "kg.toml").write_text("stroe = 1\n")
    assert main(["query", "releases"]) == 2
