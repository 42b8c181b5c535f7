"""The company of a post: named beside it, printed behind it, or the one that the text is about."""

from __future__ import annotations

import re

from kg.context.holdings import Holding
from kg.context.lexicon import no_employer
from kg.context.persons import Told
from kg.mentions.bare import excluded
from kg.mentions.gazetteer import cities, wide_names
from kg.mentions.titles import read_post
from kg.mentions.words import bare_words, exchanges
from kg.model import Party

_CAPITAL = r"[A-Z][\w&.’'+/-]*\w"
_NAMED = rf"{_CAPITAL}(?: (?:& )?{_CAPITAL}){{0,4}}"
PUBLIC = re.compile(
    r"\b(?:U\.S\. (?:Army|Navy|Naval|Marine|Air Force|Coast Guard)|senator|sen\.|rep\.|gov\.|sheriff|attorney general|chancellor|mayor|governor|minister|council\w*|congress\w*|assembly\w*|commissioner|ambassador|borough president|lawmaker|speaker|(?:majority|minority) leader|professor|dean|judge|analyst|investigator|(?:bankruptcy|insolvency|court-appointed) (?:trustee|administrator)|liquidator|receiver)(?!\w)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r",? (?:of|at|for|with) (?:the )?[A-Z]")
_OF_PERSON = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:former |then |longtime )?$")
_WITHIN = r"(?: (?:in|within) (?:the |its )?[^.,;]{2,50}?)?"
_AT = re.compile(
    rf"{_WITHIN},? at (?:the )?[A-Z](?!ompany\b|orporation\b|roup\b|irm\b|ank\b|nnual\b|xtraordinary\b)|{_WITHIN} (?:division|group|department|unit|practice|team) of (?:the )?[A-Z]"
)
_ANOTHER = re.compile(r"(?: (?:roles|positions))?,? (?:at|with) (?:the )?[A-Z]")
_OF_FIRM = re.compile(
    r" of (?:the )?[A-Z](?!ompany\b|orporation\b|roup\b|irm\b|ank\b|oard\b)"
)  # behind a field: "head of sales of Birch"
_FOR_ANOTHER = re.compile(r",? for (?:the )?(?P<first>[A-Z][\w&-]+) [A-Z]")
_OFFICER = re.compile(
    r"(?:\bceo|\bcfo|\bcoo|\bcto|chief [\w ]+ officer|(?<!vice )president|chairman|founder|owner|managing director)(?: emeritus|[- ]elect|[- ]designate)?$",
    re.IGNORECASE,
)
_FORCES = re.compile(
    r",? in the (?P<name>(?:U\.S\.|US|United States|Royal|British|Canadian|Israeli|Australian|Indian)(?: [A-Z]\w+){0,2} (?:Corps|Army|Navy|Force|Guard|Marines))"
)
_SOME_FIRM = re.compile(  # a firm that is told of, and perhaps named behind a comma
    r",? (?:at|for|with|of) (?:an? (?:[\w-]+ ){0,5}?|(?!the |our |its |this |that |both )[a-z][\w-]* (?:[a-z][\w-]* ){0,3}?)(?:company|firm|corporation|bank|start-?up|manufacturer|producer|provider|"
    rf"maker|developer|retailer|university|agency|consultancy|hospital|RIA|REIT|fund)\b(?![’'])(?:, (?:the )?(?P<name>{_NAMED})(?=[,.;]))?"
)
_NEW_FIRM = re.compile(
    r"\b(?:president|chair\w*|ceo|cfo|coo|officer|executive|director|head) of the (?:new|newly [a-z-]+|combined|merged|resulting|surviving) (?:business|company|venture|entity|bank|firm|corporation|joint venture)\b",
    re.IGNORECASE,
)
_COMMA_FIRM = re.compile(
    rf", (?P<name>{_CAPITAL}(?: (?:& |of )?(?:{_CAPITAL}|[A-Z])){{1,5}})(?=[.;”\"]|$| (?:said|says|who)\b)"
)
_SHORT_FORM = re.compile(r" \([A-Z&]{2,6}\)(?= )")
_REGIONS = frozenset(
    ("north", "south", "east", "west", "central", "latin", "asia", "europe", "greater", "new", "global")
)
_WORD = re.compile(r",? (?:at|of|for|with) (?:the )?(?P<name>[A-Z][\w&-]+)(?! (?:& )?[A-Z])")
_EMPLOYER = re.compile(
    rf"{_WITHIN},? (?P<link>of|at|with|for) (?:the )?(?P<name>{_CAPITAL}(?:(?: | & | of | of the | for | and | \([A-Z][\w ]{{1,20}}\) ){_CAPITAL}){{0,6}}?)"
    rf"(?=[.,;:”\")]|$| \((?![A-Z][\w ]{{1,20}}\) [A-Z])| (?:in|who|said|says|to|on|as|has|will|is|was|added|where|from|until|since|and(?= (?:[a-z]|C[A-Z]O\b|Chief|Vice|President|Director|Senior|Head|Managing|General|Chair|Executive|Partner|Member)))\b)"
)
_WHERE = re.compile(
    rf"(?:(?:\b(?:at|to|from|with|joined|joining) (?:the )?(?P<name>{_CAPITAL}(?: (?:& )?{_CAPITAL}){{0,4}})(?: \([A-Z]{{2,6}}\))?(?: in (?:[A-Z][a-z]+ )?\d{{4}})?)|[^.]),? where (?:(?:Mr|Ms|Mrs|Dr)\. )?$"
)
_OWNER = re.compile(r", (?P<name>(?:[A-Z][\w&.-]* ){0,3}[A-Z][\w&-]*)[’']s? (?:new |former |current )?$")
_AT_FIRM = re.compile(
    rf"(?:^|[.;] )(?:At|With|While (?:at|with)|During (?:his|her) (?:[a-z]+ ){{1,4}}(?:at|with)) (?:the )?(?P<name>{_CAPITAL}(?: (?:& )?{_CAPITAL}){{0,4}}), (?:(?:Mr|Ms|Mrs|Dr)\. )?$"
)
_JOINED = re.compile(
    rf"\b(?:join(?:s|ed|ing)?|served|(?:employed|retained|engaged) by|worked (?:at|with|for)) (?:the )?(?P<name>{_CAPITAL}(?: (?:& )?{_CAPITAL}){{0,4}}) (?:in [^,;]{{3,20}} )?as\b"
)
_NO_EMPLOYER = re.compile(
    r"[’']s\b|\b(?:Committee|Board|Council|Senate|House|for|Institute of|Department|University of|Meeting|Assembly)\b"
)
_BOARD_OF = re.compile(
    r"\bof the (?P<owner>(?:(?!Supervisory|Management|Advisory|Executive|International|Strategic|Scientific|Clinical|Medical|Global|Editorial|Governing)[A-Z][\w&.-]*(?:[’']s)? ){1,3})(?=(?:(?:Advisory|Supervisory) )?[Bb]oard\b)"
)
_NO_FIRM = re.compile(r"\b(?:Directors|Officers|Executives|Management|Committee Members)$")
_ACRONYM = re.compile(
    r"(?!(?:HR|IT|IR|PR|AI|US|UK|EU|EMEA|APAC|ESG|EHS|HSE|GTM|IP|RF|SEC|OEM|CRM|SaaS|CMC|EVP|SVP|AVP|FVP|RVP|GVP|VP|TV|UX|QA|BD|MD|CEO|CFO|COO|CTO|CIO)\b)[A-Z]{3,6} (?=President|Chair|CEO|CFO|COO|Chief|Director|Vice|Senior|Executive|Managing|General|[Bb]oard [Mm]ember)"
)
_TOP = re.compile(
    r"(?:\bceo|\bcfo|\bcoo|\bcto|chief [\w ]+ (?:officer|executive)|president|chair|chairman|chairwoman|director|trustee|founder|owner|partner|spokes\w+)(?: emeritus|[- ]elect|[- ]designate)?$",
    re.IGNORECASE,
)


