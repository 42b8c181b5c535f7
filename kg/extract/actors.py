"""Who acts: the organisation whose site or deed a clause speaks of."""

from __future__ import annotations

import re
from typing import Final

from kg.context.context import Context
from kg.extract.apposed import said_of_it
from kg.model import BlockKind, Mention, MentionKind, Party, Sentence
from kg.text.patterns import Annotated

_ACTORS: Final = frozenset({MentionKind.ORG, MentionKind.WE, MentionKind.OUR})
_OBLIQUE: Final = re.compile(
    r"(?:\b(?:of|with|by|from|for|to|at|in|between|through|via|against|on|under|like|including|and|or|than|into|as) "
    r"(?:the )?(?:(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4}) )\w+ )?|\ban? )$",
    re.IGNORECASE,
)
# An object of "notified" or "acquired"; after "said" and its like a new subject stands.
_TOLD: Final = re.compile(
    r"(?<!said )\b(?!said|announced|reported|believed|stated|confirmed|indicated|noted|learned|added|disclosed|and|that)\w+(?:ed|ing) (?:the )?$",
    re.IGNORECASE,
)
_APPOSED: Final = re.compile(r"(?: \([^)]{0,80}\))?, (?:a|an|the|which|who|one)\b")
_JOINT: Final = re.compile(
    r",? (?:(?:and|or|&) )?(?:the )?(?:[A-Z][\w.&-]{0,12},? ){0,2}(?:(?:and|or|&) )?|, [A-Z][\w.&-]{0,12},? (?:and )?"
)
# A name behind these is what its sentence lists or likens, not whom it is about: "Customers include Ashford".
_NO_HEAD: Final = re.compile(r"\b(?:includes?|included|including|such as|like) (?:the )?$", re.IGNORECASE)
_BRACKETED: Final = re.compile(r"\([^()]*$")
# "it is relocating": the pronoun stands for the organisation named last, whatever its place in the sentence.
_PRONOUN: Final = re.compile(
    r"\b(?:it|they|which|who)(?: (?:is|are|was|were|has|have|had|will|would|also|now|just|recently|soon|\w+ly|plans?|intends?"
    r"|expects?|agreed|decided|begun|began|to|be|been|being|may|might|could|not|no|longer)){0,6} $",
    re.IGNORECASE,
)
_OTHERS: Final = re.compile(
    r"\b(?:customers?|clients?|suppliers?|vendors?|competitors?|partners?|tenants?|lenders?|affiliates?|shareholders?)(?!['’])\b",
    re.IGNORECASE,
)
_POSSESSIVE: Final = re.compile(r"['’](?:s\b|\b|(?= [A-Za-z]))")
# "Norvale LLC. a maker of" goes on: a new sentence begins with a capital.
_NEW_CLAUSE: Final = re.compile(r"; |: | [–—] |\. (?=[A-Z“\"])")
# What is acquired, sold or joined acts in none of the clauses that follow, not even where nobody else is named.
_TAKEN: Final = re.compile(
    r"\b(?:acquir|buy|purchas|sell|divest|join|found|leav|merg|integrat|serv|represent)ing (?:the )?$", re.IGNORECASE
)
# Words that open an adjunct whose subject only the main clause names.
_ADJUNCT: Final = re.compile(
    r"(?:In (?:connection|addition|line|conjunction|response|preparation|support|anticipation)|With|As (?:part|a result)|Following|After|Before|Upon|By|Through"
    r"|(?:Headquartered|Based|Founded|Formed|Established|Located|Incorporated|Created|Launched|Organi[sz]ed|Now)\b|Under|Since|Alongside|Beyond|Due to|Because of|Prior to|Along with|Together with|[A-Z][a-z]+ing)\b",
)
# Who deals in or owns something of a company is not the company: "Ashford dealers have".
_STRANGER: Final = re.compile(
    r", (?P<who>(?!The |Our |We |It |This |These )[A-Z][\w&’'-]+(?: [A-Z][\w&’'-]+){0,3}) (?:also |now )?(?:will|has|had|is|was|plans|expects)\b"
)
# "Ashford Mills, which grinds our flour, has moved": said of a name that is known for nobody's.
_STRANGE: Final = re.compile(
    r"(?P<who>(?!The |Our |In |On |At |As )[A-Z][\w&’'-]+(?: [A-Z][\w&’'-]+){1,3}), (?:which|who) "
)
_ITS_UNIT: Final = re.compile(
    r"\bannounc\w+ (?:today )?(?:that )?its (?:[\w-]+ ){0,3}(?:subsidiary|unit|division|affiliate),? $"
)
_DEFINED: Final = re.compile(r"[“\"](?:the )?Company[”\"]")
_PROFILE: Final = re.compile(
    r",? (?:established|founded|headquartered|incorporated|based|is (?:a|an|the|headquartered|based)|designs|develops|manufactures|provides)\b"
)
_OF_THEIRS: Final = re.compile(
    r" (?:companies|developers|dealers|users|owners|fans|enthusiasts|shareholders|stockholders|distributors|resellers|vendors)\b"
)
_WHICH: Final = re.compile(r"(?-i:[A-Z][\w&.’'-]*)(?P<end>),? (?:which|who)(?: (?:also|currently|now|then))? $")
# What the issuer is may stand for it: "The bank will close".
_KIND_OF_FIRM: Final = re.compile(
    r"^(?:[^,]{0,40}?(?:, | ))?the (?:(?:executive |management |supervisory )?board(?: of directors)?|management|team|bank|airline|retailer|carrier|miner|utility|manufacturer|insurer|brewer|grocer|restaurant chain|chain|drugmaker|automaker|steelmaker"
    r"|chipmaker|firm|group|bank holding company|holding company|startup|start-up|developer|operator)(?= )",
    re.IGNORECASE,
)
# "The airline will vacate its gates and open": whoever the text is of, whatever it does first.
_FIRM_ACTS: Final = re.compile(
    r"The (?:bank|airline|retailer|carrier|miner|utility|manufacturer|insurer|brewer|grocer|chain|drugmaker|automaker|steelmaker|chipmaker|REIT|trust|cooperative|railroad|trucker|builder)"
    r" (?:also |now |today |recently |currently )?(?:will|would|has|had|is|was|plans|expects|intends|operates|owns|maintains|employs|serves|[a-z]{3,}ed)\b"
)
_IT_ACTS: Final = re.compile(
    r"(?:It|They) (?:also |now |then |recently |\w+ly )?(?:will|would|has|had|have|plans?|expects?|intends?|operates?|owns?|maintains?|employs?|[a-z]{3,}ed|began|bought|sold|built)\b"
)
_VERB_NEXT: Final = re.compile(
    r"(?:,[^,]{2,80},| \([^)]{0,60}\),?)? (?:also |now |today |recently |currently |further )?(?:will|would|has|had|is|was|may|can|plans|expects|intends|[a-z]{2,}(?:ed|s)|took|made|began|grew|sold|won|saw|we)\b"
)
# A profile goes on about the firm that it began with: "Ashford Bank is ... The bank serves".
_ITS_KIND: Final = re.compile(
    r"The (?:bank|airline|retailer|carrier|utility|firm|group|insurer|developer|operator|agency|association)\b"
)
_ITS_ARM: Final = re.compile(
    r"The (?:[Bb]ank|airline|retailer|carrier|utility|firm|group|insurer|developer|operator)['’]s (?:[\w-]+ ){0,4}(?:division|unit|arm|group|business|department|team) "
)
# Whose profile has no name: that of a company just bought, told of under such a heading.
_OF_TAKEN: Final = re.compile(r"\bAbout (?:the |our )?(?:newly )?(?:acquired|target|purchased)\b", re.IGNORECASE)
_NEAR: Final = 900
_NEAR_NOUN: Final = 50  # characters behind an owner where its head noun stands
_THE_COMPANY: Final = re.compile(r"the (?:company|firm|business|bank|group|subsidiary|unit|division)", re.IGNORECASE)
# Words that may stand between the start of a clause and its verb without being its subject.
_NO_SUBJECT: Final = re.compile(
    r"(?:\b(?:the|it|they|he|she|who|which|that|also|will|would|has|have|had|is|are|was|were|been|be|being|to|may|might|could|can"
    r"|should|not|now|then|and|or|but|recently|already|plans?|planned|planning|expects?|expected|intends?|intended|agreed|today|resolved|voted|approved|determined|entered|into|signed|reached|definitive"
    r"|announced|announces|said|decided|completed|completing|began|begun|beginning|in|the|process|of|during|on|by|quarter|year|month|first|second|third"
    r"|fourth|fiscal|last|this|early|late|mid|after|following|before|while|as|part|for|its|their|our|plan|plans|with|continue[sd]?"
    r"|continuing|successfully|new|both|previously|scheduled|set|further|soon|currently|subsequently|additionally|addition|result"
    r"|results|a|an|agreement|decision|date|weeks?|months?|quarters?|years?|since|under|when|if|once|until|including|closing|opening|calls?|called|provides?|includes?|included"
    r"|involves?|involved|restructuring|reorganization|program|initiatives?|actions?|steps?|measures?|strategy|these|proceeds|net|used|use|funds)\b|[\s,()\ue000-\uf8ff])*",
    re.IGNORECASE,
)


