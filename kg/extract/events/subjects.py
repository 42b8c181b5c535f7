"""Who does, or has, what a match tells: the filler of the role of its grammatical subject."""

from __future__ import annotations

import re

from kg.extract.events.participants import participant
from kg.extract.events.phases import Standing
from kg.extract.events.scenes import Scene
from kg.extract.events.strangers import opener, stranger
from kg.extract.events.things import made_by_home
from kg.extract.sites.described_actors import described_actor
from kg.mentions.words import given_names, org_heads
from kg.model import Mention, MentionKind, Participant, Party

_PART = re.compile(r"(?:[:–—-]|//) ")
_NAME_WORD = re.compile(r"\w[\w&.'’-]{2,}")
_LONGEST_OPENING = 8  # words before the verb
_FIRST_WORD = 3  # words before the verb of a sentence: the name's first, a ticker, an auxiliary
_ITS = re.compile(r"\b(?:its|their)\b", re.IGNORECASE)
_NEAR = 25  # characters before a noun of happening in which its owner's pronoun stands
_OUTSIDERS = frozenset({"agency", "exchange", "university"})
_RANK = re.compile(
    r"(?:General|Gen\.|Colonel|Col\.|Captain|Admiral|Professor|Prof\.|Sir|Dame|Senator|Governor|Judge|Doctor|Dr\.?) [A-Z]"
    r"(?!\w+ (?:Corp|Inc|Company|Electric|Motors|Dynamics|Foods|Mills|Holdings|Group|Electronics|Industries|Systems)\b)"
)
_IT = re.compile(r"\W*(?:it|they|(?:in|on|during|since) [^,;]{2,40},? (?:it|they))\b", re.IGNORECASE)
_AGREED = re.compile(
    r"\b(?:agreements?|merger|combination|transaction|deal|letter|LOI|term sheet|tender|merg\w+|combin\w+)\b",
    re.IGNORECASE,
)
_MERGED = re.compile(r"\b(?:merger|business combination|combination|merg\w+|combin\w+)\b", re.IGNORECASE)
_DEALS = frozenset(
    {"Acquisition", "Divestiture", "SpinOff", "StrategicReview", "NameChange", "Bankruptcy", "Investment"}
)
_UNNAMED = re.compile(  # "the business has achieved": a part or a target, and not the company that speaks
    r"\bthe (?:(?!(?:company|group|bank)\b)[\w-]+ ){0,2}(?:business|unit|division|subsidiary|affiliate|venture|target|university|college|acquired company)"
    r"(?: (?:has|have|had|was|were|is|will|be|been|also|recently|today|now|\w+ly)){0,4} \Z",
    re.IGNORECASE,
)
_OWNERS = frozenset({"company", "buyer", "seller"})
_SITE_EVENTS = frozenset({"Relocation", "FacilityOpening", "FacilityClosing", "FacilityExpansion"})


def pronouns(scene: Scene) -> list[Participant]:
    """The company that speaks, in the roles that "it" or "us" fills."""
    groups = scene.match.found.groupdict().items()
    roles = [name.partition("_")[0] for name, part in groups if part and name.endswith("_it")]
    home = scene.home
    return [Participant(role, home.name) for role in roles] if home else []


def subjects(scene: Scene, stand: Standing, filled: list[Participant]) -> list[Participant] | None:
    """Who fills the role of the subject, nobody when the pattern fills it; None when somebody must and none can."""
    role = scene.reading.subject
    if not role or any(part.role == role for part in filled):
        return []
    if role == "issuer":
        return _at_home(scene, "company")
    unnamed = described_actor(scene.match.annotated, scene.match.found.start()) if _of_site(scene, role) else None
    if unnamed:
        return [Participant(role, unnamed, described=True)]
    if scene.reading.owner:
        return _owner(scene, role)
    if any(_outside(role, mention) for mention in stand.parties[:1]):
        return None
    if stand.name and role == "company" and _is_person(stand.name):
        return [Participant("person", stand.name)] if scene.reading.type == "Award" else None
    if stand.name and role in _OWNERS | {"target", "investor"}:
        with_ = _second(scene)
        first, _, second = stand.name.partition(" and ") if with_ else (stand.name, "", "")
        return [Participant(role, first), *([Participant(with_, second)] if second else [])]
    if role == "company" and any(made_by_home(scene, mention) for mention in stand.parties[:1]):
        return _at_home(scene, role)
    named = [participant(role, mention) for mention in stand.parties[:1]]
    if with_ := _second(scene):
        known = {part.name for part in filled}
        partners = [participant(with_, mention) for mention in stand.parties[1:]]
        named += [one for one in partners if one is not None and one.name not in known]
    found = [one for one in named if one is not None]
    if found:
        return found
    if _UNNAMED.search(scene.sentence.text, max(0, scene.match.start - 90), scene.match.start):
        return None
    default = stand.default or scene.reading.anyone or _shortened(scene)
    if default and scene.reading.type in _DEALS:
        if opener(scene, filled):
            return _lone(scene, role, filled)
        other = stranger(scene)
        if other:
            return [Participant(role, other.name)] if stand.default and _IT.match(scene.sentence.text) else None
    return _at_home(scene, role) if default else _lone(scene, role, filled)


