"""People: who holds, takes or leaves which post, and press contacts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.context.context import Context
from kg.context.holdings import Holding
from kg.context.naming import speaks
from kg.context.persons import Told, told_holdings
from kg.context.reached import Contact
from kg.extract.people.affiliations import affiliations
from kg.extract.people.changes import changes
from kg.extract.people.employers import PUBLIC, employer_of, of_acronym, own_board, own_title
from kg.extract.people.introduced import introduced
from kg.extract.people.later import dated
from kg.extract.people.past import still_there, to_come, told_as_past, told_of_a_life
from kg.extract.people.signed_off import signed_off
from kg.extract.people.vague_posts import cut_short, elsewhere, unplaced, vague
from kg.mentions.presented import signs
from kg.mentions.tenure import position
from kg.mentions.tenure_dates import date_of, long_past
from kg.mentions.titles import Post
from kg.model import BlockKind, Claim, Confidence, Evidence, PartialDate, PersonClaim

_SILENT = (BlockKind.CONTACT, BlockKind.FURNITURE, BlockKind.BOILERPLATE, BlockKind.HEADLINE, BlockKind.HEADING)
_ADDRESSED_AS = re.compile(
    r"^(.*\b(?:Chairman|Chairwoman|Chair|Member|Leader|Speaker)) (?:Senator|Representative|Congressman|Congresswoman)$"
)
_OF_TOWN = re.compile(r"^(?!Lord |Lady |Deputy |Vice |Former |Acting )(?:[A-Z][\w.-]+ ){1,2}(?=(?:Mayor|Governor)$)")
_ON_TRIAL = re.compile(r"^,? (?:[a-z]+ ){0,3}on an (?:interim|acting) basis\b")
_OF_BEFORE = re.compile(
    r"(?: (?:of|at|for|with) [^,;]{2,50}?)?,? (?:in|on|since|from|until) [^,;]{3,24}, (?=(?:and |who )?(?:has|have|is|was|will|had)\b)"
)
_RETAINED = re.compile(r"\b(?:has|have|today) (?:retained|engaged)(?: the services of)? (?:(?:Mr|Ms|Mrs|Dr)\. )?$")
_ADVISES = re.compile(r"(?:consultant|advis[eo]r|counsel)$", re.IGNORECASE)
_EXPLAINED = re.compile(
    r"\b(?P<post>(?i:chief)\s(?:[\w-]+\s){1,3}?(?i:officer))\s\([\"“]?(?P<short>C[A-Z]{1,3}O)[\"”]?\)"
)
_STRENGTH = {"deceased": 5, "departing": 4, "appointed": 4, "nominated": 3, "former": 2, "current": 1}


def extract(context: Context, found: Sequence[Claim]) -> list[PersonClaim]:
    """One claim per person, post and company, contacts included."""
    del found
    claims = [
        claim
        for sentence in told_holdings(context.document, context.parties, context.persons)
        for claim in _told(context, sentence)
    ]
    claims = [*introduced(context, claims), *signed_off(context)]
    claims += changes(context, claims)
    claims = _with_contacts(context, list(dated(context, _once(claims, _short_for(context)))))
    return [*claims, *affiliations(context, claims)]


def _told(context: Context, told: Told) -> Iterator[PersonClaim]:
    sentence, text = told.sentence, told.sentence.text
    if sentence.kind in _SILENT and not speaks(sentence) and not _signed(context, told):
        return
    sort: Holding | None = None  # the holding before, if it tells only what sort of person someone is
    for number, holding in enumerate(told.holdings):
        listed = sort is not None and holding.how == "chain" and sort.person.value == holding.person.value
        if vague(text, holding) or (listed and holding.company is None):
            sort = holding
            continue
        sort = None
        start = min(holding.person.start, holding.posts.start)
        end = max(holding.end, holding.person.end, holding.posts.end)
        code, when = _standing(context, told, number, start, end)
        employer = employer_of(told, holding, code)
        if cut_short(text, holding, employer):
            continue
        for post in holding.posts.posts:
            if unplaced(post):
                continue
            named = of_acronym(post.text, told, holding, employer)
            title, firm = own_board(own_title(_singular(post.text), told, holding), named)
            firm = None if elsewhere(post, holding, code) else firm
            yield PersonClaim(
                evidence=(context.evidence(sentence, start, end),),
                rule=f"people/{holding.how}",
                person=str(holding.person.value),
                title=title,
                company=firm,
                position=code,
                acting=post.acting or _ON_TRIAL.search(text[end : end + 60]) is not None,
                date=when,
                confidence=Confidence.EXPLICIT if holding.company else Confidence.INFERRED,
                modality=to_come(code, text[:start], holding.gap, text[end:]),
                speaker=context.speaker_at(sentence.passage.origin(start)),
            )


def _standing(context: Context, told: Told, number: int, start: int, end: int) -> tuple[str, PartialDate | None]:
    """The code of a holding's position, and since, from or until when."""
    text, holding = told.sentence.text, told.holdings[number]
    following = told.holdings[number + 1] if number + 1 < len(told.holdings) else None
    stop = following.posts.start if following else len(text)
    listed = [o.person.start for o in told.holdings if o.posts is holding.posts and o.how == holding.how]
    right = text[end : max(end, stop)]
    taken_on = _RETAINED.search(text[: min(start, *listed)]) and _ADVISES.search(holding.posts.posts[0].text)
    code = (
        "appointed"
        if taken_on
        else position(text[: min(start, *listed)], holding.gap, right, former=holding.posts.former, how=holding.how)
    )
    told_on = text[:stop] if following and _goes_on(holding, following) else text
    begin = start
    if holding.how == "chain" and number:
        earlier = told.holdings[number - 1].posts.end
        dated_before = _OF_BEFORE.match(text, earlier)  # "who became president of Birch in May, has joined as"
        begin = dated_before.end() if dated_before else start
    when = date_of(code, told_on, begin, max(holding.end, holding.posts.end), context.issued)
    elsewhere = holding.company is not None and told.home not in (None, holding.company)
    if code == "departing" and elsewhere and long_past(when, context.issued):
        return "former", when  # "she left Birch as controller in 2003"
    if code != "appointed":
        return code, when
    if _presented_with(holding) and elsewhere:
        return "current", None  # "elected Ann Lee, president of Birch Corp.": where she comes from
    stays = still_there(text, end)
    if elsewhere and told_of_a_life(holding.gap, text):
        return ("current", when) if stays else ("former", None)
    if long_past(when, context.issued) or (context.issued is None and told_as_past(holding.gap, when)):
        return ("former", None) if "joined" in holding.gap and not stays else ("current", when)
    return code, when


