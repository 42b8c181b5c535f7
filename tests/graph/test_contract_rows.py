"""From claims to the rows of the contract queries, kind by kind."""

import csv
import io
import re

import pyoxigraph as ox
import pytest
from sample import ALDER, CORVANE, TEXT, WHITLOCK, document, everything

from kg.resources import texts
from kg.triples import describe
from kg.triples.terms import ce, iri, text
from kg.vocab import BASE

COMMON = ["release", "rule", "confidence", "from_char", "to_char"]
COLUMNS = {
    "releases": "source title issuer issued form sha256",
    "companies": "source company name names role ticker exchange cik quote",
    "people": "source person name title company acting status date contact phone email quote",
    "customers": "source claim supplier customer described count share share_of period product status quote",
    "facilities": "source facility operator name type city region country quote",
    "moves": "source event kind company what from to date when status quote",
    "facts": "source fact concept label company value unit low high span start end scope basis shares kind"
    " measure in quote",
    "events": "source event type date status role participant quote",
    "relations": "source claim relation subject object status quote",
    "quotations": "source claim speaker text quote",
}
QUERIES = texts("queries", "contract/*.rq")
Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def store() -> ox.Store:
    """A store that holds the sample release under two file names, and a claim of it in quarantine."""
    graph = describe(document(), everything())
    release = iri(graph.iris.release)
    sources = [f"{release} {ce('source')} {text(name)} {iri(graph.iris.graph)} ." for name in ("b.txt", "a.txt")]
    kept = ox.Store()
    lines = [*graph.published(), *sources, *graph.quarantined(graph.claims)]
    kept.load("".join(f"{line}\n" for line in lines).encode(), format=ox.RdfFormat.N_QUADS)
    return kept


def ask(store: ox.Store, name: str) -> Rows:
    results = store.query(QUERIES[f"contract/{name}.rq"]).serialize(format=ox.QueryResultsFormat.CSV)
    assert results is not None
    return list(csv.DictReader(io.StringIO(results.decode(), newline="")))


def rows(store: ox.Store, name: str) -> Rows:
    return [row for row in ask(store, name) if row["source"] == "a.txt"]


def only(found: Rows, **fields: str) -> dict[str, str]:
    """The one row with these values."""
    (row,) = [row for row in found if all(row[name] == value for name, value in fields.items())]
    return row


def stated(row: dict[str, str]) -> dict[str, str]:
    """The filled cells of a row but for the common ones."""
    return {name: value for name, value in row.items() if value and name not in {*COMMON, "source", "quote"}}


def test_the_ten_queries_are_there() -> None:
    assert {name.removeprefix("contract/").removesuffix(".rq") for name in QUERIES} == set(COLUMNS)


@pytest.mark.parametrize("name", COLUMNS)
def test_a_query_has_its_header_and_the_columns_of_the_contract(name: str, store: ox.Store) -> None:
    written = QUERIES[f"contract/{name}.rq"]
    expected = [*COLUMNS[name].split(), *COMMON]
    assert re.search(r"^#\+ question: .+\?$", written, re.MULTILINE)
    (told,) = re.findall(r"^#\+ columns: (.+)$", written, re.MULTILINE)
    assert told.split(", ") == expected
    assert list(ask(store, name)[0]) == expected


