"""Counts of those who work for a company: "employs 1,200 people", "and its 340 workers", "will lay off 60"."""

from __future__ import annotations

import re

from kg.extract.facts.counting import CUT, CUT_AFTER, MODIFIERS, PEOPLE, count_of
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import spelled
from kg.extract.facts.slots.line import COUNT, Item, Line
from kg.extract.facts.stated.gatherings import nobodys

_PEOPLE_AFTER = re.compile(rf"^\+?(?:-person)?{MODIFIERS}\s(?P<noun>{PEOPLE})\b", re.IGNORECASE)
# "140 hourly and 22 salaried employees"
_SHARED_PEOPLE = re.compile(
    rf"^(?P<mod>(?:\s(?!(?:[a-z-]*[^s\W]s|people|men|women|aircraft|and|in|of|with|to|for)\b)[a-z][a-z-]*){{1,2}})\s(?:and|or)\s(?:(?:about|approximately|some|nearly)\s)?{COUNT}(?:\s[a-z][a-z-]*){{1,2}}?\s(?P<noun>{PEOPLE})\b"
)
# Words for people who need not be employees.
_ANYBODY = frozenset(
    (
        "people",
        "persons",
        "positions",
        "engineers",
        "scientists",
        "personnel",
        "professionals",
        "workers",
        "colleagues",
        "staff",
    )
)
_EMPLOYER = re.compile(
    r"\b(?:employ\w*|workforce|staff|team of|jobs|layoffs?|clos(?:ing|ure) (?:will|would|affects?)|shutdown|restructuring)\b",
    re.IGNORECASE,
)
_SO_MANY = r"(?:(?:approximately|about|more than|over|nearly|almost|some|around|roughly|a total of|just|only|now|currently)\s){0,3}"
# A company "has 1,200 people", "and its 1,200 people"; "with 1,200 workers, Alder".
_OWN_STAFF = re.compile(
    rf"(?:\ue005[\ue100-\uf8ff]|\b(?:[Cc]ompany|[Ff]irm|[Ww]e|[Ii]t|[Gg]roup|[Pp]lants?|[Ff]acilit(?:y|ies)|offices?|mills?|stores?|[Uu]nit|[Dd]ivision|[Ss]ubsidiary|[Aa]gency|[Bb]ank|[Ss]tudio|[Pp]ractice|[A-Z][\w&.]+),?)\s"
    rf"(?:(?:now\s|currently\s|also\s|today\s)?(?:has|have|had|will\shave|(?:has\s)?grown\sto|grew\sto)|with|and\sits)\s{_SO_MANY}$|^\W*With\s{_SO_MANY}$|,\s(?:and\s)?with\s{_SO_MANY}(?=$)"
)
_ASIDE = re.compile(rf",\s(?:and\s)?with\s{_SO_MANY}$")
_SPREAD = re.compile(r"\s(?:in|across|at)\s\ue002|\s(?:worldwide|globally|across|companywide|on\sstaff)\b")
_AT_WORK = re.compile(r"\s(?:(?:now|currently)\s)?(?:work|works|worked|working)\s(?:for|at|in|on)\b")
_NOT_STAFF = re.compile(
    r"[^.;,]{0,30}\b(?:attend\w*|in\sattendance|living|live|liv\w+\swith|on\sits|watch\w*|participat\w*|subscri\w+|regist\w+|visit\w*|sign\w*|voted|die\w*|affected|infected|suffer\w*)\b",
    re.IGNORECASE,
)
_AUDIENCE = re.compile(
    r"\b(?:attended by|audience of|crowd of|in front of|watched by|read by|visited by|reach(?:es|ed|ing)?)\s(?:(?:more than|over|about|approximately|some|nearly|an estimated|around)\s){0,2}$"
)
_AFFLICTS = re.compile(
    r"\b(?:affect|afflict|impact)\w*\s(?:[\w\ue100-\uf8ff-]+\s|\ue002[\ue100-\uf8ff]\s){0,5}$", re.IGNORECASE
)
_MOST_EMPLOYED = 3_000_000  # no company has more

