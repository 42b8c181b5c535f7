"""How releases tell who takes a company's goods into use, in every frame of the verb but the plain active one, as patterns over annotated text."""

from __future__ import annotations

from typing import Final

from kg.extract.customers.buyer_grammar import (
    BETWEEN,
    BUYER_RUN,
    CUST,
    HAS,
    MADE,
    NAMED,
    NOT,
    ONE,
    TAKEN,
    TAKING,
    TAKING_OF,
    rule,
)

_TAKING_TRIGGERS: Final = (
    "selecting choosing deploying installing implementing adopting ordering licensing rolling using utili* leveraging switching moving migrating"
    " upgrading going standardi* selected chose deployed installed implemented adopted switched moved migrated upgraded"
)
_TAKEN_TRIGGERS: Final = "selected chosen picked deployed installed implemented adopted purchased ordered licensed rolled used utili* commissioned specified trusted relied put"
_OF_TRIGGERS: Final = "adoption deployment rollout roll-out implementation selection choice purchase use installation acceptance order trial pilot"
# The goods by what they are, where only the words around tell whose: "the system", "its baggage scanners".
_GOODS: Final = (
    r"(?:the|this|its|our|these) (?:[a-z-]+ ){0,3}?(?:systems?|platforms?|products?|software|solutions?|equipment|technolog(?:y|ies)|machines?|devices?|tools?"
    r"|applications?|scanners?|terminals?|instruments?|vehicles?|turbines?|engines?|pumps?|sensors?|servers?|robots?|printers?|meters?)"
)
_THEIRS: Final = rf"(?:{{sup:org|our}}(?:['’]s?)?|{MADE})"
_BEEN: Final = r"(?:(?:is|are|was|were|be|been|being|has|have|will|also|now|already|currently|recently|widely|successfully|both) )+"
_TAKEN_UP: Final = r"(?:selected|chose|deployed|installed|implemented|adopted|switched|moved|migrated|upgraded)"
_GAINED: Final = r"(?:cut|reduced|improved|increased|saved|boosted|achieved|lowered|doubled|eliminated|slashed|raised|accelerated|automated|streamlined|moderni[sz]ed|replaced|sped up)"
_SUPPLIER: Final = r"(?:agency of record|suppliers?|vendors?|(?:general |prime )?contractor|integrator|manufacturer|operator|carrier|processor|caterer|(?:[a-z-]+ )?providers?)(?! (?:of|in) the year)"

