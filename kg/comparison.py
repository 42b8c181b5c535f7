"""Two stores or dumps side by side: which claims only one of them has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError
from kg.store import snapshot
from kg.vocab import CE, OA, PROV, RDF, RDFS

_TYPE, _LABEL = f"{RDF}type", f"{RDFS}label"
_MAIN, _SOURCE, _RELEASE = f"{CE}mainEvidence", f"{CE}source", f"{CE}ofRelease"
_NOT_SAID = {_TYPE, f"{CE}evidence", _MAIN, f"{PROV}wasGeneratedBy", f"{CE}rule", f"{CE}confidence", f"{CE}negated"}
Nodes = Mapping[str, Mapping[str, tuple[str, ...]]]  # subject -> predicate -> objects, plain text


@dataclass(frozen=True, slots=True, order=True)
class Stated:
    """A claim as it is shown: where it stands, what kind it is, what it says, its quote."""

    source: str
    start: int
    end: int
    kind: str
    says: tuple[tuple[str, str], ...]
    quote: str
    claim: str

    def __str__(self) -> str:
        said = ", ".join(f"{name} {value}" for name, value in self.says)
        return f"{self.kind}: {said}  ({self.source} [{self.start}:{self.end}])  {self.claim}"


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs. `others` counts the triples that belong to no claim that differs."""

    added: tuple[Stated, ...]
    removed: tuple[Stated, ...]
    changed: tuple[tuple[Stated, Stated], ...]
    others: int

    @property
    def any(self) -> bool:
        """Whether there is a difference at all."""
        return bool(self.added or self.removed or self.changed or self.others)

    def record(self) -> dict[str, object]:
        """The difference as JSON can hold it."""
        return {
            "added": [_record(each) for each in self.added],
            "removed": [_record(each) for each in self.removed],
            "changed": [{"from": _record(old), "to": _record(new)} for old, new in self.changed],
            "others": self.others,
        }


def _record(claim: Stated) -> dict[str, object]:
    return {**asdict(claim), "says": dict(claim.says)}


def compare(left: str, right: str) -> Difference:
    """What changes from one store or dump to another, published graphs alone.

    A dump of the merged graph can be compared with one of its like. Raises InputError or StoreError for
    what cannot be read.
    """
    old, new = _read(left), _read(right)
    claims = {name: (_block(old, name), _block(new, name)) for name in {*_claims(old), *_claims(new)}}
    differing = {name for name, (before, after) in claims.items() if before != after}
    gone = sorted(_stated(old, name) for name in differing if not claims[name][1])
    come = sorted(_stated(new, name) for name in differing if not claims[name][0])
    both = sorted((_stated(old, name), _stated(new, name)) for name in differing if all(claims[name]))
    others = {triple for triple in _triples(old) ^ _triples(new) if triple[0] not in differing}
    return Difference(tuple(come), tuple(gone), tuple(both), len(others))


def _read(name: str) -> Nodes:
    path = Path(name)
    if path.is_dir():
        return _nodes(_of_store(path))
    form = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if not path.is_file() or form is None:
        raise InputError(f"{name} is neither a store's folder nor an RDF file (.nq, .trig, .nt, .ttl, .jsonld, .rdf)")
    try:
        return _nodes(ox.parse(path=path, format=form))
    except (SyntaxError, OSError) as error:
        raise InputError(f"{name} cannot be read: {error}") from error


def _of_store(folder: Path) -> Iterator[ox.Quad]:
    for _, lines in snapshot(folder).graphs():
        yield from ox.parse("\n".join(lines), format=ox.RdfFormat.N_QUADS)


def _nodes(quads: Iterable[ox.Quad]) -> Nodes:
    nodes: dict[str, dict[str, set[str]]] = {}
    for quad in quads:
        graph = getattr(quad.graph_name, "value", "")
        if not graph.endswith(("/quarantine", "graph/identity", "graph/merged")):
            nodes.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, set()).add(_plain(quad.object))  # type: ignore[union-attr]
    return {
        subject: {name: tuple(sorted(values)) for name, values in sorted(node.items())}
        for subject, node in nodes.items()
    }


def _plain(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def _claims(nodes: Nodes) -> list[str]:
    return [subject for subject, node in nodes.items() if _MAIN in node]


def _block(nodes: Nodes, claim: str) -> list[tuple[str, tuple[str, ...]]]:
    return list(nodes.get(claim, {}).items())


def _triples(nodes: Nodes) -> set[tuple[str, str, str]]:
    return {
        (subject, name, value) for subject, node in nodes.items() for name, values in node.items() for value in values
    }


def _stated(nodes: Nodes, claim: str) -> Stated:
    node = nodes[claim]
    span = nodes.get(node[_MAIN][0], {})
    release = nodes.get(_first(span, _RELEASE), {})
    kinds = [kind.rpartition("#")[2] for kind in node.get(_TYPE, ())]
    says = tuple(
        (name.rpartition("#")[2], _first(nodes.get(value, {}), _LABEL) or value)
        for name, values in node.items()
        if name not in _NOT_SAID
        for value in values
    )
    return Stated(
        source=_first(release, _SOURCE),
        start=int(_first(span, f"{OA}start") or 0),
        end=int(_first(span, f"{OA}end") or 0),
        kind=next((kind for kind in kinds if kind != "CorporateEvent"), "Claim"),
        says=says,
        quote=_first(span, f"{OA}exact"),
        claim=claim,
    )


def _first(node: Mapping[str, tuple[str, ...]], name: str) -> str:
    return node.get(name, ("",))[0]
