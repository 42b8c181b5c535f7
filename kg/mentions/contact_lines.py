"""Contact blocks as printed: where they stand, and their columns and run-together fields taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from kg.mentions.glued import camel, glue, unglued
from kg.mentions.people import find_names, is_given, read_name
from kg.mentions.titles import read_post
from kg.mentions.words import given_names
from kg.read.datelines import find_date, is_date, measure

EMAIL = re.compile(
    r"[\w.+-]+ ?(?:@|\(at\)|\[at\]) ?[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|edu|gov|biz|info|io|ai|co\.\w\w|com\.\w\w|[a-z]{2,6})(?![a-z])|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
PHONE = re.compile(
    r"(?<![\w/.-])(?:\+ ?\d{1,3}[ .()-]{0,2}(?:\(0\) ?)?(?:\(?\d{1,4}\)?[ .-]{0,3}){2,5}\d{2,4}|1?[ .-]?\(?\d{3}\)?[ ./-]{0,3}\d{3}[ .-]{0,3}\d{4}|1-\d{3}-[A-Z0-9-]{7,9}|0\d{2,4}[ -]\d{3,4}[ -]\d{3,4}|\d{10})"
    r"(?:,? ?(?:x|ext\.?|extension) ?\d{1,5})?(?![\w-])"
)
LABEL_WORDS = (
    r"(?:media|press|investors?|company|corporate|public|financial|finance|analysts?|trade|shareholders?|general|editorial|business|sales|"
    r"news|north america|europe|us|u\.s\.|international|agency|marketing|customer|ir|pr)"
)
_LABEL_HEADS = r"(?:contacts?|relations|inquiries|enquiries|communications?|affairs|information|queries|department|team|office(?!r))"
LABEL = re.compile(
    rf"(?:(?:for )?(?:(?:more|further|additional) information(?:,? ?(?:please )?(?:contact|visit|call))?)|(?:for )?(?:please )?contact(?:s| details| information| us| person)?|"
    rf"(?:for )?{LABEL_WORDS}(?:(?: ?[&/,] ?| and | ){LABEL_WORDS})*(?:[ :]{{1,2}}{_LABEL_HEADS})*|(?:{_LABEL_HEADS})|"
    r"(?:phone|tel|telephone|t|p|m|e|o|email|e[-‐‑]mail|fax|mobile|cell|voice|office|direct|web|website|url|x|twitter|linkedin|attn|attention|name|(?:pr|ir|presse)-?kontakt))(?: contacts?)?(?-i:(?![a-z]))\s*[:.,–—-]?\s*",
    re.IGNORECASE,
)
_OPENS = re.compile(
    rf"^\W*(?:/?(?:[A-Z0-9][\w&.'’-]*,? ){{0,5}}?(?:for (?:(?:more|further|additional) )?(?:information|inquiries)\b|contacts?\b(?=\s*(?:[:;/–—-]|\. (?-i:[A-Z])|$|information|details|us\b|(?-i:[A-Z(])))|{LABEL_WORDS}(?:(?: ?[&/,] ?| and | ){LABEL_WORDS}){{0,3}}[ :]+{_LABEL_HEADS})|(?:media|investors?|press|analysts?)\s*(?::|\W*$)|(?:pr|ir|presse)-?kontakt\b|kontakt:|(?:signed )?on behalf of the (?:board|company)\b.{0, 60}$)",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"^\W*(?:About [A-Z]|ABOUT |Forward[- ]Looking|FORWARD|Safe Harbor|Cautionary|SOURCE\b|Source:|View (?:the |source|original)|Disclaimer|Notes?\b|###|Tags?\b|The post |This (?:press|news) release|[A-Z][\w.' ]{2,30}, (?:[A-Z][\w.]+,? ){1,4}(?:\d{1,2}, )?(?:19|20)\d\d,? ?[-–—/(])"
)
# A headline under the contacts that stand above it.
_HEADLINE = re.compile(
    r"(?:[A-Z][^\s,;:@]{0,30} ){1,8}(?:announces?|reports?|acquires?|completes?|declares?|names|appoints|elects|opens|closes|signs|wins|"
    r"receives|launches|introduces|ships|sells|buys|posts|enters|expands|agrees|files|selects|raises|issues|provides|begins|sets|schedules|updates|to acquire|to sell|to buy|to report|to open)(?: |$)",
    re.IGNORECASE,
)
_OWNER = re.compile(r"[A-Z][\w&.’' -]{1,40}: (?=[A-Z][a-z])")  # "Alder: Jane Doe, (608) 555-0142"
_RUN_ON = 320  # characters of a contact block that runs on into other text without a line end
_GAP = re.compile(r" {3,}|\t+")
_CUTS = (
    re.compile(r"\n|\t| {3,}| \| |;|•|·|\*{1,2}(?=\w)| / (?=[A-Z])|(?<=\.com)/(?=\w+@)|(?<![a-zA-Z])or(?=[A-Z]{2})"),
    re.compile(r"(?:(?<=[a-zA-Z)])|(?<=[a-zA-Z]\.))(?=\+\d|\(\d{3}\)|\d{3}[-. ]\d{3}|\d{10})"),
    re.compile(r"(?<=\d{4})(?=[A-Za-z])|(?:(?<=[ .-]\d\d)|(?<=[ .-]\d{3}))(?=[A-Z][a-z]{2,})|(?<=\d\d)(?=[A-Z]: )"),
    re.compile(r"(?<=\.com)(?=[a-zA-Z\d+(])(?!\.)|(?<=\.net)(?=[a-zA-Z\d+(])(?!\.)|(?<=\.org)(?=[a-zA-Z\d+(])(?!\.)"),
    re.compile(
        r"(?<=:)(?=[^\s/])|(?<=ontact: )(?=[A-Z])|(?<=ontacts: )(?=[A-Z])|(?:(?<=CONTACT)|(?<=CONTACTS)|(?<=RELATIONS)|(?<=INQUIRIES))(?=[A-Z][a-z])"
    ),
    re.compile(
        r"(?:(?<=\bAG)|(?<=\bSE)|(?<=\bSA)|(?<=\bLP)|(?<=\bNV)|(?<=LLC)|(?<=CEO)|(?<=CFO)|(?<=COO)|(?<=CTO)|(?<=LLP))(?=[A-Z][a-z]{2,})"
    ),
    re.compile(r"(?<=[a-z).])(?=www\.\w|https?://)"),
)


_SECOND = re.compile(
    r"(?:(?<=[a-z])(?P<gap>/| or )|(?<=[\w).])(?P<then>[,;] (?:or|and) ))"
    rf"(?=(?:(?:for )?{LABEL_WORDS}(?: (?:contact|relations|inquiries))?[,:] )?(?P<given>[A-Z][\w-]+) (?:[A-Z]\. )?[A-Z][a-z])",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)  # the names of a release and its contacts are both read from these
def regions(text: str) -> tuple[tuple[int, int], ...]:
    """Where contact blocks stand: from a line that announces contacts to the next running prose."""
    found: list[tuple[int, int]] = []
    lines = list(_lines(text))
    at = 0
    while at < len(lines):
        start, line = lines[at]
        if len(line) > 400 and _OPENS.match(line) and EMAIL.search(line, 0, _RUN_ON):
            found.append((start, start + _RUN_ON))
        if len(line) > 400 or not _OPENS.match(line) or len(line.split()) > 60:
            at += 1
            continue
        stop = _until(lines, at)
        end = lines[stop - 1][0] + len(lines[stop - 1][1])
        reached = EMAIL.search(text, start, end) or PHONE.search(text, start, end)
        if reached or (stop - at <= 6 and "behalf" not in line.lower()):
            found.append((start, end))
        at = max(stop, at + 1)
    return tuple(found)


def signed_lines(text: str) -> list[tuple[int, int]]:
    """The lines that are a person's signature: "Jane Doe | CEO | jane@alder.example"."""
    return [(start, start + len(line)) for start, line in _lines(text) if _signs(line)]


