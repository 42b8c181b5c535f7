"""Which phrases of a release name organisations: evidence gathered over the whole document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.context.aliases import find_aliases
from kg.context.groups import Group, key_of
from kg.mentions.bare import bare_name, excluded, personal, post_words, title_case
from kg.mentions.contact_lines import merged, pieces, regions
from kg.mentions.frames import Weight, opens_list, weigh
from kg.mentions.gazetteer import cities, demonyms, wide_names
from kg.mentions.listings import find_listings
from kg.mentions.organisations import OrgName, organisation_names
from kg.mentions.presented import beside_post, presented
from kg.mentions.runs import Run, is_form, runs
from kg.mentions.titles import Posts, find_posts, has_post
from kg.mentions.words import bare_words, stops, title_words, word_class
from kg.model import BlockKind, Document, Sentence, Span

_TITLE_CASE = (BlockKind.HEADLINE, BlockKind.HEADING)
_RUNNING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ABOUT)
_ABOUT = re.compile(
    r"^(?:About|ABOUT) (?P<name>[A-Z0-9a-z]?[A-Z0-9][\w&.'’®™-]*(?:,? (?:[A-Z0-9&][\w&.'’®™/()-]*|of|and|the|for|de|in)){0,9}?)[:.]?\s*$"
)
_LOWER = re.compile(r"(?<![\w.@/-])[a-z]{2,}(?![\w@]|\.[a-z])")
_AT_POST = re.compile(r",? (?:of|at|for|with) (?:the )?|, ")
_TICKERED = re.compile(
    r"[(\[](?:the )?[A-Z][\w .®-]{1,28}(?:: ?| )[\"“]?[A-Z0-9][A-Z0-9.]{0,6}[\"”]?(?:[;,|/ ][^()]{0,90})?[)\]]"
)
_DRUG = re.compile(
    r"[a-z]{2}(?:mab|nib|ciclib|parib|limus|vir|statin|cel|tide|cept|mycin|cillin|azole|pril|sartan|olol|oxetine|setron|platin|rubicin|taxel|gliptin|glutide|leucel)$"
)
_THING = re.compile(
    r"\b(?:therapy|technology|platform|program|project|study|trial|vaccine|device|award|disease|cancer|myeloma|carcinoma|lymphoma|leukemia|melanoma|diabetes|sclerosis|fibrosis|dystrophy|syndrome|disorder|deposit|property|mine|data|report|act|index|method|treatment|process|summit|conference|event|patients?|forward|how|why|non-gaap|gaap|measures|system|software|products?)\b(?!.*\b(?:Inc|Corp|Ltd|LLC|Company|Group)\b)| for (?=.*(?:tumors|patients|children))",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:Investors?|Media|Press|Public|Corporate|Company|Financial)(?: (?:&|and) (?:Media|Investors?|Press))? (?:Relations|Contacts?|Inquiries|Communications)(?: Contacts?)? (?=[A-Z])"
)
_ADDRESS = re.compile(r"(?<=[a-z])(?:[A-Z][a-z]+ |\d{3})[^@]{0,90}\w@\w")
_TERM = re.compile(r"[a-z]{3,}[\"”]? \((?:the )?[\"“‘']?([A-Z]{2,6})s?[\"”’']?\)")
_CAPITAL = r"[A-Z0-9][\w&.’'-]*[\w’']"
_EMPLOYED = re.compile(
    rf"(?P<link>, |,? (?:of|at|with) (?:the )?)(?P<name>{_CAPITAL}(?:(?: | & | of | of the | for | and the ){_CAPITAL}){{0,5}})(?=[.,;:”\"’)]|$| (?:in|and|who|said|to|on|for|a|an|the|as)\b)"
)
_EMPLOYS = re.compile(rf"(?:^|[a-z,”\"] )(?P<name>{_CAPITAL}(?: (?:& )?{_CAPITAL}){{0,4}}?)(?:[’']s)? $")
_TOP = re.compile(
    r"(?:CEO|CFO|COO|CTO|president|chairman|chairwoman|founder|co-founder|owner|partner|director|officer|principal)$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:Corporate|Group|Global|Marketing|Media|Public|External|Investor) (?:Communications|Relations|Affairs|Media)$"
)
_EMPLOYER = re.compile(r"\b(?:at|of|from) (?:the )?$")
_FIRM = re.compile(
    r"^(?: \([^()]*\))?,? (?:is |was )?(?:an?|the) [^.;]{0,60}\b(?:company|firm|corporation|bank|provider|manufacturer|subsidiary|division)\b|^ (?:acted|served|is acting|is serving) as\b"
)
_BRACKETED = re.compile(r"\([\"“‘']?$")
_LIST_GAPS = (", ", " and ", ", and ", " or ", " & ", ", or ", ", as well as ")


class Gatherer:
    """Collects the groups of a document sentence by sentence."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.groups: dict[str, Group] = {}
        self.people: set[str] = set()  # full and family names, lower case
        self.terms = frozenset(match[1].lower() for match in _TERM.finditer(document.text))
        self.common = frozenset(_LOWER.findall(document.text))

    def gather(self) -> dict[str, Group]:
        """The groups by key, in order of first mention; keys of names with a legal form end in a bar."""
        for sentence in self.document.sentences:
            if sentence.kind is not BlockKind.CONTACT and not _ADDRESS.search(sentence.text):
                self._sentence(sentence)
        self._contacts()
        for name in self.people & self.groups.keys():
            if not self.groups[name].listings and self.groups[name].weight < 12:
                del self.groups[name]
        return self.groups

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
                    if not excluded(name.text) and not _OFFICE.search(name.text):
                        weight = Weight.PROOF if name.basis == "weak-head" and name.nature == "company" else Weight.HINT
                        self._note(_unglued(name), Span(at + name.start, at + name.end), weight)

    def _sentence(self, sentence: Sentence) -> None:
        text = sentence.text
        heading = not speaks(sentence)
        names = [name for name in self._names(sentence, heading=heading) if not excluded(name.text)]
        people = presented(text) if not heading or sentence.kind in _RUNNING else ()
        for person in people:
            self.people |= {key_of(person.name), person.name.split()[-1].lower(), person.name.split()[0].lower()}
        taken = [(p.start, p.end) for p in people]
        if has_post(text):
            taken += [(p.start, p.end) for p in find_posts(text)]
        names = [n for n in names if n.basis == "form" or not any(s < n.end and n.start < e for s, e in taken)]
        for name in names:
            headed = name.basis in ("head", "weak-head")
            if name.basis == "weak-head" and self._common(name.text):
                continue
            self._add(sentence, name, weigh(text, name.start, name.end, headed=headed), heading=heading)
        if not heading:
            names += self._employers(sentence, names)
            self._bare(sentence, names, taken)
        self._define(sentence, names)
        self._about(sentence)

    def _employers(self, sentence: Sentence, names: Sequence[OrgName]) -> list[OrgName]:
        """Capitalised phrases behind the post of a person: "president and founder, World of Sound"."""
        text = sentence.text
        people = presented(text)
        found: list[OrgName] = []
        for posts in find_posts(text) if people and has_post(text) else ():
            if any(person.end <= posts.start and beside_post(text, person, (posts,)) for person in people):
                behind = _EMPLOYED.match(text, posts.end)
                top = _TOP.search(text[posts.start : posts.end])
                if behind and (behind["link"].strip() != "of" or top):
                    found.append(OrgName(*behind.span("name"), behind["name"], "bare"))
            elif any(0 < person.start - posts.end <= 2 for person in people):
                ahead = _EMPLOYS.search(text[: posts.start])
                if ahead and _TOP.search(text[posts.start : posts.end]):
                    found.append(OrgName(*ahead.span("name"), ahead["name"], "bare"))
        kept = [
            name
            for name in found
            if not any(n.start < name.end and name.start < n.end for n in names) and not self._no_employer(name.text)
        ]
        for name in kept:
            self._add(sentence, name, Weight.PROOF)
        return kept

    def _no_employer(self, phrase: str) -> bool:
        low = [word.lower().strip(",.") for word in phrase.split()]
        known = phrase.lower() in wide_names() or phrase.lower() in cities()
        posts = any(word in post_words() or word in title_words("officer") for word in low)
        areas = all(
            word in title_words("area") or word in bare_words() or word in ("&", "and", "of", "the") for word in low
        )
        return known or posts or areas or excluded(phrase) or stops(low[0])

    def _names(self, sentence: Sentence, *, heading: bool) -> list[OrgName]:
        """The names by shape."""
        text = sentence.text
        return [_unglued(n) for n in organisation_names(text, heading=heading) if not self._described(n)]

    def _described(self, name: OrgName) -> bool:
        """Whether "Company" only ends a description: "Leading Greeting Card Company"."""
        words = name.text.lower().split()
        if words[-1] in ("company", "companies") and words[0] in word_class("praise") - {"the"}:
            return True
        if words[-1] == "companies" and words[-2] in self.common | bare_words():
            return True
        return words[-1] in ("company", "companies") and all(
            word in self.common or word in word_class("praise") for word in words[:-1]
        )

    def _about(self, sentence: Sentence) -> None:
        about = _ABOUT.match(sentence.text) if sentence.text[:5].upper() == "ABOUT" else None
        if (
            not about
            or excluded(about["name"])
            or about["name"].lower() in ("us", "the company", "the author", "this release")
            or self._common(about["name"])
            or _THING.search(about["name"])
            or _DRUG.search(about["name"])
        ):
            return
        parts = [about["name"]]
        halves = about["name"].split(" and ")
        if len(halves) == 2 and all(key_of(half) + "|" in self.groups or len(half.split()) > 1 for half in halves):
            parts = halves
        for part in parts:
            start = sentence.text.index(part)
            self._add(
                sentence,
                OrgName(start, start + len(part), part, "form" if is_form(part.split()[-1]) else "about"),
                Weight.PROOF,
            )

    def _add(self, sentence: Sentence, name: OrgName, weight: Weight, *, heading: bool = False) -> None:
        self._note(name, sentence.passage.span(name.start, name.end), weight, heading=heading)

    def _note(self, name: OrgName, span: Span, weight: Weight, *, heading: bool = False) -> None:
        formed = name.basis == "form"
        group = self.groups.setdefault(key_of(name.text) + ("|" if formed else ""), Group(nature=name.nature))
        (group.headed if heading else group.forms)[name.text] += 1
        group.spans.append(span)
        points = {"form": 4, "agency": 4, "head": 2, "weak-head": 0, "about": 3}.get(name.basis, 0)
        group.formed = group.formed or formed
        group.weight += points + max(weight, 0)
        group.against += weight < 0

    def _common(self, phrase: str) -> bool:
        """Whether every word of a phrase stands in the release in lower case too."""
        return all(
            word.lower() in self.common or word.lower() in bare_words() for word in phrase.replace("&", "").split()
        )

    def _bare(self, sentence: Sentence, names: Sequence[OrgName], people: Sequence[tuple[int, int]]) -> None:
        text = sentence.text
        posts = find_posts(text) if has_post(text) else ()
        listed = [m.span() for m in _TICKERED.finditer(text)]
        taken = [*((name.start, name.end) for name in names), *people, *((p.start, p.end) for p in posts), *listed]
        listing = placed = led = False
        last_end = -1
        pieces_of = runs(text)
        for run in pieces_of:
            chained = last_end >= 0 and text[last_end : run.start] in _LIST_GAPS
            if not chained:
                listing = opens_list(text, run.start)
            last_end = run.end
            piece = bare_name(run, listed=listing) or self._vouched(text, run)
            if piece is None:
                continue
            start, end, phrase = piece
            bracketed = bool(_BRACKETED.search(text[max(0, start - 3) : start])) and text[end : end + 1] in ')"”’'
            part = text[max(0, start - 4) : start] == " of " and any(other.end == start - 4 for other in pieces_of)
            bracketed = bracketed or (part and " " not in phrase)
            if bracketed or any(s < end and start < e for s, e in taken) or self._ordinary(text, start, phrase):
                continue
            weight = weigh(text, start, end)
            if weight < Weight.PROOF and phrase.split()[-1].lower() in word_class("lands"):
                continue
            led = weight is Weight.PROOF if not chained else led
            if personal(phrase) and not _EMPLOYER.search(text[max(0, start - 12) : start]):
                weight = weight if _FIRM.search(text[end : end + 90]) and not listing else min(weight, Weight.NOTHING)
            elif chained and led and weight == Weight.NOTHING:
                weight = Weight.PROOF
            placed = weight < 0 if not chained else placed
            if placed and weight <= 0:
                weight = Weight.AGAINST
            if weight >= 0 and not weight:
                weight = max((_beside(text, p, start) for p in posts), default=weight)
            if listing and weight >= 0 and not personal(phrase):
                weight = Weight.PROOF
            self._add(sentence, OrgName(start, end, phrase, "bare"), weight)

    def _vouched(self, text: str, run: Run) -> tuple[int, int, str] | None:
        """A run of common words in capitals that its sentence lists or describes as a company."""
        words = run.words
        if len(words) != 2 or stops(words[0][2]) or any(word.lower() in post_words() for _, _, word in words):
            return None
        name = text[run.start : run.end]
        return (
            (run.start, run.end, name)
            if not excluded(name) and weigh(text, run.start, run.end) is Weight.PROOF
            else None
        )

    def _ordinary(self, text: str, start: int, phrase: str) -> bool:
        """Whether a phrase is only capitalised for its place in the sentence, or common words in capitals."""
        if phrase.lower() in wide_names() or phrase.lower() in cities() or phrase in demonyms():
            return True
        words = phrase.split()
        if phrase.lower() in self.terms or phrase.lower().endswith(("data center", "data centers")):
            return True
        if len(words) > 1 and words[0].lower() in bare_words() and " ".join(words[1:]).lower() in wide_names():
            return True
        if words[-1].lower() in word_class("things") or words[0] in ("Leading", "Premier", "Largest"):
            return True
        if (
            len(words) > 1
            and words[-1].isupper()
            and words[-1].lower() in wide_names()
            and " ".join(words[:-1]).lower() in cities()
        ):
            return True
        opens = start == 0 or text[start - 1] in '"“(' or text[max(0, start - 2) : start] in (": ", ". ")
        if " " not in phrase and phrase.endswith("ing") and phrase[1:].islower():
            return True
        if opens and " " not in phrase and phrase[1:].islower() and phrase.endswith(("ing", "ed", "ly")):
            return True
        if phrase.rsplit(maxsplit=1)[-1].lower() in word_class("lands"):
            return True
        return self._common(phrase) or bool(_DRUG.search(phrase))

    def _define(self, sentence: Sentence, names: Sequence[OrgName]) -> None:
        text = sentence.text
        if "(" not in text and " as " not in text and "formerly" not in text and "d/b/a" not in text:
            return
        bare = [
            OrgName(*piece, "bare")
            for run in runs(text)
            if (piece := bare_name(run)) and not self._ordinary(text, piece[0], piece[2])
        ]
        inside = [m.span() for m in _TICKERED.finditer(text)]
        bare = [b for b in bare if not any(s <= b.start < e for s, e in inside)]
        known = sorted(
            [*names, *(b for b in bare if not any(n.start < b.end and b.start < n.end for n in names))],
            key=lambda n: n.start,
        )
        for alias in find_aliases(text, known):
            owner = known[alias.owner]
            group = self._group(sentence, owner)
            (group.roles if alias.role else group.aliases).append(alias.text)
            if owner.basis != "bare" or alias.quoted or " & " in owner.text:
                group.weight += 3 if alias.role or owner.basis != "bare" else 1
        opening = 0
        for listing in find_listings(text):
            opening = listing.start if text[listing.start] in "([" else opening
            before = [name for name in known if name.end <= opening]
            if not before:
                continue
            owner = before[-1]
            if (
                owner.basis == "bare"
                and len(before) > 1
                and text[before[-2].end : owner.start] == ", "
                and before[-2].basis != "bare"
            ):
                owner = before[-2]
            if (
                opening - owner.end <= 2
                or ")" in text[max(0, opening - 3) : opening]
                or "(" in text[owner.end : opening]
            ):
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


