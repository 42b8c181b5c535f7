"""Lets these tests use the small world of the questions' tests, and the processes they start their odd tasks."""

import sys
from pathlib import Path

sys.path += [str(Path(__file__).parents[1] / "queries"), str(Path(__file__).parent)]
