"""When a count holds: over the period in which things were done, on the day of the release, or on no day that is told."""

from __future__ import annotations

import re

from kg.context.calendar import Resolved
from kg.context.fiscal import days_apart
from kg.extract.facts.direction.roles import comparison
from kg.extract.facts.draft import Draft
from kg.extract.facts.slots.line import PERIOD, Item, Line
from kg.extract.facts.when.timing import Clock, Timed
from kg.model import PartialDate

_NOW = re.compile(
    r"\b(?:now|[Cc]urrently|[Pp]resently|(?<!year )(?<!-)to date|(?<!said )(?<!announced )(?<!reported )today)\b(?!,? (?:announced|said|reported|that))"
    r"|\b[Aa]t\s(?:the\stime\sof\sth(?:is|e)\s(?:report|release|announcement|writing)|present|today['’]s\s[\w\s]{3,40}\smeeting)\b"
    r"|^\W*(?:Today|Currently|Now|Presently|At present),?\s[^,.;]{1,60}?\s(?:has|have|operates?|serves?|employs?|is|are|runs?|owns?|counts?|manages?)\b"
)
EACH_YEAR = re.compile(r"^[^,;.\ue000-\ue002]{0,45}\b(?:annually|per year|a year|each year|every year|yearly)\b")
_EVER = re.compile(r"\b(?:cumulative(?:ly)?|since (?:its|our|the)|in (?:its|our) history|lifetime|so far)\b")
ANNUAL = re.compile(r"\b(?:annual|annuali[sz]ed|yearly)\b", re.IGNORECASE)
# "After the end of the third quarter, Alder signed": not in the period that the release is about.
AFTERWARDS = re.compile(
    r"\b(?:[Ss]ubsequent\sto|[Ff]ollowing|[Aa]fter|[Ss]ince)\s(?:the\s)?(?:(?:end|close|completion)\sof\s(?:the\s|our\s|its\s)?[\w\s]{0,24}?)?(?:(?:[Qq]uarter|[Pp]eriod|[Yy]ear|half)(?:[\s-]end)?\b|Q[1-4]\b|20\d\d\b)"
)
UNDATED = Timed(Resolved("instant", None), said=False)


