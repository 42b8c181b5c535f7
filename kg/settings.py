"""What kg.toml says: the store and the base IRI, for those who do not want to type them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError, StoreError
from kg.vocab import BASE

_FILE = "kg.toml"
_KNOWN = {"store", "base"}


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force. Options of the command line win over them."""

    store: str = "kg-store"
    base: str = BASE

    def store_folder(self, given: str | None) -> Path:
        """The folder of the embedded store; raises StoreError for the address of a server."""
        chosen = given or self.store
        if chosen.startswith(("http://", "https://")):
            raise StoreError(f"{chosen} is a server; this verb works on a store folder")
        return Path(chosen)


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
            raise InputError(f"{path}: {key} is no setting; there are {', '.join(sorted(_KNOWN))}, both strings")
    return Settings(**read)
