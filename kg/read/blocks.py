"""What each chunk of a release is for: one classifier for every layout."""

from __future__ import annotations

import re

from kg.model import Block, BlockKind
from kg.read.chunks import Chunk
from kg.read.datelines import TELLING, find_date, measure
from kg.read.wordings import (
    ABOUT_HEAD,
    ABOUT_OPENING,
    CALLS,
    CONTACT_HEAD,
    FIGURES,
    FURNITURE,
    LEGAL_HEAD,
    MAIL,
    NEWS,
    REACH,
    REFERENCES,
    is_guarded,
    is_legal,
    legal_cues,
)

_PREFACE = 4  # paragraphs that may stand before a dated one: an archive's or a sender's preface
_SEARCHED = 60  # chunks: a story opens earlier than that
_SENTENCE = re.compile(r"[.!?][\"'\u201d\u2019)]*$")
_SUFFIX = re.compile(r"\b(?:inc|corp|co|ltd|l\.?p|n\.v|s\.a|a\.g|plc|u\.s|cos)\.$", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Za-z]")
_PARTICLES = "a an and as at but by for from in into is its of on or over per than the to upon via vs with"
_SPEAKS_NEXT = re.compile(
    r" (?:says?|said|states?|stated|adds?|added|comments?|commented|notes?|noted|explains?|explained|continues?|continued)(?: that)?[,:]$"
)
_SENTENCES = re.compile(r"[a-z]{3}\. (?:[A-Z][a-z]+ ){1,3}[a-z]{2}")
_SMALL = frozenset(_PARTICLES.split())
_FOLLOWING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})


def classify(chunks: list[Chunk]) -> tuple[Block, ...]:
    """The blocks of a release in order, numbered from 0."""
    lead = find_lead(chunks)
    blocks: list[Block] = []
    section: str | None = None
    mode = BlockKind.PARAGRAPH
    for number, chunk in enumerate(chunks):
        kind = _kind(chunks, number, lead, mode)
        if kind is BlockKind.HEADING:
            section = chunk.text.strip("*:# ") or None
            before, mode = mode, _mode(chunk.text)
            if mode is BlockKind.CONTACT or (before is BlockKind.CONTACT and _names(chunks, number, mode)):
                kind, mode, section = BlockKind.CONTACT, BlockKind.CONTACT, None
        elif kind is BlockKind.ABOUT:
            mode = kind
        elif kind is BlockKind.CONTACT:
            mode, section = kind, None
        elif number == lead:
            mode = BlockKind.PARAGRAPH
        elif kind in _FOLLOWING:
            kind, mode = _under(chunk, kind, mode)
        elif kind is BlockKind.BOILERPLATE and chunk.text.endswith((":", "following")):
            mode = kind  # the list of risks comes
        blocks.append(Block(number, kind, chunk.passage, section))
    return tuple(blocks)


def _names(chunks: list[Chunk], number: int, mode: BlockKind) -> bool:
    """Whether a heading among contacts is a name of theirs: short, and no paragraph under it."""
    text = chunks[number].text
    following = chunks[number + 1].text if number + 1 < len(chunks) else ""
    if REACH.search(text) or "http" in text or "www." in text:
        return mode is BlockKind.PARAGRAPH
    return mode is BlockKind.PARAGRAPH and len(text) < 60 and not text.isupper() and len(following) < 120


def find_lead(chunks: list[Chunk]) -> int:
    """The number of the chunk that opens the story: the dated one, else the first paragraph that tells."""
    bare: int | None = None
    told = 0
    for number, chunk in enumerate(chunks[:_SEARCHED]):
        text = chunk.text
        if chunk.table is not None or FURNITURE.match(text) or MAIL.match(text):
            continue
        length = measure(text)
        dated = length > 0 and find_date(text[:length]) is not None
        if length and told > (_PREFACE if dated else 0):
            break  # the story has long begun; dates and dashes stand in its tables too
        if length and (len(text) > 120 or chunk.lines > 2 or (len(text) > length + 10 and _SENTENCE.search(text))):
            return number
        if dated and length >= len(text) - 2 and number + 1 < len(chunks) and _is_place_and_date(text):
            if _SENTENCE.search(chunks[number + 1].text):
                return number
            continue  # place and date stand over the headline
        if len(text) > 140 and _tells(chunk):
            bare = number if bare is None else bare
            told += 1
        elif bare is None and _tells(chunk) and _is_short_story(chunk):
            bare = number
    return bare if bare is not None else _first_table(chunks)


def _is_place_and_date(text: str) -> bool:
    """Whether a line is a dateline by itself, not the head of a column."""
    found = find_date(text)
    if found is None or not re.search(r"(?:19|20)\d\d", found.group()):
        return False
    return "," in text[: found.start()] and not re.search(r"\b(?:ended|ending|as of)\b", text, re.IGNORECASE)


def _tells(chunk: Chunk) -> bool:
    """Whether a chunk is running text, not a headline or contact block."""
    text = chunk.text
    if chunk.bullet or chunk.strong or text.isupper() or is_legal(text):
        return False
    return bool(_SENTENCE.search(text)) and (chunk.lines < 3 or not REACH.search(text) or len(text) > 300)


