"""Whether a figure is expected: by the words around it, the heading above it, or a period not over yet."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.context.calendar import Resolved
from kg.context.context import Context
from kg.context.fiscal import days_apart
from kg.extract.facts.counting import DID, clause_start, running
from kg.extract.facts.direction.roles import comparison
from kg.extract.facts.draft import Draft
from kg.extract.facts.slots.line import CONCEPT, MONEY, Line
from kg.extract.facts.stated.markets import RULE as MARKET
from kg.extract.facts.when.earlier import earlier_forecast
from kg.extract.facts.when.timing import Timed
from kg.model import PartialDate
from kg.text.period_readings import Period

AHEAD = re.compile(
    r"\b(?:expect(?:s|ed|ing)?|anticipat(?:es|ed|ing|e)|forecasts?|project(?:ed|ing)|projects(?=\s(?:that|an?|the|its|sales|earnings|net|total|full|fiscal|capital|growth|operating|adjusted|over|more|about|approximately|nearly|up|between|at|around|roughly)\b|\s[\ue000-\ue005])|guidance|outlook|estimates?|will|should|"
    r"(?-i:targets|targeting|targeted)|target of|target range|(?<!floor )(?<!health )(?<!pension )(?<!benefit )(?<!payment )(?<!dental )plans?|planned|intends?|believes?|likely|would (?:be|spend|invest|build|cut|hire|open|close|pay|buy|acquire|add|receive)|going forward|on track|goal|looks? for|looking for|guid(?:es|ing|ed) (?:to|for)|(?<!that )sees|aims?|aiming|next (?:year|quarter)|upcoming|(?<!determined )(?<!found )(?<!considered )(?<!shown )(?<!known )(?<!reported )to be|(?:has|have|having|with) (?:the|an) (?:right|option) to)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|saw|posted|delivered|achieved|generated|recorded|represent(?:s|ed)|compared|reported|increased|decreased|rose|fell|totaled|grew|repurchased|declined|had been expected|exceed(?:ed|s)|(?<!be )above|(?<!be )better than|(?:ending|ended|closing|closed) the (?:first |second |third |fourth )?(?:quarter|year|period|half))\b|\b(?:ending|ended|closing|closed)\s(?:the\s)?\ue003",
    re.IGNORECASE,
)
AHEAD_SECTION = re.compile(r"\b(?:outlook|guidance|forecast|expectations)\b", re.IGNORECASE)
# "with the gain excluded, net income would be $3 million": what was, but for something
_BUT_FOR = re.compile(
    r"\b(?:excluding|without|but for|if not for|(?:excluded|removed)(?: from [a-z ]{3,40})?,)[^.;]{0,90}\swould\s(?:be|have been)\s",
    re.IGNORECASE,
)
_HOPED = re.compile(r"\b(?:next\s(?:\w+\s)?(?:year|quarter)|expect\w*|going\sforward)\b", re.IGNORECASE)
# What a company has or runs is so now, whatever the heading says.
_PRESENT = re.compile(
    r"\b(?:consists?\sof|comprises?|operates?|owns?|employs?|manages?|serves?|has|have|had|includes?)\s"
)
_TO_COME = re.compile(
    rf"^(?:,? or (?:up to )?{MONEY} (?:a|per) (?:\w+ )?share,?)?(?:\s(?!(?:and|or|but|which|that|who)\b)\w+){{0,2}},?\s(?:will|is expected|are expected|is anticipated|are anticipated|(?:is|are)\s(?:planned|budgeted|projected|forecast|scheduled)|to be)\b"
)
_TARGET_OF = re.compile(
    rf"{CONCEPT}\s(?:growth\s)?(?:targets?|goals?|guidance|outlook|forecasts?|estimates?|projections?|expectations?)\b[^;\ue000-\ue002]*$"
)
_TARGETED = re.compile(rf"^\s(?:\w+\s)?{CONCEPT}\s(?:targets?|goals?|guidance|outlook|forecast|estimate)\b")
# "Oster, a Swedish bank with assets of $3 billion, will lend": what a company is described by is so already.
DESCRIBED = re.compile(r",\s(?:an?|the|one of)\s[^,;]{3,70}\s(?:with|which|that|whose)\s[^,;]{0,40}$")
# "we expect better sales, underpinned by a backlog of": what the hope rests on is there.
_UNDERPINNED = re.compile(
    r"\b(?:underpinned|supported|backed|driven|reflecting|based|given|thanks|due)\s(?:by|on|to)?\s?(?:the|our|its|an?)\s[^.;]{0,90}$"
)
COUNTED = "facts/prose-count"
TOPICS = ("quarter", "half", "nine-months", "year", "month")
_SO_FAR = re.compile(r"\b(?:so far|to date|year-to-date|already|has|have)\b", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?!(?:estimat|project|anticipat|expect|target|budget|forecast|plann|rais|need)ed\b)[a-z]{3,}ed\b"
)
_SOON = 20  # days after the release within which a period may end that is told of as done


# "deployed or coming online across eight data centers by 2027"
_BY_YEAR = re.compile(
    r"(?:(?!\b(?:to|will|which|that|who)\b)(?:U\.S\.|[^.;,])){0,50}\bby\s(?:the\s)?(?:end\sof\s|year-?end\s|mid-?\s?|late\s|early\s)?(?P<year>20\d\d)\b"
)


# "a $50 billion investment in U.S. plants by 2030", "plans to invest $2 billion by 2028"
_TO_INVEST = re.compile(
    r"\s(?:[a-z-]+\s){0,2}(?:investments?|commitments?|pledge|spending|program|programme|expansion|build-?out)\s"
)
_INVESTING = re.compile(r"\b(?:investments?|commitments?|pledge|spending)\sof\s(?:[a-z]+\s){0,3}$")


def _not_before(context: Context, line: Line, draft: Draft) -> bool:
    """Whether a count, or what is pledged, is reached by a year that comes after the release."""
    issued = context.calendar.issued
    pledged = _TO_INVEST.match(line.text, draft.last.end) or _INVESTING.search(line.text, 0, draft.item.start)
    if issued is None or not (draft.item.kind == "count" or (draft.item.kind == "money" and pledged)):
        return False
    told = _BY_YEAR.match(line.text, draft.last.end)
    return told is not None and issued is not None and int(told["year"]) > issued.year


def still_to_come(context: Context, line: Line, draft: Draft, timed: Timed) -> bool:
    """Whether a figure is of a period that ends well after the release, so that nobody can know it yet."""
    if _not_before(context, line, draft):
        return True
    if draft.timing != "duration" or not timed.said or timed.resolved is None or timed.resolved.end is None:
        return False
    if timed.item is not None and timed.item.period.relative:
        return False
    issued = context.calendar.issued
    lead = line.coded[: draft.item.at]
    if issued is None or issued.month is None or _PAST.search(lead) or _SO_FAR.search(lead) or _TOLD.search(lead):
        return False
    return timed.resolved.span in TOPICS and days_apart(issued, timed.resolved.end) > _SOON


def not_yet_over(context: Context, timed: Timed) -> Timed:
    """The period of what is told as done, without an end that lies well after the release: nobody knows it yet."""
    issued, resolved = context.calendar.issued, timed.resolved
    phrase = timed.item.period if timed.item is not None else None
    whole = phrase is not None and phrase.span == "year" and resolved is not None and resolved.span == "instant"
    if phrase is not None and resolved is not None and (year := _running_year(context, phrase, resolved)) is not None:
        return replace(timed, resolved=year)
    misread = phrase is not None and resolved is not None and _misread(issued, phrase, resolved)
    if phrase is not None and not whole and not misread and (phrase.year is not None or phrase.ended is not None):
        return timed
    if (
        whole
        and resolved is not None
        and resolved.end is not None
        and issued is not None
        and issued.year == resolved.end.year
        and days_apart(issued, resolved.end) > 0
    ):
        return replace(timed, resolved=replace(resolved, end=PartialDate(issued.year)))  # "as of 2024", told in July
    if issued is None or issued.month is None or resolved is None or resolved.end is None or resolved.end.month is None:
        return timed
    return replace(timed, resolved=replace(resolved, end=None)) if days_apart(issued, resolved.end) > _SOON else timed


def _running_year(context: Context, phrase: Period, resolved: Resolved) -> Resolved | None:
    """What is over of a year that the release names while it runs: "a decrease of $3 million in 2020", told in May."""
    issued, end = context.calendar.issued, resolved.end
    if issued is None or end is None or phrase.span != "year" or phrase.year is None or resolved.span != "year":
        return None
    if issued.month is None or end.year != issued.year or days_apart(issued, end) <= _SOON or phrase.fiscal:
        return None
    topic = context.calendar.topic
    if topic is not None and topic.span in ("quarter", "half", "nine-months") and topic.end is not None:
        so_far = context.calendar.resolve(Period(0, 0, phrase.text, "", to_date=True), topic)
        if so_far is not None and so_far.span in TOPICS and topic.end.year == issued.year:
            return so_far
    return replace(resolved, end=PartialDate(issued.year))


_YEARS_OFF = 500  # days after the release by which no figure told as done can be right


def _misread(issued: PartialDate | None, phrase: Period, resolved: Resolved) -> bool:
    """Whether a period told as over ends after the release: a fiscal year that is none of the calendar's, or a misprint."""
    if issued is None or issued.month is None or resolved.end is None or phrase.span not in TOPICS:
        return False
    late = days_apart(issued, resolved.end)
    return late > _YEARS_OFF or (late > _SOON and phrase.fiscal and phrase.ended is None and phrase.span != "year")


