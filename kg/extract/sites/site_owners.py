"""Whose a site is of which something is told: the owner named with it, the one who acts, or whose text it is."""

from __future__ import annotations

import re

from kg.extract.actors import acting, home, party_name
from kg.extract.sites import site_grammar as grammar
from kg.extract.sites.telling import Telling
from kg.model import MentionKind


def doer(told: Telling, site: re.Match[str]) -> str | None:
    """Who does what a verb or noun tells of the site after it."""
    owner = party_name(told.context, told.filler(site, "owner"))
    subject = told.subject()
    branded = told.wording.kind in ("opening", "closing", "expansion") and _brand_before(told, site)
    if branded:
        return branded
    if told.nominal and _AT_THAT_TIME.search(told.sentence.text, 0, told.bounds[0]):
        return owner  # "at the time of the opening of the resort" tells of anybody's
    if told.nominal:
        return owner or agent_after(told) or subject or nobody_else(told)
    return subject or owner


_AT_THAT_TIME = re.compile(r"\b(?:time|date|day|eve|wake) of (?:the )?(?:grand )?$", re.IGNORECASE)


def _brand_before(told: Telling, site: re.Match[str]) -> str | None:
    """The organisation whose name stands right before the noun: "its newest Ashford Rail branch"."""
    noun = told.filler(site, "site")
    last = next(
        (m for m in told.annotated.mentions if noun and m.kind is MentionKind.ORG and m.end == noun.start - 1), None
    )
    begins = told.annotated.position(site.start("np"))
    return party_name(told.context, last) if last and last.start > begins else None


def nobody_else(told: Telling) -> str | None:
    """The issuer, where the sentence of a noun of happening names no other organisation."""
    if not told.nominal or any(m.kind in (MentionKind.ORG, MentionKind.PERSON) for m in told.annotated.mentions):
        return None
    return home(told.context, told.sentence)


def agent_after(told: Telling) -> str | None:
    """The organisation that "by" names after the verb or noun."""
    coded, end = told.annotated.coded, told.hit.end()
    found = grammar.BY.search(coded, end, min(len(coded), end + 120))
    return party_name(told.context, told.filler(found, "by"))


def leader(told: Telling, start: int) -> str | None:
    """Whose site it is when it leads its sentence: the subject before it, else whoever the text tells of."""
    subject = acting(told.context, told.sentence, told.annotated, told.annotated.position(start))
    if subject:
        return subject
    home = told.context.parties.home(told.sentence)
    return home.name if home else None
