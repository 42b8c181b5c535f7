"""How releases tell of orders, contracts, choices and losses of customers, as patterns over annotated text."""

from __future__ import annotations

from typing import Final

from kg.extract.buyer_grammar import (
    ADJ,
    BETWEEN,
    BUYERS,
    CLIENTS,
    CUST,
    DEAL,
    GOT,
    HAS,
    LEAVING,
    LIST,
    MADE,
    NAMED,
    NOT,
    ONE,
    ORGS,
    SUP,
    TAKES,
    TAKES_TRIGGERS,
    WORDS,
    rule,
)

DEALS: Final = (
    rule(
        "lost-contract",
        rf"\b(?P<verb>loss of|lost|losing) (?:(?:the |its |our |{{our}} |a )?(?:(?:{WORDS}){{0,3}}?)(?:business|contract|account|order|program|platform)s? (?:of|from|with) {CUST}|(?:the |its |our )?(?P<orgs2>{{org}}|(?-i:(?:[A-Z][\w&-]+ ){{0,3}}[A-Z][\w&-]+))(?:['’]s?)? (?:account|business|contract)(?!\w))",
        "loss lost losing",
        "lost",
    ),
    rule(
        "lost",
        rf"\b(?P<verb>loss of|lost) (?:the )?(?:business (?:of|from|with) )?(?:(?P<orgs>{ORGS}) as (?:a|an|our|its) {ADJ}(?:customer|client)|(?:our|its|the|a|one|one of our|two|{{count}}|{{count}} of our|{{count}} of its) (?P<desc>{ADJ}(?:customers?|clients?)),? (?P<orgs2>{NAMED})|(?P<desc2>(?:our|its|a|{{count}} of our|{{count}} of its|{{count}}) {ADJ}(?:customers?|clients?|accounts?)))",
        "loss lost",
        "lost",
    ),
    rule(
        "terminated",
        rf"\b(?P<verb>terminat(?:ion of|ed)|cancel(?:l?ation of|l?ed)|expir(?:ation of|ed)|non-?renewal of) (?:{WORDS}){{0,8}}?(?:contracts?|orders?|agreements?) between {{sup:org|we}} and (?P<orgs>{{org}})",
        "terminat* cancel* expir* non-renewal nonrenewal",
        "lost",
    ),
    rule(
        "ended-with",
        rf"\b(?:(?P<verb>termination of|cancel+ation of|expiration of|expiry of|non-?renewal of|terminated|cancel+ed|ended) (?:{WORDS}){{0,6}}?(?:supply|sales|service|services|customer|power|manufacturing|purchase|hosting|maintenance|outsourcing) (?:contracts?|agreements?|orders?) with {ONE}"
        rf"|(?:contracts? with|agreement with|orders? (?:with|from|placed by)) (?:(?:the |an? )?(?:{{place}} )?(?:(?-i:[a-z][a-z-]+) ){{0,3}}?)(?P<orgs2>{NAMED})(?:, [^,;:.]{{3,70}},|,)? (?:which |that )?(?:has |have |had |was |were |will |would |be |been )*(?P<verb2>expired?|expires|ends?|lapsed?|ended|terminated|cancel+ed|not (?:be )?(?:renewed|extended)))",
        "terminat* cancel* expir* non-renewal nonrenewal ended renewed extended",
        "lost",
    ),
    rule(
        "not-renewed",
        rf"(?:{ONE}(?:, [^,;:.]{{3,80}},|,? (?:[a-z-]+ ){{0,6}}?)|{LEAVING}) ?(?:has |have |had |recently )*(?:notified|informed|advised|told) {{sup:org|we}} (?:that (?:it|they) |of (?:its|their) )(?:[a-z]+ ){{0,3}}?(?P<verb>not renew|not be renewing|terminate|end|cancel|move|transfer|discontinue|reduce|decision to (?:terminate|end|move|discontinue|transfer)|intent(?:ion)? (?:not )?to (?:terminate|end|move|renew)|decision not to renew)",
        "notified informed advised told",
        "lost",
    ),
    rule(
        "leaves",
        rf"(?:{ONE}(?:, [^,;:.]{{3,90}},)?|{LEAVING}) (?:(?:has|have|had|recently|is|are|will|would|also) )*(?:(?:decided|plans?|planned|intends?|chosen|elected|announced (?:plans|its intention)|planning|going) to |in the process of )?"
        rf"(?P<verb>(?:switch(?:ed|ing)?(?: (?:its|the) (?:{WORDS}){{1,4}}?)?(?: to)? (?:another|a different|an alternate|a competing|a new) (?:supplier|vendor|source|provider|manufacturer)"
        rf"|(?:mov(?:e|ed|ing)|shift(?:ed|ing)?|transfer(?:red|ring)?|tak(?:e|en|ing)|bring(?:ing)?|brought) (?:the |its |their |this |that |all |some |production |manufactur\w+ |assembly |{WORDS}){{1,8}}?(?:in-?house|in house|to (?:another|a different|a competing) (?:supplier|vendor|manufacturer|provider)|to (?:its|their) (?:own )?{{facility}}|to (?:its|their) own (?:plant|factory|facility|facilities|plants|factories)))"
        rf"|(?:stop(?:ped|ping)?|ceas(?:e|ed|ing)|discontinu(?:e|ed|ing)) (?:purchasing|buying|ordering|using|its purchases|purchases)(?: (?:{WORDS}){{0,5}}?from {{sup:org|we}})?)",
        "switch* mov* shift* transfer* tak* bring* brought stop* ceas* discontinu*",
        "lost",
    ),
    rule(
        "cancelled",
        rf"{ONE}(?:, (?:which|who|an?|the|our|its|one) [^;:.]{{3,90}},)? (?:has |have |had )?(?P<verb>cancel+ed|terminated|did not renew|discontinued|reduced)(?: for (?:its )?(?:convenience|cause))? (?:(?:its|the|their|all|part of its|most of its)|an?(?= (?:[\w-]+ ){{0,4}}(?:orders?|contract)\b)) (?:{WORDS}){{0,5}}?(?:contracts?|orders?|purchases)(?: (?:with|for|from) {{sup:org|we|our}})?",
        "cancel* terminated renew discontinued reduced",
        "lost",
    ),
    rule(
        "selected-by",
        rf"(?:{SUP} )?{HAS}(?P<verb>selected|chosen|picked|tapped|contracted|hired|engaged|retained|commissioned|awarded (?:[^\s;:.]+ ){{1,12}}?(?:contracts?|orders?)(?: (?:in the|of|worth|valued at|totaling|to|for)(?: (?!(?:by|from)\b)[^\s;:.]+){{1,14}}?)?)(?: over [^;:.,]{{3,40}}?)? by {CUST}",
        "selected chosen picked tapped contracted hired engaged retained commissioned awarded",
        "new",
    ),
    rule(
        "has-chosen-us",
        rf"(?P<desc>(?:an?|one of the|another) (?:{NOT}[^\s;:.,()]+ ){{0,8}}?{BUYERS}(?: (?:networks?|systems?))?(?!\w)(?! {BUYERS})(?: (?:of|in|for) (?:{NOT}[^\s;:.,()]+(?: |(?=,))){{1,6}})?),? ?(?:has |have |will |is |are |recently |also |now )*(?P<verb>{TAKES}) (?:the )?{{sup:we|org|our}}",
        TAKES_TRIGGERS,
        "new",
    ),
    rule(
        "selects",
        rf"(?P<orgs>{ORGS}){BETWEEN}(?P<verb>{TAKES}) (?:the )?{{sup:org|we|our}}(?:['’]s?)?(?P<prod>(?: [^\s;:.,()]+){{0,8}}?)(?= (?:to|for|as|at|across|throughout|in|on|by|since|from|because|when|after)\b|[.,;]|$)",
        TAKES_TRIGGERS,
        "new",
    ),
    rule(
        "order-from",
        rf"(?P<verb>{GOT}) (?:{WORDS}){{0,12}}?(?P<deal>{DEAL}) (?:{WORDS}){{0,14}}?(?:from|placed by) {CUST}(?:, (?P<appos>an? [^;:.,]{{4,90}}))?",
        "order* contract* subcontract* agreement* arrangement* commitment* win wins intent",
        "new",
    ),
    rule(
        "order-received",
        rf"(?P<deal>(?:purchase )?orders?|(?:sub)?contracts?) (?:that |which )?(?:it|we|they|{{sup:org|we}}) (?:has |have |had |recently |also )*(?P<verb>received|won|secured|booked|obtained) (?:(?!(?:from|which|that)\b)[^\s;:.]+ ){{0,16}}?from {CUST}(?:, (?P<appos>an? [^;:.,]{{4,90}}))?",
        "order* contract* subcontract*",
        "new",
    ),
    rule(
        "contract-with",
        rf"(?P<verb>{GOT}) (?:{WORDS}){{0,10}}?(?P<deal>{DEAL})(?: \([^()]{{1,30}}\))? (?:(?:valued at|worth|for up to|of|totaling) [^;:.]{{2,40}}? )?(?:with|by) {CUST}",
        "contract* subcontract* order* agreement* arrangement*",
        "new",
    ),
    rule(
        "contract-for",
        rf"(?P<verb>{GOT}) (?:{WORDS}){{0,10}}?(?P<deal>(?:sub)?contracts?|orders?) (?:to (?:supply|provide|deliver|build|manufacture|ship) (?P<prod>[^;:.]{{2,80}}?) )?(?:to|for) (?P<orgs>{ORGS})",
        "contract* subcontract* order*",
        "new",
    ),
    rule(
        "awards-us",
        rf"{ONE} (?:has |have |recently |also )*(?P<verb>award(?:ed|s)|granted|gave|placed with) (?:the )?{{sup:org|we}} (?:a|an|its|the|another|two|three|{{count}}) (?:{WORDS}){{0,8}}?(?:contracts?|orders?|subcontracts?|purchase orders?)\b",
        "award* granted gave placed",
        "new",
    ),
    rule(
        "signed-as",
        rf"(?P<verb>sign(?:ed|s)|add(?:ed|s)|won|wins|welcom(?:ed|es)|land(?:ed|s)|gain(?:ed|s)) (?P<orgs>{ORGS}) as (?:a|an|our|its)? ?(?:{ADJ})(?:customers?|clients?)",
        "customer* client*",
        "new",
    ),
    rule(
        "new-customers",
        rf"new (?:[a-z-]+ ){{0,3}}?{CLIENTS}(?: (?:[^\s;:.,()]+(?: |(?![^\s;:.,()]))){{1,6}})?,? (?:includ(?:e|es|ed|ing)|such as|like|with) (?P<orgs>{LIST})",
        "customer* client* accounts",
        "new",
    ),
    rule(
        "one-is",
        r"(?<!\w)(?:one|{count}) (?:is|being) (?P<desc>an? [^;:.]{4,140}?)(?=[;.]|,? (?:and |while )?the other|$)",
        "one",
        "new",
    ),
    rule("other-is", r"\bthe other (?:is|being) (?P<desc>an? [^;:.]{4,140}?)(?=[;.]|$)", "other", "new"),
    rule(
        "placed-order",
        rf"{ONE} (?:has |have |recently |also |today )*(?P<verb>placed|awarded|gave|issued) (?:a|an|its|another|two|three|{{count}}|{{money}}) (?:{WORDS}){{0,8}}?(?:orders?|contracts?)(?: (?:with|to) {{sup:org|we}})?(?: for (?P<prod>[^;:.,()]{{3,70}}?))?(?=[.,;]| with | to | from | valued|$)",
        "placed awarded gave issued",
        "new",
    ),
    rule(
        "ordered-from",
        rf"(?:{ONE}|(?P<orgs2>{{we}})|(?P<desc>(?:a|an|one of the) (?:{NOT}[^\s;:.(),]+,? ){{0,8}}?{BUYERS}(?!\w)(?! {BUYERS})(?: in {{place}})?)) (?:(?:has |have |recently |also |will |today )*(?:agreed to |plans to |intends to |(?:signed|executed|entered into|issued) (?:a|an) (?:{WORDS}){{0,4}}?(?:agreement|letter of intent|contract|deal|order) to )?)(?P<verb>ordered|orders?|purchased|purchases?|bought|buys?|selected|chosen|leased?) (?P<prod>(?:{WORDS}){{1,10}}?)(?:from {{sup:org|we}}|(?<=of ){{sup2:org|our}}['’]s? [a-z])",
        "order* purchas* bought buy buys selected chosen lease leased",
        "new",
    ),
    rule(
        "contract-named",
        r"{sup:org|we} (?:has |have |had |been |was |is |also |recently )*(?P<verb>awarded|wins?|won|receives?|received|secures?|secured|lands?|landed|books?|booked) (?:(?:a|an|its|the|new|another|first|second|third|multi-?year|potential|{money}|{count}[- ](?:year|month)|up to|follow-on|major|initial|idiq),? ){0,6}(?P<orgs>{org}|{place} (?-i:(?:Air Force|Army|Navy|Coast Guard|Marine Corps|Space Force))) (?P<deal>(?:[a-z-]+ ){0,3}?(?:contracts?|(?:purchase |task |delivery )?orders?|subcontracts?))(?: (?:for|to (?:supply|provide|deliver|build|develop|support)) (?P<prod>[^;:.,()]{3,70}?))?(?=[.,;]|$| (?:for|to|with|valued|worth|from)\b)",
        "contract* order* subcontract*",
        "new",
    ),
    rule(
        "option-used",
        rf"{ONE} (?:has |have |had |also |recently |today )*(?P<verb>exercised|exercises) (?:an?|its|the|two|three|{{count}}|another)?(?: [a-z-]+){{0,2}} ?options? (?:for|to (?:purchase|buy|order|acquire)) (?P<prod>(?:(?!shares?|stock|units|securities|warrants|notes)[^\s;:.,()]+(?: |(?![^\s;:.,()]))){{1,8}})(?=[.,;]|$)",
        "option options",
        "new",
    ),
    # What a landlord lets, in releases of those who let.
    rule(
        "lease-with",
        rf"\b(?P<verb>sign(?:ed|s|ing)|execut(?:ed|es|ing)|enter(?:ed|s|ing) into|complet(?:ed|es|ing)|renew(?:ed|s|ing)|extend(?:ed|s|ing)) (?:{WORDS}){{0,8}}?(?P<lease>leases?|lease (?:agreements?|renewals?|extensions?|expansions?)) (?:with|to) {CUST}",
        "lease leases",
        "new",
    ),
    rule(
        "tenant-took",
        rf"(?:{ONE}|(?P<desc>an? (?:{NOT}[^\s;:.(),]+ ){{0,5}}?{BUYERS})) (?:has |have |recently |also )*(?:(?P<verb2>(?:renewed|extended|expanded|signed) (?:its|a|an|the) (?:{WORDS}){{0,3}}?(?:square[- ]f(?:oo|ee)t|sq\.? ?ft\.?) (?:{WORDS}){{0,2}}?lease)|(?P<verb>(?:pre-?)?leased|(?:renewed|extended|expanded) (?:its|a|the) (?:{WORDS}){{0,6}}?lease|signed (?:a|an) (?:{WORDS}){{0,6}}?lease)(?= (?:for |of |on |at |to )?(?:{WORDS}){{0,8}}?(?:square|sq|{{facility}}|{{count}})))",
        "leased lease",
        "new",
    ),
    rule(
        "contract-extended",
        rf"\b(?:contracts?|agreements?|orders?) with {ONE},? (?:[a-z-]+ ){{0,3}}?(?:was|were|has been|have been|will be) (?:[a-z]+ )?(?P<verb>extended|renewed|expanded)",
        "extended renewed expanded",
    ),
    rule(
        "renews-own",
        rf"(?:{{sup:org|we}} (?:has |have |recently |also |today |announced that it has )*|^)(?:(?P<verb>renew(?:ed|s)|extend(?:ed|s)|expand(?:ed|s)) (?:its|the|their|our|a) (?:{WORDS}){{0,5}}?(?:contracts?|agreements?|orders?|relationship)|(?P<verb2>signed|executed|secured|won) an? (?:{WORDS}){{0,3}}?renewal(?: of (?:{WORDS}){{1,5}}?)?) with (?P<orgs>{NAMED})",
        "renew* extend* expand*",
    ),
    rule(
        "deal-with",
        rf"(?<!\w)(?P<verb>{{money}}|multi-?year|{{count}}[- ]year|awarded|initial|follow-on)(?:,? [a-z-]+){{0,4}}? (?P<deal>contracts?|agreements?|projects?|orders?|subcontracts?|awards?)(?: (?:valued at|worth|for) (?:[a-z]+ )?{{money}})? (?:with|from|awarded by) {CUST}",
        "contract contracts agreement agreements project projects order orders subcontract subcontracts award awards",
        "new",
    ),
    rule(
        "order-passive",
        rf"\b(?P<deal>orders?|contracts?) [^;:.]{{0,80}}?from {CUST}(?: to [^;:.,]{{3,50}}?)? (?:was|were|has been|have been) (?P<verb>received|secured|won|booked|signed)",
        "order orders contract contracts",
        "new",
    ),
    rule(
        "order-apart",
        rf"\b(?P<deal>orders?|contracts?), (?:which (?:is|was|came) )?(?:from|placed by|awarded by) {CUST},",
        "order orders contract contracts",
        "new",
    ),
    rule(
        "awards-to",
        rf"{ONE} (?:has |have |recently |also |today )*(?P<verb>award(?:ed|s)|gave|gives) (?:a|an|the|its|two|three|{{count}}) (?:{WORDS}){{0,8}}?(?:contracts?|orders?|subcontracts?) to {{sup:org|we}}",
        "award* gave gives",
        "new",
    ),
    rule(
        "live-on",
        rf"(?P<orgs>{ORGS}),? (?:has |have |is |are |recently |now |successfully |also |both |all )*(?P<verb>(?:goes|go|gone|went|going|live) (?:live )?(?:on|with)|standardi[sz](?:es|ed) on|migrat(?:es|ed) to|switch(?:es|ed) to|upgrad(?:es|ed) to|convert(?:s|ed) to) (?:the )?(?:{{sup:org|our}}|{MADE})",
        "live standardi* migrat* switch* upgrad* convert*",
    ),
    rule(
        "customer-of-ours",
        rf"(?P<orgs>{ORGS}),? (?:is|are|was|were|became|becomes|will become|as) (?:also )?(?:one of |{{count}} of |among )?(?:the )?{ADJ}(?:customers?|clients?|users?|adopters?) (?:of|for|to (?:use|adopt|deploy)) (?:the )?{{sup:org|our|we}}",
        "customer* client* user* adopter*",
    ),
    rule(
        "renewed-with",
        rf"{ONE} (?:has |have |recently |also )*(?P<verb>renewed|extended|expanded) (?:its|the|their) (?:{WORDS}){{0,5}}?(?:contracts?|agreements?|orders?|relationship) with {{sup:org|we}}",
        "renewed extended expanded",
    ),
    rule(
        "awarded-by",
        rf"\b(?:contracts?|orders?|subcontracts?),? (?:for [^;:.,]{{2,60}}? )?(?:which |that )?(?:was |were |is |has been |recently )*(?P<verb>awarded|placed|issued) by {CUST}",
        "awarded placed issued",
        "new",
    ),
    rule(
        "among-new",
        rf"\bamong (?:the|our|its|{{our}}) new(?:est)? {CLIENTS} (?:are|is|were) (?P<orgs>{ORGS})",
        "among",
        "new",
    ),
)
