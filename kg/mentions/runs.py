"""Stretches of capitalised words, cut where one name ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.mentions.words import legal_forms, org_heads, stop_words, title_words

_ABBREVIATED = r"(?:Inc|INC|Corp|CORP|Co|CO|Cos|COS|Ltd|LTD|Bros|BROS|Assoc|ASSOC|Mfg|MFG|Intl|Int'l|Hldgs|HLDGS|St|Mt|Ft|Dr|Mr|Mrs|Ms|Jr|Sr)\."


_DOTTED = r"(?:[A-Z]\.){2,}[A-Z]?|(?:[A-Z]\.)+[A-Z](?![\w.])|[A-Z]\.(?= ?[A-Z])|S\.p\.A\.?|s\.r\.o\.?|A\.Ş\.?|(?:L\.L\.C|L\.P|N\.A|P\.C)\.?"


_PLAIN = r"[A-ZÀ-ÖØ-Þ][\w&+’'!]*(?:(?:[/’'-]|\.(?!(?!Com\b|Net\b|Org\b)[A-Z][a-z]{2}))[\w&+!]+)*|[a-z]{1,3}[A-Z]\w*(?:[.-]\w+)*|\d+[A-Za-z&-]*[A-Z]\w*(?:\.com)?|\d+-[A-Z][\w-]*|(?<=[a-z0-9] )plc(?!\w)|(?<=[a-z] )\d{1,4}(?= (?:Corp|Inc|Ltd|LLC|PLC|plc|AG|SE)\b)"


_TOKEN = rf"(?:{_ABBREVIATED}|{_DOTTED}|{_PLAIN})"


_COMMA_FORM = r", (?=(?:Inc|INC|Incorporated|INCORPORATED|L\.?L\.?[CP]|L\.?P|Ltd|LTD|Limited|N\.A|S\.A|S\.p|PLC|plc|Corp|CORP|Co\.|CO\.|GmbH|AG|SE|LLP|PLLC|P\.A|P\.C|B\.V|BV|N\.V|Oyj|ASA|SpA|KGaA|Sarl|Pty)\b)"


_LOWER_FORM = r" (?:plc|gmbh|oyj|a\.s\.|s\.r\.o\.|s\.a\.|[Ss]p\. ?z\.? ?o\. ?o\.?)(?!\w)"


# "Stora van der Berg", "Minera del Sol S.A. de C.V.", "Graf von Alder": small words that names of other languages run over
_SMALL = r" (?:(?:van|von|vom|zu|de|del|della|delle|degli|der|den|du|des|di|da|do|dos|das|la|las|los|el|und|y) ){1,3}"


# "Kirk, Ellison & Dane": single words that commas and a sign join are the partners of one firm
_PARTNER = r"[A-Z][a-z][\w’'-]*"
_PARTNERS = rf"{_PARTNER}(?:, {_PARTNER}){{1,4}},? & (?!(?:Co|Cie|Sons|Company)\b){_PARTNER}(?! (?:&|and)\b)"


_RUN = re.compile(
    rf"(?<![\w@/])(?:(?<!\w\.)|(?<=[a-z]{{4}}\.)(?=[A-Z][a-z]{{2}}))(?:{_PARTNERS}|{_TOKEN})(?:{_LOWER_FORM}|(?:{_SMALL}| & | |{_COMMA_FORM}){_TOKEN})*"
)


_WORD = re.compile(r"\S+")


_DOTTED_FORMS = frozenset(("PC", "NA", "GP", "AS", "PT", "SL", "SCA", "PA"))  # without dots they are other words
_FINAL = frozenset(
    ("Inc", "Corp", "LLC", "Ltd", "plc", "PLC", "Corporation", "Incorporated", "LP", "LLP", "AG", "GmbH")
)
_GLUED = re.compile(r"(.+?)\.([A-Z][a-z]+|[a-z])$")
_OWNERS = ("'s", "’s", "'S", "’S", "'", "’")
_POSSESSIVE = re.compile(r"(?:'s|’s|'S|’S|'|’)$")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of capitalised words: (start, end, word) each."""

    words: tuple[tuple[int, int, str], ...]

    @property
    def start(self) -> int:
        """Where the run starts."""
        return self.words[0][0]

    @property
    def end(self) -> int:
        """Where the run ends."""
        return self.words[-1][1]


