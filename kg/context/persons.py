"""The people of a release: names folded to their fullest form, their posts, and every later mention."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.context.contacts import find_contacts
from kg.context.holdings import Holding, holdings
from kg.context.parties import Parties
from kg.context.reached import Contact
from kg.mentions.headlined import headlined
from kg.mentions.people import PersonName, find_names
from kg.mentions.presented import presented, signs
from kg.mentions.titles import find_posts, has_post
from kg.mentions.words import bare_words, given_names, word_class
from kg.model import BlockKind, Document, Mention, MentionKind, Party, Sentence
from kg.text.forms import apart

_OFFICE = re.compile(
    r"\b(?:chairman|chairwoman|president|ceo|cfo|coo|chief [\w ]+ officer|managing director)\b", re.IGNORECASE
)
_OPENING = 25  # characters: who stands so early in a sentence is its subject
_OPENS = re.compile(r"(?<![\w@.&-])")
_CLOSES = re.compile(r"(?![\w&@-])(?! (?:Inc|Corp|LLC|Ltd|Company|Group|Holdings)\b)")
_HONORIFIC = re.compile(r"(?<![\w@.&-])(?:Mr|Ms|Mrs|Dr|Prof|Sir)\.? $")
_LONGEST = 6  # characters of an honorific with its dot and blank
_CALLED = re.compile(
    r"\b(?:said|says|added|adds|noted|continued|according to|Mr\.|Ms\.|Mrs\.|Dr\.) (?:[A-Z]\w+[’']s )?([A-Z][a-z]\w+)(?=[,.;\"”]| (?:said|added|will|has|is|was|joined)\b)|"
    r"(?:[.!?”\"] |\n)([A-Z][a-z]\w+) (?:said|added|continued|noted|says|previously|brings|will serve|has served|holds a)\b"
)
_SPEAKER = re.compile(
    r"[”\"] (?:said|says|added|adds|noted|continued|concluded) $"
)  # a firm of the name is rarely told so
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")


class Persons:
    """The people of one release."""

    def __init__(
        self,
        names: Sequence[str],
        held: dict[str, str],
        contacts: Sequence[Contact],
        short: dict[str, str],
        firms: Callable[[str], bool],
    ) -> None:
        self.names = tuple(names)
        self.contacts = tuple(contacts)
        self._held = held
        self._forms: dict[str, str] = {}
        clashes: set[str] = set()
        for name in names:
            for form in _forms(name):
                if self._forms.setdefault(form, name) != name:
                    clashes.add(form)
        for name, full in short.items():
            for form in _forms(name):
                if self._forms.setdefault(form, full) != full:
                    clashes.add(form)
        for form in clashes:
            if " " not in form:
                del self._forms[form]
        self._shared = frozenset(form for form in self._forms if " " not in form and firms(form))
        self._matched = sorted(self._forms, key=lambda f: (-len(f), f))
        self._people: dict[str, tuple[Mention, ...]] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def resolve(self, text: str) -> str | None:
        """The fullest name of the person that a printed form means."""
        plain = re.sub(r"[’']s?$", "", text.strip()).strip(" ,")
        plain = re.sub(r"^(?:Mr|Ms|Mrs|Dr|Prof|Sir)\.? ", "", plain)
        return self._forms.get(plain) or self._forms.get(plain.title())

    def company_of(self, name: str) -> str | None:
        """The company of the post in which the release presents a person."""
        return self._held.get(name)

    def mentions(self, sentence: Sentence) -> list[Mention]:
        """PERSON and TITLE mentions of a sentence, from left to right, apart from each other."""
        text = sentence.text
        people = self.people(text)
        found = list(people)
        for posts in find_posts(text) if has_post(text) else ():
            near = any(-1 <= p.start - posts.end <= 3 or 0 <= posts.start - p.end <= 60 for p in people)
            for post in posts.posts:
                sure = near or _OFFICE.search(post.text) or (post.text[0].isupper() and " " in post.text)
                if sure and not any(p.start < post.end and post.start < p.end for p in people):
                    found.append(
                        Mention(MentionKind.TITLE, post.start, post.end, text[post.start : post.end], post.text)
                    )
        return sorted(found, key=lambda mention: mention.start)

    def people(self, text: str) -> list[Mention]:
        """PERSON mentions only."""
        known = self._people.get(text)
        if known is None:  # holdings, speech and extractors ask about the same sentence
            known = self._people[text] = tuple(
                Mention(MentionKind.PERSON, start, end, text[start:end], self._forms[form])
                for start, end, form in _standing(text, self._matched)
                if form not in self._shared or start + len(form) < end or _SPEAKER.search(text, 0, start)
            )
        return list(known)


def find_persons(document: Document, parties: Parties) -> Persons:
    """The people of a document."""
    contacts = find_contacts(document, parties)
    names: dict[str, None] = dict.fromkeys(contact.name for contact in contacts if contact.name)
    told_above: list[str] = []
    called = frozenset(found[1] or found[2] for found in _CALLED.finditer(document.text))
    for sentence in document.sentences:
        titled = sentence.kind in (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.CONTACT)
        if sentence.kind is BlockKind.HEADLINE:
            told_above += [n.name for n in headlined(sentence.text) if parties.resolve(n.name) is None]
        if titled and not signs(sentence.text):
            continue
        for name in _confirmed(sentence.text, parties, called):
            names.setdefault(_in_full(name.name, document, parties) if " " not in name.name else name.name)
    names |= dict.fromkeys(told_above)  # behind the others: a name in capitals is no fuller form
    full, short = _folded(list(names))
    opened = {name.split()[0] for party in parties for name in party.names}

    def firm(form: str) -> bool:
        return parties.resolve(form) is not None or form in opened

    bare = Persons(full, {}, contacts, short, firm)
    return Persons(full, _posts_held(document, parties, bare), contacts, short, firm)


def _confirmed(text: str, parties: Parties, called: frozenset[str]) -> Iterator[PersonName]:
    """Names that their surroundings show to be people, or that the release calls by the family name later; no parties."""
    shown = presented(text)
    later = (
        [n for n in find_names(text) if n.known and " " in n.name and n.name.rsplit(maxsplit=1)[-1] in called]
        if called
        else []
    )
    names = [*shown, *(name for name in later if name not in shown)]
    return (name for name in names if parties.resolve(name.name) is None)


def _in_full(family: str, document: Document, parties: Parties) -> str:
    """The first full name in the document that ends in a family name known only with an honorific."""
    for sentence in document.sentences:
        if family in sentence.text:
            for name in find_names(sentence.text):
                if " " in name.name and name.name.split()[-1] == family and parties.resolve(name.name) is None:
                    return name.name
    return family


def _folded(names: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Full names, and the shorter forms that they cover: these are no persons of their own."""
    kept: list[str] = []
    short: dict[str, str] = {}
    for name in sorted(names, key=lambda n: (-len(n.split()), -len(n))):
        printed = name.title() if name.isupper() else name
        full = next((other for other in kept if _covers(other, printed)), None)
        if full is None:
            kept.append(printed)
        elif " " in printed:
            short[printed] = full
    order = {name: at for at, name in enumerate(names)}
    return sorted(kept, key=lambda name: order.get(name, len(order))), short


