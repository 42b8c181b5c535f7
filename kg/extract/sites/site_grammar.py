"""The noun phrases that name sites, and the words that lead from one to another, as patterns."""

from __future__ import annotations

import re
from typing import Final

from kg.model import MentionKind
from kg.text.patterns import code, compile_pattern

# Words that a noun phrase cannot hold: it has ended before them.
_STOP = (
    r"(?!(?:to|from|in|into|at|by|with|for|on|that|which|who|has|have|had|is|was|are|were|will|would|through|under|after"
    r"|before|during|but|while|as|if|or|when|where|up|down|out|off|over|about|between|because|due|than|announced|announces|today|ceremony|celebration|per(?! (?:day|year|annum|hour|month|week)\b))(?![\w-]))"
)
# A verb after "and" begins another deed.
_NEW_DEED: Final = (
    r"(?:clos|shut|mov|relocat|transfer|consolidat|sell|reduc|eliminat|lay|open|expand|cut|will|to|has|is)\w*\b"
)
_GOODS = (
    r"(?:(?:manufacturing|production|assembly|packaging|fabrication|business|corporate|laboratory|warehouse|distribution"
    r"|engineering|service|sales|back-office|administrative|research|r&d|existing|current)(?: (?:and|&) [a-z]+)? "
    r"(?:operations?|activities|lines?|functions?|work|volume|equipment|group|team|capacity|business|department)"
    r"|(?:engine|pump|motor|circuit board|[a-z]+ (?:production|assembly)) lines?"
    r"|manufacturing|production|assembly|operations|listing operations|functions|work)"
    rf"(?: (?:of|for)(?:(?! and {_NEW_DEED}) {_STOP}[^\s;:.,()]+){{1,6}})?"
)
_DET = (
    r"(?:(?:the|its|their|our|his|her|a|an|this|that|these|those|both|all|each|another|any|one|two|three|four|five|six"
    r"|several|some|certain|remaining|up to|approximately|about|nearly|roughly|around|more than|at least|as many as|over|between|{count}(?: (?:to|or|and) {count})?|{owner:org|our|we}(?:['’]s?)?)(?: of)? ){0,4}"
)
_INTEREST = r"(?:(?:[a-z-]+ ){0,4}?interests? in (?:the )?)?"
_MODS = rf"(?:{_STOP}(?:No\. \d+|[^\s;:.()]+) ){{0,8}}?"
_WITH_MORE = rf"(?: and (?!{_NEW_DEED}){_STOP}[\w'’\ue000-\uf8ff-]+(?: (?!located|situated){_STOP}[\w'’\ue000-\uf8ff-]+){{0,4}}(?= (?:located |situated )?(?:in|at|near) ))?"
_AND = r"(?:,? (?:and|or|&) (?:the |its |their |a |an )?(?:[a-z-]+ ){0,3}?{second:facility})?"
_STREET = r"(?:(?!(?:to|from|by|with|for|and|which|will|has|is|was|are|were)\b)[^\s;:()]+ ){0,8}?"
LOCATED: Final = (
    r"(?P<loc>,? (?:which is |that is |currently |to be |also )?(?:located |situated |based )?(?:in|at|near|outside(?: of)?|on|of|here in|within|inside|along)"
    rf" {_STREET}{{where:place}}(?:,? and (?:in )?{{other:place}})?)?"
)
# A site after the verb: "its 50,000 square foot Ashford plant", "a plant in Ashford, Ohio".
OBJECT: Final = compile_pattern(
    rf" {_INTEREST}(?P<np>{_DET}{_INTEREST}(?P<mods>{_MODS})(?P<site>{{facility}})(?: space)?(?: \([^()]{{0,40}}\))?{_AND}{_WITH_MORE}(?: (?:from|with) (?:{{org}}|an? [a-z -]{{3,40}}?)(?= (?:located |situated )?in ))?{LOCATED})"
)
# One more site of the same deed: "a plant in Ashford, Ohio and a warehouse in Brookton, Ohio".
AND_SITE: Final = compile_pattern(
    rf",? (?:and|as well as|along with|together with) (?P<np>(?:a|an|its|the|their|our|another) (?P<mods>{_MODS})(?P<site>{{facility}}){LOCATED})"
)
# What moves without being a site: "production of its pumps", "those operations".
GOODS: Final = compile_pattern(rf" (?P<np>{_DET}(?P<mods>{_MODS})(?P<goods>{_GOODS})\b)")
# "manufacturing at Ashford, Ohio": the place itself is what closes.
AT_PLACE: Final = compile_pattern(rf" (?:at|in) {_DET}(?:[a-z-]+ ){{0,3}}?{{where:place}}")
# "being built at its Kettle Creek project in Ohio": where the verb itself says that it is.
AT_SOME_PLACE: Final = compile_pattern(rf" (?:at|in|on|within|near|outside) {_STREET}{{where:place}}")
# What is told of a site in passing: "the plant, with its 140 employees, will be closed".
_ASIDE: Final = (
    r"(?P<aside>,? with (?:its |their |about |some |approximately |over |more than |nearly ){0,2}[^\s;:.,]+ (?:[a-z]+ ){0,2}?(?:employees|workers|people|staff|beds|rooms)|,? (?:which|where|that) [^;:.,]{3,80},"
    r"|, (?:[a-z]+(?:ed|ing)|built|bought|home to|part of|formerly) [^;:.]{2,70},| on [^\s;:.,]+(?: [^\s;:.,]+)? (?:Street|Avenue|Road|Drive|Boulevard|Lane)"
    r"| at (?:the )?(?-i:[A-Z])[^;:,]{2,50} (?:Airport|Port|Harbor|Park|Campus|Station))?"
)
# Between a site and the verb said of it: "the plant, which is located in Ashford, will be".
SAID_OF: Final = compile_pattern(
    rf"{LOCATED}{_ASIDE},? (?:which |that )?(?:(?:will|would|is|are|was|were|has|have|had|been|be|being|to|also|now|officially"
    r"|expected|scheduled|planned|set|slated|due|may|might|could|not|recently|already|soon|eventually|permanently|currently) ){0,5}"
)
SPACE_AT: Final = compile_pattern(
    rf" (?P<np>(?:approximately |about |nearly |over |up to )?{{count}}(?: of [a-z -]{{3,40}}?)?) (?:in|at|on) {_STREET}{{where:place}}"
)
GROUP_OF: Final = compile_pattern(
    r"{owner:org|our}(?:['’]s?)? (?:[a-z&-]+ ){0,3}?(?:group|team|operations|unit|division|staff) $"
)
_ALSO = r"(?P<also>(?:, {place})*,? and (?:in )?{place}(?= (?:in|by|on|during|over|this|next)\b|[.,;]|$))?"
_END = r"(?!(?:from|to|and|by|after|with|for|which|that|where|will)\b)"
TO_PLACE: Final = compile_pattern(rf" (?:to|into) (?P<lead>(?:{_END}[^\s;:()]+ ){{0,10}}?){{to:place}}{_ALSO}")
TO_SITE: Final = compile_pattern(
    rf" (?:to|into) (?P<np>(?:a|an|its|our|their|the|new|another|larger|{{our}}|{{count}}|{{org}}[’']s?)(?: {_END}(?!in\b)[^\s;:()]+| and(?= (?:more|less|larger|better|newer|modern|efficient|expanded|upgraded)\b)){{0,9}}? "
    r"(?:(?P<site>{facility})|(?:new|larger|bigger|current|permanent|own|modern) (?:[a-z-]+ )?(?:home|building|space|location|site|premises|quarters)))(?!\w)(?: and (?:[a-z-]+ ){0,3}{facility})?"
    rf"(?:,? (?:located |situated )?(?:in|at|on|near) (?P<lead>{_STREET}){{where:place}}{_ALSO})?"
)
# Work that is brought together at a place: "all manufacturing will be consolidated in Ashford, Ohio".
IN_PLACE: Final = compile_pattern(
    r" (?:in|at) (?P<lead>(?:(?:the|its|our|their|one|a|single|existing|new|company's) ){0,3}){to:place}"
)
# A city without its region, told by the place it leads to: "from Ashford to Brookton, Ohio".
FROM_CITY: Final = compile_pattern(r" from (?P<city>(?-i:[A-Z][\w-]+(?: [A-Z][\w-]+){0,2})) (?:to|into) ")
GOODS_SAID: Final = compile_pattern(
    rf"(?<!\w)(?P<np>{_DET}(?P<mods>{_MODS})(?P<goods>{_GOODS})(?: [^\s;:.,]+){{0,6}}?) "
    r"(?:(?:will|would|is|are|was|were|has|have|had|been|be|being|to|also|now|expected|scheduled|planned|may|might|could|not|recently) ){0,5}$"
)
SITE_CHOSEN: Final = compile_pattern(
    r"(?:selected|chosen|chose|picked|named|(?P<made>established|established|made)) (?:[^\s;:.]+ ){0,4}?{where:place},? (?:as|for) (?:the )?(?:(?:site|location|home) (?:of|for) )?"
    r"(?P<np>(?:{our}|its|a|the|their) (?:new |first |second |{money} |{count} |u\.s\. |{place} |[a-z-]+ ){0,5}?(?P<site>{facility}))"
)
# "Ashford, Ohio, will be home to Alder's new plant".
HOME_TO: Final = compile_pattern(
    r"{where:place},? (?:will (?:be|become)|has been (?:chosen|selected|named) as|was (?:chosen|selected|named) as) (?:the )?(?:future )?(?:home|site|location) (?:to|of|for) (?P<np>(?:{owner:org|our|we}(?:['’]s?)?|its|an?|the) (?:new |first |second |{money} |{count} |[a-z-]+ ){0,5}?(?P<site>{facility}))"
)
# Where no list knows the place: a capitalised name, or the organisation that takes the work over.
TO_NAME: Final = compile_pattern(
    r" (?:to|into) (?P<name>{org}|(?-i:(?!(?:Support|Accelerate|Expand|Meet|Serve|Improve|Enhance|Drive|Better|Increase"
    r"|Reduce|Create|Become|Focus|Help|Enable|Boost|Strengthen|Optimi[sz]e|Cut|Save|Grow|Streamline|Make|Build|Open|Lower|Allow"
    r"|Provide|Ensure|Deliver|Consolidate|Position|New|Larger|Bigger|Its|Our|The|A|An|State)\b)[A-Z][\w’'&-]*(?: (?:of |the )?[A-Z0-9][\w’'&-]*){0,5}))(?=[,.;]|$| (?:in|by|from|and|as|at|on|over|during|next|this|later|for)\b)"
)
FROM_PLACE: Final = compile_pattern(r" from (?:(?!to\b|and\b|by\b)[^\s;:()]+ ){0,6}?{origin:place}")
LOCATED_NEW: Final = compile_pattern(
    r"(?:{owner:org|our}(?:['’]s?)?|its|the|their) (?:new (?:[a-z-]+ ){0,3}?(?P<site>{facility}) (?:w(?:ill|ould) be|is)|(?:[a-z-]+ ){0,2}?(?P<site2>{facility}) w(?:ill|ould) be) (?:(?:located|situated|based|housed) )?"
    rf"(?:in|at|on) (?P<lead>{_STREET}){{where:place}}"
)
CLAUSE_END: Final = re.compile(
    r"; |,? (?:but|while|whereas|although) |, (?:and|which|who) (?=[^\s]+ (?:will|has|is|was)\b)"
)
ANAPHOR: Final = re.compile(r"(?:those|these|that|this|the|such|its|it|all)\b", re.IGNORECASE)
BY: Final = compile_pattern(r" by {by:org|we}")

