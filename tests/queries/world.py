"""A small world of invented companies, told in four releases by hand-made claims."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.model import (
    Claim,
    CompanyClaim,
    CustomerClaim,
    Discrepancy,
    Document,
    EventClaim,
    Evidence,
    FacilityClaim,
    FactClaim,
    MoveClaim,
    PartialDate,
    Participant,
    PersonClaim,
    PlaceName,
    QuotationClaim,
    RelationClaim,
    Span,
    Status,
)
from kg.store import Entry, Loaded, Writer
from kg.triples import describe

ALDER, BRYCE, CORVANE = "Alder Instruments, Inc.", "Bryce Circuits Corp.", "Corvane Pumps Ltd."
WHITLOCK, ROWE = "Dana Whitlock", "Milo Rowe"


class Telling:
    """A release in the making: each claim brings the sentence that states it."""

    def __init__(self, source: str, issuer: str, issued: PartialDate | None) -> None:
        self.source = source
        self.issued = issued
        self.text = f"{issuer} tells {source}.\n"
        self.claims: list[Claim] = []
        self.unread: list[Evidence] = []
        self.add(CompanyClaim, f"{issuer} speaks.", name=issuer, names=(issuer,), role="issuer")

    def sentence(self, words: str) -> Evidence:
        """The evidence of a sentence, set at the end of the text when it is not yet there."""
        if words not in self.text:
            self.text += f"{words}\n"
        start = self.text.index(words)
        return Evidence(Span(start, start + len(words)), words)

    def add(self, claim: type[Claim], words: str, /, **fields: Any) -> Telling:
        """One more claim."""
        self.claims.append(claim(evidence=(self.sentence(words),), rule="test/hand", **fields))
        return self

    def fact(
        self, words: str, concept: str, value: int | str | None, end: PartialDate | None, **fields: Any
    ) -> Telling:
        """One more figure, a quarter's by default."""
        given = {
            "label": concept.lower(),
            "company": ALDER,
            "unit": "USD",
            "period": "quarter",
            "place": "prose",
            "printed": str(value),
        }
        number = None if value is None else Decimal(value)
        return self.add(FactClaim, words, concept=concept, value=number, end=end, **(given | fields))

    def event(self, words: str, type_of: str, /, *parts: tuple[str, str], **fields: Any) -> Telling:
        """One more event with (role, name) participants."""
        return self.add(
            EventClaim, words, type=type_of, participants=tuple(Participant(*part) for part in parts), **fields
        )

    def document(self) -> Document:
        """The release as it was read."""
        digest = sha256(self.text.encode()).hexdigest()
        return Document(
            source=self.source,
            source_sha256=digest,
            sha256=digest,
            text=self.text,
            layout="text",
            blocks=(),
            sentences=(),
            tables=(),
            title=self.text.splitlines()[0],
            issued=self.issued,
            dateline=None,
        )


