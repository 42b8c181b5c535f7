"""A store as files, equal for equal content."""

from kg.export.described import description
from kg.export.files import FORMATS, export
from kg.export.rdf import GRAPHS

__all__ = ["FORMATS", "GRAPHS", "description", "export"]
