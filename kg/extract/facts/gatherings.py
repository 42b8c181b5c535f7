"""Figures of what is no company: conventions and contests, public programmes, the people at large."""

from __future__ import annotations

import re

from kg.extract.facts.line import Item, Line

_GATHERING = (
    r"(?:convention|conference|congress|trade\s?show|expo|exposition|exhibition|fair|festival|summit|symposium|competition|contest|tournament|"
    r"hackathon|marathon|parade|gala|show|event|games|championships?|awards)"
)
_DRAWS = (
    r"(?:attract\w*|dr[ae]w\w*|host\w*|featur\w+|gather\w*|welcom\w+|br(?:ing|ings|ought)|saw|sees|unit\w+|featured|received|receives|has|have|had|"
    r"expected|is|are|was|were|will|includ\w+|span\w*|counts?|draws)"
)
_CLAUSE = r"(?:^\W*|[.;:,]\s|\b(?:that|and|but|while|at|of|the|for|in)\s)"
# "The competition attracted", "this year's show drew": the event that the release is about.
_ITS_EVENT = re.compile(
    rf"{_CLAUSE}(?:[Tt]he|[Tt]his|[Oo]ur|[Ii]ts)\s(?:year['’]s\s)?(?:(?:annual|inaugural|first|second|third|global|virtual|online|final|recent)\s){{0,2}}{_GATHERING},?\s(?:also\s)?{_DRAWS}\b[^.;\ue005]{{0,90}}$"
)
# "Comdex, the industry's yearly convention, is expected to draw": that of others.
_EVENT = re.compile(
    rf"\b{_GATHERING},?\s(?:(?:which|that)\s)?(?:also\s|typically\s|usually\s)?(?:(?:is|are|was|were)\s)?(?:expected\sto\s|will\s|to\s|has\s)?(?:attract\w*|dr[ae]w\w*|welcom\w+|gather\w*|br(?:ing|ings|ought|inging))\s[^.;\ue005]{{0,60}}$",
    re.IGNORECASE,
)
_ITS_OWN = re.compile(r"\b(?:[Oo]ur|[Ii]ts|host\w*|organi[sz]\w+|we)\b")


def _of_its_event(line: Line, item: Item) -> bool:
    """Whether a figure is of the event that a release is about, whoever was named last."""
    return _ITS_EVENT.search(line.coded, max(0, item.at - 150), item.at) is not None


# "the NMTC has generated more than one million jobs": a programme that no party of the release is.
_PROGRAMME = re.compile(
    r"(?:^\W*|[.;,]\s|\b(?:that|and)\s)(?:[Tt]he\s|[Tt]hese\s)?(?:[A-Z]{3,6}|(?!Our\b|Its\b|We\b|It\b)(?:[A-Z][\w-]*\s){0,5}(?:Act|Program|Programme|Initiative|Credit|Fund|Agency|Administration|Department|Ministry|[Pp]rojects|[Pp]rograms?|[Cc]redits?))\s"
    r"(?:has|have|had|will|is|are)\s(?:also\s)?(?:generated|created|supported|delivered|helped|funded|financed|provided|saved|added)\s[^;\ue005]{0,160}$"
)
# "at a cost to the federal government of under $20,000 a job"
_PUBLIC_COST = re.compile(
    r"\b(?:costs?|expense|savings?|benefit)\s(?:to|for)\s(?:the\s)?(?:(?:federal|state|local|U\.S\.|Canadian|British)\s)?(?:government|taxpayers?|treasury|economy|society)\s[^.;\ue005]{0,40}$"
)
# What people at large have: all U.S. shipments, all infections, American households.
_OF_PUBLIC = re.compile(
    r"\sof\s(?:all\s|the\s|total\s|these\s|new\s)*(?:(?:[a-z-]+\s){0,4}(?:infections|cancers|tumou?rs|deaths|diagnoses|fractures|strokes|pregnancies|households|Americans|Canadians|emissions)\b"
    r"|(?:U\.S\.|American|global|worldwide|world['’]s|world|nation['’]s|Canadian|European|Chinese|Japanese|British)\s(?!Silica)[a-z])"
)


def nobodys(line: Line, item: Item) -> bool:
    """Whether a figure is of an event of others, of a public programme, or of people at large."""
    lead = line.coded[max(0, item.at - 200) : item.at]
    if _PUBLIC_COST.search(lead) or _PROGRAMME.search(lead):
        return True
    if _EVENT.search(lead) and not _of_its_event(line, item) and not _ITS_OWN.search(lead):
        return True
    return item.kind == "percent" and _OF_PUBLIC.match(line.coded, item.to) is not None
