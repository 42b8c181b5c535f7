"""In which phase a match stands and when what it tells took or takes place."""

from __future__ import annotations

import re

from kg.context.modality import belied, modality
from kg.extract.events.dates import payable, says_today, stated_date, two_dates
from kg.extract.events.days import call_day, due_day, report_day
from kg.extract.events.in_turn import ONE_BY_ONE, in_turn
from kg.extract.events.kind_phases import OF_PEOPLE, of_kind
from kg.extract.events.meetings import voted_today
from kg.extract.events.phases import Standing
from kg.extract.events.scenes import Scene
from kg.extract.events.years import named_year, opening_year
from kg.model import BlockKind, PartialDate, Status

_GLAD = re.compile(r"\b(?:pleased|proud|excited|delighted|thrilled|happy) to announce", re.IGNORECASE)
_BECAUSE = re.compile(r"\b(?:related|relating|due|attributable|owing|thanks) to (?:the|an?|its)? ?\Z", re.IGNORECASE)
_REASON = re.compile(r"\b(?:due to|because|as a result|resulting|for|related to)\b", re.IGNORECASE)
_ALONG = re.compile(
    r"\b(?:will|expects? to|plans? to|intends? to|expected to)\b(?:[^.;]|\.\d){0,120} (?:while|by|thereby|including) \Z",
    re.IGNORECASE,
)  # a participle shares the phase of its main verb
_DEALS = frozenset(
    {
        "Acquisition",
        "Divestiture",
        "SpinOff",
        "EquityOffering",
        "DebtFinancing",
        "Investment",
        "ListingChange",
        "StockSplit",
    }
)
_AHEAD_OF = _DEALS - {"ListingChange"} | {"Partnership", "DebtRepayment", "NameChange", "StrategicReview"}
_ANNOUNCED = re.compile(
    r"\bannounc(?:e|es|ed|ing)(?: today)? (?:(?:the|an?|its|his|her) )?(?:[\w-]+ )?\Z", re.IGNORECASE
)
_IN_PERIOD = re.compile(r"\b(?:during|in|for) the (?:quarter|year|period|half)\b(?! of| ended)", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:pending|proposed|planned|upcoming|forthcoming|anticipated|intended)\b", re.IGNORECASE)
_LEFT_TO = re.compile(  # what others let one do
    r"\b(?:approvals?|clearances?|consents?|permission|go-ahead)\b(?: [^\s;.,]+){0,5}?(?P<for> (?:for|of|to)(?: the| its| our)?)? ?\Z"
)
_SIGNED = re.compile(
    r"\b(?:agreements?|contracts?|terms|letter of intent|option)(?: \S+)? (?:for|on|regarding|to|covering) (?:the )?\Z"
)
_TO_COME = re.compile(
    r"(?:(?!, (?:that|which) )[^.;]){0,50}? (?:is on track|(?:is|are) (?:expected|scheduled|anticipated) (?:for|to)|should (?:close|be completed)|will (?:close|create|form|result))\b"
)
_DUE = re.compile(
    r"(?:is|are|remains?) (?:still )?(?:expected|scheduled|anticipated|slated|planned|set|targeted|due)\b|will close\b"
)
_DROPPED = re.compile(
    r"\b(?:not to (?:proceed|go ahead|continue|move forward) with|not to pursue|not pursue|no longer (?:plans?|intends?|pursuing)|"
    r"abandon(?:ed|s|ing)?|shelv(?:ed|es|ing)|scrapp?(?:ed|s|ing)|call(?:ed|s|ing)? off|drop(?:ped|s|ping)?)"
    r"(?: (?:plans|its plans?|the plan|plans? for|the|its|any|a|an|for|planned|proposed|previously announced)){0,5} ?\Z",
    re.IGNORECASE,
)
_AUXILIARIES = re.compile(r"(?:(?:will|would|is|are|to|be|expected|scheduled|planned|due|slated) )+")
_EARLIER = re.compile(
    r"\b(?:had|previously|recently|earlier|originally|formerly|lately)(?: (?:been|also|successfully|already|announced)){0,2} ?\Z",
    re.IGNORECASE,
)  # what the lead looks back on
_AFTER = re.compile(
    r"\b(?:following|after|since|with|from|by|through|in connection with|due to|reflect\w*|includ\w+|of|on|for|upon|related to|despite|via|before|to)"
    r"(?: (?:the|its|our|their|(?-i:[A-Z])[\w.&]+(?:['’]s?)?)){0,3}(?:\Z| )",
    re.IGNORECASE,
)
_COMMENTED = re.compile(r"\btoday(?: also)? (?:commented|said|stated|added|noted|remarked)[,:]? ?[“\"]", re.IGNORECASE)
_NEWLY = re.compile(r"\b(?:newly|recently|just)\b", re.IGNORECASE)
_SOME_TIME = re.compile(
    r"\b(?:last|previous|prior|past|preceding) (?:few |several |two |three |six )?(?:quarter|week|month|day)s?\b(?!['’]s)|\bin recent (?:weeks|months|days)\b"
    r"|\bearlier this (?:week|month|quarter)\b",
    re.IGNORECASE,
)  # a day that is not the release's, though nobody can tell which
_POSSIBLY = re.compile(
    r"\b(?:possible|potential)(?: \w+)? (?:sale|acquisition|merger|divestiture|disposal|takeover|purchase|offering|listing|"
    r"spin-?off|separation|combination|IPO|transaction)\b",
    re.IGNORECASE,
)
_FINISHED = re.compile(r"\b(?:complet|clos|finali[sz]|consummat|conclu)", re.IGNORECASE)
_BEFORE_NOW = re.compile(r"\b(?:recent|recently|previously|already)(?: announced)? ", re.IGNORECASE)
_BEARING_YEARS = frozenset({"Award", "ShareholderMeeting"})  # whose names bear a year: "the 2026 Holmberg Award"
_SETTLED = re.compile(r"\bsettle(?:s|d|ment)?\b|\bresolv(?:es|ed|ing)\b", re.IGNORECASE)  # the suit was brought before
_THEN = r"(?: (?:by|in|on|from|since|back|with|against|at) )"
_MADE = re.compile(rf"\b(?:introduced|launched|developed|founded|established|built|acquired|created){_THEN}")
_OF_ANOTHER = {  # the participles whose date is not that of what is told before them
    "Settlement": re.compile(  # "brought by Brackwell in 2019", not "brought by Brackwell for $4 million in 2021"
        r"\b(?:brought|filed|commenced|instituted|initiated|lodged|pending|dating|stemming|arising)"
        r"(?: (?:by|with|against|at|from)(?: (?!(?:for|in|on|since|with)\b)[^\s,;]+){1,6})? (?:in|on|since|back|from) "
    ),
    "Award": _MADE,
    "Certification": _MADE,
    "PatentGrant": _MADE,
    "ProductLaunch": re.compile(rf"\b(?:founded|established|built|acquired){_THEN}"),
    "Layoff": _MADE,
    "RegulatoryMilestone": re.compile(
        r"\b(?:and|with|,) (?:has |have )?(?:\w+ ){0,3}?(?:PDUFA|target|goal|action)(?: \w+){0,2} date\b"
    ),
}
_STALE = 6  # months after which no report on a period is still to come
_STANDING = re.compile(r"(?:through|under|via|thanks to|leverag|continu)", re.IGNORECASE)
_FAR = 100  # characters: words further on tell of something else