def _is_short_story(chunk: Chunk) -> bool:
    """Whether a chunk shorter than paragraphs are is a sentence that tells, not a headline's second deck."""
    words = chunk.text.split()
    small = sum(word[:1].islower() for word in words)
    if chunk.centred or len(words) < 9 or small * 2 < len(words) or _SUFFIX.search(chunk.text):
        return False
    return TELLING.search(chunk.text) is not None and not REACH.search(chunk.text)


def _first_table(chunks: list[Chunk]) -> int:
    return next((number for number, chunk in enumerate(chunks) if chunk.table is not None), len(chunks))


def _mode(heading: str) -> BlockKind:
    """What stands under a heading."""
    if LEGAL_HEAD.match(heading):
        return BlockKind.BOILERPLATE
    if ABOUT_HEAD.match(heading):
        return BlockKind.ABOUT
    if CONTACT_HEAD.match(heading):
        return BlockKind.CONTACT
    if REFERENCES.match(heading):
        return BlockKind.FURNITURE
    return BlockKind.PARAGRAPH


def _under(chunk: Chunk, kind: BlockKind, mode: BlockKind) -> tuple[BlockKind, BlockKind]:
    """The kind of a chunk by what it stands under, and the mode for the next one."""
    text = chunk.text
    if mode is BlockKind.BOILERPLATE:
        told = FIGURES.search(text) or NEWS.search(text) or (len(text) > 150 and not is_guarded(text))
        if told and not chunk.bullet and not legal_cues(text):
            return kind, BlockKind.PARAGRAPH  # news again: its heading was overlooked
        return mode, mode
    if mode in {BlockKind.ABOUT, BlockKind.FURNITURE}:
        return mode, mode
    if mode is BlockKind.CONTACT:
        if len(text) < 120 and not (_SENTENCE.search(text) and text.count(" ") > 7):
            return mode, mode
        return kind, BlockKind.PARAGRAPH
    return kind, mode


def _kind(chunks: list[Chunk], number: int, lead: int, mode: BlockKind) -> BlockKind:
    chunk = chunks[number]
    text = chunk.text
    following = chunks[number + 1] if number + 1 < len(chunks) else None
    if chunk.table is not None:
        return BlockKind.TABLE
    if FURNITURE.match(text) or (number < 4 and number < lead and MAIL.match(text)):
        return BlockKind.FURNITURE
    if number < lead:
        return _head_kind(chunk, chunks[number + 1 : min(number + 4, lead)], mode)
    if number == lead:
        return BlockKind.LIST_ITEM if chunk.bullet else BlockKind.PARAGRAPH
    if _is_contact(chunk):
        return BlockKind.CONTACT
    if is_heading(chunk, following) and LEGAL_HEAD.match(text):
        return BlockKind.HEADING
    if is_legal(text):
        return BlockKind.BOILERPLATE
    if len(text) > 90 and ABOUT_OPENING.match(text):
        return BlockKind.ABOUT
    if is_heading(chunk, following):
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if chunk.bullet else BlockKind.PARAGRAPH


def _head_kind(chunk: Chunk, following: list[Chunk], mode: BlockKind) -> BlockKind:
    """The kind of a chunk above the story."""
    text = chunk.text
    if CONTACT_HEAD.match(text) or (len(text) < 500 and REACH.search(text)):
        return BlockKind.CONTACT
    dated = find_date(text)
    if dated and (dated.end() - dated.start() >= len(text) - 24 or (len(text) < 70 and _is_place_and_date(text))):
        return BlockKind.FURNITURE
    plain = len(text) < 60 and not (chunk.centred or chunk.strong or text.isupper())
    if mode is BlockKind.CONTACT and plain and any(REACH.search(each.text) for each in following):
        return BlockKind.CONTACT
    return BlockKind.HEADLINE


def _is_contact(chunk: Chunk) -> bool:
    text = chunk.text
    if len(text) > 400 or CALLS.search(text):
        return False
    if CONTACT_HEAD.match(text) and (len(text) < 160 or REACH.search(text)):
        return not FIGURES.search(text)
    reached = len(REACH.findall(text))
    return reached > 0 and (len(text) < 110 or chunk.lines > 2 or reached > 1) and not FIGURES.search(text)


def is_heading(chunk: Chunk, following: Chunk | None) -> bool:
    """Whether a chunk heads what follows it."""
    text = chunk.text
    if len(text) > 130 or chunk.lines > 2 or chunk.bullet or following is None or not _LETTERS.search(text):
        return False
    if (_SENTENCE.search(text) and not _SUFFIX.search(text)) or text.endswith((",", ";")) or text[:1] in '"\u201c(':
        return False
    if LEGAL_HEAD.match(text) or ABOUT_HEAD.match(text) or chunk.strong or text.isupper():
        return True
    if _SENTENCES.search(text) or _SPEAKS_NEXT.search(text):
        return False  # it ends in a name with "Inc.", but tells before; it tells who speaks below
    words = [word for word in text.split() if word[:1].isalpha() and word.lower() not in _SMALL]
    if not words or len(words) > 16:
        return False
    capital = sum(1 for word in words if word[:1].isupper())
    if capital * 4 >= len(words) * 3:
        return True
    if text.endswith(":") and text.count(" ") > 4:
        return False  # it leads into a list
    return len(text) < 70 and text[:1].isupper() and len(following.text) > len(text)
