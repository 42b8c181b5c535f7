"""SHACL validation: a report on any graph, and a judgement on each claim of a release."""

from kg.validate.report import Report, Violation, merged
from kg.validate.shapes import Validator
from kg.validate.verdict import Judgement, judge, standard

__all__ = ["Judgement", "Report", "Validator", "Violation", "judge", "merged", "standard"]
