"""The options that several verbs share, and the settings file behind them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from kg.settings import settings
from kg.store.places import Place
from kg.store.server import Address

Store = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="STORE",
        help="The store: a folder, or the http(s) address of a SPARQL server. Default: ./kg-store, or what kg.toml says.",
    ),
]


def store_folder(given: str | None) -> Path:
    """The folder of the store meant by the option, the settings file or the default."""
    return settings().store_folder(given)


def store_place(given: str | None) -> Place:
    """The folder or the server of the store meant by the option, the settings file or the default.

    A server's password may stand in the environment variable KG_PASSWORD.
    """
    known = settings()
    address = known.server_address(given)
    if address is None:
        return known.store_folder(given)
    usual = Address.of(address)
    return Address(
        known.query or usual.query,
        known.update or usual.update,
        known.user,
        known.password or os.environ.get("KG_PASSWORD"),
    )


def stdout() -> BinaryIO:
    """The bytes of standard output; what was printed as text before comes first."""
    sys.stdout.flush()
    return sys.stdout.buffer


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def processes() -> int:
    """How many processes this machine lets us use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
