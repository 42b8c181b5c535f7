"""Bytes are decoded by their mark, their declaration or what they look like."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.errors import UnreadableError
from kg.read.encoding import decode
from kg.read.reading import read

WORDS = "Caf\u00e9 \u201cLuz\u201d \u2014 5 \u20ac"


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_that_need_no_declaration(name: str) -> None:
    assert decode((WORDS * 20).encode(name)).removeprefix("\ufeff") == WORDS * 20


def test_a_declared_encoding() -> None:
    page = '<html><head><meta charset="iso-8859-7"></head><p>\u0391\u03b8\u03ae\u03bd\u03b1</p>'
    assert decode(page.encode("iso-8859-7")) == page


def test_a_wrong_declaration_is_not_believed() -> None:
    page = '<html><meta charset="no-such-set"><p>caf\u00e9</p>'
    assert decode(page.encode("cp1252")) == page


def test_bytes_that_windows_leaves_undefined_stay() -> None:
    assert decode(b"a\x81\x93b") == "a\x81\u201cb"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"%PDF-1.4 text", "PDF"),
        (b"\x89PNG\r\n", "picture"),
        (bytes(range(256)), "binary"),
        (b"text\x00text", "binary"),
        (b"{\\rtf1 text}", "RTF"),
        (b"<html><body></body></html>", "no text"),
        (b"word " * 500_000, "longer"),
    ],
)
def test_what_is_no_text_says_what_it_is(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read("a", data)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        documents = read("a", data)
    except UnreadableError:
        return
    for document in documents:
        assert document.text.encode()
        ends = 0
        for block in document.blocks:
            assert block.span.start >= ends
            ends = block.span.end


MARKUP = (
    "<p> </p> <table> <tr> <td> </td> </table> <br> <pre> <li> 1,234 $ ( ) % 2003 Net sales rose. May 5, -- .... | <S> <C>"
    " <DOCUMENT> <TYPE>EX-99.1 <TEXT> About Contact: **bold** # * \u2022 \u00a0 &amp; &#0; <PAGE> Exhibit"
)
PHRASES = (
    "\n",
    "\n\n",
    "    ",
    "\t",
    "FOR IMMEDIATE RELEASE",
    "ELMIRA, N.Y., May 5, 2003 -- ",
    "forward-looking statements",
)
FRAGMENTS = st.sampled_from([*MARKUP.split(" "), *PHRASES])


@given(st.lists(FRAGMENTS, max_size=60))
@example(
    ["ELMIRA, N.Y., May 5, 2003 -- ", "ELMIRA, N.Y., May 5, 2003 -- ", "**bold**", "\n\n", "forward-looking statements"]
)
def test_any_soup_keeps_its_spans(pieces: list[str]) -> None:
    data = " ".join(pieces).encode()
    try:
        documents = read("a", data)
    except UnreadableError:
        return
    for document in documents:
        ends = 0
        for block in document.blocks:
            assert block.span.start >= ends
            ends = block.span.end
        for sentence in document.sentences:
            passage = sentence.passage
            for at, letter in enumerate(passage.text):
                there = document.text[passage.origin(at)]
                assert there == letter or (letter == " " and there.isspace())
        for cell in (cell for table in document.tables for row in table.rows for cell in row):
            there = document.text[cell.span.start : cell.span.end]
            assert there.split()[0][0] == cell.text[0]
