"""The gerunds of the verbs that a pattern begins with: who "acquired" it also grew "by acquiring" it."""

from __future__ import annotations

import re

from kg.text.heads import first_word

_FORMS = re.compile(r"(?<=[a-z])\(\?:((?:ed|es|e|s)(?:\|(?:ed|es|e|s))*)\)(\??)")  # "acquir(?:ed|es|e)"
_IRREGULAR = {
    "bought": "buying",
    "sold": "selling",
    "spun": "spinning",
    "took": "taking",
    "began": "beginning",
    "made": "making",
    "sought": "seeking",
    "paid": "paying",
    "repaid": "repaying",
    "prepaid": "prepaying",
    "got": "getting",
    "won": "winning",
    "built": "building",
    "gave": "giving",
    "drew": "drawing",
    "split": "splitting",
    "put": "putting",
}
_REGULAR = r"[a-z]{3,}(?<!e)ed"
_PAST = re.compile(rf"(?<=[|:(])(?:(?P<odd>{'|'.join(_IRREGULAR)})|(?P<plain>{_REGULAR}))(?=[|)( ]|$)")


def with_gerunds(match: str) -> str:
    """The pattern, whose first word, where it is a verb in the past, may be its gerund as well."""
    end = first_word(match)
    return _PAST.sub(_either, _FORMS.sub(_gerund, f"(?:{match[:end]})"))[3:-1] + match[end:]


def _gerund(found: re.Match[str]) -> str:
    forms = found[1].split("|")
    return found[0] if "ed" not in forms else f"(?:{found[1]}|ing){found[2]}"


def _either(found: re.Match[str]) -> str:
    gerund = _IRREGULAR[found["odd"]] if found["odd"] else f"{found['plain'][:-2]}ing"
    return f"(?:{found[0]}|{gerund})"
