"""Where somebody worked, told in a life: "rose through the ranks at Alder", "a former Alder executive", "led Alder's sales"."""

from __future__ import annotations

import re

_SOMEBODY = re.compile(
    r"\b(?:[Ss]he|[Hh]e|[Hh]er|[Hh]is|[Hh]im|Mr\.?|Mrs\.?|Ms\.?|Dr\.)(?= )|\bformer(?:ly)?\b|^[A-Z][\w’'-]+ (?:most |was |is |has |had |also |previously |recently |earlier |first )*(?:recently|previously|began|spent|served|held|worked|led|joins|joined|comes|came|brings|rose|started|founded|co-founded|a former|(?:general )?counsel|an? \w+ (?:at|with))\b"
)
_WORK = (
    r"(?:roles?|posts?|le(?:d|ading)|career|ranks|stints?|positions?|counsel|engineer\w*|manag\w+|director|president|officer|experience|tenure|operations|work(?:ed|ing)?|years|"
    r"head(?:ed|ing)?|partner|started|began|launched|responsibilit\w+|sales|marketing|finance|served|serv(?:es|ing)|spent|held|practi[cs]ed|trained|developer|scientist|analyst|"
    r"associate|banker|consultant|principal|executive|strategy|time|trader|attorney|lawyer|designer|chief|chairman|chairwoman|board)"
)
_BEFORE = re.compile(
    rf"\b{_WORK}\b[^.;()]{{0,70}} at (?:the )?(?:both )?$"
    r"|\b(?:joins?|joined|came|comes|coming|moves|moved|recruited|hired)\b[^.;()]{0,40} from $"
    r"|\b(?:previously|been|years|career|started|began|employed|positions?|roles?|posts?|stints?|time)\b[^.;()]{0,50} with $|\b(?:experience|background)\b[^.;()]{0,30} from $"
    r"|\bformerly (?:of|with|at|an? [a-z]+ (?:at|with)) $|\bveteran of $|\b(?:board(?: of (?:directors|trustees))?|advisory board|committee) of (?:the )?$"
    r"|\b(?:is|was|as|been|a|an|non-executive|independent|former) (?:a |an )?(?:director|trustee|governor|employee|alumnus|alumna|founder|co-founder) of (?:both )?$"
    r"|\b(?:[Ss]he|[Hh]e) (?:left|joined|founded|co-founded|leaves|ran|led|headed|rejoined) $"
)
_LED = re.compile(
    r"\b(?:led|headed|ran|managed|oversaw|built|directed|launched|grew|leading|running|heading|(?:[Hh]ead|[Pp]resident|[Cc]hief|[Mm]anager|[Dd]irector) of) $"
)
_OWNED = re.compile(r"[’']s? (?:[\w&’'-]+ ){0,5}?(?:business|operations|division|unit|team|strategy|efforts?|department|group|office|sales|marketing|function|practice|program|arm|expansion|segment|relations)\b")  # fmt: skip
_FORMER = re.compile(r"\b(?:former|longtime|long-time|veteran|ex) $")
_HOLDER = re.compile(r" (?:executive|manager|engineer|employee|veteran|banker|partner|analyst|trader|scientist|chairman|president|CEO|CFO|director|officer|alumn\w+)s?\b")  # fmt: skip
_NOW = re.compile(
    r"\((?:now|today|now called|now known as|now (?:a )?part of|later|acquired by|which became)(?: the)? $"
)
_REACH = 130
_ENDS = ("at ", "from ", "with ", "of ", "both ", "the ", "left ", "joined ", "founded ", "ran ", "led ", "headed ", "leaves ", "rejoined ")  # fmt: skip


_GATHERED = re.compile(r"(?:Meeting|Assembly|Conference|Summit|Forum|Congress|Symposium)\Z")  # nobody works at one


def worked_there(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is where the words around it say that somebody worked or works."""
    left = text[max(0, start - _REACH) : start]
    if text.startswith(")", end) and _NOW.search(left[-24:]):
        return True
    if not _SOMEBODY.search(text) or _GATHERED.search(text[start:end]):
        return False
    if left.endswith(_ENDS) and _BEFORE.search(left):
        return True
    if _LED.search(left[-16:]) and _OWNED.match(text, end):
        return True
    return _FORMER.search(left[-14:]) is not None and _HOLDER.match(text, end) is not None
