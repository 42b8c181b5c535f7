"""Whether a person holds, takes or leaves a post, by the words around both; when is told in kg/mentions/tenure_dates.py."""

from __future__ import annotations

import re

from kg.mentions.change_words import (
    CHOICE,
    CHOOSES,
    CHOSEN,
    INVERTED,
    LEAVE,
    LEAVE_TAKING,
    LEAVES,
    LEAVING,
    LEFT,
    SENT_AWAY,
)

_TAKES_BEFORE = re.compile(
    rf"\b(?:{CHOOSES}|{CHOICE} of|naming of)(?: to the board)?(?: (?:of )?(?:directors )?)?"
    r"(?:,? (?!and\b|of\b|by\b)[\w’'-]+){0,4},? (?:(?:that|of) )?(?:(?:Mr|Ms|Mrs|Dr)\.? )?$",
    re.IGNORECASE,
)
# Done to those who hold a post already too: "welcomed CEO Ann Lee", "the return of its treasurer, Ann Lee".
_GREETS_BEFORE = re.compile(
    r"\b(?:(?:add|engag|pick|introduc|turn|bring|approv)(?:e?s|e?d|ing|e)?|brought|return of)(?: [\w’',-]+){0,7} ?$",
    re.IGNORECASE,
)
_INVERTED = re.compile(INVERTED)
_NOMINATES = re.compile(
    r"\b(?:nominat(?:es?|ed|ing|ion of)|nominees?)\b|\b(?:propos(?:es?|ed|ing)|recommend(?:s|ed)?) (?:the (?:election|appointment) of )?(?:[A-Z][\w.’'-]* ){0,4}$",
    re.IGNORECASE,
)
_LEAVES_BEFORE = re.compile(
    rf"\b{LEAVE_TAKING} of (?:its|our|the)(?: (?!appoint|elect|promot)[\w’'()“”\".-]+){{1,8}} (?:and )?$|"
    rf"\b(?:{LEAVE_TAKING}|(?:replac(?:es?|ed|ing)|succeed(?:s|ed|ing)?)(?! by\b)|successor to|employment of|takes over from|taking over from|took over from) (?:of |from )?(?:(?!by\b)[\w’'-]+ ){{0,4}}(?:(?:Mr|Ms|Mrs|Dr)\.? )?$",
    re.IGNORECASE,
)
_IF_CHOSEN = re.compile(r"\bif (?:re-?)?(?:elected|approved|appointed)\b[^.;]{0,60}$")
_DIED = re.compile(r"\b(?:passed away|died|has died|death of|passing of|the late)\b", re.IGNORECASE)
_TAKES = re.compile(
    rf"\b(?:(?:has|have|had) been (?:{CHOSEN}|given)|(?:was|were|is|are|be) (?:\w+ly )?(?:also )?(?:being )?{CHOSEN}|"
    r"will (?:also |officially |formally )?(?:become|be|serve|assume|join|take|succeed|act|lead|return|transition|fill|come aboard|come on board|step in|move (?:in)?to|continue to serve)|(?:is |has been |has )?(?:transitioning|transitioned|transitions|moving|moves|moved) (?:in)?to|joins|has joined|joined|becomes|assumes|has assumed|to become|to serve|to succeed|to replace|tak(?:en|es) (?:over|on|up|the helm)|(?:has|have|had) been made|(?:was|were) made|accept(?:s|ed)|rejoin(?:s|ed)|step(?:s|ped)? into|took (?:up|the helm)|returns|"
    r"(?:is|are) (?:expected|set|slated|due|scheduled|poised) to (?:become|join|assume|take|succeed|serve|be)|com(?:es?|ing) (?:on board|aboard)|came (?:on board|aboard)|sign(?:s|ed) on|(?:has|have) (?:begun|started)|fills|"
    r"has become|is joining|succeeds|has agreed to (?:join|serve)|appointed|named|elected|promoted|assuming|would (?:become|serve))\b",
    re.IGNORECASE,
)
_MOVES_FROM = re.compile(
    r"\b(?:transition|mov|shift|step)(?:s|es|ed|ing|e|ped|ping)? (?:up |over |back |out )?from (?:(?:his|her|the|an?) )?(?:current |present |day-to-day )?(?:(?:role|position|post|job|duties|responsibilities) )?(?:(?:as|of) )?(?:(?:the|our|its) )?$"
)
_DECIDES = r"(?:plans?|planned|planning|intends?|intended|decided|elected|chosen|chose|opted|wishes|agreed|decision|intention|intent)"
_LEAVES = re.compile(
    rf"\b(?:(?:has |have |had )?(?:(?:tendered|submitted|announced|handed in) (?:his|her) {LEAVE_TAKING}|{_DECIDES} to {LEAVE}|(?:recently |also )?{LEFT})|will (?:also )?(?:{LEAVE}|be {LEAVING})|(?:is|are) {LEAVING}|(?:is|are) (?:expected |set |due |scheduled )?to {LEAVE}|"
    rf"(?:has |have )?(?:announced|expressed|communicated) (?:(?:that )?(?:he|she) (?:will|plans to|intends to|is to) {LEAVE}|(?:his|her) (?:intention|decision|plans?|intent|wish|desire) to {LEAVE})|"
    rf"(?:will not|does not intend to|has (?:decided|elected|chosen|opted) not to|is not|will not be|did not|declined to) (?:stand|seek|run|standing|seeking|running)(?: for)? re-?election|(?:has been|have been|been|was|were) (?:{SENT_AWAY}|replaced (?=as|in))|"
    rf"{LEAVES}|to {LEAVE}|(?:his|her|s) {LEAVE_TAKING}|(?:is |are |was |will )?no longer|ceased to|relinquish(?:es|ed|ing)?|relieved|{LEAVING}|replaced by|succeeded by|being replaced)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|served|held|worked|had|acted|began|started|previously|formerly|prior|former|past|spent|joined|became|been an?|roles? (?:at|with|as|including)|positions? (?:at|with|as|including|of)|career|later|retired|until|tenure|earlier|founded|co-founded)\b",
    re.IGNORECASE,
)