PLACE_CODE: Final = code(MentionKind.PLACE)
_DETERMINERS: Final = frozenset(
    [
        "the",
        "its",
        "their",
        "our",
        "his",
        "her",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "both",
        "all",
        "each",
        "another",
        "any",
        "new",
    ]
)
_WORD_BEFORE: Final = re.compile(r"(?<!\S)(\S+) $")
_STOPS: Final = frozenset(
    [
        "to",
        "from",
        "in",
        "into",
        "at",
        "by",
        "with",
        "for",
        "on",
        "that",
        "which",
        "who",
        "has",
        "have",
        "had",
        "is",
        "was",
        "are",
        "were",
        "will",
        "would",
        "through",
        "under",
        "after",
        "before",
        "during",
        "but",
        "while",
        "as",
        "if",
        "or",
        "and",
        "when",
        "where",
        "up",
        "down",
        "out",
        "off",
        "over",
        "about",
        "between",
        "because",
        "due",
        "than",
        "excluding",
        "including",
        "announced",
        "announces",
        "announcing",
        "reports",
        "of",
        "following",
        "completed",
        "closing",
        "opening",
        "once",
        "upon",
        "until",
        "new-york",
    ]
)


def noun_start(coded: str, site: int) -> int:
    """Where the noun phrase begins whose noun stands at a coded position."""
    start = site
    for _ in range(9):
        before = _WORD_BEFORE.search(coded, max(0, start - 40), start)
        if before is None:
            break
        word = before[1]
        low = word.lower()
        if low in _STOPS or word.endswith((";", ":", ")", "”")) or (word.endswith(",") and word[0] != PLACE_CODE):
            break
        start = before.start()
        if low in _DETERMINERS and low != "new":
            break
    return start
