"""The change that a percentage behind a figure of plain words tells of it: "rent was $4 million, a decrease of 37%"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.facts.direction.roles import comparison
from kg.extract.facts.draft import Draft
from kg.extract.facts.slots.line import Item, Line

_UP = r"(?:increase|rise|gain|growth|improvement|jump|surge)"
_DOWN = r"(?:decrease|decline|reduction|drop|fall)"
_ABOUT = (
    r"(?:(?:by|about|approximately|nearly|almost|more\sthan|over|some|roughly|around|an\simpressive|a\srecord)\s){0,2}"
)
_OPENS = r"[,(—–-]\s?(?:(?:or|and|representing|reflecting|marking|which\s(?:is|was|represents|represented)|equal\sto|equivalent\sto)\s)?"
_BEFORE = re.compile(
    rf"(?P<tail>[^;\ue000-\ue002]*?){_OPENS}(?:(?:an?\s)?(?:(?:[a-z-]+\s)?(?P<up>{_UP})|(?:[a-z-]+\s)?(?P<down>{_DOWN}))\sof\s|(?P<more>up|increasing|rising|growing|\+)\s?|(?P<less>down|decreasing|falling|declining)\s){_ABOUT}$"
)
_NOUN = re.compile(
    rf"\s(?:year-over-year\s|annual\s|sequential\s)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?!\sin\s(?!\ue003|the\s))"
)
_LEADS = re.compile(rf"(?P<tail>[^;\ue000-\ue002]*?){_OPENS}(?:an?\s){_ABOUT}$")
# What stands between a figure and its change: its time, and nothing else that could change.
_TIME_ONLY = re.compile(r"[\s,)]*(?:(?:[\ue003-\ue005][\ue100-\uf8ff]|[\w’'./-]+)[\s,)]*){0,12}")
_ANOTHER = re.compile(
    r"\b(?:and|while|with|which|that|who|but|including|of\swhich|was|were|is|are|had|has|rose|fell)\b"
)
_RULES = ("facts/prose-other", "facts/prose-count")


def changed_draft(line: Line, item: Item, found: list[Draft]) -> Draft | None:
    """The change of the figure before a percentage, where words alone name that figure; None where they tell none."""
    last = found[-1] if found else None
    if last is None or item.kind != "percent" or item.amount.unit != "percent" or last.rule not in _RULES:
        return None
    if last.measure != "level" or last.unit in ("percent", "ratio", "shares") or last.item.kind == "percent":
        return None
    gap = line.coded[last.last.to : item.at]
    told = _BEFORE.fullmatch(gap)
    noun = _NOUN.match(line.coded, item.to) if told is None and (told := _LEADS.fullmatch(gap)) else None
    if told is None or len(gap) > _NEAR or (noun is None and "up" not in told.groupdict()):
        return None
    if _ANOTHER.search(told["tail"]) or _TIME_ONLY.fullmatch(told["tail"]) is None:
        return None
    down = noun["down"] if noun is not None else told["down"] or told["less"]
    main = next((one for one in reversed(found) if one.label == last.label and not comparison(line, one.item)), last)
    value = -item.amount.value if down else item.amount.value
    label = main.label.split(" (")[0]
    return replace(
        main, label=f"{label} growth", unit="percent", value=value, low=None, high=None, measure="change", item=item, last=item, anchor=item,
    )  # fmt: skip


_NEAR = 120
