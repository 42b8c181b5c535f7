"""Names that only agencies bear: who answers the press and investors for others."""

from __future__ import annotations

import re

_AGENCY = re.compile(
    r"\b(?:Communications|Relations|Advisors|Advisers|Associates|Assoc\.?|Partners|Consulting|PR|IR|Public|"
    r"Investor|Media|Strategies|(?<!Users )Group|Marketing|Counsel|Comm\w*|Advisory|Agency|Ink|Hill)\b",
    re.IGNORECASE,
)


def names_agency(name: str) -> bool:
    """Whether a name says that a firm works for the public image of others."""
    return _AGENCY.search(name) is not None
