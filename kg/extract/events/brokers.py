"""Firms that deal for others: who "closed the sale" and represented the seller sells nothing of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.context.context import Context
from kg.extract.events.scenes import Scene
from kg.model import BlockKind, MentionKind, Participant, Party, Sentence

_CLIENT = (
    r"(?:buyers?|sellers?|vendors?|purchasers?|landlord|tenant|owners?|lender|borrower|client|developer|sides|parties)"
)
_ACTS = re.compile(
    rf"\brepresent(?:ed|s|ing) (?:both )?(?:the|its|an?|their|our|both) (?:[\w-]+ ){{0,4}}?{_CLIENT}\b"
    r"|\brepresent(?:ed|s|ing) (?:[\w.&'’-]+ ){1,5}in (?:the|its|their) (?:\S+ ){0,4}?(?:acquisition|sale|purchase|disposition)\b"
    r"|\b(?:served|acted|acting|serving) as (?:the )?(?:(?:exclusive|sole|financial|lead|M&A|listing|transaction) ){1,4}(?:advis[eo]r|brokers?|agent) (?:to|for|on)\b",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"\brepresent(?:ed|s|ing)\b|\bas (?:the )?(?:exclusive|sole|financial|lead|M&A|listing)\b", re.IGNORECASE
)
_DEALS = frozenset({"Acquisition", "Divestiture"})


def own_deals(scene: Scene, parties: Sequence[Participant]) -> list[Participant]:
    """The parties of a purchase or a sale without the firm that speaks, where the release says that it deals for others."""
    home = scene.home
    if scene.reading.type not in _DEALS or home is None or not _for_others(scene.context, home):
        return list(parties)
    return [part for part in parties if part.name != home.name]


def _for_others(context: Context, home: Party) -> bool:
    return any(
        _acts(context, one, home)
        for one in context.document.sentences
        if one.kind is not BlockKind.ABOUT and _HINT.search(one.text)
    )


def _acts(context: Context, sentence: Sentence, home: Party) -> bool:
    """Whether a sentence says that a company, or one of its people, acts for a party to a deal."""
    found = _ACTS.search(sentence.text)
    if found is None:
        return False
    ours = (
        m.kind in (MentionKind.WE, MentionKind.OUR) or (isinstance(m.value, Party) and m.value.name == home.name)
        for m in context.annotated(sentence).mentions
        if m.end <= found.start()
    )
    return any(ours) or re.search(rf"\b{re.escape(home.name.split()[0])} ", sentence.text[: found.start()]) is not None
