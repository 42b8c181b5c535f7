"""The headline of a release, and the day it was issued."""

from __future__ import annotations

import re

from kg.model import Block, BlockKind, Header, PartialDate
from kg.read.chunks import Chunk
from kg.read.datelines import measure
from kg.text.dates import find_dates, slashed_date

_CARRIES_ON = re.compile(
    r"(?:[,&:]|\b(?:and|or|of|to|for|with|by|in|on|at|from|the|a|an|as|its|into|than|that|announces?|announced|acquires?|reports?"
    r"|names|appoints|elects|completes|launches|signs|receives|wins|declares|introduces|unveils|issues|releases|enters"
    r"|opens|closes|expands|adds|joins|selects|awards|wins|files|updates|provides|secures|presents))$",
    re.IGNORECASE,
)
_CARRIED = re.compile(
    r"(?:(?i:and|or|of|to|for|with|by|in|on|at|from|as|into|than|that|following|through|under|over)\b|[a-z])"
)
_ASIDE = re.compile(r"\((?:in|dollars|unaudited|nasdaq|nyse|otc|amex|\$)[^()]{0,60}\)$", re.IGNORECASE)
_STAMP = re.compile(r"[{\[(]\s?(?:press|news) release\s?[}\])]\s?", re.IGNORECASE)
_OPEN_PERIOD = re.compile(r"\b(?:ended|ending|as of)$", re.IGNORECASE)
_MAIL_DATE = re.compile(r"(?:^|\s)Date: (.{6,40})")
_FOOT = 12  # blocks that may close a wire story
_REACH = 40  # blocks: how far a yearless dateline may look for its year


def title(blocks: tuple[Block, ...], chunks: list[Chunk]) -> str | None:
    """The headline as printed, its lines joined; None when the release has none."""
    run: list[tuple[str, bool]] = []
    previous = None
    for block, chunk in zip(blocks, chunks, strict=True):
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.TABLE}:
            break
        if run and _OPEN_PERIOD.search(run[-1][0]) and block.kind is BlockKind.FURNITURE:
            run[-1] = (f"{run[-1][0]} {block.passage.text}", run[-1][1])  # the date that ends it has a line to itself
        elif block.kind is BlockKind.HEADLINE:
            text = _STAMP.sub("", _ASIDE.sub("", block.passage.text)).strip("* ")
            if len(text) > 5 and _is_latin(text) and not (text.endswith(":") and text.count(" ") < 4):
                # a headline behind contacts or page furniture is the better one
                run = [*run, (text, chunk.strong)] if previous is BlockKind.HEADLINE else [(text, chunk.strong)]
                previous = BlockKind.HEADLINE
        else:
            previous = block.kind
    if len(run) > 1 and run[0][0].count(" ") < 2 and run[1][0].count(" ") > 2:
        run = run[1:]  # a kicker such as "UPDATE" stands over the headline
    told = [run[0][0]] if run else []
    for text, strong in run[1:]:
        if strong != run[0][1] or not _goes_on(told[-1], text):
            break
        told.append(text)
    return " ".join(told) or None


def _is_latin(text: str) -> bool:
    """Whether most letters are Latin."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(1 for letter in letters if letter < "\u0250") * 2 > len(letters)


def _goes_on(above: str, text: str) -> bool:
    """Whether the next line carries a headline on."""
    if above.isupper() != text.isupper():
        return False
    if _CARRIES_ON.search(above):
        return True
    return _CARRIED.match(text) is not None


def issued(blocks: tuple[Block, ...], lead: int | None, dateline: int, header: Header | None) -> PartialDate | None:
    """The date of the release: its dateline's, else that of a line above, else one that the lead calls today."""
    near = header.filed if header else None
    if lead is not None:
        found = _dated(blocks[lead].passage.text[:dateline], near) or _year_nearby(blocks, lead, dateline)
        if found is not None:
            return found
    return _above(blocks, near) or _today(blocks) or _mailed(blocks)


def _dated(text: str, near: PartialDate | None) -> PartialDate | None:
    """The first full date of a line."""
    days = [date for _, _, date in find_dates(text, near) if date.day is not None]
    return days[0] if days else slashed_date(text)


def _year_nearby(blocks: tuple[Block, ...], lead: int, dateline: int) -> PartialDate | None:
    """The dateline's day in the year that the dates of the story put it in."""
    line = blocks[lead].passage.text[:dateline]
    if not any(map(str.isdigit, line)):
        return None
    for block in blocks[-_FOOT:]:
        stamped = slashed_date(block.passage.text)  # "-0- 5/9/2005" closes a wire story
        if stamped is not None and _dated(line, stamped) == stamped:
            return stamped
    for block in blocks[max(0, lead - 8) : lead + _REACH]:
        start = dateline if block.number == lead else 0
        for _, _, date in find_dates(block.passage.text[start : start + 3000]):
            if date.month is not None:
                return _dated(line, date)
    return None


def _above(blocks: tuple[Block, ...], near: PartialDate | None) -> PartialDate | None:
    """The date that stands by itself in the head of the release."""
    for block in blocks[:_REACH]:
        text = block.passage.text
        opening = text[: measure(text)]
        if opening and (found := _dated(opening, near)) is not None:
            return found  # a dateline on a line of its own, or one that a headline's shape hides
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            return None
        if block.kind is BlockKind.FURNITURE and _MAIL_DATE.search(text):
            continue
        if block.kind in {BlockKind.FURNITURE, BlockKind.CONTACT, BlockKind.HEADLINE} and len(text) < 400:
            found = _dated(text, near)
            if found is not None and (block.kind is not BlockKind.HEADLINE or len(text) < 60):
                return found
    return None


def _today(blocks: tuple[Block, ...]) -> PartialDate | None:
    """The date that an opening paragraph calls today."""
    opening = [block for block in blocks[:_REACH] if block.kind is BlockKind.PARAGRAPH][:3]
    for block in opening:
        text = block.passage.text[:1500]
        for start, _, date in find_dates(text):
            if date.day is not None and re.search(
                r"\btoday\b,? ?\(?$", text[max(0, start - 12) : start], re.IGNORECASE
            ):
                return date
    return None


def _mailed(blocks: tuple[Block, ...]) -> PartialDate | None:
    """The date of the mail header that carried the release."""
    for block in blocks[:3]:
        found = _MAIL_DATE.search(block.passage.text)
        if found and block.kind is BlockKind.FURNITURE:
            return _dated(found.group(1), None)
    return None
