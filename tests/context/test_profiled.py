"""Whom "the company" means where a paragraph tells of another company than the issuer."""

from __future__ import annotations

import pytest

from kg.context.context import understand
from kg.read import read

_HEAD = "DAYTON, Ohio, April 15, 2023 (WIREPOINT) -- Corlane Instruments, Inc. (Nasdaq: CORL) gave an update today.\n\n"
_ROUND_UP = (
    "Three Makers Of Meters To Watch\n\nDAYTON, Ohio, April 15, 2023 (WIREPOINT) -- Meters are in demand.\n\n"
    "Bexter Power (NYSE: BXT) is a maker of meters.\n\n- A list of its meters is long.\n\n{first}\n\n"
    "Vale Works (NYSE: VLW) sells meters.\n\nOrne Labs (NYSE: ORN) sells scales.\n\nSales of Hale Brothers (NASDAQ:HLB) rose in the spring.\n\n{second}\n"
)


def _told(text: str, words: str) -> str | None:
    [document] = read("x.txt", text.encode())
    context = understand(document)
    [sentence] = [one for one in document.sentences if words in one.text]
    named = [m.value.name for m in context.parties.mentions(sentence) if m.text.lower() == "the company"]
    return named[0] if named else None


@pytest.mark.parametrize(
    ("paragraph", "whose"),
    [
        ("Bexter Power Corp. is a maker of meters. Last year the company opened a plant.", "Bexter Power Corp."),
        ("Bexter Power Corp., based in Lima, Ohio, makes meters. Last year the company opened a plant.", None),
        ("Bexter Power Corp. sells meters. The company opened a plant last year.", "Bexter Power Corp."),
        ("Bexter Power Corp. is a customer for which the company opened a plant.", None),
        ("Bexter Power Corp. bought meters. Last year the company opened a plant.", None),
        ("Bexter Power Corp. is a customer. Last year the Company opened a plant.", None),
        ("Bexter Power Corp. is a customer.\n\nLast year the company opened a plant.", None),
    ],
)
def test_company_of_a_paragraph_that_presents_another(paragraph: str, whose: str | None) -> None:
    text = "Corlane Instruments, Inc. Gives an Update\n\n" + _HEAD + paragraph + "\n"
    assert _told(text, "opened a plant") == (whose or "Corlane Instruments, Inc.")


def test_round_up_tells_of_one_company_until_the_next_is_named() -> None:
    text = _ROUND_UP.format(first="In May the company opened a plant.", second="In June the company closed a mill.")
    assert _told(text, "opened a plant") == "Bexter Power"
    assert _told(text, "closed a mill") == "Hale Brothers"
