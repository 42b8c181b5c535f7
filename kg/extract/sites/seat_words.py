"""How releases tell where an organisation has its seat, as patterns over annotated text."""

from __future__ import annotations

from typing import Final

from kg.text.patterns import compile_pattern
from kg.text.rules import Rule, Rules

_FIRM = (
    r"(?:company|companies|firm|corporation|bank|brokerage|manufacturer|maker|provider|supplier|developer|retailer|distributor"
    r"|producer|operator|bancorp|insurer|holding|business|start-?up|vendor|contractor|publisher|utility|carrier|airline|organization"
    r"|organisation|cooperative|partnership|agency|designer|marketer|miner|builder|lender|reit|trust|chain|brewer|nonprofit|fund|broker)"
)
_ASIDE = r"(?:,? ?\([^()]{0,120}\)){0,3}"
_WHERE = r"(?:(?!{place})[^\s;:()]+ ){0,6}?{where:place}"
_SEAT = r"(?:headquartered|based|domiciled)"
_THEY = r"(?:it|they|the (?:[a-z]+ )?(?:company|firm|bank|group|business|corporation|organi[sz]ation|association|partnership|fund|manufacturer|retailer))"
# "are located", "will remain", "continue to be based".
_STANDS = (
    r"(?:(?:is|are|was|were|(?:will |would )?(?:remain|stay)s?|(?:will |would )?be|(?:will )?continues? to (?:be|remain)|(?:has|have) (?:been|remained))"
    r"(?: (?:now|also|currently|still))?(?: (?:located|situated|based|housed))?|sits?|stands?|lies?)"
)
# A stretch that names nobody.
_ALONE = r"(?:(?!{org}|{we}|{our}|{person})[^;:])"

