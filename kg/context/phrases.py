"""Phrases without a legal form, each weighed by its sentence as the name of an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from kg.context.lexicon import Lexicon, no_employer
from kg.mentions.bare import bare_name, excluded, personal, post_words
from kg.mentions.frames import Weight, closes_list, opens_list, weigh
from kg.mentions.organisations import OrgName
from kg.mentions.parts import several_parts
from kg.mentions.presented import beside_post, presented
from kg.mentions.runs import Run, is_form, runs
from kg.mentions.titles import Posts, find_posts, has_post
from kg.mentions.words import stops, word_class

_AT_POST = re.compile(r",? (?:of|at|for|with) (?:the )?|, ")
_CAPITAL = r"[A-Z0-9][\w&.’'-]*[\w’']"
_EMPLOYED = re.compile(
    rf"(?P<link>, | [-–—] |,? (?:of|at|with|for) (?:the )?)(?P<name>{_CAPITAL}(?:(?: | & | of | of the | for | and the ){_CAPITAL}){{0,5}})(?=[.,;:”\"’)]|$| (?:in|and|who|said|to|on|for|a|an|the|as)\b)"
)
_EMPLOYS = re.compile(rf"(?:^|[a-z,”\"] )(?P<name>{_CAPITAL}(?: (?:& )?{_CAPITAL}){{0,4}}?)(?:[’']s)? $")
_TOP = re.compile(
    r"(?:CEO|CFO|COO|CTO|president|chairman|chairwoman|founder|co-founder|owner|partner|director|officer|principal|spokes\w+)$",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"(?:Senior|Associate|Assistant|Regional|Group|Deputy) Director$", re.IGNORECASE
)  # "of" goes on with what is directed: "Senior Director of Grocery"
_EMPLOYER = re.compile(
    r"\b(?:at|from|(?:president|chairman|chairwoman|CEO|CFO|COO|CTO|officer|director|partner|founder|owner|subsidiary|division|unit|acquisition|shareholders) of) (?:the )?$",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"^(?: \([^()]*\))?,? (?:is |was )?(?:an?|the) [^.;]{0,60}\b(?:company|firm|corporation|bank|provider|manufacturer|subsidiary|division)\b|^ (?:acted|served|is acting|is serving) as\b"
)
_CAREER = re.compile(
    r"\b(?:[Hh]e|[Ss]he|served|serves|serving|roles?|career|worked|joined)\b[^.;]{0,80}(?:\b(?:as|is|was|became|been|including|and)|,)(?: an?| the)? $"
)
_MORE = re.compile(r", (?:the )?[A-Z]")  # "Vice President, Research, Alder": a field of work before the company
_POSTED = re.compile(r" (?:of|for) (?:the )?$")
_OPENERS = frozenset(("The", "In", "Over", "With", "He", "She", "It", "As", "On", "For", "At", "This", "We", "Our", "From", "During", "Prior", "His", "Her", "Before"))  # fmt: skip
_BRACKETED = re.compile(r"\([\"“‘']?$")
_OFFICES = frozenset(("division", "department", "office", "bureau", "ministry", "board", "secretary", "commissioner"))
_OF_PERSON = re.compile(r",? (of|at|with|from) (?:the )?")
_AGENTS = re.compile(r"\b(?:represented|brokered|arranged|negotiated|handled|marketed|procured|on behalf of)\b")
_LINK = 12  # characters of ", from the " and less
_LIST_GAP = re.compile(r"(?: \([\d.]+(?:%| percent)\))?(?: ?,|,? and|,? or| &|,? as well as) (?:the )?")
_OF_GAP = re.compile(r" of (?:the )?")


TICKERED = re.compile(
    r"[(\[](?:the )?[A-Z][\w .®-]{1,28}(?:: ?| )[\"“]?[A-Z0-9][A-Z0-9.]{0,6}[\"”]?(?:[;,|/ ][^()]{0,90})?[)\]]"
)


def employers(text: str, names: Sequence[OrgName], lexicon: Lexicon) -> list[OrgName]:
    """Capitalised phrases beside the post of a person: "president and founder, World of Sound", "Solar One CEO Ann Lee"."""
    people = presented(text)
    found: list[OrgName] = []
    divided: set[int] = set()  # starts of names behind a field of work: "Head of Content, The Alder Post, Birch Media"
    for posts in find_posts(text) if has_post(text) else ():
        top = any(_TOP.search(post.text) for post in posts.posts)
        told = any(person.end <= posts.start and beside_post(text, person, (posts,)) for person in people)
        career = _CAREER.search(text[: posts.start]) is not None
        if told or career:
            behind = _EMPLOYED.match(text, posts.end)
            if (
                behind
                and (told or top or behind["link"].split()[0] in ("at", "with"))
                and not _MORE.match(text, behind.end())
                and (
                    behind["link"].split()[0].strip() not in ("of", "for")
                    or (top and not _directed(posts, behind["name"]))
                )
            ):
                found.append(OrgName(*behind.span("name"), behind["name"], "bare"))
                if ", " in posts.posts[-1].text and behind["link"] in (", ", " - ", " – ", " — "):
                    divided.add(found[-1].start)
        elif top and any(0 < person.start - posts.end <= 2 for person in people):
            ahead = _EMPLOYS.search(text[: posts.start])
            if ahead:
                owner = re.sub(r"[’']s$", "", ahead["name"])
                found.append(OrgName(ahead.start("name"), ahead.start("name") + len(owner), owner, "bare"))
    free = [
        name
        for name in found
        if name.start in divided or not any(n.start < name.end and name.start < n.end for n in names)
    ]
    return [
        name
        for name in (_whole_employer(name, lexicon) for name in free)
        if name
        and not no_employer(name.text)
        and not (_POSTED.search(text[: name.start]) and lexicon.fields(name.text))
    ]


def _directed(posts: Posts, name: str) -> bool:
    """Whether one word behind "of" is what a director below the top directs, not whom he works for."""
    return " " not in name and all(_INSIDE.match(post.text) for post in posts.posts)


def _whole_employer(name: OrgName, lexicon: Lexicon) -> OrgName | None:
    """The employer without the next words of its sentence, and without the part of it that someone heads."""
    words = name.text.split()
    owner = next((at for at, word in enumerate(words) if word.endswith(("’s", "'s"))), None)
    kept = next((at for at, word in enumerate(words) if at and word in _OPENERS), len(words))
    if owner is not None and (words[-1].lower() in word_class("things") or lexicon.owned(name.text)):
        kept = owner + 1  # "Alder's Pumps Segment"
    text = re.sub(r"[’']s$", "", " ".join(words[:kept])).rstrip(",.")
    if not text or stops(text) or words[kept - 1].lower() in word_class("things"):
        return None
    return OrgName(name.start, name.start + len(text), text, name.basis)


def listed_names(text: str, names: Sequence[OrgName]) -> frozenset[int]:
    """The starts of the names that stand in a list of organisations ("customers such as Alder Foods and Birch Farms")."""
    told = enumerated(text)
    return frozenset(
        name.start
        for name in names
        if any(listed or led for start, (end, listed, led) in told.items() if start <= name.start < end)
    )


@lru_cache(maxsize=64)
def enumerated(text: str) -> dict[int, tuple[int, bool, bool]]:
    """Start of each capitalised run -> its end, whether its list is one of organisations, whether the first is proved one."""
    chain: list[Run] = []
    told: dict[int, tuple[int, bool, bool]] = {}
    for run in (*runs(text), None):
        if run is not None and chain and _chains(text, chain[-1], run):
            chain.append(run)
            continue
        if chain:
            first = chain[0]
            listed = opens_list(text, first.start) or closes_list(text, chain[-1].end)
            listed = listed or (len(chain) > 1 and several_parts(text, chain[-1].end))
            led = not listed and _joined(text, chain) and not excluded(text[first.start : first.end])
            led = (
                led
                and (bare_name(first) is not None or is_form(first.words[-1][2]))
                and weigh(text, first.start, first.end, headed=True) is Weight.PROOF
            )
            told |= {piece.start: (piece.end, listed, led and piece is not first) for piece in chain}
        chain = [run] if run is not None else []
    return told


def _chains(text: str, before: Run, run: Run) -> bool:
    """Whether a run goes on with a list or with one name ("the University of Alder")."""
    if _OF_GAP.fullmatch(text, before.end, run.start):
        return before.words[-1][2].lower() in word_class("of-heads")
    return _LIST_GAP.fullmatch(text, before.end, run.start) is not None


def _joined(text: str, chain: Sequence[Run]) -> bool:
    """Whether a conjunction holds a list together: a comma alone puts a place behind a name."""
    gaps = [text[one.end : other.start] for one, other in pairwise(chain)]
    return any(" and" in gap or " or" in gap or " &" in gap or " as well" in gap for gap in gaps)


def phrases(
    text: str, names: Sequence[OrgName], taken: Sequence[tuple[int, int]], lexicon: Lexicon
) -> Iterator[tuple[OrgName, Weight]]:
    """The capitalised phrases of a sentence that can be names, with the weight of their surroundings.

    `names` are those told already, `taken` the stretches of people and posts; phrases in one list share
    what stands before its first.
    """
    posts = find_posts(text) if has_post(text) else ()
    holders = [end for _, end in taken]
    taken = [*taken, *((p.start, p.end) for p in posts if text[p.start : p.end] != "GM")]
    barred = [*((n.start, n.end) for n in names), *taken]
    barred += [match.span() for match in TICKERED.finditer(text)]
    placed = False
    last_end = -1
    every = runs(text)
    told = enumerated(text)
    for run in every:
        chained = last_end >= 0 and _LIST_GAP.fullmatch(text, last_end, run.start) is not None
        _, listing, led = told[run.start]
        last_end = run.end
        piece = bare_name(run, listed=listing) or _vouched(text, run)
        if piece is None or _barred(text, piece, barred, every) or lexicon.ordinary(text, piece[0], piece[2]):
            continue
        whole = lexicon.longer(text, piece[1], piece[2])
        name = OrgName(piece[0], piece[0] + len(whole), whole, "bare")
        weight = weigh(text, name.start, name.end)
        if weight < Weight.PROOF and name.text.rsplit(maxsplit=1)[-1].lower() in word_class("lands"):
            continue
        if weight == Weight.NOTHING and _of_person(text, name.start, holders):
            weight = Weight.PROOF
        placed = placed if chained else weight < 0
        yield name, _shared(text, name, weight, posts, listing=listing, led=led, placed=placed)


def _of_person(text: str, start: int, holders: Sequence[int]) -> bool:
    """Whether a phrase follows a person by "at" or "with", or by "of" where the person represents somebody."""
    for end in holders:
        link = _OF_PERSON.fullmatch(text, end, start) if 0 < start - end <= _LINK else None
        if link is not None:
            return link[1] != "of" or _AGENTS.search(text) is not None
    return False


def _shared(
    text: str, name: OrgName, weight: Weight, posts: Sequence[Posts], *, listing: bool, led: bool, placed: bool
) -> Weight:
    """The weight of a phrase with what its list and the posts beside it say."""
    person = personal(name.text)
    if person and not _EMPLOYER.search(text[max(0, name.start - 24) : name.start]):
        if listing or not _FIRM.search(text[name.end : name.end + 90]):
            weight = min(weight, Weight.NOTHING)
    elif led and weight == Weight.NOTHING:
        weight = Weight.PROOF
    if placed and weight <= 0:
        return Weight.AGAINST
    if weight == Weight.NOTHING:
        weight = max((_beside(text, group, name.start) for group in posts), default=weight)
    return Weight.PROOF if listing and weight >= 0 and not person else weight


def _barred(text: str, piece: tuple[int, int, str], barred: Sequence[tuple[int, int]], every: Sequence[Run]) -> bool:
    """Whether a phrase stands inside another mention, alone in parentheses, or as the tail of "Hall of Fame"."""
    start, end, phrase = piece
    if any(s < end and start < e for s, e in barred):
        return True
    if _BRACKETED.search(text[max(0, start - 3) : start]) and text[end : end + 1] in ')"”’':
        return True
    if text[max(0, start - 4) : start] != " of ":
        return False
    whole = next((other for other in every if other.end == start - 4), None)
    return whole is not None and (" " not in phrase or whole.words[-1][2].lower() in _OFFICES)


def _vouched(text: str, run: Run) -> tuple[int, int, str] | None:
    """A run of common words in capitals that its sentence lists or describes as a company."""
    words = run.words
    if len(words) != 2 or stops(words[0][2]) or any(word.lower() in post_words() for _, _, word in words):
        return None
    name = text[run.start : run.end]
    return (
        (run.start, run.end, name) if not excluded(name) and weigh(text, run.start, run.end) is Weight.PROOF else None
    )


def _beside(text: str, posts: Posts, start: int) -> Weight:
    """What standing behind a post says: "CEO of X" and "manager at X" prove, "Vice President, X" hints."""
    gap = text[posts.end : start] if 0 < start - posts.end <= 9 else ""
    if not _AT_POST.fullmatch(gap):
        return Weight.NOTHING
    top = re.search(
        r"(?:CEO|CFO|COO|CTO|founder|officer|chairman|owner)$", text[posts.start : posts.end], re.IGNORECASE
    )
    return (
        Weight.PROOF
        if gap.strip().startswith(("at", "with")) or (top and gap.strip().startswith("of"))
        else Weight.HINT
    )
