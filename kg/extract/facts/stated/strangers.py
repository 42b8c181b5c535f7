"""Blocks about a firm that has no part in the release: the wire that carries it, say."""

from __future__ import annotations

import re

from kg.context.context import Context

_ABOUT = re.compile(r"^about:? (?P<name>(?!the\b|us\b|this\b|our\b).{2,60}?):?$", re.IGNORECASE)
# A block about a firm that the release does not name.
_UNNAMED = re.compile(
    r"^(?:about|profile of|overview of):? (?:the )?(?:acquired|target|purchased|combined|new) (?:company|business|firm)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:is|are|was|provides?|offers?|delivers?|has)\b[^.;]{0,90}?\b(?:compan(?:y|ies)|firms?|platform|provider|agency|network|publisher|brands?|media|"
    r"newswire|wire|website|portal|service|organi[sz]ation|association|magazine|community|conference|consultancy)\b",
    re.IGNORECASE,
)


def strange_sections(context: Context) -> frozenset[str]:
    """The headings of blocks that tell of a firm which is neither the issuer nor another company of the release."""
    seen: set[str] = set()
    found: set[str] = set()
    for sentence in context.document.sentences:
        section = sentence.section
        if section is None or section in seen:
            continue
        if _UNNAMED.match(section):
            found.add(section)
        head = _ABOUT.match(section)
        if head is None:
            seen.add(section)
            continue
        name = head["name"]
        if not sentence.text.startswith(name):
            continue  # the heading itself, or a picture
        seen.add(section)
        if context.parties.home(sentence) == context.issuer and not _of_issuer(context, name):
            known = context.parties.resolve(name)
            if (known is None or known == context.issuer) and _FIRM.search(sentence.text):
                found.add(section)
    return frozenset(found)


def _of_issuer(context: Context, name: str) -> bool:
    """Whether a name shares its first word with one of the issuer's names."""
    first = re.split(r"[\s,.]", name)[0].lower()
    issuer = context.issuer
    return issuer is not None and any(
        first in form.lower().split() or form.lower().startswith(first) for form in issuer.names
    )
