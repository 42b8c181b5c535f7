"""Whose figure it is: the issuer's, unless the sentence names another owner."""

from __future__ import annotations

import re

from kg.context.context import Context
from kg.extract.facts.owned.once_named import named_once, valued_firm
from kg.extract.facts.owned.paragraph_owners import OPENS, STAND_IN, VERB_NEXT
from kg.extract.facts.owned.whose import brokered, fronted, list_head, named_by, unknown_body
from kg.extract.facts.slots.line import Item, Line, slots_in
from kg.model import Party, Sentence

_HAS = re.compile(
    r"^(?:,(?:[^,;]{0,60},){1,3}|,)?\s(?:also\s|today\s|will\s|now\s|[a-z]+ly\s)?(?:reported|reports|had|has|have|posted|posts|generated|generates|recorded|"
    r"employs|employ|operates|operate|earned|announced|achieved|expects?|manages|oversees|serves?|owns|produces?|sold|said|is|are|runs|counts|ships|trains|"
    r"to (?:generate|report|post|earn|deliver|produce|achieve|have|reach)|lost|delivered|anticipates|saw|realized|completed|plans|includes?|include|maintains|of)\b",
    re.IGNORECASE,
)
# A clause that tells of the company just named, whatever its part in the sentence: "sold to X Corp., which employs 90".
_TOLD_OF = re.compile(
    r"^(?: \([^)]{0,40}\))?(?:,\s(?:[^,;\ue000-\ue002]{1,50},\s)?(?:(?:which|that|who|whose)\b|"
    r"(?:an?|the|\ue002[\ue100-\uf8ff] of|its|(?:[a-z]+ly\s)?(?:managing|employing|operating|serving|generating|having|overseeing|running))\s|with\s)"
    r"|\s(?:which|whose)\b)",
    re.IGNORECASE,
)
# What comes behind such a clause tells of the sentence's own subject again.
_BACK = re.compile(
    r";|,\s(?:(?:and|but|while|as)\s(?:\ue005|we\b|it\b|the\b|will\b|has\b|is\b|[a-z]+ed\b)|for\b|in\s(?:a|an|the|exchange|return|cash|connection)\b|at\s|on\s|to\s|from\s|"
    r"(?:subject|plus|pursuant|under|effective|following|after|adding|bringing|giving|making|creating|expanding|increasing|resulting|expected)\b|\ue005|"
    r"(?:will|would|was|were|has|have|had|is|are|said|says|announced|reported|agreed|today)\b|[a-z]+ed\s(?:\w+\s)?(?:for|to|its|a|an|the)\b)"
    r"|\b(?:in a|for (?:a total|an aggregate|approximately|about)|in exchange for|at a price)\b",
    re.IGNORECASE,
)
_OBLIQUE = re.compile(
    r"\b(?:with|to|for|by|from|against|between|via|through|on|at|than|and|in|acquire|acquired|of)\s(?:the\s)?$",
    re.IGNORECASE,
)


OWN_VOICE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
# Prices, and what a release tells as done by two: they are of the deal, whoever is described beside them.
_DEALS = frozenset(
    (
        "TransactionValue",
        "ContractValue",
        "OfferingAmount",
        "ShareRepurchaseAmount",
        "SharesRepurchased",
        "SharePrice",
        "Charge",
        "FacilityArea",
    )
)


# "shares of Marlow common stock for $10.70 per share": the price is that of Marlow's share.
_ITS_SHARES = re.compile(
    r"^(?:['’]s?)?\s(?:\([^)]{1,30}\)\s)?(?:(?:outstanding|issued|class\s[A-Z]|ordinary|common|the|and|its|American|depositary)\s){0,4}(?:shares?|stock|shareholders|stockholders)\b",
    re.IGNORECASE,
)


_PER_ITS_SHARE = re.compile(r"\s(?:per|for\seach)\s\ue005[\ue100-\uf8ff](?:['’]s?)?\s(?:[a-z]+\s){0,2}share\b")


def _whose_share(line: Line, at: Item) -> Party | None:
    """The company whose shares are named before a price per share."""
    told = _PER_ITS_SHARE.match(line.coded, at.to)
    party = line.items[slots_in(told[0])[0]].content if told else None
    if isinstance(party, Party):
        return party
    for item in reversed([item for item in line.of_kind("party") if item.to <= at.at]):
        if _ITS_SHARES.match(line.coded, item.to) or _ITS_SHARES.match(line.coded[item.to :]):
            return item.content if isinstance(item.content, Party) else None
    return None


def owner(
    context: Context, line: Line, sentence: Sentence, at: Item, concept: str, told: str | None = None
) -> str | None:
    """The company whose figure stands at an item, by its fullest name.

    A share's price is that of the company whose stock the words before it name. `told` is the other company that the
    paragraph tells of.
    """
    priced = _whose_share(line, at) if concept == "SharePrice" else None
    if priced is not None:
        return priced.name
    once = named_once(line, at) or valued_firm(line, at) or list_head(line, at, context.issuer) or brokered(line, at)
    if once is None and (concept not in _DEALS or concept == "FacilityArea"):
        once = named_by(line, at)
    if once is not None:
        return once
    for item in reversed([item for item in line.of_kind("party") if item.to <= at.at]):
        party = item.content
        if isinstance(party, Party) and _owns(line, item, party, at, deal=concept in _DEALS):
            stands = told is not None and STAND_IN.fullmatch(line.text[item.start : item.end])
            return told if stands else _whole(context, party.name)
    subject = fronted(line, at) or unknown_body(line, at, context.issuer.name if context.issuer else None)
    if subject is not None:
        return subject
    short = _short_of(context, line, at)
    if short is not None:
        return short
    if told is not None and not OWN_VOICE.search(sentence.text) and not _EVENT_SUBJECT.match(sentence.text):
        return told
    return None if _STRANGER.match(line.coded[: at.at]) else _home(context, sentence, at)


