"""The period that stands before a value: the nearest on its side of a comparison that is told of it."""

from __future__ import annotations

import re

from kg.extract.facts.direction.roles import comparison
from kg.extract.facts.slots.line import CONCEPT, PERIOD, SLOT, VALUE, Item, Line

_TAKES_RELATIVE = re.compile(r"(?:^|\b(?:for|in|during)\s(?:the\s)?)$", re.IGNORECASE)
_ITS_FIGURE = re.compile(
    rf"(?:(?:'s|’s)\s(?:[\w-]+\s){{0,2}}|\s){CONCEPT}\s(?:(?:figure|level|total)\s)?(?:of|was|were|had\sbeen)\s"
)  # "last year's sales of $5 million"


def bracketed(line: Line, item: Item) -> bool:
    """Whether a period opens a bracket that holds a figure of its own: "(second quarter of 2024: $5 million)"."""
    opens = line.coded[max(0, item.at - 1) : item.at] in ("(", "[")
    return opens and re.match(rf":?\s?{VALUE}", line.coded[item.to :]) is not None


def _shut(line: Line, item: Item, value: Item) -> bool:
    """Whether a period stands in a bracket that closes before a value: "(from a deficit in 2023) and cash of $4"."""
    opened, closed = line.coded.rfind("(", 0, item.at), line.coded.find(")", item.to, value.at)
    return opened > line.coded.rfind(")", 0, item.at) and closed >= 0


def leading(line: Line, value: Item, *, relative: bool = False, flow: bool = False) -> Item | None:
    """The nearest period before a value on the same side of the comparison."""
    side = comparison(line, value)
    for item in reversed([item for item in line.of_kind("period") if item.to <= value.at]):
        if bracketed(line, item) or _shut(line, item, value) or (flow and item.period.span == "instant"):
            continue
        if comparison(line, item) != side:
            if side:
                return None
            continue
        head = line.coded[max(0, item.at - 30) : item.at]
        owned = _ITS_FIGURE.match(line.coded, item.to)
        if item.period.relative and not relative and not (owned or _TAKES_RELATIVE.search(head)):
            continue
        if _CHANGED_AFTER.search(line.coded, max(0, value.at - 40), value.at) and _second_of_list(line, item):
            continue
        if not relative and (_BASE_OF.search(head) or _of_what_it_is(line, item, value) or _since(line, item, value)):
            continue
        if not relative and (
            _left_out(line, item, value) or (item.period.relative and _OUTDONE.search(line.coded[: item.at]))
        ):
            continue
        return item
    if side:
        return None
    return _opening(line, value)


# "$3 million and $4 million, respectively, for this quarter and the last one, decreasing $1 million": the change is of the first.
_CHANGED_AFTER = re.compile(
    r",\s(?:decreasing|increasing|declining|growing|rising|falling|an?\s(?:increase|decrease)\sof|(?:up|down))\s(?:by\s)?$"
)


def _second_of_list(line: Line, item: Item) -> bool:
    """Whether a period is the second of a list to which figures belong respectively."""
    if "respectively" not in line.coded:
        return False
    return re.search(rf"{PERIOD},?\sand\s(?:for\s)?(?:the\s)?$", line.coded[: item.at]) is not None


# "Our first half results, excluding the charge in the first quarter, would have shown a loss of $3 million"
_LEAVES_OUT = re.compile(
    r"[^,;.]*\ue003[\ue100-\uf8ff][^,;.]*,\s(?:excluding|factoring\sout|not\scounting|adjusting\sfor|adjusted\sfor|without|net\sof|even\safter|after|despite|notwithstanding)\s[^;]*$"
)
_VERB_BACK = re.compile(
    r"[^;]*,\s(?:would|was|were|is|are|showed|totaled|totalled|amounted|reached|came|rose|fell|increased|decreased|grew|declined|improved)\s"
)


def _left_out(line: Line, item: Item, value: Item) -> bool:
    """Whether a period stands among what a subject with a period of its own leaves out, before its verb."""
    return (
        _LEAVES_OUT.match(line.coded, 0, item.at) is not None
        and _VERB_BACK.match(line.coded, item.to, value.at) is not None
    )


# "surpassed its 2019 output for the same period with sales of $4 million"
_OUTDONE = re.compile(
    r"\b(?:surpass|exceed|outpac|outperform|topp|beat|improv)(?:e?s|ed|ing)?\s(?:on\s)?(?:its|our|the|their)\s[^,;\ue000-\ue002]{0,40}$"
)
_SINCE = re.compile(r"^\W*Since\s[^,;]*$")


def _since(line: Line, item: Item, value: Item) -> bool:
    """Whether a period only opens the time up to now: "Since its listing in December 1995, the share has traded at"."""
    return _SINCE.match(line.coded[: item.at]) is not None and "," in line.coded[item.to : value.at]


_BASE_OF = re.compile(
    r"\b(?:(?:over|than|from|since|by)\s(?:the\s)?|[Ee]arlier\s(?:in\s)?"
    r"|(?:surpass|exceed|outpac|outperform|topp?|beat|match)(?:e?s|ed|ing)?\s(?:its|our|the|their)\s)$"
)
# "The buildings, which were renovated in 2020, are 63 percent leased"
_DONE_IN = re.compile(
    r"\b(?:built|renovated|opened|founded|established|constructed|acquired|purchased|launched|introduced|created|formed|incorporated|listed|started|began|joined|upgraded|expanded)\s(?:\w+\s)?(?:in\s)?$"
)
# "Progress with the company acquired in 2019 lifted EBITDA to $2 million"
_ONE_DONE_IN = re.compile(
    r"(?:\ue005[\ue100-\uf8ff]|\b(?:company|business|unit|plant|facility|subsidiary|firm|store|division|mine|companies|businesses))\s(?:acquired|purchased|bought|opened|built|founded|launched|formed)\sin\s$"
)
_IS_NOW = re.compile(
    r"(?:,|\b(?:and|which|that))\s(?:[\w-]+\s){0,4}?(?:is|are|has|have|now|currently|operates?|employs?|serves?|owns?)\b"
)


def _of_what_it_is(line: Line, item: Item, value: Item) -> bool:
    """Whether a year tells when something was built or begun of which the value tells how it is now."""
    if item.period.span == "year" and _ONE_DONE_IN.search(line.coded, max(0, item.at - 60), item.at):
        return True
    if item.period.span != "year" or not _DONE_IN.search(line.coded, max(0, item.at - 40), item.at):
        return False
    return _IS_NOW.search(line.coded, item.to, value.at) is not None


_WITH = re.compile(r"\W*(?:With|Backed\sby|Supported\sby|Armed\swith)\s[^,;]*$")


def _opening(line: Line, value: Item) -> Item | None:
    """The only period of a line whose values all share it."""
    periods = [i for i in line.of_kind("period") if not i.period.relative and not bracketed(line, i)]
    mine = [item for item in periods if not comparison(line, item)]
    if _WITH.match(line.coded, 0, value.at) and "," in line.coded[value.to : mine[0].at if mine else None]:
        return None  # "With $2 million in cash, Alder expects sales of $9 million in 2021"
    if len(mine) == 1 and mine[0].at > value.at and len(line.values()) <= 3:
        between = line.coded[value.to : mine[0].at]
        if not re.search(
            rf"{VALUE}|;|\b(?:and|while|but|since|by|from|over|than|versus|to|bringing|taking|making)\b",
            between,
            re.IGNORECASE,
        ) or re.fullmatch(rf"[^;]*{SLOT}[\s,]*(?:for|in)\s(?:the\s)?", between):
            return mine[0]
    return None
