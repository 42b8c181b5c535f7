"""Figures that no concept names but the sentence states plainly: label and all come from its words."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.facts.concepts.bought import of_proceeds, with_bought
from kg.extract.facts.concepts.contracts import contract_name, contracts_draft, for_client
from kg.extract.facts.concepts.costing import costing_draft
from kg.extract.facts.concepts.deal_terms import term_draft
from kg.extract.facts.concepts.deals import ABOUT, deal_draft, large
from kg.extract.facts.concepts.dwellings import homes_draft
from kg.extract.facts.concepts.held import held_draft
from kg.extract.facts.concepts.portions import portion_draft
from kg.extract.facts.concepts.prices import per_what, priced
from kg.extract.facts.counted.drilling import grade_draft
from kg.extract.facts.direction.roles import per_share, role
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import SLOTS, noun_phrase, plain, spelled, stopped
from kg.extract.facts.named.wording import behind_noun
from kg.extract.facts.slots.line import PERIOD, Item, Line

# Nouns that money is of. A figure whose noun is none of these is left alone.
_FLOW = (
    r"incomes?|expenses?|costs?|gains?|loss(?:es)?|collections?|premiums?|depreciation|amortization|expenditures?|spending|"
    r"purchases|contributions?|royalt(?:y|ies)|fees?|benefits?|tax(?:es)?|claims|originations|impact|effect|write-?offs|recoveries|repayments?|paydowns?|subsid(?:y|ies)|rents?|(?<=based )compensation"
)
_STOCK = (
    r"value(?:\slocked)?|NPV|proceeds|grants?|funding|investments?|reserves?|allowances?|commitments?|compensation|budget|settlement|"
    r"penalt(?:y|ies)|fine|award|bonus|salary|milestones?|milestone payments?|opportunity|market|balance|deposit|payments?|liabilit(?:y|ies)|obligations?|"
    r"pledge|endowment|campaign|initiative|expansion|renovation|refinanc(?:e|ing)|line of credit|valuation|market cap(?:italization)?|ARR|enterprise value|"
    r"purchase order|judgment|verdict|refund|package|sponsorship|exposure|shortfall|upgrade|construction|prize|reward|savings|prize pool|stimulus|mortgage|"
    r"capital|credits?|potential|consideration|support|incentives?|financing|equity|damages|bid|rebate|facility|guarantee|donation|project|program|plan|portfolio|fund|warrants|stake"
)
_NOUN = rf"(?:{_FLOW}|{_STOCK})"
_OF = re.compile(
    rf"(?P<np>(?:[A-Za-z][\w'’&/-]*\s){{0,5}}{_NOUN})\d?(?:\s\([A-Z][\w%-]{{1,9}}\))?(?:\s(?:for|in|during|and)\s(?:the\s)?{PERIOD}){{0,2}}\s(?P<link>of|totaling|totalling|was|were|is|will be|to be|amounted to|totaled|totalled|amounting to|in the amount of|valued at|worth|stands at|stood at|remains at|came to|comes to)\s"
    rf"(?:expected to be\s)?{ABOUT}\(?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"^\s(?:(?:in|of)\s)?(?P<np>(?:[A-Za-z][\w'’&/-]*\s){{0,4}}?{_NOUN}(?:\s(?:revenues?|receipts|charges?|adjustments?|{_NOUN})\b)?)\b(?!\s(?-i:[A-Z]))(?P<rest>\s(?:for|of|from|in|with|related to|to(?=\s(?:the|a|an|its|(?-i:[A-Z])\w*)\s))\s(?:the\s|a\s)?(?:(?:U\.[SK]\.|[\w'’-]+)(?:\s|(?![\w'’-]))){{1,4}})?",
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
# "had cash of $8 million and working capital of"
_CASH_IS = re.compile(
    rf"(?:\b(?:had|has|have|held|holds|with|total|available|unrestricted)\s|^\W*|,\s|\band\s)cash(?:\s(?:balances?|on\shand|position|reserves?))?(?:\s(?:at|as\sof)\s{PERIOD})?\s(?:of|totaling|totalling|was|stood\sat|totaled)\s{ABOUT}$",
    re.IGNORECASE,
)
_LINK_END = re.compile(
    r"\b(?:stands at|stood at|remains at|came to|comes to|of|totaling|totalling|was|were|is|be|to|totaled|totalled|worth|at)\s[\w\s]{0,30}\(?$",
    re.IGNORECASE,
)
# What one person did elsewhere, or how a town lives, is no figure of a company.
_BIOGRAPHY = re.compile(r"\b(?:[Hh]e|[Ss]he|household|per capita|[Pp]opulation of)\b")


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
        return _range_of(item, upper, portion_draft(line, upper, found)) if item.kind == "percent" else None
    if item.kind == "percent":
        return grade_draft(line, item) or portion_draft(line, item, found)
    return None


def _range_of(item: Item, upper: Item, draft: Draft | None) -> Draft | None:
    """The draft of the high end of a range as one of the whole range."""
    if draft is None or draft.value is None:
        return None
    low, high = sorted((item.amount.value.copy_sign(draft.value), draft.value))
    return replace(draft, value=None, low=low, high=high, item=item, last=upper, anchor=item)


# What is given or spent, by the verb.
_GIVEN = re.compile(
    r"\b(?P<verb>invest(?:s|ed|ing)?|spen[dt]s?|spending|pledg(?:e|es|ed|ing)|donat(?:e|es|ed|ing)|contribut(?:e|es|ed|ing)|award(?:s|ed|ing)|commit(?:s|ted|ting)?|"
    rf"pa(?:y|ys|id|ying)|grant(?:s|ed|ing)|allocat(?:e|es|ed|ing)|earmark(?:s|ed)|financ(?:es|ed|ing))\s(?P<whom>(?:[A-Z][\w&.'’-]*\s){{0,5}}?){ABOUT}(?:total of\s|another\s)?$"
)
_TRADED = re.compile(
    r"\b(?:[Ss]tock|[Ss]hares)\b[^.;\ue000-\ue002]{0,40}\b(?:closed|closing|opened|opening|traded|trading)\s(?:(?:on\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri)day|yesterday|today|\ue003[\ue100-\uf8ff])\s)?(?:at|above|near|around|below)\s(?:about\s|approximately\s)?$"
)
# A price stands in brackets behind the day that it is of.
_CLOSED_AT = re.compile(r"\b(?:closing|market)\sprice\sof\s[^.;\ue000-\ue002]{0,90}\(?$")
_MOST_A_SHARE = 5_000
_GIFTS = {
    "invest": "investment", "spen": "spending", "pledg": "pledge", "donat": "donation", "contribut": "contribution", "award": "award",
    "commit": "commitment", "pa": "payment", "grant": "grant", "allocat": "allocation", "earmark": "allocation", "financ": "financing",
}  # fmt: skip
_GIVEN_TO = re.compile(
    r"^\s(?P<prep>in|to|on|for|toward|towards|into)\s(?P<np>(?:[\w&.'’-]+(?:\s|(?![\w&.'’-]))){1,6})"
)
_BEHIND = re.compile(
    r"\s(?:and|which|that|who|to|for|in|by|with|as|over|through|from|at|on|since|during|under|of|the|a|its|our)?\s?[\ue000-\uf8ff].*$"
    r"|\s(?:and|which|that|who|to|by|with|as|over|through|from|at|since|during|under|of|the|a|its|our|will|has|have|is|was)$"
)
_CUT_AT = re.compile(
    r"\s(?:with|that|which|by|at|from|as|over|during|through|including|and\s(?:the|a|an|its|will|has))\b"
)
_FLOW_NOUN = re.compile(rf"\b(?:{_FLOW})$", re.IGNORECASE)
_PER_SHARE_WORDS = re.compile(r"^\)?\s(?:a|per)\s(?:\w+\s){0,2}share(?=\s)")


def _money(line: Line, item: Item, last: Item) -> Draft | None:
    """An amount (from `item` to `last`, where it is a range) named by the words around it."""
    before = spelled(line, max(0, item.at - 150), item.at)
    share = per_share(line, last) is not None
    standing = _shares_or_cash(line, item, last, before, share=share)
    if standing is not None:
        return standing
    after = spelled(line, last.to, min(len(line.coded), last.to + 120))
    if not share and large(item):
        told = contracts_draft(item, before, after) or _told(item, before, after)
        if told is not None:
            return told
    named = _OF.search(before) if _LINK_END.search(before[-60:]) else None
    label = noun_phrase(SLOTS.sub("", named["np"])) if named else None
    if named and label and (owned := behind_noun(before[: named.end("np")], label, said=named["link"])) is not None:
        label = owned or None
    label = of_proceeds(label) if label else None
    one = _ONE_WORD.match(after) if _AN.search(before) else None
    label = (
        label
        or _name_after(after)
        or (one["np"] if one else None)
        or (None if share else _gift(before, after) or contract_name(before))
    )
    per = None if share else per_what(line, last)
    if label is None and per is None:
        return term_draft(line.text, item, before, after, share=share)
    if label is None or (abs(item.amount.value) < 1000 and not share and per is None):
        return None
    label = with_bought(label, before)
    concept = _concept(label, before, after)
    played = role(line, item)
    flow = _FLOW_NOUN.search(re.split(r" (?:for|of|to) ", label, maxsplit=1)[0]) is not None
    minus = (played.measure == "change" and played.direction < 0) or _NET_LOSS.search(before) is not None
    draft = plain(
        item, concept, label, -abs(item.amount.value) if minus else item.amount.value, "flow" if flow else "event",
        measure=played.measure,
    )  # fmt: skip
    return replace(draft, unit=f"{draft.unit}/share") if share else priced(draft, per)


# "a net securities loss of $4 million"
_NET_LOSS = re.compile(rf"\bnet\s(?:[a-z]+\s){{0,3}}(?<!for )loss(?:es)?\s(?:of|was|were|totaled)\s{ABOUT}$")


def _told(item: Item, before: str, after: str) -> Draft | None:
    """What a firm of finance has, the price of a deal, or what is saved or spent; None for other amounts."""
    if contract_name(before) is not None:
        return None
    return (
        homes_draft(item, before)
        or held_draft(item, before, after)
        or deal_draft(item, before, after)
        or costing_draft(item, before, after)
    )


def _shares_or_cash(line: Line, item: Item, last: Item, before: str, *, share: bool) -> Draft | None:
    """The price of shares, or the cash that somebody has; None for other amounts."""
    if share and _SHARES_AT.search(before):
        priced = plain(item, "SharePrice", "price per share", item.amount.value, "event")
        return replace(priced, unit=f"{priced.unit}/share")
    held = _OF_CASH.match(line.coded[last.to : last.to + 24]) and _HOLDS.search(before)
    if not share and (held or _CASH_IS.search(before)):
        return plain(item, "CashAndCashEquivalents", "cash", item.amount.value, "instant")
    if (
        (_TRADED.search(before) or _CLOSED_AT.search(before))
        and abs(item.amount.value) < _MOST_A_SHARE
        and item.amount.places >= 0
    ):
        priced = plain(item, "SharePrice", "share price", abs(item.amount.value), "event")
        return replace(priced, unit=f"{priced.unit}/share")
    return None


# What an amount is a concept of after all, by its name.
_LENT = re.compile(
    r"\b(?:credit|loan|financing|lending|revolving|term|debt) (?:facility|line|loan)\b|\bline of credit|\bmortgage$|\brefinanc|\bnotes? (?:balance|obligations?)$",
    re.IGNORECASE,
)


_EQUITY_LINE = re.compile(r"\b(?:capital|equity) (?:facility|line)$", re.IGNORECASE)
_EQUITY = re.compile(r"(?:positive|negative|total)\s(?:(?:share|stock)holders['’]?\s)?equity", re.IGNORECASE)


def _concept(label: str, before: str, after: str) -> str:
    if _LENT.search(label):
        return "Debt"
    if _EQUITY_LINE.search(label):
        return "OfferingAmount"
    if _EQUITY.fullmatch(label):
        return "StockholdersEquity"
    return "ContractValue" if contract_name(before) or for_client(after) else "Other"


def _gift(before: str, after: str) -> str | None:
    """The name of an amount that is given, paid or spent: "investment in research"."""
    given = _GIVEN.search(before)
    if given is None:
        return None
    name = next(noun for stem, noun in _GIFTS.items() if given["verb"].startswith(stem))
    whom = given["whom"].strip()
    if whom:
        return f"{name} to {whom}"
    purpose = _GIVEN_TO.match(after)
    if purpose is None:
        return None
    thing = _CUT_AT.split(_BEHIND.sub("", " ".join(purpose["np"].split())), maxsplit=1)[0]
    return f"{name} {purpose['prep']} {SLOTS.sub('', thing)}".strip() if thing else None


# "USD 3.4 million using current costs": how it was reckoned, not what it is.
_NO_NAME = re.compile(r"(?:using|after|before|while|starting|assuming|based|excluding|net\sof)\s", re.IGNORECASE)


def _name_after(rest: str) -> str | None:
    """The name that follows an amount: "in federal funding", "research grant"."""
    rest = _PER_SHARE_WORDS.sub("", rest)
    several = _SEVERAL.match(rest)
    if several is not None:
        return SLOTS.sub("", several["np"])
    after = _AFTER.match(rest)
    if after is None or stopped(after["np"].removeprefix("net ")) or _NO_NAME.match(after["np"]):
        return None
    behind = after["rest"] or ""
    behind = _HALF.sub("", behind) if _GOES_ON.match(rest, after.end()) else behind
    label = SLOTS.sub("", " ".join((after["np"] + behind).split()))
    return label if len(label.split()) > 1 else None


# "for hospital systems and physician | practices": the second of two, cut before its noun.
_HALF = re.compile(r"\sand\s[\w'’-]+\s?$")
_GOES_ON = re.compile(
    r"\s?(?!(?:and|or|in|on|at|for|to|of|from|with|by|as|that|which|who|while|is|are|was|were|will|has|have|under|over|during|since|through)\b)[a-z]{3}"
)
# "a $30 million fine": one word names it, behind an article.
_ONE_WORD = re.compile(
    r"\s(?P<np>fine|penalty|judgment|verdict|settlement|grant|donation|gift|prize|rebate|refund|pledge|endowment|bequest|scholarship)\b(?!\s[a-z]+(?:s|ed)?\s?\ue004)"
)
_AN = re.compile(r"(?:\b(?:an?|the|its|this|another|first|annual)|[’']s)\s(?:[a-z]+\s)?$")


_COMPARES = re.compile(r"\b(?:compared|versus|from|to|with)\b")
_TO_COMPARE = re.compile(
    rf"^(?:,|\s|\)|\(|and|or|respectively|compared|to|with|versus|from|up|down|in|for|the|of|approximately|about|per|share|(?<=per\s)[a-z]+|{PERIOD})*$"
)


def _compared(line: Line, item: Item, found: list[Draft]) -> Draft | None:
    """A further figure of the same name: "compared with $4 million"."""
    last = found[-1] if found else None
    if last is None or last.concept != "Other" or last.item.kind != "money":
        return None
    per = per_what(line, item)
    if last.unit.partition("/")[0] != item.amount.unit or (
        per is not None and last.unit.partition("/")[2] != per["unit"]
    ):
        return None
    own = per_what(line, last.item)
    gap = line.coded[own.end() if own is not None else last.last.to : item.at]
    joined = (
        _COMPARES.search(gap) or "respectively" in line.coded or (line.coded.count("compared") > 0 and "and" in gap)
    )
    if not joined or not _TO_COMPARE.match(gap):
        return None
    return replace(last, value=item.amount.value, low=None, high=None, item=item, last=item, anchor=item)
