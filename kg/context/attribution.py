"""Whose words a quoted stretch is: what the text after it, before it and around its block says of the speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Mention, MentionKind
from kg.text.patterns import Annotated, annotate, compile_pattern

_PLAIN_VERB = (
    r"(?:said|says|stated|states|added|adds|commented|comments|noted|notes|remarked|remarks|explained|explains|continued|continues|"
    r"concluded|concludes|observed|observes|shared|shares|emphasized|emphasizes|highlighted|highlights|declared|declares|affirmed|expressed|"
    r"reiterated|reiterates|replied|replies|responded|responds|answered|answers|asserted|asserts|claimed|claims|recalled|recalls|wrote|writes|"
    r"elaborated|elaborates|summarized|summarised|cautioned|predicted|predicts|underscored|underscores|stressed|stresses|acknowledged|acknowledges|"
    r"confirmed|confirms|echoed|echoes|testified|urged|urges|exclaimed|quipped|quoted|joked|reflected|reflects|mentioned|proclaimed|"
    r"announced|reported|reports|believes|thinks|emphasised|emphasises|pointed out|points out|told \w+(?: \w+)?|tells \w+|went on to (?:say|add|note|emphasi[sz]e|stress|explain|mention|highlight|point out|comment)|goes on to say|"
    r"further stated|was quoted as saying|is quoted as saying|had this to say)"
)
VERB = rf"(?:(?:also |further |then |later |has |have |proudly |recently )?{_PLAIN_VERB})"
_SAYING = r"(?:stating|saying|adding|noting|commenting|remarking|explaining|emphasizing|declaring|concluding|replying)"
_INSIDE = r"(?:[^.;\u201c\u201d\"]|\.(?![ \"\u201d]))"  # a letter of the same sentence, outside quotations
_TITLES = r"(?:(?:Mr|Ms|Mrs|Dr|Prof)\. )?"
HE_SAYS = re.compile(rf"^[\s,.\u2014\u2013-]*(?:(?:he|she) {VERB}|{VERB} (?:he|she))\b", re.IGNORECASE)
SAME_BEFORE = re.compile(rf"(?:\bhe|\bshe|\bthey) {VERB}(?: that)?[,:]?\s*$", re.IGNORECASE)
_TELLS_BEFORE = compile_pattern(
    rf"(?P<who>{{person}})(?:[,\s(]{_INSIDE}{{0,160}}?)?\s{VERB} that [^.;\u201c\u201d]{{0,300}}\.\s*$"
)
_NAMED_AFTER = compile_pattern(
    rf"^[\s,.\u2014\u2013-]*(?:(?:according to|{VERB}) {_TITLES}"
    rf"(?:[^.;]{{0,160}}?)(?P<who>{{person}})|{_TITLES}(?P<whom>{{person}})(?:,[^.;]{{0,200}}?,?)? {VERB}\b)"
)
_TITLED_AFTER = compile_pattern(
    rf"^[\s\u201d\"]{{0,2}}(?:(?!{VERB}\b)[\w&\u2019'/\ue000-\uf8ff-]+\.?,? ){{1,10}}?{_TITLES}(?P<who>{{person}})(?:,[^.;]{{0,120}}?)?,? {VERB}\b"
)
_GOES_ON = re.compile(r"[,?!][\u201d\u2019\"' ]{0,3}$")  # quoted words whose sentence goes on behind them
_NEXT = re.compile(r"(?<!Mr)(?<!Ms)(?<!Dr)(?<!Mrs)(?<!Prof)(?<![ .][A-Z])[.!?]\s+[A-Z\ue000-\uf8ff]")
_SIGNED_AFTER = compile_pattern(
    rf"^[\s,.]*[\u2014\u2013~-]{{1,3}} ?{_TITLES}(?:[^.;:,\u201c\u201d\u2014\u2013]{{0,40}} )?(?P<who>{{person}})(?=\s*(?:$|[,.(\n\u2014\u2013-]|of\b|at\b))"
)
_NAMED_ALONE = compile_pattern(
    rf"^[\s,.]*{_TITLES}(?P<who>{{person}})(?:,| [\u2014\u2013-]) (?:(?! (?:is|was|will|has|had|were|are) )[^.;:\u201c\u201d]|\.(?! )){{2,160}}\.?\s*$"
)
_NAMED_BEFORE = compile_pattern(
    rf"(?P<who>{{person}})(?:[,\s(]{_INSIDE}{{0,260}}?)?\s(?:{VERB}|made the following (?:statement|comment))"
    rf"(?: {_INSIDE}{{0,160}})?[,:.]?\s*(?:that )?$"
)
_COLON_BEFORE = compile_pattern(rf"(?P<who>{{person}})(?:[,\s(\u2019'\u2013\u2014-]{_INSIDE}{{0,260}})?:\s*$")
_SAYING_BEFORE = compile_pattern(
    rf"(?P<who>{{person}})(?:[,\s(\u2019']{_INSIDE}{{0,260}})?[ ,]{_SAYING}(?: (?:that|of|about){_INSIDE}{{0,80}})?[,:]?\s*$"
)
_SAID_BEFORE = compile_pattern(rf"{VERB} (?:[^.;]{{0,120}}?)(?P<who>{{person}})[^.;\u201c\u201d]{{0,160}}[,:]\s*$")
_ATTRIBUTED_BEFORE = compile_pattern(
    rf"(?:according to|in the words of|in a statement(?: from| by)?,?) (?:[^.;]{{0,120}}?)(?P<who>{{person}}){_INSIDE}{{0,200}}$"
)
_LEADS_IN = re.compile(
    r"^\s*(?:Commenting|Speaking|Reflecting|Regarding|Remarking|Discussing|On|In|Following|With|Of|About|At|When|As|Asked)\b[^,:]{0,160}, "
)
_BEFORE = (_NAMED_BEFORE, _SAYING_BEFORE, _COLON_BEFORE, _SAID_BEFORE, _ATTRIBUTED_BEFORE)
_TITLED = re.compile(
    r"\b(?:titled|entitled|called|named|known as|dubbed|subtitled|headlined|under|name|symbols?)[,:]?\s*$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(?<=[.!?])[\"\u201d\u2019']? (?=[A-Z\ue000-\uf8ff])")
_QUOTED = re.compile('["\u201c]')
_LOOKS = 520  # characters before a stretch in which its speaker can be named
_LOOKS_ON = 420  # characters after it
_LONGEST_SIGNATURE = 25  # words of a line that names the speaker of the paragraph over it


def speaker_after(text: str, start: int, end: int, parties: Sequence[Mention]) -> str | None:
    """The speaker whom text[start:end] names for the words that end at its start."""
    annotated = _coded(text, start, min(end, start + _LOOKS_ON), parties)
    coded = annotated.coded
    named = _NAMED_AFTER.search(coded)
    if named and not _NEXT.search(named[0], 2):
        return _value(named["who"] or named["whom"], annotated)
    titled = _TITLED_AFTER.match(coded) if _GOES_ON.search(text, max(0, start - 4), start) else None
    if titled and not _NEXT.search(titled[0]):
        return _value(titled["who"], annotated)
    signed = _SIGNED_AFTER.match(coded)
    if signed is None and end - start <= _LOOKS_ON and coded.count("\n") == 0:
        signed = _NAMED_ALONE.match(coded.rstrip(' \u201c"'))
    return _value(signed["who"], annotated) if signed else None


def signature(text: str, parties: Sequence[Mention]) -> str | None:
    """The speaker whom a line of its own under a quotation names: "- Jane Doe, Chief Executive Officer"."""
    quoted = _QUOTED.search(text)
    text = text[: quoted.start()].rstrip() if quoted else text
    if quoted and (text.endswith((",", ":", " that")) or re.search(rf"\b{VERB}\b", text)):
        return None  # the words in front of its own quotation
    if not text or len(text.split()) > _LONGEST_SIGNATURE:
        return None
    annotated = _coded(text, 0, len(text), parties)
    coded = annotated.coded
    found = _SIGNED_AFTER.match(coded) or _NAMED_ALONE.match(coded)
    return _value(found["who"], annotated) if found else None


def speaker_before(text: str, start: int, end: int, parties: Sequence[Mention]) -> str | None:
    """The speaker whom text[start:end] names for the words that begin at its end."""
    begin = max(start, end - _LOOKS)
    annotated = _coded(text, begin, end, parties)
    coded = annotated.coded
    if _TITLED.search(coded):
        return None
    clause = _ENDS.split(coded)[-1]
    led = _LEADS_IN.match(clause)
    for piece in (clause[led.end() :] if led else clause, clause):
        for pattern in _BEFORE:
            named = pattern.search(piece)
            if named:
                return _value(named["who"], annotated)
    return None


def told_before(text: str, start: int, end: int, parties: Sequence[Mention]) -> str | None:
    """The person whose indirect speech stands right before a quotation."""
    annotated = _coded(text, max(start, end - _LOOKS), end, parties)
    coded = annotated.coded
    named = _TELLS_BEFORE.search(coded)
    return _value(named["who"], annotated) if named else None


def last_person(parties: Sequence[Mention], end: int) -> str | None:
    """The person named last before a position."""
    earlier = [m for m in parties if m.kind is MentionKind.PERSON and m.end <= end]
    return str(earlier[-1].value) if earlier else None


def _coded(text: str, start: int, end: int, parties: Sequence[Mention]) -> Annotated:
    inside = [
        Mention(m.kind, m.start - start, m.end - start, m.text, m.value)
        for m in parties
        if start <= m.start and m.end <= end
    ]
    return annotate(text[start:end], inside)


def _value(slot: str | None, annotated: Annotated) -> str | None:
    return str(annotated.filler(slot).value) if slot else None
