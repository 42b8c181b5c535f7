"""Paragraphs that tell of another company than the issuer: whom "the company" means in them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from kg.model import BlockKind, Document, Party, Sentence

_TICKER = r" ?\([^()]{0,40}:[^()]{0,20}\)"
# A name that opens a paragraph and is then presented: "Alder Power (NYSE: ALD) is a builder of"
_PRESENTED = re.compile(
    rf"(?:{_TICKER})?(?:, (?:through|with|based|headquartered) [^,]{{3,60}},)?,? (?:is (?:a|an|the|one of)\b|an? (?!statement|release|filing)"
    r"|(?:operates|provides|develops|designs|makes|enables|builds|offers|manufactures|sells|owns|runs) )"
)
_LISTED = re.compile(rf"((?:\S+ ){{0,7}}\S+?){_TICKER}")
_ROUNDUP = 2  # companies that paragraphs open with, by name and ticker: the release tells of several in turn


def profiled(document: Document, parties: Sequence[Party], issuer: Party | None) -> dict[int, Party]:
    """The company that "the company" means in a sentence, by the sentence's number, where it is not the issuer.

    A paragraph that opens by presenting a company tells of it to its end; in a round-up of several listed companies
    also the paragraphs behind it, until one opens with another name or prints another ticker.
    """
    forms = {form: party for party in parties for form in party.names}
    paragraphs = [
        list(sentences)
        for _, sentences in groupby(
            (one for one in document.sentences if one.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)),
            key=lambda one: one.block,
        )
    ]
    opened = [_opening(sentences[0].text, forms) for sentences in paragraphs]
    listed = [_listed(sentences[0], forms) for sentences in paragraphs]
    led = {one.names[0] for one, (_, party) in zip(listed, opened, strict=True) if one and one is party is not issuer}
    round_up = len(led) >= _ROUNDUP
    told: dict[int, Party] = {}
    current: Party | None = None
    for sentences, lead, (form, party) in zip(paragraphs, listed, opened, strict=True):
        if sentences[0].kind is BlockKind.PARAGRAPH:
            if round_up:
                current = lead or party or current
            else:
                current = party if party and _PRESENTED.match(sentences[0].text, len(form)) else None
        if current is not None and current is not issuer:
            behind = sentences if round_up else sentences[1:]  # "Alder is a subsidiary of the company": the issuer's
            told |= dict.fromkeys((one.number for one in behind), current)
    return told


def _opening(text: str, forms: Mapping[str, Party]) -> tuple[str, Party | None]:
    """The name that a text opens with, and whose it is."""
    words = text.split(" ", 8)[:8]
    for size in range(len(words), 0, -1):
        form = " ".join(words[:size]).rstrip(",")
        if form in forms:
            return form, forms[form]
    return "", None


def _listed(sentence: Sentence, forms: Mapping[str, Party]) -> Party | None:
    """The only company that a sentence prints with its ticker."""
    if "(" not in sentence.text or ":" not in sentence.text:
        return None
    found = []
    for match in _LISTED.finditer(sentence.text):
        words = match[1].split(" ")
        found += [forms[form] for at in range(len(words)) if (form := " ".join(words[at:]).rstrip(",")) in forms][:1]
    return found[0] if len(found) == 1 else None