_PRESENTS = re.compile(
    r"\b(?:announc(?:es?|ed|ing)|introduc(?:es?|ed|ing)|present(?:s|ed|ing)) (?:that )?(?:(?:Mr|Ms|Mrs|Dr)\. )?$",
    re.IGNORECASE,
)
_PRESENTED_AS = re.compile(r",? (?:as|to)(?: (?:its|the|our|an?|new|next|first|permanent|interim|acting))* ?")
_ACTS = re.compile(r"\b(?P<again>re-?)?(?:elect|appoint|confirm|nam|promot|hir)\w*|\bjoin\w*", re.IGNORECASE)
_NEW_POST = re.compile(
    r",? (?:as|to) (?:its|the|a|an|our|serve|become|succeed|replace|[\w-]+-year terms?|directors?)\b"
)
_TAKEN_AS = re.compile(r"\b(?:as|to)\b|^, |^ $")
_TAKEN_TO = re.compile(r",? to (?:be|become|serve|lead|head|act)\b")
_TELLS_LEAVING = re.compile(
    r"(?:,? who )?(?:has |have )?(?:also )?(?:informed|notified|advised|told|announced|communicated)\b[^.;:]{0,60}?\b(?:decision|intention|intends|plans?|desire|wish) (?:to|of) (?:retir|resign|step|leav|depart)"
    r"|(?:,? who )?(?:has |have )?(?:also )?(?:informed|notified|advised|told)\b[^.;:]{0,60}?\b(?:he|she) (?:will|would|plans to|intends to|is going to) (?:[a-z]+ )?(?:retire|resign|step down|leave|depart)"
    r"|[’']s last day\b"
)
_PROSE = r"[^;:]{0,200}"
_LISTED_ACT = re.compile(
    rf"\b(?:appointments?|promotions?|elections?|hirings?) of {_PROSE}(?:,|,? and) (?:of )?$", re.IGNORECASE
)
_LISTED_TAKEN = re.compile(
    r"\b(?:appoint(?:s|ed)?|re-?appointed|nam(?:es|ed)|promot(?:es|ed)|elect(?:s|ed)) [A-Z][^;:.]{2,80}? as [^;:]{2,160}(?:,|,? and) (?:(?:Mr|Ms|Mrs|Dr)\. )?$"
)
_LISTED_BESIDE = re.compile(
    r"\b(?:appoint(?:s|ed)|re-?appointed|nam(?:es|ed)|promot(?:es|ed)|elect(?:s|ed)) [A-Z][^;:.]{2,240}?(?:,|,? and) (?:(?:Mr|Ms|Mrs|Dr)\. )?$"
)
_ALSO_TAKEN = re.compile(
    r"\b(?:[Aa]lso )?(?:appointed|elected|named|promoted|hired)(?: today)? (?:was|were)\b(?: [^;:.]{2,160}(?:,|,? and))? (?:(?:Mr|Ms|Mrs|Dr)\. )?$"
)
_LISTED_OFFICERS = re.compile(
    r"\b(?:appointed|re-?appointed|elected|named|promoted) (?:[\w’'-]+ ){0,3}(?:following|officers|executives|managers)\b[^.;:]{0,60}: (?:[^:]{0,400}[,;] (?:and )?)?$",
    re.IGNORECASE,
)
_LISTED_LEAVING = re.compile(
    rf"\b(?:resignations?|retirements?|departures?) of {_PROSE}(?:,|,? and) (?:of )?$", re.IGNORECASE
)
_SINCE_WHEN = re.compile(
    r"^(?: (?:of|at|for|with) (?:the )?[A-Z][\w&.’'-]*(?: [A-Z&][\w&.’'-]*){0,4}(?=,))?[ ,]*(?:since [^,;]{2,30}(?=,))?[ ,]*(?:who |and )?"
)
_LISTED_AS = re.compile(r",? as ")
_TERM = re.compile(r"\bwhose (?:[\w-]+ )?(?:term|tenure|contract|mandate) as\b")
_TERM_ENDS = re.compile(r" (?:will )?(?:ends?|expires?|comes? to an end|runs? out)\b")
_WAS = re.compile(r",? ?\(?(?:formerly|previously|most recently|until recently|previous|prior|once|lately)\b")
_AT_PRESENT = re.compile(r"\b(?:currently|presently|now)\b")
_TAKEN_AFTER = re.compile(
    r"(?:has been |was |is |were )?(?:appointed|named|elected|promoted|hired)\b|(?:joins|has joined|will join)\b"
)

