"""Questions: the named ones, a stranger's, and their answers."""

from kg.query.answers import Answer, Asked, evaluate, find, prepare, rows
from kg.query.library import Question, library, named
from kg.query.times import Known, known

__all__ = ["Answer", "Asked", "Known", "Question", "evaluate", "find", "known", "library", "named", "prepare", "rows"]
