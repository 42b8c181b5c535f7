"""What the patterns of the event kinds read in the sentences of a release."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.context.context import Context
from kg.context.modality import modality
from kg.extract.events.dates import AT_ONCE, says_today, stated_date
from kg.extract.events.happenings import Telling
from kg.extract.events.participants import distinct, fillers, participant
from kg.extract.events.phases import Standing, standing
from kg.extract.events.slices import Kinds, Reading, load_kinds
from kg.model import (
    BlockKind,
    Confidence,
    EventClaim,
    Mention,
    MentionKind,
    PartialDate,
    Participant,
    Party,
    Sentence,
    Status,
)
from kg.text.patterns import Match

_SPEAKING = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_TELEGRAPHIC = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.LIST_ITEM})
_TODAY = re.compile(r"\b(?:pleased|proud|excited|delighted|thrilled|happy) to announce", re.IGNORECASE)
_BIOGRAPHY = re.compile(
    r"\b(?:prior to (?:joining|that|this|his|her)|previously (?:served|held|worked)|(?:his|her) (?:previous|prior|career|background|"
    r"experience|tenure)|(?:he|she|mr\.|ms\.|mrs\.|dr\.) (?:\S+ )?(?:founded|co-founded|served|holds|earned|began|started|spent)|"
    r"years of experience|was responsible for|bachelor|M\.?B\.?A\b|graduate[ds]? (?:of|from)|degree (?:in|from))",
    re.IGNORECASE,
)  # a life told, not the news
_WARNING = re.compile(
    r"\b(?:no assurance|cannot (?:guarantee|assure)|risks and uncertainties|forward-looking|actual results|"
    r"could (?:cause|adversely)|factors (?:that|which) (?:could|may)|safe harbor|no obligation|or other claims)\b",
    re.IGNORECASE,
)
_BECAUSE = re.compile(r"\b(?:related|relating|due|attributable|owing|thanks) to (?:the|an?|its)? ?\Z", re.IGNORECASE)
_IN_PERIOD = re.compile(r"\b(?:during|in|for) the (?:quarter|year|period|half)\b(?! of| ended)", re.IGNORECASE)
_ALONG = re.compile(
    r"\b(?:will|expects? to|plans? to|intends? to|expected to)\b(?:[^.;]|\.\d){0,120} (?:while|by|thereby|including) \Z",
    re.IGNORECASE,
)  # a participle shares the phase of its main verb
_REASON = re.compile(r"\b(?:due to|because|as a result|resulting|for|related to)\b", re.IGNORECASE)
_FAR = 100  # characters: words further on tell of something else
_FEWEST_WORDS = 3


def tellings(context: Context) -> Iterator[Telling]:
    """Every event that a sentence of the release tells, in the order of the text."""
    kinds = load_kinds()
    lead = lead_number(context)
    for sentence in context.document.sentences:
        if sentence.kind in _SPEAKING and sentence.text.count(" ") >= _FEWEST_WORDS - 1:
            yield from _of_sentence(
                context, kinds, sentence, lead=lead is not None and lead <= sentence.number <= lead + 1
            )


def lead_number(context: Context) -> int | None:
    """The number of the sentence that opens the release's first paragraph."""
    paragraphs = (s.number for s in context.document.sentences if s.kind is BlockKind.PARAGRAPH)
    return next(paragraphs, None)


def _of_sentence(context: Context, kinds: Kinds, sentence: Sentence, *, lead: bool) -> Iterator[Telling]:
    taken: dict[str, list[tuple[int, int]]] = {}
    for match in kinds.rules.matches(context.annotated(sentence)):
        if not taken and (_WARNING.search(sentence.text) or (not lead and _BIOGRAPHY.search(sentence.text))):
            return
        reading = kinds.readings[match.rule.name]
        start, end = match.start, match.end
        told = taken.setdefault(reading.type, [])
        if any(start < stop and begin < end for begin, stop in told):
            continue  # the patterns of a kind stand in the order of their worth
        found = _tellings(context, sentence, match, reading, lead=lead)
        if found:
            told.append((start, end))
            yield from found


