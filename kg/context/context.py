"""What holds for a whole release, put together once and asked by every extractor."""

from __future__ import annotations

from bisect import bisect_right

from kg.context.calendar import FiscalCalendar, find_calendar
from kg.context.parties import Parties, find_parties
from kg.context.persons import Persons, find_persons
from kg.context.speech import Speech, find_speech
from kg.mentions.facilities import facilities
from kg.mentions.places import introduced, places
from kg.mentions.values import values
from kg.model import Document, Evidence, Mention, MentionKind, PartialDate, Party, Sentence
from kg.text.patterns import Annotated, annotate, words_of

_WIDEST_QUOTE = 600  # characters: evidence is the clause that states a claim, not a page


class Context:
    """A document with its parties, persons, calendar and speech."""

    def __init__(
        self,
        document: Document,
        parties: Parties,
        persons: Persons,
        calendar: FiscalCalendar,
        speech: tuple[Speech, ...],
    ) -> None:
        self.document = document
        self.parties = parties
        self.persons = persons
        self.calendar = calendar
        self.speech = speech
        self._annotated: dict[int, Annotated] = {}
        self._words: dict[int, frozenset[str]] = {}
        self._cities = introduced(sentence.text for sentence in document.sentences)
        self._stretches = (
            sorted((span.start, span.end, quoted) for quoted in speech for span in quoted.stretches) if speech else []
        )
        # Contact columns are read one after the other, so sentences need not stand in the order of the text.
        self._sentences = sorted(document.sentences, key=lambda sentence: sentence.start)
        self._sentence_starts = [sentence.start for sentence in self._sentences]
        self._starts = [start for start, _, _ in self._stretches]

    @property
    def issuer(self) -> Party | None:
        """The company that speaks in the release."""
        return self.parties.issuer

    @property
    def issued(self) -> PartialDate | None:
        """The date of the release."""
        return self.document.issued

    def annotated(self, sentence: Sentence) -> Annotated:
        """The sentence with typed slots; longer mentions win over shorter ones that they overlap."""
        known = self._annotated.get(sentence.number)
        if known is None:
            known = annotate(sentence.text, self.mentions(sentence), self.words(sentence))
            self._annotated[sentence.number] = known
        return known

    def words(self, sentence: Sentence) -> frozenset[str]:
        """The lower-case words of a sentence: the cheap gate before any pattern."""
        known = self._words.get(sentence.number)
        if known is None:
            known = words_of(sentence.text)
            self._words[sentence.number] = known
        return known

    def mentions(self, sentence: Sentence) -> list[Mention]:
        """Every mention of a sentence, longest first; "we" and "our" are those of the speaker's company."""
        found = [
            *self.persons.mentions(sentence),
            *self.parties.mentions(sentence),
            *places(sentence.text, self._cities),
            *facilities(sentence.text),
            *values(sentence.text, self.document.issued),
        ]
        found.sort(key=lambda mention: mention.start - mention.end)
        return [self._at_home(sentence, mention) for mention in found]

    def _at_home(self, sentence: Sentence, mention: Mention) -> Mention:
        if mention.kind not in (MentionKind.WE, MentionKind.OUR):
            return mention
        home = self._speaker_home(sentence.passage.origin(mention.start))
        return Mention(mention.kind, mention.start, mention.end, mention.text, home or mention.value)

    def _speaker_home(self, offset: int) -> Party | None:
        speaker = self.speaker_at(offset)
        company = self.persons.company_of(speaker) if speaker else None
        return self.parties.resolve(company) if company else None

    def _speech_at(self, offset: int) -> Speech | None:
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return None
        _, end, quoted = self._stretches[at]
        return quoted if offset < end else None

    def speaker_at(self, offset: int) -> str | None:
        """Whose quoted words stand at a canonical offset; None outside quotations or if unnamed."""
        quoted = self._speech_at(offset)
        return quoted.speaker if quoted else None

    def we_at(self, offset: int) -> Party | None:
        """The company that "we" means at a canonical offset: the speaker's, that of an about block, else the issuer."""
        spoken = self._speaker_home(offset)
        if spoken is not None:
            return spoken
        at = bisect_right(self._sentence_starts, offset) - 1
        return self.parties.home(self._sentences[at]) if at >= 0 else self.issuer

    def evidence(self, sentence: Sentence, start: int = 0, end: int | None = None) -> Evidence:
        """The words of sentence.text[start:end] as evidence, in canonical positions."""
        stop = len(sentence.text) if end is None else end
        stop = min(stop, start + _WIDEST_QUOTE)
        span = sentence.passage.span(start, stop)
        return Evidence(span, self.document.text[span.start : span.end])


def understand(document: Document) -> Context:
    """The context of a document: parties first, then persons, calendar and speech, each on the ones before."""
    parties = find_parties(document)
    persons = find_persons(document, parties)
    calendar = find_calendar(document)

    def mentions_of(sentence: Sentence) -> list[Mention]:
        return [*persons.mentions(sentence), *parties.mentions(sentence)]

    speech = find_speech(document, mentions_of)
    return Context(document, parties, persons, calendar, speech)
