"""What a post is over, where its field of work has a name of its own: "Head of Insights (AI and Retail) at Alder".

The fields that posts share ("sales", "finance") are read with the post itself, see kg/mentions/titles.py.
"""

from __future__ import annotations

import re

from kg.mentions.gazetteer import cities, wide_names
from kg.mentions.runs import is_form
from kg.mentions.words import given_names, stop_words, title_words

_CAPITAL = r"(?:R&D|[A-Z0-9][\w’'+-]*(?:/[A-Z][\w-]*)*)"
_ITEM = rf"{_CAPITAL}(?: {_CAPITAL}){{0,4}}(?: \([A-Z][\w ,&/-]{{0,30}}\)(?: {_CAPITAL}){{0,3}})?"
_LIST = rf"{_ITEM}(?:(?:, (?:and |& )?| and | & ){_ITEM}){{0,4}}"
_LEAD = r"(?P<lead>,? (?:of|for) (?:the |our |its )?|,? & |,? and |, | )"
_EMPLOYED = re.compile(rf"{_LEAD}(?P<field>{_LIST})(?=,? (?:at|with) (?:the )?[A-Z])")
_FOR = re.compile(rf"(?P<lead>, )(?P<field>{_LIST})(?= for (?:the )?[A-Z])")
_UNIT = re.compile(
    rf"{_LEAD}(?P<field>{_LIST}) (?:business(?:es)?|practice|group|team|segment|division|unit|department|operations|"
    r"organi[sz]ation|franchise|arm|region|sector|portfolio|vertical|function)(?![\w’'-])"
)
_ENDS = r"(?=[.,;:)”\"]|$| (?:at|for|said|says|who|effective)\b)"
_LISTED = re.compile(
    rf"(?P<lead>)(?P<field>(?:, {_CAPITAL}){{0,3}},? (?:&|and) {_CAPITAL}(?: {_CAPITAL}){{0,2}}){_ENDS}"
)
_ABBREVIATED = re.compile(
    rf"(?P<lead> of (?:the )?)(?P<field>{_CAPITAL}(?: {_CAPITAL}){{0,4}} \([A-Z][\w ,&/-]{{0,30}}\)(?: {_CAPITAL}){{0,3}}){_ENDS}"
)
_BEFORE_FIRM = re.compile(
    rf"(?P<lead>, )(?P<field>{_ITEM}(?:,? (?:and|&) {_ITEM})?)(?=(?:, | [-–—] )"
    rf"(?P<firm>{_CAPITAL}(?: (?:& |of |and )?{_CAPITAL}){{1,5}})(?=[.;”\"]|$| (?:said|says|who)\b))"
)
_OF_BEFORE_FIRM = re.compile(_BEFORE_FIRM.pattern.replace("(?P<lead>, )", "(?P<lead> of )", 1))
_TOP = re.compile(
    r"\b(?:ceo|cfo|coo|cto|cio|chief .*officer|chief executive|chairman|chairwoman|founder|co-founder|cofounder|owner|spokes\w+|mayor|senator|governor)$",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"(?:director|manager|head|lead|leader|[se]?vp|vice president|scientist|specialist)$", re.IGNORECASE
)
_NO_REMIT = (
    "member",
    "members",
    "agent",
    "agents",
    "trustee",
    "registrar",
    "auditor",
    "auditors",
)  # firms serve as such
_NO_WORD = ("'s", "’s", "Phone", "Email", "Tel", "Mobile", "Fax")  # an owner; a label run into the word before it
_MEETS = re.compile(r",? (?:at|with) the ")  # "Jane Doe, director, Alder, at the meeting"
_WORD = re.compile(r"[\w’'&+/.-]+")


def remit_end(text: str, core: str, end: int, *, fielded: bool) -> int:
    """Where the field of work behind a post ends; `end` where there is none.

    `core` is the post without its field; `fielded` tells whether text[:end] holds a common field already.
    """
    if text[end : end + 1] not in (" ", ",") or core.lower().endswith(_NO_REMIT):
        return end
    top = _TOP.search(core) is not None
    for found in _found(text, core, end, top=top, fielded=fielded):
        if found is not None and _a_field(found["field"]):
            return found.end()
    return end


def _found(text: str, core: str, end: int, *, top: bool, fielded: bool) -> list[re.Match[str] | None]:
    """The ways in which a field can stand at a position, the surest first."""
    unit, employed = _UNIT.match(text, end), _EMPLOYED.match(text, end)
    ways = [_led(text, unit, fielded=fielded), None if top else _led(text, employed, fielded=fielded)]
    if top:
        return [*ways, _LISTED.match(text, end) if fielded else None]
    if _BELOW.search(core):
        ways.append(_ABBREVIATED.match(text, end))
    ways.append(None if fielded else _FOR.match(text, end))
    before = _BEFORE_FIRM.match(text, end)
    ways.append(before if before and _a_firm(before["firm"]) and not _placed(before["field"]) else None)
    over = _OF_BEFORE_FIRM.match(text, end) if _BELOW.search(core) and not fielded else None
    ways.append(over if over and _a_firm(over["firm"]) else None)
    if fielded:
        ways.append(_LISTED.match(text, end))
    return ways


def _led(text: str, found: re.Match[str] | None, *, fielded: bool) -> re.Match[str] | None:
    """A field that a blank leads only behind a field begun, and a comma only where no place of meeting follows."""
    if found is None or (found["lead"] == " " and not fielded):
        return None
    return None if found["lead"] == ", " and _MEETS.match(text, found.end()) else found


def _a_field(field: str) -> bool:
    """Whether capitalised words can be a field of work: no post, person or company with a legal form among them."""
    for item in re.split(r", (?:and |& )?| and | & |,? (?:and|&) ", field.lstrip(" ,&")):
        words = _WORD.findall(item.removeprefix("and "))
        if not words or any(is_form(word) or word.endswith(_NO_WORD) for word in words):
            return False
        last = words[-1].lower()
        if (
            last in _heads()
            or words[0].lower() in _openers()
            or (last in stop_words() and last not in title_words("area"))
        ):
            return False
        if len(words) in (2, 3) and not given_names().isdisjoint(words[:2]):
            return False
    return True


def _heads() -> frozenset[str]:
    heads = title_words("head") | title_words("officer") | {"officer"}
    return heads | frozenset(f"{word}s" for word in heads)


def _openers() -> frozenset[str]:
    return frozenset(
        ("chief", "senior", "vice", "president", "chairman", "executive", "acting", "interim", "mr.", "ms.")
    )


def _a_firm(name: str) -> bool:
    """Whether what follows a field can be the employer: no place and no person."""
    words = name.split()
    return not _placed(name) and not (len(words) == 2 and words[0] in given_names())


def _placed(name: str) -> bool:
    return name.lower() in cities() or name.lower() in wide_names()
