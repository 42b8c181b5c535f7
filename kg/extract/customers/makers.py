"""Whose goods a name of goods is, as the release itself puts the maker's name before it somewhere."""

from __future__ import annotations

import re

from kg.context.context import Context
from kg.mentions.words import bare_words
from kg.model import MentionKind, Party
from kg.text.rules import Match

_NAMES = (MentionKind.ORG, MentionKind.PLACE, MentionKind.PERSON, MentionKind.TITLE, MentionKind.DATE)
_BRIEF = 3  # letters of a word too short to stand for a company


def maker_of(context: Context, match: Match) -> Party | None:
    """The issuer, where a match tells of goods that the release elsewhere calls the issuer's own; else None."""
    issuer, made = context.issuer, match.text("made")
    if issuer is None or not made:
        return None
    start, end = match.bounds("made")
    if any(m.kind in _NAMES and m.start < end and start < m.end for m in match.annotated.mentions):
        return None
    first = re.split(r"[ ™®]", made, maxsplit=1)[0]
    called = [name for name in issuer.names if " " not in name or len(issuer.names) == 1]
    head = issuer.name.split(" ", 1)[0].strip(",")
    called += [head] if len(head) > _BRIEF and head.lower() not in bare_words() else []
    shorts = "|".join(re.escape(name) for name in called)
    if len(first) < 3 or not shorts:
        return None
    if re.match(rf"(?:{shorts})(?:['’]s)?[ ™®]", made):
        return issuer
    owned = rf"(?<!\w)(?:{shorts})(?:['’]s)?[™®]* (?:[A-Z][\w™®]* ){{0,2}}{re.escape(first)}(?!\w)"
    return issuer if re.search(owned, context.document.text) else None
