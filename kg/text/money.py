"""Amounts of money and percentages in running text."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from kg.model import Amount
from kg.text.numbers import DIGITS, SCALE, WORDS, decimal_number, letters_of, tidy, word_number

Found = tuple[int, int, Amount]

_SIGNS = {
    "$": "USD", "us$": "USD", "u.s.$": "USD", "u.s. $": "USD", "us $": "USD", "usd": "USD", "usd$": "USD",
    "c$": "CAD", "ca$": "CAD", "cad": "CAD", "cad$": "CAD", "cdn$": "CAD", "cdn $": "CAD", "cad $": "CAD",
    "a$": "AUD", "au$": "AUD", "au $": "AUD", "aud $": "AUD", "usd $": "USD", "aud": "AUD", "aud$": "AUD", "nz$": "NZD", "hk$": "HKD", "hkd": "HKD",
    "s$": "SGD", "sgd": "SGD", "nt$": "TWD", "r$": "BRL", "mx$": "MXN", "mxn": "MXN",
    "€": "EUR", "eur": "EUR", "euro": "EUR", "£": "GBP", "gbp": "GBP", "¥": "JPY", "jpy": "JPY",
    "chf": "CHF", "sfr.": "CHF", "rmb": "CNY", "cny": "CNY", "rs.": "INR", "rs": "INR", "inr": "INR",
    "₹": "INR", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "₩": "KRW", "krw": "KRW", "zar": "ZAR",
    "nis": "ILS", "ils": "ILS", "₪": "ILS", "pln": "PLN", "brl": "BRL", "aed": "AED", "sar": "SAR",
}  # fmt: skip
_NOUNS = {
    "euros": "EUR", "euro": "EUR", "eur": "EUR", "us dollars": "USD", "u.s. dollars": "USD", "usd": "USD",
    "dollars": "USD", "canadian dollars": "CAD", "australian dollars": "AUD", "pounds sterling": "GBP",
    "yen": "JPY", "japanese yen": "JPY", "swiss francs": "CHF", "chf": "CHF", "yuan": "CNY",
    "renminbi": "CNY", "rmb": "CNY", "rupees": "INR", "swedish kronor": "SEK", "norwegian kroner": "NOK",
    "danish kroner": "DKK", "new taiwan dollars": "TWD", "hong kong dollars": "HKD", "singapore dollars": "SGD", "korean won": "KRW",
}  # fmt: skip
_SIGN = "|".join(
    (r"\b" if sign[0].isalpha() else "") + re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True)
)
_NOUN = "|".join(re.escape(noun) for noun in sorted(_NOUNS, key=len, reverse=True))
_SIGNED = re.compile(
    rf"(?P<open>\()?(?P<minus>(?<![\w)%.])[-−–](?=[$€£])|(?<![\w)%.])(?<![\w)%.]\s)[-−–](?=\s[$€£]))?\s?(?P<sign>{_SIGN})\s?(?P<open2>\()?(?P<minus2>[-−])?\s?"
    rf"(?P<n>{DIGITS})(?P<s>{SCALE})?(?P<close>\))?(?P<s2>{SCALE})?(?!\d|\.\d)",
    re.IGNORECASE,
)
_SPELLED = re.compile(
    rf"(?<![\w.,$€£])(?:(?P<n>{DIGITS})(?P<s>{SCALE})?|(?P<w>{WORDS}))[\s-](?:in\s)?(?P<noun>{_NOUN})\b",
    re.IGNORECASE,
)
_CENTS = re.compile(rf"(?<![\w.,$])(?:(?P<n>{DIGITS})|(?P<w>{WORDS}))(?:[\s-]?cents?\b|\s?¢)", re.IGNORECASE)
# "14.2p" where shares are spoken of, "14.2 pence"
_PENCE = re.compile(rf"(?<![\w.,/$£€])(?P<n>{DIGITS})(?:\s?pence\b|p(?![\w.-]))")
# "24 to 28 cents"
_CENTS_BEFORE = re.compile(
    rf"(?<![\w.,/$-])(?:(?P<n>\d{{1,3}}(?:\.\d+)?)|(?P<w>{WORDS}))(?:\s?[-–]\s?|\s(?P<joint>to|and)\s)$", re.IGNORECASE
)
# "or 2.03 per share", which lost its sign
_UNSIGNED_SHARE = re.compile(
    r"(?<![\w.,/$€£])(?P<n>\d{0,2}\.\d{2,3})(?=\s(?:per|a)\s(?:(?:basic|diluted|common|fully|and)\s){0,4}share\b)",
    re.IGNORECASE,
)
_SYMBOLS = re.compile("[$€£¥₹₩₪¢]")
_CURRENCY_WORDS = re.compile(
    "[Cc]ent|CENT|[Dd]ollar|DOLLAR|[Ee]uro|EUR|[Pp]ound|[Yy]en|[Ff]ranc|[Yy]uan|[Rr]enminbi|[Rr]upee|[Kk]ron|USD|CAD|AUD|HKD|"
    "SGD|MXN|GBP|JPY|CHF|RMB|CNY|Rs|INR|SEK|NOK|DKK|KRW|ZAR|NIS|ILS|PLN|BRL|AED|SAR"
)
# The words without which an amount cannot stand: cheap to look for, unlike the amounts themselves.
_SIGN_WORDS = frozenset(sign.rstrip(".") for sign in _SIGNS if sign.rstrip(".").isalpha())
_LAST_OF_NOUNS = frozenset(noun.split()[-1] for noun in _NOUNS)
_CENT_WORDS = frozenset(("cent", "cents"))
_ANY_WORD = _SIGN_WORDS | _LAST_OF_NOUNS | _CENT_WORDS
_LEAD = 12  # characters, more than stand before the symbol of an amount: "(-U.S. $"
_PERCENT = re.compile(
    rf"(?<![\w.,/$])(?P<open>\()?(?P<minus>[-−])?\s?(?:(?P<n>{DIGITS})|(?P<w>{WORDS}))(?P<close>\))?"
    r"(?:\s?(?P<percent>%)|[\s-](?P<word>percentage\spoints?|percent\b|per\scent\b|basis\spoints?|bps\b|bp\b|points\b))",
    re.IGNORECASE,
)
_PERCENT_GATE = re.compile("%|[Pp]er ?cent|PERCENT|[Bb]asis point|bps|BPS")
_RANGE_HEAD = rf"(?<![\w.,/$])(?P<n>{DIGITS})\s?(?:-|–|—|to|and)\s?$"
_RANGE_BEFORE = re.compile(_RANGE_HEAD, re.IGNORECASE)
_RANGE_AFTER = re.compile(rf"\s?(?:-|–|to)\s?(?P<n>{DIGITS})(?P<s>{SCALE})(?![\w])", re.IGNORECASE)
_JOINT = re.compile(r"\s?(?:-|–|—|to|and|or)\s?(?:a\s)?(?:high\sof\s)?$", re.IGNORECASE)
# Where a bracket before an amount means a loss, not an aside.
_COUNTS = re.compile(
    r"\b(?:of|was|were|to|from|or|and|by|at|a|with|is|share|approximately|about|roughly|nearly|versus|than)\s?$",
    re.IGNORECASE,
)


def find_money(text: str) -> list[Found]:
    """Every amount of money as (start, end, amount), in order, in units of the currency ("15 cents": 0.15).

    "$" alone is taken for US dollars. "$14 to $16 million" gives both ends in millions. An amount in
    brackets that stands for a loss is negative.
    """
    return list(_find_money(text))


@lru_cache(maxsize=2048)  # calendar, mentions and facts ask about the same sentence
def _find_money(text: str) -> tuple[Found, ...]:
    words = letters_of(text)
    symbol = _SYMBOLS.search(text)
    pence = "pence" in words or ("p" in words and ("share" in words or "dividend" in words))
    if not symbol and not pence and (_ANY_WORD.isdisjoint(words) or not _CURRENCY_WORDS.search(text)):
        return ()
    found: list[Found] = []
    spelled_sign = not _SIGN_WORDS.isdisjoint(words)
    if symbol or spelled_sign:
        first = max(0, symbol.start() - _LEAD) if symbol and not spelled_sign else 0
        for match in _SIGNED.finditer(text, first):
            found.extend(_signed(text, match))
    spelled = not _LAST_OF_NOUNS.isdisjoint(words) and _CURRENCY_WORDS.search(text)
    for match in _SPELLED.finditer(text) if spelled else ():
        _add(found, match, _NOUNS[match["noun"].lower()], Decimal(1))
    for match in _CENTS.finditer(text) if "¢" in text or not _CENT_WORDS.isdisjoint(words) else ():
        _add(found, match, "USD", Decimal("0.01"))
        _add_low_cents(text, found, match)
    for match in _PENCE.finditer(text) if pence else ():
        _add(found, match, "GBP", Decimal("0.01"))
    if symbol and "share" in words:
        for match in _UNSIGNED_SHARE.finditer(text):
            _add(found, match, "USD", Decimal(1))
    found += _bracketed(text, found)
    found.sort(key=lambda item: item[:2])
    return tuple(_shared_scales(text, found))


def _signed(text: str, match: re.Match[str]) -> list[Found]:
    scale = match["s"] or match["s2"]
    value, places = decimal_number(match["n"], scale)
    unit = _SIGNS[match["sign"].lower()]
    start, end = match.start(), match.end()
    opened = match["open"] or match["open2"]
    if match["s2"] and not match["close"]:
        end = match.end("s") if match["s"] else match.end("n")
    negative = bool(match["minus"] or match["minus2"])
    if opened and match["close"]:
        aside = match["open"] and match["s"] and not _COUNTS.search(text, max(0, start - 15), start)
        if aside:
            start, end = start + 1, end - 1
        negative = negative or not aside
    elif match["open"]:
        start += 1
    elif match["close"]:
        end = match.start("close")
    while text[start].isspace():
        start += 1
    value = -value if negative else value
    found = [(start, end, Amount(value, unit, text[start:end], places))]
    if not scale:
        tail = _RANGE_AFTER.match(text, end)
        if tail:  # "$15-20 million"
            high, high_places = decimal_number(tail["n"], tail["s"])
            printed = text[tail.start("n") : tail.end()]
            found.append((tail.start("n"), tail.end(), Amount(high, unit, printed, high_places)))
    return found


def _add(found: list[Found], match: re.Match[str], unit: str, factor: Decimal) -> None:
    scale = match.groupdict().get("s")
    read = decimal_number(match["n"], scale) if match["n"] else word_number(match["w"])
    if read is None or any(match.start() < end and start < match.end() for start, end, _ in found):
        return
    places = read[1] + (2 if factor != 1 else 0)
    amount = Amount(tidy(read[0] * factor), unit, match[0], places)
    found.append((match.start(), match.end(), amount))


_IN_BRACKET = re.compile(rf"\s\((?P<n>[-−]?(?:{DIGITS}))\)")
_LIKE = Decimal(5)  # a year's figure is seldom five times that of the year before


def _bracketed(text: str, found: list[Found]) -> list[Found]:
    """Read bare figures in brackets behind an amount, in its unit and scale: "SEK 1,755 million (1,655)"."""
    more: list[Found] = []
    for _, end, amount in found:
        power = _power(amount)
        match = _IN_BRACKET.match(text, end)
        if match is None or amount.unit == "USD" or not (power or "." in match["n"]):
            continue
        value, places = decimal_number(match["n"].lstrip("-−"), None)
        value, places = tidy(value.scaleb(power)), places - power
        if value and amount.value and 1 / _LIKE < value / abs(amount.value) < _LIKE:
            value = -value if match["n"][0] in "-−" else value
            more.append((match.start("n"), match.end("n"), Amount(value, amount.unit, match["n"], places)))
    return more


def _add_low_cents(text: str, found: list[Found], high: re.Match[str]) -> None:
    """Read the low end of a range that prints its unit once: "24 to 28 cents", "one to two cents"."""
    low = _CENTS_BEFORE.search(text, max(0, high.start() - 16), high.start())
    if low is None or (low["w"] or "").lower() == "a":
        return
    read = decimal_number(low["n"], None) if low["n"] else word_number(low["w"])
    top = decimal_number(high["n"], None) if high["n"] else word_number(high["w"])
    if read is None or top is None or read[0] >= top[0]:
        return
    if (low["joint"] or "").lower() == "and" and "between" not in text[max(0, low.start() - 20) : low.start()].lower():
        return
    printed = low["n"] or low["w"]
    amount = Amount(tidy(read[0] * Decimal("0.01")), "USD", printed, read[1] + 2)
    found.append((low.start(), low.start() + len(printed), amount))


def _shared_scales(text: str, found: list[Found]) -> list[Found]:
    """Give the first end of a range the scale that only the second one prints."""
    for at in range(len(found) - 1):
        start, end, low = found[at]
        after, _, high = found[at + 1]
        power = _power(high)
        if not power or _power(low) or low.unit != high.unit or not _JOINT.fullmatch(text[end:after]):
            continue
        joint = text[end:after].strip().lower()
        if joint == "and" and not re.search(r"\b(?:between|range of)\b", text[:start], re.IGNORECASE):
            continue
        scaled = low.value.scaleb(power)
        if joint != "or" and 0 < abs(scaled) <= abs(high.value):
            found[at] = (start, end, Amount(tidy(scaled), low.unit, low.printed, low.places - power))
    return found


def _power(amount: Amount) -> int:
    """The power of ten of the scale word that an amount prints; 0 when it prints none."""
    match = re.search(rf"(?P<n>{DIGITS})\)?(?P<s>{SCALE})", amount.printed, re.IGNORECASE)
    if match is None:
        return 0
    return len(match["n"].replace(",", "").partition(".")[2]) - decimal_number(match["n"], match["s"])[1]


def find_percents(text: str) -> list[Found]:
    """Every percentage, percentage-point and basis-point value; "15-20%" gives both ends."""
    return list(_find_percents(text))


@lru_cache(maxsize=2048)  # calendar, mentions and facts ask about the same sentence
def _find_percents(text: str) -> tuple[Found, ...]:
    if not _PERCENT_GATE.search(text):
        return ()
    found: list[Found] = []
    for match in _PERCENT.finditer(text):
        word = (match["word"] or "%").lower()
        if word == "points":
            continue
        read = decimal_number(match["n"], None) if match["n"] else word_number(match["w"])
        if read is None:
            continue
        unit = "basis-points" if word.startswith("b") else "percent" if "point" not in word else "points"
        value, places = read
        start = match.start("n") if match["n"] else match.start("w")
        if match["minus"] or (match["open"] and match["close"]):
            value, start = -value, match.start()
        head = _RANGE_BEFORE.search(text, max(0, start - 16), start)
        if head and match["n"] and not _is_year(head["n"]):
            low, low_places = decimal_number(head["n"], None)
            between = "and" not in head[0] or "between" in text[max(0, head.start() - 12) : head.start()].lower()
            if low <= value and between:
                found.append((head.start("n"), head.end("n"), Amount(low, unit, head["n"], low_places)))
        found.append((start, match.end(), Amount(value, unit, text[start : match.end()], places)))
    return tuple(found)


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("19", "20")
