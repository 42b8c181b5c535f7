"""What part an organisation plays, by the words around its name: each rule votes, the strongest role wins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.context.context import Context
from kg.extract.companies import role_words
from kg.extract.companies.role_before import before
from kg.extract.companies.role_behind import behind
from kg.model import BlockKind, Mention, MentionKind, Party, Sentence

_NEVER = re.compile(
    r",? (?:which |who |that )?(?:(?:was|is|were|are|has) (?:never|not|no longer)(?: been)?|(?:has|had) never been) (?:a|an|our|its|one of|among)\b"
)
_FORM_DOTS = re.compile(r"\b(Inc|Corp|Ltd|Co|No|St|U\.S|Mr|Dr|Ms)\.")  # no end of a clause
_GAPS = re.compile(r" ?,? (?:and|or|&|as well as)? ?(?:the )?|, |, an? [^;.]{3,120}; (?:and )?")
_AND = re.compile(r"\band\b|&")
_CAREER = re.compile(
    r"\b(?:previously (?:served|held|worked|led|was)|prior to (?:joining|his|her|that)|formerly|served (?:as|in|on|at)|held|career|worked (?:at|for|with)|experience (?:at|with)|joined|joining|began|degree|graduated|former|roles? (?:at|with)|positions? (?:at|with)|tenure|spent|board (?:member )?of|director of|officer of|president of)\b|\bsaid [^.;]{3,60}\bowner of\b|\bco-owner of\b",
    re.IGNORECASE,
)
_LIFE_TOLD = re.compile(
    r"(?:(?:Prior to|Before|Previously|Earlier|During (?:his|her)|Under (?:his|her)|Most recently|His|Her)\b|"
    r"(?:He|She|(?:Mr|Ms|Mrs|Dr)\.? [\w’'-]+) (?:\w+ ){0,3}?(?:served|serves|held|holds|was|founded|co-founded|began|worked|spent|joined|started|brings|came)\b)"
)
_SERVES_TOO = re.compile(
    r",? (?:(?:is|was|has|also) )*(?:serv(?:es|ed|ing)|act(?:s|ed|ing)) as\b"
)  # "A served as arranger and B served as agent"
_NEAR = re.compile(
    r"\b(?:near(?:by)?|neighbou?ring|adjacent to|surrounding|shadow-anchored by|next to|close to)\b[^.;]{0,70}$"
)
_ANNOUNCE = re.compile(
    r"(?: \([^()]{1,80}\))?,? (?:today |jointly |have |has |also )*(?:announced?|are (?:pleased|proud|announcing|launching|introducing|excited|delighted|teaming)|agreed|signed|entered|launched|formed)\b"
)
_AGREED = re.compile(r"\b(?:agreement|letter of intent|LOI|option|contract|deal)\b[^.;]{0,60}\bwith $")
_GENERAL = re.compile(r"(?: \([^()]*\))?,? (?:(?:which|that) )?(?:(?:is|are|was|were|remains?) )?(?:now |also )?an? ")
_OURS = re.compile(r" (?:of|to|for) (?:us|ours|our|its|the [Cc]ompany)\b")
_WE = re.compile(r"\b[Ww]e\b")
_TO_BUY = re.compile(r"\bto (?:acquire|buy|purchase (?:all|the))$")
_OF = re.compile(r" of (?:the )?")
_FOUNDED = re.compile(r"\b(?:co-)?founded\b|\bentrepreneur\b")
_KIN_WORDS = re.compile(
    r"\b(?:(?:to|has|have) acquired?|acquired (?:our|its)|subsidiary|parent|division|our|its|affiliate|the [Cc]ompany)\b"
)
_QUIET = (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.CONTACT, BlockKind.FURNITURE, BlockKind.BOILERPLATE)
_CLAUSE = 150


def votes(context: Context) -> dict[str, Counter[str]]:
    """The votes for each party's role, by name of the party."""
    found: dict[str, Counter[str]] = {party.name: Counter() for party in context.parties}
    for sentence in context.document.sentences:
        if sentence.kind in _QUIET:
            continue
        orgs = [
            m for m in context.parties.mentions(sentence) if m.kind is MentionKind.ORG and isinstance(m.value, Party)
        ]
        if all(mention.value is context.issuer for mention in orgs):
            continue
        for names in _listed(sentence.text, orgs, context.issuer):
            for mention in names:
                party = mention.value
                if isinstance(party, Party) and party is not context.issuer:
                    for role, points in _heard(sentence, orgs, names, mention, context.issuer):
                        found[party.name][role] += points
    return found