def _beside(text: str, posts: Posts, start: int) -> Weight:
    """What standing behind a post says: "CEO of X" and "manager at X" prove, "Vice President, X" hints."""
    gap = text[posts.end : start] if 0 < start - posts.end <= 9 else ""
    if not _AT_POST.fullmatch(gap):
        return Weight.NOTHING
    top = re.search(
        r"(?:CEO|CFO|COO|CTO|founder|officer|chairman|owner)$", text[posts.start : posts.end], re.IGNORECASE
    )
    return (
        Weight.PROOF
        if gap.strip().startswith(("at", "with")) or (top and gap.strip().startswith("of"))
        else Weight.HINT
    )


def _unglued(name: OrgName) -> OrgName:
    """A name whose first words were printed twice without a blank ("AlderAlder Inc.")."""
    label = _LABELLED.match(name.text)
    if label:
        name = OrgName(name.start + label.end(), name.end, name.text[label.end() :], name.basis, name.nature)
    twice = re.match(r"(.{3,60}?) ?(?=\1)", name.text)
    if not twice:
        return name
    return OrgName(name.start + twice.end(), name.end, name.text[twice.end() :], name.basis, name.nature)


def speaks(sentence: Sentence) -> bool:
    """Whether a sentence is running text, whatever its block is called: no heading, no contact line."""
    if sentence.kind in _RUNNING:
        return not title_case(sentence.text)
    long = len(sentence.text.split()) > 12 and sentence.text.rstrip('”"’) ').endswith((".", ",", ":", "!"))
    return sentence.kind is BlockKind.HEADLINE and long and not title_case(sentence.text)
