"""The word lists of kg/data that name readers ask, each read once."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The tab-separated rows of a list, header comments left out."""
    text = (files("kg") / "data" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.rstrip("\n") for line in text.split("\n"))
    return tuple(tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#"))


@cache
def stop_words() -> frozenset[str]:
    """Lower-case words that cannot stand in a name."""
    return frozenset(row[0] for row in rows("not_names") if row[1] == "stop")


def stops(word: str) -> bool:
    """Whether a word as printed cannot stand in a name; capitals in mixed text ("ITS Freight") are no function word."""
    plain = word.strip(".,")
    return plain.lower() in stop_words() and not (plain.isupper() and len(plain) > 2)


@cache
def bare_words() -> frozenset[str]:
    """Lower-case words that are no name by themselves; the stop words among them."""
    return frozenset(row[0] for row in rows("not_names"))


@cache
def legal_forms() -> frozenset[str]:
    """Legal forms without dots, as printed and in capitals."""
    forms = {row[0] for row in rows("legal_forms")}
    return frozenset(forms | {form.upper() for form in forms})


@cache
def org_heads() -> dict[str, tuple[str, bool]]:
    """Head words in lower case -> (nature, whether the head is enough by itself)."""
    return {word.lower(): (nature, strength == "strong") for word, nature, strength in rows("org_heads")}


@cache
def agencies() -> dict[str, tuple[str, ...]]:
    """Public bodies by initials or short name -> their forms, that one first."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("agencies"):
        fuller = tuple(form for form in row[1].split("|") if form) if len(row) > 1 else ()
        plain = tuple("US " + form[5:] for form in fuller if form.startswith("U.S. "))
        found[row[0]] = tuple(dict.fromkeys((row[0], *fuller, *plain)))
    return found


@cache
def exchanges() -> dict[str, str]:
    """Marks of exchanges in lower case -> published name."""
    return {mark.lower(): name for mark, name in rows("exchanges")}


@cache
def wires() -> frozenset[str]:
    """Wire services and sites that carry releases, in lower case."""
    return frozenset(row[0].lower() for row in rows("wires"))


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of one class of kg/data/word_classes.txt; raises KeyError for a class that is not there."""
    return {row[0]: frozenset(row[1].split()) for row in rows("word_classes")}[name]


@cache
def given_names() -> frozenset[str]:
    """Common given names as printed."""
    return frozenset(name for row in rows("given_names") for name in row[0].split())


_CLEAR = str.maketrans(dict.fromkeys(',;:()[]"“”/–—!?|', " "))


@lru_cache(maxsize=1024)
def lower_words(text: str) -> frozenset[str]:
    """The words of a text in lower case, punctuation and possessives off."""
    low = text.lower().replace("’s ", " ").replace("'s ", " ").translate(_CLEAR)
    return frozenset([word.rstrip(".") for word in low.split()])


@cache
def title_words(part: str) -> frozenset[str]:
    """The words of one part (head, officer, rank, area) of the posts of people, in lower case."""
    return frozenset(row[1] for row in rows("title_words") if row[0] == part)
