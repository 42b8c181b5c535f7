"""Which concept a value belongs to: a path of licensed words between them, or no link at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.facts.concepts.behind import changes_another, financing
from kg.extract.facts.concepts.licensing import DIRECT, WORD, licensed
from kg.extract.facts.direction.risen import changes_other
from kg.extract.facts.direction.roles import per_share
from kg.extract.facts.reach.scope import scope_tail
from kg.extract.facts.slots.line import CONCEPT, CONCEPT_CODE, MONEY, PERCENT, PERIOD, SLOT, VALUE, Item, Line, slots_in

# Words that end a run of adjectives: "$5 million AND net income" is no "$5 million net income".
_STOPS = frozenset(
    """and or to from in of for on by at with compared was were which while as than per versus the a an that is are
    will would but during after before against through under over into up down its our their this his her including
    excluding plus less minus when where if because since due it we they he she vs has had have not no each any
    increase decrease increased decreased such these those other reflecting driven offset reflects reflected""".split()  # noqa: SIM905
)
_EMBEDS = re.compile(
    r"\b(?:excluding|including|includes?|included|before|without|related to|relating to|impact of|effect of|effects of|due to|because of|"
    r"driven by|attributable to|as a result of|result of|net of|resulting from|adjusted for|less|plus|on|offset by|"
    r"associated with|primarily|reflecting|prior to|from|to|percentage of|percent of|in|for|by|after)\s(?:\w+[\s-]){0,3}$",
    re.IGNORECASE,
)
_IN = re.compile(
    rf"(?: worth| more)? ?(?:in|of) (?P<between>(?:(?:[\w'’&,-]+|{PERIOD}(?:['’]s)?|{PERCENT}) ){{0,4}}?)(?P<c>{CONCEPT})"
)
_GROWTH_IN = re.compile(
    rf" (?:(?:year-over-year|year-on-year|sequential|organic|overall|net) )?(?:increases?|decreases?|growth|declines?|improvements?|rise|drop|reductions?|gains?|jump|change) "
    rf"in (?P<between>(?:[\w'’&-]+ ){{0,4}}?)(?P<c>{CONCEPT})"
)
_ADJECTIVES = re.compile(rf" (?P<between>(?:per share )?(?:[\w'’&,-]+ ){{0,4}}?)(?P<c>{CONCEPT})")
# "net income, which excludes the charge, was $5 million"; "earnings for the year, excluding the charge, rose"
_WHICH = re.compile(
    rf"(?P<c>{CONCEPT})(?P<mid>(?:\sof\s{MONEY})?(?:\s(?:for|in|during|of|from)\s[^,;\ue000-\ue002]{{1,50}})?)[,(]\s?(?:which\s|that\s|but\s|and\s)?"
    r"(?P<verb>excludes?|includes?|included|excluded|excluding|including|exclusive of|inclusive of|before|after|net of|adjusted for|as adjusted|"
    r"defined as|is defined as|a non-GAAP|aided by|driven by|helped by|boosted by|on an?)\b[^;]{0,160}?[,)]\s"
    r"(?P<rest>(?:also\s)?(?:was|were|is|are|totaled|totalled|increased|decreased|rose|fell|grew|declined|improved|climbed|dropped|reached|will be|"
    r"is expected|are expected|came|amounted)\b[^;]*)$",
    re.IGNORECASE,
)
_OUTSTANDING = re.compile(
    rf" (?:was |were |is )?outstanding (?:under|on) (?:its |our |the |their |a |an |\ue005. ?)*(?P<between>(?:[\w-]+ ){{0,3}}?)(?P<c>{CONCEPT})"
)
_BORROWS = re.compile(r"\b(?:outstanding|borrow(?:ed|ings?)|drew|drawn|available)\b", re.IGNORECASE)
_FOR_CHARGE = re.compile(
    rf"(?:,? or {MONEY}(?: an?| per)? (?:\w+ )?share,?| \({MONEY} (?:an?|per) (?:\w+ )?share\)| (?:a|per) (?:\w+ )?share)? (?:was |were )?"
    rf"(?:for|related to) (?:the )?(?:{PERIOD} )?(?P<between>(?:[\w-]+ ){{0,3}}?)(?P<c>{CONCEPT})"
)
# "a $5 billion gaming revenue market" is the size of a market, not revenue.
_MARKET = re.compile(
    r"\s(?:market|industry|opportunity|sector|pool|volumes?|banking|processing|activity|value|pipeline|funnel|[Tt]ax\s[Cc]redits?)\b"
)
_COMPOUND = re.compile(r"-(?:related|based|linked|driven|backed)\b")  # "$9 million of acquisition-related debt"
_LOSS_ON = re.compile(
    r"\s(?:on|from|related to|relating to|associated with|due to|arising from|resulting from)\s(?!(?:continuing|operations)\b)"
)
# "(second quarter of 2024: $5 million)": the figure before, in another period.
_BRACKETED = re.compile(
    rf"[(\[](?:{PERIOD}|{SLOT}|prior year|previous year|last year|PY|\w{{1,8}} \d{{4}}(?:/\d{{2,4}})?):?\s$"
)
# What stands in a bracket behind a segment: its parts or places, as in "the Retail segment (Germany and Austria)".
_NAMES = re.compile(r"^\s?\((?:[A-Z][\w.&'’-]*(?:,?\s(?:and\s)?|(?=\)))){1,8}\)")
# "Sales up 9% to $4 million in Q3; YTD 7% to $11 million": the same figure in another period.
_GOES_ON = re.compile(rf";\s(?={PERIOD}:?,?\s(?:(?:up|down|plus|minus)\s)?\+?(?:{MONEY}|{PERCENT}|$))")
# "was $4 million, bringing the total for the first half to $11 million"
_BRINGS = re.compile(
    rf",\s(?:bringing|taking|making)\s(?:the\s|its\s)?(?:(?:total|cumulative|aggregate|{PERIOD})\s)*(?:total|figure|amount)s?\s(?:(?:for|in)\s(?:the\s)?{PERIOD}\s)?(?:to\s)?"
)
# "reached EUR 6 million after EUR 4 million in the previous year"
_AFTER_EARLIER = re.compile(rf"({VALUE}[^;\ue000-\ue002]{{0,40}}?),?\safter\s$")
_FINITE = re.compile(
    r"^[\s,)]*(?:also |still |again )?(?:was|were|is|are|totaled|totalled|increased|decreased|rose|fell|grew|declined|improved|reached|"
    r"dropped|climbed|jumped|surged|will be|came|amounted|has|have|had|would have been|stood|remained|should|will|exceeded|would)\b",
    re.IGNORECASE,
)
_OF_PLAIN = re.compile(r"\s(?:of|in)\s[a-z]")
_OF_OTHERS = re.compile(r"\s(?:in|of)\s(?:such|these|those|other)\s")
_GROWTH_OF = re.compile(
    r"\s(?:[\w-]+\s)?(?:increase|decrease|growth|decline|reduction|improvement|rise|drop)\sin\s(?!(?:the\s|its\s|our\s)?\ue003|(?:the\s)?(?:quarter|year|period|half)\b)"
)


@dataclass(frozen=True, slots=True)
class Link:
    """A value's concept, and the coded text between them ("" where the concept follows)."""

    concept: Item
    gap: str
    after: bool
    excluded: Item | None = None  # a concept the value leaves out: "net income excluding charges was"
    without: bool = False  # the value leaves something out that is no concept


