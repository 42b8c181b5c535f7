"""A pattern's heads are the beginnings of every text that it can match."""

from __future__ import annotations

import pytest

from kg.text.heads import heads, verb_heads


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"acquir(?:ed|es|ing) {what:org}", {"acquir"}),
        (r"(?:sold|divested?) its", {"sold", "divested"[:-1]}),
        (r"(?:sign(?:ed|s)?|enter(?:ed|s) into) an agreement", {"sign", "enter"}),
        (r"\b(?:open|clos)(?:ed|ing)", {"open", "clos"}),
        (r"(?P<verb>reducing) its workforce", {"reducing"}),
        (r"(?!sold out)sold", {"sold"}),
        (r"re-?aligned", {"re"}),
        (r"Joins|Named", {"joins", "named"}),
        (r"(?:the |its )?merger", {"the", "its", "merger"}),
        (r"(?:still ){0,2}?(?:now )*open", {"still", "now", "open"}),
    ],
)
def test_heads_begin_every_match(pattern: str, expected: set[str]) -> None:
    assert heads(pattern) == expected


@pytest.mark.parametrize(
    "pattern",
    [
        r"{who:org} acquired",
        r"(?:the )?{who:org} merger",
        r"(?:a )?merger",
        r"(?:\S+ ){0,3}sold",
        r"[A-Z]\w+ sold",
        r"sold|{money} charge",
        r"a?cquired",
        r"\d+ jobs",
        r"(?-i:[A-Z])nc",
    ],
)
def test_pattern_that_can_begin_with_anything_has_no_heads(pattern: str) -> None:
    assert heads(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"{who:org} (?:has |have )?(?P<verb>won|landed) an order", {"won", "landed"}),
        (r"(?<!\w)(?:{who:org} (?P<verb>(?:is|was) sold))", {"is", "was"}),
        (r"{who:org}(?: (?P<verb>won))? today", None),  # an option
        (r"{who:org} (?P<verb>won)? today", None),
        (r"{who:org}(?P<verb>won) today", None),  # not sure to begin a word
        (r"{who:org} sold|{who:org} (?P<verb>won)", None),  # a choice
        (r"{who:org} (?P<verb>{money}) today", None),
    ],
)
def test_the_verb_that_every_match_holds(pattern: str, words: set[str] | None) -> None:
    assert verb_heads(pattern) == words
