"""Where a release prints the forms of its organisations: without the legal form, by the first word, over small words."""

from __future__ import annotations

import re

from kg.context.folding import all_forms
from kg.context.groups import Group, key_of
from kg.mentions.gazetteer import cities, wide_names
from kg.mentions.runs import is_form
from kg.mentions.words import bare_words, given_names, stop_words
from kg.model import Document, Span
from kg.text.forms import occurrences

_ALONE = re.compile(r"(?<![\w&] )(?<!\w)")
_ALONE_THEN = re.compile(
    r"[’']s?\b| (?=[a-z]{3,}\b)(?!(?:and|van|von|der|den|del|dos|und)\b)| (?=(?:Chairman|President|Chief|CEO|CFO)\b)"
)
_SMALL = re.compile(r" (?:for|the|of|and|on|to) ")
_KNOWN = 3  # points of a name that its own heading or the lead proves
_EDGE = re.compile(r"\b")


def add_stripped_forms(document: Document, groups: dict[str, Group]) -> None:
    """Find names without their legal form, and drop what stood for parts of them; whole ones lend it their places."""
    covered: list[tuple[int, int]] = []
    for group in groups.values():
        if not group.formed:
            continue
        for form in all_forms(group):
            _mixed_case(document.text, form, group)
        for form in [f for f in all_forms(group) if is_form(f.split()[-1])]:
            if not _better_known(form.split(maxsplit=1)[0], group, groups):
                _first_word(document.text, form, group)
            short = _stripped(form)
            if short.islower() and _alone(short) and occurrences(document.text, (short,), _EDGE, _EDGE):
                group.forms[short] += 1
            if " " not in short or short in group.forms or _belongs(short, group, groups):
                continue
            at = document.text.find(short)
            while at >= 0:
                covered.append((at, at + len(short)))
                if not any(span.start <= at < span.end for span in group.spans):
                    group.forms[short] += 1
                at = document.text.find(short, at + 1)
    for key in [k for k, g in groups.items() if not g.formed and not g.listings and g.spans]:
        if all(any(s <= span.start and span.end <= e for s, e in covered) for span in groups[key].spans):
            own = groups.get(f"{key}|")
            if own is not None:
                own.spans += groups[key].spans
                own.weight += groups[key].weight
            del groups[key]


def add_longer_forms(document: Document, groups: dict[str, Group]) -> None:
    """Find names that run over small words ("Alder for Change") wherever they stand, not their first word alone."""
    for key in [k for k, g in groups.items() if not g.formed and g.weight >= _KNOWN]:
        forms = [form for form in all_forms(groups[key]) if _SMALL.search(form)]
        if not forms:
            continue
        places = [(start, end) for start, end, _ in occurrences(document.text, forms, _EDGE, _EDGE)]
        known = {span.start for span in groups[key].spans}
        groups[key].spans += [Span(start, end) for start, end in places if start not in known]
        for short in [k for k in groups if key.startswith(k + " ") and not groups[k].formed]:
            spans = groups[short].spans
            alone = [span for span in spans if not any(s <= span.start and span.end <= e for s, e in places)]
            if len(alone) < len(spans):
                groups[short].spans[:] = alone
            if not alone:
                del groups[short]


def _better_known(word: str, own: Group, groups: dict[str, Group]) -> bool:
    """Whether another company of the same first word is listed, or told of more, so that the word alone means it."""
    lead = word.rstrip(",").lower() + " "
    return any(
        group is not own
        and group.formed
        and key.startswith(lead)
        and bool(group.listings or group.roles) > bool(own.listings or own.roles)
        for key, group in groups.items()
    )


def _belongs(short: str, own: Group, groups: dict[str, Group]) -> bool:
    """Whether a listed company, not this one, is meant by a short name: "Alder One" of "Alder One Financial Corporation"."""
    lead = key_of(short) + " "
    bank = any(form.endswith("N.A.") for form in own.forms)  # the bank of a holding company that bears its name
    return not (own.listings or own.roles) and any(
        key.startswith(lead) and group.formed and (bank or group.listings or group.roles)
        for key, group in groups.items()
    )


def _first_word(text: str, form: str, group: Group) -> None:
    """The first word of a name where it stands alone for the whole ("Alder's", "Alder said", "Alder Chairman")."""
    word = form.split(maxsplit=1)[0].rstrip(",")
    low = word.lower()
    if (
        len(form.split()) < 3
        or len(word) < 4
        or word.isupper() != form.isupper()
        or not word.replace("'s", "").replace("’s", "").isalnum()
        or not word[0].isalpha()
        or low in bare_words()
        or word in given_names()
    ):
        return
    if low in wide_names() or low in cities() or word in group.forms:
        return
    if occurrences(text, (word,), _ALONE, _ALONE_THEN) and not occurrences(text, (low,), _EDGE, _EDGE):
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


def _alone(word: str) -> bool:
    """Whether a name printed in lower case can stand without its legal form: a word of its own, no common one."""
    return len(word) > len("ibm") and word.isalpha() and word not in bare_words() | stop_words()


def _stripped(form: str) -> str:
    words = form.split()
    while len(words) > 1 and is_form(words[-1]):
        words.pop()
    return re.sub(r"(?:,| and| &)+$", "", " ".join(words))
