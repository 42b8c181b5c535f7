"""People: who holds, takes or leaves which post, and press contacts."""

from __future__ import annotations

from collections.abc import Sequence

from kg.context.context import Context
from kg.context.persons import holdings_of
from kg.model import Claim, Evidence, PersonClaim


def extract(context: Context, found: Sequence[Claim]) -> list[PersonClaim]:
    """One claim per person and post, contacts included."""
    del found
    claims: dict[tuple[str, str | None, str | None], PersonClaim] = {}
    for sentence in context.document.sentences:
        for holding in holdings_of(sentence, context.parties, context.persons):
            company = holding.company or context.parties.home(sentence)
            start = min(holding.person.start, holding.posts.start)
            end = max(holding.company_end, holding.person.end)
            for post in holding.posts.posts:
                person = str(holding.person.value)
                key = (person, post.text.lower(), company.name if company else None)
                claims.setdefault(key, PersonClaim(
                    evidence=(context.evidence(sentence, start, end),), rule=f"people/{holding.how}", person=person, title=post.text,
                    company=company.name if company else None, position="former" if holding.posts.former else "current", acting=post.acting,
                ))
    return [*claims.values(), *_contacts(context)]


def _contacts(context: Context) -> list[PersonClaim]:
    claims: list[PersonClaim] = []
    for contact in context.persons.contacts:
        if contact.name is None:
            continue
        span = contact.span
        evidence = Evidence(span, context.document.text[span.start : span.end])
        company = contact.company or (context.issuer.name if context.issuer else None)
        for post in contact.posts or (None,):
            claims.append(PersonClaim(
                evidence=(evidence,), rule="people/contact", person=context.persons.resolve(contact.name) or contact.name,
                title=post.text if post else None, company=company, position="current", acting=post.acting if post else False,
                contact=True, phone=contact.phone, email=contact.email,
            ))
    return claims
