"""Folding the forms of one organisation: short forms, initials, forms cut by line ends or printed in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.context.groups import Group, key_of
from kg.context.inner_names import behind_a_seat
from kg.mentions.runs import is_form, plain_form
from kg.mentions.words import agencies, given_names, org_heads, word_class

_WHOLES = frozenset(
    ("holdings", "group", "international", "industries", "technologies", "corporation", "enterprises", "bancorp")
)
_INITIALS = re.compile(r"(?:[A-Z]\. ?){1,3}(?=[A-Z][a-z])")
_PAIR = 2  # words of a name too short to be known by its initials
_OWN_HOUSES = frozenset(("foundation", "fund", "funds", "ventures", "academy", "university", "awards", "league"))


def fold_short_forms(groups: dict[str, Group]) -> None:
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
    _without_marks(groups)
    _part_pairs(groups)
    beginning: dict[str, list[str]] = {}  # by first letter and by last word: all that a short form can belong to
    for key, group in groups.items():
        for mark in {key[:1], key.removesuffix("|").rpartition(" ")[2], *families(all_forms(group))}:
            beginning.setdefault(mark, []).append(key)
    for key in sorted((k for k in groups if not k.endswith("|")), key=lambda k: (-len(k.split()), k)):
        fuller = dict.fromkeys([*beginning.get(key[:1], ()), *beginning.get(key, ())])
        best = max(
            (k for k in fuller if k != key and k in groups and _fits(key, k, groups)),
            key=lambda k: _claim(key, k, groups[k]),
            default=None,
        )
        best = best or _spelled_out(key, groups) or _begins_alias(key, groups) or behind_a_seat(key, groups)
        if best is not None:
            groups[best].take(groups.pop(key))


def _spelled_out(key: str, groups: dict[str, Group]) -> str | None:
    """The one formed name whose words begin with the letters of an acronym; None for two or none."""
    if not 3 <= len(key) <= 7 or not key.isalpha() or not all(form[:3].isupper() for form in groups[key].forms):
        return None
    fuller = [
        k
        for k, group in groups.items()
        if (group.formed or len(k.split()) > _PAIR)
        and key in (_initials(k), *(_initials(k) + form for form in _closing_forms(group)))
    ]
    return fuller[0] if len(fuller) == 1 else None


def _closing_forms(group: Group) -> set[str]:
    """The legal forms that end a group's names, plain and in lower case: "VDIcorp" is "Vega Data Imaging Corp."."""
    return {plain_form(form.split()[-1]).lower() for form in all_forms(group) if is_form(form.split()[-1])}


def _begins_alias(key: str, groups: dict[str, Group]) -> str | None:
    """The one group with a defined name that a form begins: "Alder Motors" of 'Marlow Inc. dba "Alder Motors Group"'."""
    fuller = [
        k for k, group in groups.items() if k != key and any(key_of(a).startswith(f"{key} ") for a in group.aliases)
    ]
    return fuller[0] if len(fuller) == 1 and not _rivals(groups[key], groups[fuller[0]]) else None


def _initials(key: str) -> str:
    return "".join(word[0] for word in key.removesuffix("|").split() if word not in ("and", "of", "the", "for"))


def _join_tails(groups: dict[str, Group]) -> None:
    """Merge a formed name that is the tail of another (cut by a line end), and the forms of one agency."""
    for key in [k for k in groups if k.endswith("|")]:
        _without_person(key, groups)
        _without_lead(key, groups)
        if key not in groups:
            continue
        whole = [
            k
            for k in groups
            if k != key
            and k.endswith(key)
            and (k.endswith(" " + key) or _glued(groups[k], groups[key]))
            and _same_form(groups[k], groups[key])
        ]
        best = max(whole, key=lambda k: (groups[k].weight, k), default=None)
        if best is not None and len(groups[best].spans) == 1 < len(groups[key].spans):
            groups[best].forms.clear()  # other words ran into a name that stands alone elsewhere
            groups[best].headed.clear()
            groups[key].take(groups.pop(best))
        elif best is not None and not (groups[key].listings and groups[best].listings):
            groups[best].take(groups.pop(key))
    for key in [k for k in groups if k.endswith("'s")]:
        owner = next((k for k in groups if k == key[:-2] or (groups[k].formed and k.startswith(key[:-2] + " "))), None)
        if owner is not None:
            groups[key].forms.clear()
            groups[owner].take(groups.pop(key))
    _join_tickers(groups)
    _join_slips(groups)
    for forms in agencies().values():
        present = [key_of(form) for form in forms if key_of(form) in groups and groups[key_of(form)].nature == "agency"]
        for key in present[1:]:
            if key in groups and key != present[0]:
                groups[present[0]].take(groups.pop(key))


