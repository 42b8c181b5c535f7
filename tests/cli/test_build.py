"""`kg build` and `kg remove` from outside: what goes in, what is told, and what the exit code says."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import signal
import subprocess
import sys
import tarfile
import time
import zipfile
from pathlib import Path

import pytest

from kg.resources import folder

SAMPLES = folder("releases")
GOOD = """Alder Instruments Reports Results

ROCHESTER, N.Y., March 3, 2021 -- Alder Instruments, Inc. (NYSE: ALD) today reported net income of $1.2 million
on revenue of $15.5 million for the fourth quarter ended December 31, 2020.
"""
SEED = 20_030_505


def kg(*words: str | Path, seed: str = "0", stdin: str = "") -> subprocess.CompletedProcess[str]:
    """A finished run of the command."""
    command = [sys.executable, "-m", "kg", *map(str, words)]
    settings = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(command, env=settings, input=stdin, capture_output=True, text=True, check=False, timeout=300)


def exported(store: Path) -> bytes:
    """All of a store as N-Quads, quarantine included."""
    path = store.with_suffix(".nq")
    done = kg("export", "--store", store, "--graph", "all", "-o", path)
    assert done.returncode == 0, done.stderr
    return path.read_bytes()


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The export of the sample releases, built in one process."""
    store = tmp_path_factory.mktemp("samples") / "store"
    done = kg("build", SAMPLES, "--store", store)
    assert done.returncode == 0, done.stderr
    return exported(store)


def test_the_export_is_sorted_and_whole(samples: bytes) -> None:
    lines = samples.splitlines()
    assert lines == sorted(set(lines))
    assert samples.endswith(b" .\n")


def test_what_is_published_conforms(samples: bytes, tmp_path: Path) -> None:
    (tmp_path / "samples.nq").write_bytes(samples)
    done = kg("validate", tmp_path / "samples.nq")
    assert done.returncode == 0, done.stdout


def test_processes_order_and_hash_seed_change_nothing(samples: bytes, tmp_path: Path) -> None:
    files = sorted((path for path in SAMPLES.iterdir()), reverse=True)
    done = kg("build", *files, "--jobs", "2", "--store", tmp_path / "store", seed="4711")
    assert done.returncode == 0, done.stderr
    assert exported(tmp_path / "store") == samples


def test_killed_at_ten_random_moments_and_run_again_it_ends_the_same(samples: bytes, tmp_path: Path) -> None:
    store = tmp_path / "store"
    moments = random.Random(SEED)
    command = [sys.executable, "-m", "kg", "build", str(SAMPLES), "--store", str(store)]
    for _ in range(10):
        running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.5, 3.0))
        running.send_signal(signal.SIGKILL)
        running.wait()
    done = kg("build", SAMPLES, "--store", store)
    assert done.returncode == 0, done.stderr
    assert exported(store) == samples


