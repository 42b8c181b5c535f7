"""The owner that the words about a figure name: by whom it is run, for whom it is, whose it is, who follows an adjunct."""

from __future__ import annotations

import re

from kg.extract.facts.slots.line import Item, Line, slots_in
from kg.mentions.words import org_heads
from kg.model import Party

_P = "\ue005[\ue100-\uf8ff]"
_ASIDE = r"(?:\s\([^)]{0,40}\)|,[^,;\ue000-\ue002\ue005]{2,70},){0,2}"
_MORE = r"(?:\s(?!(?:by|for|to|that|and|while|as|with)\b)[\w'’%&/-]+){0,5}\s?$"
# "Of the 90 teachers employed by Marlow College": behind the figure.
_RUN_BY = re.compile(
    rf"[^.;,:\ue000-\ue003\ue005]{{0,60}}\b(?:employed|run|owned|operated|managed|occupied|staffed|leased|developed|led)\s(?:(?:and\soperated|exclusively|directly|currently|jointly)\s)?by\s(?:the\s)?(?P<who>{_P})(?!(?:['’]|\sand\b))"
)
# "sold in 40 Marlow stores": Marlow's.
_PLACED = re.compile(
    r"\b(?:in|at|into|to|across|through)\s(?:(?:over|about|nearly|almost|all|more than|approximately|up to)\s){0,2}$"
)
_AT_STORES = re.compile(
    rf"\s(?:[a-z-]+\s){{0,2}}(?P<who>{_P})\s(?:[A-Z]?[a-z]+\s)?(?:stores|locations|restaurants|branches|outlets|dealerships|shops|supermarkets|pharmacies|theat(?:er|re)s|dispensaries|warehouses)\b"
)
_BEFORE = (
    # An agreement for Marlow to hold 19%.
    re.compile(
        rf"\bfor\s(?:the\s)?(?P<who>{_P}){_ASIDE}\sto\s(?:\w+ly\s)?(?:hold|own|acquire|receive|invest|purchase|buy|pay|provide|lend|sell|operate|manage|take|contribute|fund|build|supply|deliver){_MORE}"
    ),
    # "an offer by Marlow to Alder's holders to purchase up to 50,000 shares"
    re.compile(
        rf"\b(?:offer|bid|proposal|commitment|intention)\s(?:made\s)?(?:by|from)\s(?:the\s)?(?P<who>{_P}){_ASIDE}(?:\s(?:to|for)\s[^.;,\ue000-\ue002]{{2,60}})?\sto\s(?:purchase|acquire|buy|invest|lend|sell|pay|provide){_MORE}"
    ),
    # "Marlow's global trade business, which comprises 90 fairs"
    re.compile(
        rf"(?P<who>{_P})['’]s?\s(?:[\w&'’/-]+\s){{0,7}}[\w&'’/-]+,?\s(?:which|that)\s(?:now\s|also\s|currently\s)?(?:comprises?|has|have|includes?|employs?|operates?|serves?|consists?\sof|spans?|covers?|owns?|manages?|generate[sd]?|produce[sd]?){_MORE}"
    ),
    # Marlow's three core lines: Pumps, with 55%.
    re.compile(
        rf"(?P<who>{_P})['’]s?\s(?:(?!are\b|is\b)[\w&'’/-]+\s){{0,4}}[\w&'’/-]+:\s(?:[^;:.()\ue005]{{1,40}}\s\([^()]*\),\s(?:and\s)?){{0,4}}[^;:.()\ue005]{{1,40}}\s\($"
    ),
    # The sale benefits the Marlow Society and its work by care in so many towns.
    re.compile(
        rf"\b(?:benefit|support|help|fund)s?\s(?:the\s)?(?P<who>{_P})\sand\s(?:its|their)\s[a-z]+\s(?:by|through|of)\s[^;\ue005]*$"
    ),
    # With Marlow raising its output by so much.
    re.compile(
        rf"\bwith\s(?:the\s)?(?P<who>{_P})\s(?:now\s|also\s|currently\s)?(?!accounting|representing|contributing|bringing|joining|serving\sas|acting|leading|making\sup|taking\spart)[a-z]+ing\s(?:its|their)\s[^;,\ue000-\ue002\ue005]{{0,60}}$"
    ),
    # "The merger values Marlow at an enterprise value of"
    re.compile(
        rf"\b(?:values|valued|valuing|appraises|appraised)\s(?:the\s)?(?P<who>{_P})(?:\s\([^)]{{1,40}}\))?\sat\s[^;,\ue000-\ue003\ue005]{{0,40}}(?:\ue004[\ue100-\uf8ff]\sof\s(?:[a-z]+\s){{0,3}})?$"
    ),
    # "president of Marlow and oversees the chain of"
    re.compile(
        rf"\b(?:[Pp]resident|CEO|[Cc]hief\s[A-Z]\w+\s[Oo]fficer|[Cc]hairman|[Ff]ounder|[Oo]wner|[Dd]irector|[Hh]ead)\s(?:of|at)\s(?:the\s)?(?P<who>{_P})(?:,\swhere\b|\sand\s(?:oversees|manages|runs|leads|directs|heads)\b|\swhere\b)[^;\ue005]*$"
    ),
    # "the impact of Marlow on the region was estimated at"
    re.compile(
        rf"(?:^\W*|,\s)[Tt]he\s(?:[\w-]+\s){{0,3}}(?:impact|contribution|value|worth|workforce|staff|operations|network|portfolio|footprint|headcount|market\scapitali[sz]ation|budget|\ue004[\ue100-\uf8ff])\sof\s(?:the\s)?(?P<who>{_P})"
        r"(?:\s(?:on|in|for|to)\s[^,;\ue005]{2,50})?\s(?:was|is|were|are|has|had|amounted|amounts|totaled|totals|reached|stood|stands|rose|fell|grew|increased|declined)\b[^;\ue005]*$"
    ),
    # "Led by Marlow, this project will have"
    re.compile(
        rf"^\W*(?:Led|Developed|Owned|Operated|Managed|Run|Built|Funded)\s(?:and\s\w+\s)?by\s(?:the\s)?(?P<who>{_P})(?:\s\([^)]{{1,40}}\))?,\s(?:this|the|it)\s[^;\ue005]*$"
    ),
)
_HINT = re.compile(r"\bfor\s|\b(?:by|from|with|at)\s|['’]|\b[Tt]he\s|\bof\s")