def _presented_with(holding: Holding) -> bool:
    """Whether a post stands behind a name and a comma, as what the person is already."""
    return holding.how == "apposition" and re.fullmatch(r" ?, (?:an? |the )?", holding.gap) is not None


def _signed(context: Context, told: Told) -> bool:
    """Whether a line under or over quoted words names who says them, and is no contact."""
    if told.sentence.kind is BlockKind.CONTACT or not signs(told.sentence.text):
        return False
    reached = {context.persons.resolve(contact.name) for contact in context.persons.contacts}
    return not any(str(holding.person.value) in reached for holding in told.holdings)


def _goes_on(holding: Holding, following: Holding) -> bool:
    """Whether the next holding tells of the same person's next post: dates behind it are its own."""
    return following.how in ("verb", "chain") and following.person.value == holding.person.value


def _singular(title: str) -> str:
    """A plural post as one person holds it, and without a legislator's form of address behind it."""
    title = _OF_TOWN.sub("", _ADDRESSED_AS.sub(r"\1", title))
    head, _, tail = title.partition(" of ")
    words = head.split()
    if words and words[-1].lower() in (
        "directors",
        "presidents",
        "founders",
        "co-founders",
        "partners",
        "principals",
        "managers",
        "members",
        "trustees",
    ):
        words[-1] = words[-1][:-1]
    return " ".join(words) + (f" of {tail}" if tail else "")


def _short_for(context: Context) -> Mapping[str, str]:
    """Short forms of posts, those that the release itself explains before the common ones: "Chief Revenue Officer (CRO)"."""
    told = {found["short"].lower(): found["post"].lower() for found in _EXPLAINED.finditer(context.document.text)}
    return _SHORT | told


