"""How a customer's tie stands by the words that tell of it: old, new, expected, lost or denied."""

from __future__ import annotations

import re
from typing import Final

from kg.context.modality import modality
from kg.model import Sentence, Status
from kg.text.rules import Match

_AGAIN: Final = re.compile(
    r"\b(?:follow-?on|repeat|renew\w*|extension|extended|extends|additional|existing|long-?standing|long-?time|long-term (?=customers?\b|clients?\b|partners?\b|relationship)|continu\w+"
    r"|recurring|expand\w*|subsequent|another|ongoing|years?-long|since)\b",
    re.IGNORECASE,
)


def standing_of(sentence: Sentence, match: Match) -> tuple[str, Status]:
    """How the tie stands, and the modality of the words."""
    standing = str(match.rule.fields["status"])
    span = match.bounds("verb") if match.found.groupdict().get("verb") else (match.start, match.end)
    told = modality(sentence.text, *span)
    words = sentence.text[max(0, match.start - 40) : match.end]
    if standing == "new" and _GOES_ON.match(sentence.text, span[0]):
        standing = "existing"
    if _HABIT.match(sentence.text, span[0]) and not _YET.search(sentence.text, 0, span[0]):
        standing = "existing"  # who buys as a rule
    if standing == "new" and (_INTENT.search(words) or _AWAITED.search(sentence.text, max(0, span[0] - 120), span[0])):
        return "expected", Status.PLANNED
    if standing == "lost" and "not " in words:  # "would not be renewed"
        return standing, Status.PLANNED if re.search(r"\b(?:will|would) not\b", words) else Status.ACTUAL
    if told is Status.DENIED:
        return "denied", told
    if told is Status.POSSIBLE and _EITHER_WAY.search(sentence.text, 0, span[0]):
        told = Status.ACTUAL
    if told is Status.PLANNED and standing == "existing" and _purpose(sentence.text[: span[0]]):
        told = Status.ACTUAL
    if _ALREADY.search(sentence.text, max(0, span[0] - 30), span[0]):
        told = Status.ACTUAL
    if standing == "new" and _IN_ALL.search(sentence.text, max(0, match.start - 30), match.end):
        standing = "existing"
    return _around(sentence, match, span, standing, told) if standing != "lost" else (standing, told)


def _around(sentence: Sentence, match: Match, span: tuple[int, int], standing: str, told: Status) -> tuple[str, Status]:
    """How a tie that is not lost stands by the words before it: named supplier, bound by contract, once a customer."""
    text, words = sentence.text, sentence.text[max(0, match.start - 40) : match.end]
    if (
        standing == "existing"
        and told is Status.ACTUAL
        and _TAKEN_ON.search(text, max(0, match.start - 60), match.start)
    ):
        standing = "new"
    if told is Status.PLANNED and _SIGNED.search(text, max(0, span[0] - 110), span[0]):
        return "new", Status.ACTUAL  # the contract stands, only its goods are to come
    if told is Status.PLANNED and _BOUND.search(text, 0, span[0] + 1) and not _LOOSE.search(text, 0, span[0]):
        standing, told = ("existing" if _AGAIN.search(words) else "new"), Status.ACTUAL
    once = match.rule.name.startswith("share") and _LOST.search(text, max(0, match.start - 20), match.start)
    if once or (
        standing == "existing" and "customer" in match.rule.name and _ONCE.search(text, match.start, match.end)
    ):
        return "lost", Status.ACTUAL
    again = bool(_AGAIN.search(words)) or " go on " in words
    return _by_words(standing, told, words, again=again)


def _by_words(standing: str, told: Status, words: str, *, again: bool) -> tuple[str, Status]:
    """How a tie stands that is neither lost nor denied, by its modality and by what is said to be new or to go on."""
    if told in (Status.PLANNED, Status.POSSIBLE):
        if again and re.search(r"\b(?:continu|go on|keep|remain)", words):
            return "existing", Status.ACTUAL
        return "expected", told
    if "will become" in words or _YET_TO_BE.search(words):
        return "expected", Status.PLANNED
    if standing == "existing" and re.search(
        r"\bnew(?:est)? (?:\w+ )?(?:customer|client|account)s?\b", words, re.IGNORECASE
    ):
        return "new", told
    return ("existing" if standing == "new" and again else standing), told


