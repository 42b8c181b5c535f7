"""Names that their sentence shows to be people: beside a post, with an honorific, speaking, appointed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kg.mentions.change_words import (
    CHOICE,
    CHOOSES,
    CHOSEN,
    INVERSIONS,
    INVERTED,
    LEAVE,
    LEAVE_TAKING,
    LEAVES,
    LEAVING,
    LEFT,
    SENT_AWAY,
)
from kg.mentions.people import PersonName, find_names, read_name
from kg.mentions.titles import Posts, find_posts, has_post, read_posts
from kg.mentions.words import lower_words, word_class

_SPEECH = r"(?:said|says|stated|states|added|adds|commented|comments|noted|notes|remarked|explained|explains|continued|concluded|concludes|observed|emphasized)"
_SPEAKS = re.compile(rf",? (?:also |further )?{_SPEECH}\b")
_ADDRESSED = re.compile(
    rf"\b(?:{_SPEECH}|according to|by|contact|contacting|appoint(?:s|ed|ing|ment of)|nam(?:es|ed|ing)|(?:re-?)?elect(?:s|ed|ing|ion of)|hir(?:es|ed|ing|ing of)|tapp?(?:s|ed|ing)|recruit(?:s|ed|ing)|select(?:s|ed|ing|ion of)|employment of|founded by|nominat(?:es?|ed|ing|ion of)|add(?:s|ed|ing)|term (?:of office )?of|"
    rf"promot(?:es|ed|ing|ions? of)|welcom(?:e|es|ed|ing)|succeed(?:s|ed|ing)?|(?:he|she) follows|replac(?:e|es|ed|ing)|{LEAVE_TAKING} of|{CHOICE} of|(?:elevat|designat|install)(?:es|ed|ing|s)|pick(?:s|ed|ing)|br(?:ings?|ought|inging) (?:in|on|aboard|back)|join(?:s|ed|ing)?|led by|headed by|including|by analyst|and) (?:our |new |the |director |by |[a-z-]+ (?:veteran|executive|expert|specialist) )?$",
    re.IGNORECASE,
)
_GIVEN_OFFICE = re.compile(rf"\b(?:{CHOOSES}|{CHOICE} of) $", re.IGNORECASE)
_TAKEN_ON = re.compile(  # not what is done to firms too: "selected Alder Pumps as its supplier", "the addition of Alder Pumps to"
    r"\b(?:appoint(?:s|ed|ing|ment of)|nam(?:es|ed|ing)|(?:re-?)?elect(?:s|ed|ing|ion of)|hir(?:es|ed|ing|ing of)|promot(?:es|ed|ing|ion of)|elevat(?:es|ed|ing|ion of)|recruit(?:s|ed|ing|ment of)|tapp?(?:s|ed|ing)|welcom(?:es|ed|ing)) $",
    re.IGNORECASE,
)
_CAREER = re.compile(
    r"(?:,? (?:\d\d|age[d]? \d\d),?|, (?:an? |the |formerly |previously )[^,;.]{2,90},)?,? (?:who )?(?:has |was |will |have |had |also |expected |set |slated |due |currently |previously |recently |formally |officially |unanimously |newly |formerly |most recently |is |been |be |being |today |would |also |presently |still |to )*"
    rf"(?:joined|joins|join|joining|{CHOSEN}|nominated|resign(?:s|ed|ing)|retir(?:es?|ed|ing)|"
    rf"(?:(?<=will )|(?<=to )){LEAVE}|{LEAVING}|{LEAVES}|(?<!be )(?<!is ){LEFT}|(?<=been ){SENT_AWAY}|(?<=was ){SENT_AWAY}|com(?:es?|ing) (?:aboard|on board)|sign(?:s|ed) on|fill(?:s|ed)? the|"
    r"succeed(?:s|ed)?|replac(?:e|es|ed)|brings|served|serves|serve|serving|mov(?:e|es|ed|ing) (?:in)?to (?:the|a|an|his|her)|become|becomes|became|holds|held|earned|received (?:a|his|her)|graduated|worked|works|spent|began|begun|started (?:work|as)|oversees|oversaw|leads|led|lead|leading|"
    r"founded|co-founded|step(?:s|ped|ping)? (?:down|aside|into)|stepping|departs?|departing|leav(?:es|ing|e (?=the|[A-Z]))|left (?:the|his|her)|to (?:its|the|our) board|assum(?:e|es|ed|ing)|tak(?:e|es|ing) (?:over|on|up|the helm)|took (?:over|on|up|the helm)|"
    r"transition(?:s|ed|ing)?|no longer|continues? (?:as|to|in)|remains?|manag(?:es|ed)|reports to|report to|tendered|gave notice|at the helm|notified|informed|based in|passed away|died|comes|came|accepts?|accepted|rejoins|rejoined|stays on|intends|announced (?:his|her) |agreed to (?:join|serve|become)|relinquish(?:es|ed)?|sits on|started (?:his|her)|returns?|tapped|chosen|relieved|given|told|recalled|(?<=been )(?:made|retained|engaged)|elevated|recruited|quits?|co-chairs?|chairs?|chaired|heads|headed)\b|"
    rf"(?<=[’']s) (?:\w+ )?(?:{CHOICE}|{LEAVE_TAKING}|death|passing|career|experience|tenure|successor|replacement|leadership|decision to)\b"
)
_SEATED = re.compile(
    r"(?:\b[Bb]oard(?: of [Dd]irectors)?(?: of [^.;:]{2,50}?)?,? (?:[a-z]+ )?(?:members )?(?:includes?|consists? of|comprises?|are|is (?:comprised|composed|made up) of)(?: (?:[a-z-]+ ){0,4}(?:directors|members))?"
    r"|\b(?:propos(?:es?|ed|ing)|recommend(?:s|ed)?|[Jj]oining (?:the|its|our) board(?: of directors)? (?:is|are)))[:,]? $"
)
_CHOSEN = re.compile(
    rf",? (?:has been|have been|was|is|were|are) (?:(?:today|also|newly|unanimously|recently|formally) )?(?:{CHOSEN}|nominated) "
    r"(?:as |to (?:the (?:post|position|role|newly created (?:position|role|post)) of |serve as )?)?(?:an? |the |its |our )?(?:new |interim |acting )?"
    r"(?:chief|president|chair|director|vice|executive|(?:independent |non-executive )?(?:members? of the|directors?\b)|senior|managing|general|head|member|CEO|CFO|COO|CTO|EVP|SVP|VP|treasurer|secretary|controller|(?:the )?board)\b",
    re.IGNORECASE,
)
_TAKES_ON = re.compile(  # what firms do not do either: up to the post that someone takes or leaves
    r"(?:,? (?:\d\d|aged? \d\d),?|, (?:an? |the |formerly |previously |currently )[^,;.]{2,90},)?,? (?:who )?"
    r"(?:(?:has|have|had|was|were|is|are|will|to|be|been|being|also|recently|today|newly|formally|unanimously|agreed|expected|set|slated|due|scheduled|decided|plans|intends|chosen) )*"
    rf"(?:(?:(?:been|was|were|is|are|be|being)(?: also| today| unanimously| recently)? (?:{CHOSEN}|made|nominated|{SENT_AWAY})"
    rf"|becomes?|became|mov(?:es?|ed|ing) (?:in)?to|transition(?:s|ed|ing)? (?:in)?to|step(?:s|ped|ping)? (?:in)?to|serves?|assumes?|assumed|tak(?:es?|en) over|took over|accepts?|accepted|com(?:es?|ing) (?:aboard|on board)|signed on|{LEFT}|{LEAVE}|{LEAVES}|{LEAVING})"
    r"(?: (?:as|to|from|of|the|an?|its|our|his|her|new|newly|created|next|first|interim|acting|permanent|both|serve|be|become|position|post|role|title|office|duties|job))*) "
)
_TAKEN_AS = re.compile(
    r",? (?:(?:as|to) )?(?:(?:the|an?|its|our|their|be|become|serve as) )*(?:newly created |new )?(?:(?:position|post|role|office|title|job) of )?(?:(?:new|next|first|interim|acting|permanent) )*"
)
_JOINS = re.compile(  # up to an office, or to the seat of one who directs a firm
    r",? (?:who )?(?:(?:has|have|had|will|to|is|are|be|been|also|recently|today|agreed|expected|set|slated|due|decided) )*(?:re)?join(?:s|ed|ing)? (?:(?:the |our |its )?[A-Z&][\w&.,’'-]*(?: [A-Z&][\w&.,’'-]*){0,4}|(?:the|our|its) (?:company|firm|bank|group|team|organization|business))(?:[’'] |[’']s )?(?:[a-z]+ ){0,3}?as (?:(?:an?|the|its|our|new|next|first|interim|acting|full-time) )*"
)
_SEATS = re.compile(
    r",? (?:who )?(?:(?:has|have|had|will|to|is|are|be|been|was|were|also|recently|today|agreed|expected|set|slated|due|decided|plans|intends) )*"
    rf"(?:join(?:s|ed|ing)?|(?:{CHOSEN}|nominated|added) to|(?:{LEFT}|{LEAVE}|{LEAVES}|{LEAVING}) from|left|leaves|leaving|steps? off|stepping off) (?:(?:the|its|our|[A-Z][\w&.-]*[’']s?) ){{1,2}}[Bb]oard\b(?! of (?:the )?(?:Trade|Education|Governors))"
)
_RISES_TO = re.compile(r"(?:, (?:age )?\d\d,)? to (?:the )?")  # in a list of promotions
_CHOOSES = re.compile(r"\b(?:appoint(?:s|ed)|nam(?:es|ed)|elect(?:s|ed)|promot(?:es|ed)|hir(?:es|ed)) [A-Z]")
_OFFICE = re.compile(
    r"\b(?:CEO|CFO|COO|CTO|CIO|[SE]?VP|chief [\w ,&-]+ officer|chief executive|president|chair(?:man|woman|person)?|treasurer|controller|general counsel|secretary|managing director|head of|(?:vice|deputy) chair\w*)\b",
    re.IGNORECASE,
)
_STRONG = re.compile(r"(?:\bCEO|\bCFO|\bCOO|chief \w+ officer|vice president|managing director)$", re.IGNORECASE)
_SPOKEN = re.compile(rf"\b{_SPEECH} (?:the |our |its )?(?:[\w.’'-]+ ){{0,3}}$")
_LEAD_IN = re.compile(
    r"(?: ?,|\(| [-–—]| \()?,? ?(?:who (?:is|serves as|was|has served as|has been|will become|will serve as|also serves as|currently serves as) )?(?:currently |previously |formerly |most recently |presently |also |age[d]? \d\d, |\d\d, )?(?:(?:the |our |its |a |an )?(?:[\w&.-]+ ){0,3}[\w&.-]+[’']s? |as |the |our |its |a |an |company |former |current |currently |is |was |been |has been |had been |will be |will become |becomes |became |now |then |Acting |our new )*",
    re.IGNORECASE,
)


_POST_OF = re.compile(r" (?:of|at|for) (?:the )?[A-Z][\w&.’'-]*(?:,? [A-Z&][\w&.’'-]*){0,4}, ")
_FIELD_OF = re.compile(r" of (?:[A-Z][\w&-]*,? (?:and |& )?){1,6}")
_LEAD_ORG = re.compile(r", (?:the )?(?:[A-Z][\w&.’'-]*,? ){1,4}(?:[’']s )?")
_EMPLOYS = re.compile(r"\b(?:join(?:s|ed|ing)?|at|with) (?:the )?$")  # whom someone works for: "joined Alder Bio as"
_ASIDE = r"(?:, [^,;.]{2,80}(?:, [^,;.]{2,80})?,?)?"
_SAID = re.compile(r"[”\"] (?:said|says|added|adds|commented|noted|stated) $")
_BELONGS = re.compile(r" (?:of|at|from|with) (?:the )?[A-Z]")
_SPEAKS_FOR = re.compile(
    rf"(?:{_ASIDE}| (?:of|at|from|with) (?:the )?(?:[A-Z][\w&.’'-]*,? ){{1,5}}?(?:{_ASIDE})?),? ?(?:also |further )?{_SPEECH}\b"
)


@lru_cache(maxsize=512)
def presented(text: str) -> tuple[PersonName, ...]:
    """The names of a sentence that its words show to be people, from left to right."""
    if lower_words(text).isdisjoint(word_class("person-cues")) and not has_post(text):
        return ()
    candidates = find_names(text)
    if not candidates:
        return ()
    posts = [group for group in find_posts(text) if not _thin(group)] if has_post(text) else []
    shown = [name for name in candidates if _shown(text, name, posts)]
    while shown and len(shown) < len(candidates):
        listed = [n for n in candidates if n not in shown and any(_lists(text, n, o, len(shown)) for o in shown)]
        if not listed:
            break
        shown = [name for name in candidates if name in shown or name in listed]
    return tuple(shown)


_LONGEST_SHORT = 4  # letters of a post that is printed in capitals anywhere: "SEVP"
_ALLY = re.compile(
    r"\b(?:strategic|development|venture|channel|technology|distribution|marketing|alliance|merger|commercial|collaboration|licensing|business|research|manufacturing|trading) partners?$",
    re.IGNORECASE,
)  # a firm beside another, no post
_WHOSE = re.compile(r"(?:[’']s|\b(?:[Ii]ts|[Oo]ur)) (?:new |current |interim |acting )?$")
_ENDED = re.compile(r"[,.;:)”\"]|$| (?:as|to|has|will|who|and|is|was|for|from|effective) ")
_ADVISES = re.compile(
    r",? (?:(?:is|are|was|were|has|have) (?:[a-z]+ ){0,2}?(?:acting|serving|served|acted|retained|engaged) )?as (?:(?:its|the|our|an?|their|exclusive|independent|lead|sole|joint|new|outside) ){0,3}"
    r"(?:(?:financial|legal|tax|strategic|capital markets|M&A)(?:,? and (?:financial|legal|tax|strategic|capital markets))? (?:advis|counsel)|(?:placement|transfer|sales|escrow|exchange|paying|information) agent|"
    r"(?:managing )?underwriter|auditor|(?:certified |registered )?public account|investment bank|book-?runner|(?:public|investor) relations (?:firm|counsel|agency)|(?:special|bankruptcy|restructuring) counsel|dealer manager)"
)  # a firm that is retained
_CHIEF = re.compile(r"\b(?:CEO|CFO|COO|CTO|Chief|Chairman|President)\b", re.IGNORECASE)
_SIGNED = re.compile(r"[\s*—–-]*")
_SIGNED_FOR = re.compile(
    r"(?:,| -| –| —| of| at| for| with|\|)? ?(?:the )?(?:(?:[A-Z0-9&][\w&.,'’®-]*|of|and|the|for|at|&|de|von) ?){0,12}\.?\s*$"
)


def signs(text: str) -> bool:
    """Whether a line is a person's name with a post and no more than a company's name: "- Jane Doe, CEO of Alder"."""
    if len(text) > 160 or not has_post(text):
        return False
    opening = _SIGNED.match(text)
    name = read_name(text, opening.end() if opening else 0)
    if name is None or " " not in name.name or "-" in name.name.split()[0] or not (name.known or _CHIEF.search(text)):
        return False
    gap = re.match(r",? ?(?:[-–—|]|\n)? ?", text[name.end :])
    posts = read_posts(text, name.end + (gap.end() if gap else 0)) if gap and gap[0].strip(" ") else None
    return posts is not None and _SIGNED_FOR.match(text, posts.end) is not None


def _thin(group: Posts) -> bool:
    """Whether posts are words that things bear too: "is a leader", "the agent"."""
    return all(
        post.text in word_class("thin-posts") or post.text.endswith(" leader") or _ALLY.search(post.text)
        for post in group.posts
    )


def _joined(text: str, name: PersonName, other: PersonName) -> bool:
    """Whether two names stand in one list."""
    gap = text[name.end : other.start] if name.end <= other.start else text[other.end : name.start]
    return gap in (" and ", ", ", ", and ", " & ")


def _lists(text: str, name: PersonName, other: PersonName, shown: int) -> bool:
    """Whether a name is one of a list of people: a known one, or one before two that are shown to be people."""
    if not _joined(text, name, other):
        return False
    chosen = shown > 1 or _CHOSEN.match(text, other.end) is not None
    return name.known or (chosen and name.end <= other.start and 2 <= len(name.name.split()) <= 4)


def _shown(text: str, name: PersonName, posts: Sequence[Posts]) -> bool:
    if name.honorific or name.degreed:
        return True
    if not name.known and _ADVISES.match(text, name.end):
        return False
    if text.startswith(" as ", name.end) and _EMPLOYS.search(text[max(0, name.start - 12) : name.start]):
        return False
    if re.search(r"\bat (?:the )?$", text[max(0, name.start - 8) : name.start]):
        return False  # where someone works or worked
    if beside_post(text, name, posts):
        return True
    if _SPEAKS.match(text, name.end) and len(name.name.split()) <= 4:
        return True
    if _TAKEN_ON.search(text[max(0, name.start - 40) : name.start]) and re.match(
        r",? (?:as|to) (?:its|the|our|a|an|serve|chief|president|chairman|director|vice)\b",
        text[name.end :],
        re.IGNORECASE,
    ):
        return True
    if 2 <= len(name.name.split()) <= 3 and _SAID.search(text, 0, name.start) and _BELONGS.match(text, name.end):
        return True
    if name.known and " " in name.name and _SPEAKS_FOR.match(text, name.end):
        return True
    if 2 <= len(name.name.split()) <= 4 and _takes_office(text, name, posts):
        return True
    if name.known and (rise := _RISES_TO.match(text, name.end)) and any(p.start == rise.end() for p in posts):
        return True
    if 2 <= len(name.name.split()) <= 4 and (_CHOSEN.match(text, name.end) or _SEATS.match(text, name.end)):
        return True
    return name.known and bool(
        _ADDRESSED.search(text[max(0, name.start - 40) : name.start])
        or _CAREER.match(text, name.end)
        or _SEATED.search(text, max(0, name.start - 120), name.start)
    )


def _takes_office(text: str, name: PersonName, posts: Sequence[Posts]) -> bool:
    """Whether an office stands where a name's change leads: "Ann Lee will take over as treasurer", "elected Ann Lee treasurer"."""
    group = next((posted for posted in posts if posted.start >= name.end), None)
    if group is None or not _OFFICE.search(text, group.start, group.end):
        return False
    if _TAKES_ON.fullmatch(text, name.end, group.start) or _JOINS.fullmatch(text, name.end, group.start):
        return True
    taken = _GIVEN_OFFICE.search(text, max(0, name.start - 40), name.start)
    return taken is not None and _TAKEN_AS.fullmatch(text, name.end, group.start) is not None


