"""Where sentences end, for the English of press releases."""

from __future__ import annotations

import re

CAP = 2000  # characters: longer stretches are cut so that every pattern over a sentence stays cheap

# A stop, what closes with it, white space, and then something that can open a sentence.
_STOP = re.compile(
    r"""(?<![.!?\u2026])(?P<stop>[.!?\u2026]++)(?P<close>["'\u201d\u2019\u00bb)\]*]{0,6})\s++(?=["'\u201c\u2018\u00ab(\[*]{0,4}(?:[^\Wa-z_]|[a-z][A-Z]|[$\u20ac\u00a3\u2022]))"""
)
# Two sentences that lost the blank between them: "in the coming years.In the first half".
_GLUED = re.compile(
    r"""(?P<stop>[.!?])(?:(?<=[a-z]{3}[.!?])|(?<=[a-z\d]\)[.!?])|(?<=\b(?:19|20)\d\d[.!?]))(?P<close>["\u201d]?)(?=["\u201c]?(?:In|The|However|For|We|It|This|These|As|With|At|On|Our|During|Following|An?|All)\s["\u201ca-zA-Z])"""
)
# A heading that lost the line break behind it: "Shareholders' EquityTotal shareholders' equity increased".
_HEADED = re.compile(
    r"\s?(?:[A-Z][\w\u2019'&-]*\s(?:(?:and|of|the|for|in|to|&)\s)?){1,5}[A-Z][a-z\u2019']*[a-z](?=(?:Net\s(?:income|sales|revenues?|loss|interest|cash)|Total\s[a-z]|The\s[a-z]|Our\s[a-z]|In\s(?:the|20)|As\sof|For\sthe|Gross\s[a-z]|Operating\s[a-z]|Cash\s[a-z]|During\s))"
)
_LAST = re.compile(r"[^\s(\[\"\u201c\u2018'/*]*$")
# Behind "Inc." a name with its verb opens a sentence; a post or a kind of stock goes on with the company.
_SUBJECT = re.compile(
    r"(?!(?:President|Chair|Chief|C[EFIOT]O|Vice|Executive|Senior|Director|Founder|Board|Class|Series|Common|Preferred|Shares?|Stock)\b)"
    r"[A-Z][\w&.\u2019'-]*(?:,? (?:[A-Z&][\w&.\u2019'-]*|of|the)){0,5},? (?:is|are|was|were|has|have|had|will|also|said|served|acted|joined"
    r"|offers|provides|operates|manufactures|designs|develops|makes|owns|announced|reported|expects|plans)\b"
)
_SERIES = re.compile(r"I(?:,| \()")  # "Corbel Acquisition Corp. I, a blank check company"
_NEXT = re.compile(r"[\"'\u201c\u2018(\[*]{0,4}([\w&\u2019']+)")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?$|(?<![A-Za-z])[A-Z]$")

