"""What a customer buys, where a sentence tells it in the match of a rule or in the words around it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kg.extract.customers.wares_beside import OBJECT_END, REACH, beside
from kg.mentions.bare_places import titled
from kg.mentions.words import rows
from kg.model import Sentence
from kg.text.rules import Match

# What only begins to tell what the goods are for: "tools that", "the support they need to", "a solution for automatically".
_DANGLING: Final = re.compile(
    r"(?:^|[ ,]+)(?:(?:since|that|which|they|needed|necessary|required|designed|so|serving|including|as well as)\b.*"
    r"|(?:exclusively|primarily|mainly|directly|solely|principally|specifically|also)"
    r"|for (?:\w+ly )?\w+ing\b.*|[“\"]\S+ (?:in|of|for|by)|(?:to|and|or|for|of|in|at|with|by|from)) *$",
    re.IGNORECASE,
)
_ADJECTIVES: Final = (
    r"(?:advanced|new|innovative|high-quality|quality|best|great|better|superior|leading|world-class|full|broad|wide|comprehensive|complete|diverse|extensive"
    r"|cutting-edge|various|other|these|such|its|our|their|many|more|key|trusted|unique|proven)"
)
# Goods of which no more is told than that they are goods, or how many there are.
_STUB: Final = re.compile(
    rf"(?:{_ADJECTIVES} )*(?:(?:range|suite|array|line|set|variety|number|portfolio) of )?(?:{_ADJECTIVES} )*"
    r"(?:products?|goods|items|units|operations|company|firm|offerings?|orders?|purposes|use|convenience|cause|example|instance|approximately|(?:products?|services?) (?:and|or) (?:services?|products?|solutions?))"
    r"|(?:an?|one|two|three|\d[\d,]*) (?:containers?|shipments?|batch(?:es)?|truckloads?|pallets?|lots?)(?: total.*)?|(?:it|them|us|this|that|those|these|him|her)",
    re.IGNORECASE,
)
_FIRM: Final = r"(?:orders?|(?:sub)?contracts?|agreements?|commitments?|arrangements?|projects?|awards?|deals?)"
_DELIVERY: Final = (
    r"(?:(?:the |its |our |regular |continued |initial |timely )*(?:(?:design|delivery|supply|provision|sale|purchase|deliveries|shipment|installation|construction|production|manufacture|integration|deployment|development)"
    r"(?:,? and |, )?)+ of )"
)
_SUPPLY: Final = (
    r"(?:supply|provide|deliver|build|manufacture|ship|install|deploy|furnish|produce|sell|design and build)"
)
# "a contract for scanners", "an agreement to supply scanners": behind the noun of a deal.
_FOR: Final = re.compile(
    rf"\b{_FIRM}(?: valued at [^,;]{{2,30}}?)? (?:for|to {_SUPPLY}) (?P<what>[^;,.]{{3,90}}?)"
    r"(?= from | with | by | to | in | over | at | placed| worth | valued | was | were | \(|[,;.]|$)",
    re.IGNORECASE,
)
# "an order from Ashford valued at $2 million for scanners": behind the other side's name.
_THEN_FOR: Final = re.compile(
    rf"(?:,? (?:valued at|worth|totaling|of|, an? )[^,;.]{{2,60}})?,? (?:(?:for|covering|calling for) (?P<of>{_DELIVERY})?|(?:to|(?:under|through) which [^,;]{{2,40}}? will) (?P<does>{_SUPPLY}) )(?P<what>[^;,.]{{3,90}}?)"
    r"(?= from | with | by | to | in | over | at | on | through | under | worth | valued | was | were | as | that | which |[,;.]|$)",
    re.IGNORECASE,
)
# What may stand behind "for" and be no goods: times, money, places, ends.
_NO_WARE: Final = re.compile(
    r"(?:the |an? |at least |up to |another |approximately |about |over |more than |additional |its |our |their |fiscal |next )*"
    r"(?:[$€£¥\d]|(?:one|two|three|four|five|six|seven|eight|nine|ten|several|many) |(?:first|second|third|fourth|last|next|full|past|fiscal|initial)\b|years?|months?|quarters?|period|term|total|use\b|which|whom|aggregate|amount|future|further|and\b|[A-Z][\w&.’-]+['’]s\b|(?:exclusive|global|worldwide) rights|purposes)",
)
_COUNTED: Final = re.compile(
    r"(?:the |an? |up to |another |over |more than |about |approximately )*(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten) (?!(?:years?|months?|quarters?|days|weeks|percent|million|billion)\b)(?:[a-z-]+ ){0,4}[a-z-]+s\b"
)
_DOING: Final = re.compile(
    r"(?:deliver(?:y|ies)|use|using|having|being|making|helping|improving|achieving|meeting|developing|creating|winning|becoming|exceeding|saving|reducing|increasing|working|expanding)\b|(?:completion|renewal)$"
)
# "wholesale power contracts": before the noun of a deal, back to whatever ends the phrase.
_COMPOUND: Final = re.compile(
    r"(?<![\w’'-])(?P<what>(?:(?-i:[a-z][a-z&/-]+|[A-Z]{2,5}|Master|Commercial|Supply|Services?|Purchase|Sales|Framework) ){1,6})(?P<noun>(?:orders?|(?:sub)?contracts?|agreements?|deliveries|shipments|arrangements?|commitments?)\b)",
    re.IGNORECASE,
)
_SERVICES: Final = frozenset({"service", "services"})
_VERBAL: Final = re.compile(
    r"\w+(?:ed|ly|['’]s)$|(?:won|made|makes|began|begun|begins|ships?|wins?|signs?|gets?|inks?|lands?|receiv\w+|secur\w+|announc\w+|sign(?:ed|ing)|winning|renewing|extending|entering|completing|terminating|cancel\w*|execut\w+|award\w*|renewal|extension|termination|expiration|conclusion|receipt|signing|terms?)$",
    re.IGNORECASE,
)
_TERM: Final = re.compile(r"(?:\d+|[a-z]+)-(?:year|month|day|week|million|dollar|term)s?$", re.IGNORECASE)
_TAKEN: Final = frozenset(
    {
        "uses-made",
        "list-uses",
        "using-ours",
        "class-uses",
        "selects",
        "has-chosen-us",
        "live-on",
        "we-chose",
        "one-of-users",
    }
)
_OF_DEALS: Final = frozenset(
    {
        "selected-by", "order-from", "order-received", "contract-with", "contract-for", "awards-us", "deal-with", "order-passive", "order-apart", "awards-to", "awarded-by", "contract-named",
        "terminated", "ended-with", "contract-extended", "renews-own", "renewed-with", "renewed-its", "first-order-under", "tender-of", "deal-signed", "orders-from", "cancelled", "lost-contract", "renewed-described",
        "placed-order", "agreement-to-supply", "not-renewed",
    }
)  # fmt: skip
_OF_OTHERS: Final = re.compile(r"(?:secure|manage|automate|host|processe?|protect|handle|operate)s?$", re.IGNORECASE)


def product_of(sentence: Sentence, match: Match) -> str | None:
    """What is sold, as far as the words of a match or those around it tell; None where they only say that something is."""
    name = match.rule.name
    told = match.text("prod") if match.found.groupdict().get("prod") else None
    if name == "made-for-class" and _OF_OTHERS.match(match.text("verb") or ""):
        return None  # "secures identities for banks": what is worked on is not what is sold
    if name in _TAKEN:
        told = _taken(sentence, match) or told
    if not _cleaned(told) and (name in _OF_DEALS or "deal" in match.found.groupdict()):
        told = _dealt(sentence, match)
    if not _cleaned(told):
        told = beside(sentence, match)
    return _cleaned(told)


def _cleaned(told: str | None) -> str | None:
    """The words for the goods without those that lead to or from them."""
    told = (
        re.sub(
            r"^(?:for|to|as) .*|^(?:supplying|providing|delivering) |^and (?:markets|sells|distributes|supplies|delivers|provides) ",
            "",
            told,
        )
        if told
        else None
    )
    told = re.sub(r"^(?:(?:the|its|our|their|a|an|of|both) )+", "", told.strip(" ,")) if told else None
    told = _DANGLING.sub("", told).strip(" ,") if told else ""
    told = re.sub(
        r"^award[- ]winning |(?<= )(?:agency|studio|consultancy)$", lambda m: "services" if m.start() else "", told
    )
    return None if not told or _STUB.fullmatch(told) else told


def _taken(sentence: Sentence, match: Match) -> str | None:
    """The object of the verb of choice or use: "relies on Ashford's hybrid cloud and Beacon Shift"."""
    if not match.found.groupdict().get("verb"):
        slot = next((group for group in ("sup", "own") if match.found.groupdict().get(group)), None)
        start = match.bounds(slot)[0] if slot else match.end
    else:
        start = match.bounds("verb")[1] + 1
    text = sentence.text[start : start + REACH]
    end = OBJECT_END.search(text)
    told = text[: end.start()].strip(" ,") if end else ""
    if titled(sentence.text):
        told = re.split(r" (?:for|and) ", told)[0]  # capitals show no name here
    seller = next((match.text(group) for group in ("sup", "sup2", "own") if match.found.groupdict().get(group)), None)
    if seller:
        bare = re.sub(
            rf"^(?:the )?{re.escape(seller)}(?:(?<=our)|(?<=we)|['’]s?|(?![\w])) ?", "", told, flags=re.IGNORECASE
        )
        lone = re.fullmatch(r"[a-z]+", bare) and not re.search(r"['’]s", told)
        told = told if seller in bare or lone else bare
        if not told and (then := _THEN_FOR.match(sentence.text, start + len(seller))) and then["does"]:
            told = then["what"]  # "has chosen Ashford to supply pumps"
    return told if re.search(r"\w{2}", told) else None


def _dealt(sentence: Sentence, match: Match) -> str | None:
    """The goods of an order or contract: behind its noun, behind the buyer, or before the noun as a part of it."""
    words = sentence.text[match.start : match.end]
    found = _FOR.search(words)
    told = _ware(found["what"], supply=False) if found else None
    if told is None:
        then = _THEN_FOR.match(sentence.text, match.end, match.end + REACH)
        told = _ware(then["what"], supply=bool(then["of"] or then["does"])) if then else None
    if told is None and (
        of := re.search(r"\b(?:orders|shipments|deliveries) of (?P<what>[^;:.]{2,50}?) (?:from|to)\b", words)
    ):
        told = _ware(of["what"], supply=True)
    return told or _compound(sentence.text[max(0, match.start - 50) : match.end], min(50, match.start))


def _ware(told: str, *, supply: bool) -> str | None:
    """Words behind "for" where they are of goods, not of a time, an amount or an end."""
    told = told.strip()
    if _COUNTED.match(told):
        return told
    return None if _NO_WARE.match(told) or (not supply and _DOING.match(told)) else told


@cache
def _words(sort: str) -> frozenset[str]:
    return frozenset(word for word, told in rows("deal_words") if told == sort)


def _compound(text: str, at: int) -> str | None:
    """What stands before the noun of a deal and tells what it is about: "hydrogen supply agreement", "IT services contract"."""
    for found in _COMPOUND.finditer(text):
        if found.end() < at:
            continue
        kept: list[str] = []
        service = False
        for word in reversed(found["what"].split()):
            low = word.lower()
            if low in _words("sort") or _TERM.match(word):
                if kept:
                    break
                service = service or low in _SERVICES
                continue
            if low in _words("end") or _VERBAL.match(word):
                break
            kept.insert(0, word)
        if kept and (service or not kept[-1].isupper()):
            return " ".join(kept) + (" services" if service else "")
    return None