RULES: Final = Rules(
    (
        Rule(
            "pronoun",
            rf"^(?:{_SEAT} (?:in|at|near|outside) {_WHERE}{_ALONE}{{0,140}}?, {_THEY}\b"
            rf"|{_THEY}\b{_ALONE}{{0,120}}?,? (?:(?:is|are|was|were|and) (?:[a-z]+ )?{_SEAT}|(?:has|have) (?:its|their) (?:[a-z]+ )?headquarters|with (?:its |their )?headquarters)"
            r" (?:in|at|near|outside) (?:(?!{place})[^\s;:()]+ ){0,4}?{where2:place})",
            ("headquartered", "based", "domiciled", "headquarters"),
            {},
        ),
        Rule(
            "participle-first",
            rf"^(?:(?:founded|formed|established|incorporated|launched|created|started|opened|organi[sz]ed|now|currently|originally|a|and|in|since|by|publicly|traded|privately|held|{{date}}|{{count}}|{{period}}|\d{{4}}),? ){{0,10}}(?:{_SEAT}|with headquarters) (?:in|at|near|outside) {_WHERE}(?:[^;\ue000-\uf8ff]{{0,60}},?|{_ALONE}{{0,140}}?,) {{who:org|we}}",
            ("headquartered", "based", "domiciled", "headquarters"),
            {},
        ),
        Rule(
            "is-based",
            rf"{{who:org|we}}{_ASIDE},? (?:(?:is|are|was|which is|who is|that is|a|an|the)? ?(?:(?!{{org}})[^\s;:()]+ ){{0,14}}?)?(?:{_SEAT}|with (?:its |their )?(?:[a-z]+ )?headquarters) (?:in|at|near|outside(?: of)?|out of) {_WHERE}",
            ("headquartered", "based", "domiciled", "headquarters"),
            {},
        ),
        Rule(
            "firm-located",
            rf"{{who:org}}{_ASIDE},? (?:(?:is |are |was )?located in|operating (?:from|out of)|{_ALONE}{{1,80}} operating (?:from|out of)) {_WHERE}",
            ("located", "operating"),
            {},
        ),
        Rule(
            "firm-at",
            rf"{{who:org}}{_ASIDE},? (?:located )?at (?={{count}}|\d)(?:(?!{{place}})[^\s;:()]+ ){{1,9}}?{{where:place}}",
            ("at",),
            {},
        ),
        Rule(
            "made-seat",
            r"(?:establish(?:ed|es)|chosen|selected|named|made) {where:place},? (?:as|for) (?:its|their|our|{who:org|our}(?:['’]s?)?) (?:[a-z-]+ ){0,3}?{site:facility}",
            ("headquarters",),
            {},
        ),
        Rule(
            "place-firm",
            rf"{{who:org}}{_ASIDE},? (?:is |was |also )?(?:a|an|the) {{where:place}} (?:[^\s;:().]+ ){{0,5}}?{_FIRM}\b",
            ("a", "an", "the"),
            {},
        ),
        Rule(
            "firm-in",
            rf"{{who:org}}{_ASIDE},? (?:is |was )?(?:also )?(?:a|an) (?:[^\s;:().,]+ ){{0,5}}?{_FIRM} (?:based |located |headquartered )?in {_WHERE}",
            ("a", "an"),
            {},
        ),
        Rule(
            "headquarters-alone",
            rf"^(?:both )?(?:the )?{{site:facility}}(?: and (?:(?!{{place}}|{{org}})[^\s;:.,()]+ ){{1,4}}?|(?= ))(?: {_STANDS}|(?<= ){_STANDS}) (?:in|at) {_WHERE}",
            ("headquarters",),
            {},
        ),
        Rule(
            "headquarters-are",
            rf"(?:{{who:org|our|we}}(?:['’]s?)?|its|their|^the) (?:[a-z-]+ ){{0,4}}?{{site:facility}}(?:,? which)? {_STANDS} (?:in|at) {_WHERE}",
            ("headquarters", "offices", "office"),
            {},
        ),
        Rule(
            "headquarters-of",
            rf"\bthe (?:[a-z-]+ ){{0,3}}?{{site:facility}} of {{who:org|we}}{_ASIDE} {_STANDS} (?:in|at) {_WHERE}",
            ("headquarters", "offices", "office"),
            {},
        ),
        Rule(
            "headquarters-in",
            rf"(?:{{who:org|our|we}}(?:['’]s?)?|its|their|with) (?:(?:new|current|global|north|american|u.s.|world|main|[a-z-]+) ){{0,4}}?{{site:facility}},? (?:located |situated |based )?(?:in|at) {_WHERE}",
            ("headquarters", "office", "offices"),
            {},
        ),
        Rule(
            "place-headquarters",
            r"(?:{who:org|our|we}(?:['’]s?)?|its|their) (?:[a-z-]+ ){0,2}?{where:place}(?:,)? (?:[a-z-]+ ){0,3}?{site:facility}",
            ("headquarters",),
            {},
        ),
        Rule(
            "seat-in-brackets",
            r"{who:org},? {where:place},? \((?=[^)]{0,60}(?:exchange|SIX|Nasdaq|NYSE|ISIN|WKN|symbol|AIM|XETRA|Euronext|{org}))",
            ("exchange", "six", "nasdaq", "nyse", "isin", "wkn", "symbol", "aim", "xetra", "euronext"),
            {},
        ),
        Rule(
            "seat-by-name",
            rf"(?:{{who:org|we}}{_ASIDE},? (?:[^\s;:()]+ ){{0,14}}?|^)(?:headquartered|with (?:its |their )?headquarters|(?:has|have) (?:its|their) headquarters)"
            r" in (?:the (?:town|city) of )?(?P<city>(?-i:[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)?))(?=[,.;)]|$| (?:and|with|is|has|employs|operates)\b)",
            ("headquartered", "headquarters"),
            {},
        ),
        Rule(
            "base-in",
            rf"(?:{{who:org|our|we}}(?:['’]s?)?|its|their) (?:home |main |operating |european |asian |north american |u\.s\. |international )?base(?: of operations)? in {_WHERE}",
            ("base",),
            {},
        ),
        Rule("of-place", rf"{{who:org}}{_ASIDE}, of {{where:place}}(?=[,.;])", ("of",), {}),
        Rule(
            "firm-of",
            r"(?<!of ){who:org} of {where:place}(?=[,.;)]| (?:is|was|has|will|said|announced|makes?|and)\b)",
            ("of",),
            {},
        ),
        Rule(
            "firm-placed",
            r"(?<!and )(?<!or ){who:org}, {where:place}(?=, (?:is|was|has|will|said|makes?|an?|the|which|who|and its|provides|for|to|in|with)\b|[;.])",
            ("inc", "corp", "co", "ltd", "corporation", "company", "llc", "limited", "plc"),
            {},
        ),
        Rule(
            "in-brackets",
            r"{who:org} \({where:place}\)",
            ("the", "a", "is", "and", "of", "in", "has", "said", "makes"),
            {},
        ),
        Rule("colon", r"^{site:facility}: {where:place}", ("headquarters",), {}),
    )
)
# "Ashford-based" is one word to the gate of triggers, so these are gated by its ending.
_BASED = r"(?:-(?:based|headquartered)|(?<=[\ue100-\uf8ff]) based(?! (?:on|in|at|upon)\b))"
HYPHENED: Final = tuple(
    (rule, compile_pattern(rule.pattern))
    for rule in (
        Rule(
            "hyphen-before",
            rf"{{where:place}}{_BASED} (?:(?!(?:and|or|by|of|to|with|in|for|from|has|is|was|will|said)\b)[^\s;:(),]+ ){{0,6}}?{{who:org}}",
            ("based",),
            {"gap": "before"},
        ),
        Rule("the-based-firm", rf"\bthe {{where:place}}{_BASED},? (?:[a-z&/-]+,? ){{0,4}}?{_FIRM}\b", ("based",), {}),
        Rule(
            "hyphen-after",
            rf"{{who:org|we}}{_ASIDE},? (?:is |are |was )?(?:a|an|the|another|also a) (?:(?!(?:{{org}}|and\b))[^\s;:()]+ ){{0,4}}?{{where:place}}{_BASED}",
            ("based",),
            {},
        ),
    )
)
