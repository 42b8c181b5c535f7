"""`kg resolve` and `kg diff` as a person uses them."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import releases_told
from releases_told import company, customer, officer, organisation, release, revenue

from kg.cli import main
from kg.merge import decision_id
from kg.model import Header, PartialDate
from kg.store import Writer, snapshot
from kg.vocab import CE

ALDER, BARE, SHORT = "Alder Instruments, Inc.", "Alder Instruments", "Alder"
DAY, NEXT = PartialDate(2021, 3, 3), PartialDate(2021, 6, 1)
FILED = Header(company=ALDER, cik="9900001", form="8-K", filed=DAY)
RELEASES = [
    release("a.txt", "Alder Reports", DAY, company(ALDER), revenue(ALDER, "100"), header=FILED),
    release("b.txt", "Corvane Buys", NEXT, company("Corvane Pumps Ltd."), customer(BARE, "Corvane Pumps Ltd.")),
    release("c.txt", "Bryce Buys", NEXT, company("Bryce Corp."), customer(SHORT, "Bryce Corp.")),
]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return releases_told.build(tmp_path / "store", *RELEASES)


@pytest.fixture
def kg(store: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command on the store: exit code, stdout, stderr."""

    def run(*words: object) -> tuple[int, str, str]:
        given = [str(word) for word in words]
        code = main(given if given[0] == "diff" else [*given, "--store", str(store)])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return run


def proposals(kg: Run) -> dict[str, str]:
    """The names of open pairs by ID."""
    code, out, _ = kg("resolve")
    assert code == 0
    return dict(re.findall(r"^([0-9a-f]{12})  \d\.\d\d  (.+)$", out, re.MULTILINE))


def merged(kg: Run) -> set[str]:
    """The IRIs that are one with Alder's number."""
    _, out, _ = kg("query", "merged", "-p", "name=alder", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    return set(rows[0]["members"].split()) if rows else set()


NUMBER = organisation("cik-0009900001")
NAMED, ALONE = organisation("alder-instruments"), organisation("alder")


def test_what_is_certain_is_merged_and_the_rest_is_proposed(kg: Run) -> None:
    assert merged(kg) == {NUMBER, NAMED}
    assert sorted(proposals(kg).values()) == [f"{SHORT}  |  {BARE}", f"{SHORT}  |  {ALDER}"]


def test_accepting_merges_and_rejecting_does_not_and_both_last_through_builds(kg: Run, store: Path) -> None:
    first, second = sorted(proposals(kg))
    assert kg("resolve", "--accept", first, "--reject", second)[0] == 0
    assert proposals(kg) == {}
    kept = (store / "decisions.nq").read_bytes()
    releases_told.build(
        store, release("a.txt", "Alder Reports Again", DAY, company(ALDER), header=FILED), remove=["b.txt"]
    )
    for path in [*store.glob("quads-*"), *store.glob("derived.nq"), store / "database.json"]:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    releases_told.build(store, RELEASES[1])
    assert (store / "decisions.nq").read_bytes() == kept
    _, out, _ = kg("query", "decisions", "-p", "by=person", "--format", "csv")
    assert {row["judgement"] for row in csv.DictReader(io.StringIO(out, newline=""))} == {"same", "different"}


def test_a_wrong_merge_is_split_by_one_command_and_stays_split(kg: Run, store: Path) -> None:
    assert kg("resolve", "--split", NAMED)[0] == 0
    assert merged(kg) == set()
    releases_told.build(store, release("d.txt", "Alder Again", NEXT, company(BARE)))
    assert merged(kg) == set()
    code, out, _ = kg("resolve", "--all")
    (identifier,) = re.findall(r"^(\w+)  0\.00", out, re.MULTILINE)
    assert kg("resolve", "--forget", identifier)[0] == code == 0
    assert merged(kg) == {NUMBER, NAMED}


def test_a_decision_is_explained_with_names_releases_and_the_rule(kg: Run) -> None:
    identifier = next(each for each, names in proposals(kg).items() if BARE in names)
    _, out, _ = kg("resolve", "--explain", identifier)
    assert "shortened" in out
    for line in (f"called {SHORT}", "told in c.txt", f"one with {NUMBER}"):
        assert line in out
    kg("resolve", "--accept", identifier)
    assert "the rules say: undecided (shortened" in kg("resolve", "--explain", identifier)[1]


def test_what_is_known_of_one_entity_is_known_of_all_that_are_one_with_it(kg: Run) -> None:
    _, of_number, _ = kg("explain", NUMBER)
    _, of_name, _ = kg("explain", NAMED)
    assert of_number.splitlines()[1:] == of_name.splitlines()[1:]
    assert of_name.splitlines()[0] == f"{NAMED}: {BARE} | {ALDER}"
    assert {"FinancialFact", "CustomerRelationship"} <= {line.split()[0] for line in of_name.splitlines() if line}


def test_decisions_go_out_as_a_table_and_come_back(kg: Run, tmp_path: Path) -> None:
    table = tmp_path / "decisions.csv"
    assert kg("resolve", "--export", table)[0] == 0
    before = table.read_text(encoding="utf-8")
    assert kg("resolve", "--import", table)[2] == "0 decisions changed\n"
    table.write_text(before.replace("undecided", "same"), encoding="utf-8")
    assert kg("resolve", "--import", table)[2] == "2 decisions changed\n"
    assert merged(kg) == {NUMBER, NAMED, ALONE}
    kg("resolve", "--export", table)
    other = releases_told.build(tmp_path / "other", *RELEASES)
    assert main(["resolve", "--store", str(other), "--import", str(table)]) == 0
    assert (other / "derived.nq").read_text().splitlines()[1:] == snapshot(tmp_path / "store").derived_lines()


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("id,left\n1,urn:a\n", "lacks the columns judgement, right"),
        (f"left,right,judgement\n{NUMBER},{NAMED},perhaps\n", "line 2: 'perhaps' is no judgement"),
        (f"left,right,judgement\n{NUMBER},urn:nothing,same\n", "line 2: the store knows no entity 'urn:nothing'"),
        (f"left,right,judgement\n{NUMBER},{NUMBER},same\n", "line 2: an entity stands on both sides"),
        (f"left,right,judgement\n{NUMBER},{ALONE},same\n{ALONE},{NUMBER},same\n", "stands in line 2 already"),
        (f"left,right,judgement,score,decided_by\n{NUMBER},{ALONE},same,high,person\n", "'high' is no number"),
        (f"left,right,judgement,score,decided_by\n{NUMBER},{ALONE},same,7,person\n", "from 0 to 1"),
    ],
)
def test_a_table_that_cannot_be_taken_in_changes_nothing(
    kg: Run, store: Path, tmp_path: Path, table: str, told: str
) -> None:
    path = tmp_path / "table.csv"
    path.write_text(table, encoding="utf-8")
    code, _, err = kg("resolve", "--import", path)
    assert (code, told in err) == (2, True), err
    assert not (store / "decisions.nq").exists()


