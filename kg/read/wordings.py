"""The fixed wordings of releases: legal protection, contacts, page furniture, section headings."""

from __future__ import annotations

import re

_F = re.IGNORECASE

FURNITURE = re.compile(
    r"(?:[-=_*#~ ]{3,})?(?:<page>.{0,20}|page\s\d{1,3}(?:\sof\s\d{1,3})?|.{0,60}[-,(\s]+page\s(?:\d{1,3}|two|three|four|five)\W*(?:of\s\d{1,3})?"
    r"|\W*exhibit\s?(?:no\.?\s?)?\(?\d{1,3}\b.{0,24}|\(?ex-?\s?99\S*(?:\.html?)?|[\w-]{1,30}\.(?:htm|html|txt|pdf|jpg|gif)"
    r"|[-.\s(\[]*(?:more|continued)[-.\s)\]]*(?:-?\s?\d{1,2}\s?-?)?(?:<page>.{0,80})?|[#*=~_.\s-]{1,}|[-\s#*]*(?:ends?|30|0|o)[-\s#*]*|[-\s]*(?:8<|>8|cut\shere)[-\s8<>]*(?:cut\shere)?[-\s8<>]*"
    r"|\W{0,8}(?:for\s(?:immediate|general|your)\s(?:release|distribution|use|information)|immediate\srelease)\b.{0,80}"
    r"|(?:\w+\s)?(?:news|press|media|earnings|corporate)\s?(?:release|alert|announcement|bulletin|information)s?\W{0,3}(?:\W.{0,40}\d{4})?"
    r"|(?:press|news)\srelease\s(?:issued|dated|of|source:)\s?.{0,100}|n\s?e\s?w\s?s(?:\s+r\s?e\s?l\s?e\s?a\s?s\s?e)?"
    r"|\W*(?:company\s)?logo\W*(?:https?:\S+)?|\[[^\]]{0,60}logo[^\]]{0,20}\].{0,60}|\(\s?(?:logo|photo|image)s?\s?:.{0,200}"
    r"|(?:photo|image|video|graphic)s?(?:\scredit)?s?\s?:.{0,160}"
    r"|(?:(?-i:SOURCE)|sources?\s?:)\s*.{1,150}|\W*view\s(?:the\s|this\s)?(?:source|original)\b.{0,200}|the\spost\s.{1,400}appeared\s(?:first\s)?on\s.{1,60}"
    r"|the\spost\s.{1,400}first\sappeared\s.{1,80}|add\s.{1,60}as\syour\spreferred\snews\ssource.{0,60}"
    r"|(?:follow|connect\swith|find|like)\s(?:us|\w+)\son\b.{0,160}|(?:https?://|www\.)\S{1,200}|-\s?\d{1,3}\s?-(?:\s?<page>.{0,40})?|\d{1,3}"
    r"|(?:financial\s|summary\s)?(?:tables?|statements?|schedules?)(?:\sto)?\sfollows?|-\s.{0,40}tables?\s(?:to\s)?follow\w?\s-"
    r"|\W*(?:nasdaq|nyse|amex|otc\w*|tsx\S*|cse|lse)(?:/nms)?(?:\ssymbol)?\s?:\s?\S{1,12}|by\s(?:[A-Z][\w.'-]+(?:\s|(?![\w.'-]))){2,3}(?:,\s.{1,40})?"
    r"|!?\[[^\]]{0,120}\]\(\S{1,300}\)|copyright\b.{0,160}|(?:\(c\)|\u00a9)\s.{0,160}|hello\s?all\W*|begin\s\d{3}\s\S+"
    r"|\W*(?:this\smessage\s(?:was\s)?forwarded\sfrom|original\smessage\s(?:dated|from)|from\sarea\s?:)\s?.{1,120}|\[inline\]"
    r"|permission\s(?:is\s)?(?:hereby\s)?granted\sto\s.{1,80}|\d{1,2}:\d{2}\s?[ap]\.?m\b\.?.{0,12}"
    r"|[-=_*#~ ]{3,}(?:press|news)\srelease[-=_*#~ ]*|related\s(?:links?|files?|images?|documents?)\W*|multimedia\s(?:files?|elements?)\W*|share\sthis\b.{0,60})$",
    _F | re.DOTALL,
)
MAIL = re.compile(
    r"(?:from|to|cc|subject|date|message-id|newsgroups|organi[sz]ation|lines|received|return-path|status|x-[\w-]{1,20}"
    r"|path|references|sender|submitted by|date (?:received|posted)|mime-version|content-[\w-]{1,20}|in-reply-to|errors-to|precedence|reply-to|distribution|approved|nntp-posting-host|keywords|summary|followup-to|xref)\s?:\s"
    r"|from\s\S{1,60}@\S{1,60}\s",
    _F,
)

