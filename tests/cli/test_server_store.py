"""`--store http://…`: every verb on a server, and the same graphs as in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from real_server import KINDS, Real, serving

from kg.cli import main
from kg.resources import folder

SAMPLES = sorted(folder("releases").glob("tarnwell-circuit-2003*"))


@pytest.fixture(scope="module", params=KINDS)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Real]:
    with serving(tmp_path_factory.mktemp("server") / "data", request.param) as found:
        yield found


@pytest.fixture
def address(server: Real, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a server, whose other settings stand in kg.toml."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KG_PASSWORD", server.address.password or "")
    known = {"query": server.address.query, "update": server.address.update, "user": server.address.user}
    Path("kg.toml").write_text("".join(f'{name} = "{value}"\n' for name, value in known.items() if value))
    return server.address.query


def exported(store: str, path: Path) -> bytes:
    assert main(["export", "--graph", "all", "--store", store, "-o", str(path)]) == 0
    return path.read_bytes()


def test_a_server_takes_builds_and_removals_as_a_folder_does(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stores = [address, str(tmp_path / "store")]
    files = [str(path) for path in SAMPLES]
    for store in stores:
        assert main(["build", *files, "--store", store]) == 0
    assert exported(address, tmp_path / "a.nq") == exported(stores[1], tmp_path / "b.nq") != b""
    capsys.readouterr()
    assert main(["build", *files, "--store", address]) == 0
    assert f"{len(files)} unchanged" in capsys.readouterr().err
    for store in stores:
        assert main(["remove", SAMPLES[0].name, "--store", store]) == 0
    assert exported(address, tmp_path / "a.nq") == exported(stores[1], tmp_path / "b.nq") != b""
    assert main(["remove", SAMPLES[0].name, "--store", address]) == 2


@pytest.mark.parametrize("question", ["customers-of", "events", "merged", "supports", "exposure"])
def test_a_server_answers_questions_as_a_folder_does(
    question: str, address: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    answers = []
    for store in (address, str(tmp_path / "store")):
        assert main(["build", *map(str, SAMPLES), "--store", store]) == 0
        capfdbinary.readouterr()
        assert main(["query", question, "--format", "csv", "--store", store]) == 0
        answers.append(capfdbinary.readouterr().out)
    assert answers[0] == answers[1]
    assert answers[0].count(b"\n") > 1


def test_a_server_that_is_not_there_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    assert main(["query", "releases", "--store", "http://127.0.0.1:1/nothing"]) == 2
    assert "http://127.0.0.1:1/nothing/query: ConnectError" in capsys.readouterr().err


def test_a_verb_that_needs_a_folder_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--store", "http://127.0.0.1:1/nothing"]) == 2
    assert "works on a store folder" in capsys.readouterr().err


def test_settings_give_a_server_its_addresses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kg.toml").write_text('store = "http://127.0.0.1:1/ds"\nquery = "http://127.0.0.1:2/sparql"\n')
    assert main(["query", "releases"]) == 2
    assert "http://127.0.0.1:2/sparql: ConnectError" in capsys.readouterr().err