def party_name(context: Context, mention: Mention | None) -> str | None:
    """The fullest name of the organisation that a mention stands for."""
    if mention is None or mention.kind not in _ACTORS:
        return None
    if isinstance(mention.value, Party):
        return mention.value.name
    resolved = context.parties.resolve(mention.text) if mention.kind is MentionKind.ORG else context.issuer
    return resolved.name if resolved else None


def acting(context: Context, sentence: Sentence, annotated: Annotated, at: int) -> str | None:
    """The organisation that is the subject of the words at a position of a sentence; None where the text does not tell."""
    before = [m for m in annotated.mentions if m.kind in _ACTORS and m.end <= at]
    which = _WHICH.search(sentence.text, max(0, at - 60), at)
    if which and before and not any(m.start <= which.start() <= m.end for m in annotated.mentions):
        return None  # said of a capitalised name that is known for nobody's
    for mention in reversed(before):
        if mention.kind is MentionKind.ORG and said_of_it(sentence.text, mention, at):
            return party_name(context, mention)
        if (
            mention.kind is MentionKind.OUR
            or _oblique(sentence.text, mention)
            or _listed(sentence.text, mention, before)
        ):
            continue
        if _OF_THEIRS.match(sentence.text, mention.end):
            continue
        told = _TOLD.search(sentence.text[max(0, mention.start - 25) : mention.start])
        if mention is not before[0] and told and not _APPOSED.match(sentence.text, mention.end):
            continue
        if _TAKEN.search(sentence.text[max(0, mention.start - 25) : mention.start]):
            continue
        if _NEW_CLAUSE.search(sentence.text, mention.end, at) and mention is not before[0]:
            continue
        return _whom(context, sentence, mention)
    if before and _PRONOUN.search(sentence.text[:at]):
        return party_name(context, before[-1])
    if not before and _ADJUNCT.match(sentence.text) and (led := _led_to(sentence.text, annotated, at)):
        return party_name(context, led)
    if not before and stranger(sentence, annotated, at):
        return None
    return _implied(context, sentence, annotated, at, before)


