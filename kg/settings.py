"""What kg.toml says: the store, its server's addresses and the base IRI, so that nobody has to type them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError, StoreError
from kg.vocab import BASE

_FILE = "kg.toml"
_KNOWN = {"store", "base", "query", "update", "user", "password"}


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force. Options of the command line win over them."""

    store: str = "kg-store"
    base: str = BASE
    query: str | None = None  # a server's address for queries; default: the store's with /query
    update: str | None = None  # and for updates; default: the store's with /update
    user: str | None = None
    password: str | None = None

    def store_folder(self, given: str | None) -> Path:
        """The folder of the embedded store; raises StoreError for the address of a server."""
        if self.server_address(given):
            raise StoreError(f"{self.server_address(given)} is a server; this verb works on a store folder")
        return Path(given or self.store)

    def server_address(self, given: str | None) -> str | None:
        """The address of the server that is meant, None where a folder is."""
        chosen = given or self.store
        return chosen if chosen.startswith(("http://", "https://")) else None


def settings(folder: Path = Path()) -> Settings:
    """The settings of kg.toml in a folder, or the defaults; raises InputError when the file is malformed."""
    path = folder / _FILE
    if not path.is_file():
        return Settings()
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}") from error
    for key, value in read.items():
        if key not in _KNOWN or not isinstance(value, str):
            raise InputError(f"{path}: {key} is no setting; there are {', '.join(sorted(_KNOWN))}, all strings")
    return Settings(**read)