@pytest.mark.parametrize("name", COLUMNS)
def test_rows_come_once_for_each_source_and_never_from_quarantine(name: str, store: ox.Store) -> None:
    found = ask(store, name)
    assert [row["source"] for row in found] == ["a.txt"] * (len(found) // 2) + ["b.txt"] * (len(found) // 2)
    assert len({tuple(row.values()) for row in found}) == len(found)


@pytest.mark.parametrize("name", [name for name in COLUMNS if name != "releases"])
def test_quotes_stand_where_the_offsets_say(name: str, store: ox.Store) -> None:
    found = rows(store, name)
    assert found
    for row in found:
        assert TEXT[int(row["from_char"]) : int(row["to_char"])] == row["quote"]
        assert row["rule"]
        assert row["release"] == f"{BASE}release/{document().identifier}"


def test_releases(store: ox.Store) -> None:
    (row,) = rows(store, "releases")
    assert row["title"] == "Alder Instruments Reports Fourth Quarter Results"
    assert (row["issuer"], row["issued"], row["form"]) == (ALDER, "2021-03-03", "")
    assert row["sha256"] == document().sha256


def test_companies(store: ox.Store) -> None:
    found = rows(store, "companies")
    assert stated(only(found, role="issuer")) == {
        "company": f"{BASE}id/company/alder-instruments-inc",
        "name": ALDER,
        "names": f"{ALDER}|Alder|the Company",
        "role": "issuer",
        "ticker": "ALD",
        "exchange": "NYSE",
    }
    assert only(found, role="customer")["cik"] == "7654321"
    assert len(found) == 2


def test_people(store: ox.Store) -> None:
    (row,) = rows(store, "people")
    assert stated(row) == {
        "person": f"{BASE}id/person/alder-instruments-inc/dana-whitlock",
        "name": WHITLOCK,
        "title": "Chief Financial Officer",
        "company": ALDER,
        "acting": "true",
        "status": "appointed",
        "date": "2021-04",
        "contact": "true",
        "phone": "(585) 555-0100",
        "email": "press@alder.example",
    }


def test_customers(store: ox.Store) -> None:
    found = rows(store, "customers")
    named, described = only(found, described="false"), only(found, described="true")
    assert stated(named) | {"claim": ""} == {
        "claim": "",
        "supplier": ALDER,
        "customer": CORVANE,
        "described": "false",
        "share": "45",
        "share_of": "revenue",
        "period": "fourth quarter",
        "product": "flow sensors",
        "status": "existing",
    }
    assert (described["customer"], described["count"], described["status"]) == ("A leading maker of valves", "1", "new")
    assert described["confidence"] == "0.85"


def test_facilities(store: ox.Store) -> None:
    (row,) = rows(store, "facilities")
    assert stated(row) == {
        "facility": f"{BASE}id/facility/cik-0007654321/rochester-new-york-factory",
        "operator": CORVANE,
        "type": "factory",
        "city": "Rochester",
        "region": "New York",
    }


def test_moves(store: ox.Store) -> None:
    (row,) = rows(store, "moves")
    assert stated(row) | {"event": ""} == {
        "event": "",
        "kind": "relocation",
        "company": CORVANE,
        "what": "factory",
        "from": "Rochester, New York",
        "to": "Monterrey, Mexico",
        "date": "2021",
        "when": "this year",
        "status": "in-progress",
    }


def test_facts(store: ox.Store) -> None:
    found = rows(store, "facts")
    actual, guidance = only(found, kind="actual"), only(found, kind="guidance")
    assert stated(actual) | {"fact": ""} == {
        "fact": "",
        "concept": "Revenues",
        "label": "revenue",
        "company": ALDER,
        "value": "15500000",
        "unit": "USD",
        "span": "quarter",
        "start": "2020-10-01",
        "end": "2020-12-31",
        "scope": "total",
        "basis": "gaap",
        "shares": "diluted",
        "kind": "actual",
        "measure": "level",
        "in": "prose",
    }
    assert (guidance["value"], guidance["low"], guidance["high"]) == ("", "60000000", "64000000")
    assert guidance["end"] == "2021"


def test_events(store: ox.Store) -> None:
    found = rows(store, "events")
    parts = [(row["type"], row["role"], row["participant"]) for row in found]
    assert sorted(parts) == [
        ("Appointment", "person", WHITLOCK),
        ("Appointment", "place", "Rochester, New York"),
        ("Default", "company", CORVANE),
        ("Default", "counterparty", ALDER),
    ]
    assert {(row["date"], row["status"]) for row in found if row["type"] == "Default"} == {("2021-02-01", "denied")}
    assert len({row["event"] for row in found}) == 2


def test_relations(store: ox.Store) -> None:
    (row,) = rows(store, "relations")
    told = (row["relation"], row["subject"], row["object"], row["status"])
    assert told == ("subsidiary-of", "Alder Optics LLC", ALDER, "existing")


def test_quotations(store: ox.Store) -> None:
    (row,) = rows(store, "quotations")
    assert (row["speaker"], row["text"]) == (WHITLOCK, "We are \\ pleased, More to come.")
    assert row["quote"] == "We are \\ pleased,"


def test_an_event_without_participants_is_still_a_row() -> None:
    event = next(claim for claim in everything() if claim.rule == "events/default")
    lonely = describe(document(), [type(event)(evidence=event.evidence, rule="x", type="Incident", participants=())])
    kept = ox.Store()
    source = f"{iri(lonely.iris.release)} {ce('source')} {text('a.txt')} {iri(lonely.iris.graph)} ."
    lines = [*lonely.published(), source]
    kept.load("".join(f"{line}\n" for line in lines).encode(), format=ox.RdfFormat.N_QUADS)
    (row,) = ask(kept, "events")
    assert (row["type"], row["role"], row["participant"]) == ("Incident", "", "")