# "As finance director, Ann Lee will assume responsibility for the treasury from 1 January": the post is still to come.
_CHOICE_OF = re.compile(rf"[’']s? (?:\w+ )?{CHOICE}\b")
_IN_THAT_POST = re.compile(r"\bAs (?:the |our |its )?(?:new )?$")
_TO_COME = re.compile(
    r",? will (?:assume|take over|take on|lead|oversee|head|direct|manage|be responsible|take responsibility)\b[^.;]{0,90}"
    r"\b(?:from|effective|beginning|starting|as of) "
)


def position(left: str, gap: str, right: str, *, former: bool, how: str) -> str:
    """The code of the position: current, appointed, departing, former, deceased or nominated.

    `left` are the words before the first of person and post, `gap` those between them, `right` those after both.
    """
    if (
        _DIED.search(left[-40:])
        or _DIED.match(right.lstrip(" ,"))
        or re.match(r",? (?:\w+ ){0,3}(?:passed away|died)\b", right)
    ):
        return "deceased"
    if _NOMINATES.search(left[-60:]) or _IF_CHOSEN.search(left) or _NOMINATES.search(gap):
        return "nominated"
    if how in ("verb", "chain"):
        return _told_by_verb(left, gap, right, former=former)
    if _LISTED_LEAVING.search(left) and _LISTED_AS.match(gap):
        return "departing"
    if _in_list(left, gap, how) or how == "heir" or _is_to_come(left, right, how):
        return "appointed"
    if how == "role":
        return _by_role(left, gap, former=former)
    if former:
        return "former"
    if how == "prefix" and _INVERTED.search(left):
        return "appointed"
    if _LEAVES_BEFORE.search(left[-90:]):
        return "departing"
    if how == "apposition" and _WAS.match(gap):
        return "former"  # "hired Ann Lee, formerly treasurer of Birch, as"
    return _by_neighbours(left, gap, right, how)


def _by_neighbours(left: str, gap: str, right: str, how: str) -> str:
    """What acts right before or behind a person and the post in apposition tell of it."""
    if gap.lstrip().startswith(",") and (_NEW_POST.match(right) or _AT_PRESENT.search(gap)):
        return "current"
    chosen = _by_act_before(left[-110:], gap, how)
    if chosen:
        return chosen
    after = _SINCE_WHEN.sub("", right[:90])
    if _TELLS_LEAVING.match(right[:140].lstrip(" ,")) or _TELLS_LEAVING.match(_SINCE_WHEN.sub("", right[:170])):
        return "departing"
    leaves = _LEAVES.match(after)
    if leaves and not _LEAVES_OTHER.match(after, leaves.end()):
        return "departing"
    return _by_gap(gap, after)


def _is_to_come(left: str, right: str, how: str) -> bool:
    """Whether a post before a name is one that its holder will take up on a day."""
    return how == "prefix" and _IN_THAT_POST.search(left) is not None and _TO_COME.match(right) is not None


def kept(words: str) -> bool:
    """Whether the act told last leaves someone in a post: "re-elected", "reappointed"."""
    acts = list(_ACTS.finditer(words))
    return bool(acts) and (acts[-1]["again"] or "").startswith("re")


def _by_gap(gap: str, after: str) -> str:
    """Whether the words between a person and a post tell of it as an earlier one."""
    if re.search(r"\b(?:formerly|previously|most recently|previous|prior)\b", gap):
        return "former"
    if re.search(r"\bwho (?:will|is to) (?:become|serve as|be)\b", gap):
        return "appointed"
    past = re.search(r"\b(?:was|served as|formerly|previously)\b", gap) and not re.search(r"\bhas served\b", gap)
    return "former" if past and not _TAKEN_AFTER.match(after) else "current"


