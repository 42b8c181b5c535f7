"""Asking: a question and its parameters to an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query import parameters, tokens
from kg.query.library import Question, named, parse

_QUESTIONS = {"select", "ask", "construct", "describe"}

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


@dataclass(frozen=True, slots=True)
class Asked:
    """A query ready to be evaluated, and the name to call it by in messages."""

    name: str
    text: str


def prepare(question: Question, given: Sequence[str]) -> Asked:
    """The query with its parameters bound; raises QueryError when they do not fit or it reaches out."""
    values = parameters.assignments(given)
    if question.parameters or question.question:
        terms = parameters.bound(question.parameters, values, question.name)
    else:
        terms = parameters.guessed(values)
        unknown = sorted(set(terms) - tokens.parameters(question.text))
        if unknown:
            raise QueryError(f"the query has no parameter: it would be written ${unknown[0]} in it")
    tokens.refuse_reaching_out(question.text)
    return Asked(question.name, tokens.bind(question.text, terms))


def find(name: str, stdin: str | None = None) -> Question:
    """The query meant by a name of the library, a file's path, or `-` for stdin; raises QueryError."""
    if stdin is not None:
        return parse("standard input", "", stdin)
    if name.endswith((".rq", ".sparql")) or "/" in name:
        try:
            return parse(name, "", Path(name).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(f"{name} cannot be read: {error}") from error
    return named(name)


def evaluate(
    store: ox.Store,
    asked: Asked,
    *,
    default_graphs: Sequence[str] = (),
    named_graphs: Sequence[str] = (),
    base: str | None = None,
) -> Answer:
    """The engine's answer; raises QueryError for a malformed query or an update.

    The default graph is the merge of the published releases; `GRAPH ?g` sees each release apart, and
    the quarantine graphs too. Relative IRIs are resolved against the base.
    """
    if tokens.form(asked.text) not in _QUESTIONS:
        raise QueryError(f"{asked.name} is no SELECT, ASK, CONSTRUCT or DESCRIBE; `kg query` only reads")
    try:
        return store.query(
            asked.text,
            base_iri=base,
            default_graph=[ox.NamedNode(iri) for iri in default_graphs] or None,
            named_graphs=[ox.NamedNode(iri) for iri in named_graphs] or None,
        )
    except (SyntaxError, RuntimeError, ValueError) as error:
        raise QueryError(f"{asked.name}: {error}") from error


def rows(answer: Answer) -> list[dict[str, str]]:
    """The rows of a SELECT as strings by column, the empty string where nothing is stated."""
    if not isinstance(answer, ox.QuerySolutions):
        raise QueryError("only SELECT has rows")
    names = [variable.value for variable in answer.variables]
    return [{name: _text(solution[name]) for name in names} for solution in answer]


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else ""
