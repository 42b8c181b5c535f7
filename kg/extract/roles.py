"""What part an organisation plays, by the words around its name: each rule votes, the strongest role wins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.context.context import Context
from kg.extract import role_words
from kg.model import BlockKind, Mention, MentionKind, Party, Sentence
from kg.text.heads import ANY, heads

_W = r"(?:(?:[\w’'&./-]+|\([A-Z]{2,6}\)),? )"
_LEFT: tuple[tuple[str, int, frozenset[str], re.Pattern[str]], ...] = tuple(
    (role, points, heads(pattern) or ANY, re.compile(pattern + r" ?(?:the |its |our |a |an )?$", re.IGNORECASE))
    for role, points, pattern in (
        (
            "subsidiary",
            4,
            rf"\b(?:subsidiar(?:y|ies)|affiliates?|division|unit|operating compan(?:y|ies))(?:,| –| -|:|,? including| such as| named| called|,? (?:is|are))(?: {_W}{{0,2}})?",
        ),
        (
            "subsidiary",
            4,
            rf"\b(?:parent company of|parent of|holding company for|holding company of|owns (?:100% of )?|owner of|majority (?:stake|interest) in|100% (?:owned|of)|sponsor of) ?(?:(?!is |was |are ){_W}){{0,4}}",
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
            r"\b(?:customers?|clients?|OEMs|automakers|end users|retailers|tenants)\b(?:(?!\bpartners|\bsuppliers|\bcompetitors)[^.;\"”]){0,60}?(?:including|include|such as|like|are|with|for)",
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
            rf"\b(?:sells?|sold|suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)|deliver(?:s|ed|ing)?|ship(?:s|ped|ping)?|leased?|services?) {_W}{{1,8}}?(?:to|for)",
        ),
        (
            "supplier",
            4,
            r"\b(?:suppliers?,?|vendors?,?|manufactured by|supplied by|produced by|powered by|provided by|purchased? (?:\w+ ){0,4}from|sourced from|leas(?:e|ed|ing) (?:\w+ ){0,6}from|outsourc\w+ (?:\w+ ){0,8}to)(?: such as| including)?",
        ),
        (
            "target",
            5,
            rf"\b(?:acquir(?:e|es|ed|ing)|purchas(?:e|es|ed|ing)(?! (?:manager|director|agent|department|head)\b)|buy(?:s|ing)?|bought|acquisitions?|takeover|buyout|offer) (?:(?!(?:from|by|for|on|at|via|through|with|using|in)\b){_W}){{0,5}}?(?:of |for )?",
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
            r"\b(?:acquir(?:e|es|ed|ing)|purchas(?:e|es|ed|ing)(?! (?:agreement|price|order))|bought|buy|acquisition)\b(?![^.;]{0,110}\bfacility\b)[^.;]{3,110}? from",
        ),
        (
            "seller",
            10,
            r"\b(?:acqui(?:r\w+|sition)|purchas\w+|bought)\b[^.;]{3,90}\b(?:operations|assets|division|plants?|portfolio|facilities|rights|stores|branches|publications|magazines|titles|conferences|products|product lines?|patents?|contracts|inventory|brands|licen[sc]es|routes|loans|deposits|properties|claims|accounts|equipment|mines?|mills?|stations?|franchises?|restaurants)(?: and (?:[\w-]+ ){0,3}liabilities)? (?:of|from)",
        ),
        (
            "partner",
            3,
            rf"\b(?:partnerships?|partner(?:s|ed|ing)?|allianc\w+|collaborat\w+|joint ventures?|cooperat\w+|teamed|teaming|jointly|agreements?|memorandum of understanding|MOU|letter of intent|contracts?|deals?|licens\w+|distribut\w+|relationships?|working|works|integrat\w+|co-develop\w+) {_W}{{0,8}}?(?:with|between|and|to|from|including)",
        ),
        ("partner", 5, r"\bjoint ventures? (?:between|of|with)"),
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
            r"\b(?:investors?|shareholders?|stockholders?|investments?(?! agreement)|invested|backed|funded|financed|subscribed|private placement|placement|round|securities purchase agreement|equity line)\b[^.;]{0,40}?(?:by|from|with|including|include|such as|,)",
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
_RIGHT: tuple[tuple[str, int, re.Pattern[str]], ...] = tuple(
    (role, points, re.compile(pattern, re.IGNORECASE))
    for role, points, pattern in (
        (
            "subsidiary",
            5,
            r"(?: \([^()]{1,40}\))?,? (?:is )?(?:a|an|our|its|the|one of our|[\w’'&]+[’']s) (?:[\w’'&%(),:.-]+ ){0,6}?(?:subsidiary|division|unit|affiliate|business|brand)\b(?! combination)",
        ),
        (
            "parent",
            5,
            r"(?: \([^()]{1,40}\))?,? (?:is )?(?:the |its |our )?(?:[\w-]+ ){0,2}(?:parent|owner|holding company)\b",
        ),
        ("customer", 4, r",? (?:is )?(?:a|an|our|its|the|one of) (?:[\w’'-]+ ){0,4}(?:customer|client)s?\b"),
        (
            "customer",
            4,
            r",? (?:has |have |will |also )?(?:selected|chosen|select|awarded|placed|ordered|orders|purchas(?:ed|es)|contracted|chose|signed|adopt(?:s|ed)|us(?:es|ing)|deploy(?:s|ed)|renewed)\b",
        ),
        (
            "supplier",
            4,
            r",? (?:will |has |is )?(?:suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing) (?:us|the company)|manufactur(?:e|es|ed|ing) (?:our|its|the))\b",
        ),
        (
            "acquirer",
            5,
            r",? (?:has |have |will |agreed to |to |plans to |intends to |is |today |announced (?:that )?it )*(?:acquir(?:e|es|ed|ing)|buy|bought|purchase (?:all|the))\b",
        ),
        ("target", 5, r"(?:[’']s?)? (?:acquisition|merger|transaction|shareholders (?:will|would) receive)\b"),
        ("target", 5, r",? (?:was|were|has been|will be|is being|to be) (?:acquired|purchased|bought|merged)\b"),
        ("target", 5, r" (?:has |have )?approved (?:its|the) (?:merger|sale)\b"),
        ("seller", 4, r",? (?:has |have |will |agreed to |to )*(?:sell|sold|divest(?:ed)?)\b"),
        (
            "partner",
            4,
            r",? (?:is )?(?:a|an|our|its|the) (?:[\w’'-]+ ){0,4}(?:partner|distributor|licensee|licensor|reseller)\b",
        ),
        ("partner", 3, r" (?:and|&) (?:the Company|we|us)\b"),
        (
            "partner",
            6,
            r",? (?:as|to be) (?:(?:its|the|our|their|an?) )?(?:[\w’'-]+ ){0,4}(?:distributor|dealer|reseller|representative|licensee|partner)s?\b",
        ),
        (
            "lender",
            5,
            r",? (?:as (?:administrative agent|lender|agent)|(?:a|an|the|our|its) (?:[\w’'-]+ ){0,4}lender|(?:(?:has|have|will|also) )*(?:agreed to )?(?:provide[sd]?|extend(?:ed)?|lend|lent|underwrote) (?:[\w’'$.,-]+ ){0,6}(?:loan|financing|credit|facility)|has (?:given|issued|made|provided) (?:a|its|the)(?: [\w’'-]+){0,2} commitment)\b",
        ),
        ("investor", 5, r",? (?:has |have |will |agreed to )*(?:invest(?:s|ed|ing)?|subscribe[sd]?)\b"),
        (
            "investor",
            4,
            r",? (?:(?:is|was|were) )?(?:a|an|the) (?:[\w’'-]+ ){0,5}(?:investor|shareholder|stockholder|private equity (?:firm|investment firm|fund)|investment fund|venture capital firm)\b",
        ),
        ("competitor", 4, r",? (?:is )?(?:a|an|our|its|the) (?:[\w’'-]+ ){0,4}(?:competitor|rival)\b"),
        (
            "advisor",
            6,
            r"(?: \([^()]{1,40}\))?(?:,? (?:LLC|LLP|Inc\.|L\.P\.))?,? (?:(?:is|are|was|were|has|have|will|also) )*(?:act(?:s|ed|ing)?|serv(?:es?|ed|ing)|engaged|retained|appointed)(?: exclusively| jointly)? as (?:[\w’'-]+ ){0,9}?(?:advis[eo]rs?|agents?|counsel|underwriters?|managers?|bookrunners?|auditors?|runner|arranger|bankers?|consultants?|trustee)\b",
        ),
        (
            "advisor",
            5,
            r",? (?:advised|represented|(?:is|are) (?:advising|representing)|audited)\b|,? (?:(?:is|are|was|acts as) )?(?:the|our|its|as|a|an) (?:[\w’'-]+ ){0,5}(?:transfer agent|legal counsel|counsel|financial advis[eo]r|auditors?|investor relations firm|public relations|underwriter|placement agent|accounting firm|law firm)\b",
        ),
        ("counterparty", 4, r",? (?:filed (?:a |suit|for bankruptcy)|sued|defaulted|alleg\w+)\b"),
    )
)
_NEVER = re.compile(
    r",? (?:which |who |that )?(?:(?:was|is|were|are|has) (?:never|not|no longer)(?: been)?|(?:has|had) never been) (?:a|an|our|its|one of|among)\b"
)
_PAST = re.compile(r"\b(?:was|were|formerly|then) (?:an?|the) [^,;]{0,50}$")
_PARTS = re.compile(
    r"[’']s? (?!(?:\w+ ){0,3}?(?:shares|stock|common|businesses|entities|equity|capital|transaction)\b)"
)
_FORM_DOTS = re.compile(r"\b(Inc|Corp|Ltd|Co|No|St|U\.S|Mr|Dr|Ms)\.")  # no end of a clause
_GAPS = re.compile(r" ?,? (?:and|or|&|as well as)? ?(?:the )?|, |, an? [^;.]{3,120}; (?:and )?")
_AND = re.compile(r"\band\b|&")
_CAREER = re.compile(
    r"\b(?:previously (?:served|held|worked|led|was)|prior to (?:joining|his|her|that)|formerly|served (?:as|in|on|at)|held|career|worked (?:at|for|with)|experience (?:at|with)|joined|joining|began|degree|graduated|former|roles? (?:at|with)|positions? (?:at|with)|tenure|spent|board (?:member )?of|director of|officer of|president of)\b",
    re.IGNORECASE,
)
_LIFE_TOLD = re.compile(
    r"(?:(?:Prior to|Before|Previously|Earlier|During (?:his|her)|Under (?:his|her)|Most recently|His|Her)\b|"
    r"(?:He|She|(?:Mr|Ms|Mrs|Dr)\.? [\w’'-]+) (?:\w+ ){0,3}?(?:served|serves|held|holds|was|founded|co-founded|began|worked|spent|joined|started|brings|came)\b)"
)
_SERVES_TOO = re.compile(
    r",? (?:(?:is|was|has|also) )*(?:serv(?:es|ed|ing)|act(?:s|ed|ing)) as\b"
)  # "A served as arranger and B served as agent"
_NEAR = re.compile(
    r"\b(?:near(?:by)?|neighbou?ring|adjacent to|surrounding|shadow-anchored by|next to|close to)\b[^.;]{0,70}$"
)
_CHOSEN = re.compile(r"\b(?:chosen|chose|selected|selects|hired|tapped|contracted|picked|commissioned) $")
_TO_WORK = re.compile(
    r" to (?:run|operate|manage|build|supply|provide|construct|design|develop|deliver|install|produce|manufacture|handle|implement)\b"
)
_KIN_WORDS = re.compile(r"\b(?:acqui\w+|subsidiary|parent|division|our|its|affiliate|the [Cc]ompany)\b")
_PLAIN = frozenset(pattern for _, _, _, pattern in role_words.LEFT)
_QUIET = (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.CONTACT, BlockKind.FURNITURE, BlockKind.BOILERPLATE)
_CLAUSE = 150


def votes(context: Context) -> dict[str, Counter[str]]:
    """The votes for each party's role, by name of the party."""
    found: dict[str, Counter[str]] = {party.name: Counter() for party in context.parties}
    for sentence in context.document.sentences:
        if sentence.kind in _QUIET:
            continue
        orgs = [
            m for m in context.parties.mentions(sentence) if m.kind is MentionKind.ORG and isinstance(m.value, Party)
        ]
        if all(mention.value is context.issuer for mention in orgs):
            continue
        for names in _listed(sentence.text, orgs):
            for mention in names:
                party = mention.value
                if isinstance(party, Party) and party is not context.issuer:
                    for role, points in _heard(sentence, orgs, names, mention, context.issuer):
                        found[party.name][role] += points
    return found


