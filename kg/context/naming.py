"""Which phrases of a release name organisations: evidence gathered over the whole document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.context.aliases import find_aliases
from kg.mentions.frames import Weight, opens_list, weigh
from kg.mentions.listings import Listing, find_listings
from kg.mentions.organisations import OrgName, Run, is_form, organisation_names, runs
from kg.mentions.people import find_names
from kg.mentions.titles import has_post
from kg.mentions.words import bare_words, exchanges, given_names, stop_words, title_words, wires
from kg.model import BlockKind, Document, Sentence, Span

_TITLE_CASE = (BlockKind.HEADLINE, BlockKind.HEADING)
_RUNNING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ABOUT)
_ABOUT = re.compile(r"^(?:About|ABOUT|About us:?) (?P<name>[^:–—]{2,80}?):?\s*$")
_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class Group:
    """One organisation in the making: its forms, where they stand, and what speaks for it."""

    forms: Counter[str] = field(default_factory=Counter)
    spans: list[Span] = field(default_factory=list)
    weight: int = 0
    against: int = 0
    formed: bool = False
    nature: str = "company"
    aliases: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    listings: list[Listing] = field(default_factory=list)

    def take(self, other: Group) -> None:
        """Add another group's forms and evidence to this one."""
        self.forms.update(other.forms)
        self.spans += other.spans
        self.weight += other.weight
        self.formed = self.formed or other.formed
        self.aliases += other.aliases
        self.roles += other.roles
        self.listings += other.listings


def key_of(name: str) -> str:
    """A name without case, dots, leading article and trailing legal forms: "The Alder Corp." -> "alder"."""
    words = _SPACE.split(name.replace("’", "'").strip())
    while len(words) > 1 and (is_form(words[-1]) or words[-1] in ("&", "and", "AND")):
        words.pop()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    return " ".join(word.strip(",.").replace(".", "") for word in words).lower().replace(" & ", " and ")


class Gatherer:
    """Collects the groups of a document sentence by sentence."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.groups: dict[str, Group] = {}
        self.persons: set[str] = set()

    def gather(self) -> dict[str, Group]:
        """The groups by key, in order of first mention."""
        for sentence in self.document.sentences:
            self._sentence(sentence)
        return self.groups

    def _sentence(self, sentence: Sentence) -> None:
        text = sentence.text
        heading = sentence.kind in _TITLE_CASE or _title_case(text)
        names = [name for name in organisation_names(text, heading=heading) if not _excluded(name.text)]
        people = [(p.start, p.end) for p in find_names(text) if p.known or p.honorific] if has_post(text) or not heading else []
        names = [n for n in names if n.basis == "form" or not any(s <= n.start and n.end <= e for s, e in people)]
        for name in names:
            self._add(sentence, name, weigh(text, name.start, name.end))
        if sentence.kind in _RUNNING and not heading:
            self._bare(sentence, names, people)
        self._define(sentence, names)
        about = _ABOUT.match(text)
        if about and not _excluded(about["name"]):
            start = about.start("name")
            self._add(sentence, OrgName(start, about.end("name"), about["name"], "about"), Weight.PROOF)

    def _add(self, sentence: Sentence, name: OrgName, weight: Weight) -> None:
        group = self.groups.setdefault(key_of(name.text), Group(nature=name.nature))
        group.forms[name.text] += 1
        group.spans.append(sentence.passage.span(name.start, name.end))
        points = {"form": 4, "agency": 4, "head": 2, "weak-head": 0, "about": 3}.get(name.basis, 0)
        group.formed = group.formed or name.basis == "form"
        group.weight += points + max(weight, 0)
        group.against += weight < 0

    def _bare(self, sentence: Sentence, names: Sequence[OrgName], people: Iterable[tuple[int, int]]) -> None:
        text = sentence.text
        taken = [(name.start, name.end) for name in names] + list(people)
        listing = False
        last_end = -1
        for run in runs(text):
            piece = bare_name(run)
            if piece is None:
                continue
            start, end, phrase = piece
            if any(s < end and start < e for s, e in taken):
                last_end = end
                continue
            if last_end < 0 or text[last_end:start] not in (", ", " and ", ", and ", " or ", " & ", ", or "):
                listing = opens_list(text, start)
            last_end = end
            weight = weigh(text, start, end)
            if listing and weight >= 0:
                weight = Weight.PROOF
            self._add(sentence, OrgName(start, end, phrase, "bare"), weight)

    def _define(self, sentence: Sentence, names: Sequence[OrgName]) -> None:
        text = sentence.text
        if "(" not in text and " as " not in text and "formerly" not in text and "d/b/a" not in text:
            return
        bare = [OrgName(*piece, "bare") for run in runs(text) if (piece := bare_name(run))]
        known = sorted([*names, *(b for b in bare if not any(n.start < b.end and b.start < n.end for n in names))], key=lambda n: n.start)
        for alias in find_aliases(text, known):
            group = self.groups.setdefault(key_of(known[alias.owner].text), Group())
            group.forms.setdefault(known[alias.owner].text, 0)
            (group.roles if alias.role else group.aliases).append(alias.text)
            group.weight += 3
        for listing in find_listings(text):
            owner = [name for name in known if name.end <= listing.start]
            if owner and (listing.start - owner[-1].end <= 40 or "(" in text[owner[-1].end : listing.start + 1]):
                group = self.groups.setdefault(key_of(owner[-1].text), Group())
                group.listings.append(listing)
                group.weight += 3


def bare_name(run: Run) -> tuple[int, int, str] | None:
    """A run of capitalised words that can be a name without a legal form, function words cut off."""
    words = list(run.words)
    stops = stop_words()
    while words and words[0][2].lower().strip(".,") in stops:
        words.pop(0)
    for at, (_, _, word) in enumerate(words):
        if word.lower().strip(".,") in stops:
            words = words[:at]
            break
    if not words or len(words) > 6:
        return None
    low = [word.lower().strip(".,") for _, _, word in words]
    posts = title_words("head") | title_words("officer")
    if all(word in bare_words() or word in posts for word in low) or any(word in posts for word in low):
        return None
    text = " ".join(word for _, _, word in words).rstrip(",.") if not words[-1][2].endswith("Inc.") else " ".join(w for _, _, w in words)
    if len(text) < 2 or text.isdigit() or _excluded(text):
        return None
    return words[0][0], words[0][0] + len(text), text


def _title_case(text: str) -> bool:
    """Whether most longer words of a line are capitalised: a heading, whatever its block says."""
    longer = [word for word in text.split() if len(word) > 3]
    return len(longer) >= 3 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)


def _excluded(name: str) -> bool:
    low = name.lower()
    return low in wires() or low in exchanges() or low in stop_words() or low.split()[0] in ("form", "rule", "section", "item") or (
        len(low.split()) == 1 and name in given_names()
    )
