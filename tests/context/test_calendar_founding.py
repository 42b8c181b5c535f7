"""The year in which a company began is not the period that its release is about."""

from kg.context.context import understand
from kg.read.text import read_text

RELEASE = """Orrin Braces Keeps Growing

Founded in 1996, Orrin Braces, Inc. makes braces for knees. Customers have liked them since 1998.

Orrin Braces had revenue of $50 million in 2019.
"""


def test_the_founding_year_is_no_topic() -> None:
    topic = understand(read_text("orrin.txt", RELEASE)).calendar.topic
    assert topic is not None
    assert topic.end is not None
    assert topic.end.year == 2019