_LONG_OVER = 60  # days: what ended earlier is no forecast any more


def over(context: Context, timed: Timed) -> bool:
    """Whether words name a period that had long ended when the release was issued."""
    issued = context.calendar.issued
    if issued is None or issued.month is None or not timed.said or timed.resolved is None or timed.resolved.end is None:
        return False
    phrase = timed.item.period if timed.item is not None else None
    dated = phrase is not None and (phrase.year is not None or phrase.ended is not None or phrase.relative)
    return dated and days_apart(timed.resolved.end, issued) > _LONG_OVER


_FORECAST_TIME = re.compile(r"\b(?:forecast|projection) period\b|\bprojected (?:CAGR|growth)\b", re.IGNORECASE)
_WILL_GROW = re.compile(
    r"\b(?:(?:projected|expected|forecast(?:ed)?|anticipated|estimated|set|poised|likely|predicted)\sto|will|would|could|may)\s(?:\w+\s){0,2}"
    r"(?:reach|grow|exceed|hit|surpass|top|be|total|approach|climb|rise|expand|increase|become|double)\b[^.;]{0,60}$",
    re.IGNORECASE,
)


# "a $20,000 fee has already been paid"
_DONE_ALREADY = re.compile(
    r"[^.;,\ue000-\ue002]{0,60}\b(?:has|have|had)\s(?:already\s|now\s|since\s|previously\s)?been\s(?:fully\s|already\s|successfully\s)?"
    r"(?:paid|received|raised|spent|invested|completed|drawn|repaid|collected|incurred|advanced|delivered|shipped|installed|sold|issued|closed|secured)\b"
)


