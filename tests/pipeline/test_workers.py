"""Processes that die, and the inputs that kill them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from kg.pipeline import Outcome
from kg.pipeline.workers import outcomes
from kg.read import Raw
from kg.vocab import BASE

TEXT = b"ROCHESTER, N.Y., March 3, 2021 -- Alder Instruments, Inc. (NYSE: ALD) makes flow sensors.\n"


class Poison(Raw):
    """An input that ends the process which unpacks it."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (9,)


def inputs(*poisonous: int, count: int = 20) -> Iterator[Raw]:
    for number in range(count):
        kind = Poison if number in poisonous else Raw
        yield kind(f"{number:02}.txt", TEXT + b"%d.\n" % number)


def test_an_input_that_kills_its_process_is_named_and_the_others_are_read() -> None:
    found = list(outcomes(inputs(3, 17), BASE, 2))
    assert [outcome.source for outcome in found] == [f"{number:02}.txt" for number in range(20)]
    dead = [outcome.source for outcome in found if outcome.error]
    assert dead == ["03.txt", "17.txt"]
    assert all("the process that read it died" in (found[number].error or "") for number in (3, 17))


def test_outcomes_that_are_known_keep_their_place() -> None:
    known = Outcome("known.txt", "0" * 64, unchanged=True)
    first, *others = inputs(count=3)
    for jobs in (1, 2):
        found = list(outcomes([first, known, *others], BASE, jobs))
        assert [outcome.source for outcome in found] == ["00.txt", "known.txt", "01.txt", "02.txt"]
        assert found[1] is known


def test_one_process_and_two_read_the_same() -> None:
    alone, together = (list(outcomes(inputs(), BASE, jobs)) for jobs in (1, 2))
    assert [outcome.readings for outcome in alone] == [outcome.readings for outcome in together]
