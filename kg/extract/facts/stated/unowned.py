"""Sentences and figures that are passed over, because nothing tells whose they are."""

from __future__ import annotations

import re

from kg.extract.facts.slots.line import Item, Line

# The line of a balance sheet that describes its capital stock.
_CAPITAL_STOCK = re.compile(r"\bpar value\b.{0,80}\bauthorized\b", re.IGNORECASE)
# "They have 25 employees": of whom, the sentence does not tell.
_THEY = re.compile(
    r"\b[Tt]hey(?:['’](?:ve|re|d))?\s(?:(?:also|now|currently|already|still|really|actually)\s)?(?:have|had|own|employ|operate|generate|generated|do|did|reported|earned|"
    r"are|were|sell|sold|serve|run|manage|make|made|raised|spend|spent|lost|grew)\b[^.;,\ue000-\ue002]{0,70}$"
)
# What a person led or raised elsewhere is told of the person.
_PAST_POST = re.compile(
    r"\b(?:He|he|She|she|Mr\.\s[A-Z]\w+|Ms\.\s[A-Z]\w+|Dr\.\s[A-Z]\w+)\s(?:has\s|also\s|previously\s|successfully\s|co-)*"
    r"(?:led|managed|oversaw|founded|headed|directed|supervised|raised|spearheaded|scaled|grew|was\sresponsible|helped\s(?:grow|raise|build))\b"
    r"|\b(?:[Hh]is|[Hh]er)\s(?:career|tenure|experience)\b"
    r"|\b(?:is|has\sbeen)\san?\s(?:[\w-]+\s){0,4}(?:veteran|executive|entrepreneur|professional)\s(?:who|that)\shas\b|\b(?:his|her)\stime\s(?:at|with)\b"
    r"|\btrack\srecord\sof\s(?:successfully\s)?(?:building|scaling|growing|leading|raising|founding|developing|managing)\b.{0,80}\bhaving\s"
    r"|\bI\s(?:have\s)?(?:also\s|previously\s|co-)?(?:grew|grown|built|ran|led|scaled|founded|sold|managed|raised|helped)\b"
    r"|\b(?:where|before\sthat|previously),?\s(?:he|she)\b"
    r"|\b(?:Most\srecently|Previously|Formerly|Before\sthat|Prior\sto\s[^,;]{3,60}),\s(?:he|she|Mr\.\s[A-Z]\w+|Ms\.\s[A-Z]\w+|Dr\.\s[A-Z]\w+)\s(?:was|served|worked|held|spent)\b"
)
# The same of one called by a first name only.
_LED = re.compile(
    r"^\W*(?!The\b|It\b|We\b)[A-Z][a-z]+\shas\s(?:led|managed|overseen|headed|directed|supervised|spearheaded)\s(?:the\s)?"
    r"(?:development|design|construction|operations?|teams?|growth|expansion|delivery|launch)\b"
)
# Whose figures these are is told elsewhere, if anywhere.
_TARGET = re.compile(
    r"\W*(?:The|the) (?:acquired|target|purchased|combined and acquired) (?:company|companies|business|businesses|firms?)(?:['’]s?)?\s"
)
_GLUED = re.compile(r"\d[A-Z][a-z]|[a-z]\d{1,3},\d{3}|\)\(|\d,\d{3}\d|[a-z]{2}[A-Z][a-z]+ \$")


_CELLS = re.compile(
    r"\ue000[\ue100-\uf8ff]\s(?:\ue000[\ue100-\uf8ff]\s){1,4}(?:\ue001|$)"
)  # cells of a row, side by side


def _crammed(line: Line) -> bool:
    """Whether a line is a table that lost its columns: figures with hardly a word between them."""
    if _CELLS.search(line.coded):
        return True
    figures = len(line.values())
    if figures <= 8:
        return False
    return len(line.text.split()) < 4 * figures or len(_GLUED.findall(line.text)) >= 4


def passed_over(line: Line) -> bool:
    """Whether a sentence tells of a person's own record, of a firm named elsewhere, or is no sentence."""
    return (
        _crammed(line)
        or _TARGET.match(line.text) is not None
        or _LED.match(line.coded) is not None
        or _PAST_POST.search(line.text) is not None
        or _CAPITAL_STOCK.search(line.text) is not None
    )


# "The industry employs 1.2 million people": no company does.
_TRADE = re.compile(
    r"(?:^\W*|[.;]\s|,\s(?:and|but|while|as)\s|\b(?:that|where)\s)(?:the|this|an?|our|its)\s(?:[\w.’'-]+\s){0,3}(?:industry|sector|profession|economy|trade\sassociation)\s(?:also\s|currently\s|now\s)?"
    r"(?:employs|has|had|generates|generated|supports|accounts|contributes|serves|produces|is\sworth|includes|represents|spends)\b[^.;]*$",
    re.IGNORECASE,
)


# "inventions that brought $2 billion in revenue for licensees": theirs, not the company's.
_FOR_THEM = re.compile(
    r"(?:\s(?:in|of|annual|additional|new|total|net|gross|\ue004[\ue100-\uf8ff])){0,5}\s(?:for|to)\s(?:our\s|its\s|their\s|the\s|these\s|other\s)?(?:licensees|clients|customers|partners|acquirers|merchants|creators|sellers|advertisers|retailers|publishers|users|members|farmers|owners|franchisees)\b"
)
_BRINGS = re.compile(
    r"\b(?:generat\w+|driv\w+|drove|deliver\w+|produc\w+|creat\w+|brought|brings?|sav\w+)\s(?:[\w-]+\s){0,4}$"
)


# "Combined, Alder and Marlow had revenue of": the figure is of both.
_OF_BOTH = re.compile(
    r"(?:^|[.;]\s)(?:(?:Combined|Together|Collectively|In total|On a combined basis),\s)?(?:\ue005[\ue100-\uf8ff],\s){0,3}\ue005[\ue100-\uf8ff],?\sand\s\ue005[\ue100-\uf8ff]\s(?:together\s|combined\s|jointly\s|collectively\s)?"
    r"(?:had|have|generated|generate|reported|posted|employ|employed|operate|operated|serve|served|own)\s[^;]{0,70}$"
)


# "proven to raise brand sales by 25%": what a product promises its users; a part of a market in brackets.
_CLAIMED = re.compile(
    r"\b(?:proven|shown|known|designed|demonstrated|guaranteed)\sto\s(?:help\s)?(?:increase|boost|raise|reduce|cut|lower|improve|lift|grow|decrease)\s[^;.]{0,60}$"
)
_TAM_PART = re.compile(r"\b(?:TAM|[Aa]ddressable [Mm]arkets?|[Mm]arket [Ss]ize)\b[^()]{0,80}\([^()]{0,160}$")


def of_them(line: Line, value: Item) -> bool:
    """Whether a figure is that of "they", whoever that is, or of a whole industry."""
    if _CLAIMED.search(line.text, max(0, value.start - 90), value.start) or _TAM_PART.search(line.text[: value.start]):
        return True
    if _OF_BOTH.search(line.coded[: value.at]) or _THEY.search(line.coded, max(0, value.at - 90), value.at):
        return True
    brought = _FOR_THEM.match(line.coded, value.to) and _BRINGS.search(line.coded, max(0, value.at - 60), value.at)
    return bool(brought) or _TRADE.search(line.coded, 0, value.at) is not None
