"""Capitalised phrases without a legal form: which of them can be names at all."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.mentions.gazetteer import demonyms, wide_names
from kg.mentions.runs import Run, is_form
from kg.mentions.words import bare_words, exchanges, given_names, org_heads, stop_words, stops, title_words, wires

_BASED = ("-based", "-owned", "-listed", "-headquartered")  # what stands before the name it tells of
_LONG_LOWER = re.compile(r" [a-z]{5,}\b")
_SAYS = re.compile(
    r" (?:include[sd]?|are|is|was|were|has|have|had|will|said|acted|served|joined|began|owns|holds|operates) "
)
_NUMBERED = re.compile(r"[QH][1-4]|FY\d*|\d{2,}[A-Z]{1,2}|[IVX]+")
_TWICE = re.compile(r"(.{3,60}?) ?(?=\1$)", re.IGNORECASE)


@lru_cache(maxsize=1024)
def bare_name(run: Run, *, listed: bool = False) -> tuple[int, int, str] | None:
    """A run of capitalised words that can be a name without a legal form, function words cut off."""
    words = list(run.words)
    based = next((at for at in range(len(words) - 1, -1, -1) if words[at][2].lower().endswith(_BASED)), -1)
    words = words[based + 1 :]
    while words and stops(words[0][2]):
        words.pop(0)
    for at, (_, _, word) in enumerate(words):
        if stops(word):
            words = words[:at]
            break
    words = _once(words)
    half = len(words) // 2
    if half and [w for _, _, w in words[:half]] == [w for _, _, w in words[half : 2 * half]]:
        words = words[:half]
    if not words or len(words) > 6:
        return None
    low = [word.lower().strip(".,") for _, _, word in words]
    posts = post_words()
    if not (listed and len(low) == 1 and words[0][2].isupper()):
        plain = _plain_words(alone=len(low) == 1)
        if all(word in plain for word in low) or any(word in posts for word in low):
            return None
    text = (
        " ".join(word for _, _, word in words).rstrip(",.")
        if not words[-1][2].endswith("Inc.")
        else " ".join(w for _, _, w in words)
    )
    if len(text) < 2 or text.isdigit() or _NUMBERED.fullmatch(text) or excluded(text):
        return None
    return words[0][0], words[0][0] + len(text), text


@cache
def post_words() -> frozenset[str]:
    """The words that name posts, in lower case."""
    heads = title_words("head") | title_words("officer")
    return heads | {f"{word}s" for word in heads}


@cache
def _plain_words(*, alone: bool) -> frozenset[str]:
    """Words that make no name among themselves; heads of organisations too where one stands alone."""
    return bare_words() | post_words() | title_words("area") | (frozenset(org_heads()) if alone else frozenset())


def _once(words: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Words without a first copy of themselves that a lost line end left before them ("AlderAlder")."""
    whole = " ".join(word for _, _, word in words)
    twice = _TWICE.match(whole)
    if not twice:
        return words
    start = words[0][0] + twice.end()
    kept = [(max(begin, start), end, word) for begin, end, word in words if end > start]
    begin, end, word = kept[0]
    return [(begin, end, word[len(word) - (end - begin) :]), *kept[1:]]


def title_case(text: str) -> bool:
    """Whether most longer words of a line are capitalised: a heading, whatever its block says."""
    if text.rstrip('”"’) ').endswith(".") and (_SAYS.search(text) or len(_LONG_LOWER.findall(text)) > 2):
        return False  # a sentence dense with names
    longer = [word for word in text.split() if len(word) > 3]
    return len(longer) >= 3 and len([word for word in longer if word[0].isupper()]) >= 0.8 * len(longer)


def _placed(name: str) -> bool:
    """Whether a phrase is a place or an adjective of one, with or without a direction."""
    words = [word.rstrip(".,") for word in name.split()]
    whole = " ".join(words).lower()
    if (
        whole in wide_names()
        or name.lower() in wide_names()
        or whole in ("us", "u.s", "usa", "uk", "eu", "washington d.c")
    ):
        return True
    return all(word in demonyms() or word.lower() in _DIRECTIONS for word in words)


def personal(phrase: str) -> bool:
    """Whether a phrase looks like a person's name: a common given name and one or two plain words."""
    if " & " in phrase:
        return all(personal(half) for half in phrase.split(" & "))
    words = phrase.split()
    return (
        2 <= len(words) <= 3
        and len(words[0]) > 2
        and words[0] in given_names()
        and words[-1].lower() not in org_heads()
        and words[-1][1:].islower()
    )


_DIRECTIONS = frozenset(("north", "south", "east", "west", "central", "latin", "native", "pan", "asian", "african"))
_CODE = re.compile(
    r"[A-Z]{2,6}s|[A-Z]{2}[A-Z0-9]{9}\d|[A-Z]{2,5}(?:\.[A-Z]{1,3})+|[A-Z]{2,}-?\d+[A-Za-z]?|[A-Z]{1,4}-[A-Z]{2,}\d+"
)  # ISIN, warrant, product
_NO_NAME = re.compile(
    r"[A-Za-z](?:The|Is|Founded|Based)\b|[a-z]{2}(?:With|Our|This|When|From|Through|While|About)\b|^ABOUT\b|^(?:Mr|Mrs|Ms|Dr|Prof|Judge|Justice|Senator|Governor)\b|\bSocial Media|^\d{3}-[A-Z]{3}\b|[a-z]TM$|\+\+|\w/\d|^DE CV\b|^(\w{3,}).* ?(?:AG|SA|SE|NV|Inc\.|LLC|Ltd\.)\1|-(?:based|owned|listed|certified|approved|led|backed)$"
)
_MARKET = re.compile(r"\b(?:stock|securities) (?:exchange|market)\b")
_QUOTED_ON = frozenset(
    (
        "form",
        "rule",
        "section",
        "item",
        "otc",
        "otcqb",
        "otcqx",
        "otcid",
        "nyse",
        "nasdaq",
        "tsx",
        "tsxv",
        "tsx-v",
        "amex",
    )
)


@lru_cache(maxsize=4096)
def excluded(name: str) -> bool:
    """Whether a phrase is never a party: a wire service, an exchange, a code, a form's name, a given name, a place."""
    low = name.lower()
    first = low.split()[0]
    if low in wires() or low in exchanges() or low in stop_words() or first in _QUOTED_ON or is_form(name):
        return True
    if _CODE.fullmatch(name) or _NO_NAME.search(name) or (first == low and name in given_names()):
        return True
    return _placed(name) or ("commission" not in low and bool(_MARKET.search(low)))
