"""Where a store can be: a folder, or a SPARQL server."""

from __future__ import annotations

from pathlib import Path

from kg.store.embedded import Snapshot, snapshot
from kg.store.remote import RemoteSnapshot
from kg.store.server import Address, Server

Place = Path | Address
AnySnapshot = Snapshot | RemoteSnapshot


def opened(place: Place) -> AnySnapshot:
    """A store to read; raises StoreError when there is none."""
    return RemoteSnapshot(Server(place)) if isinstance(place, Address) else snapshot(place)
