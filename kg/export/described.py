"""What a dump is, said in VoID and DCAT: the same content gives the same bytes, and no clock is asked."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg import __version__
from kg.export.lines import triples
from kg.store.places import AnySnapshot
from kg.vocab import CE, DCTERMS, PREFIXES, RDF, XSD

VOID: Final = "http://rdfs.org/ns/void#"
DCAT: Final = "http://www.w3.org/ns/dcat#"
_MEDIA: Final = {
    "nquads": "application/n-quads",
    "trig": "application/trig",
    "jsonld": "application/ld+json",
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "rdfxml": "application/rdf+xml",
    "graphml": "application/graphml+xml",
    "gexf": "application/gexf+xml",
}
_DATASET = ox.NamedNode("urn:kg:dataset")
_Said = list[tuple[ox.NamedNode, str, ox.NamedNode | ox.Literal]]


def description(snapshot: AnySnapshot, form: str, dump: Path | None) -> bytes:
    """Turtle: triples, entities, classes and properties of the merged releases, and the dump as a distribution."""
    classes: Counter[str] = Counter()
    properties: Counter[str] = Counter()
    subjects: set[str] = set()
    for line in triples(snapshot):
        subject, predicate, value = line.removesuffix(" .").split(" ", 2)
        subjects.add(subject)
        properties[predicate[1:-1]] += 1
        if predicate == f"<{RDF}type>":
            classes[value[1:-1]] += 1
    said: _Said = [(_DATASET, f"{RDF}type", ox.NamedNode(f"{kind}Dataset")) for kind in (VOID, DCAT)]
    said += [
        (_DATASET, f"{DCTERMS}title", ox.Literal("Corporate events from press releases")),
        (_DATASET, f"{DCTERMS}creator", ox.Literal(f"kg {__version__}")),
        (_DATASET, f"{VOID}vocabulary", ox.NamedNode(CE)),
        (_DATASET, f"{VOID}triples", _number(properties.total())),
        (_DATASET, f"{VOID}distinctSubjects", _number(len(subjects))),
        (_DATASET, f"{VOID}classes", _number(len(classes))),
        (_DATASET, f"{VOID}properties", _number(len(properties))),
    ]
    said += _partitions("class", "classPartition", "entities", classes)
    said += _partitions("property", "propertyPartition", "triples", properties)
    if dump is not None:
        said += _distribution(form, dump)
    every = [ox.Triple(subject, ox.NamedNode(predicate), value) for subject, predicate, value in said]
    prefixes = {**PREFIXES, "void": VOID, "dcat": DCAT}
    written = ox.serialize(sorted(every, key=str), format=ox.RdfFormat.TURTLE, prefixes=prefixes)
    assert written is not None
    return written


def _partitions(of: str, by: str, counted: str, counts: Counter[str]) -> _Said:
    said: _Said = []
    for term, count in sorted(counts.items()):
        part = ox.NamedNode(f"{_DATASET.value}:{of}:{sha256(term.encode()).hexdigest()[:12]}")
        said += [
            (_DATASET, f"{VOID}{by}", part),
            (part, f"{VOID}{of}", ox.NamedNode(term)),
            (part, f"{VOID}{counted}", _number(count)),
        ]
    return said


def _distribution(form: str, dump: Path) -> _Said:
    """The dump as one file; a folder of tables has no size and no media type of its own."""
    node = ox.NamedNode(f"{_DATASET.value}:dump")
    said: _Said = [
        (_DATASET, f"{DCAT}distribution", node),
        (node, f"{RDF}type", ox.NamedNode(f"{DCAT}Distribution")),
        (node, f"{DCTERMS}title", ox.Literal(dump.name)),
    ]
    if dump.is_file():
        said.append((node, f"{DCAT}byteSize", _number(dump.stat().st_size)))
    if form in _MEDIA:
        media = ox.NamedNode(f"https://www.iana.org/assignments/media-types/{_MEDIA[form]}")
        said.append((node, f"{DCAT}mediaType", media))
    return said


def _number(value: int) -> ox.Literal:
    return ox.Literal(str(value), datatype=ox.NamedNode(f"{XSD}integer"))
