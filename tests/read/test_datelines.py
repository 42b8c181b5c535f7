"""Datelines in their many forms, and the day of issue they give."""

import pytest

from kg.read.datelines import measure
from kg.read.text import read_text

REST = (
    "Fenwick Inc. said today that it will open a lamp works. The works will make lamps for hospitals and for schools."
)
CASES = [
    ("ELMIRA, N.Y., May 5, 2003 -- ", "2003-05-05"),
    ("Elmira, NY - May 5, 2003 - ", "2003-05-05"),
    ("ELMIRA, N.Y. - (Signalwire) - October 28, 2024 - ", "2024-10-28"),
    ("ELMIRA, NY - October 28, 2024 (SIGNALWIRE) - ", "2024-10-28"),
    ("ELMIRA, N.Y., Oct. 28, 2024 (GLOBE NEWSWIRE) \u2014 ", "2024-10-28"),
    ("ELMIRA, N.Y., Oct. 28, 2024 /PRNewswire/ -- ", "2024-10-28"),
    ("ELMIRA, N.Y.--(BUSINESS WIRE)--May 5, 2010--", "2010-05-05"),
    ("ELMIRA, N.Y. & TROY, Ohio--(BUSINESS WIRE)--May 5, 2010--", "2010-05-05"),
    ("ELMIRA, California\u2014January 18, 2011\u2014", "2011-01-18"),
    ("ELMIRA...JUNE 6, 2000...", "2000-06-06"),
    ("ELMIRA, NEW YORK... (April 15, 1999) ...", "1999-04-15"),
    ("Elmira, NY (December 29, 1994) ", "1994-12-29"),
    ("(Elmira, NY --- February 1, 1993) ", "1993-02-01"),
    ("NEW YORK, Oct. 11, 1994 . . . ", "1994-10-11"),
    ("LONDON, 06 January 2026 \u2013 ", "2026-01-06"),
    ("Elmira, NY (Newsline.example) Tuesday Dec 2, 2025 @ 4:00 PM UTC \u2014 ", "2025-12-02"),
    ("ELMIRA, NEW YORK / ACCESS Newswire / September 11, 2025 / ", "2025-09-11"),
    ("ELMIRA, N.Y., April 8, 2026 \u2013 SIGNAL MediaWire (Press Release Service) \u2013 ", "2026-04-08"),
    ("ELMIRA \u2014 Aug. 14, 2025 \u2014 ", "2025-08-14"),
    ("June 24, 1996 - ", "1996-06-24"),
    ("Linz, 3 February 2022. ", "2022-02-03"),
    ("ELMIRA, N.Y., and LINZ, Austria, July 15, 2025 /PRNewswire/ \u2014 ", "2025-07-15"),
    ("ELMIRA, NEW YORK - Media Signal Newswire - 2 July 2026 - ", "2026-07-02"),
    ("ELMIRA...SEPTEMBER 8, 2000, ", "2000-09-08"),
    ("ELMIRA--(BUSINESS WIRE)--", None),
    ("ATLANTA - ", None),
    ("Elmira, NY ... ", None),
]


@pytest.mark.parametrize(("line", "day"), CASES)
def test_dateline_and_day(line: str, day: str | None) -> None:
    document = read_text("a.txt", f"Fenwick to Open Lamp Works\n\n{line}{REST}\n")
    assert document.dateline is not None
    assert document.text[document.dateline.start : document.dateline.end] == line.strip(" ")
    assert (str(document.issued) if document.issued else None) == day
    assert document.title == "Fenwick to Open Lamp Works"
    said = [sentence.text for sentence in document.sentences if sentence.block == 1]
    assert said[0].startswith("Fenwick Inc. said today")


@pytest.mark.parametrize(
    "text",
    [
        REST,
        "Fenwick Inc., a maker of lamps, and Tull Mills, a maker of yarn, said today that they will merge.",
        "NOTE: the call begins at 4 p.m. today, and a recording of it will be held for a week on the site.",
        "Spin-offs can be powerful ways to show what a business is worth, and Fenwick has thought of one.",
        "INVESTORS: call us",
        "In fiscal 2003. We opened a lamp works - its second - in the town of Elmira, and hired a manager.",
        "In May 2003 the company opened a lamp works - its second - in the town of Elmira, and hired a manager.",
        "",
    ],
)
def test_no_dateline(text: str) -> None:
    assert measure(text) == 0


def test_a_yearless_dateline_takes_the_year_of_the_story() -> None:
    text = "Fenwick Reports\n\nELMIRA, Ill., Oct. 21 /PRNewswire/ -- Fenwick Inc. reported results for the quarter ended September 30, 2003.\n"
    assert str(read_text("a.txt", text).issued) == "2003-10-21"


def test_a_yearless_dateline_without_any_year_gives_no_day() -> None:
    text = "Fenwick Reports\n\nELMIRA, Ill., Oct. 21 /PRNewswire/ -- Fenwick Inc. reported results for its quarter.\n"
    assert read_text("a.txt", text).issued is None


def test_a_dateline_that_looks_like_a_headline_gives_the_day() -> None:
    text = f"Fenwick Opens Lamp Works\n\nELMIRA, NEW YORK - July 24, 2025 (SIGNALWIRE) - Fenwick Inc. (OTCQB: FNWK)\n\n{REST}\n"
    assert str(read_text("a.txt", text).issued) == "2025-07-24"


def test_the_day_can_stand_over_the_headline() -> None:
    text = f"FOR IMMEDIATE RELEASE\nApril 19, 1994\n\nFENWICK CLOSES LAMP WORKS\n\nElmira, NY ... {REST}\n"
    document = read_text("a.txt", text)
    assert str(document.issued) == "1994-04-19"
    assert document.title == "FENWICK CLOSES LAMP WORKS"


def test_the_day_can_stand_in_a_mail_header() -> None:
    text = (
        f"From: press@fenwick.example\nSubject: News\nDate: Tue, 17 Nov 1992 10:28:03 PST\n\nFENWICK OPENS\n\n{REST}\n"
    )
    assert str(read_text("a.txt", text).issued) == "1992-11-17"
