"""Asking a server instead of a database of our own."""

from __future__ import annotations

import pyoxigraph as ox

from kg.query import tokens
from kg.query.answers import Answer, Asked, evaluate
from kg.store.places import AnySnapshot
from kg.store.remote import RemoteSnapshot


def answered(snapshot: AnySnapshot, asked: Asked) -> Answer:
    """The answer of a store wherever it is; a server evaluates the query itself, if it is exact.

    One that is not, such as Virtuoso 7, only keeps the graphs: they are copied here and asked here.
    Raises QueryError for a malformed query, and StoreError when the server cannot be had.
    """
    if not isinstance(snapshot, RemoteSnapshot) or not snapshot.server.exact:
        return evaluate(snapshot.reader, asked)
    if tokens.form(asked.text) in {"select", "ask"}:
        return snapshot.server.table(asked.text)
    found = ox.Store()
    found.extend(
        ox.Quad(triple.subject, triple.predicate, triple.object) for triple in snapshot.server.graph(asked.text)
    )
    return evaluate(found, Asked(asked.name, "CONSTRUCT WHERE { ?s ?p ?o }"))
