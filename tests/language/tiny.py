"""A sentence table's sentence, read inside a tiny release of an invented issuer."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from kg.context.context import understand
from kg.extract import extract
from kg.model import Claim, Participant, Span
from kg.read.text import read_text

LEAD = (
    "Alder Instruments Reports News\n\n"
    'ROCHESTER, N.Y., March 3, 2021 -- Alder Instruments, Inc. (NYSE: ALD) (the "Company") makes instruments.\n\n'
)
HERE = Path(__file__).parent


@cache
def claims_of(sentence: str) -> tuple[Claim, ...]:
    """The claims whose evidence touches the sentence (or the paragraphs given)."""
    text = LEAD + sentence.strip() + "\n"
    document = read_text("tiny.txt", text)
    own = Span(len(LEAD), len(text))
    found = extract(understand(document))
    return tuple(claim for claim in found if any(piece.span.overlaps(own) for piece in claim.evidence))


def table(name: str) -> dict[str, list[dict[str, Any]]]:
    """The rows of tests/language/{name}.toml."""
    with (HERE / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def agrees(claim: Claim, expected: dict[str, Any]) -> bool:
    """Whether every expected field stands in the claim; values compare as printed, None as ""."""
    return all(_plain(getattr(claim, field)) == _plain(value) for field, value in expected.items())


def _plain(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return sorted((_plain(item) for item in value), key=str)
    if isinstance(value, Participant):
        return _plain([value.role, value.name])
    if isinstance(value, bool):
        return value
    if value is None:
        return ""
    text = str(value)
    try:
        return float(text)
    except ValueError:
        return text
