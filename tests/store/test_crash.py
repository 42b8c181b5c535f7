"""A build that dies at any step and is run again ends in the same store as one that was left in peace."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from test_store import agrees, files

SCRIPT = Path(__file__).parent / "crash.py"
SEED = 20_030_505


def run(folder: Path, step: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), str(folder), str(step)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def peace(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """The undisturbed store, and how many steps it took."""
    folder = tmp_path_factory.mktemp("peace") / "store"
    done = run(folder, 0)
    assert done.returncode == 0, done.stderr
    return folder, int(done.stdout)


@pytest.mark.parametrize("draw", range(10))
def test_killed_at_a_random_step_and_run_again_it_ends_the_same(
    draw: int, peace: tuple[Path, int], tmp_path: Path
) -> None:
    undisturbed, steps = peace
    step = random.Random(SEED + draw).randint(1, steps)
    folder = tmp_path / "store"
    killed = run(folder, step)
    assert killed.returncode == -signal.SIGKILL
    again = run(folder, 0)
    assert again.returncode == 0, again.stderr
    assert files(folder) == files(undisturbed)
    assert (folder / "manifest.jsonl").read_bytes() == (undisturbed / "manifest.jsonl").read_bytes()
    assert {path.name for path in (folder / "objects").rglob("*.nq")} == {
        path.name for path in (undisturbed / "objects").rglob("*.nq")
    }
    agrees(folder)


def test_a_line_cut_short_in_the_journal_does_not_count(peace: tuple[Path, int], tmp_path: Path) -> None:
    folder = tmp_path / "store"
    assert run(folder, 0).returncode == 0
    with (folder / "manifest.jsonl").open("ab") as journal:
        journal.write(b'{"source": "9.txt", "sha')
    assert files(folder) == files(peace[0])
    assert run(folder, 0).returncode == 0
    assert files(folder) == files(peace[0])
