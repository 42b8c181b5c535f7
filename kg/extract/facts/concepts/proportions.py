"""What a sum is of another: "assets of $3 million, or .39% of total assets", "corresponding to a margin of 16.7 per cent"."""

from __future__ import annotations

import re

from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import spelled
from kg.extract.facts.slots.line import Item, Line

_OR = re.compile(
    r"\)?,?\s(?:or|representing|equal\sto|equivalent\sto|\(or|\()\s?(?:(?:an\sannualized|about|approximately|only|just|an?)\s){0,2}"
)
_WHOLE = re.compile(
    r"^\s(?:of|to)\s(?:our\s|its\s|the\scompany['’]s\s)?(?P<whole>(?:(?:period[\s-]end|end\sof\speriod|quarterly|total|average|net|gross|outstanding|interest[\s-]earning|earning|risk[\s-]weighted|tangible)\s){0,3}"
    r"(?:assets|loans\sand\sleases|loans\sand\sforeclosed\sassets|loans|leases|deposits|equity|receivables|capitalization|liabilities))\b"
)
_MARGIN = re.compile(
    r"(?:\b(?:corresponding|equivalent|equal|equating|amounting)\sto|\brepresenting|\byielding|\bfor|\bgiving|\bwith|\bresulting\sin|\bor)\s(?:an?\s)(?:record\s|improved\s)?(?P<what>margin)\sof\s(?:about\s|approximately\s)?$"
    r"|[(;,]\s?(?P<bare>margin):?\s(?:of\s)?$",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\s?[(\[](?:\ue003[\ue100-\uf8ff]|previous\syear|prior\syear|last\syear):?\s?|\s(?:from|compared\s(?:with|to)|versus|against|after)\s"
)
_OF_SALES = re.compile(
    r"\sof\s(?:(?:our|its|the|total|net|consolidated|company|group)\s){0,4}(?:revenues?|sales|turnover)\b"
)
_MARGIN_OF = {
    "OperatingIncomeLoss": "OperatingMargin",
    "GrossProfit": "GrossMargin",
    "EBITDA": "Other",
    "NetIncomeLoss": "Other",
}
_BORNE = ("Other", "Loans", "StockholdersEquity", "Deposits", "Assets", "Debt")


def proportion_draft(line: Line, item: Item, found: list[Draft]) -> Draft | None:
    """A percentage that is told of the sum before it; None where the words do not say so."""
    last = found[-1] if found else None
    if last is None or item.kind != "percent" or item.amount.unit != "percent":
        return None
    before = line.coded[last.last.to : item.at]
    if last.label.endswith(("margin", "margins")) and last.measure == "level" and _AGAIN.fullmatch(before):
        return _draft(item, last, last.concept, last.label)
    if last.measure != "level" or last.item.kind != "money" or last.anchor.kind != "concept":
        return None
    name = last.label.split(" (")[0]
    if _MARGIN.search(before) and len(before) < 60 and last.concept in _MARGIN_OF:
        return _draft(item, last, _MARGIN_OF[last.concept], f"{name} margin")
    if (
        last.concept == "Revenues"
        and last.scope != "total"
        and _OR.fullmatch(before)
        and _OF_SALES.match(line.text, item.end)
    ):
        return _draft(item, last, "Other", f"{last.scope.partition(':')[2]} {name} share of revenue", scope="total")
    after = spelled(line, item.to, min(len(line.coded), item.to + 60))
    whole = _WHOLE.match(after)
    if whole is None or not _OR.fullmatch(before) or last.concept not in _BORNE or last.unit.endswith("/share"):
        return None
    return _draft(item, last, "Other", f"{name} as a percentage of {whole['whole']}")


def _draft(item: Item, last: Draft, concept: str, label: str, scope: str | None = None) -> Draft:
    value = item.amount.value
    return Draft(
        concept=concept, label=label, unit="percent", value=value, low=None, high=None, scope=scope or last.scope, basis=last.basis,
        shares=None, measure="level", timing=last.timing, item=item, last=item, anchor=last.anchor, future=last.future,
    )  # fmt: skip
