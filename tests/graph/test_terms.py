"""RDF terms: canonical, escaped, and the same for every engine that reads them."""

from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal

from kg.model import PartialDate
from kg.triples import terms
from kg.vocab import XSD

CHARACTERS = st.characters(exclude_categories=["Cs"])


def read(term: str) -> ox.Literal:
    """The literal that an N-Triples parser makes of a term."""
    (triple,) = ox.parse(f"<urn:s> <urn:p> {term} .".encode(), format=ox.RdfFormat.N_TRIPLES)
    assert isinstance(triple.object, ox.Literal)
    return triple.object


@given(st.text(CHARACTERS))
def test_any_text_survives_writing_and_reading(value: str) -> None:
    term = terms.text(value)
    assert read(term).value == value
    assert terms.node(term) == Literal(value)
    assert "\n" not in term


@pytest.mark.parametrize(
    ("value", "lexical"),
    [
        ("15500000", "15500000"),
        ("1.550E+7", "15500000"),
        ("0.70", "0.7"),
        ("-0.0", "0"),
        ("45.0", "45"),
        ("100", "100"),
        ("-3800000.00", "-3800000"),
        ("1E-8", "0.00000001"),
        ("0E+3", "0"),
    ],
)
def test_numbers_are_canonical_decimals(value: str, lexical: str) -> None:
    literal = read(terms.number(Decimal(value)))
    assert (literal.value, literal.datatype.value) == (lexical, f"{XSD}decimal")


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=6))
def test_a_store_does_not_rewrite_our_numbers(value: Decimal) -> None:
    literal = read(terms.number(value))
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), literal))
    assert [quad.object for quad in store] == [literal]
    assert Decimal(literal.value) == value


@pytest.mark.parametrize(
    ("value", "lexical", "datatype"),
    [
        (PartialDate(2003), "2003", "gYear"),
        (PartialDate(2003, 5), "2003-05", "gYearMonth"),
        (PartialDate(2003, 5, 9), "2003-05-09", "date"),
        (PartialDate(2024, 2, 29), "2024-02-29", "date"),
        (PartialDate(2021, 2, 30), "2021-02-30", "string"),
        (PartialDate(2021, 13), "2021-13", "string"),
    ],
)
def test_dates_keep_their_precision_and_impossible_ones_are_no_dates(
    value: PartialDate, lexical: str, datatype: str
) -> None:
    literal = read(terms.date(value))
    assert (literal.value, literal.datatype.value) == (lexical, f"{XSD}{datatype}")


@pytest.mark.parametrize("term", ['"1.50"', terms.boolean(value=True), terms.number(Decimal("1.5")), "<urn:x>"])
def test_rdflib_terms_write_themselves_as_we_do(term: str) -> None:
    assert terms.node(term).n3() == term
