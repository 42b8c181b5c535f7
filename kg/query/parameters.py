"""The parameters of a query: typed, with a default, and bound as terms, never as text."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass

from kg.errors import QueryError, SettingsError
from kg.triples import terms
from kg.vocab import XSD

_LINE = re.compile(r"(?P<name>[a-z_]+) (?P<type>[a-z]+)(?: (?P<default>\"[^\"]*\"|[^\s—]+))? — (?P<meaning>.+)")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^<>\"{}|\\^`\x00-\x20]+")
_FORMS = {
    "text": re.compile(r"[^\x00]*", re.DOTALL),
    "date": re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?"),
    "number": re.compile(r"[+-]?\d+(?:\.\d+)?"),
    "integer": re.compile(r"[+-]?\d+"),
    "iri": _IRI,
}
_EXAMPLES = {
    "text": "any words",
    "date": "2004, 2004-06 or 2004-06-30",
    "number": "12.5",
    "integer": "3",
    "iri": "https://w3id.org/corpevent/id/company/alder-instruments-inc",
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One `#+ params: name type default — meaning` line. Dates bind as strings: partial ones compare so."""

    name: str
    type: str  # text | date | number | integer | iri
    default: str | None  # None: must be given
    meaning: str

    @classmethod
    def parse(cls, query: str, line: str) -> Parameter:
        """The parameter a header line declares; raises SettingsError when it is malformed."""
        match = _LINE.fullmatch(line)
        if match is None or match["type"] not in _FORMS:
            wanted = "name type default — meaning"
            raise SettingsError(f"query {query}: '#+ params: {line}' is not of the form '{wanted}'")
        default = match["default"]
        if default is not None and default.startswith('"'):
            default = shlex.split(default)[0]
        parameter = cls(match["name"], match["type"], default, match["meaning"])
        if default:
            parameter.term(default)
        return parameter

    def term(self, value: str) -> str:
        """The value as an RDF term in SPARQL syntax; raises QueryError when it is not of the type."""
        value = value.removeprefix("<").removesuffix(">") if self.type == "iri" else value
        if not _FORMS[self.type].fullmatch(value):
            example = _EXAMPLES[self.type]
            raise QueryError(f"{self.name}={value} is no {self.type}; write for example {example}")
        if self.type == "iri":
            return terms.iri(value)
        if self.type in {"number", "integer"}:
            return f'"{value}"^^<{XSD}{"integer" if self.type == "integer" else "decimal"}>'
        return terms.text(value)


def assignments(given: Sequence[str]) -> dict[str, str]:
    """`key=value` arguments as a mapping; raises QueryError for one that is not of that form."""
    found: dict[str, str] = {}
    for each in given:
        key, equals, value = each.partition("=")
        if not equals or not key:
            raise QueryError(f"a parameter is given as key=value, not {each!r}")
        found[key] = value
    return found


def bound(parameters: Sequence[Parameter], given: dict[str, str], query: str) -> dict[str, str]:
    """The terms of a query's parameters, with defaults; raises QueryError for unknown or missing ones."""
    names = [parameter.name for parameter in parameters]
    for key in given:
        if key not in names:
            takes = f"it takes {', '.join(names)}" if names else "it takes none"
            raise QueryError(f"{query} has no parameter {key!r}; {takes}")
    values = {}
    for parameter in parameters:
        value = given.get(parameter.name, parameter.default)
        if value is None:
            message = f"{query} needs -p {parameter.name}=…: {parameter.meaning}"
            raise QueryError(message)
        values[parameter.name] = parameter.term(value)
    return values


def guessed(given: dict[str, str]) -> dict[str, str]:
    """The terms of a stranger's parameters: `<…>` is an IRI, everything else a string."""
    return {key: terms.iri(value[1:-1]) if _bracketed(value) else terms.text(value) for key, value in given.items()}


def _bracketed(value: str) -> bool:
    return value.startswith("<") and value.endswith(">") and _IRI.fullmatch(value[1:-1]) is not None
