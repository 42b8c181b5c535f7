"""Who sells in a match: named in it, the subject of its clause, or whose text it is."""

from __future__ import annotations

import re
from typing import Final

from kg.context.context import Context
from kg.extract.actors import acting, antecedent, home, party_name, stranger
from kg.extract.customers.buyers import slot
from kg.extract.customers.makers import maker_of
from kg.mentions.runs import is_form
from kg.model import BlockKind, MentionKind, Sentence
from kg.text.rules import Match

_NEW_ACCOUNTS: Final = re.compile(
    r"\b(?:new|added|signed|won|landed|gained) (?:[a-z-]+ ){0,3}?(?:accounts?|customers?|clients?|contracts?)\b",
    re.IGNORECASE,
)


def supplier_of(context: Context, sentence: Sentence, match: Match) -> str | None:
    """The company that sells, by its fullest name; None where the words do not tell."""
    if match.rule.name in ("one-is", "other-is"):
        return _of_new_accounts(context, sentence, match)
    named = next(
        (
            name
            for group in ("sup", "sup2", "sup3", "whose", "buyerof", "ranker")
            if (name := party_name(context, slot(match, group)))
        ),
        None,
    )
    if named:
        return named if match.rule.name != "renews-own" or named == home(context, sentence) else None
    if match.found.groupdict().get("goods") or match.found.groupdict().get("made"):
        return _made_by(context, match)
    if match.rule.name in ("terminated", "selects", "awards-us", "ordered-from", "renewed-with"):
        return None
    if match.rule.name.startswith(("share", "depends")):
        return home(context, sentence)
    owner = next((name for group in ("own", "own2") if (name := party_name(context, slot(match, group)))), None)
    if owner:
        return owner
    if match.rule.name in ("tool-for-class", "designed-for-class") and _unknown_goods(context, sentence):
        return None
    subject = acting(context, sentence, match.annotated, match.start)
    if match.rule.name in _TOLD_OF_GOODS:
        subject = _owner_of(context, subject)
    if subject is None and match.rule.name in _LEADERLESS:
        return antecedent(context, sentence)
    if subject is None and match.rule.name in OF_WHOLE and not stranger(sentence, match.annotated, match.start):
        return _nobody_else(context, sentence, match)
    if subject is None and match.rule.name == "supplier-to":
        after = next((m for m in match.annotated.mentions if m.start >= match.end and m.kind is MentionKind.ORG), None)
        return party_name(context, after) if after and after.start - match.end < 4 else None
    return subject


def _made_by(context: Context, match: Match) -> str | None:
    """Whose goods a name of goods tells of; "Ashford Certificate Manager", which reads like a title, by its first words."""
    goods = match.text("goods") if match.found.groupdict().get("goods") else None
    if goods is None:
        maker = maker_of(context, match)
        return maker.name if maker else None
    issuer = context.issuer
    return issuer.name if issuer and any(goods.startswith(f"{name} ") for name in issuer.names) else None


# Rules whose subject is what is sold: "Gauge Suite is used by".
_TOLD_OF_GOODS: Final = frozenset(
    {"designed-for-class", "used-by", "used-by-class", "sold-to-class", "tool-for-class", "supplied-to", "available-at"}
)


def _owner_of(context: Context, name: str | None) -> str | None:
    """The issuer in place of a name that the release elsewhere calls goods of the issuer's: "Alder's Gauge Suite"."""
    issuer = context.issuer
    if name is None or issuer is None or name == issuer.name or is_form(name.rsplit(maxsplit=1)[-1]):
        return name
    owners = "|".join(re.escape(own) for own in issuer.names)
    owned = (
        rf"(?<!\w)(?:{owners})['’]s? {re.escape(name)}(?! (?:unit|division|subsidiary|business|group|brand)\b)(?!\w)"
    )
    return issuer.name if re.search(owned, context.document.text) else name


