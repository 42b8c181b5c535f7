"""How releases tell who buys from whom: shares and lists of customers, and every rule together."""

from __future__ import annotations

from typing import Final

from kg.extract.customers.buyer_grammar import (
    ACCOUNT,
    ADJ,
    BUYER_RUN,
    BUYERS,
    BUYERS_MANY,
    CLIENTS,
    DESCRIBED,
    LIST,
    MONEYED,
    NAMED,
    NOT,
    OF_WHOM,
    ORGS,
    OWN,
    QUALIFIED,
    SHARE,
    TRADE,
    rule,
)
from kg.extract.customers.deal_words import DEALS
from kg.extract.customers.loss_words import LOSSES
from kg.extract.customers.passing_words import PASSING
from kg.extract.customers.supply_words import SUPPLY
from kg.extract.customers.taking_words import TAKING_IN
from kg.extract.customers.use_words import USES
from kg.text.rules import Rules

_SECOND: Final = QUALIFIED.replace("?P<bound>", "?:")
_WHOLE: Final = MONEYED.replace("?P<of>", "?:").replace("{whose:", "{")

_LISTS: Final = (
    # Shares of revenue, receivables, backlog, orders.
    rule(
        "share",
        rf"{OF_WHOM},? {ACCOUNT} (?:for )?(?:{{money}},? (?:or|representing) )?{SHARE}",
        "account* represent* compris* contribut* generat* constitut* mak* made provid* exceed* were was totaled responsible declin* decreas* increas* fell rose grew dropped",
    ),
    # "A accounted for 24 percent and B for 18 percent of sales": each clause has a share of one whole.
    rule(
        "share-first",
        rf"(?P<orgs>{NAMED}) {ACCOUNT} (?:for )?{QUALIFIED}{{share:percent}}(?=(?:,| and|, and| while|, while) {NAMED},? (?:{ACCOUNT} )?(?:for )?{_SECOND}{{percent}} of {_WHOLE})",
        "account* represent* compris* contribut*",
    ),
    rule(
        "share-second",
        rf"{{percent}}(?: of {_WHOLE}(?:,| and|, and| while|, while) (?P<orgs>{NAMED}),? (?:(?:{ACCOUNT} )?for|{ACCOUNT}) {QUALIFIED}{{share:percent}}(?: of {MONEYED})?"
        rf"|(?:,| and|, and| while|, while) (?P<orgs2>{NAMED}),? (?:(?:{ACCOUNT} )?for|{ACCOUNT}) {_SECOND}{{share2:percent}} of {_WHOLE})(?=[.,;]|$| (?:and|in|for|during|of)\b)",
        "account* represent* compris* contribut*",
    ),
    rule(
        "share-of-which",
        rf"\b(?P<of>backlog|sales|revenues?|orders|receivables)\b[^;.]{{0,60}},? of which {QUALIFIED}{{share:percent}} (?:was |is |were |are |came |comes |related |relates |represents |represented )?(?:for |from |to |due from |attributable to )?(?P<orgs>{ORGS})",
        "which",
    ),
    rule(
        "share-from",
        rf"{SHARE} (?:(?:in|for|during) (?:the )?(?:{{period}}|{{date}}|(?:first |second |third |fourth )?(?:quarter|year|period|half)) )?(?:(?:was |were |came |come |comes |is |are )?(?:derived |generated |earned |made |coming )?(?:from|by)|(?:was|were|is|are|went|goes|go) to|(?:is|are|was|were) for|(?:was |were |is |are )?(?:attributable|made|sold|due|related) to) {OF_WHOM}",
        "from to by for",
    ),
    rule(
        "share-untold",
        rf"\b(?:(?:significant|substantial|large|major|material|considerable) (?:portion|part|percentage|share|amount|majority)|the bulk|most|much|half|(?:a|one)[- ](?:third|quarter)|two[- ]thirds) of (?:{OWN} |{{our}} |the |net |total |annual |consolidated |product )*(?:sales|revenues?|business|turnover|orders|backlog) (?:(?:is|are|was|were|has been|have been|continues to be) )?(?:derived |generated |comes? |came )?(?:from|attributable to) (?:(?:sales|shipments) to )?(?P<orgs>{ORGS})",
        "portion part percentage share amount majority bulk most much half third one-third quarter thirds two-thirds",
    ),
    rule(
        "former",
        rf"(?:(?P<orgs>{NAMED}), (?:formerly|previously|until recently) (?:a |an |our |its |the |one of (?:our|its|the) )|\ba former )(?:[a-z-]+ ){{0,2}}(?-i:customers?|clients?)(?:,? (?P<orgs2>{NAMED}))?(?=[,.;]|['’]| (?:that|who|which|has|had|of))",
        "formerly previously until former",
        "lost",
    ),
    rule(
        "apposed-named",
        rf"\b(?:an?|another) (?:long-?time|long-?standing|major|key|large|significant|existing|new|principal|important|valued) (?:[a-z-]+ )?(?-i:customer|client), (?P<orgs>{NAMED}),",
        "customer client",
    ),
    rule(
        "range-from",
        rf"{CLIENTS},? (?:which |that )?rang(?:e|es|ing) from (?P<orgs>{NAMED}) to (?P<orgs2>{NAMED})",
        "customer* client*",
    ),
    rule(
        "among-ours",
        rf"\bamong (?:the|our|its|their|{{our}}|{{own2:org}}['’]s?) {ADJ}{CLIENTS} (?:are|is|were) (?P<orgs>{LIST})",
        "among",
    ),
    rule(
        "share-at",
        rf"(?P<orgs>{NAMED}) (?:remains|is|was|remained|became|continues to be) (?:{OWN}|the) {ADJ}customer,? (?:at|with|accounting for|representing|comprising) {SHARE}",
        "customer",
    ),
    rule(
        "depends-on",
        rf"(?:depend(?:s|ed|ent)?|reli(?:es|ed)|rely(?:ing)?) (?:up)?on {OF_WHOM} for {SHARE}",
        "depend* relies relied rely relying",
    ),
    rule(
        "customer-is",
        rf"(?:{OWN}|\bwhose) {ADJ}(?:customers?|clients?) (?:is|are|was|were|remains?|became) (?P<orgs>{ORGS})(?=[,.;]|$| (?:and|which|who|in|with|for|since|at)\b)",
        "customer* client*",
    ),
    rule(
        "share-apart",
        rf"(?:(?<=, )|(?<=and )|(?<=were )|(?<=are )|(?<=was )|(?<=include )|(?<=included ))(?P<orgs>{NAMED})(?:,? with | at | \(){QUALIFIED}{{share:percent}}(?: of {MONEYED})?(?=\)|[,.;]| and\b)",
        "with at customer* client*",
    ),
    rule(
        "customer-is-some",
        rf"(?:\b(?:one|another)|{{count}}) of {OWN} {ADJ}(?:customers|clients) (?P<verb>is|was) (?P<desc>an? (?:{NOT}[^\s;:.()]+ ){{0,7}}?{BUYER_RUN}(?: of (?:{NOT}[^\s;:.,()]+(?: |(?=[.,;]|$))){{1,5}})?)",
        "customers clients",
    ),
    rule(
        "customer-described",
        rf"{OWN} {ADJ}(?:customer|client), (?P<appos>an? [^;:.,]{{4,90}})(?=[,.;])",
        "customer client",
    ),
    rule(
        "fortune",
        rf"(?:{CLIENTS},? (?:currently |now )?(?:includ(?:e|es|ing)|are)|counts?|serv(?:es|ing)|used by|trusted by) (?:more than |over |nearly )?(?P<desc>{{n:count}} of (?:the |our |its )?(?:fortune|global|top|world['’]s|largest|nation['’]s|{{count}}|u\.s\.|{{place}})[^;:.,()]{{2,50}})",
        "customer* client* count* serv* used trusted",
    ),
    rule(
        "percent-customer",
        rf"(?P<orgs>{ORGS}) (?:was|is|were|are|became|remained) (?:also )?(?:a |an |our |the only |only |both )?{{share:percent}}(?P<more>[ -]plus| or greater)? customers?(?!\w)",
        "customer customers",
    ),
    # Lists.
    rule(
        "customers-include",
        rf"(?:\b(?P<held>{OWN}|serv(?:es|ing)|counts?|has|have|had|with(?= (?:[a-z-]+ )?customers (?:such|like|including))) {ADJ})?{CLIENTS}(?: (?:in|of|for|across|around) [^;:.()]{{2,60}}?)?,? (?:currently |now |also |who |which |already |that |have |has |have also )?(?P<inc>includ(?:e|es|ed|ing)|boasts?(?: (?:names|brands|companies) (?:such as|like|including))?|features? (?:names|brands|companies) (?:such as|like|including)|among them|such as|like|are|comprise|consist of) (?:[^\s;:.()\ue000-\uf8ff]+ ){{0,10}}?(?P<orgs>{LIST})",
        "customer* client* clientele accounts subscribers tenant*",
    ),
    rule(
        "customers-are",
        rf"\b{CLIENTS},? (?:currently |now |also |who |which )?(?:(?:have |has )?includ(?:e|es|ed|ing)|rang(?:e|ing) from|consist of|(?:are|is) (?:primarily|mainly|mostly|principally|typically|largely|generally)|comprise) (?P<desc>(?:(?:{{count}}|[^\s;:.()\ue000-\uf8ff]+) ){{0,8}}?{BUYERS}(?!\w)(?:(?! (?:by|with|through) )(?:{{facility}}|[^;:.()\ue000-\uf8ff])){{0,140}})",
        "customer* client* clientele",
    ),
    rule("relationships", rf"\bcustomer relationships? with (?P<desc>{DESCRIBED})", "customer"),
    rule(
        "class-of-ours",
        rf"{OWN} (?P<desc>(?:[a-z-]+ ){{0,2}}?{TRADE} (?:customers|clients)(?!\w)(?: (?:in|across|throughout) (?:(?!(?:by|with|through|to|and|for)\b)[^\s;:.,()]+(?: |(?=[.,;]|$))|and (?=(?-i:[A-Z])|[\ue000-\uf8ff])){{1,7}})?)",
        "customers clients",
    ),
    rule(
        "ships-to-many",
        rf"(?P<verb>ships?|shipped|sold|delivered|distributed) (?:[a-z]+ )?to (?P<desc>(?:(?:thousands|hundreds|dozens|tens of thousands) of |(?:more than |over |some )?{{n:count}} )(?:{NOT}[^\s;:.,()]+ ){{1,6}}(?:(?:around|throughout|across|in) [^\s;:.,()]+(?: [^\s;:.,()]+){{0,2}})?)",
        "ship ships shipped sold delivered distributed",
    ),
    rule(
        "using-ours",
        rf"(?P<desc>(?:(?:more than |over |nearly |approximately )?{{n:count}}\+? |(?:many|most|several|hundreds|thousands|dozens|{{n2:count}}) of (?:the )?)(?:{NOT}(?:u\.s\.|[^\s;:.()]+) ){{0,4}}?(?:{BUYERS}|entities)(?: (?:in|across) (?:(?!(?:rely|relies|use|are)\b)[^\s;:.()]+ ){{1,14}}?(?=rely|use|trust|depend))?) ?(?:(?:are|is) )?(?:utilizing|using|relying (?:up)?on|that use|who use|use|subscribing to|rely on|depend on|trust) (?:our|its|{{sup:our|org}})",
        "utilizing using relying rely use trust depend subscribing",
    ),
    rule(
        "makers-including",
        rf"\b(?:for|to|by|with(?= (?:clients|customers)\b)|serv(?:es|ing)|support(?:s|ing)|power(?:s|ing)|help(?:s|ing)|(?:contracts?|agreements?|relationships?|business|orders?|work(?:s|ed|ing)?|deals?|projects|programs|deployments) with|(?:revenues?|sales|orders|business|contracts|demand) from|(?:used|deployed|installed|adopted|in use|running|live|operating) (?:at|in|across)) (?:[^\s;:.()]+ ){{0,5}}?(?:{BUYERS_MANY}|leaders|names|giants|innovators|icons),? (?:(?:[^\s;:.()\ue000-\uf8ff]+|{{facility}})[ —–-]){{0,7}}?(?:including|such as|like) (?P<orgs>{LIST})",
        "including such like",
    ),
    rule(
        "also-including",
        rf"\b(?:automakers|oems|retailers|manufacturers|airlines|banks|carriers) (?:[^\s;:.()]+ ){{0,5}}?(?:including|such as) (?P<orgs>{LIST})",
        "automakers oems retailers manufacturers airlines banks carriers",
    ),
    rule(
        "is-customer",
        rf"(?P<orgs>{ORGS}),? (?:(?:is|are|was|were|remains?|has been|have been|as|became|becomes?|becoming|will be|will become|which is|who is) )(?:also )?(?:(?:one|{{count}}) of |among )?(?:{{sup:org|we|our}}(?:['’]s?)?(?: (?:(?-i:[A-Z][\w-]*)(?= [a-z])|{{org}}))?|our|its|their|a|an) {ADJ}(?:customers?|clients?)(?! (?:of|for|service|support|relationship|base))\b",
        "customer* client*",
    ),
    rule(
        "counts-among",
        rf"counts? (?:the )?(?:(?P<orgs>{LIST})|(?P<desc>(?:[^\s;:.()]+ ){{1,12}}?))(?:,? and others)? ?(?:among|as) (?:its|our|their)?(?: [a-z-]+){{0,3}} ?(?:customers|clients)",
        "counts count",
    ),
    rule(
        "our-customer",
        rf"(?:{OWN}|{{sup:org}}) {ADJ}(?-i:customers?|clients?),? (?P<orgs>{ORGS})(?!['’])",
        "customer* client*",
    ),
    rule(
        "a-customer-since",
        rf"(?P<orgs>{NAMED}), (?:a|an) {ADJ}(?-i:customer|client) (?:since|of|for)(?: {{sup:org|our}})?",
        "customer client",
    ),
    rule(
        "customer-of-named",
        rf"(?P<orgs>{NAMED}), (?:a|an|another) {ADJ}{{sup:org}} (?-i:customer|client)(?=[,.;]| (?:in|for|since)\b)",
        "customer client",
    ),
    rule(
        "customer-apposed",
        rf"(?P<orgs>{NAMED}), (?:(?:once|formerly|previously|until recently) )?(?:{OWN} |(?:one|{{count}}|some) of (?:{{sup:org|we|our}}['’]s?|our|its|their) (?:[a-z]+ ){{0,2}}?(?=[a-z]+s\b)|an? (?=(?:long-?time|long-?standing|existing|major|key|new|large|significant|valued) )){ADJ}(?-i:customers?|clients?)(?=[,.;]| (?:in|for|since)\b)",
        "customer customers client clients",
    ),
    rule(
        "used-by",
        rf"(?:(?:is|are|been|being|currently|already|now|also) (?:used|deployed|installed|trusted) (?:by|at)|trusted by|relied (?:up)?on by|in use (?:at|by)|(?:now |also )(?:runs?|running|live|operating|operational) (?:at|in)|(?:installation|deployment|implementation|roll-?out) of (?:its|our|the) (?:[\w-]+ ){{1,4}}(?:at|by)) (?:[^\s;:.()\ue000-\uf8ff]+ ){{0,7}}?(?P<orgs>{LIST})",
        "run runs running live operating operational installation deployment implementation rollout roll-out used trusted relied use installed deployed",
    ),
)

RULES: Final = Rules((*_LISTS, *LOSSES, *DEALS, *SUPPLY, *USES, *TAKING_IN, *PASSING))
