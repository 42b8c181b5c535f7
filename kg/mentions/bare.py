"""Capitalised phrases without a legal form: which of them can be names at all."""

from __future__ import annotations

import re
from functools import cache

from kg.mentions.runs import Run, is_form
from kg.mentions.words import bare_words, exchanges, given_names, org_heads, stop_words, stops, title_words, wires


def bare_name(run: Run, *, listed: bool = False) -> tuple[int, int, str] | None:
    """A run of capitalised words that can be a name without a legal form, function words cut off."""
    words = list(run.words)
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
    if (
        len(text) < 2
        or text.isdigit()
        or re.fullmatch(r"[QH][1-4]|FY\d*|\d{2,}[A-Z]{1,2}|[IVX]+", text)
        or excluded(text)
    ):
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
    twice = re.match(r"(.{3,60}?) ?(?=\1$)", whole, re.IGNORECASE)
    if not twice:
        return words
    start = words[0][0] + twice.end()
    kept = [(max(begin, start), end, word) for begin, end, word in words if end > start]
    begin, end, word = kept[0]
    return [(begin, end, word[len(word) - (end - begin) :]), *kept[1:]]


def title_case(text: str) -> bool:
    """Whether most longer words of a line are capitalised: a heading, whatever its block says."""
    longer = [word for word in text.split() if len(word) > 3]
    return len(longer) >= 3 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)


def personal(phrase: str) -> bool:
    """Whether a phrase looks like a person's name: a common given name and one or two plain words."""
    words = phrase.split()
    return (
        2 <= len(words) <= 3
        and len(words[0]) > 2
        and words[0] in given_names()
        and words[-1].lower() not in org_heads()
        and words[-1][1:].islower()
    )


_QUOTED_ON = frozenset(("otc", "otcqb", "otcqx", "otcid", "nyse", "nasdaq", "tsx", "tsxv", "tsx-v", "amex"))


def excluded(name: str) -> bool:
    """Whether a phrase is never a party: a wire service, an exchange, a code, a form's name, a given name."""
    low = name.lower()
    if re.fullmatch(r"[A-Z]{2}[A-Z0-9]{9}\d", name) or re.search(r"[A-Za-z](?:The|Is|Founded|Based)\b", name):
        return True
    if low.endswith(("-based", "-owned", "-listed")) or low.split()[0] in _QUOTED_ON:
        return True
    if re.search(r"\b(?:stock|securities) (?:exchange|market)\b|^nasdaq\b|^nyse\b", low) and "commission" not in low:
        return True
    if (
        re.match(r"(?:Mr|Mrs|Ms|Dr|Prof)\b", name)
        or is_form(name)
        or re.fullmatch(r"[A-Z]{2,5}(?:\.[A-Z]{1,3})+", name)
    ):
        return True
    if re.fullmatch(r"[A-Z]{2,}-?\d+[A-Za-z]?", name) or re.search(r"[a-z]TM$", name):
        return True
    return (
        low in wires()
        or low in exchanges()
        or low in stop_words()
        or low.split()[0] in ("form", "rule", "section", "item")
        or (len(low.split()) == 1 and name in given_names())
    )
