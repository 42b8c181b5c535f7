"""How releases tell whom a company supplies and serves, as patterns over annotated text."""

from __future__ import annotations

from typing import Final

from kg.extract.customers.buyer_grammar import (
    BUYER_RUN,
    BUYERS,
    CLASS,
    CUST,
    GOODS,
    NAMED,
    NOT,
    ONE,
    ORGS,
    SUP,
    TAIL,
    VERBS,
    WORDS,
    rule,
)

# Buyers whose names are known for those of organisations.
_ORGS: Final = r"(?:the )?{org}(?:(?:,? (?:and|or|&) |, )(?:the )?{org}){0,9}"

SUPPLY: Final = (
    rule(
        "supplies",
        rf"(?:{SUP}|{{facility}}|(?:,|\b(?:and|by|while))(?= (?:also )?(?:providing|supplying|delivering)\b)|\b(?:and|while)(?= (?:also |now |currently )?(?:supplies|provides|ships|sells|delivers|manufactures|produces|distributes|installs|makes)\b)|\b(?:it|which|products?|plant|factory|unit|division|subsidiary|manufacturer|supplier)),? (?:[^\s;:.()\ue000-\uf8ff]+ ){{0,8}}?(?P<verb>{VERBS}|(?:makes|making|builds|packs|packages|bottles|assembles|assembling)(?! an? | the )|(?<=will )(?:build|construct|assemble|make|operate|design and build)) {GOODS}(?:to|for) (?P<orgs>{ORGS})",
        "suppl* provid* ship* sell* sold deliver* manufactur* produc* distribut* install* makes making builds packs packages bottles assembl* build construct make operate",
    ),
    rule(
        "makes-for",
        rf"{SUP},? (?:also |will |has |have |to |now |currently )*(?P<verb>(?:process|print|design|develop|packag|maintain|operat|fabricat|refurbish|engineer)(?:e?s|ed|e)?) {GOODS}for (?P<orgs>{_ORGS})(?=[.,;]|$| (?:and|in|at|under|since|which|to)\b)",
        "process* print* design* develop* packag* maintain* operat* fabricat* refurbish* engineer*",
    ),
    rule(
        "supplier-to",
        rf"\b(?:suppliers?|vendors?|prime contractor)(?! of the (?:year|month|quarter|{{period}}|{{date}})) (?:of (?P<prod>[^;:.()]{{2,80}}?) )?(?:to|for|by) (?:the (?=[\ue000-\uf8ff]|(?-i:City|County|State|Department|Ministry|Port|University)\b))?(?P<orgs>{NAMED}(?: and {NAMED})?)(?! (?-i:[A-Z]))",
        "supplier suppliers vendor vendors contractor",
    ),
    rule(
        "supplies-class",
        rf"\b(?:(?P<verb>{VERBS}|offer(?:s|ing)?|market(?:s|ing)?|licens(?:es|ed|ing)|leas(?:es|ing)|rents|renting|sampl(?:es|ed|ing))|(?:suppliers?|providers?|distributors?|marketers?|manufacturers?|makers?|developers?|designers?|seller) of) {GOODS}(?:to|for use by) {CLASS}",
        "licens* leas* rents renting sampl* suppl* provid* ship* sell* deliver* manufactur* produc* distribut* offer* market* maker* designer* developer*",
    ),
    rule(
        "serves",
        rf"\b(?P<verb>serv(?:es?|ed|ing|ices)|train(?:ed|s)|supports?|help(?:s|ed|ing)? (?:its|our|their)|partner(?:s|ing) with(?= (?:[a-z~]+ ){{0,3}}{{count}}\+? (?:[a-z-]+ ){{0,4}}?(?:customers|clients)\b)|with(?= (?:[a-z~]+ ){{0,3}}{{count}}\+? (?:[a-z-]+ ){{0,4}}?(?:customers|clients|subscribers|accounts)\b)|to(?= (?:[a-z~]+ ){{0,3}}{{count}}\+? (?:[a-z-]+ ){{0,4}}?(?:customers|clients|subscribers)\b)|for(?= (?:[a-z~]+ ){{0,3}}{{count}}\+? (?:[a-z-]+ ){{0,4}}?(?:customers|clients|brands|retailers|hospitals|banks)\b)|(?:used|deployed|installed|adopted|in use|running|live) (?:at|in|across)|us(?:ed|able) by|power(?:s|ing)(?: the [a-z ]{{3,30}} (?:of|for))?|trusted by|relied (?:up)?on by|utili[sz]ed by) (?P<desc>(?:approximately |about |over |more than |nearly |some |around |~|almost )*{{n:count}}\+? (?:(?!(?:to|from|by|with|that|which|has|is|was|are|will|in|across|at|through|throughout|around)\b)[^\s;:.,()]+ ){{0,5}}?{BUYERS}(?!\w)(?: (?:worldwide|nationwide|globally|(?:in|across|throughout|around) (?:(?!(?:through|with|by|and|for|to|has|from|its|our|their)\b)[^\s;:.,()]+(?: |(?![^\s;:.,()]))){{1,6}}))?)",
        "power* deployed installed adopted running live serv* train* support* help* partner* used trusted relied utili* customers clients subscribers accounts brands retailers hospitals banks",
    ),
    rule(
        "sale-of",
        rf"\b(?P<verb>sales?|deliver(?:y|ies)|shipments?|supply|provision) of {GOODS}to {ONE}",
        "sale sales delivery deliveries shipment shipments supply provision",
        "new",
    ),
    rule(
        "sale-to",
        rf"(?<!\w)(?:{{money}}|initial|first|new|second|another) (?:[a-z-]+ ){{0,2}}?(?P<verb>sale) to {ONE}",
        "sale",
        "new",
    ),
    rule("sales-to", rf"(?<!of )\b(?P<verb>sales) to (?P<orgs>{ORGS})", "sales"),
    rule(
        "orders-from",
        rf"\b(?P<verb>orders|shipments|deliveries|(?:demand|bookings|volumes?|reorders|re-orders)(?= from))(?: of [^;:.]{{2,50}}?)? (?:from|to) (?P<orgs>{ORGS})(?! (?:and|or) [a-z])",
        "orders shipments deliveries demand bookings volume volumes reorders re-orders",
    ),
    rule(
        "business-with",
        rf"\b(?P<verb>won|wins|winning|gained|secured|awarded|captured|landed) (?:(?:{{count}}|new|additional|significant|several|major|multiple|first|production|platform|vehicle|a|an|its) ){{0,4}}(?:business|programs?|accounts?|platforms?) (?:with|from|at) {CUST}",
        "business program programs account accounts platform platforms",
        "new",
    ),
    rule(
        "sold-to-class",
        rf"\b(?:is|are|were|was) (?:also )?(?P<verb>sold|marketed|supplied|distributed|provided|offered|licensed|available)(?: (?:primarily|principally|mainly|directly|exclusively|now))? (?:(?:through|by) (?:[\w-]+ ){{1,5}})?to {CLASS}",
        "sold marketed supplied distributed provided offered licensed available",
    ),
    rule(
        "serves-class",
        rf"\b(?P<verb>serv(?:es?|ed|ing)|(?:(?<=bank )|(?<=company )|(?<=firm )|(?<=also )|(?<=which )|(?<=it )|(?<=[\ue100-\uf8ff] ))services|(?:suppliers?|providers?|vendors?) to|cater(?:s|ed|ing)? to|(?<=[\ue000-\uf8ff] )(?:(?:also|now|currently|already) )?(?:provides?|supply|supplies|offers?|delivers?|licenses?|ships?) to|(?:caters|catering|sells?|selling|marketing|markets) (?:primarily |mainly |directly )*to) (?:the (?:needs|interests) of )?{CLASS}",
        "serv* cater* sell* market* supplier suppliers provider providers vendor vendors provide* supply supplies offer* deliver* license* ship*",
    ),
    rule(
        "provides-with",
        rf"\b(?P<verb>provid(?:e|es|ed|ing)|suppl(?:y|ies|ied|ying)|furnish(?:es|ed|ing)?|equip(?:s|ped|ping)?) (?:(?P<orgs>{ORGS})|{CLASS}) with (?P<prod>(?:{WORDS}){{0,14}}?[^\s;:.,]+)(?=[.;:]|$| (?:to|that|which|who|so|while|when|under|since|from|through)\b|, (?:which|while|including|as)\b)",
        "provid* suppl* furnish* equip*",
    ),
    rule(
        "enables",
        rf"\b(?P<verb>empowers|enables|allows|helps|equips) {CLASS} (?=(?!(?:and|or|of|in|for|on|at|by|from|that|which|who)\b)[a-z])",
        "empowers enables allows helps equips",
    ),
    rule(
        "made-for-class",
        rf"\b(?:(?P<verb>provid(?:e|es|ing)|suppl(?:y|ies|ying)|licens(?:es|ing)|manufactur(?:es?|ing)|produc(?:es?|ing)|develop(?:s|ing)?|design(?:s|ing)?|build(?:s|ing)?|mak(?:es|ing)|deliver(?:s|ing)|(?:power|secure|manage|automate|host|processe|protect|handle|operate)s|(?<=that )(?:power|secure|manage|automate|host|protect|operate)|offer(?:s|ing)?|speciali[sz](?:es|ing) in|performs|performing|conducts|writes|underwrites|(?<!capital )(?<!financial )(?<!and )market(?:s|ing)|sell(?:s|ing))"
        rf"|(?:suppliers?|providers?|distributors?|marketers?|manufacturers?|makers?|developers?|designers?|seller|vendor) of|(?:leaders?|specialists?|experts?|pioneers?) in(?! (?:call|push|press|advocat|lobby|argu|campaign|fight)ing\b)) {GOODS}(?:for|across(?= (?:[\w-]+,? (?:and )?){{0,6}}(?:clients|customers)\b)|(?:most |widely |primarily |mainly )?(?:used|relied (?:up)?on|preferred|trusted) by) {CLASS}",
        "provid* suppl* licens* manufactur* produc* develop* design* build* mak* deliver* offer* market* sell* supplier* distributor* vendor power* secur* manag* automat* host* process* protect* handl* operat* speciali* perform* conducts writes underwrites leader leaders expert experts pioneer*",
    ),
    rule(
        "tool-for-class",
        rf"(?:,|\bis|\bare|\bof|\bits) (?:an?|the|new) (?P<prod>(?:[\w-]+ ){{0,6}}?(?:editor|software|compiler|package|system|systems|platform|library|utility|solutions?|tools?|toolkit|equipment|instruments?|machines|hardware|database|suite|app|applications?|developer|provider|vendor|maker|marketplace|network|service|agency|studio|consultancy)) for {CLASS}",
        "editor software compiler package system systems platform library utility solution solutions tool tools toolkit equipment instrument instruments machines hardware database suite app application* developer provider vendor maker marketplace network service agency studio consultancy",
    ),
    rule(
        "designed-for-class",
        rf"\b(?:is|are|was|were)(?: (?:specifically|specially|primarily|also|expressly))* (?P<verb>designed|built|intended|developed|created|made|tailored|engineered|optimi[sz]ed) (?:(?:specifically|exclusively|primarily|expressly|especially) )?for (?:use (?:by|in) )?{CLASS}",
        "designed built intended developed created made tailored engineered optimi*",
    ),
    rule(
        "supplies-one",
        rf"{SUP},? (?:[^\s;:.()\ue000-\uf8ff]+ ){{0,8}}?(?P<verb>{VERBS}) {GOODS}(?:to|for) (?P<desc>(?:(?:a|an|another|one of the|several|two|three|four|{{place}}['’]s|{{n:count}}) )(?:{NOT}[^\s;:.(),]+,? ){{0,8}}?{BUYERS}(?!\w){TAIL})",
        "suppl* provid* ship* sell* sold deliver* install*",
    ),
    rule(
        "supplies-direct",
        rf"{SUP},? (?:which |that |who )?(?:has |have |had |been |will |also |currently |now |long )*(?P<verb>suppl(?:ies|ied|ying|y)|serv(?:es|ed|ing|e)|(?:done|does|do|doing|did) (?:(?!no\b)[a-z]+ )?business with|sells? to|sold to|selling to|ships? to|(?:have|has|had) an? (?:[a-z-]+ ){{0,3}}(?:supply|supplier|customer|sales) (?:relationship|agreement|contract) with) (?P<orgs>{ORGS})(?=[,.;]|$| (?:since|for|from|with|in|under|and)\b)",
        "suppl* serv* business sell* sold ship* relationship agreement contract",
    ),
    rule(
        "shipments-to",
        rf"\b(?P<verb>shipments?|deliver(?:y|ies)|sales?|supply|provision|installation)(?: and [a-z]+)? of {GOODS}(?:to|for) {CLASS}",
        "shipment shipments delivery deliveries sale sales supply provision installation",
    ),
    rule(
        "launched-for-class",
        rf"\b(?P<verb>introduc(?:es|ed|ing)|launch(?:es|ed|ing)|unveil(?:s|ed|ing)|releas(?:es|ed|ing)|debut(?:s|ed|ing)) {GOODS}for (?:use by )?{CLASS}",
        "introduc* launch* unveil* releas* debut*",
    ),
    rule(
        "adds-customers",
        r"\b(?P<verb>add(?:s|ed|ing)?|gain(?:s|ed)|sign(?:s|ed)|won|wins|onboarded|attracted|secured) (?P<desc>(?:approximately |about |over |more than |nearly |some |almost )*{n:count} (?:[a-z-]+ ){0,4}?(?:customers|clients|accounts|subscribers)(?!\w)(?![;:,] (?:one|the first|{count}))(?: (?:in|across) (?:(?!(?:to|and|for|with)\b)[^\s;:.,()]+(?: |(?![^\s;:.,()]))){1,4})?)",
        "customers clients accounts subscribers",
        "new",
    ),
    rule(
        "used-by-class",
        rf"\b(?:is|are|were|being|been|widely|currently|software|products?|systems?|tools?|equipment|technology|platform|instruments?|devices?) (?P<verb>used|deployed|installed|adopted) (?:primarily |mainly |widely |today )?(?:by|at) {CLASS}",
        "used deployed installed adopted",
    ),
    rule(
        "class-uses",
        rf"(?:^|[,;] |\b(?:with|as|and|where|while) ){CLASS} (?:increasingly |now |also |already |are |have )*(?P<verb>us(?:e|ing|ed)|utili[sz](?:e|ing)|integrating|adopt(?:ing|ed)?|deploy(?:ing|ed)?|rely(?:ing)? on|chosen|selected) {{sup:org|our}}",
        "use using used utiliz* utilis* integrating adopt* deploy* rely relying chosen selected",
    ),
    rule(
        "project-for",
        rf"\b(?P<verb>project|pilot|proof-of-concept|deployment|installation|rollout|implementation) (?:for|with|at) (?P<desc>(?:a|an|one of the) (?:{NOT}[^\s;:.(),]+,? ){{0,8}}?{BUYER_RUN}{TAIL})(?: (?:utiliz|us)(?:es|ing|ed) {{sup:org}})?",
        "project pilot proof-of-concept deployment installation rollout implementation",
    ),
    rule(
        "work-for",
        rf"\b(?:(?:work|study|services|testing|systems?|development|units|boards|parts|components|equipment) (?:is|are|was|were|being|been|will be)? ?(?:being )?(?P<verb>performed|conducted|carried out|done|developed|built|manufactured|produced|undertaken)"
        rf"|(?P<verb2>(?:done|does|doing|did|perform|complet|undertak|carri|conduct|execut|handl)\w* (?:out )?(?:(?:the|a|an|its|several|many|two|three|{{count}}|major|other) )?(?:[a-z-]+ ){{0,3}}(?:work|projects?|jobs?|assignments|studies|installations|engagements|campaigns|contracts))) for (?:the )?(?P<orgs>{ORGS})",
        "performed conducted carried done developed built manufactured produced undertaken does doing did perform* complet* undertak* conduct* execut* handl*",
    ),
    rule(
        "supplied-to",
        rf"(?<!\w)(?P<prod>(?:(?:the|these|our|its|all|such) )?(?:(?!(?:and|or|is|are|was|were|that|which|has|have|it|of|in|to|by|with|on|at|from|for|improvements?|changes|provisions?|efforts?)\b)[^\s;:.,()]+ ){{1,6}}?)(?:is|are|was|were|will be|being|have been|has been) (?:(?:also|now|being|currently|already|primarily|mainly|exclusively|principally) )*(?P<verb>(?:supplied|sold|shipped|delivered|provided)(?= (?:[a-z]+ly )?to)|(?:made|manufactured|built|produced|developed|designed)(?= (?:[a-z]+ly )?for)) (?:[a-z]+ly )?(?:to|for) (?:customers (?:such as|including|like) )?(?P<orgs>{_ORGS})(?: by {{sup:org|we}})?(?=[.,;]|$| (?:in|under|since|and|for|by|from|during|at)\b)",
        "supplied sold shipped made manufactured built delivered produced provided developed designed",
    ),
    rule(
        "sold-at",
        rf"\b(?:products?|brands?|lines?|goods|items|merchandise) (?:are|is|were) (?:also |now |currently )?(?P<verb>sold|carried|stocked|available) (?:primarily |nationwide |exclusively )?(?:at|by|in|through) (?P<orgs>{ORGS})",
        "sold carried stocked available",
    ),
    rule(
        "customer-base",
        rf"\b(?P<verb>built|building|boasts|maintains|serves|serving|has|have|with) (?:a|an) (?P<desc>(?:(?!of\b){NOT}[^\s;:.()]+ ){{1,6}}?(?:customer|client) base(?!\w)(?: of (?:{NOT}[^\s;:.(),]+(?: |(?![^\s;:.(),]))){{1,6}})?)",
        "base",
    ),
)
