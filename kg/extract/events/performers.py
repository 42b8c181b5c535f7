"""Who stands as the subject before a verb: the organisations that the words to its left make its doers."""

from __future__ import annotations

import re

from kg.model import Mention
from kg.text.patterns import Annotated, compile_pattern

_BRACKETS = r"(?: ?[(\[][^()\[\]]{1,160}[)\]]){0,2}"
PAIR = compile_pattern(rf"{{who:org|we}}{_BRACKETS},?(?: and| &|/) {{with:org}}{_BRACKETS},?\Z")
_LIST = compile_pattern(  # "Alder, Regent and Holm have formed": three or more who do it together
    rf"{{who:org|we}}{_BRACKETS}(?P<more>(?:, {{org}}{_BRACKETS}){{1,5}}),? (?:and|&) {{with:org}}{_BRACKETS},?\Z"
)
_ONE = compile_pattern(r"{org}")
_APPOSED = r"(?:,? (?:an?|the|of|in|which|who|one|headquartered|based|located)\b[^;:]{0,200}?)?"
_BOTH = compile_pattern(
    rf"{{who:org}}{_BRACKETS}{_APPOSED},?(?: together with|,? along with| and| &)(?: the)? {{with:org}}{_BRACKETS}{_APPOSED},? "
    r"(?:[^;:\ue000-\uf8ff]{0,80} )?(?:they|the (?:two )?(?:companies|parties|firms)|both (?:companies|parties|firms))\Z"
)
_PART = compile_pattern(  # a part of a company does what the company does
    r"(?:{who:org|we}['’]s?|{who2:our})(?: (?!(?:and|or|that|which|who|is|was|has|have|were|are|of|for|with)\b)[^\s,;:.()]+){0,6}? "
    r"(?:sites?|units?|divisions?|subsidiar(?:y|ies)|teams?|business|segment|arm|plants?|centers?|clinics?|laborator(?:y|ies)|labs?|"
    r"branch|operations?|{facility})\Z"
)
_AND_ITS_OWN = r"(?: and (?:[^\s,;:]+ of |certain of )?its [^,;:.()]{0,40}?(?:subsidiar(?:y|ies)|affiliates?|units?))?"
DIRECT = compile_pattern(rf"{{who:org|we}}(?:['’]s?)?{_BRACKETS}{_AND_ITS_OWN},?(?: (?:which|that|who),?)?\Z")
_OPENING = compile_pattern(rf"{{who:org}}{_BRACKETS}, (?:\([^()]{{0,120}}\)|[^;:.!?()]|\.(?! [A-Z])){{3,460}},?\Z")
_JOINT = compile_pattern(rf"[,)] and(?: the)? {{with:org}}{_BRACKETS}(?:,(?:[^;:!?.]|\.(?! [A-Z])){{2,300}})?,?\Z")
_BOARD = compile_pattern(
    rf"(?:(?:(?:{{who:org}}(?:['’]s?)?|the|its|{{our}})(?: \w+)? |\A\W*)board(?: of (?:{{title}}|directors|trustees|managers))?|"
    rf"boards?(?: of (?:{{title}}|directors|trustees|managers))? of {{who2:org|we}}{_BRACKETS}|"
    rf"(?:(?:{{who3:org}}(?:['’]s?)?|the|its|{{our}}) )?(?:management(?: team| board)?|(?:executive|supervisory) board|"
    rf"(?:audit|special|independent|compensation|executive|board) committee)|"
    rf"(?:the|{{our}}|its|this) (?:\w+ )?(?:company|corporation|bank|firm|group|partnership|trust|fund|organization|airline|"
    rf"issuer|carrier|retailer|chain|utility|insurer|steelmaker|automaker|carmaker|drugmaker|chipmaker|miner|brewer|homebuilder|"
    rf"start-?up|biotech|conglomerate|thrift|railroad))"
    rf"(?: of the company)?(?:, (?:[^;:.()]|\.\d){{2,140}},|,)?\Z"
)
BARE = compile_pattern(  # two capitalised words or more, at the start of a clause; some may name kinds of sites
    r"(?-i:(?:\A|[;:] |, (?:and |but |while )?|\b(?:that|while|as|after|when|whereas) |[“\"])"
    r"(?P<who>(?!(?:The|Its|Our|An?|In|On|At|By|This|These|All|Certain|Mr|Ms|Mrs|Dr|We|It|Under|Following|After|During|For|As|Since|Couple)\b)"
    r"[A-Z][\w&'’-]+(?: (?:(?:&|and|of) )?(?:[A-Z][\w&'’-]+|{facility})){1,4}),?(?: (?:which|that) ?)?"
    r"(?:,? (?:said|says|announced|announces|reported|disclosed)(?: \w+day| today| that)*,? (?:it|its board(?: of directors)?))?)\Z"
)
_AND = re.compile(r"\band(?: then| also| has| have| later| subsequently)*\Z")
_DONE_FIRST = re.compile(
    r"\W*(?-i:[A-Z])(?:\w+ed|old|ought|on|egan|uilt|ade|ook|igned)\b"
)  # "Sold X to Y, and launched"
_NAMED_APART = compile_pattern(  # "Brackwell Power, a utility in which Alder holds a stake, said it": a name that no mention covers
    r"\A(?-i:(?!(?:The|Its|Our|In|On|At|By|This|These|All|Under|Following|After|During|For|As|Since|Founded|Based)\b)"
    r"[A-Z][\w&'’-]+(?: [A-Z][\w&'’-]+){1,4}), (?:an?|the|one|whose|which)\b[^;:]{3,200}\Z"
)
_SAID = compile_pattern(
    r"{who:org}(?: \([^()]{1,60}\))?,? (?:said|says|announced|reported|disclosed)(?: today| that)* its\Z"
)
_PRONOUN = re.compile(
    r"\b(?:it|they)(?: and (?:[^\s,;:]+ of )?its [^,;:.()]{0,40}?(?:subsidiar(?:y|ies)|affiliates?|units?))?\Z",
    re.IGNORECASE,
)
_IT = re.compile(r"\W*(?:it|they)\b", re.IGNORECASE)
_THAT = re.compile(r"\bthat (?:company|firm|bank|business|group)\Z", re.IGNORECASE)
_OBJECT = re.compile(r"\b(?:of|by|for|with|from|at|in|to|between|including|parent)(?: the)? \Z", re.IGNORECASE)
_JOINED = re.compile(r"(?:\b(?:and|but|or|then|by|after)|[;,]|,? and (?:has|have))\Z", re.IGNORECASE)
_INSIDE = re.compile(r"\b(?:of|by|for|with|from|at|in|to|parent of|and)(?: the)? \Z", re.IGNORECASE)
_HEAD = compile_pattern(r"\W*{who:org}(?!['’])")
_FIRST = compile_pattern(r"{who:org|we}")
_FORMER = re.compile(
    r"\b(?:formerly(?: known as| called| named)?|f/k/a|previously(?: known as| called| named)?)(?: the)? \Z",
    re.IGNORECASE,
)
_PARTNER = compile_pattern(  # "Under an agreement with Regent, a maker of lenses, it will": the company that speaks
    r"\W*(?:under|following|pursuant to|as part of|together with|along with|working with|with|through|in (?:cooperation|collaboration|partnership)|thanks to|after)"
    r"\b[^,;:\ue000-\uf8ff]{0,80}?{who:org}(?: \([^()]{1,60}\))?(?:, (?:an?|the) [^,;:]{2,80})?, (?:it|they)\Z"
)
_NO_SUBJECT = re.compile(r"\b(?:of|by|for|with|from|to|between)(?: the)? \Z", re.IGNORECASE)
_START = re.compile(r"(?:\A|[.:;!?–—•*-] ?|\d+\. ?|[“\"] ?)\Z")


