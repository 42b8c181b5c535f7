"""Reports and judgements: what was checked, what violates, and where each claim goes."""

from __future__ import annotations

import json
from dataclasses import replace

import pyoxigraph as ox
import pytest
from rdflib import RDF, Graph, Literal, URIRef
from sample import document, everything, whole

from kg.errors import SettingsError
from kg.model import Claim, Evidence, FactClaim, PartialDate, QuotationClaim, Span
from kg.triples import describe
from kg.validate import Judgement, Report, Validator, Violation, judge, merged, standard
from kg.vocab import CE, OA, SH, SHAPES

BAD = Violation("urn:a", f"{SHAPES}Fact-unit", f"{SH}MinCountConstraintComponent", f"{CE}unit", None, 'No "unit".')


def judged(claims: list[Claim]) -> Judgement:
    return judge(describe(document(), claims))


def quads(lines: tuple[str, ...]) -> list[ox.Quad]:
    return list(ox.parse("".join(f"{line}\n" for line in lines).encode(), format=ox.RdfFormat.N_QUADS))


def claims_in(lines: tuple[str, ...]) -> set[str]:
    return {quad.subject.value for quad in quads(lines) if quad.predicate.value == f"{CE}rule"}


def test_nothing_to_check_does_not_conform() -> None:
    strange = Graph().add((URIRef("urn:a"), RDF.type, URIRef(f"{CE}FinancialFct")))
    for graph in (Graph(), strange):
        report = standard().validate(graph)
        assert not report.conforms
        assert not any(report.checked.values())
        assert report.text().startswith("nothing to check")


def test_every_shape_is_counted_even_where_it_saw_nothing() -> None:
    report = standard().validate(describe(document(), []).triples())
    assert report.conforms
    assert report.checked[f"{SHAPES}Release"] == 1
    assert report.checked[f"{SHAPES}Fact"] == 0
    assert "no focus node for: " in report.text()


def test_a_shape_for_claims_sees_every_kind_of_claim() -> None:
    graph = describe(document(), everything())
    report = standard().validate(graph.triples())
    assert report.checked[f"{SHAPES}Claim"] == len(graph.claims)


def test_a_subclass_is_as_good_as_its_class() -> None:
    graph = whole()
    kinds = (RDF.type, URIRef(f"{CE}Organization"))
    for subject in list(graph.subjects(*kinds)):
        if (subject, RDF.type, URIRef(f"{CE}Company")) in graph:
            graph.remove((subject, *kinds))
    assert standard().validate(graph).conforms


def test_two_validations_of_one_validator_do_not_mix() -> None:
    bad = describe(document(), [replace(claim, rule="") for claim in everything()])
    good = describe(document(), everything())
    assert not standard().validate(bad.triples()).conforms
    assert standard().validate(good.triples()).conforms


def test_a_quote_that_the_text_does_not_hold_is_a_violation() -> None:
    graph = whole()
    span = min(graph.subjects(RDF.type, URIRef(f"{CE}TextSpan")))
    graph.set((span, URIRef(f"{OA}exact"), Literal("other words")))
    (found,) = standard().validate(graph).violations
    assert (found.focus, found.path, found.value) == (str(span), f"{OA}exact", "other words")


def test_claims_that_conform_are_published_and_nothing_is_quarantined() -> None:
    graph = describe(document(), everything())
    judgement = judge(graph)
    assert list(judgement.published) == graph.published()
    assert judgement.quarantined == ()
    assert judgement.report.conforms


def test_only_the_claim_that_violates_goes_to_quarantine_with_its_reason() -> None:
    claims = everything()
    (at,) = (i for i, claim in enumerate(claims) if claim.rule == "facts/prose")
    claims[at] = replace(claims[at], concept="Happiness", end=PartialDate(2021, 2, 30))
    judgement = judged(claims)
    good, bad = claims_in(judgement.published), claims_in(judgement.quarantined)
    assert len(bad) == 1
    assert len(good) == len(claims) - 1
    assert not good & bad
    found = quads(judgement.quarantined)
    assert {quad.graph_name.value for quad in found} == {f"{describe(document(), []).iris.graph}/quarantine"}
    focus = [quad.object.value for quad in found if quad.predicate.value == f"{SH}focusNode"]
    assert focus == [bad.pop()] * 2
    assert not [quad for quad in found if isinstance(quad.subject, ox.BlankNode)]


def test_a_quarantined_claim_brings_its_evidence_and_entities_but_not_the_release() -> None:
    (fact,) = (claim for claim in everything() if claim.rule == "facts/prose")
    judgement = judged([replace(fact, unit="")])
    kinds = {quad.object.value for quad in quads(judgement.quarantined) if quad.predicate.value == str(RDF.type)}
    assert kinds >= {f"{CE}FinancialFact", f"{CE}TextSpan", f"{CE}Organization", f"{SH}ValidationResult"}
    assert f"{CE}Release" not in kinds
    assert claims_in(judgement.published) == set()


def test_a_false_quote_takes_along_every_claim_that_leans_on_it() -> None:
    false = (Evidence(Span(3, 9), "xxxxxx"),)
    (quotation,) = (claim for claim in everything() if isinstance(claim, QuotationClaim))
    facts = [replace(claim, evidence=false) for claim in everything() if isinstance(claim, FactClaim)]
    judgement = judged([quotation, *facts])
    assert len(claims_in(judgement.published)) == 1
    assert len(claims_in(judgement.quarantined)) == 2
    assert len(judgement.report.violations) == 1


def test_the_description_of_a_release_is_published_even_if_it_violates() -> None:
    release = replace(document(), issued=PartialDate(2021, 2, 31))
    judgement = judge(describe(release, everything()))
    assert len(claims_in(judgement.published)) == len(everything())
    assert claims_in(judgement.quarantined) == set()
    assert [quad for quad in quads(judgement.quarantined) if quad.predicate.value == f"{SH}resultPath"]


def test_reports_add_up() -> None:
    one, two = Report({"urn:s": 2, "urn:t": 0}, (BAD,)), Report({"urn:s": 1}, (BAD, replace(BAD, focus="urn:b")))
    total = merged([two, one])
    assert total.checked == {"urn:s": 3, "urn:t": 0}
    assert [violation.focus for violation in total.violations] == ["urn:a", "urn:b"]


def test_the_forms_of_a_report_tell_the_same() -> None:
    report = Report({f"{SHAPES}Fact": 1}, (BAD,))
    told = json.loads(report.json())
    assert (told["conforms"], told["violations"][0]["focus"]) == (False, "urn:a")
    graph = Graph().parse(data=report.turtle(), format="turtle")
    assert list(graph.objects(None, URIRef(f"{SH}focusNode"))) == [URIRef("urn:a")]
    assert list(graph.objects(None, URIRef(f"{SH}resultMessage"))) == [Literal('No "unit".')]
    assert report.text().splitlines() == [
        "does not conform: 1 violations, 1 focus nodes",
        "        1 Fact",
        'urn:a ce:unit: No "unit". (Fact-unit, sh:MinCountConstraintComponent)',
    ]
    assert Graph().parse(data=Report({f"{SHAPES}Fact": 1}).turtle(), format="turtle")


def test_a_report_does_not_depend_on_the_order_of_the_claims() -> None:
    claims = [replace(claim, rule="") for claim in everything()]
    assert judged(claims).report.json() == judged(claims[::-1]).report.json()


def test_shapes_that_cannot_be_parsed_are_named() -> None:
    with pytest.raises(SettingsError, match=r"broken\.ttl"):
        Validator({"broken.ttl": "this is no Turtle"}, {})
