"""Forecasts that a text says were made before: of the same time as the new ones."""

from __future__ import annotations

import re

from kg.extract.facts.slots.line import Item, Line

# "compared with its earlier forecast of", "raised its outlook ... from": a forecast too, of the same time.
_EARLIER = re.compile(
    r"\b(?:previous|prior|earlier|original|initial|former|previously|existing)(?:ly)?\s(?:[\w-]+\s){0,3}(?:guidance|forecast|outlook|estimates?|range|expectations?|projections?|target)\s"
    r"(?:range\s)?(?:of|for|was|calling for|to)\s(?:[\w\ue000-\uf8ff-]+\s){0,6}$"
    r"|\b(?:rais|lift|lower|increas|narrow|cut|reduc|updat|revis|trim)\w*\s[^.;\ue000-\ue002]{0,60}\b(?:guidance|outlook|forecast|estimate|projection|target)\b[^.;]{0,90}\sfrom\s(?:[\w-]+\s){0,4}$",
    re.IGNORECASE,
)


def earlier_forecast(line: Line, value: Item) -> bool:
    """Whether a value is what had been forecast before for the same time."""
    return _EARLIER.search(line.coded, max(0, value.at - 220), value.at) is not None
