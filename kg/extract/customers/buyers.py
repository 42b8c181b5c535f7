"""Who buys: the names or the description that fill a match, as far as they tell of anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.context.context import Context
from kg.extract.actors import party_name
from kg.extract.customers.described import buyers, ends_as_buyer, generic, tidy
from kg.mentions.bare_places import titled
from kg.mentions.words import bare_words
from kg.model import Amount, Mention, MentionKind, Party
from kg.text.patterns import plain
from kg.text.rules import Match


def buyers_of(context: Context, match: Match, supplier: str) -> Iterator[tuple[str, bool]]:
    """Names or descriptions of the buyers of a match, each with whether it is only described."""
    listed = [name for group in ("orgs", "orgs2") for name in _names(context, match, group)]
    if (
        0 < len(listed) < _SURE
        and match.rule.name in _WEAK
        and not any(context.parties.resolve(name) for name in listed if name)
    ):
        return  # capitalised words, none of them known for an organisation
    named = [name for name in dict.fromkeys(listed) if name and name != supplier]
    for name in named:
        yield name, False
    for group in ("orgs", "orgs2") if named else ():
        some = _SOME.search(plain(match.found.groupdict().get(group) or "", match.annotated.mentions))
        if some and buyers(some["some"], bare=False) and not generic(some["some"], bare=False):
            yield some["some"], True
    if named or listed:
        return
    # "from Korean Shipbuilder": capitals that name nobody may describe.
    for group in ("appos", "cust", "desc", "desc2", "class", "orgs"):
        text = match.text(group) if match.found.groupdict().get(group) else None
        words = tidy(text) if text else None
        if group == "orgs" and not (words and ends_as_buyer(words)):
            continue
        if group == "appos" and match.found.groupdict().get("desc") and words and generic(words, bare=False):
            continue  # "a Fortune 100 retailer, an existing customer": the first words tell more
        bare = (
            group in ("cust", "desc2")
            or match.rule.name in ("one-is", "other-is", "fortune", "serves")
            or _one(match, text)
        )
        if words and buyers(words, bare=bare) and not generic(words, bare=bare):
            yield words, True
            return


def parties_of(context: Context, match: Match) -> list[str]:
    """Every name that fills the buyers of a match, the supplier's own too."""
    return [name for group in ("orgs", "orgs2") for name in _names(context, match, group) if name]


_DEALS: Final = frozenset(
    {
        "order-from",
        "contract-with",
        "order-received",
        "order-passive",
        "order-apart",
        "deal-with",
        "has-chosen-us",
        "ordered-from",
        "awarded-by",
        "share",
        "depends-on",
    }
)


def _one(match: Match, text: str | None) -> bool:
    """Whether a deal is told with one customer of whom no more is said: "an order from an existing customer"."""
    return match.rule.name in _DEALS and bool(
        re.match(r"(?:an?|one) (?:[\w.-]+ ){0,5}(?:customer|client|company)\b", text or "", re.IGNORECASE)
    )


# "Haskell Bridge & Iron" is one name; behind or before a known one "&" joins two.
_ITEM: Final = re.compile(
    r" ?,? (?:and|or|as well as|(?<=[\ue100-\uf8ff] )&|&(?= [\ue000-\ue0ff])) (?:the )?| ?, (?:the )?|^[Tt]he "
)
_NO_NAME: Final = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)$|(?:Fortune|Global|Tier|S&P|Top|OEMs?|Inc|Corp|Ltd|LLC|The|Other|Others|Many|Some|More|US|USA|Q[1-4]|\d+)\b.{0,6}$"
    r"|(?:North|South|Latin|Asian|African|Western|Eastern|European)(?: \w+)?$|U\.?S\.?$|.*\b(?:Boards?|Committee|Management|Directors"
    r"|Shareholders|Stockholders|Investors|Patients|Medicare|Medicaid|Internet|Conference|Exchange|Act|Program|Agreement|Plan"
    r"|Markets?|Customers?|Clients|Employees|Companies|Day|Week|Awards?|Workers|Steelworkers|Teamsters|Union|Machinists|Court)$|[A-Z]{2,5}s$"
)


def multitude(match: Match) -> bool:
    """Whether the buyers are a mass of consumers, of whom a number is a fact and no relation."""
    groups = match.found.groupdict()
    told = " ".join(match.text(group) or "" for group in ("class", "desc") if group in groups)
    counted = slot(match, "n")
    many = isinstance(counted.value, Amount) and counted.value.value >= _MASS if counted else False
    return many or bool(told and re.search(r"\bmillion\b", told))


_MASS: Final = 1_000_000
_SURE: Final = 3  # names of a list that cannot all be chance
_OPENERS: Final = frozenset(
    {
        "selects",
        "awards-us",
        "awards-to",
        "names-supplier",
        "cancelled",
        "placed-order",
        "ordered-from",
        "live-on",
        "adoption-of",
    }
)
# Rules whose words alone do not make a capitalised phrase the name of a buyer.
_WEAK: Final = frozenset(
    {
        "customers-include",
        "makers-including",
        "also-including",
        "counts-among",
        "used-by",
        "our-customer",
    }
)
_POSTS: Final = frozenset({"CEO", "CFO", "COO", "CTO", "CIO", "VP", "SVP", "EVP", "CMO", "MD", "CRO", "CPO"})


