"""The W3C's SPARQL 1.1 query tests, asked the way `kg query` asks and of the engine alone: the same pass.

The suite is named by the environment variable W3C_TESTS; without it the tests are skipped.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.query import evaluate, prepare
from kg.query.library import parse

sys.path.insert(0, str(Path(__file__).parent))
from query_suite import DATA, SUITE, Case, cases, csv_of, csv_rows, expected, marked, plain


def through_kg(store: ox.Store, case: Case, text: str) -> object:
    return evaluate(store, prepare(parse(case.name, "", text), []))


def bare(store: ox.Store, _case: Case, text: str) -> object:
    return store.query(text)


def answer(case: Case, ask: Callable[[ox.Store, Case, str], object]) -> object:
    store = ox.Store()
    for data in case.data:
        store.load(path=data, format=DATA[data.suffix], base_iri=data.as_uri())
    for name, data in case.graphs:
        store.add_graph(ox.NamedNode(name))
        store.load(path=data, format=DATA[data.suffix], base_iri=name, to_graph=ox.NamedNode(name))
    return ask(store, case, f"BASE <{case.query.as_uri()}>\n{case.query.read_text(encoding='utf-8')}")


@pytest.mark.skipif(not SUITE, reason="W3C_TESTS does not name the folder of the W3C's suites")
@pytest.mark.parametrize("ask", [through_kg, bare])
@pytest.mark.parametrize("case", marked())
def test_the_answer_is_the_one_of_the_suite(case: Case, ask: Callable[[ox.Store, Case, str], object]) -> None:
    if case.kind == "evaluation":
        assert case.result is not None
        if case.result.suffix == ".csv":
            assert csv_rows(csv_of(answer(case, ask))) == csv_rows(case.result.read_text())
            return
        assert plain(answer(case, ask)) == expected(case.result)
    elif case.kind == "good":
        answer(case, ask)
    else:
        with pytest.raises((QueryError, SyntaxError)):
            answer(case, ask)


@pytest.mark.skipif(not SUITE, reason="W3C_TESTS does not name the folder of the W3C's suites")
def test_the_suite_is_whole() -> None:
    assert len(list(cases())) > 300