def customers() -> Telling:
    """Alder's year: who buys, how much hangs on whom, who runs it, and what it says of itself."""
    told = Telling("alder-2020.txt", ALDER, PartialDate(2020, 3, 3))
    year = {"share_of": "revenue", "period": "2019"}
    told.add(
        CustomerClaim,
        "Corvane Pumps Ltd. made 40 percent.",
        supplier=ALDER,
        customer=CORVANE,
        described=False,
        relationship="existing",
        share=Decimal(40),
        rank="largest",
        **year,
    )
    told.add(
        CustomerClaim,
        "A maker of valves made 20 percent.",
        supplier=ALDER,
        customer="A maker of valves",
        described=True,
        relationship="existing",
        share=Decimal(20),
        **year,
    )
    told.add(
        CustomerClaim,
        "Five customers made 70 percent.",
        supplier=ALDER,
        customer="Five customers",
        described=True,
        relationship="existing",
        share=Decimal(70),
        count=5,
        **year,
    )
    told.add(
        CustomerClaim,
        "A brewer was won.",
        supplier=ALDER,
        customer="A brewer",
        described=True,
        relationship="new",
        product="flow sensors",
    )
    told.add(
        CustomerClaim,
        "Bryce lost a mill.",
        supplier=BRYCE,
        customer="a mill",
        described=True,
        relationship="lost",
    )
    told.add(
        PersonClaim,
        "Dana Whitlock is Chief Executive Officer and a director.",
        person=WHITLOCK,
        title="Chief Executive Officer",
        company=ALDER,
        position="current",
        acting=True,
    )
    told.add(
        PersonClaim,
        "Dana Whitlock is Chief Executive Officer and a director.",
        person=WHITLOCK,
        title="Director",
        company=ALDER,
        position="current",
    )
    told.add(
        PersonClaim,
        "Milo Rowe will be Director of Sales.",
        person=ROWE,
        title="Director of Sales",
        company=ALDER,
        position="appointed",
        date=PartialDate(2020, 4),
    )
    told.add(
        PersonClaim,
        "Milo Rowe was Buyer at Bryce.",
        person=ROWE,
        title="Buyer",
        company=BRYCE,
        position="former",
    )
    told.add(
        PersonClaim,
        "Call Ana Pell.",
        person="Ana Pell",
        title=None,
        company=ALDER,
        position="current",
        contact=True,
        phone="(585) 555-0101",
        email="pell@alder.example",
    )
    told.add(QuotationClaim, "Pumps sell well.", text="Pumps sell well.", said_by=WHITLOCK)
    told.add(
        RelationClaim,
        "Larch LLP advises Alder.",
        relation="advisor-to",
        subject="Larch LLP",
        object=ALDER,
    )
    told.add(
        CompanyClaim,
        "Pine Bank looked on.",
        name="Pine Bank",
        names=("Pine Bank",),
        role="advisor",
    )
    told.add(
        FacilityClaim,
        "Alder has a factory in Rochester.",
        operator=ALDER,
        type="factory",
        place=PlaceName("Rochester", "New York"),
    )
    told.unread.append(told.sentence("Something cost $5 million."))
    return told


def figures() -> Telling:
    """A quarter with its year-ago quarter, growth, an adjusted figure, guidance, a charge and a contradiction.

    And a year with its nine months, of one line with the last quarter too.
    """
    told = Telling("alder-q1.txt", ALDER, PartialDate(2020, 5, 5))
    now, then = PartialDate(2020, 3, 28), PartialDate(2019, 3, 30)
    told.fact("Revenue was 110.", "Revenues", 110, now)
    told.fact("Revenue was 100 a year ago.", "Revenues", 100, then)
    told.fact("Revenue grew 10 percent.", "Revenues", 10, now, unit="percent", measure="change")
    told.fact("Net loss was 8.", "NetIncomeLoss", -8, now)
    told.fact("Assets were 3,533.", "Assets", 3_533_000, now, printed="3,533")
    told.fact("Net income was 5 a year ago.", "NetIncomeLoss", 5, then)
    told.fact("Adjusted income was 3.", "NetIncomeLoss", 3, now, basis="non-gaap", label="adjusted income")
    told.fact("A charge of 11 was taken.", "Charge", 11, now)
    told.event("A charge of 11 was taken.", "Charge", ("company", ALDER))
    told.fact(
        "Revenue will be 400 to 450.",
        "Revenues",
        None,
        PartialDate(2020),
        low=Decimal(400),
        high=Decimal(450),
        period="year",
        kind="guidance",
        modality=Status.PLANNED,
    )
    flow, spent, close = "NetCashFromOperatingActivities", "CapitalExpenditures", PartialDate(2019, 12, 31)
    told.fact("Cash flow was 30 in 2019.", flow, 30, close, period="year")
    told.fact("Cash flow was 21 to September.", flow, 21, PartialDate(2019, 9, 30), period="nine-months")
    told.fact("Spending was 9 in 2019.", spent, 9, close, period="year")
    told.fact("Spending was 5 to September.", spent, 5, PartialDate(2019, 9, 30), period="nine-months")
    told.fact("Spending was 4 in the fourth quarter.", spent, 4, close)
    told.add(Discrepancy, "Net loss was 8.", note="the loss is told as 8 and as 9")
    told.event("Alder may move to Erie.", "Relocation", ("company", ALDER), modality=Status.POSSIBLE)
    return told


