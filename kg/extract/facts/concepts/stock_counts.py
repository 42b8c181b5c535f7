"""Counts of shares and units of securities: outstanding, diluted, bought back, dealt with."""

from __future__ import annotations

import re

from kg.extract.facts.concepts.licensing import licensed
from kg.extract.facts.counting import MODIFIERS, count_of
from kg.extract.facts.direction.roles import role
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import spelled
from kg.extract.facts.slots.line import Item, Line

_SHARES_AFTER = re.compile(
    rf"^\+?{MODIFIERS}\s(?P<noun>shares|common shares|ordinary shares|American Depositary Shares|ADSs)\b",
    re.IGNORECASE,
)
_AVERAGED = re.compile(
    r"(?:based )?on (?:an average (?:base )?of |a weighted average of |approximately )?$", re.IGNORECASE
)
_BOUGHT_BACK = re.compile(r"repurchase|buy ?back|bought back|\bbought\s$", re.IGNORECASE)
# What a board has let the company buy is not bought yet.
_ALLOWED = re.compile(
    r"\b(?:authoriz|approv|permit|allow)\w*\b(?!.*\b(?:repurchased|bought|completed|purchased)\b)", re.IGNORECASE
)
_WHOSE = re.compile(
    r"^\sof\s(?:[a-z-]+\s){0,2}(?!Class|Series|Common|Preferred)(?P<name>[A-Z][\w&.-]+(?:\s(?!Class|Series|Common|Preferred|Stock|Shares|Ordinary)[A-Z][\w&.-]+){0,3})\s"
)
_DEALT = re.compile(
    r"\b(warrants|issued?|issuing|issuance|sell|sold|sale|offer(?:ed|ing)?|purchase|receive|options?|register|"
    r"resale|granted|convert\w*|cancel\w*|retirement|placement|exchange for|consideration of)\b"
)


# How a dealing with shares is told in the name of their number.
_DEALINGS = {
    "cancel": "cancelled", "retire": "retired",
    "warrant": "under warrants", "issu": "issued", "sell": "sold", "sold": "sold", "sale": "sold", "offer": "offered", "purchase": "purchased",
    "receive": "received", "option": "under options", "register": "registered", "resale": "for resale", "granted": "granted",
    "convert": "on conversion", "placement": "in the private placement", "exchange": "given in exchange", "consideration": "given in consideration",
}  # fmt: skip


_OWN_SHARES = re.compile(
    r"\sof\s(?:its|our|the\s[Cc]ompany['’]s)\s(?:own\s|outstanding\s|common\s|ordinary\s){0,3}(?:shares|stock)\b"
)
_BUYS_BACK = re.compile(
    r"\b(?:bought|buy|purchas(?:e|ed)|repurchas(?:e|ed)|acquired?)\s(?:back\s)?(?:(?:up to|approximately|about|more than|over|nearly|a total of)\s){0,2}$"
)


# "the outstanding shares will fall from about 90,000,000 shares to about 3,000,000 shares"
_OUTSTANDING_FROM = re.compile(
    r"\boutstanding\s(?:shares|common\s(?:stock|shares)|ordinary\sshares)\b[^.;\ue002]{0,90}\sfrom\s(?:(?:approximately|about|roughly)\s)?(?:\ue002[\ue100-\uf8ff](?:\s(?:[a-z]+\s)?shares)?\sto\s(?:(?:approximately|about|roughly)\s)?)?$",
    re.IGNORECASE,
)


def reduced_shares_of(line: Line, item: Item, before: str, _after: str) -> Draft | None:
    """The shares outstanding before and after what lessens or adds to them."""
    told = spelled(line, max(0, item.at - 170), item.at)
    if item.amount.value < _SOME_SHARES or _OUTSTANDING_FROM.search(told) is None:
        return None
    return count_of(line, item, "SharesOutstanding", "shares outstanding", "shares", before, timing="instant")


_SOME_SHARES = 10_000
_OFFERED = re.compile(r"\b(?:offering|private placement|IPO|over-allotment|financing)\b")
_UNITS_SOLD = re.compile(r"\s(?P<mod>additional\s)?[Uu]nits\b(?!\s(?:per|a)\b)")


_TO_COVER = re.compile(r"^[^.;]{0,40}\bto cover over-?\s?allotments?")


