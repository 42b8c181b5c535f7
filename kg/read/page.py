"""The look of a web page's elements: what breaks a line, what is hidden, how far it is indented."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

_BLOCK_TAGS = """address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul
    page document text filename sequence type description"""
BLOCKS = frozenset(_BLOCK_TAGS.split())
_DROPPED_TAGS = """script style head title noscript nav template iframe object embed svg math select option textarea input button
    audio video canvas map area link meta"""
DROPPED = frozenset(_DROPPED_TAGS.split())
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BOLD = frozenset(("b", "strong", *HEADINGS, "th"))

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|font\s*:[^;]{0,40}\bbold\b", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_ALIGNED = re.compile(r"text-align\s*:", re.IGNORECASE)
_INDENT = re.compile(
    r"(?:padding-left|margin-left|text-indent)\s*:\s*(-?[\d.]{1,8})\s*(pt|px|em|in|%|cm)?", re.IGNORECASE
)
_SHORTHAND = re.compile(
    r"(?:padding|margin)\s*:\s*\S{1,12}\s+\S{1,12}\s+\S{1,12}\s+(-?[\d.]{1,8})(pt|px|em|in|%|cm)?", re.IGNORECASE
)
_UNITS = {"pt": 1 / 6, "px": 1 / 8, "em": 2.0, "in": 12.0, "%": 1.0, "cm": 4.7, "": 1 / 8}  # in characters


def style(node: LexborNode) -> str:
    """The inline style of an element."""
    return node.attributes.get("style") or ""


def is_hidden(node: LexborNode) -> bool:
    """Whether an element shows nothing."""
    tag = node.tag
    if tag in DROPPED or (tag is not None and tag.startswith("ix:header")):
        return True
    attributes = node.attributes
    if not attributes:
        return False
    return "hidden" in attributes or _HIDDEN.search(attributes.get("style") or "") is not None


def is_bold(node: LexborNode) -> bool:
    """Whether an element prints its text bold."""
    return node.tag in BOLD or _BOLD.search(style(node)) is not None


def centring(node: LexborNode) -> bool | None:
    """Whether an element centres its lines; None when it says nothing of that."""
    if node.tag == "center":
        return True
    attributes = node.attributes
    align = attributes.get("align")
    if align and node.tag != "table":
        return align.lower() == "center"
    rules = attributes.get("style") or ""
    if _ALIGNED.search(rules):
        return _CENTRED.search(rules) is not None
    return None


def indent(node: LexborNode) -> float:
    """How far an element is moved to the right, in characters."""
    rules = style(node)
    if not rules:
        return 0.0
    total = 0.0
    for amount, unit in (*_INDENT.findall(rules), *_SHORTHAND.findall(rules)):
        try:
            total += float(amount) * _UNITS[unit.lower()]
        except ValueError:
            continue  # "1.2.3pt" is no length
    return total


def children(node: LexborNode) -> Iterator[LexborNode]:
    """The child nodes of an element, text included."""
    return node.iter(include_text=True)
