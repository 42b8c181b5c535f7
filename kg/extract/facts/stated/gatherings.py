"""Figures of what is no company: conventions and contests, public programmes, the people at large."""

from __future__ import annotations

import re

from kg.extract.facts.slots.line import Item, Line

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
    r"(?:(?:has|have|had|will|is|are)\s(?:also\s)?)?(?:generated|created|supported|delivered|helped|funded|financed|provided|saved|added)\s[^;\ue005]{0,160}$"
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
    if _PUBLIC_COST.search(lead):
        return True
    if _EVENT.search(lead) and not _of_its_event(line, item) and not _ITS_OWN.search(lead):
        return True
    return item.kind == "percent" and _OF_PUBLIC.match(line.coded, item.to) is not None


# "The Tourism Council projects that arrivals will fall 5%", "According to the Bureau of Ports, volumes rose 4%": of the backdrop.
_BODY = r"(?:Federation|Council|Association|Bureau|Department|Institute|Agency|Administration|Organization|Organisation|Society|Commission|Ministry|Census|Chamber|Foundation|University|Centers?|Authority|Board|Survey|Reserve|Index|Report|Research|Statista|Gartner|IDC|CDC|FDA|WHO|NIH|FBI|IRS|EPA|IEA|OECD|IMF|GAO)"
_REPORTS = re.compile(
    rf"(?:^\W*|[;,]\s)(?:[Tt]he\s)?(?:[A-Z][\w.&’'-]*\s(?:(?:of|for|on|and)\s(?:the\s)?)?){{0,5}}{_BODY}(?:\s(?:for|of|on)\s(?:the\s)?[A-Z][\w.&’'-]*(?:\s(?:and\s)?[A-Z][\w.&’'-]*){{0,3}})?(?:\s\([^)]{{2,20}}\))?,?\s"
    r"(?:also\s|now\s|currently\s|recently\s)?(?:projects?|projected|estimates?|estimated|forecasts?|predicts?|expects|reports?|reported|notes|noted|says|states|found|finds|shows?|showed|indicates?)\s(?:[^,;.]{2,30}\s)?that\s"
)
_ACCORDING = re.compile(
    rf"\b[Aa]ccording\sto\s(?:[^,;.]{{0,50}}\s)?(?:the\s)?(?:[A-Z][\w.&’'-]*\s(?:(?:of|for|on|and)\s(?:the\s)?)?){{0,5}}{_BODY}\b[^,;.]{{0,50}},\s"
)
_ESTIMATED = re.compile(
    r"(?:^\W*|;\s)[Ii]t\sis\s(?:currently\s)?(?:estimated|believed|thought|projected|well\sknown)\sthat\s"
)
# "Consensus prices are", "the flower commands prices of", "markets like Japan, which is to spend": what others pay.
_OTHERS_PAY = re.compile(
    r"\b[Cc]onsensus\s(?:[\w-]+\s){0,4}(?:prices?|pricing|forecasts?|estimates?)\s[^;]{0,60}$|\b(?:commands?|fetch(?:es)?)\s(?:[\w-]+\s){0,3}prices?\s[^;]{0,40}$"
    r"|\b(?:[Mm]arkets?|[Cc]ountries|[Rr]egions)\s(?:like|such\sas)\s[^;\ue005]{2,60}?,?\s(?:which|that)\s(?:is|are|has|have|will|was)\s[^;\ue005]{0,90}$"
    r"|\b(?:home\sto|population\sof)\s(?:(?:more than|over|about|approximately|nearly|almost|some|an estimated)\s){0,2}$"
)
# "The purchase adds a sound business to Alder, with revenue of": that of a firm which has no name here.
_UNNAMED = re.compile(
    r"\b(?:[Aa]cquisition|[Tt]ransaction|[Mm]erger|[Dd]eal|[Pp]urchase)\s(?:also\s|will\s|would\s)?(?:adds?|brings?|gives?|provides?|added|brought)\s(?:an?|the|another)\s[^;.,]{3,90},\s(?:with|generating|which|employing)\s[^;]{0,80}$"
    r"|\b(?:acquir\w+|acquisition\sof|purchas(?:es|ed|ing)|bought|buys?|buying)\s(?:an?|another)\s(?:[\w-]+\s){0,6}(?:company|business|maker|manufacturer|provider|firm|operator|distributor|supplier|retailer|chain|bank|developer|brand)\s(?:[^;,.]{0,40}\s)?(?:with|that\shas|which\shas|generating|employing)\s(?:[\w,-]+\s){0,7}$"
)
_OWN = re.compile(r"\b(?:we|our|us|its|their|[Tt]he\s[Cc]ompany|[Tt]he\s[Ff]irm)\b")
_CUE = re.compile(
    r"\bthat\s|ccording\sto|onsensus|\bcommands?\b|\bfetch|\bhome\sto|\bpopulation\sof|\blike\b|\bsuch\sas"
)


def of_the_backdrop(line: Line, item: Item) -> bool:
    """Whether a figure is one of the world that a public body or the trade reports."""
    lead = line.text[: item.start]
    if _PROGRAMME.search(line.coded, max(0, item.at - 200), item.at):
        return True
    if not _CUE.search(lead):
        return False
    said = _REPORTS.search(lead) or _ACCORDING.search(lead) or _ESTIMATED.search(lead)
    if said is not None:
        named = any(party.start >= said.end() for party in line.of_kind("party"))
        return not named and _OWN.search(line.text, said.end()) is None
    return _OTHERS_PAY.search(line.coded, max(0, item.at - 220), item.at) is not None


def of_unnamed(line: Line, item: Item) -> bool:
    """Whether a figure is that of a firm just bought which the sentence does not name."""
    return _BUYS.search(line.text) is not None and _UNNAMED.search(line.text, 0, item.start) is not None


_BUYS = re.compile(r"\b(?:[Aa]cqui|[Pp]urchas|[Tt]ransaction|[Mm]erger|[Dd]eal\b|[Bb]uy|bought)")
