"""Lines of a statement that no lexicon holds, named as the subject of their sentence.

"Trust income rose to $4 million", "Costs associated with the recall totaled $2 million", "Loans to farms were $9 million".
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.facts.slots.lexicon import Concept

_FLOWS = (
    r"income|expenses?|costs|fees|commissions|gains|losses|premiums|claims|benefits|royalties|rents?|rentals|wages|salaries|payroll|collections|recoveries|"
    r"charge-offs|write-offs|receipts|disbursements|outflows?|inflows?|dividends|contributions|donations|subscriptions|spending|expenditures|outlays|purchases|"
    r"repayments|redemptions|settlements|amortization|depreciation|depletion|accretion|taxes|interest|remittances|surcharges|tolls"
)
_BALANCES = (
    r"assets|liabilities|receivables?|payables?|payable|receivable|notes|advances|securities|portfolio|balances?|reserves?|allowance|investments|holdings|capital|surplus|deficit|"
    r"deposits|mortgages|leases|obligations|commitments|accruals|prepayments|debentures|bonds|provisions?|inventory|stocks|cash|treasuries|collateral|escrow|guarantees|delinquencies"
)
_ALONE = r"gain|loss|proceeds|payments|fee"  # told with what they are of
# Words that end a clause or open another: no name of a line holds them.
_VERBS = r"was|were|is|are|be|been|has|have|had|will|would|than|that|which|who|we|it|they|he|she|you|because|since|until|not|compared|increased|decreased|rose|fell|grew|per"
_NO_PART = (
    rf"{_VERBS}|and|or|but|if|as|when|while|where|this|these|those|there|to|from|by|at|in|on|with|"
    r"after|before|no|each|such|both|all|any|including|excluding|the|our|its|their|an?"
)
_WORD = rf"(?:(?!(?:{_NO_PART})\b)[A-Za-z][\w’'/&-]*(?<![’']s)\s)"
_TIMED = r"(?:,?\s(?:for|in|during|at|as\sof|as\sat|on|over)\s[^,;.:$€£]{2,40}(?:,\s\d{4},?)?)?"
_VERB = (
    r"(?:also\s|still\s)?(?:was|were|is|are|totaled|totalled|totals|amounted|stood|stands|reached|increased|decreased|rose|fell|grew|declined|dropped|climbed|jumped|improved|"
    r"remained|came|exceeded|averaged|surged|soared|slipped|shrank|doubled|tripled|expanded|contracted|advanced|widened|narrowed|will\sbe)"
)
_MONEY = rf"{_TIMED}\s(?:(?P<amount>of)\s(?:\w+\s)?(?:US|C|A)?[$€£]|{_VERB}\b[^;.$€£]{{0,50}}(?:\.\d+[^;.$€£]{{0,25}})?[$€£])"
_OPENS = r"(?:^[\W\d]{0,6}|[;:.•–—]\s|,\s(?:and|while|but)\s|\b(?:our|its|the|a|total|overall|while|that)\s|[’']s\s)"
# What a line is of; words of time tell when it was.
_LINKS = (
    r"(?:related|relating|tied|due|allocated|paid|owed|made|granted)\sto|(?:associated|connected)\swith|in\sconnection\swith|"
    r"(?:resulting|arising|stemming|received)\sfrom|(?:earned|incurred|recorded|held|paid)\s(?:on|for|by|with)|of|on|from|for|to|in"
)
_TIME = (
    r"quarters?|years?|months?|periods?|halves|half|weeks?|days?|today|fiscal|dates?|end|basis|addition|total|case|part|fact|amounts?|sum|excess|share|cash|operations|operating|activities|"
    r"first|second|third|fourth|prior|same|current|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen"
)
_OWNER = r"(?:share|stock|unit|bond|note)?holders|common|members|parent|group|company|corporation|bank|segments?|divisions?|business|noncontrolling|minority"
_OF = rf"(?P<of>\s(?:{_LINKS})\s(?!(?:(?:the|our|its)\s)?(?:{_OWNER})\b)(?!(?:{_TIME}|{_VERBS})\b)[A-Za-z][\w’'/&-]*(?:\s(?!(?:{_TIME}|{_VERBS})\b)[A-Za-z][\w’'/&-]*){{0,7}}?)"
_SUBJECT = re.compile(
    rf"{_OPENS}(?P<c>(?:{_WORD}{{1,4}}(?:(?P<flow>{_FLOWS})|(?P<stock>{_BALANCES}))|{_WORD}{{0,3}}(?:{_ALONE}|{_FLOWS}|{_BALANCES}){_OF}))(?=(?:\s\([^()]{{2,30}}\))?{_MONEY})",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"{_OF}(?={_MONEY})")
# "the provision for | the loan portfolio rose": what stands behind a preposition is no subject.
_INNER = re.compile(r"\b(?:of|for|in|on|to|from|by|at|under|with|and|or|than|into|against)\s$", re.IGNORECASE)
_OF_PEOPLE = re.compile(
    r"\b(?:household|per capita|median|median family|family|personal|weekly|hourly)\s", re.IGNORECASE
)
_RATE = rf"{_TIMED}\s{_VERB}\b[^;.%]{{0,50}}(?:\.\d+[^;.%]{{0,16}})?(?:%|\spercent\b)"
_RATE_BEHIND = re.compile(_OF.replace(rf"(?:{_LINKS})", rf"(?:{_LINKS}|at|across)") + rf"(?={_RATE})")
_PARTED = frozenset(("Loans", "Deposits", "AccountsReceivable", "Inventory", "CapitalExpenditures", "Other"))
_SOLD = re.compile(r"\sfrom\s(?:the|its|our|this|these)\s(?:sales?|disposition|disposal|divestiture)\b")
_FLOW = Concept("Other", "money", "duration")
_STOCK = Concept("Other", "money", "instant")
_LOANS = Concept("Loans", "money", "instant")
_Found = list[tuple[int, int, Concept]]


def subject_lines(text: str, found: _Found) -> _Found:
    """The concepts of a text, with the lines that its subjects name; a bare "income" or "loss" gives way to such a name."""
    if not any(sign in text for sign in "$€£%") and "percent" not in text:
        return found
    found = _without_wares(text, found)
    kept = [_with_what_it_is_of(text, one, found) for one in found]
    for match in _SUBJECT.finditer(text):
        start, end = match.span("c")
        inner = match["amount"] is None and _INNER.search(text, max(0, match.start() - 9), match.start())
        if inner or _OF_PEOPLE.match(match["c"]):
            continue
        crossed = [one for one in kept if one[0] < end and start < one[1]]
        inside = match["of"] is not None and all(one[0] >= match.start("of") or one[2].weak for one in crossed)
        if inside or all(one[2].weak for one in crossed):
            kept = [one for one in kept if one not in crossed]
            kept.append((start, end, _concept(match)))
    return kept


# "sales of service contracts declined": what is sold is no contract that was won.
_WARES = re.compile(
    r"\s(?:of|from|to|under)\s(?:[A-Za-z][\w’'/&-]*\s){1,6}?(?=(?:also\s)?(?:was|were|increased|decreased|rose|fell|grew|declined|totaled|totalled|improved|reached|climbed|dropped|amounted|jumped|surged)\b)"
)


def _without_wares(text: str, found: _Found) -> _Found:
    """The concepts of a text without those that only name what a subject's sales are of."""
    spans = [
        match.span() for one in found if one[2].name in ("Revenues", "Orders") and (match := _WARES.match(text, one[1]))
    ]
    return [one for one in found if one[2].kind != "event" or not any(a <= one[0] < b for a, b in spans)]


