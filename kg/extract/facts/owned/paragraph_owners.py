"""The company that a paragraph goes on about: whose figures the sentences are that name no owner."""

from __future__ import annotations

import re

from kg.context.context import Context
from kg.mentions.gazetteer import country_of
from kg.model import Mention, Party, PlaceName, Sentence

OPENS = re.compile(
    r"^\W*(?:(?:[A-Z][a-z]+ly|[A-Z][a-z]+ed|In|From|For|During|As of|On|At|Since|Despite|With|While|Following|After|Before|Under|Upon|Through|By|As|Per|Pursuant|According|Within|Over|Throughout|Together|Alongside|Beyond|Like|Unlike|Last|This|Next|Each|Earlier|Today)\b[^,\ue005]{0,70},\s|[A-Z][a-z]+ly,?\s)?(?:[Tt]he\s|[Tt]oday,?\s|[Ee]arlier\s\w+,\s)?$"
)
VERB_NEXT = re.compile(
    r"^(?:,[^,;]{0,120},|\s\([^)]{0,40}\)){0,3},?\s(?:(?:also|has|have|now|just|[a-z]+ly)\s){0,2}(?:[a-z]+(?:s|ed|d)|will|may|expect|had|has|have|saw|lost|won|made|grew|rose|fell|built|sold|began|became)\b"
)
# Words that stand for whichever company is told of, where the release does not capitalise them.
STAND_IN = re.compile(r"[Tt]he (?:company|firm|corporation)")


_TICKER = re.compile(r"\s?\((?:[\w\s.-]{2,20}:)?\s?[A-Z]{1,6}\)|[:*]+$")


def section_owner(context: Context, heading: str | None) -> str | None:
    """The other company that a section is about: "Key Facts about Marlow", "Marlow, Inc. (NYSE: MRL)"."""
    if not heading or len(heading) > 90:
        return None
    about = re.search(r"\babout\s(?P<name>[A-Z].{1,60}?):?$", heading)
    party = context.parties.resolve(about["name"] if about else _TICKER.sub("", heading).strip())
    if party is None or party == context.issuer or party.nature != "company":
        return None
    return party.name


def opens_alike(sentence: Sentence) -> bool:
    """Whether a sentence goes on about the company of the paragraph before: "The company has trained"."""
    return (
        re.match(
            r"(?:The company|The firm|It)\s(?:[a-z]+ly\s)?(?:has|have|is|was|also|now|currently|[a-z]+s|[a-z]+ed)\b",
            sentence.text,
        )
        is not None
    )


_NEAR_START = 24  # characters
# A firm that an article about several tells of next: "For the quarter ended April 30, 2025, Pell Brothers posted".
_NEW_SUBJECT = re.compile(
    r"(?:(?:For|In|During)\s[^;]{3,45},\s)?(?P<name>(?!The\b|This\b|These\b|Our\b|Its\b)[A-Z][a-z]\w+(?:\s[A-Z][\w&'’-]+){1,3})\s(?:posted|reported|invested|generated|earned|announced|recorded)\s"
)
_IS_A = re.compile(r",?\s(?:\([^)]{0,40}\)\s)?(?:is|was)\s(?:an?|the|one of|based|headquartered)\b")


_FIGURES_OPEN = re.compile(
    r"(?:(?:The|the)\s(?:company|firm)['’]s|Its|Total|Net|Revenues?|Operating|Gross|Adjusted|Cash|Diluted|Earnings|Sales|Margins)\s[a-z]"
    r"|[A-Z][a-z-]+\s(?:[a-z-]+\s){0,2}(?:sales|revenues?|income|margins?|earnings|profit|deliveries|orders)\b"
)


def goes_on(context: Context, sentence: Sentence) -> bool:
    """Whether a block of an article about several companies gives figures of the company of the block before."""
    return context.issuer is None and _FIGURES_OPEN.match(sentence.text) is not None