# What a release of results tells as done was done in its period.
_LAUNCHED = re.compile(
    r"(?<!ve )(?<!has )\b(?:launched|introduced|released|shipped|delivered|signed|opened|completed|closed|drilled|added|filed|secured|received|published|granted|issued)\s(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)
# A bullet that opens with what was done: "Extended the filter family with two new models".
_BULLET = re.compile(r"^\W*[A-Z][a-z]+(?:ed|ilt|old|on|rew)\b")
# What has been done up to now, no period being told.
PERFECT = re.compile(
    r"\b(?:has|have)\s(?:also\s|now\s|already\s|successfully\s|cumulatively\s|collectively\s)?(?:\w+ed|built|sold|grown|made|won|led|begun)\s(?:[\w-]+\s){0,4}$"
)


_ACHIEVED = re.compile(
    r"\b(?:has|have)\s(?:also\s|now\s|already\s|successfully\s|collectively\s|together\s)?(?:\w+\s(?:and|or)\s)?"
    r"(?:built|completed|developed|created|generated|financed|funded|delivered|supported|helped|installed|treated|launched|produced|constructed|rehabilitated|"
    r"placed|processed|performed|conducted|published|hosted|planted|donated|distributed|awarded|resolved|closed|drilled|saved|invested)\s(?:[\w-]+\s){0,3}$"
)
_NOW_HAS = re.compile(r"\b(?:currently|now|today|presently)\s(?:\w+\s){1,5}$")


def count_time(line: Line, draft: Draft, timed: Timed, clock: Clock) -> Timed:
    """When a count holds: over a period for things done, else on a day."""
    said = timed.said and timed.resolved is not None
    over = _counted_over(line, draft, timed) or _counted_since(line, draft) or _to_be_done_in(line, draft, timed)
    if over is not None:
        return over
    if _EVER.search(line.text) and not _NOW_HAS.search(line.coded, max(0, draft.item.at - 70), draft.item.at):
        return Timed(Resolved("other", None), said=False)
    if not said and draft.concept == "Other" and ANNUAL.match(draft.label):
        return Timed(Resolved("year", None), said=False)
    if not said and draft.concept != "Capacity" and _every_year(line, draft.item):
        return Timed(Resolved("year", None), said=False)
    if draft.timing == "done":
        if said:
            return timed
        before = line.coded[max(0, draft.item.at - 60) : draft.item.at]
        if draft.concept == "Other" and PERFECT.search(before):
            return Timed(Resolved("other", None), said=False)
        if AFTERWARDS.search(line.text, 0, draft.item.start):
            return UNDATED
        done = _LAUNCHED.search(before) or _BULLET.match(line.coded)
        told = (clock.stated and clock.calendar.topic is not None) or (draft.concept == "Other" and done)
        return Timed(clock.current, said=False) if told and clock.current else UNDATED
    before = line.coded[max(0, draft.item.at - 60) : draft.item.at]
    if not said and draft.concept == "Other" and _ACHIEVED.search(before):
        return Timed(Resolved("other", None), said=False)
    day = timed.item is not None and timed.item.period.span == "instant"
    if said and timed.item is not None and timed.item.period.relative and timed.resolved is not None:
        day = day or timed.resolved.span == "instant"  # "512 people at June 30 (previous year: 487)"
    if said and day and timed.item is not None:
        end, issued = timed.resolved.end if timed.resolved else None, clock.calendar.issued
        if draft.future and end is not None and issued is not None and days_apart(issued, end) < 0:
            return UNDATED  # "by year-end" is no day that is over
        announced = timed.item.at < draft.item.at and timed.item.period.text.lower().startswith("on ")
        announced = announced and not _DEALT_THEN.match(line.coded, timed.item.to, draft.item.at)
        return UNDATED if announced else timed
    return UNDATED if draft.future else today(line, clock)


# "In fiscal 2020, 58 funds have raised their stakes", "This year, Alder has completed more than 350 deals": events of that time.
_OVER_TIME = re.compile(rf"\W*(?:(?:In|During|Over|For|Throughout)\s(?:the\s)?)?{PERIOD}(?:\salone|\sto\sdate)?,?\s")
_EVENTS = re.compile(
    r"\b(?:(?:has|have)\s(?:also\s|already\s|now\s|successfully\s)?(?!(?:been|expanded|increased|reached|remained|climbed|doubled)\b)[a-z]+(?:ed|ilt|old|ade|on|ung|un|iven)|awarded|held|hosted|completed|closed|signed|trained|served|welcomed)\b(?!\sto\s(?:have|be)\b)"
)
_EVENTS_AFTER = re.compile(
    r"\s(?:[\w-]+\s){1,3}(?:have|has)\s(?:also\s)?(?!(?:been|expanded|increased|reached|remained|climbed|doubled)\b)[a-z]+(?:ed|ilt|old|ade|on|iven)\s"
)
_LONG = ("quarter", "half", "nine-months", "year", "month")


def _counted_over(line: Line, draft: Draft, timed: Timed) -> Timed | None:
    """The period that a sentence opens with where it counts what was done in it; None for what there is on a day."""
    opened = _OVER_TIME.match(line.coded)
    if opened is None or timed.item is None or timed.item.to > opened.end() or timed.item.period.span not in _LONG:
        return None
    if draft.concept not in ("Other", "UnitsSold") or draft.future or comparison(line, draft.item):
        return None
    lead = line.coded[opened.end() : draft.item.at]
    if ";" in lead or not (_EVENTS.search(lead) or _EVENTS_AFTER.match(line.coded, draft.last.to)):
        return None
    return Timed(timed.resolved or Resolved(timed.item.period.span, None), said=True, item=timed.item)


# "plans to add 50 hotels in 2021": so many within that time.
_TO_DO = re.compile(
    r"\b(?:add|open|install|build|launch|deliver|hire|drill|construct|deploy|close|ship|complete|produce|plant|train)(?:ing)?\s[^.;]{0,60}$"
)


def _to_be_done_in(line: Line, draft: Draft, timed: Timed) -> Timed | None:
    """The period behind a count of what is to be done in it."""
    item = timed.item
    if not draft.future or item is None or item.at < draft.last.to or item.period.span not in _LONG:
        return None
    if timed.resolved is None or comparison(line, draft.item):
        return None
    return timed if _TO_DO.search(line.coded, max(0, draft.item.at - 110), draft.item.at) else None


# "From 2015 to 2020, Alder supported 2,000 homes", "Since 2001, more than 400 plants have been built"
_SPELL = re.compile(
    r"\W*(?:(?:From|Between)\s(?:19|20)\d\d\s(?:to|through|until|and)\s(?P<to>(?:19|20)\d\d)|Since\s(?:[a-z]+\s){0,4}(?:19|20)\d\d),?\s"
)
_DID = re.compile(
    r"\b(?:has|have)\s(?:[a-z]+ly\s)?(?!(?:been|expanded|increased|reached|remained|climbed|doubled)\b)[a-z]+(?:ed|ilt|old|ade|on)\s|\b(?:supported|built|acquired|opened|created|financed|funded|delivered|produced|invested)\s"
)
_WAS_DONE = re.compile(r"\s(?:[\w-]+\s){1,4}(?:have|has)\sbeen\s[a-z]+(?:ed|ilt|old|ade)\b")


def _counted_since(line: Line, draft: Draft) -> Timed | None:
    """The spell of years that a sentence opens with, for what was done in it."""
    spell = _SPELL.match(line.text) if line.text.lstrip('"“•*- ')[:1] in ("F", "B", "S") else None
    if spell is None or draft.concept not in ("Other", "UnitsSold") or draft.future:
        return None
    lead = line.text[spell.end() : draft.item.start]
    if not (_DID.search(lead) or _WAS_DONE.match(line.text, draft.last.end)):
        return None
    return Timed(Resolved("other", PartialDate(int(spell["to"])) if spell["to"] else None), said=True)


_YEAR_OPENS = re.compile(r"\W*(?:(?:Each|Every|Any\sgiven)\s(?:\w+\s)?year,?|Annually,)\s")


def _every_year(line: Line, item: Item) -> bool:
    """Whether a count is told of each year."""
    return EACH_YEAR.match(line.coded[item.to : item.to + 60]) is not None or _YEAR_OPENS.match(line.coded) is not None


# "On May 20, the Company closed the purchase, issuing 300,000 shares": done that day.
_DEALT_THEN = re.compile(
    r"(?:(?!announc|said|report|sign)[^;.])*?\b(?:closed|completed|issued|consummated|acquired|purchased|sold|repurchased|granted|redeemed|converted)\s(?:(?!announc|said|report)[^;.])*$"
)


def today(line: Line, clock: Clock) -> Timed:
    """The day of the release for what is told as of now, else no day."""
    if _NOW.search(line.text) and clock.calendar.issued is not None:
        return Timed(Resolved("instant", clock.calendar.issued), said=True)
    return UNDATED
