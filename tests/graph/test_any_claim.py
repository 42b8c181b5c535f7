"""Whatever an extractor claims: the quads parse, hold the words, and are judged without a fault."""

from decimal import Decimal

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import TEXT, document

from kg.model import (
    Claim,
    CompanyClaim,
    CustomerClaim,
    EventClaim,
    Evidence,
    FacilityClaim,
    FactClaim,
    PartialDate,
    Participant,
    PersonClaim,
    PlaceName,
    QuotationClaim,
    Span,
    Status,
)
from kg.triples import describe
from kg.validate import judge
from kg.vocab import CE

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(["Alder", "Dana Whitlock"])
MAYBE = st.none() | WORDS
DATES = st.none() | st.builds(PartialDate, st.integers(1990, 2030), st.none() | st.integers(1, 13))
STARTS = st.integers(0, len(TEXT) - 30)
EVIDENCE = st.lists(
    st.builds(
        lambda start, size: Evidence(Span(start, start + size), TEXT[start : start + size]), STARTS, st.integers(1, 29)
    ),
    max_size=3,
).map(tuple)
COMMON = {"evidence": EVIDENCE, "rule": WORDS, "modality": st.sampled_from(Status), "speaker": MAYBE}
NUMBERS = st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=3).map(Decimal)
PARTS = st.lists(
    st.builds(Participant, st.sampled_from(["company", "person", "place", "buyer", "odd"]), WORDS, st.booleans()),
    max_size=4,
).map(tuple)
CLAIMS: st.SearchStrategy[list[Claim]] = st.lists(
    st.one_of(
        st.builds(CompanyClaim, name=WORDS, names=st.tuples(WORDS, WORDS), role=WORDS, cik=MAYBE, **COMMON),
        st.builds(PersonClaim, person=WORDS, title=MAYBE, company=MAYBE, position=WORDS, date=DATES, **COMMON),
        st.builds(CustomerClaim, supplier=WORDS, customer=WORDS, described=st.booleans(), relationship=WORDS, **COMMON),
        st.builds(FacilityClaim, operator=WORDS, type=WORDS, place=st.builds(PlaceName, MAYBE, MAYBE), **COMMON),
        st.builds(
            FactClaim,
            **COMMON,
            **dict.fromkeys(("concept", "label", "unit", "period", "place", "printed"), WORDS),
            **dict.fromkeys(("value", "low", "high"), NUMBERS),
            company=MAYBE,
            end=DATES,
        ),
        st.builds(EventClaim, type=WORDS, participants=PARTS, date=DATES, **COMMON),
        st.builds(QuotationClaim, text=WORDS, said_by=MAYBE, **COMMON),
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(CLAIMS)
def test_any_claims_give_quads_that_parse_and_stand_in_one_of_the_two_graphs(claims: list[Claim]) -> None:
    graph = describe(document(), claims)
    judgement = judge(graph)
    lines = [*judgement.published, *judgement.quarantined]
    found = list(ox.parse("".join(f"{line}\n" for line in lines).encode(), format=ox.RdfFormat.N_QUADS))
    assert len(found) == len(lines)
    placed = [quad.subject.value for quad in found if quad.predicate.value == f"{CE}negated"]
    assert sorted(f"<{name}>" for name in placed) == sorted(graph.claims)
    assert {quad.graph_name.value for quad in found} <= {graph.iris.graph, graph.iris.quarantine}


@settings(max_examples=30, deadline=None)
@given(CLAIMS, st.randoms(use_true_random=False))
def test_their_order_does_not_matter(claims: list[Claim], chance: object) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert describe(document(), shuffled).published() == describe(document(), claims).published()
