"""What the words before a name say of the part that it plays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.companies import role_words
from kg.text.heads import ANY, heads

_W = r"(?:(?:[\w’'&./-]+|\([A-Z]{2,6}\)),? )"
_LEFT: tuple[tuple[str, int, frozenset[str], re.Pattern[str]], ...] = tuple(
    (role, points, heads(pattern) or ANY, re.compile(pattern + r" ?(?:the |its |our |a |an )?$", re.IGNORECASE))
    for role, points, pattern in (
        (
            "subsidiary",
            4,
            rf"\b(?:subsidiar(?:y|ies)|affiliates?|division|unit|operating company)(?:,| –| -|:|,? including| such as| named| called|,? (?:is|are))(?: {_W}{{0,2}})?",
        ),
        (
            "subsidiary",
            4,
            rf"\b(?:parent company of|parent of|holding company for|holding company of|owns (?:100% of )?|owner of|majority (?:stake|interest) in|100% (?:owned|of)) ?(?:(?!is |was |are ){_W}){{0,4}}",
        ),
        (
            "owner",
            4,
            r"\b(?:subsidiary|division|unit|affiliate|(?<!as )(?<!as a )part|brand) of (?:(?!and )[\w’'&./-]+ ){0,3}",
        ),
        (
            "subsidiary",
            4,
            r"(?:\b(?:its|our)|[’']s) (?:[\w-]+ ){0,3}(?:business(?:es)?|brands?)(?: [–—-]|:|,|,? including| such as)",
        ),
        ("customer", 7, r"\b(?:customer|client),"),
        ("parent", 5, r"\bparent(?: company)? of [\w .,&’'-]{2,50}? (?:is|was)"),
        ("parent", 5, r"\b(?:parent(?: company)?(?: is| was)?|owned by|majority[- ]owned by|controlled by),?"),
        (
            "customer",
            4,
            r"\b(?:customers?|clients?|OEMs|automakers|end users|retailers|tenants)\b(?:(?!\bpartners|\bsuppliers|\bcompetitors)[^.;\"”]){0,60}?(?:including|include|such as|like|are)",
        ),
        (
            "customer",
            4,
            rf"\b(?:(?:purchase |follow-on |initial |new )*orders?|award|contract(?! (?:manufactur|research|develop|electronics))|task order|subcontract|purchase orders?)\b {_W}{{0,6}}?(?:from|by)",
        ),
        (
            "customer",
            4,
            r"\b(?:selected|chosen|awarded|contracted|hired|tapped|engaged|named|retained) (?:\w+ ){0,12}?by",
        ),
        (
            "customer",
            3,
            rf"\b(?:sells?|sold|suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)|deliver(?:s|ed|ing)?|ship(?:s|ped|ping)?|leased|services?) {_W}{{1,8}}?(?:to|for)",
        ),
        (
            "supplier",
            4,
            r"\b(?:(?<!to )suppliers?,?|(?<!to )vendors?,?|manufactured by|supplied by|produced by|powered by|provided by|(?<!share )(?<!stock )(?<!asset )purchased? (?:\w+ ){0,4}from|sourced from|leas(?:e|ed|ing) (?:\w+ ){0,6}from|outsourc\w+ (?:\w+ ){0,8}to)(?: such as| including)?",
        ),
        (
            "target",
            5,
            rf"\b(?:acquir(?:e|es|ed|ing)|purchas(?:e|es|ed|ing)(?! (?:manager|director|agent|department|head)\b)|buy(?:s|ing)?|bought|acquisitions?|takeover|buyout|offer) (?:(?!(?:from|by|for|on|at|via|through|with|using|in|is|are|was|were|that|which|who)\b){_W}){{0,5}}?(?:of |for )?",
        ),
        (
            "target",
            5,
            rf"\b(?:merger|merge[sd]?|merging|business combination|combination|combine[sd]?|share exchange|amalgamation|integration|(?:proposed|pending|planned|definitive) transaction) (?:{_W}){{0,3}}?(?:with|of|between)",
        ),
        (
            "acquirer",
            5,
            r"\b(?:(?:acquired|bought|purchased) (?:\w+ ){0,3}?by|sold to|merge[sd]? (?:with and )?into|acquisition by|takeover by|sale (?:\w+ ){0,10}to|divest(?:ed|iture) (?:\w+ ){0,8}to)",
        ),
        (
            "seller",
            5,
            r"\b(?:acquir(?:e|es|ed|ing)|acquisition|(?:purchas(?:e|es|ed|ing)(?! (?:agreement|price|order))|bought|buy) (?=(?:the|an?|its|all|certain|substantially|two|three|four|five|[\d$€£]|(?-i:[A-Z]))))(?![^.;]{0,110}\bfacility\b)[^.;]{3,110}? from",
        ),
        (
            "seller",
            10,
            r"\b(?:acqui(?:r\w+|sition)|purchas\w+|bought)\b[^.;]{3,90}\b(?:operations|assets|division|plants?|portfolio|facilities|rights|stores|branches|publications|magazines|titles|conferences|products|product lines?|patents?|contracts|inventory|brands|licen[sc]es|routes|loans|deposits|properties|claims|accounts|equipment|mines?|mills?|stations?|franchises?|restaurants)(?: and (?:[\w-]+ ){0,3}liabilities)? (?:of|from)",
        ),
        (
            "partner",
            3,
            rf"\b(?:partnerships?|partner(?:s|ed|ing)?|allianc\w+|collaborat\w+|joint ventures?|cooperat\w+|teamed|teaming|jointly|(?<!acquisition )(?<!merger )(?<!purchase )(?<!exchange )(?<!reorganization )agreements?|memorandum of understanding|MOU|letter of intent|contracts?|deals?|licens\w+|distribut\w+|relationships?|working|works|integrat(?:es?|ed|ing|ions?)|co-develop\w+) {_W}{{0,8}}?(?:with|(?:between|among|by) (?:{_W}{{1,6}}and)?|to|from|including)",
        ),
        ("partner", 5, r"\bjoint ventures? (?:between|of|with)"),
        ("counterparty", 2, rf"\b(?:purchase|sale) agreements? {_W}{{0,5}}?with"),
        ("target", 4, rf"\b(?:acquisition|merger|reorganization|(?:share|stock) exchange) agreement {_W}{{0,3}}?with"),
        (
            "subsidiary",
            9,
            r"\b(?:subsidiary|division|unit|affiliate) of (?:ours|us|the company|our company|the corporation),",
        ),
        ("lender", 7, r"\b(?:lenders?|banks|bank group|bank syndicate)\b[^.;]{0,70}(?:led by|including|such as)"),
        (
            "partner",
            4,
            r"\b(?:partners?|distributors?|licensees?|resellers?|dealers?|representatives?)(?:,| such as| including| like)?",
        ),
        (
            "lender",
            5,
            rf"\b(?<!a )(?:lenders?|loans?|credit (?:facility|agreement|line)|line of credit|term loan|revolver|mortgage|financing|borrow(?:ed|ings?)|notes?(?! receivable)|debentures?)\b(?: (?!receivable){_W}{{0,7}}?|,? )(?:from|with|by|including)",
        ),
        (
            "investor",
            5,
            r"\b(?:investors?|shareholders?|stockholders?|investments?(?! agreement)|invested|backed|funded|financed|subscribed|private placement|placement|round|securities purchase agreement|equity line)\b(?:[^.;]{0,40}?(?:by|from|with|including|include|such as)|,)",
        ),
        (
            "competitor",
            5,
            r"\b(?:competitors?|rivals?|compet(?:es?|ing|ition)) ?(?:\w+ ){0,3}?(?:such as|including|include|like|with|from|against|,)?",
        ),
        (
            "advisor",
            5,
            r"\b(?:financial advis[eo]rs?|legal counsel|counsel|auditors?|transfer agent|placement agent|underwriters?|book-?runn\w+|bookrunning manager|investor relations firm|public relations firm|law firm|accounting firm|accountants|investment bank|engineering firm|advised by|represented by|consultants?|distribution agent|registrar|paying agent|trustee|information agent|exchange agent|dealer manager|depositary|auditing firm|agent)(?:,|:)?(?: (?:is|are|by|was|were))?",
        ),
        (
            "advisor",
            4,
            r"\b(?:retain(?:s|ed)?|engag(?:es?|ed|ing)|hired?|appoint(?:s|ed)?|engagement of|appointment of|audited by)(?: (?:the |an? )?(?:[a-z]+ )?(?:liquidators?|consultants?|firm|agency|bank|lawyers|auditors?|advis[eo]rs?|broker))?",
        ),
        (
            "investor",
            5,
            r"\b(?:private placement|round|financing|investors?|syndicate|offering)\b[^.]{0,140}?\b(?:includ(?:ed|ing|es)|participation (?:from|by|of)|joined by|participants?)",
        ),
        (
            "regulator",
            4,
            r"\b(?:approval (?:from|of|by)|clearance (?:from|by)|submitted to|filed with|approved by|cleared by|regulated by)",
        ),
        (
            "counterparty",
            5,
            r"\b(?:lawsuit|litigation|complaint|suit|suing|sued|claims?|settlement|arbitration|dispute|judgment|proceedings?|action|infringement)\b[^.;]{0,60}?(?:against|with|by)",
        ),
        (
            "counterparty",
            4,
            r"\b(?:notified|negotiat\w+ with|union,?|contracts? between|guarant\w+ (?:of|to)|owed by|receivables? from|due from|default(?:ed)? by)",
        ),
    )
)
_PAST = re.compile(r"\b(?:was|were|formerly|then) (?:an?|the) [^,;]{0,50}$")
_PARTS = re.compile(
    r"[’']s? (?!(?:\w+ ){0,3}?(?:shares|stock|common|businesses|entities|equity|capital|transaction)\b)"
)
_KIN = re.compile(r"\baffiliates? of [^,;]{0,30}$")
_OWNERS = re.compile(r"(?:[’']s?)? (?:[\w-]+ ){0,2}(?:(?:stock|share|unit)holders|members|boards?|directors)\b")
# "sold to an affiliate of": its house does so
_THROUGH = re.compile(
    r"\b(by|from|with|to) (?:(?:an?|the|certain|one|its|some|wholly[- ]owned|indirect|newly formed|other) ){0,4}"
    r"(?:subsidiar(?:y|ies)|affiliates?|units?|divisions?|funds?|entit(?:y|ies)|vehicles?|accounts?) "
    r"(?:of|managed by|advised by|affiliated with|controlled by) $"
)
_CHOSEN = re.compile(r"\b(?:chosen|chose|selected|selects|hired|tapped|contracted|picked|commissioned) $")
_TO_WORK = re.compile(
    r" to (?:run|operate|manage|build|supply|provide|construct|design|develop|deliver|install|produce|manufacture|handle|implement)\b"
)
_EVERY = (*_LEFT, *role_words.LEFT)
_BEGINS = sorted(frozenset[str]().union(*(begins for _, _, begins, _ in _EVERY)))
_FAINT = 3  # points of a dealing that any seller has
_PLAIN = frozenset(pattern for _, _, _, pattern in role_words.LEFT)


def before(left: str, right: str, *, ours: bool) -> Iterator[tuple[str, int]]:
    """What the words to the left of a name say; `ours`: the clause speaks of the issuer."""
    left = _THROUGH.sub(r"\1 ", left)
    lower = left.lower()
    stand = [begin for begin in _BEGINS if begin in lower]
    if _CHOSEN.search(left) and _TO_WORK.match(right):
        yield "supplier", 7 if ours else 3
    if role_words.OWNED.search(left) and role_words.BRANCH.match(right):
        yield "subsidiary", 6
    told: set[str] = set()
    parts = _PARTS.match(right)
    for role, points, begins, pattern in _EVERY:
        if role in told and pattern in _PLAIN:
            continue
        if begins.isdisjoint(stand) or not pattern.search(left):
            continue
        told.add(role)
        if role == "owner":
            past = not ours and _PAST.search(left)
            yield ("other", 2) if past or (not ours and _KIN.search(left)) else ("parent", points if ours else 2)
        elif role == "target" and parts:
            yield "seller", points
        elif (role == "subsidiary" and parts and right[:1] in "’'") or (role == "regulator" and _OWNERS.match(right)):
            continue  # said of what belongs to it
        elif role == "customer" and points == _FAINT and (parts or not ours):
            continue  # whoever else sells to it, or to what is its own
        else:
            yield role, points