def beside_post(text: str, name: PersonName, posts: Sequence[Posts]) -> bool:
    """Whether a post stands right before or after a name, as an apposition."""
    for group in posts:
        if group.start <= name.start and _runs_in(text, name, group):
            return True
        if group.start >= name.end:
            gap = text[name.end : group.start]
            if (
                len(gap) <= 60
                and _LEAD_IN.fullmatch(gap)
                and (gap.strip()[:1] in (",", "(", "-") or gap.strip() or name.known)
            ):
                chief = gap.strip()[:1] == "(" and _CHIEF.search(text[group.start : group.end])
                return gap.strip()[:1] == "," or name.known or bool(chief) or bool(re.search(r"\b(?:is|was|as)\b", gap))
            if name.known and _LEAD_ORG.fullmatch(gap):
                return True
        elif _follows(text, name, group):
            return True
    return False


def _runs_in(text: str, name: PersonName, group: Posts) -> bool:
    """Whether a name stands at the front of a post read with it: "named Ann Lee CFO, Bob Roe Treasurer and"."""
    if not any(post.start == name.start and name.end < post.end for post in group.posts):
        return False
    if not name.known:  # "named Xyra Quenneville chief financial officer"
        taken = _GIVEN_OFFICE.search(text[max(0, name.start - 40) : name.start])
        return taken is not None and text[name.end] == " " and _OFFICE.match(text, name.end + 1) is not None
    listed = re.search(r"(?:, |,? and )(?:(?:Mr|Ms|Mrs|Dr)\. )?$", text[max(0, name.start - 12) : name.start])
    return listed is not None and _CHOOSES.search(text, 0, name.start) is not None and text[name.end] == " "