# After these a sentence goes on, whatever follows.
_NEVER_LIST = (
    "mr mrs ms messrs dr prof st ste gen sen rep gov lt col capt cmdr maj sgt rev hon vs v fig figs approx mt ft "
    "nos art sec ext tel dept est e.g i.e cf al ave blvd rm pres supt adm amb atty"
)
# After these it goes on when a number follows.
_NUMBERED_LIST = "no jan feb mar apr jun jul aug sep sept oct nov dec p pp vol ch item rule para cal"
# After these it ends only where the next word opens sentences.
_EITHER_LIST = (
    "inc corp co ltd cos bros plc llc lp l.p llp s.a n.v a.g b.v u.s u.k u.n e.u d.c a.m p.m jr sr ph.d m.d esq "
    "etc no calif mass conn pa fla ill ind mich minn wis wash ore ariz colo tex okla kan neb nev tenn ala ark "
    "miss mo la md del va ga ky n.y n.j n.c s.c n.h n.m r.i w.va n.d s.d ont que alta b.c jan feb mar apr jun jul "
    "aug sep sept oct nov dec intl int'l assn bldg mfg pty gmbh s.p.a s.a.b s.r.l usa u.s.a p.l.c sa ag nasdaq "
    "dist gov't dep't tech univ ed b.a b.s m.b.a m.s j.d c.p.a cpa mba"
)
_OPENERS_LIST = (
    "a about according accordingly additionally after all also although among an and another any anyone as at "
    "based because before beginning both but by certain currently despite due during each earlier effective "
    "either even every except excluding following for founded from further furthermore given he headquartered her "
    "here his how however i if in including instead it its last later like many may meanwhile more moreover most "
    "no none nor not nothing notwithstanding now of on once one only or other our over overall owing per please "
    "previously prior pursuant readers recently she shareholders similarly since so some such that the their then "
    "there therefore these they this those though through thus to today together total traded under unless until "
    "upon using we what when where whether which while who will with within without yesterday yet you your "
    "founded formed both forward-looking approximately net revenue revenues sales earnings"
)
_SUFFIXES_LIST = "inc corp co company ltd llc plc"
_NEVER = frozenset(_NEVER_LIST.split())
_NUMBERED = frozenset(_NUMBERED_LIST.split())
_EITHER = frozenset(_EITHER_LIST.split())
_OPENERS = frozenset(_OPENERS_LIST.split())
_SUFFIXES = frozenset(_SUFFIXES_LIST.split())


def split(text: str) -> list[tuple[int, int]]:
    """The sentences of a folded paragraph as half-open ranges, blanks between them left out."""
    found: list[tuple[int, int]] = []
    start = 0
    for stop in sorted((*_STOP.finditer(text), *_GLUED.finditer(text)), key=re.Match.start):
        if _ends(text, start, stop):
            start = _past_heading(text, start, found)
            _add(text, start, stop.end("close"), found)
            start = stop.end()
    _add(text, _past_heading(text, start, found), len(text), found)
    return found


def _past_heading(text: str, start: int, found: list[tuple[int, int]]) -> int:
    """Where a sentence starts behind a heading that is glued to it, which is added by itself."""
    headed = _HEADED.match(text, start)
    if headed is None:
        return start
    _add(text, start, headed.end(), found)
    return headed.end()


def _add(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    """Add text[start:end] trimmed, cut where it exceeds the cap."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    while end - start > CAP:
        cut = max(text.rfind("; ", start, start + CAP), text.rfind(". ", start, start + CAP)) + 1
        if cut <= start + CAP // 4:
            cut = text.rfind(" ", start, start + CAP)
        if cut <= start:
            cut = start + CAP
        found.append((start, cut))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        found.append((start, end))


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a sentence ends at the stop, given where it started."""
    at = stop.start()
    following = _NEXT.match(text, stop.end())
    word = following.group(1) if following else ""
    mark = stop.group("stop")
    if mark[0] in "!?":
        return word.lower().rstrip(".,") not in _SUFFIXES
    if len(mark) > 1 or mark == "\u2026":
        return len(mark) > 3 or (at > 0 and text[at - 1] != " " and word.lower() in _OPENERS)
    before = _before(text, start, at)
    key = before.lower()
    if not before:
        return True
    if key in _NEVER or (key in _NUMBERED and word[:1].isdigit()):
        return False
    if before.isdigit() and at - len(before) <= start and len(before) <= 2:
        return False  # the number of a list item
    if key in _EITHER or _DOTTED.search(before):
        if stop.group("close")[:1] in ('"', "\u201d"):
            return True
        if key in _SUFFIXES and _SERIES.match(text, stop.end()):
            return False
        if key in _SUFFIXES and _SUBJECT.match(text, stop.end()):
            return True
        return word.lower() in _OPENERS and not (len(before) == 1 and before.isupper() and before != "I")
    return True


def _before(text: str, start: int, at: int) -> str:
    """The word that the stop closes, without what opens it."""
    found = _LAST.search(text, max(start, at - 24), at)
    return found.group() if found else ""
