"""From inputs to a store: read what is new, leave what is unchanged, replace what has changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from kg.errors import InputError
from kg.merge import derive
from kg.pipeline.program import fingerprint
from kg.pipeline.reading import Outcome
from kg.pipeline.workers import outcomes
from kg.read import Raw, releases
from kg.store import Derivation, Entry, Loaded, Writer
from kg.store.places import Place
from kg.store.remote import RemoteWriter
from kg.store.server import Address, Server

_COMMIT = 16  # outcomes put into the store at once


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build came to."""

    inputs: int = 0
    unchanged: int = 0
    releases: int = 0
    claims: int = 0
    violations: int = 0
    unreadable: int = 0
    seconds: float = 0.0

    def add(self, outcome: Outcome) -> Summary:
        """The summary with one more input."""
        return replace(
            self,
            inputs=self.inputs + 1,
            unchanged=self.unchanged + outcome.unchanged,
            releases=self.releases + len(outcome.readings),
            claims=self.claims + sum(count for each in outcome.readings for _, count in each.claims),
            violations=self.violations + sum(len(each.violations) for each in outcome.readings),
            unreadable=self.unreadable + (outcome.error is not None),
        )


def build(
    inputs: Sequence[str],
    store: Place,
    *,
    base: str,
    jobs: int = 1,
    told: Callable[[Outcome], None] = lambda _: None,
) -> Summary:
    """Read inputs into a store; `told` hears the outcome of each input, in order.

    Raises InputError for an input that is not there and StoreError for a store that cannot be written;
    what was read before stays.
    """
    started = time.perf_counter()
    program = f"{fingerprint()} {base}"
    summary = Summary()
    raws = releases(inputs)  # raises for what is not there, before the store is touched
    with _writer(store) as writer:
        ready: list[Outcome] = []
        try:
            for outcome in outcomes(_wanted(raws, writer, program), base, jobs):
                summary = summary.add(outcome)
                told(outcome)
                ready.append(outcome)
                if len(ready) >= _COMMIT:
                    _commit(writer, ready, program)
                    ready.clear()
        finally:
            _commit(writer, ready, program)  # after Ctrl-C too: what was read is kept
    return replace(summary, seconds=time.perf_counter() - started)


def writing(store: Path) -> Writer:
    """A writer of a store that keeps its derived graphs up to date."""
    return Writer(store, Derivation(fingerprint(), derive))


def _writer(store: Place) -> Writer | RemoteWriter:
    """A writer of a folder or of a server that keeps the derived graphs up to date."""
    if isinstance(store, Address):
        return RemoteWriter(Server(store), Derivation(fingerprint(), derive))
    return writing(store)


def _wanted(raws: Iterable[Raw], writer: Writer | RemoteWriter, program: str) -> Iterator[Raw | Outcome]:
    """The inputs to read; those that need no reading stand as their outcome."""
    seen: dict[str, str] = {}
    for raw in raws:
        digest = sha256(raw.data or b"").hexdigest()
        known = writer.known(raw.source)
        earlier = seen.setdefault(raw.source, digest)
        if raw.error is not None:
            yield Outcome(raw.source, digest, error=raw.error)
        elif earlier != digest:
            reason = "another input of the same name came before it; rename one of them"
            yield Outcome(raw.source, digest, error=reason)
        elif known is not None and (known.sha256, known.program) == (digest, program):
            yield Outcome(raw.source, digest, unchanged=True)
        else:
            yield raw


def _commit(writer: Writer | RemoteWriter, done: Sequence[Outcome], program: str) -> None:
    good = [outcome for outcome in done if outcome.error is None and not outcome.unchanged]
    entries = [
        Entry(
            outcome.source,
            outcome.sha256,
            program,
            tuple(Loaded(each.source, each.graph, sha256(each.content).hexdigest()) for each in outcome.readings),
        )
        for outcome in good
    ]
    writer.put(entries, [each.content for outcome in good for each in outcome.readings])


def remove(sources: Sequence[str], store: Place) -> int:
    """Withdraw sources from a store; how many. Raises InputError, and removes none, when one is not in it."""
    if isinstance(store, Path) and not store.is_dir():
        raise InputError(f"there is no store at {store}")
    with _writer(store) as writer:
        known = writer.sources
        found = {source: _match(source, known) for source in sources}
        missing = sorted(source for source, match in found.items() if match is None)
        if missing:
            names = ", ".join(missing)
            raise InputError(f"the store holds no {names}; `kg query releases` lists what it holds")
        wanted = sorted({match for match in found.values() if match is not None})
        writer.put([], removed=wanted)
    return len(wanted)


def _match(source: str, known: set[str]) -> str | None:
    """The source as the store knows it: by its name, or by the path it was built from."""
    return next((name for name in (source, Path(source).name) if name in known), None)