def units_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """Units of securities that an offering sells."""
    match = _UNITS_SOLD.match(after)
    if match is None or item.amount.value < _SOME_SHARES or _OFFERED.search(line.text) is None:
        return None
    private = "private placement" if "rivate placement" in line.text.replace("Placement", "placement") else "offering"
    over = "under the over-allotment option" if match["mod"] or _TO_COVER.search(after) else f"in the {private}"
    label = f"{match['mod'] or ''}units {over}"
    return count_of(line, item, "Other", label, "units", before, timing="event", measure="level")


_OPTIONS = re.compile(
    r"\s(?P<mod>(?:(?:incentive|stock|share|purchase|common|restricted|deferred|performance|bonus|additional|new|finder|finders|finder['’]s|broker|brokers|compensation|agent|agents|advisory|non-transferable)\s){0,3})(?P<noun>[Oo]ptions|[Ww]arrants|RSUs|DSUs|(?:share|stock)\sunits)\b(?!\sto\s(?:purchase|acquire|buy))"
)
_GRANTED = re.compile(
    r"\b(?P<verb>grant(?:ed|ing|s)|issu(?:ed|ing|es)|award(?:ed|ing|s)|exercis(?:ed|e))\s(?:(?:a total of|an aggregate of|approximately|about|up to)\s){0,2}$"
)
_VERBS = {"grant": "granted", "issu": "issued", "award": "awarded", "exercis": "exercised"}


def options_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """Options, warrants or units of stock that are granted."""
    match, verb = _OPTIONS.match(after), _GRANTED.search(before)
    if match is None or verb is None or item.amount.value < _FEWEST_OPTIONS:
        return None
    done = next(told for stem, told in _VERBS.items() if verb["verb"].startswith(stem))
    label = f"{match['mod'].strip()} {match['noun'].lower()} {done}".strip()
    return count_of(line, item, "Other", label, "shares", before, timing="event")


_FEWEST_OPTIONS = 1000


# A number of shares of nothing else: "4.6 million", "4,617,466 shares"; not "4 million options".
_NO_MORE = re.compile(
    r"\s?(?:[.,;)]|$)|\s(?:(?:common\s|ordinary\s|diluted\s)?shares\b|at|in|for|as|and|compared|versus|from|up|down|on|of\sthe|or|to|[-–]\s|\ue003|with)(?:\b|(?<=[\ue003]))"
)


def named_shares_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """A number of shares that the words before it name: "Weighted average shares outstanding were 4,617,466"."""
    named = [one for one in line.of_kind("concept") if one.to <= item.at and one.concept.unit == "shares"]
    if not named or item.amount.value < _SOME_SHARES or _NO_MORE.match(after) is None:
        return None
    concept = named[-1]
    if any(one.at > concept.at and one.to <= item.at for one in line.of_kind("concept")):
        return None
    if not licensed(line.coded[concept.to : item.at], concept, listed="respectively" in line.coded):
        return None
    played = role(line, item)
    if played.measure == "change":
        return None
    label, kind = line.text[concept.start : concept.end].lower(), concept.concept.kind
    diluted = {"shares": "diluted"} if concept.concept.name == "WeightedAverageSharesDiluted" else {}
    return count_of(line, item, concept.concept.name, label, "shares", before, timing=kind, future=False, **diluted)


def own_shares_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """So many of its own shares that a company buys: "bought 40,000 of its shares"."""
    own = _OWN_SHARES.match(after) and _BUYS_BACK.search(before) and item.amount.value >= 100
    return _bought_back(line, item, before) if own else None


def shares_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """A number of shares: bought back, outstanding, diluted, or dealt with."""
    match = _SHARES_AFTER.match(after)
    if match is None or item.amount.value < 100:
        return None
    rest = after[match.end() : match.end() + 60]
    kind = match["mod"].lower()
    if _AVERAGED.search(before) or "diluted" in kind or "equivalent" in kind:
        if "basic" in kind:
            return None
        return count_of(
            line, item, "WeightedAverageSharesDiluted", "diluted shares", "shares", before,
            timing="duration", shares="diluted",
        )  # fmt: skip
    if _BOUGHT_BACK.search(before[-70:]):
        return _bought_back(line, item, before)
    if re.search(r"\boutstanding\b", rest[:40]) or "outstanding" in kind:
        return count_of(line, item, "SharesOutstanding", "shares outstanding", "shares", before)
    return _dealt_shares(line, item, before, match, rest)