def _signs(line: str) -> bool:
    """Whether a line is a name with a post or an address made of it: "Jane Doe | CEO | jane@alder.example"."""
    if len(line) > 200 or ("@" not in line and not PHONE.search(line)):
        return False
    text = line.strip(" *|-–—")
    owner = _OWNER.match(text)
    text = text[owner.end() :] if owner else text
    name = read_name(text, 0)
    if name is None or not name.known or len(name.name.split()) < 2:
        return False
    rest = text[name.end :].lstrip(" ,|–—-")
    address = EMAIL.search(rest)
    if address and any(len(word) > 2 and word.lower()[:4] in address[0].lower() for word in name.name.split()):
        return True
    return read_post(rest, 0) is not None or (owner is not None and PHONE.match(rest) is not None)


def merged(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, those that touch put together."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


def _until(lines: Sequence[tuple[int, str]], at: int) -> int:
    blank = 0
    for number in range(at + 1, min(len(lines), at + 40)):
        line = lines[number][1].strip()
        blank = blank + 1 if not line else 0
        prose = len(line.split()) > 14 and not EMAIL.search(line) and not PHONE.search(line) and not _GAP.search(line)
        shouts = line.isupper() and len(line.split()) > 4 and not _GAP.search(line)
        headed = _HEADLINE.match(line) is not None and not lines[number - 1][1].strip() and not PHONE.search(line)
        opens = is_date(line) or (find_date(line) is not None and measure(line) > 0)
        if blank > 3 or prose or shouts or headed or (line and opens) or _STOPS.match(line):
            return number
    return min(len(lines), at + 40)


def pieces(text: str, start: int, end: int, keep: Sequence[str] = ()) -> list[tuple[int, str]]:
    """The fields of a block in reading order, column by column where it is set in columns; `keep` are names not to be cut."""
    cells: list[tuple[int, int, str]] = []  # column, offset, text
    for begin, line in _lines(text[start:end]):
        at = 0
        for gap in [*_GAP.finditer(line), None]:
            stop = gap.start() if gap else len(line)
            if line[at:stop].strip():
                cells.append((at, start + begin + at, line[at:stop]))
            at = gap.end() if gap else stop
    ordered = _by_column(cells)
    return [piece for _, offset, cell in ordered for piece in _fields(offset, cell, keep)]


def _by_column(cells: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    wide = [column for column, _, _ in cells if column > 18]
    if len(wide) < 2:
        return cells
    edges: list[int] = []
    for column in sorted({column for column, _, _ in cells}):
        if not edges or column - edges[-1] > 8:
            edges.append(column)
    numbered = [
        (max(n for n, edge in enumerate(edges) if edge <= column), offset, cell) for column, offset, cell in cells
    ]
    beside = sum(1 for a, b in pairwise(numbered) if a[0] < b[0])
    return sorted(numbered, key=lambda item: (item[0], item[1])) if beside >= 2 else cells


def _fields(offset: int, cell: str, keep: Sequence[str]) -> Iterator[tuple[int, str]]:
    mails = [(m, m.start() + glue(cell, m)) for m in EMAIL.finditer(cell)]
    glued = [start for mail, start in mails if start > mail.start() or cell[start - 1 : start] in (")", ",")]
    printed = [at for pattern in _CUTS for match in pattern.finditer(cell) for at in (match.start(), match.end())]
    behind = [*_between_names(cell), *_after_addresses(cell)]
    run_in = camel(cell, sorted({*glued, *printed, *behind, *(mail.end() for mail, _ in mails)}), LABEL)
    cuts = sorted(
        {
            0,
            len(cell),
            *glued,
            *run_in,
            *behind,
            *printed,
        }
    )
    kept = [
        cut
        for cut in cuts
        if cut in glued
        or cell.startswith("www.", cut)
        or not any(start < cut < mail.end() for mail, start in mails if unglued(mail[0]))
    ]
    whole = [(at, at + len(name)) for name in keep if (at := cell.find(name)) >= 0]
    kept = [cut for cut in kept if not any(begin < cut < stop for begin, stop in whole)]
    for left, right in pairwise(kept):
        if cell[left:right].strip(" ,.*#:-–—/()|;"):
            yield offset + left, cell[left:right]


def _between_names(cell: str) -> Iterator[int]:
    """Where a line goes on with a second name: "Jane Doe/John Roe", "Jane Doe or John Roe"."""
    for match in _SECOND.finditer(cell):
        if is_given(match["given"]):
            yield from match.span("gap" if match["gap"] else "then")
    known = [name for name in find_names(cell) if name.known and " " in name.name] if ", " in cell else []
    for first, second in pairwise(known):
        if cell[first.end : second.start] == ", ":  # "Jane Doe, John Roe"
            yield from (first.end, second.start)


def _after_addresses(cell: str) -> Iterator[int]:
    """Where a line goes on behind an e-mail address with another name."""
    return (m.end() for m in EMAIL.finditer(cell) if re.match(r"[,;]? +(?:or |and )?[A-Z]", cell[m.end() :]))


def plain_number(printed: str) -> str:
    """A telephone number without marks of its surroundings: "(720-555-0141" opens no bracket of its own."""
    plain = printed.strip(" .-/")
    return plain.removeprefix("(") if ")" not in plain else plain


def side_by_side(text: str) -> list[tuple[int, str]]:
    """The names of a line that prints two beside each other ("Ann Lee Bob Roe"), else the line itself."""
    words = text.split()
    if (
        len(words) != 4
        or not all(word[:1].isupper() and word.isalpha() for word in words)
        or words[2] not in given_names()
    ):
        return [(0, text)]
    second = text.index(words[2], len(words[0]) + len(words[1]) + 1)
    return [(0, text[:second].rstrip()), (second, text[second:])]
