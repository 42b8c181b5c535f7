"""How releases tell of customers in passing: pilots, design wins, samples sent to a laboratory, those who praise what they use."""

from __future__ import annotations

from typing import Final

from kg.extract.customers.buyer_grammar import (
    ACCOUNT,
    ADJ,
    BUYER_RUN,
    CUST,
    DEAL,
    GOODS,
    LIST,
    NAMED,
    NOT,
    OF_WHOM,
    ONE,
    ORGS,
    QUALIFIED,
    TAIL,
    VERBS,
    WORDS,
    rule,
)

_SOME_BUYER = rf"(?P<desc>(?:an?|one of the|another|several|multiple|two|three|{{count}}|leading|major) (?:{NOT}[^\s;:.(),]+,? ){{0,7}}?{BUYER_RUN}{TAIL})"
_THE_LAB = r"(?:the )?{sup:org}"

PASSING: Final = (
    rule(
        "we-chose",
        r"(?P<orgs>{we}) (?:have |had |also |now |already |first |then |ultimately |initially )*(?P<verb>chose|chosen|selected|picked|went with|use|used|rely on|relied on|deployed|adopted|switched to|moved to|implemented|standardi[sz]ed on|been using|are using|are deploying) (?:the )?{sup:org}",
        "chose chosen selected picked went use used using rely relied deployed deploying adopted switched moved implemented standardi*",
    ),
    rule(
        "case-study",
        rf"\bhow (?P<orgs>{NAMED}) (?:(?!(?:and|or|not)\b)[^\s;:.()]+ ){{1,12}}?(?P<verb>with|using|through|thanks to) (?:the help of )?{{sup:org|our}}",
        "how",
    ),
    rule(
        "sent-to-lab",
        rf"\b(?:samples?|core|cuttings|assays?|concentrate|bulk sample|specimens?)\b(?:[^;.]|\.(?=\d)){{0,150}}?(?P<verb>submitted|sent|shipped|delivered|transported|forwarded|couriered|dispatched) (?:{WORDS}){{0,5}}?to {_THE_LAB}[^;.]{{0,90}}? for (?P<prod>(?:[a-z-]+ ){{0,4}}?(?:analys[ei]s|assay(?:s|ing)?|testing|test ?work|preparation))",
        "submitted sent shipped delivered transported forwarded couriered dispatched",
    ),
    rule(
        "assayed-by",
        rf"\b(?P<prod>samples?|core|assays?|analys[ei]s|assaying|geochemical analys[ei]s|metallurgical test ?work|test ?work)\b(?! of (?:the )?(?:market|data))[^;.]{{0,90}}? (?:was|were|is|are|been|being) (?P<verb>analy[sz]ed|assayed|performed|completed|processed|prepared|conducted|carried out) (?:by|at) {_THE_LAB}",
        "analyzed analysed assayed performed completed processed prepared conducted carried",
    ),
    rule(
        "handled-under",
        r"\b(?:is|are|was|were|be|being|been) (?P<verb>processed|milled|smelted|refined|treated|manufactured|packaged|bottled|hosted|handled|operated|transported|stored|assembled) (?:[a-z-]+ ){0,3}?under (?:(?!(?:with|from|by|to)\b)[\w-]+ ){0,4}?(?P<prod>(?:[a-z-]+ )?(?:milling|processing|smelting|refining|manufacturing|packaging|hosting|transport|transportation|storage|tolling|assembly|services?|treatment)) (?:agreement|contract|arrangement) with (?:the )?{sup:org}",
        "processed milled smelted refined treated manufactured packaged bottled hosted handled operated transported stored assembled",
    ),
    rule(
        "done-for",
        rf"(?<!\w)(?P<prod>(?:(?:[a-z-]+ ){{0,3}}and )?(?:[a-z-]+ ){{0,3}}[a-z-]+) (?:of (?:the |its )?(?:(?!(?:is|are|was|were|by)\b)[^\s;:.,()]+ ){{1,5}})?(?:is|are|was|were|being|been) (?:(?:also|being|jointly) )?(?P<verb>managed|designed|built|constructed|developed|installed|performed|provided|supplied|engineered|operated|delivered|manufactured) by {{sup:org|we}} (?:on behalf of|for) (?P<orgs>{ORGS})(?=[.,;]|$| (?:in|under|since|and|at|with)\b)",
        "managed designed built constructed developed installed performed provided supplied engineered operated delivered manufactured",
    ),
    rule(
        "working-with",
        rf"\b(?P<verb>working|works|engaged|collaborating) (?:closely |already |directly )?with {_SOME_BUYER}(?= to (?:replace|deploy|integrate|implement|adopt|install|pilot|roll out|upgrade|modernize|automate|use)\b)",
        "working works engaged collaborating",
    ),
    rule(
        "in-talks-with",
        rf"\b(?P<verb>engaged|sampling|qualifying|trialing|trialling|in trials|in evaluation|under evaluation|being evaluated|being tested) (?:with|by|at) (?P<desc>(?:an?|several|multiple|many|two|three|four|five|{{count}}|leading|major) (?:{NOT}[^\s;:.(),]+ ){{0,6}}?(?:customers|oems|manufacturers|customer|oem|manufacturer|automakers?|airlines?|utilities)(?!\w){TAIL})",
        "engaged sampling qualifying trialing trialling trials evaluation evaluated tested",
        "expected",
    ),
    rule(
        "design-win",
        rf"\bdesign(?:[- ]in)? (?P<verb>wins?) (?:at|with|from|for|by) {CUST}",
        "design",
        "new",
    ),
    rule(
        "expanded-at",
        rf"\b(?P<verb>expand(?:ed|s|ing)|extend(?:ed|s|ing)|broaden(?:ed|s|ing)|renew(?:ed|s|ing)|increas(?:ed|es|ing)) (?:its |our |the |an? |their )?(?:(?!(?:credit|loan|lease)\b){WORDS}){{0,4}}?(?:deployments?|roll-?outs?|implementations?|installations?|footprint|engagements?|subscriptions?) (?:with|at|across|by) (?P<orgs>{ORGS})",
        "deployment* rollout* roll-out* implementation* installation* footprint engagement* subscription*",
    ),
    rule(
        "deal-signed",
        rf"\b(?P<deal>{DEAL}) (?:has |have |had |was |were |been |also |recently )+(?P<verb>signed|concluded|executed|reached|agreed|entered into|finali[sz]ed) with {CUST}",
        "signed concluded executed reached agreed entered finali*",
        "new",
    ),
    rule(
        "business-from",
        rf"\b(?P<verb>new|additional|incremental|repeat|first-time) business (?:from|with|at) {CUST}",
        "business",
        "new",
    ),
    rule(
        "wins-included",
        rf"\b(?:new |recent |notable |key |other |significant |major )*(?:business|contract|account|client|customer) (?P<verb>wins)(?: (?:in|during|across|this|last|over|since|throughout)(?: [^\s;:.,()]+){{1,6}}?)?(?:,? (?:includ(?:e|es|ed|ing)|such as|like|with|were|are|came from)|:) (?P<orgs>{LIST})",
        "wins",
        "new",
    ),
    rule(
        "sales-to-some",
        rf"\b(?P<verb>sales|shipments|deliveries) (?:of [^;:.]{{2,50}}? )?to (?P<desc>(?:one|two|three|four|five|{{count}}|some|several) of (?:our|its|the company['’]s|{{our}}|{{own:org}}['’]s) {ADJ}(?:customers|clients|accounts))(?!\w)",
        "sales shipments deliveries",
    ),
    rule(
        "sales-to-one",
        rf"\b(?P<verb>sales|shipments|deliveries) (?:of [^;:.]{{2,50}}? )?to (?P<desc>(?:an?|one of the|another|{{place}}['’]s) (?:{NOT}[^\s;:.(),]+ ){{0,6}}?{BUYER_RUN}{TAIL})",
        "sales shipments deliveries",
    ),
    rule(
        "bidder",
        rf"\b(?:selected|chosen|named|designated|announced)(?: as)? (?:the |a |an )?(?P<verb>preferred|successful|winning|lowest) (?:bidder|proponent|tenderer) (?:by|for|of) {ONE}",
        "bidder proponent tenderer",
        "expected",
    ),
    rule(
        "pilot-with",
        rf"\b(?P<verb>pilots?|proofs?[- ]of[- ]concept|poc|field trials?)(?: (?:programs?|projects?|deployments?|tests?))?(?: of (?:its|the|our)(?: (?!(?:with|at|for|by)\b)[^\s;:.,()]+){{1,6}}?)?(?: (?:is|are|was|were|has been|have been|now|currently|already|under ?way|in progress|launched|begun|started|completed|initiated|successfully))* (?:with|at|for) (?P<orgs>{ORGS})",
        "pilot pilots proof-of-concept proof proofs poc trial trials",
    ),
    rule(
        "needed-by",
        rf"(?P<verb>{VERBS}|build(?:s|ing)?|make(?:s|ing)?) {GOODS.replace('{1,16}?', '{1,10}?')}(?:required|needed|ordered|requested) by (?P<orgs>{ORGS})",
        "required needed ordered requested",
    ),
    rule(
        "supplies-also",
        rf"(?P<verb>{VERBS}) (?:{WORDS}){{1,8}}?to (?:the )?{NAMED} and (?P<prod>(?:[a-z-]+ ){{1,5}}?)to (?P<orgs>{ORGS})",
        "suppl* provid* ship* sell* sold deliver* manufactur* produc* distribut* install*",
    ),
    rule(
        "share-then",
        rf"(?P<of>sales|revenues?|turnover|backlog|receivables)\b[^.]{{0,40}}?[;,] (?:while |and |with )*{OF_WHOM},? {ACCOUNT} (?:for )?{QUALIFIED}{{share:percent}}(?= ?\(|[,.;]|$)",
        "account* represent* compris* contribut* generat* mak* made",
    ),
)
