"""The words by which releases tell that a site opens, closes, moves, grows, merges or changes hands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kg.text.dates import MONTH_NAME
from kg.text.patterns import compile_pattern


@dataclass(frozen=True, slots=True)
class Wording:
    """How one kind of move is told: verbs and "noun of" before the site, verbs after it, nouns after it."""

    kind: str
    before: re.Pattern[str]
    after: re.Pattern[str] | None
    compound: re.Pattern[str] | None
    goods: bool = False  # whether production or operations may be what moves
    rest: re.Pattern[str] | None = None  # what must follow the site: "placed its mine on care and maintenance"


_ANY = r"(?:the |a |an |its |our |their |new |all |full |commercial |definitive |long-term |{count}[ -]?(?:-?year )?|multi-year )*"
_A_SITE = r"(?= (?:(?:a|an|its|our|their|the|new|{count})\b|(?:[^\s;:.,]+ ){0,3}?{facility}))"
_BUILD = r"(?:build(?:s|ing)?|built|construct(?:s|ed|ing)?|erect(?:s|ed|ing)?)(?: and (?:operat|own|leas|open|run|manag|staff|equip|furnish|commission)(?:e|s|es|ed|ing)?)?"
_WHEN = rf"(?: (?:today|yesterday|recently|earlier|officially|last|this|year|month|week|spring|summer|fall|{{date}}|{{period}}|in|on|(?:mon|tues|wednes|thurs|fri|satur|sun)day|{MONTH_NAME})){{0,3}}"
_GROUND = rf"ground (?:was|has been|will be|is being|is to be|is expected to be) broken{_WHEN} (?:on|for|at)|(?:broke|breaks?|breaking|broken) ground{_WHEN} (?:on|for|at|in)"
_DAY = r"(?: (?:on|this|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day| on {date}| today)?"
_CEREMONY = rf"ground-?breaking(?: ceremony| event)?{_DAY}(?: [^\s;:.]+){{0,2}}? (?:of|for|on|at)|ribbon[- ]cutting(?: ceremony| event)?{_WHEN}{_DAY}(?: for| at| of)?|cut(?:s|ting)? (?:the |a )?ribbon{_DAY} (?:on|for|at|to open)"
_CLOSE = r"clos(?:e|es|ed|ing)(?: down)?|shut(?:s|ting)?(?: down)?|shutter(?:s|ed|ing)?|idl(?:e|es|ed|ing)|vacat(?:e|es|ed|ing)|exit(?:s|ed|ing)?|phas(?:e|es|ed|ing) out|retir(?:e|es|ed|ing)|decommission(?:s|ed|ing)?|mothball(?:s|ed|ing)?"
_STOP = rf"(?:ceas(?:e|es|ed|ing)|stop(?:s|ped|ping)?|phas(?:e|es|ed|ing) out|discontinu(?:e|es|ed|ing)|end(?:s|ed|ing)?|halt(?:s|ed|ing)?|suspend(?:s|ed|ing)?) {_ANY}(?:[a-z-]+ )?(?:operations?|production|manufacturing|operating|activities)(?: at| in| of)"
_EXPAND = r"(?:expand|doubl|tripl|quadrupl|increas|boost)(?:e|es|s|ed|ing)? (?:the |its |their |our )?(?:[a-z-]+ )?capacity (?:of|at|in)|expand(?:s|ed|ing)? into(?= (?:a|an|its|another) (?:[a-z-]+ )?(?:new|second|third|larger|additional|adjacent|neighboring))|expand(?:s|ed|ing)? (?:our |its |their )?(?:operations|production|capacity|manufacturing|manufacturing capacity|production capacity) (?:at|in)|expand(?:s|ed|ing)?|enlarg(?:e|es|ed|ing)|doubl(?:e|es|ed|ing) the size of|add(?:s|ed|ing)? {count}(?: [^\s;:.]+){0,4}? to|(?:add|install|commission)(?:s|ed|ing)? (?:a|an|another|its|{count}|new|second|third)(?: [a-z-]+){0,2}? (?:(?:production|assembly|manufacturing|packaging|bottling|filling|processing) (?:lines?|capacity|unit)|shift|production capacity) (?:at|to|in)|invest(?:s|ed|ing|ment of)? (?:approximately |about |up to |more than |over |roughly |nearly |an additional )?{money} (?:in|into|at)(?= (?:its|our|their|the)(?: (?!new\b)[^\s;:.,]+,?){0,6}? {facility}(?: in {place})? to (?:add|expand|increase|double|triple|enlarge|boost|install)\b)|enlargement of|doubling (?:of )?the size of|doubling of|addition of {count}(?: [^\s;:.]+){0,4}? to|(?<!in )addition to(?= (?:its|the|our|their|{our}|{org}))"
_SIGN = rf"(?:sign(?:s|ed|ing)?|enter(?:s|ed|ing)? into|execut(?:es|ed|ing)|secur(?:es|ed|ing)|announc(?:es|ed|ing)|finaliz(?:es|ed|ing)) {_ANY}(?:[a-z-]+ ){{0,2}}?(?:sub)?lease(?: agreement)?(?: with {{org}})?(?: for| on| of| at| to occupy)?"
_PASSIVE = r"(?:be |been |being |is |was |are |were |to )"


def _wording(
    kind: str, before: str, after: str | None, compound: str | None, *, goods: bool = False, rest: str | None = None
) -> Wording:
    def word(source: str | None, lead: str = r"(?<![\w-])") -> re.Pattern[str] | None:
        return compile_pattern(rf"{lead}(?P<verb>{source})(?![\w-])") if source else None

    first = word(before)
    assert first is not None
    return Wording(kind, first, word(after), word(compound), goods, compile_pattern(rest) if rest else None)


WORDINGS: Final = (
    _wording(
        "closing",
        rf"(?:production|operations|manufacturing) (?:has |have |had )?ceased (?:at|in)|(?:closing|closure|shut-?down|shuttering|idling|wind-?down|retirement|decommissioning|mothballing)s? of|(?:discontinuation|discontinuance|cessation|suspension|end) of {_ANY}(?:[a-z-]+ )?(?:operations?|production|manufacturing|activities) (?:at|in)|{_STOP}|wind(?:s|ing)? down (?:the |its |all |our )?(?:operations?|production|manufacturing) (?:at|in)|{_CLOSE}|wind(?:s|ing)? down",
        r"(?:be |been |being |is |was |are |were )?(?:closed|closing|shut(?: down)?|shuttered|idled|vacated|retired|decommissioned)(?: down)?|clos(?:es|ed)|(?<!is )(?<!are )(?<!was )(?<!were )close(?! to)|ceas(?:e|es|ed|ing) (?:all |commercial )?(?:operations?|production|manufacturing|operating)|ceas(?:e|es|ed)(?! (?:to|all|the|its|any|being)\b)|(?:be |been |being |is |was |are |were )(?:discontinued|phased out|mothballed|vacated)|(?:be |been |being |is |was |are |were )?(?:placed|put) (?:on|into|in) (?:care and maintenance|cold idle|standby|mothballs)",
        r"closings?|closures?|shut-?downs?",
    ),
    _wording(
        "opening",
        rf"(?:work|construction) (?:has |have |had |is |was |will )?(?:begun|begin|began|begins|started|starts|start|commenced|commence|under ?way) (?:on|at|of)|(?:commercial |full |initial |steady-state )?production (?:has |have )?(?:begun|began|begins|started|commenced) (?:at|in)|(?:declar|achiev|reach)(?:ed|es|ing) commercial production (?:at|in)|(?:achiev(?:ed|es|ing)|complet(?:ed|es|ing)|pour(?:ed|s|ing)|celebrat(?:ed|es|ing)) (?:its |the )?first (?:gold|silver|copper|concentrate|ore)(?: pour| production| bar)? (?:at|in|from)|(?:grand )?openings? of|(?:re-?)?open(?:s|ed|ing)?(?: up)?|inaugurat(?:e|es|ed|ing|ion of)|(?:establish(?:es|ed|ing)?|(?:set(?:s|ting)?|start(?:s|ed|ing)?) up|launch(?:es|ed|ing)?|dedicat(?:es?|ing|ed)|debut(?:s|ed|ing)?){_A_SITE}|locat(?:e|ing)(?= (?:its|our|an?|the) (?:new|first|second|third|next|european|global|[a-z-]+ headquarters|headquarters)\b)|{_BUILD}|{_GROUND}|{_CEREMONY}"
        r"|construction (?:(?:is |was |has been )?(?:now |currently |well )?(?:under ?way|in progress) )?(?:of|on|at)|start-?up of|commission(?:ed|ing)(?: of)?|(?:establishment|creation|dedication) of|(?<!focused on the )(?<!focused on )(?<!engaged in the )(?<!in the )development of(?= (?:an?|its|the|our) (?:[^\s;:.]+ ){0,7}?{facility} (?:located |in |near |at ))|re-?start(?:s|ed|ing)?(?! of\b)|(?:expand|strengthen|extend|grow|increas|enhanc|broaden)(?:e|es|s|ed|ing)? (?:(?!portfolio|holdings|fleet)[^\s;:.,]+ ){1,8}?with(?= (?:an? |its |the |two |three |{count} )?(?:[a-z-]+ )?(?:new|second|third|first|additional|larger) (?:[^\s;:.,]+ ){0,3}?{facility})|develop(?:s|ed|ing)?(?= (?:a|an|another|two|three|its|our|the) (?:[^\s;:.]+ ){0,5}?{facility} (?:\([^()]{0,40}\) )?(?:located |in |near |at |outside ))|unveil(?:s|ed|ing)?(?= (?:a|an|its|our|their|the) )|(?<!no )plans? for(?= (?:an?|its|the|two|three|four|new) (?:[^\s;:.,]+ ){0,6}?{facility} (?:located |in |near |at ))|plan(?:s|ning)?(?= (?:(?:an?|two|three|four|another|new|additional|further|its) )?(?:[a-z-]+ ){0,3}?{facility})"
        r"|(?:commenced?|began|begun|begins?|start(?:s|ed)?) (?:commercial |volume |full |initial )?(?:production|operations?|operating|shipping|manufacturing) (?:at|in|of|from|out of)"
        r"|open(?:s|ed|ing)? (?:the |its |their )?doors (?:of|to|at|on)|invest(?:s|ed|ing|ment of)? (?:approximately |about |up to |more than |over |roughly |nearly |an additional )?{money} (?:in|into)(?= (?:a|an|its|our|their|the) (?:[^\s;:.]+ ){0,3}?(?:new|second|third|greenfield)\b)",
        r"open(?:s|ed|ing)? (?:its|their|the) doors|(?:be |been |being |is |was |are |were )?(?:opened|opening|opens?|inaugurated|built|constructed|completed|under construction)|(?:be |been |being |is |was |are |were )(?:established|set up|started up|dedicated|erected)"
        r"|(?:commenced?|began|begins?|start(?:s|ed)?) (?:commercial |volume |full )?(?:production|operations)"
        r"|(?:be |been |being |is |was |are |were )(?:re-?started|re-?opened)|(?:come|comes|came|coming|go|goes|went|brought|placed|put) (?:back )?(?:on[- ]?line|on[- ]?stream|into (?:service|operation|production))|(?:become|became|becomes|be|now) (?:fully )?(?:operational|commissioned)|enter(?:s|ed)? (?:service|production|operation)|(?:go|goes|went|going|gone) live|re-?open(?:s|ed|ing)?|(?:be |been )re-?opened",
        r"openings?",
    ),
    _wording(
        "relocation",
        r"relocation of|relocation(?= (?:from|to) )|relocat(?:e|es|ed|ing)(?: of)?|mov(?:e|es|ed|ing)(?: of)?|transfer(?:s|red|ring)?(?: of)?|shift(?:s|ed|ing)?(?: of)?"
        r"|migrat(?:e|es|ed|ing|ion of)|transition(?:s|ed|ing)?(?: of)?|outsourc(?:e|es|ed|ing)(?: of)?",
        r"(?:be |been |being |is |was |are |were )?(?:relocated|relocating|moved|moving|transferred|shifted|relocate|move)",
        r"relocations?|move",
        goods=True,
    ),
    _wording(
        "expansion",
        rf"expansions? (?:(?:is |are |was |now |currently )*(?:under ?way|in progress|complete|completed|planned) )?(?:of|at|to)|{_EXPAND}",
        rf"{_PASSIVE}(?:expanded|enlarged)|(?:{_PASSIVE})?(?:doubl(?:ed|ing)|tripl(?:ed|ing)) in size",
        r"expansions?",
    ),
    _wording(
        "consolidation",
        r"consolidat(?:e|es|ed|ing|ion of)|(?:combin|merg)(?:e|es|ed|ing)(?= (?:its|our|their|the|two|three|{count}|(?:[a-z]+ )?(?:operations|production|manufacturing)|(?:[^\s;:.,]+ ){0,4}?{facility})(?!\w))|(?:combination|merging) of(?= (?:[^\s;:.,]+ ){0,7}?(?:{facility}|operations|production) )",
        rf"{_PASSIVE}(?:consolidated|merged into|combined into)",
        r"consolidations?",
        goods=True,
    ),
    _wording(
        "sale",
        r"sell(?:s|ing)?|sold(?: and leased back)?|sale of|divest(?:s|ed|ing)?|divestiture of|dispos(?:e|es|ed|al|ing|ition) of"
        r"|sale[- ](?:and[- ])?leaseback of|disposition of",
        rf"{_PASSIVE}(?:sold|divested)|(?:been |being |be |is |was |are |were )?(?:listed|put up|offered|placed on the market|put on the market|marketed|held) for sale",
        None,
    ),
    _wording(
        "purchase",
        r"purchase agreement (?:for|to acquire)|purchas(?:e|es|ed|ing)(?: of)?|acquir(?:e|es|ed|ing)|acquisitions? of|bought|buy(?:s|ing)?",
        rf"{_PASSIVE}(?:purchased|acquired|bought)",
        None,
    ),
    _wording(
        "lease",
        rf"(?:sub)?lease(?= (?:(?:approximately |about |up to )?{{count}}|a|an|its|another|new|existing|former|(?:[^\s;:.,]+ ){{0,3}}?{{facility}})(?!\w))|leases(?= (?:[^\s;:.,]+ ){{0,3}}?{{facility}})|leas(?:ed|ing)(?! back)|{_SIGN}|sublea(?:sed|sing)|sublet(?:ting)?|to (?:sub)?lease",
        rf"{_PASSIVE}(?:leased|subleased|sublet)",
        None,
    ),
    _wording(
        "closing",
        r"plac(?:e|es|ed|ing)|put(?:s|ting)?|took|tak(?:e|es|en|ing)",
        None,
        None,
        rest=r" (?:back )?(?:on(?:to)?|into|in|off|out of)[- ](?:long-term )?(?:care[- ]and[- ]maintenance|standby|cold[- ](?:idle|shutdown)|mothballs|off-?line|service(?! (?:in|on|by))|line\b)",
    ),
    _wording(
        "opening",
        r"bring(?:s|ing)?|brought|put(?:s|ting)?|plac(?:e|es|ed|ing)",
        None,
        None,
        rest=r" (?:back )?(?:on[- ]?line|on[- ]?stream|into (?:service|production|operation))\b",
    ),
    _wording(
        "sale",
        r"list(?:s|ed|ing)?|put(?:s|ting)?|offer(?:s|ed|ing)?|plac(?:e|es|ed|ing)",
        None,
        None,
        rest=r",? (?:up )?for sale\b|,? (?:up )?on the market\b",
    ),
)

# Stems one of which every wording holds: sentences without any are passed over.
_STEMS: Final = (
    "clos",
    "shut",
    "exit",
    "phas",
    "select",
    "chos",
    "idl",
    "vacat",
    "ceas",
    "cessat",
    "suspens",
    "discontinu",
    "wind",
    "open",
    "inaugurat",
    "establish",
    "buil",
    "construct",
    "erect",
    "ground",
    "ribbon",
    "start",
    "commenc",
    "began",
    "begin",
    "begun",
    "commission",
    "locat",
    "mov",
    "transfer",
    "shift",
    "migrat",
    "transition",
    "outsourc",
    "combin",
    "addition",
    "line",
    "stream",
    "operational",
    "service",
    "operation",
    "mothball",
    "placed",
    "put ",
    "work",
    "expan",
    "enlarg",
    "doubl",
    "add",
    "consolidat",
    "merg",
    "develop",
    "creat",
    "sell",
    "sold",
    "sale",
    "divest",
    "dispos",
    "purchas",
    "acqui",
    "bought",
    "buy",
    "leas",
    "end",
    "halt",
    "invest",
    "install",
    "stop",
    "sublet",
    "launch",
    "set up",
    "setting up",
    "sets up",
    "suspend",
    "retir",
    "place",
    "placing",
    "bring",
    "brought",
    "list",
    "offer",
    "unveil",
    "debut",
    "home ",
    "quarters will",
    " live",
    "capacity",
    "commercial production",
    " pour",
    "quadrupl",
    "dedicat",
    "plans ",
    "planning ",
)


def may_tell(text: str) -> bool:
    """Whether a stem of any wording stands in a text."""
    lower = text.lower()
    return any(stem in lower for stem in _STEMS)
