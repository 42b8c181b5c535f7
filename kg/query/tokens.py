"""SPARQL text as tokens: enough to bind parameters and to refuse what would reach out of the store.

Source: the terminals of SPARQL 1.1, section 19.8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.errors import QueryError

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n\r]*)
      | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
      | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
                 | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
      | (?P<variable>[?$]\w+)
      | (?P<word>[\w.\-%\\:~]+)
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_OUTSIDE = re.compile(r"service", re.IGNORECASE)
_PROLOGUE = {"base", "prefix", "version"}


def tokens(query: str) -> Iterator[tuple[str, str]]:
    """The tokens of a query in order, as (kind, text); joined they are the query again."""
    for match in _TOKEN.finditer(query):
        yield match.lastgroup or "other", match.group()


def bind(query: str, values: Mapping[str, str]) -> str:
    """The query with each `$name` replaced by its value, a term in SPARQL syntax.

    Only whole variables written with `$` are replaced; strings, IRIs and comments stay as they are.
    """
    return "".join(
        values.get(text[1:], text) if kind == "variable" and text[0] == "$" else text for kind, text in tokens(query)
    )


def parameters(query: str) -> set[str]:
    """The names that the query writes as `$name`."""
    return {text[1:] for kind, text in tokens(query) if kind == "variable" and text[0] == "$"}


def form(query: str) -> str:
    """The keyword that says what the query does, in lower case: select, ask, construct, describe, insert …"""
    for kind, text in tokens(query):
        if kind == "word" and ":" not in text and text.lower() not in _PROLOGUE:
            return text.lower()
    return ""


def refuse_reaching_out(query: str) -> None:
    """Raise QueryError when a query asks other servers: a question is answered from the store alone.

    The engine reads `SERVICE:x` as the keyword and a name, so the letters count wherever a keyword
    could stand; they may stand in strings, IRIs, comments, variables and after a prefix.
    """
    for kind, text in tokens(query):
        if kind == "word" and _OUTSIDE.search(text.partition(":")[0]):
            raise QueryError("SERVICE is refused: a query is answered from the store alone")
