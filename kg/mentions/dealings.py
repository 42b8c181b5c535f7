"""Whoever stands at the end of a dealing: bought from, shipped to, done by, together with."""

from __future__ import annotations

import re

_NEAR = r"(?:(?!by\b|from\b|to\b|with\b)[\w$’'&.,%-]+ ){0,9}?"
_AGENTS = re.compile(
    r"\b(?!(?:caus|certif|accredit|downgrad|upgrad|affirm|driv|affect|offset|power|enabl|protect|impact|hit|damag|follow|preced|characteri|measur|"
    r"cover|influenc|disrupt|trigger|limit|mark|denot|replac|exceed|shown|increas|decreas|reduc|grow|drove|bolster|boost|"
    r"hamper|delay|illustrat|defin|support|fuel|recogni|rank|narrat|inform|train|work|indicat|multipl|divid|surround|border|bound|inspir)\w*)"
    r"(?:\w{2,}(?:ed|en|own|ught)|sold|run|made|built|held|put|won|met|given) "
    r"(?:in \w+(?: \d{1,2}, \d{4}| \d{4})? |on \w+ \d{1,2}(?:, \d{4})? |(?:[a-z-]+ly|jointly|today|again|private|out|up|in part|for us|for the company) )?by (?:the |rival )?$",
    re.IGNORECASE,
)
_RECEIVERS = re.compile(
    r"\b(?:sale|sales|sells?|sold|selling|divest\w*|divestitures?|ship(?:s|ped|ping|ments?)?|deliver(?:s|ed|y|ies|ing)|suppl(?:y|ies|ied|ying)|"
    r"licens(?:e[ds]?|ing)|optioned|assigned|transferred|outsourc\w+|leased|subleased|novated|issued|repaid|repay\w*|owed|payable|"
    rf"handed over|donat\w+|awarded|provided|providing) {_NEAR}to (?:the )?$",
    re.IGNORECASE,
)
_SOURCES = re.compile(
    r"\b(?:receiv(?:e|es|ed|ing)|obtain(?:s|ed|ing)|secur(?:es|ed|ing)|win(?:s|ning)|won|order(?:s|ed)?|contracts?|grants?|awards?|approvals?|clearance|"
    r"proposal|offer|bid|notice|letter|commitments?|royalt(?:y|ies)|due|owed|receivables?|payments?|joins|joined(?: us)?|"
    r"spun off|licensed|buys|sources|sourced|purchas(?:es|ed|ing)|products|subcontract|financing|funding|hired(?: away)?|recruited|borrow(?:s|ed|ing)?) "
    rf"{_NEAR}from (?:the |rival )?$",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"\b(?:shareholders|stockholders|the account|accounts|the addition|assets|the creditors|the estate|the bankruptcy|veteran|alumnus|"
    r"controller|treasurer|auditor|analyst|consultant|partner|principal|boards?|trustees?|employees|customers|members|"
    r"the demise|the failure|(?:the )?(?:debts?|obligations?|liabilities|bonds|creditors|insolvency|collapse|takeover)|the consolidation|the customers|the operations|control|holders of the shares) of (?:the )?(?:former |bankrupt |insolvent |now )?$",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\b(?:run|placed|conducted|carried out|developed|together|done|performed|compet(?:es?|ed|ing)|competition|"
    r"analyst|auditor|consultant|partner|manager|engineer|executive|lawyer|banker) (?:[\w-]+ )?(?:with|against) (?:the )?$",
    re.IGNORECASE,
)
_COMPETES = re.compile(
    r"\b(?:chose|chosen|selected|picked|preferred) (?-i:us|[A-Z][^;.]{1,60}) over $|\b(?:won|wins|winning|beat) [^;.]{2,60} over $|\bcompetition \w*(?: \w+){0,2} from $|\bcompetes? (?:\w+ ){0,2}(?:with|against) $",
    re.IGNORECASE,
)
_LEAVES = re.compile(r"\b(?:left|leaves|leaving|departed|resigned) to (?:join|lead|head|run) $", re.IGNORECASE)
_OBJECTS = re.compile(
    r"\b(?:(?:makes?|produces?|manufactures?|builds?|assembles?) (?:[\w-]+ ){0,6}?for|(?:rel(?:y|ies|ied|ying)|depend(?:s|ed|ing)?) (?:\w+ )?on|(?:went|goes|going) to|sue[sd]?|suing|accused|approached|outbid|notified|"
    r"(?:arranged|placed|conduct(?:s|ed)|operat(?:es|ed)) (?:[\w-]+ ){0,5}?through|that of|arm of|holder of) (?:the )?$",
    re.IGNORECASE,
)
_WHICH = re.compile(r", (?:which|whom|whose \w+) $")
_ACTS = re.compile(
    r" (?:(?:has|had|have|will) )?(?:\w{2,}(?:ed|ght)|sold|made|built|owns|holds|makes|sells|leads|led|holds|held)\b"
)
_TAKEN = re.compile(
    r", which (?:[A-Z]\w+|we|it|the [Cc]ompany) (?:\w+ )?(?:acquired|bought|purchased|acquires|sold|divested|owns|owned|founded|formed)\b"
)
_BY_NOUN = re.compile(
    r"(?:\b(?:[Ii]ts|[Oo]ur|[Tt]heir)|[’']s) (?:[\w-]+ ){0,4}?(?:client|customer|auditor|lender|landlord|licensee|licensor|shareholder|stockholder|investor|backer|owner|"
    r"supplier|vendor|partner|tenant|bidder|buyer|competitor|rival|distributor|contractor)s?, $"
)
_KINDRED = re.compile(
    r"\b(?:researcher|bidder|regulator|shareholders?|stockholders?|investors?|competitors?|licensees?|licensors?|distributor|landlord|"
    r"charity|insurer|utility|law firm|subsidiaries|[Ss]ubsidiaries|[Aa]ffiliates|automaker|carmaker|drugmaker|chipmaker|shipbuilder|steelmaker|grocer|retailer|brewer|lessor|"
    r"broker|(?:(?:its|our|their|venture|equity|channel|long-?time|long-standing|longstanding|strategic|development|manufacturing|technology|distribution|marketing|trusted|local|exclusive|official|media|key|lead|launch|existing|first|new) (?:partner|customer|client|supplier)s?)) $"
)
_IS = re.compile(
    r"\b(?:customer|supplier|source|agent|registrar|underwriter|auditor|contractor|distributor|licensee|licensor|lender|landlord|owner|parent|"
    r"operator|manufacturer|partner|competitor|builder|buyer|seller|bidder)s? (?:(?:of|for|in) (?:[\w’'-]+ ){1,4}?)?(?:is|are|was|were|will be) (?:the )?$",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r" among (?:its|our|their) (?:[\w-]+ ){0,3}(?:customers|clients|users|partners|investors|suppliers|shareholders)\b"
)
_OWN = re.compile(r"\b(?:[Ii]ts|[Oo]ur|[Tt]heir|[’']s) $")
_BRANCH = re.compile(r" (?:subsidiary|subsidiaries|affiliate)\b")
_DEBT = re.compile(r"\b(?:note|loan|facility|debt|line)s? (?:\w+ )?(?:to|from|with) $", re.IGNORECASE)
_LEADS = re.compile(
    r"\b(?:round|placement|financing|PIPE|offering|raise|investment|consortium|syndicate|investors?)\b[^,;.]{0,20}?,? (?:was |is |were )?(?:co-)?led by (?:the )?$|"
    r"\bwith (?:[a-z]+ ){0,2}participation (?:from|by) (?:the )?$"
)
_BEFORE = (_LEADS, _AGENTS, _RECEIVERS, _SOURCES, _WHOSE, _WITH, _COMPETES, _LEAVES, _DEBT, _IS, _OBJECTS)
_SEATED = re.compile(
    r"(?:[A-Z][\w.]+-(?:based|headquartered|listed|owned)|[a-z]+-(?:backed|owned|funded|led|listed)) $"
)
_ENDS = ("by ", "to ", "from ", "of ", "with ", "against ", "over ", "join ", "lead ", "head ", "run ", "the ", "rival ", "bankrupt ", "former ", "insolvent ", "on ", "sued ", "sue ", "suing ",      "for ", "accused ", "approached ", "outbid ", "notified ", "through ", "is ", "are ", "was ", "were ", "be ")  # fmt: skip


_ALONE = re.compile(
    r"(?=[,.;:)”\"]|$| \((?!.{0,60}\d{2}-\d)|(?: (?:in|on|for|to|and|or|under|at|as|with|from|by|of|is|are|was|were|has|have|had|will|since|during|after|before|last|this|earlier|which|who|that|"
    r"when|while|plus|through|per|into|over|upon|because|but|if|until|pursuant|yesterday|today|among|about|near|where|via|would|may|can|also|using|against|amid|following|without|within|\w{3,}ed|began|rose|fell|grew|took|gave)\b))"
)
_SUED = re.compile(
    r"(?:, (?:which|who|an?|the) (?:[^;.]|(?<=Inc)\.|(?<=Corp)\.|(?<=Co)\.|(?<=Ltd)\.){3,90},)? (?:was|were|is|are) (?:also )?named (?:also )?(?:as )?(?:an? )?(?:co-)?defendants?\b"
)
_PART = re.compile(
    r".*\d|(?:[A-Z]\.)+[A-Z]?$|.*\b(?:Easter|Christmas|Thanksgiving|Halloween|Department|Court|Division|Committee|Staff|Panel|Office)$"
)


def deals(text: str, start: int, end: int) -> bool:
    """Whether the words around text[start:end] make it one end of a dealing between organisations."""
    left = _SEATED.sub("", text[max(0, start - 110) : start])
    free = _ALONE.match(text, end) is not None and not _PART.match(text[start:end])
    if free and left.endswith(_ENDS) and any(pattern.search(left) for pattern in _BEFORE):
        return True
    if _BRANCH.match(text, end) and _OWN.search(left[-8:]):
        return True
    if _TAKEN.match(text, end) or _BY_NOUN.search(left) or (_WHICH.search(left) and _ACTS.match(text, end)):
        return True
    return (
        _AMONG.match(text, end) is not None
        or _SUED.match(text, end) is not None
        or (free and bool(_KINDRED.search(left)))
    )