def test_a_second_build_reads_nothing_anew(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    kg("build", tmp_path / "a.txt", "--store", tmp_path / "store")
    before = exported(tmp_path / "store")
    done = kg("build", tmp_path / "a.txt", "--store", tmp_path / "store")
    assert "1 unchanged" in done.stderr
    assert exported(tmp_path / "store") == before


def test_a_changed_release_replaces_its_older_self_and_removing_it_leaves_nothing(tmp_path: Path) -> None:
    release, store = tmp_path / "a.txt", tmp_path / "store"
    release.write_text(GOOD)
    kg("build", release, "--store", store)
    release.write_text(GOOD.replace("15.5", "16.5"))
    kg("build", release, "--store", store)
    assert b"$15.5" not in exported(store)
    assert b"$16.5" in exported(store)
    done = kg("remove", "a.txt", "--store", store)
    assert (done.returncode, done.stderr) == (0, "1 removed\n")
    assert exported(store) == b""


def test_removing_what_is_not_there_removes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    kg("build", tmp_path / "a.txt", "--store", tmp_path / "store")
    done = kg("remove", "a.txt", "b.txt", "--store", tmp_path / "store")
    assert done.returncode == 2
    assert "holds no b.txt" in done.stderr
    assert exported(tmp_path / "store") != b""


def test_a_release_may_come_from_stdin(tmp_path: Path) -> None:
    done = kg("build", "-", "--store", tmp_path / "store", stdin=GOOD)
    assert done.returncode == 0, done.stderr
    assert b"Alder Instruments" in exported(tmp_path / "store")


def _zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def _tarred(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


BAD: dict[str, bytes] = {
    "empty.txt": b"",
    "binary.txt": bytes(random.Random(SEED).randbytes(20_000)),
    "one-line.txt": b"a" * 50_000_000,
    "truncated.sgml": b"<SEC-DOCUMENT>0000000000-21-000001.txt\n<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>",
    "bomb.zip": _zipped({"bomb.txt": b"\0" * 300_000_000}),
    "flood.gz": gzip.compress(b"\0" * 300_000_000),
}
ODD: dict[str, bytes] = {
    "unclosed.htm": GOOD.replace("ROCHESTER", "<html><body><p><b>ROCHESTER").encode(),
    "latin.txt": GOOD.replace("Alder", "Älder").encode("latin-1"),
}


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of bad and odd releases around a good one."""
    place = tmp_path_factory.mktemp("batch") / "releases"
    place.mkdir()
    for name, content in BAD.items():
        (place / name).write_bytes(content)
    (place / "unclosed.htm").write_bytes(ODD["unclosed.htm"])
    (place / "latin.txt").write_bytes(ODD["latin.txt"])
    (place / "climbing.zip").write_bytes(_zipped({"../outside.txt": GOOD.replace("Alder", "Birch").encode()}))
    (place / "climbing.tar.gz").write_bytes(_tarred({"../../outside.txt": GOOD.replace("Alder", "Elm").encode()}))
    (place / "good.txt").write_text(GOOD)
    (place / "twin.txt").write_text(GOOD)
    return place


@pytest.fixture(scope="module")
def built(batch: Path) -> subprocess.CompletedProcess[str]:
    return kg("build", batch, "--store", batch.parent / "store", "--report", batch.parent / "report.jsonl")


def test_bad_releases_make_the_exit_code_one(built: subprocess.CompletedProcess[str]) -> None:
    assert built.returncode == 1
    assert "fault of the program" not in built.stderr


@pytest.mark.parametrize("name", BAD)
def test_a_bad_release_is_named_with_the_reason(name: str, built: subprocess.CompletedProcess[str]) -> None:
    lines = [line for line in built.stderr.splitlines() if line.startswith(f"kg: {Path(name).stem}")]
    assert len(lines) == 1
    assert len(lines[0].split(": ", 2)[2]) > len("it is")


@pytest.mark.parametrize("name", BAD)
def test_the_report_says_so_too(name: str, built: subprocess.CompletedProcess[str], batch: Path) -> None:
    del built
    records = [json.loads(line) for line in (batch.parent / "report.jsonl").read_text().splitlines()]
    (record,) = [record for record in records if record["source"].startswith(Path(name).stem)]
    assert record["error"]


def test_the_rest_of_the_batch_is_whole(built: subprocess.CompletedProcess[str], batch: Path) -> None:
    del built
    done = kg("query", "releases", "--format", "csv", "--store", batch.parent / "store")
    sources = [line.split(",")[0] for line in done.stdout.splitlines()[1:]]
    for name in ("good.txt", "twin.txt", "unclosed.htm", "latin.txt"):
        assert name in sources
    assert not any(source in BAD for source in sources)


def test_no_member_of_an_archive_climbs_out_of_it(built: subprocess.CompletedProcess[str], batch: Path) -> None:
    del built
    assert not list(batch.parent.parent.rglob("outside.txt"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "locked.txt").write_text(GOOD)
    (tmp_path / "locked.txt").chmod(0)
    done = kg("build", tmp_path, "--store", tmp_path / "store")
    assert done.returncode == 1
    assert "kg: locked.txt: Permission denied" in done.stderr


def test_input_that_is_not_there_is_wrong_usage_and_makes_no_store(tmp_path: Path) -> None:
    done = kg("build", tmp_path / "nothing.txt", "--store", tmp_path / "store")
    assert done.returncode == 2
    assert "nothing.txt" in done.stderr
    assert not (tmp_path / "store").exists()
