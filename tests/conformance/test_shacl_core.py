"""The W3C suite of SHACL core, on our shapes' way through pySHACL: property shapes hoisted to their targets.

Runs where W3C_TESTS names a folder with `data-shapes-test-suite`.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.namespace import SH
from rdflib.term import Node

from kg.validate.shapes import _hoisted

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
SHT = Namespace("http://www.w3.org/ns/shacl-test#")
CORE = Path(os.environ.get("W3C_TESTS", "")) / "data-shapes-test-suite" / "tests" / "core"
FILES = sorted(CORE.rglob("*.ttl")) if "W3C_TESTS" in os.environ else []
# Fails in pySHACL itself, hoisted or not.
KNOWN = {"uniqueLang-002": "language tags that differ in case only are taken for one by rdflib"}

Result = tuple[Node | None, ...]


def files() -> list[Path]:
    """The files that hold a test: manifests and files of data alone are left out."""
    return [path for path in FILES if "sht:Validate" in path.read_text(encoding="utf-8")]


def results(report: Graph, node: Node | None) -> Counter[Result]:
    """What a report says, as a bag of focus node, component, severity and value."""
    parts = (SH.focusNode, SH.sourceConstraintComponent, SH.resultSeverity)
    found = report.objects(node, SH.result)
    return Counter(tuple(report.value(result, part) for part in parts) for result in found)


def graph_of(test: Graph, action: Node | None, part: URIRef, path: Path) -> Graph:
    name = str(test.value(action, part))
    file = Path(name.removeprefix("file:" + "//"))
    return test if file.resolve() == path.resolve() or not file.is_file() else Graph().parse(file)


@pytest.mark.skipif(not FILES, reason="W3C_TESTS names no folder with data-shapes-test-suite")
def test_the_suite_is_whole() -> None:
    assert len(files()) >= 98


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_hoisted_shapes_give_the_results_that_the_suite_expects(path: Path) -> None:
    if path.stem in KNOWN:
        pytest.xfail(f"in pySHACL itself: {KNOWN[path.stem]}")
    test = Graph().parse(path)
    (case,) = test.subjects(RDF.type, SHT.Validate)
    action, expected = test.value(case, MF.action), test.value(case, MF.result)
    shapes = _hoisted(graph_of(test, action, SHT.shapesGraph, path))
    if expected == SHT.Failure:
        with pytest.raises(Exception, match=r".+"):
            pyshacl.validate(graph_of(test, action, SHT.dataGraph, path), shacl_graph=shapes)
        return
    _, report, _ = pyshacl.validate(graph_of(test, action, SHT.dataGraph, path), shacl_graph=shapes)
    (node,) = report.subjects(RDF.type, SH.ValidationReport)
    assert results(report, node) == results(test, expected)
