"""The release's own words: which capitalised phrases are terms, descriptions or common words in it."""

from __future__ import annotations

import re

from kg.mentions.bare import excluded, post_words
from kg.mentions.gazetteer import cities, demonyms, wide_names
from kg.mentions.organisations import OrgName
from kg.mentions.words import bare_words, stops, title_words, word_class
from kg.model import Document

_LOWER = re.compile(r"(?<![\w.@/-])[a-z]{2,}(?![\w@]|\.[a-z])")
_TERM = re.compile(r"\((?:(?<=[a-z]{3} \()|(?<=[a-z]{3}[\"”] \())(?:the )?[\"“‘']?([A-Z]{2,6})s?[\"”’']?\)")
_LOWER_TERM = re.compile(r"(?<![A-Za-z-])[a-z][a-z-]+ \([\"“]?([A-Z]{2,6})[\"”]?\)")
_RUNS_ON = re.compile(r" (?:the [A-Z][\w-]+(?![\w’'])|(?:for|of) [A-Z][\w’'-]+(?: (?:and )?[A-Z][\w’'-]+){0,2})")
_DRUG = re.compile(
    r"[a-z]{2}(?:mab|nib|ciclib|parib|limus|vir|statin|cel|tide|cept|mycin|cillin|azole|pril|sartan|olol|oxetine|setron|platin|rubicin|taxel|gliptin|glutide|leucel)$"
)
_THING = re.compile(
    r"\b(?:therapy|technology|platform|program|project|study|trial|vaccine|device|award|disease|gene|genes|mutations?|cancer|myeloma|carcinoma|lymphoma|leukemia|melanoma|diabetes|sclerosis|fibrosis|dystrophy|syndrome|disorder|deposit|property|mine|data|report|act|index|method|treatment|process|summit|conference|event|patients?|forward|how|why|non-gaap|gaap|measures|system|software|products?)\b(?!.*\b(?:Inc|Corp|Ltd|LLC|Company|Group)\b)| for (?=.*(?:tumors|patients|children))",
    re.IGNORECASE,
)


_COUNTED = frozenset(("two", "three", "four", "five", "six", "seven", "several", "leading", "largest"))
_RANKS = frozenset(("largest", "biggest", "leading", "award-winning", "fastest-growing", "oldest"))


class Lexicon:
    """The words that a release prints in lower case, and the terms that it abbreviates."""

    def __init__(self, document: Document) -> None:
        self._terms = frozenset(match[1].lower() for match in _TERM.finditer(document.text))
        self._lower_terms = frozenset(match[1].lower() for match in _LOWER_TERM.finditer(document.text))
        self._text = document.text
        self._lower = frozenset(_LOWER.findall(document.text))

    def common(self, phrase: str) -> bool:
        """Whether every word of a phrase stands in the release in lower case too, or names nothing by itself."""
        words = phrase.lower().replace("&", "").split()
        return all(word in self._lower or word in bare_words() for word in words)

    def described(self, name: OrgName) -> bool:
        """Whether "Company" only ends a description: "Leading Greeting Card Company"."""
        words = name.text.lower().split()
        if name.basis == "weak-head" and words[0] in _COUNTED:
            return True
        if words[-1] not in ("company", "companies"):
            return False
        if any(word in _RANKS for word in words[:-1]):
            return True
        if all(word in word_class("kinds-of-company") for word in words[:-1]) or "most" in words:
            return True
        if words[0] in word_class("praise") - {"the"} or (
            words[-1] == "companies" and words[-2] in self._lower | bare_words()
        ):
            return True
        return all(word in self._lower or word in word_class("praise") for word in words[:-1])

    def fields(self, phrase: str) -> bool:
        """Whether a phrase beside a post is a field of work, for the release prints its words in lower case too."""
        return " " in phrase and " of " not in phrase and self.common(phrase)

    def longer(self, text: str, end: int, name: str) -> str:
        """A one-word name with what follows it over a small word each time it is told ("Alder for Change")."""
        after = _RUNS_ON.match(text, end) if " " not in name else None
        if after is None:
            return name
        whole = name + after[0].removesuffix("’s").removesuffix("'s")
        told = self._text.count(whole)
        return whole if told == self._text.count(name) and (told > 1 or after[0].startswith(" the ")) else name

    def owned(self, phrase: str) -> bool:
        """Whether the first word of a phrase is an owner that the release names without an "'s" too."""
        owner = re.match(r"([A-Z][\w&.-]+)[’']s ", phrase)
        return owner is not None and bool(re.search(rf"(?<!\w){re.escape(owner[1])}(?![\w’'])", self._text))

    def ordinary(self, text: str, start: int, phrase: str) -> bool:
        """Whether a phrase is only capitalised for its place in the sentence, a place, a term or common words."""
        low = phrase.lower()
        words = phrase.split()
        if low in self._terms or low.endswith(("data center", "data centers")) or _placed(low, phrase, words):
            return True
        if words[-1] == "Board" and (len(words) == 2 or text.startswith(" of ", start + len(phrase))):
            return True  # a board of the company, whatever word stands before it
        if words[-1].lower() in word_class("things") or words[0] in ("Leading", "Premier", "Largest"):
            return True
        opens = start == 0 or text[start - 1] in '"“(' or text[max(0, start - 2) : start] in (": ", ". ")
        if len(words) == 1 and phrase[1:].islower() and phrase.endswith(("ing", "ed", "ly") if opens else ("ing",)):
            return opens or low not in word_class("ing-names")
        return words[-1].lower() in word_class("lands") or self.common(phrase) or bool(_DRUG.search(phrase))

    def untold(self, phrase: str) -> bool:
        """Whether what an "About" heading names is no organisation."""
        return (
            excluded(phrase)
            or phrase.lower() in self._lower_terms
            or (" " in phrase and phrase.rpartition(" ")[2].lower() in word_class("things"))
            or phrase.lower() in ("us", "the company", "the author", "this release")
            or self.common(phrase)
            or bool(_THING.search(phrase) or _DRUG.search(phrase))
        )


def no_employer(phrase: str) -> bool:
    """Whether a phrase beside a post is a place, another post or a field of work."""
    low = [word.lower().strip(",.") for word in phrase.split()]
    if phrase.lower() in wide_names() or phrase.lower() in cities() or excluded(phrase) or stops(low[0]):
        return True
    fields = title_words("area") | bare_words() | {"&", "and", "of", "the"}
    return any(word in post_words() for word in low) or all(word in fields for word in low)


def _placed(low: str, phrase: str, words: list[str]) -> bool:
    """Whether a phrase is a place, with or without a direction or a state behind it."""
    if low in wide_names() or low in cities() or phrase in demonyms():
        return True
    if len(words) < 2:
        return False
    if words[0].lower() in bare_words() and " ".join(words[1:]).lower() in wide_names():
        return True
    state = words[-1].isupper() and words[-1].lower() in wide_names()
    return state and " ".join(words[:-1]).lower() in cities()
