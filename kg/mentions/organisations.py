"""Names of organisations by their own shape: legal forms, head words, public bodies.

What only the sentence around a name can tell (`X, a maker of pumps`) is in kg/mentions/frames.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.mentions.bare import personal
from kg.mentions.edges import CLASS_OF_COMPANY, opened, with_fields, with_land
from kg.mentions.gazetteer import cities, wide_names
from kg.mentions.runs import Run, is_form, plain_form, runs
from kg.mentions.words import agencies, bare_words, org_heads, stop_words, stops, title_words, word_class
from kg.text.forms import occurrences

_BASED = ("-based", "-owned", "-listed", "-headquartered")
_TELLING = frozenset(("regarding", "concerning", "contact", "contacts"))
_DIRECTIONS = frozenset(("southern", "northern", "eastern", "western", "american", "united"))
_SURE_FORMS = frozenset(
    ("AG", "SE", "GmbH", "Inc", "plc", "PLC", "Ltd", "LLC", "AB", "ASA", "NV", "SA", "SpA", "Oyj", "Corp")
)
_BODIES = frozenset(
    (
        "foundation",
        "institute",
        "association",
        "coalition",
        "society",
        "federation",
        "hospital",
        "museum",
        "union",
        "alliance",
    )
)
_OPENS = re.compile(r"(?<![\w.&-])")
_CLOSES = re.compile(r"(?![\w&-])(?! (?:Corp|Inc|Group|LLC|Ltd)\b)")
_LOWER_NAME = re.compile(
    r"(?:(?<=^)|(?<=[.(“\"] )|(?<=[(“\"])|(?<=\b(?:of|by|at|to) )|(?<=\b(?:for|and|the) )|(?<=\b(?:with|from) )|(?<=[-–—] )|(?<=[–—]))(?P<name>[a-z][a-z0-9]{2,}(?:[.-][a-z]+)?(?: [a-z]{2,10})?),? $"
)


_TRADES = frozenset(("insurance", "travel", "advertising", "ad", "creative", "talent", "staffing", "employment", "marketing", "digital", "media", "communications", "collection", "modeling", "pr", "relations", "design", "branding", "title", "risk"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class OrgName:
    """A capitalised phrase that may name an organisation; positions count in the text given."""

    start: int
    end: int
    text: str
    basis: str  # form | head | weak-head | agency | bare
    nature: str = "company"


def organisation_names(text: str, *, heading: bool = False) -> list[OrgName]:
    """The phrases of a text that are organisations by shape, in order; `heading` is for title case."""
    pieces = runs(text)
    found: list[OrgName] = []
    agencies_found = [
        OrgName(start, end, form, "agency", "agency")
        for start, end, form in occurrences(text, _agency_forms(), _OPENS, _CLOSES)
    ]
    for at in range(len(pieces)):
        before = found[-1] if found else None
        name = _named(text, pieces, at, heading=heading)
        if name is not None and (before is None or name.start >= before.end):
            found.append(name)
        elif name is not None and before is not None and name.end > before.end:
            found[-1] = name
        elif name is not None and before is not None and name.basis == "form" and name.end == before.end:
            found[-1] = OrgName(before.start, before.end, before.text, "form")
    kept = [n for n in found if not any(a.start < n.end and n.start < a.end for a in agencies_found)]
    return sorted([*kept, *agencies_found], key=lambda name: name.start) if agencies_found else found


def _named(text: str, pieces: Sequence[Run], at: int, *, heading: bool) -> OrgName | None:
    words = opened(text, pieces[at].words, _trim(pieces[at].words, heading=heading))
    if not words:
        return None
    last = words[-1][2]
    if len(words) == 1 and is_form(last) and plain_form(last) in _SURE_FORMS:
        return _lower_case(text, words[0][0], words[0][1])
    if is_form(last) and (len(words) > 1 or _joined_before(text, pieces, at)):
        start = _widen(text, pieces, at, words[0][0])
        return _form_name(text, start, words)
    return _headed(text, pieces, at, words, heading=heading)


def _form_name(text: str, start: int, words: Sequence[tuple[int, int, str]]) -> OrgName | None:
    """The name that ends in a legal form; None where only common words stand before it."""
    end = with_land(text, words[-1][1], words)
    name = text[start:end]
    if _a_state(name, words):
        return None
    place = " ".join(w for _, _, w in words[:-1]).lower().removesuffix(" business").removesuffix(" limited liability")
    if place in wide_names() and start == words[0][0]:
        return None
    owner = re.match(r"(?P<place>[A-Z][\w. -]*?)[’']s ", text[start:end])
    if (
        owner
        and (owner["place"].lower() in cities() or owner["place"].lower() in wide_names())
        and len(words) > len(owner[0].split()) + 1
    ):
        return _form_name(text, start + owner.end(), words[len(owner[0].split()) :])
    own = text[start : words[-1][1]]
    forms = [word for word in own.split() if not is_form(word) and word not in ("&", "and", "of", "the", "The")]
    if is_form(words[0][2]) and start == words[0][0]:
        return None
    if CLASS_OF_COMPANY.fullmatch(name):
        return None
    if not forms or all(word.lower().strip(",.") in stop_words() for word in forms):
        return None
    if (
        len(forms) == 1
        and forms[0].lower() in bare_words() - _DIRECTIONS
        and plain_form(words[-1][2]).lower() in ("company", "companies", "co")
    ):
        return None
    return OrgName(start, end, name, "form")


def _a_state(name: str, words: Sequence[tuple[int, int, str]]) -> bool:
    """Whether the last word is a state behind its city ("Fort Alder, CO"), not a legal form."""
    last = words[-1][2]
    if plain_form(last) not in ("NV", "CO", "PA", "SC") or "." in last.rstrip("."):
        return False
    city = name[: -len(last)].rstrip(", ")
    if not last.endswith(".") and city.lower() in cities():
        return True
    return plain_form(last) == "CO" and city.upper() != city and f", {last}" in name and "&" not in name


def _lower_case(text: str, start: int, end: int) -> OrgName | None:
    """A name printed in lower case before its legal form ("alder bio, Inc.")."""
    found = _LOWER_NAME.search(text[:start])
    if not found or found["name"].split()[-1] in bare_words():
        return None
    return OrgName(found.start("name"), end, text[found.start("name") : end], "form")


def _joined_before(text: str, pieces: Sequence[Run], at: int) -> bool:
    """Whether "and Co." or ", Incorporated" carries on the run before."""
    return at > 0 and text[pieces[at - 1].end : pieces[at].start] in (" and ", ", ", " ")


def _widen(text: str, pieces: Sequence[Run], at: int, start: int) -> int:
    """The start of a legal-form name with what commas, "and" and "of" join to its left."""
    while at > 0:
        before = pieces[at - 1]
        gap = text[before.end : start]
        words = _trim(before.words, heading=False)
        if not words or words[-1][1] != before.end or is_form(before.words[-1][2]):
            return start
        own = text[start : pieces[at].end]
        firm = " & " in own or (gap == ", " and " and " in own)
        tail = len(own.split()) == 1
        joins = (
            (gap in (" and ", " AND ") and (tail or _generic(own)))
            or (gap == ", " and (firm or tail) and len(words) <= 2 and words[-1][2].lower() not in wide_names())
            or (gap in (" of ", " OF ") and _names_of(before.words[-1][2].lower()) and not _surname(before, own))
        )
        if gap in (" of ", " OF ") and personal(" ".join(word for _, _, word in words)):
            return start  # a person and the firm: "Ann Lee of Alder Inc."
        if not joins or before.words[-1][2].lower() in title_words("officer"):
            return start
        start = words[0][0]
        at -= 1
    return start


def _surname(before: Run, own: str) -> bool:
    """Whether one strange word stands before "of" and a whole name: "Chumley of Alder Inc."."""
    word = before.words[-1][2].lower()
    kind = word.endswith("s") or word in word_class("of-heads") or word in org_heads() or word in bare_words()
    return len(before.words) == 1 and not kind and len(own.split()) > 1


def _generic(name: str) -> bool:
    """Whether a name with a legal form has nothing of its own before it: "Chemicals, Inc." of "Alder and Chemicals, Inc."."""
    own = [word.lower().strip(",.") for word in name.split() if not is_form(word.rstrip(","))]
    return len(own) == 1 and own[0] in org_heads() and not own[0].endswith("ings")


def _names_of(word: str) -> bool:
    """Whether "of" after a word goes on with one name ("Bank of ..."), not with an act ("Purchase of ...")."""
    if word in word_class("of-heads"):
        return True
    return (
        word not in word_class("no-of")
        and word not in title_words("head")
        and not word.endswith(("tion", "ment", "sion", "ance", "ing", "al"))
    )


def _trim(words: tuple[tuple[int, int, str], ...], *, heading: bool) -> tuple[tuple[int, int, str], ...]:
    """The words of a run without those that cannot stand in a name."""
    based = next((at for at in range(len(words) - 1, -1, -1) if words[at][2].lower().endswith(_BASED)), -1)
    words = words[based + 1 :]
    if heading or _shouting(words):
        stop = stop_words()
        while words and words[-1][2].lower().strip(".,") in stop and not is_form(words[-1][2]):
            titled = words[-1][2].lower() in word_class("financial-titles")
            words = words[:-1]
            if titled and len(words) > 1 and words[-1][2].lower() == "financial":
                words = words[:-1]  # "Alder Mills Financial Highlights" is a title over Alder Mills
        for at in range(len(words) - 1, -1, -1):
            word = words[at][2].lower().strip(".,")
            if word in stop and not is_form(words[at][2]):
                if word in ("of", "and", "the") and 0 < at < len(words) - 1 and _inner(words, at):
                    continue
                return words[at + 1 :]
        return words
    told = next((at for at in range(len(words) - 1, -1, -1) if words[at][2].lower() in _TELLING), -1)
    words = words[told + 1 :]
    while words and (stops(words[0][2]) or words[0][2].lower() in title_words("officer")) and not is_form(words[0][2]):
        words = words[1:]
    return words


def _inner(words: Sequence[tuple[int, int, str]], at: int) -> bool:
    """Whether "OF" or "AND" stands inside a shouted name ("ROCK OF AGES CORPORATION", "ALDER AND CO.")."""
    before, after = words[at - 1][2].lower().strip(".,"), words[at + 1][2]
    if words[at][2].lower() == "of":
        return before not in stop_words() | bare_words() and _names_of(before)
    return words[at][2].lower() == "and" and at + 2 == len(words) and is_form(after)


def _shouting(words: Sequence[tuple[int, int, str]]) -> bool:
    return len(words) > 3 and all(word.upper() == word for _, _, word in words)


@cache
def _agency_forms() -> tuple[str, ...]:
    """The printed forms of public bodies, longer ones first."""
    forms = {form for listed in agencies().values() for form in listed}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


@cache
def _ordinary_words() -> frozenset[str]:
    """Words that name no organisation even before a head word: "Corporate Communications"."""
    return bare_words() | frozenset(org_heads()) | title_words("area") | title_words("rank")


def _headed(
    text: str, pieces: Sequence[Run], at: int, words: Sequence[tuple[int, int, str]], *, heading: bool
) -> OrgName | None:
    federal = next((at for at, word in enumerate(words) if word[2] in ("U.S.", "US") and at), 0)
    words = words[federal:] if org_heads().get(words[-1][2].lower(), ("",))[0] == "agency" else words
    start, end = words[0][0], words[-1][1]
    first, last = words[0][2].lower(), words[-1][2].lower()
    nature, strong = org_heads().get(last, ("", False))
    if last == "agency" and len(words) > 1 and words[-2][2].lower() in _TRADES:
        nature, strong = "company", len(words) > 2
    if last in word_class("of-heads") and text.startswith((" of ", " for ") if last != "bank" else " of ", end):
        linked = _linked(text, pieces, at, end, last)
        if linked is not None:
            whole, head = linked
            sure = head in ("agency", "university") or last == "bank"
            return OrgName(start, whole, text[start:whole], "head" if sure else "weak-head", head)
    if not nature or len(words) < 2 or first in title_words("officer"):
        return None
    wide = with_fields(text, pieces, at, words) if start == pieces[at].start else None
    if wide is not None:
        return OrgName(wide, end, text[wide:end], "head", nature)
    telling = len(words) > 2 and (strong or any(is_form(word) for _, _, word in words))
    if not telling and all(word.lower() in _ordinary_words() for _, _, word in words):
        return None
    sure = (
        strong
        or (nature == "other" and len(words) > 2 and last in _BODIES)
        or (nature == "agency" and len(words) > 2 and last not in ("congress", "department", "court"))
    )
    return OrgName(start, end, text[start:end], "head" if sure and not heading else "weak-head", nature)


def _linked(text: str, pieces: Sequence[Run], at: int, end: int, last: str) -> tuple[int, str] | None:
    """Where "Bank of Yarrow" or "Department of Health and Care" ends, and its nature."""
    if at + 1 >= len(pieces) or pieces[at + 1].start - end > 9:
        return None
    head = org_heads().get(last, ("company" if last == "bank" else "other", False))[0]
    after = pieces[at + 1].words
    kept = next((number for number, word in enumerate(after) if stops(word[2])), len(after))
    if not kept:
        return None
    joined = after[kept - 1][1]
    if last == "department" and text.startswith(" at ", joined):
        return None
    begins = {piece.start: piece for piece in pieces[at + 2 :]}
    beside = begins.get(joined + 5) if head == "agency" and text.startswith(" and ", joined) else None
    if beside is not None and not any(
        word.lower() in org_heads() or not word[1:].islower() for _, _, word in beside.words
    ):
        joined = begins[joined + 5].end
    while text.startswith(" of ", joined) and joined + 4 in begins and not stops(begins[joined + 4].words[0][2]):
        joined = begins[joined + 4].end
    return joined, head
