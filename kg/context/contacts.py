"""Press contacts: names, posts, companies, telephones and addresses, however the block is set."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.context.contact_firms import place
from kg.context.parties import Parties
from kg.context.reached import Contact, in_address, inline
from kg.mentions.contact_lines import EMAIL, LABEL, PHONE, pieces, plain_number, regions, side_by_side, signed_lines
from kg.mentions.glued import camel
from kg.mentions.organisations import organisation_names
from kg.mentions.people import PersonName, read_name
from kg.mentions.titles import Post, read_posts
from kg.mentions.words import given_names, word_class
from kg.model import Document, Party, Span

_EDGE = ' ,.*#:-–—/()|;"_'
_STREET = re.compile(r"(?:stra(?:ss|ß|b)e|weg|platz|allee|gasse|straat)$", re.IGNORECASE)
_FUNCTION = re.compile(
    r"(?:Corporate |Marketing |Group |Global |Technical |Customer )?(?:Communications?|Support|Marketing|Affairs|Public Relations|Public Affairs)(?=,|$)"
)
_OR = re.compile(r"(?:or|and|oder)", re.IGNORECASE)
_FIRM = re.compile(r"[A-Z][\w&.’'-]*(?:,? (?:&|and|[A-Z][\w&.’'-]*)){0,5}")
_AGENCY = re.compile(r"(?P<firm>[A-Z][\w&.’'-]*(?: (?:& )?[A-Z][\w&.’'-]*){0,4}) (?:for|on behalf of) (?=[A-Z])")
_HOUSE = re.compile(r" \d{1,3}[a-z]?(?:,|\s*$| [A-Z])")  # a street's number, which no person has
_CHANNEL = re.compile(
    r"(?:phone|tel|telephone|t|p|m|e|o|x|email|e-mail|fax|mobile|cell|office|direct|web|website|url)\b", re.IGNORECASE
)


def find_contacts(document: Document, parties: Parties) -> list[Contact]:
    """The named press contacts of a document, in order."""
    found: dict[str, Contact] = {}
    for start, end in regions(document.text):
        for contact in _Reader(document.text, parties).read(start, end):
            known = found.setdefault(contact.name, contact)
            if known is not contact:
                known.phone, known.email = known.phone or contact.phone, known.email or contact.email
                known.posts, known.company = known.posts or contact.posts, known.company or contact.company
    for contact in (*inline(document, parties), *_signatures(document, parties)):
        known = found.setdefault(contact.name, contact)
        if known is not contact:
            known.phone, known.email = known.phone or contact.phone, known.email or contact.email
    kept = [
        c for c in found.values() if (c.phone or c.email or c.posts or c.company) and (c.known or c.posts or _signed(c))
    ]
    for contact in kept:
        place(contact, parties, document.text)
    return kept


def _signatures(document: Document, parties: Parties) -> Iterator[Contact]:
    """Who signs with telephone or address on one line, where the line tells the post or the company too."""
    for start, end in signed_lines(document.text):
        for contact in _Reader(document.text, parties).read(start, end):
            place(contact, parties, document.text)
            if contact.posts or contact.company:
                yield contact


def _signed(contact: Contact) -> bool:
    """Whether the address is made of the name, or there is none to compare."""
    local = re.sub(r"[^a-z]", "", (contact.email or "").lower().split("@")[0])
    if not local or local in word_class("mailboxes"):
        return len(contact.name.split()) <= 3 and bool(contact.phone)
    return any(len(word) > 2 and word.lower()[:4] in local for word in contact.name.split())


class _Reader:
    """Reads the fields of one block one after the other."""

    def __init__(self, text: str, parties: Parties) -> None:
        self.text = text
        self.parties = parties
        self.found: list[Contact] = []
        self.company: str | None = None
        self.turned = False  # whether "or" has led to the next firm's contacts
        self.pending: list[Contact] = []  # names that wait for what is printed below them

    def read(self, start: int, end: int) -> list[Contact]:
        """The contacts of text[start:end]."""
        forms = tuple(form for party in self.parties for form in party.names if not camel(form, (), LABEL))
        for offset, piece in pieces(self.text, start, end, forms):
            self._field(offset, piece)
        return self.found

    def _field(self, offset: int, piece: str) -> None:
        body = self._function(piece)
        if _OR.fullmatch(piece.strip(_EDGE)):
            self.company, self.pending, self.turned = None, [], True
            return
        while True:
            lead = len(body) - len(body.lstrip(_EDGE))
            label = LABEL.match(body[lead:])
            if not label or not label[0].strip() or EMAIL.match(body[lead:]):
                break
            rest = body[lead + label.end() :]
            if not rest.strip(_EDGE):
                if not _CHANNEL.match(label[0]):
                    self.company = None
                return
            if label[0].rstrip()[-1:] not in (":", "–", "—", "-", ",") and not read_name(rest.lstrip(_EDGE), 0):
                break
            offset, body = offset + lead + label.end(), rest
        text = body.lstrip(_EDGE)
        offset += len(body) - len(text)
        owner = re.match(r"(?P<owner>[^:@\d]{2,50}): ?(?=[A-Z])", text)
        party = self.parties.resolve(owner["owner"]) if owner else None
        if owner and party is not None and read_name(text, owner.end()):
            self.company, self.pending = party.name, []
            offset, text = offset + owner.end(), text[owner.end() :]
        for start, one in side_by_side(text):
            self._person(offset + start, one)
        self._address(body)

    def _function(self, piece: str) -> str:
        """A field without the field of work that stands right under a contact's name."""
        text = piece.lstrip(_EDGE)
        field = _FUNCTION.match(text)
        waits = self.pending and not (self.pending[-1].posts or self.pending[-1].phone or self.pending[-1].email)
        if field is None or not waits or text[field.end() :].strip()[:1] == ":":
            return piece
        self.pending[-1].posts = (Post(0, field.end(), field[0]),)
        return text[field.end() :]

    def _person(self, offset: int, text: str) -> None:
        name = self._name(text)
        if name is None:
            self._tail(text)
            return
        self.turned = False
        printed = name.name.title() if name.name.isupper() else name.name
        if any(contact.phone or contact.email for contact in self.pending):
            self.pending = []
        sure = name.known or name.degreed or name.honorific
        span = Span(offset, offset + len(name.name))
        self.found.append(Contact(printed, span, company=self.company, known=sure, led=self.company is not None))
        self.pending.append(self.found[-1])
        self._tail(self._function(text[name.end :]))

    def _name(self, text: str) -> PersonName | None:
        name = read_name(text, 0)
        if name is None or self.parties.resolve(name.name) is not None:
            return None
        if _STREET.search(name.name) or _HOUSE.match(text, name.end):
            return None
        if any(org.start < name.end and org.end > name.start for org in organisation_names(text)):
            return None
        rest = text[name.end :].lstrip(" ")
        follows = (
            not rest
            or rest[0] in ",(-–—|/:+@0123456789"
            or EMAIL.match(rest)
            or read_posts(rest, 0)
            or LABEL.match(rest)
            or re.match(r"(?:at|of|with|or|in|by|via) ", rest)
        )
        return name if follows and (name.known or len(name.name.split()) <= 4) else None

    def _tail(self, text: str) -> None:
        """Post and company after a name, or on a line of their own."""
        address = EMAIL.search(text)
        rest = text[: address.start() if address else len(text)].strip(_EDGE)
        current = self.found[-1] if self.found else None
        posts = read_posts(rest, 0) if rest else None
        if posts and current and not current.posts and not (current.phone and current.email):
            current.posts = posts.posts
            rest = re.sub(r"^(?:of|at|for) ", "", rest[posts.end :].strip(_EDGE))
        party = self._party(rest)
        agency = _AGENCY.match(rest) if party is not None else None
        if agency and current and current.company is None and not read_posts(rest, 0):
            current.company = agency["firm"]  # "Birch PR for Alder Inc."
            return
        if self.turned and party is None and _FIRM.fullmatch(rest):
            self.company, self.turned = rest, False
            return
        if current and not current.posts and not (current.phone or current.email):
            rest = self._post_behind(current, rest, party)
            party = party or self._party(rest)
        if party is None:
            if rest[:1].isupper() and current and not current.printed and not re.search(r"[@\d]", rest):
                current.printed = re.sub(r" \([^()]*\)?$", "", rest)
            label = re.match(
                r"(?P<owner>.{2,40}?) (?:investor|media|press|public|corporate|ir|pr)\b.{0,30}$", rest, re.IGNORECASE
            )
            party = self.parties.resolve(label["owner"]) if label else None
            if party is not None:
                self.company = party.name
            return
        open_ones = [contact for contact in self.pending if contact.waits()]
        for contact in open_ones:
            contact.company, contact.led = party.name, False
        if not open_ones and (current is None or current.phone or current.email):
            self.company = party.name

    def _post_behind(self, contact: Contact, rest: str, party: Party | None) -> str:
        """The rest of a contact's line without the post that stands behind the firm."""
        field = re.search(rf"(?:(?<=GmbH)|(?<=AG)|(?<=Inc\.)|(?<=,)) {_FUNCTION.pattern}", rest) if party else None
        if field:
            printed = field[0].strip()
            contact.posts = (Post(0, len(printed), printed),)
            return (rest[: field.start()] + rest[field.end() :]).strip(_EDGE)
        for comma in re.finditer(r", ", rest):
            posts = read_posts(rest, comma.end())
            owner = self.parties.resolve(rest[: comma.start()]) if posts else None
            if posts and owner is not None and party in (None, owner):
                contact.posts = posts.posts
                return rest[: comma.start()]
        return rest

    def _party(self, text: str) -> Party | None:
        if not text or len(text.split()) > 12 or "@" in text:
            return None
        names = organisation_names(text)
        return self.parties.resolve(text.strip(_EDGE)) or (self.parties.resolve(names[0].text) if names else None)

    def _address(self, text: str) -> None:
        """Telephone and address, given to the names that wait for one."""
        phones = [] if re.match(r"\W*fax", text, re.IGNORECASE) else [plain_number(m[0]) for m in PHONE.finditer(text)]
        emails = [m[0].replace("(at)", "@").replace("[at]", "@").replace(" ", "") for m in EMAIL.finditer(text)]
        for number, contact in enumerate(self.pending):
            if phones and not contact.phone:
                contact.phone = phones[number] if len(phones) == len(self.pending) else phones[0]
            if len(emails) == len(self.pending) > 1:
                contact.email = contact.email or emails[number]
        if not emails or len(emails) == len(self.pending) > 1:
            return
        local = emails[0].split("@")[0].lower()
        own = [c for c in self.pending if in_address(c.name, local)]
        if not own and local.title() in given_names():  # someone's own address: "steve" may be Stephen's, not Ann's
            own = [c for c in self.pending if c.name[:3].lower() == local[:3]]
            if not own:
                return
        for contact in own or self.pending:
            contact.email = contact.email or emails[0]
