"""The organisations of a release: names folded into parties, the issuer, and every later mention."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.context.issuer import pick_issuer, titled
from kg.context.naming import Gatherer, Group, key_of
from kg.mentions.gazetteer import cities, wide_names
from kg.mentions.organisations import is_form
from kg.mentions.words import agencies, bare_words, given_names
from kg.model import Document, Mention, MentionKind, Party, Sentence

_COMMON = r"[Cc]ompany|[Cc]orporation|[Bb]ank|[Pp]artnership|[Tt]rust|[Ff]und|[Gg]roup|[Ff]irm|[Ii]ssuer|[Rr]egistrant"
_THE_COMPANY = re.compile(rf"\b(?:[Tt]he|THE) (?P<noun>{_COMMON}|COMPANY)(?=[’'](?:s\b)?|[^\w’'-]|$)")
_WE = re.compile(r"\b(?:[Ww]e|us)\b(?![’']s)")
_OUR = re.compile(r"\b(?:our|Our)\b")
_CLOSE = 200  # forms: a release names fewer; more would only slow the matching


class Parties:
    """The organisations of one release."""

    def __init__(self, parties: Sequence[Party], issuer: Party | None, nouns: dict[str, Party], about: dict[str, Party]) -> None:
        self._parties = tuple(parties)
        self.issuer = issuer
        self._nouns = nouns
        self._about = about
        self._forms: dict[str, Party] = {}
        for party in self._parties:
            for form in party.names:
                self._forms.setdefault(_folded(form), party)
        self._keys: dict[str, Party] = {}
        for party in self._parties:
            for form in party.names:
                self._keys.setdefault(key_of(form), party)
        self._pattern = _pattern_of(self._parties)

    def __iter__(self) -> Iterator[Party]:
        return iter(self._parties)

    def __len__(self) -> int:
        return len(self._parties)

    def resolve(self, text: str) -> Party | None:
        """The party that a printed form names; None when the release does not tell."""
        plain = re.sub(r"[’']s?$", "", text.strip()).strip(" ,")
        common = _THE_COMPANY.fullmatch(plain)
        if common:
            return self._nouns.get(common["noun"].lower(), self.issuer)
        return self._forms.get(_folded(plain)) or self._keys.get(key_of(plain)) if plain else None

    def home(self, sentence: Sentence) -> Party | None:
        """Whom "the company" means in a sentence: the company that an about block tells of, else the issuer."""
        return self._about.get(sentence.section or "", self.issuer)

    def mentions(self, sentence: Sentence) -> list[Mention]:
        """Names, aliases and stand-ins of organisations in a sentence, from left to right, apart from each other."""
        text = sentence.text
        found: list[Mention] = []
        if self._pattern:
            for match in self._pattern.finditer(text):
                party = self._forms.get(_folded(match[0]))
                if party is not None:
                    found.append(Mention(MentionKind.ORG, match.start(), match.end(), match[0], party))
        taken = [(m.start, m.end) for m in found]
        home = self.home(sentence)
        for match in _THE_COMPANY.finditer(text):
            named = self._nouns.get(match["noun"].lower())
            owner = named or (home if match["noun"].lower() in ("company", "corporation", "firm") else None)
            if owner is not None and not any(s < match.end() and match.start() < e for s, e in taken):
                found.append(Mention(MentionKind.ORG, match.start(), match.end(), match[0], owner))
        if home is not None:
            for kind, pattern in ((MentionKind.WE, _WE), (MentionKind.OUR, _OUR)):
                found += [Mention(kind, m.start(), m.end(), m[0], home) for m in pattern.finditer(text)]
        found.sort(key=lambda mention: (mention.start, -mention.end))
        return found


def find_parties(document: Document) -> Parties:
    """The organisations of a document."""
    groups = Gatherer(document).gather()
    _add_stripped_forms(document, groups)
    _fold_short_forms(groups)
    kept = {key: group for key, group in groups.items() if _accepted(key, group)}
    chosen = pick_issuer(document, kept)
    if chosen is None:
        chosen = titled(document, groups)
        if chosen is not None:
            kept[chosen] = groups[chosen]
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
    return Parties(parties, issuer, nouns, _abouts(document, parties))


def _abouts(document: Document, parties: Sequence[Party]) -> dict[str, Party]:
    forms = {key_of(form): party for party in parties for form in party.names}
    found: dict[str, Party] = {}
    for section in dict.fromkeys(sentence.section for sentence in document.sentences if sentence.section):
        head = re.match(r"about:? (.+?):?$", section, re.IGNORECASE)
        if head and key_of(head[1]) in forms:
            found[section] = forms[key_of(head[1])]
    return found


def _fold_short_forms(groups: dict[str, Group]) -> None:
    """Merge groups that defined aliases and leading words of fuller names mean."""
    for key in list(groups):
        group = groups.get(key)
        if group is None:
            continue
        for alias in group.aliases:
            for other in (key_of(alias), key_of(alias) + "|"):
                if other != key and other in groups and not _rivals(groups[other], group):
                    group.take(groups.pop(other))
    _join_tails(groups)
    for key in sorted((k for k in groups if not k.endswith("|")), key=lambda k: (-len(k.split()), k)):
        best = max((k for k in groups if k != key and _fits(key, k, groups)), key=lambda k: _claim(key, k, groups[k]), default=None)
        if best is not None:
            groups[best].take(groups.pop(key))


def _join_tails(groups: dict[str, Group]) -> None:
    """Merge a formed name that is the tail of another (cut by a line end), and the forms of one agency."""
    for key in [k for k in groups if k.endswith("|")]:
        _without_person(key, groups)
        _without_lead(key, groups)
        if key not in groups:
            continue
        whole = [k for k in groups if k != key and k.endswith(" " + key) and _same_form(groups[k], groups[key])]
        if (len(whole) == 1 and not groups[key].listings) or (len(whole) == 1 and not groups[whole[0]].listings):
            groups[whole[0]].take(groups.pop(key))
    tickers = {listing.ticker: key for key, group in groups.items() for listing in group.listings if listing.ticker}
    for ticker, key in tickers.items():
        for short in {ticker.lower(), ticker.replace(".", "").lower(), ticker.split(".")[0].lower()} & groups.keys() - {key}:
            if key in groups and all(form.isupper() for form in _all(groups[short])):
                groups[key].take(groups.pop(short))
    for forms in agencies().values():
        present = [key_of(form) for form in forms if key_of(form) in groups and groups[key_of(form)].nature == "agency"]
        for key in present[1:]:
            if key in groups and key != present[0]:
                groups[present[0]].take(groups.pop(key))


def _without_person(key: str, groups: dict[str, Group]) -> None:
    """Take a person's name off the front of a company's, where a contact line prints both."""
    words = key.split()
    for size in (2, 3):
        rest = " ".join(words[size:])
        if rest and key in groups and words[0].title() in given_names() and (rest in groups or rest.removesuffix("|") in groups):
            target = rest if rest in groups else rest.removesuffix("|")
            groups[target].weight += 1
            del groups[key]


def _without_lead(key: str, groups: dict[str, Group]) -> None:
    """Take the verb that a heading printed before a name off it, where the text has the name alone."""
    if key not in groups or groups[key].forms:
        return
    words = key.split()
    for size in range(1, len(words)):
        rest = " ".join(words[size:])
        if rest in groups and groups[rest].forms:
            groups[key].headed.clear()
            groups[rest].take(groups.pop(key))
            return


def _same_form(one: Group, other: Group) -> bool:
    return bool({form.split()[-1].strip(".").lower() for form in _all(one)} & {form.split()[-1].strip(".").lower() for form in _all(other)})


def _all(group: Group) -> list[str]:
    return list(dict.fromkeys([*group.forms, *group.headed]))


def _add_stripped_forms(document: Document, groups: dict[str, Group]) -> None:
    """Find names without their legal form, and drop what stood for parts of them."""
    covered: list[tuple[int, int]] = []
    for group in groups.values():
        if not group.formed:
            continue
        for form in [f for f in _all(group) if is_form(f.split()[-1])]:
            _mixed_case(document.text, form, group)
            _first_word(document.text, form, group)
            short = _stripped(form)
            if " " not in short or short in group.forms:
                continue
            at = document.text.find(short)
            while at >= 0:
                covered.append((at, at + len(short)))
                if not any(span.start <= at < span.end for span in group.spans):
                    group.forms[short] += 1
                at = document.text.find(short, at + 1)
    for key in [k for k, g in groups.items() if not g.formed and not g.listings and g.spans]:
        if all(any(s <= span.start and span.end <= e for s, e in covered) for span in groups[key].spans):
            del groups[key]


def _first_word(text: str, form: str, group: Group) -> None:
    """The first word of a name where it stands alone for the whole ("Alder's", "Alder said", "Alder Chairman")."""
    word = form.split(maxsplit=1)[0].rstrip(",")
    low = word.lower()
    if len(form.split()) < 3 or len(word) < 4 or word.isupper() != form.isupper() or not word.isalpha() or low in bare_words() or word in given_names():
        return
    if low in wide_names() or low in cities() or word in group.forms:
        return
    alone = re.compile(rf"(?<![\w&] )(?<!\w){word}(?:[’']s?\b| (?=[a-z]{{3,}}\b)(?!and\b)| (?=(?:Chairman|President|Chief|CEO|CFO)\b))")
    found = alone.search(text)
    if found and not re.search(rf"\b{low}\b", text):
        group.forms[word] += 1


def _mixed_case(text: str, form: str, group: Group) -> None:
    """The printed form of a name that the sentences shout."""
    if form.upper() != form or len(form) < 6:
        return
    pattern = re.compile(re.escape(form).replace(r"\ ", r"\s+"), re.IGNORECASE)
    for match in pattern.finditer(text):
        printed = " ".join(match[0].split())
        if printed.upper() != printed:
            group.forms[printed] += 1
            return


def _stripped(form: str) -> str:
    words = form.split()
    while len(words) > 1 and is_form(words[-1]):
        words.pop()
    return re.sub(r"(?:,| and| &)+$", "", " ".join(words))


def _rivals(one: Group, other: Group) -> bool:
    """Whether two groups are listed under different tickers."""
    return bool(one.listings and other.listings and {x.ticker for x in one.listings}.isdisjoint(x.ticker for x in other.listings))


def _fits(key: str, fuller: str, groups: dict[str, Group]) -> bool:
    group = groups[fuller]
    if not _leads(key, fuller.removesuffix("|")) or not _same_case(groups[key], group):
        return False
    if groups[key].listings and not group.formed and not group.listings:
        return False
    return group.formed or bool(group.listings or group.roles) or (group.weight >= 2 and (" " in fuller or (fuller.startswith(key) and len(fuller) <= len(key) + 3)))


def _same_case(short: Group, fuller: Group) -> bool:
    """Whether the short form is printed as in the fuller one, or in capitals."""
    whole = " ".join(_all(fuller))
    return any(form in whole or form.isupper() or (form.upper() in whole and whole.isupper()) for form in _all(short))


def _claim(key: str, fuller: str, group: Group) -> tuple[float, str]:
    """How strongly a fuller name claims a short form."""
    points = min(group.weight, 20) / 10
    points += 3 * any(role.lower() == "company" for role in group.roles) + 2 * bool(group.listings)
    return points + 1.5 * (fuller.removesuffix("|") == key), fuller


def _leads(short: str, full: str) -> bool:
    if full == short or full.startswith(short + " ") or (full.startswith(short) and full[len(short) :].split(maxsplit=1)[0] in ("com", "net", "ai", "io")):
        return True
    return full.endswith(" " + short) and len(full.split()) == 2 and len(full.split(maxsplit=1)[0]) <= 2 and " " not in short


def _accepted(key: str, group: Group) -> bool:
    if group.formed or group.listings or (group.nature == "agency" and group.weight >= 4):
        return True
    return group.weight - 2 * group.against >= 2 and len(key) > 1


def _party(group: Group, document: Document, *, issuer: bool) -> Party:
    bodied = {form.lower() for form in group.forms}
    headed = [form for form in group.headed if not bodied or form.lower() in bodied]
    forms = [*group.forms, *headed, *group.aliases]
    mixed = {form.lower() for form in forms if form.upper() != form}
    kept = [form for form in dict.fromkeys(forms) if form.upper() != form or form.lower() not in mixed]
    tickers = {listing.ticker for listing in group.listings}
    kept.sort(key=lambda form: (form in tickers, not _has_form(form), -len(form)))
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
    return re.sub(r"[\s,.]+", " ", text.replace("’", "'")).strip().lower()


def _pattern_of(parties: Sequence[Party]) -> re.Pattern[str] | None:
    forms = sorted({form for party in parties for form in party.names}, key=lambda f: (-len(f), f))[:_CLOSE]
    return re.compile(r"(?<![\w@-])(?:" + "|".join(map(re.escape, forms)) + r")(?![\w-])") if forms else None