@lru_cache(maxsize=4096)
def plain_form(word: str) -> str:
    """A word without dots, commas and possessive: "Inc.," -> "Inc"."""
    return _POSSESSIVE.sub("", word.rstrip(",")).replace(".", "")


@lru_cache(maxsize=8192)
def is_form(word: str) -> bool:
    """Whether a word is a legal form as printed."""
    plain = plain_form(word)
    return plain in legal_forms() and (plain not in _DOTTED_FORMS or "." in word)


@lru_cache(maxsize=512)
def runs(text: str) -> tuple[Run, ...]:
    """The stretches of capitalised words of a text, cut at possessives and after legal forms."""
    found: list[Run] = []
    for match in _RUN.finditer(text):
        start, end = match.span()
        words = [(w.start(), w.end(), w[0]) for w in _WORD.finditer(text, start, end)]
        found += _cut(words, owned=_owns(text, end))
    return tuple(found)


def _owns(text: str, end: int) -> bool:
    """Whether a possessive that ends at a position owns what follows, and is no part of the name ("Macy's, and")."""
    return (
        text[end : end + 1] == " "
        and not text.startswith((" and ", " or ", " to ", " in ", " has ", " is ", " with "), end)
    ) or text[end : end + 1] in ("", "’", "'")


def _cut(words: Sequence[tuple[int, int, str]], *, owned: bool) -> list[Run]:
    words = [_unglued(word) for word in words]
    pieces: list[Run] = []
    words = [
        (begin, begin + at, word[:at]) if (at := word.find("www.")) > 0 else (begin, end, word)
        for begin, end, word in words
    ]
    start = 0
    for at, (_, _, word) in enumerate(words):
        if at < start:
            continue
        last = at + 1 == len(words)
        follows = "" if last else words[at + 1][2]
        joined = follows == "&" and (
            plain_form(word) not in _FINAL or any(is_form(w[2]) for w in words[at + 2 : at + 3])
        )
        ends = last or (at > start and _closes(word, follows, words[at + 2 :]) and not joined)
        if not ends and word in ("TM", "SM", "Inc.,", "LLC,"):
            ends = True
        if not ends and word.endswith(_OWNERS) and not _keeps_possessive(words[at + 1 :]):
            ends = True
        if ends:
            piece = list(words[start : at + 1])
            begin, _, text = piece[-1]
            bare = (
                text.rstrip(",")
                if last and not owned and text[-2:] in ("'s", "’s")
                else _POSSESSIVE.sub("", text).rstrip(",")
            )
            piece[-1] = (begin, begin + len(bare), bare)
            pieces.append(Run(tuple(piece)))
            start = at + 2 if follows == "&" else at + 1
    return [piece for piece in pieces if piece.words[-1][1] > piece.words[-1][0]]


def _closes(word: str, follows: str, rest: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a legal form ends a name where it stands, and no longer form or name goes on with what follows."""
    if not is_form(word) or is_form(follows) or _goes_on(word, follows):
        return False
    if plain_form(word) == "Limited" and follows.startswith(("Partner", "Edition", "Time", "Warrant")):
        return False
    return not (follows.lower() == "de" and _variable(rest[:1]))


def _variable(after: Sequence[tuple[int, int, str]]) -> bool:
    """Whether "de" goes on with a form's second part: "S.A. de C.V."."""
    return bool(after) and plain_form(after[0][2]) in ("CV", "RL")


def _unglued(word: tuple[int, int, str]) -> tuple[int, int, str]:
    """A word without the next sentence's first word ("AG.In")."""
    glued = _GLUED.match(word[2]) if "." in word[2] else None
    if glued and (is_form(glued[1]) or glued[2].lower() in stop_words()):
        return word[0], word[0] + glued.end(1), glued[1]
    return word


def _goes_on(form: str, follows: str) -> bool:
    """Whether a form stands inside a longer name ("Alder Corporation Trust")."""
    low = follows.lower().rstrip(",")
    return (
        not form.endswith((".", ","))
        and low in org_heads()
        and low not in ("group", "stores", "software", "systems", "media", "marketing")
    )


def _keeps_possessive(rest: Sequence[tuple[int, int, str]]) -> bool:
    """Whether "Ward's" goes on as one name ("Ward's Orchard Stores, Inc.")."""
    return 0 < len(rest) <= 4 and is_form(rest[-1][2]) and not any(w[2].lower() in title_words("head") for w in rest)
