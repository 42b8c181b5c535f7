"""Patterns over annotated text: slots are typed, gaps stay in the clause, positions lead back to the sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SettingsError
from kg.model import Mention, MentionKind
from kg.text.patterns import Annotated, annotate, compile_pattern, plain
from kg.text.rules import Rule, Rules

SENTENCE = "Orin Foods Corp. is closing its Dayton, Ohio plant, and Belcar Ltd. will buy it."


def mention(kind: MentionKind, words: str) -> Mention:
    start = SENTENCE.index(words)
    return Mention(kind, start, start + len(words), words, None)


def annotated(*extra: Mention) -> Annotated:
    return annotate(
        SENTENCE,
        [
            mention(MentionKind.ORG, "Orin Foods Corp."),
            mention(MentionKind.ORG, "Belcar Ltd."),
            mention(MentionKind.PLACE, "Dayton, Ohio"),
            mention(MentionKind.FACILITY, "plant"),
            *extra,
        ],
    )


def rules(pattern: str, *triggers: str) -> Rules:
    return Rules([Rule("test", pattern, triggers, {})])


def test_match_tells_its_mentions_and_its_place_in_the_sentence() -> None:
    closing = rules("{who:org} is closing its (?P<site>{where:place} {what:facility})", "clos*")
    (match,) = closing.matches(annotated())
    who = match.mention("who")
    assert who is not None
    assert who.text == "Orin Foods Corp."
    assert SENTENCE[match.start : match.end] == "Orin Foods Corp. is closing its Dayton, Ohio plant"
    assert match.text("site") == "Dayton, Ohio plant"
    assert SENTENCE[slice(*match.bounds("site"))] == "Dayton, Ohio plant"


def test_slot_is_not_filled_by_another_kind() -> None:
    assert not list(rules("{who:person} is closing", "closing").matches(annotated()))


def test_rule_without_its_trigger_does_not_run() -> None:
    assert not list(rules("{who:org} is closing", "opening").matches(annotated()))


def test_gap_stays_within_its_count() -> None:
    text = annotated().coded
    assert compile_pattern("{org} ..4 {place}").search(text)
    assert not compile_pattern("{org} ..2 {place}").search(text)


def test_first_of_overlapping_mentions_is_kept() -> None:
    coded = annotated(mention(MentionKind.PLACE, "Ohio"))
    assert [m.text for m in coded.mentions] == ["Orin Foods Corp.", "Dayton, Ohio", "plant", "Belcar Ltd."]


@pytest.mark.parametrize("pattern", ["{who:animal} sleeps", "{who:org} (", "{a:org} and {a:org}"])
def test_pattern_that_cannot_be_read_is_refused_by_name(pattern: str) -> None:
    with pytest.raises(SettingsError, match="pattern"):
        compile_pattern(pattern)


@pytest.mark.parametrize("triggers", [(), ("ab*",)])
def test_rule_without_a_usable_trigger_is_refused(triggers: tuple[str, ...]) -> None:
    with pytest.raises(SettingsError, match="trigger"):
        rules("{org}", *triggers)


@given(st.data())
def test_plain_undoes_the_coding(data: st.DataObject) -> None:
    text = data.draw(
        st.text(st.characters(max_codepoint=0x7F, categories=["L", "N", "P", "Zs"]), min_size=1, max_size=60)
    )
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6)))
    spans = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    coded = annotate(text, [Mention(MentionKind.ORG, a, b, text[a:b], None) for a, b in spans])
    assert plain(coded.coded, coded.mentions) == text