def _whom(context: Context, sentence: Sentence, mention: Mention) -> str | None:
    """Whose name a subject is: "the company" after sentences about another one, which name no issuer, is that one."""
    name = party_name(context, mention)
    issuer = context.issuer.name if context.issuer else None
    if name != issuer or not _THE_COMPANY.fullmatch(mention.text) or context.speaker_at(sentence.span.start):
        return name
    if "Company" in mention.text and _DEFINED.search(context.document.text):
        return name
    unit = _unit_told(context, context.document.sentences[sentence.number - 1]) if sentence.number else None
    if unit:
        return unit
    if _of_taken(context, sentence):
        return None
    for earlier in reversed(context.document.sentences[max(0, sentence.number - 3) : sentence.number]):
        told = [m for m in context.annotated(earlier).mentions if m.kind in _ACTORS]
        profile = bool(told) and told[0].start == 0 and bool(_PROFILE.match(earlier.text, told[0].end))
        if any(party_name(context, m) == issuer for m in told[: 1 if profile else None]):
            return name
        if profile or (earlier.block == sentence.block and told and not _oblique(earlier.text, told[0])):
            return party_name(context, told[0]) or name
    return name


def stranger(sentence: Sentence, annotated: Annotated, at: int) -> bool:
    """Whether the subject after the adjunct that opens a sentence is a capitalised name that is known for nobody's."""
    found = _STRANGER.search(sentence.text, at) if _ADJUNCT.match(sentence.text) else None
    return found is not None and not any(
        m.start < found.end("who") and found.start("who") < m.end for m in annotated.mentions
    )


def _unit_told(context: Context, earlier: Sentence) -> str | None:
    """The subsidiary of which a parent has just announced that it does something."""
    for mention in context.annotated(earlier).mentions:
        if mention.kind is MentionKind.ORG and _ITS_UNIT.search(
            earlier.text, max(0, mention.start - 60), mention.start
        ):
            return party_name(context, mention)
    return None


def _led_to(text: str, annotated: Annotated, at: int) -> Mention | None:
    """The subject that follows the adjunct which opens a sentence: "In connection with the closing, Alder recorded"."""
    for after in annotated.mentions:
        if after.start < at or after.kind not in _ACTORS or not text[: after.start].endswith(", "):
            continue
        if _NEW_CLAUSE.search(text, at, after.start):
            return None
        if _VERB_NEXT.match(text, after.end):
            return after
    return None


