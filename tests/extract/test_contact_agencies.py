"""Agencies among the press contacts advise the issuer; contacts of companies that the release tells of do not."""

from __future__ import annotations

import pytest

from kg.context.context import understand
from kg.extract import extract
from kg.model import RelationClaim
from kg.read.text import read_text

LEAD = (
    "Alder Instruments Names New Plant Manager\n\n"
    "ROCHESTER, N.Y., March 3, 2021 -- Alder Instruments, Inc. (NYSE: ALD) named a manager. "
    "It buys valves from Tessel Controls LLC.\n\n"
)
CASES = [
    ("Media Contact:\nRoger Pell, Pellwright Inc.\n310-555-0143, rpell@pellwright.com\n", {"Pellwright Inc."}),
    ("Contact:\nRoger Pell\nQuill Stone Communications\n310-555-0143\n", {"Quill Stone Communications"}),
    ("Media Contact:\nRoger Pell\nTessel Controls LLC\n310-555-0143\n", set()),
    ("Media Contact:\nRoger Pell\nMarketing Alder Instruments, Inc.\n310-555-0143\n", set()),
    ("Media Contact:\nRoger Pell\nAlder Instruments, Inc.\n310-555-0143\n", set()),
]


@pytest.mark.parametrize(("contact", "agencies"), CASES)
def test_agencies_among_the_contacts(contact: str, agencies: set[str]) -> None:
    claims = extract(understand(read_text("tiny.txt", LEAD + contact)))
    advisers = {c.subject for c in claims if isinstance(c, RelationClaim) and c.relation == "advisor-to"}
    assert advisers == agencies
