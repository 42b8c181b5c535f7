"""The quads of a release: sorted, whole, the same for the same claims, and true to the text."""

import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from sample import ALDER, TEXT, at, document, everything

from kg import iris
from kg.errors import SettingsError
from kg.model import Confidence, EventClaim, Header, PartialDate, Participant
from kg.triples import describe, quads
from kg.vocab import BASE, CE, DCTERMS, OA, RDF

HERE = Path(__file__).parent


def parsed(lines: list[str]) -> list[ox.Quad]:
    return list(ox.parse("".join(f"{line}\n" for line in lines).encode(), format=ox.RdfFormat.N_QUADS))


def values(lines: list[str], predicate: str) -> list[str]:
    return sorted(quad.object.value for quad in parsed(lines) if quad.predicate.value == predicate)


def test_lines_are_sorted_and_each_stands_once() -> None:
    lines = quads(document(), everything())
    assert lines == sorted(set(lines))
    assert len(parsed(lines)) == len(lines) > 150


def test_everything_stands_in_the_releases_graph_and_nothing_is_blank() -> None:
    found = parsed(quads(document(), everything()))
    assert {quad.graph_name.value for quad in found} == {f"{BASE}graph/{document().identifier}"}
    nodes = [term for quad in found for term in (quad.subject, quad.object)]
    assert not [node for node in nodes if isinstance(node, ox.BlankNode)]


def test_the_order_of_the_claims_does_not_matter() -> None:
    lines = quads(document(), everything())
    for seed in range(5):
        shuffled = everything()
        random.Random(seed).shuffle(shuffled)
        assert quads(document(), shuffled) == lines


def test_the_seed_of_hashes_does_not_matter() -> None:
    script = "from sample import *; from kg.triples import quads; print('\\n'.join(quads(document(), everything())))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(HERE), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert outputs == {("\n".join(quads(document(), everything())) + "\n").encode()}


def test_every_span_quotes_what_stands_in_the_text() -> None:
    store = ox.Store()
    store.extend(parsed(quads(document(), everything())))
    query = f"""SELECT ?text ?start ?end ?exact WHERE {{ GRAPH ?g {{
        ?span a <{CE}TextSpan> ; <{CE}ofRelease>/<{CE}text> ?text ;
          <{OA}start> ?start ; <{OA}end> ?end ; <{OA}exact> ?exact }} }}"""
    rows = store.query(query)
    assert isinstance(rows, ox.QuerySolutions)
    spans = [(row["text"].value, int(row["start"].value), int(row["end"].value), row["exact"].value) for row in rows]
    assert len(spans) == len({piece.span for claim in everything() for piece in claim.evidence})
    assert not [exact for text, start, end, exact in spans if text[start:end] != exact]


def test_another_base_moves_the_things_and_not_the_vocabulary() -> None:
    lines = quads(document(), everything(), base="https://kg.example/")
    assert lines[0].startswith("<https://kg.example/")
    subjects = {line.split(" ", 1)[0] for line in lines}
    assert not [subject for subject in subjects if subject.startswith(f"<{BASE}")]
    assert values(lines, f"{RDF}type") == values(quads(document(), everything()), f"{RDF}type")


def test_the_header_of_a_submission_is_kept() -> None:
    header = Header(
        company="ALDER INSTRUMENTS INC",
        cik="123456",
        sic="3825",
        fiscal_year_end="1231",
        form="8-K",
        items=("2.02", "9.01"),
        filed=PartialDate(2021, 3, 4),
        accession="0000123456-21-000007",
    )
    lines = quads(document(header=header), everything())
    assert values(lines, f"{CE}item") == ["2.02", "9.01"]
    assert values(lines, f"{CE}form") == ["8-K"]
    assert values(lines, f"{CE}filed") == ["2021-03-04"]
    assert values(lines, f"{CE}issuer") == [f"{BASE}id/company/cik-0000123456"]
    assert set(values(lines, f"{CE}cik")) == {"0000123456", "0007654321", "7654321"}


def test_a_release_without_claims_is_still_described() -> None:
    lines = quads(document(), [])
    assert values(lines, f"{CE}text") == [TEXT]
    assert values(lines, f"{DCTERMS}issued") == ["2021-03-03"]
    assert not values(lines, f"{CE}rule")


def test_unread_stretches_are_spans_of_the_release() -> None:
    lines = describe(document(), [], unread=at("$15.5 million")).published()
    (span,) = values(lines, f"{CE}unread")
    assert span.endswith(f"#char={TEXT.index('$15.5')},{TEXT.index('$15.5') + 13}")
    assert values(lines, f"{OA}exact") == ["$15.5 million"]


def test_one_claim_read_by_two_rules_is_one_node_with_the_surer_reading_and_all_evidence() -> None:
    (claim,) = [claim for claim in everything() if claim.rule == "relations/subsidiary"]
    weaker = replace(
        claim, rule="relations/other", confidence=Confidence.WEAK, evidence=(*claim.evidence, *at("Net income"))
    )
    for both in ([claim, weaker], [weaker, claim]):
        lines = quads(document(), both)
        assert values(lines, f"{CE}rule") == ["relations/subsidiary"]
        assert values(lines, f"{CE}confidence") == ["0.95"]
        assert len(values(lines, f"{CE}evidence")) == 2
        assert len(values(lines, f"{CE}mainEvidence")) == 1


def test_claims_that_differ_in_any_field_or_place_are_different_nodes() -> None:
    (claim,) = [claim for claim in everything() if claim.rule == "facts/prose"]
    others = [
        replace(claim, evidence=at("revenue of $60 million")),
        replace(claim, basis="non-gaap"),
        replace(claim, value=claim.value + 1),
        replace(claim, end=PartialDate(2020, 12)),
    ]
    assert len(describe(document(), [claim, *others]).claims) == 5


def test_two_claims_of_one_name_are_an_error_and_never_one_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(iris, "digest", lambda _parts: "0" * 12)
    first, second = (claim for claim in everything() if claim.rule in {"facts/prose", "facts/range"})
    with pytest.raises(SettingsError, match="two different claims"):
        describe(document(), [first, second])


def test_a_type_or_role_that_is_no_name_makes_no_broken_iri() -> None:
    event = EventClaim(
        evidence=at("Alder"), rule="x", type="Not a type>", participants=(Participant("odd role>", ALDER),)
    )
    lines = quads(document(), [event])
    assert values(lines, f"{CE}participant") == [f"{BASE}id/company/alder-instruments-inc"]
    assert f"{CE}CorporateEvent" in values(lines, f"{RDF}type")
