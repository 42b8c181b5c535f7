"""RDF terms as N-Triples text, in canonical lexical forms, escaped; and back as rdflib terms."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from rdflib import Literal, URIRef
from rdflib.term import Node

from kg.model import PartialDate
from kg.vocab import CE, XSD

_ESCAPES = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)} | {
    ord("\b"): "\\b",
    ord("\t"): "\\t",
    ord("\n"): "\\n",
    ord("\f"): "\\f",
    ord("\r"): "\\r",
    ord('"'): '\\"',
    ord("\\"): "\\\\",
}
_ESCAPED = re.compile(r'\\(?:u([0-9A-F]{4})|([btnfr"\\]))')
_PLAIN = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_DATE_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}


def iri(value: str) -> str:
    """The IRI in angle brackets. It must be well formed: ours are minted so."""
    return f"<{value}>"


def ce(name: str) -> str:
    """A term of our vocabulary."""
    return f"<{CE}{name}>"


def text(value: str) -> str:
    """A plain string, escaped."""
    return f'"{value.translate(_ESCAPES)}"'


def typed(value: str, datatype: str) -> str:
    """A literal of an XSD datatype; the lexical form needs no escape."""
    return f'"{value}"^^<{XSD}{datatype}>'


def boolean(value: bool) -> str:
    """`true` or `false`."""
    return typed("true" if value else "false", "boolean")


def integer(value: int) -> str:
    """A whole number."""
    return typed(str(value), "integer")


def number(value: Decimal) -> str:
    """A decimal in canonical form: no exponent, no needless zero, no minus zero.

    >>> number(Decimal("1.550E+7"))
    '"15500000"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    """
    plain = format(value, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return typed("0" if plain in {"-0", ""} else plain, "decimal")


def date(value: PartialDate) -> str:
    """A date as precise as it was stated: xsd:gYear, xsd:gYearMonth or xsd:date.

    A day that no calendar has becomes a plain string, which the shapes then refuse.
    """
    lexical = str(value)
    try:
        dt.date(value.year, value.month or 1, value.day or 1)
    except ValueError:
        return text(lexical)
    return typed(lexical, _DATE_TYPES[len(lexical)])


def node(term: str) -> Node:
    """The rdflib term of N-Triples text that this module wrote; lexical forms are kept as they are."""
    if term.startswith("<"):
        return URIRef(term[1:-1])
    quoted, _, datatype = term.rpartition('"')
    lexical = quoted[1:]
    if "\\" in lexical:
        lexical = _ESCAPED.sub(_unescaped, lexical)
    if datatype:
        return Literal(lexical, datatype=URIRef(datatype[3:-1]), normalize=False)
    return Literal(lexical)


def _unescaped(match: re.Match[str]) -> str:
    code, letter = match.groups()
    return chr(int(code, 16)) if code else _PLAIN[letter]