def _follows(text: str, name: PersonName, group: Posts) -> bool:
    """Whether a name stands behind a post, or behind a post and its firm: "CEO of Alder Pumps, Jane Doe"."""
    gap = text[group.end : name.start]
    if name.known and (_POST_OF.fullmatch(gap) or _FIELD_OF.fullmatch(gap)):
        return True
    if gap in (" is ", " remains ", " will be ") and name.known and _WHOSE.search(text[: group.start]):
        return True
    if gap in INVERSIONS:
        return re.search(INVERTED, text[: group.start]) is not None
    return gap in (" ", ", ") and _titled(text, name, group)


def _titled(text: str, name: PersonName, group: Posts) -> bool:
    """Whether words right after a post are its holder's name: a known name, a strong post, or speech around them."""
    if name.known or _SPEAKS.match(text, name.end) or _CAREER.match(text, name.end):
        return True
    if (
        _WHOSE.search(text, 0, group.start)
        and _OFFICE.search(text, group.start, group.end)
        and _ENDED.match(text, name.end)
    ):
        return 2 <= len(name.name.split()) <= 4  # "its chief financial officer, Xyra Quenneville."
    shouted = text[group.start : group.end].isupper() and group.end - group.start > _LONGEST_SHORT
    if text[group.end : name.start] != " " or shouted:
        return False  # "Director of Research, Alder Portal Works": rather a company
    strong = _STRONG.search(text[group.start : group.end]) or _SPOKEN.search(text[: group.start])
    return bool(strong) or len(name.name.split()) == 3
