"""Posts with the words in front of them that no list of fields knows: "said Jane Doe, infrastructure games lead at Alder"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.mentions.titles import Post, Posts
from kg.mentions.words import stop_words, title_words
from kg.model import Mention, Party

_SAID = re.compile(
    r"\b(?:said|says|stated|states|added|adds|noted|notes|commented|comments|explained|explains|remarked|observed) (?:(?:Mr|Ms|Mrs|Dr)\. )?$"
)
_LEAD = re.compile(r"(?:[’']s)?, (?P<the>the |our |its |the [Cc]ompany[’']s )?")
_WORDS = re.compile(r"(?:[A-Za-z][\w&/.-]* ){1,6}")
_OWNERS = ("our ", "its ", "the Company’s ", "the company’s ", "the Company's ", "the company's ")
_MOST = 4  # words in front of a post
_OWNED = re.compile(r"(?:[’']s?)? ")
_CAPITAL = re.compile(r"(?P<word>[A-Z][\w&-]*) ")
_CLOSES = re.compile(r"[.,;:”\"]|$| (?:at|of|for|from|with|who)\b")
_DONE = re.compile(r"(?:ed|ing|ly|based|winning|year-old)$")
_QUALIFIES = frozenset(
    ("former", "current", "longtime", "long-time", "new", "then", "retired", "late", "fellow", "local", "self-described", "proud", "famous", "famed", "noted", "renowned", "veteran", "senior-most", "happy", "one", "two", "resident", "native", "first-time")
)  # fmt: skip


def modified(text: str, group: Posts, people: Sequence[Mention], orgs: Sequence[Mention]) -> tuple[Posts, Party | None]:
    """Posts of who is quoted, with the words that stand between a comma and them; and the company named first there."""
    person = next((person for person in reversed(people) if person.end <= group.start), None)
    lead = _LEAD.match(text, person.end) if person is not None else None
    if person is None or lead is None or lead.end() >= group.posts[0].end:
        return group, None
    if _SAID.search(text[: person.start]) is None and lead["the"] not in _OWNERS:
        return group, None
    if not _CLOSES.match(text, group.end):
        return group, None
    start, firm = _behind_firm(text, lead.end(), group, orgs)
    words = text[start : group.start].split()
    told = start < group.start and len(words) <= _MOST and _WORDS.fullmatch(text, start, group.start)
    if not told or words[-1][0].isupper() or not all(_modifies(word) for word in words):
        return group, None
    return _from(text, group, start), firm


def _behind_firm(text: str, at: int, group: Posts, orgs: Sequence[Mention]) -> tuple[int, Party | None]:
    """Where words begin behind the company named at a position, with the capitals that go on its name."""
    org = next((org for org in orgs if org.start == at and org.end < group.posts[0].end), None)
    if org is None or not isinstance(org.value, Party):
        return at, None
    owned = _OWNED.match(text, org.end)
    end = owned.end() if owned else org.end
    while (word := _CAPITAL.match(text, end)) is not None and not _of_post(word["word"]):
        end = word.end()
    return (end, org.value) if end < group.posts[0].end else (at, None)


def _of_post(word: str) -> bool:
    """Whether a word can open a post."""
    return any(word.lower() in title_words(part) for part in ("head", "officer", "rank", "area"))


def _from(text: str, group: Posts, start: int) -> Posts:
    """Posts, the first of which begins at a position."""
    first = group.posts[0]
    whole = Post(start, first.end, text[start : first.end], first.acting)
    return replace(group, start=start, posts=(whole, *group.posts[1:]))


def _modifies(word: str) -> bool:
    """Whether a word can stand in front of a post as its field: no function word, participle or word of time."""
    low = word.lower()
    if low in title_words("area") or low in title_words("rank"):
        return True
    return word[-1] != "." and low not in _QUALIFIES and low not in stop_words() and not _DONE.search(low)
