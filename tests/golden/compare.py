"""Which rows of the contract queries a golden record asks for, and which it forbids."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
KINDS = (
    "companies",
    "people",
    "customers",
    "facilities",
    "moves",
    "facts",
    "events",
    "relations",
    "quotations",
)
# Words that many names share: legal forms, and what a company does.
LEGAL = frozenset(
    {"inc", "corp", "corporation", "company", "co", "llc", "ltd", "plc", "gmbh", "the"}
    | {"logistics", "freight", "telecom", "bancorp", "bank", "semiconductor", "photonics", "therapeutics"}
    | {"stores", "foods", "circuit", "wireless", "copper", "institution", "savings", "optik", "lasers"}
    | {"pharma", "health"}
)
SMALL = frozenset({"a", "an", "the", "of", "and", "for", "in", "to", "its", "at", "by", "on"})
# What a golden record covers of a table; other lines are neither asked for nor judged.
TABLE_LINES = frozenset(
    {"Revenues", "GrossProfit", "OperatingIncomeLoss", "NetIncomeLoss", "EarningsPerShare", "Assets"}
    | {"WeightedAverageSharesDiluted", "CashAndCashEquivalents", "Liabilities", "StockholdersEquity"}
    | {"NetCashFromOperatingActivities", "DividendPerShare"}
)
# The price of a deal that is signed and not closed may be read as actual or as target.
DEALS = frozenset({"TransactionValue", "ContractValue", "OfferingAmount", "Debt"})
POSTS = frozenset({"Appointment", "Departure"})
SHORT = {"ceo": "chief executive officer", "cfo": "chief financial officer"}
Row = Mapping[str, str]


# What is looked at in the rows that answer a record, beside what they are found by.
FIELDS = {
    "companies": ("role", "ticker"),
    "people": ("status", "company", "date", "phone", "email"),
    "customers": ("status", "share", "share_of", "count"),
    "moves": ("status", "date"),
    "facts": ("span", "end", "scope", "shares", "measure"),
    "events": ("date",),
    "relations": ("status",),
}


def records() -> list[dict[str, Any]]:
    """The golden records, one per sample release, by id."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("*.json"))]


def words(text: str | None) -> list[str]:
    """The words of a text in lower case, posts written out, small words left out."""
    plain = (text or "").lower().replace(".", "").replace("’", "'")
    found = re.findall(r"[a-z0-9&-]+", plain)
    return [word for each in found for word in SHORT.get(each, each).split() if word not in SMALL]


def alike(left: str | None, right: str | None, least: float = 0.5) -> bool:
    """Whether two texts share at least that part of their words; two empty ones do."""
    one, other = set(words(left)), set(words(right))
    if not one or not other:
        return one == other
    return len(one & other) / len(one | other) >= least


def same_party(left: str, right: str) -> bool:
    """Whether two names of one release mean one organisation: their telling words agree."""
    one, other = ([w for w in words(name) if w not in LEGAL] for name in (left, right))
    return bool(one) and one[0] == (other or [""])[0] if one else alike(left, right)


def same_person(left: str, right: str) -> bool:
    """Whether two names of one release end in the same family name."""
    return words(left)[-1:] == words(right)[-1:] != []


def same_place(left: str | None, right: str | None) -> bool:
    """Whether two places begin with the same part; a place against none is not the same."""
    one, other = ((side or "").split(",")[0].strip().lower() for side in (left, right))
    return one == other or bool(one and other and (one in other or other in one))


def same_number(wanted: float | None, given: str) -> bool:
    """Whether a row's decimal is the wanted number; empty cells stand for none."""
    if wanted is None or not given:
        return wanted is None and not given
    return abs(float(given) - wanted) <= 1e-9 * max(1.0, abs(wanted))


def company(want: Mapping[str, Any], row: Row) -> bool:
    return same_party(want["names"][0], row["name"])


def person(want: Mapping[str, Any], row: Row) -> bool:
    return same_person(want["name"], row["name"]) and alike(want.get("title"), row["title"], 0.6)


def customer(want: Mapping[str, Any], row: Row) -> bool:
    if want["described"] != (row["described"] == "true"):
        return False
    if want["described"]:
        return alike(want["customer"], row["customer"], 0.4)
    return same_party(want["customer"], row["customer"])


def facility(want: Mapping[str, Any], row: Row) -> bool:
    if not same_party(want["operator"], row["operator"]):
        return False
    field = next(name for name in ("city", "name", "region", "country") if want.get(name))
    return alike(want[field], row[field]) and want["type"] == row["type"]