def _join_tickers(groups: dict[str, Group]) -> None:
    """Merge a ticker used as a name, or defined for a name, with the company listed under it."""
    tickers = {listing.ticker: key for key, group in groups.items() for listing in group.listings if listing.ticker}
    for ticker, key in tickers.items():
        for short in {ticker.lower(), ticker.replace(".", "").lower(), ticker.split(".")[0].lower()} & groups.keys() - {
            key
        }:
            if key in groups and all(form.isupper() for form in all_forms(groups[short])):
                groups[key].take(groups.pop(short))
    for ticker, key in tickers.items():
        own = key.split(maxsplit=1)[0]
        for other in [
            k for k, g in groups.items() if ticker in g.aliases and k != key and k.split(maxsplit=1)[0] == own
        ]:
            if key in groups and not groups[other].listings:
                groups[key].take(
                    groups.pop(other)
                )  # "Alder Holdings (ALDX) Moves On", then "Alder Robotics (Nasdaq: ALDX)"


def _join_slips(groups: dict[str, Group]) -> None:
    """Merge a name with its plural, one of them a slip: "Alder Day Sport" beside "Alder Day Sports Inc."."""
    for key in [k for k in groups if k.removesuffix("|").endswith("s") and " " in k]:
        bare = key.removesuffix("|")
        for slip in (bare[:-1], f"{bare[:-1]}|"):  # "Alder Day Sport" beside "Alder Day Sports Inc."
            if slip in groups and not _rivals(groups[slip], groups[key]):
                groups[key].take(groups.pop(slip))


def _part_pairs(groups: dict[str, Group]) -> None:
    """Drop "Alder & Birch AG" where a heading joins two that the text names apart."""
    for key in list(groups):
        _, joint, owner = key.replace(" for ", " of ").rpartition(" of ")
        holder = groups.get(owner) or groups.get(f"{owner}|")
        head = key.split()[0]
        if joint and holder and holder.weight > 3 and not groups[key].formed and head not in word_class("of-heads"):
            del groups[key]  # a department or a town of the company, not another: "Market Research of Alder"
    for key in [k for k, group in groups.items() if " and " in k and not group.forms]:
        halves = key.removesuffix("|").split(" and ")
        if len(halves) == 2 and all(half in groups or half + "|" in groups for half in halves):
            del groups[key]


def _without_marks(groups: dict[str, Group]) -> None:
    """Merge a name to which a trade mark's sign was printed as letters ("AlderTM") with the name alone."""
    for key in [key for key in groups if key.endswith("tm")]:
        own = next((k for k in (key[:-2], key[:-2] + "|") if k in groups), None)
        if own is not None and all(form.endswith("TM") for form in all_forms(groups[key])):
            groups[key].forms.clear()
            groups[key].headed.clear()
            groups[own].take(groups.pop(key))


def _without_person(key: str, groups: dict[str, Group]) -> None:
    """Take a person's name off the front of a company's, where a contact line prints both."""
    words = key.split()
    for size in (2, 3):
        rest = " ".join(words[size:])
        if (
            rest
            and key in groups
            and words[0].title() in given_names()
            and (rest in groups or rest.removesuffix("|") in groups)
        ):
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


def _glued(whole: Group, tail: Group) -> bool:
    """Whether a lost line end glued a word to a name: "ConclusionAlder, Inc."."""
    return any(
        form.endswith(own) and form[: -len(own)][-1:].islower() for form in all_forms(whole) for own in all_forms(tail)
    )


def _same_form(one: Group, other: Group) -> bool:
    return bool(
        {form.split()[-1].strip(".").lower() for form in all_forms(one)}
        & {form.split()[-1].strip(".").lower() for form in all_forms(other)}
    )