def told_of(context: Context, sentence: Sentence, before: str | None) -> str | None:
    """The other company that a paragraph tells of from this sentence on, given whom it told of before it."""
    issuer = context.issuer
    mentions = context.parties.mentions(sentence)
    named = [m for m in mentions if not STAND_IN.fullmatch(m.text)]
    first = next((m for m in named if isinstance(m.value, Party)), None)
    fresh = (
        _NEW_SUBJECT.match(sentence.text) if issuer is None and (first is None or first.start > _NEAR_START) else None
    )
    if fresh is not None:
        return fresh["name"]
    glued = _GLUED_ABOUT.match(sentence.text)
    if glued is not None and (own := _opening(named, glued.end() - len(glued["name"]))) is not None:
        return own
    described = first is not None and first.start < 4 and _IS_A.match(sentence.text, first.end)
    if issuer is not None and not (described and first and first.value != issuer):
        branch = _branch(context, sentence, named)
        if branch is not None:
            return branch
        if any(m.value == issuer for m in named):
            return _after_adjunct(context, sentence, named)
    if first is None or not isinstance(first.value, Party) or first.value.nature != "company":
        return before
    if issuer is None and first.start < _NEAR_START and before is None:
        return first.value.name  # an article about several companies
    behind = sentence.text[first.end :]
    if first.start < 4 and _ITS_PROJECT.match(behind):
        return first.value.name
    if OPENS.match(sentence.text[: first.start]) and VERB_NEXT.match(behind) and not _BUYS_OF.match(behind):
        return first.value.name
    return before


# A customer is told of for its share of another's revenue.
_BUYS_OF = re.compile(
    r"\s(?:also\s|alone\s|each\s)?(?:accounted|accounts|account|represented|represents|represent|contributed)\b"
)
# "Since its purchase by Alder in 2019, Marlow has": the issuer is named in the adjunct only.
_ADJUNCT = re.compile(
    r"\W*(?:Following|After|Since|Before|With|Through|Under|In|As|By|Alongside|Together|Prior|Upon)\b[^;]{3,130},\s(?:the\s)?$"
)


def _after_adjunct(context: Context, sentence: Sentence, named: list[Mention]) -> str | None:
    """The other company that follows the adjunct in which alone a sentence names the issuer."""
    last = named[-1]
    if not isinstance(last.value, Party) or last.value == context.issuer or last.value.nature != "company":
        return None
    text = sentence.text
    own = _ADJUNCT.match(text[: last.start]) and VERB_NEXT.match(text[last.end :])
    return last.value.name if own else None


# "ABOUT MARLOW Marlow (NYSE: MRL) is": a heading that ran into its text.
_GLUED_ABOUT = re.compile(r"\W*about:?\s(?P<name>[A-Z][^.:]{2,60}?)\s?:?\s?(?P=name)\b", re.IGNORECASE)


def _opening(named: list[Mention], at: int) -> str | None:
    """The company that is named at a place of a sentence."""
    return next((m.value.name for m in named if m.start == at and isinstance(m.value, Party)), None)


# "Marlow's Red Hill Project consists of": what follows is of the project, and so of Marlow.
_ITS_PROJECT = re.compile(
    r"['’]s?\s(?:\([^)]{1,30}\)\s)?(?:[A-Z][\w-]+\s){1,4}(?:Project|Mine|Property|Deposit|Plant|Facility|Complex|Mill|Refinery|Field)\s(?:is|has|had|consists|comprises|covers|hosts|contains|includes|produced|lies)\b"
)
_BRANCH = re.compile(
    r"\s(?P<place>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s(?:(?:also|now|\w+ly)\s)?(?:has|had|is|was|operates|employs|serves|opened|began|launched|expanded|started)\b"
)


def _branch(context: Context, sentence: Sentence, named: list[Mention]) -> str | None:
    """The branch of the issuer that bears a country's name: "Alder Taiwan has"."""
    for mention in named:
        told = _BRANCH.match(sentence.text, mention.end) if mention.value == context.issuer else None
        if told is not None and country_of(PlaceName(country=told["place"])):
            lead = sentence.text[: mention.start]
            if not lead.strip() or _ADJUNCT.match(lead):
                return f"{mention.text} {told['place']}"
    return None
