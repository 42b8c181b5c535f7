"""How releases tell who buys from whom, as patterns over annotated text."""

from __future__ import annotations

from typing import Final

from kg.text.patterns import Rule, Rules

# Nouns of those who buy, when only a description is given.
_BUYERS = (
    r"(?:manufacturers?|makers?|producers?|providers?|retailers?|customers?|clients?|accounts?|oems?|compan(?:y|ies)|banks?"
    r"|institutions?|operators?|utilit(?:y|ies)|carriers?|airlines?|hospitals?|distributors?|agenc(?:y|ies)|organi[sz]ations?"
    r"|contractors?|firms?|universit(?:y|ies)|corporations?|governments?|ministr(?:y|ies)|municipalit(?:y|ies)|chains?"
    r"|integrators?|insurers?|automakers?|brands?|conglomerates?|builders?|authorit(?:y|ies)|wholesalers?|resellers?"
    r"|health systems?|school districts?|publishers?|broadcasters?|processors?|refiners?|miners?|restaurants?|responders?"
    r"|laborator(?:y|ies)|physicians|clinics|schools|pharmac(?:y|ies)|dealers?|developers|farmers|growers|employers"
    r"|portals|merchants|businesses|enterprises|navy|army|air force|military|channel partners|{facility})"
)
# Of a class that is served only the plural, and a few words that are many by themselves.
_BUYERS_MANY = (
    r"(?:[a-z-]*(?:makers|manufacturers|producers|providers|retailers|operators|carriers|lines|distributors|contractors|builders|integrators"
    r"|insurers|wholesalers|resellers|publishers|broadcasters|processors|refiners|growers|farmers|employers|merchants|dealers|developers)"
    r"|oems|companies|banks|institutions|utilities|hospitals|agencies|organi[sz]ations|firms|universities|corporations|governments"
    r"|municipalities|chains|brands|authorities|health systems|school districts|miners|restaurants|responders|laboratories|physicians"
    r"|clinics|schools|pharmacies|portals|businesses|enterprises|military|customers|clients|government|retailers|hotels|casinos"
    r"|automakers|refineries|shippers|brokers|advisors|homebuilders|foundries|fabs|mills|studios|airports|ports|railroads|farms|{facility})"
)
_NOT = (
    r"(?!(?:to|from|by|with|that|which|who|has|have|had|is|was|are|were|will|would|at|on|as|than|its|our|their|in|into|via"
    r"|through|under|after|before|during|while|when|if|because|due|including|said|announced)(?![\w-]))"
    r"(?!{org}|{we}|{our}|{person})"
)
_TAIL = (
    r"(?: (?:of|in|based in|located in|serving|throughout|across|within) (?:(?!(?:to|by|with|that|which|has|is|was|are|will|for|from|said|as|at)\b)"
    r"[^\s;:.,()]+(?:,? |$|(?=[.,;:)]))){1,8}|(?: for the [^\s;:.,()]+(?: [^\s;:.,()]+)? (?:market|industry|sector)))?"
)
DESCRIBED: Final = (
    rf"(?:(?:a|an|one|one of|another|the|several|multiple|{{count}} of|{{count}}|more than {{count}}|over {{count}}) )?(?:of )?(?:(?:the|our|its) )?"
    rf"(?:{_NOT}[^\s;:.()]+ ){{0,10}}?{_BUYERS}(?!\w){_TAIL}"
)
_VERBAL = (
    r"(?:help|serve|support|manage|retain|accelerate|innovate|improve|meet|attract|enable|ensure|provide|reach|assist|allow|protect|grow"
    r"|expand|build|create|make|let|give|deliver|maximi[sz]e|drive|ultimately|become|increase|reduce|better|address|optimi[sz]e|connect"
    r"|bring|empower|transform|solve|boost|keep|sell|offer|develop|further|continue|use|purchase|satisfy|shareholders|stockholders|investors"
    r"|employees|share|fund|finance|acquire|promote|identify|secure|complement|strengthen|enhance|power|unlock)"
)
_PLACES = r"(?: (?:in|throughout|across|around|within) (?:(?!(?:to|by|with|that|which|has|is|was|are|will|for|from|said|as|at|announced|today|through)\b)[^\s;:.,()]+(?: |$|(?=[.,;:)]))){1,8})?"
_CLASS_TAIL = rf"(?:(?:,? (?:and|or|&|as well as) |, ){_NOT}[^\s;:.,()]+(?: {_NOT}(?!(?:and|or|for)\b)[^\s;:.,()]+){{0,6}}){{0,5}}{_PLACES}"
# A name of a list: an organisation, or a capitalised phrase where a list of buyers goes on.
_NAME = (
    r"(?:{org}|{title}|(?-i:[A-Z0-9][\w&.'’+-]*(?: (?:of |de |& )?[A-Z0-9][\w&.'’+-]*){0,4})"
    r"(?=[,.;)]| (?:and|or|&|among|as well|to name|in|for|with|to|at|who|which|by)(?![\w-])|$))"
)
# A buyer by name: an organisation, or capitalised words where only a name of one can stand.
NAMED: Final = (
    r"(?:{org}|(?:{place}|u\.s\.|us|federal) (?:government|navy|army|air force|military|department of defense)(?! (?:base|bases|personnel|agencies|agency|officials|contractor|contractors|contracts?|business|customers|programs?)\b)|(?-i:(?!(?:The|Our|Its|A|An|In|This|These|Those|Phase|Fortune|Tier|Q[1-4]|New|Major|Leading|Large|Additional|Its|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|Fiscal|Class|Series|Inc|Corp|No|Excluding|Including|Besides|Other|With|Without|Since|When|While|For|From|At|On|By|To|As|We|It|Both|Each"
    r"|All|Only|Two|Three|Four|Five|Ten|One|If|After|Before|Following|Under|Sales|Revenue|Revenues|Orders|Shipments|Demand|Total|Net) )"
    r"[A-Z][\w&.'’+-]*[\w+](?: (?:(?:of|&|de|for) )?[A-Z0-9][\w&.'’+-]*[\w+]){0,5})"
    r"(?=[,.;:)]|$|['’]s?\b| (?:and|or|&|as|in|for|to|at|under|with|on|over|by|that|which|who|has|have|had|is|are|was|were|will|through"
    r"|since|during|beginning|accounted|represented|comprised|contributed|selects?|selected|chose|placed|awarded|ordered|renewed"
    r"|terminated|cancelled|did|said|after|following|because|recently|also|each|together|remains?|became|becomes|totaling|valued)(?![\w-])))"
)
ORGS: Final = rf"(?:the )?{NAMED}(?:(?:,? (?:and|or|&|as well as) |, )(?:the )?{NAMED}){{0,24}}"
LIST: Final = rf"(?:the )?{_NAME}(?:(?:,? (?:and|or|&|as well as) |, )(?:the )?{_NAME}){{0,24}}"
_SUP = r"{sup:org|we|our}(?:['’]s?)?"
_HAS = r"(?:has |have |had |is |are |was |were |been |being |also |recently |now |just |today |will be |to be )*"
_CUST = rf"(?:(?P<orgs>{ORGS})|(?P<desc>{DESCRIBED}))"
_ONE = rf"(?:the )?(?P<orgs>{NAMED})"
_MONEYED = (
    r"(?:net |total |consolidated |gross |annual |quarterly |product |our |its |their |the |company['’]s |{whose:org}['’]s? |{our} |fiscal |overall |first |second |third |fourth |{period} |year['’]s |{date} |of |quarter['’]?s? |trade |outstanding )*(?:(?!cost|costs|expens|our|its|selling|operating)[a-z-]+ ){0,2}?"
    r"(?P<of>revenues?|sales|receivables?|accounts receivable|backlog|orders|bookings|billings|turnover|business|production|volume)"
)
_QUALIFIED = r"(?P<bound>(?:approximately |about |roughly |nearly |almost |more than |over |less than |up to |at least |under |in excess of |greater than |an aggregate of |only |a combined |around |some )*)"
_SHARE = (
    rf"{_QUALIFIED}{{share:percent}}(?:, (?:approximately |about )?{{share2:percent}},?)?(?: (?:and|or) (?:approximately |about )?{{share3:percent}})?"
    rf"(?P<more> or (?:more|greater|less))?,?(?: respectively,?)?(?: each)? of {_MONEYED}"
)
_BUYER = (
    r"(?P<cust>(?<!\w)(?:no |not one |no single |no one |no {count} |one |two |three |four |five |ten |{count} |{our} |{buyerof:org}[’']s? |our |its |the |a |single |any |each |both |these |of |top |largest |largest single |"
    r"(?:(?!(?:to|from|by|with|that|which|has|have|had|is|was|are|were|will|in|on|for|and)\b)[a-z-]+ )){0,7}(?:customers?|clients?|accounts?|oems?|distributors?))"
)
_BUYER_TOO = "(?!no |not |none |only )" + _BUYER.replace("<cust>", "<ranked>").replace("{buyerof:", "{ranker:")
_OF_WHOM = rf"(?:(?:sales|revenues?|shipments|deliveries|business|billings|orders|work) (?:to|from|for|with) )?(?:(?P<orgs>{ORGS})(?:, {_BUYER_TOO})?|{_BUYER}(?:, (?P<orgs2>{NAMED}))?)"
_ACCOUNT = r"(?:each |together |collectively |individually |which |who |that |have |has |had |also )*(?:account(?:ed|s|ing)? for|represent(?:s|ed|ing)?|compris(?:ed|es|ing)|contribut(?:ed|es|ing)|generat(?:ed|es|ing)|constitut(?:ed|es|ing)|made up|provid(?:ed|es)|exceed(?:ed|s)|were|was|totaled|(?:declin|decreas|increas)ed to|fell to|rose to|grew to|dropped to)"
_CLIENTS = r"(?:customers?|clients?|clientele|customer base|client base|customer list|client list|client roster|accounts|subscribers)"
_DEAL = (
    r"(?:(?:purchase |sales |work |delivery |change )?orders?|(?:sub)?contracts?(?: awards?| extensions?| renewals?| modifications?)?|purchase commitments?"
    r"|(?:[a-z-]+ )?(?:supply|services?|sales|master services?|procurement|framework|delivery|offtake|off-take|manufacturing|production|maintenance|software|hosting|saas|subscription|outsourcing|purchase|energy|tolling|licensing and services) (?:agreements?|contracts?|arrangements?)"
    r"|task orders?|design wins?|letters? of intent)"
)
_GOT = (
    r"(?:receiv(?:ed|es|ing)|won|wins|winning|secur(?:ed|es|ing)|land(?:ed|s)|book(?:ed|s)|sign(?:ed|s|ing)|obtain(?:ed|s)|inked|entered into|awarded"
    r"|announc(?:ed|es|ing)|finali[sz]ed|execut(?:ed|es)|renew(?:ed|s|ing)|extend(?:ed|s|ing)|complet(?:ed|es|ing)|deliver(?:ed|s|ing)|clos(?:ed|es)|captur(?:ed|es)|receive|win|secure|under|through|of)"
)
_WORDS = r"(?:(?!(?:from|which|that|said)\b)[^\s;:.]+ )"
_VERBS = r"(?:suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)|ship(?:s|ped|ping)?|sells?|sold|deliver(?:s|ed|ing)?|manufactur(?:e|es|ed|ing)|produc(?:e|es|ed|ing)|distribut(?:es|ed|ing|e))"
_GOODS = r"(?P<prod>(?:(?!(?:to|from|by|with|without|entitlement|related|due|prior|subject|according|that|which|has|is|was|are|will|support|funding|financing|information|guidance|returns|updates|notice|value|loans?|capital|liquidity|access|benefits?|opportunit(?:y|ies)|capital)\b)[^\s;:.()]+ ){1,14}?)"
_TAKES = r"(?:select(?:ed|s|ing)?|chose|chosen|chooses|pick(?:ed|s)?|tapped|taps|contracted with|contracts with|hired|hires|order(?:ed|s)|adopt(?:ed|s)|deploy(?:ed|s|ing)?|implement(?:ed|s|ing)?|standardiz(?:ed|es) on|renew(?:ed|s) with|purchas(?:ed|es) from|turn(?:ed|s) to|us(?:es|ing)|install(?:ed|s|ing)|purchas(?:ed|es|ing)|bought|relies on)"
_ADJ = (
    r"(?:(?:new|newest|existing|largest|key|valued|long-?time|long-term|long-?standing|principal|major|first|second|third|biggest"
    r"|important|top|current|former|anchor|lead|leading|single|primary|main|core|big|oldest|marquee|flagship|strategic|loyal|global"
    r"|international|domestic|commercial|industrial|enterprise|corporate|government|oem|retail|wholesale|end|potential|significant"
    r"|most|of|the|{count}|prospective|initial|launch|original|other|recent|many|notable|prominent|wireless|automotive|telecom"
    r"|aerospace|medical|semiconductor|foundry|utility|charter|paying|beta|pilot),? ){0,4}"
)
_TRADE = (
    r"(?:restaurant|foodservice|automotive|semiconductor|aerospace|oem|utility|hospital|airline|telecom|telecommunications|medical"
    r"|pharmaceutical|mining|municipal|military|defense|banking|insurance|refinery|refining|biotech|healthcare|dairy|grocery|chemical"
    r"|marine|railroad|rail|steel|paper|packaging|wireless|cable|broadcast|education|homebuilder|agricultural|trucking|logistics)"
)
_OWN = r"(?:{own:our}|our|its|their|{own2:org}['’]s?)"