def _to_us(right: str, end: int, mention: Mention, following: Mention | None, issuer: Party | None) -> bool:
    """Whether "a supplier", said of a firm, is one to the issuer, and not what the firm is to the world."""
    ours = (
        following is not None and following.value is issuer and following.start - mention.end - end <= len(" to the ")
    )
    return (
        ours
        or _OURS.match(right, end) is not None
        or right[:end].endswith(("contract manufacturer", "construction manager"))
    )


def _listed(text: str, orgs: Sequence[Mention], issuer: Party | None) -> list[list[Mention]]:
    """The mentions by the lists that they stand in; "a subsidiary of Alder, Birch, has" is none."""
    lists: list[list[Mention]] = []
    for mention in orgs:
        if lists and text.rfind("(", lists[-1][-1].end, mention.start) > text.rfind(
            ")", lists[-1][-1].end, mention.start
        ):
            lists.insert(-1, [mention])  # an aside: "with Alder (through Birch), Cedar and Doran"
            continue
        gap = text[lists[-1][-1].end : mention.start] if lists else "."
        apposed = gap == ", " and lists[-1][-1].value is issuer and text.startswith(",", mention.end)
        if apposed or not _GAPS.fullmatch(re.sub(r"^ ?\([^()]{0,60}\)", "", gap)):
            lists.append([])
        lists[-1].append(mention)
    return lists


def _heard(
    sentence: Sentence, orgs: Sequence[Mention], names: Sequence[Mention], mention: Mention, issuer: Party | None
) -> Iterator[tuple[str, int]]:
    text, first = sentence.text, names[0]
    left = _FORM_DOTS.sub(r"\1", text[max(0, first.start - _CLAUSE) : first.start])
    owner = next((org for org in orgs if org.value is issuer and text[org.end : first.start] == ", "), None)
    if owner is not None:  # "a subsidiary of Alder, Birch": in words that the tables know
        left = text[max(0, owner.start - _CLAUSE) : owner.start] + "the Company, "
    right = text[mention.end : mention.end + _CLAUSE]
    aside = _aside(text, left, right)
    if aside:
        yield "other", aside
        return
    if any(name.value is issuer for name in names) and _ANNOUNCE.match(text, names[-1].end):
        yield "partner", 3  # "Alder and Birch today announced"
    if len(names) > 1:
        yield from ((role, 5) for role, pattern in role_words.MANY if pattern.match(text, names[-1].end))
    told = next((org for org in reversed(orgs) if org.end <= first.start), None)
    subject = issuer if told is None or _WE.search(text, told.end, first.start) else told.value
    yield from before(left, right, ours=subject is issuer)
    shared = names[-1] is not mention and _AND.search(text[names[-2].end : names[-1].start])
    last = names[-1] if shared else mention  # "A and B hold notes": what follows the last is said of each
    following = next((org for org in orgs if org.start > last.end and org.value is not last.value), None)
    yield from _behind(text, left, last, following, issuer)


def _aside(text: str, left: str, right: str) -> int:
    """Points for no part at all: what is told of a life, denied, or of a neighbour."""
    if _FOUNDED.search(left) and not _KIN_WORDS.search(left):
        return 5
    life = _LIFE_TOLD.match(text) and not _KIN_WORDS.search(left[-60:])
    if life or _NEVER.match(right) or (_CAREER.search(left[-60:]) and not _SERVES_TOO.match(right)):
        return 3
    return 2 if _NEAR.search(left) else 0


def _behind(
    text: str, left: str, mention: Mention, following: Mention | None, issuer: Party | None
) -> Iterator[tuple[str, int]]:
    right = text[mention.end : mention.end + _CLAUSE]
    for role, points, end in behind(right):
        tail = text[mention.end + end : following.start] if following else ""
        if role == "acquirer" and _AGREED.search(left) and _TO_BUY.search(right, 0, end):
            yield "seller", points  # "an option with Birch, a miner, to acquire the claims"
        elif role in ("customer", "supplier") and _GENERAL.match(right):
            if _to_us(right, end, mention, following, issuer):
                yield role, points
        elif role == "subsidiary" and following and _OF.fullmatch(tail) and following.value is not issuer:
            yield "other", 2
        else:
            yield role, points