def _once(claims: Iterable[PersonClaim], short: Mapping[str, str]) -> list[PersonClaim]:
    """One claim a person, post and company: the one that tells most."""
    kept: dict[tuple[str, str], PersonClaim] = {}
    for claim in claims:
        key = (claim.person, _plain(claim.title, short))
        rivals = [k for k in kept if k[0] == claim.person and (k[1].split("@")[0] == key[1])]
        same = next((k for k in rivals if kept[k].company == claim.company or _one_post(kept[k], claim)), None)
        if same is None:
            kept[(claim.person, f"{key[1]}@{claim.company}")] = claim
            continue
        kept[same] = _better(kept[same], claim)
    return list(kept.values())


def _one_post(one: PersonClaim, other: PersonClaim) -> bool:
    """Whether two claims with different companies are the same post, one company being inferred."""
    if Confidence.INFERRED not in (one.confidence, other.confidence):
        return False
    apart = next((c for c in (one, other) if c.position == "current" and c.confidence is Confidence.EXPLICIT), None)
    if (
        apart is not None
        and apart.rule in ("people/verb", "people/chain")
        and "appointed" in (one.position, other.position)
    ):
        return False  # taken here, held there: "named treasurer. She is treasurer of Birch Corp."
    return (one.position == "former") == (other.position == "former")


def _better(old: PersonClaim, new: PersonClaim) -> PersonClaim:
    first, second = (new, old) if _rank(new) > _rank(old) else (old, new)
    if (first.position, first.confidence, second.position, second.confidence) == _HELD_ELSEWHERE:
        return second  # "Alder's CEO, Ann Lee"; "Ann Lee, a former CEO": of what firm is not told
    company = (
        second.company
        if first.confidence is Confidence.INFERRED and second.confidence is Confidence.EXPLICIT
        else first.company
    )
    when = first.date or (second.date if second.position == first.position else None)
    return replace(first, company=company, date=when, acting=first.acting or second.acting)


def _rank(claim: PersonClaim) -> tuple[int, bool, bool]:
    return _STRENGTH[claim.position], claim.date is not None, claim.confidence is Confidence.EXPLICIT


_HELD_ELSEWHERE = ("former", Confidence.INFERRED, "current", Confidence.EXPLICIT)
_SHORT = {
    "ceo": "chief executive officer",
    "cfo": "chief financial officer",
    "coo": "chief operating officer",
    "cto": "chief technology officer",
    "cio": "chief information officer",
    "cmo": "chief marketing officer",
    "vp": "vice president",
    "svp": "senior vice president",
    "evp": "executive vice president",
    "chairwoman": "chairman",
}


def _plain(title: str | None, short: Mapping[str, str] = _SHORT) -> str:
    words = (
        (title or "")
        .lower()
        .replace("-", " ")
        .replace(",", " ")
        .replace(" of the board of directors", "")
        .replace(" of the board", "")
        .split()
    )
    return " ".join(short.get(word, word) for word in words if word not in ("of", "the", "for", "and", "&"))


def _with_contacts(context: Context, claims: list[PersonClaim]) -> list[PersonClaim]:
    """The claims with press contacts: marked where the post is told already, added where not."""
    for contact in context.persons.contacts:
        person = context.persons.resolve(contact.name) or contact.name
        titles = [post.text for post in contact.posts]
        told = [
            at
            for at, claim in enumerate(claims)
            if claim.person == person and claim.position in ("current", "appointed")
        ]
        marked = [at for at in told if not titles or any(_plain(claims[at].title) == _plain(title) for title in titles)]
        for at in marked:
            claims[at] = replace(claims[at], contact=True, phone=contact.phone, email=contact.email)
        known = {_plain(claims[at].title) for at in marked}
        untold = [post for post in contact.posts if _plain(post.text) not in known]
        if told and contact.company is None and contact.posts:
            contact.company = claims[told[0]].company
        claims += [_contact(context, contact, person, post) for post in untold]
        if not contact.posts and not marked:
            claims.append(_contact(context, contact, person, None))
    return claims


def _contact(context: Context, contact: Contact, person: str, post: Post | None) -> PersonClaim:
    apart = contact.other or (post is not None and PUBLIC.search(post.text) is not None)
    company = contact.company or (context.issuer.name if context.issuer and not apart else None)
    return PersonClaim(
        evidence=(Evidence(contact.span, context.document.text[contact.span.start : contact.span.end]),),
        rule="people/contact",
        person=person,
        title=post.text if post else None,
        company=company,
        position="current",
        acting=bool(post and post.acting),
        contact=True,
        phone=contact.phone,
        email=contact.email,
    )
