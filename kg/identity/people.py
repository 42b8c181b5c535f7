"""Names of people within one company: given names, initials, family name, suffix. Nicknames are not guessed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.identity.names import Likeness
from kg.identity.words import folded, likeness, words_of

_BEFORE = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "hon", "rev", "gen", "col"})
_AFTER = frozenset({"phd", "md", "esq", "cpa", "mba", "cfa", "jd", "pe", "dds", "rn", "ret"})
_SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as its parts, folded. `family` is the last word: particles stay with the given names."""

    given: tuple[str, ...]
    family: str
    suffix: str


@lru_cache(maxsize=65536)
def read_person(text: str) -> PersonName:
    """The parts of a printed name.

    >>> read_person("Dr. Dana Q. Whitlock, Jr.")
    PersonName(given=('dana', 'q'), family='whitlock', suffix='jr')
    """
    words = words_of(folded(text.replace("-", " ")))
    while len(words) > 1 and words[0] in _BEFORE:
        words.pop(0)
    suffix = ""
    while len(words) > 1 and (words[-1] in _AFTER or words[-1] in _SUFFIXES):
        suffix = _SUFFIXES.get(words.pop(), suffix)
    return PersonName(tuple(words[:-1]), words[-1] if words else "", suffix)


def compare_people(left: PersonName, right: PersonName) -> Likeness | None:
    """What two names of one company's people say; None when nothing speaks for one person."""
    if not left.family or not right.family or (left.suffix and right.suffix and left.suffix != right.suffix):
        return None
    if left.family != right.family:
        close = likeness(left.family, right.family)
        if left.given and left.given == right.given and close >= 0.8 and len(left.given[0]) > 1:
            return Likeness(certain=False, method="spelling", score=round(close - 0.1, 2), reason=_unlike(left, right))
        return None
    if not left.given or not right.given:
        reason = f"one gives the family name {left.family!r} alone"
        return Likeness(certain=False, method="family-name", score=0.5, reason=reason)
    return _of_one_family(left, right)


def _of_one_family(left: PersonName, right: PersonName) -> Likeness | None:
    one, other = left.given[0], right.given[0]
    middles = _middles(left.given[1:], right.given[1:])
    if one == other:
        if middles == "against":
            return None
        if len(one) == 1 or left.suffix != right.suffix:
            reason = f"{one} {left.family}: one of them says more, which may tell another person apart"
            return Likeness(certain=False, method="fuller-name", score=0.8, reason=reason)
        method = "person-name" if left.given == right.given else "middle-name"
        reason = f"both are {one} {left.family} of one company"
        return Likeness(certain=True, method=method, score=1.0 if left.given == right.given else 0.95, reason=reason)
    shorter, longer = sorted((one, other), key=len)
    if middles != "against" and len(shorter) == 1 and longer.startswith(shorter):
        reason = f"{shorter.upper()}. may stand for {longer}, or for another {left.family}"
        return Likeness(certain=False, method="initial", score=0.65, reason=reason)
    if middles != "against" and len(shorter) > 2 and longer.startswith(shorter):
        reason = f"{shorter} may be short for {longer}"
        return Likeness(certain=False, method="short-form", score=0.55, reason=reason)
    if shorter in (left.given[1:] + right.given[1:]) or longer in (left.given[1:] + right.given[1:]):
        reason = "the first name of one is a middle name of the other"
        return Likeness(certain=False, method="middle-as-first", score=0.5, reason=reason)
    return None


def _middles(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    """`equal` where one is empty or they fit, `against` where a name or initial contradicts."""
    for one, other in zip(left, right, strict=False):
        shorter, longer = sorted((one, other), key=len)
        if one != other and not (len(shorter) == 1 and longer.startswith(shorter)):
            return "against"
    return "equal"


def _unlike(left: PersonName, right: PersonName) -> str:
    return f"the given names agree, and {left.family!r} is spelled nearly as {right.family!r}"
