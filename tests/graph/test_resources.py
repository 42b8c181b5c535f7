"""The folders that ship with the program are found."""

import pytest

from kg.errors import SettingsError
from kg.resources import folder, texts


@pytest.mark.parametrize("name", ["ontology", "shapes", "queries", "releases"])
def test_a_folder_of_the_program_is_there_and_holds_files(name: str) -> None:
    assert any(path.is_file() for path in folder(name).rglob("*"))


def test_a_folder_that_is_missing_is_named() -> None:
    with pytest.raises(SettingsError, match="'atlases'"):
        folder("atlases")


def test_texts_go_by_their_path_in_sorted_order() -> None:
    found = texts("queries", "*.rq")
    assert list(found) == sorted(found)
    assert "contract/facts.rq" in found