# "Estimated revenues are $19 million in the first year": nobody has them yet.
_ESTIMATED = re.compile(
    r"\b[Ee]stimated\s(?:[a-z]+\s){0,2}\ue004[\ue100-\uf8ff]\s(?:is|are|of|could|would)\s(?:[a-z]+\s){0,3}"
    r"(?:\ue000[\ue100-\uf8ff][^.;\ue000]{0,40},?\s(?:rising|growing|increasing|climbing|and)\s(?:to\s)?)?$"
)


# "3. Finalize the $150,000 equity round", "Vision 2030: EUR 3 Billion in Revenue": what is set out to be done.
_MILESTONE = re.compile(
    r"\W*(?:\d{1,2}[.)]\s)?(?:Advance|Finali[sz]e|Complete|Close|Secure|Raise|Achieve|Deliver|Reach|Obtain|Execute)\s(?:and\s[a-z]+\s)?(?:an?|the|our|up\sto|over|more\sthan|at\sleast)\s"
)
_VISION = re.compile(
    r"\b(?:[Vv]ision|VISION|[Ss]trategy|[Aa]mbition|[Aa]genda)\s[\ue002\ue003][\ue100-\uf8ff]:\s[^.;]{0,200}$"
)


# What a study reckons for a mine that is not built.
_STUDY = re.compile(
    r"\b(?:PEA|[Pp]reliminary [Ee]conomic [Aa]ssessment|LOM|[Ll]ife[- ]of[- ][Mm]ine|mine life|NPV|IRR|[Ii]nitial [Cc]ap(?:ex|ital))\b"
)
_RECKONED = frozenset(("Other", "CapitalExpenditures", "Capacity", "Revenues", "EBITDA", "FreeCashFlow"))


