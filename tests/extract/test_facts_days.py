"""Days told twice, and texts of every shape."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.context.context import understand
from kg.extract.facts import extract
from kg.model import Discrepancy
from kg.read.text import read_text

LEAD = """Brindle Gauges Reports Second Quarter Results

DAYTON, Ohio, May 5, 2015 -- Brindle Gauges, Inc. reported on its second quarter, which ended March 27, 2015.

"""
PIECES = [
    "Revenue", "net loss", "earnings per share", "$5 million", "($.12)", "15%", "12,000", "employees", "stores", "of",
    "for the quarter", "ended March 27, 2015", "a year ago", "compared with", "and", "respectively", "(", ")", ",", ".",
    "$", "%", "per share", "to", "from", "between", "first six months", "Q2 2015", "we expect", "square feet", "2-for-1",
    "split", "was", "$$$", "1,2,3", "\u2014", "increased", "in the Optics segment", "a", "  ", "\n\n", "$4 to $5 billion",
]  # fmt: skip


def notes(sentence: str) -> list[str]:
    found = extract(understand(read_text("brindle.txt", LEAD + sentence + "\n")), [])
    return [claim.note for claim in found if isinstance(claim, Discrepancy)]


@pytest.mark.parametrize(
    "sentence",
    [
        "On April 7, 2015, three days after the quarter closed, a supplier stopped its payments.",
        "The meeting took place on Friday, May 4, 2015.",
        "The order came on March 2, 2015, five days before the end of the quarter.",
    ],
)
def test_a_day_that_does_not_fit_is_named(sentence: str) -> None:
    assert len(notes(sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "On April 7, 2015, eleven days after the quarter closed, a supplier stopped its payments.",
        "The meeting took place on Monday, May 4, 2015.",
        "The order came on March 25, 2015, two days before the end of the quarter.",
        "Ten days after the quarter closed, a supplier stopped its payments.",
    ],
)
def test_a_day_that_fits_is_not(sentence: str) -> None:
    assert notes(sentence) == []


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_no_text_stops_the_reading(pieces: list[str]) -> None:
    document = read_text("any.txt", LEAD + " ".join(pieces))
    for claim in extract(understand(document), []):
        assert all(document.text[p.span.start : p.span.end] == p.quote for p in claim.evidence)


@pytest.mark.parametrize(
    "line",
    ["$1 " * 900, "revenue of $5 million and " * 80, "(" * 1500, "first quarter of " * 120, "1,000 " * 400 + "stores"],
)
def test_long_lines_pass(line: str) -> None:
    document = read_text("long.txt", LEAD + line)
    assert all(claim.evidence for claim in extract(understand(document), []))
