"""Words in another language than their page's (外文), as marked, set, written and read back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

import jxprint
from jxprint.description.markup import read_passage, spelled
from jxprint.errors import Finding, Place
from jxprint.exchange.markup.html import read_html
from jxprint.exchange.markup.writing import html_of
from jxprint.fonts import Library
from jxprint.model import Markup, Page
from jxprint.placed import PlacedPage
from jxprint.writers.screen.html import html
from sabotage import pdf_of

MARKED = Path(__file__).parent / "pages" / "marked"
LINE = "音乐会以{外文:Ode an die Freude|de}压轴，{加粗:{lang:桜の花|ja}}随后登场，{链接:{外文:Encore|fr}|https://example.com}三次。\n"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """A page with words in German, Japanese and French."""
    folder = tmp_path_factory.mktemp("languages") / "marked"
    shutil.copytree(MARKED, folder)
    with (folder / "kinds.txt").open("a", encoding="utf-8") as copy:
        copy.write(LINE)
    return jxprint.read_page(folder)


@pytest.fixture(scope="module")
def placed(page: Page, library: Library) -> PlacedPage:
    """And as composed."""
    return jxprint.compose(page, library)


@pytest.fixture(scope="module")
def pdf(placed: PlacedPage, library: Library) -> bytes:
    """And written."""
    return pdf_of(placed, library)


def elements(document: pikepdf.Pdf) -> list[Any]:
    """Every element of the structure tree that names a language."""
    found: list[Any] = []
    waiting: list[Any] = [document.Root["/StructTreeRoot"]["/K"]]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            found += [one] if "/Lang" in one else []
            kids: Any = one.get("/K", [])
            waiting += reversed(list(kids) if isinstance(kids, pikepdf.Array) else [kids])
    return found


def test_marks_are_read_and_spelled_as_they_were() -> None:
    """By either name."""
    findings: list[Finding] = []
    passage = read_passage("唱{外文:Ode|de-AT}一曲", Place(), findings)
    assert (passage.text, passage.markup, findings) == ("唱Ode一曲", (Markup("lang", 1, 4, "de-AT"),), [])
    assert spelled(passage) == "唱{lang:Ode|de-AT}一曲"


def test_runs_know_their_language(placed: PlacedPage) -> None:
    """And readings what they are written in."""
    said: dict[str, str] = {}
    for run in placed.runs():
        if run.language != "zh-CN":
            said[run.language] = said.get(run.language, "") + run.text
    assert set(said) == {"de", "ja", "fr", "zh-Latn-pinyin", "zh-Bopo"}
    assert said["ja"] == "桜の花"
    assert said["fr"] == "Encore"


def test_elements_say_it(pdf: bytes) -> None:
    """And no other element does."""
    with pikepdf.open(BytesIO(pdf)) as document:
        said = [(str(one["/S"]), str(one["/Lang"])) for one in elements(document)]
    assert [one for one in said if one[0] != "/RT"] == [("/Span", "de"), ("/Span", "ja"), ("/Link", "fr")]
    assert {language for tag, language in said if tag == "/RT"} == {"zh-Latn-pinyin", "zh-Bopo"}


def test_html_says_it(placed: PlacedPage, library: Library) -> None:
    """As attributes."""
    text = html([placed], library).decode("utf-8")
    assert '<span lang="fr">Encore</span>' in text
    assert '<span lang="ja">の花</span>' in text


def test_the_file_is_exact(pdf: bytes, page: Page) -> None:
    """Text, roles and languages."""
    assert jxprint.check(pdf, page).findings == ()


def other(document: pikepdf.Pdf) -> None:
    """German is called French."""
    next(one for one in elements(document) if one["/Lang"] == "de")["/Lang"] = pikepdf.String("fr")


def taken(document: pikepdf.Pdf) -> None:
    """French is said in Chinese."""
    del next(one for one in elements(document) if one["/Lang"] == "fr")["/Lang"]


def given(document: pikepdf.Pdf) -> None:
    """A paragraph about foreign words is called foreign."""
    part = next(one for one in elements(document) if one["/Lang"] == "de")["/P"]
    part["/Lang"] = pikepdf.String("ja")


@pytest.mark.parametrize("spoil", [other, taken, given])
def test_words_under_another_language_are_told(pdf: bytes, page: Page, spoil: Callable[[pikepdf.Pdf], None]) -> None:
    """Though the page has words in each of them."""
    with pikepdf.open(BytesIO(pdf)) as document:
        spoil(document)
        sink = BytesIO()
        document.save(sink)
    assert {one.key for one in jxprint.check(sink.getvalue(), page).findings} == {"checks.language"}


def test_exchange_keeps_it() -> None:
    """As an attribute of a span, out and in again."""
    passage = read_passage("唱{外文:Ode|de}一曲", Place(), [])
    assert html_of(passage) == '唱<span lang="de">Ode</span>一曲'
    blocks = read_html(f"<p>{html_of(passage)}</p>", is_exact=True)
    assert [(piece.text, [mark[:2] for mark in piece.marks]) for piece in blocks.roughs[0].pieces] == [
        ("唱", []),
        ("Ode", [("lang", "de")]),
        ("一曲", []),
    ]
