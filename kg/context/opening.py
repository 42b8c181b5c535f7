"""Whom the lead of a release shows speaking: "Alder Power today announced", "Today, Alder and Birch said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.mentions.bare import excluded, personal, post_words, title_case
from kg.mentions.gazetteer import cities
from kg.mentions.organisations import OrgName
from kg.mentions.words import bare_words, given_names, stops
from kg.model import BlockKind, Document, Sentence

_WORD = r"(?:[A-Z0-9À-Þ][\w&.+’'!/-]*|[a-z]{1,2}[A-Z]\w+)(?: ?[®™])?"
_NAME = rf"(?P<name>{_WORD}(?:(?: | & | of | of the | for | for the | and ){_WORD}){{0,7}})"
_ASIDE = r"(?:,? ?\([^()]{1,120}\)|,? [“\"][^”\"]{1,60}[”\"]|, (?:an?|the|one of|part of|which|who|formerly|Inc\.|LLC)\b[^;:]{2,220}?,(?= (?!and )))"
_DID = (
    r"announce[sd]?|report(?:s|ed)|launche[sd]|unveil(?:s|ed)|introduce[sd]|completed?|complete[sd]|closed|signed|acquire[sd]|appoint(?:s|ed)|"
    r"names|named|hosted|opened|expand(?:s|ed)|selected|received|released|filed|declared|entered|welcomes?|welcomed|promoted|hired|secured|"
    r"issued|posted|published|celebrate[sd]|partnered|joined|agreed|reached|awarded|won|raised|priced|finalized|formed|broke ground|"
    r"began shipping|provide[sd]|confirm(?:s|ed)|commence[sd]|revealed|shared|submitted|said"
)
_GLAD = r"(?:is|are|was) (?:very |extremely |truly )?(?:pleased|proud|excited|thrilled|delighted|honou?red|happy|announcing|launching|set to|expanding|shipping)"
_SPEAKS = re.compile(
    rf"(?:(?<=^)|(?<=, )|(?<=[-–—:] )|(?<=[—–])){_NAME}(?P<aside>{_ASIDE}){{0,3}},?"
    rf"(?: (?:today|also|has|have|jointly|recently|proudly|officially|on \w+day|this week|will)){{0,3}} (?:(?:{_DID})\b|{_GLAD}\b)"
)
_LEADING = re.compile(r"^.{0,160}?(?:\)|\d{4}|/|wire\W*|WIRE\W*|[A-Z]{2,}) ?(?:[-–—:]{1,3}|\.{2,4}) ?(?=[A-Z0-9a-z“])")
_SEVERAL = re.compile(r" (?:today |also |both |each )?(?:are|were|have|announce)\b")  # what more than one does
_FUNCTION = frozenset(
    ("the", "today", "in", "as", "on", "at", "a", "an", "this", "and", "for", "with", "while", "after", "since")
)
_PRESS = re.compile(r"(?:Journal|Times|Post|Magazine|Gazette|Tribune|Herald|News|Reuters|Bloomberg)$")
_LEADS = 2  # sentences of running text among which the lead is looked for
_RUNNING = (BlockKind.PARAGRAPH, BlockKind.HEADLINE)


def lead_sentences(document: Document) -> list[Sentence]:
    """The first sentences of running text, from the dateline on where there is one."""
    start = document.dateline.start if document.dateline else 0
    found = [
        sentence
        for sentence in document.sentences
        if sentence.kind in _RUNNING
        and sentence.span.end > start
        and len(sentence.text.split()) > 5
        and not title_case(sentence.text)
    ]
    return found[: 1 if document.dateline else _LEADS]


def lead_names(text: str) -> Iterator[OrgName]:
    """The capitalised phrases that an announcing verb follows in a sentence of the lead."""
    dateline = _LEADING.match(text)
    start = dateline.end() if dateline else 0
    for match in _SPEAKS.finditer(text[:600], start):
        name, begin = match["name"], match.start("name")
        words = name.split()
        while words and (words[0].lower() in _FUNCTION or words[0].isdigit()):
            begin += len(words[0]) + 1
            words = words[1:]
        for part in _parts(text[begin : match.end("name")], text, text[match.end("name") :]):
            start = text.index(part, begin)
            name = part.rstrip(" ®™.,")
            if not _no_speaker(name):
                yield OrgName(start, start + len(name), name, "lead")


def _parts(name: str, text: str, after: str) -> list[str]:
    """A phrase, or the two names that "and" joins in it ("Alder and Birch today announced", "Alder Optics and Birch are")."""
    halves = name.split(" and ")
    several = _SEVERAL.match(after) is not None or " jointly " in text
    joint = len(halves) == 2 and (halves[0].count(" ") == halves[1].count(" ") == 0 or several)
    return halves if joint else [name]


def _no_speaker(name: str) -> bool:
    low = [word.lower().strip(",.") for word in name.split()]
    return (
        len(name) < 3
        or excluded(name)
        or personal(name)
        or name.lower() in cities()
        or any(stops(word) for word in name.split()[1:] if word[0].isupper())
        or any(word in post_words() for word in low)
        or any(
            word in ("board", "committee", "directors", "office", "court", "department", "commission") for word in low
        )
        or ("and" in low and name.split(maxsplit=1)[0] in given_names())
        or bool(_PRESS.search(name))
        or (len(low) == 1 and low[0] in bare_words())
    )
