"""Where organisations have their seat: "headquartered in", "based in", "X-based", "headquarters are in"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.context.context import Context
from kg.extract.actors import acting, antecedent, party_name
from kg.extract.located import Located, is_site_place
from kg.model import BlockKind, Mention, MentionKind, Party, PlaceName, Sentence
from kg.text.patterns import Annotated, Match, Rule, Rules, compile_pattern

_FIRM = (
    r"(?:company|companies|firm|corporation|bank|brokerage|manufacturer|maker|provider|supplier|developer|retailer|distributor"
    r"|producer|operator|bancorp|insurer|holding|business|start-?up|vendor|contractor|publisher|utility|carrier|airline|organization"
    r"|organisation|cooperative|partnership|agency|designer|marketer|miner|builder|lender|reit|trust|chain|brewer|nonprofit|fund|broker)"
)
_ASIDE = r"(?:,? ?\([^()]{0,120}\)){0,3}"
_WHERE = r"(?:[^\s;:()]+ ){0,6}?{where:place}"
_SEAT = r"(?:headquartered|based|domiciled)"

RULES = Rules(
    (
        Rule(
            "pronoun",
            rf"^(?:{_SEAT} (?:in|at|near|outside) {_WHERE}[^;]{{0,40}}?, (?:it|they|the (?:[a-z]+ )?(?:company|firm|bank))\b"
            rf"|(?:it|they|the (?:company|firm|bank|group)) (?:is|are|was) (?:[a-z]+ )?{_SEAT} (?:in|at|near|outside) {{where2:place}})",
            ("headquartered", "based", "domiciled"),
            {},
        ),
        Rule(
            "participle-first",
            rf"^(?:[^\ue000-\uf8ff]|{{date}}|{{count}}|{{period}}){{0,40}}\b(?:{_SEAT}|with headquarters) (?:in|at|near|outside) {_WHERE}(?:[^;\ue000-\uf8ff]{{0,60}}),? {{who:org|we}}",
            ("headquartered", "based", "domiciled", "headquarters"),
            {},
        ),
        Rule(
            "is-based",
            rf"{{who:org|we}}{_ASIDE},? (?:(?:is|are|was|which is|who is|that is|a|an|the)? ?(?:[^\s;:()]+ ){{0,14}}?)?(?:{_SEAT}|with (?:its |their )?(?:[a-z]+ )?headquarters) (?:in|at|near|outside(?: of)?|out of) {_WHERE}",
            ("headquartered", "based", "domiciled", "headquarters"),
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
            rf"^(?:the )?{{site:facility}} (?:is|are)(?: located| situated)? (?:in|at) {_WHERE}",
            ("headquarters",),
            {},
        ),
        Rule(
            "headquarters-are",
            rf"(?:{{who:org|our|we}}(?:['’]s?)?|its|their|^the) (?:[a-z-]+ ){{0,4}}?{{site:facility}}(?:,? which)? (?:is|are|was|were|remain|will remain|will be)(?: located| situated)? (?:in|at) {_WHERE}",
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
            "base-in", rf"(?:{{who:org|our|we}}(?:['’]s?)?|its|their) (?:home |main )?base in {_WHERE}", ("base",), {}
        ),
        Rule("of-place", rf"{{who:org}}{_ASIDE}, of {{where:place}},", ("of",), {}),
        Rule(
            "in-brackets",
            r"{who:org} \({where:place}\)",
            ("the", "a", "is", "and", "of", "in", "has", "said", "makes"),
            {},
        ),
        Rule("the-based-firm", rf"^the {{where:place}}-based (?:[a-z-]+ ){{0,3}}?{_FIRM}\b", ("the",), {}),
        Rule("colon", r"^{site:facility}: {where:place}", ("headquarters",), {}),
    )
)
# "Ashford-based" is one word to the gate of triggers, so these are gated by its ending.
_HYPHENED = tuple(
    (rule, compile_pattern(rule.pattern))
    for rule in (
        Rule(
            "hyphen-before",
            r"{where:place}-(?:based|headquartered) (?:(?!(?:and|or|by|of|to|with|in|for|from|has|is|was|will|said)\b)[^\s;:(),]+ ){0,6}?{who:org}",
            ("based",),
            {"gap": "before"},
        ),
        Rule(
            "hyphen-after",
            rf"{{who:org|we}}{_ASIDE},? (?:is |are |was )?(?:a|an|the|another|also a) (?:[^\s;:()]+ ){{0,4}}?{{where:place}}-based\b",
            ("based",),
            {},
        ),
    )
)
_SPEAKS = (BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ABOUT)


def headquarters(context: Context) -> Iterator[Located]:
    """The seat of every organisation whose text tells it."""
    for sentence in context.document.sentences:
        if sentence.kind not in _SPEAKS:
            continue
        annotated = context.annotated(sentence)
        if "eadquarter" not in sentence.text and not any(m.kind is MentionKind.PLACE for m in annotated.mentions):
            continue
        for match in (*RULES.matches(annotated), *_hyphened(annotated)):
            told = _told(context, sentence, match)
            if told:
                yield told


def _hyphened(annotated: Annotated) -> Iterator[Match]:
    if "-based" in annotated.coded or "-headquartered" in annotated.coded:
        for rule, pattern in _HYPHENED:
            for found in pattern.finditer(annotated.coded):
                yield Match(rule, annotated, found)


def _told(context: Context, sentence: Sentence, match: Match) -> Located | None:
    where = match.mention("where") or match.mention("where2") or _named_city(match)
    site = match.mention("site")
    if (
        where is None
        or not is_site_place(where.value)
        or not isinstance(where.value, PlaceName)
        or (where.value.city is None and not _wide_seat(match))
    ):
        return None
    if where.value.country in ("U.S.", "US", "USA") and match.rule.fields.get("gap") == "before":
        return None  # "U.S.-based manufacturing" says nothing of a seat
    if match.rule.name == "is-based" and _offices(match, where):
        return None
    if site is not None and site.value != "headquarters":
        return None
    operator = _operator(context, sentence, match)
    if operator is None:
        return None
    seat = site or Mention(MentionKind.FACILITY, where.start, where.end, where.text, "headquarters")
    return Located(sentence, seat, where.value, operator, match.start, match.end)


def _named_city(match: Match) -> Mention | None:
    """A city that no list knows, told by "headquartered in" alone."""
    if match.rule.name != "seat-by-name":
        return None
    start, end = match.bounds("city")
    city = match.text("city") or ""
    return Mention(MentionKind.PLACE, start, end, city, PlaceName(city))


def _offices(match: Match, where: Mention) -> bool:
    """Whether it is offices that are based at the place, not the organisation: "has offices based in Ashford"."""
    inside = [m for m in match.annotated.mentions if match.start <= m.start and m.end <= where.start]
    return any(m.kind is MentionKind.FACILITY and m.value != "headquarters" for m in inside)


def _wide_seat(match: Match) -> bool:
    """Whether a country or state alone may be a seat: only where the words say headquarters."""
    return match.rule.name in (
        "pronoun",
        "the-based-firm",
        "base-in",
        "is-based",
        "participle-first",
        "headquarters-are",
        "headquarters-in",
        "hyphen-before",
        "hyphen-after",
        "headquarters-alone",
    )


def _operator(context: Context, sentence: Sentence, match: Match) -> str | None:
    who = match.mention("who")
    if match.rule.name in ("pronoun", "the-based-firm"):
        return antecedent(context, sentence)
    if who is None:
        return acting(context, sentence, match.annotated, match.start) or antecedent(context, sentence)
    if isinstance(who.value, Party) and who.value.nature in ("exchange", "agency"):
        return None
    if match.rule.fields.get("gap") == "before" and _another(match, who):
        return None
    return party_name(context, who)


def _another(match: Match, who: Mention) -> bool:
    """Whether another organisation or a verb stands between the place and the name."""
    between = match.annotated.mentions
    where = match.mention("where")
    return where is not None and any(
        where.end <= m.start and m.end <= who.start and m.kind in (MentionKind.PERSON, MentionKind.ORG) for m in between
    )
