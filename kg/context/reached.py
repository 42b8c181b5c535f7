"""Press contacts named in running text, and what a press contact is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.context.parties import Parties
from kg.mentions.contact_lines import EMAIL, PHONE
from kg.mentions.organisations import organisation_names
from kg.mentions.people import PersonName, find_names, read_name
from kg.mentions.titles import Post, read_posts
from kg.mentions.words import word_class
from kg.model import Document, Span

_REACHES = re.compile(
    r"\b(?:contact|contacting|call|calling|reach|write to|write|e-?mail|telephone|phone|(?:(?:inquiries|questions|requests|calls) (?:(?:should|may|can) be )?(?:directed |addressed |made )?to))(?: us)?:? +(?:(?:Mr|Ms|Mrs|Dr)\. +)?(?=[A-Z])",
    re.IGNORECASE,
)
_ALSO = re.compile(r"(?: or|,? and|/) *(?:(?:Mr|Ms|Mrs|Dr)\. +)?(?=[A-Z])")
_OR_AT = re.compile(
    r",? (?:at|on|via|by e-?mail at) (?:[\d() .+-]{7,20}|[\w.+-]{1,40}@[\w.-]{3,60}),? (?:or|and) (?:call )?(?:(?:Mr|Ms|Mrs|Dr)\. )?(?=[A-Z])"
)
_REACHED = 300  # characters behind a name in which its telephone and address stand
RUN_TOGETHER = re.compile(r"(?<!Mc)(?<!Mac)(?<!De)(?<!Di)(?<!La)(?<!Le)(?<!Du)(?<!Van)(?<!Fitz)(?<=[a-z])[A-Z]")


@dataclass(slots=True)
class Contact:
    """One press contact; company is the fullest name of a party where the block or the address tells it."""

    name: str
    span: Span
    posts: tuple[Post, ...] = ()
    company: str | None = None
    phone: str | None = None
    email: str | None = None
    known: bool = True  # the given name is a common one
    other: bool = False  # another firm's address, and no firm named
    led: bool = False  # the company is told by a heading over the name
    printed: str = ""  # the firm printed behind the name, which nothing else in the release names

    def waits(self) -> bool:
        """Whether a firm printed behind the name can still be the contact's."""
        if self.led:
            return not (self.phone or self.email)
        return self.company is None and not (self.phone and self.email)


def inline(document: Document, parties: Parties) -> list[Contact]:
    """Contacts of running text: "For details contact Ms. Jane Doe at Alder, 12 Elm Street, or call (608) 555-0142"."""
    found: list[Contact] = []
    text = document.text
    for lead in _REACHES.finditer(text):
        at = lead.end()
        names: list[tuple[int, PersonName]] = []
        while (name := read_name(text, at)) is not None and name.known and " " in name.name:
            names.append((at, name))
            more = _ALSO.match(text, name.end)
            if not more:
                break
            at = more.end()
        if not names or any(parties.resolve(name.name) or RUN_TOGETHER.search(name.name) for _, name in names):
            continue
        found += _told(text, names, parties)
        while (
            further := _OR_AT.match(text, names[-1][1].end)
        ) is not None:  # "Ann Lee at 555-0142 or Bob Roe at 555-0143"
            name = read_name(text, further.end())
            if name is None or not name.known or " " not in name.name or parties.resolve(name.name):
                break
            names = [(further.end(), name)]
            found += _told(text, names, parties)
    return found


def _told(text: str, names: list[tuple[int, PersonName]], parties: Parties) -> list[Contact]:
    """The contacts that names make with the post, firm, telephone and address behind the last of them."""
    stretch = re.split(r"\n\s*\n|(?<=[a-z]{3})\.\s+(?=[A-Z])", text[names[-1][1].end :][:_REACHED])[0]
    following = next((other.start for other in find_names(stretch) if other.known and " " in other.name), len(stretch))
    stretch = stretch[:following]
    phone, email = PHONE.search(" ".join(stretch.split())), EMAIL.search(stretch)
    if not phone and not email:
        return []
    posts = read_posts(stretch.lstrip(" ,"), 0)
    owner = re.match(r"[\s,]*(?:of|at|with) (?:the )?", stretch)
    firms = organisation_names(stretch)
    firm = parties.resolve(firms[0].text) if firms and owner and firms[0].start <= owner.end() + 1 else None
    return [
        Contact(
            name.name,
            Span(start, start + len(name.name)),
            posts.posts if posts else (),
            firm.name if firm else None,
            phone[0].strip(" .-/") if phone else None,
            email[0] if email and _reaches(name.name, email[0]) else None,
        )
        for start, name in names
    ]


def _reaches(name: str, address: str) -> bool:
    """Whether an address is a person's own or the mailbox of an office."""
    local = address.split("@", maxsplit=1)[0].lower()
    return in_address(name, local) or local in word_class("mailboxes")


def in_address(name: str, local: str) -> bool:
    """Whether the part of an address before the sign is made of a person's name."""
    given = name.split(maxsplit=1)[0].lower()
    return (
        name.rsplit(maxsplit=1)[-1].lower()[:5] in local
        or given in local
        or (len(local) >= 3 and given.startswith(local))
        or (len(local) >= 2 and local == "".join(word[0] for word in name.lower().split()))
    )
