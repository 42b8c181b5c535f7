"""Which release corrects which, and which claim takes the place of which."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.identity.words import folded, likeness, words_of
from kg.merge.graphs import Release
from kg.merge.repeated import Compared

_OPENING = re.compile(
    r"correcting and replacing|c ?o ?r ?r ?e ?c ?t ?i ?o ?n ?(?:\.{3}|--|/|:)|\((?:corrected|correction|correcting)\b"
    r"|corrected (?:version|release|and restated)|this (?:press )?release (?:corrects|replaces|supersedes)"
    r"|(?:corrects|replaces|supersedes) (?:the|our|its|an earlier) (?:press )?release",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^\W*correct(?:ed|ing|ion)\b|correcting and replacing|\(correct(?:ed|ion)", re.IGNORECASE)
_MARKS = re.compile(r"\b(?:correct(?:ed|ing|ion)s?|replacing|and|restated?|amended|updated?|version)\b", re.IGNORECASE)
_RESTATED = re.compile(
    r"\b(?:restate(?:d|s|ment)|as (?:corrected|revised|adjusted for the restatement))\b", re.IGNORECASE
)
_DAYS = 92  # a correction comes within a quarter, or is another quarter's release of the same title
_ALIKE = 0.75


def corrected(releases: Sequence[Release], canonical: Callable[[str], str]) -> list[tuple[Release, Release]]:
    """(correcting, corrected) pairs of releases, sorted: the one before it of the same issuer and title."""
    homes: dict[str, list[Release]] = defaultdict(list)
    for release in sorted(releases):
        if release.issuer is not None:
            homes[canonical(release.issuer[1:-1])].append(release)
    return sorted(
        (release, target)
        for group in homes.values()
        for release in group
        if _says_so(release) and (target := _target(release, group)) is not None
    )


def _says_so(release: Release) -> bool:
    return bool(release.form.endswith("/A") or _TITLE.search(release.title) or _OPENING.search(release.opening))


def _target(release: Release, group: Iterable[Release]) -> Release | None:
    ranked = [
        (score, other.issued, other)
        for other in group
        if other != release
        and _before(other, release)
        and (score := likeness(_bare(other.title), _bare(release.title))) >= _ALIKE
    ]
    return max(ranked)[2] if ranked else None


def _bare(title: str) -> str:
    return " ".join(words_of(folded(_MARKS.sub(" ", title))))


def _before(other: Release, release: Release) -> bool:
    """Whether a release came first: earlier, or of the same day and itself no correction."""
    try:
        days = (dt.date.fromisoformat(release.issued) - dt.date.fromisoformat(other.issued)).days
    except ValueError:
        return False
    return 0 < days <= _DAYS or (days == 0 and not _says_so(other))


def superseding(
    releases: Sequence[Release], claims: Sequence[Compared], pairs: Iterable[tuple[Release, Release]]
) -> list[tuple[str, str]]:
    """(new, old) pairs of claims, sorted: of a correcting release, or said to be restated in a later one."""
    by_release: dict[str, dict[tuple[str, object], list[Compared]]] = defaultdict(lambda: defaultdict(list))
    for each in claims:
        by_release[each.release][each.kind, each.about].append(each)
    found = set()
    for newer, older in pairs:
        for subject, says in by_release[newer.iri].items():
            found |= set(_replaced(says, by_release[older.iri].get(subject, ())))
    return sorted(found | set(_restated(releases, claims)))


def _replaced(new: Sequence[Compared], old: Sequence[Compared]) -> Iterator[tuple[str, str]]:
    """Where one subject matter has one content on each side, and they differ, the new one replaces the old."""
    if all(each.of_its_day for each in (*new, *old)):
        return
    contents = [{each.content for each in side} for side in (new, old)]
    if all(len(each) == 1 for each in contents) and contents[0] != contents[1]:
        yield from ((later.claim, former.claim) for later in new for former in old)


def _restated(releases: Sequence[Release], claims: Sequence[Compared]) -> Iterator[tuple[str, str]]:
    issued = {release.iri: release.issued for release in releases if len(release.issued) == len("2021-03-03")}
    titles = {release.iri for release in releases if _RESTATED.search(release.title)}
    figures: dict[object, list[Compared]] = defaultdict(list)
    for each in claims:
        if each.kind == "FinancialFact" and each.lasting and each.release in issued:
            figures[each.about].append(each)
    for group in figures.values():
        for new in group:
            if new.release not in titles and not _RESTATED.search(new.quote):
                continue
            for old in group:
                if issued[old.release] < issued[new.release] and old.content != new.content:
                    yield new.claim, old.claim
