"""The wordings of reporting periods, as patterns."""

from __future__ import annotations

import re

from kg.text.dates import MONTH_NAME

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4,
    "one": 1, "two": 2, "three": 3, "four": 4,
}  # fmt: skip
LENGTHS = {
    "three": "quarter", "3": "quarter", "thirteen": "quarter", "13": "quarter", "fourteen": "quarter",
    "14": "quarter", "twelve week": "quarter", "six": "half", "6": "half", "twenty-six": "half", "26": "half",
    "twenty-seven": "half", "27": "half", "nine": "nine-months", "9": "nine-months",
    "thirty-nine": "nine-months", "39": "nine-months", "forty": "nine-months", "40": "nine-months",
    "twelve": "year", "12": "year", "fifty-two": "year", "52": "year", "fifty-three": "year", "53": "year",
    "one": "month", "1": "month", "sixteen": "quarter", "16": "quarter",
}  # fmt: skip
WHOLE_MONTHS = frozenset(("three", "six", "nine", "twelve", "one", "3", "6", "9", "12", "1"))
YEAR = r"(?:19[89]\d|20[0-4]\d)(?![\d]|,\d|\.\d)"
# A fiscal year that bears both its calendar years: "2024/25".
BOTH_YEARS = rf"{YEAR}(?:/(?:(?:19|20)\d\d|\d\d)(?!\d|/))?"
FY_YEARS = rf"(?:{YEAR}(?:[/–-](?:(?:19|20)\d\d|\d\d)(?!\d|/))?|\d\d(?:[/–-]\d\d(?!\d|[/–-]))?)"  # "FY 23-24"
# Weeks that no fiscal period counts: a season is told with the day of its end.
SEASON = r"(?:two|four|five|seven|eight|ten|eleven|2|4|5|7|8|10|11|17|18)"
FISCAL = r"(?:fiscal|calendar|financial)"
NUMBER = (
    r"(?:three|six|nine|twelve|thirteen|fourteen|sixteen|twenty-six|twenty-seven|thirty-nine|forty|fifty-two|"
    r"fifty-three|one|3|6|9|12|13|14|16|26|27|39|40|52|53)"
)
BACK = (
    r"(?:a|one)[\s-]years?[\s-](?:ago|earlier|before|prior)|(?:the\s)?year[\s-](?:ago|earlier)|last\s(?:fiscal\s)?year"
    r"|(?:in|of|from|during|for)\s(?:the\s)?(?:prior|previous|preceding|last)\s(?:fiscal\s)?year"
    r"|(?:the\s)?(?:prior|previous)\scorresponding\speriod|pcp"
    r"|the\syear\sbefore|the\sprior\syear|the\sprevious\syear"
)
HEAD = (
    r"(?P<head>(?:(?:same|comparable|corresponding|like|equivalent|similar|prior[\s-]year(?:'s|’s)?|"
    r"year[\s-]ago|year[\s-]earlier|previous\syear(?:'s|’s)|last\syear(?:'s|’s)|prior|previous|preceding|"
    r"immediately|linked|last|current|this|next|coming|upcoming|recent|most|latest|just|recently|completed|"
    r"ended|concluded|reported|full|entire|fiscal|financial|calendar|audited|unaudited)[\s-]){0,4})"
)
TAIL = (
    rf"(?:\s(?P<todate>to[\s-]date))?(?:[\s,]{{1,2}}(?:of\s|in\s|for\s)?(?:the\s)?(?:{FISCAL}\s)?(?P<ykind>{FISCAL}\s)?"
    rf"(?:year\s)?(?:{FISCAL}\s)?(?P<year>{BOTH_YEARS})(?:\s(?:{FISCAL}\s)?(?:year|quarter|period)\b)?)?"
    rf"(?:,?\s(?:which\s|that\s|period\s|and\s)?(?:ended|ending|ends|to)\s(?:on\s)?(?P<ended>[^;:]{{4,24}}?\b(?:\d{{1,2}}(?:st|nd|rd|th)?\b,?(?:\s{YEAR})?|{YEAR})))?"
    rf"(?:\sof\s(?:the|its|our|this|their)\s(?:(?:current|fiscal|financial)\s){{0,2}}year\b(?!\s(?:ago|earlier)))?"
    rf"(?P<back>,?\s(?:{BACK}))?"
)
QUARTER = re.compile(
    rf"\b{HEAD}(?:year\s)?(?:(?P<before>{YEAR})(?:'s|’s)?\s)?(?:{FISCAL}[\s-])?(?:(?P<ordinal>first|second|third|fourth|final|1st|2nd|3rd|4th)"
    rf"[\s-])?(?:{FISCAL}[\s-])?(?:(?P<mname>{MONTH_NAME})\s(?:(?P<myear>{YEAR})\s)?)?(?P<noun>quarters?|half(?:[\s-]years?)?)\b{TAIL}",
    re.IGNORECASE,
)
MONTHS = re.compile(
    rf"\b{HEAD}(?:(?:first|second|last|latest|trailing)[\s-])?(?P<number>{NUMBER}|{SEASON}(?=[\s-]weeks?\b[^.;,]{{0,40}}\b(?:ended|ending)\s))[\s-](?:fiscal[\s-])?(?P<noun>months?|weeks?)"
    rf"(?:[\s-](?:holiday\s|christmas\s|selling\s|shopping\s|sales\s|back[\s-]to[\s-]school\s){{0,3}}(?:season|periods?|fiscal\speriod|fiscal\syear|fiscal\squarter|quarter|year))?\b{TAIL}",
    re.IGNORECASE,
)
YEARS = re.compile(
    rf"\b{HEAD}(?:(?P<before>{BOTH_YEARS})\s)?(?:{FISCAL}[\s-])?(?P<noun>years?|periods?|month)\b(?!\s?-\s?old|s?\sold){TAIL}",
    re.IGNORECASE,
)
SHORT = re.compile(
    rf"\b(?:(?:FY\s?(?P<fy>\d\d|{BOTH_YEARS})|(?:fiscal\s)?(?P<y0>{YEAR}))[\s-]{{0,2}})?(?:Q(?P<q>[1-4])|(?P<q2>[1-4])Q|H(?P<h>[12])|(?P<h2>[12])H|(?P<m9>9M)(?=\s(?:19|20)\d\d))"
    rf"(?:[\s-]{{0,2}}(?:of\s)?(?:fiscal\s|FY\s?|CY\s?)?(?:['’]?(?P<yy>\d\d)(?![\d%,.]\d|\d|\s?%)|(?P<y1>{BOTH_YEARS})))?\b(?P<back>\s(?:{BACK}))?",
)
FISCAL_YEAR = re.compile(
    rf"\b(?:FY\s?['’]?(?P<fy>{FY_YEARS})\b|(?:fiscal|calendar|financial)(?:\syear)?[\s-](?P<y>{BOTH_YEARS})|fiscal\s['’](?P<f2>\d\d)\b)",
    re.IGNORECASE,
)
BARE_BACK = re.compile(rf"\b(?:{BACK})\b", re.IGNORECASE)
TO_DATE = re.compile(
    rf"\b(?:(?:year[\s-]to[\s-]date|YTD)(?:\s(?P<y>{YEAR})(?=[:)\],;]|\s(?:was|were|to)\b|$))?|so far this year)(?![\w-])",
    re.IGNORECASE,
)
# "YTD Q3 2024": from the first day of the year to the end of that quarter.
TO_QUARTER = re.compile(
    rf"\b(?:YTD[\s-](?:(?P<y0>{YEAR})[\s-])?Q(?P<q>[1-4])|Q(?P<q2>[1-4])[\s-]YTD)(?:[\s/-]{{1,3}}(?P<y>{YEAR}))?\b"
)
YEAR_END = re.compile(
    rf"\b(?:(?:the\s(?:end|close)\sof\s|at\s)(?P<of>(?:the\s)?(?:{FISCAL}\s)?(?:first|second|third|fourth|1st|2nd|3rd|4th)\s(?:{FISCAL}\s)?quarter(?:\s(?:of\s|in\s)?(?:{FISCAL}\s)?(?:year\s)?{YEAR})?|(?:fiscal\s)?(?:year\s)?{YEAR})"
    rf"|(?:fiscal[\s-])?(?:year|quarter|period)[\s-]end(?:\s(?:of\s)?(?P<y>{YEAR}))?)\b",
    re.IGNORECASE,
)
AS_OF = re.compile(r"\b(?i:as\s(?:of|at)|at|on|effective(?:\s(?:on|as of))?)\s(?=[A-Z0-9])")
BY_DAY = re.compile(r"\b(?i:by)\s(?=[A-Z0-9])")  # "had fallen to $3 million by June 30, 2005"
PLAIN_YEAR = re.compile(
    rf"(?<![$€£\d.,/-])\b(?:(?<=\bin\s)|(?<=\bfor\s)|(?<=\bof\s)|(?<=\bduring\s)|(?<=\bfrom\s)|(?<=\bto\s)|(?<=\bthan\s)"
    rf"|(?<=\bversus\s)|(?<=\bvs\.\s)|(?<=\bwith\s)|(?<=\bthroughout\s)"
    rf"|(?<=\bfull[\s-]year\s))(?P<y>{YEAR})(?!\s?%|[-–/]\d|\s(?:percent|million|billion|shares|employees))",
    re.IGNORECASE,
)
# A year that stands before what it is told of: "2021 revenue", "the 2021 first-half results".
YEAR_BEFORE = re.compile(
    rf"(?<![$€£\d.,/-])\b(?P<y>{YEAR})(?:['’]s)?(?=\s(?:(?:full[\s-]year|total|net|adjusted|core|gross|operating|annual|organic|consolidated|diluted|non-GAAP|GAAP|pro\sforma|pre-?tax)\s){{0,3}}"
    r"(?:revenues?|sales|earnings|EPS|income|profits?|loss(?:es)?|EBITDA|guidance|outlook|(?:(?:financial|annual|year-end|audited)\s)?results|financials|financial\sperformance|capital\s(?:expenditures?|spending|budget|program)|construction\sbudget|FFO|AFFO|NOI|funds\sfrom\soperations|capex|production|free\scash|cash\sflow|bookings|orders|shipments|gross\smargins?|operating\smargins?|margins?|expenses|tax\srate|dividends?|budget|forecast|targets?|levels?)\b)",
    re.IGNORECASE,
)
# What every wording holds: one of the words, in lower case, or one of the figures.
GATE_WORDS = ("quarter", "half", "month", "week", "year", "period", "fy", "ytd", "to date", "pcp")
GATE_FIGURES = re.compile(rf"(?:19|20)\d\d\b|[QqHh][1-4]\b|[1-4][QqHh]|\b(?i:as\s(?:of|at)|at)\s{MONTH_NAME}\s\d")
FIRST_LENGTH = re.compile(
    rf"\b(?P<n>{NUMBER})(?:[\s-](?:months?|weeks?)(?:\speriods?)?)?\s(?:and|&)\s(?:the\s)?$", re.IGNORECASE
)
JOINED = re.compile(r",?\s(?:and|&)\s(?:for\s)?(?:the\s)?", re.IGNORECASE)
# A year that opens a bracket with the figure it was compared with.
BRACKET_GOES_ON = re.compile(r":|\s?[-–—](?=\s?(?:US|CA|C|A)?[$€£(])|\s(?=(?:US|CA|C|A)?[$€£])")
BRACKETED_YEAR = re.compile(rf"(?<=[(\[])(?P<y>{YEAR})(?={BRACKET_GOES_ON.pattern})")
QUARTERS_TO_DATE = re.compile(rf"\bQ1\s?[-–]\s?Q(?P<q>[2-4])(?:\s(?:of\s)?(?P<y>{YEAR}))?")
OF_THE = re.compile(r"\b(?:for|during|of|in|over|ended|closed|finished|exited)\sthe\s$", re.IGNORECASE)
MONTH_IN = re.compile(
    rf"\b(?:[Ii]n|[Dd]uring|[Ff]or|IN|DURING)\s(?:(?:early|mid|late)[\s-])?(?P<t>(?P<m>{MONTH_NAME}),?\s(?P<y>{YEAR}))"
)
LISTED_YEAR = re.compile(rf"\s?(?:,|and|versus|vs\.?|compared\s(?:to|with))\s(?P<y>{YEAR})")