def named_by(line: Line, at: Item) -> str | None:
    """The company that a figure's own clause names as its owner, other than as its subject."""
    if "\ue005" not in line.coded:
        return None
    told = _RUN_BY.match(line.coded, at.to) if at.kind == "count" else None
    if told is None and at.kind == "count" and _PLACED.search(line.coded, max(0, at.at - 40), at.at):
        told = _AT_STORES.match(line.coded, at.to)
    head = line.coded[max(0, at.at - 260) : at.at]
    if told is None and "\ue005" in head and _HINT.search(head):
        told = next((found for one in _BEFORE if (found := one.search(head))), None)
    party = line.items[slots_in(told["who"])[0]].content if told else None
    return party.name if isinstance(party, Party) and party.nature != "agency" else None


# "With 2020 sales of $14 million, Harlan Corp. supplies ...": the subject follows.
_FRONTED = re.compile(
    r"^\W*(?:(?:Founded|Established|Based|Headquartered|Formed|Located|Started)\s[^;\ue005]{2,60},\s(?:and\s)?)?"
    r"(?:(?:[Ww]ith|[Ee]mploying|[Oo]perating|[Ss]erving|[Mm]anaging|[Hh]aving|[Bb]oasting|[Gg]enerating|[Oo]wning|[Oo]verseeing)\b"
    r"|(?:As\s(?:a\s)?part\sof|Through|Under|Thanks\sto|Backed\sby|Building\son|Powered\sby|Beyond|Despite)\sits\s)[^.;\ue005]*$"
)
_THEN_SUBJECT = re.compile(rf"[^.;\ue005]{{0,100}}?,\s(?:[Tt]he\s)?(?={_P})")
# "With two brands, Corvane and Marlow, Pellham aims": the brands are listed before the subject.
_LISTED_FIRST = re.compile(rf"[^.;\ue005]{{0,30}}?,\s(?:{_P},\s){{0,3}}{_P}\sand\s{_P},\s(?:[Tt]he\s)?(?=\ue005)")
_NAME = r"(?P<name>(?!The\b|This\b|These\b|Our\b|Its\b|It\b|We\b|That\b|In\b|Management\b)[A-Z][\w&’'-]+(?:\s[A-Z][\w&’'-]+){1,3})"
# "As part of its $90 million plan, Marlow Trust is building": a subject that the release does not make known.
_THEN_NAME = re.compile(
    rf"[^.;\ue005]{{0,100}}?,\s(?:[Tt]he\s)?{_NAME}\s(?:is|has|will|plans|expects|operates|employs|serves|continues|offers|provides|makes|runs|manages|aims|intends|ranks|remains|supports|invests)\b"
)


def fronted(line: Line, at: Item) -> str | None:
    """The subject that follows the adjunct in which a figure stands."""
    if not _FRONTED.match(line.coded[: at.at]):
        return None
    behind = line.coded[at.to :]
    subject = _LISTED_FIRST.match(behind) or _THEN_SUBJECT.match(behind)
    party = line.items[slots_in(behind[subject.end() :])[0]].content if subject else None
    if isinstance(party, Party) and party.nature != "agency":
        return party.name
    named = _THEN_NAME.match(line.text, at.end) if subject is None else None
    return named["name"] if named and _like_firm(named["name"]) else None