def employer_of(told: Told, holding: Holding, code: str) -> str | None:
    """The company of posts: the one named beside them, else the home of the text unless they are held elsewhere."""
    text, posts = _unbracketed(told.sentence.text, holding.posts.end), holding.posts
    public = all(PUBLIC.search(post.text) for post in posts.posts)
    elsewhere = holding.company is None and (
        _AT.match(text, posts.end) is not None
        or _FORCES.match(text, posts.end) is not None
        or (" of " in posts.posts[-1].text and _OF_FIRM.match(text, posts.end) is not None)
        or (_ELSEWHERE.match(text, posts.end) and _TOP.search(posts.posts[-1].text))
        or (code == "former" and (_ANOTHER.match(text, posts.end) or _for_another(text, posts.end)))
        or (code == "former" and holding.how == "chain" and _short(text, posts.end) is not None)
    )
    if holding.how == "prefix" and holding.company is None and _OF_PERSON.search(text[: posts.start]):
        return None  # "her chief of staff, Ann Lee"
    home = told.home
    if home is not None and _NO_FIRM.search(home.name):
        home = None  # a heading over people
    if elsewhere and home is not None and _is_home(text, posts.end, home):
        elsewhere = False
    if holding.company is None and _NEW_FIRM.search(text, posts.start, posts.end + 60):
        return None  # "president of the new company"
    some = _SOME_FIRM.match(text, posts.end) if holding.company is None else None
    if some is not None:
        return some["name"] and _plain_firm(some["name"])
    behind = _COMMA_FIRM.match(text, posts.end) if holding.company is None else None
    if behind is not None and _told_as_firm(text, behind) and not (home and behind["name"] in home.names):
        return behind["name"]
    owner = _OWNER.search(text[: posts.start]) if holding.company is None and holding.how == "apposition" else None
    if owner is not None:
        own = home is not None and set(owner["name"].split()) <= set(home.name.replace(",", "").split())
        return home.name if own and home is not None else _plain_firm(owner["name"])
    where = _WHERE.search(text[: holding.person.start]) if holding.company is None else None
    where = where or (_AT_FIRM.search(text[: holding.person.start]) if holding.company is None else None)
    if where is not None:
        return where["name"] and _plain_firm(where["name"])  # the firm told last, though it is no party
    company = holding.company or (None if public or elsewhere else home)
    if company is None:
        return _printed(text, holding)
    return company.name if holding.company else (_came_to(holding.gap, home) or company.name)


