"""How releases tell of orders, contracts, choices and losses of customers, as patterns over annotated text."""

from __future__ import annotations

from typing import Final

from kg.extract.customers.buyer_grammar import (
    ADJ,
    BEING,
    BETWEEN,
    BUYER_RUN,
    BUYERS,
    CLIENTS,
    CUST,
    DEAL,
    GOT,
    HAS,
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
        "selected-by",
        rf"(?:{SUP} )?{HAS}(?P<verb>selected|chosen|picked|tapped|contracted|hired|engaged|retained|commissioned|awarded (?:[^\s;:.]+ ){{1,12}}?(?:(?:sub)?contracts?|(?:task )?orders?|design-build work)(?: (?:in the|of|worth|valued at|totaling|to|for)(?: (?!(?:by|from)\b)[^\s;:.]+){{1,14}}?)?)(?: over [^;:.,]{{3,40}}?)? by {CUST}",
        "selected chosen picked tapped contracted hired engaged retained commissioned awarded",
        "new",
    ),
    rule(
        "has-chosen-us",
        rf"(?<!for )(?<!with )(?<!from )(?<! by )(?<! to )(?<! of )(?<! at )(?P<desc>(?:an?|(?:one|{{count}}) of the|another) (?:{NOT}[^\s;:.,()]+ ){{0,8}}?{BUYERS}(?: (?:networks?|systems?))?(?!\w)(?! {BUYERS})(?: (?:of|in|for) (?:{NOT}[^\s;:.,()]+(?: |(?=,))){{1,6}})?),? ?(?:has |have |will |is |are |recently |also |now )*(?P<verb>{TAKES}) (?:the )?{{sup:we|org|our}}",
        TAKES_TRIGGERS,
        "new",
    ),
    rule(
        "selects",
        rf"(?P<orgs>{ORGS}){BEING}(?P<verb>{TAKES}) (?:the )?{{sup:org|we|our}}(?:['’]s?)?(?P<prod>(?: [^\s;:.,()]+){{0,8}}?)(?= (?:to|for|as|at|across|throughout|in|on|by|since|from|because|when|after)\b|[.,;]|$)",
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
        rf"(?P<verb>{GOT}) (?:{WORDS}){{0,10}}?(?P<deal>{DEAL}|deals?)(?: \([^()]{{1,30}}\))? (?:(?:valued at|worth|for up to|of|totaling) [^;:.]{{2,40}}? )?(?:with|by) {CUST}",
        "contract* subcontract* order* agreement* arrangement* intent deal deals",
        "new",
    ),
    rule(
        "agreement-to-supply",
        rf"(?P<verb>{GOT}|reached|struck) (?:{WORDS}){{0,7}}?(?:agreements?|deals?|pacts?|arrangements?|memorandum of understanding) with {CUST}(?:, (?P<appos>an? [^;:.,]{{4,90}}),)?(?: \([^()]{{1,30}}\))?,? (?:to|(?:under|through) which (?:it|we|they|{{sup:org|we}}) will) (?:exclusively |jointly )?(?:supply|deliver|provide|sell|ship|manufacture|build|install|produce|operate|process) (?P<prod>(?:(?!(?:to|from|by|for|in)\b)[^\s;:.,()]+(?: |(?![^\s;:.,()]))){{1,8}})",
        "agreement agreements deal deals pact arrangement arrangements memorandum",
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
        rf"{ONE}{BETWEEN}(?P<verb>award(?:ed|s)|granted|gave|gives|placed with) (?:the )?{{sup:org|we}} (?:a|an|its|the|another|two|three|{{count}}) (?:{WORDS}){{0,8}}?(?:contracts?|orders?|subcontracts?|purchase orders?|agreement)\b",
        "award* granted gave gives placed",
        "new",
    ),
    rule(
        "signed-as",
        rf"(?P<verb>sign(?:ed|s)|add(?:ed|s)|won|wins|welcom(?:ed|es)|land(?:ed|s)|gain(?:ed|s)) (?P<orgs>{ORGS}) as (?:a|an|our|its)? ?(?:{ADJ})(?:customers?|clients?)|\b(?P<verb2>addition) of (?P<orgs2>{NAMED}) (?:to (?:its|our|the|{{our}}) {ADJ}(?:customer|client) (?:list|base|roster|portfolio)|as (?:an?|its|our) {ADJ}(?:customer|client))",
        "customer* client*",
        "new",
    ),
    rule(
        "runs-theirs",
        r"\b(?:under which|whereby|(?:contract|agreement|order|selected|chosen|hired|engaged|retained) (?:(?:for|by) [^;:.,]{2,40}? )?to)(?: {sup:org|we} (?:will|is to))? (?P<verb>manage|operate|maintain|host|process|run|upgrade|moderni[sz]e|redesign|monitor) (?P<orgs>{org})['’]s? (?P<prod>(?:(?!(?:business|brand|assets|shares|exit|sale|interests?|board)\b)[^\s;:.,()]+(?: |(?![^\s;:.,()]))){1,6}?)(?=[.,;]|$| (?:in|at|for|across|over|through|under|and|with)\b)",
        "manage operate maintain host process run upgrade modernize modernise redesign monitor",
        "new",
    ),
    rule(
        "new-customers",
        rf"(?:\bnew (?:[a-z-]+ ){{0,3}}?{CLIENTS}|{CLIENTS} (?:added|signed|won|gained|acquired))(?: (?:[^\s;:.,()]+(?: |(?![^\s;:.,()]))){{1,6}}?)?(?:,? (?:includ(?:e|es|ed|ing)|such as|like|with|were|are|was|is)|:) (?P<orgs>{LIST})",
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
        rf"(?:{ONE}|(?P<desc>(?:an?|(?:one|{{count}}) of (?:our|its|the)|another|{{count}}|several) (?:{NOT}[^\s;:.(),]+,? ){{0,8}}?(?:customers?|clients?|{BUYER_RUN}))){BETWEEN}(?P<verb>placed|awarded|gave|issued) (?:a|an|its|another|two|three|{{count}}|{{money}}) (?:{WORDS}){{0,8}}?(?:orders?|contracts?)(?: (?:with|to) {{sup:org|we}})?(?: for (?P<prod>[^;:.,()]{{3,70}}?))?(?=[.,;]| with | to | from | valued|$)",
        "placed awarded gave issued",
        "new",
    ),
    rule(
        "ordered-from",
        rf"(?:{ONE}|(?P<orgs2>{{we}})|(?P<desc>(?:a|an|one of the) (?:{NOT}[^\s;:.(),]+,? ){{0,8}}?{BUYER_RUN}(?: in {{place}})?)) (?:(?:has |have |had |said it |recently |also |will |today )*(?:(?:agreed|plans|intends|committed|contracted|elected|decided|expects|undertook|undertaken) to |(?:signed|executed|entered into|issued) (?:a|an) (?:{WORDS}){{0,4}}?(?:agreement|letter of intent|contract|deal|order) to )?)(?P<verb>ordered|orders?|purchased|purchases?|bought|buys?|sources?|sourced|obtains?|obtained|gets|procures?|procured|selected|chosen|deployed|installed|adopted|implemented|licensed|leased?) (?P<prod>(?:{WORDS}){{1,10}}?)(?:from {{sup:org|we}}|(?<=of ){{sup2:org|our}}['’]s? [a-z])",
        "order* purchas* bought buy buys sourc* obtain* gets procur* selected chosen deployed installed adopted implemented licensed lease leased",
        "new",
    ),
    rule(
        "bought-theirs",
        rf"(?:{ONE}|(?P<desc>(?:an?|(?:one|{{count}}) of the|another|{{count}}|several) (?:{NOT}[^\s;:.(),]+,? ){{0,8}}?{BUYER_RUN})){BETWEEN}(?P<verb>purchase[sd]?|bought|buys?|ordered|orders?|licen[sc]ed|leased|(?:took|takes|taken) delivery of|signs? for) (?:(?:the|an?|its|two|three|more|another|additional|first|second|new|{{count}}|its first|{{count}} (?:more|additional|new)) ){{0,2}}(?:{{sup:org|our}}['’]s?|{{sup2:org}}(?= (?!(?:was|is|are|were|has|have|had|will|would|could|may|to|for|in|from|at|by|and|or|as|on|with|of|after|before|but|which|that|who|when|while|if|through|under|until|since|because|during|today|stock|shares|common|preferred|notes|assets|outright|entirely|out)\b)(?-i:[a-z0-9]))) (?P<prod>[^\s;:.,()]+(?: [^\s;:.,()]+){{0,5}}?)(?=[.,;]|$| (?:to|for|in|at|from|and|with|on)\b)",
        "purchase* bought buy buys order* licensed licenced leased delivery sign signs",
        "new",
    ),
    rule(
        "contract-named",
        r"{sup:org|we} (?:has |have |had |been |was |is |also |recently )*(?P<verb>awarded|wins?|won|receives?|received|secures?|secured|lands?|landed|books?|booked) (?:(?:a|an|its|the|new|another|first|second|third|multi-?year|potential|{money}|{count}[- ](?:year|month)|up to|follow-on|major|initial|idiq),? ){0,6}(?P<orgs>{org}|{place} (?-i:(?:Air Force|Army|Navy|Coast Guard|Marine Corps|Space Force))) (?P<deal>(?!(?:an?|the|its|another|two|three) )(?:[a-z-]+ ){0,3}?(?:contracts?|(?:purchase |task |delivery )?orders?|subcontracts?))(?: (?:for|to (?:supply|provide|deliver|build|develop|support)) (?P<prod>[^;:.,()]{3,70}?))?(?=[.,;]|$| (?:for|to|with|valued|worth|from)\b)",
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
        "leased-to",
        rf"\b(?P<lease>leased|rented|let)(?: (?:entirely|primarily|in full|mainly|exclusively))? to (?:(?:[a-z-]+ ){{0,3}}tenants,? (?:including|such as|like) )?(?P<orgs>{ORGS})(?=[.,;]|$| (?:and|under|for|through|until|on)\b)",
        "leased rented let",
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
        rf"(?:{{sup:org|we}} (?:has |have |recently |also |today |announced that it has )*|^|(?<=renewal) )(?:(?P<verb>renew(?:ed|s)|extend(?:ed|s)|expand(?:ed|s)) (?:its|the|their|our|a) (?:{WORDS}){{0,5}}?(?:contracts?|agreements?|orders?|relationship)|(?P<verb2>signed|executed|secured|won) an? (?:{WORDS}){{0,3}}?renewal(?: of (?:{WORDS}){{1,5}}?)?) with (?P<orgs>{NAMED})",
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
        rf"\b(?P<deal>{DEAL})(?: [^;:.]{{0,80}}?)? (?:(?:was|were|has been|have been) (?:\w+ly )?(?P<verb>received|secured|won|booked|signed|obtained|awarded) (?:from|by)|from|with) {CUST}(?: to [^;:.,]{{3,50}}?)?(?(verb)| (?:was|were|has been|have been) (?P<verb2>received|secured|won|booked|signed))",
        "order orders contract contracts subcontract agreement agreements",
        "new",
    ),
    rule(
        "order-apart",
        rf"(?:^|\b(?:an?|the|this|these|another|initial|first|second|two|three|{{count}}|{{money}}|new|includes?|including) )(?:(?!(?:no|not|any|of|holds?|has|had|have|is|was|for|from|to|with|by)\b)[a-z-]+,? ){{0,3}}?(?P<deal>{DEAL})(?:,? (?:for|worth|valued at|of|totaling|to (?:supply|provide|deliver|build)) [^;:.]{{2,60}}?)?,? (?:which (?:is|was|came) )?(?P<verb>from|placed by|awarded by) {CUST}(?=,|[.;]|$| (?:is|was|were|will|calls?|covers?|for|worth|valued|to|in|and|has|runs?|includes?)\b)",
        "order orders contract contracts subcontract subcontracts agreement agreements",
        "new",
    ),
    rule(
        "awards-to",
        rf"(?:{ONE}{BETWEEN}(?P<verb>award(?:ed|s)|gave|gives) (?:(?:a|an|the|its|two|three|{{count}}|{{money}}) )?(?:{WORDS}){{0,8}}?(?:contracts?|orders?|subcontracts?)(?: for (?:{WORDS}){{1,8}}?)? ?to|\b(?:contracts?|orders?|subcontracts?|agreements?),? (?:which|that) (?P<orgs2>{NAMED}) (?:has |have |had |recently )*(?P<verb2>awarded|gave|placed|signed)(?: to| with)?) {{sup:org|we}}",
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
        rf"(?P<orgs>{ORGS}),? (?:has |have |recently )*(?:is|are|was|were|been|became|become|becomes|becoming|will be|will become|as) (?:also )?(?:(?:one|{{count}}) of |among )?(?:the |an? )?{ADJ}(?:customers?|clients?|users?|adopters?) (?:of|for|to (?:use|adopt|deploy)) (?:the )?{{sup:org|our|we}}",
        "customer* client* user* adopter*",
    ),
    rule(
        "signed-for-ours",
        rf"(?:{ONE}|(?P<desc>(?:an?|(?:one|{{count}}) of the|another) (?:{NOT}[^\s;:.(),]+,? ){{0,8}}?{BUYER_RUN})){BETWEEN}(?P<verb>sign(?:ed|s)|execut(?:ed|es)|entered into|clos(?:ed|es)|inked) (?:(?:an?|its|the|another|two|three|{{count}}) )?(?:{WORDS}){{0,5}}?(?P<deal>contracts?|agreements?|deals?|orders?|subscriptions?) (?:for|to (?:use|deploy|implement|adopt|install|purchase|buy|license)|covering) (?:the (?:use|purchase|installation|deployment) of )?(?:the )?{{sup:org|our}}(?:['’]s?)? (?P<prod>[^\s;:.,()]+(?: [^\s;:.,()]+){{0,5}}?)(?=[.,;]|$| (?:to|for|in|at|from|and|with|on|across)\b)",
        "contract* agreement* deal deals order* subscription*",
        "new",
    ),
    rule(
        "renewed-with",
        rf"{ONE}{BETWEEN}(?P<verb>renew(?:ed|s)|extend(?:ed|s)|expand(?:ed|s)) (?:its|the|their|an?) (?:{WORDS}){{0,5}}?(?:contracts?|agreements?|orders?|relationship) with {{sup:org|we}}",
        "renewed extended expanded",
    ),
    rule(
        "renewed-its",
        rf"{ONE} (?:has |have |had |recently |also |today )*(?P<verb>renewed|extended|expanded) (?:its|their|the) (?:[a-z-]+ ){{0,3}}?(?:contract|(?:supply|service|services|outsourcing|maintenance|distribution center) agreement|orders?)(?=[.,;]| (?:through|until|for|by|to|into)\b)",
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
