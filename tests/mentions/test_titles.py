"""Posts as printed are told apart, and their tails stay with them."""

from __future__ import annotations

import pytest

from kg.mentions.titles import find_posts, read_posts

CASES = [
    ("Chairman, President and CEO", ["Chairman", "President", "CEO"]),
    ("Executive Vice President and Chief Financial Officer", ["Executive Vice President", "Chief Financial Officer"]),
    ("Vice President, Finance", ["Vice President, Finance"]),
    ("Vice President of Finance and Chief Financial Officer", ["Vice President of Finance", "Chief Financial Officer"]),
    ("VP/CFO", ["VP", "CFO"]),
    ("VP/Chief Financial Officer", ["VP", "Chief Financial Officer"]),
    ("Co-Founder & Managing Director", ["Co-Founder", "Managing Director"]),
    ("Head of Corporate Development & Strategy", ["Head of Corporate Development & Strategy"]),
    ("Chair of the Nomination and Governance Committee", ["Chair of the Nomination and Governance Committee"]),
    ("member of the Board of Directors", ["member of the Board of Directors"]),
    ("Chief Research and Development Officer", ["Chief Research and Development Officer"]),
    ("Vice President - Sales and Marketing", ["Vice President - Sales and Marketing"]),
    ("Senior Vice President, General Counsel and Secretary", ["Senior Vice President", "General Counsel", "Secretary"]),
    ("director of software development programs", ["director of software development programs"]),
    ("president, chief operating officer and director", ["president", "chief operating officer", "director"]),
]


@pytest.mark.parametrize(("text", "titles"), CASES)
def test_posts_of_one_apposition(text: str, titles: list[str]) -> None:
    posts = read_posts(text, 0)
    assert posts is not None
    assert [post.text for post in posts.posts] == titles


def test_acting_is_taken_out_of_the_title() -> None:
    posts = read_posts("Chairman and Acting CEO", 0)
    assert posts is not None
    assert [(post.text, post.acting) for post in posts.posts] == [("Chairman", False), ("CEO", True)]


def test_former_holds_for_the_whole_apposition() -> None:
    posts = read_posts("former President and Chief Executive Officer", 0)
    assert posts is not None
    assert posts.former


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Chief Executive Officer of Alder Instruments", " of Alder Instruments"),
        ("CEO of Birch Digital", " of Birch Digital"),
        ("president of Optics at Alder", " at Alder"),
    ],
)
def test_a_company_is_no_part_of_the_post(text: str, rest: str) -> None:
    posts = read_posts(text, 0)
    assert posts is not None
    assert text[posts.end :] == rest


@pytest.mark.parametrize("text", ["The executive team met.", "Sales rose in all regions.", "The order was large."])
def test_sentences_without_a_post(text: str) -> None:
    assert find_posts(text) == ()
