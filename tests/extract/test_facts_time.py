"""Reading facts takes time in proportion to the text, whatever the lines and tables are."""

import random
import time

import pytest

from kg.context.context import understand
from kg.extract.facts import extract
from kg.read.text import read_text

LEAD = (
    "Brindle Gauges Reports Results\n\n"
    "DAYTON, Ohio, July 20, 2015 -- Brindle Gauges, Inc. (NYSE: BRG) reported its second quarter today.\n\n"
)
LONGEST = 1_900  # characters: a sentence is cut at 2,000
SLOW = 1.0  # seconds of the processor that no sentence takes, on a slow machine either
WORDS = """
    $1,234 $.31 12% 5.5 1,234 2015 June 30, the of and to in for a per share shares common stock market industry
    price list retail growth rate annual net income loss revenue sales increased decreased by from compared with
    versus approximately more than up , ; ( ) . - $ % million billion quarter year ended stores employees
    customers units invested paid Brindle Gauges outstanding interest stake premium ratio of the of the contracts
    worth valued at expected reach will be square feet capacity
""".split()  # noqa: SIM905
ROWS = {
    "one line": "Net sales .......... $ 41,220 $ 38,950\n",
    "labels": "   Net sales of the period and of\n",
    "heads": "          2015      2014      2013\n",
    "rules": "   ------   ------   -----\n",
    "many columns": "Net sales" + "   1" * 12 + "\n",
    "strokes": "| Net sales | 1 | 2 |\n",
    "stacked cells": "Revenue\n$\n12,345\n$\n11,222\n",
    "tags": "<TABLE>\n<S> <C>\n",
    "dot leaders": "Net sales " + ". " * 60 + " 1\n",
    "dependent labels": "Diluted   1.10   2.20\nBasic   1.10   2.20\n",
    "sections": "ASSETS:\n",
    "dated heads": "Three Months Ended   June 30, 2015   June 30, 2014\n",
    "wrapped labels": "Net income of the company and\n   its affiliates    1,234    1,235\n",
}


def seconds(text: str) -> float:
    """Processor time of reading a release with a text."""
    start = time.process_time()
    extract(understand(read_text("brindle.txt", LEAD + text)), [])
    return time.process_time() - start


@pytest.mark.parametrize("seed", range(30))
def test_no_sentence_takes_long(seed: int) -> None:
    pick = random.Random(seed)
    few = pick.sample(WORDS, pick.randint(2, 9))
    line = ""
    while len(line) < LONGEST:
        line += pick.choice(few if seed % 2 else WORDS) + " "
    assert seconds(f"{line.strip()}.\n") < SLOW


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_tables_take_time_as_they_have_rows(row: str) -> None:
    seconds(row * 20)  # what is read once is read
    assert seconds(row * 1_200) < 8 * max(seconds(row * 300), 0.05)
