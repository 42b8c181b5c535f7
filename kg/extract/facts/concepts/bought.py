"""What a bare cost, value or price is of: "receivables bought for a total cost of $2 million"."""

from __future__ import annotations

import re

# "issued shares on the exercise of options for cash proceeds of $100,000"
_FOR_PROCEEDS = re.compile(r"^.*\sfor\s(?=(?:(?:total|cash|gross|net|aggregate)\s){0,2}(?:proceeds|consideration)$)")
# "purchased receivables ... for a total cost of $2 million": whose cost it is.
_BARE = re.compile(
    r"(?:(?:total|aggregate|combined|average|net|face|book|cash|purchase|fair|market)\s)*(?:costs?|value|price|amount|consideration)"
)
_BOUGHT = re.compile(
    r"\b(?P<verb>purchas(?:ed|es|ing)|acquir(?:ed|es|ing)|bought|sold|originat(?:ed|es|ing)|issued)\s(?P<what>(?:(?!for\b|with\b|at\b|the\b|and\b|in\b)[a-z][\w-]*\s){1,4})(?:with|for|having|at|in)\b",
)
_PURCHASES = re.compile(
    r"\b(?P<what>(?:(?!the\b|a\b|its\b|our\b|and\b|of\b)[a-z][\w-]*\s){0,2}(?:purchases|sales|originations|acquisitions))\s(?:with|having|at)\s(?:an?\s)?(?:[a-z]+\s){0,4}$"
)


def of_proceeds(label: str) -> str:
    """The name of what is paid, without what it is paid for."""
    return _FOR_PROCEEDS.sub("", label)


def with_bought(label: str, before: str) -> str:
    """A bare cost or value with what it is of, by the deal that the text before it tells."""
    if _BARE.fullmatch(label) is None:
        return label
    bought = _BOUGHT.search(before)
    if bought is not None:
        return f"{label} of {bought['what'].strip()} {_BOUGHT_AS[bought['verb'][:3].lower()]}"
    purchases = _PURCHASES.search(before)
    return f"{label} of {_AMPLE.sub('', purchases['what'])}" if purchases is not None else label


_AMPLE = re.compile(r"^(?:significant|made|large|substantial|major|additional|total|new)\s")
_BOUGHT_AS = {
    "pur": "purchased",
    "acq": "acquired",
    "bou": "bought",
    "sol": "sold",
    "ori": "originated",
    "iss": "issued",
}