def all_forms(group: Group) -> list[str]:
    """The forms of a group, those of running text first."""
    return list(dict.fromkeys([*group.forms, *group.headed]))


def _rivals(one: Group, other: Group) -> bool:
    """Whether two groups are listed under different tickers."""
    return bool(
        one.listings
        and other.listings
        and {x.ticker for x in one.listings}.isdisjoint(x.ticker for x in other.listings)
    )


def _fits(key: str, fuller: str, groups: dict[str, Group]) -> bool:
    group = groups[fuller]
    leads = _leads(key, fuller.removesuffix("|")) or key in families(all_forms(group))
    if not leads or not _same_case(groups[key], group):
        return False
    whole = fuller.rsplit(maxsplit=1)[-1] in _WHOLES
    if groups[key].listings and not group.formed and not group.listings and not whole:
        return False
    if _unit(fuller, group) and _later(group, groups[key]):
        return False
    if group.formed or group.listings or group.roles or " " not in fuller:
        return True
    if _later(group, groups[key]) or fuller.rsplit(maxsplit=1)[-1] in _OWN_HOUSES:
        return False
    told = group.weight >= groups[key].weight or fuller.rsplit(maxsplit=1)[-1] in org_heads()
    return told and group.weight + groups[key].weight >= 2


def _unit(key: str, group: Group) -> bool:
    """Whether a name of three words or more ends in "Company" alone: "Alder PC Company" can be a unit of Alder."""
    plain = all(form.endswith((" Company", " Companies")) for form in group.forms if is_form(form.split()[-1]))
    return plain and key.count(" ") >= 1 and not group.listings and not group.roles


def _later(fuller: Group, short: Group) -> bool:
    """Whether a fuller name without a legal form is rarer than a short one and comes after it: "Alder" and "Alder Labs"."""
    if not (fuller.spans and short.spans) or fuller.headed:
        return False
    if any(form.rsplit(maxsplit=1)[-1].lower() in _WHOLES for form in fuller.forms):
        return False
    first = min(span.start for span in fuller.spans)
    return len(short.spans) > 2 * len(fuller.spans) and sum(span.start < first for span in short.spans) > 1


def _same_case(short: Group, fuller: Group) -> bool:
    """Whether the short form is printed as in the fuller one, or in capitals."""
    whole = " ".join(all_forms(fuller)).replace("’", "'").replace(",", "")
    forms = [form.replace("’", "'").replace(",", "") for form in all_forms(short)]
    slips = {form.lower() for form in forms if " " in form} & {_bare(form) for form in all_forms(fuller)}
    return bool(slips) or any(
        form in whole or form.isupper() or (form.upper() in whole and whole.isupper()) for form in forms
    )


def _bare(form: str) -> str:
    """A form in lower case without the legal form behind it."""
    words = form.replace(",", " ").split()
    while len(words) > 1 and is_form(words[-1]):
        words.pop()
    return " ".join(words).lower()


def _claim(key: str, fuller: str, group: Group) -> tuple[float, str]:
    """How strongly a fuller name claims a short form."""
    points = min(group.weight, 20) / 10
    points += 3 * any(role.lower() == "company" for role in group.roles) + 2 * bool(group.listings)
    return points + 1.5 * (fuller.removesuffix("|") == key), fuller


def families(forms: Iterable[str]) -> set[str]:
    """The family names of founders that stand behind initials in names: "alder" of "J.T. Alder & Sons, Inc."."""
    rests = (form[found.end() :] for form in forms if (found := _INITIALS.match(form)))
    return {name for rest in rests if len(name := key_of(rest.split(maxsplit=1)[0])) > len("IBM")}


def _leads(short: str, full: str) -> bool:
    if (
        full == short
        or full.startswith(short + " ")
        or (full.startswith(short) and full[len(short) :].split(maxsplit=1)[0] in ("com", "net", "ai", "io"))
    ):
        return True
    return (
        full.endswith(" " + short)
        and len(full.split()) == 2
        and len(full.split(maxsplit=1)[0]) <= 2
        and " " not in short
    )
