"""Who moves a site, where a release does not name them: "one of our aerospace customers is moving its engine line"."""

from __future__ import annotations

import re
from typing import Final

from kg.text.patterns import Annotated, compile_pattern, plain

_PARTY: Final = (
    r"(?:customers?|clients?|suppliers?|vendors?|partners?|tenants?|distributors?|licensees?|franchisees?|subcontractors?"
    r"|contractors?|dealers?|wholesalers?)"
)
_OWNED: Final = r"(?:{org|our|we}['’]s? |{our} |its |their |the |our |a |an |another |this |that )"
_NOUN: Final = rf"(?:(?!(?:of|to|with|from|for|by|and|that|which|has|is|its|their)\b)[a-z0-9][\w&/-]* ){{0,6}}?{_PARTY}"
_REPORTS: Final = (
    r"(?:(?:has |have |had )?(?:recently |also |today )?(?:announced|said|informed|told|notified|advised|indicated|confirmed|stated|disclosed|decided)"
    r"(?: (?:us|{we|our|org}))?(?: (?:today|recently|yesterday|last \w+|(?:in|on) {date|period}))? (?:that )?(?:it |they |plans |to )?)?"
)
# What stands between the noun and its verb; another verb of happening with its own site may come first.
_AUXILIARIES: Final = (
    r"(?:(?:is|are|was|were|has|have|had|will|would|also|now|soon|currently|recently|be|been|being|to|may|might|could|not|no|longer|plans?|planning"
    r"|intends?|expects?|agreed|decided|begun|began|beginning|considering|completed|announced|going|about|scheduled|gradually|in the process of|the|its) ){0,7}"
)
_EARLIER: Final = r"(?:(?:clos|shut|vacat|consolidat|open|mov|relocat|transfer|sell|expand|build)\w* [^;:.]{3,110}?,? and (?:then |also )?)?"
_ACTOR: Final = compile_pattern(
    rf"(?:^|[“\"‘]|[;:,] |(?<![\ue000-\uf8ff] )\band |\b(?:that|but|because|as|after|since|when|while|where|due to|because of|result of|decision (?:made )?(?:of|by)|(?:notified|informed|advised|told) by) )(?P<who>(?:(?:one|two|three|four|several|some|many|both|most|{{count}}) of )?"
    rf"{_OWNED}{_NOUN}(?: of (?:(?:the )?{{org|our|we}}|[a-z][a-z -]{{2,40}}?))?)(?:(?: (?:in|on|last|this) (?:{{date|period}}|\w+))? that (?:it|they))?(?:, (?:(?!{{org|person}})[^,;:.]){{3,80}},)?(?:,? (?:which|who))? {_REPORTS}{_AUXILIARIES}{_EARLIER}{_AUXILIARIES}$"
)
_REACH: Final = 330  # coded characters before the verb in which its subject stands


def described_actor(annotated: Annotated, at: int) -> str | None:
    """The described party that is the subject of a verb at a coded position, as printed; None for a named one."""
    coded = annotated.coded
    if not _HINT.search(coded, max(0, at - _REACH), at):
        return None
    found = _ACTOR.search(coded[max(0, at - _REACH) : at])
    who = plain(found["who"], annotated.mentions).strip() if found else None
    return None if who is None or _MAYBE_SPEAKER.match(who) else who


# "The distributor", "the supplier of valves": a release may call its own issuer so.
_MAYBE_SPEAKER: Final = re.compile(
    r"the (?!.*\b(?:customers?|clients?|tenants?)\b)(?:\w+ )?\w+(?: of .*)?$", re.IGNORECASE
)


_HINT: Final = re.compile(_PARTY, re.IGNORECASE)


_OTHERS: Final = re.compile(rf"\b{_PARTY}['’]s?(?= )", re.IGNORECASE)


def owned_by_other(what: str) -> bool:
    """Whether the words for a site tell that someone unnamed owns it: "a customer's plant"."""
    return bool(_OTHERS.search(what))
