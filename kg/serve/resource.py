"""What is known of one thing, as a page or as RDF: its claims, each beside the words it is taken from."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import InputError, QueryError
from kg.explain import Statement, explain
from kg.serve import pages
from kg.serve.negotiation import graph_bytes
from kg.serve.refusals import MissingError
from kg.vocab import CE, RDF, RDFS

_LABEL = ox.NamedNode(f"{RDFS}label")
_EVIDENCE = ox.NamedNode(f"{CE}evidence")
_TEXT = ox.NamedNode(f"{CE}text")
_SAME = ox.NamedNode(f"{CE}sameEntityAs")
_TYPE = ox.NamedNode(f"{RDF}type")
_RELEASE = ox.NamedNode(f"{CE}Release")
_MERGE = ox.DefaultGraph()


@dataclass(frozen=True, slots=True)
class Resource:
    """An entity, claim or release; `form` is html or the name of an RDF syntax."""

    iri: str
    form: str
    base: str
    largest: int

    def answer(self, store: ox.Store) -> bytes:
        """The page or the graph; raises MissingError when the store knows nothing of it."""
        try:
            labels, statements = explain(store, self.iri)
        except InputError as error:
            raise MissingError(str(error)) from error
        node = ox.NamedNode(self.iri)
        content = self._page(store, node, labels, statements) if self.form == "html" else self._graph(store, statements)
        if len(content) > self.largest:
            raise QueryError(f"the answer is larger than {self.largest:,} bytes; ask with SPARQL, with LIMIT")
        return content

    def _page(self, store: ox.Store, node: ox.NamedNode, labels: list[str], statements: list[Statement]) -> bytes:
        texts = {words.release: "" for each in statements for words in each.words}
        for release in sorted({self.iri, *texts}):
            for quad in store.quads_for_pattern(ox.NamedNode(release), _TEXT, None, _MERGE):
                texts[release] = quad.object.value if isinstance(quad.object, ox.Literal) else ""
        if list(store.quads_for_pattern(node, _TYPE, _RELEASE, _MERGE)):
            return pages.release(self.iri, self.base, texts[self.iri], statements).encode("utf-8", "replace")
        merged = sorted(
            quad.object.value
            for quad in store.quads_for_pattern(node, _SAME, None, None)
            if isinstance(quad.object, ox.NamedNode) and quad.object != node
        )
        return pages.thing(self.iri, self.base, labels, merged, statements, texts).encode("utf-8", "replace")

    def _graph(self, store: ox.Store, statements: list[Statement]) -> bytes:
        found: set[ox.Triple] = set()
        subjects = [ox.NamedNode(self.iri), *(ox.NamedNode(each.claim) for each in statements if each.published)]
        for subject in subjects:
            for quad in store.quads_for_pattern(subject, None, None, _MERGE):
                if quad.predicate == _TEXT:
                    continue  # it has an address of its own
                found.add(quad.triple)
                if isinstance(quad.object, ox.NamedNode):
                    about = None if quad.predicate == _EVIDENCE else _LABEL
                    found |= {each.triple for each in store.quads_for_pattern(quad.object, about, None, _MERGE)}
        out = io.BytesIO()
        graph_bytes(found, self.form, out)
        return out.getvalue()
