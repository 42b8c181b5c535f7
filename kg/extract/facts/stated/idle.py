"""Counts that measure no company: model numbers, what a product can do, what a person did, what there is in the world."""

from __future__ import annotations

import re

from kg.extract.facts.slots.line import COUNT, Item, Line

_ONE_OF = re.compile(r"\b[Oo]ne of (?:only |just |about |some |the )?$")
# "Fortune 1000 companies": the number of a list.
_RANKING = re.compile(
    r"\b(?:Fortune|Forbes|Global|Inc\.|Russell|S&P|NASDAQ|Nasdaq|FTSE|ASX|TSX|Fast|Wilshire)\s(?:Global\s)?$"
)
# "32 bit", "25 MHz": a number of a product.
_SPECIFIED = re.compile(
    r"^[\s-]?(?:[kKMG]?[bB]it|[kMGT]Hz|[KMGT][Bb]|[kMG]bps|[kK]?baud|(?:kilo|mega|giga|tera)?bytes?|dpi|pixels?|pins?|inch|rpm|RPM|volts?|watts?|amps?|"
    r"mm|cm|nm|mg|ml|kg|g/t|gpt|oz/t|ppm|percent|degrees?)\b",
)
# "Russell 2000 and 3000 Indexes"
_INDEXED = re.compile(r"^\s(?:[A-Z]\w+\s){0,2}(?:[Ii]nde(?:x|xes|ces))\b")
# "208 Garrick reflects strong demand", "499 Union Announces": the number of a house, not of what follows.
_ADDRESS = re.compile(
    r"^\s(?:[A-Z][\w'’-]*\s){1,2}(?:(?:reflects|allows|offers|announces|reports|welcomes|features|provides|includes|represents|brings|sits|stands|has|is|was|will|"
    r"continues|remains|marks|makes|gives|adds|opens|becomes|Announces|Reports|Offers|Welcomes|Opens|Launches|Brings|Features)\b)"
)
# "There were 9,000 bowling alleys", "surveyed 1,200 adults": nobody's count.
_THERE_ARE = re.compile(
    r"\b(?:[Tt]here (?:are|were|is|was|will be)|survey(?:ed)? of|surveyed|polled|in talks with|talks with)\s?"
    r"(?:(?:approximately|about|more than|over|nearly|almost|some|an estimated|only|just|up to)\s){0,2}$"
)
# "an opportunity to convert 90 million fans", "holders of less than 120 shares will receive": nobody has these.
_CHANCE = re.compile(
    r"\b(?:[Oo]pportunity|[Pp]otential|[Cc]hance)\s(?:to|for|of)\s(?:[\w-]+\s){0,4}(?:(?:approximately|about|more than|over|nearly|almost|some|an estimated|up to)\s)?$",
    re.IGNORECASE,
)
_THRESHOLD = re.compile(
    r"\b(?:holders|stockholders|shareholders|holding|those|anyone)\s(?:with|of|who own|owning)?\s?(?:less than|fewer than|at least|more than)\s$",
    re.IGNORECASE,
)
_ON_DAY = re.compile(r"\W*\ue003[\ue100-\uf8ff],?\sthere\s(?:were|are)\b")  # "As of June 30, there were 92 stores"
_BESIDES = re.compile(r"\b(?:we|our|us|its|open|in operation|outstanding|remaining|employed)\b")
# What a product can do: "can hold more than 1,000 frames".
_ABLE = re.compile(
    r"\b(?:can|could|able to|capable of|lets? (?:you|users|\w+ers)|allow(?:s|ing) (?:you|users|\w+ers)(?: to)?|with)\s(?:now\s|also\s)?(?:[a-z]+\s){0,2}(?:up to|as many as|more than|over|at least)\s$"
)
_PRODUCT = re.compile(
    r"^\s(?:[\w-]+\s){0,3}?(?:frames|colou?rs|pictures|images|files|tracks|records|fields|layers|characters|documents|songs|lines|entries|people|users|planes|aircraft|"
    r"objects|fonts|devices|names|addresses|pages|channels|voices|sounds|levels|players|messages)\b"
)
# Who led, ran or did business somewhere: told of a person.
_PERSON = re.compile(
    r"^\W*(?:He|She|Mr\.\s[A-Z][\w’'-]+|Ms\.\s[A-Z][\w’'-]+|Mrs\.\s[A-Z][\w’'-]+|Dr\.\s[A-Z][\w’'-]+)\s(?:has|had|is|was|brings?|also|holds|held|previously|earlier|[a-z]+ed|ran)\b"
)


