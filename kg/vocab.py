"""The vocabularies that the graph is written in: namespaces, prefixes, and the codes our terms go by."""

from __future__ import annotations

from typing import Final

BASE: Final = "https://w3id.org/corpevent/"
CE: Final = "https://w3id.org/corpevent/ontology#"
SHAPES: Final = "https://w3id.org/corpevent/shapes#"

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCTERMS: Final = "http://purl.org/dc/terms/"
PROV: Final = "http://www.w3.org/ns/prov#"
OA: Final = "http://www.w3.org/ns/oa#"
SH: Final = "http://www.w3.org/ns/shacl#"

PREFIXES: Final[dict[str, str]] = {
    "ce": CE,
    "dcterms": DCTERMS,
    "oa": OA,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "sh": SH,
    "skos": SKOS,
    "xsd": XSD,
}

# The part a party plays in an event; each is a property of the same name.
EVENT_ROLES: Final = (
    "company",
    "counterparty",
    "buyer",
    "target",
    "seller",
    "person",
    "regulator",
    "lender",
    "investor",
    "plaintiff",
    "defendant",
    "place",
)
