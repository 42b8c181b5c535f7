"""Inputs of every kind give releases by name; what is refused says why."""

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import releases
from kg.read.encoding import LIMIT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "b.txt").write_text("b")
    (tmp_path / "in" / "a.txt").write_text("a")
    (tmp_path / "in" / "sub" / "a.txt").write_text("c")
    (tmp_path / "in" / ".hidden").write_text("h")
    return tmp_path / "in"


def names(*inputs: object) -> list[str]:
    return [raw.source for raw in releases([str(each) for each in inputs])]


def test_a_folder_gives_its_files_sorted_by_path(folder: Path) -> None:
    assert names(folder) == ["a.txt", "b.txt", "sub/a.txt"]


def test_a_file_is_named_by_its_name_and_comes_once(folder: Path) -> None:
    assert names(folder / "b.txt", folder / "b.txt") == ["b.txt"]
    assert names(folder / "b.txt", folder) == ["b.txt", "a.txt", "sub/a.txt"]


def test_files_of_one_name_are_told_apart(folder: Path) -> None:
    first, second = names(folder / "a.txt", folder / "sub" / "a.txt")
    assert first == "a.txt"
    assert second.endswith("sub/a.txt")


def test_a_pattern(folder: Path) -> None:
    assert sorted(names(folder / "*.txt")) == ["a.txt", "b.txt"]
    assert len(names(folder / "**" / "*.txt")) == 3


@pytest.mark.parametrize("missing", ["none.txt", "none/*.txt", "none*"])
def test_what_is_not_there_is_named(missing: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="none"):
        releases([str(tmp_path / missing)])


def test_an_empty_folder_is_no_input(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file"):
        releases([str(tmp_path)])


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"news")))
    (raw,) = releases(["-"])
    assert (raw.source, raw.data) == ("-", b"news")


def test_a_zip_archive_and_its_traps(tmp_path: Path) -> None:
    path = tmp_path / "z.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b.txt", "b")
        archive.writestr("a.txt", "a")
        archive.writestr("../out.txt", "x")
        archive.writestr("/root.txt", "x")
        archive.writestr("bomb.txt", b"0" * 4_000_000)
        archive.writestr("huge.txt", b"\0" * (LIMIT + 1))
        archive.writestr("__MACOSX/._a.txt", "x")
    found = {raw.source: raw.error for raw in releases([str(path)])}
    assert found["z.zip!a.txt"] is None
    assert found["z.zip!b.txt"] is None
    assert found["z.zip!../out.txt"] == "its name leads out of the archive"
    assert found["z.zip!/root.txt"] == "its name leads out of the archive"
    assert "expand" in (found["z.zip!bomb.txt"] or "")
    assert "larger" in (found["z.zip!huge.txt"] or "")
    assert len(found) == 6


def test_a_tar_archive_and_its_links(tmp_path: Path) -> None:
    path = tmp_path / "t.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name in ("a.txt", "../b.txt"):
            member = tarfile.TarInfo(name)
            member.size = 4
            archive.addfile(member, io.BytesIO(b"news"))
        link = tarfile.TarInfo("c.txt")
        link.type = tarfile.SYMTYPE
        link.linkname = "/etc/hosts"
        archive.addfile(link)
    found = {raw.source: raw for raw in releases([str(path)])}
    assert found["t.tar.gz!a.txt"].data == b"news"
    assert found["t.tar.gz!../b.txt"].data is None
    assert "link" in (found["t.tar.gz!c.txt"].error or "")


def test_a_gzip_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"news"))
    (raw,) = releases([str(tmp_path / "a.txt.gz")])
    assert (raw.source, raw.data) == ("a.txt", b"news")


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\x1f\x8b\x08\x00"])
def test_a_damaged_archive_is_one_bad_release(start: bytes, tmp_path: Path) -> None:
    (tmp_path / "bad").write_bytes(start + b"nothing of the kind")
    (raw,) = releases([str(tmp_path / "bad")])
    assert raw.data is None
    assert "damaged" in (raw.error or "")


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(LIMIT + 1)
    (raw,) = releases([str(tmp_path / "big.txt")])
    assert raw.data is None
    assert "larger" in (raw.error or "")