def _tellings(context: Context, sentence: Sentence, match: Match, reading: Reading, *, lead: bool) -> list[Telling]:
    headline = sentence.kind is BlockKind.HEADLINE
    if not _stands_where(reading.where, headline=headline, lead=lead):
        return []
    coded = match.annotated.coded
    if (reading.unless and reading.unless.search(coded)) or (reading.needs and not reading.needs.search(coded)):
        return []
    stand = standing(match, verb=reading.form == "verb", telegraphic=sentence.kind in _TELEGRAPHIC)
    status = _status(reading, stand)
    if status is Status.ACTUAL and reading.form == "noun" and reading.status is None:
        status = _phase(sentence.text, match)
    filled = fillers(match, headline=headline)
    if status is None or filled is None:
        return []
    if status is Status.PLANNED and AT_ONCE.search(sentence.text, match.end):
        status = Status.ACTUAL
    filled += _pronouns(context, sentence, match)
    subject = _subjects(context, sentence, match, reading, stand, filled)
    if reading.also == "person":
        people = (m for m in match.annotated.mentions if m.kind is MentionKind.PERSON)
        filled += [Participant("person", str(one.value)) for one in people]
    participants = distinct([*filled, *subject]) if subject is not None else None
    if not participants:
        return []
    return [
        _told(context, sentence, match, reading, stand, status, parties, lead=lead)
        for parties in _each(participants, reading.each)
    ]


def _each(participants: tuple[Participant, ...], role: str | None) -> list[tuple[Participant, ...]]:
    """The participants, once for each filler of the role that makes an event of its own."""
    ones = [part for part in participants if part.role == role]
    if len(ones) < 2:
        return [participants]
    return [tuple(part for part in participants if part.role != role or part is one) for one in ones]


def _told(
    context: Context,
    sentence: Sentence,
    match: Match,
    reading: Reading,
    stand: Standing,
    status: Status,
    participants: tuple[Participant, ...],
    *,
    lead: bool,
) -> Telling:
    headline = sentence.kind is BlockKind.HEADLINE
    date, dated = _date(context, sentence, match, reading, status, news=lead or headline)
    claim = EventClaim(
        type=reading.type,
        participants=participants,
        date=date,
        modality=status,
        evidence=(context.evidence(sentence, *_clause(sentence.text, match.start, match.end)),),
        rule=match.rule.name,
        confidence=Confidence.EXPLICIT if stand.parties or not reading.subject else Confidence.INFERRED,
        speaker=context.speaker_at(sentence.passage.origin(match.start)),
    )
    issuer = context.issuer.name if context.issuer else None
    topic = _post(match) if reading.each == "person" else None
    return Telling(claim, reading.merge, issuer, 0 if headline else 2 if lead else 1, dated, reading.weak, topic)


def _phase(text: str, match: Match) -> Status:
    """The phase that the clause gives to the verb or noun of happening; a group `verb` says which it is."""
    start, end = _core(match)
    if _BECAUSE.search(text, max(0, start - 30), start):
        return Status.ACTUAL
    if _ALONG.search(text, max(0, start - 160), start):
        return Status.PLANNED
    reason = _REASON.search(text, end)
    return modality(text[: reason.start() if reason else end + _FAR], start, end)


def _core(match: Match) -> tuple[int, int]:
    """Where the words of happening stand: the group `verb` of a pattern that has one, else the whole match."""
    if match.text("verb") is None:
        return match.start, match.end
    return match.bounds("verb")


def _post(match: Match) -> str | None:
    """The post told after a person, which tells two events of one person apart."""
    titles = [m for m in match.annotated.mentions if m.kind is MentionKind.TITLE and m.start >= _core(match)[0]]
    near = [title for title in titles if title.start < match.end + 60]
    return near[0].text.casefold() if near else None


def _stands_where(where: str, *, headline: bool, lead: bool) -> bool:
    return where == "any" or {"headline": headline, "lead": lead or headline, "body": not headline}[where]


def _status(reading: Reading, stand: Standing) -> Status | None:
    if stand.status is None or reading.status is None:
        return stand.status
    if reading.date == "release":  # a report is made, whatever it tells of
        return Status.DENIED if stand.status is Status.DENIED else reading.status
    weaker = (Status.DENIED, Status.POSSIBLE)
    if stand.status in weaker or (stand.status is Status.PLANNED and reading.status is Status.ACTUAL):
        return stand.status
    return reading.status


