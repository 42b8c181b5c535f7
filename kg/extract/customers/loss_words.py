"""How releases tell that a customer is lost: contracts ended, not renewed or cancelled, business taken elsewhere, as patterns over annotated text."""

from __future__ import annotations

from typing import Final

from kg.extract.customers.buyer_grammar import ADJ, CUST, LEAVING, NAMED, ONE, ORGS, SUP, WORDS, rule

_ENDING: Final = r"(?:termination|cancel+ation|expiration|expiry|non-?renewal|end) of"
_OF_SUPPLY: Final = (
    r"(?:supply|sales|service|services|customer|power|manufacturing|purchase|hosting|maintenance|outsourcing)"
)
# "decided not to renew", "terminates", "will not extend": what a customer does with its contract.
_ENDS: Final = (
    r"(?:cancel+ed|cancels|terminate[ds]|end(?:ed|s)|withdr(?:ew|awn)|(?:did|has|have|had|will|would) not (?:be )?(?:renew(?:ed|ing)?|extend(?:ed|ing)?)|not renewed|discontinued"
    r"|(?:decided|elected|opted|chosen|chose|plans|intends|plan|intend|declined) (?:not to (?:renew|extend)|to (?:terminate|cancel|end|renew)(?<!(?<!declined )to renew)))"
)
_ENDS_IN: Final = (
    r"(?:not (?:to )?(?:be )?(?:renew(?:ing)?|extend(?:ing)?)|terminat(?:e|ing)|end(?:ing)?|cancel(?:l?ing)?|mov(?:e|ing)|transfer(?:ring)?|discontinu(?:e|ing)|switch(?:ing)?|stop(?:ping)?"
    r"|decision (?:not )?to (?:renew|terminate|end|move|discontinue|transfer)|intent(?:ion)? (?:not )?to (?:terminate|end|move|renew|transfer|bring|take|in-?source|discontinue|switch|transition))"
)

