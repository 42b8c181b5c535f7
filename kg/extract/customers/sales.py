"""Whether words that name two sides tell of a sale of goods or services, and not of another deal."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.customers.classes_served import of_nobody
from kg.extract.customers.goods import NOT_GOODS, SUPPLYING, is_goods, of_place
from kg.model import Sentence
from kg.text.rules import Match

# Deals that make no customer: of money, property, work or rights.
_OTHER_DEAL: Final = re.compile(
    r"\b(?:loan|credit|lease|merger|employment|consulting|underwriting|licen[sc]e|licensing|distribution|joint|share|stock|securities"
    r"|equity|note|notes|asset|assets|placement|forbearance|collective|labor|union|subscription|court|consent|restraining|settlement"
    r"|acquisition|financing|investment|option|debenture|warrant|(?<!power )(?<!energy )purchase agreement|standby|sponsorship|partnership|confidentiality"
    r"|letter of credit|royalty|research|patent|debt|convertible|registered|direct offering|cease|judge|commission order|definitive agreement to acquire)\b",
    re.IGNORECASE,
)
_GETS: Final = re.compile(r"(?:receiv|won|win|secur|land|book|award|obtain|captur|deliver)", re.IGNORECASE)
_TO_SUPPLY: Final = re.compile(
    r"\b(?:to|will|shall|would) (?:\w+ )?(?:supply|provide|deliver|build|manufacture|ship|sell|install|deploy|design|develop|produce|support|operate|upgrade)\b|\bfor the (?:supply|delivery|provision|sale|installation|construction|design|manufacture) of\b",
    re.IGNORECASE,
)
_ADVICE: Final = re.compile(
    r"\bbecause (?:they are|it is|of (?:its|their)) (?:an? )?(?:[a-z-]+ ){0,3}(?:counterparty|buyers?|acquirer|owners?|stewards?|investors?)\b|\b(?:as|to serve as) (?:its |the |our |a |an )?(?:[a-z-]+ ){0,4}(?:advis[eo]rs?|agents?|counsel|auditors?|underwriters?|bookrunners?|partners?|distributors?|dealers?|resellers?|representatives?|licensees?"
    r"|directors?|officers?|president|chairman|member|winner|one of)\b|\baward\b(?! of| for| to)|\bto (?:advise|explore|evaluate|act as|represent|assist (?:(?:it|us|them|the company|management|the board) )?(?:in|with)|review (?:its |our |the )?strategic|(?:conduct|lead) (?:an?|its|the) (?:[a-z]+ )?(?:search|review|audit|investigation))\b|\b(?:magazine|best|top|winner|finalist)\b",
    re.IGNORECASE,
)
_BUYER_NOUN: Final = re.compile(
    r"\b(?:distributor|retailer|customer|client|utility|airline|carrier|automaker|hospital|chain|bank|agency|ministry|e-commerce|oem|university|shipbuilder|health system|municipality|school district|county|city|state|government|navy|army|air force|authority|insurer|grocer)\b",
    re.IGNORECASE,
)
_RENEWAL: Final = re.compile(r"\b(?:renewal|extension) of (?:its|our|the|an?) ")
# Public bodies buy what a contract with them is about.
_PUBLIC: Final = re.compile(
    r"\b(?:Navy|Army|Air Force|Department of|Ministry|City of|County|State of|Government|Port of|Transit Authority|NASA|Pentagon|Postal Service|School District)\b"
)
_SERVICE: Final = re.compile(
    r"\b(?:supply|services?|off-?take|framework|tolling|hosting|saas|sales|delivery|(?:power|energy) purchase|maintenance|manufacturing|outsourcing|fulfil?lment) (?:agreements?|contracts?|arrangements?)",
    re.IGNORECASE,
)
# "a stop-work order", "notice of termination of its contract": received, and no gain.
_ENDS_IT: Final = re.compile(r"\b(?:stop[- ]work|terminat\w+|cancel+\w+|non-?renewal|protest)\b", re.IGNORECASE)
_GAINED: Final = frozenset({"order-from", "contract-with", "contract-for", "deal-with", "order-passive", "order-apart"})
# Who signs contracts by the number, or one more, sells.
_SEVERAL: Final = re.compile(
    r"\b(?:new|additional|multiple|several|significant|major|key|two|three|four|five|\d+) (?:(?!(?:non|joint)\b)[\w-]+ ){0,2}?(?:contracts|orders)\b|\b(?:new|additional) (?:[\w-]+ ){0,2}?(?:contract|customer agreement)\b",
    re.IGNORECASE,
)
_SUPPLYING_DEAL: Final = re.compile(r"\b(?:supply|procurement|purchase|offtake|off-take)\b", re.IGNORECASE)
_SELLERS: Final = re.compile(
    r"\b(?:producers?|suppliers?|providers?|vendors?|growers?|refiners?|miners?)\b", re.IGNORECASE
)
_AWARDING: Final = frozenset({"contract-with", "contract-for"})


_WAS: Final = re.compile(r"\b(?:been|was|were|is|be|being) (?:\w+ly )?$", re.IGNORECASE)
_OF_CUSTOMERS: Final = re.compile(
    r"\b(?:customers?|clients?)\b[^.;]{0,20}\b(?:were|are|was|is|includ\w+)\b[^;]{0,200}$"
)
_ENDING: Final = re.compile(r"terminat|cancel|expir|non-?renew|end of", re.IGNORECASE)
_OF_SALES: Final = re.compile(r"\b(?:sales|revenues?|backlog|orders?|shipments|turnover|bookings)\b", re.IGNORECASE)
_CHOICES: Final = frozenset({"selected-by", "selects", "placed-order", "ordered-from", "we-chose", "bought-theirs"})
_ENDED: Final = frozenset({"agreement-to-supply", "lost-contract", "cancelled", "not-renewed"})
_PLACED: Final = re.compile(r"\b(?:plac(?:ed|es|ing)|awarded|g[ai]ve[sn]?) (?:an?|its|the|another) (?:[\w-]+ )*$")
_AT_WORK: Final = re.compile(
    r",? (?:[\w.]+ ){1,4}(?:is|are|will|has been) (?:develop|supply|provid|build|deliver|design|produc|manufactur)",
    re.IGNORECASE,
)


_DEALS: Final = frozenset(
    {
        "order-from", "contract-with", "contract-for", "awards-us", "awards-to", "deal-with", "order-passive", "ended-with", "ordered-from", "contract-extended", "renewed-described", "tender-of", "deal-signed", "order-apart",
    }
)  # fmt: skip
_NO_CUSTOM: Final = re.compile(
    r" to (?:take part|participate|distribute|resell|market|represent|join|present|speak|host|receive|serve|be )",
    re.IGNORECASE,
)


_RELY: Final = re.compile(
    r",? (?:(?:also|now|already|have|are) )*(?:rely|use|using|depend|trust|turn to|choose|chosen|deploy|employ)",
    re.IGNORECASE,
)
_AT_LARGE: Final = re.compile(r"(?:for|to|by) ", re.IGNORECASE)
_SUPPLIED: Final = re.compile(
    r"\b(?:suppl|provid|sell|sold|ship|deliver|mak(?:e|ing)|made|manufactur|buil|develop|used|trusted|relied|work|design|solution|product|service|system|software|roll-?out|deploy|implement|pilot|campaign|program|support|power|help)",
    re.IGNORECASE,
)
_USED: Final = re.compile(
    r"\b(?:use|trust|reli|rely|deploy|adopt|install|chosen|select|favou?r|recogni|approv|order|purchas|bought)\w* (?:\w+ )?$",
    re.IGNORECASE,
)
# "The loss of a major customer could harm us" tells of no loss.
_FEARED: Final = re.compile(r"\b(?:could|may|might|would|[Ii]f|[Aa]ny loss|[Rr]isks?)\b")
# "Sales to two customers, Ashford and Beacon, accounted for": the names and shares tell it all.
_HAVE_SHARE: Final = re.compile(
    r".{0,120}?\b(?:account|represent|compris|contribut)\w* (?:for )?[^;.]{0,30}?(?:%|percent)"
)
# What is given away of one's sales goes to nobody who buys.
_PART_OF_SALES: Final = re.compile(
    r"(?:\b(?:donat|giv|pledg|contribut|pa(?:y|id|ys)\b|remit|royalt)\w*\b[^;.]{0,60}|(?:%|percent|portion|part|share) of (?:[a-z-]+ ){0,3})$"
)
_NOT_WHOSE: Final = re.compile(
    r"\b(?:other than|besides|except(?: for)?|apart from|aside from|excluding|(?:(?-i:[A-Z])[\w&.'’-]*|which|who) (?:is|was|are|were|remains?|remained|became)(?: also)?(?: one of)?) $",
    re.IGNORECASE,
)


def is_sale(sentence: Sentence, match: Match) -> bool:
    """Whether the words tell of goods or services sold, not of money, advice, prizes or property."""
    name = match.rule.name
    if _told_of_none(sentence, match):
        return False
    if name in _DEALS and not _is_deal(sentence, match):
        return False
    if name in _AWARDING:
        return True
    if name == "customers-include" and not _owned(match) and not _RELY.match(sentence.text, match.end):
        return False
    if name == "makers-including" and _at_large(sentence, match):
        return False
    if of_nobody(sentence, match):
        return False
    if name in _CHOICES and not _is_choice(sentence, match):
        return False
    if name in SUPPLYING and match.found.groupdict().get("verb") and _passive(sentence, match):
        return False
    if name in ("supplies", "sale-of") and of_place(match):
        return False
    product = match.text("prod") if "prod" in match.found.groupdict() else None
    return product is None or is_goods(match, product)


def _told_of_none(sentence: Sentence, match: Match) -> bool:
    """Whether the words around a share, a loss or a sale take it back, or give it to somebody else."""
    name, text = match.rule.name, sentence.text
    if name.startswith("share") and _NOT_WHOSE.search(text, 0, match.start):
        return True  # "no customer other than Ashford": the bound is of the others; "Ashford is our customer, representing"
    if name == "share-apart" and not _OF_CUSTOMERS.search(text, 0, match.start):
        return True
    if name in _ENDED and _OTHER_DEAL.search(text, match.start, match.end):
        return True
    if name == "lost-contract" and _ENDING.match(match.text("verb") or "") and not _OF_SALES.search(text):
        return True  # "the termination of the Ashford contract": which side sells, is not told
    if name in ("lost", "lost-contract") and _FEARED.search(text):
        return True
    if name == "serves" and _HAVE_SHARE.match(text, match.end):
        return True
    return name == "sales-to" and _PART_OF_SALES.search(text, 0, match.start) is not None


def _at_large(sentence: Sentence, match: Match) -> bool:
    """Whether names stand behind a bare "by" or "for" that no word of supply leads to: "backed by initiatives and firms like"."""
    words = sentence.text[match.start : match.end]
    lead = _AT_LARGE.match(words)
    if lead is None:
        return False
    before = sentence.text[max(0, match.start - 120) : match.start]
    return not (_SUPPLIED.search(before) if lead[0].lower() != "by " else _USED.search(before[-40:]))


def _is_deal(sentence: Sentence, match: Match) -> bool:
    """Whether an order or contract is one of goods or services that the named company supplies."""
    name, words = match.rule.name, sentence.text[match.start : match.end]
    if _OTHER_DEAL.search(words) or (name in _GAINED and _ENDS_IT.search(words)):
        return False
    awarded = (match.text("verb") or "").lower() == "awarded" if name == "contract-for" else False
    if awarded and not _WAS.search(sentence.text[: match.start]):
        return False  # "X has awarded a contract to us": X is the buyer
    if name == "deal-with" and _PLACED.search(sentence.text, max(0, match.start - 60), match.start):
        return False  # "Ashford has placed a $3 million order with us": it is Ashford who buys
    if name == "deal-with" and (match.text("deal") or "").startswith("agreement"):
        return bool(_TO_SUPPLY.search(sentence.text, match.end, match.end + 120))
    if name not in _AWARDING:
        return True
    after = sentence.text[match.end : match.end + 60]
    told = match.text("desc") if "desc" in match.found.groupdict() else None
    sold = (
        _GETS.match(match.text("verb") or "")
        or _TO_SUPPLY.search(words + after)
        or _AT_WORK.match(after)
        or _BUYER_NOUN.search(told or "")
        or _RENEWAL.search(words)
        or _PUBLIC.search(match.text("orgs") or "")
        or _SERVICE.search(match.text("deal") or "")
        or _SEVERAL.search(words)
    )
    makes = _SUPPLYING_DEAL.search(match.text("deal") or "") and _SELLERS.search(told or "")
    if "intent" in (match.text("deal") or "").lower() and NOT_GOODS.search(sentence.text, match.end, match.end + 120):
        return False  # "a letter of intent with Ashford to sell two of its assets"
    if makes and not _TO_SUPPLY.search(words + after):
        return False  # "a supply agreement with a hydrogen producer": who supplies, is not told
    return bool(sold) and not _reversed(sentence, match)


_LEGAL_RIGHTS: Final = re.compile(r"\b(?:patents?|intellectual property|trade ?marks?)\b", re.IGNORECASE)
_KNOW_HOW: Final = re.compile(
    r"\b(?:technolog(?:y|ies)|patents?|intellectual property|know-how|trade ?marks?|brands?|names?|rights?|formulas?|compounds?|molecules?|characters?)\b",
    re.IGNORECASE,
)


def _is_choice(sentence: Sentence, match: Match) -> bool:
    """Whether who is chosen or ordered from is chosen to supply, not to advise, resell or take part."""
    name, words = match.rule.name, sentence.text[match.start : match.end]
    after = sentence.text[match.end : match.end + 60]
    if name == "selected-by":
        resold = re.search(r" to (?:distribute|resell|market|represent)\b", sentence.text[match.end :][:120])
        if resold or _NO_CUSTOM.match(after):
            return False
    elif sentence.text[: match.start].endswith((" and ", " or ")):
        return False  # the tail of a list that begins with other things
    rights = _KNOW_HOW if (match.text("verb") or "").lower().startswith("licen") else _LEGAL_RIGHTS
    if rights.search((match.text("prod") if "prod" in match.found.groupdict() else None) or ""):
        return False  # a licence of rights is no sale of goods
    if name == "selects" and match.text("sup") in ("our", "us") and (match.text("verb") or "").lower().startswith("us"):
        return False  # "the Company uses our website to inform investors"
    told = name in ("selected-by", "selects", "we-chose")
    return not (told and (_ADVICE.search(words + after) or _OTHER_DEAL.search(words + after)))


def _reversed(sentence: Sentence, match: Match) -> bool:
    """Whether the other side is the one that supplies: "an agreement with X under which X will supply"."""
    tail = sentence.text[match.end : match.end + 120]
    return bool(
        re.search(
            r"\b(?:which|whereby) (?!we\b|the company\b|it\b)[A-Z][\w&. ]{2,40} will (?:supply|provide|deliver)", tail
        )
    )


_MAJOR: Final = re.compile(r"(?:Major|Principal|Key|Main|Current|Existing|Other|Largest|Recent) ")


def _owned(match: Match) -> bool:
    """Whether it is told whose customers a list names: not "has worked with clients like X"."""
    if match.found["inc"].lower() == "included" and re.search(
        r"\b(?:his|her) (?:\w+ )?$", match.annotated.coded[: match.found.start()], re.IGNORECASE
    ):
        return False  # of a person's career
    led = match.start == 0 or _MAJOR.fullmatch(match.annotated.coded[: match.found.start()]) is not None
    return bool(match.found["held"]) or match.found["inc"].lower().startswith(("include", "boast", "feature")) or led


def _passive(sentence: Sentence, match: Match) -> bool:
    """Whether the verb of supply is passive: "shares will be sold without"."""
    span = match.bounds("verb")
    return not sentence.text[slice(*span)].lower().endswith(("ing", "y", "es")) and bool(
        re.search(r"\b(?:be|been|being|is|are|was|were)(?: \w+ly)? $", sentence.text[max(0, span[0] - 25) : span[0]])
    )
