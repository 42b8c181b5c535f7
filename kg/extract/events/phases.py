"""Whose deed a matched verb is, and in which phase: read off the words that stand before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.events.performers import BARE, DIRECT, PAIR, performers
from kg.model import Mention, Status
from kg.text.patterns import compile_pattern, plain
from kg.text.rules import Match

_AUXILIARIES = frozenset(
    re.findall(
        r"\S+",
        """
    has have had having is are was were be been being will would shall should may might could can cannot
    very so particularly to principle not never also having gone exclusive advanced preliminary originally proposal tax-free pursue pursuing undertake today recently now already successfully just formally officially previously
    subsequently currently further jointly unanimously initially immediately promptly agreed
    agrees agree plans plan planned planning intends intend intended expects expect expected anticipates
    anticipated anticipate proposes proposed scheduled set hopes hope seeks seeking sought aims
    considering exploring evaluating continues continued continue begun began begins begin started
    starts unable able failed fails declined refused no longer committed continuing decided elected
    chosen determined approved voted authorized entered entering into signed signs executed reached
    reaches a an the definitive binding non-binding nonbinding merger purchase asset stock share
    agreement agreements letter of intent deal prepares preparing prepared prepare ready poised moves gears contract intention option right process in announced
    announces announce announcing pleased proud excited delighted thrilled happy honored glad report
    reported reports disclosed confirmed confirms that its their terminated terminates terminate
    current present immediate near-term plans intentions commitment do does did don't don’t doesn't doesn’t didn't
    didn’t hasn't hasn’t haven't haven’t won't won’t isn't isn’t aren't aren’t wasn't wasn’t weren't weren’t on track
    whether weigh weighs weighing studying examining explores ways consider considers evaluate evaluates undecided
    call called off rule ruled out reject rejected rejects proposal proposals against scrapped shelved
    cancelled canceled abandoned withdrew withdrawn ended ends dropped lapsed offer bid hostile proposed finalizes finalized completes completed soon later loi mou talks discussions negotiations signing memorandum understanding
    unveiled unveils outlined outlines detailed revealed reveals previously-announced resolved resolves
        """,
    )
)
_ADVERB = re.compile(r"[a-z]{3,}ly(?<!apply)(?<!supply)(?<!family)(?<!italy)")
_MOST_WORDS = 16
_WINDOW = 620
_GLAD = re.compile(r"\b(?:pleased|proud|excited|delighted|thrilled|happy|honored|glad|able) to\b(?: announce| report)?")
_HAPPY = re.compile(r"\b(?:pleased|proud|excited|delighted|thrilled|happy|honored|glad) to(?: announce| report)?\Z")
_SAYS = re.compile(r"announc(?:e|es|ing)\Z", re.IGNORECASE)
_NEWS = re.compile(r"(?:report|introduce|launch|unveil|release|debut|welcome|appoint|name|present)\Z", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:not|never|cannot|no longer|unable|failed|fails|declined|refused|terminate[sd]?|cancell?ed|abandoned|withdrew|withdrawn|ended|ends|dropped|lapsed|called off|ruled? out|reject(?:s|ed)?|scrapped|shelved|(?:decided|opted|voted) against)\b|n['’]t\b"
    r"|\bno (?:\w+ ){0,2}(?:plans?|intentions?|intent|commitments?|agreements?|decisions?|talks|discussions|negotiations|proposals?)\b"
)
_HABIT = re.compile(
    r"\b(?:do|does) not(?: \w+ly)?\Z|\b(?:don|doesn)['’]t(?: \w+ly)?\Z|\bcontinues? to\Z"
)  # "does not provide guidance"
_WENT_ON = re.compile(
    r"(?:\A|(?:has|have|had|also|further|\w+ly) )continued(?: \w+ly)? to\Z"
)  # "continued to implement"
_UNDECIDED = re.compile(r"\bwhether\b")  # "has not decided whether to" denies nothing
_POSSIBLE = re.compile(
    r"\b(?:may|might|could|can|whether|considers?|considering|weigh(?:s|ing)?|studying|examining|explor(?:es|ing)|evaluat(?:es|ing)|seeks|seeking|sought|hopes?|option|right|talks|discussions|negotiations)\b"
)
_DONE = re.compile(
    r"\b(?:finalizes|finalized|completes|completed)\b.*\b(?:deal|agreement|transaction|plans?|process)\b"
)
_PERHAPS = re.compile(r"\b(?:may|might|could|can)\b")  # what could happen is the talk of risk warnings
_PLANNED = re.compile(
    r"\b(?:will|would|shall|should|to|plans?|planned|planning|intends?|intended|expects?|expected|anticipate[sd]?|"
    r"agree[sd]?|agreements?|loi|mou|proposes|proposed|scheduled|intent|intention|decided|committed|approved|aims|on track)\b"
)
_LED = re.compile(
    r"(?:(?:the|our|its) (?:newly|recently|just)|following|after|since|as (?:a|the) result of|due to|such as|including|notably)\b",
    re.IGNORECASE,
)
_TOWARDS = re.compile(r"to(?: (?:the|an?|its|their|that)(?: \w+ly)?)+")
_CAUSE = re.compile(
    r"\b(?:due|owing|thanks|attributable|attributed|relat(?:ed|es?|ing)|prior|subsequent|addition|contributed)\Z"
)
_NOT_YET = {
    Status.DENIED: _DENIED,
    Status.POSSIBLE: _POSSIBLE,
    Status.PLANNED: _PLANNED,
}
_TENSE = re.compile(
    r"(?:[\w-]+ed|\w*paid|been|was|were|has|have|had|won|sold|bought|began|begun|built|cut|set|made|gave|given|took|taken|paid|chose|chosen|left|held|written|"
    r"broke|broken|drew|drawn|struck|sought|became|become|brought|rose|fell|got|spun|met|lost|shut|went|filed|wrote|spent|chose|drew|"
    r"sustained|withdrew|withdrawn|stepped|laid|let|put|split|rang|saw|spoke|hit|known|shown)\Z",
    re.IGNORECASE,
)
_UNDER_WAY = re.compile(r"\b(?:is|are|began|begun|begins|started|currently|process|continu\w+)\b")
_BASE = re.compile(  # a verb that shows no tense, where none stands before it
    r"(?:Launch|Introduce|Release|Unveil|Complete|Close|Sign|Expand|Open|Acquire|Sell|Develop|Build|Secure|Obtain|Receive|Achieve|Begin|"
    r"Start|Commence|Initiate|File|Submit|Implement|Reduce|Eliminate|Consolidate|Establish|Ship|Deliver|Execute|Raise|Repay|Appoint|Hire)\b"
)
_IF = re.compile(r"\b(?:if|unless|whether|should|were|until|once)(?: the| a| an| our| its)? ?\Z", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:when|where)(?: the| a| an| our| its)? ?\Z", re.IGNORECASE)
_MONTHS = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_ADVERBIAL = compile_pattern(  # what may stand between a subject and its verb: "Capital One in October announced"
    rf"(?:\A|,? )(?:(?:(?:in|on|during|by|for|effective(?: as of)?|as of|late in|early in)(?: the| or about)?(?: late| early| mid-?| same)?|last|earlier|late|this|earlier this|late last)"
    rf" (?:{{date}}|{{period}}|{_MONTHS}|week|month|year|quarter|spring|summer|fall|winter|\w+day)(?: of (?:this|last) year| this year| last year)?|{{period}}|{{date}}|yesterday),?\Z"
)
_INSERTED = re.compile(  # "resolved, with the consent of the Supervisory Board, to increase"
    r",? (?:with|subject to|upon|following|after|having|together with|on the recommendation of|pursuant to|under)\b(?! which)"
    r"(?:[^,;.]|\.(?! [A-Z])){3,110},\Z"
)
_LICENSED = re.compile(
    r"\b(?:(?:has|have|had) )?(?:received|obtained|secured|won|gained)(?: [\w-]+){0,4} (?:commitments?|approvals?|clearance|authorization|"
    r"consents?|permission|permits?)(?: from [^,;]{1,60})? to\Z"
)
_FUTURE = r"\b(?:will|would|shall|plans? to|intends? to|expects? to|agreed to|may|might|could|can|seeks? to|hopes? to|continues? to)\b"
_SHARED = re.compile(
    rf"(?P<cue>{_FUTURE})(?:[^.;:]|\.\d){{1,140}}?(?:,? and|,? or|,)(?: also| then| \w+ly)?\Z"
)  # "will lease and equip"
_BEGUN = compile_pattern(  # a past main clause, to which a participle belongs: "completed a restructuring, spinning off"
    r"{who:org|we}(?: ?[(\[][^()\[\]]{1,160}[)\]]){0,2}(?:, [^;:]{2,200}?,)? (?:(?:has|have|also|recently|successfully|today|\w+ly) ){0,3}"
    r"(?:[\w-]+ed|won|sold|bought|began|built|made|took|grew|spent|became|brought|rose|met|moved)\b[^;:]{1,240}?(?:,(?: and)?|\b(?:by|after|since|following|including))"
    r"(?: also| then| \w+ly)?\Z"
)
_FRONTED = re.compile(  # "After acquiring it in May, Corlane moved": what is told before the main clause
    r"(?:\A|[.;:] |[“\"] ?|\b(?:that|and|but) )(?:(?:shortly|soon|immediately|just|\w+ (?:years?|months?|weeks?|days?)) )?(?:after|since|following|besides|(?P<by>by))\Z",
    re.IGNORECASE,
)
_MAIN = compile_pattern(  # whose main clause it is, told as done or lasting
    r"(?:[^;.]|\.(?! ?[A-Z])){0,170}?, (?:{who:org|we}|(?:the (?:company|corporation|bank|firm|group|partnership|trust))|it|they)"
    r"(?: (?:now|then|also|\w+ly|subsequently))? (?:(?P<past>has|have|had|was|were|[\w-]+ed|took|made|became|began|grew|rose)|is|are|now|employs|operates|owns|serves)(?!\w)"
)
_OPEN = re.compile(
    rf"{_FUTURE}|\b(?:if|plans?|intends?|expects?|expected|to be|designed to|strategy|opportunit\w+|focus\w*|said|believes?)\b"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Who does what the verb tells (none when the issuer is meant by default), and in which phase."""

    parties: tuple[Mention, ...]
    name: str | None  # a proper name in the subject's place that no mention covers
    default: bool  # whether the words point back to the issuer without naming it
    status: Status | None  # None: no assertion (a habit, a purpose, a condition)


