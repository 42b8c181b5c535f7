"""Filings of EDGAR, fetched within its rules of fair access: a named agent, and few requests a second.

Source: https://www.sec.gov/os/accessing-edgar-data (agent with a contact, at most ten requests a second).
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from kg.errors import InputError, KgError
from kg.store.files import write_whole

_LISTS = "https://data.sec.gov/submissions/"
_FILES = "https://www.sec.gov/Archives/edgar/data/"
_CONTACT = re.compile(r".+@.+\..+")
_PAUSE = 0.2  # seconds between requests: half of what the rules allow
_TRIES = 4
_BUSY = {429, 500, 502, 503, 504}


class FetchError(KgError):
    """The server cannot be reached, or does not give what was asked for."""

    code = 1


@dataclass(frozen=True, slots=True)
class Filing:
    """One filing as the list of a company's submissions names it."""

    cik: int
    accession: str
    form: str
    filed: str  # ISO date

    @property
    def address(self) -> str:
        """Where its full submission text stands."""
        return f"{_FILES}{self.cik}/{self.accession.replace('-', '')}/{self.accession}.txt"

    @property
    def name(self) -> str:
        """The name of the file it is kept in."""
        return f"{self.cik}-{self.filed}-{self.form.replace('/', '')}-{self.accession}.txt"


class Edgar:
    """Polite requests to EDGAR: they name who asks, keep a pause, and wait when told that it is busy."""

    def __init__(
        self, agent: str, client: httpx.Client | None = None, pause: Callable[[float], None] = time.sleep
    ) -> None:
        if not _CONTACT.fullmatch(agent):
            raise InputError("EDGAR wants to know who asks: --user-agent 'Name name@example.org'")
        self._client = client or httpx.Client(timeout=60, follow_redirects=True)
        self._headers = {"User-Agent": agent, "Accept-Encoding": "gzip, deflate"}
        self._pause = pause

    def get(self, address: str) -> httpx.Response:
        """What stands at an address; raises FetchError."""
        reason = ""
        for attempt in range(_TRIES):
            self._pause(_PAUSE if attempt == 0 else 2.0**attempt)
            try:
                response = self._client.get(address, headers=self._headers)
            except httpx.HTTPError as error:
                reason = f"{type(error).__name__}: {error}"
                continue
            if response.status_code == httpx.codes.OK:
                return response
            reason = f"status {response.status_code}"
            if response.status_code not in _BUSY:
                break
        raise FetchError(f"{address}: {reason}")

    def filings(self, cik: int, forms: Sequence[str], since: str = "", until: str = "9999") -> Iterator[Filing]:
        """A company's filings of these forms between two ISO dates, the newest first."""
        told: Any = self.get(f"{_LISTS}CIK{cik:010d}.json").json()
        recent = told["filings"]["recent"]
        older = [
            file["name"]
            for file in told["filings"].get("files", ())
            if file["filingTo"] >= since and file["filingFrom"] <= until
        ]
        for each in (recent, *(self.get(f"{_LISTS}{name}").json() for name in older)):
            rows = zip(each["accessionNumber"], each["form"], each["filingDate"], strict=True)
            for accession, form, filed in rows:
                if form in forms and since <= filed <= until:
                    yield Filing(cik, accession, form, filed)


def fetch(
    edgar: Edgar, cik: int, forms: Sequence[str], folder: Path, *, since: str, until: str, limit: int
) -> Iterator[tuple[Filing, bool]]:
    """Keep a company's filings in a folder: each filing, and whether it is new there.

    The files are full submissions, as `kg build` reads them. Raises FetchError; what came before stays.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for number, filing in enumerate(edgar.filings(cik, forms, since, until)):
        if number >= limit:
            return
        path = folder / filing.name
        fresh = not path.exists()
        if fresh:
            write_whole(path, edgar.get(filing.address).content)
        yield filing, fresh
