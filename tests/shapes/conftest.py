"""Lets the tests of the shapes use the sample claims of the tests of the graph."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "graph"))