def standing(match: Match, *, verb: bool, telegraphic: bool, listed: bool = False) -> Standing:
    """How the words before a match frame it.

    Headlines are telegraphic: their present tense asserts. Items of a list are so where no subject stands.
    """
    coded = match.annotated.coded
    before = coded[max(0, match.found.start() - _WINDOW) : match.found.start()].rstrip()
    licensed = _LICENSED.search(before)
    rest, auxiliaries = _auxiliaries(before[: licensed.start()].rstrip() if licensed else before)
    if licensed:
        auxiliaries = f"{auxiliaries} approved to".strip()
    adverbial = _ADVERBIAL.search(rest)
    if (
        adverbial and not auxiliaries.startswith("of ") and not (_is_gerund(match) and not auxiliaries)
    ):  # "told the union in March of its plan to"
        rest, more = _auxiliaries(rest[: adverbial.start()].rstrip())
        auxiliaries = f"{more} {auxiliaries}".strip()
    inserted = _INSERTED.search(rest)
    if inserted and auxiliaries.split(" ")[0] == "to":
        rest, more = _auxiliaries(rest[: inserted.start()].rstrip())
        auxiliaries = f"{more} {auxiliaries}".strip()
    parties, default = performers(match.annotated, rest, telegraphic=telegraphic or listed)
    curt = telegraphic or (listed and (not parties or match.found[0][:1].isupper()))
    status = _phase(match, rest, auxiliaries, verb=verb, telegraphic=curt)
    if verb and listed and not telegraphic and not rest and not auxiliaries and _BASE.match(match.found[0]):
        status = None  # "Launch a tablet version": an item of what is to be done
    clause = _without_subject(rest)
    past = verb and status is Status.ACTUAL and bool(parties)
    if any(_IF.search(part) or (not past and _WHEN.search(part)) for part in (rest, clause)):
        status = None
    main = _main_clause(match, rest) if verb and status is None and _is_gerund(match) else None
    if main:
        parties, default = ((match.annotated.filler(main["who"]),), False) if main["who"] else ((), True)
        status = Status.ACTUAL
    bare = None if parties or telegraphic or listed else BARE.search(rest)
    name = plain(bare["who"], match.annotated.mentions) if bare else None
    return Standing(parties, name, default or "having" in auxiliaries.split(), status)


