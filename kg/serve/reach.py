"""What a query or an update may reach: the store, and the hosts that SERVICE is allowed to ask."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from urllib.parse import urlsplit

from kg.errors import QueryError
from kg.query import tokens

_BLANK = {" ", "\t", "\r", "\n"}


def check(text: str, allowed: Collection[str]) -> None:
    """Raise QueryError for SERVICE to a host that is not allowed, and for LOAD."""
    words = [(kind, part) for kind, part in tokens.tokens(text) if kind != "comment" and part not in _BLANK]
    for at, (kind, part) in enumerate(words):
        if kind != "word":
            continue
        name = part.partition(":")[0].lower()
        if name == "load":
            raise QueryError("LOAD is refused: send the graph itself, with the Graph Store Protocol")
        if "service" in name:
            _check_service(words[at:], allowed)


def _check_service(words: Sequence[tuple[str, str]], allowed: Collection[str]) -> None:
    """The tokens from SERVICE on. Only a whole IRI says where it leads; a variable or a prefix does not."""
    rest = words[1:]
    if rest and rest[0][1].lower() == "silent":
        rest = rest[1:]
    if words[0][1].lower() == "service" and rest and rest[0][0] == "iri" and _host(rest[0][1][1:-1]) in allowed:
        return
    hosts = f"; allowed are {', '.join(sorted(allowed))}" if allowed else ": a query is answered from the store alone"
    raise QueryError(f"SERVICE is refused{hosts}")


def _host(iri: str) -> str:
    """The host with its port as it is written; the empty string for what is no plain web address."""
    try:
        parts = urlsplit(iri)
    except ValueError:
        return ""
    plain = parts.scheme in {"http", "https"} and "@" not in parts.netloc and "\\" not in iri
    return parts.netloc.lower() if plain else ""


def using(update: str, default: Sequence[str], named: Sequence[str]) -> str:
    """The update with the protocol's data set as USING clauses of each operation that has a WHERE.

    Raises QueryError when the update names a data set itself, as the protocol demands.
    """
    if not default and not named:
        return update
    for graph in (*default, *named):
        if not tokens.bind(f"<{graph}>", {}) or next(tokens.tokens(f"<{graph}>"))[1] != f"<{graph}>":
            raise QueryError(f"{graph} is no IRI")
    clauses = " ".join([*(f"USING <{graph}>" for graph in default), *(f"USING NAMED <{graph}>" for graph in named)])
    out: list[str] = []
    depth = 0
    last = ""
    deleting = False  # DELETE WHERE takes no USING: its pattern is written twice
    start = 0
    for kind, part in tokens.tokens(update):
        out.append(part)
        word = part.lower() if kind == "word" and depth == 0 else ""
        if word in {"using", "with"}:
            raise QueryError("the update names its graphs itself, and the request names them too: leave out one")
        if word == "where":
            deleting = last == "delete"
            start = len(out)
            if not deleting:
                out[-1] = f"{clauses} {part}"
        depth += (kind == "other" and part == "{") - (kind == "other" and part == "}")
        if deleting and part == "}" and depth == 0:
            pattern = "".join(out[start:])
            out[start - 1 :] = [f"{pattern} {clauses} WHERE {pattern}"]
            deleting = False
        last = word or last if part.isspace() else word
    return "".join(out)
