"""Customers: who buys from whom, named or only described, with shares, counts and how the tie stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import Final

from kg.context.context import Context
from kg.extract.actors import home
from kg.extract.customers.buyers import buyers_of, multitude, parties_of
from kg.extract.customers.customer_words import RULES
from kg.extract.customers.described import count_of, telling, tidy
from kg.extract.customers.sales import is_sale
from kg.extract.customers.sellers import OF_WHOLE, supplier_of, told_of_person
from kg.extract.customers.shares import Share, shares
from kg.extract.customers.standing import standing_of
from kg.extract.customers.tenancy import lets, of_tenants
from kg.extract.customers.wares import product_of
from kg.extract.evidence import clause
from kg.model import BlockKind, Claim, Confidence, CustomerClaim, Sentence, Span, Status
from kg.text.rules import Match

_SPEAKS: Final = frozenset({BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ABOUT})


def extract(context: Context, found: Sequence[Claim]) -> list[CustomerClaim]:
    """Every customer relation of a release, the same relation told twice once."""
    del found  # customers are read from the text alone
    kept: list[CustomerClaim] = []
    # The body tells more exactly than the headline how a tie stands.
    sentences = sorted(context.document.sentences, key=lambda sentence: sentence.kind is BlockKind.HEADLINE)
    for sentence in sentences:
        if sentence.kind not in _SPEAKS or not RULES.may_match(context.words(sentence)):
            continue
        told: list[CustomerClaim] = []
        for match in RULES.matches(context.annotated(sentence)):
            told += [claim for claim in _claims(context, sentence, match) if not any(_covers(c, claim) for c in told)]
        for claim in told:
            twin = next((at for at, other in enumerate(kept) if _twins(claim, other)), None)
            if twin is None:
                kept.append(claim)
            else:
                kept[twin] = _joined(kept[twin], claim)
    return sorted(_told_in_full(context, kept), key=lambda claim: claim.evidence[0].span)


def _told_in_full(context: Context, kept: list[CustomerClaim]) -> list[CustomerClaim]:
    """The claims without those of the headline alone whose customer the text tells of again, of a subsidiary or in other words."""
    heads = [block.span for block in context.document.blocks if block.kind is BlockKind.HEADLINE]

    def headline(claim: CustomerClaim) -> bool:
        return claim.described and all(_in(heads, e.span) for e in claim.evidence)

    kept = [claim for claim in kept if not _only_leaves(claim, kept)]
    body = [claim for claim in kept if not headline(claim)]
    told = {claim.supplier for claim in body}
    buyers = {claim.customer for claim in body if not all(_in(heads, e.span) for e in claim.evidence)}
    kept = [
        claim for claim in kept if claim.customer not in buyers or not all(_in(heads, e.span) for e in claim.evidence)
    ]
    return [claim for claim in kept if not headline(claim) or claim.supplier not in told]


def _only_leaves(claim: CustomerClaim, kept: Sequence[CustomerClaim]) -> bool:
    """Whether a company that moves its work is told of as nobody's customer elsewhere."""
    if claim.rule != "customers/leaves" or claim.described or claim.confidence is Confidence.EXPLICIT:
        return False
    return (
        not any(other is not claim and other.customer == claim.customer for other in kept) and len(claim.evidence) == 1
    )


def _in(heads: Sequence[Span], span: Span) -> bool:
    return any(head.covers(span) for head in heads)


def _claims(context: Context, sentence: Sentence, match: Match) -> Iterator[CustomerClaim]:
    name = match.rule.name
    if of_tenants(match) and not lets(context):
        return
    if not is_sale(sentence, match) or (name in OF_WHOLE and told_of_person(context, sentence, match)):
        return
    supplier = supplier_of(context, sentence, match)
    if supplier is None:
        return
    standing, status = standing_of(sentence, match)
    start, end = clause(sentence.text, match.start, match.end)
    evidence = context.evidence(sentence, start, end)
    claim = CustomerClaim(
        evidence=(evidence,),
        rule=f"customers/{name}",
        confidence=Confidence.EXPLICIT if match.mention("sup") else Confidence.INFERRED,
        modality=status,
        speaker=context.speaker_at(evidence.span.start),
        supplier=supplier,
        customer="",
        described=False,
        relationship=standing,
        product=product_of(sentence, match),
    )
    told = shares(sentence, match)
    buyers = [] if multitude(match) else list(buyers_of(context, match, supplier))
    if name in _OURS and (whose := home(context, sentence)) not in (None, supplier):
        buyers = [(str(whose), False)]
    if _of_one_side(context, sentence, match, supplier, buyers):
        return
    for customer, described, share, together in _shares_of(match, buyers, told):
        if not described and claim.product and customer.split(" ")[0] in claim.product.split(" "):
            continue  # whose goods somebody sells is no buyer of them: "will sell a range of Ashford products"
        count = together or (count_of(match, customer) if described else None)
        yield _shared(replace(claim, customer=customer, described=described, count=count), share)


def _of_one_side(
    context: Context, sentence: Sentence, match: Match, supplier: str, buyers: list[tuple[str, bool]]
) -> bool:
    """Whether both sides are one, or the words do not tell which of them sells."""
    name = match.rule.name
    if name in _BY_USERS and any(buyer == supplier for buyer in parties_of(context, match)):
        return True  # "we and Ashford integrate our tools": work done together
    renewed = name in _RENEWED or (name == "contract-with" and re.match(r"renew|exten", match.text("verb") or ""))
    # Who renews or ends a contract in its own release may be the one who supplies.
    return bool(renewed) and any(buyer == home(context, sentence) for buyer, _ in buyers)


