"""Pairs and traps made by hand: nothing is merged wrongly, and what is one is merged or proposed."""

from __future__ import annotations

import sys
from collections import Counter

import pairs
import pytest
from pairs import Pair

from kg.identity import cluster, in_force, judge_organisations

PAIRS = pairs.read()
WANTED = 0.90  # of the true pairs, merged or proposed


def outcome(pair: Pair) -> str:
    """What the rules make of a pair: merged, proposed, different or nothing."""
    decisions = pairs.judged(pair)
    if not decisions:
        return "nothing"
    return {"same": "merged", "undecided": "proposed", "different": "different"}[decisions[0].judgement]


def test_there_are_enough_pairs_and_each_stands_once() -> None:
    assert len(PAIRS) >= 150
    assert {pair.truth for pair in PAIRS} == {"same", "different", "undecided"}
    assert len({(pair.left, pair.right, pair.left_facts, pair.right_facts) for pair in PAIRS}) == len(PAIRS)


def test_nothing_is_merged_wrongly_and_what_is_one_is_merged_or_proposed(capsys: pytest.CaptureFixture[str]) -> None:
    table = Counter((pair.truth, outcome(pair)) for pair in PAIRS)
    true = [pair for pair in PAIRS if pair.truth == "same"]
    found = [pair for pair in true if outcome(pair) in {"merged", "proposed"}]
    wrong = [str(pair) for pair in PAIRS if pair.truth != "same" and outcome(pair) == "merged"]
    lines = [f"{len(PAIRS)} pairs, {len(wrong)} wrong merges, {len(found)} of {len(true)} true pairs found"]
    lines += [f"  {truth}, {what}: {count}" for (truth, what), count in sorted(table.items())]
    with capsys.disabled():
        sys.stdout.write("\n" + "".join(f"{line}\n" for line in lines))
    assert not wrong
    assert len(found) >= WANTED * len(true), [str(pair) for pair in true if pair not in found]


def test_most_true_pairs_need_no_person() -> None:
    true = [pair for pair in PAIRS if pair.truth == "same"]
    assert sum(outcome(pair) == "merged" for pair in true) >= 0.6 * len(true)


def test_all_pairs_in_one_store_merge_nothing_wrongly_either() -> None:
    named = [pair for pair in PAIRS if pair.kind == "organisation"]
    every = [each for pair in named for each in pairs.organisations(pair)]
    clusters = cluster(in_force(judge_organisations(every), []))
    apart = [pair for pair in named if pair.truth != "same"]
    assert not [str(pair) for pair in apart if len({clusters.canonical(iri) for iri in pair.iris}) == 1]


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if "described" in pair.left_facts], ids=str)
def test_a_party_known_by_description_is_not_even_proposed(pair: Pair) -> None:
    assert outcome(pair) == "nothing"