# "a district where 108 mines produced", "causing a dozen countries to pause": what there is, or who is moved, in the world.
_ELSEWHERE = re.compile(
    r"\b(?:district|area|camp|region|belt|country|state|province|industry|market|county|nation|world|sector)\s(?:where|in\swhich|that\shas|with)\s[^,;]{0,60}$"
    r"|\b(?:caus(?:ed|es|ing)|prompt(?:ed|s|ing)|forc(?:ed|es|ing)|le(?:d|ads|ading))\s(?:(?:nearly|about|more than|over|almost|some|at least)\s)?$"
)


# "With 39 million residents, the state ranks first": no company's people.
_PUBLIC = re.compile(
    r"^\s(?:[a-z-]+\s){0,2}(?:residents|inhabitants|citizens|households|people|consumers|voters|drivers|Americans)\b"
)
_OF_A_PLACE = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Aa]|[Tt]his|[Ee]ach)\s(?:[\w-]+\s){0,2}(?:state|county|city|town|country|region|province|nation|metropolitan\sarea|metro\sarea|district|island|territory|continent)\b(?!['’]s\s(?:largest|first|leading|only|oldest|biggest))"
)
_SERVING = re.compile(r"\b(?:serv\w+|employ\w*|reach\w*|provid\w+|hir\w+|jobs?)\b")


# "Each member was granted 4,000 shares": so many of one, not of all.
_EACH = re.compile(
    r"^\W*(?:Each|Every)\s(?:new\s|outside\s|non-employee\s)?(?:member|director|investor|employee|holder|participant|shareholder|stockholder|unit|of\sthe)\b[^.;]{0,110}$"
)


# "selected from 300 companies", "choose from over 40 designs": a pool that others offer or judge.
_POOL = re.compile(
    r"\b(?:selected|chosen|cho(?:ose|oses|osing)|picked|shortlisted|drawn|pick|select|judged|evaluated|ranked|sifted|competed|competing|beat|nominated)\s(?:\w+\s){0,2}?"
    r"(?:from|among|amongst|out\sof|against|across|over|of)\s(?:(?:a|the|an)\s(?:[a-z]+\s){0,3}of\s)?(?:[a-z]+\s){0,3}(?:\ue002[\ue100-\uf8ff]\s[^.;\ue003-\ue005]{1,50})?$"
)
# "with potential expansion to 300 locations": hoped for.
_HOPED = re.compile(
    r"\b(?:potential(?:ly)?|possible|possibly)\s(?:[a-z-]+\s){0,2}(?:to|of|in|into|for|at)\s(?:(?:more than|over|up to|as many as|about|approximately|an additional|another)\s){0,2}$"
)
# "records the flight path of up to three aircraft": what a product can do at once.
_DOES_AT_ONCE = re.compile(
    r"\b(?:records|supports|tracks|displays|plots|plays|prints|stores|handles|connects|controls|simulates|accepts|accommodates)\s[^.;,\ue000-\ue005]{0,40}\bup\sto\s$"
)


# "equivalent to powering 800 homes": a comparison.
_AS_MUCH_AS = re.compile(
    r"\bequivalent\sto\s(?:[a-z]+ing|the\s(?:annual\s)?(?:emissions|output|consumption|use)\s(?:of|from))\s[^.;]{0,100}$"
)


def idle(line: Line, item: Item, before: str, after: str) -> bool:
    """Whether a number tells nothing of the business of a company."""
    if _RANKING.search(line.text, max(0, item.start - 24), item.start):
        return True
    if _ONE_OF.search(line.text, max(0, item.start - 40), item.start):
        return True
    if _SPECIFIED.match(after) or _INDEXED.match(after) or _PERSON.match(line.text):
        return True
    if re.match(rf"^\sand\s{COUNT}\s(?:[A-Z]\w+\s){{0,2}}[Ii]nde(?:x|xes|ces)\b", after):
        return True
    if item.amount.value < 1000 and _ADDRESS.match(after):
        return True
    if _EACH.match(line.text[: item.start]):
        return True
    if _PUBLIC.match(after) and _OF_A_PLACE.search(line.text) and not _SERVING.search(before):
        return True
    if _ABLE.search(before) and _PRODUCT.match(after) and "capacity" not in line.text:
        return True
    if _ELSEWHERE.search(before) and not re.search(r"\b(?:we|our|its)\b", line.text, re.IGNORECASE):
        return True
    if _AS_MUCH_AS.search(before) or _POOL.search(before) or _HOPED.search(before) or _DOES_AT_ONCE.search(before):
        return True
    if _CHANCE.search(before) or _THRESHOLD.search(before):
        return True
    counted = _THERE_ARE.search(before) is not None and _ON_DAY.match(line.coded) is None
    return counted and _BESIDES.search(before + after) is None
