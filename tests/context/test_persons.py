"""People of a release: full names, short forms, and the company of the post."""

from __future__ import annotations

from kg.context.parties import find_parties
from kg.context.persons import Persons, find_persons
from kg.model import MentionKind
from kg.read.text import read_text

LEAD = "ROCHESTER, N.Y., March 3, 2021 -- Alder Instruments, Inc. (NYSE: ALD) announced a plan to merge with Birch Controls Corp.\n\n"


def persons(text: str) -> Persons:
    document = read_text("a.txt", "A Plan Of Alder\n\n" + LEAD + text + "\n")
    return find_persons(document, find_parties(document))


def test_family_names_mean_the_full_name() -> None:
    found = persons(
        '"Orders are good," said Marta Lindqvist, president of Alder. Lindqvist added that Ms. Lindqvist is pleased.'
    )
    assert found.names == ("Marta Lindqvist",)
    assert found.resolve("Lindqvist") == "Marta Lindqvist"
    assert found.resolve("Ms. Lindqvist") == "Marta Lindqvist"


def test_two_people_of_one_family_are_kept_apart() -> None:
    found = persons(
        "John E. Morrow, chairman of Alder, and his son, John C. Morrow, president of Birch Controls Corp., agreed."
    )
    assert found.names == ("John E. Morrow", "John C. Morrow")
    assert found.resolve("Morrow") is None


def test_the_company_of_the_post_is_kept() -> None:
    found = persons(
        '"We agree," said Gregory Marsh, chief executive officer of Birch Controls Corp. Peter Dunn, treasurer, agreed.'
    )
    assert found.company_of("Gregory Marsh") == "Birch Controls Corp."
    assert found.company_of("Peter Dunn") == "Alder Instruments, Inc."
    assert found.company_of("Nobody") is None


def test_mentions_stand_where_they_say() -> None:
    text = "Marta Lindqvist, president of Alder, spoke. Mr. Otto Brandt, chairman, listened to Lindqvist."
    document = read_text("a.txt", "A Plan Of Alder\n\n" + LEAD + text + "\n")
    found = find_persons(document, find_parties(document))
    people = []
    for sentence in document.sentences:
        for mention in found.mentions(sentence):
            assert sentence.text[mention.start : mention.end] == mention.text
            if mention.kind is MentionKind.PERSON:
                people.append(mention.value)
    assert people == ["Marta Lindqvist", "Otto Brandt", "Marta Lindqvist"]


def test_contacts_are_people_with_their_lines() -> None:
    found = persons("Contact:\nEmily Novak\nAlder Instruments, Inc.\n(585) 555-0142\nenovak@alder.example.com\n")
    assert [(c.name, c.company, c.phone, c.email) for c in found.contacts] == [
        ("Emily Novak", "Alder Instruments, Inc.", "(585) 555-0142", "enovak@alder.example.com")
    ]


def test_companies_and_places_are_no_people() -> None:
    found = persons(
        "Grant Thorndale LLP is the auditor. The plant is in Santa Clara, California. The Pain Center opened."
    )
    assert found.names == ()
