"""A sentence as facts see it: values, periods, concepts and parties stand as slots."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kg.extract.facts.slots.lengths import multiples, tight_lengths
from kg.extract.facts.slots.lexicon import Concept, find_concepts
from kg.extract.facts.slots.plain_lines import subject_lines
from kg.extract.facts.slots.ratio_lines import ratio_lines
from kg.extract.facts.slots.splits import split_ratios
from kg.model import Amount, Mention, MentionKind, PartialDate, Party
from kg.text.dates import find_dates
from kg.text.money import find_money, find_percents
from kg.text.numbers import find_numbers
from kg.text.period_readings import Period
from kg.text.periods import find_periods

_CODES = {"money": "\ue000", "percent": "\ue001", "count": "\ue002", "period": "\ue003",
          "concept": "\ue004", "party": "\ue005"}  # fmt: skip
_FIRST_NUMBER = 0xE100
_NUMBER = "[\ue100-\uf8ff]"

# Slots for patterns over a line's `coded` text.
MONEY = f"\ue000{_NUMBER}"
PERCENT = f"\ue001{_NUMBER}"
COUNT = f"\ue002{_NUMBER}"
PERIOD_CODE = "\ue003"
PERIOD = f"{PERIOD_CODE}{_NUMBER}"
CONCEPT_CODE = "\ue004"
CONCEPT = f"{CONCEPT_CODE}{_NUMBER}"
VALUE = f"[\ue000-\ue002]{_NUMBER}"
SLOT = f"[\ue000-\ue005]{_NUMBER}"


@dataclass(frozen=True, slots=True)
class Item:
    """A slot of a line. start and end count in the sentence; `at` and `to` in the coded line."""

    number: int
    kind: str  # money | percent | count | period | concept | party
    start: int
    end: int
    at: int
    content: Amount | Period | Concept | Party

    @property
    def to(self) -> int:
        """Where the slot ends in the coded line."""
        return self.at + 2

    @property
    def amount(self) -> Amount:
        """The amount of a value slot."""
        assert isinstance(self.content, Amount)
        return self.content

    @property
    def concept(self) -> Concept:
        """The concept of a concept slot."""
        assert isinstance(self.content, Concept)
        return self.content

    @property
    def period(self) -> Period:
        """The phrase of a period slot."""
        assert isinstance(self.content, Period)
        return self.content


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, coded: every item is two characters, its kind and its number."""

    text: str
    coded: str
    items: tuple[Item, ...]
    goes_on: bool = False  # a pronoun at its beginning stands for a concept of the sentence before

    def values(self) -> list[Item]:
        """The money, percent and count slots, in order."""
        return [item for item in self.items if item.kind in ("money", "percent", "count")]

    def of_kind(self, kind: str) -> list[Item]:
        """The slots of one kind, in order."""
        return [item for item in self.items if item.kind == kind]


def slots_in(coded: str) -> list[int]:
    """The numbers of the items whose slots stand in a piece of coded text."""
    return [ord(character) - _FIRST_NUMBER for character in coded if _FIRST_NUMBER <= ord(character) <= 0xF8FF]


def code_line(
    text: str,
    parties: Callable[[], Sequence[Mention]],
    near: PartialDate | None,
    pronoun: tuple[int, int, Concept] | None = None,
) -> Line | None:
    """The line of a sentence; None when neither values nor periods stand in it.

    A `pronoun` stands for a concept that the sentence before names.
    """
    money = find_money(text)
    percents = find_percents(text)
    periods = [one for one in find_periods(text, near) if one.span not in ("month", "week") or one.ended]
    periods = [one for one in periods if not _beside(text, one)]
    taken = [(a, b) for a, b, _ in (*money, *percents, *find_dates(text, near))]
    taken += [(period.start, period.end) for period in periods]
    times = multiples(text)
    taken += [(a, b) for a, b, _ in times]
    counts = [
        (n.start, n.end, Amount(n.value, "", n.printed, n.places))
        for n in find_numbers(text)
        if all(n.end <= a or b <= n.start for a, b in taken)
    ]
    counts += [*split_ratios(text), *tight_lengths(text), *times]
    if not (money or percents or counts or periods):
        return None
    found: list[tuple[int, int, str, Amount | Period | Concept | Party]] = []
    found += [(a, b, "money", amount) for a, b, amount in money]
    found += [(a, b, "percent", amount) for a, b, amount in percents]
    found += [(p.start, _dashed(text, p), "period", p) for p in periods]
    found += [(a, b, "count", amount) for a, b, amount in counts]
    found += [(a, b, "concept", concept) for a, b, concept in _turned(text, _with_shares(text, _all_concepts(text)))]
    if pronoun is not None:
        found.append((pronoun[0], pronoun[1], "concept", pronoun[2]))
    found += [
        (m.start, m.end, "party", m.value)
        for m in parties()
        if m.kind in (MentionKind.ORG, MentionKind.WE, MentionKind.OUR) and isinstance(m.value, Party)
    ]
    return replace(_coded(text, found), goes_on=pronoun is not None)


