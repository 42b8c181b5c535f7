"""Decisions and clusters: a person before a rule, and never two together that are told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.identity import Decision, Organisation, cluster, in_force, judge_organisations
from kg.identity.decisions import PERSON, decision

NODES = ["urn:a", "urn:b", "urn:c", "urn:d", "urn:e"]
PAIRS = st.lists(st.sampled_from(NODES), min_size=2, max_size=2, unique=True)
DECISIONS = st.lists(
    st.builds(
        lambda pair, judgement, score, by: decision(*pair, judgement, "test", score, "so", by),
        PAIRS,
        st.sampled_from(["same", "different", "undecided"]),
        st.sampled_from([0.5, 0.9]),
        st.sampled_from(["rule", "person"]),
    ),
    unique_by=lambda each: each.pair,
)


@given(DECISIONS, st.randoms())
def test_clusters_keep_apart_what_is_told_apart_and_do_not_depend_on_order(
    found: list[Decision], chance: object
) -> None:
    clusters = cluster(found)
    for each in found:
        if each.judgement == "different":
            assert clusters.canonical(each.left) != clusters.canonical(each.right)
        elif each.judgement == "same" and each not in clusters.overruled:
            assert clusters.canonical(each.left) == clusters.canonical(each.right)
    shuffled = list(found)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert cluster(shuffled) == clusters


def test_a_person_is_heard_before_a_rule() -> None:
    ruled = decision("urn:a", "urn:b", "same", "identifier", 1.0, "the same CIK")
    personal = decision("urn:b", "urn:a", "different", "person", 0.0, "decided", PERSON)
    assert in_force([ruled], [personal]) == [personal]
    assert cluster([personal, decision("urn:b", "urn:c", "same", "x", 1, "so")]).canonical("urn:a") == "urn:a"


def test_a_persons_join_is_kept_where_a_rules_contradicts_it() -> None:
    found = [
        decision("urn:a", "urn:b", "same", "person", 0.1, "decided", PERSON),
        decision("urn:b", "urn:c", "same", "exact-name", 1.0, "so"),
        decision("urn:a", "urn:c", "different", "identifier", 0.0, "so"),
    ]
    clusters = cluster(found)
    assert clusters.canonical("urn:a") == clusters.canonical("urn:b") != clusters.canonical("urn:c")
    assert clusters.overruled == (found[1],)


def test_a_name_that_fits_two_companies_joins_neither() -> None:
    found = judge_organisations(
        [
            Organisation("urn:1", ("Alder Instruments, Inc.",), ciks=("0009900001",)),
            Organisation("urn:2", ("Alder Instruments Corp.",), ciks=("0009900002",)),
            Organisation("urn:3", ("Alder Instruments",)),
        ]
    )
    assert {each.pair: each.judgement for each in found} == {
        ("urn:1", "urn:2"): "different",
        ("urn:1", "urn:3"): "undecided",
        ("urn:2", "urn:3"): "undecided",
    }


def test_rules_propose_what_shares_a_rare_word_without_comparing_all_pairs() -> None:
    many = [Organisation(f"urn:{number}", (f"Alder Number{number} Corp.",)) for number in range(300)]
    assert judge_organisations(
        [*many, Organisation("urn:x", ("Vexmoor Pumps Ltd.",)), Organisation("urn:y", ("Vexmoor",))]
    ) == [
        decision(
            "urn:x",
            "urn:y",
            "undecided",
            "shortened",
            0.45,
            "'vexmoor' begins 'vexmoor pumps'; 'pumps' may tell them apart",
        )
    ]


@pytest.mark.parametrize(("one", "other", "judgement"), [("urn:a", "urn:a", "same"), ("urn:a", "urn:b", "maybe")])
def test_a_decision_that_cannot_be_is_refused(one: str, other: str, judgement: str) -> None:
    with pytest.raises(InputError):
        decision(one, other, judgement, "test", 1.0, "so")
