"""Lets the tests of the store share their tiny releases without being a package."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