def _concept(match: re.Match[str]) -> Concept:
    name = match["c"].lower()
    if name.endswith("loan portfolio"):
        return _LOANS
    head = name[: match.start("of") - match.start("c")] if match["of"] else name
    if "unrealized" in head or re.search(rf"\b(?:{_BALANCES})$", head):
        return _STOCK
    return replace(_FLOW, sign=-1) if re.search(r"\bloss(?:es)?$", head) else _FLOW


def _with_what_it_is_of(text: str, one: tuple[int, int, Concept], found: _Found) -> tuple[int, int, Concept]:
    """A concept with the words that narrow it behind: "deposits from public bodies"."""
    start, end, concept = one
    if concept.unit == "percent" and concept.name == "Other":
        behind = _RATE_BEHIND.match(text, end)
        return (
            (start, behind.end("of"), concept)
            if behind and all(not end <= other[0] < behind.end("of") for other in found)
            else one
        )
    sold = concept.name == "OfferingAmount" and _SOLD.match(text, end) is not None
    if concept.weak or concept.unit not in ("money", "each") or not (concept.name in _PARTED or sold):
        return one
    behind = _BEHIND.match(text, end)
    if behind is None or any(end <= other[0] < behind.end("of") for other in found):
        return one
    of = behind["of"].split(maxsplit=2)[-1] if behind["of"].split()[0] in _TWO else behind["of"].split(maxsplit=1)[-1]
    if re.match(r"(?:the\s)?[A-Z]", of):
        return one
    narrowed = concept if concept.name in ("Other", "OfferingAmount") else replace(concept, scope=f"product:{of}")
    return (start, behind.end("of"), narrowed)


_TWO = frozenset(
    (
        "related", "relating", "tied", "due", "allocated", "paid", "owed", "made", "granted", "associated", "connected", "resulting", "arising", "stemming", "received", "earned",
        "incurred", "recorded", "held",
    )
)  # fmt: skip