# "The programme has generated over one million jobs": no company's.
NATIONAL_JOBS = "jobs created"
_GIVES = re.compile(r"\b(?:generat|creat|support|sustain|sav|preserv)\w*\s(?:[\w-]+\s){0,4}$")
# "directly and indirectly supports 437 jobs": of others too.
_UPHELD = re.compile(
    r"\b(?:indirectly|support(?:s|ed|ing)?|sustain(?:s|ed|ing)?)\s(?:(?:approximately|about|more than|over|nearly|almost|some|an estimated|up to|as many as)\s){0,2}$"
)
_MANY_JOBS = 100_000
_HIRES = re.compile(
    r"\b(?:add(?:s|ed|ing)?|additions?\sof|creat(?:e|es|ed|ing)|hir(?:e|es|ed|ing)|recruit\w*|additional)\b[^.;\ue000]{0,30}$",
    re.IGNORECASE,
)
_WHOLE = re.compile(rf"{COUNT}\sof\s(?:its|the|our|their)\s(?:[\w'’-]+\s){{0,2}}$")
_NATIONAL = re.compile(
    r"\b(?:U\.S\.|nation|country|economy|industry|sector)\s(?:has|have|will|added|created)\b", re.IGNORECASE
)


def people_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """The number of those who work for a company, or who join or leave it."""
    match = _PEOPLE_AFTER.match(after) or _SHARED_PEOPLE.match(after)
    if match is None:
        if _EMPLOYS.search(before) and _NO_NOUN.match(after) and item.amount.value >= 10:
            return count_of(line, item, "NumberOfEmployees", "employees", "people", before)
        if re.search(
            r"\b(?:workforce|headcount|staff|number of (?:full-time )?employees)(?:\s(?:\w+\s){0,4}?)? ?\b(?:of|to|from|at|was|is|totaled|totalled|reached|numbered) (?:approximately |about |more than |over |nearly )?$",
            before,
            re.IGNORECASE,
        ):
            return count_of(line, item, "NumberOfEmployees", "employees", "people", before)
        return None
    before = spelled(line, max(0, item.at - 110), item.at)  # "the loss of 40 jobs" is no loss of money
    noun = match["noun"].lower()
    employer = _EMPLOYER.search(before + after) or _OWN_STAFF.search(before) or _AT_WORK.match(after[match.end() :])
    if _WHOLE.search(before):
        return None  # "12 of its 40 salaried employees will be laid off"
    moved = bool(CUT.search(before) or _HIRES.search(before) or CUT_AFTER.search(after))
    if noun in ("people", "persons") and _AUDIENCE.search(before):
        return None
    if noun in ("people", "persons") and _NOT_STAFF.match(after, match.end()):
        return None
    if noun in ("people", "persons") and _ASIDE.search(before) and not _SPREAD.match(after, match.end()):
        return None
    if noun in _ANYBODY and not (employer or moved):
        return None
    if noun in ("people", "persons") and _AFFLICTS.search(before) and not employer:
        return None
    if noun == "jobs" and item.amount.value >= _MANY_JOBS and _GIVES.search(before):
        return count_of(line, item, "Other", NATIONAL_JOBS, "people", before)
    if not 2 <= item.amount.value <= _MOST_EMPLOYED or _NATIONAL.search(before):
        return None
    label = f"{match['mod'].strip()} {noun}".strip()
    if noun == "jobs" and _UPHELD.search(before):
        return count_of(line, item, "Other", f"{label} supported", "people", before)
    if noun in ("jobs", "positions") and nobodys(line, item):
        return count_of(line, item, "Other", f"{label} created", "people", before)
    return count_of(line, item, "NumberOfEmployees", label, "people", before, measure="change" if moved else "level")


# "employs 5,200 in three states": the noun is left out.
_EMPLOYS = re.compile(
    r"\bemploy(?:s|ed|ing)?\s(?:(?:approximately|about|more than|over|nearly|almost|some|a total of|roughly|around)\s){0,2}$"
)
_NO_NOUN = re.compile(
    r"\s?(?:[,.;)]|$)|\s(?:in|at|and|worldwide|globally|across|throughout|nationwide|companywide|of whom)\b"
)
