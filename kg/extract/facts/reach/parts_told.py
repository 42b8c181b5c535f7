"""The part of a company or of a figure that a clause tells of, by the words on both sides of the figure."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.facts.draft import Draft
from kg.extract.facts.slots.line import Line

_ABOUT = r"(?:(?:approximately|about|nearly|almost|roughly|over|more than|some)\s){0,2}"
# "Revenues from Ventures reached $2 billion, with operating income of $310 million": the income is of Ventures too.
_WITH = re.compile(
    r"\)?(?:\s(?:(?:in|for|during)\s)?(?:the\s)?\ue003[\ue100-\uf8ff])?,?\s(?:and\s)?with\s(?:an?\s)?(?:[a-z]+\s){0,2}"
)
# "income of $358 million and $6 million, respectively, from the divested credit and tire businesses"
_RESPECTIVELY_FROM = re.compile(
    r"(?:\sand\s[\ue000-\ue002][\ue100-\uf8ff])?,\srespectively,\s(?:from|in|for|at)\s[^;.]{3,120}?\b(?:businesses|segments|divisions|units|operations)\b"
)
_PART_NAME = r"[A-Z][\w&'’-]*(?:\s[A-Z][\w&'’-]*){0,3}"
_TWO_PARTS = re.compile(
    rf",\srespectively,\s(?:from|in|for|at)\s(?:the\s|our\s|its\s)?(?:[a-z]+\s){{0,3}}(?P<a>{_PART_NAME}(?:\sand\s{_PART_NAME})?)\sand\s(?P<b>{_PART_NAME})\s(?:businesses|segments|divisions|units|operations)\b"
)
# A part of what the sentence before told in full.
_PART_OF = re.compile(
    rf"(?:^\W*(?:This|That|It|These)\s(?:amount\s|figure\s|total\s)?(?:includes?|included)|,\swhich\s(?:together\s)?(?:combined|amounted|added\sup|came)\sto)\s{_ABOUT}$"
)
# "$82 billion in deposits acquired from Marlow Bank"
_TAKEN_OVER = re.compile(
    r"\s(?P<how>acquired|assumed|obtained|purchased|gained|inherited)\s(?P<prep>from|in|through|with|by|as)\s(?P<what>(?:the\s|our\s|its\s)?[^,;.\ue000-\ue004]{2,40})"
)
_ACQUIRED = re.compile(
    r",?\s(?:resulting\sfrom|relating\sto|related\sto|as\sa\sresult\sof|due\sto)\s(?:the\s|its\s|our\s)?(?:recent\s)?acquisition\b"
)
_OF_PARTS = frozenset(("OperatingIncomeLoss", "EBITDA", "GrossProfit", "Orders", "Backlog"))
_WHOLES = frozenset(
    ("Revenues", "Deposits", "Loans", "Assets", "Debt", "Liabilities", "ProvisionForCreditLosses", "Backlog")
)


def by_part(line: Line, found: list[Draft]) -> list[Draft]:
    """The drafts of a line, each with the part that its clause tells; without those of parts that no word names."""
    told: list[Draft] = []
    for draft in found:
        one = _own_part(line, draft)
        if one is None:
            continue
        before = told[-1] if told else None
        if before is not None and one.scope == "total" and _follows(line, before, one):
            one = replace(one, scope=before.scope)
        told.append(one)
    return told


def _follows(line: Line, before: Draft, draft: Draft) -> bool:
    """Whether a figure is told by "with" beside one that a part of the company has."""
    named = before.scope.startswith(("segment:", "product:", "region:"))
    return (
        named
        and draft.concept in _OF_PARTS
        and draft.rule == "facts/prose-path"
        and _WITH.fullmatch(line.coded, before.last.to, draft.anchor.at) is not None
    )


# "its natural gas utilities serve", "the company's Southern district, which serves": who has what is counted.
_PART_HAS = re.compile(
    r"(?:\b(?:[Ii]ts|[Oo]ur|[Tt]heir)|['’]s|s['’]|\ue005[\ue100-\uf8ff])\s(?P<name>(?:(?!and\s)[\w&.-]+\s){1,4})(?P<noun>division|district|region|territory|utilit(?:y|ies)|business\sunit)(?:,\s(?:which|that))?\s"
    r"(?:(?:currently|now|also|today|alone)\s)?(?:operates?|serves?|employs?|has|have|had|runs?|owns?|continues?|plans?|prepares?|supplies|supply|provides?|covers?|maintains?|manages?|sells?|sold|produced?|shipped|opened|will)\s"
    r"(?P<rest>(?:(?!,\s(?:and|while|but)\s|\b(?:the\s[Cc]ompany|we)\b)[^;]){0,70})$"
)
_QUARTER_OF_SKY = re.compile(
    r"(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Mid|Midwest\w*|Upper|Lower|Greater|Northeast\w*|Northwest\w*|Southeast\w*|Southwest\w*)\b"
)
_PART_NOUN = re.compile(r"\b(?:division|district|region|territory|utilit(?:y|ies)|business\sunit)\b")


def _counted_part(line: Line, draft: Draft) -> Draft:
    """A count with the part of the company that has what is counted."""
    if draft.scope != "total":
        return draft
    head = line.coded[max(0, draft.item.at - 170) : draft.item.at]
    told = _PART_HAS.search(head) if _PART_NOUN.search(head) else None
    if told is None:
        return draft
    name, noun = told["name"].strip(), told["noun"]
    if noun in ("district", "region", "territory") or (_QUARTER_OF_SKY.match(name) and noun == "division"):
        return replace(draft, scope=f"region:{name}")
    return replace(draft, scope=f"segment:{name} {noun}" if noun.startswith("utilit") else f"segment:{name}")


def _own_part(line: Line, draft: Draft) -> Draft | None:
    if draft.rule == "facts/prose-count":
        return _counted_part(line, draft)
    if draft.rule != "facts/prose-path" or draft.item.kind != "money":
        return draft
    after = line.coded[draft.last.to : draft.last.to + 170]
    if "respectively" in line.coded and _RESPECTIVELY_FROM.match(after):
        two = _TWO_PARTS.search(after)
        first = not after.startswith(",")
        return replace(draft, scope=f"segment:{two['a' if first else 'b']}") if two is not None else None
    if draft.concept not in _WHOLES or draft.scope != "total" or draft.measure != "level":
        return draft
    if draft.anchor.at > draft.item.at:
        if _PART_OF.search(line.coded, max(0, draft.item.at - 60), draft.item.at):
            return None
        taken = _TAKEN_OVER.match(line.coded, draft.anchor.to)
        if taken is not None:
            return replace(draft, concept="Other", label=f"{draft.label} {_spelled(line, taken)}")
    if draft.concept == "ProvisionForCreditLosses" and _ACQUIRED.search(after[:40]):
        return replace(draft, concept="Other", label=f"{draft.label} resulting from an acquisition")
    return draft


def _spelled(line: Line, taken: re.Match[str]) -> str:
    """What a balance was taken over by or from, as printed; only how, where it breaks off."""
    words, done = [taken["how"], " ", taken["prep"], " "], taken.start("what")
    for item in line.items:
        if item.kind == "party" and taken.start("what") <= item.at < taken.end("what"):
            words += [line.coded[done : item.at], line.text[item.start : item.end]]
            done = item.to
    told = "".join((*words, line.coded[done : taken.end("what")])).strip()
    return told if len(told.split()) < _MOST_WORDS else taken["how"]


_MOST_WORDS = 7
