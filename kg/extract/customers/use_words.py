"""How releases tell who uses, carries or takes what, beside orders and contracts, as patterns over annotated text."""

from __future__ import annotations

from typing import Final

from kg.extract.customers.buyer_grammar import (
    ADJ,
    BEING,
    BUYERS,
    CLASS,
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
    OWN,
    SUP,
    TAKES,
    TAKES_TRIGGERS,
    VERBS,
    WORDS,
    rule,
)

_ALSO = r"(?:(?:is|are|has|have|been|now|also|all|already|today|recently|currently|successfully|actively|will|both) )*"
_USES = (
    r"(?:us(?:e|es|ed|ing)|integrat(?:e|es|ed|ing)|adopt(?:s|ed|ing)?|deploy(?:s|ed|ing)?|embed(?:s|ded|ding)?|utili[sz](?:e|es|ed|ing)"
    r"|implement(?:s|ed|ing)?|install(?:s|ed|ing)?|build(?:s|ing)? (?:on|with)|standardi[sz](?:es|ed|ing) on|rel(?:y|ies|ied|ying) on|leverag(?:es|ed|ing)|licens(?:es|ed|ing)|pre-?load(?:s|ed|ing)?|pre-?install(?:s|ed|ing)?|bundl(?:e|es|ed|ing))"
)
_USES_TRIGGERS = "use uses used using integrat* adopt* deploy* embed* utili* implement* install* build* standardi* rel* leverag* licens* preload* pre-load* preinstall* pre-install* bundl*"
_DESCRIBED_BUYER = rf"(?P<desc>(?:an?|one of the) (?:{NOT}[^\s;:.,()]+ ){{0,8}}?{BUYERS}(?: (?:networks?|systems?))?(?!\w)(?: (?:of|in) (?:{NOT}[^\s;:.,()]+(?: |(?=,))){{1,5}})?)"