def _covers(full: str, short: str) -> bool:
    a, b = _plain(full), _plain(short)
    if not a or not b or a[-1] != b[-1]:
        return False
    if len(b) == 1:
        return True
    middle, other = [w for w in a[1:-1] if len(w) == 1], [w for w in b[1:-1] if len(w) == 1]
    if middle and other and middle[0] != other[0]:
        return False
    return (
        a[0] == b[0]
        or b[0] in a
        or (len(b[0]) == 1 and a[0].startswith(b[0]))
        or (len(a[0]) == 1 and b[0].startswith(a[0]))
        or a[0][:3] == b[0][:3]
    )


def _plain(name: str) -> list[str]:
    words = [word.strip(".,()\"“”'").lower() for word in name.split()]
    return [word for word in words if word not in ("jr", "sr", "ii", "iii", "iv")]


def _forms(name: str) -> Iterator[str]:
    yield name
    words = [
        word for word in name.replace(",", "").split() if word not in ("Jr.", "Sr.", "II", "III", "IV", "Jr", "Sr")
    ]
    plain = [word for word in words if not word.startswith(("(", '"', "“", "'", "‘"))]
    nick = next((word.strip("()\"“”'‘’") for word in words if word.startswith(("(", '"', "“"))), None)
    yield " ".join(plain)
    if len(plain) > 1:
        yield " ".join(plain).upper()
    family = plain[-1]
    for at in range(len(plain) - 2, 0, -1):
        if plain[at].lower() not in word_class("particles"):
            break
        family = f"{plain[at]} {family}"
    given = next((word for word in plain if len(word.strip(".")) > 1), plain[0])
    for first in filter(None, (given, nick, plain[0])):
        yield f"{first} {family}"
    if family.lower() not in bare_words():
        yield family
    if given in given_names() and given != family:
        yield given


