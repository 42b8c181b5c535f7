"""Prints how the time of reading facts grows with pathological lines and tables, as ratios within one run.

Twice the text may take about twice the time (2), and four times the rows about four times (4); a ratio far above
that names a form whose cost is not linear.
"""

import random
import time

from kg.context.context import understand
from kg.extract.facts import extract
from kg.read.text import read_text

LEAD = (
    "Brindle Gauges Reports Results\n\n"
    "DAYTON, Ohio, July 20, 2015 -- Brindle Gauges, Inc. (NYSE: BRG) reported its second quarter today.\n\n"
)
SHORT, LONG = 900, 1_800  # characters: a sentence is cut at 2,000
SEEDS = 30
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


def main() -> None:
    """Measure and print."""
    print("| text | growth | ratio |\n|---|---|---:|")
    ratios = sorted(((grown(seed), seed) for seed in range(SEEDS)), reverse=True)
    print(f"| worst of {SEEDS} random sentences (seed {ratios[0][1]}) | twice as long | {ratios[0][0]:.1f} |")
    print(f"| median of {SEEDS} random sentences | twice as long | {ratios[SEEDS // 2][0]:.1f} |")
    for name, row in ROWS.items():
        seconds(row * 20)  # what is read once is read
        print(f"| table of {name} | four times the rows | {seconds(row * 1_200) / seconds(row * 300):.1f} |")


def grown(seed: int) -> float:
    """How many times the time a random sentence takes when it is twice as long."""
    pick = random.Random(seed)
    few = pick.sample(WORDS, pick.randint(2, 9))
    words = [pick.choice(few if seed % 2 else WORDS) for _ in range(LONG)]
    short, long = (f"{' '.join(words)[:length].strip()}.\n" for length in (SHORT, LONG))
    seconds(long)
    return min(seconds(long) for _ in range(3)) / min(seconds(short) for _ in range(3))


def seconds(text: str) -> float:
    """Processor time of reading a release with a text."""
    start = time.process_time()
    extract(understand(read_text("brindle.txt", LEAD + text)), [])
    return time.process_time() - start


if __name__ == "__main__":
    main()