def _dealt_shares(line: Line, item: Item, before: str, match: re.Match[str], rest: str) -> Draft | None:
    """Shares that are issued, sold, granted or the like, named by what is done with them."""
    told = spelled(line, max(0, item.at - 110), item.at)[-70:]
    verb = _DEALT.search(f"{told}|{match['mod'].lower()}|{rest}".lower())
    if verb is None:
        return None
    ahead = _TO_DEAL.search(before) is not None or _DECIDED.search(before) is not None
    more = "additional " if re.search(r"\badditional\s$", before) else ""
    verb = _DONE_WITH.search(told) or _DEALT_IN.search(before[-60:]) or verb
    under = next(done for stem, done in _DEALINGS.items() if verb[1].startswith(stem))
    if _OVER_ALLOTTED.search(rest) or _OVER_ALLOTTED.search(told):
        under = "under the over-allotment option"
    if under == "under options" and _UNDERWRITERS.search(line.text):
        under = "under the underwriters' option"
    if ahead and under in ("sold", "issued", "purchased", "cancelled", "retired", "received"):
        under = f"to be {under}"
    behind = spelled(line, item.to, min(len(line.coded), item.to + 140))[match.end() :]
    whose, series = _WHOSE.match(behind), _SERIES.match(behind)
    common = not whose and re.match(r"\sof\s(?:\w+\s){0,3}?common stock", rest, re.IGNORECASE)
    stock = f" of {series['name']}" if series is not None else " of common stock" if common else ""
    label = " ".join(f"{more}{whose['name'] if whose else ''} {match['mod'].strip()} shares{stock} {under}".split())
    measure = "change" if more else "level"
    held = _RIGHTS.search(told) is not None
    more_to_come = {"future": True} if ahead else {"future": False} if held else {}
    return count_of(line, item, "Other", label, "shares", before, timing="event", measure=measure, **more_to_come)


_OVER_ALLOTTED = re.compile(r"\bover-?\s?allotment\b")
_TO_DEAL = re.compile(r"\b(?:will|may|would|shall|agreed to)\s(?:\w+\s){0,2}(?:sell|issue|purchase)\b[^.;]{0,50}$")
_DEALT_IN = re.compile(
    r"\b(warrants?|options?|issuance|cancellation|retirement|(?<=purchase and )sale)\s(?:\w+\s){0,5}$"
)
_UNDERWRITERS = re.compile(r"\b[Uu]nderwriters?\b|\bover-?allot")
# The verb whose object the shares are: "in exchange for the cancellation, shall receive 500,000 shares".
_DONE_WITH = re.compile(
    r"\b(issu(?:es?|ed|ing)|sold|sell(?:s|ing)?|receiv(?:es?|ed|ing)|offer(?:s|ed|ing)|granted|cancel(?:s|led|ed|ling|ing)|retired?|registered|converted)\s"
    r"(?:(?:up to|approximately|about|an? (?:aggregate|total) of|an additional|another|more than|over|all|the|of|all of)\s){0,3}$"
)
# "unvested options to purchase 397,000 shares": the options are there, whatever becomes of them.
_RIGHTS = re.compile(
    r"\b(?:[Oo]ptions|[Ww]arrants|rights)\s(?:\w+\s)?to\s(?:purchase|acquire|buy)\s(?:(?:up to|approximately|about|an aggregate of|a total of)\s){0,2}$"
)


# "shares of our Series A Preferred Stock"
_SERIES = re.compile(
    r"\sof\s(?:(?:the|our|its|a|new|[Cc]ompany['’]s)\s){0,2}(?P<name>(?:(?:Series|Class)\s[A-Z][\w-]{0,3}\s)?(?:[Cc]onvertible\s|[Rr]edeemable\s|[Pp]erpetual\s){0,2}[Pp]referred\s[Ss]tock)\b"
)


_DECIDED = re.compile(
    r"\b(?:authori[zs]|approv|agree)\w*\s(?:[a-z]+\s){0,3}(?:cancellation|retirement|issuance)\sof\s(?:up to\s|approximately\s|an aggregate of\s)?$|\b(?:will|shall)\s(?:be\sentitled\sto\s)?receive\s(?:[a-z]+\s){0,3}$"
)


def _bought_back(line: Line, item: Item, before: str) -> Draft:
    """Shares that a company bought back, or may."""
    more = {"future": True} if _ALLOWED.search(before) else {}
    return count_of(line, item, "SharesRepurchased", "shares repurchased", "shares", before, timing="done", **more)
