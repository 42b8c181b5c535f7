"""Press contacts: names, posts, companies, telephones and addresses, however the block is set."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.context.parties import Parties
from kg.mentions.organisations import organisation_names
from kg.mentions.people import read_name
from kg.mentions.titles import Post, read_posts
from kg.model import Document, Span

EMAIL = re.compile(r"[\w.+-]+ ?(?:@|\(at\)|\[at\]) ?[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?:\+\d{1,3}[ .-]?)?(?:\(?\d{2,4}\)?[ ./-]{0,2}){1,3}\d{3,4}[ .-]?\d{2,4}(?:[ .-]\d{2,4})*(?: ?(?:x|ext\.?|extension) ?\d+)?")


@dataclass(slots=True)
class Contact:
    """One press contact; company is the fullest name of a party where the block names it."""

    name: str | None
    span: Span
    posts: tuple[Post, ...] = ()
    company: str | None = None
    phone: str | None = None
    email: str | None = None
    emails: list[str] = field(default_factory=list)


_BREAKS = re.compile(r"\n|\t| {2,}|\||;|•|·|(?<=[a-zé.)])(?=[A-Z][a-z])(?<!Mc)(?<!Mac)(?<!De)(?<!Di)(?<!La)(?<!Le)|(?<=[a-z.])(?=[A-Z]{2,}[a-z ])|(?<=[A-Za-z.)])(?=\+?\(?\d{3})|(?<=\d{4})(?=[A-Za-z])")
_LABEL = re.compile(
    r"^\W*(?:for (?:more|further|additional) information(?:,? (?:please )?(?:contact|visit|call))?|(?:please )?contacts?(?: (?:details|information|us|person))?|"
    r"(?:(?:media|press|investors?|company|corporate|public|financial|analyst|trade|sales|general|editorial|business|shareholder)(?: ?(?:&|and|/|,) ?)?)+(?: ?(?:contacts?|relations|inquiries|enquiries|information|communications|contact information))*|ir|pr)\W*$|"
    r"^\W*(?:phone|tel|telephone|email|e-mail|fax|mobile|cell|office|direct|web|website|x|twitter|linkedin)\W*$", re.I
)
_LEAD = re.compile(
    r"^\W*(?:(?:for (?:more|further|additional) information,? ?(?:please )?(?:contact)?|(?:please )?contacts?(?: (?:details|information))?|"
    r"(?:(?:media|press|investors?|company|corporate|public|financial|analyst|trade|shareholder)(?: ?(?:&|and|/|,) ?| )?)+(?:contacts?|relations|inquiries|enquiries)(?: contacts?)?|ir contact|pr contact|name|attn|attention|media|press|investors)\s*(?:[:–—-]|\bat\b)\s*)+", re.I
)
_OPENS = re.compile(
    r"(?im)^\W*(?:for (?:more|further|additional) information\b|contacts?\b|(?:media|press|investors?|company|corporate|analyst|financial)[ /&a-z]{0,30}(?:contacts?|relations|inquiries|enquiries)\b|contact details|/contact)"
)


def find_contacts(document: Document, parties: Parties) -> list[Contact]:
    """The named press contacts of a document, in order."""
    found: list[Contact] = []
    text = document.text
    end = 0
    for opening in _OPENS.finditer(text):
        if opening.start() < end:
            continue
        end = _reach(text, opening.start())
        found += _read(text, opening.start(), end, parties)
    seen: dict[str, Contact] = {}
    for contact in found:
        if contact.name and contact.name not in seen and (contact.phone or contact.email or contact.posts or contact.company):
            seen[contact.name] = contact
    return list(seen.values())


def _reach(text: str, start: int) -> int:
    """Where a contact block that opens at a position ends: before running prose or after 25 lines."""
    at = start
    for _ in range(25):
        stop = text.find("\n", at)
        line = text[at : stop if stop >= 0 else len(text)]
        prose = len(line.split()) > 16 and not EMAIL.search(line) and at > start
        if prose or re.match(r"\W*(?:About |Forward|Safe Harbor|Cautionary|SOURCE|Source:|View )", line) and at > start:
            return at
        if stop < 0:
            return len(text)
        at = stop + 1
    return at


def _read(text: str, start: int, end: int, parties: Parties) -> list[Contact]:
    found: list[Contact] = []
    current: Contact | None = None
    company: str | None = None
    at = start
    for piece_start, piece in _pieces(text, start, end):
        at = piece_start
        bare = piece.strip(" ,.*#:-–—/()\"")
        if not bare or _LABEL.match(bare):
            continue
        lead = _LEAD.match(piece)
        offset = lead.end() if lead else 0
        email, phone = EMAIL.search(piece), PHONE.search(piece)
        name = read_name(piece.lstrip(" ,*"), 0) if not lead else read_name(piece[offset:].lstrip(" ,*"), 0)
        if name is not None and not parties.resolve(name.name) and not organisation_names(piece[offset:].strip()[: name.end + 14]):
            found_at = text.find(name.name.split()[0], at + offset)
            span_start = found_at if found_at >= 0 else at
            current = Contact(name.name if not name.name.isupper() else name.name.title(), Span(span_start, span_start + len(name.name)), company=company)
            found.append(current)
            rest = piece[offset:].lstrip(" ,*")[name.end :]
            _fill(current, rest, parties)
        elif current is not None and not (email or phone):
            _fill(current, piece, parties)
        elif not email and not phone:
            party = _party(bare, parties)
            company = party or company
        if current is not None:
            if email and not current.email:
                current.email = email[0]
            if phone and not current.phone and len(re.sub(r"\D", "", phone[0])) >= 7:
                current.phone = phone[0].strip(" .-/")
    return found


def _fill(contact: Contact, rest: str, parties: Parties) -> None:
    rest = rest.lstrip(" ,-–—(|")
    if not rest:
        return
    posts = read_posts(rest, 0)
    if posts and not contact.posts:
        contact.posts = posts.posts
        rest = rest[posts.end :].lstrip(" ,-–—(|of")
    party = _party(rest.strip(" ,.()"), parties)
    if party:
        contact.company = party


def _party(text: str, parties: Parties) -> str | None:
    party = parties.resolve(text)
    if party is None:
        names = organisation_names(text)
        party = parties.resolve(names[0].text) if names else None
    return party.name if party else None


def _pieces(text: str, start: int, end: int) -> list[tuple[int, str]]:
    pieces: list[tuple[int, str]] = []
    at = start
    for line_start, line in _lines(text, start, end):
        cuts = [0, *sorted({c for m in _BREAKS.finditer(line) for c in (m.start(), m.end())}), len(line)]
        for left, right in zip(cuts, cuts[1:], strict=False):
            if line[left:right].strip():
                pieces.append((line_start + left, line[left:right]))
        at = line_start
    return pieces if at >= start else []


def _lines(text: str, start: int, end: int) -> Sequence[tuple[int, str]]:
    lines: list[tuple[int, str]] = []
    at = start
    for line in text[start:end].split("\n"):
        lines.append((at, line))
        at += len(line) + 1
    return lines
