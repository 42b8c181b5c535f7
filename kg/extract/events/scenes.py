"""A match in its place: the release, the sentence and the reading that belong to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.context.context import Context
from kg.extract.events.slices import Reading, compiled
from kg.model import BlockKind, MentionKind, Party, Sentence
from kg.text.rules import Match

_TELEGRAPHIC = frozenset({BlockKind.HEADLINE, BlockKind.HEADING})
_MORE = re.compile(r"\b(?:another|additional|further|more)\b(?! than)", re.IGNORECASE)
_MORE_MONEY = re.compile(r"\b(?:additional|further|similar|another|future|subsequent)\b", re.IGNORECASE)
_MISHAP = re.compile(
    r"\b(?:recall|fire|explosion|flood|accident|breach|spill|outage|crash|hurricane|tornado|earthquake)", re.IGNORECASE
)
_LOAN = re.compile(r"\b(?:loan|credit|facility|revolv\w+|mortgage|line)\b", re.IGNORECASE)
_PROGRAM = re.compile(
    r"\b(?:authori[sz]\w*|approv\w+|program|plan|announc\w+|intend\w*|permit\w*|allow\w*|up to|may|will)\b",
    re.IGNORECASE,
)
_BOUGHT = re.compile(r"\b(?:repurchased|bought|purchased|acquired|spent|returned|retired)\b", re.IGNORECASE)
_NOTES = re.compile(r"\b(?:notes|bonds|debentures?|securities)\b", re.IGNORECASE)
_PRODUCT = re.compile(r"(?<!\w)[A-Z][\w.+-]*(?: (?:[A-Z][\w.+-]*|\d[\w.]*))+|(?<!\w)[A-Z]\w*(?:[A-Z]|\d)\w*")
_OBJECT = re.compile(
    rf"(?: (?!(?:in|on|at|by|to|through|from|for|with|via|as|and)\b)[^\s,;:.()]+){{0,3}}? (?P<name>{_PRODUCT.pattern})"
)
_PRIZE = re.compile(  # by its own name
    r"(?P<name>(?-i:[A-Z][\w'’&.-]*(?: (?:(?:of|for|the|in|and) )?(?:[A-Z][\w'’&.-]*|\d+))*) (?-i:Awards?|Prize|Medal|Index|List|Ranking|Honor Roll|Survey))\b"
)
_SPOKEN = re.compile(r"[\"”]|\b(?:said|says|added|stated|commented)\b")


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a pattern matched, and how it is to be read."""

    context: Context
    sentence: Sentence
    match: Match
    reading: Reading
    lead: bool  # whether the sentence opens the release

    @property
    def headline(self) -> bool:
        """Whether the sentence is the release's headline or stands under it."""
        return self.sentence.kind is BlockKind.HEADLINE

    @property
    def telegraphic(self) -> bool:
        """Whether the present tense asserts and a missing subject means the issuer."""
        return self.sentence.kind in _TELEGRAPHIC

    @property
    def listed(self) -> bool:
        """Whether the sentence is an item of a list."""
        return self.sentence.kind is BlockKind.LIST_ITEM

    @property
    def weight(self) -> int:
        """0 for a headline, 2 for the lead, 1 for the rest."""
        return 0 if self.headline else 2 if self.lead else 1

    @property
    def core(self) -> tuple[int, int]:
        """Where the words of happening stand: the group `verb` of a pattern that has one, else the match."""
        if self.match.text("verb") is None:
            return self.match.start, self.match.end
        return self.match.bounds("verb")

    def stands(self, name: str) -> bool:
        """Whether a bare name is one here: in a headline, where all words may be capitalised, if the text has it too."""
        if not self.headline:
            return True
        body = (s.text for s in self.context.document.sentences if s.kind is BlockKind.PARAGRAPH)
        return any(name in text for text in body)

    @property
    def origin(self) -> int:
        """The canonical offset of the match."""
        return self.sentence.passage.origin(self.match.start)

    @property
    def home(self) -> Party | None:
        """The company that speaks here: the quoted speaker's, else the issuer."""
        return self.context.we_at(self.origin)

    @property
    def post(self) -> str | None:
        """The post told after a person, which tells two events of one person apart."""
        begin, end = self.core[0], self.match.end
        spoken = _SPOKEN.search(self.sentence.text, end)
        stop = min(end + 60, spoken.start() if spoken else end + 60)  # the post of who says so is another
        titles = (m for m in self.match.annotated.mentions if m.kind is MentionKind.TITLE and m.start >= begin)
        return next((title.text.casefold() for title in titles if title.start < stop), None)

    @property
    def more(self) -> str | None:
        """The word that tells two of a kind apart: one more cut of jobs beside another, the name of a prize, the sort of a mishap or of a debt."""
        if self.reading.type == "ProductLaunch":
            return self._product if self.reading.weak and not self.telegraphic else None
        if self.reading.type == "Award":
            prize = _PRIZE.search(self.sentence.text, self.match.start, self.match.end + 80)
            return prize["name"].casefold() if prize else None
        if self.reading.type == "Incident":
            found = _MISHAP.search(self.sentence.text, self.match.start, self.match.end)
            return found[0].casefold() if found else None
        if self.reading.type == "DebtFinancing":
            lent, sold = (one.search(self.sentence.text, *self.core) for one in (_LOAN, _NOTES))
            return "loan" if lent and not sold else "notes" if sold and not lent else None
        if self.reading.type == "ShareRepurchase":
            planned, bought = (one.search(self.sentence.text, *self.core) for one in (_PROGRAM, _BOUGHT))
            return "program" if planned else "bought" if bought else None
        if self.reading.type == "EquityOffering":
            return "more" if _MORE_MONEY.search(self.sentence.text, max(0, self.core[0] - 30), self.core[1]) else None
        found = _MORE.search(self.sentence.text, *self.core) if self.reading.type == "Layoff" else None
        return "more" if found else None

    @property
    def _product(self) -> str | None:
        """The proper name that stands before what is said of a product, or behind the verb that brings it out."""
        text, (start, end) = self.sentence.text, self.core
        orgs = [m.end for m in self.match.annotated.mentions if m.kind is MentionKind.ORG and m.start < end]
        begin = max([0, start - 60, *orgs, text.rfind(". ", 0, start) + 1])
        named = [found for found in _PRODUCT.finditer(text, begin, end) if found.start() <= start]
        if named:
            return named[-1][0]
        brought = _OBJECT.match(text, end)
        return brought["name"] if brought else None

    @property
    def allowed(self) -> bool:
        """Whether the pattern may be read here: in this part of the release, among these words."""
        places = {"any": True, "headline": self.headline, "lead": self.lead or self.headline, "body": not self.headline}
        reading, coded = self.reading, self.match.annotated.coded
        if not places[reading.where] or (reading.unless and compiled(reading.unless).search(coded)):
            return False
        return reading.needs is None or compiled(reading.needs).search(coded) is not None

    @property
    def clause(self) -> tuple[int, int]:
        """The stretch of the sentence that states the match, from its clause's start to its phrase's end."""
        text, start = self.sentence.text, self.match.start
        begin = max((text.rfind(mark, 0, start) + len(mark) for mark in ("; ", ": ", ". ")), default=0)
        begin = max(begin if begin > 2 else 0, start - 200)
        if begin > 0 and text[begin - 1] not in ' “"':
            begin = text.rfind(" ", 0, begin) + 1
        stop = text.find(" ", min(len(text), self.match.end + 60))
        return begin, stop if stop > 0 else len(text)
