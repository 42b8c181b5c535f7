"""Lets these tests use the small world of the questions' tests."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "queries"))
