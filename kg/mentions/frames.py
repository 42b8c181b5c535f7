"""What the words around a capitalised phrase tell: an organisation, a product, a place, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

from kg.mentions.dealings import deals
from kg.mentions.lives import worked_there
from kg.mentions.parts import plays_part
from kg.mentions.words import org_heads, word_class

_KINDS = (
    r"company|companies|utilities|agencies|corporation|firm|provider|manufacturer|maker|supplier|developer|distributor|operator|producer|"
    r"retailer|wholesaler|subsidiary|affiliate|division of|unit of|business unit|joint venture|bank|brokerage|insurer|lender|utility|airline|"
    r"carrier|contractor|designer|publisher|broadcaster|vendor|consultancy|agency|startup|start-up|business|enterprise|"
    r"organization|organisation|institution|foundation|nonprofit|non-profit|venture capital|private equity|fund|"
    r"partnership|conglomerate|chain|brand|franchisor|marketer|integrator|builder|explorer|miner|refiner|leader|pioneer|"
    r"innovator|network provider|money transfer network|investor|processor|reseller|specialist|platform provider|trade group|association|union|"
    r"(?:entity|cooperative|co-operative|consortium|accelerator|incubator|charity|authority|(?:steel|auto|car|drug|chip|ship|home|truck|plane|engine|tool|wine|film)(?:maker|builder)|grocer|brewer|brewery|winery|distillery|restaurateur|think tank|lessor|landlord|law practice|newspaper|laboratory|studio)(?=[,.;)]| (?:that|which|who|with|in|of|for|based|and|on|is|to|from|at|by|has|offering|serving|focused|run|owned|managed|said)\b|$)"
)
_TURNS = r"that|which|who|whose|where|for|to|in|with|by|from|on|at|enabling|designed|offering|serving|available|(?<!one )(?<!division )(?<!unit )of|is|are|was|were|has|have|had|will|can|becomes?"
_APPOSED = re.compile(
    rf"(?:(?: \([^()]{{1,80}}\)){{0,2}}(?:,|(?= (?:is|was|as) ))|(?: \([^()]{{1,80}}\)){{1,2}}) (?:\([^()]{{1,60}}\),? )?(?:(?:is|was|as) )?"
    rf"(?:a|an|the|its|our|one of|now an?|[A-Z][\w.]+-based|(?:(?:the )?[A-Z][\w.]*[\w.](?: [A-Z]\w+)?[’']s?(?= (?:\w+ )?(?:largest|leading|biggest|premier|oldest|first|foremost|only|sole|top|fastest|number|second|third|most|newest|primary|best)\b)))\b(?:(?!\b(?:{_TURNS})\b)[^.;()]){{0,110}}?\b(?:{_KINDS})s?\b"
    r"(?! (?:director|officer|executive|veteran|insider|founder|employee|manager|president|chair|spokes|lawyer|attorney|secretary|treasurer)\w*\b)",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r" ?\((?:the )?(?:NYSE|N[Aa][Ss][Dd][Aa][Qq]|OTC\w*|TSX|CSE|AMEX|LSE|AIM|ASX|HK|SIX|FSE|New York Stock|Nasdaq)\b"
)
_OFFICE = re.compile(
    r"[’']s? (?:(?:current|new|former|own|long-?time|founder and|[A-Z][\w-]+|global|executive|senior|vice|managing|interim|acting) ){0,4}"
    r"(?:CEO|CFO|COO|CTO|president|chairman|chairwoman|chief (?:\w+ ){1,3}officer|board of directors|board|management|shareholders|"
    r"stockholders|subsidiary|subsidiaries|affiliates?|lenders|landlord|auditors?|underwriters?|headquarters|employees|workforce|common stock|customers|founder|director|spokesman|spokeswoman|general counsel|plant|factory|offices)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?:,? (?:today|also|has|have|had|will|is|was|recently|previously|currently|Inc|now|proudly|officially|jointly|further|together)){0,3} "
    r"(?:announce[sd]?(?! (?:his|her)\b)|announcing|report(?:s|ed)|acquire[sd]?|selected|select|signed|completed|launched|entered into|agreed|operates|employs|manufactures|"
    r"provides|offers|owns|develops|designs|delivers|supplies|serves|distributes|markets|specializes|sells|leases|plans to|intends to|expects to|"
    r"acted as|served as|serves as|is headquartered|is based|headquartered|was founded|was established|is acting as|appointed|named|awarded|chose|"
    r"supports|helps|enables|manages|creates|publishes|hosts|represents|builds|focuses|contracted|partnered|merged|filed|accounted for|represented|(?:is|are) \w{3,}ing (?:its|the|a|an|all)\b|closed|opened|moved|relocated|shut|built|sued|accused|alleged|ordered|installed|adopted|deployed|extended|granted|lent|provided|hired|bought|sold|distributes?|distribute|distributed|acquire|purchase|supply|holds|now holds|withdrew|has built|took|takes|produces|makes|runs|recorded|posted|earned|defaulted|owed|owes|paid|ordered|placed|renewed|won|lost|cut|ended|raised|agreed|purchased|invested|joined forces|received|is pleased|are pleased|is a leading|is the leading|is a|unveiled|introduced|expanded)\b"
)
_SERVES = re.compile(
    r" (?:(?:is |are )?(?:advising|representing)|advised|represented) (?=[A-Z])|(?:,? as (?:its |the |our |their )?(?:[\w-]+ ){0,3}(?:advis[eo]rs?|counsel|auditors?|agents?|underwriters?)\b)|"
    r"(?: \([^()]{1,40}\))?(?:,? (?:LLC|LLP|Inc\.|L\.P\.))? (?:(?:is|are|was|were|has|have) )?(?:also )?(?:act(?:s|ed|ing)|serv(?:es?|ed|ing)|engaged|retained)(?: exclusively| jointly)? as (?:[\w’'-]+ ){0,9}?(?:advis[eo]rs?|agents?|counsel|underwriters?|managers?|bookrunners?|auditors?|runner|arranger|bankers?|consultants?)\b",
    re.IGNORECASE,
)
_IS_ADVISER = re.compile(
    r"(?: \([^()]{1,40}\))? (?:is|are|was|were) (?:also )?(?:(?:the|our|its) )?(?:[\w’'-]+ ){0,3}?(?:(?<!general )counsel|financial advis[eo]rs?|"
    r"(?:transfer|placement|claims|sales|paying|information|exchange|escrow|distribution) agent|trustee|(?:independent )?auditors?|underwriters?|registrar)\b"
)
_DOES = re.compile(
    r"(?:,? (?:today|also|has|have|had|will|recently|previously|jointly)){0,3} (?:pre-?leased|leased?|leases|acquired?|agreed to|purchased|sold|invested|subscribed|"
    r"signed|entered into|ordered|placed (?:an?|its|the|orders?)|selected|chose|awarded|rendered|filed for|sued|owns|operates|employs|manufactures|supplies|supplied|"
    r"distributes|bought|merged|contracted|invests|occupies|lent|financed|underwrote|arranged (?:the|an?)|contributed|donated|pledged|sponsors|licensed|provided (?:an?|the) (?:\w+ ){0,3}(?:loan|financing|facility|mortgage))\b"
)
_WITH_ITS = re.compile(
    r",? and (?:its|their) (?:[\w-]+ ){0,3}(?:subsidiar|affiliat|parent\b|unit\b|shareholders|board\b|directors\b)"
)
_VOICE = re.compile(
    r" (?:analyst|spokesman|spokeswoman|spokesperson|economist|strategist|executive|co-founder|founder|scientist|researcher|engineer|attorney|chairman|president|CEO|CFO|chief executive) [A-Z][a-z]+ [A-Z]"
)
_UMBRELLA = re.compile(r" (?:umbrella|family of (?:companies|brands|businesses)|group of companies)\b")
_CHOSEN = re.compile(
    r"\b(?:chosen|chose|selected|selects|hired|tapped|contracted|picked|commissioned|engaged) (?:the )?$"
)
_TO_WORK = re.compile(
    r" to (?:run|operate|manage|build|supply|provide|construct|design|develop|deliver|install|produce|manufacture|handle|implement)\b"
)
_PART = re.compile(
    r"\b(?:(?:share|stock)holder|investor|customer|client|supplier|vendor|lender|partner|competitor|rival|distributor|backer|sponsor|tenant|licensee|contractor|agent|"
    r"underwriter|auditor|advis[eo]r|buyer|acquirer|seller|parent)(?: (?:of|in|for) (?:the |its |our )?[\w’' -]{2,30})? (?:is|was|remains) (?:the )?$"
)
_PLACED_AFTER = re.compile(
    r",? (?:[A-Z][\w.]*,? ){0,2}[A-Z][\w.]*-(?:based|headquartered)\b|-(?:based|headquartered)\b"
)
_STUDY = re.compile(
    r"\b(?:degrees?|education|studie[sd]|graduated?|MBA|M\.B\.A\.|Ph\.?D\.?|PhD|diploma|alumn\w+|doctorate|bachelor[’']?s?|master[’']?s?|B\.[AS]c?\.|M\.[AS]c?\.|fellowship|residency|certificate)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_WEAK_VERB = re.compile(r",? (?:said|says|stated|believes|noted|added|continues|reaffirms|remains)\b")
_PRODUCT = re.compile(
    r"(?:[®™]| ?\((?:R|TM)\))| \([a-z]{5,}\)|(?:[’']s)? ?(?:®|™)? (?:platform|product|products|device|devices|system|systems|software|app|application|technology|tablets?|"
    r"capsules|injection|vaccine|drug|candidate|trial|study|program|project|property|deposit|mine|model|series|line|lineup|collection|engine|"
    r"chip|processor|radar|segment|division|team|tool|suite|version|index|award|awards|conference|summit|market|area|region|basin|shale|"
    r"play|district|county|city|street|road|avenue|building|campus|park|tower|mall|center|centre|facility|plant|exchange|act|law|agreement|"
    r"plan|rule|form|owners|(?:[a-z]+ )?rights|season|campaign|edition|certification|standard|protocol|language|methodology|indication|phase|users|data|compound|therapy|treatment|zone|claims?|drill)\b"
)
_THING = re.compile(
    r"(?:[®™]|\([RT]M?\))?,? (?:(?:is|are) )?(?:a|an|the|our|its|one of the|[A-Z][\w&.]*[’']s) (?:(?!(?:of|for|that|which|with|to|by|from|in|at|on|across|offering|providing|serving|developing|delivering|creating|selling|specializing)\b)[\w’'&/.-]+,? (?:and )?){0,9}?"
    r"(?:products?|software|systems?|devices?|tools?|programs?|platform|packages?|applications?|app|games?|drugs?|candidate|therapy|vaccine|instruments?|"
    r"tablets?|treatment|utility|editor|book|services?|series|solutions?|technology|vehicle|engine|chip|processor|line|collection|patch|drone|token|property|project|mine|deposit|"
    r"event|conference|award|campaign|initiative|study|trial|protein|gene|antibody|framework|library|toolkit|architecture|model|interface|chipset|compound|disorder|disease|syndrome|infection|injection|capsule|suite|version|language|database|printer|computer|camera|radar)"
    r"(?= (?:that|which|for|of|designed|to|with|used|from|by|in|on|and|developed|available|intended|based|written|running|featuring)\b|[,.;]|$)"
)
_PARTY_BEFORE = re.compile(
    r"(?:\b(?:agreements?|contracts?|partnerships?|alliances?|joint ventures?|collaborations?|merger|relationships?|deals?|orders?|discussions|"
    r"negotiations|litigation|lawsuit|settlement|transaction|pilot|programs?|initiative|project|pact|memorandum of understanding|letter of intent|arrangement|lease|partnered|partnering|merge[sd]?|contracted|signed|teamed|works?|working|"
    r"combination|conjunction|cooperation|collaborat\w+|engaged|credit facility|loan) (?:\w+ ){0,3}?(?:with|between|from|by|to|against)"
    r"|\b(?:acquir(?:e|es|ed|ing)|acquisition of|purchase of|takeover of|merger of|sale of|spin-?off of|shareholders? of|stockholders? of|"
    r"subsidiar(?:y|ies) of|part of|division of|unit of|affiliate of|portfolio company of|(?<!the )(?<!another )company of|founded|co-founded|founding|parent (?:company )?of|owner of|owned by|backed by|managed by|operated by|"
    r"selected by|acquired by|supplied by|manufactured by|developed by|funded by|sponsored by|awarded by|represented by|distributed by|"
    r"advised by|(?:leas(?:ed?|es|ing)|rent(?:ed|s|ing)?|licens(?:ed|es|ing)|sourc(?:ed|es|ing)|obtain(?:ed|s)|order(?:ed|s)|purchas(?:ed|es)|borrow(?:ed|s)|bought|buys) (?:[\w-]+ ){0,5}from|"
    r"(?:distributed|manufactured|marketed|sold|published|developed|supplied|represented|operated|run|produced|offered|built|designed|provided) (?:[\w-]+ ){1,6}by|"
    r"retained|engaged|hired|subsidiary,|parent,|parent company,|affiliate,|customer,|partner,|supplier,|competitor,|lender,|"
    r"customers,|partners,|contractor|auditors?,?|agent,?|counsel,?|underwriters?,?|trustee,?|registrar,?|law firm|accounting firm|distributor|subsidiaries,|firm|"
    r"(?:backing|funding) from|(?:consultants?|engineers?|geologists?|attorneys?|lawyers?|scientists?|researchers?|specialists?|legal team|colleagues) (?:from|at|with|of)|officer of|(?<!vice )president of|chairman of|chair of|partner of|partner at|founder of|CEO of|CFO of|COO of|CTO of|VP of|boards? of(?: directors of| trustees of)?|"
    r"officer at|president at|chairman at|director at|manager at|CEO at|CFO at|COO at|CTO at|analyst at|analyst with|employed by|career at|career with|"
    r"positions? (?:at|with)|roles? (?:at|with)|posts? (?:at|with)|years (?:at|with)|worked (?:at|for|with)|joined|joins|joining|tenure at|tenure with|serving at|served at|experience at|officer for|president for|"
    r"(?:round|financing|funding|placement|investment|consortium|syndicate|offering|banks|lenders|investors|group)\b[^.;]{0,40} (?:co-)?led by|(?:members?|executives?|officials?|representatives?|leaders|founders|principals|brokers?|employees|managers|directors|partners|teams?|experts?|analysts) (?:at|from|with)|(?:represented|brokered|handled|marketed|arranged|negotiated) by [^.;]{3,110} (?:of|with|at|from)|(?:acquir\w+|purchas\w+|b(?:uy|ought)\w*|s(?:ell|old)\w*|own(?:s|ed|ing)?|holds?|held|holding|retain\w*) (?:[a-z]+ ){0,3}(?:[\d.]+ ?(?:%|percent|per cent)|half|all|the rest|a majority) (?:(?:[a-z]+ ){0,2}(?:interest|stake|equity|shares|stock|ownership) )?(?:of|in)|spun (?:off|out)(?: of| from)?|(?:spin-?(?:off|out)|formation|incorporation) (?:of|from)|carved out of|counsel (?:of|for|to)|(?:treasurer|controller|secretary|comptroller) of|investors? in|stake in|shares of|(?:claims?|suits?|complaints?|judgments?|disputes?) (?:with|between|against)|from its parent|loan from|invest(?:s|ed|ing)? [$€£][\d.,]+(?: [mb]illion)? in)"
    r"|\b(?:acquir\w+|acquisition|purchas\w+|bought|buy|sale)\b[^.;]{0,100} (?:from|by)|\b(?:bid|offer) for"
    r"|\bparent company) (?:the |its |parent |rival |(?:[\w-]+ ){0,3}?(?:giant|leader|maker|company|firm|specialist|provider|manufacturer|subsidiary|unit|partner|nonprofit|developer|organizer|operator|retailer|startup|[a-z]+-(?:backed|owned|funded|led)) )?$",
    re.IGNORECASE,
)
_LIST_BEFORE = re.compile(
    r"\b(?:customers|clients|companies|partners|suppliers|competitors|retailers|tenants|manufacturers|OEMs|automakers|makers|carriers|operators|"
    r"banks|investors|firms|subsidiaries|affiliates|lenders|distributors|businesses|vendors|organizations|corporations|agencies|employers|"
    r"users|backers|licensors|owners|institutions|developers|providers|tenants|stores|exchanges|startups|start-ups|players|chains|utilities|hospitals|universities|peers|funds|majors|"
    r"giants|innovators|pioneers|specialists|enterprises|newcomers|champions|rivals|brokerages|airlines|insurers|builders|miners|sponsors|exhibitors|members|participants|licensees|dealers|resellers|employers|nonprofits|groups|"
    r"associations|shareholders|co-investors|leaders|brokers|underwriters|units|divisions|advis[eo]rs|auditors|counsels?|agents|contractors|labs|"
    r"studios|publishers|broadcasters|charities|foundations|landlords|lessors|wholesalers|grocers|restaurants|refiners|processors|marketers|consultancies|homebuilders|drugmakers|chipmakers|steelmakers|laboratories|clinics|newspapers|backers)\b(?: [\w’'-]+){0,8}?(?:,? (?:including|include|includes|included|such as|like|namely|are|rang(?:e|es|ing) from|among them|[–—])|:) ?(?:the )?$"
    r"|(?:\b(?:its|our|their|two|three|four)|[’']s) (?:[\w-]+ ){0,3}(?:subsidiaries|affiliates|divisions|units|partners|customers|competitors|distributors|lenders|shareholders|advis[eo]rs|auditors|counsels|agents|firms|licensees|suppliers|resellers|dealers|investors|underwriters)(?: ?[,:–—-])? $"
    r"|\b(?:two|three|four|both|some|many|several) of (?:[\w’'-]+ ){1,3}?(?:largest|biggest|leading|major|top|best-known) (?:[\w-]+ ){0,2}[a-z]+s, $"
    r"|\b(?:alliance|consortium|group|syndicate|coalition|venture),? (?:which|that)? ?(?:includes?|including|comprises|comprising|consists of|consisting of|made up of) $"
    r"|\b(?:positions|roles|posts|activities|stints|experience|tenures?|careers?|worked|management) (?:at|for|with) (?:[\w-]+ ){0,4}?(?:such as |including |like )?(?:the )?$",
    re.IGNORECASE,
)
_LIST_BEHIND = re.compile(
    r",? as (?:co-)?(?:defendants|partners|sponsors|customers|clients|distributors|resellers|underwriters|bookrunners|joint [a-z-]+s|co-managers|licensees|suppliers|tenants)\b|"
    r"(?:(?:,? (?:and|or)|,? among|, alongside) (?:\w+ )?other|,? (?:are|were) among (?:the|its|our|their|those)) (?:[\w/&’'-]+,? ){0,4}?(?:companies|manufacturers|makers|retailers|banks|carriers|airlines|automakers|insurers|vendors|suppliers|corporations|firms|lenders|utilities|"
    r"developers|publishers|studios|providers|operators|distributors|resellers|brokerages|employers|OEMs|agencies|nonprofits|charities|foundations|chains|competitors|customers|clients|tenants|investors|partners|organi[sz]ations|"
    r"institutions|hospitals|universities|broadcasters|subsidiaries|affiliates|shareholders|sponsors|exhibitors|giants|startups|builders|homebuilders|drugmakers|chipmakers|grocers|restaurants)\b"
)
_KIND_BEFORE = re.compile(
    r"(?:\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Oo]ur|their|fellow|[Rr]ival|sister|and|[A-Z][\w.]+-based|owned|led|with|for|by|from|to|at|as|via|through|including|like)|^|[’']s) ?(?:[\w/&-]+,? ){0,5}?"
    r"(?:company|nonprofit|non-profit|firm|startup|start-up|maker|manufacturer|retailer|provider|organization|agency|brokerage|bank|insurer|"
    r"airline|chain|operator|giant|subsidiary|affiliate|broker-dealer|utility|foundation|distributor|supplier|association|union|studio|publisher|producer|developer|organizer|leader|partner|"
    r"consultancy|carrier|builder|miner|lender|parent|vendor|contractor|brewer|grocer|unit|arm|division|liquidator|liquidators|auditor|law firm),? $"
)
_ACT_OF = re.compile(
    r"[’']s? (?:(?:recent|proposed|planned|pending|new|initial|continued) ){0,2}(?:adoption of|decision to|acquisition of|announcement (?:of|that)|bid (?:for|to)|offer (?:for|to)|"
    r"investment in|commitment to|plans? to|purchase of|proposal to|agreement (?:with|to)|lawsuit|bankruptcy|spin-?off|shares|stock price|share price|annual report|earnings)\b"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:located in|based in|headquartered in|city of|town of|province of|state of|county of|in|near|across|throughout|outside) $"
)
_POST_OF = re.compile(r"\b(?:vice president|director|manager|head|co-head) of (?:the )?$", re.IGNORECASE)
_TRADED = re.compile(
    r"\b(?:acqui\w+|purchas\w+|bought|buys?|buying|sale|sold|sells?|leas\w+|owns?|develop\w+)\b", re.IGNORECASE
)
_ONE_OF_TRADE = re.compile(r"\b(?:agent|counsel|trustee|auditor|registrar) $", re.IGNORECASE)
_SEATED = re.compile(
    r"(?:(?:[A-Z][\w.]+,? )?[A-Z][\w.]+-(?:based|headquartered|listed|owned)|[a-z]+-(?:backed|owned|funded|led|listed)) $"
)
_BEHIND_FORM = re.compile(r"\b(?:AG|SE|KGaA|GmbH|N\.?V\.?|S\.?A\.?|SpA|AB|ASA|Oyj), $")  # its seat
_SITE_IN = re.compile(
    r"\b(?:offices?|seat|plants?|sites?|headquarters|locations?|branch|warehouse|factory|residence|domiciled) in $"
)
# Only an organisation is headquartered; who is "based" somewhere and makes or sells something is one too.
_SEAT_AFTER = re.compile(
    r"(?: \([^()]{1,60}\))?,? (?:(?:is|was|which is) )?(?:also )?headquartered (?:in|at|near|outside)\b"
)
_SEAT_AHEAD = re.compile(
    r"(?:^|[.;] )(?:[A-Z]?[\w ]{0,30}\b)?(?:[Hh]eadquartered|(?P<based>[Bb]ased)) in [A-Z][^.;:]{2,80}(?:[A-Z]\.){0,3}, $"
)
_TRADES = re.compile(
    r" (?:also |currently |now )?(?:operates|provides|offers|develops|designs|manufactures|makes|serves|employs|sells|delivers|produces|distributes|owns)\b"
)
_PREPOSED = (" from ", " to ", " with ", " by ", " for ")
_ENDS_THERE = re.compile(r"[,;.]|$| (?:in|on|for|to|under|at|as|with|from|by|since|during|after|before|last|this)\b")
_FUND_LEAD = re.compile(r"\b(?:the|our|its|their|this|new|each|a|an) $", re.IGNORECASE)


_LONGEST_LEAD = 20  # characters, more than "headquartered in " has
_STUDY_STEMS = (
    "degree", "educat", "stud", "gradua", "mba", "m.b.a", "phd", "ph.d", "diploma", "alumn", "doctorate", "bachelor",
    "master", "b.a", "b.s", "m.a", "m.s", "fellowship", "residency", "certificate",
)  # fmt: skip


_FIRM_AFTER = (_LISTED, _OFFICE, _WITH_ITS, _UMBRELLA, _SERVES, _IS_ADVISER, _VOICE)
_THING_AFTER = (_PRODUCT, _PLACED_AFTER, _THING)


class Weight(IntEnum):
    """How much the context speaks for an organisation."""

    AGAINST = -2
    NOTHING = 0
    HINT = 1
    PROOF = 2


def _named_part(text: str, start: int, end: int) -> bool:
    """Whether a phrase is whom "the largest shareholder is ..." names, or whom somebody has chosen "to run ..."."""
    left = text[max(0, start - 60) : start]
    if _CHOSEN.search(left) and _TO_WORK.match(text, end):
        return True
    return left.endswith((" is ", " was ", " remains ", " is the ", " was the ", " remains the ")) and bool(
        _PART.search(left)
    )


def weigh(text: str, start: int, end: int, *, headed: bool = False) -> Weight:
    """What the words around text[start:end] say about it being an organisation; `headed`: it ends in a head word."""
    left = _SEATED.sub("", text[max(0, start - 90) : start])
    if _BEHIND_FORM.search(left[-10:]) and text.startswith(",", end) and " " not in text[start:end]:
        return Weight.AGAINST
    if _follows(_FIRM_AFTER, text, end) or _named_part(text, start, end) or _seated(text, left, end):
        return Weight.PROOF
    if _follows(_THING_AFTER, text, end) or _studied(left):
        return Weight.AGAINST
    if _SITE_IN.search(left, max(0, len(left) - 2 * _LONGEST_LEAD)):
        return Weight.AGAINST
    if _APPOSED.match(text, end) or plays_part(text, start, end) or worked_there(text, start, end):
        return Weight.PROOF
    estate = not headed and text[start:end].rpartition(" ")[2].lower() in word_class("estates")
    if estate and _TRADED.search(left, max(0, len(left) - 2 * _LONGEST_LEAD)):
        return Weight.NOTHING  # a property bought, built or let
    if not headed and text[start:end].count(" ") == 1 and _ONE_OF_TRADE.search(left, max(0, len(left) - _LONGEST_LEAD)):
        return Weight.HINT  # as well a person: "listing agent Jane Doe"
    if _last_word(left) in word_class("party-ends") and _PARTY_BEFORE.search(left):
        return Weight.PROOF if not left.endswith(("the ", "its ")) or headed else Weight.NOTHING
    if not headed and text[end : end + 1] not in "’'" and left.endswith((" of ", " of the ")) and _POST_OF.search(left):
        return Weight.HINT if " " in text[start:end] else Weight.NOTHING  # a company, or a part of the holder's own
    if _last_word(left) in word_class("kind-ends") and _KIND_BEFORE.search(left):
        return Weight.PROOF
    if _ACT_OF.match(text, end) or (deals(text, start, end) and (headed or not left.endswith("the "))):
        return Weight.PROOF
    if headed and _firm_there(text, left, start, end):
        return Weight.PROOF
    if _FUND_LEAD.search(left, max(0, len(left) - _LONGEST_LEAD)):
        return Weight.HINT if headed and _VERB.match(text, end) else Weight.NOTHING
    if _DOES.match(text, end) and _firmly(text[start:end]):
        return Weight.PROOF
    if _VERB.match(text, end):
        return Weight.PROOF if not left.strip() and " " in text[start:end] else Weight.HINT
    if _WEAK_VERB.match(text, end):
        return Weight.HINT
    there = _PLACE_BEFORE.search(left, max(0, len(left) - _LONGEST_LEAD))
    return Weight.AGAINST if there else Weight.NOTHING


def _follows(patterns: Sequence[re.Pattern[str]], text: str, at: int) -> bool:
    return any(pattern.match(text, at) for pattern in patterns)


def _seated(text: str, left: str, end: int) -> bool:
    """Whether a phrase is whom the words around it tell the seat of."""
    if _SEAT_AFTER.match(text, end):
        return True
    ahead = _SEAT_AHEAD.search(left) if left.endswith(", ") else None
    return ahead is not None and bool(_TRADES.match(text, end) or (not ahead["based"] and _VERB.match(text, end)))


def _firm_there(text: str, left: str, start: int, end: int) -> bool:
    """Whether a name of several words that ends as firms' do stands alone behind a preposition: "from Alder Realty"."""
    words = text[start:end].split()
    there = left.endswith(_PREPOSED) and _ENDS_THERE.match(text, end) is not None
    return there and len(words) > 1 and words[-1].lower() in org_heads()


