"""Whose deed a matched verb is, and in which phase: read off the words that stand before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Mention, Status
from kg.text.patterns import Annotated, Match, compile_pattern, plain

_AUXILIARIES = frozenset(
    re.findall(
        r"\S+",
        """
    has have had having is are was were be been being will would shall should may might could can cannot
    to not never also having gone exclusive advanced preliminary originally proposal tax-free pursue pursuing undertake today recently now already successfully just formally officially previously
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
    r"\b(?:not|never|cannot|no longer|unable|failed|fails|declined|refused|terminate[sd]?|cancell?ed|abandoned|withdrew|withdrawn|ended|ends|dropped|lapsed)\b|n['’]t\b"
)
_POSSIBLE = re.compile(
    r"\b(?:may|might|could|can|considering|exploring|evaluating|seeks|seeking|sought|hopes?|aims|option|right|talks|discussions|negotiations)\b"
)
_DONE = re.compile(r"\b(?:finalizes|finalized|completes|completed)\b.*\b(?:deal|agreement|transaction)\b")
_PERHAPS = re.compile(r"\b(?:may|might|could|can)\b")  # what could happen is the talk of risk warnings
_PLANNED = re.compile(
    r"\b(?:will|would|shall|should|to|plans?|planned|planning|intends?|intended|expects?|expected|anticipate[sd]?|"
    r"agree[sd]?|agreements?|loi|mou|proposes|proposed|scheduled|intent|intention|decided|committed)\b"
)
_TOWARDS = re.compile(r"to(?: (?:the|an?|its|their|that)(?: \w+ly)?)+")
_NOT_YET = {
    Status.DENIED: _DENIED,
    Status.POSSIBLE: _POSSIBLE,
    Status.PLANNED: _PLANNED,
}
_TENSE = re.compile(
    r"(?:[\w-]+ed|\w*paid|been|was|were|has|have|had|won|sold|bought|began|begun|built|cut|set|made|gave|given|took|taken|paid|chose|chosen|left|held|"
    r"broke|broken|drew|drawn|struck|sought|became|become|brought|rose|fell|got|spun|met|lost|shut|went|filed|wrote|spent|chose|drew|"
    r"sustained|withdrew|withdrawn|stepped|laid|let|put|split|rang|saw|spoke|hit|known|shown)\Z",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b")
_UNDER_WAY = re.compile(r"\b(?:is|are|began|begun|begins|started|currently|process|continu\w+)\b")
_IF = re.compile(
    r"\b(?:if|unless|whether|should|were|until|once|when|where)(?: the| a| an| our| its)? ?\Z", re.IGNORECASE
)

_BRACKETS = r"(?: ?[(\[][^()\[\]]{1,160}[)\]]){0,2}"
_PAIR = compile_pattern(rf"{{who:org|we}}{_BRACKETS},?(?: and| &|/) {{with:org}}{_BRACKETS},?\Z")
_AND_ITS_OWN = r"(?: and (?:[^\s,;:]+ of |certain of )?its [^,;:.()]{0,40}?(?:subsidiar(?:y|ies)|affiliates?|units?))?"
_DIRECT = compile_pattern(rf"{{who:org|we}}(?:['’]s?)?{_BRACKETS}{_AND_ITS_OWN},?(?: (?:which|that|who),?)?\Z")
_OPENING = compile_pattern(rf"{{who:org}}{_BRACKETS}, (?:\([^()]{{0,120}}\)|[^;:.!?()]|\.(?! [A-Z])){{3,460}},?\Z")
_JOINT = compile_pattern(rf"[,)] and(?: the)? {{with:org}}{_BRACKETS}(?:,(?:[^;:!?.]|\.(?! [A-Z])){{2,300}})?,?\Z")
_BOARD = compile_pattern(
    rf"(?:(?:{{who:org}}(?:['’]s?)?|the|its|{{our}})(?: \w+)? board(?: of (?:{{title}}|directors|trustees|managers))?|"
    rf"boards? of (?:{{title}}|directors|trustees|managers) of {{who2:org|we}}{_BRACKETS}|"
    rf"(?:(?:{{who3:org}}(?:['’]s?)?|the|its|{{our}}) )?(?:management(?: team| board)?|(?:executive|supervisory) board|"
    rf"(?:audit|special|independent|compensation|executive|board) committee)|"
    rf"(?:the|{{our}}|its|this) (?:\w+ )?(?:company|corporation|bank|firm|group|partnership|trust|fund|organization|airline|"
    rf"issuer|carrier|retailer|chain|utility|insurer|steelmaker|automaker|carmaker|drugmaker|chipmaker|miner|brewer|homebuilder|"
    rf"start-?up|biotech|conglomerate|thrift|railroad))"
    rf"(?: of the company)?(?:, (?:[^;:.()]|\.\d){{2,140}},|,)?\Z"
)
_BARE = compile_pattern(  # two capitalised words or more, at the start of a clause; some may name kinds of sites
    r"(?-i:(?:\A|[;:] |, (?:and |but |while )?|\b(?:that|while|as|after|when|whereas) |[“\"])"
    r"(?P<who>(?!(?:The|Its|Our|An?|In|On|At|By|This|These|All|Certain|Mr|Ms|Mrs|Dr|We|It|Under|Following|After|During|For|As|Since|Couple)\b)"
    r"[A-Z][\w&'’-]+(?: (?:(?:&|and|of) )?(?:[A-Z][\w&'’-]+|{facility})){1,4}),?(?: (?:which|that) ?)?"
    r"(?:,? (?:said|says|announced|announces|reported|disclosed)(?: \w+day| today| that)*,? (?:it|its board(?: of directors)?))?)\Z"
)
_SAID = compile_pattern(
    r"{who:org}(?: \([^()]{1,60}\))?,? (?:said|says|announced|reported|disclosed)(?: today| that)* its\Z"
)
_PRONOUN = re.compile(r"\b(?:it|they)\Z", re.IGNORECASE)
_JOINED = re.compile(r"(?:\b(?:and|but|or|then)|[;,]|,? and (?:has|have))\Z", re.IGNORECASE)
_INSIDE = re.compile(r"\b(?:of|by|for|with|from|at|in|to|parent of|and)(?: the)? \Z", re.IGNORECASE)
_FIRST = compile_pattern(r"{who:org|we}")
_START = re.compile(r"(?:\A|[.:;!?–—•*-] ?|\d+\. ?|[“\"] ?)\Z")


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
    rest, auxiliaries = _auxiliaries(before)
    parties, default = _subject(match.annotated, rest, telegraphic=telegraphic or listed)
    curt = telegraphic or (listed and (not parties or match.found[0][:1].isupper()))
    status = _phase(match, rest, auxiliaries, verb=verb, telegraphic=curt)
    if _IF.search(rest) or _IF.search(_without_subject(rest)):
        status = None
    bare = None if parties or telegraphic or listed else _BARE.search(rest)
    name = plain(bare["who"], match.annotated.mentions) if bare else None
    return Standing(parties, name, default or "having" in auxiliaries.split(), status)


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
    told = _GLAD.sub("", auxiliaries)
    if _DONE.search(told):
        return Status.ACTUAL
    for status, cue in _NOT_YET.items():
        if cue.search(told):
            if not verb and _TOWARDS.fullmatch(told.strip()):
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
        return Status.IN_PROGRESS if _UNDER_WAY.search(told) else None
    if word and not _TENSE.match(word) and not telegraphic:
        return None  # "acquires and operates": what it does, not what it did
    return Status.ACTUAL


def _heads(rest: str, telegraphic: bool) -> bool:
    return telegraphic and bool(_DIRECT.search(rest) or _PAIR.search(rest))


def _without_subject(rest: str) -> str:
    found = _DIRECT.search(rest) or re.search(r"\b(?:it|they|the company)\Z", rest, re.IGNORECASE)
    return rest[: found.start()] if found else rest


def _subject(annotated: Annotated, rest: str, *, telegraphic: bool) -> tuple[tuple[Mention, ...], bool]:
    pair = _PAIR.search(rest)
    if pair:
        return (_mention(annotated, pair["who"]), _mention(annotated, pair["with"])), False
    direct = _DIRECT.search(rest)
    opening = _OPENING.search(rest)
    if opening:
        joint = _JOINT.search(rest, opening.start())
        if joint:
            return (_mention(annotated, opening["who"]), _mention(annotated, joint["with"])), False
    if direct and opening and opening.start() < direct.start() and _INSIDE.search(rest[: direct.start()]):
        return (_mention(annotated, opening["who"]),), False
    if direct:
        return (_mention(annotated, direct["who"]),), False
    board = _BOARD.search(rest)
    if board:
        said = _SAID.search(rest[: board.start() + 3])
        named = board["who"] or board["who2"] or board["who3"] or (said["who"] if said else None)
        return ((_mention(annotated, named),), False) if named else ((), True)
    if _START.search(rest):
        return (), telegraphic  # "Released a new line" heads a list; "Acquired skills matter" does not tell
    if opening and (rest.endswith(",") or _PRONOUN.search(rest) or opening.start() < 200):
        return (_mention(annotated, opening["who"]),), False
    pronoun = _PRONOUN.search(rest)
    if pronoun or _JOINED.search(rest):
        first = _FIRST.search(rest)
        return ((_mention(annotated, first["who"]),), False) if first else ((), bool(pronoun))
    return (), False


def _mention(annotated: Annotated, slot: str) -> Mention:
    return annotated.filler(slot)
