"""When an event took or takes place, as the words around it state."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.extract.events.loose import Placed, loose, months, nearer
from kg.extract.events.years import NAMES, YEAR, in_its_year, names_paper, of_quarter
from kg.model import PartialDate, Status
from kg.text.dates import MONTH_NAME, find_dates

_NEAR = 150  # characters after the match that may still date it
_ACCOUNTS = re.compile(r"\b(?:its|the|our|their|for|fiscal|year|of) \Z", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:on|in|by|for|until|from|effective|dated|beginning|starting|as of|of|during|commencing|"
    r"late in|early in|later in|about|approximately|around|early|late|mid-?|end of|exchange|nasdaq|nyse|close of business on|business on|"
    r"quarter of|half of|year|fiscal|summer of|fall of|spring of|winter of|summer|fall|spring|winter|last|this|next|"
    r"Monday,?|Tuesday,?|Wednesday,?|Thursday,?|Friday,?|Saturday,?|Sunday,?|calendar|beginning of|middle of|"
    r"part of|start of|than|on or (?:about|before|around)|months? of|quarter|half|[QH][1-4]|[1-4][QH]|FY|the|our|its|an?|today,?|tomorrow,?|yesterday,?|\d ?[ap]\.?m\.?,?|[ECMP][SD]?T,?|GMT,?|UTC,?|CES?T,?|BST,?|Time,?|noon,?)[ (]*\Z",
    re.IGNORECASE,
)
_NOT_ITS_OWN = re.compile(
    r"\b(?:record(?: date)?(?: (?:on|as|of|at|the|close|business|in))*|due(?: in| on)?|"
    r"matur(?:es|ing|ity)(?: in| on)?|expir\w+(?: on| in)?|payable(?: on)?|(?<!was )(?<!were )(?<!been )paid on|until|compared (?:to|with)|versus|"
    r"with an? (?:[\w-]+ ){0,4}(?:date|deadline) (?:of|on))\s*\Z",
    re.IGNORECASE,
)
_ANNOUNCED_THEN = re.compile(
    r"(?:,|\b(?:which (?:was|were)|as|first|previously)) announced(?: on| in| last| earlier)?\s*\Z", re.IGNORECASE
)  # "the sale, announced in October, closed on January 15"
_PAYABLE = re.compile(
    r"\b(?:payable|paid|distributed|effective|effected|take effect|made)(?: (?:in|by|through) [^,;.()]{3,50}?)?(?: on| in| at [^,;.()]{3,40} on| after [^,;.()]{3,40} on)?(?: or about)? \Z",
    re.IGNORECASE,
)
_EARNED = re.compile(
    r"\b(?:dividends?|distributions?) for (?:the )?\Z|\b(?:dividends?|distributions?)\b(?:[^.;]|\.\d){0,80}? (?:for|in respect of|relating to) (?:the |its |our )?"
    r"(?:(?:fiscal|financial|first|second|third|fourth|current|calendar) ){0,3}(?:(?:fiscal|year|quarter|half|month|period)\b[^.;,]{0,20})\Z",
    re.IGNORECASE,
)  # the span that a dividend is paid for is not its day
_LASTS = re.compile(
    r"\b(?:has|have|had) been (?:in|under|operating|listed|traded|trading|quoted|public|part|an?|owned|on)\b(?:[^.;]|\.\d){0,110} since(?: about)? \Z|"
    r"\bacquired (?:operations|business(?:es)?|assets|results|activities|units?) of (?:[^.;]|\.\d){0,80} since(?: about)? \Z",
    re.IGNORECASE,
)  # a state that began then
_PAID_THEN = re.compile(r" (?:dividend )?(?:payment|record|payable)\b", re.IGNORECASE)
_OWNED_YEAR = re.compile(
    r"(?:['’]s?|\b(?:its|our|their)) \Z",
    re.IGNORECASE,
)
_DEED = re.compile(
    r" (?:\w+ )?(?:annual general meeting|general assembly|acqui|purchase|sale|merger|takeover|buyout|divest|dispos|spin|split|separation|offering|IPO|listing|closing|closure|"
    r"bankruptcy|opening|launch|relocation|expansion|restructuring|reorgani|settlement|refinancing|placement|combination|restatement|agreement|"
    r"partnership|investment|layoff|strike|recall|fire|meeting|appointment|election|retirement|departure|redemption|repurchase|buyback)|"
    r"(?: (?-i:[A-Z])[\w'’]+){1,5} (?-i:Awards?|Prize|Medal)\b",
    re.IGNORECASE,
)  # "its 2019 purchase of": a year that dates a deed, not "its 2019 revenue"
_ENDED = re.compile(r"\b(?:ended|ending|as at|fiscal year)\s*\Z", re.IGNORECASE)
# Where a sentence within a sentence ends; not behind an initial or an abbreviation.
_POINT = r"(?<![ap]\.m)(?<! v)(?<![A-Z])(?<!\b(?:Co|St|No|Mr|Dr|Jr|Sr))(?<!\b(?:Inc|Ltd|Mrs))(?<!\b(?:Corp|Bros))\.(?= [A-Z])"
_BREAK = re.compile(
    rf";|,? originally\b|, (?:and|but|while|which|who|whose|bringing|compared|following|(?:of|in|under|for|to|through|by) (?:which|whom))\b|{_POINT}|"
    r" and (?:is|has|will|plans|expects|voted|agreed|decided|elected|approved|authorized|declared) |"
    r", (?:it|they|we|the [Cc]ompany) (?:has|have|had|will|is|was|now|\w+ed) |,? subject to [^,;.]{3,50} at (?:an?|the|its) (?:\w+ ){0,3}meeting\b|,? (?:up|down|rising|falling) from\b|,? (?:payable|to be paid|to (?:share|stock|unit)holders)\b"
)
_TURN = re.compile(  # between a date at the front and the deed
    rf";|{_POINT}|,? and (?:is|has|will|plans|expects|it|we|they)\b|, (?:but|while|whereas)\b"
)
_TODAY = re.compile(r"\btoday\b(?!['’]s)", re.IGNORECASE)
AT_ONCE = re.compile(r"\b(?:effective immediately|with immediate effect|effective today)\b", re.IGNORECASE)
_SMALL = re.compile(
    r"(?: (?:from|in|through|with|by|for|of|related to|as a result of|due to|following|the|an?|its|our|previously announced|was|were|has|have|had|been|also|[a-z]+ly))* ",
    re.IGNORECASE,
)
_WHEN_IT = re.compile(
    r",? when(?: (?:it|they|we|the [Cc]ompany|(?-i:[A-Z])\w+)(?: [A-Z]\w+){0,3})?(?: (?:had|has|also|\w+ly)){0,2} ",
    re.IGNORECASE,
)
_ANNOUNCING = re.compile(r"\b(?:announc|said|sign|agree|plan|propos|receiv|report|unveil|disclos)\w*", re.IGNORECASE)
_STRUCK = re.compile(
    r"(?:sign|enter|execut|reach|conclud)\w* (?:into )?(?:an?|the|its) (?:[\w-]+ ){0,4}?(?:agreement|letter|LOI|term sheet|memorandum)"
)
_TO_COME = (Status.PLANNED, Status.POSSIBLE)
_ON = re.compile(r"\b(?:in|on|since)(?: (?:early|late|mid|\w+day,?|or about)){0,2} ?\Z", re.IGNORECASE)
_BARE = re.compile(
    r"\b(?:held|was|were|be|been|place|effect|killed|filed|begin|begins|began|close[ds]?|opens?|opened|died|sold|won|met|meeting|call|"
    r"results|earnings|report|starts?|started|arrived|appointed|named|elected|acquired|completed|approved|received|fired|hired|"
    r"resigned|retired|launched|shipped|ship|court|set|fixed|selected|chosen|scheduled|before) \Z",
    re.IGNORECASE,
)  # after these words a day needs no preposition
_DAY = re.compile(rf"{MONTH_NAME} \d{{1,2}}\b(?! ?(?:%|percent))")
_WHICH_CLOSED = re.compile(
    r",? which (?:was |we |were )?(?:\w+ly )?(?:closed|completed|concluded|consummated|took effect|became effective|occurred)(?: (?:on|in|late in|early in))? ",
    re.IGNORECASE,
)  # "the purchase of it, which closed in February"
_THAT_DAY = re.compile(r"\b(?:that (?:same )?day|the same day)\b", re.IGNORECASE)
_AND = re.compile(r",? (?:and|&)(?: again| also)?(?: (?:in|on))?(?: (?:early|late))? ?", re.IGNORECASE)
_RIGHT_AFTER = re.compile(r",? (?:in|since|during)(?: (?:early|late|mid-?))? ?", re.IGNORECASE)
_CLOSED = re.compile(
    r"\bin (?:an?|the) (?:\w+ )?(?:transaction|deal|sale|step|move)s?,? (?:which|that) (?:closed|was (?:completed|closed|concluded)|took effect|became effective)"
    r"(?: (?:on|in))?\Z",
    re.IGNORECASE,
)  # "in a separate transaction which closed on April 30, it"
_CLAUSE = re.compile(r"(?:\A|[.;:] |[–—•-] ?|, |“|\" ?|and )\Z")
_TRADING = r"(?:(?: (?:at|upon|with|from|on|prior to|after|before|the|its|market|markets|open|opening|close|start|commencement|of|trading|business|bell))){1,9}"
_OPENER = re.compile(
    rf"(?:\A|[.;:] |[–—•-] ?|, |“|\" ?|and |\bthat )(?:(?:(?:effective|beginning|starting|commencing|at|prior to|upon|after|with){_TRADING}|(?:following|after|upon|with) (?:the |its )?(?:completion|closing|consummation|effectiveness|approval) of [^,;.]{{2,50}} (?:on|in)|on|in|effective|as of|during|late in|early in|at the end of)(?: or about)?"
    r"(?: (?:the )?(?:\w+ )?(?:quarter|half|months?|summer|spring|fall|end) of| (?:the )?(?:\w+ )?(?:quarter|year|half|period|(?:three |six |nine |twelve )?months) end(?:ed|ing)| (?:[QH]\d|\dQ)| early| late| mid-?| fiscal| \w+day,?)*)\Z",
    re.IGNORECASE,
)


def stated_date(
    text: str,
    start: int,
    end: int,
    status: Status,
    issued: PartialDate | None,
    *,
    deed: bool = False,
    ahead: bool = False,
    apart: re.Pattern[str] | None = None,
) -> PartialDate | None:
    """The date that the words around text[start:end] state for what it tells of; None when none does.

    What lies `ahead` is not dated by a day before the release. Of a `deed` that looks back on accounts, the years and
    periods that it looks at are no dates. After the words of `apart`, a date is that of another deed.
    """
    stop = _BREAK.search(text, end)
    limit = min(end + _NEAR, stop.start() if stop else len(text))
    placed = _of_this(_placed(text, issued, status), apart.search(text, start, limit) if apart else None)
    if ahead and status in _TO_COME:  # the day on which a plan was announced is not that of what is planned
        placed = [one for one in placed if not earlier(one[2], issued) and not _told_then(text, one, start)]
    if deed:
        placed = [one for one in placed if _before_deed(text, one, start) or _of_deed(text, one, end)]
    if any(end <= one[0] < limit for one in placed):
        placed = [one for one in placed if not (start <= one[0] < end and names_paper(text, one[1]))]
    aside = [one for one in placed if _ANNOUNCED_THEN.search(text, max(0, one[0] - 40), one[0])]
    placed = [one for one in placed if one not in aside]
    vague = loose(text, issued, status) if issued and not deed else []
    vague = [one for one in vague if not _EARNED.search(text, 0, one[1])]
    told = (
        _told(placed, start, end, start)
        or _told(vague, start, end, start)
        or nearer(text, placed, vague, end, limit, ahead=ahead)
        or _told(placed, start, end, limit)
    )
    told = _sharpened(text, placed, start, told, status) if told else _when_closed(text, placed, start, end)
    if told is not None:
        return told
    put_off = ahead and status in _TO_COME  # what is approved today comes later
    if issued and ((not put_off and _TODAY.search(text, start, limit)) or AT_ONCE.search(text, end, len(text))):
        return issued
    before = [when for _, begin, when in placed if begin <= start]
    if before and _THAT_DAY.search(text, end, limit):
        return before[-1]
    return _told(vague, start, end, limit) or _of_opening(text, placed, vague, start) or _told(aside, start, end, limit)


def _of_this(placed: list[Placed], other: re.Match[str] | None) -> list[Placed]:
    """The dates without the first behind the words that tell of another deed."""
    theirs = next((one for one in placed if other.end() <= one[0]), None) if other else None
    return [one for one in placed if one is not theirs]


def _sharpened(text: str, placed: list[Placed], start: int, told: PartialDate, status: Status) -> PartialDate:
    """The date told, or the finer one that opens the clause: "In May 2004 we sold the unit bought in 1998"."""
    early = _opening(text, placed, start)
    coarse = early is not None and early.month is not None and told.month is None and status is Status.ACTUAL
    return early if early and coarse else told


def _when_closed(text: str, placed: list[Placed], start: int, end: int) -> PartialDate | None:
    """The date behind "which closed on"."""
    closed = _WHICH_CLOSED.match(text, end)
    return _told(placed, start, end, min(closed.end() + 20, len(text))) if closed else None


def _of_opening(text: str, placed: list[Placed], vague: list[Placed], start: int) -> PartialDate | None:
    """The date that opens the clause: its own, not that of one before it."""
    opening = [one for one in placed if _opens(text, *one[:2], start) or _leads(text, one[1], start)]
    opening += [one for one in vague if _opens(text, *one[:2], start, _CLAUSE) or _leads(text, one[1], start)]
    return max(opening)[2] if opening else None


def payable(text: str, issued: PartialDate | None) -> PartialDate | None:
    """The day on which the words have something paid, handed out or effected; None when they tell none."""
    days = (one for one in find_dates(text, issued) if one[2].month is not None)
    return next((one[2] for one in days if _PAYABLE.search(text, max(0, one[0] - 90), one[0])), None)


def _opening(text: str, placed: list[Placed], start: int) -> PartialDate | None:
    """The date that opens the clause of a deed, not of its announcement."""
    opening = [one for one in placed if _opens(text, *one[:2], start)]
    return max(opening)[2] if opening and not _ANNOUNCING.search(text, max(opening)[1], start) else None


def two_dates(text: str, start: int, end: int, issued: PartialDate | None) -> tuple[PartialDate, ...]:
    """The two months or days on which one deed was done twice: "In May 2001 and June 2002 we cut"; else none."""
    stop = _BREAK.search(text, end)
    limit = min(end + _NEAR, stop.start() if stop else len(text))
    exact = [one for one in find_dates(text, issued) if one[2].month is not None]
    for one, two in pairwise(exact):
        joined = _AND.fullmatch(text, one[1], two[0]) and _ON.search(text, max(0, one[0] - 30), one[0])
        apart = abs(_months(two[2]) - _months(one[2])) > 1 or (one[2].day and two[2].day and one[2] != two[2])
        alone = not any(two[1] <= begin < start for begin, _, _ in exact)
        if joined and apart and alone and (_opens(text, *one[:2], start) or end <= one[0] < limit):
            return one[2], two[2]
    return ()


def _months(date: PartialDate) -> int:
    return date.year * 12 + (date.month or 0)


def _before_deed(text: str, one: Placed, start: int) -> bool:
    """Whether a date stands before a deed and is not the year of the accounts that it looks at: "its 2019 results"."""
    return one[0] < start and (one[2].month is not None or not _ACCOUNTS.search(text, max(0, one[0] - 12), one[0]))


def _of_deed(text: str, one: Placed, end: int) -> bool:
    """Whether a date is that of a look at accounts: a day or month with "on" or "in", or a year right after it."""
    begin, _, when = one
    if when.month is not None:
        return bool(_ON.search(text, max(0, begin - 30), begin))
    return begin >= end and _RIGHT_AFTER.fullmatch(text, end, begin) is not None


def _told(placed: list[Placed], start: int, end: int, limit: int) -> PartialDate | None:
    """The last date inside the words, else the first after them."""
    inside = [when for begin, _, when in placed if start <= begin < end]
    after = [when for begin, _, when in placed if end <= begin < limit]
    return inside[-1] if inside else after[0] if after else None


def _told_then(text: str, one: Placed, start: int) -> bool:
    """Whether a date that opens the clause is that of an announcement: "On May 3, it unveiled its plan to"."""
    told = _ANNOUNCING.search(text, one[1], start) or _STRUCK.match(text, start)
    return one[1] <= start and told is not None


def earlier(date: PartialDate, issued: PartialDate | None) -> bool:
    """Whether a date lies before the release, as far as both are told."""
    if issued is None:
        return False
    mine, theirs = (date.year, date.month or 0, date.day or 0), (issued.year, issued.month or 0, issued.day or 0)
    exact = 1 + bool(date.month and issued.month) + bool(date.day and issued.day)
    return mine[:exact] < theirs[:exact]


def says_today(text: str) -> bool:
    """Whether a sentence tells of the day of the release."""
    return bool(_TODAY.search(text))


def _placed(text: str, issued: PartialDate | None, status: Status) -> list[Placed]:
    exact = [in_its_year(text, one, issued, status) for one in find_dates(text, issued)]
    years = [
        (year.start(), year.end(), PartialDate(int(year[0])))
        for year in YEAR.finditer(text)
        if not NAMES.match(text, year.start())
    ]
    exact = [(begin, stop, of_quarter(text, begin, when)) for begin, stop, when in exact]
    named = months(text, issued, status) if issued else []
    rest = [one for one in [*years, *named] if not any(begin <= one[0] < stop for begin, stop, _ in exact)]
    return sorted(one for one in [*exact, *rest] if _may_date(text, one[0]) and not _PAID_THEN.match(text, one[1]))


def _may_date(text: str, begin: int) -> bool:
    ahead = text[max(0, begin - 40) : begin]
    if _ENDED.search(ahead):
        return bool(re.search(r"\b(?:quarter|period|year|months)\s+(?:ended|ending)\s*\Z", ahead, re.IGNORECASE))
    if _LASTS.search(text, max(0, begin - 140), begin):
        return True
    if _EARNED.search(text, max(0, begin - 140), begin):
        return False
    if _BARE.search(ahead) and _DAY.match(text, begin):
        return True
    if _OWNED_YEAR.search(ahead) and YEAR.match(text, begin):
        return _DEED.match(text, begin + 4) is not None
    return bool(_BEFORE.search(ahead)) and not _NOT_ITS_OWN.search(ahead)


def _opens(text: str, begin: int, stop: int, start: int, opener: re.Pattern[str] = _OPENER) -> bool:
    """Whether a date opens its clause ("On May 3, the Company ...") before the match."""
    if stop > start or start - stop > 160:
        return False
    ahead = text[:begin] if opener is _CLAUSE else text[:begin].rstrip()
    if _CLOSED.search(ahead, max(0, begin - 60)):
        return True
    return bool(opener.search(ahead)) and not _TURN.search(text, stop, start)


def _leads(text: str, stop: int, start: int) -> bool:
    """Whether only small words stand between a date and the match: "in May 2004 from the sale"."""
    return stop <= start and (_SMALL.fullmatch(text, stop, start) or _WHEN_IT.fullmatch(text, stop, start)) is not None
