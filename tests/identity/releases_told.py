"""Small releases of invented companies, made by hand, and stores of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.identity import Decision
from kg.merge import derive, read_decisions
from kg.model import (
    Claim,
    CompanyClaim,
    CustomerClaim,
    Document,
    Evidence,
    FactClaim,
    Header,
    PartialDate,
    PersonClaim,
    Span,
)
from kg.store import Derivation, Entry, Loaded, Writer
from kg.triples import describe
from kg.vocab import BASE

__all__ = ["Decision", "read_decisions"]

RULE = Derivation("test", derive)
QUARTER = PartialDate(2020, 12, 31)
Put = tuple[Entry, list[bytes]]


def company(name: str, role: str = "issuer", **fields: Any) -> Claim:
    """A company of a release."""
    return CompanyClaim(
        evidence=(), rule="test/hand", name=name, names=(name, *fields.pop("aliases", ())), role=role, **fields
    )


def revenue(owner: str, value: str, **fields: Any) -> Claim:
    """The revenue of a quarter."""
    given: dict[str, Any] = {
        "concept": "Revenues",
        "label": "revenue",
        "unit": "USD",
        "period": "quarter",
        "end": QUARTER,
        "place": "prose",
        "printed": f"${value}",
    }
    return FactClaim(evidence=(), rule="test/hand", company=owner, value=Decimal(value), **(given | fields))


def customer(supplier: str, buyer: str, **fields: Any) -> Claim:
    """Who buys from whom."""
    given = {"described": False, "relationship": "existing"}
    return CustomerClaim(evidence=(), rule="test/hand", supplier=supplier, customer=buyer, **(given | fields))


def officer(person: str, at: str, **fields: Any) -> Claim:
    """Who holds a post."""
    given = {"title": "Chief Executive Officer", "position": "current"}
    return PersonClaim(evidence=(), rule="test/hand", person=person, company=at, **(given | fields))


def release(
    source: str,
    title: str,
    issued: PartialDate | None,
    *claims: Claim,
    words: Sequence[str] = (),
    header: Header | None = None,
) -> Put:
    """A source with one release: a title, and a sentence for each claim; `words` replace the first of these."""
    text = f"{title}\n"
    told: list[Claim] = []
    for number, claim in enumerate(claims):
        said = words[number] if number < len(words) else f"Sentence {number}: {getattr(claim, 'printed', 'a name')}."
        told.append(replace(claim, evidence=(Evidence(Span(len(text), len(text) + len(said)), said),)))
        text += f"{said}\n"
    digest = sha256(text.encode()).hexdigest()
    document = Document(
        source=source,
        source_sha256=digest,
        sha256=digest,
        text=text,
        layout="text",
        blocks=(),
        sentences=(),
        tables=(),
        title=title,
        issued=issued,
        dateline=None,
        header=header,
    )
    graph = describe(document, told)
    content = "".join(f"{line}\n" for line in graph.published()).encode()
    loaded = Loaded(source, graph.iris.graph, sha256(content).hexdigest())
    return Entry(source, digest, "program", (loaded,)), [content]


def build(folder: Path, *puts: Put, remove: Sequence[str] = ()) -> Path:
    """A store with these releases put in, one after the other, and these sources taken out."""
    with Writer(folder, RULE) as writer:
        for entry, files in puts:
            writer.put([entry], files)
        writer.put([], removed=remove)
    return folder


def organisation(key: str) -> str:
    """The IRI of an organisation."""
    return f"{BASE}id/company/{key}"
