"""Whose figure it is: the issuer's, unless the sentence names another owner."""

from __future__ import annotations

import re

from kg.context.context import Context
from kg.extract.facts.line import Item, Line, slots_in
from kg.extract.facts.once_named import named_once, valued_firm
from kg.model import Party, Sentence

_HAS = re.compile(
    r"^(?:,(?:[^,;]{0,60},){1,3}|,)?\s(?:also\s|today\s|currently\s|will\s|now\s|typically\s)?(?:reported|reports|had|has|have|posted|posts|generated|generates|recorded|"
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
# "With 2020 sales of $14 million, Harlan Corp. supplies ...": the subject follows.
_FRONTED = re.compile(
    r"^\W*(?:with|employing|operating|serving|managing|having|boasting|generating|owning|overseeing)\b[^.;\ue005]*$",
    re.IGNORECASE,
)
_THEN_SUBJECT = re.compile(r"[^.;\ue005]{0,100}?,\s(?:the\s)?(?=\ue005)")
# "With two brands, Corvane and Marlow, Pellham aims": the brands are listed before the subject.
_LISTED_FIRST = re.compile(
    r"[^.;\ue005]{0,30}?,\s(?:\ue005[\ue100-\uf8ff],\s){0,3}\ue005[\ue100-\uf8ff]\sand\s\ue005[\ue100-\uf8ff],\s(?:the\s)?(?=\ue005)"
)
_OBLIQUE = re.compile(
    r"\b(?:with|to|for|by|from|against|between|via|through|on|at|than|and|in|acquire|acquired|of)\s(?:the\s)?$",
    re.IGNORECASE,
)


OWN_VOICE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_OPENS = re.compile(
    r"^\W*(?:(?:[A-Z][a-z]+ly|[A-Z][a-z]+ed|In|From|For|During|As of|On|At|Since|Despite|With|While|Following|After|Before)\b[^,\ue005]{0,70},\s|[A-Z][a-z]+ly,?\s)?(?:[Tt]he\s|[Tt]oday,?\s|[Ee]arlier\s\w+,\s)?$"
)
_VERB_NEXT = re.compile(
    r"^(?:,[^,;]{0,120},|\s\([^)]{0,40}\)){0,3},?\s(?:also\s|has\s|have\s|now\s)?(?:[a-z]+(?:s|ed|d)|will|may|expect|had|has|have|saw|lost|won|made|grew|rose|fell|built|sold|began|became)\b"
)
# Words that stand for whichever company is told of, where the release does not capitalise them.
_STAND_IN = re.compile(r"[Tt]he (?:company|firm|corporation)")
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


_TICKER = re.compile(r"\s?\((?:[\w\s.-]{2,20}:)?\s?[A-Z]{1,6}\)|[:*]+$")


def section_owner(context: Context, heading: str | None) -> str | None:
    """The other company that a section is about: "Key Facts about Marlow", "Marlow, Inc. (NYSE: MRL)"."""
    if not heading or len(heading) > 90:
        return None
    about = re.search(r"\babout\s(?P<name>[A-Z].{1,60}?):?$", heading)
    party = context.parties.resolve(about["name"] if about else _TICKER.sub("", heading).strip())
    if party is None or party == context.issuer or party.nature != "company":
        return None
    return party.name


def opens_alike(sentence: Sentence) -> bool:
    """Whether a sentence goes on about the company of the paragraph before: "The company has trained"."""
    return (
        re.match(
            r"(?:The company|The firm|It)\s(?:[a-z]+ly\s)?(?:has|have|is|was|also|now|currently|[a-z]+s|[a-z]+ed)\b",
            sentence.text,
        )
        is not None
    )


_NEAR_START = 24  # characters
# A firm that an article about several tells of next: "For the quarter ended April 30, 2025, Pell Brothers posted".
_NEW_SUBJECT = re.compile(
    r"(?:(?:For|In|During)\s[^;]{3,45},\s)?(?P<name>(?!The\b|This\b|These\b|Our\b|Its\b)[A-Z][a-z]\w+(?:\s[A-Z][\w&'’-]+){1,3})\s(?:posted|reported|invested|generated|earned|announced|recorded)\s"
)
_IS_A = re.compile(r",?\s(?:\([^)]{0,40}\)\s)?(?:is|was)\s(?:an?|the|one of|based|headquartered)\b")


_FIGURES_OPEN = re.compile(
    r"(?:(?:The|the)\s(?:company|firm)['’]s|Its|Total|Net|Revenues?|Operating|Gross|Adjusted|Cash|Diluted|Earnings|Sales|Margins)\s[a-z]"
    r"|[A-Z][a-z-]+\s(?:[a-z-]+\s){0,2}(?:sales|revenues?|income|margins?|earnings|profit|deliveries|orders)\b"
)


def goes_on(context: Context, sentence: Sentence) -> bool:
    """Whether a block of an article about several companies gives figures of the company of the block before."""
    return context.issuer is None and _FIGURES_OPEN.match(sentence.text) is not None


def told_of(context: Context, sentence: Sentence, before: str | None) -> str | None:
    """The other company that a paragraph tells of from this sentence on, given whom it told of before it."""
    issuer = context.issuer
    mentions = context.parties.mentions(sentence)
    named = [m for m in mentions if not _STAND_IN.fullmatch(m.text)]
    first = next((m for m in named if isinstance(m.value, Party)), None)
    fresh = (
        _NEW_SUBJECT.match(sentence.text) if issuer is None and (first is None or first.start > _NEAR_START) else None
    )
    if fresh is not None:
        return fresh["name"]
    described = first is not None and first.start < 4 and _IS_A.match(sentence.text, first.end)
    if (
        issuer is not None
        and any(m.value == issuer for m in named)
        and not (described and first and first.value != issuer)
    ):
        return None
    if first is None or not isinstance(first.value, Party) or first.value.nature != "company":
        return before
    if issuer is None and first.start < _NEAR_START and before is None:
        return first.value.name  # an article about several companies
    behind = sentence.text[first.end :]
    if _OPENS.match(sentence.text[: first.start]) and _VERB_NEXT.match(behind) and not _BUYS_OF.match(behind):
        return first.value.name
    return before


# A customer is told of for its share of another's revenue.
_BUYS_OF = re.compile(
    r"\s(?:also\s|alone\s|each\s)?(?:accounted|accounts|account|represented|represents|represent|contributed)\b"
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
    once = named_once(line, at) or valued_firm(line, at)
    if once is not None:
        return once
    for item in reversed([item for item in line.of_kind("party") if item.to <= at.at]):
        party = item.content
        if isinstance(party, Party) and _owns(line, item, party, at, deal=concept in _DEALS):
            return told if told and _STAND_IN.fullmatch(line.text[item.start : item.end]) else party.name
    if _FRONTED.match(line.coded[: at.at]):
        subject = _LISTED_FIRST.match(line.coded[at.to :]) or _THEN_SUBJECT.match(line.coded[at.to :])
        behind = line.items[slots_in(line.coded[at.to + subject.end() :])[0]].content if subject else None
        if isinstance(behind, Party) and behind.nature == "company":
            return behind.name
    short = _short_of(context, line, at)
    if short is not None:
        return short
    if told is not None and not OWN_VOICE.search(sentence.text) and not _EVENT_SUBJECT.match(sentence.text):
        return told
    return None if _STRANGER.match(line.coded[: at.at]) else _home(context, sentence, at)


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
_THEIR_STAFF = re.compile(r"(?:'s|’s|s’|')\s(?:[a-z-]+\s){1,3}(?:has|have|had|is|are|was|were)\b[^;\ue005]*$")


def _owns(line: Line, item: Item, party: Party, at: Item, *, deal: bool) -> bool:
    """Whether the words between a company and a figure behind it say that the figure is the company's."""
    after = line.coded[item.to : at.at]
    if re.match(r"(?:'s|’s|s’|')\s(?:[\w&'’-]+\s){0,6}$", after):
        return True
    if at.kind == "concept" and re.match(r"^\s(?:[a-z]+\s){0,2}$", after):
        return True
    if party.nature != "company":
        return False
    before = line.coded[: item.at]
    if not deal and _THEIR_STAFF.match(after) and _OPENS.match(before[-110:]):
        return True
    opened = _TOLD_OF.match(after)
    if opened and not deal and not _BACK.search(after, opened.end()):
        return True
    if not deal and _FURTHER.search(before[-20:]) and _VERB_NEXT.match(after) and not _TOGETHER.match(after):
        return True
    if _OBLIQUE.search(before[-30:]):
        return False
    return bool(_HAS.match(after) or (_OPENS.match(before[-110:]) and _VERB_NEXT.match(after)))
