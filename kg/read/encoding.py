"""From bytes to text: what a mark, a declaration or the bytes themselves say of the encoding."""

from __future__ import annotations

import codecs
import re

from kg.errors import UnreadableError

LIMIT = 32 * 1024 * 1024  # bytes: whole submissions with their pictures stay under it
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,3}=\s{0,3}[\"']?([A-Za-z][\w.:-]{1,30})", re.IGNORECASE)
_KINDS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "an archive inside an archive"),
    (b"\x1f\x8b", "an archive inside an archive"),
)
_CONTROLS = bytes(range(1, 9)) + bytes(range(14, 27)) + b"\x1c\x1d\x1e\x1f\x7f"
_SAMPLE = 8192  # bytes that tell text from other things
# cp1252 leaves five bytes undefined; they stay what latin-1 makes of them.
_WINDOWS = {
    code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}


def decode(data: bytes) -> str:
    """The text of the bytes; raises UnreadableError for what is empty, too long or no text."""
    if len(data) > LIMIT:
        raise UnreadableError(f"it is larger than {LIMIT // (1024 * 1024)} MB; no press release is")
    if not data.strip():
        raise UnreadableError("it is empty")
    for start, kind in _KINDS:
        if data.startswith(start):
            raise UnreadableError(f"it is {kind}, not text")
    text = _decoded(data)
    if "\x00" in text:
        raise UnreadableError("it is binary, not text")
    return text


def _decoded(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    sample = data[:_SAMPLE]
    if b"\x00" in sample:
        wide = _wide(sample)
        if wide is None:
            raise UnreadableError("it is binary, not text")
        return data.decode(wide, errors="replace")
    if len(sample.translate(None, _CONTROLS)) < len(sample) * 0.95:
        raise UnreadableError("it is binary, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(data)


def _wide(sample: bytes) -> str | None:
    """The byte order of UTF-16 without a mark; None when the zeros do not stand as in Latin text."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd * 5 > len(sample) and even * 50 < len(sample):
        return "utf-16-le"
    if even * 5 > len(sample) and odd * 50 < len(sample):
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str:
    """The text as its page declares it, else as Windows wrote it."""
    found = _DECLARED.search(data[:_SAMPLE])
    if found:
        name = found.group(1).decode("ascii").lower()
        if name not in {"utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "latin1", "latin-1"}:
            try:
                return data.decode(name)
            except (LookupError, UnicodeError, ValueError):
                pass  # declared wrongly: the bytes decide
    return data.decode("latin-1").translate(_WINDOWS)
