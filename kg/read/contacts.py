"""Contact lines that lost the breaks between them."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.model import Passage

# Where one line ran into the next: a name, title or address behind a lower-case word, a telephone number
# behind a letter or before one, an address behind a company's suffix.
_SEAM = re.compile(
    r"(?<=[a-z]{2})(?<!Mc)(?<!Mac)(?=[A-Z][a-z]+,? (?!Inc\b|Corp|LLC|Ltd|PLC|Co\b|Group|Holdings)[A-Z&])|(?<=[a-z]{2})(?=[A-Z]{2,8} [A-Z][a-z])"
    r"|(?<=[A-Za-z.)])(?=\+?\(?\d{3}\)?[-. ]{1,2}\d{3}[-. ]\d{4})|(?<=\d{4})(?=[A-Za-z]{2})"
    r"|(?<=Inc\.)(?=\w)|(?<=LLC)(?=[a-z])|(?<=Ltd\.)(?=\w)|(?<=Corp\.)(?=\w)|(?<=[a-z]{2})(?=https?://|www\.)"
    r"|(?<=[a-z]{3}:)(?=[A-Za-z(+])|(?<=Contact Details)(?=\S)"
    r"|(?:(?<=Relations)|(?<=Officer)|(?<=Director)|(?<=President)|(?<=Manager)|(?<=Partner)|(?<=CFO)|(?<=CEO))(?=[a-z][\w.]{1,30}@)"
    r"|(?<=[a-z0-9.])(?=(?:Email|E-mail|Tel|Phone|Website|Contact|Investor|Media)\b)"
)


def unglued(line: Passage) -> list[Passage]:
    """The pieces of a contact line, cut where line breaks were lost."""
    text = line.text
    cuts = [0, *(seam.start() for seam in _SEAM.finditer(text)), len(text)]
    pieces: list[Passage] = []
    for low, high in pairwise(cuts):
        start, end = low, high
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        if start < end:
            pieces.append(line.slice(start, end))
    return pieces
