"""Figures that no concept names but the sentence states plainly: label and all come from its words."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from kg.extract.facts.draft import Draft
from kg.extract.facts.line import PERIOD, SLOT, VALUE, Item, Line
from kg.extract.facts.roles import per_share, role

# Nouns that money is of. A figure whose noun is none of these is left alone.
_FLOW = (
    r"incomes?|expenses?|costs?|gains?|loss(?:es)?|collections?|premiums?|depreciation|amortization|expenditures?|spending|"
    r"purchases|contributions?|royalt(?:y|ies)|fees?|benefits?|tax(?:es)?|claims|originations|impact|effect|write-?offs|recoveries|subsid(?:y|ies)|rents?"
)
_STOCK = (
    r"value|proceeds|grants?|funding|investments?|reserves?|allowances?|commitments?|compensation|budget|settlement|"
    r"penalt(?:y|ies)|fine|award|bonus|salary|milestones?|milestone payments?|opportunity|market|balance|deposit|payments?|liabilit(?:y|ies)|obligations?|"
    r"capital|credits?|consideration|support|incentives?|financing|equity|damages|bid|rebate|facility|guarantee|donation|project|program|plan|portfolio|fund|warrants|stake"
)
_NOUN = rf"(?:{_FLOW}|{_STOCK})"
_QUALIFIERS = (
    r"(?:(?:approximately|about|over|nearly|almost|more than|just|some|up to|only|roughly|an? additional|around|at least|less than|in excess of|"
    r"the|an estimated|as much as|us|a total of|a)\s){0,3}"
)
_OF = re.compile(
    rf"(?P<np>(?:[A-Za-z][\w'’&/-]*\s){{0,5}}{_NOUN})(?:\s(?:for|in|during|and)\s(?:the\s)?{PERIOD}){{0,2}}\s(?P<link>of|totaling|totalling|was|were|is|will be|to be|amounted to|totaled|amounting to|in the amount of|valued at|worth)\s"
    rf"(?:expected to be\s)?{_QUALIFIERS}\(?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"^\s(?:(?:in|of)\s)?(?P<np>(?:[A-Za-z][\w'’&/-]*\s){{0,4}}?{_NOUN})\b(?!\s(?-i:[A-Z]))(?P<rest>\s(?:for|of|from|to|in|related to)\s(?:the\s|a\s)?(?:[\w'’-]+\s?){{1,4}})?",
    re.IGNORECASE,
)
# "$5 billion in loans, grants and other support"
_SEVERAL = re.compile(
    r"^\s(?:in|of)\s(?P<np>(?:[a-z-]+\s){0,2}?[a-z-]+,\s(?:[a-z-]+,?\s){1,4}and\s(?:other\s)?[a-z-]+(?:\s[a-z-]+)?)\b"
)
_SHARES_AT = re.compile(
    r"\b(?:shares?|stock|units)\b[^.;]{0,60}\s(?:at|for)\s(?:an?\s)?(?:average\s)?(?:purchase\s|offering\s)?(?:price\sof\s)?$",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?:had|has|have|held|holds|holding|with|ended [^.;]{3,40} with)\s(?:\w+\s){0,3}$", re.IGNORECASE
)
_OF_CASH = re.compile(r"^\s(?:of|in)\s(?:available\s|unrestricted\s)?cash\b(?! flow| proceeds| consideration)")
_DEAL = re.compile(
    r"\b(?:acquir\w+|repurchas\w+|purchas(?:e|ed|ing|es)|buy|bought|buying|sell|sold|selling|divest\w+|sale of|acquisition of|purchase of)\s[^;:]{3,120}?\sfor\s"
    rf"{_QUALIFIERS}(?:(?:total|aggregate|cash|consideration|purchase|price|net|of|approximately|a)\s){{0,5}}$",
    re.IGNORECASE,
)
_LINK_END = re.compile(
    r"\b(?:of|totaling|totalling|was|were|is|be|to|totaled|worth|at)\s[\w\s]{0,30}\(?$", re.IGNORECASE
)
_RAISED = re.compile(rf"\brais(?:ed?|ing|es)\s{_QUALIFIERS}(?:total of\s)?$", re.IGNORECASE)
# What one person did elsewhere, or how a town lives, is no figure of a company.
_BIOGRAPHY = re.compile(r"\b(?:[Hh]e|[Ss]he|household|per capita|[Pp]opulation of)\b")
_STOP = frozenset(
    """a an the its our their this that these those and or but with for to from by at in on as was were is are be been has have
    had which who it we they he she will would could can may including excluding recorded recognized reported received incurred
    realized paid generated earned includes included include reflects reflecting resulted resulting compared versus against
    approximately about over nearly also per than not no any each such against under plus minus
    net increase decrease despite through during until january february march april june july august september october november december receive receives seeks sought provides provided offers""".split()  # noqa: SIM905
)
_WITHIN = frozenset(("of", "on", "for"))
_EMPTY = frozenset(
    ("value", "market", "impact", "effect", "cost", "costs", "fees", "fee", "plan", "fund", "program", "project")
)
_SHARE = re.compile(
    rf"(?P<np>(?:[A-Za-z](?:[\w'’&/-]|\.(?=\w))*\.?,?\s){{1,6}})(?:(?:{SLOT}|today|now|currently)\s)?(?:also\s)?(?:which\s|that\s)?(?:accounted for|account for|accounts for|represented|represents?|representing|made up|"
    rf"comprised|comprises?|contributed|constituted|constitutes?|generated|accounting for)\s{_QUALIFIERS}$",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(
    rf"^\sof\s(?:the\s|our\s|its\s|total\s|net\s|company's\s|all\s|consolidated\s|quarter['’]?s\s|[A-Z][\w.&-]*(?:['’]s)?\s|{PERIOD}(?:['’]s|\s)\s?)*(?:\ue004[\ue100-\uf8ff]|(?:revenues?|sales)\b)",
    re.IGNORECASE,
)
_SLOTS = re.compile("[\ue000-\uf8ff]")
# What a percentage is a portion of, and how that is named.
_PORTIONS = (
    (
        re.compile(
            r"^\s(?P<np>(?:[\w-]+\s){0,3}?(?:interest|stake|ownership|equity interest)\sin\s(?:the\s)?(?:[\w&.'’-]+\s?){1,5})",
            re.IGNORECASE,
        ),
        "{}",
    ),
    (
        re.compile(
            r"^\sof\s(?:the\s|its\s|our\s)?(?P<np>(?:then\s)?(?:issued and )?outstanding\s(?:[\w.'’-]+\s){0,4}?(?:shares|stock)(?:\sof\s[A-Z][\w-]*)?)",
            re.IGNORECASE,
        ),
        "share of {}",
    ),
    (re.compile(r"^\s(?P<np>stock dividend)\b", re.IGNORECASE), "{}"),
    (re.compile(r"^\sof\s(?:the\s)?(?P<np>(?:\S+\s){0,6}?price)\b", re.IGNORECASE), "percent of {}"),
)
_UNIT_GROWTH = re.compile(r"^\s(?:\w+\s)?unit\s(?P<noun>increase|growth|decline|decrease|gain)\b", re.IGNORECASE)


def spelled(line: Line, start: int, end: int) -> str:
    """Coded text with the slots of concepts and parties written out again."""
    parts: list[str] = []
    done = start
    for item in line.items:
        if item.at >= start and item.to <= end and item.kind in ("concept", "party"):
            parts += [line.coded[done : item.at], line.text[item.start : item.end]]
            done = item.to
    parts.append(line.coded[done:end])
    return "".join(parts)


def other_draft(line: Line, item: Item, upper: Item | None, found: list[Draft]) -> Draft | None:
    """A figure named by its own words only; None where they do not make a plain name."""
    if _BIOGRAPHY.search(line.text):
        return None
    if item.kind == "money":
        draft = _money(line, item, upper or item) or _compared(line, item, found)
        if draft is not None and upper is not None and draft.value is not None:
            return replace(draft, value=None, low=draft.value, high=upper.amount.value, last=upper)
        return draft
    if upper is not None:
        return None
    if item.kind == "percent":
        return _percent(line, item, found)
    return None


_FLOW_NOUN = re.compile(rf"\b(?:{_FLOW})$", re.IGNORECASE)
_PER_SHARE_WORDS = re.compile(r"^\)?\s(?:a|per)\s(?:\w+\s){0,2}share(?=\s)")


def _money(line: Line, item: Item, last: Item) -> Draft | None:
    """An amount (from `item` to `last`, where it is a range) named by the words around it."""
    before = spelled(line, max(0, item.at - 150), item.at)
    share = per_share(line, last) is not None
    if share and _SHARES_AT.search(before):
        priced = _plain(item, "SharePrice", "price per share", item.amount.value, "event")
        return replace(priced, unit=f"{priced.unit}/share")
    if not share and _OF_CASH.match(line.coded[last.to : last.to + 24]) and _HOLDS.search(before):
        return _plain(item, "CashAndCashEquivalents", "cash", item.amount.value, "instant")
    deal = None if share or abs(item.amount.value) < 100_000 else _deal(item, before)
    if deal is not None:
        return deal
    named = _OF.search(before) if _LINK_END.search(before[-60:]) else None
    label = _noun_phrase(_SLOTS.sub("", named["np"])) if named else None
    label = label or _name_after(spelled(line, last.to, min(len(line.coded), last.to + 120)))
    if label is None or (abs(item.amount.value) < 1000 and not share):
        return None
    played = role(line, item)
    flow = _FLOW_NOUN.search(label.split(" for ")[0].split(" of ")[0]) is not None
    minus = played.measure == "change" and played.direction < 0
    draft = _plain(
        item, "Other", label, -abs(item.amount.value) if minus else item.amount.value, "flow" if flow else "event",
        measure=played.measure,
    )  # fmt: skip
    return replace(draft, unit=f"{draft.unit}/share") if share else draft


def _deal(item: Item, before: str) -> Draft | None:
    """An amount that is paid for something, or raised."""
    if _RAISED.search(before):
        return _plain(item, "OfferingAmount", "amount raised", item.amount.value, "event")
    deal = _DEAL.search(before) if " for " in before[-60:] else None
    if deal is None:
        return None
    own = re.search(r"\b(?:its|our) (?:\w+ ){0,3}(?:shares|stock)\b|\bshares for\b|repurchas", deal[0]) is not None
    name = "ShareRepurchaseAmount" if own else "TransactionValue"
    return _plain(item, name, "price", item.amount.value, "done" if own else "event")


def _name_after(rest: str) -> str | None:
    """The name that follows an amount: "in federal funding", "research grant"."""
    rest = _PER_SHARE_WORDS.sub("", rest)
    several = _SEVERAL.match(rest)
    if several is not None:
        return _SLOTS.sub("", several["np"]).replace(",", "")
    after = _AFTER.match(rest)
    if after is None or _stopped(after["np"]):
        return None
    label = _SLOTS.sub("", " ".join((after["np"] + (after["rest"] or "")).split()))
    return label if len(label.split()) > 1 else None


_COMPARES = re.compile(r"\b(?:compared|versus|from|to|with)\b")
_TO_COMPARE = re.compile(
    rf"^(?:,|\s|\)|\(|and|or|respectively|compared|to|with|versus|from|in|for|the|of|approximately|about|per|share|{PERIOD})*$"
)


def _compared(line: Line, item: Item, found: list[Draft]) -> Draft | None:
    """A further figure of the same name: "compared with $4 million"."""
    last = found[-1] if found else None
    if last is None or last.concept != "Other" or last.item.kind != "money" or last.unit != item.amount.unit:
        return None
    gap = line.coded[last.last.to : item.at]
    joined = (
        _COMPARES.search(gap) or "respectively" in line.coded or (line.coded.count("compared") > 0 and "and" in gap)
    )
    if not joined or not _TO_COMPARE.match(gap):
        return None
    return replace(last, value=item.amount.value, low=None, high=None, item=item, last=item, anchor=item)


def _stopped(words: str) -> bool:
    return any(word.lower() in _STOP for word in words.split())


def _noun_phrase(words: str) -> str | None:
    """The noun phrase that ends the words, without its determiner."""
    kept: list[str] = []
    for word in reversed(words.split()):
        plain = word.lower()
        if plain in _STOP and not (plain in _WITHIN and kept and len(kept) < 4):
            break
        if plain.endswith("ly"):
            break
        kept.insert(0, word)
    while kept and kept[0].lower() in _WITHIN:
        kept.pop(0)
    if not kept or (len(kept) == 1 and kept[0].lower() in _EMPTY):
        return None
    if kept[-1].lower() == "value" and kept[-2].lower() in ("fair", "par", "its", "stated"):
        return None
    return " ".join(kept)


def _percent(line: Line, item: Item, found: list[Draft]) -> Draft | None:
    after = spelled(line, item.to, min(len(line.coded), item.to + 120))
    unit = _UNIT_GROWTH.match(after)
    if unit:
        return _unit_growth(item, unit["noun"].lower(), found)
    share = _SHARE.search(spelled(line, max(0, item.at - 120), item.at)) if _SHARE_OF.match(after) else None
    if share:
        who = _SLOTS.sub("", _noun_phrase(share["np"]) or "").strip(" ,")
        if not who:
            return None
        if re.match(r"(?:no|none|neither|not)\b", share["np"].strip(), re.IGNORECASE):
            return None
        told = re.search(r"\b(?:customers?|clients?)\b", who, re.IGNORECASE) or _is_party(line, who)
        concept = "CustomerShare" if told else "Other"
        return _plain(item, concept, f"{who} share of revenue", item.amount.value, "flow")
    for pattern, label in _PORTIONS:
        match = pattern.match(after)
        if match:
            words = _SLOTS.sub("", label.format(match["np"])).split()
            while words and words[-1].lower() in _STOP:
                words.pop()
            return _plain(item, "Other", " ".join(words), item.amount.value, "event")
    return None


def _is_party(line: Line, name: str) -> bool:
    return any(line.text[item.start : item.end] == name for item in line.of_kind("party"))


def _unit_growth(item: Item, noun: str, found: list[Draft]) -> Draft | None:
    """The growth of units sold that a sentence gives after their number."""
    sold = next((draft for draft in reversed(found) if draft.concept == "UnitsSold"), None)
    if sold is None:
        return None
    value = -item.amount.value if noun.startswith("de") else item.amount.value
    return _plain(item, "UnitsSold", f"unit {noun}", value, "duration", scope=sold.scope, measure="change")


def _plain(
    item: Item, concept: str, label: str, value: Decimal, timing: str, *, scope: str = "total", measure: str = "level"
) -> Draft:
    return Draft(
        concept=concept, label=label, unit=item.amount.unit, value=value, scope=scope, measure=measure,
        timing=timing, item=item, last=item, anchor=item, rule="facts/prose-other",
    )  # fmt: skip


def spread_label(before: str, noun: str) -> str:
    """The name of counted places with what is there: the eight of "34 offices in eight states" are "states with offices"."""
    match = re.search(
        r"(?P<np>(?:[\w'’&-]+\s){1,3})(?:in|across|throughout)\s(?:(?:more than|over|approximately|nearly|about|some)\s)?$",
        before,
    )
    if match is None:
        return noun
    words = [
        word for word in match["np"].split() if word.lower() not in _STOP and not re.search(r"[\ue000-\uf8ff]", word)
    ]
    named = words and re.search(r"(?:s|sales|presence|revenue|business)$", words[-1]) is not None
    return f"{noun} with {' '.join(words[-2:])}" if named else noun


_TAIL_WORDS = re.compile(
    rf"^\s(?P<tail>(?:of|per|under)\s(?:the\s|a\s)?(?!{VALUE})[\w'’&-]+(?:\s(?:of\s)?(?!and|in|to|for|with|the|that|which|,)[\w'’&-]+){{0,3}})"
)


def tail_words(after: str) -> str:
    """The complement of a counted noun: "miles OF WATER PIPELINES"; empty where none follows."""
    match = _TAIL_WORDS.match(after)
    return " " + re.sub(r"[\ue000-\uf8ff]", "", match["tail"]).strip() if match else ""
