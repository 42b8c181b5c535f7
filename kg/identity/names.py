"""Names of organisations: what is left of one without its legal form, and how two of them compare."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.identity.words import folded, likeness, words_of
from kg.mentions.words import rows

# One spelling of each legal form; forms of one family are easily mistaken for each other.
_FAMILIES = (
    ("us", {"inc": "inc", "incorporated": "inc", "corp": "corp", "corporation": "corp", "co": "co", "company": "co"}),
    ("limited", {"ltd": "ltd", "limited": "ltd", "plc": "plc", "ltda": "ltda", "dac": "dac", "ulc": "ulc"}),
    ("limited", {"pty": "pty", "pte": "pte", "bhd": "bhd", "sdn": "sdn", "limitada": "ltda"}),
    ("llc", {"llc": "llc", "pllc": "pllc"}),
    ("partnership", {"lp": "lp", "llp": "llp", "lllp": "lllp"}),
    ("german", {"ag": "ag", "gmbh": "gmbh", "kg": "kg", "kgaa": "kgaa", "se": "se", "mbh": "gmbh"}),
    ("dutch", {"nv": "nv", "bv": "bv"}),
    ("latin", {"sa": "sa", "sas": "sas", "sarl": "sarl", "spa": "spa", "srl": "srl", "lda": "lda", "sadecv": "sa"}),
    ("nordic", {"ab": "ab", "asa": "asa", "as": "as", "aps": "aps", "oy": "oy", "oyj": "oyj", "publ": "publ"}),
    ("japanese", {"kk": "kk"}),
    ("bank", {"na": "na"}),
)
_FORMS = {spelled: form for _, forms in _FAMILIES for spelled, form in forms.items()}
_FAMILY = {form: family for family, forms in _FAMILIES for form in forms.values()}
_SPELLED = {
    "intl": "international",
    "natl": "national",
    "mfg": "manufacturing",
    "bros": "brothers",
    "hldgs": "holdings",
    "hldg": "holding",
    "grp": "group",
    "svcs": "services",
    "svc": "service",
    "assn": "association",
    "centre": "center",
    "univ": "university",
    "pharma": "pharmaceuticals",
}
_SMALL = frozenset({"of", "and", "the", "for", "de", "du", "la"})
_STATE = re.compile(r"\s*[/\\]([A-Za-z]{2,4})[/\\]?\s*$")
_MULTIPLE = (("s. de r.l. de c.v.", "srl"), ("s.a. de c.v.", "sadecv"), ("sab de cv", "sadecv"), ("a/s", "as"))
_ROMAN = re.compile(r"[ivx]{1,5}|[0-9]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as words without legal form. `forms` in their one spelling, `state` of `/DE/`, both may be empty."""

    words: tuple[str, ...]
    forms: tuple[str, ...]
    state: str

    @property
    def key(self) -> str:
        """The words as one string; equal for names that differ in legal form, marks or case alone."""
        return " ".join(self.words)

    @property
    def distinctive(self) -> bool:
        """Whether a word tells this organisation from others of its trade."""
        return any(word not in generic_words() and not _ROMAN.fullmatch(word) for word in self.words)


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two names say of their bearers. `certain`: enough to hold them for one."""

    certain: bool
    method: str
    score: float  # 0 to 1
    reason: str


@cache
def generic_words() -> frozenset[str]:
    """The words that many organisations bear in their names."""
    return frozenset(row[0] for row in rows("generic_name_words"))


@lru_cache(maxsize=65536)
def read_name(text: str) -> Name:
    """The name that a text prints.

    >>> read_name("The Alder Instruments Corporation")
    Name(words=('alder', 'instruments'), forms=('corp',), state='')
    """
    state = _STATE.search(text)
    lowered = text[: state.start()].lower() if state else text.lower()
    for printed, form in _MULTIPLE:
        lowered = lowered.replace(printed, form)
    every = [_SPELLED.get(word, word) for word in words_of(folded(lowered))]
    words = every[1:] if every[:1] == ["the"] and len(every) > 1 else list(every)
    if words[-1:] == ["the"] and len(words) > 1:
        words.pop()
    forms: list[str] = []
    while len(words) > 1 and words[-1] in _FORMS:
        forms.insert(0, _FORMS[words.pop()])
        if words[-1] == "and" and len(words) > 1:
            words.pop()
    return Name(tuple(words), tuple(forms), state[1].lower() if state else "")


def compare(left: Name, right: Name) -> Likeness | None:
    """What two names say of their bearers; None when nothing speaks for one."""
    if not left.words or not right.words:
        return None
    if left.words == right.words:
        return _of_one_key(left, right)
    return _of_two_keys(left, right)


def _of_one_key(left: Name, right: Name) -> Likeness:
    plain = f"both are {left.key!r} without legal form"
    if left.state and right.state and left.state != right.state:
        return Likeness(certain=False, method="other-state", score=0.6, reason=f"{plain}, of two states")
    if left.forms == right.forms:
        if left.distinctive:
            return Likeness(certain=True, method="exact-name", score=1.0, reason=plain)
        return Likeness(certain=False, method="common-name", score=0.85, reason=f"{plain}; many bear such a name")
    shorter, longer = sorted((left.forms, right.forms), key=len)
    if longer[: len(shorter)] == shorter:
        if left.distinctive and len(left.words) > 1:
            return Likeness(certain=True, method="name-without-form", score=0.95, reason=f"{plain}; one prints it")
        return Likeness(certain=False, method="name-without-form", score=0.85, reason=f"{plain}; one prints it")
    named = f"{' '.join(left.forms)} against {' '.join(right.forms)}"
    if {_FAMILY[form] for form in left.forms} == {_FAMILY[form] for form in right.forms}:
        return Likeness(certain=False, method="other-form", score=0.75, reason=f"{plain}; {named}")
    return Likeness(certain=False, method="other-form", score=0.5, reason=f"{plain}; {named}, of two legal families")


def _of_two_keys(left: Name, right: Name) -> Likeness | None:
    if [word for word in left.words if _ROMAN.fullmatch(word)] != [
        word for word in right.words if _ROMAN.fullmatch(word)
    ]:
        return None
    shorter, longer = sorted((left.words, right.words), key=lambda words: (len(words), words))
    if "".join(shorter) == "".join(longer):
        return _maybe("spacing", 0.9, "they differ in blanks alone")
    if sorted(set(shorter) - _SMALL) == sorted(set(longer) - _SMALL):
        return _maybe("word-order", 0.7, "the same words in another order")
    if shorter == left.words and len(shorter) == 1 and shorter[0] in initials(right):
        return _maybe("initials", 0.6, f"{shorter[0].upper()} are the initials of {right.key!r}")
    if shorter == right.words and len(shorter) == 1 and shorter[0] in initials(left):
        return _maybe("initials", 0.6, f"{shorter[0].upper()} are the initials of {left.key!r}")
    if longer[: len(shorter)] == shorter and shorter[0] not in generic_words():
        return _shortened(shorter, longer)
    if len(shorter) == len(longer):
        return _spelled(shorter, longer)
    return None


def _maybe(method: str, score: float, reason: str) -> Likeness:
    return Likeness(certain=False, method=method, score=score, reason=reason)


def _shortened(shorter: Sequence[str], longer: Sequence[str]) -> Likeness:
    more = " ".join(longer[len(shorter) :])
    score = 0.55 if all(word in generic_words() for word in longer[len(shorter) :]) else 0.45
    return _maybe(
        "shortened", score, f"{' '.join(shorter)!r} begins {' '.join(longer)!r}; {more!r} may tell them apart"
    )


def _spelled(left: Sequence[str], right: Sequence[str]) -> Likeness | None:
    """Word by word nearly the same: a slip of spelling, a plural, an accent gone wrong."""
    scores = [1.0 if one == other else likeness(one, other) for one, other in zip(left, right, strict=True)]
    unlike = [(one, other) for one, other, score in zip(left, right, scores, strict=True) if score < 1.0]
    lowest = min(scores)
    if len(unlike) > 1 or lowest < 0.75 or min(map(len, unlike[0])) < 4 or not all(map(str.isalpha, unlike[0])):
        return None
    named = f"{unlike[0][0]!r} against {unlike[0][1]!r}"
    return _maybe("spelling", round(lowest - 0.1, 2), f"one word is spelled otherwise: {named}")


def initials(name: Name) -> set[str]:
    """The short names that its first letters make, of three letters or more, with and without the legal form's."""
    if len(name.words) < 2:
        return set()
    every = "".join(word[0] for word in name.words)
    telling = "".join(word[0] for word in name.words if word not in _SMALL)
    form = name.forms[0][0] if name.forms else ""
    return {letters for letters in (every, telling, every + form, telling + form) if len(letters) > 2}