def _standing(text: str, forms: Sequence[str]) -> list[tuple[int, int, str]]:
    """Where the forms of people stand as (start, end, form), an honorific before the form taken in."""
    found: list[tuple[int, int, int, str]] = []
    for rank, form in enumerate(forms):
        start = text.find(form)
        while start >= 0:
            end = start + len(form)
            if _CLOSES.match(text, end):
                honorific = _HONORIFIC.search(text, max(0, start - _LONGEST), start)
                if honorific:
                    found.append((honorific.start(), rank, end, form))
                if _OPENS.match(text, start):
                    found.append((start, rank, end, form))
            start = text.find(form, start + 1)
    return apart(found) if found else []


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with the holdings that it prints and whom "the company" means in it."""

    sentence: Sentence
    holdings: tuple[Holding, ...]
    home: Party | None


def _posts_held(document: Document, parties: Parties, persons: Persons) -> dict[str, str]:
    """The company of the first post in which each person is presented."""
    held: dict[str, str] = {}
    for told in told_holdings(document, parties, persons):
        for holding in sorted(told.holdings, key=lambda one: one.company is None):  # "Professor X, President of Y"
            company = holding.company or told.home
            if company is not None and not holding.posts.former and holding.how in ("apposition", "prefix"):
                held.setdefault(str(holding.person.value), company.name)
    for contact in persons.contacts:
        if contact.company:
            held.setdefault(persons.resolve(contact.name) or contact.name, contact.company)
    return held


def peopled(document: Document, persons: Persons) -> Iterator[tuple[Sentence, list[Mention], str]]:
    """Each sentence with the people it names, and whom "he" or "she" means at its start ("" where nobody is certain)."""
    block, subject = -1, ""
    block_people: set[str] = set()
    for sentence in document.sentences:
        if sentence.block != block:
            block, subject, block_people = sentence.block, "", set()
        people = persons.people(sentence.text)
        yield sentence, people, subject
        if people and (people[0].start <= _OPENING or not block_people):
            subject = str(people[0].value)
        elif people and any(str(person.value) != subject for person in people):
            subject = ""  # two people and no telling whom a pronoun means
        block_people |= {str(person.value) for person in people}


def told_holdings(document: Document, parties: Parties, persons: Persons) -> Iterator[Told]:
    """The holdings of each sentence that prints any; "he" and "she" are the last person named in the block."""
    for sentence, people, subject in peopled(document, persons):
        text = sentence.text
        if not has_post(text) or not (people or subject):
            continue
        named = parties.mentions(sentence)
        own = [p for p in people if not any(m.start <= p.start and p.end <= m.end and m.text != p.text for m in named)]
        everyone = sorted([*own, *pronouns(text, own, subject)], key=lambda mention: mention.start)
        orgs = [
            m
            for m in named
            if not any(p.start < m.end and m.start < p.end for p in everyone) and not m.text.endswith(" Meeting")
        ]
        found = holdings(text, everyone, find_posts(text), orgs) if everyone else []
        if found:
            yield Told(sentence, tuple(found), parties.home(sentence))


def pronouns(text: str, people: Sequence[Mention], subject: str) -> list[Mention]:
    """The pronouns of people as mentions of the person named last before them."""
    found: list[Mention] = []
    for match in _PRONOUN.finditer(text):
        named = [p for p in people if p.end <= match.start()]
        name = str(named[-1].value) if named else subject
        if name:
            found.append(Mention(MentionKind.PERSON, match.start(), match.end(), match[0], name))
    return found
