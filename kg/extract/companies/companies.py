"""Companies: every organisation that plays a part, with its role."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.context.context import Context
from kg.extract.companies.agencies import names_agency
from kg.extract.companies.doubts import doubtful, own_names
from kg.extract.companies.roles import votes
from kg.extract.companies.told_only import told_only
from kg.mentions.runs import is_form
from kg.mentions.words import bare_words
from kg.model import (
    Claim,
    CompanyClaim,
    CustomerClaim,
    EventClaim,
    Evidence,
    FacilityClaim,
    MoveClaim,
    Party,
    PersonClaim,
    QuotationClaim,
    RelationClaim,
    Span,
)

_IN_A_LIFE = 2  # mentions of a body where somebody once worked
_DEALING = 6  # points for supplying the issuer
_KINDRED = 8  # points for a tie of ownership with the issuer, which lasts beyond what the release tells
_OF_ANOTHER = 3  # points for owning some other company
_KINSHIP = 4  # points for bearing the issuer's first word
_ROLES = (
    "acquirer",
    "target",
    "seller",
    "subsidiary",
    "parent",
    "advisor",
    "lender",
    "investor",
    "customer",
    "supplier",
    "partner",
    "competitor",
    "counterparty",
    "regulator",
    "other",
)
_OF_PARTICIPANTS = {
    "buyer": "acquirer",
    "target": "target",
    "seller": "seller",
    "lender": "lender",
    "investor": "investor",
    "plaintiff": "counterparty",
    "defendant": "counterparty",
    "regulator": "regulator",
}
_OF_COUNTERPARTIES = {
    "Partnership": "partner",
    "ContractWin": "customer",
    "ContractLoss": "customer",
    "Default": "counterparty",
    "Lawsuit": "counterparty",
    "Settlement": "counterparty",
    "LaborDispute": "counterparty",
}
_OF_TIES = {
    "subsidiary-of": ("subsidiary", "parent"),
    "partner-of": ("partner", "partner"),
    "supplier-of": ("supplier", "customer"),
    "lender-to": ("lender", ""),
    "investor-in": ("investor", ""),
    "competitor-of": ("competitor", "competitor"),
    "advisor-to": ("advisor", ""),
    "licensee-of": ("partner", "partner"),
    "distributor-of": ("partner", "partner"),
    "brand-of": ("subsidiary", ""),
}
_GOVERNS = re.compile(
    r"\b(?:White House|Department|Ministry|Army|Navy|Air Force|Pentagon|Congress|Senate|Parliament|NASA|DARPA|BARDA|NIH|DOD|Treasury|Bureau|Council)\b"
)
_REGULATES = re.compile(r"Health|Justice|Labor|Environment|Food|Drug|Securities")
_GRANTS = re.compile(r"\b(?:granted|approved|cleared|authorized|designat\w+)\b")
_HOLDS = re.compile(r"\b(?:Holdings?|Holdco|Group|Beteiligungs\w*|Parent|Topco)\b")
_PAPERS = re.compile(
    r"(?:,? (?:and|or|agency|government|sponsored|backed|guaranteed)(?: [\w-]+){0,3})? (?:securities|bonds|notes|yields?|bills|obligations|rates?)\b"
    r"|[’']s? (?:[\w-]+ ){0,2}(?:rates?|rate-cut|rate-hike|cycle|monetary|polic(?:y|ies)|outlook|forecast|survey|index|data)\b|\. \((?:19|20)\d\d\)"
)
_BESIDE = re.compile(r"\b(?:proximity to|close to|near) (?:the )?(?:[^.;]{0,80} and (?:the )?)?$")
_SHELL = re.compile(r"\bAcquisitions? (?:[IVX]+\.? )?(?:Corp|Co|Company|Inc|Ltd|Limited|plc|Holdings?|[IVX]+)\b")
_TOGETHER = re.compile(
    r"\b(?:collaborat|partner|alliance|joint|together|work(?:ed|ing|s)? with|teaming|our relationship)", re.IGNORECASE
)
_LAWYERS = re.compile(r"\b(?:LLP|L\.L\.P\.|PLLC|P\.C\.)$")
_PAPERWORK = re.compile(
    r"\b(?:filings?|filed|file|reports?|registration statement|form (?:10|8|20|40|6|s-|f-)|prospectus|edgar|documents|available (?:at|on)|website|furnished|rules|regulations|compliant|compliance|registered|member of|member,? fdic|insured by|guidelines|standards|disclosure|qualified by|declared effective|sedar)\b",
    re.IGNORECASE,
)


def extract(context: Context, found: Sequence[Claim]) -> list[CompanyClaim]:
    """One claim per party that plays a part."""
    heard = votes(context)
    if context.issuer is None:  # an article: the companies that it reviews play no part beside another
        heard |= {party.name: Counter() for party in context.parties if party.listings}
    for name, role, points in _claimed(context, found):
        if name in heard:
            heard[name][role] += points
    named = _named_in(found)
    for said in (c for c in found if isinstance(c, QuotationClaim) and c.said_by):
        employer = context.persons.company_of(said.said_by or "")
        if employer in heard and not heard[employer] and _TOGETHER.search(said.text):
            heard[employer]["partner"] += 1  # whoever says beside the issuer that they work together
    claims: list[CompanyClaim] = []
    for party in context.parties:
        role = _role(context, party, heard[party.name])
        told = party.name in named
        if doubtful(context, party, role, told=told, heard=any(heard[party.name].values())):
            continue
        if party.spans and role and _plays(context, party, role, named):
            claims.append(_claim(context, party, role))
    claims += told_only(context, _claimed(context, found))
    return claims


def _claim(context: Context, party: Party, role: str) -> CompanyClaim:
    span = _best_span(context, party)
    return CompanyClaim(
        evidence=(Evidence(span, context.document.text[span.start : span.end]),),
        rule=f"companies/{role}",
        name=party.name,
        names=own_names(context, party),
        role=role,
        ticker=party.ticker,
        exchange=party.exchange,
        cik=party.cik,
    )


def _best_span(context: Context, party: Party) -> Span:
    """Where the party is named most fully."""
    text = context.document.text
    return next(
        (span for span in party.spans if " ".join(text[span.start : span.end].split()) == party.name), party.spans[0]
    )


def _role(context: Context, party: Party, heard: Counter[str]) -> str:
    if party is context.issuer:
        return "issuer"
    if party.nature == "agency":
        return _public_role(party, heard)
    if context.issuer is None and party.listings:
        return "other"  # one of those that an article reviews side by side
    if context.issuer and _kin(context.issuer, party) and heard["parent"] <= _OF_ANOTHER:
        heard["parent" if _above(context.issuer, party) else "subsidiary"] += _KINSHIP
    if not +heard and context.issuer and (_LAWYERS.search(party.name) or _answers_for_it(context, party)):
        return "advisor"  # a law or audit firm that the text gives no other part, an agency that answers for the issuer
    best = max(_ROLES, key=lambda role: (heard[role], -_ROLES.index(role)))
    if best == "target" and _SHELL.search(party.name):
        return "acquirer"  # a listed shell merges with a firm to take it in
    if best == "advisor" and party.nature == "other":
        return "other"  # a union that represents workers, not the company
    if best == "supplier" and heard[best] == 1:
        return "other"  # it supplies some other company
    return best if heard[best] else "other"


def _answers_for_it(context: Context, party: Party) -> bool:
    """Whether a contact works for an agency, by its name."""
    return names_agency(party.name) and any(c.company == party.name for c in context.persons.contacts)


def _public_role(party: Party, heard: Counter[str]) -> str:
    """A public body regulates unless it buys, or its name says that it governs."""
    if heard["customer"] >= 4 and heard["customer"] > heard["regulator"]:
        return "customer"
    governs = any(_GOVERNS.search(name) for name in party.names) and not any(
        _REGULATES.search(name) for name in party.names
    )
    lived = heard["other"] and len(party.spans) <= _IN_A_LIFE  # somebody had a post there
    return "other" if (lived and not heard["regulator"]) or (governs and not heard["regulator"]) else "regulator"


def _kin(issuer: Party, party: Party) -> bool:
    """Whether a party bears the issuer's own first word, or its first two where the first is a common one."""
    return any(_same_house(name, party.name) for name in issuer.names)


