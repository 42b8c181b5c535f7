"""The names of things: IRIs minted from what a release says, the same for the same input."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from kg.errors import InputError
from kg.model import PlaceName, Span
from kg.vocab import BASE

_BREAKS = re.compile(r"[^a-z0-9]+")
_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+[/#]")
_LONGEST = 80  # characters of a slug; longer ones keep their start and add a digest


def digest(parts: Sequence[object]) -> str:
    """Twelve hex digits over a JSON array, so that no two different lists read alike before hashing."""
    array = json.dumps(list(parts), ensure_ascii=False, separators=(",", ":"))
    return sha256(array.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def slug(text: str) -> str:
    """The text in [a-z0-9-], accents and marks dropped, legal forms kept; a digest where nothing is left.

    >>> slug("Alder Instruments, Inc.")
    'alder-instruments-inc'
    """
    spelled = text.replace("&", " and ").replace("'", "").replace("\u2019", "")
    plain = unicodedata.normalize("NFKD", spelled.casefold()).encode("ascii", "ignore").decode()
    kept = _BREAKS.sub("-", plain).strip("-")
    letters = sum(character.isalpha() for character in text)
    if not kept or sum(character.isalpha() for character in kept) * 2 < letters:
        return f"x-{digest([unicodedata.normalize('NFKC', text).casefold()])}"
    if len(kept) > _LONGEST:
        return f"{kept[:_LONGEST].rstrip('-')}-{digest([kept])}"
    return kept


@dataclass(frozen=True, slots=True)
class ReleaseIris:
    """The IRIs of one release. `identifier` is the first 16 hex digits of its text's SHA-256."""

    base: str
    identifier: str

    def __post_init__(self) -> None:
        if not _BASE.fullmatch(self.base):
            raise InputError(f"the base IRI {self.base!r} must be http(s) and end in / or #, like {BASE}")

    @property
    def release(self) -> str:
        """The release."""
        return f"{self.base}release/{self.identifier}"

    @property
    def graph(self) -> str:
        """The named graph of the release's published claims."""
        return f"{self.base}graph/{self.identifier}"

    @property
    def quarantine(self) -> str:
        """The named graph of the claims that violate a shape."""
        return f"{self.graph}/quarantine"

    @property
    def run(self) -> str:
        """The reading of the release by one version of the program."""
        return f"{self.release}/run"

    def program(self, version: str) -> str:
        """One version of the program."""
        return f"{self.base}program/kg-{version}"

    def span(self, span: Span) -> str:
        """A half-open range of code points of the canonical text."""
        return f"{self.release}#char={span.start},{span.end}"

    def claim(self, kind: str, key: Sequence[object]) -> str:
        """A claim of a kind, told from all others by its key."""
        return f"{self.release}/{kind}-{digest([kind, *key])}"

    def result(self, key: Sequence[object]) -> str:
        """One violation in the quarantine graph."""
        return f"{self.quarantine}#result-{digest(key)}"

    def organisation(self, key: str) -> str:
        """An organisation by its key: `cik-…` or the slug of its name."""
        return f"{self.base}id/company/{key}"

    def described(self, description: str) -> str:
        """A party known only by a description: it belongs to this release and is never merged."""
        return f"{self.release}/party/{slug(description)}"

    def person(self, company: str | None, name: str) -> str:
        """A person, told from namesakes by the key of a company, or else by the release."""
        if company is None:
            return f"{self.release}/person/{slug(name)}"
        return f"{self.base}id/person/{company}/{slug(name)}"

    def facility(self, operator: str, site: str | None, kind: str) -> str:
        """A site of an operator, by its name or place and its type, or else by the release."""
        if site is None:
            return f"{self.release}/facility/{operator}-{slug(kind)}"
        return f"{self.base}id/facility/{operator}/{slug(f'{site} {kind}')}"

    def place(self, place: PlaceName | str) -> str:
        """A place as printed; a region or country alone is kept apart from a city of the same name."""
        if isinstance(place, str) or place.city:
            return f"{self.base}id/place/{slug(str(place))}"
        level = "region" if place.region else "country"
        return f"{self.base}id/place/{level}/{slug(str(place))}"