def corvane() -> Telling:
    """The customer moves, defaults and cuts jobs; Alder's figure is told otherwise."""
    told = Telling("corvane-2020.txt", CORVANE, PartialDate(2020, 6, 1))
    told.add(
        MoveClaim,
        "Corvane moves pumps from Erie to Leon.",
        kind="relocation",
        company=CORVANE,
        what="pumps",
        origin="Erie, Pennsylvania",
        destination="Leon, Mexico",
        when="by fall",
        modality=Status.IN_PROGRESS,
    )
    told.add(
        MoveClaim,
        "Corvane opens a store in York.",
        kind="opening",
        company=CORVANE,
        destination="York",
        date=PartialDate(2020, 5),
    )
    told.event(
        "Corvane failed to pay Bryce.",
        "Default",
        ("company", CORVANE),
        ("counterparty", BRYCE),
        date=PartialDate(2020, 5, 20),
    )
    told.event("Corvane lets 120 people go.", "Layoff", ("company", CORVANE), modality=Status.PLANNED)
    told.fact(
        "Corvane lets 120 people go.",
        "NumberOfEmployees",
        120,
        None,
        company=CORVANE,
        unit="people",
        period="instant",
        kind="target",
    )
    told.event(
        "Corvane bought Tarn for 30 million.",
        "Acquisition",
        ("buyer", CORVANE),
        ("target", "Tarn Valves"),
        date=PartialDate(2019),
    )
    told.fact(
        "Corvane bought Tarn for 30 million.", "TransactionValue", 30_000_000, None, company=CORVANE, period="instant"
    )
    told.fact("Alder had revenue of 120.", "Revenues", 120, PartialDate(2020, 3, 28))
    told.fact(
        "Alder had assets of $3.5 million.", "Assets", 3_500_000, PartialDate(2020, 3, 28), printed="$3.5 million"
    )
    told.fact(
        "Alder sees 380 to 450.",
        "Revenues",
        None,
        PartialDate(2020),
        low=Decimal(380),
        high=Decimal(450),
        period="year",
        kind="guidance",
        modality=Status.PLANNED,
    )
    return told


def later() -> Telling:
    """Months later the planned layoff has happened; nothing is heard of Alder's move."""
    told = Telling("corvane-2021.txt", CORVANE, PartialDate(2021, 1, 9))
    told.event("Corvane has let people go.", "Layoff", ("company", CORVANE), date=PartialDate(2020, 12))
    return told


def build(folder: Path) -> Path:
    """A store of the four releases, with one claim of the first in quarantine."""
    with Writer(folder) as writer:
        for told in (customers(), figures(), corvane(), later()):
            document = told.document()
            graph = describe(document, told.claims, unread=told.unread)
            lines = graph.published()
            if told.source == "alder-2020.txt":
                lines += _quarantine(document, told)
            content = "".join(f"{line}\n" for line in sorted(lines)).encode()
            loaded = Loaded(document.source, graph.iris.graph, sha256(content).hexdigest())
            writer.put([Entry(document.source, document.source_sha256, "test", (loaded,))], [content])
    return folder


def _quarantine(document: Document, told: Telling) -> list[str]:
    """The brewer again, as if its claim had broken a shape."""
    brewer = next(claim for claim in told.claims if getattr(claim, "customer", "") == "A brewer")
    held = describe(document, [replace(brewer, confidence="7")])  # type: ignore[arg-type]
    (focus,) = held.claims
    result = f"<{held.iris.quarantine}#result-1>"
    shacl = "http://www.w3.org/ns/shacl#"
    told_of = {
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": f"<{shacl}ValidationResult>",
        f"{shacl}focusNode": focus,
        f"{shacl}resultMessage": '"A confidence is at most 1."',
    }
    graph = f"<{held.iris.quarantine}>"
    return [
        *held.quarantined(held.claims),
        *(f"{result} <{name}> {value} {graph} ." for name, value in told_of.items()),
    ]
