"""Sentences end where a reader of releases would end them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.sentences import CAP, split

# Each case is one paragraph; a bar stands where a sentence ends.
CASES = [
    "The plant closed.|It had opened in 1911.",
    "Sales rose 4.5 percent.|Costs fell.",
    "Sales were $1.2 million, up from $0.9 million.|Costs fell.",
    "Mr. Orrin Vale joined the board.|He chairs it.",
    "Dr. Ada Quill and Ms. Ines Moro agreed.",
    "Ada Quill is the new CEO.|Ines Moro leaves in May.",
    "Messrs. Hale and Thorne resigned.",
    "Prof. Lund spoke.|So did Gov. Marsh.",
    "Sen. Cole and Rep. Dunn visited.",
    "Lt. Col. Brandt retired.",
    "J. B. Harrow is chairman.",
    "Mr. W. Barlow Finch, Jr. was named president.",
    "Mr. Finch Jr. resigned.|The board thanked him.",
    "Quillmark Inc. said it would close.",
    "The buyer is Quillmark Inc.|The price was not given.",
    "It bought Fenwick Corp. and Ostrander Ltd. in May.",
    "It owns Fenwick Corp.|Harrow Mills is another unit.",
    "It sold Fenwick Corp. President Lena Moss told staff.",
    "It was bought by Tull & Co. Lander Bros. Inc. lent the money.",
    "Fenwick Co., Ltd. makes lamps.",
    "It merged with Tull Acquisition Corp. I, a blank check company.",
    "It merged with Tull Acquisition Corp. I (TAC) in May.",
    "He left Tull Corp.|I will miss him.",
    "He works for Soler S.A. in Lyon.",
    "The unit is held by Brandt N.V. of Utrecht.",
    "Its U.S. plants run day and night.",
    "It left the U.S. in May.",
    "It left the U.S.|The move cost $3 million.",
    "The U.S. Treasury agreed.",
    "Offices in the U.K. and U.S. will close.",
    "The E.U. approved it.",
    "The call starts at 10 a.m. Eastern time.",
    "The call starts at 4:30 p.m. EST on May 3.",
    "The call starts at 4 p.m.|It will be recorded.",
    "It is in Elmira, N.Y.|The office is in Troy.",
    "It is in Elmira, N.Y. and Troy.",
    "It is based in St. Alban.|It has 40 staff.",
    "Ft. Maren and Mt. Hale have stores.",
    "It opened in Sept. 2003.|It closed in Oct. 2004.",
    "On Jan. 5, it merged.|On Feb. 6, it split.",
    "Store No. 5 opened.|Store No. 6 did not.",
    "Patent Nos. 4 and 5 were granted.",
    "See Fig. 3 for details.",
    "Fenwick vs. Harrow was settled.",
    "Margins were approx. 40 percent.",
    "Lamps, bulbs, etc. are sold.",
    "It makes parts (e.g. Valves, pumps).",
    "Hana Ruiz, Ph.D. leads research.",
    "The award went to Ito, M.D. of Kyoto.",
    '"We grew," said Vale.|"We will grow more."',
    '"We grew."|Vale said so.',
    "\u201cWe grew.\u201d|\u201cWe hire.\u201d",
    '"Did we grow?" asked Vale.|"Yes."',
    "Who knows?|We do!",
    "It was a record!|Costs fell.",
    "Yodel! Inc. was renamed.",
    "The results (see below) are final.|They are audited.",
    "The results are final (unaudited).|They stand.",
    "(Figures are rounded.)|Totals may differ.",
    "Visit www.fenwick.example.|Or call.",
    "Visit www.fenwick.example/news.html today.",
    "Mail ir@fenwick.example.|Or call.",
    "Growth ... slowed.",
    "Growth slowed...|The board met.",
    "ELMIRA, N.Y. ... Fenwick said sales rose.",
    "Version 2.0 ships.|Version 2.1 follows.",
    "Class A shares trade.|Class B shares do not.",
    "It sells eGrain.|iLamp is new.",
    "Revenue was $5.|$3 was cash.",
    "Sales rose; costs fell: margins grew.",
    "1. The unit closes.",
    "We bought it.|10 people came.",
    "It has plants in Mass. and Conn.",
    "The board of Fenwick Inc. Class A stock voted.",
]


@pytest.mark.parametrize("case", CASES)
def test_sentence_ends(case: str) -> None:
    expected = case.split("|")
    text = " ".join(expected)
    assert [text[start:end] for start, end in split(text)] == expected


def test_a_sentence_without_an_end_is_cut_at_the_cap() -> None:
    text = "word " * 3000
    pieces = split(text)
    assert all(end - start <= CAP for start, end in pieces)
    assert "".join(text[start:end] for start, end in pieces).replace(" ", "") == "word" * 3000


@given(st.text(alphabet=" .!?\u2026\"'()abAB1$\u201d\n", max_size=300))
def test_sentences_cover_everything_but_blanks_in_order(text: str) -> None:
    pieces = split(text)
    assert all(first[1] <= second[0] for first, second in pairwise(pieces))
    assert "".join(text[start:end] for start, end in pieces).replace(" ", "").replace("\n", "") == text.replace(
        " ", ""
    ).replace("\n", "")


@pytest.mark.parametrize(
    "text",
    ["Sales grew in the coming years.In the first half they fell.", "It was 73% in 2023.The ratio was 67% before."],
)
def test_sentences_that_lost_the_blank_between_them_are_two(text: str) -> None:
    assert len(split(text)) == 2
