"""Sites told by a name, a mineral or a size: "Delmore Tower", "the Kettle Creek gold project", "a 19-acre site"."""

from __future__ import annotations

import re
from typing import Final

from kg.model import Mention, MentionKind

# A building known by its own name: "Delmore Tower". Its last word is capitalised and so is one before.
_NAMED: Final = re.compile(
    r"(?<![\w.&-])(?:[A-Z][\w'’&-]+ ){1,3}(?:(?P<office>Tower|Towers|Building)|(?P<other>Plaza|Arena|Stadium|Mall))"
    r"(?! [A-Z&])\b"
)


# A miner's or a power company's site that is told as a project: "the Kettle Creek Gold Project", "a solar project".
_MINERAL: Final = (
    r"(?:gold|silver|copper|lithium|nickel|zinc|lead|uranium|iron|iron ore|graphite|cobalt|tin|tungsten|vanadium|antimony|manganese|molybdenum|platinum"
    r"|palladium|pge|pgm|potash|phosphate|rare[- ]earths?|niobium|titanium|diamonds?|coal|oil sands|porphyry|polymetallic|epithermal|base metals?"
    r"|precious metals?|silica|bauxite|scandium|gallium|vms"
    r"|germanium|rubidium|c(?:ae|e)sium|fluorspar|tantalum|tellurium|barite|magnesium|magnesite|gypsum|boron|borates?|beryllium|indium|hafnium|zirconium|chromite|ree|pgm|spodumene|emerald|helium|halloysite|kaolin|wollastonite)"
)
_PROJECT: Final = re.compile(
    rf"(?<![\w&-])(?:{_MINERAL}(?:[-–/ ](?:and )?{_MINERAL}){{0,4}} (?:(?:exploration|mining|development) )?(?:projects?|propert(?:y|ies)|deposits?|claims|prospects?|assets?)"
    r"|(?P<power>(?:solar|wind|hydroelectric|geothermal|battery (?:energy )?storage|solar-plus-storage) (?:energy |power )?projects?))(?![\w-])"
    r"(?! (?:manager|management|finance|financing|development|portfolio|pipeline|loans?|costs?|team|sales|developers?|area|boundary|land))",
    re.IGNORECASE,
)
# One told by its name alone is a mine's where the words before it are a miner's, or the sentence speaks of ore and drills.
_NAMED_PROJECT: Final = re.compile(
    r"(?P<led>(?:100%|100 percent|wholly)[- ](?:owned|controlled|held) |\b(?:flagship|past-producing|optioned|permitted) )?(?<![\w&.’'-])(?:[A-Z][\w’'-]+ ){1,4}(?:Project|Property|Deposit|Mine Complex)(?![\w-])(?! [A-Z]| (?:manager|management))"
)
_MINING: Final = re.compile(
    rf"\b(?:{_MINERAL}|drill(?:ed|s|ing|hole)?|ore|mineral(?:s|ized|ization|isation)?|assays?|mining claims|mine|mining|resource estimate|ounces|grades?|g/t|hectares)\b",
    re.IGNORECASE,
)
# A property told by its size or address: "a 19-acre site", "the building at 400 Lake Avenue".
_SIZED: Final = re.compile(
    r"(?<![\w-])(?P<kind>(?:industrial|office|retail|medical|residential|multifamily|mixed-use|commercial|warehouse|apartment|shopping|business|logistics|flex) )?"
    r"(?P<noun>propert(?:y|ies)|buildings?|sites?|portfolio|communit(?:y|ies)|complex|parks?|apartments?|tower|parcels?|land|development|townhomes|center|project|facility|space)(?![\w-])"
    r"(?! (?:manager|management|sales|owners?|developers?|companies|company|services|tax))"
)
# A property told by what it is for: "a luxury apartment community".
_HOMES: Final = re.compile(
    r"(?<![\w-])(?:(?:luxury|garden-style|mid-rise|high-rise) )?(?:apartment|townhome|townhouse|multifamily|(?:senior|assisted|student|active adult)[ -](?:living|housing)|build-to-rent|manufactured[ -]home|rental)"
    r" (?:communit(?:y|ies)|complex|building|property|tower)(?![\w-])(?! (?:manager|management|sales|owners?|developers?|companies|company|services))"
)
_SIZE: Final = re.compile(
    r"(?:\d[\d,.]*(?: million)? ?[- ](?:square[- ]f(?:oo|ee)t|sq\.? ?ft\.?|sf|acres?|unit|room|bed|key|story|storey|hectares?|home|suite)|(?:two|three|four|five|six|seven|eight|nine|ten)-(?:building|story|unit))"
    r"(?:,? [\w'’&-]+){0,6}? $",
    re.IGNORECASE,
)
_AT_NUMBER: Final = re.compile(r",? (?:located |situated )?at \d+ [A-Z]")
_KINDS: Final = {
    "office": "office",
    "retail": "store",
    "shopping": "store",
    "medical": "hospital",
    "warehouse": "warehouse",
    "logistics": "warehouse",
}
_PROJECTS: Final = ("roject", "ropert", "eposit", "laims", "rospect", "asset")
_LAST_OF_NAMES: Final = ("Tower", "Building", "Plaza", "Arena", "Stadium", "Mall")


def is_named(site: Mention) -> bool:
    """Whether a facility mention is a proper name, not a common noun."""
    return bool(_NAMED.fullmatch(site.text))


def properties(text: str) -> list[Mention]:
    """The buildings and projects of a sentence that are known by their own names."""
    found: list[Mention] = []
    if any(word in text for word in _LAST_OF_NAMES):
        found += [
            Mention(MentionKind.FACILITY, hit.start(), hit.end(), hit[0], "office" if hit["office"] else "other")
            for hit in _NAMED.finditer(text)
        ]
    if any(word in text for word in _PROJECTS):
        found += [
            Mention(MentionKind.FACILITY, hit.start(), hit.end(), hit[0], "power-plant" if hit["power"] else "mine")
            for hit in _PROJECT.finditer(text)
        ]
    if "Project" in text or "Property" in text or "Deposit" in text:
        found += [one for one in _projects(text) if not any(m.start < one.end and one.start < m.end for m in found)]
    if "communit" in text or "complex" in text or "housing" in text or "apartment" in text:
        found += [
            Mention(MentionKind.FACILITY, hit.start(), hit.end(), hit[0], "other")
            for hit in _HOMES.finditer(text)
            if not any(m.start < hit.end() and hit.start() < m.end for m in found)
        ]
    return found


def _projects(text: str) -> list[Mention]:
    """The last word of every project that only its name and the words of miners around it tell for a site."""
    found: list[Mention] = []
    mining: bool | None = None
    for hit in _NAMED_PROJECT.finditer(text):
        mining = mining if mining is not None else bool(_MINING.search(text))
        if hit["led"] or mining:
            at = text.rindex(" ", hit.start(), hit.end()) + 1
            found.append(Mention(MentionKind.FACILITY, at, hit.end(), text[at : hit.end()], "mine"))
    return found


def sized(text: str) -> list[Mention]:
    """Properties that are sites by their size or address alone."""
    return [
        Mention(MentionKind.FACILITY, hit.start(), hit.end(), hit[0], _KINDS.get((hit["kind"] or "").strip(), "other"))
        for hit in _SIZED.finditer(text)
        if _SIZE.search(text, max(0, hit.start() - 90), hit.start())
        or (hit["noun"] in ("property", "building", "site") and _AT_NUMBER.match(text, hit.end()))
    ]