def _oblique(text: str, mention: Mention) -> bool:
    """Whether a mention is the object of a preposition or owns the next noun."""
    return bool(
        _OBLIQUE.search(text[max(0, mention.start - 25) : mention.start])
        or _BRACKETED.search(text[max(0, mention.start - 60) : mention.start])
        or _POSSESSIVE.match(text, mention.end)
    )


def _listed(text: str, mention: Mention, before: list[Mention]) -> bool:
    """Whether a mention goes on a list of three or more names, so that it is no subject by itself."""
    at = before.index(mention)
    joints = [text[before[n - 1].end : before[n].start] for n in (at, at - 1) if n > 0]
    return (
        bool(joints)
        and bool(_JOINT.fullmatch(joints[0]))
        and (joints[0].startswith(", ") or (len(joints) > 1 and bool(_JOINT.fullmatch(joints[1]))))
    )


def _implied(context: Context, sentence: Sentence, annotated: Annotated, at: int, before: list[Mention]) -> str | None:
    """The owner named by "Alder's", "our", or the issuer where the clause names no other subject."""
    strange = _STRANGE.match(sentence.text)
    if strange and not any(m.start < strange.end("who") for m in annotated.mentions):
        return None
    for mention in reversed(before):
        if mention.kind is MentionKind.OUR or _POSSESSIVE.match(sentence.text, mention.end):
            if _OTHERS.search(sentence.text, mention.end, min(at, mention.end + _NEAR_NOUN)):
                return None  # "one of our customers is relocating": who, is not told
            return _whom(context, sentence, mention)
    head = sentence.text[:at]
    for mention in annotated.mentions:
        if mention.end <= at:
            head = head[: mention.start] + " " * (mention.end - mention.start) + head[mention.end :]
    cut = [found.end() for found in _NEW_CLAUSE.finditer(head)]
    clause = head[cut[-1] if cut else 0 :]
    if not before and sentence.kind is BlockKind.ABOUT and _ITS_ARM.match(clause):
        return antecedent(context, sentence)
    if not before and _FIRM_ACTS.match(clause):
        return home(context, sentence)
    if not before and len(cut) == 0 and _IT_ACTS.match(clause):
        return antecedent(context, sentence)
    if not _NO_SUBJECT.fullmatch(_KIND_OF_FIRM.sub("", clause, count=1)):
        return _of_headline(context, sentence)
    if re.match(r"(?:It|They)\b", sentence.text) or (
        sentence.kind is BlockKind.ABOUT and _ITS_KIND.match(sentence.text)
    ):
        return antecedent(context, sentence)
    return home(context, sentence)


def _of_headline(context: Context, sentence: Sentence) -> str | None:
    """The issuer, where a headline opens with the first word of its name: "Ashford to close plant"."""
    issuer = context.issuer
    if issuer is None or sentence.kind is not BlockKind.HEADLINE:
        return None
    return issuer.name if sentence.text.split(" ", 1)[0].lower() == issuer.name.split(" ", 1)[0].lower() else None


def home(context: Context, sentence: Sentence) -> str | None:
    """Whose text it is: the speaker's company in a quotation, the company of an about block, else the issuer."""
    quoted = context.speaker_at(sentence.span.start)
    if quoted:
        party = context.we_at(sentence.span.start)
        return party.name if party else None
    if _of_taken(context, sentence):
        return None
    home = context.parties.home(sentence) if sentence.kind is BlockKind.ABOUT else context.issuer
    return home.name if home else None


def _of_taken(context: Context, sentence: Sentence) -> bool:
    """Whether a sentence stands in the profile of a company just bought that only its heading tells of."""
    at = sentence.span.start
    return (
        sentence.kind is BlockKind.ABOUT and _OF_TAKEN.search(context.document.text, max(0, at - _NEAR), at) is not None
    )


def antecedent(context: Context, sentence: Sentence) -> str | None:
    """The subject of the sentence before, when it stands in the same block; else whose text it is."""
    if sentence.number:
        earlier = context.document.sentences[sentence.number - 1]
        if earlier.block == sentence.block:
            annotated = context.annotated(earlier)
            first = next((m for m in annotated.mentions if m.kind in _ACTORS), None)
            name = party_name(context, first)
            if name and first and not _NO_HEAD.search(earlier.text, 0, first.start):
                return name
    return home(context, sentence)
