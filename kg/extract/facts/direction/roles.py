"""What a value does in its sentence: level or change, main figure or comparison, one figure or a range."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.facts.slots.line import COUNT, SLOT, VALUE, Item, Line
from kg.extract.facts.when.earlier import earlier_forecast

_UP = (
    r"increases?|increased|increasing|growth|grew|grows?|grown|rose|rises?|risen|up|higher|gains?|gained|improved|"
    r"improvements?|improves?|jump(?:ed|s)?|climb(?:ed|s)?|surged?|soared|expanded|expansion|advanced?|additional|"
    r"greater|more|above|better|growing|rising|improving|acceleration|over|raised|boosted|lifted"
)
_DOWN = (
    r"decreases?|decreased|decreasing|declines?|declined|declining|fell|falls?|drop(?:ped|s)?|down|lower|reductions?|reduced?|"
    r"shrank|slipped|contracted|contraction|less|below|decrement|dip(?:ped)?|fewer|deteriorat(?:ed|ion)|loss|lowered|cut|trimmed"
)
_MOVES = rf"(?P<up>{_UP})|(?P<down>{_DOWN})"
_ADVERBS = (
    r"(?:by|at|between|of|approximately|about|nearly|almost|over|more than|an?|some|roughly|around|at least|just|slightly|"
    r"sharply|significantly|another|additional|sequentially|organically|year-over-year|year over year|year-on-year|"
    r"a record|the|another|another|modestly|strongly|only|well over|up to|in excess of|as much as|strong|solid|"
    r"not more than|no more than|an impressive|impressive|within a range of|in a range of|in the range of|a solid|a strong|an additional)"
)
# "remained above 40 percent", "over 40 percent" bound a level.
_VERB_BEFORE = re.compile(
    rf"\b(?!(?:above|below|over|more|less|better|greater)\b)(?:{_MOVES})\s(?:{_ADVERBS}\s){{0,4}}\(?$", re.IGNORECASE
)
# "increased 124% to $5,433,000": the money is a level. "increase of $5 million": a change.
_CHANGE_MONEY = re.compile(
    rf"(?:(?<!break )(?<!breaks )(?<!breaking )(?<!broken )\b(?:increased|decreased|rose|fell|grew|declined|dropped|improved|climbed|jumped|up|down|higher|lower|increasing|decreasing|rising|falling|growing|declining)\s(?:{_ADVERBS}\s){{0,2}}?(?:by\s)?"
    rf"|\b(?:reduced|cut|lowered|raised|boosted|trimmed|lifted)\sby\s"
    rf"|\b(?:increases?|decreases?|growth|improvement|decline|reduction|rise|drop|jump)\s(?:of\sthe\ssame\s|in\sthe\ssame\s)?(?:of|by|was|totaled)\s)(?:{_ADVERBS}\s){{0,3}}\(?$",
    re.IGNORECASE,
)
# "up 27 percent, or $450 million": the money tells the same change.
_CHANGE_OR = re.compile(
    rf"\b(?:increased|decreased|rose|fell|grew|declined|up|down|increase of|decrease of|decline of|growth of)\s(?:by\s)?(?:{_ADVERBS}\s){{0,2}}\ue001[\ue100-\uf8ff],?\sor\s(?:{_ADVERBS}\s){{0,2}}$",
    re.IGNORECASE,
)
# "reduced operating expenses by 20 percent"
_MOVED_BY = re.compile(
    rf"\b(?:(?P<up>increased|grew|raised|improved|expanded|boosted|lifted|growing|increasing|increase|grow|raise|expand|improve)|(?P<down>reduced|cut|lowered|decreased|trimmed|reducing|cutting|lowering|reduce|lower|decrease))"
    rf"\s(?:[\w'’-]+\s){{0,3}}\ue004[\ue100-\uf8ff]\s(?:\w+\s){{0,2}}by\s(?:{_ADVERBS}\s){{0,2}}$",
    re.IGNORECASE,
)
# "raised the quarterly dividend 2 cents to 43 cents a share"
_MOVED_TO = re.compile(
    r"\b(?:(?P<up>increas\w+|rais\w+|boost\w+|lift\w+|hik\w+)|(?P<down>reduc\w+|cut\w*|lower\w+|decreas\w+|trim\w+))\s(?:[\w'’-]+\s){0,3}\ue004[\ue100-\uf8ff]\s$",
    re.IGNORECASE,
)
_TO_AGAIN = re.compile(rf"^(?:\s(?:per|a)\s(?:\w+\s)?share|,?\sor\s{VALUE},?)?\sto\s(?:an?\s)?{VALUE}")
# As in "grew revenue 12 percent" or "Cuts Net Loss Over 50%".
_PUSHED = re.compile(
    rf"\b(?:(?P<up>increas(?:ed|es|ing|e)|grew|grows?|growing|rais(?:ed|es|ing|e)|improv(?:ed|es|ing|e)|boost(?:ed|s|ing)?|lift(?:ed|s|ing)?)"
    rf"|(?P<down>reduc(?:ed|es|ing|e)|cuts?|cutting|lower(?:ed|s|ing)?|decreas(?:ed|es|ing|e)|trim(?:med|s|ming)?|slash(?:ed|es|ing)?|narrow(?:ed|s|ing)?))"
    rf"\s(?:[\w'’-]+\s){{0,3}}\ue004[\ue100-\uf8ff]\s(?:{_ADVERBS}\s){{0,3}}$",
    re.IGNORECASE,
)
# "the reserve reduced sales by $719,000 and gross margin by 1.2 percent"
_BY = re.compile(rf"\ue004[\ue100-\uf8ff]\sby\s(?:{_ADVERBS}\s){{0,2}}\(?$", re.IGNORECASE)
# "a reduction in net loss of $1 million"
_CHANGE_IN = re.compile(
    rf"\b(?:(?P<up>increase|growth|improvement|rise|gain|expansion)|(?P<down>decrease|reduction|decline|drop|fall))\s(?:in|to|of)\s(?:[\w'’-]+\s){{0,3}}\ue004[\ue100-\uf8ff]\s(?:(?:for|in)\s(?:the\s)?\ue003[\ue100-\uf8ff]\s)?(?:was\s|totaled\s)?(?:of|by)?\s?(?:{_ADVERBS}\s){{0,2}}$",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(
    rf"^[\s)]*(?:{SLOT}\s|[\w'’-]+\s){{0,3}}?(?P<noun>increases?|growth|gain|rise|jump|improvements?|decreases?|declines?|drop|reductions?|decline|higher|lower|"
    r"more than|less than|above|below|ahead of|better than)\b",
    re.IGNORECASE,
)
_NOT_ACROSS = re.compile(r"\b(?:and|or|to|from|compared|on|of|in|for|was|were|versus|which|with)\b", re.IGNORECASE)
# A change may stand before the amount that it leads to: "EBIT: +9% to EUR 5 million" and the like.
_TO_MONEY = re.compile(r"^,?\sto\s(?:an?\s|about\s|approximately\s)?\ue000")
# The change of an amount stands in brackets behind it: "was EUR 5 million (+12%)" and the like.
_BESIDE_MONEY = re.compile(r"\ue000[\ue100-\uf8ff]\s?\(\+?$")
_CLOSES = re.compile(r"\s?(?:y-?o-?y|year(?:-|\s)(?:over|on)(?:-|\s)year)?\s?[);,]", re.IGNORECASE)
_SHARE_OF = re.compile(r"^\s(?:of|to)\s(?:the\s|our\s|its\s|total\s|net\s|all\s|company\s)*", re.IGNORECASE)
_MARK = re.compile(
    r"\b(?P<mark>(?:increase|decrease|improvement|growth|gain)\sover|compared|comparison|compares?|versus|vs\.?|against|rather than|(?:higher|lower|less|more|greater|better|worse) than(?= (?:(?:in|for) )?(?:the|our|its|last|that)\s))\b"
    rf"|\b(?P<source>from)\s(?=(?:(?:approximately|about|the|a|an|net|record|roughly|nearly|last year(?:'s|’s)|\ue003[\ue100-\uf8ff](?:'s|’s)?)\s){{0,2}}"
    rf"(?:(?:\ue004[\ue100-\uf8ff]\s(?:of\s)?)?\(?{VALUE}|\ue004[\ue100-\uf8ff]\s(?:for|in|of|during)\s(?:the\s)?\ue003))"
    rf"|\b(?P<after>after)\s(?=\(?{VALUE}\)?,?\s(?:(?:in|for)\s(?:the\s)?)?\ue003)"
    rf"|\b(?P<base>over|above|below|than|double|twice|triple)\s(?:the\s|our\s|its\s|last year(?:'s|’s)\s|\ue003[\ue100-\uf8ff](?:'s|’s)?\s){{1,2}}(?=(?:\ue004[\ue100-\uf8ff]\s(?:of\s)?)?{VALUE})"
    r"|(?P<finish>;|\b(?:was|were|totaled|totalled|increased|decreased|rose|fell|grew|declined|while|whereas|climbed|reached)\b|[—–]"
    rf"|,?\sand\s(?=(?:[a-z]+\s){{0,2}}{VALUE}[^;\ue000-\ue002\ue004]{{0,60}}\s(?:compared\s(?:with|to)|versus|vs\.?|against)\s)"
    r"|\band\s(?:up|down|an?\s(?:increase|decrease|improvement|decline)|generated|reported|had|recorded|posted|used|repurchased|ended|is|are|has|have|employs|operates|owns|serves|manages|holds)\b"
    r"|,\s(?:up|down|an?\s(?:increase|decrease|improvement|decline|gain|rise|reduction))\s(?!from)|,\s(?:representing\s|marking\s)?an?\s(?=\ue001[\ue100-\uf8ff]\s(?:[a-z-]+\s){0,2}(?:increase|decrease|improvement|decline|gain|rise|reduction|jump)\b)"
    r"|,?\s(?:driven|primarily|mainly|largely|partly|partially|due|reflecting|resulting|attributable|because|as\sa\sresult|offset)\b)"
    rf"|\b(?P<target>to)\s(?=(?:(?:approximately|about|a|the|record|nearly|over|more than|an all-time high of|a record)\s){{0,2}}\(?{VALUE})",
    re.IGNORECASE,
)
_PER_SHARE = re.compile(
    r"^\)?,?\s?(?:a|per|/|each)\s?(?:\w+[\s-]){0,4}?(?:share|ADS|ADR|unit)\b(?!s? (?:sold|growth)|\sof\s(?!limited|beneficial|common|partnership|ownership|trust)[a-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Role:
    """The part of a value: `direction` is the sign of a change (0: not told)."""

    measure: str  # level | change
    direction: int
    comparison: bool
    share_of: bool


def role(line: Line, value: Item) -> Role:
    """The part that a value plays in its line."""
    before = line.coded[max(0, value.at - 90) : value.at]
    after = line.coded[value.to : value.to + 90]
    compared = comparison(line, value)
    pushed = _PUSHED.search(before) if value.kind == "percent" else None
    moved = _MOVED_BY.search(before) or _CHANGE_IN.search(before) or pushed
    if moved:
        return Role("change", 1 if moved["up"] else -1, compared, share_of=False)
    if _BY.search(before):
        return Role("change", _direction(before, None), compared, share_of=False)
    moved = _MOVED_TO.search(before) if value.kind == "money" and _TO_AGAIN.match(after) else None
    if moved:
        return Role("change", 1 if moved["up"] else -1, compared, share_of=False)
    if value.kind == "money":
        return _role_of_money(line, value, compared=compared)
    signed = before.endswith("+") or value.amount.value < 0
    if signed and (_TO_MONEY.match(after) or (_BESIDE_MONEY.search(before) and _CLOSES.match(after))):
        return Role("change", 1 if before.endswith("+") else -1, compared, share_of=False)
    verb = _VERB_BEFORE.search(before)
    noun = _NOUN_AFTER.match(after)
    twin = None if verb else _twin(line, value) or _other_time(line, value)
    if twin is not None:
        return Role(twin.measure, twin.direction, compared, share_of=False)
    if noun and _NOT_ACROSS.search(noun[0][: noun.start("noun") - noun.start()]):
        noun = None
    if verb or noun:
        return Role("change", _direction(before, noun if not verb else None), compared, share_of=False)
    return Role("level", 0, compared, share_of=_SHARE_OF.match(after) is not None)


# "$4 million decrease", "$4 million lower", "$4 million below the prior year"
_MONEY_NOUN = re.compile(
    r"\s(?:or\s\ue001[\ue100-\uf8ff],?\s)?(?P<noun>(?:increase|decrease|decline|reduction|improvement|rise|gain|higher|lower)\b"
    r"|(?:(?:more|less|better|worse|greater)\sthan|below|above|ahead\sof)\s(?:(?:in|for|the|its|our)\s){0,2}(?:(?:prior|previous|same|last|a\syear|year)\b|\ue003))"
)


def _role_of_money(line: Line, value: Item, *, compared: bool) -> Role:
    before = line.coded[max(0, value.at - 90) : value.at]
    twin = _twin(line, value) or _other_time(line, value)
    if twin is not None:
        return Role(twin.measure, twin.direction, compared, share_of=False)
    if (noun := _MONEY_NOUN.match(line.coded, value.to)) or _CHANGE_MONEY.search(before) or _CHANGE_OR.search(before):
        return Role("change", _direction(before, noun), compared, share_of=False)
    return Role("level", 0, compared, share_of=False)


# "decreased by $4 million, or 8 percent": the second figure tells the first one's change again.
_TWIN = re.compile(rf"\)?,?\s(?:or\s|\()(?:{_ADVERBS}\s){{0,2}}\(?")
_RECKONED = re.compile(
    r"\s(?:(?:in|at|on|using)\s(?:an?\s)?(?:constant|local)[\s-](?:currency|currencies|exchange\srates)|organically|on\san\sorganic\sbasis|excluding)\b"
)
# The same figure told for another period behind a semicolon.
_IN_ANOTHER = re.compile(r";\s\ue003[\ue100-\uf8ff]:?,?\s$")
# "grew 12 percent and 15 percent, respectively"
_LISTED_TWIN = re.compile(r"\)?,?\s(?:and\s)?(?:by\s)?\(?")


def _twin(line: Line, value: Item) -> Role | None:
    """The role of the change that a figure tells a second time, or lists with another; None where it does neither."""
    values = line.values()
    at = values.index(value)
    if at == 0:
        return None
    first = values[at - 1]
    if _IN_ANOTHER.search(line.coded, max(0, value.at - 6), value.at) and value.kind == "percent":
        first = next((one for one in values[:at] if one.kind == "percent"), first)
        return role(line, first) if first.kind == "percent" else None
    reckoned = value.kind == "percent" and _RECKONED.match(line.coded, value.to) is not None
    again = _TWIN.fullmatch(line.coded, first.to, value.at) and (
        first.kind != value.kind or first.kind == "money" or reckoned
    )
    listed = first.kind == value.kind != "count" and "respectively" in line.coded
    if not again and not (listed and _LISTED_TWIN.fullmatch(line.coded, first.to, value.at)):
        return None
    played = role(line, first)
    return played if played.measure == "change" else None


# "decreased $73 million compared with the third quarter and $113 million compared with the fourth quarter"
_FROM_TIME = (
    r"\s(?:(?:compared\s(?:with|to)|versus|vs\.?|from|over|on|against)\s(?:the\s)?\ue003[\ue100-\uf8ff]"
    r"|in\s(?:constant|local|reported)\s(?:currency|currencies|terms|dollars)|in\s(?:U\.S\.\s|US\s)?dollars|organically|as\sreported|y-?o-?y|q-?o-?q|(?:year|quarter)(?:-|\s)(?:over|on)(?:-|\s)(?:year|quarter)|sequentially)"
)
_BESIDES = re.compile(rf"{_FROM_TIME},?\s(?:and|or)\s(?:(?:by|up|down|about|approximately)\s)?", re.IGNORECASE)
_AGAIN_COMPARED = re.compile(_FROM_TIME, re.IGNORECASE)


def _other_time(line: Line, value: Item) -> Role | None:
    """The role of the change before a figure that tells the change from another time."""
    values = line.values()
    at = values.index(value)
    if at == 0 or not _AGAIN_COMPARED.match(line.coded, value.to):
        return None
    if values[at - 1].kind != value.kind or not _BESIDES.fullmatch(line.coded, values[at - 1].to, value.at):
        return None
    played = role(line, values[at - 1])
    return played if played.measure == "change" else None


def _direction(before: str, noun: re.Match[str] | None) -> int:
    if noun is not None:
        return -1 if re.fullmatch(_DOWN, noun["noun"].split()[0], re.IGNORECASE) else 1
    found = None
    for match in re.finditer(rf"\b(?:{_MOVES})\b", before[-70:], re.IGNORECASE):
        if match[0].lower() in ("over", "more", "additional") and found is not None:
            continue
        found = match
    if found is None:
        return 0
    return 1 if found["up"] else -1


def comparison(line: Line, value: Item) -> bool:
    """Whether a value is what the main figure is compared with."""
    if earlier_forecast(line, value):
        return False
    if _in_own_bracket(line, value):
        return True
    inside = False
    for match in _marks(line.coded):
        if match.start() >= value.at:
            break
        if _aside(line.coded, match.start(), value.at):
            continue
        if match["mark"] or match["base"] or match["after"]:
            inside = True
        elif match["source"]:
            inside = not _opens_range(line, match.end()) and not _names_origin(line.coded, match)
        elif match["finish"] or match["target"]:
            inside = inside and match["target"] is not None and not _from_before(line.coded, match.start())
    return inside


def _aside(coded: str, at: int, to: int) -> bool:
    """Whether a mark stands in a bracket that closes before a value: "(against $2 in 2019) and revenue of $9"."""
    return coded.rfind("(", 0, at) > coded.rfind(")", 0, at) and coded.find(")", at, to) >= 0


def _in_own_bracket(line: Line, value: Item) -> bool:
    """Whether a figure stands alone in a bracket behind one of its kind: "sales of SEK 1,755 million (1,655)"."""
    if line.coded[value.to : value.to + 1] != ")" or line.coded[max(0, value.at - 2) : value.at] != " (":
        return False
    return any(
        other.to == value.at - 2 and other.kind == value.kind and other.amount.unit == value.amount.unit
        for other in line.values()
    )


@lru_cache(maxsize=64)  # every figure of a line asks several times
def _marks(coded: str) -> tuple[re.Match[str], ...]:
    return tuple(_MARK.finditer(coded))


def _opens_range(line: Line, at: int) -> bool:
    """Whether "from" opens a range that a forecast gives: "expected to range from $1 to $2"."""
    return re.search(r"\brang\w+\s(?:\w+\s)?from\s?$", line.coded[max(0, at - 40) : at], re.IGNORECASE) is not None


_ORIGIN = re.compile(rf"\s?(?:[a-z]+\s){{0,3}}{COUNT}\s[a-z]")


def _names_origin(coded: str, match: re.Match[str]) -> bool:
    """Whether "from" tells where counted things are, nothing moving: "patients from four sites"."""
    if _ORIGIN.match(coded, match.end()) is None or re.match(
        rf"[^.;]{{0,60}}\bto\s(?:\w+\s)?{COUNT}", coded[match.end() :]
    ):
        return False
    return (
        re.search(rf"\b(?:{_UP}|{_DOWN})\b", coded[max(0, match.start() - 60) : match.start()], re.IGNORECASE) is None
    )


def _from_before(coded: str, at: int) -> bool:
    """Whether "to" closes "from V": what follows is the main figure again."""
    return re.search(rf"\bfrom\s(?:[\w-]+\s){{0,3}}\(?{VALUE}[^;]{{0,80}}$", coded[:at], re.IGNORECASE) is not None


def per_share(line: Line, value: Item) -> re.Match[str] | None:
    """The words that make an amount one per share."""
    return _PER_SHARE.match(line.coded, value.to) or _PER_SHARE.match(line.coded[value.to :])