def move(want: Mapping[str, Any], row: Row) -> bool:
    return (
        want["kind"] == row["kind"]
        and same_party(want["company"], row["company"])
        and same_place(want.get("from"), row["from"])
        and same_place(want.get("to"), row["to"])
    )


def fact(want: Mapping[str, Any], row: Row) -> bool:
    kinds = {"actual", "target"} if want["concept"] in DEALS else {want["kind"]}
    return (
        want["in"] == row["in"]
        and want["concept"] == row["concept"]
        and want["unit"] == row["unit"]
        and all(same_number(want.get(name), row[name]) for name in ("value", "low", "high"))
        and (bool(want.get("optional")) or (row["kind"] in kinds and want["basis"] == row["basis"]))
        and (row["end"] or "").startswith(want.get("end", "")[:4])
    )


def same_status(want: Mapping[str, Any], row: Row) -> bool:
    """Whether the status agrees. An election that takes effect later may be told as actual or planned."""
    settled = {"actual", "planned"}
    if want.get("optional") or (want["type"] in POSTS and {want["status"], row["status"]} <= settled):
        return True
    return bool(want["status"] == row["status"])


def event(want: Mapping[str, Any], row: Row) -> bool:
    if want["type"] != row["type"] or not same_status(want, row):
        return False
    return any(
        same_person(part["name"], row["participant"])
        if part["role"] == "person"
        else same_party(part["name"], row["participant"]) or alike(part["name"], row["participant"], 0.4)
        for part in want["participants"]
    )


def relation(want: Mapping[str, Any], row: Row) -> bool:
    return (
        want["relation"] == row["relation"]
        and same_party(want["subject"], row["subject"])
        and same_party(want["object"], row["object"])
    )


def quotation(want: Mapping[str, Any], row: Row) -> bool:
    text = " ".join(row["text"].split())
    return same_person(want["speaker"], row["speaker"]) and text.startswith(want["starts"])


MATCH: dict[str, Callable[[Mapping[str, Any], Row], bool]] = {
    "companies": company,
    "people": person,
    "customers": customer,
    "facilities": facility,
    "moves": move,
    "facts": fact,
    "events": event,
    "relations": relation,
    "quotations": quotation,
}


def missing(kind: str, record: Mapping[str, Any], rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The records of a kind, the optional ones left out, that no row answers to."""
    wanted = [want for want in record[kind] if not want.get("optional")]
    return [want for want in wanted if not any(MATCH[kind](want, row) for row in rows)]


def wrong(kind: str, record: Mapping[str, Any], rows: Sequence[Row]) -> tuple[list[str], int]:
    """The fields that no answering row has right, told as text, and how many fields were looked at."""
    found: list[str] = []
    looked = 0
    for want in record[kind]:
        answers = [row for row in rows if MATCH[kind](want, row)]
        for field in FIELDS.get(kind, ()) if answers else ():
            looked += 1
            if not any(same_field(field, want.get(field), row[field]) for row in answers):
                found.append(
                    f"{record['id']} {kind} {field}: {want.get(field)!r} not {answers[0][field]!r} {want['quote']}"
                )
    return found, looked


def same_field(field: str, wanted: Any, given: str) -> bool:
    """Whether a cell holds what is wanted; a date may be given more exactly, and None wants nothing."""
    if wanted is None:
        return not given or field in {"date", "end", "product"}
    if isinstance(wanted, bool):
        return given == str(wanted).lower()
    if isinstance(wanted, int | float):
        return same_number(wanted, given)
    if field in {"date", "end"}:
        return given.startswith(wanted)
    return same_party(wanted, given) if field == "company" else given == wanted


def surplus(kind: str, record: Mapping[str, Any], rows: Sequence[Row]) -> list[Row]:
    """The rows of a kind that no record asks for, the optional ones counted."""
    judged = [row for row in rows if row.get("in") != "table" or row["concept"] in TABLE_LINES]
    return [row for row in judged if not any(MATCH[kind](want, row) for want in record[kind])]


def forbidden(kind: str, record: Mapping[str, Any], rows: Sequence[Row]) -> list[Row]:
    """The rows of a kind that a record says must not be there."""
    bans = [{k: v for k, v in ban.items() if k != "table"} for ban in record["absent"] if ban["table"] == kind]
    return [row for row in rows for ban in bans if all(row.get(field) == value for field, value in ban.items())]
