"""What a customer buys, told beside the words for those who are served: "serves mines, providing pumps", "pumps used by mines"."""

from __future__ import annotations

import re
from typing import Final

from kg.model import MentionKind, Sentence
from kg.text.rules import Match

REACH: Final = 170  # characters around a match that may tell of its goods

# Nouns of what is sold, as the last word of what a company makes or does.
GOODS_NOUN: Final = (
    r"(?:products?|services|solutions?|systems?|software|platforms?|equipment|technolog(?:y|ies)|tools?|devices?|instruments?|components?|parts|materials?|power|energy|gas|fuel"
    r"|water|electricity|machines?|machinery|chips?|modules?|circuits?|semiconductors|chemicals|steel|applications?|apps?|hardware|networks?|cloud|storage|sensors?|engines?|vehicles?|trackers|supplies|strategies|service|advice|insurance|coverage|analytics|content|data)"
)
# Where the object of "uses" ends.
OBJECT_END: Final = re.compile(
    r"[.;:)](?:\s|$)|,? (?:\(|[–—-] )|, (?!(?:and )?(?-i:[A-Z0-9]))"
    r"|,? (?:to|into|as|across|since|because|when|while|after|before|within|through|throughout|that|which|who|so|by|at|from|over|during|have|has|will|would|can|is|are|was|were|today|alongside|under|instead|in|on|with|worldwide|globally|every|each|where|using|including|such)\b"
    r"|,? (?:for|and|or) (?=(?-i:[a-z])(?!(?:[a-z-]+ ){0,3}(?:services|software|systems?|solutions?|platforms?|tools|equipment|products|technolog(?:y|ies)|hardware|applications)\b))|$",
    re.IGNORECASE,
)
# "serves hospitals, providing pumps", "enables growers to save water with drip systems".
_BESIDE: Final = re.compile(
    r",? (?:by )?(?:providing|offering|supplying|delivering)(?: (?:them|these \w+|customers|clients))?(?: with)? (?P<what>[^;.]{3,140}?)(?=,? (?:to|that|which|for|from|in|across|through|by|with|designed)\b|[;.]|$)"
)
_BY_GIVING: Final = re.compile(
    r"[^;.]{0,110}? by (?:providing|offering|supplying|delivering) (?P<what>[^;.,]{3,90}?)(?= (?:to|that|which|for|from|in|across|through|with|designed)\b|[;.,]|$)"
    rf"|[^;.]{{0,90}}? with (?P<what2>(?:its |our |the |an? )?(?:(?!(?:and|of|the|to|for|in)\b)[\w-]+ ){{1,4}}?{GOODS_NOUN})(?= (?:that|which|designed|from|to|for|in)\b|[;.,]|$)",
)
_KNOWN_FOR: Final = re.compile(r"\b(?:known|renowned|recogni[sz]ed) for (?:its|their) (?P<what>[^,;.]{4,60}), $")
# "specializing in pumps which serve hospitals", "markets a range of pumps used by mines".
_NOUN_BEFORE: Final = re.compile(
    r"(?:^(?:(?:The|Our|Its|First|Initial|New) )?|\b(?:of|in|markets|makes|provides|offers|sells|manufactures|produces|develops|supplies|creates|builds|its|our|the|an?|[Tt]hese) )"
    r"(?P<what>(?:(?!(?:of|in|its|our|the|an?|that|which|is|are|to|for|markets|makes|provides|offers|sells)\b)(?-i:[a-z][\w&/-]*|[A-Z]{2,6}s?),? ){1,8}?)"
    r"(?:that |which )?(?:(?:produced|made|built|shipped|manufactured|designed|has|have|had|is|are|was|were|will|been|be|being|also|now|currently|widely) )*$",
    re.IGNORECASE,
)
_SUPPLIER_OF: Final = re.compile(
    r"(?<![\w-])(?P<what>(?:(?!(?:and|of|the|an?)\b)[a-z&/-]+ ){1,4})(?:suppliers?|providers?|vendors?) to$",
    re.IGNORECASE,
)
_RANK: Final = re.compile(
    r"^(?:(?:leading|largest|major|global|key|top|premier|principal|sole|exclusive|primary|main|approved|preferred|trusted|worldwide|independent|long-time|first|second|third|biggest|new|full-service|service|tier|also) )+",
    re.IGNORECASE,
)
_TO_OURS: Final = re.compile(
    r"\b(?:deliver|provid|suppl|offer|sell)\w* (?P<what>[^;.]{4,160}?) to (?:our|its|their|all|the)? ?$"
)
_OUR_WARE: Final = re.compile(rf"\b(?:its|our|their|the) (?P<what>(?:[a-z-]+ ){{0,3}}{GOODS_NOUN}) $", re.IGNORECASE)
_CUSTOMERS_OF: Final = re.compile(
    r" (?:of|for) (?P<what>(?:its |our |the )?(?:[a-z][\w&/-]* ){0,6}"
    + GOODS_NOUN
    + r")(?=[.,;]|$| (?:in|across|throughout|and)\b)"
)
_SERVING: Final = re.compile(
    r", (?:[A-Z][\w.&’'-]* ){1,4}(?:also )?(?:provides|offers|delivers|supplies) (?:[^,;.]{3,40}, including )?(?P<what>[^;.]{3,120})"
)
_BEFORE: Final = frozenset({"used-by-class", "serves-class", "serves", "used-by", "designed-for-class", "sold-to-class"})  # fmt: skip
_BESIDES: Final = frozenset({"serves-class", "serves", "enables", "used-by-class", "supplier-to", "customers-are-class"})  # fmt: skip