def _told_as_firm(text: str, behind: re.Match[str]) -> bool:
    """Whether a name behind a post and a comma is its firm's: by its last word, or told so later in the sentence."""
    name = behind["name"]
    if excluded(name) or name.lower() in wide_names():
        return False
    later = re.search(rf"\b(?:for|at|with|joined) (?:the )?{re.escape(name)}\b", text[behind.end() :])
    return later is not None or name.split()[-1] in ("Group", "Holdings", "Bank", "University", "Institute", "Partners")


def _unbracketed(text: str, end: int) -> str:
    """A sentence without the abbreviation in brackets right behind a post: "Head of Asset Management (AM) at Birch"."""
    short = _SHORT_FORM.match(text, end)
    return text[:end] + text[short.end() :] if short else text


def _plain_firm(name: str) -> str | None:
    """A printed name of one or more words, where it can be a firm's."""
    return None if excluded(name) or name.lower() in bare_words() or _NO_EMPLOYER.search(name) else name


def _for_another(text: str, at: int) -> bool:
    """Whether a name behind "for" is an employer's: no region that the post answers for."""
    named = _FOR_ANOTHER.match(text, at)
    return named is not None and named["first"].lower() not in wide_names() | _REGIONS


def _short(text: str, at: int) -> str | None:
    """An employer of one word behind the post of an officer, where the word is no place and no common word."""
    word = _WORD.match(text, at)
    if word is None or len(word["name"]) < 4 or excluded(word["name"]) or word["name"].lower() in bare_words():
        return None
    placed = word["name"].lower() in cities() or word["name"].lower() in wide_names()
    return (
        None
        if placed or not re.match(r"[.,;)”\"]| (?:since|in|from|until|and|where|who|to)\b|$", text[word.end() :])
        else word["name"]
    )


