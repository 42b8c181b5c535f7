"""What the words behind a name say of the part that it plays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.companies import role_words

_RIGHT: tuple[tuple[str, int, re.Pattern[str]], ...] = tuple(
    (role, points, re.compile(pattern, re.IGNORECASE))
    for role, points, pattern in (
        (
            "subsidiary",
            5,
            r"(?: \([^()]{1,40}\))?,? (?:is )?(?:a|an|our|its|the|one of our|[\w’'&]+[’']s) (?:(?!(?:and(?! (?:wholly|majority|a|an)\b)|with|whose|which|that|of|for|on|in|to|by|from|at) )[\w’'&%(),:.-]+ ){0,6}?(?:subsidiary|division|unit|affiliate|business|brand)\b(?! (?:combination|compan|corporation))",
        ),
        (
            "parent",
            5,
            r"(?: \([^()]{1,40}\))?,? (?:is )?(?:the |its |our )?(?:(?!and )[\w-]+ ){0,2}(?:parent|owner|holding company)\b",
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
            r",? (?:has |have |will |agreed to |to |plans to |intends to |is |today |announced (?:that )?it )*(?:acquir(?:e|es|ed|ing)|buy|bought|purchase (?:all|the))\b(?! by\b)",
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


def behind(right: str) -> Iterator[tuple[str, int, int]]:
    """(role, points, where its words end) of what follows a name, or the apposition to it."""
    apposed = role_words.APPOSED.match(right)
    for role, points, pattern in (*_RIGHT, *role_words.RIGHT):
        found = pattern.match(right) or (pattern.match(right, apposed.end() - 1) if apposed else None)
        if found:
            yield role, points, found.end()
