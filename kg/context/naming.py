"""Which phrases of a release name organisations: evidence gathered over the whole document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.context.aliases import find_aliases
from kg.context.groups import Group, key_of
from kg.context.lexicon import Lexicon
from kg.context.listing_owners import owner_of, ticked
from kg.context.opening import lead_names, lead_sentences
from kg.context.phrases import TICKERED, employers, listed_names, phrases
from kg.mentions.bare import bare_name, excluded, personal, title_case
from kg.mentions.contact_lines import merged, pieces, regions
from kg.mentions.frames import Weight, weigh
from kg.mentions.listings import find_listings
from kg.mentions.organisations import OrgName, organisation_names
from kg.mentions.presented import presented
from kg.mentions.runs import is_form, runs
from kg.mentions.spelled import spelled_names
from kg.mentions.titles import find_posts, has_post
from kg.model import BlockKind, Document, Sentence, Span

_RUNNING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ABOUT)
_ABOUT = re.compile(
    r"^(?:About|ABOUT) (?P<name>[A-Z0-9a-z]?[A-Z0-9][\w&.'’®™-]*(?:,? (?:[A-Z0-9&][\w&.'’®™/()-]*|of|and|the|for|de|in)){0,9}?)[:.]?\s*$"
)
_LABELLED = re.compile(
    r"(?:Investors?|Media|Press|Public|Corporate|Company|Financial)(?: (?:&|and) (?:Media|Investors?|Press))? (?:Relations|Contacts?|Inquiries|Communications)(?: Contacts?)? (?=[A-Z])|(?:IR|PR|Presse)[- ]?[Kk]ontakt (?=[A-Z])"
)
_ADDRESS = re.compile(r"(?<=[a-z])(?:[A-Z][a-z]+ |\d{3})[^@]{0,90}\w@\w")
_OFFICE = re.compile(
    r"(?:Corporate|Group|Global|Marketing|Media|Public|External|Investor) (?:Communications|Relations|Affairs|Media)$"
)
_JOINED = re.compile(
    r"(?:or|and|at|of|by|LLC|LLP|Inc\.?|Corp\.|Ltd\.|(?:BOARD OF )?DIRECTORS OF ?)(?=[A-Z][A-Za-z])"
)  # a word of the line before, its blank lost
_OFFICE_OF = re.compile(r"\b(?:on|in|[Dd]ept\.? of|[Dd]epartment of|[Ss]chool of|[Ff]aculty of|[Ii]nstitute of) $")
_ARTICLE = re.compile(
    r"\b(?:a|an)(?: (?:premier|leading|global|diversified|major|new|top|world-class))? $", re.IGNORECASE
)
_HOLDER = re.compile(r"[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z]{3,}(?=[A-Z][A-Za-z]+ )")
_OFFICE_REACH = 16  # characters of "Department of " and more
_OFFICE_WORDS = frozenset(
    ("investor", "investors", "media", "public", "press", "relations", "communications", "affairs", "&", "and")
)
_FIRM_AND = re.compile(r"\b(?:Inc|Corp|Ltd|LLC|AG|SE|plc)\.? & (?!Co\b)")
_TWICE = re.compile(r"(.{3,60}?) ?(?=\1)")
_POINTS = {"form": 4, "agency": 4, "about": 3, "lead": 3, "head": 2}


class Gatherer:
    """Collects the groups of a document sentence by sentence."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.groups: dict[str, Group] = {}
        self.people: set[str] = set()  # full, family and given names, lower case
        self.lexicon = Lexicon(document)

    def gather(self) -> dict[str, Group]:
        """The groups by key, in order of first mention; keys of names with a legal form end in a bar."""
        for sentence in self.document.sentences:
            if sentence.kind is not BlockKind.CONTACT and not ("@" in sentence.text and _ADDRESS.search(sentence.text)):
                self._sentence(sentence)
        self._lead()
        self._contacts()
        self._cut_next()
        for name in self.people & self.groups.keys():
            if not self.groups[name].listings and self.groups[name].weight < 12:
                del self.groups[name]
        return self.groups

    def _cut_next(self) -> None:
        """Take off a name the person with whom the next line opens ("Alder Insurance" and "Jane will join")."""
        for key in [k for k in self.groups if k.rpartition(" ")[2] in self.people]:
            own = key.rpartition(" ")[0]
            whole = next((k for k in (own, f"{own}|") if k in self.groups), None)
            if whole is not None and len(self.groups[key].spans) == 1 and not self.groups[key].listings:
                self.groups.pop(key)

    def _lead(self) -> None:
        """Whoever announces in the lead is an organisation, though its words be common ones ("Alder Power")."""
        for sentence in lead_sentences(self.document):
            named = [name for name in lead_names(sentence.text) if key_of(name.text) not in self.people]
            named = [name for name in named if not self._tail(key_of(name.text))]
            for name in named:
                self._add(sentence, name, Weight.PROOF)
            if named:
                return

    def _tail(self, key: str) -> bool:
        """Whether a name is the end of a firm's that commas join: "Birch & Cole" of "Alder, Birch & Cole LLP"."""
        return " and " in key and any(known.endswith(f" {key}|") for known in self.groups)

    def _contacts(self) -> None:
        """Names in contact blocks, read field by field."""
        text = self.document.text
        keep = tuple(
            form
            for group in self.groups.values()
            for form in group.forms
            if not form.isalpha() or not form[1:].islower()
        )
        blocks = [(b.span.start, b.span.end) for b in self.document.blocks if b.kind is BlockKind.CONTACT]
        blocks += [
            (s.span.start, s.span.end) for s in self.document.sentences if "@" in s.text and _ADDRESS.search(s.text)
        ]
        for start, end in merged([*regions(text), *blocks]):
            for at, piece in pieces(text, start, end, keep):
                for name in organisation_names(piece):
                    if not excluded(name.text) and not self._in_house(name.text):
                        alone = not _OFFICE_OF.search(text[max(0, at + name.start - _OFFICE_REACH) : at + name.start])
                        alone = alone and name.basis == "weak-head" and name.nature == "company"
                        weight = Weight.PROOF if alone else Weight.HINT
                        own = _without_holder(_unglued(name))
                        self._note(own, Span(at + own.start, at + own.end), weight)

    def _in_house(self, name: str) -> bool:
        """Whether a name is an office, alone or of a company named: "Alder Corporate Communications"."""
        office = _OFFICE.search(name)
        own = key_of(name[: office.start()]) if office else ""
        own = "" if all(word in _OFFICE_WORDS for word in own.split()) else own
        return office is not None and (not own or any(key.startswith(own) for key in self.groups))

    def _sentence(self, sentence: Sentence) -> None:
        text = sentence.text
        heading = not speaks(sentence)
        people = presented(text) if not heading or sentence.kind in _RUNNING else ()
        for person in people:
            self.people |= {key_of(person.name), person.name.split()[-1].lower(), person.name.split()[0].lower()}
        taken = [(p.start, p.end) for p in people]
        posts = find_posts(text) if has_post(text) else ()
        taken += [(p.start, p.end) for p in posts if text[p.start : p.end] != "GM"]  # a maker of cars too
        shaped = [_unglued(n) for n in organisation_names(text, heading=heading) if not self.lexicon.described(n)]
        shaped = [n for n in shaped if not _describes(n.text, text[: n.start], heading=heading)]
        spelled = [s for s in spelled_names(text) if not any(n.start <= s.start and s.end <= n.end for n in shaped)]
        shaped = [n for n in shaped if not any(s.start <= n.start and n.end <= s.end for s in spelled)]
        names = [n for n in (*shaped, *spelled) if not excluded(n.text)]
        names = [n for n in names if n.basis == "form" or not any(s < n.end and n.start < e for s, e in taken)]
        listed = listed_names(text, names)
        for name in names:
            if name.basis != "weak-head" or not self.lexicon.common(name.text):
                headed = name.basis in ("head", "weak-head")
                weight = weigh(text, name.start, name.end, headed=headed)
                weight = Weight.PROOF if name.start in listed and weight >= 0 else weight
                self._add(sentence, name, weight, heading=heading)
        if not heading:
            beside = [self._without_next(name) for name in employers(text, names, self.lexicon)]
            for name in beside:
                self._add(sentence, name, Weight.PROOF)
            names += beside
            for name, weight in phrases(text, names, taken, self.lexicon):
                self._add(sentence, name, weight)
        self._define(sentence, names)
        self._about(sentence)

    def _without_next(self, name: OrgName) -> OrgName:
        """An employer without the person with whom the next block opens ("Partner, Alder Holdings Jane will join")."""
        head, blank, last = name.text.rpartition(" ")
        if not blank or last.lower() not in self.people:
            return name
        return OrgName(name.start, name.start + len(head), head, name.basis, name.nature)

    def _about(self, sentence: Sentence) -> None:
        about = _ABOUT.match(sentence.text) if sentence.text[:5].upper() == "ABOUT" else None
        if not about or self.lexicon.untold(about["name"]):
            return
        firm = _FIRM_AND.search(about["name"]) or self._led_by_known(about["name"])
        halves = about["name"].split(" & ") if firm else about["name"].split(" and ")
        both = len(halves) == 2 and all(key_of(h) + "|" in self.groups or len(h.split()) > 1 for h in halves)
        for half in halves if both else halves[:1] if firm else [about["name"]]:
            part = half if is_form(half.split()[-1]) else half.rstrip(".")
            if personal(part) and key_of(part) + "|" not in self.groups:
                continue
            start = sentence.text.index(part)
            basis = "form" if is_form(part.split()[-1]) else "about"
            self._add(sentence, OrgName(start, start + len(part), part, basis), Weight.PROOF)

    def _led_by_known(self, name: str) -> bool:
        """Whether "Alder & AlderCloud" is a company told of before and something of its own, no one name."""
        first, sign, _ = name.partition(" & ")
        key = key_of(first)
        known = any(other in (key, key + "|") or other.startswith(f"{key} ") for other in self.groups)
        return bool(sign) and known and key_of(name) not in self.groups and key_of(name) + "|" not in self.groups

    def _add(self, sentence: Sentence, name: OrgName, weight: Weight, *, heading: bool = False) -> None:
        self._note(name, sentence.passage.span(name.start, name.end), weight, heading=heading)

    def _note(self, name: OrgName, span: Span, weight: Weight, *, heading: bool = False) -> None:
        formed = name.basis == "form"
        group = self.groups.setdefault(key_of(name.text) + ("|" if formed else ""), Group(nature=name.nature))
        (group.headed if heading else group.forms)[name.text] += 1
        group.spans.append(span)
        group.formed = group.formed or formed
        group.weight += _POINTS.get(name.basis, 0) + max(weight, 0)
        group.against += weight < 0

    def _define(self, sentence: Sentence, names: Sequence[OrgName]) -> None:
        """Take in the short names, trade names and listings that a sentence gives."""
        text = sentence.text
        if not any(sign in text for sign in ("(", " as ", "formerly", "d/b/a", "[", " AKA ", " aka ", "a.k.a.")):
            return
        inside = [match.span() for match in TICKERED.finditer(text)]
        found = [OrgName(*piece, "bare") for run in runs(text) if (piece := bare_name(run))]
        bare = [
            b
            for b in found
            if not self.lexicon.ordinary(text, b.start, b.text)
            and not any(s <= b.start < e for s, e in inside)
            and not any(n.start < b.end and b.start < n.end for n in names)
        ]
        known = sorted([*names, *bare], key=lambda name: name.start)
        for alias in find_aliases(text, known):
            owner = known[alias.owner]
            group = self._group(sentence, owner)
            (group.roles if alias.role else group.aliases).append(alias.text)
            if alias.former:
                group.former.add(key_of(alias.text))
            if owner.basis != "bare" or alias.quoted or " & " in owner.text:
                group.weight += 3 if alias.role or owner.basis != "bare" else 1
        self._list(sentence, known)

    def _list(self, sentence: Sentence, known: Sequence[OrgName]) -> None:
        text = sentence.text
        opening = 0
        for listing in find_listings(text):
            opening = listing.start if text[listing.start] in "([" else max(text.rfind("(", 0, listing.start), opening)
            owner = owner_of(text, known, opening) or (ticked(text, opening) if listing.ticker else None)
            if owner is not None:
                group = self._group(sentence, owner)
                group.listings.append(listing)
                group.weight += 3

    def _group(self, sentence: Sentence, name: OrgName) -> Group:
        key = key_of(name.text) + ("|" if name.basis == "form" else "")
        if key not in self.groups:
            self.groups[key] = Group()
            self.groups[key].forms[name.text] += 1
            self.groups[key].spans.append(sentence.passage.span(name.start, name.end))
        return self.groups[key]