def link(line: Line, value: Item) -> Link | None:
    """The concept that a value states, or None where an unlicensed word stands between."""
    before = _before(line, value)
    growth = value.kind == "percent" and _GROWTH_IN.match(line.coded, value.to) is not None
    if before is not None and before.concept.concept.name == "ContractValue" and financing(line, value):
        return None
    if before is not None and DIRECT.match(before.gap) and not growth:
        raised = _after(line, value)
        return raised if raised is not None and raised.concept.concept.name == "OfferingAmount" else before
    if before is not None and before.gap.endswith("net of ") and _OF_PLAIN.match(line.coded, value.to):
        return None  # "securities, net of $1 million of losses not yet realized"
    if _OF_OTHERS.match(line.coded, value.to):
        return None  # "$0.1 million in such assets"
    found = _after(line, value)
    if found is None and before is not None and changes_another(line, value, before.gap):
        return None
    if found is None and _GROWTH_OF.match(line.coded, value.to):
        return None  # "a 5 percent increase in membership"
    if found is None and changes_other(line, value):
        return None  # "earnings, a decrease of $2 million in unrealized losses"
    return found or before


def _after(line: Line, value: Item) -> Link | None:
    rest = line.coded[value.to : value.to + 160]
    for pattern in (_GROWTH_IN, _IN, _ADJECTIVES, _OUTSTANDING, _FOR_CHARGE):
        if value.kind == "percent" and pattern is _IN:
            continue
        match = pattern.match(rest)
        if match is None:
            continue
        words = WORD.findall(match["between"].lower())
        if any(word in _STOPS and not (word in ("its", "our", "the") and pattern is not _ADJECTIVES) for word in words):
            continue
        if "," in match["between"] and pattern is _IN:
            continue
        concept = _compound(line, line.items[slots_in(match["c"])[0]])
        if pattern is _OUTSTANDING and (concept.concept.name != "Debt" or not _BORROWS.search(line.coded)):
            continue
        if _MARKET.match(line.coded, concept.to) or _COMPOUND.match(line.coded, concept.to):
            continue
        loss = concept.concept.weak and concept.concept.sign < 0 and not match["between"].strip()
        if loss and _LOSS_ON.match(line.coded, concept.to):
            continue  # "a $31 million loss on the sale of bonds" is not the year's
        if (concept.concept.weak and not loss) or (pattern is _FOR_CHARGE and concept.concept.name != "Charge"):
            continue
        if (
            re.match(r",\s(?:[\w-]+,?\s){1,4}and\s(?:other|\w+)\b", line.coded[concept.to : concept.to + 60])
            and pattern is _IN
            and concept.concept.name != "CashAndCashEquivalents"
        ):
            continue  # "$5 billion in loans, grants and other support" is no sum of loans
        if value.kind == "money" and concept.concept.unit in ("percent", "shares"):
            continue
        if value.kind == "count":
            continue
        return Link(concept, match["between"], after=True)
    return None


