"""How much of a company changes hands: more than half of it is an acquisition, less is an investment."""

from __future__ import annotations

import re

from kg.extract.events.scenes import Scene
from kg.model import MentionKind

_SHARE = re.compile(
    r"(?<![\d.])(\d{1,3})(?:\.\d+)? ?(?:%|per ?cent\b)(?:[^,;.]|\.\d){0,40}?\b(?:stake|interest|shareholding|equity|shares|stock|ownership|holding|position)",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\b(?:remaining|rest|controlling|majority|option|earn|all|outstanding)\b", re.IGNORECASE)
_PIECE = re.compile(
    r"\b(?:an?|its) (?:(?:\w+ )?(?:strategic|equity|minority|ownership|significant|substantial|small|direct|non-controlling|further|additional) )*(?:stake|interest|shareholding|position|holding|investment) in (?:the )?\Z",
    re.IGNORECASE,
)
_SPOT = re.compile(
    r"\b(?:sites?|propert(?:y|ies)|buildings?|parcels?|land|acres|apartments|warehouses?|plants?|stores?|homes|centers?|communit(?:y|ies)|complex(?:es)?|tower|hotels?)"
    r"(?: located)? (?:in|at|near) (?:the )?\Z",
    re.IGNORECASE,
)  # what is bought lies there
_HALF = 50


def misread(scene: Scene) -> bool:
    """Whether an acquisition tells of a minority of a company's shares or names a place, or an investment tells of a majority."""
    kind = scene.reading.type
    if kind not in ("Acquisition", "Investment"):
        return False
    text, start, end = scene.sentence.text, scene.match.start, scene.match.end
    share = _SHARE.search(text, start, end)
    if kind == "Investment":
        return share is not None and int(share[1]) > _HALF
    groups = [name for name, part in scene.match.found.groupdict().items() if part and name.startswith("target")]
    begins = (scene.match.bounds(group)[0] for group in groups)
    if any(_SPOT.search(text, max(start, begin - 40), begin) for begin in begins):
        return True
    minor = (_SHARE.match(scene.match.text(group) or "") for group in groups)
    if any(int(part[1]) < _HALF for part in minor if part):
        return True  # "12 percent of the shares of"
    bought = [mention for group in groups if (mention := scene.match.mention(group))]
    company = any(mention.kind is MentionKind.ORG for mention in bought)
    if share is None:
        return company and any(_PIECE.search(text, start, mention.start) for mention in bought)
    return company and int(share[1]) < _HALF and not _WHOLE.search(text, start, end)