def _same_house(issuer: str, party: str) -> bool:
    mine, theirs = ([word.strip(",").lower() for word in name.split()] for name in (issuer, party))
    own, other = mine[0], theirs[0]
    if own in bare_words():
        return len(mine) > 1 and mine[:2] == theirs[:2] and not is_form(issuer.split()[1])
    if own == other and len(own) == len("IBM") and issuer.split(maxsplit=1)[0].isupper():
        return True
    return len(own) > 3 and (own == other or other.startswith(own + ".") or own.startswith(other + "-"))


def _above(issuer: Party, party: Party) -> bool:
    """Whether a kindred name is that of the holding company: "Alder Holdings, LLC" beside "Alder Stores, Inc."."""
    holds = any(_HOLDS.search(name) for name in party.names)
    return holds and not any(_HOLDS.search(name) for name in issuer.names)


def _plays(context: Context, party: Party, role: str, named: set[str]) -> bool:
    """Whether a party does something in the release; public bodies, universities and exchanges seldom do."""
    if party.nature in ("exchange", "university"):
        return party.name in named or any(role == r for r in ("partner", "customer", "investor", "advisor"))
    if party.nature != "agency" and not (party.nature == "other" and role == "other"):
        return True
    if party.name in named:
        return True
    for sentence in context.document.sentences:
        about = sentence.kind.value == "about" and not _GRANTS.search(sentence.text)
        if about or sentence.kind.value in ("boilerplate", "furniture"):
            continue
        mentions = [m for m in context.parties.mentions(sentence) if m.value is party]
        mentions = [m for m in mentions if not _PAPERS.match(sentence.text, m.end)]
        mentions = [m for m in mentions if not _BESIDE.search(sentence.text[: m.start])]
        if mentions and not _PAPERWORK.search(sentence.text):
            return True
    return False


