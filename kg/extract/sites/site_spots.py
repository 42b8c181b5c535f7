"""Where a site is that no list of places knows: a street address, a building or mine with a name of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kg.context.context import Context
from kg.extract.sites.same_sites import names
from kg.extract.sites.telling import Frame
from kg.model import PlaceName

_WAY: Final = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Way|Parkway|Pkwy|Highway|Hwy|Broadway|Court|Place|Circle"
    r"|Pike|Turnpike|Terrace|Square|Row|Walk|Quay|Freeway|Expressway)\b(?:\.(?= [a-z,]))?"
)
_W: Final = r"[A-ZÀ-Þ0-9][\w&.’'-]*"
_STREET: Final = rf"(?:(?:\d[\d-]*(?: ?[–-] ?\d+)? )(?:{_W} ){{0,4}}?{_WAY}|(?:{_W} ){{1,3}}?{_WAY})"
_KIND: Final = (
    r"(?:Basin|Valley|District|Park|Mall|Marketplace|Plaza|Tower|Towers|Building|Commons|Village|Square|Airport|Port|Harbor"
    r"|Peninsula|Island|Desert|Shale|Field|Belt|Range|Complex|Campus|Estate|Zone|Crossing|Landing|Yards?|Pier|Wharf|Terminal|Station"
    r"|Mine|Project|Property|Mill|Unit|Ranch|Quarry|Camp|Resort|Center|Centre|Cent(?:er|re) [A-Z])"
)
# "located at 1691 Lake Avenue", "inside the Delmore Commons", "for the Kettle Creek mine".
_SPOT: Final = re.compile(
    r"(?: (?:in|into|occupying) an? [^\s;:]+(?: [^\s;:,.]+){0,4}? (?:space|building|storefront|unit|suite))?"
    r",? (?:(?:which|that) (?:is|will be) |to be |being (?:built|constructed) |currently )?(?:located |situated |housed )?"
    r"(?:(?:at|on|along|in|within|inside)(?: the| its| our)? (?:corner of )?"
    rf"(?P<street>{_STREET})"
    rf"|(?:in|within|inside|along|on)(?: the| its| our)? (?P<kind>(?:{_W} ){{1,4}}?{_KIND})(?! [A-ZÀ-Þ])"
    rf"|(?:at|inside)(?: its| our)? (?P<named>(?:[Tt]he )?{_W}(?: (?:(?:of|at|on|the|de|&) )?{_W}){{0,4}})"
    rf"|(?:for|at) (?:the|its|our) (?P<unit>(?:{_W} ){{1,4}}?(?:[Mm]ine|[Pp]roject|[Pp]roperty|[Mm]ill|[Uu]nit|[Ss]ite))(?! [A-ZÀ-Þ]))"
    r"(?=[,.;)”\"]|$| \(| [a-z–—-])"
)
_NO_SPOT: Final = re.compile(
    r"(?:(?:the )?(?:Company|Group|Bank|Corporation|Board|CEO|Phase|Stage|Year|Q[1-4]|H[12]|Fiscal|COVID\S*|Christmas|Easter"
    r"|Least|Present|This|That|Its|Our|Their|All|Any|Both|Each|Closing|NASDAQ|Nasdaq|NYSE)\b|\d[\d,.]*$|\d[\d,.]* (?![A-Z]))"
)


def spotted(context: Context, frame: Frame) -> Frame:
    """The frame of a site in one place with where it is, by the words after it or by its name, told elsewhere with its place."""
    if frame.place or frame.places or frame.site is None or frame.kind not in _ONE_PLACE:
        return frame
    spot = _spot(frame)
    name = spot or _name(frame)
    place = _told_elsewhere(context, name) if name else None
    return replace(frame, place=place, spot=None if place else spot)


_ONE_PLACE: Final = frozenset({"closing", "opening", "sale", "purchase", "lease", "expansion"})


def _spot(frame: Frame) -> str | None:
    for at in (frame.site.end if frame.site else frame.end, frame.end):
        found = _SPOT.match(frame.sentence.text, at)
        words = found["street"] or found["kind"] or found["named"] or found["unit"] if found else None
        if words and not _NO_SPOT.match(words) and frame.actor.lower() not in words.lower():
            return words.strip()
    return None


_NAME: Final = re.compile(rf"(?:{_W} ){{1,5}}{_W}(?=[,.;]|$)|(?:{_W} ){{2,5}}(?=[a-z])")


def _name(frame: Frame) -> str | None:
    """The proper name that the words for a site begin with: "Delmore Park, a warehouse"."""
    found = _NAME.match(frame.what)
    return found[0].strip() if found and (names(found[0]) or found[0][0].isdigit()) else None


def apposed_name(what: str) -> str | None:
    """The proper name before an apposition that says what it is: "Delmore Park" of "Delmore Park, a warehouse"."""
    found = _APPOSED.match(what)
    return found["name"] if found else None


_APPOSED: Final = re.compile(rf"(?P<name>(?:{_W} ){{1,5}}{_W}), (?:an?|the|its|our) [a-z\d]")
_IN: Final = re.compile(
    r",? (?:\([^()]{1,40}\),? )?(?:which is |is )?(?:located |situated )?(?:in|near|outside|outside of) (?:the (?:city|town) of |downtown )?$"
)


def _told_elsewhere(context: Context, name: str) -> PlaceName | None:
    """The one place that the release tells a name with, "Delmore Park in Ashford, Ohio"."""
    found: dict[str, PlaceName] = {}
    for sentence in context.document.sentences:
        at = sentence.text.find(name)
        if at < 0:
            continue
        end = at + len(name)
        for mention in context.annotated(sentence).mentions:
            value = mention.value
            if isinstance(value, PlaceName) and value.city and _IN.fullmatch(sentence.text[end : mention.start]):
                found[value.city] = max(found.get(value.city, value), value, key=lambda one: len(str(one)))
    return next(iter(found.values())) if len(found) == 1 else None


_OWN: Final = re.compile(
    rf"(?:{_W} ){{1,4}}(?:(?:(?:[Gg]old|[Ss]ilver|[Cc]opper|[Cc]oal|[Ll]ithium) )?(?:[Mm]ine|[Pp]roject)|[Mm]ill)$"
)


def own_spot(frame: Frame) -> Frame:
    """The frame of a mine or mill that is called by where it is: "the Kettle Creek mine"."""
    if frame.place or frame.places or frame.spot or frame.kind not in _ONE_PLACE:
        return frame
    found = _OWN.search(frame.what)
    return replace(frame, spot=found[0]) if found else frame
