"""Figures in an article about several companies, none of which issues it."""

from __future__ import annotations

from kg.context.context import understand
from kg.extract.facts.prose import prose_facts
from kg.model import FactClaim
from kg.read.text import read_text

ARTICLE = """Lumber and Lime: Names We Like This Spring

Carpenters and carriers have full books in 2025. Three names stand out.

Quill Homes (Nasdaq: QLL) has grown for years. Quill had revenues of $80 million in 2023.

Marl Freight Corporation (NYSE: MRL) runs trucks. The company had revenues of $90 million in 2023.

Sedge Cement, Inc. (NYSE: SDG) burns lime. Sedge Cement had revenues of $70 million in 2023.

Some savers like a dividend of $2 per share.

In its quarter ended April 30, 2025, Pell Brothers posted net income of $36.5 million. The company also lifted its annual
dividend by 6% to $0.40 per share.

Cabin sales revenues came to $271 million, up 3% from a year ago.

Lower rates would help everyone in this trade.
"""


def _facts() -> list[FactClaim]:
    return prose_facts(understand(read_text("article.txt", ARTICLE)))


def test_each_company_of_an_article_owns_the_figures_told_of_it() -> None:
    owned = {(claim.company, claim.concept, str(claim.value)) for claim in _facts()}
    assert ("Quill Homes", "Revenues", "80000000") in owned
    assert ("Marl Freight Corporation", "Revenues", "90000000") in owned
    assert ("Pell Brothers", "NetIncomeLoss", "36500000") in owned
    assert ("Pell Brothers", "Revenues", "271000000") in owned


def test_a_figure_that_nobody_owns_is_left_out_of_an_article() -> None:
    assert all(claim.company for claim in _facts())


def test_a_company_is_no_product_of_its_own() -> None:
    assert all("Pell" not in claim.scope for claim in _facts())
