"""Letters and words of names, brought to one spelling."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

# Letters that no decomposition turns into ASCII.
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_QUOTES = re.compile("['\u2018\u2019\u0060\u00b4]")
_INITIALS = re.compile(r"\b(?:[a-z]\.){1,6}[a-z]\b\.?|\b(?:[a-z]\.){2,6}")
_WORD = re.compile(r"[a-z0-9]+")


def folded(text: str) -> str:
    """The text in lower case ASCII letters, accents and apostrophes dropped, `S.p.A.` as `spa`, & as and."""
    plain = _QUOTES.sub("", text.casefold().translate(_LETTERS))
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    plain = _INITIALS.sub(lambda match: match.group().replace(".", ""), plain)
    return plain.replace("&", " and ").replace("+", " and ")


def words_of(text: str) -> list[str]:
    """The words of a folded text."""
    return _WORD.findall(text)


def likeness(left: str, right: str) -> float:
    """How like two strings are, 0 to 1, the same either way round."""
    first, second = sorted((left, right))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()
