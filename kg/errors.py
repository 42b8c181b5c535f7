"""What can go wrong, told so that the reader can act: what, in which input, what to do."""

from __future__ import annotations


class KgError(Exception):
    """A fault that has a sentence for its user. `code` is the exit code of the command line."""

    code = 2


class InputError(KgError):
    """The input is missing, or cannot be asked for that way."""


class UnreadableError(KgError):
    """One release cannot be read; the others can."""

    code = 1


class QueryError(KgError):
    """A query is unknown, malformed or lacks a parameter."""


class StoreError(KgError):
    """The store is missing, locked or not ours."""


class SettingsError(KgError):
    """The program's own data (gazetteers, event kinds, shapes, queries) contradicts itself."""

    code = 3
