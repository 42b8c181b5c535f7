"""Names of people by their own shape: honorifics, initials, particles, suffixes, degrees, given names."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.mentions.gazetteer import cities, wide_names
from kg.mentions.words import bare_words, given_names, legal_forms, org_heads, stop_words, title_words, word_class

HONORIFIC = r"(?:H\.E\.|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Hon|Gen|Col|Colonel|Lt|Capt|Adm|Admiral|Sen|Senator|Rep|Gov|Governor|Rev|Amb|Ambassador|Herr|Frau)\.?"
DEGREE = r"(?:Ph\.? ?D\.?|M\.? ?D\.?|MBA|M\.B\.A\.|CPA|C\.P\.A\.|CFA|CFP|Esq\.?|J\.? ?D\.?|P\.? ?Eng\.?|P\.? ?Geo\.?|PMP|PE|P\.E\.|RN|R\.N\.|DVM|D\.V\.M\.|DDS|Dr\.P\.H\.|MPH|M\.P\.H\.|M\.?Sc\.?|B\.?Sc\.?|M\.S\.|MS|FACS|FACC|FACP|FRCP|FCA|CA|CAIA|CCIM|SIOR|LL\.?M\.?|LL\.?B\.?|LLB|Ed\.?D\.?|PharmD|Pharm\.? ?D\.?|D\.?Phil\.?|D\.O\.|DO|ICD\.D|OBE|MBE|CBE|KBE|AO|AM|APR|SPHR|MSc|BSc|BEng|MEng|CISSP|Q\.?C\.?|K\.?C\.?|Ret\.|USN|USAF|USMC)(?![\w])"
_PART = r"(?:van der|van den|van de|van|von der|von|de la|de los|de|del|della|der|den|di|da|dos|du|la|le|ter|ten|bin|ben|ibn|al|el|af|zu)"
_CAPITAL = r"(?:[A-ZÀ-ÖØ-ÞŁŚŽČ](?:[a-zß-öø-ÿ\u0100-\u017f]+|[A-ZÀ-ÖØ-Þ]*)(?:['’-][A-ZÀ-Ö]?[\wÀ-ÿ\u0100-\u017f]+)*(?:[A-Z][a-z\u00df-\u017f]+)*)"
_INITIAL = r"(?:[A-Z]\.(?: ?[A-Z]\.)*|[A-Z](?= [A-Z][a-z]))"
_NICK = r"(?:\([\"“'‘]?[A-Z][a-z]+(?: [A-Z][a-z]+)?[\"”'’]?\)|[\"“'‘][A-Z][\w.-]*(?: [A-Z][\w.-]*)?[\"”'’])"
_FAMILY = r"(?!(?:Jr|Sr|II|III|IV)\b)(?:[A-ZÀ-ÖØ-ÞŁŚŽČ](?:[a-zß-öø-ÿ\u0100-\u017f]+|[A-ZÀ-ÖØ-Þ]+)(?:['’-][A-ZÀ-Ö]?[\wÀ-ÿ\u0100-\u017f]+)*(?:[A-Z][a-z\u00df-\u017f]+)*|[OD]['’][A-Z][\w]+)"
_GIVEN = rf"(?:{_INITIAL}|{_CAPITAL})"
_SENIOR = r"(?!, Sr\.? (?:[A-Z][\w-]+ ){0,2}?(?:Vice|V\.?P|Executive|Director|Manager|Managing|Partner|Counsel|Scientist|Engineer|Analyst|Advisor|Consultant)\b)"
_SUFFIX = rf"(?:{_SENIOR},? (?:Jr|Sr)\.?(?![\w])|,? (?:II|III|IV)(?![\w]))"
LETTERS = r"(?!C[A-Z]{1,2}O\b|[SEARGF]?VP\b|GM\b|IR\b|LLC\b|INC\b)[A-Z]{2,5}"  # behind degrees: a rarer degree
_NAME = re.compile(
    rf"(?<![\w@.&-])(?:(?P<honorific>{HONORIFIC}) (?:{HONORIFIC} )?)?"
    rf"(?P<name>(?:{_GIVEN} (?:(?:{_NICK}|{_INITIAL}|{_PART}|{_CAPITAL}) ){{0,3}})?(?:[dDL]['’])?{_FAMILY})"
    rf"(?P<suffix>{_SUFFIX})?(?P<degrees>(?:(?:(?:,| \(|,? ){DEGREE}\)?| {DEGREE}|, {DEGREE}){{1,5}}(?:, {LETTERS}(?=,)){{0,3}})?)(?![\w])"
)
_MONTH_NAMES = frozenset(("april", "june", "august", "jan", "jun", "will", "sir"))  # given and family names too
_SEASONED = frozenset(("may", "de", "winter", "march", "marks", "august"))  # stop words that are family names
_STROKED = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "æ": "ae", "Æ": "Ae", "đ": "d", "ß": "ss"})
_OWNER = re.compile(r"[’']s$")
_STEP = re.compile(r"[\s(]+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name as printed. `start` takes in an honorific, `end` suffix and degrees."""

    start: int
    end: int
    name: str  # without honorific and degrees, with suffix
    honorific: bool
    degreed: bool
    known: bool  # the given name is a common one


