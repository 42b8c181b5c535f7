"""The organisations of a release: names folded into parties, the issuer, and every later mention."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.context.folding import families, fold_short_forms
from kg.context.groups import Group, key_of
from kg.context.issuer import acting, pick_issuer, titled
from kg.context.listed import tell_head_lines, tell_listings
from kg.context.naming import Gatherer
from kg.context.printed_forms import add_longer_forms, add_stripped_forms
from kg.context.profiled import profiled
from kg.mentions.runs import is_form
from kg.model import Document, Mention, MentionKind, Party, Sentence
from kg.text.forms import occurrences

_COMMON = r"[Cc]ompany|[Cc]orporation|[Bb]ank|[Pp]artnership|[Tt]rust|[Ff]und|[Gg]roup|[Ff]irm|[Ii]ssuer|[Rr]egistrant"
_THE_COMPANY = re.compile(rf"\b(?:[Tt]he|THE) (?P<noun>{_COMMON}|COMPANY)(?=[’'](?:s\b)?|[^\w’'-]|$)")
_WE_OUR = re.compile(r"\b(?:(?P<our>[Oo]ur\b)|(?:[Ww]e|us)\b(?![’']s))")
_FADING = 6  # mentions
_LOOSE = re.compile(r"[\s,.]+")
_OWNED = re.compile(r"[’']s?$")
_OPENS = re.compile(r"(?<![\w@-])")
_CLOSES = re.compile(r"(?![\w-])")
_CLOSE = 200  # forms: a release names fewer; more would only slow the matching


class Parties:
    """The organisations of one release."""

    def __init__(
        self,
        parties: Sequence[Party],
        issuer: Party | None,
        nouns: dict[str, Party],
        about: dict[str, Party],
        told: dict[int, Party],
    ) -> None:
        self._parties = tuple(parties)
        self.issuer = issuer
        self._nouns = nouns
        self._about = about
        self._told = told
        self._forms: dict[str, Party] = {}
        for party in self._parties:
            for form in party.names:
                self._forms.setdefault(_folded(form), party)
        self._keys: dict[str, Party] = {}
        for party in self._parties:
            for form in party.names:
                self._keys.setdefault(key_of(form), party)
        self._printed = {form: self._forms[_folded(form)] for form in _matched(self._parties)}
        self._mentions: dict[int, tuple[Sentence, tuple[Mention, ...]]] = {}

    def __iter__(self) -> Iterator[Party]:
        return iter(self._parties)

    def __len__(self) -> int:
        return len(self._parties)

    def resolve(self, text: str) -> Party | None:
        """The party that a printed form names; None when the release does not tell."""
        plain = _OWNED.sub("", text.strip()).strip(" ,")
        common = _THE_COMPANY.fullmatch(plain)
        if common:
            return self._nouns.get(common["noun"].lower(), self.issuer)
        return self._forms.get(_folded(plain)) or self._keys.get(key_of(plain)) if plain else None

    def home(self, sentence: Sentence) -> Party | None:
        """Whom "the company" means in a sentence: the company that the block or paragraph tells of, else the issuer."""
        return self._told.get(sentence.number) or self._about.get(sentence.section or "", self.issuer)

    def mentions(self, sentence: Sentence) -> list[Mention]:
        """Names, aliases and stand-ins of organisations in a sentence, from left to right, apart from each other."""
        known = self._mentions.get(sentence.number)
        if known is None or known[0] is not sentence:  # persons, speech and extractors ask about the same sentence
            known = self._mentions[sentence.number] = sentence, tuple(self._read(sentence))
        return list(known[1])

    def _read(self, sentence: Sentence) -> list[Mention]:
        text = sentence.text
        found = [
            Mention(MentionKind.ORG, start, end, form, self._printed[form])
            for start, end, form in occurrences(text, self._printed, _OPENS, _CLOSES)
        ]
        taken = [(m.start, m.end) for m in found]
        home = self.home(sentence)
        for match in _THE_COMPANY.finditer(text):
            common = match["noun"].lower() in ("company", "corporation", "firm")
            told = self._about.get(sentence.section or "") if common else None
            if match["noun"] == "company":  # with a capital it is a defined name, the issuer's
                told = told or self._told.get(sentence.number)
            owner = told or self._nouns.get(match["noun"].lower()) or (self.issuer if common else None)
            if owner is not None and not any(s < match.end() and match.start() < e for s, e in taken):
                found.append(Mention(MentionKind.ORG, match.start(), match.end(), match[0], owner))
        for match in _WE_OUR.finditer(text) if home is not None else ():
            kind = MentionKind.OUR if match["our"] else MentionKind.WE
            found.append(Mention(kind, match.start(), match.end(), match[0], home))
        found.sort(key=lambda mention: (mention.start, -mention.end))
        return found


def find_parties(document: Document) -> Parties:
    """The organisations of a document."""
    groups = Gatherer(document).gather()
    add_stripped_forms(document, groups)
    add_longer_forms(document, groups)
    fold_short_forms(groups)
    acting(document, groups)
    kept = {key: group for key, group in groups.items() if _accepted(key, group) and not _product(key, groups)}
    chosen = pick_issuer(document, kept)
    if chosen is None:
        chosen = titled(document, groups)
        if chosen is not None:
            kept[chosen] = groups[chosen]
    if chosen is not None:
        _take_own_about(document, kept, chosen)
        _take_title(document, kept, chosen)
    tell_listings(document, kept, chosen)
    if chosen is not None:
        tell_head_lines(document, kept[chosen])
    parties: list[Party] = []
    issuer: Party | None = None
    nouns: dict[str, Party] = {}
    for key, group in kept.items():
        party = _party(group, document, issuer=key == chosen)
        parties.append(party)
        if key == chosen:
            issuer = party
    for (key, group), party in zip(kept.items(), parties, strict=True):
        for role in group.roles:
            if key == chosen:
                nouns[role.lower()] = party
            else:
                nouns.setdefault(role.lower(), party)
    return Parties(parties, issuer, nouns, _abouts(document, parties), profiled(document, parties, issuer))


def _abouts(document: Document, parties: Sequence[Party]) -> dict[str, Party]:
    forms = {key_of(form): party for party in parties for form in party.names}
    found: dict[str, Party] = {}
    for section in dict.fromkeys(sentence.section for sentence in document.sentences if sentence.section):
        head = re.match(r"about:? (.+?):?$", section, re.IGNORECASE)
        if head and key_of(head[1]) in forms:
            found[section] = forms[key_of(head[1])]
    return found


def _take_own_about(document: Document, groups: dict[str, Group], issuer: str) -> None:
    """Fold "Alder Group", of which an about block tells, into the issuer "Alder Instruments Holding Limited" that has none, or into "Alder AG"."""
    sections = {key_of(section[6:]) for s in document.sentences if (section := s.section) and section[:6] == "About "}
    own = issuer.removesuffix("|")
    short = f"{own.split(maxsplit=1)[0]} group"
    told = short in sections and own not in sections
    if short in groups and short != issuer and not groups[short].listings and (told or f"{own} group" == short):
        groups[issuer].take(groups.pop(short))


def _take_title(document: Document, groups: dict[str, Group], issuer: str) -> None:
    """Fold into the issuer the one who opens the title, by the issuer's first word, and is named there alone."""
    title = (document.title or "").lstrip("# *")
    end = document.text.find(title) + len(title)
    first = issuer.removesuffix("|").split(maxsplit=1)[0]
    for key in [
        k for k in groups if k != issuer and k.split(maxsplit=1)[0].removesuffix("|") == first and len(first) > 3
    ]:
        group = groups[key]
        opens = any(title.startswith(form) for form in (*group.forms, *group.headed))
        if opens and not group.listings and all(span.end <= end for span in group.spans):
            groups[issuer].take(groups.pop(key))


