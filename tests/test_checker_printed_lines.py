"""The lines of a finished file read back: as they were placed, leg by leg, or one clear refusal."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

import jxprint
from jxprint.checker.printed_lines import Legs, read_printed
from jxprint.errors import PdfError
from jxprint.fonts import Library
from jxprint.model import PrintedArticle, PrintedBlock, PrintedLine, PrintedPage
from jxprint.placed import Article, PlacedPage
from sabotage import spoiled

PAGES = Path(__file__).resolve().parent / "pages"


def written(placed: PlacedPage, library: Library) -> bytes:
    """A page as a file in memory."""
    sink = BytesIO()
    jxprint.write([placed], library, sink)
    return sink.getvalue()


def lines_of(article: Article) -> list[PrintedLine]:
    """The lines of an article as placed, readings left out."""
    return [
        PrintedLine("".join(run.text for run in line.runs if run.inline != "reading"), line.leg)
        for block in article.text_blocks()
        for line in block.lines
    ]


def assert_read_back(placed: PlacedPage, pdf: bytes) -> None:
    """Every line of every article, with its leg, in order."""
    (page,) = read_printed(pdf, "page.pdf")
    articles = [article for article in placed.articles if any(article.text_blocks())]
    assert [article.title for article in page.articles] == [article.label for article in articles]
    for article, read in zip(articles, page.articles, strict=True):
        assert [line for block in read.blocks for line in block.lines] == lines_of(article)


def test_the_first_page_reads_back_line_by_line(jiaxing_placed: PlacedPage, jiaxing_pdf: bytes) -> None:
    """Paragraphs over two legs, a standfirst at a pitch of its own, captions."""
    assert_read_back(jiaxing_placed, jiaxing_pdf)


@pytest.mark.parametrize("name", ["marked", "torture", "vertical", "beside"])
def test_other_pages_read_back_line_by_line(name: str, library: Library) -> None:
    """Links, readings, sub- and superscripts; characters beyond the basic plane; columns from right to left."""
    placed = jxprint.compose(jxprint.read_page(PAGES / name), library)
    assert_read_back(placed, written(placed, library))


def test_legs_of_one_measure_are_counted_on_where_it_ends_in_a_half() -> None:
    """13 em of 9.5 pt are 123.5 pt, and files round: 123.49 and 123.51 are one measure."""
    legs = Legs()
    boxes = [(x, 100.0, x + measure, 200.0) for x, measure in ((52.51, 123.49), (190.26, 123.51), (328.0, 123.5))]
    assert [legs.number(box, False)[0] for box in [*boxes, boxes[1]]] == [0, 1, 2, 1]
    assert legs.number((52.49, 20.0, 176.01, 90.0), False)[0] == 0
    assert legs.number((52.51, 20.0, 313.8, 90.0), False)[0] == 0


def test_paragraphs_are_blocks_with_the_measure_of_their_legs(jiaxing_pdf: bytes) -> None:
    """A story's head stands over the whole width, its text in legs of one base column."""
    (page,) = read_printed(jiaxing_pdf, "page.pdf")
    (story,) = page.matched(["xiuzhou"])
    assert story is not None
    assert [round(block.measure) for block in story.blocks] == [656, 656, 155, 155, 155]
    assert [sorted({line.leg for line in block.lines}) for block in story.blocks[2:]] == [[0], [0, 1, 2], [2, 3]]


def test_articles_of_one_title_are_matched_in_order() -> None:
    """And a title that was not printed has none."""
    one, other = (PrintedArticle("a", (PrintedBlock((PrintedLine(text),)),)) for text in "一二")
    assert list(PrintedPage((one, other)).matched(["a", "b", "a", "a"])) == [one, None, other, None]


def refusal(pdf: bytes) -> str:
    """The key of the one finding that a file is refused with."""
    with pytest.raises(PdfError) as refused:
        read_printed(pdf, "page.pdf")
    (finding,) = refused.value.findings
    assert finding.place.file == "page.pdf"
    assert str(refused.value)
    return finding.key


def test_a_file_without_tags_is_refused(jiaxing_pdf: bytes) -> None:
    """The tree is gone, or has no articles of ours."""

    def untag(document: pikepdf.Pdf) -> None:
        del document.Root["/StructTreeRoot"]

    def rename(document: pikepdf.Pdf) -> None:
        for article in document.Root["/StructTreeRoot"]["/K"]["/K"]:
            article["/S"] = pikepdf.Name("/Sect")

    assert refusal(spoiled(jiaxing_pdf, untag)) == "checks.nothing_to_hold"
    assert refusal(spoiled(jiaxing_pdf, rename)) == "checks.nothing_to_hold"


def test_a_damaged_or_encrypted_file_is_refused(jiaxing_pdf: bytes) -> None:
    """Half a file, a tree that bites its tail, a box without corners, a password."""

    def loop(document: pikepdf.Pdf) -> None:
        article = document.Root["/StructTreeRoot"]["/K"]["/K"][3]
        article["/K"] = pikepdf.Array([article])

    def unbox(document: pikepdf.Pdf) -> None:
        element = document.Root["/StructTreeRoot"]["/K"]["/K"][0]["/K"]
        element["/A"] = pikepdf.Dictionary(O=pikepdf.Name("/Layout"), BBox=pikepdf.Array([1, 2]))

    assert refusal(jiaxing_pdf[:50_000]) == "checks.damaged"
    assert refusal(b"no PDF at all") == "checks.damaged"
    assert refusal(spoiled(jiaxing_pdf, loop)) == "checks.damaged"
    assert refusal(spoiled(jiaxing_pdf, unbox)) == "checks.damaged"
    sink = BytesIO()
    with pikepdf.Pdf.open(BytesIO(jiaxing_pdf)) as document:
        document.save(sink, encryption=pikepdf.Encryption(owner="o", user="u"))
    assert refusal(sink.getvalue()) == "checks.encrypted"
