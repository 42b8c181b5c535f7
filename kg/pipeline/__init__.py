"""The whole line: inputs to a store."""

from kg.pipeline.build import Summary, build, remove, writing
from kg.pipeline.reading import Outcome, Reading
from kg.pipeline.report import report_lines

__all__ = ["Outcome", "Reading", "Summary", "build", "remove", "report_lines", "writing"]
