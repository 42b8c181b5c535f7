"""The proper names of sites whose noun is printed as a part of them: "Delmore Technical Center"."""

from __future__ import annotations

import re
from typing import Final

from kg.mentions.bare_places import titled
from kg.model import Mention

_AFTER_ARTICLE: Final = re.compile(r"\b(?:the|its|at|of) $")
_CAPITALISED: Final = re.compile(r"((?:[A-Z][\w&.’'-]*|of|de|and) ){1,4}$")


def proper_name(text: str, site: Mention) -> str | None:
    """The proper name of a site whose noun is printed as a part of it ("Delmore Technical Center")."""
    if site.start == 0 or (site.value != "mine" and not site.text[0].isupper()):
        return None
    lead = _CAPITALISED.search(text, max(0, site.start - 60), site.start)
    if lead is None:
        return None
    headed = titled(text.rstrip(" .…") if text.endswith(("...", "…")) else text)
    if headed and not _AFTER_ARTICLE.search(text, 0, lead.start()):
        return None  # in a headline only an article tells where a name begins
    name = re.sub(r"^.*['’]s? ", "", lead[0]) + site.text
    name = re.sub(r"^(?:(?:of|and|de|The|Its|Our|A|An|In|At|New) )+", "", name)
    if name == site.text:
        return None
    name = re.sub(r" and [a-z].*$", "", name)  # "Delmore Gold-Silver and polymetallic project"
    name = re.sub(r"^U\.?S\.? |(?<=[a-z]) sites?$", "", name)
    return name if site.text[0].isupper() else re.sub(r"(?: (?:of|and|de))+$", "", name[: -len(site.text)].strip())
