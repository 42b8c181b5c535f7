"""Who takes part in an event, in which role, under which name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from kg.mentions.runs import is_form
from kg.model import Mention, MentionKind, Participant, Party
from kg.text.patterns import compile_pattern, plain
from kg.text.rules import Match

_ARTICLE = re.compile(r"\A(?:the|its|our|their|certain|all|substantially all(?: of)?(?: the)?|of)\s+", re.IGNORECASE)
_NO_PERSON = re.compile(
    r"\b(?:Compan(?:y|ies)|Boards?|Corp|Inc|Group|Bank|University|Committee|Directors?|Officers?|Technolog(?:y|ies)|"
    r"Systems|Services|Holdings|Partners|Team|Agency|Award|Members?|Shareholders|Capital|Year|Best|Top)\b"
)
_SHARED = frozenset({"lender", "investor", "counterparty", "seller", "buyer", "plaintiff", "defendant"})
_IN_BRACKETS = r"(?: ?\([^()]{1,60}\))?"
_STAKE = r"(?: an?)?(?:(?: {percent}| \d[\d.]*%| remaining| controlling| majority| equity| ownership| economic){1,4}(?: (?:interests?|stake|share))? (?:of|in))?"
_CHAIN = compile_pattern(
    rf"{_IN_BRACKETS}(?:,(?: the)? {{org}}{_IN_BRACKETS})*,? and(?: the)? {{org}}(?!['’ ][a-z]*s? (?:announced|said|have|has|will|today))"
)
_TARGETS = compile_pattern(  # "acquired A, B and C in March", "with A, Inc. ("Holdings"), and B", "61% of A and 51% of B"
    rf"{_IN_BRACKETS}(?:,(?: the)? {{org}}{_IN_BRACKETS})*,? and(?: the)?{_STAKE} {{org}}(?=[,;.)]|$| (?:\(|(?:in|for|from|on|at|last|this|to|as|through|during|with)\b))"
)
_AND_THEN = compile_pattern(  # "led by A with participation from B and C"
    r",? (?:with|and) (?:[a-z-]+ ){0,2}(?:participation|investments?|support|backing|contributions?) (?:from|by|of)(?: [a-z, -]{3,60}? (?:including|such as))?(?: the)? {org}"
)
_LINK = compile_pattern("{org}")
_APPOSED = re.compile(
    r"\b(?:subsidiary|division|unit|affiliate|arm|business|competitor|rival|company|chain|(?:manufactur|mak|produc|provid|develop|distribut|retail|operat)(?:er|or))\Z",
    re.IGNORECASE,
)
_NAMED_BEHIND = compile_pattern(
    r",? {who:org}(?!['’])(?=[,;.)]|$| (?:to|in|for|from|and|on|at|last|by|with|during|effective)(?!\w))"
)
_BARE_PART = re.compile(
    r"\A(?:(?:the|its|all|certain|of|substantially) )*(?:assets|stock|shares|operations|business)\Z", re.IGNORECASE
)
_SHARES_OF = re.compile(
    r"\A(?:(?:all|the|of|issued|outstanding|remaining|[\d.]+ ?%|[\d.]+ per ?cent) )*(?:shares?|stock|equity|share capital|capital stock) (?:of|in) (?=\S+ \S)",
    re.IGNORECASE,
)
_WHOLE_BEHIND = compile_pattern(
    r" of (?:its|our|their) (?P<rest>(?:(?!(?:from|to|in|for|by|with|and)\b)[^\s,;:.()]+ ){0,5}?(?:divisions?|units?|subsidiar(?:y|ies)|segments?|business(?:es)?|arm|operations|plants?|mills?))(?!\w)"
)
_OF_WHOM = compile_pattern(r"(?: and (?:[a-z]+ ){0,3}liabilities)? of (?:the )?{who:org}(?!['’])")
_HEAD_BEHIND = re.compile(
    r" (?:project|property|properties|mine|deposit|field|prospect|division|unit|business|plant|mill|brand|chain|magazine|newspaper|product line|shopping center|portfolio|stations?|platforms?|licen[cs]es?|patents?|trademarks?|rights|technolog(?:y|ies)|assets)(?!\w)"
)
_MORE_OF_IT = compile_pattern(  # "a vacant, two-story, 9,100-square-foot office building": cut at the comma of its adjectives
    r"(?:,(?: (?:{count}|(?:\d[\d,.]*|{count}|[a-z]+)-[\w-]+))+| and (?:[a-z]+|{count})-[\w-]+){1,3},?(?: [a-z][\w-]*){0,3}? "
    r"(?:buildings?|propert(?:y|ies)|centers?|centres?|communit(?:y|ies)|complex|towers?|portfolio|facilit(?:y|ies)|{facility}|sites?|parks?|plaza|parcels?|campus|hotels?|resorts?|manufacturers?|compan(?:y|ies)|business(?:es)?|providers?|makers?|distributors?)(?!\w)"
)
_SMALL = frozenset({"of", "and", "&", "the", "for", "de"})
_VEHICLE = re.compile(r"\b(?:Merger|Acquisition) ?Sub(?:sidiary)?\b", re.IGNORECASE)  # formed for the deal only
_NO_PARTY = re.compile(
    r"Lawsuit|Litigation|Complaint|Judgment|Award|Settlement|Offering|Merger|Transaction|Acquisition|Divestiture|Agreement|Plan|Notes"
)  # what a release calls a thing by, in brackets
_ORDINAL = re.compile(r"[\d_]+(?:it)?\Z")
_EMPTY = re.compile(
    r"\A(?:it|they|them|this|that|these|those|all|more|new|other|others|each|which|one|business|company|state|city|county|town|province|ministry|department|university)?\Z",
    re.IGNORECASE,
)
_HOLLOW = re.compile(
    r"(?:(?:an?|another|additional|further|[\d.]+ ?%|[\d.]+ per ?cent|remaining|majority|minority|controlling|entire|equity|ownership|its|full|substantial|direct|indirect|initial) )*"
    r"(?:stakes?|shares|position|shareholding|(?:equity|ownership|minority|majority|controlling|[\d.]+ ?%|[\d.]+ per ?cent) interests?|interests?|holdings?|investments?|line of business|lines of business)",
    re.IGNORECASE,
)  # a part of something that the words leave out


def participant(role: str, mention: Mention) -> Participant | None:
    """The participant that a mention names; None when it has no name of its own."""
    value = mention.value
    if isinstance(value, Party):
        if _NO_PARTY.fullmatch(value.name):
            return None
        if role == "regulator" and value.nature in ("company", "university"):
            return None
        return Participant(role, value.name)
    if mention.kind in (MentionKind.PERSON, MentionKind.PLACE) and str(value):
        return Participant(role, str(value))
    return Participant(role, mention.text) if mention.kind is MentionKind.FACILITY else None


def fillers(match: Match, stands: Callable[[str], bool]) -> list[Participant] | None:
    """The participants that the named parts of a match fill; None when a part that matched names nobody.

    `stands` tells whether a bare name may stand as one where it was found.
    """
    found: list[Participant] = []
    listed: list[Participant] = []
    for group, part in match.found.groupdict().items():
        role = _ORDINAL.sub("", group)
        if part is None or group.endswith("_it") or role in ("when", "skip", "verb"):
            continue
        if group.endswith("_") and is_form(match.text(group) or ""):
            continue  # "with Regent, SpA": the form that a name ends with
        if group.endswith("_") and (
            (match.text(group) or "").endswith(("'", "’")) or not stands(match.text(group) or "")
        ):
            return None  # "buying Regent Foods' mill": a bare name that owns what follows is not the thing itself
        mention = match.mention(group)
        filled = participant(role, mention) if mention else _whole(match, role, group)
        if filled is None or _VEHICLE.search(filled.name):
            return None
        found.append(filled)
        if (mention and role in _SHARED) or (role == "target" and (mention or group.endswith("_"))):
            listed += _joined(match, role, match.found.end(group))
    names = {one.name for one in found}
    listed = [one for one in listed if not _VEHICLE.search(one.name)]
    return found + [one for one in listed if one.name not in names]


def _whole(match: Match, role: str, group: str) -> Participant | None:
    """What the words of a group describe, with what belongs to it behind them: "its subsidiary Regent", "the Alto project"."""
    words, behind = match.text(group) or "", match.annotated.coded[match.found.end(group) :]
    if role == "target" and (named := _NAMED_BEHIND.match(behind)) and _APPOSED.search(words):
        return participant(role, match.annotated.filler(named["who"]))
    sold = any(part and name.startswith("seller") for name, part in match.found.groupdict().items())
    if role == "target" and not sold and _BARE_PART.search(words) and (whose := _OF_WHOM.match(behind)):
        return participant(role, match.annotated.filler(whose["who"]))
    if role == "target" and _BARE_PART.search(words) and (inner := _WHOLE_BEHIND.match(behind)):
        words = plain(inner["rest"], match.annotated.mentions)
    if role == "target" and not group.endswith("_") and (more := _MORE_OF_IT.match(behind)):
        words += plain(more[0], match.annotated.mentions)
    head = _HEAD_BEHIND.match(behind) if group.endswith("_") and role == "target" else None
    told = described(role, _SHARES_OF.sub("", words) if role == "target" else words)
    return replace(told, name=told.name + head[0]) if told and head else told


def _joined(match: Match, role: str, end: int) -> list[Participant]:
    """The parties that a list adds to one that a pattern names: "from A, B and C"."""
    coded = match.annotated.coded
    chain = (_TARGETS if role == "target" else _CHAIN).match(coded, end)
    slots = _LINK.findall(chain[0]) if chain else []
    more = _AND_THEN.match(coded, chain.end() if chain else end) if role in ("investor", "lender") else None
    if more:
        rest = _CHAIN.match(coded, more.end())
        slots += _LINK.findall(more[0] + (rest[0] if rest else ""))
    named = (participant(role, match.annotated.filler(slot)) for slot in slots)
    return [one for one in named if one is not None]


def described(role: str, words: str) -> Participant | None:
    """A participant known by a description only; None when the words describe nothing."""
    bare = _ARTICLE.sub("", words.strip(" ,;:.“”\"'’"))
    if (
        _EMPTY.match(bare)
        or _HOLLOW.fullmatch(bare)
        or len(bare) > 120
        or (role == "person" and _NO_PERSON.search(bare))
    ):
        return None
    named = all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in bare.split())
    return Participant(role, bare, described=not named)


def distinct(participants: Iterable[Participant]) -> tuple[Participant, ...] | None:
    """The participants once each, in role order; None when one party would deal with itself."""
    kept = tuple(sorted(set(participants)))
    names = [one.name.casefold() for one in kept]
    return kept if len(set(names)) == len(names) else None