def _listed(text: str, orgs: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions by the lists that they stand in."""
    lists: list[list[Mention]] = []
    for mention in orgs:
        gap = text[lists[-1][-1].end : mention.start] if lists else "."
        if not _GAPS.fullmatch(re.sub(r"^ ?\([^()]{0,60}\)", "", gap)):
            lists.append([])
        lists[-1].append(mention)
    return lists


def _heard(
    sentence: Sentence, orgs: Sequence[Mention], names: Sequence[Mention], mention: Mention, issuer: Party | None
) -> Iterator[tuple[str, int]]:
    text, first = sentence.text, names[0]
    left = _FORM_DOTS.sub(r"\1", text[max(0, first.start - _CLAUSE) : first.start])
    right = text[mention.end : mention.end + _CLAUSE]
    life = _LIFE_TOLD.match(text) and not _KIN_WORDS.search(left[-60:])
    if life or _NEVER.match(right) or (_CAREER.search(left[-60:]) and not _SERVES_TOO.match(right)):
        yield "other", 3
        return
    if _NEAR.search(left):
        yield "other", 2  # a neighbour of the site told of
        return
    if len(names) > 1:
        yield from ((role, 5) for role, pattern in role_words.MANY if pattern.match(text, names[-1].end))
    subject = next((org.value for org in reversed(orgs) if org.end <= first.start), issuer)
    yield from _before(left, right, ours=subject is issuer)
    following = next((org for org in orgs if org.start > mention.end), None)
    shared = names[-1] is not mention and _AND.search(text[names[-2].end : names[-1].start])
    if shared:  # "A and B hold notes": what follows the last is said of each
        right = text[names[-1].end : names[-1].end + _CLAUSE]
        following = next((org for org in orgs if org.start > names[-1].end), None)
        mention = names[-1]
    apposed = role_words.APPOSED.match(right)
    for role, points, pattern in (*_RIGHT, *role_words.RIGHT):
        found = pattern.match(right) or (pattern.match(right, apposed.end() - 1) if apposed else None)
        if not found:
            continue
        tail = text[mention.end + found.end() : following.start] if following else ""
        if (
            role == "subsidiary"
            and following
            and re.fullmatch(r" of (?:the )?", tail)
            and following.value is not issuer
        ):
            yield "other", 2
        else:
            yield role, points


def _before(left: str, right: str, *, ours: bool) -> Iterator[tuple[str, int]]:
    """What the words to the left of a name say; `ours`: the clause speaks of the issuer."""
    lower = left.lower()
    if _CHOSEN.search(left) and _TO_WORK.match(right):
        yield "supplier", 7 if ours else 3
    if role_words.OWNED.search(left) and role_words.BRANCH.match(right):
        yield "subsidiary", 6
    told: set[str] = set()
    for role, points, begins, pattern in (*_LEFT, *role_words.LEFT):
        if role in told and pattern in _PLAIN:
            continue
        if not any(begin in lower for begin in begins) or not pattern.search(left):
            continue
        told.add(role)
        if role == "owner":
            past = not ours and _PAST.search(left)
            yield ("other", 2) if past else ("parent", points if ours else 3)
        elif role == "target" and _PARTS.match(right):
            yield "seller", points
        else:
            yield role, points
