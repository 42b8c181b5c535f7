"""EDGAR submissions: the header's fields and the documents between the tags."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Header, PartialDate

_START = re.compile(
    r"<(?:SEC|IMS)-(?:DOCUMENT|HEADER)>|<SUBMISSION>|<DOCUMENT>\s{0,9}<TYPE>|\A\s{0,99}<TYPE>EX-99", re.IGNORECASE
)
_DOCUMENT = re.compile(r"^<DOCUMENT>", re.IGNORECASE | re.MULTILINE)
_END = re.compile(r"^</DOCUMENT>", re.IGNORECASE | re.MULTILINE)
_TEXT = re.compile(r"^<TEXT>[ \t]*\n?", re.IGNORECASE | re.MULTILINE)
_TEXT_END = re.compile(r"</TEXT>", re.IGNORECASE)
_FIELD = re.compile(r"^<(TYPE|FILENAME|DESCRIPTION)>[ \t]*([^\n<]{0,300})", re.IGNORECASE | re.MULTILINE)
_WRAPPER = re.compile(r"</?(?:XBRL|XML)>", re.IGNORECASE)
_ENCODED = re.compile(r"\s{0,99}(?:<PDF>|begin \d{3} )", re.IGNORECASE)
_SEARCHED = 100_000  # characters: the header of a submission ends before that
_RELEASE_PAGE = re.compile(
    r"<PAGE>[^\n]{0,20}\n(?=(?:[ \t]*\n){0,20}[^\n]{0,80}(?:FOR IMMEDIATE RELEASE|NEWS RELEASE|PRESS RELEASE|N E W S))",
    re.IGNORECASE,
)

_LINE = re.compile(
    r"^[ \t]*(?:<(?P<tag>[A-Z0-9-]{3,30})>|(?P<name>[A-Z][A-Z ]{3,40}):)[ \t]*(?P<value>[^\n]{0,200})", re.MULTILINE
)
_KEYS = {
    "COMPANY CONFORMED NAME": "company",
    "CONFORMED-NAME": "company",
    "CENTRAL INDEX KEY": "cik",
    "CIK": "cik",
    "STANDARD INDUSTRIAL CLASSIFICATION": "sic",
    "ASSIGNED-SIC": "sic",
    "FISCAL YEAR END": "fiscal_year_end",
    "FISCAL-YEAR-END": "fiscal_year_end",
    "CONFORMED SUBMISSION TYPE": "form",
    "ITEM INFORMATION": "items",
    "ITEMS": "items",
    "FILED AS OF DATE": "filed",
    "FILING-DATE": "filed",
    "ACCESSION NUMBER": "accession",
    "ACCESSION-NUMBER": "accession",
}
_SIC = re.compile(r"\b\d{4}\b")


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a submission: its type and name as tagged, and its text."""

    type: str
    filename: str | None
    text: str

    @property
    def label(self) -> str:
        """How the part is named: by file name, else by type."""
        return self.filename or self.type


def is_submission(text: str) -> bool:
    """Whether a text is an EDGAR submission, or one document of it."""
    return _START.search(text, 0, _SEARCHED) is not None


def parts(text: str) -> list[Part]:
    """The documents of a submission in order; broken or missing end tags cost nothing but themselves."""
    starts = [found.end() for found in _DOCUMENT.finditer(text)]
    if not starts:  # tags not at the start of a line, or a document without its outer tag
        tagged = _FIELD.search(text)
        starts = [tagged.start() if tagged else 0]
    found: list[Part] = []
    for start, following in zip(starts, [*starts[1:], len(text)], strict=True):
        ended = _END.search(text, start, following)
        found.append(_part(text[start : ended.start() if ended else following]))
    return found


def _part(text: str) -> Part:
    opened = _TEXT.search(text)
    head = text[: opened.start()] if opened else text[:2000]
    fields: dict[str, str] = {}
    for field in _FIELD.finditer(head):
        fields.setdefault(field.group(1).upper(), field.group(2).strip())
    if opened:
        body = text[opened.end() :]
    else:
        last = max((field.end() for field in _FIELD.finditer(head)), default=0)
        body = text[last:]
    ends = [found.start() for found in _TEXT_END.finditer(body)]
    body = _WRAPPER.sub("", body[: ends[-1]] if ends else body)
    return Part(fields.get("TYPE", "").upper(), fields.get("FILENAME") or None, body)


def releases_of(found: list[Part]) -> tuple[list[Part], list[str]]:
    """The parts that are releases, and for each other part why it is passed over."""
    wanted = [part for part in found if part.type.startswith("EX-99")]
    if not wanted:  # before 1993 releases were filed as exhibits 20 and 28
        wanted = [part for part in found if re.match(r"EX-(?:20|28)\b", part.type)]
    if not wanted:
        wanted = [part for part in map(_bound_in, found) if part is not None]
    kept: list[Part] = []
    names = {part.label for part in wanted}
    passed = [
        f"{part.label}: {part.type or 'untyped'} is no press release" for part in found if part.label not in names
    ]
    for part in wanted:
        if _ENCODED.match(part.text):
            passed.append(f"{part.label}: {part.type} is an encoded file, not text")
        elif not part.text.strip():
            passed.append(f"{part.label}: {part.type} is empty")
        else:
            kept.append(part)
    return kept, passed


def _bound_in(part: Part) -> Part | None:
    """The release that is bound into a report from one of its pages on; None where none is."""
    page = _RELEASE_PAGE.search(part.text)
    return Part(part.type, part.filename, part.text[page.end() :]) if page else None


def header_of(text: str) -> Header | None:
    """The fields of a submission's header; None where there is no header. Several filers: no company."""
    first = _DOCUMENT.search(text)
    head = text[: first.start() if first else _SEARCHED][:_SEARCHED]
    values: dict[str, list[str]] = {}
    for line in _LINE.finditer(head):
        key = _KEYS.get(line["tag"] or line["name"].strip())
        value = line["value"].strip()
        if key and value:
            values.setdefault(key, []).append(value)
    if not values:
        return None
    companies = set(values.get("company", []))
    own = {key: found[0] for key, found in values.items() if len(companies) < 2 or key in _SHARED}
    sic = _SIC.findall(own.get("sic", ""))
    digits = re.sub(r"\D", "", own.get("cik", ""))
    return Header(
        company=own.get("company"),
        cik=digits.zfill(10) if 0 < len(digits) <= 10 else None,
        sic=sic[-1] if sic else None,
        fiscal_year_end=own.get("fiscal_year_end") if re.fullmatch(r"\d{4}", own.get("fiscal_year_end", "")) else None,
        form=own.get("form"),
        items=tuple(values.get("items", ())),
        filed=_day(own.get("filed", "")),
        accession=own.get("accession"),
    )


_SHARED = frozenset({"form", "items", "filed", "accession"})


def _day(printed: str) -> PartialDate | None:
    found = re.match(r"(\d{4})(\d\d)(\d\d)", printed)
    return PartialDate(int(found[1]), int(found[2]), int(found[3])) if found else None
