"""Charges told beside a result: "including 12 cents per share related to plant closings"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.facts.direction.roles import per_share
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import plain, spelled
from kg.extract.facts.slots.line import VALUE, Item, Line

_COSTLY = (
    r"(?:charges?|restructurings?|severance|impairments?|write-?(?:downs?|offs?)|closures?|closings?|accelerated depreciation|"
    r"additional depreciation|special items|merger-related (?:costs|expenses)|integration costs|litigation (?:costs|expenses|settlements?)|"
    r"(?:separation|transaction|acquisition|exit|merger|plant closing|environmental|relocation|reorganization)(?:-related)? (?:costs|expenses))"
)
_BESIDE = re.compile(
    r"\b(?:includ(?:es?|ing|ed)|reflect(?:s|ed|ing)?|after|net of|absorb(?:ed|ing)|exclud(?:es?|ing|ed)|and|plus|of which|total,?)\s"
    r"(?:(?:a|an|the|about|approximately|roughly|some|nearly|pre-?tax|after-?tax|total|of|another)\s){0,3}$",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"^(?:\s(?:per|a)\s(?:[a-z]+\s){0,3}share)?,?(?:\s(?:after|before)\stax(?:es)?)?,?\s(?:was\s|were\s|is\s)?"
    r"(?:of|for|in|related to|relating to|associated with|due to|attributable to|from|resulting from)\s"
    rf"(?P<np>(?:[\w'’&/-]+,?\s){{0,6}}?{_COSTLY})\b",
    re.IGNORECASE,
)
_OR_A_SHARE = re.compile(rf"^,?\sor\s(?:about\s|approximately\s)?{VALUE}(?=\s(?:per|a)\s)")
_NEXT = re.compile(r"[^,]+,\sand\s")  # "$4 million in severance pay, and restructuring charges": two things
_GOOD = re.compile(r"\b(?:gains?|benefits?|reversals?|income|savings|credits?|proceeds|refunds?)\b", re.IGNORECASE)


def charge_draft(line: Line, item: Item, last: Item, found: list[Draft]) -> Draft | None:
    """The charge that an amount, or its figure per share, is named as; None where words do not name one."""
    before = spelled(line, max(0, item.at - 60), item.at)
    after = spelled(line, last.to, min(len(line.coded), last.to + 130))
    twin = _OR_A_SHARE.match(after)
    named = _FOR.match(after[twin.end() :] if twin else after)
    again = found[-1] if found and re.search(rf"{VALUE},?\sor\s(?:\w+\s)?$", before) else None
    if named is None or _GOOD.search(named["np"]) or _NEXT.match(named["np"]):
        return None
    told = _BESIDE.search(before) or (again is not None and again.concept == "Charge")
    share = per_share(line, last) is not None
    if not told or not (share or abs(item.amount.value) >= 1000):
        return None
    draft = plain(item, "Charge", named["np"].lower(), abs(item.amount.value), "duration")
    return replace(draft, unit=f"{draft.unit}/share") if share else draft
