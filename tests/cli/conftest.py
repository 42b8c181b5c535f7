"""Lets these tests use the small world of the questions' tests and the servers of the store's."""

import sys
from pathlib import Path

for name in ("queries", "store"):
    sys.path.insert(0, str(Path(__file__).parents[1] / name))
