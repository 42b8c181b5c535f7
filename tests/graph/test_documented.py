"""docs/graph.md shows graphs that exist: its examples parse, conform, and use declared terms."""

import re
from pathlib import Path

import pytest
from rdflib import RDF, Graph, URIRef

from kg.validate import standard
from kg.vocab import CE, SHAPES

PAGE = Path(__file__).parents[2] / "docs" / "graph.md"


@pytest.fixture(scope="module")
def examples() -> Graph:
    blocks = re.findall(r"```turtle\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) >= 5
    return Graph().parse(data="\n".join(blocks), format="turtle")


def test_the_examples_show_every_class_of_claim(examples: Graph) -> None:
    shown = {str(kind).removeprefix(CE) for kind in examples.objects(None, RDF.type)}
    assert shown >= {"CompanyMention", "ExecutiveRole", "CustomerRelationship", "FacilityMention", "Move"}
    assert shown >= {"FinancialFact", "CorporateEvent", "Tie", "Quotation", "Discrepancy", "Release", "TextSpan"}


def test_the_examples_conform_but_for_what_the_page_leaves_out(examples: Graph) -> None:
    report = standard().validate(examples)
    missing = {violation.shape.removeprefix(SHAPES).split("-")[0] for violation in report.violations}
    assert missing <= {"Claim", "Release", "Span"}  # common properties, hashes and quotes are shortened there
    paths = {violation.path for violation in report.violations if violation.shape.startswith(f"{SHAPES}Claim-")}
    assert URIRef(f"{CE}rule") in {URIRef(path or "") for path in paths}
