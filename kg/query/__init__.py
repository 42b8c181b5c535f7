"""Questions: the named ones, a stranger's, and their answers."""

from kg.query.answers import Answer, Asked, evaluate, find, prepare, rows
from kg.query.library import Question, library, named

__all__ = ["Answer", "Asked", "Question", "evaluate", "find", "library", "named", "prepare", "rows"]