_AS_SHARE = re.compile(
    r",?\sas an?\s(?:percentage|percent|%)\sof\s(?:total\s|net\s|consolidated\s)*(?:revenues?|sales)", re.IGNORECASE
)


def _with_shares(text: str, found: list[tuple[int, int, Concept]]) -> list[tuple[int, int, Concept]]:
    """Concepts, with "operating expenses as a percentage of sales" read as one that percentages state."""
    whole: list[tuple[int, int, Concept]] = []
    for start, end, concept in found:
        if whole and start < whole[-1][1]:
            continue
        if concept.weak and whole and text[whole[-1][1] : start] == " ":
            last = whole.pop()  # "EBITDA loss"
            whole.append((last[0], end, replace(last[2], sign=concept.sign)))
            continue
        match = _AS_SHARE.match(text, end)
        if match is not None:
            concept = replace(concept, name=concept.rate or concept.name, unit="percent", money="")  # noqa: PLW2901
            whole.append((start, match.end(), concept))
        else:
            whole.append((start, end, concept))
    return whole


# What was done "subsequent to quarter end" was not done then.
_BEYOND = re.compile(r"\b(?:[Ss]ubsequent\sto|[Ff]ollowing|[Aa]fter|[Ss]ince)\s(?:the\s|its\s|our\s)?$")
# "Since the beginning of fiscal 2005" names where a time begins, not where it ends.
_PART_GONE = re.compile(
    r"\b(?:(?:beginning|start|outset)|(?:[Ss]ubsequent\sto|[Ff]ollowing|[Aa]fter|[Ss]ince)\s(?:the\s)?(?:end|close|completion))\sof\s(?:the\s|our\s|its\s)?$"
)


# "up 3 percent quarter-over-quarter" names no quarter.
_PACED = re.compile(r"(?:-|\s)(?:over|on)(?:-|\s)(?:quarter|month|week)\b", re.IGNORECASE)
_PACE = re.compile(r"\b(?:quarter|month|week)(?:-|\s)(?:over|on)(?:-|\s)$", re.IGNORECASE)


# "an order of $500,000 for second quarter delivery": no figure of that quarter.
_DUE = re.compile(
    r"\s(?:delivery|deliveries|shipment|completion|installation|launch|start-?up|release)\b(?!\s(?:of|were|was))"
)


def _beside(text: str, period: Period) -> bool:
    """Whether a period is only what a time begins with, or a word for a pace of change."""
    if (
        _DUE.match(text, period.end)
        or _PACED.match(text, period.end)
        or _PACE.search(text, max(0, period.start - 18), period.start)
    ):
        return True
    bound = _BEYOND if period.span == "instant" else _PART_GONE
    return bound.search(text, max(0, period.start - 40), period.start) is not None


# "Cash was $4 million", "Cash at December 31, 2020 totaled": alone, cash is named only as a sentence's subject.
_CASH = re.compile(
    r"(?:^|[.;:•*–—]\s|\band\s|\b(?:[Oo]ur|[Ii]ts|[Tt]otal|[Cc]ompany['’]s|[Yy]ear-end|[Qq]uarter-end|[Uu]nrestricted)\s|\bwith\s)(?P<c>(?i:cash))"
    r"(?=(?:\s(?:at|as of|as at|on)\s[A-Z\w][^;.$€£]{2,50}?)?\s(?:was|were|totaled|totalled|stood|amounted|increased|decreased|declined|rose|fell|grew)\s|:\s?[$€£]|\sof\s(?:approximately\s|about\s)?[$€£])"
)
_CASH_CONCEPT = Concept("CashAndCashEquivalents", "money", "instant")


