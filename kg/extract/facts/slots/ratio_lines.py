"""Ratios that two lines of a balance sheet name: "allowance to total loans was 1.2%", "net charge-offs to average loans"."""

from __future__ import annotations

import re

from kg.extract.facts.slots.lexicon import Concept

_ABOVE = (
    r"(?:(?:allowance|allowances|reserves?)(?:\sfor\s(?:(?:possible|estimated)\s)?(?:credit|loan|loans|loan\sand\slease|lease|doubtful)\s(?:losses|accounts))?|(?:net\s)?(?:loan\s)?charge-?\s?offs|(?:non-?performing|non-?accrual|delinquent|past[\s-]due|classified|impaired|problem|adversely\sclassified)\s(?:loans|assets)|"
    r"delinquencies|delinquent\sloans|(?:net\s|total\s|long-term\s|tangible\s|common\s|average\s|stockholders['’]\s|shareholders['’]\s|funded\s|senior\s)*(?:debt|equity|capital|loans|assets|liabilities|deposits|earnings|expenses?|expense|overhead|leverage|borrowings|inventory|receivables|cash\sflow|liquidity))"
)
_BELOW = (
    r"(?:(?:total|average|net|gross|outstanding|period[\s-]end|tangible|risk[\s-]weighted|earning|common|non-?performing|non-?accrual|shareholders['’]|stockholders['’]|adjusted|enterprise|trailing)\s){0,3}"
    r"(?:loans(?:\sand\s(?:leases|other\sreal\sestate(?:\sowned)?|foreclosed\sassets|OREO))?|assets|equity|capital(?:ization)?|deposits|EBITDA|revenues?|sales|receivables|liabilities|leases|value|income)"
)
_RATIO = re.compile(
    rf"(?P<c>\b(?:ratio\sof\s(?:the\s|its\s|our\s)?)?{_ABOVE}\s?(?:\sto\s|-to-|/|\sas\sa\s(?:percentage|percent|%)\sof\s|\sdivided\sby\s){_BELOW}(?:\sratios?)?)"
    r"(?=(?:\s\([^()]{2,40}\))?(?:,?\s(?:for|in|during|at|as\sof|on)\s[^,;.%]{2,40}(?:,\s\d{4},?)?)?\s(?:of|was|were|is|are|stood|stands|increased|decreased|rose|fell|declined|dropped|improved|remained|remains|climbed|reached|came|ended|totaled)\b[^;.%]{0,60}(?:\.\d+[^;.%]{0,12})?(?:%|\spercent|\sper\scent|(?<=\d)x\b|(?<=\d)\stimes|(?<=\d)\s?:\s?1|(?<=\d)\sto\s1))",
    re.IGNORECASE,
)
_GATE = re.compile(r"%|cent\b|\dx\b|\d\stimes\b|\d\s?:\s?1\b|\sto\s1\b")
_FLOW = re.compile(r"charge-?\s?offs|expense|earnings|overhead|cash\sflow", re.IGNORECASE)
_CONCEPTS = {kind: Concept("Other", "percent", kind) for kind in ("duration", "instant")}
_Found = list[tuple[int, int, Concept]]


def ratio_lines(text: str, found: _Found) -> _Found:
    """The concepts of a text, with those that stand on the two sides of a ratio read as one."""
    if _GATE.search(text) is None:
        return found
    kept = found
    for match in _RATIO.finditer(text):
        start, end = match.span("c")
        if any(one[0] < start < one[1] for one in kept):
            continue  # "selling and administrative | expenses as a percentage of sales"
        kept = [one for one in kept if one[1] <= start or end <= one[0]]
        kept.append((start, end, _CONCEPTS["duration" if _FLOW.search(match["c"]) else "instant"]))
    return kept
