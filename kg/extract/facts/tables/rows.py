"""The lines of financial tables: what a row's label, under its headings, states."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

_FOOTNOTE = re.compile(r"</?su[bp]>\d?|\((?:\d{1,2}|[a-z])\)|\[\d+\]|(?<=[a-z)])\s?\*+|\s\d$|[†‡§]")
_EDGE = re.compile(
    r",?\s(?:at\s)?(?:the\s)?(?:(?:beginning|end|start)(?:\sof\s(?:the\s)?(?:period|year|quarter))?|(?:period|quarter|year)[\s-]end|(?:beginning|ending|opening|closing) balances?)\s*$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[()\[\]]")
_PUNCTUATION = re.compile(r"[.,:;_|$\"“”/–—-]+|\s[-–—]\s")
_OWNERS = re.compile(r"\b(?:the company|company|our|its)\b|['’]s\b")
_UNITS = re.compile(
    r"\(?(?:\bin\b|\$) ?(?:u\.?s\.? )?(?:thousands|millions|billions|dollars)[^)]*\)?|\(?[$€£]?['’]?000['’]?s?\)?(?: omitted\)?)?(?=\W*$)|\((?:thousands|millions|billions|mm?)\b[^)]*\)|\((?:unaudited|audited|restated|000s?(?: omitted)?)\)|\(?\bin (?:EUR|USD|CHF|GBP|CAD|euros?|€|US\$|cents)\)?|\((?:€|EUR|CHF|US\$|\$|cents|¢)\)|\((?:see )?notes?\b[^)]*\)|\(see [^)]*\)",
    re.IGNORECASE,
)
# A heading over amounts per share; one that excepts them from the scale, or counts shares, is none.
_PER_SHARE = re.compile(
    r"^(?!.*\b(?:except|weighted|number of|used|shares outstanding)).*\b(?:per (?:\w+ ){0,4}(?:share|unit|ads)\b|eps\b)"
)
_CONTINUING = re.compile(r"(?<!dis)continuing operations\b(?!.*discontinued)")


@dataclass(frozen=True, slots=True)
class RowConcept:
    """A kind of line; the fields are described at the head of the data file."""

    concept: str
    unit: str
    kind: str
    shares: str | None
    scope: str
    basis: str
    sign: int


@dataclass(frozen=True, slots=True)
class _Rule:
    label: re.Pattern[str]
    section: re.Pattern[str] | None
    row: RowConcept


def row_concept(label: str, sections: Sequence[str], *, places: int = 1) -> RowConcept | None:
    """What a label under its headings (outermost first) states; None for lines that are not listed.

    `places` are the decimal places of its figures: an amount per share has some, and two tell one from a sum.
    """
    plain = plain_label(label)
    above = " | ".join(plain_label(section) for section in sections[-2:])
    line = _row(plain, above, places) if plain and len(plain) < 160 else None
    # A label that leaves the rest out says so, whatever measure it is of.
    return replace(line, scope="continuing") if line and line.scope == "total" and _CONTINUING.search(plain) else line


_ADJUSTED = re.compile(r"^(?:non gaap|adjusted) | (?:(?:on an? )?(?:non gaap|adjusted)(?: basis)?|as adjusted)$")
_REPORTED = re.compile(r"^(?:us )?gaap | (?:us gaap|gaap|as reported)$")


@cache
def _row(plain: str, above: str, places: int) -> RowConcept | None:
    """The line that a plain label states; where it is known without its "non-GAAP" or "GAAP", the one of that basis."""
    known = _known(plain, above, places)
    if known is not None:
        return known
    for marked, basis in ((_ADJUSTED, "non-gaap"), (_REPORTED, "gaap")):
        bare = marked.sub("", plain)
        line = _known(bare, above, places) if bare != plain else None
        if line is not None and line.kind == "duration":
            return replace(line, basis=basis)
    return None


def _known(plain: str, above: str, places: int) -> RowConcept | None:
    shared = places > 1 and _PER_SHARE.search(above) is not None
    for rule in _rules():
        if rule.row.unit == "share" and not places:
            continue
        if rule.row.unit == "money" and shared:
            continue  # a total under "per share" is one of these, too
        if rule.label.fullmatch(plain) and (rule.section is None or rule.section.search(above)):
            return rule.row
    return None


def plain_label(label: str) -> str:
    """A label in lower case without footnote marks, units, brackets and punctuation."""
    text = _UNITS.sub(" ", label)
    text = _EDGE.sub(" ", _FOOTNOTE.sub(" ", text)).lower().replace("’", "'")
    text = _BRACKETS.sub(" ", text).replace(" & ", " and ")
    text = _PUNCTUATION.sub(" ", text)
    text = _OWNERS.sub(" ", text)
    return " ".join(text.split())


@cache
def _rules() -> tuple[_Rule, ...]:
    data = tomllib.loads(files("kg").joinpath("data/lines.toml").read_text(encoding="utf-8"))
    return tuple(
        _Rule(
            re.compile(entry["label"]),
            re.compile(entry["section"]) if "section" in entry else None,
            RowConcept(
                entry["concept"],
                entry["unit"],
                entry["kind"],
                entry.get("shares"),
                entry.get("scope", "total"),
                entry.get("basis", "gaap"),
                -1 if entry.get("sign") == "minus" else 1,
            ),
        )
        for entry in data["line"]
    )
