"""What was known on a day: the releases issued until then."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import QueryError
from kg.vocab import CE, DCTERMS

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_RELEASES = (
    f"SELECT ?g ?issued ?filed {{ GRAPH ?g {{ ?release a <{CE}Release> ; <{CE}source> ?source "
    f"OPTIONAL {{ ?release <{DCTERMS}issued> ?issued }} OPTIONAL {{ ?release <{CE}filed> ?filed }} }} }}"
)
_DERIVED = f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s <{CE}sameEntityAs>|<{CE}judgement>|<{CE}supportedBy>|<{CE}supersedes> ?o }} }}"
_NOTHING = "urn:kg:no-release"


@dataclass(frozen=True, slots=True)
class Known:
    """The graphs to ask for what was known on a day, and how many releases give no day of issue."""

    releases: tuple[str, ...]
    derived: tuple[str, ...]
    undated: int

    @property
    def default_graphs(self) -> tuple[str, ...]:
        """What a pattern without GRAPH sees."""
        return self.releases or (_NOTHING,)

    @property
    def named_graphs(self) -> tuple[str, ...]:
        """What GRAPH ?g sees: the releases, and the identity of what they speak of, which has no day."""
        return (*self.releases, *self.derived) or (_NOTHING,)


def known(store: ox.Store, date: str) -> Known:
    """The releases issued on or before a date; a year or month means its last day.

    A release with a partial date counts from the last day that it can mean, one without a date of issue
    from the day it was filed, and one with neither is left out. Raises QueryError for what is no date.
    """
    if not _DATE.fullmatch(date) or not _is_day(_last_day(date)):
        raise QueryError(f"{date!r} is no date: write 2004, 2004-06 or 2004-06-30")
    days: dict[str, str] = {}
    for graph, issued, filed in _rows(store, _RELEASES):
        day = _last_day(issued or filed or "")
        days[graph] = max(days.get(graph, ""), day)
    until = _last_day(date)
    seen = tuple(sorted(graph for graph, day in days.items() if day and day <= until))
    derived = tuple(sorted(graph for (graph,) in _rows(store, _DERIVED)))
    return Known(seen, derived, sum(not day for day in days.values()))


def _rows(store: ox.Store, query: str) -> Iterator[tuple[str, ...]]:
    answer = store.query(query)
    assert isinstance(answer, ox.QuerySolutions)
    names = [variable.value for variable in answer.variables]
    for solution in answer:
        yield tuple(getattr(solution[name], "value", "") for name in names)


def _last_day(date: str) -> str:
    if len(date) == len("2004"):
        return f"{date}-12-31"
    if len(date) == len("2004-06") and 1 <= int(date[5:]) <= 12:
        return f"{date}-{calendar.monthrange(int(date[:4]), int(date[5:]))[1]:02}"
    return date


def _is_day(date: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", date))
