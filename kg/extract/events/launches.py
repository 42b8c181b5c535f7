"""Launches that are only announced and come on a later day, and those told in passing of a product of its own."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.events.telling import Telling
from kg.model import Status

_ANNOUNCED = re.compile(r"\bannounc", re.IGNORECASE)
_OUT = re.compile(
    r"\b(?:launch|introduc|unveil|releas|ship|debut|roll|availab|begun|began|deliver|now|add|expand|upgrade)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"\b[A-Za-z][\w+-]*[A-Za-z]\w*")
_OF_PRODUCTS = frozenset(
    {
        "The",
        "About",
        "Over",
        "Some",
        "Up",
        "More",
        "All",
        "Both",
        "Pricing",
        "Availability",
        "Version",
        "Edition",
        "Product",
        "Shipments",
    }
)


def not_out_yet(told: list[Telling]) -> list[Telling]:
    """The tellings; a product that is only announced, and said to come on a later day, is still to be launched."""
    launches = [one for one in told if one.claim.type == "ProductLaunch"]
    strong = [one for one in launches if not one.weak]
    due = [one for one in launches if one.weak and one.dated and _planned(one)]
    if not strong or len(due) != 1 or of_its_own(due[0], told) or not all(_only_announced(one) for one in strong):
        return told
    claim = due[0].claim
    return [
        replace(one, claim=replace(one.claim, date=claim.date, modality=claim.modality), dated=True)
        if one in strong
        else one
        for one in told
    ]


def _planned(telling: Telling) -> bool:
    return telling.claim.modality is Status.PLANNED


def _only_announced(telling: Telling) -> bool:
    quote = telling.claim.evidence[0].quote
    return bool(_ANNOUNCED.search(quote)) and not _OUT.search(quote) and telling.claim.modality is Status.ACTUAL


def of_its_own(telling: Telling, all_: list[Telling]) -> bool:
    """Whether a launch said in passing is of a product that no other launch names, or results are those of the next time."""
    if telling.claim.type == "EarningsAnnouncement":
        return telling.dated and _planned(telling) and "/from-" not in telling.claim.rule
    if telling.claim.type != "ProductLaunch" or not telling.topic or not telling.dated:
        return False
    others = [one.claim.evidence[0].quote for one in all_ if one.claim.type == "ProductLaunch" and not one.weak]
    words = [word for word in _LETTERS.findall(telling.topic) if word not in _OF_PRODUCTS]
    return any(not any(word.casefold() in quote.casefold() for quote in others) for word in words)
