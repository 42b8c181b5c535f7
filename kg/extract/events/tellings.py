"""What the patterns of the event kinds read in the sentences of a release."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.context.context import Context
from kg.extract.events.brokers import own_deals
from kg.extract.events.courts import court
from kg.extract.events.dates import says_today
from kg.extract.events.others import others
from kg.extract.events.owned import parted
from kg.extract.events.participants import distinct, fillers
from kg.extract.events.phases import Standing, standing
from kg.extract.events.scenes import Scene
from kg.extract.events.shells import turned
from kg.extract.events.slices import Kinds, load_kinds
from kg.extract.events.stakes import misread
from kg.extract.events.subjects import pronouns, subjects
from kg.extract.events.telling import Telling
from kg.extract.events.timing import dated, phase, twice
from kg.model import BlockKind, Confidence, EventClaim, MentionKind, Participant, Party, Sentence, Status

_SPEAKING = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_BIOGRAPHY = re.compile(
    r"\b(?:prior to (?:joining|his|her)|previously (?:served|held|worked)|(?:previously|most recently|before that), (?:he|she)\b|, where (?:he|she) |"
    r"(?:his|her) (?:previous|prior|career|background|experience|tenure)|"
    r"(?:he|she|mr\.|ms\.|mrs\.|dr\.) (?:\S+ )?(?:founded|co-founded|served|holds|earned|began|started|spent)|"
    r"years of experience|was responsible for|bachelor|M\.?B\.?A\b|graduate[ds]? (?:of|from)|degree (?:in|from))",
    re.IGNORECASE,
)  # a life told, not the news
_WARNING = re.compile(
    r"\b(?:no assurance|cannot (?:guarantee|assure)|risks and uncertainties|forward-looking|actual results|"
    r"could (?:cause|adversely)|factors (?:that|which) (?:could|may)|safe harbor|no obligation|or other claims)\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\b(?:Units?|Business(?:es)?|Divisions?|Segments?|Operations|Subsidiary|Assets|Portfolio|Plants?|Mills?|Mines?|Arm|Branches|Stores|Sites?|Propert(?:y|ies)|Buildings?|Parcels?|Stake|Interests?|Firms?|Makers?|Manufacturers?|Providers?|Distributors?|Producers?|Chain|Stations|Company|Shares|Stock)\Z"
)  # where all words are capitalised, these name no company
_ONCE = frozenset(
    {"RegulatoryMilestone", "Lawsuit", "Settlement", "Investigation", "Certification", "PatentGrant", "Incident"}
)  # told twice in a sentence with the same parties and date, it is one
_FEWEST_BLANKS = 2
_TURNED = {"company": "counterparty", "counterparty": "company"}


def tellings(context: Context) -> Iterator[Telling]:
    """Every event that a sentence of the release tells, in the order of the text."""
    kinds = load_kinds()
    paragraphs = (s.number for s in context.document.sentences if s.kind is BlockKind.PARAGRAPH)
    opening = next(paragraphs, -2)
    for sentence in context.document.sentences:
        if sentence.kind in _SPEAKING and sentence.text.count(" ") >= _FEWEST_BLANKS:
            yield from _of_sentence(context, kinds, sentence, lead=opening <= sentence.number <= opening + 1)


def _of_sentence(context: Context, kinds: Kinds, sentence: Sentence, *, lead: bool) -> Iterator[Telling]:
    taken: dict[str, list[_Taken]] = {}
    if not kinds.rules.may_match(context.words(sentence)):
        return
    for match in kinds.rules.matches(context.annotated(sentence)):
        if not taken and (_WARNING.search(sentence.text) or (not lead and _BIOGRAPHY.search(sentence.text))):
            return
        scene = Scene(context, sentence, match, kinds.readings[match.rule.name], lead)
        told = taken.setdefault(scene.reading.type, [])
        earlier = [one for one in told if match.start < one.end and one.start < match.end]
        if len(earlier) > 1 or not scene.allowed:
            continue
        found = _tellings(scene)
        if scene.reading.type in _ONCE and any(_alike(found, one.found) for one in told):
            continue
        if found and not earlier:
            told.append(_Taken(match.start, match.end, found))
        elif found and _says_more(found, earlier[0].found):
            earlier[
                0
            ].found = found  # the patterns of a kind stand in the order of their worth, but for what one leaves out
    for told in taken.values():
        for one in told:
            yield from one.found


@dataclass(slots=True)
class _Taken:
    """A stretch of a sentence that tells one or more events of a kind."""

    start: int
    end: int
    found: list[Telling]


def _alike(found: Sequence[Telling], known: Sequence[Telling]) -> bool:
    """Whether two patterns read one happening in different words of a sentence."""
    if len(found) != 1 or len(known) != 1:
        return False
    one, two = found[0].claim, known[0].claim
    return (one.participants, one.date, one.modality) == (two.participants, two.date, two.modality)


def _says_more(found: Sequence[Telling], known: Sequence[Telling]) -> bool:
    """Whether one pattern tells all that another does, and names more parties."""
    if len(found) != 1 or len(known) != 1 or found[0].claim.modality is not known[0].claim.modality:
        return False
    return set(found[0].claim.participants) > set(known[0].claim.participants)


def _tellings(scene: Scene) -> list[Telling]:
    reading, match = scene.reading, scene.match
    stand = standing(match, verb=reading.form == "verb", telegraphic=scene.telegraphic, listed=scene.listed)
    status = phase(scene, stand)
    filled = fillers(match, scene.stands)
    if status is None or filled is None or misread(scene):
        return []
    if scene.headline:
        filled = [replace(part, described=part.described or _KIND.search(part.name) is not None) for part in filled]
    filled += pronouns(scene)
    found = subjects(scene, stand, filled)
    if reading.also == "person":
        people = (m for m in match.annotated.mentions if m.kind is MentionKind.PERSON)
        filled += [Participant("person", str(one.value)) for one in people]
    if found is not None:
        filled = parted(scene, stand, [*filled, *found])
        found = others(scene, filled)
        found += _before_court(scene, [*filled, *found])
    parties = own_deals(scene, _authorities(scene, [*filled, *found])) if found is not None else []
    participants = distinct(turned(reading.type, parties)) if found is not None else None
    if not participants or _history(scene, status) or _of_itself(scene, status, participants):
        return []
    if scene.reading.type == "Partnership" and _with_its_own(scene, participants):
        return []
    if not {part.role for part in participants}.issuperset(reading.requires) or _elsewhere(scene, participants):
        return []
    dates = twice(scene, status)
    if dates:
        once = _told(scene, stand, status, participants)
        return [replace(once, claim=replace(once.claim, date=date), dated=True) for date in dates]
    return [_told(scene, stand, status, parties) for parties in _each(participants, reading.each)]


def _with_its_own(scene: Scene, participants: tuple[Participant, ...]) -> bool:
    """Whether the only partner is a subsidiary: "through the Company's subsidiary, Alder Ventures Inc."."""
    partners = [part.name for part in participants if part.role == "counterparty"]
    said = (f"subsidiary{mark} {name}" for mark in (",", "") for name in partners)
    return len(partners) == 1 and any(words in s.text for words in said for s in scene.context.document.sentences)


def _of_itself(scene: Scene, status: Status, participants: tuple[Participant, ...]) -> bool:
    """Whether the possible sale is that of the company that speaks, which is a review of what to do with it."""
    issuer = scene.context.issuer
    sold = scene.reading.type == "Divestiture" and status is Status.POSSIBLE
    return sold and issuer is not None and Participant("target", issuer.name) in participants


def _before_court(scene: Scene, known: Sequence[Participant]) -> list[Participant]:
    """The court of a suit, where no place is told yet."""
    if scene.reading.type != "Lawsuit" or any(part.role == "place" for part in known):
        return []
    named = court(scene)
    return [named] if named else []


def _authorities(scene: Scene, parties: list[Participant]) -> list[Participant]:
    """The parties, an authority that one settles with in its own role."""
    if scene.reading.type != "Settlement":
        return parties
    issuer = scene.context.issuer
    if issuer is not None and Participant("counterparty", issuer.name) in parties:  # who speaks settles with the other
        parties = [replace(one, role=_TURNED.get(one.role, one.role)) for one in parties]
    values = [mention.value for mention in scene.match.annotated.mentions]
    agencies = {value.name for value in values if isinstance(value, Party) and value.nature == "agency"}
    return [
        Participant("regulator", one.name) if one.role == "counterparty" and one.name in agencies else one
        for one in parties
    ]


def _elsewhere(scene: Scene, participants: tuple[Participant, ...]) -> bool:
    """Whether what only the company that speaks can tell is told of another."""
    issuer = scene.context.issuer
    return scene.reading.home and issuer is not None and Participant("company", issuer.name) not in participants


def _history(scene: Scene, status: Status) -> bool:
    """Whether a change of post lies more than a year before the release: a life told, not the news."""
    issued = scene.context.issued
    if scene.reading.each != "person" or issued is None:
        return False
    date, stated = dated(scene, status)
    return stated and date is not None and date.year < issued.year - 1


def _each(participants: tuple[Participant, ...], role: str | None) -> list[tuple[Participant, ...]]:
    """The participants, once for each filler of the role that makes an event of its own."""
    ones = [part for part in participants if part.role == role]
    if len(ones) < 2:
        return [participants]
    return [tuple(part for part in participants if part.role != role or part is one) for one in ones]


def _type_here(scene: Scene, participants: tuple[Participant, ...]) -> str:
    """The type as the company that speaks has it: what it buys is a purchase, what it sells a sale."""
    type_, issuer = scene.reading.type, scene.context.issuer
    if type_ in ("Acquisition", "Divestiture") and issuer is not None:
        for role, mine in (("buyer", "Acquisition"), ("seller", "Divestiture")):
            if Participant(role, issuer.name) in participants:
                return mine
    return type_


def _of_another(scene: Scene, participants: tuple[Participant, ...]) -> bool:
    """Whether the body tells in passing what another company reported: on which day, the release does not say."""
    issuer = scene.context.issuer
    names = {part.name for part in participants if part.role == "company"}
    return (
        bool(names)
        and issuer is not None
        and issuer.name not in names
        and not (scene.headline or says_today(scene.sentence.text))
    )


def _told(scene: Scene, stand: Standing, status: Status, participants: tuple[Participant, ...]) -> Telling:
    context, reading = scene.context, scene.reading
    date, stated = dated(scene, status)
    if reading.date == "release" and not stated and _of_another(scene, participants):
        date = None
    claim = EventClaim(
        type=_type_here(scene, participants),
        participants=participants,
        date=date,
        modality=status,
        evidence=(context.evidence(scene.sentence, *scene.clause),),
        rule=scene.match.rule.name,
        confidence=Confidence.EXPLICIT if stand.parties or not reading.subject else Confidence.INFERRED,
        speaker=context.speaker_at(scene.origin),
    )
    issuer = context.issuer.name if context.issuer else None
    topic = scene.post if reading.each == "person" else scene.more
    return Telling(claim, reading.merge, issuer, scene.weight, stated, reading.weak, topic)