def performers(annotated: Annotated, rest: str, *, telegraphic: bool) -> tuple[tuple[Mention, ...], bool]:
    """The organisations that a verb's subject names, and whether it points back to the company that speaks.

    `rest` is coded text up to the verb and its auxiliaries; two organisations are told when both do it.
    """
    several = _LIST.search(rest)
    if several and not _OBJECT.search(rest, 0, several.start()):
        slots = (several["who"], *_ONE.findall(several["more"]), several["with"])
        return tuple(_mention(annotated, slot) for slot in slots), False
    pair = PAIR.search(rest) or _BOTH.search(rest)
    if pair and not _OBJECT.search(rest, 0, pair.start()):
        return (_mention(annotated, pair["who"]), _mention(annotated, pair["with"])), False
    part = _PART.search(rest)
    if part:
        return (_mention(annotated, part["who"] or part["who2"]),), False
    direct = DIRECT.search(rest)
    opening = _opening(rest)
    if direct and _FORMER.search(rest, 0, direct.start()):
        first = _FIRST.search(rest)
        return ((_mention(annotated, first["who"]),), False) if first and first.start() < direct.start() else ((), True)
    joined = _joined(annotated, rest, opening, telegraphic=telegraphic)
    if joined is not None:
        return joined
    if direct and opening and opening.start() < direct.start() and _INSIDE.search(rest[: direct.start()]):
        return (_mention(annotated, opening["who"]),), False
    headed = _HEAD.match(rest) if direct and telegraphic and _OBJECT.search(rest, 0, direct.start()) else None
    if headed and direct and headed.start("who") < direct.start():  # "Regent Buys Assets of Alder Corp. Launches Alto"
        return (_mention(annotated, headed["who"]),), False
    if direct:
        return (_mention(annotated, direct["who"]),), False
    board = _BOARD.search(rest)
    if board:
        said = _SAID.search(rest[: board.start() + 3])
        named = board["who"] or board["who2"] or board["who3"] or (said["who"] if said else None)
        return ((_mention(annotated, named),), False) if named else ((), True)
    if _START.search(rest):
        return (), telegraphic  # "Released a new line" heads a list; "Acquired skills matter" does not tell
    if opening and not _PARTNER.match(rest) and (rest.endswith(",") or _PRONOUN.search(rest) or opening.start() < 200):
        return (_mention(annotated, opening["who"]),), False
    return _pointed(annotated, rest, telegraphic=telegraphic)