def beside(sentence: Sentence, match: Match) -> str | None:
    """The goods beside the words for those who are served: "serves mines, providing pumps", "pumps used by mines"."""
    name, text = match.rule.name, sentence.text
    before = text[max(0, match.start - REACH) : match.start]
    if name in _BESIDES:
        beside = _BESIDE.match(text, match.end, match.end + REACH) or (
            _BY_GIVING.match(text, match.end, match.end + REACH) if name in ("enables", "serves-class") else None
        )
        if beside:
            return next(part for part in (*beside.groups(), "") if part is not None)
        if (known := _KNOWN_FOR.search(before)) and name == "enables":
            return known["what"]
    if name == "serves-class" and match.start == 0 and (then := _SERVING.match(text, match.end)):
        return then["what"]
    if name == "serves-class" and (
        supplier := _SUPPLIER_OF.search(text[match.start - 60 if match.start > 60 else 0 : match.bounds("verb")[1]])
    ):
        return _RANK.sub("", supplier["what"]).strip()
    if name == "customer-of-ours":
        return _owned_after(match, text)
    if name in ("customers-are", "customers-include"):
        found = _TO_OURS.search(before) or _OUR_WARE.search(before)
        return found["what"] if found else None
    if name in ("serves-class", "serves") and (of := _CUSTOMERS_OF.match(text, match.end)):
        return of["what"]
    return _noun_before(match, text) if name in _BEFORE else None


def _owned_after(match: Match, text: str) -> str | None:
    """The goods behind the seller's name: "one of the first customers of Ashford's new Relay Services"."""
    own = re.match(r"(?:['’]s? | )(?=\w)", text[match.end :])
    if own is None:
        return None
    rest = text[match.end + own.end() : match.end + REACH]
    end = OBJECT_END.search(rest)
    told = rest[: end.start()].strip(" ,") if end else ""
    return told if re.search(r"\w{3}", told) else None


def _noun_before(match: Match, text: str) -> str | None:
    """The noun phrase that ends where a match begins, where it is of goods: "sensors used by mines"."""
    verb = match.bounds("verb")[0] if match.found.groupdict().get("verb") else match.start
    start = max(0, verb - REACH)
    found = _NOUN_BEFORE.search(text[start:verb])
    if found is None or any(
        m.kind in (MentionKind.ORG, MentionKind.WE, MentionKind.PERSON)
        and m.start < start + found.end("what")
        and start + found.start("what") < m.end
        for m in match.annotated.mentions
    ):
        return None
    told = found["what"].strip(" ,")
    sure = match.rule.name == "designed-for-class"
    return told if sure or re.search(rf"(?:{GOODS_NOUN}|samples|robots|pumps)$", told) else None
