"""The wheel carries the package, its data, and the folders that stand beside it in a checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from source import PACKAGE, ROOT

BESIDE = {"ontology": "ontology", "shapes": "shapes", "queries": "queries", "releases": "tests/releases"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built anew."""
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = target.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    """What the wheel holds."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize(("inside", "beside"), BESIDE.items())
def test_the_wheel_carries_the_folder(names: set[str], inside: str, beside: str) -> None:
    for path in sorted((ROOT / beside).rglob("*")):
        if path.is_file():
            assert f"kg/_resources/{inside}/{path.relative_to(ROOT / beside).as_posix()}" in names


def test_the_wheel_carries_the_package_with_its_data(names: set[str]) -> None:
    for path in sorted(PACKAGE.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            assert path.relative_to(ROOT).as_posix() in names


def test_the_wheel_carries_no_tests(names: set[str]) -> None:
    assert not [name for name in names if name.startswith("tests/") or "/test_" in name]


def test_the_demo_runs_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    script = "import sys, kg; from kg.cli import main; print(kg.__file__); sys.exit(main(['demo']))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(tmp_path / "site"))
    assert "What to try next" in done.stdout