def _is_gerund(match: Match) -> bool:
    return match.found[0].partition(" ")[0].lower().endswith("ing")


def _main_clause(match: Match, rest: str) -> re.Match[str] | None:
    """The main clause behind a gerund that opens a sentence and tells of a deed; "By doing so, it grows" tells none."""
    fronted = _FRONTED.search(rest)
    main = _MAIN.match(match.annotated.coded, match.found.end()) if fronted else None
    return None if main is None or (fronted and fronted["by"] and not main["past"]) else main


def _auxiliaries(before: str) -> tuple[str, str]:
    words = before.split(" ")
    kept = 0
    while kept < min(len(words), _MOST_WORDS):
        word = words[-1 - kept]
        bare = word.strip(",").lower()
        if bare not in _AUXILIARIES and not _ADVERB.fullmatch(bare):
            break
        kept += 1
    cut = len(words) - kept
    return " ".join(words[:cut]).rstrip(), " ".join(words[cut:]).lower()


def _phase(match: Match, rest: str, auxiliaries: str, *, verb: bool, telegraphic: bool) -> Status | None:
    if not verb and _LED.match(match.found[0]):
        return Status.ACTUAL  # "approved the agreement, following a review": what stands before belongs to another verb
    told = _GLAD.sub("", auxiliaries)
    if _DONE.search(told):
        return Status.ACTUAL
    if _HABIT.search(told):
        return None
    if verb and _WENT_ON.search(told):
        return Status.IN_PROGRESS
    for status, cue in _NOT_YET.items():
        if cue.search(told) and not (status is Status.DENIED and _UNDECIDED.search(told)):
            if not verb and (_TOWARDS.fullmatch(told.strip()) or (told.strip() == "to" and _CAUSE.search(rest))):
                return Status.ACTUAL  # "related to the sale": no plan, a preposition
            purpose = status is Status.PLANNED and told.strip() == "to" and not _heads(rest, telegraphic)
            return None if purpose or (status is Status.POSSIBLE and _PERHAPS.search(told)) else status
    if not verb:
        return Status.ACTUAL
    first = re.match(r"[A-Za-z'’-]*", match.found[0])
    word = first[0] if first else ""
    if _SAYS.match(word) or (_NEWS.match(word) and _HAPPY.search(auxiliaries)):
        return Status.ACTUAL  # to announce is to tell: "is proud to announce", "proudly announces"
    if word.lower().endswith("ing"):
        if _UNDER_WAY.search(told):
            return Status.IN_PROGRESS
        return Status.ACTUAL if _BEGUN.search(rest) and not _OPEN.search(rest) else None
    shared = _SHARED.search(rest) if word and word.islower() and not word.endswith("s") and not told else None
    if shared and not _TENSE.match(word):
        return next((status for status, cue in _NOT_YET.items() if cue.search(shared["cue"])), None)
    if word and not _TENSE.match(word) and not telegraphic:
        return None  # "acquires and operates": what it does, not what it did
    return Status.ACTUAL


def _heads(rest: str, telegraphic: bool) -> bool:
    return telegraphic and bool(DIRECT.search(rest) or PAIR.search(rest))


def _without_subject(rest: str) -> str:
    found = DIRECT.search(rest) or re.search(r"\b(?:it|they|the company)\Z", rest, re.IGNORECASE)
    return rest[: found.start()] if found else rest
