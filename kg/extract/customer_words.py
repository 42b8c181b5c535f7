"""How releases tell who buys from whom, as patterns over annotated text."""

from __future__ import annotations

from typing import Final

from kg.extract.buyer_grammar import (
    ACCOUNT,
    ADJ,
    BUYERS,
    BUYERS_MANY,
    CLASS_TAIL,
    CLIENTS,
    CUST,
    DEAL,
    DESCRIBED,
    GOODS,
    GOT,
    HAS,
    LIST,
    NAMED,
    NOT,
    OF_WHOM,
    ONE,
    ORGS,
    OWN,
    SHARE,
    SUP,
    TAIL,
    TAKES,
    TRADE,
    VERBAL,
    VERBS,
    WORDS,
)
from kg.text.patterns import Rule, Rules


def _rule(name: str, pattern: str, triggers: str, status: str = "existing") -> Rule:
    return Rule(name, pattern, tuple(triggers.split()), {"status": status})


RULES: Final = Rules(
    (
        # Shares of revenue, receivables, backlog, orders.
        _rule(
            "share",
            rf"{OF_WHOM},? {ACCOUNT} (?:for )?(?:{{money}},? (?:or|representing) )?{SHARE}",
            "account* represent* compris* contribut* generat* constitut* made provid* exceed* were was totaled declin* decreas* increas* fell rose grew dropped",
        ),
        _rule(
            "share-from",
            rf"{SHARE} (?:(?:in|for|during) {{period}} )?(?:(?:was |were |came |is |are )?(?:derived |generated |earned |made |coming )?(?:from|by)|(?:was |were |is |are )?(?:attributable|made|sold|due|related) to) {OF_WHOM}",
            "from to by",
        ),
        _rule(
            "share-at",
            rf"(?P<orgs>{NAMED}) (?:remains|is|was|remained|became|continues to be) {OWN} {ADJ}customer,? (?:at|with|accounting for|representing|comprising) {SHARE}",
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
            rf"(?:\b(?P<held>{OWN}|serv(?:es|ing)|counts?) {ADJ})?{CLIENTS}(?: (?:in|of|for|across|around) [^;:.()]{{2,60}}?)?,? (?:currently |now |also |who |which |already |that )?(?P<inc>includ(?:e|es|ed|ing)|such as|like|are|comprise|consist of) (?:[^\s;:.()\ue000-\uf8ff]+ ){{0,10}}?(?P<orgs>{LIST})",
            "customer* client* clientele accounts subscribers",
        ),
        _rule(
            "customers-are",
            rf"\b{CLIENTS},? (?:currently |now |also |who |which )?(?:includ(?:e|es|ing)|range from|consist of) (?P<desc>(?:[^\s;:.()\ue000-\uf8ff]+ ){{0,8}}?{BUYERS}(?!\w)(?:[^;:.()\ue000-\uf8ff]{{0,140}}))",
            "customer* client* clientele",
        ),
        _rule("relationships", rf"\bcustomer relationships? with (?P<desc>{DESCRIBED})", "customer"),
        _rule(
            "class-of-ours",
            rf"{OWN} (?P<desc>(?:[a-z-]+ ){{0,2}}?{TRADE} (?:customers|clients)(?!\w)(?: (?:in|across|throughout) (?:(?!(?:by|with|through|to|and|for)\b)[^\s;:.,()]+(?: |(?=[.,;]|$))|and (?=(?-i:[A-Z]))){{1,7}})?)",
            "customers clients",
        ),
        _rule(
            "ships-to-many",
            rf"(?P<verb>ships?|shipped|sold|delivered|distributed) (?:[a-z]+ )?to (?P<desc>(?:(?:thousands|hundreds|dozens|tens of thousands) of |(?:more than |over |some )?{{n:count}} )(?:{NOT}[^\s;:.,()]+ ){{1,6}}(?:(?:around|throughout|across|in) [^\s;:.,()]+(?: [^\s;:.,()]+){{0,2}})?)",
            "ship ships shipped sold delivered distributed",
        ),
        _rule(
            "using-ours",
            rf"(?P<desc>(?:more than |over )?{{n:count}}\+? (?:{NOT}[^\s;:.()]+ ){{0,4}}?{BUYERS}) (?:(?:are|is) )?(?:utilizing|using|relying on|that use|who use|use|subscribing to) (?:our|its|{{sup:our|org}})",
            "utilizing using relying use subscribing",
        ),
        _rule(
            "makers-including",
            rf"\b(?:for|to|by|serv(?:es|ing)|with) (?:[^\s;:.()]+ ){{0,5}}?{BUYERS} (?:[^\s;:.()\ue000-\uf8ff]+ ){{0,6}}?(?:including|such as) (?P<orgs>{LIST})",
            "including such",
        ),
        _rule(
            "also-including",
            rf"\b(?:automakers|oems|retailers|manufacturers|airlines|banks|carriers) (?:[^\s;:.()]+ ){{0,5}}?(?:including|such as) (?P<orgs>{LIST})",
            "automakers oems retailers manufacturers airlines banks carriers",
        ),
        _rule(
            "is-customer",
            rf"(?P<orgs>{ORGS}),? (?:(?:is|are|was|were|remains?|has been|have been|as|became|becomes?|will become|which is|who is) )(?:also )?(?:one of |{{count}} of |among )?(?:{{sup:org|our}}(?:['’]s?)?|our|its|their|a|an) {ADJ}(?:customers?|clients?)(?! (?:of|service|support|relationship|base))\b",
            "customer* client*",
        ),
        _rule(
            "counts-among",
            rf"counts? (?:the )?(?:(?P<orgs>{LIST})|(?P<desc>(?:[^\s;:.()]+ ){{1,12}}?))(?:,? and others)? ?(?:among|as) (?:its|our|their)?(?: [a-z-]+){{0,3}} ?(?:customers|clients)",
            "counts count",
        ),
        _rule("our-customer", rf"{OWN} {ADJ}(?-i:customers?|clients?),? (?P<orgs>{ORGS})(?!['’])", "customer* client*"),
        _rule(
            "a-customer-since",
            rf"(?P<orgs>{NAMED}), (?:a|an) {ADJ}(?-i:customer|client) (?:since|of|for)(?: {{sup:org|our}})?",
            "customer client",
        ),
        _rule(
            "customer-of-named",
            rf"(?P<orgs>{NAMED}), (?:a|an|another) {ADJ}{{sup:org}} (?-i:customer|client)(?=[,.;]| (?:in|for|since)\b)",
            "customer client",
        ),
        _rule(
            "customer-apposed",
            rf"(?P<orgs>{NAMED}), {OWN} {ADJ}(?-i:customer|client)(?=[,.;]| (?:in|for|since)\b)",
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
            rf"(?:{SUP} )?{HAS}(?P<verb>selected|chosen|picked|tapped|contracted|hired|awarded (?:[^\s;:.]+ ){{1,12}}?(?:contracts?|orders?)) by {CUST}",
            "selected chosen picked tapped contracted hired awarded",
            "new",
        ),
        _rule(
            "has-chosen-us",
            rf"(?P<desc>an? (?:{NOT}[^\s;:.,()]+ ){{0,8}}?{BUYERS}(?!\w)(?: (?:of|in|for) (?:{NOT}[^\s;:.,()]+(?: |(?=,))){{1,6}})?),? (?:has |have |recently )*(?P<verb>{TAKES}) {{sup:we|org}}",
            "select* chose* pick* tap* contract* hire*",
            "new",
        ),
        _rule(
            "selects",
            rf"(?P<orgs>{ORGS}) (?:has |have |recently |also |will |plans to |has agreed to |is |are |now )*(?P<verb>{TAKES}) (?:the )?{{sup:org|we|our}}(?:['’]s?)?(?P<prod>(?: [^\s;:.,()]+){{0,8}}?)(?= (?:to|for|as)\b|[.,;]|$)",
            "select* chose* pick* tap* contract* hire* order* adopt* deploy* implement* standardiz* renew* purchas* turn* uses using install* bought relies",
            "new",
        ),
        _rule(
            "order-from",
            rf"(?P<verb>{GOT}) (?:{WORDS}){{0,12}}?(?P<deal>{DEAL}) (?:{WORDS}){{0,14}}?(?:from|placed by) {CUST}(?:, (?P<appos>an? [^;:.,]{{4,90}}))?",
            "order* contract* subcontract* agreement* arrangement* commitment* win wins intent",
            "new",
        ),
        _rule(
            "order-received",
            rf"(?P<deal>(?:purchase )?orders?|(?:sub)?contracts?) (?:that |which )?(?:it|we|they|{{sup:org|we}}) (?:has |have |had |recently |also )*(?P<verb>received|won|secured|booked|obtained) (?:(?!(?:from|which|that)\b)[^\s;:.]+ ){{0,16}}?from {CUST}(?:, (?P<appos>an? [^;:.,]{{4,90}}))?",
            "order* contract* subcontract*",
            "new",
        ),
        _rule(
            "contract-with",
            rf"(?P<verb>{GOT}) (?:{WORDS}){{0,10}}?(?P<deal>{DEAL}) (?:(?:valued at|worth|for up to|of|totaling) [^;:.]{{2,40}}? )?(?:with|by) {CUST}",
            "contract* subcontract* order* agreement* arrangement*",
            "new",
        ),
        _rule(
            "contract-for",
            rf"(?P<verb>{GOT}) (?:{WORDS}){{0,10}}?(?P<deal>(?:sub)?contracts?|orders?) (?:to (?:supply|provide|deliver|build|manufacture|ship) (?P<prod>[^;:.]{{2,80}}?) )?(?:to|for) (?P<orgs>{ORGS})",
            "contract* subcontract* order*",
            "new",
        ),
        _rule(
            "awards-us",
            rf"{ONE} (?:has |have |recently |also )*(?P<verb>award(?:ed|s)|granted|gave|placed with) (?:the )?{{sup:org|we}} (?:a|an|its|the|another|two|three|{{count}}) (?:{WORDS}){{0,8}}?(?:contracts?|orders?|subcontracts?|purchase orders?)\b",
            "award* granted gave placed",
            "new",
        ),
        _rule(
            "signed-as",
            rf"(?P<verb>sign(?:ed|s)|add(?:ed|s)|won|wins|welcom(?:ed|es)|land(?:ed|s)|gain(?:ed|s)) (?P<orgs>{ORGS}) as (?:a|an|our|its)? ?(?:{ADJ})(?:customers?|clients?)",
            "customer* client*",
            "new",
        ),
        _rule(
            "new-customers",
            rf"new {CLIENTS}(?: (?:[^\s;:.,()]+ ?){{1,6}})?,? (?:includ(?:e|es|ed|ing)|such as|like|with) (?P<orgs>{LIST})",
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
            rf"{ONE} (?:has |have |recently |also |today )*(?P<verb>placed|awarded|gave|issued) (?:a|an|its|another|two|three|{{count}}|{{money}}) (?:{WORDS}){{0,8}}?(?:orders?|contracts?)(?: (?:with|to) {{sup:org|we}})?(?: for (?P<prod>[^;:.,()]{{3,70}}?))?(?=[.,;]| with | to | from | valued|$)",
            "placed awarded gave issued",
            "new",
        ),
        _rule(
            "ordered-from",
            rf"{ONE} (?:has |have |recently |also |will )*(?P<verb>ordered|purchased|bought|selected|chosen|leased) (?P<prod>(?:{WORDS}){{1,10}}?)from {{sup:org|we}}",
            "ordered purchased bought selected chosen leased",
            "new",
        ),
        _rule(
            "renewed-with",
            rf"{ONE} (?:has |have |recently |also )*(?P<verb>renewed|extended|expanded) (?:its|the|their) (?:{WORDS}){{0,5}}?(?:contracts?|agreements?|orders?|relationship) with {{sup:org|we}}",
            "renewed extended expanded",
        ),
        _rule(
            "awarded-by",
            rf"\b(?:contracts?|orders?|subcontracts?),? (?:which |that )?(?:was |were |is |has been )?(?P<verb>awarded|placed) by {ONE}",
            "awarded placed",
            "new",
        ),
        _rule(
            "among-new",
            rf"\bamong (?:the|our|its|{{our}}) new(?:est)? {CLIENTS} (?:are|is|were) (?P<orgs>{ORGS})",
            "among",
            "new",
        ),
        # Supply.
        _rule(
            "supplies",
            rf"{SUP},? (?:[^\s;:.()\ue000-\uf8ff]+ ){{0,8}}?(?P<verb>{VERBS}) {GOODS}(?:to|for) (?P<orgs>{ORGS})",
            "suppl* provid* ship* sell* sold deliver* manufactur* produc* distribut*",
        ),
        _rule(
            "supplier-to",
            rf"\b(?:suppliers?|vendors?|prime contractor) (?:of (?P<prod>[^;:.()]{{2,80}}?) )?(?:to|for|by) (?P<orgs>{NAMED}(?: and {NAMED})?)",
            "supplier suppliers vendor vendors contractor",
        ),
        _rule(
            "supplies-class",
            rf"\b(?:(?P<verb>{VERBS}|offer(?:s|ing)?|market(?:s|ing)?)|(?:suppliers?|providers?|distributors?|marketers?|manufacturers?|makers?|developers?|designers?|seller) of) {GOODS}(?:to|for use by) (?P<class>(?!(?:our|its|their|{VERBAL})\b|{{our}}|{{org}}[’'])(?:primarily |mainly |both |leading |major |principally )*(?:{NOT}[^\s;:.()]+ ){{0,6}}?{BUYERS_MANY}(?!\w)(?![-’'])(?! (?:growth|needs|service|support|base))(?-i:(?=[,.;)]| [a-z&]|$)){CLASS_TAIL})",
            "suppl* provid* ship* sell* deliver* manufactur* produc* distribut* offer* market* maker* designer* developer*",
        ),
        _rule(
            "serves",
            rf"\b(?P<verb>serv(?:es?|ed|ing|ices)|train(?:ed|s)|supports?|used by|trusted by|relied (?:up)?on by|utili[sz]ed by) (?P<desc>(?:approximately |about |over |more than |nearly |some |around |~|almost )*{{n:count}}\+? (?:(?!(?:to|from|by|with|that|which|has|is|was|are|will|in)\b)[^\s;:.,()]+ ){{0,5}}?{BUYERS}(?!\w)(?: (?:worldwide|nationwide|globally|(?:in|across|throughout|around) (?:(?!(?:through|with|by|and|for|to|has|from)\b)[^\s;:.,()]+ ?){{1,6}}))?)",
            "serv* train* support* used trusted relied utili*",
        ),
        _rule("sale-of", rf"\bsales? of {GOODS}to {ONE}", "sale sales", "new"),
        _rule(
            "orders-from",
            rf"\b(?P<verb>orders|shipments|deliveries)(?: of [^;:.]{{2,50}}?)? (?:from|to) (?P<orgs>{ORGS})(?! (?:and|or) [a-z])",
            "orders shipments deliveries",
        ),
        _rule(
            "business-with",
            rf"\b(?P<verb>won|wins|gained|secured) (?:new |additional |significant )?business (?:with|from|at) {CUST}",
            "business",
            "new",
        ),
        # Losses.
        _rule(
            "lost-contract",
            rf"\b(?P<verb>loss of|lost) (?:the |its |our |{{our}} |a )?(?:(?:{WORDS}){{0,3}}?)(?:business|contract|account|order)s? (?:of|from|with) {ONE}",
            "loss lost",
            "lost",
        ),
        _rule(
            "sold-to-class",
            rf"\b(?:is|are|were|was) (?:also )?(?P<verb>sold|marketed|supplied|distributed|provided) (?:primarily |principally |mainly |directly )?to (?P<class>(?!(?:our|its|their|{VERBAL})\b)(?:{NOT}[^\s;:.()]+ ){{0,6}}?{BUYERS_MANY}(?!\w)(?![-’'])(?-i:(?=[,.;)]| [a-z&]|$)){TAIL}{CLASS_TAIL})",
            "sold marketed supplied distributed provided",
        ),
        _rule(
            "lost",
            rf"\b(?P<verb>loss of|lost) (?:the )?(?:business (?:of|from|with) )?(?:(?P<orgs>{ORGS}) as (?:a|an|our|its) {ADJ}(?:customer|client)|(?:our|its|the|a|one|one of our|two|{{count}}|{{count}} of our|{{count}} of its) (?P<desc>{ADJ}(?:customers?|clients?)),? (?P<orgs2>{{org}})|(?P<desc2>(?:our|its|a|{{count}} of our|{{count}} of its|{{count}}) {ADJ}(?:customers?|clients?|accounts?)))",
            "loss lost",
            "lost",
        ),
        _rule(
            "terminated",
            rf"\b(?P<verb>terminat(?:ion of|ed)|cancel(?:l?ation of|l?ed)|expir(?:ation of|ed)|non-?renewal of) (?:{WORDS}){{0,8}}?(?:contracts?|orders?|agreements?) between {{sup:org|we}} and (?P<orgs>{{org}})",
            "terminat* cancel* expir* non-renewal nonrenewal",
            "lost",
        ),
        _rule(
            "cancelled",
            rf"{ONE} (?:has |have |had )?(?P<verb>cancel+ed|terminated|did not renew|discontinued|reduced) (?:its|the|their) (?:{WORDS}){{0,5}}?(?:contracts?|orders?|purchases)(?: (?:with|for|from) {{sup:org|we|our}})?",
            "cancel* terminated renew discontinued reduced",
            "lost",
        ),
    )
)
