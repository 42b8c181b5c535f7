"""What a plain "$" means in a release: the dollar that the text says its amounts are in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.context.context import Context
from kg.model import FactClaim

_NAMES = {
    "USD": r"U\.?S\.?\s?(?:dollars?|currency|funds)|United\sStates\s(?:dollars?|currency)|US\$|U\.S\.\$|USD",
    "CAD": r"Canadian\s(?:dollars?|currency|funds|\$)|(?:lawful\s)?(?:currency|money)\sof\sCanada|(?:Cdn|CDN|cdn)\.?\s?(?:\$|dollars?|funds)?|CAD\$?|C\$",
    "AUD": r"Australian\s(?:dollars?|currency)|AUD\$?|AU?\$",
    "NZD": r"New\sZealand\s(?:dollars?|currency)|NZD|NZ\$",
    "HKD": r"Hong\sKong\s(?:dollars?|currency)|HKD|HK\$",
    "SGD": r"Singapore\s(?:dollars?|currency)|SGD|S\$",
    "TWD": r"New\sTaiwan\s(?:dollars?)|NT\$",
}
_NAME = "|".join(f"(?P<{code}>{name})" for code, name in _NAMES.items())
# What every such statement names: few releases do, and the whole expression is slow to search for.
_NAMED = re.compile(rf"(?:{'|'.join(_NAMES.values())})(?![\w$])|[Dd]ollars")
_SCALES = r"(?:(?:the\s)?(?:thousands|millions|lawful\smoney|000['’]?s)\sof\s)?"
# How a release says it: of all amounts, in a bracket over figures, or of the sign itself.
_STATED = re.compile(
    r"(?:\b[Aa](?:ll|ny)\s[^.;()]{0,70}?\b(?:amounts?|figures?|dollars?|sums|currency|currencies|values|results|references?|information|statements|numbers|prices|data)\b"
    r"(?!\s(?:outstanding|paid|payable|owed|owing|due))[^.;()]{0,90}?"
    r"\b(?:in|to|are)\s|(?<![\w$])[\"“'‘]?\$[\"”'’]?\s(?:refers?|are|is|means?|signs?|symbols?|amounts?)[^.;()]{0,50}?(?:\b(?:to|in|are|is|means?)\s)?"
    r"|(?:(?<!\d\s)(?<!n\s)\(|\b(?i:amounts?|figures?|results|statements|information|currency)\s(?:(?:are|is|have\sbeen)\s)?)(?:[Uu]naudited[,;\s-]{1,3})?"
    r"(?:[Ee]xpressed|[Ss]tated|[Pp]resented|[Rr]eported|EXPRESSED|STATED|PRESENTED)\s(?:in|IN)\s"
    rf"|(?<!\d\s)(?<!n\s)\((?:[Uu]naudited[,;]?\s)?(?:[Ii]n|IN)\s)(?:the\s)?{_SCALES}(?:{_NAME})(?![\w$])"
    rf"|(?<!\d\s)(?<!n\s)\((?:[Uu]naudited[,;]?\s)?(?P<opens>Canadian|Australian|Hong Kong|New Zealand|Singapore|U\.?S\.?)\s[Dd]ollars\s?(?:in|,|;|\))"
)
_OPENERS = {"Canadian": "CAD", "Australian": "AUD", "Hong Kong": "HKD", "New Zealand": "NZD", "Singapore": "SGD"}
# Listings at home whose issuers count in another dollar.
_HOMES = (
    ("CAD", re.compile(r"TSX|CSE|NEO|Toronto|Canadian Securities|Cboe Canada", re.IGNORECASE)),
    ("AUD", re.compile(r"ASX|Australian Securities", re.IGNORECASE)),
)
# Issuers of the small exchanges count in the dollar of their country, where nothing says otherwise.
_VENTURES = re.compile(r"TSX\W{0,2}V|CSE|Canadian Securities|Toronto Venture", re.IGNORECASE)
_AMERICAN = re.compile(r"NYSE|New York|Nasdaq|AMEX|American", re.IGNORECASE)
_MARKED = re.compile(r"\b(?:US|U\.S\.|USD)\s?\$\s?\d")
_OWN_MARK = re.compile(r"\b(?:(?:C|CA|A|AU)|(?:CAD|[Cc][Dd][Nn]|AUD)\s?)\$\s?~?\d|\b(?:CAD|AUD)\s~?\$?\d")
# Where some amounts bear the home's sign and others none, the bare ones are of another country; a code alone does not tell,
# and the "A" of "Announces A $2 Million Financing" is no sign.
_SIGNED = re.compile(r"\b(?:(?:C|CA|CAD|A|AU)|(?:[Cc][Dd][Nn]|AUD)\s?)\$\s?~?\d|\bAUD\s~?\$?\d")
_PLAIN = re.compile(
    r"(?<![A-Za-z.])(?<![A-Za-z.]\s)\$|^[^$]*(?<!\bUS\s)(?<!U\.S\.\s)(?:\b(?:dollars|cents?)\b|¢)", re.IGNORECASE
)


def stated_currency(text: str) -> str | None:
    """The dollar that a text says its amounts are in; None where it says none, or several."""
    found = {_code(match) for match in _STATED.finditer(text)} if _NAMED.search(text) else set()
    return found.pop() if len(found) == 1 else None


def _code(match: re.Match[str]) -> str:
    opens = match["opens"]
    if opens is not None:
        return _OPENERS.get(opens, "USD")
    return next(code for code in _NAMES if match[code] is not None)


def plain_dollar(context: Context) -> str:
    """The currency of a "$" without more: as stated; at home elsewhere, the home's where the US dollar is marked.

    On the venture exchanges it is the home's anyway.
    """
    text = context.document.text
    if "$" not in text and "dollar" not in text:
        return "USD"
    stated = stated_currency(" ".join(text.split()))
    if stated is not None:
        return stated
    issuer = context.issuer
    if issuer is None:
        return "USD"
    listed = [exchange for exchange, _ in issuer.listings] + [issuer.exchange or ""]
    own = _OWN_MARK.search(text) is not None
    if not _MARKED.search(text) and not _SIGNED.search(text):
        venture = any(_VENTURES.match(exchange) for exchange in listed)
        return "CAD" if venture and not any(_AMERICAN.match(exchange) for exchange in listed) else "USD"
    if own:
        return "USD"
    return next((code for code, home in _HOMES if any(home.match(exchange) for exchange in listed)), "USD")


def in_currency(claims: Sequence[FactClaim], currency: str) -> list[FactClaim]:
    """The claims with the amounts that print a plain dollar told in the release's own."""
    if currency == "USD":
        return list(claims)
    return [
        replace(claim, unit=currency + claim.unit[3:])
        if claim.unit[:3] == "USD" and claim.company is not None and _PLAIN.search(claim.printed)
        else claim
        for claim in claims
    ]
