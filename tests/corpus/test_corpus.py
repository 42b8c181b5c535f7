"""Real releases, where they are at hand: KG_SHARED names a folder with corpus/, gold/ and score/.

Nothing of them is part of the project; without the folder these tests are skipped.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg.store import snapshot

KG = [sys.executable, "-m", "kg"]
CE = "https://w3id.org/corpevent/ontology#"
OA = "http://www.w3.org/ns/oa#"
SPANS = f"""
SELECT ?release ?start ?end ?exact {{
  GRAPH ?g {{ ?span <{CE}ofRelease> ?release ; <{OA}start> ?start ; <{OA}end> ?end ; <{OA}exact> ?exact }}
}}"""
TEXTS = f"SELECT ?release ?text {{ GRAPH ?g {{ ?release <{CE}text> ?text }} }}"
# The least mean over all kinds on the labelled releases; they only rise.
MEAN_F1 = 0.92
MEAN_EXACT = 0.87
QUARANTINED = 0.01  # the largest share of claims


@pytest.fixture(scope="module")
def shared() -> Path:
    folder = os.environ.get("KG_SHARED")
    if not folder:
        pytest.skip("KG_SHARED is not set: the corpus and the labelled releases are not part of the project")
    return Path(folder)


@pytest.fixture(scope="module")
def built(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, Any]]]:
    """A store of the whole corpus, and the report on it."""
    folder = tmp_path_factory.mktemp("corpus")
    command = [*KG, "build", str(shared / "corpus" / "releases"), str(shared / "corpus" / "submissions")]
    command += ["--store", str(folder / "store"), "--report", str(folder / "report.jsonl"), "--jobs", "2"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in {0, 1}, done.stderr
    lines = (folder / "report.jsonl").read_text(encoding="utf-8").splitlines()
    return folder / "store", [json.loads(line) for line in lines]


def answers(store: Path, query: str) -> ox.QuerySolutions:
    found = snapshot(store).reader.query(query)
    assert isinstance(found, ox.QuerySolutions)
    return found


def test_the_program_fails_on_no_release(built: tuple[Path, list[dict[str, Any]]]) -> None:
    errors = [line["error"] for line in built[1] if line.get("error")]
    assert not [error for error in errors if "fault of the program" in error]


def test_every_span_gives_its_quote_again(built: tuple[Path, list[dict[str, Any]]]) -> None:
    texts = {row["release"].value: row["text"].value for row in answers(built[0], TEXTS)}
    checked = 0
    for row in answers(built[0], SPANS):
        start, end = int(row["start"].value), int(row["end"].value)
        assert texts[row["release"].value][start:end] == row["exact"].value
        checked += 1
    assert checked > 0


def test_hardly_any_claim_is_quarantined(built: tuple[Path, list[dict[str, Any]]]) -> None:
    claims = sum(sum(line["claims"].values()) for line in built[1] if line.get("claims"))
    violations = sum(len(line["violations"]) for line in built[1] if line.get("violations"))
    assert claims > 0
    assert violations <= QUARANTINED * claims


def test_the_labelled_releases_are_read_well_enough(shared: Path, tmp_path: Path) -> None:
    result = tmp_path / "score.json"
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    command = [str(shared / "score" / "run"), "--json", str(result)]
    done = subprocess.run(command, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    score = json.loads(result.read_text(encoding="utf-8"))
    assert score["mean"]["F1"] >= MEAN_F1
    assert score["mean"]["exact"] >= MEAN_EXACT


def test_no_text_of_the_corpus_stands_in_the_project(shared: Path) -> None:
    checker = shared / "checks" / "copied_text.py"
    if not checker.exists():
        pytest.skip("KG_SHARED has no checks/copied_text.py")
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, str(checker), str(root)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
