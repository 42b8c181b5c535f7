"""Posts that say too little to be claimed, or nothing of the company that the text is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.context.holdings import Holding
from kg.context.lexicon import no_employer
from kg.mentions.titles import Post
from kg.mentions.words import word_class

_ANY_FIRM = re.compile(
    r" (?:of|at|for|with|to) (?:both |several |various |numerous |many |multiple |other |two |three |private |public ){1,3}(?:[a-z-]+ ){0,5}?(?:companies|firms|organi[sz]ations|banks|businesses)\b"
)
_MEMBER = re.compile(
    r"(?:members?|fellow|physician|(?:registered )?professional (?:engineer|geologist|geoscientist)|(?:chartered|certified) (?:[a-z]+ ){0,2}(?:accountant|analyst|planner))",
    re.IGNORECASE,
)  # of what is not told
_A_SORT = re.compile(r"\b(?:is|was|are|being) (?:both )?an? (?:[a-z-]+,? ){0,4}$")
_AS_A_SORT = re.compile(r"(?:^|[.;] )An? (?:[a-z][\w-]*,? ){0,8}$")
_SORTS = re.compile(
    r"\b(?:executive|advis[eo]r|consultant|auditor|accountant|attorney|lawyer|barrister|solicitor|scientist|engineer|investor|entrepreneur|leader|specialist|strategist|"
    r"economist|author|inventor|physician|surgeon|nurse|geologist|metallurgist|analyst|professor|architect|researcher|developer|designer|producer|operator|broker)$"
)
_HELD_AT = re.compile(
    r",? (?:of|at|for|with|to) (?!\d|(?:more|over|nearly|almost|many|several|extensive|deep|broad|decades|an? (?:[a-z-]+ )?(?:background|career|focus))\b)"
)
_BODY = re.compile(
    r" (?:of|on) the (?P<name>(?:[A-Z][\w&.’'-]* (?:(?:and|&|of) )?){1,6})(?:Council|Committee|Commission|Society|Association|Forum|Institute|Taskforce|Task Force)\b"
)
_OWN_BODIES = frozenset(
    (
        "Audit", "Compensation", "Nominating", "Nomination", "Nominations", "Governance", "Corporate", "Remuneration", "Risk", "Finance", "Financial",
        "Executive", "Technical", "Safety", "Sustainability", "Health", "Environmental", "Environment", "Investment", "Strategy", "Strategic", "Special",
        "Supervisory", "Management", "Advisory", "Scientific", "Board", "Operating", "Leadership", "Steering", "Human", "Resources", "Disclosure", "Credit",
        "Technology", "Science", "ESG", "Social", "Personnel", "Succession", "Compliance", "Ethics", "Independent", "Capital", "Operations", "Quality",
        "Transaction", "Group", "Global", "Company", "Committee", "Public", "Policy", "Cybersecurity", "Innovation", "Security", "Talent", "Culture", "People", "Rewards",
        "Development", "Organization", "Clinical", "Medical", "Research", "Reserves", "Asset", "Liability", "Loan", "Trust", "and", "of", "&",
    )
)  # fmt: skip


def vague(text: str, holding: Holding) -> bool:
    """Whether the posts of a holding are none to claim: a sort of person, a member of what is not told."""
    posts = holding.posts.posts
    if _ANY_FIRM.match(text, holding.posts.end) or thin(
        posts,
        "verb" if holding.gap.strip() == "as" else holding.how,
        placed=holding.how == "apposition" and holding.company is not None and holding.end > holding.posts.end,
    ):
        return True
    told = holding.gap if holding.how != "prefix" else text[: holding.posts.start]
    words = _A_SORT if holding.how != "prefix" else _AS_A_SORT
    sort = holding.company is None and not _HELD_AT.match(text, holding.posts.end) and words.search(told)
    return bool(sort) and _SORTS.search(posts[0].text) is not None and posts[0].text.islower()


def cut_short(text: str, holding: Holding, company: str | None) -> bool:
    """Whether what a post is over stands unread behind it, and no company is told: "Director of ABC ThingsA leading"."""
    last = holding.posts.posts[-1].text.lower()
    return (
        company is None
        and last in ("director", "head", "manager", "lead")
        and text.startswith(" of ", holding.posts.end)
    )


def unplaced(post: Post) -> bool:
    """Whether a post is a membership of what is not told."""
    return _MEMBER.fullmatch(post.text) is not None


def elsewhere(post: Post, holding: Holding, code: str) -> bool:
    """Whether a post without a company beside it is none at the company that the text is about."""
    body = _BODY.search(post.text)
    if body is not None and not set(body["name"].split()) <= _OWN_BODIES:
        return holding.company is None or holding.how == "chain"
    if holding.company is not None or code != "former" or holding.how not in ("apposition", "prefix"):
        return False
    _, of, field = post.text.partition(" of ")
    return bool(of) and field[0].isupper() and not no_employer(field)


def thin(posts: Sequence[Post], how: str, *, placed: bool = False) -> bool:
    """Whether posts are words that say too little by themselves: "executive", "member"; `placed` where a firm is named beside."""
    first = posts[0].text
    if (
        len(posts) == 1
        and re.search(r"\b(?:members?|fellow)$", first, re.IGNORECASE)
        and not re.search(r"board|committee|council|management|assembly|parliament|congress", first, re.IGNORECASE)
    ):
        return True
    if re.search(r"\bleadership team$|^senior executive$", first):
        return True
    if first.endswith(" leader") and first.islower():
        return True
    if how in ("verb", "chain") and first.lower().endswith("s"):
        return False
    if len(posts) == 1 and first.lower() in ("officer of the company", "executive of the company"):
        return True
    if placed and first.lower() in (
        "manager",
        "partner",
        "principal",
        "associate",
        "counsel",
        "publisher",
        "supervisor",
    ):
        return False
    return len(posts) == 1 and (
        first in word_class("thin-posts") or (how == "prefix" and first.lower() in word_class("thin-posts"))
    )