@pytest.mark.parametrize(
    "words", [("--accept", "beef"), ("--forget", "beef"), ("--split", "urn:x"), ("--import", "no.csv")]
)
def test_what_is_not_there_is_said_with_exit_code_2(kg: Run, words: tuple[str, ...]) -> None:
    assert kg("resolve", *words)[0] == 2


def test_the_decisions_conform_to_their_shape(kg: Run) -> None:
    code, out, _ = kg("validate", "--format", "json")
    assert code == 0, out
    counted = json.loads(out)["checked"]
    assert counted["https://w3id.org/corpevent/shapes#IdentityDecision"] == 3


def test_without_its_rule_a_writer_leaves_the_derived_graphs_alone(store: Path) -> None:
    before = (store / "derived.nq").read_bytes()
    with Writer(store) as writer:
        writer.put([], removed=["b.txt"])
    assert (store / "derived.nq").read_bytes() == before


def test_stores_that_are_alike_do_not_differ_from_each_other_or_from_their_dump(
    kg: Run, store: Path, tmp_path: Path
) -> None:
    dump = tmp_path / "dump.nq"
    assert kg("export", "-o", dump)[0] == 0
    assert kg("diff", store, dump)[:2] == (0, "")
    assert kg("diff", dump, store)[:2] == (0, "")


def test_a_difference_names_each_claim_and_gives_exit_code_1(kg: Run, store: Path, tmp_path: Path) -> None:
    other = releases_told.build(
        tmp_path / "other", *RELEASES[1:], release("a.txt", "New", DAY, company(ALDER), revenue(ALDER, "90"))
    )
    code, out, err = kg("diff", store, other)
    assert code == 1
    assert [line[0] for line in out.splitlines()] == ["-", "-", "+", "+"]
    assert "- FinancialFact: basis gaap, company Alder Instruments, Inc., concept Revenues" in out
    assert "value 90" in out
    assert err.startswith("2 added, 2 removed, 0 changed")
    code, out, _ = kg("diff", other, store, "--format", "json")
    told = json.loads(out)
    assert (code, len(told["added"]), len(told["removed"])) == (1, 2, 2)
    assert told["removed"][0]["source"] == "a.txt"


