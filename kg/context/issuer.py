"""Which organisation speaks in a release."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.context.groups import Group, key_of
from kg.context.opening import lead_sentences
from kg.mentions.words import stop_words
from kg.model import Document
from kg.text.forms import occurrences

_SOURCE = re.compile(r"(?im)^\W{0,4}source:?\s+(?P<name>[^\n]{2,100})$")
_LEAD_VERB = re.compile(
    r"\b(?:announce[sd]?|announcing|report(?:s|ed)|said|(?:is|are) (?:pleased|proud|excited|thrilled|delighted)|launche[sd]|unveiled|introduced|"
    r"closed|completed|signed|acquired|appointed|named|hosted|opened|expanded|selected|received|entered|welcomed|hired|secured|will)\b"
)

_HOST = re.compile(
    r"(?i)(?:@|www\.|https?://)(?:[a-z0-9-]+\.(?=[a-z0-9-]+\.[a-z]{2,4}\b))?([a-z0-9-]{3,30})\.[a-z]{2,4}\b"
)
_STATE = re.compile(r" ?/[A-Z]{2,3}/?$")
_ACTS = re.compile(r"(?:,? (?:inc|corp|ltd|llc|plc|co)\.?)?(?: \([^()]{1,40}\))? (?!as |plus )[a-z]{3,}s\b")
_ANNOUNCES = re.compile(
    r"(?:\s\([^()]{1,40}\))?,?(?:\s(?:today|has|have|this week|on \w+day))*\s(?:announce[sd]?|launche[sd]|named|opened|unveiled|appointed|established|signed|received|will open|is pleased|is proud)\b"
)
_LISTED_FIRST = 2.5  # points more where the one named first in the lead is listed: the parent speaks before its units
_POSTED = re.compile(r"(?m)^Organization: *(?P<name>[^\n]{3,80})$")
_SEVERAL = 3  # listed companies that an article reviews side by side
_SURE = 5  # points that title, lead or self-reference give, and frequency alone does not
_EDGE = re.compile(r"\b")


def pick_issuer(document: Document, groups: Mapping[str, Group]) -> str | None:
    """The key of the group that issues the release: header, source line, headline, lead and self-reference vote."""
    votes = tally(document, groups)
    best = max(
        votes, key=lambda key: (votes[key], -min((s.start for s in groups[key].spans), default=1 << 40)), default=None
    )
    if best is None or votes[best] <= 1:
        return None
    listed = sum(any(listing.ticker for listing in group.listings) for group in groups.values())
    return None if listed >= _SEVERAL and votes[best] < _SURE else best  # an article about several companies


def tally(document: Document, groups: Mapping[str, Group]) -> dict[str, float]:
    """What speaks for each group as the issuer, by key."""
    start, end = _lead(document)
    first = min(
        (span.start for group in groups.values() for span in group.spans if start <= span.start < end), default=end
    )
    source = _SOURCE.search(document.text)
    posted = _POSTED.search(document.text)
    hosts = {_flat(match[1]) for match in _HOST.finditer(document.text)}
    sections = {sentence.section for sentence in document.sentences}
    votes: dict[str, float] = {}
    for key, group in groups.items():
        school = group.nature == "university" and _speaks(document, group, start, end)
        if group.nature not in ("company", "other") and not school:
            continue
        votes[key] = _votes(document, key, group)
        votes[key] += _leading(document, group, start, end, first)
        votes[key] += 6 * (source is not None and _names(source["name"], key, group))
        votes[key] += 1.5 * any(f"About {form}" in sections for form in [*group.forms, *group.headed])
        votes[key] += posted is not None and _told(document, group) > 1 and _names(posted["name"], key, group)
        votes[key] += 1.5 * any(_hosts(host, key) for host in hosts)
    return votes


def _lead(document: Document) -> tuple[int, int]:
    """Where the lead stands: the sentence behind the dateline, else the first that tells of an act; (0, 0) for none."""
    leads = lead_sentences(document)
    if document.dateline is None:
        leads.sort(key=lambda sentence: not _LEAD_VERB.search(sentence.text))
    return (leads[0].span.start, leads[0].span.end) if leads else (0, 0)


def _votes(document: Document, key: str, group: Group) -> float:
    points = min(_told(document, group), 12) * 0.25
    if document.header and document.header.company and _filed(document.header.company, key):
        points += 12
    if any(role.lower() == "company" for role in group.roles):
        points += 5
    elif group.roles:
        points += 3
    if any(listing.ticker for listing in group.listings):
        points += 1.5
    title = (document.title or "").lstrip("# *").lower()
    forms = [form.lower() for form in [key.removesuffix("|"), *group.forms, *group.headed]]
    if any(form in title for form in forms):
        opening = max((form for form in forms if title.startswith(form)), key=len, default=None)
        points += 1 + 2 * (opening is not None)
        points += 1.5 * (opening is not None and bool(_ACTS.match(title, len(opening))))
    return points


def _leading(document: Document, group: Group, start: int, end: int, first: int) -> float:
    """Points for standing in the lead text[start:end], before its verb, and first of all."""
    inside = [span for span in group.spans if start <= span.start < end]
    if not inside:
        return 0
    verb = _LEAD_VERB.search(document.text, start, end)
    before = verb is None or inside[0].start < verb.start()
    leads = before and verb is not None and min(span.start for span in inside) == first
    listed = any(listing.ticker for listing in group.listings)
    return 2 + 2 * before + (3 + _LISTED_FIRST * listed) * leads


def _speaks(document: Document, group: Group, start: int, end: int) -> bool:
    """Whether a group opens the title, and the lead text[start:end], and an announcing verb follows there."""
    title = (document.title or "").lstrip("# *").removeprefix("The ")
    if not any(title.startswith(form) for form in [*group.forms, *group.headed]):
        return False
    spans = [span for span in group.spans if start <= span.start < end]
    return bool(spans) and _ANNOUNCES.match(document.text, spans[0].end) is not None


def _told(document: Document, group: Group) -> int:
    """How often the release prints one of the forms of a group."""
    forms = sorted({*group.forms, *group.headed}, key=lambda form: (-len(form), form))
    return max(len(group.spans), len(occurrences(document.text, forms, _EDGE, _EDGE)))


def _flat(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum())


def _filed(company: str, key: str) -> bool:
    """Whether the name of a filing ("ALDER COM GROUP INC /DE/") is that of a group."""
    header = _flat(key_of(_STATE.sub("", company)))
    own = _flat(key)
    return header == own or (min(len(header), len(own)) > 5 and (header.startswith(own) or own.startswith(header)))


def _hosts(host: str, key: str) -> bool:
    """Whether the name of a site or mailbox begins as the group's name does."""
    own = _flat(key.removeprefix("the "))
    return len(host) > 3 and (own.startswith(host) or (len(own) > 3 and host.startswith(own)))


def _names(source: str, key: str, group: Group) -> bool:
    """Whether the name behind "SOURCE" is one of a group's."""
    forms = [*group.forms, *group.headed]
    return key_of(source) == key.removesuffix("|") or any(form and source.startswith(form) for form in forms)


def titled(document: Document, groups: Mapping[str, Group]) -> str | None:
    """The group that the title opens with and the text repeats, where nothing else names an issuer."""
    title = (document.title or "").lstrip("# *")
    opening = [
        key
        for key, group in groups.items()
        if len(group.spans) >= 2
        and group.against == 0
        and any(title.startswith(form) for form in [*group.forms, *group.headed])
    ]
    return max(opening, key=lambda key: (len(key), key), default=None)


def acting(document: Document, groups: Mapping[str, Group]) -> None:
    """Give weight to the groups that the title shows acting: "Alder Expands ..."."""
    title = (document.title or "").lstrip("# *")
    for group in groups.values():
        for form in [*group.forms, *group.headed]:
            after = title[len(form) :].split(None, 1) if title.startswith(form + " ") else []
            if after and after[0][0].isupper() and after[0].endswith("s") and after[0].lower() in stop_words():
                group.weight += 4
                break
