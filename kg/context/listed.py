"""Listings told in a sentence: "Alder trades on the New York Stock Exchange under the symbol ALD"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.context.groups import Group
from kg.mentions.listings import Listing, find_listings, hyphened_listings, told_listings
from kg.mentions.words import lower_words
from kg.model import BlockKind, Document
from kg.text.forms import occurrences

_SHARES = re.compile(
    r"\b(?:[Oo]ur|[Ii]ts|[Tt]he [Cc]ompany(?:[’']s)?|[Ww]e|[Ii]t|[Ww]hose|[Ss]hares|[Ss]tock|[Uu]nits|[Cc]orporation(?:[’']s)?|ADSs?|ADRs?)\b"
)
_BRACKETED = re.compile(r" ?\([\"“]?(?P<ticker>[A-Z]{2,5})[\"”]?\)")
_VERBS = frozenset(
    [
        "listed",
        "trade",
        "trades",
        "traded",
        "trading",
        "quoted",
        "list",
        "public",
        "publicly",
        "debuted",
        "floated",
        "ipo",
        "offering",
    ]
)
_ADJECTIVES = ("-listed", "-traded", "-quoted", "-Listed")
# Between a name and the adjective said of it: "Alder, a Nasdaq-listed company".
_SAID_OF = re.compile(
    r"(?: ?\([^()]{1,80}\)){0,2}(?:,| is| was| became|, which is| remains) (?:also |now |currently )?(?:an?|the|one of the) (?:[\w.-]+,? ){0,4}"
)
_WIDEST = 110  # characters between a name and the verb of its listing
_HEAD = 600  # characters in which the lines above the lead stand where no dateline is read
_COLUMNS = re.compile(r"\s{3,}|\t")
_SYMBOL = re.compile(r"(?:(?:stock|ticker|trading) )?symbol:? {1,3}(?P<ticker>[A-Z]{1,5})", re.IGNORECASE)
_MARKET = re.compile(r"(?:traded|listed|exchange|market)(?: on)?:? {1,3}(?P<mark>[A-Za-z .]{3,40})", re.IGNORECASE)
_EDGE = re.compile(r"(?!\w)")
_OPEN = re.compile(r"(?<!\w)")


def tell_listings(document: Document, groups: Mapping[str, Group], issuer: str | None) -> None:
    """Give the groups the listings that sentences tell of them; "our shares" are those of the issuer."""
    owners = {form: key for key, group in groups.items() for form in [*group.forms, *group.headed, *group.aliases]}
    forms = sorted(owners, key=lambda form: (-len(form), form))
    for sentence in document.sentences:
        if sentence.kind is BlockKind.BOILERPLATE:
            continue
        if any(adjective in sentence.text for adjective in _ADJECTIVES):
            _tell_adjectives(sentence.text, forms, owners, groups)
        if not _VERBS & lower_words(sentence.text):
            continue
        earlier: dict[str, tuple[Listing, ...]] = {}  # one ticker on two exchanges is told in one sentence only
        for listing in told_listings(sentence.text):
            left = sentence.text[: listing.start]
            named = [found for found in occurrences(left, forms, _OPEN, _EDGE) if listing.start - found[1] <= _WIDEST]
            key = owners[named[-1][2]] if named else issuer if _SHARES.search(left[-_WIDEST:]) else None
            if key is not None and key in groups:
                beside = _BRACKETED.match(sentence.text, named[-1][1]) if named else None
                known = earlier.setdefault(key, tuple(groups[key].listings))
                _add(groups[key], listing, beside["ticker"] if beside else None, known)


def _tell_adjectives(text: str, forms: Sequence[str], owners: Mapping[str, str], groups: Mapping[str, Group]) -> None:
    """Give "a Nasdaq-listed company" to whom it is said of, "Nasdaq-listed Alder" to the name that follows."""
    for listing in hyphened_listings(text):
        named = occurrences(text, forms, _OPEN, _EDGE)
        behind = next((form for start, _, form in named if start == listing.end), None)
        before = next(
            (form for _, end, form in named if end <= listing.start and _SAID_OF.fullmatch(text, end, listing.start)),
            None,
        )
        key = owners[behind or before or ""] if behind or before else None
        if key is not None and key in groups:
            _add(groups[key], listing, None, tuple(groups[key].listings))


def tell_head_lines(document: Document, issuer: Group) -> None:
    """Give the issuer the listing that a line above the lead prints by itself: "FOR IMMEDIATE RELEASE    NYSE: ALD"."""
    if issuer.listings:
        return
    end = document.dateline.start if document.dateline else min(len(document.text), _HEAD)
    pieces = [piece.strip() for line in document.text[:end].splitlines() for piece in _COLUMNS.split(line.strip())]
    for piece in pieces:
        bare = piece.strip("()[] ")
        symbol = _SYMBOL.fullmatch(bare)
        found = find_listings(f"({bare})") if ":" in bare and len(bare) < _WIDEST else []
        if found and found[0].ticker and found[0].end >= len(bare) + 1:
            issuer.listings += [one for one in found if one.ticker]
        elif symbol and not issuer.listings:
            market = next((m for other in pieces if (m := _MARKET.fullmatch(other))), None)
            told = find_listings(f"({market['mark']}: {symbol['ticker']})") if market else []
            issuer.listings += told[:1]


def _add(group: Group, listing: Listing, beside: str | None, earlier: Sequence[Listing]) -> None:
    """Add a listing unless the group has one on that exchange, or had one of that ticker; a ticker in brackets may stand behind the name."""
    place = _plain(listing.exchange)
    if any(_plain(known.exchange) == place for known in group.listings if known.ticker) or any(
        known.ticker == listing.ticker for known in earlier if known.ticker
    ):
        return
    ticker = listing.ticker or (beside if not group.listings else None)
    group.listings.append(Listing(listing.start, listing.end, listing.exchange, ticker))


def _plain(exchange: str) -> str:
    plain = exchange.replace("-", "").replace(" ", "").lower()
    return "frankfurt" if plain in ("fse", "fwb", "frankfurtstockexchange") else plain
