"""Every table is read or named with the reason."""

from __future__ import annotations

import pytest

from kg.context.context import understand
from kg.extract import extract
from kg.extract.facts.tables.unread import unread_tables
from kg.read.text import read_text

LEAD = (
    "Alder Instruments Reports Results\n\n"
    "ROCHESTER, N.Y., March 3, 2021 -- Alder Instruments, Inc. (NYSE: ALD) today reported results.\n\n"
)
STATEMENT = (
    "                     CONSOLIDATED STATEMENTS OF INCOME\n"
    "                            (in thousands)\n\n"
    "                                     Three months ended\n"
    "                                        December 31,\n"
    "                                      2020        2019\n"
    "                                   --------    --------\n"
)


def unread(table: str) -> list[str]:
    context = understand(read_text("tiny.txt", LEAD + table))
    assert context.document.tables, "the sample holds no table"
    return [each.reason for each in unread_tables(context, extract(context))]


def test_table_that_gave_facts_is_not_named() -> None:
    rows = "Net sales ........................   $ 4,210     $ 3,905\nNet income .......................       310         287\n"
    assert unread(STATEMENT + rows) == []


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (
            "Kettles in the attic .............       210         195\nSpoons in the cellar .............       310         287\n",
            "none of its lines is in the lexicon",
        ),
    ],
)
def test_table_without_a_fact_is_named_with_its_reason(rows: str, reason: str) -> None:
    assert unread(STATEMENT + rows) == [reason]