def _like_firm(name: str) -> bool:
    """Whether a capitalised name holds a word that organisations are called by."""
    heads = org_heads()
    return any(word.lower() in heads or word in _BODIES for word in name.split())


_BODIES = frozenset(
    ("Center", "Centre", "Club", "School", "Schools", "Church", "Institute", "Services", "Company", "Corporation")
)
_ORG = r"(?P<name>(?!The\b|This\b|These\b|Our\b|Its\b|It\b|We\b|In\b)[A-Z][\w&’'-]+(?:\s(?:(?:of|for)\s(?:the\s)?)?[A-Z][\w&’'-]+){1,4})"
# "In Elko, the Ruby Valley Health Center recently opened": a body that the release tells of once.
_UNKNOWN = re.compile(
    rf"(?:^[^\w\ue000-\ue005]*|,\s)(?:[Tt]he\s)?{_ORG}\s(?:(?:recently|also|now|currently|has|have|\w+ly)\s){{0,2}}"
    r"(?:opened|opens|operates|operated|employs|serves|served|has|had|owns|built|acquired|purchased|supports|supported|provided|donated|manages|invested|raised|reported|hired|completed|leased|received|expanded)\s[^;\ue005]*$"
)
_SELF = re.compile(r"\b(?:we|our|us|[Tt]he [Cc]ompany)\b")


# "Led by Marlow Partners, this project will have"
_LED_BY = re.compile(
    rf"\W*(?:Led|Developed|Owned|Operated|Managed|Run|Built)\s(?:and\s\w+\s)?by\s(?:the\s)?{_ORG},\s(?:this|the)\s[^;,]*$"
)


def unknown_body(line: Line, at: Item, issuer: str | None) -> str | None:
    """The organisation, known by the words of its name only, that is the subject of a figure's clause."""
    told = _UNKNOWN.search(line.coded, max(0, at.at - 200), at.at) or _LED_BY.match(line.coded[: at.at])
    if told is None or not _like_firm(told["name"]) or _SELF.search(line.coded, told.end("name"), at.at):
        return None
    first = told["name"].split()[0].lower()
    return None if issuer and issuer.lower().startswith(first) else told["name"]


_LIST_HEAD = re.compile(r"\W{0,4}(?P<name>(?!The\b|Our\b|Total\b)[A-Z][\w&’'-]*(?:\s[A-Z][\w&’'-]*){0,3}):\s")


def list_head(line: Line, at: Item, issuer: Party | None) -> str | None:
    """The one that an item of a list is headed by and goes on about: "Marlow: With 87 million readers, Marlow delivers"."""
    head = _LIST_HEAD.match(line.text) if ":" in line.text[:70] else None
    if head is None or head.end() > at.start or (issuer is not None and head["name"] in issuer.names):
        return None
    does = rf"\b{re.escape(head['name'])}\s(?:is|has|had|was|will|[a-z]+(?:s|ed))\b|\b{re.escape(head['name'])}['’]s\s(?:readers|users|customers)"
    return head["name"] if re.search(does, line.text[head.end() :]) else None


_FOR_CLIENT = re.compile(
    rf"\brepresented\s(?:the\s(?:buyer|seller|tenant|landlord|owner),?\s)?(?P<who>{_P}),?\s(?:in|on|for)\s[^;\ue005]{{0,80}}$"
)
_ON_BEHALF = re.compile(
    rf"[^;.\ue000\ue005]{{0,110}}\bon\sbehalf\sof\s(?:(?:the\s|its\s)?(?:[a-z]+,?\s){{0,2}})?(?P<who>{_P})"
)
_BY_BROKER = re.compile(rf"[^;]{{0,80}}\b[Rr]epresented\sby\s(?P<who>{_P})")
_BUYER = re.compile(
    rf"(?P<who>{_P})\s(?:[Aa]cquir|[Pp]urchas|[Bb]uy|[Bb]ought|[Ee]xpand|[Ll]eas|[Ss]ign|[Ss]ell|[Ss]old|[Tt]ake|[Rr]enew)"
)


def brokered(line: Line, at: Item) -> str | None:
    """The company that a broker acts for in a deal, whose figure it is and not the broker's."""
    told = _FOR_CLIENT.search(line.coded, 0, at.at) if "represented" in line.text else None
    if told is None and "on behalf of" in line.text:
        told = _ON_BEHALF.match(line.coded, at.to)
    if told is None and "epresented by" in line.text and _BY_BROKER.match(line.coded, at.to):
        told = _BUYER.search(line.coded, 0, at.at)
    party = line.items[slots_in(told["who"])[0]].content if told else None
    return party.name if isinstance(party, Party) else None
