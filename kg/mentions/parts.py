"""Names beside a noun that tells what an organisation is to another: "Tessel, Alder's licensee", "our reseller, Tessel"."""

from __future__ import annotations

import re

from kg.mentions.words import org_heads, word_class

# What firms alone are, and what persons are too ("a shareholder", "its counsel").
_FIRMS = (
    r"licensees?|licensors?|resellers?|distributors?|dealers?|subsidiar(?:y|ies)|unit|divisions?|affiliates?|operating compan(?:y|ies)|competitors?|auditors?|"
    r"(?:transfer|placement|paying|exchange|information|administrative|collateral) agents?|agents? for (?:its|the|our) (?:[a-z]+ )?(?:lenders|banks|noteholders)|registrar|lenders?|suppliers?|vendors?|(?:contract )?manufacturers?|contractors?|underwriters?|"
    r"(?:joint venture|development|strategic|technology|distribution|marketing|manufacturing|research|channel|alliance|merger|commercial|collaboration|licensing) partners?|"
    r"agency of record|(?:advertising|ad|creative|media|PR) agency|(?:public relations|investor relations|law|accounting|audit|consulting|engineering|PR|IR) (?:firm|agency)s?|investment bank(?:er)?s?|house bank|landlords?"
)
_EITHER = r"(?:share|stock|unit)holders?|investors?|customers?|clients?|partners?|rivals?|backers?|sponsors?|(?:financial|legal|tax|strategic|M&A) advis[eo]rs?|(?:legal|special|outside) counsels?|consultants?"
_NOUNS = rf"(?:(?P<firm>{_FIRMS})|(?:{_EITHER}))"
_WORDS = r"(?:(?!(?:your|of|that|which|who|to|for|from|in|on|by|with|as|at|and|or|the|was|is|not)\b)[\w-]+ ){0,4}?"
_OWNER = r"(?:[Ii]ts|[Oo]ur|[Tt]heir|(?:[A-Z0-9][\w’'&.-]*,? ){0,4}[\w&.-]+(?:[’']s|s[’']))"
_SEAT = r"(?: (?:of|in) [A-Z][\w.]+(?: [A-Z][\w.]+)?(?:, [A-Z][\w.]+(?: [A-Z]\w+)?)?)?"
_IS = r"(?:is|are|was|were|remains?|became|becomes|(?:(?:has|have|will) )?(?:become|been|be)(?: (?:named|appointed|chosen|selected))?|(?:was|were) (?:named|appointed|chosen|selected)|(?:serves?|served|acts?|acted|acting|serving) as|to be|as)(?: now| also| currently| both| all)?"
BEHIND = (
    rf"(?:{_SEAT}(?:,|,? (?:(?:which|that) )?{_IS})|(?= (?:its|our|their) )) (?:(?:[Aa]n?|the|one of(?: the)?|among|(?:one of )?{_OWNER}) )?{_WORDS}%s"
    r"(?= (?:of|to|for|in|with|and|that|which|who|on|since|at|from)\b|[,.;:)”\"]|$)"
)  # ", a licensee of Birch", ", which is Birch's licensee", "serves as its licensee": what follows a name
_RIGHT = re.compile(BEHIND % _NOUNS)
_SEVERAL = re.compile(
    rf",? (?:are|were|have been)(?: (?:now|also|both|all|each|among))* (?:(?:the|one of|{_OWNER}) )?{_WORDS}{_NOUNS}(?<=s)(?= of\b|[,.;]|$| (?:in|for|to|and|on)\b)"
)
_TOGETHER = re.compile(
    r",? (?:today |have |has |are |jointly |also |recently )*(?:announced? (?:that they|an?|the|today|they|their)\b|announcing|agreed to\b|signed\b|entered into|formed an?\b|teamed|partnered|partnering|collaborat\w+|joined forces|merged?\b|jointly|working together|co-?develop\w+|will (?:jointly|each|build|develop|share|form|operate|hold|co-\w+|work together)\b|lent\b|(?:each |both |jointly )?owns? (?:the|an?|\d)|co-own\w*)"
)  # what two firms do side by side
_LEFT = re.compile(rf"(?:^|[\s“\"(]){_OWNER} {_WORDS}{_NOUNS}(?: (?:in|for) (?:the )?[A-Z]\w+)?,? $")
_LABEL = re.compile(rf"^(?:[A-Z][\w-]+ |[a-z][\w-]+ ){{0,3}}{_NOUNS}: $", re.IGNORECASE)
_REACH = 90
_HINT = re.compile(r"[a-z]{3}(?:er|or|ee|nt|nk|it|on|ry|ar|al|cy|rm|el|ey|es|ny|te|rs)s?(?:,|:)? $|ies,? $|s,? $")


def plays_part(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is what a noun beside it tells: a firm's noun, or one of persons too beside no person's name."""
    left = text[max(0, start - _REACH) : start]
    found = _RIGHT.match(text, end)
    if found is None and _HINT.search(left[-8:]):
        found = _LABEL.match(left) if start < _REACH and left.endswith(": ") else _LEFT.search(left)
    return found is not None and (found["firm"] is not None or not _manlike(text[start:end]))


def several_parts(text: str, end: int) -> bool:
    """Whether what follows a list that ends there tells of all that they are something to another: "are licensees of Birch"."""
    if _TOGETHER.match(text, end):
        return True
    return text.startswith((" are ", " were ", " have been "), end) and _SEVERAL.match(text, end) is not None


def _manlike(name: str) -> bool:
    """Whether two or three plain words could as well be a person."""
    words = name.split()
    plain = all(word[0].isupper() and word[1:].isalpha() and word[1:].islower() for word in words)
    last = words[-1].lower()
    return len(words) in (2, 3) and plain and last not in org_heads() and last not in word_class("fields-in-names")
