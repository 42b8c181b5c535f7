"""A part of a company that is bought or sold: the part is what changes hands, and who owns it sells it."""

from __future__ import annotations

import re

from kg.extract.events.participants import described
from kg.extract.events.phases import Standing
from kg.extract.events.scenes import Scene
from kg.model import MentionKind, Participant, Party

_REACH = 110  # characters that a part and its "of" may take
_PART_OF = re.compile(
    r"\b(?:the|its|an?|certain|two|three|four|five|several|most|some)(?: of (?:the|its))? "
    r"(?P<part>(?:(?!(?:stock|shares|interests?|stake|all|from|by|with|that|which|for|to|of|in|and|at|on|parent|owner)\b)(?:U\.[SK]\.|[^\s,;:.()]+) ){1,5}?"
    r"(?:divisions?|units?|operations|business(?:es)?|subsidiar(?:y|ies)|assets|activities|arm|segment|portfolio)"
    r"|(?:(?!(?:stock|shares|from|by|with|that|which|for|to|of|in|at|on)\b)[^\s,;:.()]+ ){0,4}?"
    r"(?:publications?|magazines?|newspapers?|conferences|trade shows|catalogs?|stations?|stores|restaurants|hotels|branches|plants?|mills?|mines?|"
    r"brands?|trademarks?|patents?|product lines?|properties|warehouses|factor(?:y|ies)|refinery|dealerships|clinics|offices))"
    r" of (?:the )?(?:former )?\Z",
    re.IGNORECASE,
)
_OWN = re.compile(r"['’]s? ")
_WHOLE = re.compile(  # all that it has or does, by another name
    r"(?:(?:newly|recently) )?(?:acquired|business|operating|outstanding|remaining|entire|other|tangible|certain|net|whole|total|ongoing)\b",
    re.IGNORECASE,
)

_SHARES = re.compile(
    r"(?:(?:all|of|the|its|outstanding|issued|common|ordinary|remaining|capital|equity|entire|and) )*(?:shares|stock|capital stock|equity|share capital)",
    re.IGNORECASE,
)


def parted(scene: Scene, stand: Standing, filled: list[Participant]) -> list[Participant]:
    """The parties, where "the valve division of Regent" is bought with the division as target and Regent as seller."""
    if scene.reading.type != "Acquisition":
        return filled
    if any(one.role == "seller" for one in filled):
        return _entire(filled)
    if seller := _possessor(scene, filled):
        return [*filled, seller]
    owner = _owner(scene, stand)
    if owner is None or Participant("target", owner[1]) not in filled:
        return filled
    found = _PART_OF.search(scene.sentence.text, max(0, owner[0] - _REACH), owner[0])
    part = described("target", found["part"]) if found and not _WHOLE.match(found["part"]) else None
    if part is None:
        return filled
    rest = [one for one in filled if one != Participant("target", owner[1])]
    return [*rest, part, Participant("seller", owner[1])]


def _possessor(scene: Scene, filled: list[Participant]) -> Participant | None:
    """The company before whose things are bought: "the acquisition of Regent's Alto platform"."""
    match, known = scene.match, {one.name for one in filled}
    begins = {
        match.bounds(name)[0] for name, part in match.found.groupdict().items() if part and name.startswith("target")
    }
    for mention in match.annotated.mentions:
        value = mention.value
        if mention.kind is not MentionKind.ORG or not isinstance(value, Party) or value.name in known:
            continue
        if mention.start >= match.start and any(
            _OWN.fullmatch(scene.sentence.text, mention.end, begin) for begin in begins
        ):
            return Participant("seller", value.name)
    return None


def _entire(filled: list[Participant]) -> list[Participant]:
    """The parties, where "all of Regent's outstanding shares" are bought with Regent itself as target."""
    sellers = [one for one in filled if one.role == "seller"]
    shares = next(
        (one for one in filled if one.role == "target" and one.described and _SHARES.fullmatch(one.name)), None
    )
    if shares is None or len(sellers) != 1:
        return filled
    rest = [one for one in filled if one not in (shares, sellers[0])]
    return [*rest, Participant("target", sellers[0].name)]


def _owner(scene: Scene, stand: Standing) -> tuple[int, str] | None:
    """Where the company begins that a pattern takes for the target, and its name; None where it is none."""
    match = scene.match
    groups = [name for name, part in match.found.groupdict().items() if part and name.startswith("target")]
    bare = next((name for name in groups if name.endswith("_") and match.mention(name) is None), None)
    if bare:
        return match.bounds(bare)[0], match.text(bare) or ""
    bought = [mention for name in groups if (mention := match.mention(name))]
    bought += stand.parties[:1] if scene.reading.subject == "target" else ()
    owner = next((mention for mention in bought if mention.kind is MentionKind.ORG), None)
    return (owner.start, owner.value.name) if owner and isinstance(owner.value, Party) else None
