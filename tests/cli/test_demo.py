"""The tour of the samples answers each of its questions, with words that stand in a sample."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from kg import resources
from kg.cli import main
from kg.cli.demo import TOUR, Stop

TAG = re.compile(r"<[^>]*>")
QUOTE = re.compile(r"^     “((?:(?!\n   \S).)+?)”\s+\(([^()\s]+)\)$", re.DOTALL | re.MULTILINE)


def plain(text: str) -> str:
    """The words of a text in one line, quotation marks alike."""
    return re.sub(r"[“”\"\s]+", " ", text)


def sample(source: str) -> str:
    """The words of a sample, tags left out."""
    path = resources.folder("releases") / source.split("!", maxsplit=1)[0]
    if path.suffix == ".htm":
        return plain(html.unescape(TAG.sub("", path.read_bytes().decode("cp1252"))))
    return plain(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the demo prints."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("demo"))
        printed: list[str] = []
        patch.setattr("typer.echo", lambda text="", **_: printed.append(str(text)))
        assert main(["demo"]) == 0
        assert not list(Path().iterdir()), "the demo leaves something behind"
    return "\n".join(printed)


@pytest.mark.parametrize(("number", "stop"), list(enumerate(TOUR, 1)), ids=[stop.query for stop in TOUR])
def test_each_question_has_an_answer_with_its_quote(number: int, stop: Stop, tour: str) -> None:
    part = tour.partition(f"{number}. {stop.question}")[2].partition(f"{number + 1}. ")[0]
    assert QUOTE.search(part), f"no answer to {stop}"


def test_the_quotes_stand_in_the_samples(tour: str) -> None:
    quotes = QUOTE.findall(tour)
    assert len(quotes) >= len(TOUR)
    for quote, source in quotes:
        words = plain(quote).strip().removesuffix(" ...")
        if source.endswith(".htm"):
            words = words[:20]  # cells of a table are set apart in the page
        assert words in sample(source)


def test_the_tour_ends_with_what_to_try_next(tour: str) -> None:
    assert "What to try next" in tour
    assert tour.rstrip().endswith("your own releases")
