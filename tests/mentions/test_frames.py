"""What the words around a capitalised phrase tell of it."""

from __future__ import annotations

import pytest

from kg.mentions.frames import Weight, weigh


@pytest.mark.parametrize(
    ("text", "phrase", "proved"),
    [
        ("Alder bought its scales from Larkmoor Glider, a family-run studio in Reno.", "Larkmoor Glider", True),
        ("With our new head, the Larkmoor Glider, the scale becomes a complete studio.", "Larkmoor Glider", False),
        ("Corvane, Alder's distributor in Japan, took part.", "Corvane", True),
        ("Anyhow, contact your local distributor.", "Anyhow", False),
    ],
)
def test_an_apposition_has_no_verb_of_its_own(text: str, phrase: str, *, proved: bool) -> None:
    start = text.index(phrase)
    assert (weigh(text, start, start + len(phrase)) is Weight.PROOF) is proved