def phase(scene: Scene, stand: Standing) -> Status | None:
    """The phase of what a match tells; None when it asserts nothing."""
    reading, text = scene.reading, scene.sentence.text
    status = _decided(scene, stand)
    if status is Status.ACTUAL and reading.form == "noun" and reading.status is None:
        start, end = scene.match.start, scene.match.end
        possible = _POSSIBLY.search(text, max(0, start - 12), end)
        status = Status.POSSIBLE if possible and reading.type != "StrategicReview" else _clause_phase(scene)
    status = of_kind(scene, status)
    return Status.DENIED if status is not None and belied(text, *scene.core) else status


def _decided(scene: Scene, stand: Standing) -> Status | None:
    """What the pattern and the auxiliaries before it say together."""
    fixed = scene.reading.status
    if stand.status is None or fixed is None:
        return stand.status
    if scene.reading.date == "release":  # a report is made, whatever it tells of
        return Status.DENIED if stand.status is Status.DENIED else fixed
    if fixed is Status.ACTUAL and _still_planned(scene):
        return Status.PLANNED
    weaker = (Status.DENIED, Status.POSSIBLE)
    if stand.status in weaker or (stand.status is Status.PLANNED and fixed is Status.ACTUAL):
        return stand.status
    return fixed


def _still_planned(scene: Scene) -> bool:
    """Whether a noun that tells of a deed calls it planned: "proceeds of the planned offering"."""
    start, end = scene.core
    text = scene.sentence.text
    noun = (
        scene.reading.form == "noun"
        and scene.reading.type in _DEALS
        and not _FINISHED.search(text, scene.match.start, scene.match.end)
    )
    return noun and (_AHEAD.search(text, max(0, start - 20), end) is not None or _left_to(text, start))


