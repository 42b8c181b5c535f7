"""A deed that one phrase tells several times: "orphan designation for asthma in May 2019, psoriasis in July 2020"."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.model import PartialDate
from kg.text.dates import find_dates

ONE_BY_ONE = frozenset({"RegulatoryMilestone", "Award", "Certification", "PatentGrant"})
_ITEM = re.compile(
    r",? (?:and )?(?!(?:and )?(?:it|they|we|the company|which|who|that|but|with|until|where|when|then)\b)"
    r"(?:(?!(?:is|are|was|were|has|have|had|will|to|through|until|from|which|that|received?|granted|approved|announced|began|started|expect\w*)\b)"
    r"[^\s;:.]+ ){1,14}(?:in|on) (?:(?:early|late|mid) )?",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|on) (?:(?:early|late|mid) )?\Z", re.IGNORECASE)
_REACH = 160  # characters from the words of happening to the first date


def in_turn(text: str, end: int, issued: PartialDate | None) -> tuple[PartialDate, ...]:
    """The months or days behind the words of a deed that list it item by item; none where fewer than two do."""
    exact = [one for one in find_dates(text, issued) if one[0] >= end and one[2].month is not None]
    if not exact or exact[0][0] - end > _REACH or not _IN.search(text, end, exact[0][0]):
        return ()
    if re.search(r"[;:]|\. [A-Z]", text[end : exact[0][0]]):
        return ()
    found = [exact[0][2]]
    for one, two in pairwise(exact):
        if not _ITEM.fullmatch(text, one[1], two[0]):
            break
        found.append(two[2])
    return tuple(found) if len(found) > 1 and len(set(map(str, found))) == len(found) else ()
