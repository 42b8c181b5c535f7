"""The named queries: one question a file, with its parameters and columns in the header."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from kg import resources
from kg.errors import QueryError, SettingsError
from kg.query.parameters import Parameter

_HEADER = re.compile(r"#\+ *(\w+): *(.*)")


@dataclass(frozen=True, slots=True)
class Question:
    """A query with what its header says of it. A stranger's query has no header: no name, no parameters."""

    name: str
    topic: str
    text: str
    question: str = ""
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[str, ...] = ()


def parse(name: str, topic: str, text: str) -> Question:
    """The query of a file; raises SettingsError when its header is malformed."""
    headers: dict[str, list[str]] = {}
    for line in text.splitlines():
        match = _HEADER.fullmatch(line.strip())
        if match:
            headers.setdefault(match[1], []).append(match[2].strip())
        elif line.strip() and not line.startswith("#"):
            break
    columns = [each.strip() for line in headers.get("columns", ()) for each in line.split(",")]
    return Question(
        name=name,
        topic=topic,
        text=text,
        question=" ".join(headers.get("question", ())),
        parameters=tuple(Parameter.parse(name, line) for line in headers.get("params", ())),
        columns=tuple(each for each in columns if each),
    )


def library() -> dict[str, Question]:
    """Every named query by name, sorted; raises SettingsError when two files bear one name."""
    found: dict[str, Question] = {}
    for path, text in resources.texts("queries", "*.rq").items():
        place = PurePosixPath(path)
        question = parse(place.stem, place.parent.as_posix(), text)
        if place.stem in found:
            other = f"{found[place.stem].topic}/{place.name}"
            raise SettingsError(f"two queries are named {place.stem}: {other} and {path}")
        found[place.stem] = question
    return dict(sorted(found.items()))


def named(name: str) -> Question:
    """The query of that name; raises QueryError with the nearest names when there is none."""
    known = library()
    if name not in known:
        near = ", ".join(sorted(known, key=lambda each: (-_likeness(each, name), each))[:3])
        raise QueryError(f"there is no query {name!r}; near it: {near} (`kg queries` lists all)")
    return known[name]


def _likeness(left: str, right: str) -> int:
    pairs = {left[at : at + 2] for at in range(len(left))}
    return len(pairs & {right[at : at + 2] for at in range(len(right))})
