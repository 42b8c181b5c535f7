"""The firm of a press contact: the agency printed under the name, or the company that the address shows."""

from __future__ import annotations

import re

from kg.context.parties import Parties
from kg.context.reached import RUN_TOGETHER, Contact
from kg.mentions.runs import is_form
from kg.mentions.words import bare_words, org_heads, word_class

_SITE = 6  # letters of a site's name that are no chance likeness


def place(contact: Contact, parties: Parties, text: str) -> None:
    """Give a contact the company that the address shows."""
    if (contact.company is None or contact.led) and _an_agency(contact.printed, parties):
        contact.company = contact.printed
    if contact.company is not None or contact.email is None:
        return
    site = re.split(r"@|\(at\)|\[at\]", contact.email)[-1].strip().lower()
    domain = re.sub(r"[^a-z0-9]", "", site.rsplit(".", 1)[0])
    if not domain or domain in word_class("free-mail"):
        return
    for party in parties:
        if any(_same_site(domain, form) for form in party.names):
            contact.company = party.name
            return
    if contact.printed and _same_site(domain, contact.printed):
        contact.company = contact.printed
    else:
        contact.company = _printed(text, _label(site))
    contact.other = contact.company is None


def _an_agency(printed: str, parties: Parties) -> bool:
    """Whether a line under a contact's name is a firm's by its form: "Alder Advisory Group", "CORE IR", "Birch PR LLC"."""
    words = printed.rstrip(".").split()
    if not 2 <= len(words) <= 6 or words[0].lower() in word_class("contact-functions"):
        return False
    if RUN_TOGETHER.search(printed) or any(form.split()[0] == words[0] for party in parties for form in party.names):
        return False  # "Alder Investor Relations" is Alder's own
    return is_form(words[-1]) or words[-1].rstrip(".,").lower() in word_class("agency-words")


def _label(site: str) -> str:
    """The name in a site's address: "alder" of mail.alder.co.uk."""
    parts = [part for part in site.split(".")[:-1] if part not in ("co", "com", "org", "ac", "net", "mail", "www")]
    return parts[0] if len(parts) == 1 else ""  # a longer address is a provider's


def _printed(text: str, label: str) -> str | None:
    """The name of which the site of an address is made, as the release prints it: "Quill Point Inc." for quillpoint.com."""
    if len(label) < _SITE or not label.isalnum():
        return None
    letters = r"[ .&-]?".join(label)
    found = re.search(
        rf"(?<![\w@./-]){letters}(?![\w@-])(?!\.\w)(?:,? (?:Inc|LLC|Ltd|Corp|GmbH|LLP|AG|SA)\b\.?)?",
        text,
        re.IGNORECASE,
    )
    return found[0] if found and found[0][0].isupper() else None


def _same_site(domain: str, form: str) -> bool:
    words = [re.sub(r"[^a-z0-9]", "", word.lower()) for word in form.split()]
    joined = "".join(words)
    initials = "".join(word[0] for word in words if word)
    if len(joined) < 2:
        return False
    if any(
        len(word) >= 6 and word in domain and word not in org_heads() and word not in bare_words() for word in words
    ):
        return True
    first = words[0] if len(words[0]) >= 3 else "".join(words[:2])
    return (
        domain.startswith(first)
        or joined.startswith(domain)
        or first.startswith(domain)
        or (len(initials) >= 3 and domain.startswith(initials))
    )
