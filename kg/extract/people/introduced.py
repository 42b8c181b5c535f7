"""People whom a list introduces as newly taken on: "announced three additions to its team:" and an item for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.context.context import Context
from kg.model import Block, BlockKind, PersonClaim

_TAKES_ON = re.compile(
    r"\b(?:(?:additions?|appointments?|promotions?|elections?|new hires?|hirings?|newly (?:appointed|elected|created)|(?:following|new|key|executive|senior) (?:[\w-]+ ){0,2}(?:hires|members|executives|officers|directors|leaders))\b[^.;]{0,120}"
    r"|(?:has|have) (?:appointed|promoted|hired|named|elected|added|welcomed)\b[^.;]{0,120}|(?:appoints|promotes|hires|names|elects|adds|welcomes)\b[^.;]{0,120})[.:]$"
)
_NO_NEWS = re.compile(
    r"\b(?:retire|resign|step(?:ped|ping)? down|depart|propos|nomin|candidates?|will be voted|current|consists? of)\w*\b"
)
_EARLIER = re.compile(r"\b(?:former|formerly|previously|retired)\b", re.IGNORECASE)
_JOINING = re.compile(
    r"(?:[Aa]lso |[Nn]ewly )?[Jj]oining (?P<whom>[A-Z][\w&.’'-]*(?:,? [A-Z&][\w&.’'-]*){0,4})(?: (?:from|as|in|on|at) [^;]{2,70}?)? (?:is|are) "
)
_OPENS = 4  # characters of a bullet before the name that opens an item


def introduced(context: Context, claims: Iterable[PersonClaim]) -> Iterator[PersonClaim]:
    """The claims, those whose item stands in a list of people taken on told as appointed."""
    starts = set(_item_starts(context.document.blocks))
    told = list(claims)
    joined = list(_joined(context, told))
    for claim in told:
        at = claim.evidence[0].span.start
        firm = next((name for begin, end, name in joined if begin <= at < end), None)
        if firm is not None and claim.position == "current" and claim.rule == "people/apposition":
            yield replace(claim, position="appointed", company=firm, rule="people/introduced")
            continue
        issuer = context.issuer.name if context.issuer else None
        plain = claim.position == "current" and claim.rule == "people/apposition" and claim.company in (issuer, None)
        plain = plain and not _EARLIER.search(claim.evidence[0].quote)
        if plain and any(at - step in starts for step in range(_OPENS + 1)):
            yield replace(claim, position="appointed", rule="people/introduced")
        else:
            yield claim


def _joined(context: Context, told: Sequence[PersonClaim]) -> Iterator[tuple[int, int, str]]:
    """Stretches that present who joins a firm or somebody of it: "Joining Ann Lee is Bob Roe, controller", and the items behind."""
    blocks = context.document.blocks
    for sentence in context.document.sentences:
        found = _JOINING.match(sentence.text) if "oining" in sentence.text[:20] else None
        if found is None:
            continue
        person, party = context.persons.resolve(found["whom"]), context.parties.resolve(found["whom"])
        firms = {c.company for c in told if c.person == person and c.position in ("current", "appointed")}
        firm = party.name if party else firms.pop() if len(firms) == 1 else None
        end = sentence.span.end
        for block in blocks[sentence.block + 1 :]:
            if block.kind not in (BlockKind.LIST_ITEM, BlockKind.FURNITURE):
                break
            end = block.span.end
        if firm is not None:
            yield sentence.span.start, end, firm


def _item_starts(blocks: Iterable[Block]) -> Iterator[int]:
    """Where the items of such lists begin in the document."""
    listed = False
    for block in blocks:
        if block.kind is BlockKind.FURNITURE:
            continue
        if block.kind is BlockKind.LIST_ITEM:
            if listed:
                yield block.span.start
            continue
        text = block.passage.text.rstrip()
        last = re.split(r"(?<=[.!?]) (?=[A-Z])", text)[-1] if block.kind is BlockKind.PARAGRAPH else ""
        listed = bool(last) and _TAKES_ON.search(last) is not None and _NO_NEWS.search(last) is None
