"""EDGAR submissions give their exhibits and their header."""

import pytest

from kg.errors import UnreadableError
from kg.read.reading import read, reading
from kg.read.submission import header_of

HEAD = """\
-----BEGIN PRIVACY-ENHANCED MESSAGE-----
Proc-Type: 2001,MIC-CLEAR

<SEC-DOCUMENT>0000000001-03-000002.txt : 20030508
<SEC-HEADER>0000000001-03-000002.hdr.sgml : 20030508
ACCESSION NUMBER:\t\t0000000001-03-000002
CONFORMED SUBMISSION TYPE:\t8-K
ITEM INFORMATION:\t\tOther events
ITEM INFORMATION:\t\tFinancial statements and exhibits
FILED AS OF DATE:\t\t20030508

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tFENWICK INC
\t\tCENTRAL INDEX KEY:\t\t\t0000012345
\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tLAMPS [3640]
\t\tFISCAL YEAR END:\t\t\t0930
</SEC-HEADER>
"""
RELEASE = "FENWICK OPENS WORKS\n\nELMIRA, N.Y., May 8, 2003 -- Fenwick Inc. said today that it opened its lamp works in Troy.\n"


def part(kind: str, text: str, name: str = "", *, closed: bool = True) -> str:
    file = f"<FILENAME>{name}\n" if name else ""
    return f"<DOCUMENT>\n<TYPE>{kind}\n<SEQUENCE>1\n{file}<TEXT>\n{text}" + ("</TEXT>\n</DOCUMENT>\n" if closed else "")


def test_the_exhibits_become_documents_and_the_rest_is_passed_over() -> None:
    data = HEAD + part("8-K", "Form", "f8k.txt") + part("EX-99.1", RELEASE, "a.txt") + part("EX-99.2", RELEASE)
    data += part("GRAPHIC", "begin 644 x.jpg\nM_]C_X\n", "x.jpg") + part("EX-99.3", "begin 644 y.pdf\nM_]C\n", "y.pdf")
    found = reading("sub.txt", data.encode())
    assert [document.source for document in found.documents] == ["sub.txt!a.txt", "sub.txt!EX-99.2"]
    assert found.documents[0].title == "FENWICK OPENS WORKS"
    assert [line.split(":")[0] for line in found.passed_over] == ["f8k.txt", "x.jpg", "y.pdf"]


def test_a_single_exhibit_bears_the_name_of_its_file() -> None:
    (document,) = read("sub.txt", (HEAD + part("EX-99", RELEASE, "a.txt")).encode())
    assert document.source == "sub.txt"


def test_the_header_fields() -> None:
    header = header_of(HEAD)
    assert header is not None
    assert (header.company, header.cik, header.sic, header.fiscal_year_end) == (
        "FENWICK INC",
        "0000012345",
        "3640",
        "0930",
    )
    assert (header.form, header.accession, str(header.filed)) == ("8-K", "0000000001-03-000002", "2003-05-08")
    assert header.items == ("Other events", "Financial statements and exhibits")


def test_several_filers_name_no_company() -> None:
    second = HEAD.split("FILER:")[1].replace("FENWICK INC", "FENWICK POWER CO").replace("12345", "67890")
    header = header_of(HEAD.replace("</SEC-HEADER>", "") + "FILER:" + second)
    assert header is not None
    assert (header.company, header.cik, header.form) == (None, None, "8-K")


def test_broken_and_missing_end_tags_lose_nothing() -> None:
    data = (
        HEAD + part("EX-99.1", RELEASE, closed=False) + part("EX-99.2", RELEASE.replace("WORKS", "MILL"), closed=False)
    )
    assert [document.title for document in read("s", data.encode())] == ["FENWICK OPENS WORKS", "FENWICK OPENS MILL"]


def test_a_lone_document_without_a_header() -> None:
    (document,) = read(
        "a.txt", f"<TYPE>EX-99.1\n<SEQUENCE>2\n<FILENAME>a.htm\n<TEXT>\n<html><p>{RELEASE}</p></html>".encode()
    )
    assert document.layout == "html"
    assert document.header is None


def test_a_release_bound_into_the_report() -> None:
    data = HEAD + part("8-K", f"FORM 8-K\n\n -2-<PAGE>\n      FOR IMMEDIATE RELEASE\n\n{RELEASE}")
    (document,) = read("sub.txt", data.encode())
    assert document.title == "FENWICK OPENS WORKS"
    assert "FORM 8-K" not in document.text


def test_a_submission_without_a_release_says_so() -> None:
    with pytest.raises(UnreadableError, match="no press release"):
        read("sub.txt", (HEAD + part("10-Q", "Report")).encode())


def test_the_same_bytes_in_two_exhibits_keep_two_names() -> None:
    data = HEAD + part("EX-99", RELEASE) + part("EX-99", RELEASE)
    assert [document.source for document in read("s", data.encode())] == ["s!EX-99", "s!EX-99-2"]