def _all_concepts(text: str) -> list[tuple[int, int, Concept]]:
    """The concepts of the lexicon, and cash where a sentence is about it."""
    found = find_concepts(text)
    for match in _CASH.finditer(text) if "ash" in text else ():
        start, end = match.span("c")
        if all(end <= a or b <= start for a, b, _ in found):
            found.append((start, end, _CASH_CONCEPT))
    found = ratio_lines(text, subject_lines(text, found + _provided(text, found)))
    return sorted(found, key=lambda one: one[0])


_PROVISION = re.compile(r"\b(?:an?|no)\s(?P<c>provision)\sof\s")


def _provided(text: str, found: list[tuple[int, int, Concept]]) -> list[tuple[int, int, Concept]]:
    """The bare "provision" that a provision named before it is compared with."""
    named = [(end, concept) for start, end, concept in found if text.startswith("rovision", start + 1)]
    if not named:
        return []
    again = _PROVISION.finditer(text, named[0][0])
    return [(*match.span("c"), named[0][1]) for match in again if all(match.start("c") != one[0] for one in found)]


_RESULTS = frozenset(
    ("EBITDA", "OperatingIncomeLoss", "GrossProfit", "IncomeBeforeTaxes", "IncomeLossFromContinuingOperations",
     "IncomeLossFromDiscontinuedOperations", "FreeCashFlow", "NetCashFromOperatingActivities")
)  # fmt: skip
_TURNS = re.compile(
    r"\b(?:was|were|is|be|to|of|from|with|versus|against|into|showed|at)\s(?:an?|the)\s(?:small\s|modest\s|slight\s|record\s)?$"
)
# "operating income was $4 million (vs. a $2 million loss)": a loss of what stands before it.
_COMPARED_WITH = re.compile(
    r"(?:\(|,\s|\s)(?:vs\.?|versus|compare[ds]\s(?:to|with)|against|from)\s(?:an?\s)?[$€£][\d.,]+\s?(?:[mb]illion\s|thousand\s)?(?:operating\s|net\s)?$"
)
_BARE = {"loss": -1, "deficit": -1, "profit": 1, "income": 1, "gain": 1}


def _turned(text: str, found: list[tuple[int, int, Concept]]) -> list[tuple[int, int, Concept]]:
    """Concepts, with a bare "loss" or "profit" that tells the sign of the result named before read as that result."""
    turned: list[tuple[int, int, Concept]] = []
    result: Concept | None = None
    for start, end, concept in found:
        sign = _BARE.get(text[start:end].lower())
        beside = _COMPARED_WITH.search(text, max(0, start - 60), start) if sign is not None else None
        if sign is not None and result is not None and (beside or _TURNS.search(text, max(0, start - 24), start)):
            turned.append((start, end, replace(result, sign=sign, weak=True)))
            continue
        if beside and beside[0].startswith("(") and all(one.name != "NetIncomeLoss" for _, _, one in turned):
            continue
        turned.append((start, end, concept))
        if concept.name in _RESULTS:
            result = concept
        elif concept.name in ("NetIncomeLoss", "Revenues") and not concept.weak:
            result = None
    return turned


_DASH = re.compile(r"\s?[-–—](?=\s?(?:US|CA|C|A)?[$€£(])")


def _dashed(text: str, period: Period) -> int:
    """Where a period ends in its line, with the dash that stands for a colon in a bracket: "(2001 - $4 million)"."""
    dash = _DASH.match(text, period.end) if text[max(0, period.start - 1) : period.start] in ("(", "[") else None
    return dash.end() if dash is not None else period.end


_ABOUT_KINDS = ("money", "percent", "count")  # what a "~" may stand before: it is part of the figure


def _coded(text: str, found: list[tuple[int, int, str, Amount | Period | Concept | Party]]) -> Line:
    """Rewrite the text with slots; of two that overlap, the one found first by kind is kept."""
    kept: list[tuple[int, int, str, Amount | Period | Concept | Party]] = []
    for item in found:
        if all(item[1] <= other[0] or other[1] <= item[0] for other in kept):
            kept.append(item)
    kept.sort(key=lambda item: item[0])
    parts: list[str] = []
    items: list[Item] = []
    done = length = 0
    for number, (at, end, kind, content) in enumerate(kept):
        start = at - 1 if kind in _ABOUT_KINDS and text[at - 1 : at] == "~" else at
        parts += [text[done:start], _CODES[kind] + chr(_FIRST_NUMBER + number)]
        length += start - done
        items.append(Item(number, kind, start, end, length, content))
        length += 2
        done = end
    parts.append(text[done:])
    return Line(text, "".join(parts), tuple(items))
