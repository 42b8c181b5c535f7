"""Lets the tests of identity share their readers without being a package."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
