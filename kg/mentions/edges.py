"""Where names with a legal form begin and end beyond their capitalised words: "At Hearth, Inc.", "Trust Company of Canada"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.mentions.gazetteer import wide_names
from kg.mentions.runs import Run, is_form
from kg.mentions.words import stops, word_class

_OF_LAND = re.compile(r" of (?P<land>(?:New |North |South |West )?[A-Z][a-z]+)(?![\w’'-])(?! [A-Z])")
CLASS_OF_COMPANY = re.compile(r"[BCS] Corp(?:oration|s|\.)?|(?:Shell|Blank[- ]Check) (?:Company|Corp\w*)")


def opened(
    text: str, whole: Sequence[tuple[int, int, str]], words: tuple[tuple[int, int, str], ...]
) -> tuple[tuple[int, int, str], ...]:
    """The words of a name with the small word that opens it, which no sentence begins with there: "Alder, At Hearth, Inc."."""
    before = len(whole) - len(words) - 1
    if before < 0 or len(words) < 2 or not is_form(words[-1][2]):
        return words
    start, _, word = whole[before]
    runs_on = text[max(0, start - 2) : start - 1].isalpha() and text[max(0, start - 2)].islower()
    listed = text[max(0, start - 2) : start] == ", " and before == 0
    opens = word.lower() in word_class("name-openers") and word[1:].islower() and (runs_on or listed) and before == 0
    return (whole[before], *words) if opens and words[0][0] == whole[before][1] + 1 else words


def with_fields(text: str, pieces: Sequence[Run], at: int, words: Sequence[tuple[int, int, str]]) -> int | None:
    """The start of a name that joins two fields of work: "Alder Applied Science and Technology Research Institute"."""
    before = pieces[at - 1] if at else None
    if before is None or text[before.end : pieces[at].start] != " and " or len(before.words) < 2:
        return None
    fields = word_class("paired-fields")
    paired = before.words[-1][2].lower() in fields and words[0][2].lower() in fields
    return before.start if paired and not stops(before.words[0][2]) else None


def with_land(text: str, end: int, words: Sequence[tuple[int, int, str]]) -> int:
    """Where a name ends that goes on with "of" and a land; `end` where it does not."""
    if words[-1][2] not in ("Company", "Corporation", "Co.", "Corp."):
        return end
    seat = _OF_LAND.match(text, end)
    return seat.end() if seat and _of_its_name(words, seat["land"]) else end


def _of_its_name(words: Sequence[tuple[int, int, str]], land: str) -> bool:
    """Whether a land belongs to the name before it: "Trust Company of Canada", "Corporation of America", no mere seat."""
    if land == "America":
        return True
    trade = words[-2][2].lower() if len(words) > 1 else ""
    return words[-1][2] == "Company" and land.lower() in wide_names() and trade in word_class("seated-trades")
