"""Who signs a release: 'On behalf of the Board, "Jane Doe", President & CEO', "Sincerely, Jane Doe, Chairman"."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator

from kg.context.context import Context
from kg.context.reached import RUN_TOGETHER
from kg.mentions.people import read_name
from kg.mentions.titles import read_posts
from kg.model import Confidence, Evidence, PersonClaim, Span

_OPENS = re.compile(
    r"^[ \t>*_]*(?:(?:signed )?(?:on|by|for and on) (?:behalf|order) of (?:the |its )?(?:board\b|company\b|[A-Z])[^\n]{0,70}|"
    r"(?:yours )?(?:sincerely|truly|respectfully)(?: yours)?|(?:best|kind|warm)? ?regards),?:?[ \t*_]*$",
    re.IGNORECASE | re.MULTILINE,
)
_LEAD = re.compile(r"(?:\s|[*_>“\"'‘]|\(?signed:?\)?:?|/s/|per:|by:)*", re.IGNORECASE)
_GAP = re.compile(r"[\s”\"'’*_,]{1,12}(?:[-–—|] ?)?(?:__+\s+)?")
_AGAIN = 3  # signatures under one another
_LONGEST_GAP = 40  # characters of marks and blank lines before a name


def signed_off(context: Context) -> Iterator[PersonClaim]:
    """The posts printed under the names that sign for the board or the company."""
    text = context.document.text
    for opened in _OPENS.finditer(text) if context.issuer is not None else ():
        at = opened.end()
        for _ in range(_AGAIN):
            stop = yield from _signature(context, text, at)
            if stop is None:
                break
            at = stop


def _signature(context: Context, text: str, at: int) -> Generator[PersonClaim, None, int | None]:
    """The posts of the signature that begins at a position; its end is returned, None where there is none."""
    lead = _LEAD.match(text, at)
    start = lead.end() if lead else at
    name = read_name(text, start) if start - at <= _LONGEST_GAP else None
    gap = _GAP.match(text, name.end) if name is not None else None
    posts = read_posts(text, gap.end()) if gap else None
    if name is None or posts is None or not (name.known or name.honorific or name.degreed) or " " not in name.name:
        return None
    if (
        posts.former
        or RUN_TOGETHER.search(name.name)
        or not re.match(r"[ \t,*_]*(?:\n|$|of |[-–—|])|, ", text[posts.end :])
    ):
        return None
    person = context.persons.resolve(name.name) or (name.name.title() if name.name.isupper() else name.name)
    for post in posts.posts:
        yield PersonClaim(
            evidence=(Evidence(Span(start, posts.end), text[start : posts.end]),),
            rule="people/signed",
            person=person,
            title=post.text,
            company=context.issuer.name if context.issuer else None,
            position="current",
            acting=post.acting,
            confidence=Confidence.INFERRED,
        )
    return posts.end