# Wordings that only the law makes anybody write: the kind, words one of which must stand there, the pattern.
# All are looked for in small letters.
_CUES = (
    (
        "a",
        ("looking",),
        re.compile(
            r"forward[-\s\u2010-\u2013]{1,2}looking[\"\u201d\u2019',]{0,3}(?: [\w,]+){0,3}? [\"\u201c]?(?:statement|information|comment|remark)"
            r"|statements?\b[^.]{0,90}forward[-\s\u2010-\u2013]{1,2}looking|[\"\u201c]forward[-\s\u2010-\u2013]{1,2}looking"
        ),
    ),
    ("b", ("harbo", "litigation"), re.compile(r"safe[-\s]harbou?r|private securities litigation")),
    (
        "c",
        ("differ", "vary"),
        re.compile(
            r"(?:actual|future) (?:results?|outcomes?|performance|events?|developments?)[, ](?:[\w,]+ ){0,6}?(?:differ|vary)\b"
            r"|differ (?:materially|significantly|substantially)"
        ),
    ),
    (
        "d",
        ("update", "revise", "correct", "supplement", "undertake", "assume", "disclaim"),
        re.compile(
            r"(?:no|any|not (?:under)?(?:take|intend|plan)?) ?(?:obligation|duty|intention|intent|responsibility|to) (?:\w+ ){0,4}?"
            r"(?:update|revise|correct|supplement)\b|undertakes? no|assumes? no (?:obligation|duty|responsibility|liability)"
            r"|disclaims? any"
        ),
    ),
    (
        "e",
        ("believ", "anticipat", "expect", "estimat"),
        re.compile(
            r"(?:anticipat|believ|estimat|expect|intend|plan|project|seek|should|could|may|will|predict|potential)\w{0,3}"
            r"[,.]?[\"\u201d\u2019']{0,2},? (?:and |or )?[\"\u201c\u2018']?(?:anticipat|believ|estimat|expect|intend|plan|project"
            r"|seek|should|could|may|will|predict|potential|continu|forecast|goal|target)\w{0,3}[,.]?[\"\u201d\u2019']{0,2},"
        ),
    ),
    (
        "f",
        ("offer", "solicitation", "registered under", "securities act", "section 2"),
        re.compile(
            r"\b(?:no|not|nor|nothing|neither|constitutes?|any)\b[^.]{0,90}?\boffer to (?:sell|buy|purchase)"
            r"|offer to (?:sell|buy|purchase)(?:,| or\b| any\b| such\b| (?:the |these |our )?(?:securities|shares|notes)\b)|solicitation of (?:an |any )?(?:offer|prox)|not (?:been |be )(?:\w+ )?registered under"
            r"|offered or sold in the united states|securities act of 19\d\d|section (?:27a|21e)"
        ),
    ),
    (
        "g",
        ("risk", "assurance", "reliance", "control", "as of the date", "filing"),
        re.compile(
            r"risk factors|risks,? (?:and )?uncertaint|known and unknown|there can be no assurances?|undue reliance"
            r"|beyond (?:\w+ ){1,4}control|as of the date (?:of this|hereof)|filings? with the (?:sec\b|u?\.?s?\.? ?securities)"
        ),
    ),
    (
        "h",
        ("mark", "trade name", "rights reserved", "respective"),
        re.compile(
            r"trademarks?\b|service marks?|trade names?|all rights reserved|property of (?:their|its) respective"
        ),
    ),
    (
        "i",
        ("responsib", "advice", "informational", "recommend", "endorse", "warrant", "past performance", "historical"),
        re.compile(
            r"accepts? (?:\w+ ){0,2}responsibility for|investment advice|financial advice|informational purposes"
            r"|not (?:a |an )?(?:recommendation|endorsement)|no representation or warranty|past performance"
            r"|not historical (?:facts?|in nature)|historical (?:facts?|information) contained"
        ),
    ),
)
_TRADEMARK = re.compile(
    r"(?:are|is) (?:either )?(?:a |the |all )?(?:\(?[rs]\)? )?(?:registered |claimed )?(?:trademarks?|service ?marks?|trade names?)"
    r"|may be (?:claimed as |the )?(?:registered )?(?:trademarks?|trade names?)|trademarks? (?:or registered|and/or|of|are)\b"
    r"|all rights reserved|trademarks? acknowledged",
    _F,
)
LEGAL_HEAD = re.compile(
    r"\W*(?:(?:important |legal |additional )?(?:cautionary|caution\b|safe[-\s]harbou?r|forward[-\s\u2010-\u2013]{1,2}looking"
    r"|disclaimer|legal (?:notice|information|disclaimer|disclosure)|legal$|disclosures?\b|important (?:notice|disclosures?|information)"
    r"|notice (?:to|regarding|concerning)|no offer|not an offer|participants in the solicitation|information about forward"
    r"|statements? (?:under|regarding)|(?:note|statement|information|comments?|disclosure|advisory)s? (?:on|regarding|about|concerning|as to) forward"
    r"|trademarks?\b|copyright|risk factors?$|additional information (?:and|about the (?:merger|transaction))|regulatory disclaimer"
    r"|about forward|private securities|special note|risks and uncertainties|cautionary))",
    _F,
)
ABOUT_HEAD = re.compile(
    r"\W*(?:about\s(?!\d[\d,.]*\s|the\s(?:offering|call|webcast|conference|study|trial))\S.{0,90}"
    r"|(?:company|corporate|business)\s(?:profile|overview|background|information|description))\W*$",
    _F,
)
ABOUT_OPENING = re.compile(
    r"\W*[Aa](?:bout|BOUT)\s(?:the\s)?[A-Z0-9][^.?!:;\u2013\u2014]{1,60}?(?:\s?[:\u2013\u2014]|\s-\s|\s(?=[A-Z][\w.,&' -]{1,60}?\s(?:is|are|was|has|provides|offers|operates|delivers)\b))"
)
CONTACT_HEAD = re.compile(
    r"\W*(?:(?:for\s(?:more|further|additional|general)\s)?(?:media|press|investors?|company|corporate|sales|public|analysts?|editorial|financial"
    r"|business|news|shareholder|ir|pr|general|customer|product|us|u\.s\.|north\samerican|agency)?"
    r"(?:\W{1,3}(?:media|press|investors?|relations|financial|and|or|&|relation|analysts?|community|company|corporate|affairs)){0,4}\W{0,3}"
    r"(?:contacts?|inquiries|relations|enquiries|queries)\b|contacts?\W|for\s(?:more|further|additional|editorial|general)\sinformation\W{0,3}"
    r"(?:please\s)?(?:contacts?|call|write)?\W*$|for\s(?:more|further|additional)\sinformation,?\s(?:please\s)?(?:contact|call|visit|see|go\sto|write)\b"
    r"|note\sto\seditors|editors?'?\snote|(?:at\sthe\scompany|at\s[A-Z]\S{2,20}(?:\s\S{2,20}){0,3}):?$|(?:investors?|media|press)\W{0,2}$"
    r"|[\w&.,' -]{1,40}\s(?:investors?|media|press|company|pr|ir)\s(?:relations\s)?contacts?\W?$)",
    _F,
)
REACH = re.compile(
    r"(?:\(\d{3}\)\s?|\b\d{3}[-./ ]{1,3})\d{3}[-. ]{1,2}\d{4}\b|\+\d{1,3}[\d ().-]{7,}|[\w.+-]{1,40}@[\w-]{1,40}\.\w"
    r"|\(0\)\s?\d[\d /-]{5,}|(?:^|\s)(?:tel|phone|fax|e-?mail|voice)\b\.?\s?:",
    _F,
)
REFERENCES = re.compile(r"\W*(?:references|bibliography|citations)\W*$", _F)
_GUARDED = re.compile(
    r"risk|uncertain|assum|statement|invest|securit|regulat|disclaim|guarant|liab|rely|reliance|advis|prospectus|expected|information",
    _F,
)
CALLS = re.compile(r"conference call|webcast|replay|dial|passcode|participant", _F)
FIGURES = re.compile(r"[$\u20ac\u00a3\u00a5]\s?\d|\d\s?(?:%|percent\b)|\b(?:million|billion)\b", _F)
NEWS = re.compile(r"\b(?:today announced|announced today|said|reported (?:net|today)|commented|added)\b", _F)


def is_guarded(text: str) -> bool:
    """Whether a paragraph without a legal wording still speaks of what legal ones are about."""
    return _GUARDED.search(text) is not None


def legal_cues(text: str) -> set[str]:
    """The kinds of legal wording that a paragraph holds."""
    small = text.lower()
    return {kind for kind, words, pattern in _CUES if any(word in small for word in words) and pattern.search(small)}


def is_legal(text: str) -> bool:
    """Whether a paragraph protects its issuer and tells nothing else."""
    cues = legal_cues(text)
    if not cues:
        return False
    if "h" in cues and len(text) < 900 and _TRADEMARK.search(text) and not NEWS.search(text):
        return True
    strong = cues & {"a", "b", "c", "d", "e", "f", "i"}
    weight = len(strong) * 2 + len(cues & {"g"})
    if FIGURES.search(text) or NEWS.search(text):
        return weight >= 6
    return weight >= 3 or (bool(strong - {"e"}) and len(text) < 1500)