def _pointed(annotated: Annotated, rest: str, *, telegraphic: bool) -> tuple[tuple[Mention, ...], bool]:
    """The organisation that "that company", a pronoun or a second verb points back to."""
    if _THAT.search(rest):
        named = [found["who"] for found in _FIRST.finditer(rest)]
        return ((_mention(annotated, named[-1]),), False) if named else ((), False)
    pronoun = _PRONOUN.search(rest)
    if pronoun and _PARTNER.match(rest):
        return (), True
    if pronoun or _JOINED.search(rest):
        first = _FIRST.search(rest)
        if first and telegraphic and _START.search(rest[: first.start()]) is None:
            return (), True  # "Regent Launches Alto and Announces": the name that opens the line is not known
        return ((_mention(annotated, first["who"]),), False) if first else ((), bool(pronoun or _IT.match(rest)))
    return (), False


def _opening(rest: str) -> re.Match[str] | None:
    """The subject at the head of a clause with an insertion; not one after a preposition: "with Regent, ... as it"."""
    opening = _OPENING.search(rest)
    if opening is None or not _NO_SUBJECT.search(rest, 0, opening.start()):
        return opening
    later = _OPENING.search(rest, opening.start() + 2)
    if later and rest.endswith(",") and rest[: later.start()].endswith(", "):
        return later
    first = _FIRST.search(rest)
    return _OPENING.match(rest, first.start()) if first else None


def _joined(
    annotated: Annotated, rest: str, opening: re.Match[str] | None, *, telegraphic: bool
) -> tuple[tuple[Mention, ...], bool] | None:
    """The subject of a second verb, or of two subjects with descriptions between; None where nothing is so joined."""
    second = bool(_AND.search(rest))
    if telegraphic and second and _DONE_FIRST.match(rest):
        return (), True
    if _NAMED_APART.match(rest) and not DIRECT.search(rest):
        return (), False
    if opening is None:
        return None
    first = _FIRST.search(rest)
    if second and first and first.start() < opening.start() and rest[first.end() : first.end() + 2] != ", ":
        return (_mention(annotated, first["who"]),), False
    joint = _JOINT.search(rest, opening.start())
    return ((_mention(annotated, opening["who"]), _mention(annotated, joint["with"])), False) if joint else None


def _mention(annotated: Annotated, slot: str) -> Mention:
    return annotated.filler(slot)
