"""The sample releases, built once for all golden tests."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import pytest

from kg import pipeline, resources
from kg import query as questions
from kg.query import formats
from kg.store import snapshot
from kg.vocab import BASE

sys.path.insert(0, str(Path(__file__).parent))

from compare import KINDS

Rows = dict[tuple[str, str], list[dict[str, str]]]


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of all sample releases."""
    folder = tmp_path_factory.mktemp("golden") / "store"
    summary = pipeline.build([str(resources.folder("releases"))], folder, base=BASE)
    assert summary.unreadable == 0
    return folder


def table(store: Path, question: questions.Question) -> list[dict[str, str]]:
    """The answer to a question as rows."""
    answer = questions.evaluate(snapshot(store).reader, questions.prepare(question, []))
    out = io.BytesIO()
    formats.write(answer, "csv", out)
    return list(csv.DictReader(io.StringIO(out.getvalue().decode("utf-8"), newline="")))


@pytest.fixture(scope="session")
def texts(store: Path) -> dict[str, str]:
    """The canonical text of each release by its IRI."""
    asked = "PREFIX ce: <https://w3id.org/corpevent/ontology#> SELECT ?release ?text { ?release ce:text ?text }"
    return {row["release"]: row["text"] for row in table(store, questions.find("-", asked))}


@pytest.fixture(scope="session")
def rows(store: Path) -> Rows:
    """The rows of the contract queries by query and source."""
    found: Rows = {}
    for name in ("releases", *KINDS):
        for row in table(store, questions.named(name)):
            found.setdefault((name, row["source"]), []).append(row)
    return found
