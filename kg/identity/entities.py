"""What the releases say of an entity, as far as it bears on identity."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Organisation:
    """A named organisation: its names in the releases, and what tells it from others. All tuples are sorted."""

    iri: str
    names: tuple[str, ...]  # the fullest form in each release
    aliases: tuple[str, ...] = ()  # other forms that a release defines for it
    ciks: tuple[str, ...] = ()
    leis: tuple[str, ...] = ()
    listings: tuple[str, ...] = ()  # "NYSE: ALD"
    apart: tuple[str, ...] = ()  # IRIs of organisations that a release tells of in a relation with it

    @property
    def identifiers(self) -> dict[str, str]:
        """Registry -> number, for the registries that give it exactly one."""
        given = (("CIK", self.ciks), ("LEI", self.leis))
        return {registry: numbers[0] for registry, numbers in given if len(numbers) == 1}


@dataclass(frozen=True, slots=True, order=True)
class Person:
    """A person. `company` is the organisation that the IRI puts them with, as merged; None for none."""

    iri: str
    names: tuple[str, ...]
    company: str | None
    others: tuple[str, ...] = ()  # further organisations, as merged, where a release gives them a post


@dataclass(frozen=True, slots=True, order=True)
class Site:
    """A facility: its operator as merged, and what tells it from the operator's other sites."""

    iri: str
    names: tuple[str, ...]
    operator: str
    local: str
