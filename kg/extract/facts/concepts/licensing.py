"""The words that may stand between a concept and its value, so that the value is of the concept."""

from __future__ import annotations

import re

from kg.extract.facts.slots.line import MONEY, PERIOD, SLOT, VALUE, Item

# Words that may stand between a concept and its value without changing what the value is of.
_LICENSED = frozenset(
    """are position balance balances levels end saw significant soaring climbing jumping surging expanding narrowing widened narrowed doubling
    a another about within likely all all-time based remain remains grows falls drops climbs rises increases decreases jumps posts reports
    reduced cut lowered raised outstanding lifted brought see seen advance advances declines also although amounted amount an and approximate approximately around as aggregate at
    average basic basis be been being below between by came climbed compare compared comparable comparison
    continued currently decline declined declines decrease decreased decreases diluted dilution down dropped during each
    earlier ended ending estimated exceeded exceeding excess expanded expected fell for from fully gained generated grew
    grow grown growing growth had has have high higher hit improved improvement in increase increased increases is it its jump
    jumped just last less level line lower more nearly new of on only or our over overall per point points
    posted preceding previous prior range ranged ranging ranges reached reaching record recorded remained reported representing represents represented
    respectively results resulted rise rising rose roughly same set sequential sequentially share shares slightly soared some
    stood strong such surged surpassed than the their this to today total totaled totaling totalled totalling
    up versus very vs was well were which while will with would year year-ago year-over-year year-on-year
    advanced anticipated approaching assuming attained common company delivered doubled equal equaled equated equals
    equivalent experienced forecast generate half increasing just-ended now projected quarter quarterly quarter's
    registered rises should targeted topped tripled typically unaudited unchanged unit units usual weighted
    after-tax aftertax pretax pre-tax net approximating close almost significantly sharply substantially modestly
    year's us dollars annual annually annualized flat plus minus improving decreasing declining worth valued
    period periods figure corresponding compares against shrank slipped contracted dipped edged by growing falling
    accelerated accelerating fall climb reporting negative positive value planned budgeted constant currency
    currencies local reported usd achieved close closing came swung swinging turned widening
    sits standing stands running expects expecting estimate estimates totals totalling hitting hit landed finished
    therefore thereby consequently further accordingly materially dramatically markedly steadily marginally considerably notably meaningfully moderately essentially relatively
    virtually robust solid stable steady consistent consistently healthy low weak firm resilient constant largely generally again fairly impressive rapidly quickly strongly solidly
    shown showed shows showing enjoyed enjoys witnessed witnesses suffered notched logged logging posting seeing registering recording
    nonetheless nevertheless slight modest gradually sizable sizeable sharp steep double-digit unprecedented comfortably firmly broadly
    improves improve reach risen fallen continue continues expectation s reduction reductions yoy qoq near above below ahead least most minimum maximum times exceed surpass top approach approximate average gain gains double twice triple target targets targeted goal guidance outlook forecasts marking marks preliminary first-quarter second-quarter third-quarter fourth-quarter full-year recapture reversal release recovery""".split()  # noqa: SIM905
)
_EVENT_LICENSED = frozenset(
    """a an the of for worth valued at totaling totalling totaled total totals approximately about up to is was with value
    in excess more than over nearly amount aggregate initial potential estimated roughly almost maximum combined
    representing having award awards ceiling set fixed be will per share or amounting cash be us around expected minimum
    agreement sum carrying between gross price priced through issue consisting paid payable plus its were are worth
    principal equal equivalent has have had carries carried by to increased increase raised raising increases currently annual annually
    payment rate common rise rises rose now could""".split()  # noqa: SIM905
)
WORD = re.compile(rf"{SLOT}|[A-Za-z][\w'’.-]*|[;:!?]|[\d][\w.,]*")
# What may follow a concept's name without changing it.
_ASIDES = re.compile(
    rf",\s(?:its|the|our|a)\s(?:company\s)?(?:highest|lowest|best|largest|strongest|record|all-time)\b[^,;.\ue000-\ue001\ue003]{{0,60}}(?=,)|"
    rf"^\s?:\s|\bon an? (?:[\w-]+ ){{1,3}}basis\b|\bnot? (?:more|less|fewer) than\b|\b(?:after|before|net of)(?: income)?[ -]tax(?:es)?\b|\b(?:for|in|during) (?:that|this) (?:same )?(?:period|quarter|year)\b|\((?:as (?:defined|adjusted)|loss|losses|income|unaudited|[0-9]|[a-z])(?: [a-z]+)?\)|"
    rf"\bbefore (?:[a-z-]+ ){{1,3}}(?:costs|expenses?|items|charges)\b|\bbefore (?:the )?cumulative effect of[^,;\ue000-\ue002]{{0,60}}?principles?|\((?:non-GAAP|unaudited|EPS|GAAP|\W?[A-Z&]{{2,8}}\W?)\)|"
    rf"\b(?:attributable|available|applicable) to (?:the )?(?:{SLOT}|company|common|\w+ ?holders|shareholders|stockholders|shares?|stock|and|equity|unitholders| )+",
    re.IGNORECASE,
)
_OR_PER_SHARE = re.compile(rf"^\s(?:of\s)?(?:[a-z]+\s){{0,3}}\(?{MONEY}\)?,?\sor\s\(?$")
DIRECT = re.compile(
    r"^[\s,:(—–-]*(?:(?:of|at|totaling|totalling|amounting to|was|were|is|would have been|:|worth)\s)?(?:(?:approximately|about|over|nearly|almost|more than|just|some|up to|only|roughly|a|an|record|around|at least|less than|in excess of|the|us)\s){0,3}\(?$",
    re.IGNORECASE,
)
# "revenue of $5 million and $3 million ..." says nothing of the second figure.
_JOINED = re.compile(rf"{VALUE}\)?,?\s(?:and|and with|with)\s(?:\w+\s){{0,3}}\(?$")
_WITH = re.compile(rf"{VALUE}.*[,)]\s(?:and\s)?(?:[a-z]+ing\s(?:\S+\s){{0,4}})?with\s(?:\w+\s){{0,3}}\(?$")
_BESIDE = re.compile(r"^,?\s(?:and|or|plus|as well as)\s(?:\w+\s){0,3}\(?$")