USES: Final = (
    rule(
        "list-uses",
        rf"\b(?:including|such as|like|among them) (?P<orgs>{LIST}),? {_ALSO}(?P<verb>{_USES}) (?:the )?{{sup:org|our}}",
        _USES_TRIGGERS,
    ),
    rule(
        "uses-made",
        rf"(?P<orgs>{ORGS}){BEING}(?P<verb>{_USES}|{TAKES}) (?:the )?{MADE}",
        _USES_TRIGGERS + " " + TAKES_TRIGGERS,
    ),
    rule(
        "integrates",
        rf"(?P<orgs>{ORGS}),? {_ALSO}(?P<verb>integrat(?:e|es|ed|ing)|embed(?:s|ded|ding)?|incorporat(?:e|es|ed|ing)|build(?:s|ing)? (?:on|with)|utili[sz](?:es|ed|ing)|leverag(?:es|ed|ing)) (?:the )?{{sup:org|our}}(?:['’]s)? (?P<prod>(?!(?:into|in|with|to|as|within|and)\b)(?:[^\s;:.,()]+(?: |(?![^\s;:.,()]))){{1,5}}?)(?= (?:to|for|as|in|into|on|at|with|and)\b|[.,;]|$)",
        "integrat* embed* incorporat* build* utili* leverag*",
    ),
    rule(
        "that-we-supply",
        rf"\b(?:that|which|,) {SUP} (?:has |have |currently |already |also |now )*(?P<verb>{VERBS}) (?:to|for) (?P<orgs>{ORGS})",
        "suppl* provid* ship* sell* sold deliver* manufactur* produc* distribut* install*",
    ),
    rule(
        "named-for",
        rf"{HAS}(?P<verb>named|appointed|designated|selected|chosen)(?: as)? (?:the |its |an? )?(?P<prod>(?:[a-z&/-]+ ){{0,5}}?(?:agency of record|suppliers?|vendor|(?:general |prime )?contractor|integrator|manufacturer|operator|carrier|processor|service provider|logistics provider|solutions? provider)) (?:of|for|to|by) (?:the )?(?P<orgs>{NAMED})",
        "named appointed designated selected chosen",
        "new",
    ),
    rule(
        "first-order-under",
        rf"(?P<verb>{GOT}) (?:{WORDS}){{0,6}}?(?P<deal>orders?) under (?:{WORDS}){{0,6}}?(?:agreement|contract) with {CUST}",
        "order orders",
        "new",
    ),
    rule(
        "tender-of",
        rf"\b(?P<verb>won|wins|winning|secured|awarded) (?:{WORDS}){{0,6}}?(?P<deal>tenders?|{DEAL}) (?:of|(?:issued|launched|called|let) by) {ONE}",
        "tender tenders order orders contract contracts",
        "new",
    ),
    rule(
        "renewed-described",
        rf"{_DESCRIBED_BUYER} (?:has |have |recently |also )*(?P<verb>renewed|extended|expanded) (?:its|the|their) (?:{WORDS}){{0,5}}?(?:contracts?|agreements?|orders?|relationship) with {{sup:org|we}}",
        "renewed extended expanded",
    ),
    rule(
        "signed-including",
        rf"\b(?P<verb>sign(?:s|ed|ing)?|add(?:s|ed|ing)?|won|wins|winning|onboard(?:s|ed|ing)|land(?:s|ed|ing)|secur(?:es|ed|ing)|welcom(?:es|ed|ing)|gain(?:s|ed|ing)) (?:[^\s;:.,()]+ ){{0,6}}?{CLIENTS},? (?:including|such as|like|among them) (?P<orgs>{LIST})",
        "customer* client* accounts",
        "new",
    ),
    rule(
        "carries-ours",
        rf"{ONE} {_ALSO}(?P<verb>carr(?:y|ies|ied|ying)|stock(?:s|ed|ing)?|sell(?:s|ing)?|offer(?:s|ed|ing)?|distribut(?:es|ed|ing)) (?:{{sup:org}}['’]s?|{{sup2:our}}) (?P<prod>[^\s;:.,()]+(?: [^\s;:.,()]+){{0,5}}?)(?=[.,;]|$| (?:in|at|to|through|on|for|across)\b)",
        "carr* stock* sell* offer* distribut*",
    ),
    rule(
        "available-at",
        rf"\b(?:(?P<verb>(?:(?:is|are|now|also|be|been) )?(?:available|sold|stocked|carried)|launch(?:ed|es|ing)?|debut(?:ed|s|ing)?|arriv(?:e|es|ed|ing)|roll(?:ed|s|ing)? out|on sale) (?:nationwide |exclusively |online and |in stores |now )*(?:at|in)(?: (?:all|select|participating|more than|over|{{count}}))* (?P<orgs>{NAMED}(?:(?:,? and |, ){NAMED}){{0,8}})(?:['’]s?)? (?:stores?|locations?|outlets?|supermarkets?|pharmacies|restaurants|shelves|clubs)\b"
        rf"|(?P<verb2>available exclusively (?:at|in|through)|(?:retail|in-store|store) (?:debut|launch|premiere|exclusive) (?:at|in|with)|on (?:the )?shelves (?:at|of|in)) (?:all |select )?(?P<orgs2>{NAMED}(?:(?:,? and |, ){NAMED}){{0,8}}))",
        "available sold stocked carried launch* debut* arriv* roll* sale shelves",
    ),
    rule(
        "customers-are-class",
        rf"(?:{OWN}|{{sup:org}}) {ADJ}(?:customers|clients|users) (?P<verb>are|include|comprise|range from) (?:typically |primarily |mainly |mostly )?{CLASS}",
        "customers clients users",
    ),
    rule(
        "an-our-customer",
        rf"(?P<orgs>{ORGS}),? (?:is|are|was|has been|have been|became|becomes|remains) (?P<verb>an?|the|one of) {ADJ}(?:{{sup:org}}|{{sup2:our}})(?:['’]s?)? {ADJ}(?:customers?|clients?|users?)(?!\w)",
        "customer* client* user*",
    ),
    rule(
        "derived-from",
        rf"\b(?:revenues?|sales|income|turnover) (?:is|are|was|were|has been|continues to be) (?P<verb>derived|generated|earned) (?:mainly|primarily|largely|principally|chiefly|substantially|mostly) from (?:sales to )?(?P<orgs>{ORGS})",
        "derived generated earned",
    ),
    rule(
        "took-delivery",
        rf"{ONE} (?:has |have |recently |also |today )*(?P<verb>took delivery|taken delivery|takes delivery|accepted delivery) of (?P<prod>(?:{WORDS}){{1,8}}?)from {{sup:org|we}}",
        "delivery",
    ),
    rule(
        "range-list",
        rf"{CLIENTS},? (?:which |that )?rang(?:e|es|ing) from (?:{WORDS}){{0,8}}?(?P<orgs>{ORGS}),? (?:and|as well as) (?:other|many|several)",
        "customer* client*",
    ),
    rule(
        "our-supplier",
        r"{sup:org},? (?:is|was|remains|has been|became) (?:also )?(?:one of |the )?(?P<orgs>{org}|{our}|{we})(?:['’]s?)? (?:(?!former|competing)[a-z-]+ ){0,3}(?P<verb>suppliers?|vendors?)(?: (?:of|for) (?P<prod>(?:[^\s;:.,()]+(?: |(?![^\s;:.,()]))){1,5}?))?(?=[.,;]|$| (?:and|in|since|for|to)\b)",
        "supplier suppliers vendor vendors",
    ),
    rule(
        "received-by-class",
        rf"\b(?:well received|embraced|specified|purchased|ordered|preferred|favou?red) (?P<verb>by) {CLASS}",
        "received embraced specified purchased ordered preferred favored favoured",
    ),
)
