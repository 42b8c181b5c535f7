"""From named inputs to documents."""

from __future__ import annotations

from kg.read.archives import Raw
from kg.read.inputs import releases
from kg.read.reading import Reading, read, reading

__all__ = ["Raw", "Reading", "read", "reading", "releases"]
