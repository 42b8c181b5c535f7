"""The help of every verb ends with a real example, and the examples run."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from source import ROOT
from typer.main import get_command

from kg.cli.app import VERBS as MODULES
from kg.cli.app import application

EXAMPLE = re.compile(r"Example: (kg .+)\s*\Z", re.DOTALL)
CONTRACT = {"build", "remove", "query", "queries", "validate", "explain", "export", "serve", "fetch", "demo"}
VERBS = tuple(get_command(application()).commands)
STAYS = "serve"  # runs until it is ended
REACHES_OUT = "fetch"  # needs the network
RELEASE = """Alder Instruments Moves Pump Assembly to Erie

ROCHESTER, N.Y., March 3, 2021 -- Alder Instruments, Inc. (NYSE: ALD) today reported net income of $1.2 million,
or $0.10 per share, on revenue of $15.5 million for the fourth quarter ended December 31, 2020.

Alder will relocate pump assembly from Rochester, New York, to Erie, Pennsylvania, by June 2021. Corvane Pumps Ltd.
accounted for 45% of Alder's revenue in 2020.
"""


def kg(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A finished run of the command."""
    command = [sys.executable, "-m", "kg", *words]
    wide = {**os.environ, "COLUMNS": "300"}  # help is not to be folded inside an example
    return subprocess.run(command, cwd=folder, env=wide, capture_output=True, text=True, check=False, timeout=120)


@cache
def help_of(verb: str) -> str:
    """What a verb says of itself; of the whole command for none."""
    return kg(*verb.split(), "--help", folder=ROOT).stdout.strip()


def example(verb: str) -> str:
    """The example that ends a verb's help, on one line."""
    shown = help_of(verb)
    found = EXAMPLE.search(shown)
    assert found, f"the help of {verb} ends without an example: {shown[-200:]}"
    return " ".join(found[1].split())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a release and the store built from it, as the examples suppose."""
    folder = tmp_path_factory.mktemp("help")
    (folder / "releases").mkdir()
    (folder / "releases" / "alder-2021-03-03.txt").write_text(RELEASE, encoding="utf-8")
    done = kg("build", "releases", folder=folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_the_verbs_of_the_contract_are_there() -> None:
    assert set(VERBS) >= CONTRACT
    assert set(re.findall(r"^ +([a-z]+)  ", help_of(""), re.MULTILINE)) == set(VERBS)


def test_every_verb_is_found_in_the_module_that_adds_it() -> None:
    assert {verb: tuple(get_command(application(verb)).commands) for verb in VERBS} == {
        verb: tuple(each for each in VERBS if MODULES[each] == MODULES[verb]) for verb in VERBS
    }


def test_a_question_loads_no_rules_for_reading() -> None:
    program = "import sys; from kg.cli import main; main(['queries']); print('kg.extract' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


@pytest.mark.parametrize("verb", VERBS)
def test_the_example_is_of_its_own_verb(verb: str) -> None:
    assert re.search(rf"\bkg {verb}\b", example(verb))


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb not in {STAYS, REACHES_OUT}])
def test_the_example_runs(verb: str, built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(built, folder)
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    command = ["sh", "-c", example(verb)]
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("verb", [STAYS, REACHES_OUT])
def test_the_example_that_cannot_run_here_names_real_options(verb: str) -> None:
    shown = help_of(verb)
    options = [word.split("=")[0] for word in shlex.split(example(verb)) if word.startswith("-")]
    assert all(option in shown.partition("Example:")[0] for option in options)