def _product(key: str, groups: dict[str, Group]) -> bool:
    """Whether a name is another's with a numbered word behind it: "Alder FluxGate-4" beside "Alder"."""
    maker, _, last = key.rpartition(" ")
    group = groups[key]
    if not maker or group.formed or group.listings or not any(character.isdigit() for character in last):
        return False
    return any(other in groups and groups[other].weight >= group.weight for other in (maker, f"{maker}|"))


def _accepted(key: str, group: Group) -> bool:
    if group.formed or group.listings or (group.nature == "agency" and group.weight >= 4):
        return True
    faint = _FADING <= len(group.spans) > 2 * group.weight and not (group.aliases or group.roles)
    if faint and group.against:
        return False  # told of all over, as a thing too, and hardly ever as an organisation: rather its product
    return group.weight - 2 * group.against >= 2 and len(key) > 1


def _party(group: Group, document: Document, *, issuer: bool) -> Party:
    bodied = {form.lower() for form in group.forms}
    headed = [
        form
        for form in group.headed
        if not bodied
        or form.lower() in bodied
        or (
            _has_form(form)
            and not form.endswith(("Company", "Companies"))
            and (form.startswith(tuple(f"{short} " for short in group.forms)) or families([form]) & bodied)
        )
    ]
    tickers = {listing.ticker for listing in group.listings}
    forms = [*group.forms, *headed, *(alias for alias in group.aliases if alias not in tickers)]
    mixed = {form.lower() for form in forms if form.upper() != form}
    kept = [form for form in dict.fromkeys(forms) if form.upper() != form or form.lower() not in mixed]
    kept.sort(key=lambda form: (key_of(form) in group.former, form in tickers, not _has_form(form), -len(form)))
    listing = next((listing for listing in group.listings if listing.ticker), None) or next(iter(group.listings), None)
    spans = tuple(sorted(group.spans))
    shouted = [form for form in dict.fromkeys(forms) if form not in kept]
    return Party(
        name=kept[0],
        names=(*kept, *shouted),
        spans=spans,
        ticker=listing.ticker if listing else None,
        exchange=listing.exchange if listing else None,
        cik=document.header.cik if issuer and document.header else None,
        nature=group.nature,
        listings=tuple(dict.fromkeys((listing.exchange, listing.ticker) for listing in group.listings)),
    )


def _has_form(name: str) -> bool:
    return len(name.split()) > 1 and is_form(name.rsplit(maxsplit=1)[-1])


def _folded(text: str) -> str:
    return _LOOSE.sub(" ", text.replace("’", "'")).strip().lower()


def _matched(parties: Sequence[Party]) -> list[str]:
    """The forms to look for, longer ones first."""
    return sorted({form for party in parties for form in party.names}, key=lambda f: (-len(f), f))[:_CLOSE]