def _by_act_before(left: str, gap: str, how: str) -> str:
    """What an act right before a person tells of the post behind: given, kept, presented; nothing where none stands there."""
    greets = _GREETS_BEFORE.search(left) is not None and not _PRESENTED_AS.fullmatch(gap)
    if _TAKES_BEFORE.search(left) and not greets and (how == "prefix" or _TAKEN_AS.search(gap)):
        return "current" if kept(left) else _by_act(left, gap, how)
    return "appointed" if _PRESENTS.search(left[-60:]) and _PRESENTED_AS.fullmatch(gap) else ""


def _by_act(left: str, gap: str, how: str) -> str:
    """Whether the act before a person gives the post in apposition, or only greets or picks who holds it."""
    if how == "prefix" or not gap.strip() or re.search(r"\b(?:as|to)\b", gap):
        return "appointed"
    return "appointed" if re.search(r"\b(?:appoint|promot|hir|elect)", left, re.IGNORECASE) else "current"


def _by_role(left: str, after: str, *, former: bool) -> str:
    """What "As president of X, she built ..." tells of the post: an earlier one, or the one now held."""
    if former or re.search(
        r"\b(?:most recently|previous|previously|prior|before|earlier|formerly|former|then)\b", left, re.IGNORECASE
    ):
        return "former"
    past = re.match(
        r"(?:,| who| also| has)* (?:led|was|oversaw|managed|built|helped|played|guided|ran|directed|spearheaded|grew|worked|drove|held|launched|had)\b",
        after,
    )
    return "former" if past else "current"


def _in_list(left: str, gap: str, how: str) -> bool:
    """Whether one act is told of several: "the promotions of Ann Lee to treasurer and Bob Roe to controller"."""
    if how == "apposition" and re.fullmatch(r",? (?:as|to) |, ", gap) and _LISTED_OFFICERS.search(left):
        return True
    if how == "apposition" and re.fullmatch(r"(?:, \d\d)?, ", gap) and _ALSO_TAKEN.search(left[-260:]):
        return True
    if _LISTED_AS.match(gap) and _LISTED_TAKEN.search(left[-260:]):
        return True
    if how == "apposition" and gap == " " and _LISTED_BESIDE.search(left[-260:]):
        return True
    return (how == "apposition" and gap.strip(" ,") == "to") or bool(_LISTED_ACT.search(left) and _LISTED_AS.match(gap))


def _told_by_verb(left: str, gap: str, right: str, *, former: bool) -> str:
    """What the verb between person and post tells, with the words around both."""
    if _TAKEN_TO.match(gap) and _TAKES_BEFORE.search(left[-110:]):
        return "appointed"
    code = "departing" if _TERM.search(gap) and _TERM_ENDS.match(right) else _by_verb(left, gap)
    if code == "current" and former:
        return "former"
    leaves = _LEAVES.match(_SINCE_WHEN.sub("", right[:90]))
    return "departing" if code == "current" and leaves else code


def _by_verb(left: str, gap: str) -> str:
    if re.search(r"(?<!not )\bcontinu|\b(?:currently|now) (?:serves|holds|acts|works|is)\b", gap):
        return "current"
    if re.search(
        r"\bprior thereto\b|\b(?:prior to|before) (?:that|this|joining|his|her|being|becoming|coming)\b|\bpreviously\b|\bformerly\b|\bearlier\b|\bmost recently\b|\bwhere (?:he|she)\b",
        _TOLD_BEFORE.sub("", left[-160:]) + gap,
        re.IGNORECASE,
    ):
        return "former" if not re.search(r"\bnow\b|\bcurrently\b", gap) else "current"
    if re.search(r"\bfrom (?:an? |the |its )?$", gap) and re.search(r"\bpromoted\b", gap):
        return "former"  # "promoted from controller to treasurer"
    if _MOVES_FROM.search(gap):
        return "departing"
    if re.search(r"\bnomination\b", gap):
        return "nominated"
    if kept(gap):
        return "current"
    if _LEAVES.search(gap):
        return "departing"
    if _TAKES.search(gap) or _CHOICE_OF.match(gap):
        return "appointed"
    if re.search(
        r"\b(?:has|have) (?:also )?(?:served|been|acted)\b|\bis\b|\bare\b|\bserves\b|\bcurrently\b|\bremains\b|\bcontinues\b|\bholds\b|\bacts\b",
        gap,
    ) and not re.search(r"\bheld\b", gap):
        return "current"
    return "former" if _PAST.search(gap) else "current"


_LEAVES_OTHER = re.compile(
    r" (?:as (?!of\b)|from (?:his|her|the) (?:role|position|post|seat) (?:as|on)\b|from (?:the|its|our) (?:[\w’']+ ){0,2}board\b)"
)
_TOLD_BEFORE = re.compile(r"\b(?:previously|earlier) (?:disclosed|announced|reported|stated)\b", re.IGNORECASE)
