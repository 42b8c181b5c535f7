"""SPARQL servers of other kinds than ours, started for a test: Oxigraph (PyPI) and Virtuoso (Debian)."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg.store.server import Address

KINDS = ("oxigraph", "virtuoso")
_VIRTUOSO = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{other}
ServerThreads = 4
NumberOfBuffers = 2000
DisableUnixSocket = 1
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 10000
"""


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


class Real:
    """A server over a folder: it can be killed, and started again with what it holds."""

    def __init__(self, kind: str, folder: Path) -> None:
        folder.mkdir()
        port = _free_port()
        self._port = port
        here = f"http://127.0.0.1:{port}"
        if kind == "oxigraph":
            program = str(Path(sys.executable).with_name("oxigraph"))
            self._command = [program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
            self.address = Address.of(here)
        else:
            program = shutil.which("virtuoso-t") or ""
            (folder / "virtuoso.ini").write_text(_VIRTUOSO.format(folder=folder, port=port, other=_free_port()))
            self._command = [program, "-f", "+configfile", str(folder / "virtuoso.ini")]
            self.address = Address(f"{here}/sparql", f"{here}/sparql-auth", "dba", "dba")
        if not Path(program).is_file():
            pytest.skip(f"{kind} is not installed: `make servers` installs it on Debian, as root")
        self._folder = folder
        self.start()

    def start(self) -> None:
        """Start, and wait until it listens."""
        (self._folder / "virtuoso.lck").unlink(missing_ok=True)  # of one that was killed
        self._running = subprocess.Popen(
            self._command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _ in range(600):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", self._port)) == 0:
                    return
            time.sleep(0.1)
        raise AssertionError(f"{self._command[0]} does not listen")

    def kill(self) -> None:
        """End it as a power cut would."""
        self._running.kill()
        self._running.wait()


@contextmanager
def serving(folder: Path, kind: str = "oxigraph") -> Iterator[Real]:
    """A fresh server of a kind; the test is skipped where it is not installed."""
    server = Real(kind, folder)
    try:
        yield server
    finally:
        server.kill()
