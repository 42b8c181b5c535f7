"""Which program read a release: its version and what its files say."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import kg
from kg import resources

_CODE = {".py", ".toml", ".txt", ".csv", ".tsv"}


def fingerprint() -> str:
    """The version with sixteen hex digits over everything that decides what is read from a release.

    A store built by another program than this one is read anew, release by release.
    """
    digest = sha256()
    root = Path(kg.__file__).parent
    files = [path for path in root.rglob("*") if path.suffix in _CODE and "_resources" not in path.parts]
    for folder in ("ontology", "shapes"):
        files += resources.folder(folder).rglob("*.ttl")
    for content in sorted(path.read_bytes() for path in files):
        digest.update(sha256(content).digest())
    return f"{kg.__version__}+{digest.hexdigest()[:16]}"
