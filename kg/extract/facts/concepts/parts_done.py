"""Parts named by what is done with them: "diverted 71% of its waste", "transfers 51% of its shares"."""

from __future__ import annotations

import re

ABOUT = (
    r"(?:(?:approximately|about|over|nearly|almost|more than|just|some|up to|only|roughly|an? additional|around|at least|less than|"
    r"in excess of|the|an estimated|as much as|the remaining|an?)\s){0,3}"
)
# "diverted 71% of its waste", "92% of its debt is at fixed rates": a part of what the company has.
_OF_OWN = re.compile(
    r"^\sof\s(?:all\s(?:of\s)?)?(?:its|our|the\s(?:[Cc]ompany|[Tt]rust|[Bb]ank|[Ff]irm|[Gg]roup|[Cc]orporation)['’]s|the(?=\s(?:offering|placement|financing|output|fleet|workforce|portfolio)\b))\s(?:total\s|entire\s|overall\s)?"
    r"(?P<np>(?:(?!(?:is|are|was|were|and|or|to|in|at|on|from|for|with|by|that|which|through|has|have|will|as|came|comes)\b)[\w'’&/-]+(?:\s|(?![\w'’&/-]))){1,5})(?P<rest>(?:is|are|was|were|came|comes)\s(?:[\w'’&/-]+(?:\s|(?![\w'’&/-]))){1,5})?"
)
# What is done with a share: "the distribution to holders of 80% of the shares".
_GIVEN_AWAY = re.compile(
    r"\b(?P<verb>distribut(?:es?|ed|ing|ion)|transfer(?:s|red|ring)?|reach(?:es|ed|ing)?|affect(?:s|ed|ing)?|insur(?:es|ed|ing)|cover(?:s|ed|ing)?)\s"
    rf"(?:to\s(?:[\w.&’'-]+\s){{1,5}})?(?:of\s)?{ABOUT}$"
)
_AWAY = {
    "dis": "distributed",
    "tra": "transferred",
    "rea": "reached",
    "aff": "affected",
    "ins": "insured",
    "cov": "covered",
}
_DID_WITH = re.compile(
    rf"\b(?P<verb>(?!exceed|need|proceed)[a-z]{{3,}}ed(?:\sfor)?|sold|bought|spent|made|sent|built|given|gave)\s{ABOUT}$"
)
_STATE = re.compile(r"^(?:is|are|was|were)\s(?:now\s|currently\s)?")


def of_own(before: str, after: str) -> str | None:
    """The name of a part of what the company has, told by what is done with it."""
    own = _OF_OWN.match(after)
    if (
        own is None
        or re.search(r"\bexceed\w*\s|\bless than\s|\bmore than\s$", before[-20:])
        or re.search(r"[\ue000-\uf8ff]", own[0])
    ):
        return None
    name = own["np"].strip()
    done = _DID_WITH.search(before)
    if done is not None:
        return f"share of {name} {done['verb']}"
    return f"share of {name} {_STATE.sub('', own['rest']).strip()}" if own["rest"] else None


# What a stake is in: "the Marlow Ridge project, in which Alder owns a 19% interest".
_IN_WHICH = re.compile(
    r"(?P<what>(?:[A-Z][\w&'’-]*\s){1,4}[a-z]+|the\s(?:[\w'’-]+\s){0,3}[\w'’-]+),?\s(?:in|of)\swhich\s[^,;.]{1,60}$"
)


def with_object(label: str, before: str) -> str:
    """The name of a bare stake with what it is in, where a relative clause tells of it."""
    what = _IN_WHICH.search(before) if _BARE_STAKE.fullmatch(label) else None
    return f"{label} in {what['what'].strip().removeprefix('the ')}" if what is not None else label


_BARE_STAKE = re.compile(r"(?:[a-z-]+\s){0,3}(?:interest|stake)", re.IGNORECASE)


def with_deed(label: str, before: str) -> str:
    """The name of a share with what is done with it; `before` is the text before the percentage."""
    done = _GIVEN_AWAY.search(before) if label.startswith("share of ") else None
    return f"{label} {_AWAY[done['verb'][:3].lower()]}" if done is not None else label


TITLE = re.compile(
    r"\sof\s[^.;]{0,40}?\bright,?\stitle,?\s(?:and|&)\sinterest\sin(?:\s(?:and|&)\sto)?\s(?:the\s)?(?P<np>[A-Z][\w&’'-]*(?:\s[A-Z][\w&’'-]*){0,3}(?:\s[a-z]+\b)?)"
)
