"""Listings as printed: "(NYSE: ALD)", "(Nasdaq CM: ABC; TSX: ABD)", "(HK 1316)", "(OTC Pink: ABCD)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.mentions.words import exchanges


@dataclass(frozen=True, slots=True)
class Listing:
    """An exchange and a ticker in parentheses; either may be missing."""

    start: int
    end: int
    exchange: str
    ticker: str | None


_SUFFIXED = re.compile(r"\((?P<ticker>[A-Z]{2,5}\.(?P<market>OB|PK|TO|V|L|DE|PA|AX|HK|CN|NE))\)")
_MARKETS = {
    "OB": "OTC BB",
    "PK": "Pink Sheets",
    "TO": "TSX",
    "V": "TSX-V",
    "L": "LSE",
    "DE": "XETRA",
    "PA": "Euronext Paris",
    "AX": "ASX",
    "HK": "HKEX",
    "CN": "CSE",
    "NE": "NEO",
}
_ON = re.compile(
    r"\b(?:listed|traded?|trades|trading|quoted|list) (?:publicly |primarily |and quoted |and traded |for trading )?(?:on|over|in) (?:the )?"
    r"|\b(?:(?:went|gone|go(?:es|ing)?) public|debuted|floated|(?:completed|priced|closed|launched|had|held|made) (?:its|our|an?|the|their) (?:[\w.-]+ ){0,3}?(?:IPO|initial public offering|debut|flotation|direct listing)) on (?:the )?"
    r"|\b(?:publicly[- ](?:traded|held|listed) (?:company|corporation|firm)) on (?:the )?"
)
_PART = re.compile(
    r"(?:[\w:-]+ ){0,4}(?i:market|list|segment|standard|board|tier|m:access|scale|growth)(?: segment)?(?: \([^()]{1,30}\))? \(?(?:[\w:-]+ ){0,3}?(?:of|at|on) (?:the )?"
)  # "the Prime Standard segment of the Frankfurt Stock Exchange"
_LISTING_OF = re.compile(
    r"\b(?:up-?)?list(?:ing)?(?: of)? (?:(?:its|our|the|their) )?(?:[\w’'-]+ ){0,4}?(?:shares?|stock|securities|ADSs|units|warrants)(?: for trading)? (?:on|to|onto) (?:the )?"
)  # "to list its common shares on"
_ALSO = re.compile(
    r"(?: ?\([^()]{1,30}\))?(?:,? (?:and|&|as well as)|,) (?:(?:also |is )?(?:quoted |traded |listed )?on )?(?:the )?"
)
_AT_MOST = 5  # exchanges told at once
_HYPHENED = re.compile(r"[-\u2010-\u2013](?:[Ll]isted|[Tt]raded|[Qq]uoted)\b")
_TO_COME = re.compile(
    r"\b(?:will|would|may|intends?|plans?|expect(?:s|ed)?|to be|to begin|set to|apply|applied|application|approval|approved|formerly|previously|no longer|not|if|"
    r"remain|becom(?:e|ing)|delist\w*|companies|company that is|any|until|seek\w*|eligible)\b[^.;]{0,90}$",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"\b(?:will|expect(?:s|ed)? to|to begin|set to|scheduled to|approved (?:for|to)|approv(?:al|ed) (?:for|to|of)|(?:has|have|had) applied (?:to(?: be)?|for)|applications? (?:to|for)|(?:intends?|(?<!\bno )plans?|(?<!\bno )intention|decided|agreed) to(?: apply (?:to|for))?|to pursue|pursuing) (?!not\b)"
    r"(?:(?!not\b|no\b|cease|stop|end\b|remain|continue)[\w\u201c\u201d\u2019'-]+ ){0,4}$",
    re.IGNORECASE,
)
_NO_SHARES = re.compile(r"\b(?:notes|bonds|debentures|hopes?|if|rights|companies)\b", re.IGNORECASE)
_SYMBOL = re.compile(
    r"[^.;()]{0,40}? ?\(?(?:under|ticker|symbol)[^.;]{0,34}?(?:symbol|ticker|of|:|is|under)s?(?: of| is)?[: ]+[\"“‘'$]?(?:[A-Z]{2,6}: ?)?(?P<ticker>[A-Z0-9]{1,6}(?:\.[A-Z]{1,3})?)(?![a-z])"
)
_BESIDE = re.compile(r" ?\([A-Z][A-Za-z -]{1,10}: ?(?P<ticker>[A-Z0-9]{1,6}(?:\.[A-Z]{1,3})?)\)")
_BY_LETTERS = frozenset(("NYSE", "AMEX", "TSX", "LSE", "CSE"))  # as well known by them as by their names
_CODES = ("ISIN", "WKN:", "WKN ", "CUSI")
_TICKER = r"[A-Z0-9]{1,6}(?:[.\-/][A-Z]{1,3})?"


@cache
def _pattern() -> re.Pattern[str]:
    marks = "|".join(re.escape(mark).replace(r"\ ", " ") for mark in sorted(exchanges(), key=lambda m: (-len(m), m)))
    mark = rf"(?P<mark>(?i:(?:the )?(?:{marks}))(?![\w])(?:[/-](?:NMS|NM|NNM|SC|GS|GM|CM))?(?: ?[®™]|\((?:CM|GM|GS)\))*(?: (?i:national market|stock market|capital market|global market))?)"
    return re.compile(
        rf"(?:[(\[]|; ?|, ?|/ ?| and | \| | (?=[A-Za-z.-]{{2,8}}:))(?:(?i:common (?:stock|shares)|symbol|ticker)[: ]*)?{mark}"
        rf"(?:(?: ?[-–] ?| )(?i:current|limited|no information|expert market|marketplace)(?= ?:))?"
        rf"(?:(?: ?[:\-–/] ?| |, ?)(?:(?i:(?:ticker )?symbol|ticker)[: ]*)?[\"“$]?(?P<ticker>{_TICKER})[\"”]?(?=[\s;,)\]/|]|$))?"
    )


@cache
def _marks() -> tuple[str, ...]:
    """The marks in lower case, longer ones first."""
    return tuple(sorted(exchanges(), key=lambda mark: (-len(mark), mark)))


def told_listings(text: str, *, coming: bool = False) -> list[Listing]:
    """The listings that a sentence tells ("is traded on the New York Stock Exchange under the symbol ALD"); `start` is its verb.

    Those that are still to come ("will begin trading on ...") only where they are asked for, and then no others.
    """
    found: list[Listing] = []
    verbs = [*_ON.finditer(text), *(_LISTING_OF.finditer(text) if coming else ())]
    for verb in sorted(verbs, key=lambda found: found.start()):
        told = _market_at(text, verb.end())
        if told is None:
            continue
        left = text[max(0, verb.start() - 120) : verb.start()]
        if (not _COMING.search(left) or _NO_SHARES.search(left)) if coming else _TO_COME.search(left):
            continue
        named = [told]
        while len(named) < _AT_MOST:
            also = _ALSO.match(text, named[-1][1])
            further = _market_at(text, also.end()) if also else None
            if further is None:
                break
            named.append(further)
        end = named[-1][1]
        symbol = _SYMBOL.match(text, end) or _BESIDE.match(text, end)
        ticker = symbol["ticker"] if symbol else None
        found += [Listing(verb.start(), symbol.end() if symbol else to, exchange, ticker) for exchange, to in named]
    return found


def hyphened_listings(text: str) -> list[Listing]:
    """The listings that an adjective tells, "a Nasdaq-listed company"; `end` is where the next word begins."""
    found: list[Listing] = []
    for tail in _HYPHENED.finditer(text):
        low = text[max(0, tail.start() - 40) : tail.start()].lower()
        mark = next((m for m in _marks() if low.endswith(m) and not low[: -len(m)][-1:].isalnum()), None)
        if mark is not None:
            found.append(Listing(tail.start() - len(mark), tail.end() + 1, exchanges()[mark], None))
    return found


def as_printed(words: str, exchange: str) -> str:
    """The exchange as the words print it, where the name that it is published under is no part of that: "OTCBB"."""
    low = words.lower()
    for mark in _marks():
        at = low.rfind(mark) if exchanges()[mark] == exchange else -1
        alone = at >= 0 and not low[at - 1 : at].isalnum() and not low[at + len(mark) : at + len(mark) + 1].isalnum()
        if alone:
            printed = " ".join(words[at : at + len(mark)].split())
            same = exchange in _BY_LETTERS or set(exchange.lower().split()) <= set(printed.lower().split())
            return exchange if same else printed
    return exchange


def _market_at(text: str, start: int) -> tuple[str, int] | None:
    """The exchange named from a position on, itself or behind the part of it that is told, and where its name ends."""
    part = _PART.match(text, start)
    for at in (start, part.end()) if part else (start,):
        low = text[at : at + 60].lower().removeprefix("u.s. ")
        cut = len(text[at : at + 60]) - len(low)
        for mark in _marks():
            if low.startswith(mark) and not low[len(mark) : len(mark) + 1].isalnum():
                return exchanges()[mark], at + cut + len(mark)
    return None


def _bracketed(text: str, at: int) -> bool:
    """Whether a position stands in parentheses that open with a short name: '("Alder" or "Alder Group"; TWSE: 1234)'."""
    opening = text.rfind("(", max(0, at - 90), at)
    led = text[opening + 1 : opening + 6]
    return opening >= 0 and ")" not in text[opening:at] and (led[:1] in ('"', "“", "'", "‘") or led[:4] in _CODES)


def find_listings(text: str) -> list[Listing]:
    """The listings of a text, from left to right; a mark without a ticker counts only alone in parentheses."""
    if "(" not in text and "[" not in text:
        return []
    found: list[Listing] = []
    shared: Listing | None = None  # "(Nasdaq and TASE: ALD)": the first waits for the ticker of the second
    for match in _pattern().finditer(text):
        mark = re.sub(
            r"^the |[ ®™]+$|[/-](?:nms|nm|nnm|sc|gs|gm|cm)|\(.*\)| (?:national|stock|capital|global) market$",
            "",
            match["mark"].lower(),
        ).strip()
        alone = text[match.start()] in "([" and text[match.end() : match.end() + 1] in (")", "]")
        chained = bool(found) and match.start() - found[-1].end <= 2
        chained = chained or (text[match.start()] in ";," and _bracketed(text, match.start()))
        listing = Listing(match.start(), match.end(), exchanges().get(mark, match["mark"].strip()), match["ticker"])
        if shared is not None and match["ticker"] and match.start() == shared.end:
            found += [Listing(shared.start, shared.end, shared.exchange, match["ticker"]), listing]
        elif (match["ticker"] and (text[match.start()] in "([" or chained)) or (alone and not match["ticker"]):
            found.append(listing)
        shared = listing if text[match.start()] in "([" and not match["ticker"] and not alone else None
    found += [Listing(m.start(), m.end(), _MARKETS[m["market"]], m["ticker"]) for m in _SUFFIXED.finditer(text)]
    return found
