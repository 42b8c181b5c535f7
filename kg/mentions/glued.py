"""Fields of contact blocks that were printed on lines of their own and run together: "Jane DoeAlder Inc.jane@alder.com"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.mentions.people import read_name
from kg.mentions.runs import is_form
from kg.mentions.titles import read_post
from kg.mentions.words import org_heads, word_class

_CAMEL = re.compile(
    r"(?<=[a-zé).])(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bDi)(?<!\bLa)(?<!\bLe)(?<!\bVan)(?<!\bO['’])(?=[A-Z][a-z]+[ .,:@]|[A-Z][a-z]+$|[A-Z]\. ?[A-Z]|[A-Z]{2,}[ a-z,:]|[A-Z]: |[A-Z]\d[a-z]+ |[A-Z][a-z]\w*[A-Z])"
)
_CHANNEL = re.compile(r"(?:Phone|Tel|Telephone|E-?mail|Fax|Mobile|Cell|Website|Web)\.?: ?")
_ANNOUNCES = frozenset(
    ("details", "contact", "contacts", "inquiries", "relations", "information", "media", "press", "investors")
)
_SIGN = re.compile(r" ?(?:@|\(at\)|\[at\])")
_WORDS = re.compile(r"[A-Z][a-z]+(?=[A-Z]| |,|$)|[A-Z][a-z]+")
_SHORTEST = 3  # letters of a name by which an address is known for its own


def camel(cell: str, cuts: Sequence[int], label: re.Pattern[str]) -> list[int]:
    """Where words run together after a label, a full name, a post or a legal form; names in camel case stay whole."""
    found: list[int] = []
    last = 0
    for match in _CAMEL.finditer(cell):
        at = match.start()
        last = max([last, *(cut for cut in cuts if cut < at)])
        left = cell[last:at].rsplit(":", 1)[-1].strip(" ,/")
        word = left.split()[-1] if left else ""
        if (
            label.fullmatch(left or "contact")
            or _is_name(left, cell, at, label)
            or word in word_class("post-ends")
            or word.lower() in _ANNOUNCES
            or _CHANNEL.match(cell, at)
            or is_form(word)
            or (word.lower() in org_heads() and len(left.split()) > 1)
        ):
            found.append(at)
            last = at
    return found


def _is_name(left: str, cell: str, at: int, label: re.Pattern[str]) -> bool:
    """Whether the words before a position are a person's name, by its shape or by the post or label behind it."""
    name = read_name(left, 0)
    if name is None or name.end != len(left):
        return False
    if name.known or name.degreed or "." in name.name or read_post(cell, at) is not None:
        return True
    announced = label.match(cell, at)
    return announced is not None and len(announced[0].strip()) >= _SHORTEST and len(left.split()) in (2, 3)


def unglued(address: str) -> bool:
    """Whether no telephone number or site is glued to the front of an address."""
    return not re.match(r"\d{4}", address) and ".com" not in address[:-4]


def glue(cell: str, address: re.Match[str]) -> int:
    """How many letters of a name or post are glued to the front of an address ("Doejane@alder.com" is 3)."""
    local = _SIGN.split(address[0])[0]
    inside = re.search(r"\d{3}[.-]?\d{3}[.-]?\d{4}(?=[A-Za-z])", local)
    if inside:
        return inside.end()
    number = re.match(r"[\d().-]{6,}(?=[a-zA-Z])", local) or (
        re.match(r"\d{1,4}(?=[a-zA-Z])", local) if re.search(r"\d[ .-]$", cell[: address.start()]) else None
    )
    if number:
        return number.end()
    form = re.match(r"(?:Inc\.|Corp\.|Ltd\.|LLC|AG|SE|SA|CEO|CFO|COO|PR|IR|LP)(?=[a-z])", local)
    if form:
        return form.end()
    if not re.match(r"[A-Z]", local):
        return 0
    return _named(cell[: address.start()], local) or _worded(cell[: address.start()], local)


def _named(before: str, local: str) -> int:
    """How many letters stand in front of a mailbox that is made of a name printed before it."""
    words = [*_WORDS.findall(before[-120:]), *_WORDS.findall(local)[:-1]]
    forms = sorted(
        {form for pair in pairwise(words) for form in _mailboxes(*pair)}, key=lambda form: (-len(form), form)
    )
    for form in forms:
        at = len(local) - len(form)
        if at >= 2 and local.lower().endswith(form) and local[at - 1].islower():
            return at
    return 0


def _mailboxes(given: str, family: str) -> Iterator[str]:
    """The mailboxes that a person's name makes."""
    first, last = given.lower(), family.lower()
    yield from (form for form in (first, last) if len(form) >= _SHORTEST)
    for stop in ("", ".", "_", "-"):
        yield from (
            f"{first}{stop}{last}",
            f"{first[0]}{stop}{last}",
            f"{last}{stop}{first}",
            f"{first}{stop}{last[0]}",
        )
    yield f"{last}{first[0]}"


def _worded(before: str, local: str) -> int:
    """How many letters of a post, an office or a family name stand in front of a mailbox."""
    for split in re.finditer(r"(?<=[a-z])(?=[A-Z])", local):
        head, rest = local[: split.start()].lower(), local[split.start() :].lower()
        if head in rest and len(head) >= _SHORTEST:
            return split.start()  # "DoeJane.Doe"
    word = re.match(r"[A-Z][a-z]+", local)
    if not word:
        return 0
    found = re.search(r"([A-Z][a-z]+)(?: [A-Z]\.)? $", before)
    given = found[1].lower() if found else ""
    heads = [at for at in range(len(word[0]), 1, -1) if local[:at] in word_class("post-ends") and local[at:]]
    if heads:
        return heads[0]
    for at in range(2, len(word[0])):
        head, rest = local[:at], local[at:]
        if rest in word_class("mailboxes"):
            return at
        if (
            given
            and len(rest) >= _SHORTEST
            and (
                rest.startswith(given)
                or rest in (head.lower(), given[0] + head.lower(), head.lower() + given[0])
                or head.lower() == rest.split(".")[-1]
            )
        ):
            return at
    return 0