# What a bracket gives for another time: in "sales rose to £412 million (H1 2013: £396 million), up 7%", the second figure.
_OF_ANOTHER_TIME = re.compile(rf"\s?[(\[](?:{PERIOD}|[\w/ ]{{2,16}}):?\s?{VALUE}[)\]]")
# "the carrier earned $102 million, or $1.88 a share, compared with $77 million"
_COMPARES = re.compile(rf"{MONEY}.*\b(?:compared|versus|against|from)\b")
# "raised the dividend to 12 cents per share from 10 cents", "a program of $50 million, up from $20 million"
_EVENT_FROM = re.compile(
    rf"{VALUE}(?:\s(?:per|a)\s(?:[a-z]+\s)?share)?,?\s(?:up\s|down\s)?from\s(?:(?:about|approximately|the|previous|prior)\s)*\(?$"
)
_WEAK_PATH = frozenset(
    """or a an per share diluted basic fully common compared with to versus vs against up down from in for the of net
    nearly about approximately roughly""".split()  # noqa: SIM905
)


# "deposits and contract assets for a total of $4 million in cash": the total is of something else.
_IN_TOTAL = re.compile(r"\s(?:for|bringing|making)\s(?:a|the|our|its)\s(?:[\w-]+\s)?total\s(?:of|to)\s")


def licensed(gap: str, concept: Item, *, listed: bool = True) -> bool:
    """Whether the coded text between a concept and a value lets the value be of the concept.

    `listed` tells that the line gives figures in an order ("respectively"), so that an "and" may stand between.
    """
    if concept.concept.kind == "instant" and _IN_TOTAL.match(gap):
        return False
    if _BESIDE.match(gap) or (not listed and (_JOINED.search(gap) or _WITH.search(gap))):
        return False
    gap = _ASIDES.sub(" ", _OF_ANOTHER_TIME.sub("", gap))
    words = WORD.findall(gap.lower())
    if concept.concept.weak:
        compared = _COMPARES.search(gap) and all(ord(word[0]) >= 0xE000 or word in _WEAK_PATH for word in words)
        return bool(DIRECT.match(gap) or _OR_PER_SHARE.match(gap) or compared)
    if concept.concept.kind == "event":
        words = [word for word in words if word != "from"] if _EVENT_FROM.search(gap) else words
        return len(words) <= 14 and all(ord(word[0]) >= 0xE000 or word in _EVENT_LICENSED for word in words)
    return len(gap) < 400 and all(ord(word[0]) >= 0xE000 or word.rstrip(".") in _LICENSED for word in words)