def _describes(name: str, left: str, *, heading: bool) -> bool:
    """Whether an article makes a name a description: "to acquire a Mid-Sized Waste Company", "into a premier Media Company"."""
    told = heading or name.endswith((" Company", " Companies", " Co."))
    return told and name.count(" ") > 1 and _ARTICLE.search(left) is not None


def _without_holder(name: OrgName) -> OrgName:
    """A name in a contact line without the person whose name a lost line end left before it ("Jane DoeAlder Group")."""
    person = _HOLDER.match(name.text)
    if person is None or is_form(name.text[person.end() :]):
        return name
    return OrgName(name.start + person.end(), name.end, name.text[person.end() :], name.basis, name.nature)


def _unglued(name: OrgName) -> OrgName:
    """A name whose first words were printed twice without a blank ("AlderAlder Inc.")."""
    label = _LABELLED.match(name.text)
    if label:
        name = OrgName(name.start + label.end(), name.end, name.text[label.end() :], name.basis, name.nature)
    joined = _JOINED.match(name.text)
    if joined:
        name = OrgName(name.start + joined.end(), name.end, name.text[joined.end() :], name.basis, name.nature)
    twice = _TWICE.match(name.text)
    if not twice:
        return name
    return OrgName(name.start + twice.end(), name.end, name.text[twice.end() :], name.basis, name.nature)


def speaks(sentence: Sentence) -> bool:
    """Whether a sentence is running text, whatever its block is called: no heading, no contact line."""
    if sentence.kind in _RUNNING:
        return not title_case(sentence.text)
    long = len(sentence.text.split()) > 12 and sentence.text.rstrip('”"’) ').endswith((".", ",", ":", "!"))
    return sentence.kind is BlockKind.HEADLINE and long and not title_case(sentence.text)
