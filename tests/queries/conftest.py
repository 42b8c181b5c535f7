"""Lets the tests of the questions share their small set of releases without being a package."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
