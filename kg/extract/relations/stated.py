"""Ties that a sentence states, by the wordings of `ties.toml`; who "its" and "our" are, and from which share on a holding is a subsidiary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.context.context import Context
from kg.extract.relations.ties import load_ties
from kg.model import Amount, BlockKind, Confidence, Mention, MentionKind, Party, RelationClaim, Sentence
from kg.text.rules import Match

_EXPECTED = re.compile(
    r"\b(?:will|would|plans? to|intends? to|expects? to|expected to|agreed to|proposed|has applied|to become|letter of intent)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"(?<!\bpleased)(?<!\bproud)(?<!\bdelighted)(?<!\bexcited)(?:^| )to $")
_FORMER = re.compile(
    r"\b(?:former|formerly|prior|previously(?! (?:announced|disclosed|reported|filed))|once|until recently)\b|\b(?:was|were) (?:an?|the|part|one|owned|[\w%]+[- ]owned)\b",
    re.IGNORECASE,
)
_SOLD = re.compile(
    r"\b(?:sold|divested|disposed of|completed the (?:sale|divestiture) of)\b[^.;]{0,30}$|"
    r"\b(?:ended|terminated|dissolved|cancell?ed|exited) (?:\w+ ){0,2}$"
)
_ONWARD = re.compile(r"(?:to|through) ")  # sold to a partner, not a partner that is sold
_PAST = re.compile(r" in (?:the past|(?:past|previous|prior|earlier) years)\b")
_WITHOUT = re.compile(
    r"\b(?:no|not|never|without|neither|seek\w*|explor\w+|potential|possible|discuss\w*|negotiat\w+|consider\w*) (?:[\w-]+ ){0,2}$"
)
# Denied or only possible: no tie to record.
_DENIED = re.compile(
    r"\b(?:may|might|could|would|seek\w*|explor\w+|pursu\w+|potential|possible|discuss\w*|negotiat\w+|consider\w*|if)\b|\b(?:not|no longer|never|neither|terminated?|ended)\b",
    re.IGNORECASE,
)
_ADVISER = re.compile(r"advis|counsel|agent|audit|manager|underwrit|account|bank|consult", re.IGNORECASE)
_LENDS = re.compile(
    r"bank|credit|trust|lend|mortgage|savings|capital one|loan|financ(?!ial services)|national association|\bN\.?A\.?$",
    re.IGNORECASE,
)
_MAJOR = re.compile(r"\b(?:majority|controlling|wholly|entire|sole|100%|all of)\b|wholly-", re.IGNORECASE)
_MINOR = re.compile(r"\b(?:minority|non-?controlling|partial(?:ly)?|part)\b", re.IGNORECASE)
_LABEL = re.compile(r"\b(?:brand|label|trademark)\b", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:Association|Council|Institute|Chamber|Coalition|Federation|Consortium|Society|Forum|Alliance|League|Union|Network|Roundtable)\b"
)  # has members, no subsidiaries
_ON_A_LOAN = re.compile(
    r"\b(?:arrangers?|(?:documentation|administrative|syndication|collateral) agents?|credit (?:facility|agreement)|term loan|revolv\w+)\b",
    re.IGNORECASE,
)
_MEMBER = re.compile(r"\bmember\b")
_HALF = 50
_PREPOSED = re.compile(
    r"\b(?:from|with|to|of|by|for|against|than|at|in|on|under|between|into|over) (?:the )?$", re.IGNORECASE
)
_ORGS = (MentionKind.ORG, MentionKind.WE, MentionKind.OUR)
_BESIDE = re.compile(
    r",? (?:and|including|together with|along with|with) "
)  # "a loan to Alder and its subsidiary": of the one beside it
_NEXT = re.compile(r"(?: \([^()]{1,60}\))?,? ")
_FIRST = re.compile(r"(?:Through|Via|With|Together with|In partnership with|Along with|By|Under) ")
_COMMA = re.compile(r"(?: ?\([^()]{1,60}\))?, (?:the )?")
_VIA = re.compile(r"\b(?:through|via) $", re.IGNORECASE)
_QUIET = (BlockKind.CONTACT, BlockKind.BOILERPLATE, BlockKind.FURNITURE)


def stated(context: Context) -> Iterator[RelationClaim]:
    """Every tie that a wording finds, sentence by sentence."""
    rules = load_ties()
    for sentence in context.document.sentences:
        if sentence.kind in _QUIET or not rules.may_match(context.words(sentence)):
            continue
        annotated = context.annotated(sentence)
        for match in rules.matches(annotated):
            yield from _claims(context, sentence, match)


def _claims(context: Context, sentence: Sentence, match: Match) -> Iterator[RelationClaim]:
    if not _fits(match):
        return
    fields = match.rule.fields
    tie = _tie(match, sentence, str(fields["tie"]))
    if tie is None:
        return
    subjects = _parties(context, sentence, match, str(fields["subject"]))
    if match.rule.name.endswith("/parent-of") and len(subjects) > 1:
        subjects = [party for party in subjects if not party.listings]  # the next company of the sentence, with its own
    objects = _parties(context, sentence, match, str(fields["object"]))
    for subject in subjects:
        for other in objects:
            if subject.name == other.name or "exchange" in (subject.nature, other.nature):
                continue
            relation, owned, owner = _relation(match, subject, other)
            if (
                relation == "subsidiary-of"
                and _MEMBER.search(sentence.text[match.start : match.end])
                and _BODY.search(owner.name)
            ):
                continue
            yield RelationClaim(
                evidence=(context.evidence(sentence, match.start, match.end),),
                rule=match.rule.name,
                confidence=Confidence.EXPLICIT if match.mention(str(fields["subject"])) else Confidence.INFERRED,
                speaker=context.speaker_at(sentence.passage.origin(match.start)),
                relation=relation,
                subject=owned.name,
                object=owner.name,
                tie=tie,
            )


def _fits(match: Match) -> bool:
    """Whether a post is an adviser's, a badge a partner's, and a lender one by its name."""
    post = match.mention("post")
    if post is not None and not _ADVISER.search(post.text):
        return False
    badge = match.mention("badge")
    if badge is not None and not badge.text.lower().endswith("partner"):
        return False
    words = match.annotated.coded[match.found.start() : match.found.end()]
    if match.rule.fields["relation"] == "advisor-to" and _ON_A_LOAN.search(words):
        return False  # banks that arrange a loan lend
    bank = match.mention("bank")
    return bank is None or any(_LENDS.search(name) for party in _party(bank) for name in party.names)


def _relation(match: Match, subject: Party, other: Party) -> tuple[str, Party, Party]:
    """The relation with its ends: of a stake, the share decides who is what."""
    relation = str(match.rule.fields["relation"])
    if relation != "stake":
        return relation, subject, other
    words = match.annotated.coded[match.found.start() : match.found.end()]
    share = next(
        (
            m.value.value
            for m in match.annotated.mentions
            if m.kind is MentionKind.PERCENT and match.start <= m.start < match.end and isinstance(m.value, Amount)
        ),
        None,
    )
    if _LABEL.search(words):
        return "brand-of", other, subject
    if _MINOR.search(words):
        major = False
    elif share is not None:
        major = share >= _HALF
    else:
        major = bool(_MAJOR.search(words)) or match.rule.fields["default"] == "subsidiary-of"
    return ("subsidiary-of", other, subject) if major else ("investor-in", subject, other)


def _tie(match: Match, sentence: Sentence, fixed: str) -> str | None:
    if fixed:
        return fixed
    words = match.annotated.coded[match.found.start() : match.found.end()]
    left = sentence.text[: match.start]
    if _DENIED.search(words) or _WITHOUT.search(left):
        return None
    if _EXPECTED.search(words) or _TO_COME.search(match.text("lead") or ""):
        return "expected"
    if (
        _FORMER.search(words)
        or (_SOLD.search(left) and not _ONWARD.match(words))
        or _PAST.match(sentence.text, match.end)
    ):
        return "former"
    return "existing"


def _parties(context: Context, sentence: Sentence, match: Match, slot: str) -> list[Party]:
    """The parties of a named slot, those of a list group, or whoever "home" is at the place."""
    home = context.we_at(sentence.passage.origin(match.start))
    if slot == "home":
        return [home] if home else []
    if slot == "last":
        last = _told_last(context, sentence) or home
        return [last] if last else []
    mention = match.mention("ours" if slot == "owner" and match.mention("ours") else slot)
    if mention is not None:
        return _party(mention)
    if slot == "owner" and sentence.text[match.start : match.end].lower().startswith("whose "):
        before = [m for m in match.annotated.mentions if m.end <= match.start and m.kind in _ORGS]
        return _party(before[-1]) if before and _NEXT.fullmatch(sentence.text[before[-1].end : match.start]) else []
    if slot in ("owner", "actor"):
        own = _namesake(match) or _behind(match, sentence.text) or _actor(match, sentence.text) or home
        return [own] if own else []
    if slot not in match.found.groupdict() or match.found[slot] is None:
        return []
    start, end = match.bounds(slot)
    inside = [m for m in match.annotated.mentions if start <= m.start and m.end <= end]
    return [party for m in inside if not _in_brackets(sentence.text[start : m.start]) for party in _party(m)]


def _told_last(context: Context, sentence: Sentence) -> Party | None:
    """Of whom the sentence before speaks in the same paragraph: its subject, where it begins with one."""
    sentences = context.document.sentences
    before = sentences[sentence.number - 1] if sentence.number else None
    if before is None or before.block != sentence.block:
        return None
    first = next((m for m in context.parties.mentions(before) if m.kind in _ORGS), None)
    leads = first is not None and before.text[: first.start].strip().lower() in ("", "the")
    return first.value if first is not None and leads and isinstance(first.value, Party) else None


def _namesake(match: Match) -> Party | None:
    """The organisation named before that bears the first word of a subsidiary: it wins over a nearer one."""
    inside = [m.value for m in match.annotated.mentions if match.start <= m.start and m.end <= match.end]
    if match.rule.fields["relation"] != "subsidiary-of":
        return None
    named = [m.value for m in match.annotated.mentions if m.end <= match.start and isinstance(m.value, Party)]
    firsts = {party.name.split()[0].lower() for party in inside if isinstance(party, Party)}
    akin = [party for party in named if party not in inside and party.name.split()[0].lower() in firsts]
    return akin[-1] if akin else None


def _behind(match: Match, text: str) -> Party | None:
    """Whom "its" means where the clause comes first: "Through its unit, Marlow, Tessel makes lenses"."""
    if not _FIRST.fullmatch(text[: match.start]):
        return None
    comma = _COMMA.match(text, match.end)
    return next(
        (party for m in match.annotated.mentions if comma and m.start == comma.end() for party in _party(m)), None
    )


def _actor(match: Match, text: str) -> Party | None:
    """Whom "its" means, or who acts: the organisation named last before, one behind no preposition where there is one."""
    before = [
        m
        for m in match.annotated.mentions
        if m.end <= match.start and m.kind in _ORGS and isinstance(m.value, Party) and m.value.nature != "exchange"
    ]
    if before and _BESIDE.fullmatch(text[before[-1].end : match.start]):
        free = before[-1:]
    else:
        free = [m for m in before if not _PREPOSED.search(text[: m.start]) and not _in_brackets(text[: m.start])]
    if _VIA.search(text[: match.start]):
        free = free[:1]
    return next((m.value for m in free[-1:] if isinstance(m.value, Party)), None)


def _in_brackets(left: str) -> bool:
    return left.count("(") > left.count(")")


def _party(mention: Mention) -> list[Party]:
    return [mention.value] if isinstance(mention.value, Party) else []