# Rules whose words need no subject: whose orders they are, the text around tells.
_LEADERLESS: Final = frozenset(
    {
        "order-received",
        "order-passive",
        "order-apart",
        "lost",
        "awarded-by",
        "among-new",
        "new-customers",
        "placed-order",
        "former",
        "apposed-named",
        "among-ours",
        "range-from",
        "work-for",
        "sold-at",
        "option-used",
        "lost-contract",
        "first-order-under",
        "tender-of",
        "signed-including",
        "range-list",
        "derived-from",
        "leaves",
        "lease-with",
        "customers-include",
        "leased-to",
        "tenant-took",
        "not-renewed",
        "renews-own",
        "ended-with",
    }
)
# Rules of what the release is about: "The products are sold to hospitals".
OF_WHOLE: Final = frozenset(
    {
        "serves", "serves-class", "sold-to-class", "supplies-class", "provides-with", "enables", "made-for-class", "tool-for-class", "launched-for-class", "shipments-to", "sales-to", "fortune", "customer-described",
        "adds-customers", "deal-with", "used-by", "makers-including", "also-including", "cancelled", "ended-with", "using-ours", "used-by-class", "project-for", "customer-base", "contract-extended", "available-at", "received-by-class", "customers-are-class", "orders-from", "design-win", "sales-to-one",
        "deal-signed", "goods-taken-by", "supplied-to", "designed-for-class", "installed-at", "adoption-by", "business-from", "expanded-at", "pilot-with", "bidder",
    }
)  # fmt: skip
_HE: Final = re.compile(r"\b(?:he|she|his|her|Mr\.|Ms\.|Mrs\.)(?!\w)", re.IGNORECASE)
_NOT_OURS: Final = re.compile(
    r"\b(?:market|industry|industries|sector|government|legislation|law|bill|program|competitors?|peers|banks|companies|organi[sz]ations|customers?"
    r"|clients?|partners?|vendors?|suppliers?|those|others|association|union|foundation|charity|university|school|community)(?:,? (?:which|that|who))?"
    r"(?: (?:is|are|was|were|has|have|will|also|can|may|would|to|currently|now|\w+ly)){0,4} $",
    re.IGNORECASE,
)
_NAMED_GOODS: Final = re.compile(
    r"(?:[A-Z][\w™®.+-]*|\d+)(?: (?:[A-Z][\w™®.+-]*|\d[\w.]*)){0,6}(?=,? (?:is|are|which) )"
)


def _unknown_goods(context: Context, sentence: Sentence) -> bool:
    """Whether a sentence begins with goods by a name of their own that nothing shows to be the issuer's."""
    goods = _NAMED_GOODS.match(sentence.text)
    issuer = context.issuer
    if goods is None or issuer is None or goods[0] in ("The", "It", "This", "We", "Our"):
        return False
    first = re.escape(goods[0].split(" ", 1)[0])
    owners = "|".join(re.escape(name) for name in issuer.names)
    heads = " ".join(
        context.document.text[b.span.start : b.span.end]
        for b in context.document.blocks
        if b.kind is BlockKind.HEADLINE
    )
    owned = rf"(?<!\w)(?:{owners}|[Oo]ur|[Ii]ts)(?:['’]s?)?[™®]* (?:[\w-]+ ){{0,2}}{first}(?!\w)"
    return not re.search(rf"(?<!\w){first}(?!\w)", heads) and not re.search(owned, context.document.text)


_THE_CUSTOMER: Final = re.compile(r"\b(?:the|our|its|a) (?:[a-z-]+ )?(?:customer|client) $", re.IGNORECASE)


# "Several Ashford dealers have joined to supply": who, is not told.
_SEVERAL: Final = re.compile(
    r"(?:Several|Many|Some|Most|Other|Various|A number of|A group of) (?:[^\s,;.]+ ){0,4}?(?:companies|dealers|developers|firms|groups|vendors|members|users|partners|distributors)\b"
)


def told_of_person(context: Context, sentence: Sentence, match: Match) -> bool:
    """Whether a person's career or a headline's play of words tells of a class of buyers, not the company."""
    if sentence.kind is BlockKind.HEADLINE and "class" in match.found.groupdict():
        return True
    people = any(m.kind is MentionKind.PERSON and m.end <= match.start for m in match.annotated.mentions)
    quoted = context.speaker_at(sentence.span.start) is not None
    return bool(_HE.search(sentence.text, 0, match.start)) or (people and not quoted)


def _nobody_else(context: Context, sentence: Sentence, match: Match) -> str | None:
    """The company whose text it is, where the words before name nobody else."""
    before = sentence.text[: match.start]
    if (_NOT_OURS.search(before) and not _THE_CUSTOMER.search(before)) or _SEVERAL.match(sentence.text):
        return None
    whose = home(context, sentence)
    for mention in match.annotated.mentions:
        if mention.start >= match.start:
            break
        if mention.kind is MentionKind.PERSON or (
            mention.kind is MentionKind.ORG and party_name(context, mention) != whose
        ):
            return None
    return whose


def _of_new_accounts(context: Context, sentence: Sentence, match: Match) -> str | None:
    """Who has the new accounts of which "one is" and "the other is" tell."""
    annotated = match.annotated
    head = sentence
    said = _NEW_ACCOUNTS.search(sentence.text[: match.start])
    if said is None and sentence.number:
        head = context.document.sentences[sentence.number - 1]
        said = _NEW_ACCOUNTS.search(head.text) if head.block == sentence.block else None
        annotated = context.annotated(head)
    return acting(context, head, annotated, said.start()) if said else None