_YET_TO_BE: Final = re.compile(r"\bwill be (?:[\w-]+ ){1,5}(?:customer|client|user|adopter)\b")
_SIGNED: Final = re.compile(
    r"\b(?:(?:has|have) (?:\w+ )?|today )?(?:signed|entered into|executed|concluded|secured|won|awarded|received)\b(?! (?:an? )?(?:[\w-]+ ){0,3}(?:letter|memorandum|term sheet|non-?binding))[^;.]{0,70}\b(?:agreements?|contracts?|orders?|deal)\b[^;.]{0,20}? to $",
    re.IGNORECASE,
)
# "has been named preferred supplier to", "signed Ashford as a customer".
_TAKEN_ON: Final = re.compile(
    r"\b(?:(?:been|was|were|is) (?:\w+ly )?(?:named|appointed|selected|chosen|designated|approved|certified)(?: (?:as|to be))?(?: (?:the|an?|its))?(?: [a-z-]+){0,4}"
    r"|(?:added|adds|signed|signs|signed up|won|wins|gained|landed|welcomed|welcomes)) $"
)
# What a contract binds to is sold, though it is still to be delivered: "under the contract, Ashford will supply", "has committed to buy".
_BOUND: Final = re.compile(
    r"\b(?:[Uu]nder (?:the terms of )?(?:the|this|its|an?|that|their) (?:[\w-]+,? ){0,4}?(?:contract|agreement|order|award|deal|subcontract)\b|under which\b|whereby\b)[^;]{0,90}$"
    r"|\b(?:committed|contracted|undertaken|undertook) to (?:\w+ )?\w?$"
)
_LOOSE: Final = re.compile(
    r"\b(?:letters? of intent|memorand\w+|MoU|LOI|term sheet|proposed|non-?binding|draft|negotiat\w+|if|once signed|credit|loan|merger|license|would)\b"
)
_LOST: Final = re.compile(r"\b(?:lost|loses|loss of|losing)(?: the)? $")
_ONCE: Final = re.compile(r"\b(?:an? former|formerly|once|until recently|previously)\b(?: (?!not\b)|$)")
_INTENT: Final = re.compile(
    r"\b(?:letters? of intent|memorand\w+ of understanding|MoU|LOI|term sheet)\b", re.IGNORECASE
)
_GOES_ON: Final = re.compile(
    r"us|rel[iy]|deliver(?:y|ies)|ship|suppl|provis|depend|run|trust|utili|subscrib", re.IGNORECASE
)
_HABIT: Final = re.compile(r"(?:buys?|purchases?|orders|sources?|obtains?|gets|procures?)\b", re.IGNORECASE)
_YET: Final = re.compile(r"\b(?:to|will|would|shall) (?:\w+ )?$", re.IGNORECASE)
# "expects an initial order from": what is looked forward to, however many words lie between.
_AWAITED: Final = re.compile(
    r"\b(?:expects?|anticipates?|hopes?|awaits?|awaiting|hop(?:es?|ing) for|looks? forward to)(?: (?:to (?:receive|win|sign|get|book|secure|obtain)"
    r"|receiving|signing))?(?: (?!(?:that|to|from|by|and|following|after|based)\b)[\w-]+){0,5} $",
    re.IGNORECASE,
)
_ALREADY: Final = re.compile(
    r"\b(?:already|currently|now|long|has been|have been|ha(?:s|ve)|was|were)(?: (?!to\b)\w+)? $", re.IGNORECASE
)
# "Whether by card or in cash, we equip shops": so in any case.
_EITHER_WAY: Final = re.compile(r"(?:^|[.“\"] ?)Whether [^;.]{3,120}, (?:\w+ ){0,3}$")
# "over $100 million in awarded contracts": what was won over the years.
_IN_ALL: Final = re.compile(
    r"\b(?:total|over|more than)\b.{0,20} in (?:awarded )?(?:contracts|orders|awards)", re.IGNORECASE
)
# What is only worked towards is yet to be sold: "moving decisively to deliver", "to be eligible to sell to".
_TOWARDS: Final = re.compile(
    r"\b(?:moving|working|aiming|preparing|ready|enabl\w+|allow(?:s|ed|ing)?|eligib\w+|status|permit\w*|qualif\w+|able)\b[^;.]{0,120} to $",
    re.IGNORECASE,
)
_DECIDED: Final = re.compile(
    r"(?:expect\w*|plan\w*|intend\w*|agree\w*|contract\w*|select\w*|chos\w+|schedul\w*|set|will|begin|start|commit\w*|award\w*|order\w*) to $",
    re.IGNORECASE,
)


def _purpose(before: str) -> bool:
    """Whether "to provide" tells what something is for, not what is to come."""
    return (
        before.endswith(" to ")
        and not _DECIDED.search(before)
        and not _TOWARDS.search(before)
        and not re.search(r"\b(?:will|expects?|agreed)\b[^,;]{0,30}$", before)
    )