def _names(context: Context, match: Match, group: str) -> Iterator[str | None]:
    """The names of a list of buyers: resolved organisations, and capitalised phrases as printed."""
    part = match.found.groupdict().get(group) or ""
    first = True
    for item in (_OWNER.sub("", told) for told in _ITEM.split(part)):
        if _SOMEBODY.match(item):
            continue
        if len(item) == 2 and "\ue000" <= item[0] <= "\ue0ff":
            mention = match.annotated.filler(item)
            if mention.kind in (MentionKind.WE, MentionKind.OUR) or (
                mention.kind is MentionKind.ORG and _may_buy(mention)
            ):
                name = party_name(context, mention)
                yield name if name is None else _body_of(match, item, name)
            elif mention.kind is MentionKind.TITLE and mention.text.isupper() and mention.text not in _POSTS:
                yield mention.text
        elif (
            item
            and (item[0].isascii() or item[1:2] in ("’", "'", " ", ".") or _of_place(match, item))
            and not _NO_NAME.match(item)
            and not _of_small_site(match, item)
            and (_opens(match, group) or not titled(match.annotated.coded))
        ):
            known = context.parties.resolve(item)
            alone = " " not in item.strip() and match.found.start(group) == 0 and known is None and first
            alone = alone and not _told_named(match, group)
            alone = alone or (match.rule.name == "supplies" and known is None and " " not in item.strip())
            if not alone or _COINED.search(item) or _only_name(context, match, item):
                yield known.name if known else plain(item, match.annotated.mentions).strip(" .,")
        first = first and not item


_OWNER: Final = re.compile(r"^[\ue000-\ue0ff][\ue100-\uf8ff]['’]s (?=[\ue000-\ue0ff])")
_BODY: Final = re.compile(
    r"(?:Department|Ministry|Office|Bureau|Board|Division|Police|Fire|Port|School|Transit|Public|Water|Metropolitan) "
)
_WHOSE_BODY: Final = re.compile(r"(?:[A-Z][\w.]*,? ){0,2}[A-Z][\w.]*['’]s? $")


def _body_of(match: Match, item: str, name: str) -> str:
    """The name of a public body with the place that owns it: "Calder City's Department of Transportation"."""
    if not _BODY.match(name):
        return name
    coded = match.annotated.coded
    whose = _WHOSE_BODY.search(plain(coded[: coded.find(item)], match.annotated.mentions)[-60:])
    return f"{whose[0]}{name}" if whose else name


# The last of a list that is described only.
_SOMEBODY: Final = re.compile(r"(?:an?|another|one of the) (?-i:[a-zA-Z])[^\s]* ")
_SOME: Final = re.compile(r",? (?:and|as well as) (?P<some>(?:an?|another|one of the) [^,;]+)$")
_OF_CUSTOMERS: Final = frozenset({"share-at", "is-customer", "an-our-customer", "customer-apposed", "a-customer-since"})


def _told_named(match: Match, group: str) -> bool:
    """Whether the words behind a capitalised word, or a name listed with it, show that it is a name."""
    listed = match.found.groupdict().get(group) or ""
    known = any(
        match.annotated.mentions[ord(code) - 0xE100].kind is MentionKind.ORG
        for code in listed
        if "\ue100" <= code <= "\uf8ff"
    )
    return match.rule.name in _OF_CUSTOMERS or (known and match.rule.name == "share")


def _of_small_site(match: Match, item: str) -> bool:
    """Whether capitalised words end in a noun of a site: "Ashford plant" names no buyer, "Ashford Medical Center" does."""
    codes = [code for code in item if "\ue100" <= code <= "\uf8ff"]
    mentions = [match.annotated.mentions[ord(code) - 0xE100] for code in codes]
    return any(m.kind is MentionKind.FACILITY and not m.text[0].isupper() for m in mentions)


def _of_place(match: Match, item: str) -> bool:
    """Whether a name begins with a place: "U.S. Naval Sea Systems Command"."""
    return (
        item[2:3] == " "
        and "\ue000" <= item[0] <= "\ue0ff"
        and match.annotated.filler(item[:2]).kind is MentionKind.PLACE
    )


# A single capitalised word that opens a sentence may be any word, but not one spelt like this.
_COINED: Final = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]|-[A-Z]")
_ONE_DOES: Final = re.compile(
    r"(?:is|has|uses|selects|integrates|deploys|adopts|leverages|utili[sz]es)\b", re.IGNORECASE
)


def _only_name(context: Context, match: Match, item: str) -> bool:
    """Whether the word that opens a sentence is no common word, and one alone that uses the goods."""
    if match.rule.name not in ("uses-made", "integrates", "selects"):
        return False
    low = item.strip().lower()
    told = _ONE_DOES.match(match.annotated.coded, match.found.end("orgs") + 1)
    return bool(told) and low not in bare_words() and not re.search(rf"\b{re.escape(low)}\b", context.document.text)


_CLASS_OF: Final = re.compile(r"[A-Z]{2,5}s")


def _opens(match: Match, group: str) -> bool:
    """Whether a headline begins with the name, so that its verb shows where it ends: "Ashford Rail Selects ..."."""
    return match.rule.name in _OPENERS and match.found.start(group) == 0 and " " in (match.text(group) or "")


def _may_buy(mention: Mention) -> bool:
    # "OMCs" stands for a class of companies.
    return not _CLASS_OF.fullmatch(mention.text) and not (
        isinstance(mention.value, Party) and mention.value.nature == "exchange"
    )


def slot(match: Match, name: str) -> Mention | None:
    """The mention that fills a slot, where the rule of the match has such a slot."""
    return match.mention(name) if name in match.found.groupdict() else None