def _whole(context: Context, name: str) -> str:
    """The issuer's name for what begins its first word: the "Marlow" of "Marlowstocks Inc." is its product."""
    issuer = context.issuer.name if context.issuer else ""
    return issuer if issuer.startswith(name) and issuer[len(name) : len(name) + 1].isalpha() else name


# "The competition attracted 1,300 teams": no figure of the sponsor named before.
_EVENT_SUBJECT = re.compile(
    r"\W*(?:The|This|That|Our)\s(?:[\w-]+\s)?(?:competition|event|conference|tournament|hackathon|festival|contest|race|summit|exhibition|fair|show|ceremony|championships?|convention|survey|study|report|programme|program|season)\b"
)
# "..., and Corvane will close": the subject of a further clause.
_FURTHER = re.compile(r"[,;]\s(?:and|but|while|whereas)\s(?:the\s)?$")
# What several do together, the last of a list being named before it; and what one gets by another's deal.
_TOGETHER = re.compile(
    r"^(?:,[^,;]{0,80},|\s\([^)]{0,40}\)){0,3},?\s(?:also\s|have\s|has\s|today\s)*(?:announced|entered|agreed|signed|completed|said|formed|are|were|have|launched|closed|will\s(?:be\sentitled|receive|each)|is\sentitled)\b"
)
# "From 2018 to 2020, Corvane Trust supported the building of 900 homes": a firm that the release does not make known.
_STRANGER = re.compile(
    r"(?:^|^(?:From|In|During|Since|By|Over)\s[^,;\ue005]{2,40},\s)(?!The\b|This\b|These\b|Our\b|Its\b|Since\b|In\b)[A-Z][\w&’'-]+(?:\s[A-Z][\w&’'-]+){1,3}\s(?:has\s|also\s|have\s)*"
    r"(?:supported|provided|donated|employs|operates|serves|owns|manages|generated|invested|committed|spent|raised|acquired|hired|reported|posted|built)\s[^;\ue005]*$"
)


# "Merle operates 12 stores", "Merle's backlog was": the first word of a name, where its clause begins.
_SHORT = re.compile(
    r"(?:^|;\s|,\s(?:and|but|while)\s|\bsaid\s(?:that\s)?)(?P<name>[A-Z][\w&-]{2,})(?:['’]s\s|\s(?:also\s|now\s|currently\s)?(?:had|has|posted|reported|generated|recorded|earned|employs|"
    r"operates|owns|serves|manages|produces?|sold)\s)[^;\ue005]*$"
)


def _short_of(context: Context, line: Line, at: Item) -> str | None:
    """The one other company whose name begins with the word that the clause of a figure begins with."""
    short = _SHORT.search(line.coded[: at.at])
    if short is None:
        return None
    firms = [party for party in context.parties if party.nature == "company" and party.name.split()[0] == short["name"]]
    return firms[0].name if len(firms) == 1 and firms[0] != context.issuer else None


def whose_revenue(context: Context, line: Line, sentence: Sentence, at: Item, told: str | None) -> str | None:
    """Whose revenue a share of revenue is of: "31 percent of Corvane's sales", "of its sales", "of our revenue"."""
    said = _REVENUE_OF.match(line.coded[at.to :])
    party = line.items[slots_in(line.coded[at.to : at.to + said.end()])[0]].content if said else None
    if isinstance(party, Party) and party.nature == "company":
        return party.name
    if told is not None and not OWN_VOICE.search(sentence.text):
        return told
    return _home(context, sentence, at)


def _home(context: Context, sentence: Sentence, at: Item) -> str | None:
    """Who speaks, else whom the block is about, else the issuer."""
    offset = sentence.passage.origin(min(at.start, len(sentence.text) - 1))
    quoted = context.speaker_at(offset) is not None
    home = context.we_at(offset) if quoted else context.parties.home(sentence)
    home = home or context.issuer
    return home.name if home else None


_REVENUE_OF = re.compile(r"^\sof\s(?:the\s)?\ue005[\ue100-\uf8ff](?:['’]s?)")


# "Lowell Brewing's staff has grown, boasting a rate of": what belongs to a company is the subject.
_THEIR_STAFF = re.compile(
    r"['’]s?\s(?:(?:[a-z-]+|\ue004[\ue100-\uf8ff])\s){1,4}(?:has|have|had|is|are|was|were|rose|fell|grew|increased|decreased|declined|reached|stood|totaled|amounted|climbed|jumped|improved|dropped)\b[^;\ue005]*$"
)


def _owns(line: Line, item: Item, party: Party, at: Item, *, deal: bool) -> bool:
    """Whether the words between a company and a figure behind it say that the figure is the company's."""
    after = line.coded[item.to : at.at]
    if re.match(r"['’]s?\s(?:[\w&'’-]+\s){0,6}$", after):
        return True
    if at.kind == "concept" and re.match(r"^\s(?:[a-z]+\s){0,2}$", after):
        return True
    if party.nature == "agency":
        return False
    before = line.coded[: item.at]
    if not deal and _THEIR_STAFF.match(after) and OPENS.match(before[-110:]):
        return True
    opened = _TOLD_OF.match(after)
    if opened and not deal and not _BACK.search(after, opened.end()):
        return True
    if not deal and _FURTHER.search(before[-20:]) and VERB_NEXT.match(after) and not _TOGETHER.match(after):
        return True
    if _OBLIQUE.search(before[-30:]):
        return False
    return bool(_HAS.match(after) or (OPENS.match(before[-110:]) and VERB_NEXT.match(after)))
