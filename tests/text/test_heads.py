"""A pattern's heads are the beginnings of every text that it can match."""

from __future__ import annotations

import pytest

from kg.text.heads import heads


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
