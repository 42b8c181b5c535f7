"""A folded passage finds its way back to every character."""

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Passage
from kg.read.markup import marks
from kg.read.passages import fold


def agrees(text: str, passage: Passage) -> bool:
    """Whether each character of the passage is the one at its origin, white space folded."""
    return all(
        text[passage.origin(at)] == letter or (letter == " " and text[passage.origin(at)].isspace())
        for at, letter in enumerate(passage.text)
    )


@given(st.text(alphabet="ab-*# \n\t\u00a0\u200b[](:/h", max_size=120))
def test_every_character_is_found_again(text: str) -> None:
    passage = fold(text, 0, len(text), marks(text, 0, len(text)))
    if passage is not None:
        assert passage.text == passage.text.strip()
        assert "  " not in passage.text
        assert agrees(text, passage)


def test_white_space_of_every_kind_folds_to_one_blank() -> None:
    passage = fold(" net\n  sales\t\u00a0rose ", 0, 18)
    assert passage is not None
    assert passage.text == "net sales rose"


def test_a_word_broken_at_its_hyphen_is_joined() -> None:
    passage = fold("a long-\n   term plan", 0, 20)
    assert passage is not None
    assert passage.text == "a long-term plan"


def test_a_name_broken_at_its_hyphen_is_joined_and_a_dash_is_not() -> None:
    for text, folded in (("by Jean-\nLuc Tull", "by Jean-Luc Tull"), ("TROY, Ohio-\nTull", "TROY, Ohio- Tull")):
        passage = fold(text, 0, len(text))
        assert passage is not None
        assert passage.text == folded


def test_markup_is_left_out_and_the_words_keep_their_places() -> None:
    text = "* **Net sales** rose, [see here](https://fenwick.example/q1)."
    passage = fold(text, 0, len(text), marks(text, 0, len(text)))
    assert passage is not None
    assert passage.text == "Net sales rose, see here."
    assert text[passage.origin(passage.text.index("see"))] == "s"


def test_nothing_but_space_is_no_passage() -> None:
    assert fold(" \n\t ", 0, 4) is None


@given(st.text(alphabet="ab \n", min_size=1, max_size=80), st.data())
def test_a_slice_keeps_the_way_back(text: str, data: st.DataObject) -> None:
    passage = fold(text, 0, len(text))
    if passage is None:
        return
    start = data.draw(st.integers(0, len(passage.text) - 1))
    end = data.draw(st.integers(start + 1, len(passage.text)))
    piece = passage.slice(start, end)
    assert piece.text == passage.text[start:end]
    assert [piece.origin(at) for at in range(end - start)] == [passage.origin(at) for at in range(start, end)]
