"""Posts as printed: "Chairman, President and CEO" is three, "Vice President, Finance" is one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.mentions.remits import remit_end
from kg.mentions.words import given_names, lower_words, stop_words, title_words

_SEPARATOR = re.compile(
    r"(?:, as well as |, and |, & |,? and |, | & | \+ |/|; (?:and )?| - | – )(?:also )?(?:as )?(?:the |its |our |an? )?",
    re.IGNORECASE,
)
_ACTING = re.compile(r"\b(?:acting|interim)\s+", re.IGNORECASE)
_TOP = re.compile(
    r"\b(?:ceo|cfo|coo|cto|cio|chief .*officer|chairman|chairwoman|founder|co-founder|cofounder|owner)$", re.IGNORECASE
)
_BOARD = re.compile(r"board|committee", re.IGNORECASE)
_EMPLOYED = re.compile(r",? at (?:the )?[A-Z]")  # what stands before is a field of work, not the employer
_OWN = re.compile(r" of (?:the company[’']s|our|its) (?=[A-Z](?!oard))", re.IGNORECASE)  # told from the company's side
_COMPANY_WORD = re.compile(r"^company ", re.IGNORECASE)
_FOUNDER = re.compile(r"(?:Co-?)?[Ff]ounder (?=President|Chair|C[EFOT]O\b|Chief|Managing|Executive)")
_BEFORE = re.compile(
    r"(?:former|then|current|new(?! (?:York|Jersey|Mexico|Hampshire|Orleans|England|Zealand|Delhi|Haven|Brunswick)\b)|newly appointed|incoming|outgoing|longtime|long-time|retired|ex-|late)\s+",
    re.IGNORECASE,
)

_CALLED = re.compile(r"(?: [A-Z]\.)? [A-Z][a-z’'-]+(?! [A-Z][a-z])")
_STUDIED = re.compile(r" (?:M\.?B\.?A\b|Master|Diploma|Certificate|Education\b)")  # "an Executive MBA"
_TITLED = re.compile(r"(?:[Tt]he|[A-Z][\w.-]*) $")  # "the Dean", "Associate Dean"


@dataclass(frozen=True, slots=True)
class Post:
    """One post; text is as printed without "acting" or "interim"."""

    start: int
    end: int
    text: str
    acting: bool = False


_ROLE = re.compile(r" (?:positions?|role)\b", re.IGNORECASE)
_ITS = re.compile(r" (?:the|our|its)\b")
_WILL = re.compile(r"\b(?:will|to|would|who|also|help|helped) $")
_TAKEN_UP = re.compile(
    r"\b(?:assum(?:e|es|ed|ing)|tak(?:e|es|en|ing)(?: over| on| up)?|took(?: over| on| up)?|accept(?:s|ed|ing)?|fill(?:s|ed|ing)?|into|leav(?:e|es|ing)|left|vacat(?:e|es|ed|ing)|"
    r"relinquish(?:es|ed|ing)?|hold(?:s|ing)?|from|to|resum(?:e|es|ed|ing)) (?:the|his|her|its|our|[\w&.-]+[’']s?)(?: [\w&,’'-]+){0,6} $",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Posts:
    """Posts in one apposition; `former` when a word before them says so."""

    start: int
    end: int
    posts: tuple[Post, ...]
    former: bool = False


def _any_of(words: frozenset[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"[ -]") for word in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _post() -> re.Pattern[str]:
    heads, officers = _any_of(title_words("head")), _any_of(title_words("officer"))
    ranks, areas = _any_of(title_words("rank")), _any_of(title_words("area"))
    area = rf"(?:(?:{areas})(?![\w-]))"
    listed = rf"{area}(?:(?:, |,? and | & |/| ){area}){{0,4}}"
    ahead = rf"(?:(?:(?:{ranks})(?![\w])[ -]?|(?-i:U\.S\.|U\.K\.) |(?:{areas})(?![\w-])(?: (?:and|&) |[ /])|(?-i:[A-Z])(?!\w*/)[\w&-]* )){{0,6}}"
    core = rf"(?:chief (?:(?:{areas}|[\w&-]+)(?:,? (?:and|&) | )){{1,3}}?(?:officer|executive(?! officer))|{ahead}(?:{heads})(?:[- ](?:in[- ]chief|emeritus|designate|elect))?|(?:(?:{ranks}) ?-?)*(?:{officers}))(?![\w'’])(?!-(?!{area}))(?! (?:team|committee|summary|order|search|compensation|suite|branch|level|leadership|nominees?|management|agreement|program|group|meeting|loan|network|base|council)\b)"
    board = r" of (?:the |our |its )?(?:(?-i:[A-Z])[\w&.’'-]* ){0,3}?(?:supervisory |management |advisory |executive )?board(?: of (?:directors|trustees|managers|governors))?"
    committee = r" of (?:the |our |its |(?-i:[A-Z])[\w&.-]*[’']s )?(?:(?-i:[A-Z])[\w&-]*(?:,? (?:and|&) | )){1,5}(?:committee|council|division|segment|region|unit|practice|department(?! (?-i:[A-Z])))(?![\w'’])"
    committees = r" of (?:the |our |its )?(?-i:[a-z/]+(?:,? and |, | )){1,6}committees?(?![\w'’])"
    of_area = rf" (?:of|for|in charge of) (?-i:the |our |its )?(?:global |worldwide )?{listed}(?: (?:operations|division|group|programs|services|department))?"
    of_function = r" of (?:the )?(?:(?-i:[A-Z])[\w&-]* ){1,3}(?-i:Operations|Sales|Marketing|Development|Affairs|Relations|Communications|Services|Engineering|Strategy|Finance|Management|Planning|Technology|Products?|Research|Investments|Risk|Partnerships|Alliances|Innovation|Analytics|Lending|Banking|Transformation|Programs|Initiatives|Controlling|Accounting|Audit|Treasury|Compliance|Procurement|Logistics|Production|Design|Security|Safety|Trading|Underwriting|Exploration|Discovery|Insights|Content|Medicine|Surgery|Biology|Chemistry|Toxicology|Pathology|Genetics|Growth|Experience|Policy|Governance|Culture|Talent|Quality|Merchandising|Infrastructure|Architecture|Acquisitions|Benefits|Litigation|Licensing|Sourcing|Fulfillment|Distribution|Manufacturing|Leasing|Advertising|Branding|Programming|Success|Delivery|Enablement|Sustainability|Recruiting|Recruitment|Training|Income)(?! (?-i:[A-Z]))(?![\w'’])"
    of_lower = r" of (?:[a-z]+, ){1,3}[a-z]+,? and [a-z]+(?: [a-z]+)?(?=, [A-Z]|[.;)]|$)| of (?!the (?:(?:combined|new|merged|surviving|resulting|enlarged|successor|joint) )?(?:company|corporation|firm|bank|group|parent|entity|business|organization)\b)(?:[a-z][a-z-]+ ){0,3}(?!(?:as|effective|to|by|from|who|while)\b)[a-z][a-z-]+(?=,? (?:at|for|with)\b| of (?-i:[A-Z])|[,.;)]|$| and (?-i:[A-Z]))"
    of_place = r" of the (?:(?-i:[A-Z])[\w&-]* ){1,3}(?:site|plant|facility|office|branch|factory|mill|campus)(?![\w])"
    of_capital = r" of (?:(?-i:[A-Z])[\w&-]*(?:,? (?:and|&) | )){0,3}(?-i:[A-Z])[\w&-]*(?=,? (?:at|for|with) (?:the )?(?-i:[A-Z]))"
    ministry = r"(?<=minister) of (?:(?-i:[A-Z])[\w&-]*(?:,? and | & | )){0,5}(?-i:[A-Z])[\w&-]*"
    of_own = r" of (?:the company[’']s|our|its) (?:(?-i:[A-Z])[\w&-]* (?:and |& )?){1,5}(?:segment|division|business|unit|region|department|operations)(?![\w'’])"
    comma = rf"(?:, | - | – |-|—|: ){listed}(?: (?:region|division|segment)(?![\w’']))?(?! (?:{heads})(?![\w]))(?!(?:,? and| &) (?:{areas}) (?:{heads})(?![\w]))"
    tail = rf"(?:{board}|{committee}|{committees}|{ministry}|{of_own}|{of_place}|{of_capital}|(?-i:{of_lower})|{of_area}|{comma}|{of_function}| {area}(?! ?(?:{heads}|officer)\b))"
    return re.compile(
        rf"(?:(?:acting|interim) )?(?P<core>(?:(?:co|non|ex)-)?(?:(?:acting|interim) )?{core})(?P<tail>(?:{tail}){{0,2}})",
        re.IGNORECASE,
    )


@cache
def _gate() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:{_any_of(title_words('head'))}|officer|{_any_of(title_words('officer'))})(?!\w)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1024)
def has_post(text: str) -> bool:
    """Whether a head word of a post stands in the text."""
    words = lower_words(text)
    if not words.isdisjoint(_head_words()):
        return True
    return any("-" in word and not _head_words().isdisjoint(word.split("-")) for word in words)  # "co-head"


@cache
def _head_words() -> frozenset[str]:
    heads = title_words("head") | title_words("officer") | {"officer"}
    return frozenset(word.split()[-1].rstrip(".") for word in heads) | {f"{word}s" for word in heads}


def read_post(text: str, start: int) -> Post | None:
    """The post that begins at a position."""
    found = _post().match(text, start)
    if not found:
        return None
    core = found["core"].split()
    if (
        found["core"] == "lead"
        and _WILL.search(text, max(0, start - 12), start)
        and _ITS.match(text, found.end("core"))
    ):
        return None  # "will lead the firm": a verb
    if core[0].lower() in stop_words() and not _opens_post(core[0]):
        return None
    if core[-1].islower() and core[0][0].isupper() and not core[0].isupper() and not _opens_post(core[0]):
        return None  # "Alder president": the capital belongs to a name
    if _ROLE.match(text, found.end("core")) and not _TAKEN_UP.search(text, max(0, start - 90), start):
        return None  # "in a treasurer role", but "assumes the treasurer role"
    fielded = found["tail"].startswith(",") if _TOP.search(found["core"]) else bool(found["tail"])
    end = remit_end(text, found["core"], found.end(), fielded=fielded and not _BOARD.search(found["tail"]))
    printed = text[start:end].rstrip(" ,-–")
    cut = (
        end == found.end()
        and _TOP.search(found["core"])
        and " of " in found["tail"]
        and not _BOARD.search(found["tail"])
    )
    if cut and not _EMPLOYED.match(text, found.end()):
        printed = printed[: len(found["core"]) + found.start("core") - start].rstrip(" ,-–")
    printed = _COMPANY_WORD.sub("", printed)
    start = start + len("company ") if found[0].lower().startswith("company ") else start
    acting = bool(_ACTING.search(printed))
    return Post(start, start + len(printed), _OWN.sub(" of ", _ACTING.sub("", printed)), acting)


@cache
def _openers() -> frozenset[str]:
    return (
        title_words("rank")
        | title_words("area")
        | title_words("head")
        | title_words("officer")
        | {"acting", "interim", "chief", "co"}
    )


def _opens_post(word: str) -> bool:
    return word.lower().rstrip(",") in _openers()


def read_posts(text: str, start: int) -> Posts | None:
    """The posts in one apposition that begin at a position."""
    begin = start
    former = False
    qualifier = _BEFORE.match(text, start)
    if qualifier:
        former = qualifier[0].lower().startswith(("former", "then", "retired", "ex", "late"))
        start = qualifier.end()
    first = read_post(text, start)
    if first is None:
        return None
    posts = _apart(first)
    while len(posts) < 8:
        gap = _SEPARATOR.match(text, posts[-1].end)
        if gap is not None and gap[0].lower().startswith(", as "):
            break  # "appointed Ann Lee, its controller, as a director"
        following = read_post(text, gap.end()) if gap else None
        if following is None:
            break
        posts += _apart(following)
    return Posts(begin, posts[-1].end, tuple(posts), former)


def _apart(post: Post) -> list[Post]:
    """One post, or the two that "Founder President" runs together."""
    founder = _FOUNDER.match(post.text)
    if founder is None or post.acting:
        return [post]
    cut = post.start + founder.end()
    first = Post(post.start, cut - 1, founder[0].rstrip())
    return [first, Post(cut, post.end, post.text[founder.end() :])]


@lru_cache(maxsize=512)
def find_posts(text: str) -> tuple[Posts, ...]:
    """Every apposition of posts in a text, from left to right."""
    found: list[Posts] = []
    at = 0
    for gate in _gate().finditer(text):
        if gate.start() < at or _given_name(text, gate):
            continue
        posts = _around(text, at, gate.start())
        if posts and not _STUDIED.match(text, posts.end):
            found.append(posts)
            at = posts.end
    return tuple(found)


def _given_name(text: str, gate: re.Match[str]) -> bool:
    """Whether the word for a post is what somebody is called: "said Dean Marlow, treasurer"."""
    if gate[0] not in given_names():
        return False
    return _CALLED.match(text, gate.end()) is not None and not _TITLED.search(text[: gate.start()])


def _around(text: str, floor: int, head: int) -> Posts | None:
    """The posts that hold the head word at a position, from as far left as they reach."""
    starts = [floor if floor == head else -1]
    starts = [m.start() for m in re.finditer(r"(?<![\w-])\w", text[max(floor, head - 70) : head + 1])]
    base = max(floor, head - 70)
    for start in starts:
        begin = base + start
        posts = read_posts(text, begin)
        if posts and posts.end > head and begin <= head and _clean(posts):
            return posts
    return None


def _clean(posts: Posts) -> bool:
    first = posts.posts[0].text
    return first.split()[0].lower() not in (
        "the",
        "a",
        "an",
        "our",
        "its",
        "mr",
        "ms",
        "dr",
        "by",
        "said",
        "of",
        "at",
        "and",
    )