TAKING_IN: Final = (
    rule(
        "goods-taken-by",
        rf"(?<!\w)(?:{_GOODS}|(?:the )?{_THEIRS}(?P<prod>(?: [a-z-]+){{0,4}}?)) {_BEEN}(?P<verb>{TAKEN}) (?:by|at) {CUST}",
        _TAKEN_TRIGGERS,
    ),
    rule(
        "adoption-of",
        rf"{ONE}['’]s? (?:[a-z-]+ ){{0,2}}?(?P<verb>{TAKING_OF}) of (?:the )?(?:(?<!purchase of )(?<!purchase of the ){_THEIRS}|{{sup2:org|our}}['’]s? (?=\w)|its(?= [a-z-]* ?[A-Z]))",
        _OF_TRIGGERS,
    ),
    rule(
        "taken-in",
        rf"(?:{ONE}|(?P<desc>(?:an?|(?:one|{{count}}) of the|another) (?:{NOT}[^\s;:.(),]+,? ){{0,8}}?{BUYER_RUN})){BETWEEN}(?:is |are )?(?P<verb>complet(?:ed?|es|ing)|finish(?:ed|es)|beg(?:an|ins|un)|start(?:ed|s)|approved|expanded|expand(?:s|ing)) (?:the |its |an? )?(?:[a-z-]+ ){{0,2}}?{TAKING_OF} of (?:the )?{{sup:org|our}}(?:['’]s?)? (?P<prod>[^\s;:.,()]+(?: [^\s;:.,()]+){{0,5}}?)(?=[.,;]|$| (?:to|for|in|at|from|and|with|on|across|throughout)\b)",
        _OF_TRIGGERS,
    ),
    rule(
        "adoption-by",
        rf"\b(?P<verb>{TAKING_OF}) of (?:the |its )?(?:(?<!purchase of )(?<!purchase of the ){_THEIRS}(?: [a-z-]+){{0,3}}?|(?P<prod>(?:(?!(?:by|at|with|for|to|in)\b)[^\s;:.,()]+ ){{0,5}}(?:(?!(?:by|at|with|for|to|in)\b)[^\s;:.,()]+))) (?:by|at) {ONE}",
        _OF_TRIGGERS,
    ),
    rule(
        "since-using",
        rf"\b(?:since|after|by|with|through|following|once|when) (?:(?:{{we}}|they|it) (?:have |had )?(?:(?:began|started) (?={TAKING}))?)?(?P<verb>{TAKING}|{_TAKEN_UP}) (?:over )?(?:to )?(?:the )?(?:{_THEIRS}|{{goods:title}})(?: [^\s;:.,()]+){{0,6}}?,? (?P<orgs>{{we}}|{NAMED}) (?=(?:ha[sd]|have|was|were|is|are|can|could|will|now|gained|cut|saw|reduced|saved|improved|increased)\b)",
        _TAKING_TRIGGERS,
    ),
    rule(
        "helped-by",
        rf"{ONE} (?:(?:has|have|had|also|recently|now) )*(?P<verb>{_GAINED}) (?:(?!(?:stakes?|holdings?|shares|interests?|ownership|offers?|bids?)\b)[^\s;:.]+ ){{1,14}}?(?:(?:with|using|through|thanks to) (?:the )?(?:{{sup:org}}['’]s? (?=\w)(?!(?:consent|approval|support|backing|permission|investment|financing|acquisition|purchase|funding|capital|money|loans?)\b)|{{sup2:our}})|(?:by|after|since|while) {TAKING} (?:the )?(?:{{sup3:org}}['’]s?|{MADE}))",
        "cut reduced improved increased saved boosted achieved lowered doubled eliminated slashed raised accelerated automated streamlined moderni* replaced sped",
    ),
    rule(
        "one-of-users",
        rf"{ONE} (?:has |have )?(?P<verb>join(?:s|ed|ing)?|is (?:one of|among)|{{count}} of) [^;:.]{{0,50}}? (?:(?:that|who|which) (?:use|have adopted|have chosen|have selected|rely on|run)|using|relying on) (?:the )?{_THEIRS}",
        "join* among one",
    ),
    rule(
        "installed-at",
        rf"\b(?P<verb>(?:install|deploy|implement|commission)(?:s|ed|ing)|roll(?:s|ed|ing) out|complet(?:ed|es|ing) (?:the )?(?:installation|deployment|implementation|rollout|commissioning) of) (?:its|our|the first|the|a|an|two|three|{{count}}) (?P<prod>(?:(?!(?:at|with|for|to|in|by|from)\b)[^\s;:.,()]+ ){{1,8}}?)(?:at|with|for) {ONE}",
        "install* deploy* implement* commission* roll* complet*",
    ),
    rule(
        "names-supplier",
        rf"(?:{ONE}|(?P<orgs2>{{we}})){BETWEEN}(?P<verb>named|names|appointed|appoints|designated|approved|certified|qualified|retained|selected|selects|chosen|chose|picked) {{sup:org|our|we}} (?:as |to be |to serve as |to act as )(?:its|their|our|the|an?|one of its) (?:[a-z-]+ ){{0,4}}?{_SUPPLIER}",
        "named names appointed appoints designated approved certified qualified retained select* cho* picked",
        "new",
    ),
    rule(
        "named-by",
        rf"{HAS}(?P<verb>named|appointed|designated|approved|certified|qualified|selected|chosen|picked) by {ONE} (?:as|to be) (?:(?:its|their|the|an?|one of its) )?(?:[a-z-]+ ){{0,4}}?{_SUPPLIER}(?: (?:of|for) (?P<prod>[^;:.,()]{{3,60}}?))?(?=[.,;]|$| (?:for|in|through|under|to)\b)",
        "named appointed designated approved certified qualified selected chosen picked",
        "new",
    ),
)
