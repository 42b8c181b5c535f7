"""What goes in is there, what is replaced or removed is gone, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from tiny_releases import both, content, entry, graph

from kg.errors import StoreError
from kg.store import Writer, snapshot
from kg.store.embedded import Snapshot
from kg.vocab import CE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


def put(folder: Path, source: str, *texts: str, held: bool = False) -> None:
    with Writer(folder) as writer:
        writer.put(*both([entry(source, *texts, held=held)]))


def files(folder: Path) -> dict[str, list[str]]:
    """The lines of each graph as the files have them."""
    return dict(snapshot(folder).graphs())


def database(store: Snapshot) -> set[str]:
    """The named quads of the database."""
    return {f"{quad} ." for quad in store.reader if quad.graph_name != ox.DefaultGraph()}


def merged(store: Snapshot) -> set[str]:
    """The triples of the default graph."""
    return {f"{quad.triple} ." for quad in store.reader if quad.graph_name == ox.DefaultGraph()}


def agrees(folder: Path) -> None:
    """The database holds what the files say, and its default graph is the merge of what is published."""
    store = snapshot(folder)
    lines = {line for lines in files(folder).values() for line in lines}
    assert database(store) == lines
    published = {line[: line.rindex(" <")] + " ." for line in lines if "/quarantine> ." not in line}
    assert merged(store) == published


def test_a_release_is_there_with_the_name_of_its_source(folder: Path) -> None:
    put(folder, "a.txt", "one")
    lines = files(folder)[graph("one")]
    assert lines == sorted(lines)
    assert any(f'<{CE}source> "a.txt!0"' in line for line in lines)
    agrees(folder)


def test_a_second_build_adds_to_the_first(folder: Path) -> None:
    put(folder, "a.txt", "one")
    put(folder, "b.txt", "two", "three", held=True)
    assert files(folder).keys() == {graph("one"), graph("two"), graph("three")}
    agrees(folder)


def test_a_changed_source_replaces_what_it_said(folder: Path) -> None:
    put(folder, "a.txt", "one", "two", held=True)
    put(folder, "a.txt", "two", "three")
    assert files(folder).keys() == {graph("two"), graph("three")}
    assert not any("/quarantine" in line for lines in files(folder).values() for line in lines)
    agrees(folder)


def test_one_text_from_two_sources_is_one_graph_with_two_names(folder: Path) -> None:
    put(folder, "a.txt", "one")
    put(folder, "b.txt", "one")
    (lines,) = files(folder).values()
    assert sum(f"<{CE}source>" in line for line in lines) == 2
    agrees(folder)


def test_removing_one_of_two_sources_keeps_the_other(folder: Path) -> None:
    put(folder, "a.txt", "one")
    put(folder, "b.txt", "one")
    with Writer(folder) as writer:
        writer.put([], removed=["a.txt"])
    (lines,) = files(folder).values()
    assert [line for line in lines if f"<{CE}source>" in line] == [line for line in lines if '"b.txt!0"' in line]
    agrees(folder)


def test_removing_takes_away_exactly_what_only_that_release_said(folder: Path) -> None:
    put(folder, "a.txt", "one", held=True)
    before = files(folder)
    put(folder, "b.txt", "two")
    with Writer(folder) as writer:
        writer.put([], removed=["b.txt"])
    assert files(folder) == before
    agrees(folder)


def test_the_order_of_building_does_not_matter(tmp_path: Path) -> None:
    stores = []
    for order in (("a.txt", "b.txt", "c.txt"), ("c.txt", "a.txt", "b.txt")):
        folder = tmp_path / order[0]
        for source in order:
            put(folder, source, "one" if source == "c.txt" else source, "shared")
        stores.append(files(folder))
        agrees(folder)
    assert stores[0] == stores[1]


def test_files_that_nothing_refers_to_are_swept(folder: Path) -> None:
    put(folder, "a.txt", "one")
    put(folder, "a.txt", "two")
    assert len(list((folder / "objects").rglob("*.nq"))) == 1


def test_a_file_that_was_changed_is_noticed(folder: Path) -> None:
    put(folder, "a.txt", "one")
    (file,) = (folder / "objects").rglob("*.nq")
    file.write_bytes(content("two"))
    with pytest.raises(StoreError, match="has been changed"):
        files(folder)


def test_the_engine_leaves_no_old_logs(folder: Path) -> None:
    for text in ("one", "two", "three"):
        put(folder, "a.txt", text)
    assert list(folder.glob("quads-*/LOG"))
    assert not list(folder.glob("quads-*/LOG.old.*"))


def test_a_second_writer_is_told_who_writes(folder: Path) -> None:
    with Writer(folder), pytest.raises(StoreError, match=r"being written by another process \(\d+\)"):
        Writer(folder).__enter__()
    put(folder, "a.txt", "one")


def test_a_folder_of_something_else_is_left_alone(folder: Path) -> None:
    folder.mkdir()
    (folder / "diary.txt").write_text("dear diary")
    with pytest.raises(StoreError, match="not a store"):
        put(folder, "a.txt", "one")
    assert [path.name for path in folder.iterdir()] == ["diary.txt"]


def test_there_is_nothing_to_read_where_there_is_no_store(folder: Path) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        snapshot(folder)


def test_a_reader_keeps_the_store_as_it_was_opened(folder: Path) -> None:
    put(folder, "a.txt", "one")
    store = snapshot(folder)
    before = database(store)
    put(folder, "b.txt", "two")
    assert database(store) == before
    agrees(folder)


def test_a_database_of_another_engine_version_is_rebuilt(folder: Path) -> None:
    put(folder, "a.txt", "one")
    record = folder / "database.json"
    record.write_text(record.read_text().replace(ox.__version__, "0.0.1"))
    put(folder, "b.txt", "two")
    assert len(list(folder.glob("quads-*"))) == 1
    agrees(folder)