def test_a_claim_that_says_something_else_under_its_name_is_changed(kg: Run, store: Path, tmp_path: Path) -> None:
    dump = tmp_path / "dump.nq"
    kg("export", "-o", dump)
    dump.write_text(dump.read_text(encoding="utf-8").replace('"0.95"', '"0.85"'), encoding="utf-8")
    code, out, err = kg("diff", store, dump)
    assert code == 1
    assert out.startswith("~ ")
    assert "0 added, 0 removed, 6 changed" in err


def test_what_is_no_store_or_dump_is_said(kg: Run, store: Path) -> None:
    assert kg("diff", store, "nowhere.nq")[0] == 2
    assert kg("diff", store, store, "--format", "yaml")[0] == 2


NAMESAKES = [
    release("a.txt", "Alder Reports", DAY, company(ALDER), revenue(ALDER, "100"), officer("Dana Whitlock", ALDER)),
    release("b.txt", "Another Alder", NEXT, company(ALDER), revenue(ALDER, "7"), officer("Dana Whitlock", ALDER)),
]
ONE = organisation("alder-instruments-inc")


@pytest.fixture
def namesakes(tmp_path: Path) -> Path:
    return releases_told.build(tmp_path / "namesakes", *NAMESAKES)


def parties(folder: Path) -> dict[str, set[str]]:
    """Which companies and people each release speaks of."""
    query = "SELECT ?source ?party { GRAPH ?g { ?r ce:source ?source . ?c ce:company|ce:person ?party } }"
    answer = snapshot(folder).reader.query(f"PREFIX ce: <{CE}> {query}")
    found: dict[str, set[str]] = {}
    for row in answer:  # type: ignore[union-attr]
        found.setdefault(row["source"].value, set()).add(row["party"].value)
    return found


def test_two_companies_of_one_name_are_told_apart_by_one_command(
    namesakes: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    before = parties(namesakes)
    assert before["a.txt"] == before["b.txt"]
    assert main(["resolve", "--split", ONE, "--release", "b.txt", "--store", str(namesakes)]) == 0
    after = parties(namesakes)
    assert after["a.txt"] == before["a.txt"]
    assert after["a.txt"].isdisjoint(after["b.txt"])
    digits = NAMESAKES[1][0].releases[0].graph.rpartition("graph/")[2]
    assert f"{ONE}~{digits}" in after["b.txt"]
    capfdbinary.readouterr()
    assert main(["query", "merged", "--format", "csv", "--store", str(namesakes)]) == 0
    assert capfdbinary.readouterr().out.count(b"\n") == 1  # the rule of equal names does not join them again
    with Writer(namesakes, releases_told.RULE) as writer:
        for made, files in NAMESAKES:
            writer.put([made], files)
    assert parties(namesakes) == after
    identifier = decision_id(ONE, f"{ONE}~{digits}")
    assert main(["resolve", "--forget", identifier, "--store", str(namesakes)]) == 0
    assert parties(namesakes) == before


def test_an_export_shows_what_is_told_apart_and_the_file_of_the_release_stays(namesakes: Path, tmp_path: Path) -> None:
    files = {path: path.read_bytes() for path in (namesakes / "objects").rglob("*.nq")}
    assert main(["resolve", "--split", ONE, "--release", "b.txt", "--store", str(namesakes)]) == 0
    assert main(["export", "--store", str(namesakes), "-o", str(tmp_path / "all.nq")]) == 0
    assert f"<{ONE}~" in (tmp_path / "all.nq").read_text(encoding="utf-8")
    assert {path: path.read_bytes() for path in files} == files


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--split", ONE, "--release", "z.txt"), "no release z.txt speaks of"),
        (("--split", f"{ONE}-x", "--release", "b.txt"), "no release b.txt speaks of"),
        (("--release", "b.txt"), "--release goes with --split"),
    ],
)
def test_a_release_that_does_not_speak_of_the_entity_is_refused(
    words: tuple[str, ...], told: str, namesakes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["resolve", *words, "--store", str(namesakes)]) == 2
    assert told in capsys.readouterr().err
    assert not (namesakes / "decisions.nq").exists()
