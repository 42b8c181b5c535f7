"""Whether two noun phrases that something is told of may name one site: "the Ashford plant", "its new factory"."""

from __future__ import annotations

import re
from typing import Final

from kg.mentions.facilities import facilities

_NUMBERS: Final = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_COUNT: Final = re.compile(
    rf"\b(?:{'|'.join(_NUMBERS)}|several|another|additional|more|first|second|third|fourth|fifth|next|\d+(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(r"(?<![\w,.])\d[\d,.]*(?![\w])(?!st|nd|rd|th)")
_NAME: Final = re.compile(r"\b[A-ZÀ-Þ][\w'’&-]+")
# Words for a site that say nothing of its kind.
_GENERAL: Final = frozenset(
    [
        "facility",
        "facilities",
        "site",
        "location",
        "building",
        "project",
        "property",
        "space",
        "complex",
        "plant",
        "center",
        "centre",
        "campus",
    ]
)
_EMPTY: Final = frozenset(
    [
        "new",
        "newest",
        "latest",
        "first",
        "second",
        "third",
        "additional",
        "existing",
        "current",
        "former",
        "old",
        "state-of-the-art",
        "global",
        "world",
        "corporate",
    ]
)
_MANY_OF_ONE: Final = ("headquarters", "operations", "premises", "works", "offices", "us", "ss")


def one_site(one: str, two: str, *, placed: bool) -> bool:
    """Whether two noun phrases may name one site, where both are told with one place (`placed`) or either with none."""
    if one.lower() == two.lower():
        return True
    if not (_kinds_agree(one, two) and _counts_agree(one, two, strict=not placed) and _names_agree(one, two)):
        return False
    return placed or _one_noun(one, two)


def noun(what: str) -> str:
    """The noun of a phrase in lower case, without what follows it."""
    head = re.split(r", | (?:in|at|of|for|from|with|and|to|near|on) ", what, maxsplit=1)[0]
    return head.lower().rsplit(" ", 1)[-1]


def many(what: str) -> bool:
    """Whether a phrase speaks of several sites."""
    last = noun(what)
    return last.endswith("s") and not last.endswith(_MANY_OF_ONE)


def _kinds_agree(one: str, two: str) -> bool:
    mine, theirs = _kind(one), _kind(two)
    return mine == theirs or None in (mine, theirs) or {mine, theirs} == {"headquarters", "office"}


def _kind(what: str) -> str | None:
    """The type of the site; None where the words do not tell one."""
    found = facilities(what)
    if not found or found[-1].value == "other" or found[-1].text.lower() in ("plant", "plants"):
        return None
    return str(found[-1].value)


def _counts_agree(one: str, two: str, *, strict: bool) -> bool:
    """Whether numbers and sizes agree; where `strict`, a count that only one of them has tells them apart."""
    if many(one) != many(two):
        return False
    sizes = [set(_FIGURE.findall(what)) for what in (one, two)]
    if sizes[0] and sizes[1] and not sizes[0] & sizes[1]:
        return False
    counts = [{found.lower() for found in _COUNT.findall(what)} for what in (one, two)]
    if strict or (counts[0] and counts[1]):
        return counts[0] == counts[1]
    return True


def _names_agree(one: str, two: str) -> bool:
    mine, theirs = names(one), names(two)
    return not (mine and theirs) or bool(mine & theirs)


def names(what: str) -> set[str]:
    """The capitalised words of a phrase in lower case, kinds of site and words like "new" left out."""
    nouns = {word.lower() for site in facilities(what) for word in site.text.split()}
    words = {word.lower() for word in _NAME.findall(what.replace("’", "'"))}
    return words - nouns - _EMPTY - _GENERAL


def _one_noun(one: str, two: str) -> bool:
    """Whether the nouns are the same, or one is general and no more than that."""
    first, second = noun(one), noun(two)
    if first == second or one == "" or two == "":
        return True
    return any(_bare(what) for what in (one, two)) and _kind(one) in (None, _kind(two))


def _bare(what: str) -> bool:
    words = set(what.lower().split())
    return bool(words & _GENERAL) and words <= _GENERAL | _EMPTY
