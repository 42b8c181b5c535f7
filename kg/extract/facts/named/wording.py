"""The rest of a name: the words beside a concept or a counted noun that belong to what a figure is called."""

from __future__ import annotations

import re

from kg.extract.facts.counting import PEOPLE, PERSONS, PLACES
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import SLOTS, noun_phrase, spelled
from kg.extract.facts.slots.line import Line

_BOUND = re.compile(r"(?P<name>.*?)(?P<bound>\s\([^()]*\))?")
# "adjusted home sales gross margin": the word that makes it a measure of its own.
_RECKONED = re.compile(
    r"\b(?P<how>adjusted|non-?GAAP|pro[ -]forma|normali[sz]ed|underlying|core)\d?(?:\s\([^()\s]{1,12}\))?\s"
    r"(?:(?!(?:and|or|to|of|in|for|on|with|from|as|is|are|was|were|while|than|the|its|our|a|an)\b)[A-Za-z][\w’'-]*\s){0,3}$",
    re.IGNORECASE,
)
_TIER = re.compile(r"\b(?:(?:[Cc]ommon\s[Ee]quity\s)?[Tt]ier\s(?:1|2|[Oo]ne|[Tt]wo)|CET-?1)\s$")
_OF_TIER = re.compile(r"(?:risk-based\s)?(?:capital|leverage)\s(?:ratio|capital)", re.IGNORECASE)


def worded(line: Line, draft: Draft) -> str:
    """The label of a draft with the words that stand beside its thing and belong to it."""
    if draft.rule == "facts/prose-count":
        return _counted(line, draft)
    label = _reckoned(line, draft) if draft.anchor.kind == "concept" else _numbered(line, draft)
    at = line.text.find(label) if _OF_TIER.match(label) else -1
    tier = _TIER.search(line.text[max(0, at - 40) : at]) if at > 0 else None
    label = f"{tier[0].strip()} {label}" if tier is not None else label
    return f"{label}{_beside_cash(line, draft)}" if draft.concept == "CashAndCashEquivalents" else label


# "$15.7 million in cash, restricted cash and short-term deposits": a sum of all of them.
_CASH = re.compile(r"\s(?:in|of)\s(?:[a-z]+\s){0,2}cash\b")
_BESIDE_CASH = re.compile(
    r"(?:(?:,\s|,?\s(?:and|&)\s)(?:(?:restricted|short-term|long-term|marketable|current|liquid|available-for-sale|term|bank)\s){0,2}(?:cash(?:\sequivalents?)?|equivalents|deposits|investments|securities|treasuries))+"
)


def _beside_cash(line: Line, draft: Draft) -> str:
    """What a sentence sums with cash, as it is printed behind it."""
    if draft.anchor.kind == "concept":
        at = draft.anchor.end
    else:
        cash = _CASH.match(line.text, draft.last.end)
        at = cash.end() if cash is not None else len(line.text)
    told = _BESIDE_CASH.match(line.text, at)
    return told[0] if told is not None else ""


def _numbered(line: Line, draft: Draft) -> str:
    """A name with the number that is its last part: "first order for the Hauler 800"."""
    label = _ARTICLE.sub("", draft.label)
    at = line.text.find(label) if re.search(r"\s[A-Z][\w-]+$", label) else -1
    number = _NUMBER.match(line.text, at + len(label)) if at >= 0 else None
    return f"{label}{number[0]}" if number is not None else label


_ARTICLE = re.compile(r"^(?:[Aa]n?|[Tt]he)\s(?=\w+\s)")
_NUMBER = re.compile(
    r"\s(?:\d{1,4}|One|Two|Three|Four|Five|Seven|Eight)(?=\s(?!(?:million|billion|percent|shares|units)\b)[a-z]|[.,;)]\s|$)"
)


def _reckoned(line: Line, draft: Draft) -> str:
    """The name of a concept with how it is reckoned: "adjusted EBITDA", and per what: "net loss per share"."""
    label, head = draft.label, line.text[max(0, draft.anchor.start - 80) : draft.anchor.start]
    how = _RECKONED.search(head) if draft.basis == "non-gaap" else None
    if how is not None and how["how"].lower() not in label.lower():
        label = f"{'non-GAAP' if 'gaap' in how['how'].lower() else how['how'].lower()} {label}"
    if _AVERAGE.search(head) and not label.startswith("average"):
        label = f"average {label}"
    if draft.concept in _OF_A_SHARE and draft.unit.endswith("/share") and not _SAYS_SHARE.search(label):
        label += " per share"
    return label


_AVERAGE = re.compile(r"\b[Aa]verage\s(?:[a-z]+\s){1,2}and\s$")  # "average loans and deposits"
_OF_A_SHARE = frozenset(("EarningsPerShare", "Charge"))
_SAYS_SHARE = re.compile(r"\b(?:share|EPS)\b", re.IGNORECASE)

