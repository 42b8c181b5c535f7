"""The description beside a dump: counts that are those of the dump, and the same bytes for the same content."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.cli import main
from kg.export.described import VOID

RELEASE = "Alder Instruments, Inc. (NYSE: ALD) today opened a factory in Erie, Pennsylvania.\n"


def test_the_description_counts_what_the_dump_holds(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    release = tmp_path / "alder.txt"
    release.write_text(f"ROCHESTER, N.Y., March 3, 2021 -- {RELEASE}", encoding="utf-8")
    store = str(tmp_path / "store")
    assert main(["build", str(release), "--store", store]) == 0
    dump, told = tmp_path / "dump.nt", tmp_path / "dump.void.ttl"
    command = ["export", "--store", store, "--format", "ntriples", "-o", str(dump), "--describe", str(told)]
    assert main(command) == 0
    first = told.read_bytes()
    assert main(command) == 0
    assert told.read_bytes() == first
    counts = [
        quad.object for quad in ox.parse(first, format=ox.RdfFormat.TURTLE) if quad.predicate.value == f"{VOID}triples"
    ]
    assert str(len(dump.read_text(encoding="utf-8").splitlines())) in {count.value for count in counts}
    assert capfd.readouterr().out == ""
