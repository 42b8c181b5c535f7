"""What every reader of counts shares: bounds, directions, and the draft of a count."""

from __future__ import annotations

import re

from kg.extract.facts.draft import Draft
from kg.extract.facts.slots.line import Item, Line

_QUALIFIER = re.compile(
    r"\b(not more than|not less than|no more than|no less than|no fewer than|more than|over|in excess of|exceeds|exceeding|exceeded|approximately|about|nearly|almost|roughly|around|up to|as many as|at least|"
    r"less than|fewer than|under|some|an estimated|an approximate|close to|upwards of|greater than|well over)\s(?:an?\s|its\s|the\s)?(?:additional\s|aggregate\sof\s|total\sof\s|maximum\sof\s)?$",
    re.IGNORECASE,
)
MODIFIERS = r"(?P<mod>(?:(?:\s(?!(?:states|countries|cities|markets|provinces|counties|patents)\b)[a-z][\w-]+){1,2}\sand(?=(?:\s[a-z][\w-]+){1,2}\s\w+s\b))?(?:\s(?!(?:and|or|to|of|in|for|from|at|with|by|on|were|was|are|is|that|which|per|will|have|has|as|than|the|its|our|their|throughout|across|including|such|within|into|during|since|through|when|where|while|who)\b)(?:U\.S\.|U\.K\.|[\w&'’/-]+(?:\.\d+)?,?)){0,5}?)"
CUT = re.compile(
    r"\b(?:eliminat\w+|reduc\w+|lay(?:ing)?[\s-]?off|laid off|layoffs?|cut(?:ting|s)?|terminat\w+|dismiss\w+|loss of|losing|shed(?:ding)?|furlough\w*|affect(?:ing|s)?|displac\w+)\b[^.;\ue000]{0,60}$",
    re.IGNORECASE,
)
CUT_AFTER = re.compile(
    r"^[^.;\ue000\ue001\ue003]{0,45}\b(?:will be|were|was|are being|have been|would be|to be)\s(?:eliminated|cut|laid off|dismissed|terminated|lost|reduced|affected)\b",
    re.IGNORECASE,
)
ADD = re.compile(
    r"\b(?:add(?:s|ed|ing)?|creat(?:e|es|ed|ing)|hir(?:e|es|ed|ing)|recruit\w*|additional|open(?:s|ed|ing)?|expand by|generate)\b[^.;\ue000]{0,30}$",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|shall|(?<!floor )(?<!health )(?<!pension )(?<!benefit )(?<!payment )(?<!dental )plans?|planned|intends?|expects?|expected|anticipates?|to be|would|could|may|scheduled|proposed|aims?|targets?(?!\s(?:defined|areas?|zones?|identified|compan(?:y|ies)|markets?|known|located|within|on|at|in|where|with)\b)|"
    r"(?:potential|possible)\s(?:expansion|increase|extension|upgrade|doubling)|(?:in|into)\s(?:a\s)?position\sto|(?:poised|set|on\s(?:track|course))\sto|"
    r"when completed|upon completion|going to|seeks? to|(?:an? |its |our |the |\ue003[\ue100-\uf8ff] )(?:goals?|objectives?|ambition|road-?map)|road-?map\sto|focused\son\s(?:deploying|building|constructing|opening|rolling\sout)|targeting|to (?:open|build|add|create|eliminate|acquire|hire|construct|reduce|cut|close|enroll|sell|purchase|issue))\b|\b(?:vision|strategy|ambition|agenda)\s[\ue002\ue003][\ue100-\uf8ff]:",
    re.IGNORECASE,
)
# Nouns of those who work for a company, and of the sites that it runs.
PEOPLE = (
    r"employees|people|workers|associates|jobs|positions|staff members|staff(?!\s(?:of|writers?|attorneys?|reductions?|cuts?|positions)\b)|team members|teammates|professionals|persons|personnel|"
    r"colleagues|full-time employees|registered representatives|engineers|scientists|dealers and agents"
)
PLACES = (
    r"stores|restaurants|locations|branches|branch offices|offices|retail outlets|outlets|shops|clinics|hotels|hospitals|"
    r"dealerships|showrooms|banking centers|banking offices|financial centers|retail locations|sales locations|sites|facilities|plants|"
    r"manufacturing facilities|warehouses|distribution centers|service centers|centers|theatres|theaters|screens|"
    r"properties|communities|campuses|schools|pharmacies|supermarkets|franchises|units in operation|ATMs|laboratories|gyms|clubs|terminals|bakeries|mills|depots|kitchens|studios|refineries|mines|smelters|breweries|wineries|hubs|dispensaries|salons|farms|spas|casinos|cinemas|academies"
)
# What was done within a period: a count of these takes the period of its sentence.
DONE = re.compile(
    r"\b(?:introduced|released|launched|opened|added|shipped|sold|delivered|completed|signed|closed|acquired|installed|drilled|produced|processed|hired|repurchased|originated|"
    r"adding|added|with|gained|won|booked|activated|filed|secured|received|published|granted|issued)\s(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)


# Nouns of people, whatever they are counted for.
PERSONS = re.compile(
    r"(?:[\w-]*(?:workers|men|women|people)|participants|investors|shareholders|stockholders|consumers|respondents|homeowners|policyholders|patients|subjects|students|directors|physicians|agents|jobs|positions|individuals|residents|developers|builders|programmers|"
    r"engineers|scientists|researchers|followers|experts|creators|drivers|authors|artists|teachers|nurses|doctors|consultants|volunteers|veterans|players|"
    r"children|adults|families|attendees|visitors|guests|fans|farmers|lawyers|attorneys|chemists|technicians|designers|analysts|advisors|advisers|brokers|"
    r"representatives|executives|[\w-]*managers|leaders|founders|entrepreneurs|athletes|musicians|learners|graduates|professionals|specialists|citizens|voters|readers|viewers|listeners|"
    r"franchisees|interns|salespeople|mechanics|electricians|carpenters|pilots|chefs|officers)",
    re.IGNORECASE,
)


def qualifier(before: str) -> str:
    """The bound that stands before a value ("more than"), in brackets for a label; else empty."""
    match = _QUALIFIER.search(before)
    if match is None:
        return " (more than)" if _PASSED.search(before) else ""
    told = match[1].lower()
    return (
        " (more than)" if told.startswith("exceed") else f" ({'approximately' if told == 'an approximate' else told})"
    )


_PASSED = re.compile(r"\b(?:surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops)\s(?:the\s)?$")
# "up to 102 g/t Au and 524 g/t Ag": the bound of the first of two is that of both.
_SHARED_BOUND = re.compile(
    r"\b(?P<bound>up to|as many as|as much as)\s[\ue001\ue002][\ue100-\uf8ff][^.;,\ue000-\ue005]{1,24}(?:(?:,\s[\ue001\ue002][\ue100-\uf8ff][^.;,\ue000-\ue005]{1,16})?,?\sand|,)\s$"
)


def bounded(before: str) -> str:
    """The bound of a figure: before it, or before the one that it is joined to."""
    shared = _SHARED_BOUND.search(before)
    return qualifier(before) or (f" ({shared['bound']})" if shared else "")


# What somebody has with it: "with a fleet of 41 aircraft".
_STANDING = re.compile(
    r"\b(?:fleet|network|staff|team|portfolio|workforce|base|crew|chain|inventory)\sof\s(?:[\w-]+\s){0,2}$|\b(?:fleet|network|community|company|firm|group|bank|platform)\swith\s(?:[\w-]+\s){0,2}$"
)


# "directed 518 million meals", "trained 400 nurses": any verb that tells of something done, not of how things stand.
_DID_ONCE = re.compile(
    r"(?<![\w-])(?<!is\s)(?<!are\s)(?<!was\s)(?<!were\s)(?<!been\s)(?<!be\s)(?:directed|donated|trained|planted|served\sup|collected|performed|conducted|handled|helped|treated|provided|distributed|awarded|recycled|"
    r"built|hosted|welcomed|recruited|promoted|visited|reviewed|tested|serviced|repaired|financed|funded|converted|upgraded|replaced|registered|attracted|saved)\s"
    r"(?:(?:more than|over|about|approximately|nearly|almost|some|around|a total of|up to|at least|another|an additional|a record)\s){0,2}$"
)
# "Extended the filter family with two new models" was done; "the leader, with over 1,600 stores" is so.
_WITH_ONLY = re.compile(r"\bwith\s(?:[\w-]+\s){0,3}$", re.IGNORECASE)
_GREW_WITH = re.compile(
    r"\b(?:expand|extend|enhanc|strengthen|broaden|complement|augment|increas|grew|add|launch|introduc|releas|complet|updat|round|open|clos|end)\w*\b[^.;]{0,90}\bwith\s(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)
# "three more partners", "Commodore's installed base": words that no name begins with.
_FIRST = re.compile(r"^(?:(?:more|other|such|s|’s|'s)\s)+(?=\w)")


def count_of(line: Line, item: Item, concept: str, label: str, unit: str, before: str, **more: object) -> Draft:
    """The draft of a count; `before` is the coded text before it, `more` overrides the usual fields."""
    done = (DONE.search(before) or _DID_ONCE.search(before)) is not None and _STANDING.search(before) is None
    if done and _WITH_ONLY.search(before):
        done = _GREW_WITH.search(before) is not None
    fields: dict[str, object] = {
        "timing": "done" if done else "instant",
        "future": _ahead(line, item),
        **more,
    }
    change = fields.get("measure") == "change"
    amount = item.amount.value
    cut = change and bool(CUT.search(before) or CUT_AFTER.search(line.coded[item.to : item.to + 70]))
    return Draft(
        concept=concept,
        label=(_FIRST.sub("", label.strip()) + bounded(before)).strip(),
        unit=unit,
        value=-amount if cut else amount,
        timing=str(fields["timing"]),
        future=bool(fields["future"]),
        measure="change" if change else "level",
        scope=str(fields.get("scope", "total")),
        shares=fields.get("shares") if isinstance(fields.get("shares"), str) else None,  # type: ignore[arg-type]
        item=item,
        last=item,
        anchor=item,
        rule="facts/prose-count",
    )


_WILL_BE = re.compile(
    r"^(?:\s[\w-]+){1,5}?(?:\s(?:and|or)\s\ue002[\ue100-\uf8ff](?:\s[\w-]+){1,3}?)?\s(?:will|would|shall|is expected to|are expected to|are to)\sbe\b"
)


# "will join the group, which now runs nine papers": what is so now is no plan.
_NOW_SO = re.compile(
    r"[,\s](?:which|that|who|whose\s\w+)\s(?:currently|now|already|presently|today)\s(?!(?:plans?|expects?|intends?)\b)"
)


def clause_start(line: Line, item: Item) -> int:
    """Where the clause of a figure begins, as far as its time goes."""
    if _THERE_ALREADY.search(line.coded, max(0, item.at - 30), item.at):
        return item.at
    related = _RELATIVE.search(line.coded, max(0, item.at - 90), item.at)
    if related is not None:
        return related.end("who")
    found = [match.start() for match in _NOW_SO.finditer(line.coded, 0, item.at)]
    return max(line.coded.rfind(";", 0, item.at), 0, *found)


# "will buy Marlow, which operates seven pubs": so already, up to the comma that ends the clause.
_RELATIVE = re.compile(
    r",\s(?P<who>which|who)\s(?:also\s)?(?:operates|owns|employs|has|had|serves|manages|makes|produces|generated|reported|posted|recorded|earned|sells|sold|runs|employed|operated)\s[^,;]{0,70}$"
)
_THERE_ALREADY = re.compile(
    r"\bof\s(?:its|our|their)\s(?:(?:approximately|about|more than|over|nearly)\s)?$|\b(?:an\s|its\s|our\s|the\s|their\s)?(?:existing|recent|previous|earlier|current)\s$|\b(?:will|to)\sjoin\s(?:more than |over |about |some |the )?$"
)
# "..., through which the Company repurchased 31,500 shares": done, whatever plan is named before.
DID = re.compile(
    r"(?:\bwe|\bit|\bwhich|\bwho|[Cc]ompany|\ue005[\ue100-\uf8ff])\s(?:has\s|have\s|had\s)?(?:also\s)?(?:repurchased|acquired|purchased|bought|sold|opened|closed|hired|added|issued|shipped|delivered|eliminated)\s"
    r"(?:a total of\s|an aggregate of\s|approximately\s|about\s|more than\s|over\s)?$"
    r"|\b(?:has|have)\s(?:[a-z]+ly\s)?(?!agreed|planned|committed|proposed|decided|offered|scheduled|expanded|entered|signed)(?:[a-z]+ed|built|sold|grown|made|won)\s(?:(?!to\b)[a-z]+\s){0,3}$"
)


# "The Trust was formed to acquire 60 stores": what it was made for is behind it.
ORIGIN = re.compile(
    r"\b(?:was|were|been)\s(?:\w+\s)?(?:established|formed|created|founded|incorporated|organi[sz]ed|set\sup)\s(?:[^,;.]{0,40}\s)?to\s\w+"
)


# "our third plant, with two plants running in Chile"
_RUNNING = re.compile(
    r"(?:\s[\w-]+){1,3}?\s(?:already\s|currently\s|now\s)?(?:running|operating|operational|in operation|in service|installed)\b"
)


def running(line: Line, item: Item) -> bool:
    """Whether a count is of what somebody has with it, at work already."""
    return line.coded[max(0, item.at - 5) : item.at] == "with " and _RUNNING.match(line.coded, item.to) is not None


def _ahead(line: Line, item: Item) -> bool:
    start = clause_start(line, item)
    if DID.search(line.coded, max(0, item.at - 90), item.at):
        return False
    if running(line, item):
        return False
    lead = ORIGIN.sub("", line.coded[start : item.at])
    behind = line.coded[item.to : item.to + 90]
    if _ASIDE.search(lead) and _WILL_STAND.match(behind):
        return True
    if "designed to " in lead and _NEW.search(lead):
        return True
    return (_FUTURE.search(lead) or _WILL_BE.match(behind) or _TO_OPEN.match(behind)) is not None


# "The plant, requiring five hectares of land, will be located in Salem"
_ASIDE = re.compile(
    r",\s(?:requiring|covering|comprising|spanning|measuring|featuring|totaling|totalling|encompassing|occupying)\s[^,;]{0,40}$"
)
_WILL_STAND = re.compile(
    r"[^,;]{0,60},\s(?:will|is\sto|are\sto|(?:is|are)\s(?:expected|scheduled|planned|due|slated)\sto)\s(?:(?:be\s)?(?:[a-z]+ly\s)?(?:located|built|constructed|developed|situated|completed|erected|installed|leased|home)|include|open|feature|have|house|employ|serve|offer|create|rise)\b"
)
# "The new line is designed to have a capacity of"
_NEW = re.compile(r"\b(?:[Nn]ew|[Pp]lanned|[Ff]uture)\b(?:(?!\b(?:opened|completed|operating)\b)[^.;])*\bdesigned to\s")
# "with five locations forecast to open"
_TO_OPEN = re.compile(
    r"(?:\s(?!and\smore\b)[\w'’-]+|\s\ue002[\ue100-\uf8ff]){1,8}?\s(?:forecast(?:ed)?|expected|scheduled|planned|slated|projected|due|set)\sto\s(?:be\s)?"
    r"(?:opene?d?|close|launch|start|begin|complete?d?|come|join|deliver(?:ed)?|ship(?:ped)?)\b"
)