def _claimed(context: Context, found: Sequence[Claim]) -> Iterator[tuple[str, str, int]]:
    """(party, role, points) of the other claims."""
    issuer = context.issuer.name if context.issuer else ""
    for claim in found:
        if isinstance(claim, CustomerClaim):
            if not claim.described and claim.relationship != "denied":
                yield claim.customer, "customer", 4
            yield claim.supplier, "supplier", _DEALING if claim.customer == issuer else 1
        elif isinstance(claim, EventClaim):
            for participant in claim.participants:
                role = _OF_PARTICIPANTS.get(participant.role) or (
                    _OF_COUNTERPARTIES.get(claim.type) if participant.role == "counterparty" else None
                )
                if role:
                    yield participant.name, role, 4
        elif isinstance(claim, RelationClaim) and claim.relation in _OF_TIES:
            subject, target = _OF_TIES[claim.relation]
            ours = issuer in (claim.subject, claim.object)
            near = _KINDRED if ours and claim.relation == "subsidiary-of" else 5
            yield claim.subject, subject, near if ours or subject not in ("subsidiary", "partner") else 2
            if target and claim.subject == issuer:
                yield claim.object, target, near
            elif target and not ours:
                yield claim.object, target, 1
            elif claim.relation == "investor-in" and claim.subject == issuer:
                yield claim.object, "target", 2


def _named_in(found: Sequence[Claim]) -> set[str]:
    """Organisations that some claim other than a company's names in a part of its own."""
    names: set[str] = set()
    for claim in found:
        if isinstance(claim, EventClaim):
            names.update(participant.name for participant in claim.participants)
        elif isinstance(claim, RelationClaim) and claim.relation != "listed-on":
            names.update((claim.subject, claim.object))
        elif isinstance(claim, CustomerClaim):
            names.update((claim.supplier, claim.customer))
        elif isinstance(claim, MoveClaim) and not claim.described:
            names.add(claim.company)
        elif isinstance(claim, FacilityClaim):
            names.add(claim.operator)
        elif isinstance(claim, PersonClaim) and claim.company:
            names.add(claim.company)
        elif isinstance(claim, QuotationClaim) and claim.said_by:
            names.add(claim.said_by)
    return names