def _pronouns(context: Context, sentence: Sentence, match: Match) -> list[Participant]:
    """The company that speaks, in the roles that "it" or "us" fills."""
    roles = [name.partition("_")[0] for name, part in match.found.groupdict().items() if part and name.endswith("_it")]
    home = context.we_at(sentence.passage.origin(match.start))
    return [Participant(role, home.name) for role in roles] if home else []


def _owner(context: Context, sentence: Sentence, match: Match, role: str) -> list[Participant] | None:
    """Whose a thing is that is told with "our" (the speaker's), "its" or "the" (the sentence's first company's)."""
    ours = any(m.kind is MentionKind.OUR and match.start <= m.start < match.end for m in match.annotated.mentions)
    before = [
        m for m in match.annotated.mentions if m.start < match.start and m.kind in (MentionKind.ORG, MentionKind.WE)
    ]
    if before and not ours:
        first = participant(role, before[0])
        return [first] if first else None
    home = context.we_at(sentence.passage.origin(match.start))
    return [Participant(role, home.name)] if home else None


_OUTSIDERS = frozenset({"agency", "exchange", "university"})
_OWNERS = frozenset({"company", "buyer", "seller"})


def _outside(reading: Reading, mention: Mention) -> bool:
    """Whether a mention is an authority, which decides the event and does not have it."""
    value = mention.value
    return reading.subject in _OWNERS and isinstance(value, Party) and value.nature in _OUTSIDERS


def _subjects(
    context: Context,
    sentence: Sentence,
    match: Match,
    reading: Reading,
    stand: Standing,
    filled: list[Participant],
) -> list[Participant] | None:
    """Who fills the role of the grammatical subject; None when nobody can."""
    if not reading.subject or any(part.role == reading.subject for part in filled):
        return []
    if reading.subject == "issuer":
        home = context.we_at(sentence.passage.origin(match.start))
        return [Participant("company", home.name)] if home else None
    if reading.owner:
        return _owner(context, sentence, match, reading.subject)
    if any(_outside(reading, mention) for mention in stand.parties[:1]):
        return None
    named = [participant(reading.subject, mention) for mention in stand.parties[:1]]
    named += [participant("counterparty", mention) for mention in stand.parties[1:2]]
    found = [one for one in named if one is not None]
    if found:
        return found
    if stand.default or reading.anyone:
        home = context.we_at(sentence.passage.origin(match.start))
        return [Participant(reading.subject, home.name)] if home else None
    return None


def _date(
    context: Context, sentence: Sentence, match: Match, reading: Reading, status: Status, *, news: bool
) -> tuple[PartialDate | None, bool]:
    """The date of an event, and whether words state it (source: decision 21 of the annotation guide)."""
    if reading.date == "release":
        return context.issued, False
    stated = None
    if reading.date == "auto":
        start, end = _core(match)
        stated = stated_date(sentence.text, start, end, status, context.issued)
    if stated is not None:
        return stated, True
    announced = news or _TODAY.search(sentence.text) or says_today(sentence.text)
    done = status in (Status.ACTUAL, Status.DENIED)
    if reading.date != "auto" or not done:
        return None, False
    return (context.issued, False) if announced else (_reported(context, sentence), False)


def _reported(context: Context, sentence: Sentence) -> PartialDate | None:
    """The year of the period that a report is about, for what it lists as done in it."""
    topic = context.calendar.topic
    if topic is None or topic.end is None:
        return None
    listed = sentence.kind is BlockKind.LIST_ITEM or _IN_PERIOD.search(sentence.text)
    return PartialDate(topic.end.year) if listed else None


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of a sentence that states a match: from its clause's start to the end of its phrase."""
    begin = max(
        (text.rfind(mark, 0, start) + len(mark) for mark in ("; ", ": ", ". ") if mark in text[:start]),
        default=0,
    )
    begin = max(begin, start - 200)
    if begin > 0 and text[begin - 1] not in ' “"':
        begin = text.rfind(" ", 0, begin) + 1
    stop = text.find(" ", min(len(text), end + 60))
    return begin, stop if stop > 0 else len(text)