def _shares_of(
    match: Match, buyers: list[tuple[str, bool]], told: list[Share]
) -> Iterator[tuple[str, bool, Share, int | None]]:
    """Each buyer with its share; what several have together, none has alone, and the group has by their number."""
    if len(told) == 1 and len(buyers) > 1 and told[0].value is not None and _combined(match, told[0]):
        for customer, described in buyers:
            yield customer, described, Share(rank=told[0].rank), None
        yield _group(match), True, told[0], len(buyers)
        return
    # "A and B accounted for 24% and 17%, respectively": each has the share at its place.
    pairs = zip(buyers, told, strict=True) if len(buyers) == len(told) else product(buyers, told)
    for (customer, described), share in pairs:
        yield customer, described, share, None


def _combined(match: Match, told: Share) -> bool:
    """Whether one share is told of several names together, not of each; "A and B accounted for more than 10%" may be either."""
    words = match.found[0]
    if not match.rule.name.startswith("share") or _EACH.search(words):
        return False
    return told.bound is None or _TOGETHER.search(words) is not None


_EACH: Final = re.compile(r"\b(?:each|individually|apiece|respectively|both|or)\b", re.IGNORECASE)
_TOGETHER: Final = re.compile(r"\b(?:together|collectively|combined|aggregate)\b", re.IGNORECASE)


def _group(match: Match) -> str:
    """The names of a match as printed, for what is told of them together."""
    return tidy(next(text for group in ("orgs", "orgs2") if (text := match.text(group))))


def _shared(claim: CustomerClaim, share: Share) -> CustomerClaim:
    denied = claim.described and claim.customer.lower().startswith(("no ", "not ", "none"))
    if (
        claim.described
        and claim.relationship == "existing"
        and re.search(r"\b(?:potential|prospective) (?:\w+ )?(?:customer|client)", claim.customer)
    ):
        claim = replace(claim, relationship="expected", modality=Status.POSSIBLE)
    return replace(
        claim,
        share=share.value,
        bound=share.bound,
        share_of=share.of,
        period=share.period,
        rank=share.rank,
        relationship="denied" if denied else claim.relationship,
        modality=Status.DENIED if denied else claim.modality,
    )


_RENEWED: Final = frozenset({"renewed-with", "renewed-its", "cancelled", "ended-with"})
_BY_USERS: Final = frozenset({"integrates", "uses-made", "list-uses", "selects"})
_NEWCOMERS: Final = frozenset(f"customers/{name}" for name in ("new-customers", "signed-as", "among-new"))
_OURS: Final = frozenset({"sent-to-lab", "assayed-by", "handled-under"})  # whose samples they are goes without saying
_OF_CLASSES: Final = frozenset(
    f"customers/{name}"
    for name in (
        "supplies-class",
        "serves-class",
        "sold-to-class",
        "made-for-class",
        "tool-for-class",
        "launched-for-class",
        "enables",
        "provides-with",
        "shipments-to",
        "customers-are-class",
        "received-by-class",
        "adds-customers",
        "customers-are",
    )
)


def _covers(told: CustomerClaim, claim: CustomerClaim) -> bool:
    """Whether a claim of the same sentence already tells this one."""
    if (told.supplier, told.share) != (claim.supplier, claim.share) and claim.share is not None:
        return False
    if claim.relationship == "lost" != told.relationship:
        return False
    if told.customer == claim.customer:
        return True
    if claim.rule == told.rule == "customers/supplies-class":
        return True
    if claim.rule in _OF_CLASSES and told.rule in (
        "customers/makers-including",
        "customers/customers-include",
        "customers/signed-including",
        "customers/new-customers",
        "customers/range-list",
    ):
        return True  # "to automakers such as A and B": the names tell more than the class
    return claim.described and told.described and (claim.customer in told.customer or told.customer in claim.customer)


def _twins(claim: CustomerClaim, other: CustomerClaim) -> bool:
    if claim.supplier != other.supplier or not _one_buyer(claim, other):
        return False
    shared = (
        claim.share is not None
        and other.share is not None
        and (claim.share, claim.period) != (other.share, other.period)
    )
    return not shared and (claim.relationship == "denied") == (other.relationship == "denied")


def _one_buyer(claim: CustomerClaim, other: CustomerClaim) -> bool:
    """Whether two claims name one buyer, or describe it with the same leading words."""
    one, two = claim.customer.lower(), other.customer.lower()
    if one == two or not (claim.described and other.described):
        return one == two
    if claim.share is not None or other.share is not None:
        return False
    if any(a.span == b.span for a in claim.evidence for b in other.evidence):
        return False  # "one is ..., the other is ..."
    first, second = telling(one), telling(two)
    return len(first & second) >= 0.5 * min(len(first), len(second), 6) > 0


def _called_new(*claims: CustomerClaim) -> bool:
    """Whether one of the claims calls the customer a new one, in so many words."""
    return any(claim.relationship == "new" and claim.rule in _NEWCOMERS for claim in claims)


def _joined(kept: CustomerClaim, claim: CustomerClaim) -> CustomerClaim:
    """One claim with what either tells; a tie told as new stays new."""
    base, more = (kept, claim) if kept.share is not None or claim.share is None else (claim, kept)
    customer = max((base.customer, claim.customer), key=len) if base.described else base.customer
    return replace(
        base,
        customer=customer,
        evidence=(*base.evidence, *more.evidence),  # first the words that state the share
        product=kept.product or claim.product,
        # A new order of one who buys already makes no new customer.
        relationship="lost"
        if claim.relationship == "lost"
        else "existing"
        if {kept.relationship, claim.relationship} == {"existing", "new"} and not _called_new(kept, claim)
        else "new"
        if _called_new(kept, claim)
        else kept.relationship,
        modality=claim.modality if claim.relationship == "lost" else kept.modality,
    )
