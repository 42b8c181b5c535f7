"""Numbers in running text: digits with their scale, and number words."""

from __future__ import annotations

import re
from decimal import Decimal, getcontext
from functools import lru_cache
from typing import NamedTuple


class Number(NamedTuple):
    """A number as it stands in a text; `places` are the decimals of `value` that the print decides."""

    start: int
    end: int
    value: Decimal
    places: int
    printed: str


_SCALES = {
    "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12,
    "k": 3, "mm": 6, "mn": 6, "m": 6, "mil": 6, "bn": 9, "b": 9, "tn": 12, "lakh": 5, "crore": 7,
}  # fmt: skip
DIGITS = r"(?:\d{1,3}(?:(?:,\d{3})+|(?:['’]\d{3})+)(?!\d)|\d+)(?:\.\d+)?|\.\d+"
SCALE = r"(?:[\s-]{0,2}(?:thousand|million|billion|trillion|crore|lakh|mil)\b|\s?(?:mm|mn|bn|tn)\b|[kmb]\b)"

_UNITS = {
    word: at
    for at, word in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
         "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
    )
}  # fmt: skip
_TENS = {
    word: 10 * at
    for at, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2)
}
_SMALL = "|".join(sorted((*_UNITS, *_TENS), key=len, reverse=True))
WORDS = (
    rf"(?:(?:{_SMALL})(?:[\s-](?:{'|'.join(list(_UNITS)[1:10])}))?|a|half\sa)(?:\s(?:hundred|dozen))?"
    r"(?:[\s-](?:thousand|million|billion|trillion))?"
)
# A letter after a bare number is part of a name ("3M"), not a scale.
_SPELLED_SCALE = r"[\s-]{0,2}(?:thousand|million|billion|trillion|crore|lakh)\b"
_DIGIT_NUMBER = re.compile(
    rf"(?<![\w.,/#:-])(?<![$€£¥])(?:(?<=\s)|(?<=^)|(?<=[(\[–—~-]))(?P<n>{DIGITS})(?P<s>{_SPELLED_SCALE})?"
    r"(?![\w/]|,\d|\.\d|:\d|-\d|-for-)",
    re.IGNORECASE,
)
_WORD_NUMBER = re.compile(rf"(?<![\w-])(?P<w>{WORDS})(?![\w]|-\w)", re.IGNORECASE)
_LETTERS = re.compile(r"[a-z]+")
_SPELLED = frozenset((*_UNITS, *_TENS, "dozen", "hundred", "thousand", "million", "billion"))
# After these a number is a name: a rule, a form, a page.
_NAMED = re.compile(
    r"(?:\b(?:rule|form|section|item|no\.?|number|article|chapter|exhibit|part|suite|room|page|phase|class|type|"
    r"level|version|release|route|box|sfas|fas|fasb|fin|asu|asc|topic|title|note|series|model|stage|figure|"
    r"schedule|highway|interstate|act of|ext\.?|extension|code|passcode|id|pin|tier|category|volume|generation)"
    r"|\bphases? \d[a-z]? (?:and|or|/)|#)\s?$",
    re.IGNORECASE,
)


def decimal_number(digits: str, scale: str | None) -> tuple[Decimal, int]:
    """The value of printed digits with a scale word, and the decimal places that the print decides."""
    plain = re.sub("[,'’]", "", digits)
    power = _SCALES.get(re.sub(r"[\s-]", "", scale).lower(), 0) if scale else 0
    places = len(plain.partition(".")[2]) - power
    return tidy(Decimal(plain).scaleb(power)), places


def tidy(value: Decimal) -> Decimal:
    """The same value without exponent or trailing zeros: 1.55E+7 is 15500000."""
    whole = value.to_integral_value()
    if value != whole:
        return value.normalize()
    # More digits than decimals are reckoned with, as in a line of figures run together, cannot be quantized.
    return whole.quantize(Decimal(1)) if whole.adjusted() < getcontext().prec else Decimal(int(whole))


def word_number(words: str) -> tuple[Decimal, int] | None:
    """The value of number words such as "twenty-five million"; None when they are none."""
    total = 0
    power = 0
    for part in re.split(r"[\s-]+", words.lower()):
        if part in _UNITS:
            total += _UNITS[part]
        elif part in _TENS:
            total += _TENS[part]
        elif part == "a":
            total = total or 1
        elif part == "dozen":
            total *= 12
        elif part == "hundred":
            total *= 100
        elif part in _SCALES:
            power = _SCALES[part]
        elif part != "half":
            return None
    value = Decimal(total).scaleb(power)
    return tidy(value / 2 if words.lower().startswith("half") else value), -power


@lru_cache(maxsize=64)  # amounts, numbers and values ask about one sentence after the other
def letters_of(text: str) -> frozenset[str]:
    """The stretches of letters of a text in lower case: the cheap gate before any reader of words."""
    return frozenset(_LETTERS.findall(text.lower()))


def find_numbers(text: str) -> list[Number]:
    """Every number of the text that is not the name of a rule, form or product, in order.

    Years, percents and money are numbers too: the caller knows what stands around them.
    """
    return list(_find_numbers(text))


@lru_cache(maxsize=2048)  # calendar, mentions and facts ask about the same sentence
def _find_numbers(text: str) -> tuple[Number, ...]:
    found = [
        Number(match.start(), match.end(), *decimal_number(match["n"], match["s"]), match[0])
        for match in _DIGIT_NUMBER.finditer(text)
        if not _NAMED.search(text, max(0, match.start() - 14), match.start())
    ]
    if not _SPELLED.isdisjoint(letters_of(text)):
        for match in _WORD_NUMBER.finditer(text):
            if match["w"].lower() in ("a", "half a") or _NAMED.search(text, max(0, match.start() - 14), match.start()):
                continue
            read = word_number(match["w"])
            if read is not None:
                found.append(Number(match.start(), match.end(), *read, match[0]))
    return tuple(sorted(found))
