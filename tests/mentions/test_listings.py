"""Tickers in the many ways they are printed."""

from __future__ import annotations

import pytest

from kg.mentions.listings import find_listings, told_listings

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
    ("Alder (OTCpink:ALDR) said", [("OTC Pink", "ALDR")]),
    ('Alder ("Alder" or "Alder Group"; TWSE: 1234; OTCQX: ALDR) said', [("TWSE", "1234"), ("OTCQX", "ALDR")]),
    ("Alder (NYSE-A: ALD) said", [("NYSE American", "ALD")]),
    ("Alder (OTCQX Best Market: ALDR) said", [("OTCQX", "ALDR")]),
    ("Alder (Nasdaq and TASE: ALD) said", [("Nasdaq", "ALD"), ("TASE", "ALD")]),
    ("Alder (TSX.V:ALD OTCQB:ALDRF) said", [("TSXV", "ALD"), ("OTCQB", "ALDRF")]),
    ("Alder (NASDAQ-GS: ALD) said", [("Nasdaq", "ALD")]),
    ("Alder (Nasdaq and its peers: rivals) said", []),
    ("Alder trades on the NYSE under ALD.", []),
    ("Alder (the Company) said", []),
    ("net sales (NASDAQ rules aside) rose", []),
]


@pytest.mark.parametrize(("text", "listings"), CASES)
def test_listings(text: str, listings: list[tuple[str, str | None]]) -> None:
    assert [(found.exchange, found.ticker) for found in find_listings(text)] == listings


TOLD = [
    ("Alder trades on the New York Stock Exchange under the symbol “ALD” and", [("NYSE", "ALD")]),
    ("Alder’s shares are traded on the Nasdaq National Market under the symbol ALDR.", [("Nasdaq", "ALDR")]),
    ("Alder (ALDN) is listed on the SIX Swiss Exchange.", [("SIX Swiss Exchange", None)]),
    ("Alder is listed on the Australian Securities Exchange under the ticker ASX:ALD.", [("ASX", "ALD")]),
    ("whose shares are listed on the SIX Swiss Exchange (ticker symbol: ALDN)", [("SIX Swiss Exchange", "ALDN")]),
    ("Its notes should soon be listed on the Oslo exchange, then on Nasdaq.", []),
    ("Alder applied to have its shares quoted on the OTCQB.", []),
    ("Alder was no longer listed on Nasdaq.", []),
    ("The report is based on a survey and was traded on rumours.", []),
]


@pytest.mark.parametrize(("text", "listings"), TOLD)
def test_listings_told_in_a_sentence(text: str, listings: list[tuple[str, str | None]]) -> None:
    assert [(found.exchange, found.ticker) for found in told_listings(text)] == listings


COMING = [
    ("Alder will begin trading on the New York Stock Exchange under the symbol “ALD” today.", [("NYSE", "ALD")]),
    ("Its shares are expected to be listed on Nasdaq in May.", [("Nasdaq", None)]),
    ("Alder is listed on Nasdaq.", []),
    ("Alder will no longer be listed on Nasdaq.", []),
    ("The notes will be listed on the London Stock Exchange.", []),
]


@pytest.mark.parametrize(("text", "listings"), COMING)
def test_listings_to_come(text: str, listings: list[tuple[str, str | None]]) -> None:
    assert [(found.exchange, found.ticker) for found in told_listings(text, coming=True)] == listings