def _compound(line: Line, concept: Item) -> Item:
    """The last of concepts that stand side by side: "contract revenues" are revenues."""
    for item in line.of_kind("concept"):
        if item.number > concept.number and line.coded[concept.to : item.at] == " ":
            concept = item
    return concept


def _before(line: Line, value: Item) -> Link | None:
    concepts = [
        item
        for item in line.of_kind("concept")
        if item.to <= value.at and not _PORTION_OF.search(line.coded, max(0, item.at - 40), item.at)
    ]
    if not concepts:
        return None
    told = _WHICH.search(line.coded, max(0, value.at - 260), value.at)
    if told is not None:
        gap = f"{told['mid']} {told['rest']}"
        outer = line.items[slots_in(told["c"])[0]]
        if CONCEPT_CODE not in told["rest"] and not outer.concept.weak and licensed(gap, outer):
            inner = concepts[-1] if told["verb"].startswith("ex") and concepts[-1] is not outer else None
            return Link(outer, gap, after=False, excluded=inner, without=told["verb"].lower().startswith("ex"))
    nearest = concepts[-1]
    gap = _AFTER_EARLIER.sub(r"\1 from ", line.coded[nearest.to : value.at])
    gap = _BRINGS.sub(", ", _GOES_ON.sub(", ", gap))
    gap = _NAMES.sub("", scope_tail(_BRACKETED.sub(" ", gap), nearest.concept.name))
    if nearest.concept.kind == "event" and len(concepts) > 1 and _OF.fullmatch(gap):
        outer = concepts[-2]
        if outer.concept.kind == "duration" and _CAUSED_BY.fullmatch(line.coded, outer.to, nearest.at):
            return Link(outer, gap, after=False)
    twin = _OR.fullmatch(gap) and not nearest.concept.weak and per_share(line, value) is not None
    if not twin and not licensed(gap, nearest, listed=_LISTED.search(line.coded) is not None):
        return None
    finite = _FINITE.match(gap) is not None
    head = line.coded[max(0, nearest.at - 60) : nearest.at]
    balance = nearest.concept.kind == "instant" and "offset" not in line.coded
    if gap.startswith(" of ") and balance and _BECAUSE_HIGHER.search(line.coded, max(0, nearest.at - 160), nearest.at):
        return None
    if finite and len(concepts) > 1 and _EMBEDS.search(head):
        outer = concepts[-2]
        between = line.coded[outer.to : nearest.at]
        if len(between) < 90 and not re.search(rf"{MONEY}|;|\b(?:was|were|is|are|and(?!\sother\b))\b", between):
            return Link(outer, gap, after=False, excluded=nearest)
    owned = _OWNED.search(head) if finite and len(concepts) == 1 else None
    if owned and owned[1].lower() not in _NEUTRAL_HEADS and (nearest.concept.kind != "instant" or owned[2] == "for"):
        return None
    return Link(nearest, gap, after=False)


# "a provision related to the Marlow acquisition of $4 million": the amount is of the provision.
_OF = re.compile(r"\sof\s(?:(?:approximately|about|nearly|some|over|roughly|an?)\s){0,2}")
_CAUSED_BY = re.compile(
    rf"\s(?:related|relating|tied|attributable|due)\sto\s(?:(?!{VALUE})[^,;:.()]){{0,60}}|\s(?:associated\swith|in\sconnection\swith|(?:resulting|arising|stemming)\sfrom|from|for|on)\s(?:(?!{VALUE})[^,;:.()]){{0,60}}"
)
# "offset by lower receivables of $3 million" tells a change as often as a level.
_BECAUSE_HIGHER = re.compile(
    r"\b(?:due to|driven by|offset by|reflecting|because of|attributable to|as a result of|result of|resulting from|primarily|partially)\s[^;.]{0,80}?"
    r"\b(?:higher|lower|increased|decreased|reduced|additional)\s(?:[\w-]+\s){0,4}$|^\W*(?:Higher|Lower)\s(?:[\w-]+\s){0,4}$"
)
_OWNED = re.compile(r"([\w-]+)\s(of|on|from|for)\s(?:\w+\s){0,2}$")
# "the increase of net sales was", "the quarter's level of net sales was" still speak of the concept.
_NEUTRAL_HEADS = frozenset(
    ("level", "amount", "total", "increase", "decrease", "result", "results", "company", "value", "worth")
)


# "22 percent of revenues": the revenues are what the percentage is a portion of.
_PORTION_OF = re.compile(rf"{PERCENT}\sof\s(?:[\w'’]+\s){{0,3}}$")
_OR = re.compile(
    r",?\sor\s(?:(?:about|approximately|nearly|some)\s)?\(?"
)  # "a $14 million charge, or 46 cents per share"
_LISTED = re.compile(rf"\brespectively\b|{PERIOD},?\s(?:and|&)\s(?:for\s)?(?:the\s)?{PERIOD}")