LOSSES: Final = (
    rule(
        "lost-contract",
        rf"\b(?P<verb>loss of|lost|loses|losing|{_ENDING}) (?:(?:the |its |our |{{our}} |an? )?(?:(?:{WORDS}){{0,3}}?)(?:business|contract|account|order|program|platform|(?<=supply )agreement|(?<=service )agreement)s? (?:of|from|with|by) {CUST}|(?:the |its |our )?(?P<orgs2>{{org}}|(?-i:(?:[A-Z][\w&-]+ ){{0,3}}[A-Z][\w&-]+))(?:['’]s?)? (?:account|business|contract|order|supply agreement)(?!\w))",
        "loss lost loses losing termination cancel* expiration expiry non-renewal nonrenewal end",
        "lost",
    ),
    rule(
        "lost",
        rf"\b(?P<verb>loss of|lost|loses) (?:the )?(?:business (?:of|from|with) )?(?:(?P<orgs>{ORGS}) (?:as (?:(?:a|an|our|its) )?{ADJ}(?:customer|client)|to (?:a|an|another|its|one of its) (?:[a-z-]+ )?(?:competitors?|rivals?|suppliers?|vendors?))|(?:our|its|the|a|one|one of our|two|{{count}}|{{count}} of our|{{count}} of its) (?P<desc>{ADJ}(?:customers?|clients?)),? (?P<orgs2>{NAMED})|(?P<desc2>(?:our|its|a|{{count}} of our|{{count}} of its|{{count}}) {ADJ}(?:customers?|clients?|accounts?)))",
        "loss lost loses",
        "lost",
    ),
    rule(
        "terminated",
        rf"\b(?P<verb>terminat(?:ion of|ed)|cancel(?:l?ation of|l?ed)|expir(?:ation of|ed)|non-?renewal of) (?:{WORDS}){{0,8}}?(?:contracts?|orders?|agreements?) between {{sup:org|we}} and (?P<orgs>{{org}})",
        "terminat* cancel* expir* non-renewal nonrenewal",
        "lost",
    ),
    rule(
        "ended-with",
        rf"\b(?:(?P<verb>{_ENDING}|terminated|cancel+ed|ended) (?:{WORDS}){{0,6}}?{_OF_SUPPLY} (?:contracts?|agreements?|orders?) with {ONE}"
        rf"|(?:contracts? with|agreement with|orders? (?:with|from|placed by)) (?:(?:the |an? )?(?:{{place}} )?(?:(?-i:[a-z][a-z-]+) ){{0,3}}?)(?P<orgs2>{NAMED})(?:, [^,;:.]{{3,70}},|,)? (?:which |that )?(?:has |have |had |was |were |will |would |be |been )*(?P<verb2>expired?|expires|ends?|lapsed?|ended|terminated|cancel+ed|not (?:be )?(?:renewed|extended)))",
        "terminat* cancel* expir* non-renewal nonrenewal end ended renewed extended",
        "lost",
    ),
    rule(
        "not-renewed",
        rf"(?:{ONE}(?:, [^,;:.]{{3,80}},|,? (?:[a-z-]+ ){{0,6}}?)|{LEAVING}) ?(?:has |have |had |recently )*(?:(?:notified|informed|advised|told) {{sup:org|we}} |g[ai]ve[ns]? (?:{{sup2:org|we}} )?notice )(?:(?:that )?(?:it|they) |of (?:its|their) )(?:[a-z]+ ){{0,3}}?(?P<verb>{_ENDS_IN})(?! (?:its|their) (?:loan|lease|credit|offer|employment|merger))",
        "notified informed advised told notice",
        "lost",
    ),
    rule(
        "told-of-end",
        rf"{SUP} (?:has |have |had |recently |also )*(?:was|were|been) (?:notified|informed|advised|told) by {CUST} (?:that |of )(?:{WORDS}){{0,8}}?(?P<verb>(?:be |been |is |was )?(?:terminat(?:ed|ing|ion)|cancel+(?:ed|ing|ation))|not (?:be )?(?:renew|extend)(?:ed|ing)?|non-?renewal|moving (?:its|their) business|discontinu(?:ed|ing|ation))",
        "notified informed advised told",
        "lost",
    ),
    rule(
        "parted",
        rf"{ONE} (?:has |have |had |recently |will )*(?P<verb>end(?:ed|ing)?|terminat(?:ed?|ing)|sever(?:ed)?|discontinu(?:ed?|ing)|conclud(?:ed?|ing)) (?:its|the|their) (?:[a-z-]+ ){{0,4}}?(?:relationship|partnership|business|engagement) with {{sup:org|we}}",
        "end* terminat* sever* discontinu* conclud*",
        "lost",
    ),
    rule(
        "leaves",
        rf"(?:{ONE}(?:, [^,;:.]{{3,90}},)?|{LEAVING}) (?:(?:has|have|had|recently|is|are|will|would|also) )*(?:(?:decided|plans?|planned|intends?|chosen|elected|announced (?:plans|its intention)|planning|going) to |in the process of )?"
        rf"(?P<verb>(?:switch(?:ed|ing)?(?: (?:its|the) (?:{WORDS}){{1,4}}?)?(?: to)? (?:another|a different|an alternate|a competing|a new) (?:supplier|vendor|source|provider|manufacturer)"
        rf"|(?:mov(?:e|ed|ing)|shift(?:ed|ing)?|transfer(?:red|ring)?|transition(?:ed|ing)?|tak(?:e|en|ing)|bring(?:ing)?|brought) (?:the |its |their |this |that |all |some |production |manufactur\w+ |assembly |{WORDS}){{1,8}}?(?:in-?house|in house|to (?:another|a different|a competing) (?:supplier|vendor|manufacturer|provider)|to (?:its|their) (?:own )?{{facility}}|to (?:its|their) own (?:plant|factory|facility|facilities|plants|factories)))"
        rf"|(?:stop(?:ped|ping)?|ceas(?:e|ed|ing)|discontinu(?:e|ed|ing)) (?:purchasing|buying|ordering|using|its purchases|purchases)(?: (?:{WORDS}){{0,5}}?from {{sup:org|we}})?)",
        "switch* mov* shift* transfer* transition* tak* bring* brought stop* ceas* discontinu*",
        "lost",
    ),
    rule(
        "cancelled",
        rf"(?:{ONE}|{LEAVING})(?:, (?:which|who|an?|the|our|its|one) [^;:.]{{3,90}},|,)? (?:has |have |had |also |recently )*(?P<verb>{_ENDS})(?: for (?:its )?(?:convenience|cause))? (?:(?:its|the|their|all|part of its|most of its)|an?(?= (?:[\w-]+ ){{0,4}}(?:orders?|contract)\b)|{{sup2:org}}(?:['’]s?)?) (?:{WORDS}){{0,5}}?(?:contracts?|orders?|purchases|(?<=supply )agreement|(?<=service )agreement|agreement(?= with {{org}}| with {{we}}))(?: (?:with|for|from) {{sup:org|we|our}})?",
        "cancel* terminat* end* withdrew withdrawn renew* extend* discontinued",
        "lost",
    ),
    rule(
        "stops-supplying",
        rf"{SUP} (?:has |have |had |will |would )*(?P<verb>no longer (?:suppl\w+|serv\w+|ship\w* to|sell\w* to|work\w* for)|(?:stopped|ceased|discontinued|ended|halted|suspended) (?:supplying|serving|shipping(?: to)?|selling(?: to)?|working for|shipments to|deliveries to|sales to|supplies to)(?: (?:goods|products|its products|[a-z]+) to)?) (?P<orgs>{ORGS})",
        "longer stopped ceased discontinued ended halted suspended",
        "lost",
    ),
)