_STANDS = re.compile(r"\b(?:current|existing|installed|permitted|nameplate|from)\b", re.IGNORECASE)


def _of_study(line: Line, draft: Draft) -> bool:
    """Whether a figure is one that a study of a mine reckons, not one that was measured."""
    planned = draft.concept == "Capacity" and not _STANDS.search(line.text, 0, draft.item.start)
    made = planned or re.search(r"\b(?:produced|production|milled|mined)\b", draft.label) is not None
    counted = draft.rule == COUNTED and not made
    return (
        draft.concept in _RECKONED and not counted and draft.unit != "shares" and _STUDY.search(line.text) is not None
    )


# "announces a private placement of up to 15 million units": nobody has bought them yet.
_UP_TO = re.compile(
    r"\b(?:placement|offering|financing|raise)\b[^;]{0,110}\bup\sto\s(?:an?\s|aggregate\s|of\s|additional\s)*$",
    re.IGNORECASE,
)
_SOLD = re.compile(
    r"\b(?:closed|closes|closing|completed|completion|raised|sold|issued)\b(?!\s(?:date|of the offering is))",
    re.IGNORECASE,
)


_FILED = re.compile(
    r"\b(?:filed|files|proposed|proposes|plans|intends|launch(?:es|ed)|commenc(?:es|ed))\b[^;]{0,90}\b(?:offering|placement|IPO)\b(?!.*\b(?:closed|completed|priced|sold)\b)"
)


def _offered(line: Line, draft: Draft) -> bool:
    """Whether a figure is the most that an offering may bring."""
    named = any(word in draft.label for word in ("placement", "offering", "offered"))
    if draft.concept not in ("OfferingAmount", "SharePrice") and not named:
        return False
    lead = line.text[: draft.item.start]
    if _FILED.search(lead):
        return True
    return _UP_TO.search(lead[-170:]) is not None and _SOLD.search(lead) is None


def expected(line: Line, draft: Draft, *, ahead_section: bool) -> bool:
    """Whether the words of a line, or those of its section's heading, look ahead at a figure."""
    if earlier_forecast(line, draft.item):
        return True
    if _DONE_ALREADY.match(line.coded, draft.last.to):
        return False
    if comparison(line, draft.item):
        return False
    if _BUT_FOR.search(line.text, 0, draft.item.start) and not _HOPED.search(line.text):
        return False
    if draft.rule == MARKET:  # "will serve a $2 billion market": the market is there already
        if draft.measure == "change" and _FORECAST_TIME.search(line.text):
            return True
        return draft.future or _WILL_GROW.search(line.coded, max(0, draft.item.at - 90), draft.item.at) is not None
    if _TARGETED.match(line.coded[draft.last.to :]) or _TARGET_OF.search(line.coded[: draft.item.at]):
        return True
    if _offered(line, draft) or _of_study(line, draft):
        return True
    if draft.rule != COUNTED and (_MILESTONE.match(line.text) or _VISION.search(line.coded[: draft.item.at])):
        return True
    if draft.timing == "duration" and _ESTIMATED.search(line.coded, max(0, draft.item.at - 110), draft.item.at):
        return True
    described = DESCRIBED.search(line.coded, max(0, draft.item.at - 110), draft.item.at)
    if draft.future or (not described and _TO_COME.match(line.coded[draft.last.to :])):
        return True
    if draft.timing == "instant" and _UNDERPINNED.search(line.coded, max(0, draft.item.at - 120), draft.item.at):
        return False
    start = clause_start(line, draft.item)
    lead = line.coded[start : draft.item.at]
    if draft.item.kind == "count" and (DID.search(lead) or running(line, draft.item)):
        return False
    cues = list(AHEAD.finditer(lead))
    if cues:
        rest = lead[cues[-1].end() :]
        return not _PAST.search(rest)
    present = draft.rule == COUNTED and _PRESENT.search(lead) is not None
    return ahead_section and not present and not _PAST.search(lead)