def read_name(text: str, start: int) -> PersonName | None:
    """The person's name that begins at a position: two words at least, or one after an honorific."""
    found = _NAME.match(text, start)
    return _made(found) if found else None


@lru_cache(maxsize=512)
def find_names(text: str) -> tuple[PersonName, ...]:
    """Phrases that can be names of people, from left to right."""
    found: list[PersonName] = []
    at = 0
    while True:
        match = _NAME.search(text, at)
        if match is None:
            return tuple(found)
        name = _made(match)
        if name is not None:
            found.append(name)
            at = name.end
        else:
            step = _STEP.search(text, match.start())
            at = step.end() if step else match.end()
            at = max(at, match.start() + 1)


def _made(found: re.Match[str]) -> PersonName | None:
    name, honorific = _OWNER.sub("", found["name"]), bool(found["honorific"])
    words = name.split()
    if len(words) > 1 and len(words[0]) > 2 and words[0].isupper() and not words[-1].isupper():
        return None
    whole = len(words)
    while len(words) > 1 and (not possible(words, honorific=honorific) or len(words[-1].strip(".")) < 2):
        words.pop()
    if not possible(words, honorific=honorific):
        return None
    known = any(is_given(word.strip('.,()"“”')) for word in words[:2])
    if len(words) < whole:
        after = name.split()[len(words)].strip(".,").lower()
        named_on = after in org_heads() or after in bare_words() - stop_words() or after in word_class("not-family")
        if named_on and not (known and after in _post_openers()):
            return None
        kept = re.match(r"\S+" + r"\s+\S+" * (len(words) - 1), name)
        printed = kept[0] if kept else name
        return PersonName(
            found.start(), found.start("name") + len(printed), printed, honorific, degreed=False, known=known
        )
    suffix = (found["suffix"] or "").strip()
    printed = f"{name}{',' if suffix.startswith(',') else ''} {suffix.lstrip(', ')}" if suffix else name
    return PersonName(found.start(), found.end(), printed.strip(), honorific, bool(found["degrees"]), known)


def is_given(word: str) -> bool:
    """Whether a word is a common given name, or two joined: "Jean-Luc"."""
    plain = unicodedata.normalize("NFKD", word.translate(_STROKED))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).title()
    return plain in given_names() or ("-" in plain and not given_names().isdisjoint(plain.split("-")))


@cache
def _titles() -> frozenset[str]:
    heads = title_words("head")
    ranks = title_words("rank") - {"plant", "field", "branch", "mill", "market", "station"}  # family names too
    return heads | {f"{word}s" for word in heads} | title_words("officer") | title_words("area") | ranks


@cache
def _post_openers() -> frozenset[str]:
    """Words that open a post: behind a name they are no more of it."""
    opening = ("chief", "senior", "vice", "executive", "general", "managing", "interim", "acting")
    return title_words("head") | title_words("officer") | frozenset(opening)


def _barred(word: str, at: int, *, alone: bool, shouts: bool) -> bool:
    """Whether a word cannot stand at its place in a person's name."""
    low = word.lower()
    if (
        low in _titles()
        or low in ("interim", "acting")
        or low in word_class("initials")
        or (at and len(word) == 2 and word.isupper() and not shouts)
    ):
        return True
    if low in stop_words() and low not in _MONTH_NAMES and not (at and low in _SEASONED):
        return True
    if word in legal_forms() and low not in ("sa", "se", "as", "ab", "co", "na"):
        return True
    return (low in org_heads() and not (alone and not at)) or (at > 0 and low in word_class("not-family"))


def possible(words: list[str], *, honorific: bool = False) -> bool:
    """Whether words can be a person's name: no legal form, post, head of an organisation, month or function word."""
    if len(words) < (1 if honorific else 2) or len(words) > 6:
        return False
    if not honorific and (all(word.endswith(".") for word in words) or len(set(words)) < len(words)):
        return False
    shouts = all(word.upper() == word for word in words)
    bare = [word.strip(".,()\"“”'‘’") for word in words]
    called = len(words) in (2, 3) and bare[0] in given_names()
    if any(
        len(word) > 1
        and _barred(word, at, alone=len(words) == 1, shouts=shouts)
        and not (called and at + 1 == len(bare) and word.lower() in word_class("surnames"))
        and not (called and at == 0 and bare[1] not in given_names())  # "Dean Marlow"
        for at, word in enumerate(bare)
    ):
        return False
    if " ".join(words).lower() in cities() or " ".join(words).lower() in wide_names():
        return False
    plain = [word.strip(".,").lower() for word in words]
    if len(plain) > 1 and plain[0] in word_class("not-given"):
        return False
    if plain[0] == "will" and plain[1] in word_class("after-will"):
        return False
    return not all(word in bare_words() for word in plain) and (
        plain[0] not in bare_words() or plain[0] in _MONTH_NAMES | {"may", "so", "west", "north"}
    )