def _firmly(name: str) -> bool:
    """Whether a phrase of several words is rather a firm's name than a person's: by a sign, its length or its last word."""
    words = name.split()
    last = words[-1].lower()
    return len(words) > 1 and (
        "&" in words or len(words) > 2 or last in org_heads() or last in word_class("fields-in-names")
    )


def _studied(left: str) -> bool:
    """Whether the words before a name tell of studies; the stems spare nine of ten searches."""
    lower = left.lower()
    return any(stem in lower for stem in _STUDY_STEMS) and bool(_STUDY.search(left))


def opens_list(text: str, start: int) -> bool:
    """Whether a list of organisations begins or runs at a position ("customers such as A, B and C")."""
    left = text[max(0, start - 110) : start]
    return _last_word(left) in word_class("list-ends") and bool(_LIST_BEFORE.search(left))


def closes_list(text: str, end: int) -> bool:
    """Whether a list of organisations ends at a position ("A, B and other leading retailers", "among other banks")."""
    return text.startswith(
        (" and", ", and", " or", ", or", ", among", " among", ", alongside", " as ", ", as ", " are ", " were "), end
    ) and bool(_LIST_BEHIND.match(text, end))


def _last_word(left: str) -> str:
    """The last word before a name, articles passed over."""
    words = left.rsplit(None, 3)
    last = words[-1].lower().rstrip(",:") if words else ""
    return words[-2].lower().rstrip(",:") if last in ("the", "its") and len(words) > 1 else last
