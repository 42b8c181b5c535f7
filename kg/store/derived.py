"""What follows from all releases together: kept beside their files, made anew whenever they change.

    decisions.nq   what people decided: truth, as the releases' files are
    derived.nq     the graphs that follow from releases and decisions; its first line says from which

The store does not know what is derived; it is given the rule, and the name of the rule's version.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kg.store.files import write_whole

Releases = Callable[[], Iterable[tuple[str, Sequence[str]]]]


@dataclass(frozen=True, slots=True)
class Derivation:
    """A rule that gives sorted N-Quads lines for releases and decisions, and the name of its version."""

    version: str
    lines: Callable[[Releases, Sequence[str]], list[str]]


@dataclass(frozen=True, slots=True)
class DerivedFiles:
    """The two files of a store."""

    folder: Path

    def decisions(self) -> list[str]:
        """The sorted lines of what people decided."""
        return _lines(self.folder / "decisions.nq")

    def decide(self, lines: Iterable[str]) -> None:
        """Let these lines be all that people decided; when this returns they last."""
        write_whole(self.folder / "decisions.nq", _content(sorted(set(lines))))

    def lines(self) -> list[str]:
        """The sorted lines that were derived last."""
        return [line for line in _lines(self.folder / "derived.nq") if not line.startswith("#")]

    def stale(self, rule: Derivation, state: bytes) -> bool:
        """Whether the state of the releases, the decisions or the rule is not that of the derived lines."""
        return _lines(self.folder / "derived.nq")[:1] != [self._stamp(rule, state)]

    def refresh(self, rule: Derivation, state: bytes, releases: Releases) -> None:
        """Derive anew; when this returns the lines last."""
        lines = [self._stamp(rule, state), *rule.lines(releases, self.decisions())]
        write_whole(self.folder / "derived.nq", _content(lines))

    def _stamp(self, rule: Derivation, state: bytes) -> str:
        parts = (rule.version.encode(), state, _content(self.decisions()))
        return f"# {sha256(bytes(1).join(parts)).hexdigest()}"


def graph_of(line: str) -> str:
    """The IRI of the graph that an N-Quads line stands in."""
    return line[line.rindex(" <") + 2 : -len("> .")]


def _lines(path: Path) -> list[str]:
    return (
        path.read_text(encoding="utf-8").removesuffix("\n").split("\n") if path.exists() and path.stat().st_size else []
    )


def _content(lines: Sequence[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass")