def _is_home(text: str, at: int, home: Party) -> bool:
    """Whether the one word behind "at" or "of" is the company that the text is about, by a short name or symbol."""
    word = _WORD.match(text, at)
    return word is not None and (
        word["name"] == home.ticker or any(word["name"] in form.replace(",", "").split() for form in home.names)
    )


def own_board(title: str, company: str | None) -> tuple[str, str | None]:
    """A seat on a board without its company's name: "member of the Alder Board"; and the company named there."""
    named = _BOARD_OF.search(title)
    if named is None:
        return title, company
    plain = f"{title[: named.start('owner')]}{title[named.end('owner') :]}"
    owner = named["owner"].strip()
    own = company is not None and owner.split()[0].lower() in company.lower()
    return plain, company if own or owner.isupper() else owner


def _printed(text: str, holding: Holding) -> str | None:
    """The employer as printed behind a post, where it is no party of the release."""
    forces = _FORCES.match(text, holding.posts.end)
    if forces is not None:
        return forces["name"]
    last = holding.posts.posts[-1].text
    found = _EMPLOYER.match(text, holding.posts.end)
    if found is None or _NO_EMPLOYER.search(found["name"]):
        return None
    name = _before_post(re.sub(r"^[A-Z][\w.]+-based ", "", found["name"]))
    if " " not in name and found["link"] != "at":
        return _short(text, holding.posts.end) if _OFFICER.search(last) else None
    if any(_no_name(part, found["link"]) for part in (name, *name.split(" and "))):
        return None
    fielded = found["link"] == "of" and " of " in last and not no_employer(name)
    if found["link"] in ("of", "for") and not (_TOP.search(last) or fielded):
        return None
    return None if found["link"] == "for" and no_employer(name) else name


def _no_name(name: str, link: str) -> bool:
    """Whether a phrase can be no employer; a market is one to those who work at it."""
    placed = name.lower() in cities() or name.lower() in wide_names()
    return placed or (excluded(name) and not (link == "at" and name.lower() in exchanges()))


def _before_post(name: str) -> str:
    """A name without the next post of a list: "Alder (US) Ltd and Vice President of Birch"."""
    at = name.find(" and ")
    return name[:at] if at > 0 and read_post(name, at + len(" and ")) is not None else name


def _came_to(gap: str, home: Party | None) -> str | None:
    """The firm that someone joined, as the words before a post print it, where it is no party: None for the home."""
    joined = _JOINED.search(gap)
    if joined is None or _NO_EMPLOYER.search(joined["name"]) or excluded(joined["name"]):
        return None
    words = joined["name"].lower().split()
    if joined["name"] in ("Bank", "Company", "Corporation", "Firm", "Group", "Board", "Agency", "Fund", "Trust"):
        return None
    own = home is not None and any(words[0] in form.lower().split() for form in home.names)
    return None if own else joined["name"]


def of_acronym(title: str, told: Told, holding: Holding, company: str | None) -> str | None:
    """The company of a post that opens with an abbreviation of another body than the home: "an SMWD board member"."""
    short = _ACRONYM.match(title)
    if short is None or holding.company is not None or told.home is None or company != told.home.name:
        return company
    name = short[0].strip()
    initials = "".join(word[0] for word in told.home.name.split() if word[0].isupper())
    own = initials.startswith(name) or any(name in form for form in (*told.home.names, told.home.ticker or ""))
    return company if own else name


def own_title(title: str, told: Told, holding: Holding) -> str:
    """A post without a short name of its company in front: "Alder Vice President of Sales"."""
    parties = [party for party in (holding.company, told.home) if party is not None]
    forms = {form for party in parties for form in (*party.names, party.name.split()[0])}
    short = _ACRONYM.match(title)
    if short is not None and read_post(title, short.end()) is not None:
        return title[short.end() :]  # "IDB President"
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        if (
            form.lower() not in bare_words()
            and title.startswith(f"{form} ")
            and read_post(title, len(form) + 1) is not None
        ):
            return title[len(form) + 1 :]
    return title
