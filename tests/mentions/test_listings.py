"""Tickers in the many ways they are printed."""

from __future__ import annotations

import pytest

from kg.mentions.listings import find_listings

CASES = [
    ("Alder (NYSE: ALD) said", [("NYSE", "ALD")]),
    ("Alder (NYSE:ALD) said", [("NYSE", "ALD")]),
    ("Alder (Nasdaq CM: ALD) said", [("Nasdaq", "ALD")]),
    ("Alder (SIX Swiss Exchange: ALD) said", [("SIX Swiss Exchange", "ALD")]),
    ("Alder (CSE: ALD; OTCQB: ALDF; FSE: 7AL) said", [("CSE", "ALD"), ("OTCQB", "ALDF"), ("FSE", "7AL")]),
    ("Alder (New York Stock Exchange) said", [("NYSE", None)]),
    ("Alder (HK 1317) said", [("HKEX", "1317")]),
    ("Alder (ALDE.OB) said", [("OTC BB", "ALDE.OB")]),
    ("Alder (NASDAQ/NMS:ALD) said", [("Nasdaq", "ALD")]),
    ("Alder (OTC Bulletin Board: ALDE.OB) said", [("OTC BB", "ALDE.OB")]),
    ("Alder (OTC: $ALDR) said", [("OTC", "ALDR")]),
    ("Alder trades on the NYSE under ALD.", []),
    ("Alder (the Company) said", []),
    ("net sales (NASDAQ rules aside) rose", []),
]


@pytest.mark.parametrize(("text", "listings"), CASES)
def test_listings(text: str, listings: list[tuple[str, str | None]]) -> None:
    assert [(found.exchange, found.ticker) for found in find_listings(text)] == listings
