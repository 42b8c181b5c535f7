"""What each chunk of a release is for: one classifier for every layout."""

from __future__ import annotations

import re

from kg.model import Block, BlockKind
from kg.read.chunks import Chunk
from kg.read.datelines import measure

_FURNITURE = re.compile(
    r"(?:<page>.*|page\s\d+(?:\sof\s\d+)?|exhibit\s?(?:no\.?\s?)?\d.*|ex-99\S*|-?\s?more\s?-?|#[\s#]*|\*[\s*]*|"
    r"(?:\W*)for\s(?:immediate\s)?release\b.{0,80}|news\s?(?:release)?|press\srelease|end|\d{1,3}|-\s?\d{1,3}\s?-|"
    r"source:?\s.{0,150}|view (?:the )?(?:source|original).*|the post .*first.*|-?\s?30\s?-|"
    r"(?:from|to|subject|date|message-id|newsgroups|organization|lines|received|return-path|status|x-[\w-]+|"
    r"path|references|sender|reply-to|distribution|approved|nntp-posting-host):\s.*|from\s\S+@\S+\s.*)$",
    re.IGNORECASE | re.DOTALL,
)
_LEGAL = re.compile(
    r"forward[- \u2010\u2011]?looking (?:statement|information)|safe[- ]harbou?r|private securities litigation|"
    r"actual results? (?:to |may |could |might |will )?differ|"
    r"(?:un)?registered trademarks?|trademarks? (?:or registered|of)|"
    r"does not constitute an offer|shall not constitute an offer|accepts responsibility for the adequacy",
    re.IGNORECASE,
)
_LEGAL_HEAD = re.compile(
    r"(?:\W*)(?:cautionary|caution|safe[- ]harbou?r|forward[- ]looking|disclaimer|legal notice|disclosure|"
    r"notice (?:to|regarding)|statements? (?:under|regarding)).{0,120}$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\W*about\b.{1,100}$", re.IGNORECASE)
_CONTACT = re.compile(
    r"\W*(?:(?:media|press|investors?|company|corporate|sales|public|analyst|editorial|financial)\W{1,3}(?:\w+\W{1,3}){0,3})?"
    r"(?:contacts?|inquiries|relations|enquiries)\b.{0,160}$|for (?:more|further|additional) information\W{0,3}(?:contact)?\W*$",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\(?\b\d{3}\)?[-. /]{1,3}\d{3}[-. ]\d{4}\b|\+\d[\d ()-]{7,}|\b[\w.-]+@[\w-]+\.\w")


def classify(chunks: list[Chunk]) -> tuple[Block, ...]:
    """The blocks of a release in order, numbered from 0."""
    lead = _lead(chunks)
    blocks: list[Block] = []
    section: str | None = None
    mode = BlockKind.PARAGRAPH
    for number, chunk in enumerate(chunks):
        kind = _kind(chunk, number, lead)
        if kind is BlockKind.HEADING:
            section = chunk.text.strip("#* ")
            if _LEGAL_HEAD.match(chunk.text):
                mode = BlockKind.BOILERPLATE
            elif _ABOUT.match(chunk.text):
                mode = BlockKind.ABOUT
            else:
                mode = BlockKind.PARAGRAPH
        elif kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM} and mode is not BlockKind.PARAGRAPH:
            kind = mode
        elif kind is BlockKind.CONTACT:
            mode = BlockKind.PARAGRAPH
        blocks.append(Block(number, kind, chunk.passage, section))
    return tuple(blocks)


def _lead(chunks: list[Chunk]) -> int:
    """The number of the chunk that opens the story."""
    for number, chunk in enumerate(chunks[:40]):
        if measure(chunk.text) and len(chunk.text) > 100:
            return number
    for number, chunk in enumerate(chunks[:40]):
        if len(chunk.text) > 200 and not _FURNITURE.match(chunk.text):
            return number
    return 0


def _kind(chunk: Chunk, number: int, lead: int) -> BlockKind:
    text = chunk.text
    if chunk.table is not None:
        return BlockKind.TABLE
    if _FURNITURE.match(text):
        return BlockKind.FURNITURE
    if _CONTACT.match(text) or (len(text) < 200 and _PHONE.search(text)):
        return BlockKind.CONTACT
    if number < lead:
        return BlockKind.HEADLINE
    if _LEGAL.search(text) and len(text) > 120:
        return BlockKind.BOILERPLATE
    if chunk.bullet:
        return BlockKind.LIST_ITEM
    short = len(text) < 120 and not text.rstrip().endswith((".", ",", ";")) and chunk.lines <= 2
    if short and (chunk.strong or text.isupper() or text.istitle() or chunk.centred or _ABOUT.match(text)):
        return BlockKind.HEADING
    if short and _LEGAL_HEAD.match(text):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH
