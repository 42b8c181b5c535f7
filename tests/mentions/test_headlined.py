"""Whom a headline names as a person."""

import pytest

from kg.mentions.headlined import headlined


@pytest.mark.parametrize(
    ("headline", "names"),
    [
        ("Alder Names Peter W. Lund Chairman of the Board", ["Peter W. Lund"]),
        ("ALDER NAMES ROSALIND KEENE PRESIDENT AND CEO", ["ROSALIND KEENE"]),
        ("Rosalind Keene Resigns as Treasurer of Alder", ["Rosalind Keene"]),
        (
            "Alder Announces Retirement of President and Chief Executive Officer Mary Ellen Strand",
            ["Mary Ellen Strand"],
        ),
        ("Alder Names Birch Optics Supplier of the Year", []),
        ("Alder Names New Chief Financial Officer", []),
        ("Troy Plant to Close", []),
    ],
)
def test_a_name_beside_the_verb_of_a_post_is_a_person(headline: str, names: list[str]) -> None:
    assert [name.name for name in headlined(headline)] == names
