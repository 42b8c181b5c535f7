"""What validation found: violations, and how many nodes each shape looked at."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field

from kg.vocab import CE, PREFIXES, SH, SHAPES

_SHORT = {**{namespace: f"{prefix}:" for prefix, namespace in PREFIXES.items()}, SHAPES: ""}


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One result: the node, the constraint it breaks, and a sentence about it. IRIs stand in full.

    `path` is an IRI, or several between bars where the constraint counts their values together.
    """

    focus: str
    shape: str
    component: str
    path: str | None
    value: str | None
    message: str

    def __str__(self) -> str:
        where = f" {short(self.path)}" if self.path else ""
        value = f" is {short(self.value)!r}" if self.value is not None else ""
        return f"{self.focus}{where}{value}: {self.message} ({short(self.shape)}, {short(self.component)})"


@dataclass(frozen=True, slots=True)
class Report:
    """The violations, sorted, and the count of focus nodes for every shape, none included."""

    checked: Mapping[str, int]
    violations: tuple[Violation, ...] = field(default=())

    @property
    def conforms(self) -> bool:
        """Whether something was checked and nothing violates: nothing to check is no answer."""
        return not self.violations and any(self.checked.values())

    def text(self) -> str:
        """The report for a reader: a verdict, the counts, then one line a violation."""
        nodes = sum(self.checked.values())
        verdict = "nothing to check" if not nodes else "conforms" if self.conforms else "does not conform"
        lines = [f"{verdict}: {len(self.violations)} violations, {nodes} focus nodes"]
        lines += [f"  {count:>7} {short(shape)}" for shape, count in sorted(self.checked.items()) if count]
        idle = [short(shape) for shape, count in sorted(self.checked.items()) if not count]
        if idle:
            lines.append(f"no focus node for: {', '.join(idle)}")
        return "\n".join([*lines, *map(str, self.violations)]) + "\n"

    def json(self) -> str:
        """The report as a JSON object: conforms, checked, violations."""
        content = {
            "conforms": self.conforms,
            "checked": dict(sorted(self.checked.items())),
            "violations": [asdict(violation) for violation in self.violations],
        }
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"

    def turtle(self) -> str:
        """The report in the SHACL vocabulary, with ce:focusNodes counted for each shape; no blank nodes."""
        results = [f"<urn:kg:result:{number}>" for number in range(1, len(self.violations) + 1)]
        lines = [f"@prefix {prefix}: <{PREFIXES[prefix]}> ." for prefix in ("ce", "sh")]
        lines.append(f"\n<urn:kg:report> a sh:ValidationReport ;\n  sh:conforms {str(self.conforms).lower()}")
        lines[-1] += f" ;\n  sh:result {', '.join(results)} ." if results else " ."
        for name, violation in zip(results, self.violations, strict=True):
            pairs = " ;\n  ".join(f"<{predicate}> {value}" for predicate, value in described(violation))
            lines.append(f"\n{name} a sh:ValidationResult ;\n  {pairs} .")
        lines.append("")
        lines += [f"<{shape}> ce:focusNodes {count} ." for shape, count in sorted(self.checked.items())]
        return "\n".join(lines) + "\n"


def merged(reports: Iterable[Report]) -> Report:
    """One report over several graphs: counts added up, violations sorted."""
    checked: Counter[str] = Counter()
    violations: set[Violation] = set()
    for report in reports:
        checked.update(report.checked)
        violations.update(report.violations)
    return Report(dict(checked), tuple(sorted(violations, key=sort_key)))


def sort_key(violation: Violation) -> tuple[str, ...]:
    """Violations in an order that does not depend on the run."""
    return tuple(value or "" for value in (violation.focus, violation.path, violation.component, violation.value))


def described(violation: Violation) -> list[tuple[str, str]]:
    """The violation as (predicate IRI, Turtle term) pairs of a sh:ValidationResult, its class left out."""
    pairs = [
        (f"{SH}focusNode", f"<{violation.focus}>"),
        (f"{SH}resultMessage", _string(violation.message)),
        (f"{SH}resultSeverity", f"<{SH}Violation>"),
        (f"{SH}sourceConstraintComponent", f"<{violation.component}>"),
        (f"{SH}sourceShape", f"<{violation.shape}>"),
    ]
    if violation.path and "|" not in violation.path:
        pairs.append((f"{SH}resultPath", f"<{violation.path}>"))
    if violation.value is not None:
        pairs.append((f"{CE}offendingValue", _string(violation.value)))
    return pairs


def short(iri: str) -> str:
    """IRIs with our prefixes, where one applies."""
    return "|".join(_prefixed(part) for part in iri.split("|"))


def _prefixed(iri: str) -> str:
    for namespace, prefix in _SHORT.items():
        if iri.startswith(namespace):
            return prefix + iri[len(namespace) :]
    return iri


def _string(value: str) -> str:
    escaped = json.dumps(value, ensure_ascii=False)  # its escapes are Turtle's too
    return escaped.replace("\x7f", "\\u007F")
