"""The names of people in headlines, where every word may be capitalised: beside the verb that gives or ends a post."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.mentions.people import PersonName, find_names, read_name
from kg.mentions.titles import find_posts, has_post

_TAKES = re.compile(
    r"\b(?:Names|Appoints|Elects|Promotes|Hires|Taps|Welcomes|Recruits|Nominates|(?:Appointment|Election|Promotion|Retirement|Resignation|Departure|Passing|Addition|Hiring) of) (?=\S)",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r",? (?:Named|Appointed|Elected|Promoted|Joins|Resigns|Retires|Departs|Leaves|Steps Down|to (?:Retire|Resign|Step Down|Depart|Leave|Become|Join|Succeed|Lead|Head)|Succeeds|Rejoins|Becomes)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(r"(?:New |Veteran |Industry |Former )?", re.IGNORECASE)
_MOST = 4  # words of a name


def headlined(text: str) -> Iterator[PersonName]:
    """The names that a headline's verb shows to be people: of a common given name, two to four words long."""
    posts = find_posts(text) if has_post(text) else ()
    for taken in _TAKES.finditer(text):
        lead = _TITLED.match(text, taken.end())
        start = lead.end() if lead else taken.end()
        behind = next((group.end + 1 for group in posts if group.start == start), start)
        for at in dict.fromkeys((start, behind)):
            name = read_name(text, at)
            if name is not None and _sure(name):
                yield name
                break
    for led in _LEADS.finditer(text):
        before = find_names(text[: led.start()])
        if before and before[-1].end == led.start() and _sure(before[-1]):
            yield before[-1]


def _sure(name: PersonName) -> bool:
    return name.known and 2 <= len(name.name.split()) <= _MOST