_MORE_NOUNS = (
    r"(?:(?:[\w-]*(?:venues|prospects|attractions|businesses|organi[sz]ations|companies|institutions|universities|colleges|agencies|merchants|retailers|manufacturers|suppliers|"
    r"contractors|partners|distributors|stakeholders|households|patients|members|customers|clients|subscribers|users|buildings|townhomes|townhouses|condominiums|apartments|houses|homes|"
    r"villas|suites|rooms|kiosks|machines|devices|systems|products|services|titles|accessories|brands|patent\sapplications|applications|patents(?:\spending)?|trademarks|states|provinces|territories|countries|regions|vehicles|"
    rf"trucks|trailers|tractors|aircraft|vessels|wells|trees|shrubs|consoles|families|contests|articles|videos|images|courses|contracts|licenses|agreements|projects|programs))|{PLACES}|{PEOPLE}|{PERSONS.pattern})"
)
# A word that narrows the next noun; "and serves customers" joins no customers.
_NARROWS = r"(?:(?!(?:[\w’'-]*(?:[^s\W]s|ed|ing)|and|or|to|in|of|with|for|on|at|by|its|the|their|our|other|also|then|now|will)\s)[\w’'-]+\s)"
_OTHERS = re.compile(
    rf"(?P<more>(?:,\s{_NARROWS}?{_MORE_NOUNS}){{0,3}},?\s(?:and|&)\s{_NARROWS}?{_NARROWS}?{_MORE_NOUNS})"
    r"(?=[.,;:)]|$|\s(?:in|at|on|for|across|throughout|worldwide|globally|nationwide|to|of|from|that|which|who|by|as|during|through|under|around|within|including|located|operated)\b|\s\ue003)"
)


_SITES = re.compile(rf"\b(?:{PLACES}|venues|buildings|rooms|suites|attractions)\b")


_SIZES = frozenset(("ratio", "shares", "sqft", "sqm", "acres", "hectares"))


def _counted(line: Line, draft: Draft) -> str:
    """The name of a count with the nouns that share it: "60 restaurants, shops and theatres"."""
    whole = _BOUND.fullmatch(draft.label)
    if whole is None or draft.item.kind != "count" or draft.unit in _SIZES:
        return draft.label
    after = spelled(line, draft.last.to, min(len(line.coded), draft.last.to + 140))
    words = whole["name"].split()
    for upto in range(len(words), 0, -1):
        name = " ".join(words[:upto])
        noun = re.match(rf"\+?\s{re.escape(name)}(?=[,\s])", after)
        if noun is None:
            continue
        return f"{' '.join([_whole(name, after, noun.end()), *words[upto:]])}{whole['bound'] or ''}"
    return draft.label


def _whole(name: str, after: str, at: int) -> str:
    """A counted noun that ends at a place of the text, with the nouns that share its count and the state that it is in."""
    others = _OTHERS.match(after, at)
    if others is not None and (_SITES.search(name) is None) is (_SITES.search(others["more"]) is None):
        return name + others["more"]  # but "200 lawyers and offices in Ohio": so many lawyers
    state = _STATE.match(after, at)
    return name if state is None or state["state"] in name else f"{name} {state['state']}"


# "12 hotels under development", "845 homes actively on the market"
_STATE = re.compile(
    r"\s(?P<state>(?:(?:currently|actively|now)\s)?(?:pending|granted|on\sthe\smarket|for\s(?:sale|lease|rent)|under\s(?:active\s)?(?:construction|development|contract|management|option|review)|"
    r"in\s(?:development|the\spipeline|backlog|progress|planning|operation|service|production|storage|inventory)|on\sorder|planned|being\s[a-z]+ed)|(?:delivered|installed|enrolled|affected|served|shipped|drilled|processed|issued|completed|deployed|treated|created|downloaded)(?=[.,;)]|$|\s(?:in|to|at|by|on|as|during|across|since|and)\b))\b"
)


# "the cost of the Marlow project was $30 million": it is the cost that was so much.
_BEHIND = re.compile(
    r"(?P<head>(?:[\w’'-]+\s){1,5})(?P<prep>of|for|on|in|to|from)\s(?P<the>(?:(?:the|its|our|their|this|that|a|an|all)\s)?)(?:[\ue003\ue005][\ue100-\uf8ff]\s)?$"
)
_LEFT_OUT = re.compile(
    r"\b(?:after|before|excluding|including|net\sof|less|without)\s(?:(?:the|its|our|their|all|any)\s)?(?:impact\sof\s|effect\sof\s)?$",
    re.IGNORECASE,
)
_ADDED_TO = re.compile(r"(?:.*\s)?(?P<noun>additions?|contributions?|transfers?|adjustments?)\s", re.IGNORECASE)
_MOVES = re.compile(
    r"\b(?:increases?|decreases?|changes?|reductions?|declines?|growth|rise|drop|amounts?|totals?|sums?)\s$",
    re.IGNORECASE,
)
_IS = frozenset(
    (
        "was",
        "were",
        "is",
        "will be",
        "totaled",
        "totalled",
        "amounted to",
        "stands at",
        "stood at",
        "remains at",
        "came to",
        "comes to",
    )
)


def behind_noun(words: str, name: str, said: str) -> str | None:
    """The name of an amount with the noun that it belongs to, for words that end in the name; None where it stands alone.

    Empty where the name is of something left out: "the cash flow after fees was".
    """
    at = words.rfind(name)
    lead = words[:at] if at > 0 else ""
    if _LEFT_OUT.search(lead):
        return "" if said.lower() in _IS else None
    behind = _BEHIND.search(lead)
    if behind is None or _MOVES.search(behind["head"]):
        return None
    added = _ADDED_TO.fullmatch(behind["head"]) if behind["prep"] == "to" else None
    if added is not None:
        return f"{added['noun'].lower()} to {name}"
    head = noun_phrase(SLOTS.sub("", behind["head"])) if said.lower() in _IS else None
    return f"{head} {behind['prep']} {behind['the']}{name}" if head is not None else None
