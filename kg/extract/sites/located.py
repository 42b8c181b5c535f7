"""Sites told together with their place: "its plant in Ashford, Ohio", "the Ashford plant", "offices in A, B and C"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from kg.context.context import Context
from kg.extract.actors import acting, antecedent, home, party_name
from kg.extract.sites.located_words import ANOTHER, ONE_OF_THEM, PLACE_SITE, PLACES_SITES, SITE_IN, WORK_IN
from kg.extract.sites.proper_sites import proper_name
from kg.mentions.gazetteer import world_parts
from kg.model import BlockKind, Mention, MentionKind, PlaceName, Sentence
from kg.text.patterns import Annotated, compile_pattern

_OWNER: Final = compile_pattern(
    r"(?:(?P<who>{org|our|we})(?:['’]s?)?|\b(?P<pron>its|their|our|his)) (?:(?!(?:to|from|in|at|by|with|for|on|that|which|has|is|was|are|were|will)\b)(?:[^\s;:.()]+|u\.s\.) ){0,8}$"
)
_NEARER: Final = compile_pattern(r"{who:org}['’]s? (?:(?!(?:to|from|in|at|by|with|for|on)\b)[^\s;:.()]+ ){0,8}$")
_STRANGERS: Final = re.compile(r" (?:[A-Z][\w&-]+ )+[A-Z][\w&-]+['’]s (?:[\w-]+ ){0,4}$")
_HELD: Final = re.compile(
    r"\b(?:operat(?:es?|ed|ing)|develop(?:s|ed|ing)?|advanc(?:es|ed|ing)|add(?:s|ed|ing)?|own(?:s|ed|ing)?|has|have|had|having|maintain(?:s|ed|ing)?|run(?:s|ning)?|with|opened|opens|opening|leas(?:es|ed|ing)"
    r"|occup(?:y|ies|ied|ying)|located (?:in|at)|acquir(?:ed|es|ing)|purchas(?:ed|es|ing)|buil(?:t|ds?|ding)|clos(?:ed|es|ing)"
    r"|established|establishes|(?:construct|expand)(?:ed|s|ing)?|(?:development|construction) of|from|at|out of|includ(?:es?|ing)|manufactur\w+ (?:at|in)|produced (?:at|in))\b[^;:]{0,70}$",
    re.IGNORECASE,
)
_OPERATES: Final = re.compile(r"\b(?:operates|owns|maintains)\b[^;]{0,200} and (?:an?|one|two|three) (?:[\w-]+ ){0,3}$")
_OTHERS: Final = re.compile(
    r"\b(?:customers?|clients?|competitors?|suppliers?|patients|tenants?|partners?|lenders?|university)(?:['’]s?|s['’])? (?:[\w-]+ ){0,3}$",
    re.IGNORECASE,
)
_HE: Final = re.compile(r"(?:^|[.;,] |\b(?:and|where|while|when|which) )(?:he|she)\b", re.IGNORECASE)
# "we toured their plant": whose, is not told.
_THEIRS: Final = re.compile(r"\b[Ww]e (?:\w+ ){1,12}their (?:[\w-]+ ){0,3}$")
# "completed the sale of a property": a broker or lender may tell so, and who acts is read with the move.
_DEALT: Final = re.compile(
    r"\b(?:sale|financing|refinanc(?:e|ing)|loan) (?:of|for|on) (?:an?|the) (?:[\w'’&.-]+,? ){0,6}$", re.IGNORECASE
)
_NUMBER: Final = compile_pattern(r"(?<!\w){count:count} (?:[a-z-]+ ){0,3}$")
_SPEAKS: Final = frozenset({BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ABOUT})


@dataclass(frozen=True, slots=True)
class Located:
    """A site at a place. `operator` is None where the words do not tell whose it is."""

    sentence: Sentence
    site: Mention
    place: PlaceName
    operator: str | None
    start: int
    end: int
    name: str | None = None


def located(context: Context) -> Iterator[Located]:
    """Every site told with its place, in the order of the text."""
    for sentence in context.document.sentences:
        if sentence.kind not in _SPEAKS:
            continue
        annotated = context.annotated(sentence)
        kinds = {mention.kind for mention in annotated.mentions}
        if MentionKind.PLACE not in kinds:
            continue
        sites = list(_in_sentence(context, sentence, annotated)) if MentionKind.FACILITY in kinds else []
        if " operations" in sentence.text or " locations" in sentence.text:
            sites += _works(context, sentence, annotated)
        yield from _shared(sentence, sorted(sites, key=lambda site: site.start))


def _in_sentence(context: Context, sentence: Sentence, annotated: Annotated) -> Iterator[Located]:
    told: set[tuple[int, int]] = set()
    for pattern in (SITE_IN, ONE_OF_THEM, PLACES_SITES, PLACE_SITE):
        for found in pattern.finditer(annotated.coded):
            site = annotated.filler(found["site"])
            if pattern is SITE_IN and _COUNTIES.match(annotated.coded, found.end()):
                continue  # "branches in Ashford and Brookton counties"
            wheres = _wheres(annotated, found)
            if pattern is PLACES_SITES and not site.text.endswith("s"):
                continue  # "in Ohio and its Ashford plant"
            # Which of two kinds of site stands where is told only for a single place.
            sites = [site, *_fillers(annotated, found, "second")]
            sites = sites if len(wheres) == 1 else sites[:1]
            if _counted(annotated, found.start(), wheres):
                continue
            at = found.start("more") if pattern is PLACES_SITES else found.start()
            operator = _operator(context, sentence, annotated, at, site)
            among = _among_states(wheres)
            for one in sites:
                for where in wheres:
                    if (one.start, where.start) in told or not is_site_place(where.value):
                        continue
                    assert isinstance(where.value, PlaceName)
                    if pattern is PLACE_SITE and where.value.city is None and any(at == one.start for at, _ in told):
                        continue  # "its Texas plant in Ashford" is one plant
                    if where.value.city is None and _OUTSIDE.search(sentence.text, 0, where.start):
                        continue  # "its first store outside the United States" is anywhere else
                    told.add((one.start, where.start))
                    start, end = min(one.start, where.start), max(one.end, where.end)
                    yield Located(
                        sentence,
                        one,
                        where.value if among else seat(where.value, one.value),
                        operator,
                        start,
                        end,
                        proper_name(sentence.text, one),
                    )


_OUTSIDE: Final = re.compile(r"\boutside(?: of)? (?:the )?$")


def _among_states(wheres: list[Mention]) -> bool:
    """Whether states are listed, so that New York is the state: "offices in Maryland, Virginia and New York"."""
    places = (where.value for where in wheres)
    return any(
        isinstance(place, PlaceName) and not place.city and place.region not in (None, "New York") for place in places
    )


def _nearer(wide: Mention, near: Mention) -> Mention:
    """The place of a site told by its state and the city that it is near."""
    one, two = wide.value, near.value
    if isinstance(one, PlaceName) and isinstance(two, PlaceName) and one.city is None and two.city:
        return replace(near, value=PlaceName(two.city, two.region or one.region, two.country or one.country))
    return wide


_COUNTIES: Final = re.compile(r"(?:,? and [A-Z][\w-]+)? [Cc]ount(?:y|ies)\b")


def _wheres(annotated: Annotated, found: re.Match[str]) -> list[Mention]:
    """The places that the words name; after a state or country alone a semicolon ends them."""
    first, more = annotated.filler(found["where"]), _fillers(annotated, found, "more")
    further = ANOTHER.match(annotated.coded, found.end()) if found.re is SITE_IN else None
    while further:
        more += [annotated.filler(further["where"]), *_fillers(annotated, further, "more")]
        further = ANOTHER.match(annotated.coded, further.end())
    wide = isinstance(first.value, PlaceName) and first.value.city is None
    if found.groupdict().get("near"):  # "in California's Central Valley near Modesto"
        first = _nearer(first, annotated.filler(found["near"]))
    if found.groupdict().get("far") and isinstance(first.value, PlaceName):
        first = replace(first, value=replace(first.value, city=None))  # fifty miles from a city is not in it
    return [first] if wide and ";" in (found.groupdict().get("more") or "") else [first, *more]


def _works(context: Context, sentence: Sentence, annotated: Annotated) -> Iterator[Located]:
    """The places where somebody has manufacturing operations, or locations of no kind told."""
    for found in WORK_IN.finditer(annotated.coded):
        start = annotated.position(found.start("site"))
        end = annotated.position(found.end("site"))
        site = Mention(
            MentionKind.FACILITY,
            start,
            end,
            sentence.text[start:end],
            _work(sentence.text[start:end]),
        )
        operator = _operator(context, sentence, annotated, found.start(), site)
        for where in (annotated.filler(found["where"]), *_fillers(annotated, found, "more")):
            if is_site_place(where.value) and isinstance(where.value, PlaceName):
                yield Located(sentence, site, where.value, operator, start, where.end)


def _work(words: str) -> str:
    """The type of the site where work is done."""
    if words == "locations":
        return "other"
    if "mining" in words:
        return "data-center" if re.search(r"bitcoin|crypto", words, re.IGNORECASE) else "mine"
    return "factory"


_AND: Final = re.compile(
    r",? (?:and|as well as|or|plus) (?:an? |its |several |two |three )?(?:[a-z-]+ ){0,3}|, (?:an? )?(?:[a-z-]+ ){0,3}"
)


def _shared(sentence: Sentence, sites: list[Located]) -> Iterator[Located]:
    """The sites, one that goes on the list of another given its operator: "its mill in Ohio and a depot in Iowa"."""
    before: Located | None = None
    for site in sites:
        told = site
        same = before is not None and before.start == site.start  # the next place of one noun
        if site.operator is None and before and (same or _AND.fullmatch(sentence.text, before.end, site.start)):
            told = replace(site, operator=before.operator)
        before = told
        yield told


def seat(value: PlaceName, kind: object) -> PlaceName:
    """The place of a seat or office: "New York" alone is the city there."""
    bare = value.city is None and value.region == "New York" and kind in ("headquarters", "office")
    return PlaceName("New York", None, value.country) if bare else value


def is_site_place(value: object) -> bool:
    """Whether a place says where a site is: a city, a state or a country, not a part of the world."""
    return isinstance(value, PlaceName) and (
        value.city is not None
        or value.country is not None
        or (value.region is not None and value.region not in world_parts())
    )


def _counted(annotated: Annotated, at: int, wheres: list[Mention]) -> bool:
    """Whether sites are only numbered: "34 branches in Ohio and Indiana" names none of them."""
    bare = all(isinstance(where.value, PlaceName) and where.value.city is None for where in wheres)
    number = _NUMBER.search(annotated.coded, max(0, at - 60), at) if bare else None
    return number is not None and not _MEASURE.fullmatch(annotated.filler(number["count"]).text)


_MEASURE: Final = re.compile(r"\d[\d,.]*[- ]?[a-z].*", re.IGNORECASE)  # "a 20,000-hectare project" is one


def _fillers(annotated: Annotated, found: re.Match[str], group: str) -> list[Mention]:
    part = found.groupdict().get(group) or ""
    return [annotated.filler(slot) for slot in re.findall(r"[\ue000-\ue0ff][\ue100-\uf8ff]", part)]


def _operator(context: Context, sentence: Sentence, annotated: Annotated, at: int, site: Mention) -> str | None:
    """Whose site the noun phrase at a coded position is; None where the words do not tell."""
    branded = next((m for m in annotated.mentions if m.kind is MentionKind.ORG and m.end == site.start - 1), None)
    if branded and branded.start > annotated.position(max(0, at - 60)) and _HELD.search(sentence.text[: branded.start]):
        return party_name(context, branded)
    having = _HAVING.search(annotated.coded, max(0, at - 120), at)
    if having:
        return party_name(context, annotated.filler(having["who"]))
    start = annotated.position(at)
    if _SOMEBODY.search(annotated.coded, max(0, at - 120), at) or _NAMED_WITH.search(
        sentence.text, max(0, start - 120), start
    ):
        return None  # a capitalised name that is known for nobody's
    owner = _OWNER.search(annotated.coded, max(0, at - 120), at)
    position = annotated.position(at)
    before = sentence.text[:position]
    if any(other.search(before) for other in (_OTHERS, _HE, _THEIRS, _DEALT, _OF_SOMEBODY)):
        return None
    ours = owner if owner and owner["who"] and annotated.filler(owner["who"]).kind is not MentionKind.ORG else None
    nearer = _NEARER.search(annotated.coded, ours.start() + 1, at) if ours else None
    if nearer:  # "our team visited Alder's plant"
        return party_name(context, annotated.filler(nearer["who"]))
    if ours and _STRANGERS.search(sentence.text, annotated.position(ours.start()) + 1, position):
        return None
    if owner and owner["who"]:
        return party_name(context, annotated.filler(owner["who"]))
    if owner or _HELD.search(before) or _OPERATES.search(before):
        acts = acting(context, sentence, annotated, position)
        told = owner or _PROFILE.match(before)
        return acts or (antecedent(context, sentence) if told else _of_miner(context, sentence, annotated, site))
    if _DEFINITE.search(before) and not any(m.kind is MentionKind.ORG for m in annotated.mentions):
        return antecedent(context, sentence)
    if _OPENS.fullmatch(before):  # "The Ashford mill employs ...": whoever the text tells of
        return antecedent(context, sentence)
    return _of_miner(context, sentence, annotated, site)


def _of_miner(context: Context, sentence: Sentence, annotated: Annotated, site: Mention) -> str | None:
    """The issuer as the owner of a mine or project told by its proper name where no other company is named."""
    whose = home(context, sentence)
    if site.value != "mine" or whose is None or proper_name(sentence.text, site) is None:
        return None
    if (
        "’s " in sentence.text[max(0, site.start - 50) : site.start]
        or "'s " in sentence.text[max(0, site.start - 50) : site.start]
    ):
        return None
    named = {party_name(context, m) for m in annotated.mentions if m.kind in (MentionKind.ORG, MentionKind.WE)}
    return whose if named <= {whose} else None


# "work by Alder (France), with facilities in Ashford": the one named right before.
_HAVING: Final = compile_pattern(r"{who:org}(?: \([^()]{1,60}\))?, with (?:(?!the\b)[a-z-]+ ){0,4}$")
_SOMEBODY: Final = re.compile(r"\b[A-Z][\w&.-]+(?: \([^()]{1,60}\))?, with (?:[a-z-]+ ){0,4}$")
# "our work with Alder Biomedica (France), with facilities in Ashford": a country in brackets makes the name no place.
_NAMED_WITH: Final = re.compile(r"\b[A-Z][\w&.-]+ [A-Z][\w&.-]+ \([^()]{1,60}\), with (?:[a-z-]+ ){0,4}$")
# "an agreement with a developer to help secure its building", "every Alder asset, from plants in Ashford".
_OF_SOMEBODY: Final = re.compile(
    r"\b(?:with|for|by|helps?|helping|helped|to|from) an? (?:[\w-]+ ){0,3}?(?:developer|customer|client|company|firm|operator|provider|manufacturer|retailer|producer|university|hospital|bank"
    r"|builder|owner|investor|partner|supplier|distributor|start-?up|chain|utility|airline|agency|city)\b[^.;]{0,80}\b(?:its|their) (?:[\w-]+ ){0,6}$"
    r"|[a-z](?: ?[–—] ?|, )(?:ranging )?from (?:[\w-]+ ){0,3}$"
)
# "Headquartered in Ashford with an office in Brookton, they".
_PROFILE: Final = re.compile(r"(?:Headquartered|Based) in\b")
_DEFINITE: Final = re.compile(r"\b(?:at|of|from|in) the $", re.IGNORECASE)
_OPENS: Final = re.compile(r"(?:The|A|An|This) (?:[a-z-]+ ){0,4}")