def _rule(name: str, pattern: str, triggers: str, status: str = "existing") -> Rule:
    return Rule(name, pattern, tuple(triggers.split()), {"status": status})


RULES: Final = Rules(
    (
        # Shares of revenue, receivables, backlog, orders.
        _rule(
            "share",
            rf"{_OF_WHOM},? {_ACCOUNT} (?:for )?(?:{{money}},? (?:or|representing) )?{_SHARE}",
            "account* represent* compris* contribut* generat* constitut* made provid* exceed* were was totaled declin* decreas* increas* fell rose grew dropped",
        ),
        _rule(
            "share-from",
            rf"{_SHARE} (?:(?:in|for|during) {{period}} )?(?:(?:was |were |came |is |are )?(?:derived |generated |earned |made |coming )?(?:from|by)|(?:was |were |is |are )?(?:attributable|made|sold|due|related) to) {_OF_WHOM}",
            "from to by",
        ),
        _rule(
            "share-at",
            rf"(?P<orgs>{NAMED}) (?:remains|is|was|remained|became|continues to be) {_OWN} {_ADJ}customer,? (?:at|with|accounting for|representing|comprising) {_SHARE}",
            "customer",
        ),
        _rule(
            "percent-customer",
            rf"(?P<orgs>{ORGS}) (?:was|is|were|are|became|remained) (?:also )?(?:a |an |our |the only |only |both )?{{share:percent}}(?P<more>[ -]plus| or greater)? customers?(?!\w)",
            "customer customers",
        ),
        # Lists.
        _rule(
            "customers-include",
            rf"(?:\b(?P<held>{_OWN}|serv(?:es|ing)|counts?) {_ADJ})?{_CLIENTS}(?: (?:in|of|for|across|around) [^;:.()]{{2,60}}?)?,? (?:currently |now |also |who |which |already |that )?(?P<inc>includ(?:e|es|ed|ing)|such as|like|are|comprise|consist of) (?:[^\s;:.()\ue000-\uf8ff]+ ){{0,10}}?(?P<orgs>{LIST})",
            "customer* client* clientele accounts subscribers",
        ),
        _rule(
            "customers-are",
            rf"\b{_CLIENTS},? (?:currently |now |also |who |which )?(?:includ(?:e|es|ing)|range from|consist of) (?P<desc>(?:[^\s;:.()\ue000-\uf8ff]+ ){{0,8}}?{_BUYERS}(?!\w)(?:[^;:.()\ue000-\uf8ff]{{0,140}}))",
            "customer* client* clientele",
        ),
        _rule("relationships", rf"\bcustomer relationships? with (?P<desc>{DESCRIBED})", "customer"),
        _rule(
            "class-of-ours",
            rf"{_OWN} (?P<desc>(?:[a-z-]+ ){{0,2}}?{_TRADE} (?:customers|clients)(?!\w)(?: (?:in|across|throughout) (?:(?!(?:by|with|through|to|and|for)\b)[^\s;:.,()]+(?: |(?=[.,;]|$))|and (?=(?-i:[A-Z]))){{1,7}})?)",
            "customers clients",
        ),
        _rule(
            "ships-to-many",
            rf"(?P<verb>ships?|shipped|sold|delivered|distributed) (?:[a-z]+ )?to (?P<desc>(?:(?:thousands|hundreds|dozens|tens of thousands) of |(?:more than |over |some )?{{n:count}} )(?:{_NOT}[^\s;:.,()]+ ){{1,6}}(?:(?:around|throughout|across|in) [^\s;:.,()]+(?: [^\s;:.,()]+){{0,2}})?)",
            "ship ships shipped sold delivered distributed",
        ),
        _rule(
            "using-ours",
            rf"(?P<desc>(?:more than |over )?{{n:count}}\+? (?:{_NOT}[^\s;:.()]+ ){{0,4}}?{_BUYERS}) (?:(?:are|is) )?(?:utilizing|using|relying on|that use|who use|use|subscribing to) (?:our|its|{{sup:our|org}})",
            "utilizing using relying use subscribing",
        ),
        _rule(
            "makers-including",
            rf"\b(?:for|to|by|serv(?:es|ing)|with) (?:[^\s;:.()]+ ){{0,5}}?{_BUYERS} (?:[^\s;:.()\ue000-\uf8ff]+ ){{0,6}}?(?:including|such as) (?P<orgs>{LIST})",
            "including such",
        ),
        _rule(
            "also-including",
            rf"\b(?:automakers|oems|retailers|manufacturers|airlines|banks|carriers) (?:[^\s;:.()]+ ){{0,5}}?(?:including|such as) (?P<orgs>{LIST})",
            "automakers oems retailers manufacturers airlines banks carriers",
        ),
        _rule(
            "is-customer",
            rf"(?P<orgs>{ORGS}),? (?:(?:is|are|was|were|remains?|has been|have been|as|became|becomes?|will become|which is|who is) )(?:also )?(?:one of |{{count}} of |among )?(?:{{sup:org|our}}(?:['’]s?)?|our|its|their|a|an) {_ADJ}(?:customers?|clients?)(?! (?:of|service|support|relationship|base))\b",
            "customer* client*",
        ),
        _rule(
            "counts-among",
            rf"counts? (?:the )?(?:(?P<orgs>{LIST})|(?P<desc>(?:[^\s;:.()]+ ){{1,12}}?))(?:,? and others)? ?(?:among|as) (?:its|our|their)?(?: [a-z-]+){{0,3}} ?(?:customers|clients)",
            "counts count",
        ),
        _rule(
            "our-customer", rf"{_OWN} {_ADJ}(?-i:customers?|clients?),? (?P<orgs>{ORGS})(?!['’])", "customer* client*"
        ),
        _rule(
            "a-customer-since",
            rf"(?P<orgs>{NAMED}), (?:a|an) {_ADJ}(?-i:customer|client) (?:since|of|for)(?: {{sup:org|our}})?",
            "customer client",
        ),
        _rule(
            "customer-of-named",
            rf"(?P<orgs>{NAMED}), (?:a|an|another) {_ADJ}{{sup:org}} (?-i:customer|client)(?=[,.;]| (?:in|for|since)\b)",
            "customer client",
        ),
        _rule(
            "customer-apposed",
            rf"(?P<orgs>{NAMED}), {_OWN} {_ADJ}(?-i:customer|client)(?=[,.;]| (?:in|for|since)\b)",
            "customer client",
        ),
        _rule(
            "used-by",
            rf"(?:(?:is|are|been|being|currently|already) (?:used|deployed|installed) (?:by|at)|trusted by|relied (?:up)?on by|in use (?:at|by)) (?:[^\s;:.()\ue000-\uf8ff]+ ){{0,7}}?(?P<orgs>{LIST})",
            "used trusted relied use installed deployed",
        ),
        # Wins.
        _rule(
            "selected-by",
            rf"(?:{_SUP} )?{_HAS}(?P<verb>selected|chosen|picked|tapped|contracted|hired|awarded (?:[^\s;:.]+ ){{1,12}}?(?:contracts?|orders?)) by {_CUST}",
            "selected chosen picked tapped contracted hired awarded",
            "new",
        ),
        _rule(
            "has-chosen-us",
            rf"(?P<desc>an? (?:{_NOT}[^\s;:.,()]+ ){{0,8}}?{_BUYERS}(?!\w)(?: (?:of|in|for) (?:{_NOT}[^\s;:.,()]+(?: |(?=,))){{1,6}})?),? (?:has |have |recently )*(?P<verb>{_TAKES}) {{sup:we|org}}",
            "select* chose* pick* tap* contract* hire*",
            "new",
        ),
        _rule(
            "selects",
            rf"(?P<orgs>{ORGS}) (?:has |have |recently |also |will |plans to |has agreed to |is |are |now )*(?P<verb>{_TAKES}) (?:the )?{{sup:org|we|our}}(?:['’]s?)?(?P<prod>(?: [^\s;:.,()]+){{0,8}}?)(?= (?:to|for|as)\b|[.,;]|$)",
            "select* chose* pick* tap* contract* hire* order* adopt* deploy* implement* standardiz* renew* purchas* turn* uses using install* bought relies",
            "new",
        ),
        _rule(
            "order-from",
            rf"(?P<verb>{_GOT}) (?:{_WORDS}){{0,12}}?(?P<deal>{_DEAL}) (?:{_WORDS}){{0,14}}?(?:from|placed by) {_CUST}(?:, (?P<appos>an? [^;:.,]{{4,90}}))?",
            "order* contract* subcontract* agreement* arrangement* commitment* win wins intent",
            "new",
        ),
        _rule(
            "order-received",
            rf"(?P<deal>(?:purchase )?orders?|(?:sub)?contracts?) (?:that |which )?(?:it|we|they|{{sup:org|we}}) (?:has |have |had |recently |also )*(?P<verb>received|won|secured|booked|obtained) (?:(?!(?:from|which|that)\b)[^\s;:.]+ ){{0,16}}?from {_CUST}(?:, (?P<appos>an? [^;:.,]{{4,90}}))?",
            "order* contract* subcontract*",
            "new",
        ),
        _rule(
            "contract-with",
            rf"(?P<verb>{_GOT}) (?:{_WORDS}){{0,10}}?(?P<deal>{_DEAL}) (?:(?:valued at|worth|for up to|of|totaling) [^;:.]{{2,40}}? )?(?:with|by) {_CUST}",
            "contract* subcontract* order* agreement* arrangement*",
            "new",
        ),
        _rule(
            "contract-for",
            rf"(?P<verb>{_GOT}) (?:{_WORDS}){{0,10}}?(?P<deal>(?:sub)?contracts?|orders?) (?:to (?:supply|provide|deliver|build|manufacture|ship) (?P<prod>[^;:.]{{2,80}}?) )?(?:to|for) (?P<orgs>{ORGS})",
            "contract* subcontract* order*",
            "new",
        ),
        _rule(
            "awards-us",
            rf"{_ONE} (?:has |have |recently |also )*(?P<verb>award(?:ed|s)|granted|gave|placed with) (?:the )?{{sup:org|we}} (?:a|an|its|the|another|two|three|{{count}}) (?:{_WORDS}){{0,8}}?(?:contracts?|orders?|subcontracts?|purchase orders?)\b",
            "award* granted gave placed",
            "new",
        ),
        _rule(
            "signed-as",
            rf"(?P<verb>sign(?:ed|s)|add(?:ed|s)|won|wins|welcom(?:ed|es)|land(?:ed|s)|gain(?:ed|s)) (?P<orgs>{ORGS}) as (?:a|an|our|its)? ?(?:{_ADJ})(?:customers?|clients?)",
            "customer* client*",
            "new",
        ),
        _rule(
            "new-customers",
            rf"new {_CLIENTS}(?: (?:[^\s;:.,()]+ ?){{1,6}})?,? (?:includ(?:e|es|ed|ing)|such as|like|with) (?P<orgs>{LIST})",
            "customer* client* accounts",
            "new",
        ),
        _rule(
            "one-is",
            r"(?<!\w)(?:one|{count}) (?:is|being) (?P<desc>an? [^;:.]{4,140}?)(?=[;.]|,? (?:and |while )?the other|$)",
            "one",
            "new",
        ),
        _rule("other-is", r"\bthe other (?:is|being) (?P<desc>an? [^;:.]{4,140}?)(?=[;.]|$)", "other", "new"),
        _rule(
            "placed-order",
            rf"{_ONE} (?:has |have |recently |also |today )*(?P<verb>placed|awarded|gave|issued) (?:a|an|its|another|two|three|{{count}}|{{money}}) (?:{_WORDS}){{0,8}}?(?:orders?|contracts?)(?: (?:with|to) {{sup:org|we}})?(?: for (?P<prod>[^;:.,()]{{3,70}}?))?(?=[.,;]| with | to | from | valued|$)",
            "placed awarded gave issued",
            "new",
        ),
        _rule(
            "ordered-from",
            rf"{_ONE} (?:has |have |recently |also |will )*(?P<verb>ordered|purchased|bought|selected|chosen|leased) (?P<prod>(?:{_WORDS}){{1,10}}?)from {{sup:org|we}}",
            "ordered purchased bought selected chosen leased",
            "new",
        ),
        _rule(
            "renewed-with",
            rf"{_ONE} (?:has |have |recently |also )*(?P<verb>renewed|extended|expanded) (?:its|the|their) (?:{_WORDS}){{0,5}}?(?:contracts?|agreements?|orders?|relationship) with {{sup:org|we}}",
            "renewed extended expanded",
        ),
        _rule(
            "awarded-by",
            rf"\b(?:contracts?|orders?|subcontracts?),? (?:which |that )?(?:was |were |is |has been )?(?P<verb>awarded|placed) by {_ONE}",
            "awarded placed",
            "new",
        ),
        _rule(
            "among-new",
            rf"\bamong (?:the|our|its|{{our}}) new(?:est)? {_CLIENTS} (?:are|is|were) (?P<orgs>{ORGS})",
            "among",
            "new",
        ),
        # Supply.
        _rule(
            "supplies",
            rf"{_SUP},? (?:[^\s;:.()\ue000-\uf8ff]+ ){{0,8}}?(?P<verb>{_VERBS}) {_GOODS}(?:to|for) (?P<orgs>{ORGS})",
            "suppl* provid* ship* sell* sold deliver* manufactur* produc* distribut*",
        ),
        _rule(
            "supplier-to",
            rf"\b(?:suppliers?|vendors?|prime contractor) (?:of (?P<prod>[^;:.()]{{2,80}}?) )?(?:to|for|by) (?P<orgs>{NAMED}(?: and {NAMED})?)",
            "supplier suppliers vendor vendors contractor",
        ),
        _rule(
            "supplies-class",
            rf"\b(?:(?P<verb>{_VERBS}|offer(?:s|ing)?|market(?:s|ing)?)|(?:suppliers?|providers?|distributors?|marketers?|manufacturers?|makers?|developers?|designers?|seller) of) {_GOODS}(?:to|for use by) (?P<class>(?!(?:our|its|their|{_VERBAL})\b|{{our}}|{{org}}[’'])(?:primarily |mainly |both |leading |major |principally )*(?:{_NOT}[^\s;:.()]+ ){{0,6}}?{_BUYERS_MANY}(?!\w)(?![-’'])(?! (?:growth|needs|service|support|base))(?-i:(?=[,.;)]| [a-z&]|$)){_CLASS_TAIL})",
            "suppl* provid* ship* sell* deliver* manufactur* produc* distribut* offer* market* maker* designer* developer*",
        ),
        _rule(
            "serves",
            rf"\b(?P<verb>serv(?:es?|ed|ing|ices)|train(?:ed|s)|supports?|used by|trusted by|relied (?:up)?on by|utili[sz]ed by) (?P<desc>(?:approximately |about |over |more than |nearly |some |around |~|almost )*{{n:count}}\+? (?:(?!(?:to|from|by|with|that|which|has|is|was|are|will|in)\b)[^\s;:.,()]+ ){{0,5}}?{_BUYERS}(?!\w)(?: (?:worldwide|nationwide|globally|(?:in|across|throughout|around) (?:(?!(?:through|with|by|and|for|to|has|from)\b)[^\s;:.,()]+ ?){{1,6}}))?)",
            "serv* train* support* used trusted relied utili*",
        ),
        _rule("sale-of", rf"\bsales? of {_GOODS}to {_ONE}", "sale sales", "new"),
        _rule(
            "orders-from",
            rf"\b(?P<verb>orders|shipments|deliveries)(?: of [^;:.]{{2,50}}?)? (?:from|to) (?P<orgs>{ORGS})(?! (?:and|or) [a-z])",
            "orders shipments deliveries",
        ),
        _rule(
            "business-with",
            rf"\b(?P<verb>won|wins|gained|secured) (?:new |additional |significant )?business (?:with|from|at) {_CUST}",
            "business",
            "new",
        ),
        # Losses.
        _rule(
            "lost-contract",
            rf"\b(?P<verb>loss of|lost) (?:the |its |our |{{our}} |a )?(?:(?:{_WORDS}){{0,3}}?)(?:business|contract|account|order)s? (?:of|from|with) {_ONE}",
            "loss lost",
            "lost",
        ),
        _rule(
            "sold-to-class",
            rf"\b(?:is|are|were|was) (?:also )?(?P<verb>sold|marketed|supplied|distributed|provided) (?:primarily |principally |mainly |directly )?to (?P<class>(?!(?:our|its|their|{_VERBAL})\b)(?:{_NOT}[^\s;:.()]+ ){{0,6}}?{_BUYERS_MANY}(?!\w)(?![-’'])(?-i:(?=[,.;)]| [a-z&]|$)){_TAIL}{_CLASS_TAIL})",
            "sold marketed supplied distributed provided",
        ),
        _rule(
            "lost",
            rf"\b(?P<verb>loss of|lost) (?:the )?(?:business (?:of|from|with) )?(?:(?P<orgs>{ORGS}) as (?:a|an|our|its) {_ADJ}(?:customer|client)|(?:our|its|the|a|one|one of our|two|{{count}}|{{count}} of our|{{count}} of its) (?P<desc>{_ADJ}(?:customers?|clients?)),? (?P<orgs2>{{org}})|(?P<desc2>(?:our|its|a|{{count}} of our|{{count}} of its|{{count}}) {_ADJ}(?:customers?|clients?|accounts?)))",
            "loss lost",
            "lost",
        ),
        _rule(
            "terminated",
            rf"\b(?P<verb>terminat(?:ion of|ed)|cancel(?:l?ation of|l?ed)|expir(?:ation of|ed)|non-?renewal of) (?:{_WORDS}){{0,8}}?(?:contracts?|orders?|agreements?) between {{sup:org|we}} and (?P<orgs>{{org}})",
            "terminat* cancel* expir* non-renewal nonrenewal",
            "lost",
        ),
        _rule(
            "cancelled",
            rf"{_ONE} (?:has |have |had )?(?P<verb>cancel+ed|terminated|did not renew|discontinued|reduced) (?:its|the|their) (?:{_WORDS}){{0,5}}?(?:contracts?|orders?|purchases)(?: (?:with|for|from) {{sup:org|we|our}})?",
            "cancel* terminated renew discontinued reduced",
            "lost",
        ),
    )
)
