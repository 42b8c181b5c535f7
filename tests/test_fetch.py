"""Fetching from EDGAR against a server that only pretends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from kg.cli import main
from kg.errors import InputError
from kg.fetch import Edgar, FetchError, fetch

AGENT = "Dana Whitlock dana@alder.example"
RECENT = {
    "accessionNumber": ["0000000007-21-000003", "0000000007-21-000002", "0000000007-20-000001"],
    "form": ["8-K", "10-Q", "8-K/A"],
    "filingDate": ["2021-03-03", "2021-02-01", "2020-12-24"],
}
OLDER = {"accessionNumber": ["0000000007-19-000009"], "form": ["8-K"], "filingDate": ["2019-05-05"]}
LIST = {
    "filings": {
        "recent": RECENT,
        "files": [{"name": "CIK0000000007-submissions-001.json", "filingFrom": "2015-01-01", "filingTo": "2019-12-31"}],
    }
}


class Pretender:
    """Answers as EDGAR would, and remembers what it was asked."""

    def __init__(self, troubles: int = 0) -> None:
        self.asked: list[httpx.Request] = []
        self.pauses: list[float] = []
        self.troubles = troubles

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        if self.troubles:
            self.troubles -= 1
            return httpx.Response(503)
        if request.url.path == "/submissions/CIK0000000007.json":
            return httpx.Response(200, json=LIST)
        if request.url.path.endswith("submissions-001.json"):
            return httpx.Response(200, json=OLDER)
        if request.url.path.endswith(".txt"):
            return httpx.Response(200, text=f"<SEC-DOCUMENT>{request.url.path}")
        return httpx.Response(404)

    def edgar(self) -> Edgar:
        return Edgar(AGENT, httpx.Client(transport=httpx.MockTransport(self)), self.pauses.append)

    def names(self, folder: Path, *forms: str, **limits: Any) -> list[tuple[str, bool]]:
        given = {"since": "2000-01-01", "until": "9999", "limit": 10} | limits
        return [(each.accession, fresh) for each, fresh in fetch(self.edgar(), 7, forms, folder, **given)]


@pytest.fixture
def pretender() -> Pretender:
    return Pretender()


def test_filings_of_the_forms_are_kept_and_not_asked_for_twice(pretender: Pretender, tmp_path: Path) -> None:
    wanted = ["0000000007-21-000003", "0000000007-19-000009"]
    assert pretender.names(tmp_path, "8-K") == [(name, True) for name in wanted]
    assert pretender.names(tmp_path, "8-K") == [(name, False) for name in wanted]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "7-2019-05-05-8-K-0000000007-19-000009.txt",
        "7-2021-03-03-8-K-0000000007-21-000003.txt",
    ]
    assert (
        "/Archives/edgar/data/7/000000000721000003/0000000007-21-000003.txt"
        in (tmp_path / "7-2021-03-03-8-K-0000000007-21-000003.txt").read_text()
    )


def test_older_lists_are_asked_for_only_when_the_dates_reach_them(pretender: Pretender, tmp_path: Path) -> None:
    assert pretender.names(tmp_path, "8-K", "8-K/A", since="2020-01-01") == [
        ("0000000007-21-000003", True),
        ("0000000007-20-000001", True),
    ]
    assert not any("submissions-001" in request.url.path for request in pretender.asked)
    assert len(pretender.names(tmp_path, "8-K", limit=1)) == 1


def test_every_request_says_who_asks_and_keeps_a_pause(pretender: Pretender, tmp_path: Path) -> None:
    pretender.names(tmp_path, "8-K")
    assert {request.headers["user-agent"] for request in pretender.asked} == {AGENT}
    assert len(pretender.pauses) == len(pretender.asked)
    assert min(pretender.pauses) >= 0.1  # the rules: at most ten requests a second


def test_a_busy_server_is_asked_again_later_and_later(tmp_path: Path) -> None:
    pretender = Pretender(troubles=3)
    assert pretender.names(tmp_path, "8-K", limit=1)
    assert pretender.pauses[1:4] == sorted(pretender.pauses[1:4])
    assert pretender.pauses[3] > pretender.pauses[1]


@pytest.mark.parametrize("make", [lambda: Pretender(troubles=99), Pretender])
def test_what_cannot_be_had_is_an_error_with_the_address(make: Callable[[], Pretender], tmp_path: Path) -> None:
    edgar = make().edgar()
    with pytest.raises(FetchError, match=r"https://data.sec.gov/submissions/CIK0000000008.json: status"):
        list(fetch(edgar, 8, ["8-K"], tmp_path, since="", until="9999", limit=1))


def test_nobody_asks_without_a_name_and_an_address(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(InputError, match="who asks"):
        Edgar("anonymous")
    assert main(["fetch", "--cik", "7", "-o", str(tmp_path), "--user-agent", "anonymous"]) == 2
    assert "--user-agent" in capsys.readouterr().err