def _is_person(name: str) -> bool:
    """Whether a proper name that no mention covers is that of a person, by its first word."""
    words = name.split()
    called = len(words) in (2, 3) and words[0] in given_names() and "&" not in words
    return bool(_RANK.match(name)) or (called and not any(word.lower() in org_heads() for word in words[1:]))


def _of_site(scene: Scene, role: str) -> bool:
    return role == "company" and scene.reading.type in _SITE_EVENTS


def _second(scene: Scene) -> str:
    """The role of the second of two subjects: of the same side where both do a thing, unknown where they agree on it."""
    role, match = scene.reading.second, scene.match
    if role != scene.reading.subject or not _AGREED.search(match.found[0]):
        return role
    bought = any(part and name.startswith("target") for name, part in match.found.groupdict().items())
    return "target" if scene.reading.type == "Acquisition" and not bought and _MERGED.search(match.found[0]) else ""


def _shortened(scene: Scene) -> bool:
    """Whether a headline opens with a shorter form of the issuer's name that no mention covers, or a sentence with its first word."""
    issuer = scene.context.issuer
    if issuer is None:
        return False
    before = scene.sentence.text[: scene.match.start]
    opening = _PART.split(before)[-1].split()
    if not scene.headline:
        alone = 0 < len(opening) <= _FIRST_WORD and len(before.split()) == len(opening)
        return alone and opening[0].casefold() == issuer.name.split()[0].casefold()
    known = {word.casefold() for name in issuer.names for word in _NAME_WORD.findall(name)}
    return 0 < len(opening) <= _LONGEST_OPENING and opening[0].strip("\"“”'").casefold() in known


def _at_home(scene: Scene, role: str) -> list[Participant] | None:
    home = scene.home
    return [Participant(role, home.name)] if home else None


def _owner(scene: Scene, role: str) -> list[Participant] | None:
    """Whose a thing is that is told with "our" (the speaker's), "its" or "the" (the sentence's first company's)."""
    start, end = scene.match.start, scene.match.end
    mentions = scene.match.annotated.mentions
    ours = any(m.kind is MentionKind.OUR and start <= m.start < end for m in mentions)
    before = [m for m in mentions if m.start < start and m.kind in (MentionKind.ORG, MentionKind.WE)]
    if before and not ours:
        first = participant(role, before[0])
        return [first] if first else None
    return _at_home(scene, role)


def _lone(scene: Scene, role: str, filled: list[Participant]) -> list[Participant] | None:
    """Whose a happening is that a noun tells of with "its": the only company that the sentence names before it."""
    if scene.reading.form != "noun" or role not in _OWNERS:
        return None
    start, end = scene.match.start, scene.match.end
    if not _ITS.search(scene.sentence.text, max(0, start - _NEAR), end):
        return None
    parties = {part.name for part in filled}
    before = [
        m for m in scene.match.annotated.mentions if m.end <= start and m.kind in (MentionKind.ORG, MentionKind.WE)
    ]
    named = {one for m in before if (one := participant(role, m)) is not None and one.name not in parties}
    return list(named) if len(named) == 1 and not any(_outside(role, m) for m in before) else None


def _outside(role: str, mention: Mention) -> bool:
    """Whether a mention is an authority, which decides the event and does not have it."""
    value = mention.value
    return role in _OWNERS and isinstance(value, Party) and value.nature in _OUTSIDERS
