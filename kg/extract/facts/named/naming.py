"""How figures are named by the words around them."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.extract.facts.draft import Draft
from kg.extract.facts.slots.line import VALUE, Item, Line

STOP = frozenset(
    """a an the its our their this that these those and or but with for to from by at in on as was were is are be been has have
    had which who it we they he she will would could can may including excluding recorded recognized reported received incurred
    realized paid generated earned includes included include reflects reflecting resulted resulting compared versus against
    approximately about over nearly also per than not no any each such against under plus minus
    net increase decrease despite through during until january february march april june july august september october november december receive receives seeks sought provides provided offers after before deliver delivers delivering generate generates raise raises raising bring brings bringing""".split()  # noqa: SIM905
)
_WITHIN = frozenset(("of", "on", "for"))
_EMPTY = frozenset(
    ("value", "market", "impact", "effect", "cost", "costs", "fees", "fee", "plan", "fund", "program", "project")
)
# Words that "and" joins to the next in the name of one expense.
_JOINED = frozenset(
    """depreciation depletion sales selling marketing advertising legal accounting professional administrative wages salaries research
    general occupancy rent travel property plant wage labor food repair repairs maintenance freight shipping transportation storage
    audit consulting exploration evaluation clinical regulatory merger acquisition restructuring severance franchise insurance""".split()  # noqa: SIM905
)
_GOES_ON = re.compile(
    r"\s(?:and|which|that)\s(?:will|has|have|is|was|are|were|had|would|to|employs?|operates?|owns?|serves?|expects?|plans?|manages?|holds?|offers?|provides?)\b.*$|\svs\.?(?:\s.*)?$"
    r"|\s(?:in exchange|as well as|in order|pursuant to|subject to|in partnership|upon|whereby|thereby)\b.*$|\sand\s[a-z]+ing$|\sto\s[\w-]+-based$",
    re.IGNORECASE,
)
SLOTS = re.compile("[\ue000-\uf8ff]")


def spelled(line: Line, start: int, end: int) -> str:
    """Coded text with the slots of concepts and parties written out again."""
    parts: list[str] = []
    done = start
    for item in line.items:
        if item.at >= start and item.to <= end and item.kind in ("concept", "party"):
            parts += [line.coded[done : item.at], line.text[item.start : item.end]]
            done = item.to
    parts.append(line.coded[done:end])
    return "".join(parts)


def stopped(words: str) -> bool:
    """Whether words hold one that no name holds."""
    return any(word.lower() in STOP for word in words.split())


def noun_phrase(words: str) -> str | None:
    """The noun phrase that ends the words, without its determiner."""
    kept: list[str] = []
    every = words.split()
    for at, word in reversed(list(enumerate(every))):
        plain = word.lower()
        if plain == "and" and kept and at and _joins(every[at - 1].lower(), kept[0].lower()):
            kept.insert(0, word)
            continue
        if plain == "net" and kept and kept[0].lower() in ("present", "asset", "book", "working"):
            kept.insert(0, word)
            continue
        if plain in ("after", "before") and kept and kept[0].lower() in ("tax", "taxes"):
            kept.insert(0, word)
            continue
        if plain in STOP and not (plain in _WITHIN and kept and len(kept) < 4):
            break
        if plain.endswith("ly"):
            break
        kept.insert(0, word)
    while kept and kept[0].lower() in _WITHIN:
        kept.pop(0)
    if not kept or (len(kept) == 1 and kept[0].lower() in _EMPTY):
        return None
    if kept[-1].lower() == "value" and kept[-2].lower() in ("fair", "par", "its", "stated"):
        return None
    return " ".join(kept)


def _joins(first: str, second: str) -> bool:
    """Whether "and" joins two words that share the next: "mining and processing costs"."""
    return first in _JOINED or (first.endswith("ing") and second.endswith("ing"))


def trimmed(words: str) -> str:
    """A name without slots, the verb phrase that follows it, and the words that no name ends with."""
    kept = _GOES_ON.sub("", " ".join(SLOTS.sub("", words).split())).split()
    kept = kept[1:] if kept[:1] == ["more"] else kept
    while kept and (kept[-1].lower().strip(".,;:") in STOP or kept[-1].lower() in _WITHIN):
        kept.pop()
    return " ".join(kept).strip(" .,;:")


def plain(
    item: Item, concept: str, label: str, value: Decimal, timing: str, *, scope: str = "total", measure: str = "level"
) -> Draft:
    """The draft of a figure that its own words name."""
    return Draft(
        concept=concept, label=trimmed(label), unit=item.amount.unit, value=value, scope=scope, measure=measure,
        timing=timing, item=item, last=item, anchor=item, rule="facts/prose-other",
    )  # fmt: skip


# Verbs that look like what is spread: "operates in 30 countries", "markets medicines in 170".
_DOES = re.compile(
    r"(?:operates|reaches|serves|sells|ships|exports|markets|makes|does|has|was|is|invests|millions|thousands|works|sales\sof)$"
)


def spread_label(before: str, noun: str) -> str:
    """The name of counted places with what is there: the eight of "34 offices in eight states" are "states with offices"."""
    match = re.search(
        r"(?P<np>(?:[\w'’&-]+\s){1,5})(?:in|across|throughout)\s(?:(?:more than|over|approximately|nearly|about|some)\s)?$",
        before,
    )
    if match is None:
        return noun
    words: list[str] = []
    for word in reversed(match["np"].split()):
        joins = word.lower() == "and" and words
        if word.lower() == "of" or word[0].isdigit():
            break  # "provider of garage doors across eight states"
        if _DOES.fullmatch(word.lower()) or (word.lower() in STOP and not joins):
            words = words[1:] if word.lower() in _VERB_NEXT else words  # "to help clients"
            break
        words.insert(0, word)
    else:
        if len(words) > 1 and re.search(r"\ue005[\ue100-\uf8ff]\s$", before[: match.start()]):
            words = words[1:]  # "Alder holds licenses"
    words = words[:-1] if len(words) > 1 and words[-1] in ("located", "based") else words
    words = words[1:] if words and _HELPING.fullmatch(words[0]) else words
    named = words and (words[-1].endswith(("s", "presence", "revenue", "business")) or _PAST.search(" ".join(words)))
    if not named or _YEARS.search(match["np"]):
        return noun
    kept = [word for word in words if word.lower() != "company"]
    return f"{noun} with {' '.join(kept).removeprefix('and ')}"


_HELPING = re.compile(r"(?:help|serv|support|empower|assist|advis|reach|enabl)ing")
_PAST = re.compile(r"s\s[a-z]+ed$")  # "patents issued in 46 countries"
_YEARS = re.compile(r"\byears\b")  # "20 years of success in seven countries"
_VERB_NEXT = frozenset(("to", "will", "would", "can", "we", "they", "it", "which", "who"))


_TAIL_WORDS = re.compile(
    rf"^\s(?P<tail>(?:of|per|under)\s(?:the\s|a\s)?(?!{VALUE})[\w'’&-]+(?:\s(?:of\s)?(?!(?:and|in|to|for|with|the|that|which|at|as|by|from|on|into|under|were|was|are|is)\b|,)[\w'’&-]+){{0,3}})"
)


def tail_words(after: str) -> str:
    """The complement of a counted noun: "miles OF WATER PIPELINES"; empty where none follows."""
    match = _TAIL_WORDS.match(after)
    return " " + re.sub(r"[\ue000-\uf8ff]", "", match["tail"]).strip() if match else ""
