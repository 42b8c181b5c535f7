"""The same parse, validation and query done by plain rdflib and pySHACL, in the same run, as ratios."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pyoxigraph as ox
import pyshacl
from rdflib import Dataset, Graph

from kg import resources
from kg.query import named
from kg.validate import standard

MOST = 60  # releases compared: rdflib takes minutes for a thousand
QUESTION = "customers"


def compare(graphs: list[list[str]]) -> None:
    """Print a table of seconds for our way and the plain one, on the first graphs."""
    some = graphs[:MOST]
    quads = "".join(f"{line}\n" for lines in some for line in lines)
    store, plain = ox.Store(), Dataset()
    ours = [("parse", spent(lambda: load(store, quads)))]
    theirs = [spent(lambda: plain.parse(data=quads, format="nquads"))]
    ours.append(("validate", spent(lambda: [standard().validate(triples(lines)) for lines in some])))
    theirs.append(spent(lambda: validate_whole(some)))
    question = named(QUESTION).text
    ours.append((f"query ({QUESTION})", spent(lambda: list(store.query(question)))))
    theirs.append(spent(lambda: list(plain.query(question))))
    print(f"Against plain rdflib and pySHACL, on {len(some)} of these releases:\n")
    print("| work | kg, s | plain, s | ratio |\n|---|---:|---:|---:|")
    for (name, mine), other in zip(ours, theirs, strict=True):
        print(f"| {name} | {mine:.3f} | {other:.3f} | {other / mine:.1f} |")
    print()


def spent(work: Callable[[], Any]) -> float:
    """Seconds of processor time that a piece of work takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


def load(store: ox.Store, quads: str) -> None:
    """Bring quads into an Oxigraph store, as the embedded store does for a fresh build."""
    store.bulk_load(quads.encode(), format=ox.RdfFormat.N_QUADS)


def triples(lines: list[str]) -> Graph:
    """The graph of one release, its name left out."""
    graph = Graph()
    graph.parse(data="".join(f"{line.rsplit(' <', 1)[0]} .\n" for line in lines), format="nt")
    return graph


def validate_whole(graphs: list[list[str]]) -> None:
    """All releases in one graph, judged in one call: what a script of ten lines does."""
    whole = triples([line for lines in graphs for line in lines])
    shapes, ontology = Graph(), Graph()
    for folder, graph in (("shapes", shapes), ("ontology", ontology)):
        for text in resources.texts(folder, "*.ttl").values():
            graph.parse(data=text, format="turtle")
    pyshacl.validate(whole, shacl_graph=shapes, ont_graph=ontology, inference="none")
