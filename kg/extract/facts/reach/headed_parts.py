"""The part of a company that a heading further up, or the head of a table, still holds a block to."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.context.context import Context
from kg.extract.facts.reach.sections import section_scope
from kg.extract.facts.when.clocks import RUNNING_HEAD, subsidiary
from kg.model import Block, BlockKind, Sentence
from kg.text.periods import find_periods

# What a heading of periods says beside them: "First quarter 2022 compared with fourth quarter 2021", "Quarter".
_PERIOD_WORDS = re.compile(
    r"\b(?:compared|with|to|versus|vs\.?|against|and|or|the|for|in|ended|from|over|year-over-year|year-on-year|results?|highlights?|comparisons?|discussion)\b|[\W\d]",
    re.IGNORECASE,
)
_HIGHLIGHTS = re.compile(r"^(?P<name>[A-Z][\w&'’/ -]{2,50}?)\s(?:Highlights|Results|Review|Performance|Overview)$")
# "Retail Banking earnings for the quarter decreased", below a table that is headed Retail Banking.
_OF_PART = re.compile(
    r"(?P<name>[A-Z][\w'’-]*(?:\s(?:&\s|and\s)?[A-Z][\w'’-]*){0,5})(?:['’]s?)?\s(?:segment\s|division\s)?(?:net\s|operating\s|total\s|pre-?tax\s)?"
    r"(?:earnings|income|revenues?|sales|results|profits?|loss)\s(?:for|in|of|was|were|rose|fell|grew|increased|decreased|declined)"
)
_MEASURE = re.compile(
    r"\b(?:Net|Total|Gross|Average|Interest|Non-?[Ii]nterest|Other|Operating|Adjusted|Quarter|Year|Consolidated)\b"
)
_TELLING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def scope_under(
    context: Context, sentence: Sentence, segments: Mapping[str, str], parts: Mapping[int, str]
) -> str | None:
    """The scope that a sentence has from the heading it stands under, or from one further up (`parts`)."""
    heading = sentence.section
    return section_scope(heading, segments) or subsidiary(context, heading) or parts.get(sentence.block)


def headed_parts(context: Context, segments: Mapping[str, str]) -> dict[int, str]:
    """The scope of each block that stands under the part of a company named further up.

    A heading holds over the heads of pages, and over headings of periods that follow it at once and
    their like. The head of a table holds where the paragraph below opens with the same words.
    """
    blocks = context.document.blocks
    held: dict[int, str] = {}
    part: str | None = None
    fresh = divided = False  # right below the part's heading; its text is divided by periods
    for at, block in enumerate(blocks):
        text = block.passage.text.strip()
        if block.kind is BlockKind.FURNITURE or RUNNING_HEAD.search(text):
            continue
        if block.kind is BlockKind.HEADING:
            named = section_scope(text, segments) or _of_highlights(context, text)
            divided = part is not None and named is None and (fresh or divided) and _only_periods(text)
            part = named or (part if divided else None)
            fresh = named is not None
            continue
        if block.kind is BlockKind.TABLE:
            part = _of_table(text, blocks[at + 1 :]) or (part if fresh or divided else None)
            continue
        fresh = False
        part = part if block.kind in _TELLING else None
        if part is not None:
            held[block.number] = part
    return held


def _of_highlights(context: Context, heading: str) -> str | None:
    """The part of a bank or a fund house that its heading names beside "Highlights"; None for the house itself."""
    told = _HIGHLIGHTS.match(heading)
    if told is None or not re.search(r"\b(?:Banking|Group|Management|Insurance|Services)$", told["name"]):
        return None
    party = context.parties.resolve(told["name"])
    return None if party is not None or len(told["name"].split()) < _WORDS else f"segment:{told['name']}"


_WORDS = 2  # that a part's name has at least


def _only_periods(heading: str) -> bool:
    rest = heading
    for period in find_periods(heading, None):
        rest = rest.replace(period.text, " ")
    return rest != heading and not _PERIOD_WORDS.sub("", rest)


def _of_table(text: str, after: tuple[Block, ...]) -> str | None:
    """The part that a table is headed by and the paragraph below begins with."""
    below = next((block for block in after[:2] if block.kind is not BlockKind.FURNITURE), None)
    if below is None or below.kind is not BlockKind.PARAGRAPH:
        return None
    told = _OF_PART.match(below.passage.text.strip())
    if told is None or not text.startswith(told["name"]) or _MEASURE.search(told["name"]):
        return None
    return f"segment:{told['name']}" if len(told["name"].split()) >= _WORDS else None