def _left_to(text: str, start: int) -> bool:
    """Whether the words before `start` speak of others' leave for what follows: "won clearance from the agency for"."""
    leave = _LEFT_TO.search(text, max(0, start - 70), start)
    return leave is not None and bool(leave["for"] or text.startswith(("for ", "of ", "to "), start))


def _clause_phase(scene: Scene) -> Status:
    """The phase that the clause gives to the verb or noun of happening."""
    text = scene.sentence.text
    start, end = scene.core
    if scene.reading.type in OF_PEOPLE and _ANNOUNCED.search(text, max(0, start - 60), start):
        return Status.ACTUAL  # made known, it is decided: whether it is to come tells its date
    if _DUE.match(text, start, end):
        return Status.PLANNED
    helping = _AUXILIARIES.match(text, start, end)
    if helping and helping.end() < end:
        start = helping.end()  # "will be cut": the words before the verb tell its time
    if _DROPPED.search(text, max(0, start - 90), start):
        return Status.DENIED
    if _BECAUSE.search(text, max(0, start - 30), start):
        return Status.ACTUAL
    if _ALONG.search(text, max(0, start - 160), start):
        return Status.PLANNED
    if (
        _AHEAD.search(text, max(0, start - 20), end)
        or _TO_COME.match(text, scene.match.end)
        or _SIGNED.search(text, max(0, start - 60), start)
        or _left_to(text, start)
    ):
        return Status.PLANNED
    reason = _REASON.search(text, end)
    return modality(text[: reason.start() if reason else end + _FAR], start, end)


def dated(scene: Scene, status: Status) -> tuple[PartialDate | None, bool]:
    """The date of an event, and whether words state it (source: decision 21 of the annotation guide)."""
    text, issued, rule = scene.sentence.text, scene.context.issued, scene.reading.date
    if rule == "none":
        return None, False
    if rule in ("release", "period") and (day := report_day(scene)):
        return day, True
    if rule == "release":
        return issued, False
    stated = _stated(scene, status)
    if scene.reading.type == "Default" and status is Status.ACTUAL:
        stated = stated or due_day(text, scene.core[1], issued)
    if rule == "period":
        return PartialDate(stated.year) if stated else None, False
    if stated is None and scene.reading.type == "StockSplit" and status is Status.PLANNED:
        stated = payable(text[scene.match.start :], issued)
    if status is Status.ACTUAL and (stated is None or stated.month is None):
        stated = voted_today(scene) or stated
    if stated is not None and not _older_than_the_news(scene, stated, status):
        return stated, True
    if status is not Status.ACTUAL:
        return call_day(scene), False
    return _of_the_news(scene), False


def _stated(scene: Scene, status: Status) -> PartialDate | None:
    """The date that words state, or that the name of a meeting or a fair bears."""
    text, rule, type_ = scene.sentence.text, scene.reading.date, scene.reading.type
    stated = stated_date(
        text,
        *scene.core,
        status,
        scene.context.issued,
        deed=rule == "deed",
        ahead=type_ in _AHEAD_OF,
        apart=_OF_ANOTHER.get(type_),
    )
    return named_year(text, *scene.core) if stated is None and type_ not in _BEARING_YEARS else stated


