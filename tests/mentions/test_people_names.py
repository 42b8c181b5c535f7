"""Names of people are read whole, and other capitalised phrases are not."""

from __future__ import annotations

import pytest

from kg.mentions.people import find_names

NAMES = [
    ("said Nate Bolkins, president", "Nate Bolkins"),
    ("W. Barry Gelman spoke", "W. Barry Gelman"),
    ("John E. (Jack) Morrow, the owner", "John E. (Jack) Morrow"),
    ("Dr. Yonghua Lin, Ph.D., joined", "Yonghua Lin"),
    ("Deb O'Hallaran called", "Deb O'Hallaran"),
    ("Mr. Upahyaya brings", "Upahyaya"),
    ("Javier Perez-Frei, who", "Javier Perez-Frei"),
    ("Ludwig van der Berg Jr., M.D., spoke", "Ludwig van der Berg Jr."),
    ("Robert F. Kennard, III, CFA", "Robert F. Kennard, III"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_is_read_whole(text: str, name: str) -> None:
    assert [found.name for found in find_names(text)][:1] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Pain Relief Systems",
        "Vice President Finance",
        "New York",
        "First Quarter Results",
        "Alder Instruments, Inc.",
        "Main Street",
        "April May June",
    ],
)
def test_other_phrases_are_no_names(text: str) -> None:
    assert find_names(text) == ()
