"""The phrases in which the noun of a deed tells of it: "announced the sale", "following the sale", "the sale was completed"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

_THE = "(?:the |its |our |their |an? )?"
_DEED = rf"{_THE}(?:@completion of {_THE})?@earlier(?:@noun)"
_FRAMES: tuple[Mapping[str, object], ...] = (
    {"match": rf"(?:@completed|announc(?:ed|es|e)) {_DEED}"},
    {
        "match": r"(?:following|after|since|upon|through|as a result of|due to|because of|reflect(?:s|ing|ed)?|despite|before|from) "
        r"(?:the |its |our |their )(?:@completion of (?:the |its |our |an? )?)?@earlier(?:@noun)",
        "form": "noun",
        "anyone": True,
    },
    {
        "match": r"(?:the|its|our|this) @earlier(?:@noun)(?:,[^;.]{1,90},)?(?: [^\s;:.()]+){0,8}? "
        r"(?P<verb>(?:is|are|remains?) (?:still )?(?:expected|scheduled|anticipated|slated|planned|set|targeted|subject|due)|(?:was|has been|were) (?:\w+ly )?(?:completed|closed|consummated|concluded)|"
        r"will (?:close|be completed)|closed|took (?:effect|place)|became effective)(?!\w)",
        "form": "noun",
        "anyone": True,
    },
)


def of_nouns(nouns: Iterable[Mapping[str, object]]) -> Iterator[dict[str, object]]:
    """The patterns that a slice's `[[noun]]` entries stand for, three each: as an object, behind a preposition, as a subject."""
    for noun in nouns:
        for frame in _FRAMES:
            yield {**noun, **frame, "match": str(frame["match"]).replace("@noun", str(noun["match"]))}