def _of_the_news(scene: Scene) -> PartialDate | None:
    """The day of the release for what it tells as news; else the year of the name or the report that holds it."""
    text, issued, type_ = scene.sentence.text, scene.context.issued, scene.reading.type
    start, end = scene.core
    if type_ == "Charge" and (span := opening_year(text)):
        return span
    done = type_ == "Lawsuit" and _SETTLED.search(text)
    before = type_ in _OF_ANOTHER and _BEFORE_NOW.search(text, max(0, start - 30), min(end, start + 40))
    if done or before or (type_ in _SITES and _PASSED.search(text)):
        return named_year(text, start, end) or _reported(scene)
    spoken = scene.lead or _GLAD.search(text) or (says_today(text) and not _COMMENTED.search(text))
    in_period = _IN_PERIOD.search(text)  # "bought back shares during the quarter": not today
    if (scene.headline or (spoken and not _in_passing(scene))) and not in_period:
        past = named_year(text, start, end)
        older = past is not None and issued is not None and past.year < issued.year and not says_today(text)
        return past if older else issued
    return named_year(text, start, end) or _reported(scene)


def _in_passing(scene: Scene) -> bool:
    """Whether the sentence that tells the news looks back on this: "with its acquisition of", "which had bought"."""
    back = _EARLIER.search(scene.sentence.text, max(0, scene.match.start - 40), scene.match.start)
    noun = scene.reading.form == "noun" and scene.reading.owner and scene.reading.status is Status.ACTUAL
    if noun:
        start, end = scene.match.start, scene.match.end
        noun = bool(
            _AFTER.match(scene.sentence.text, start, end)
            or _AFTER.search(scene.sentence.text, max(0, start - 30), start)
        )
    vague = _SOME_TIME.search(scene.sentence.text, max(0, scene.match.start - 90), scene.match.end + 40)
    newly = scene.reading.form == "noun" and _NEWLY.search(scene.sentence.text, scene.match.start, scene.match.end)
    return bool(back or noun or vague or newly)


_SITES = frozenset({"FacilityOpening", "FacilityClosing", "FacilityExpansion", "Relocation"})
# What a lead tells as done some time before it.
_PASSED = re.compile(
    r"\brecent(?:ly)?\b|\bduring (?:the|its|this) (?:\w+ )?(?:quarter|year|period|month)\b|\blast (?:week|month|quarter|year)\b",
    re.IGNORECASE,
)


def twice(scene: Scene, status: Status) -> tuple[PartialDate, ...]:
    """The dates of what was done twice or more; none when it was not."""
    if status is not Status.ACTUAL or scene.reading.date != "auto" or scene.reading.each:
        return ()
    if scene.reading.type in ONE_BY_ONE and (
        listed := in_turn(scene.sentence.text, scene.core[1], scene.context.issued)
    ):
        return listed
    return two_dates(scene.sentence.text, *scene.core, scene.context.issued)


def _older_than_the_news(scene: Scene, stated: PartialDate, status: Status) -> bool:
    """Whether the lead tells of today and the date, more than a year back, is that of something before it."""
    issued = scene.context.issued
    news = scene.lead and status is Status.ACTUAL and says_today(scene.sentence.text)
    return news and issued is not None and stated.year < issued.year - 1


def _reported(scene: Scene) -> PartialDate | None:
    """The year of the period that a report is about, for what it lists as done in it."""
    topic, issued = scene.context.calendar.topic, scene.context.issued
    if topic is None or topic.end is None or not _fresh(topic.end, issued):
        return None
    if scene.reading.form == "noun" and _STANDING.match(scene.sentence.text, scene.match.start):
        return None  # "revenues earned under the alliance with": it stood before
    listed = scene.sentence.kind is BlockKind.LIST_ITEM or _IN_PERIOD.search(scene.sentence.text)
    return PartialDate(topic.end.year) if listed else None


def _fresh(end: PartialDate, issued: PartialDate | None) -> bool:
    """Whether a period ended within the half year before the release, as that of a report of results does."""
    if issued is None or issued.month is None:
        return True
    months = (issued.year - end.year) * 12 + issued.month - (end.month or 12)
    return -1 <= months <= _STALE
