"""Stories that jump, sabotaged at the cut: whatever is lost, doubled or altered there is told."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace

import jxprint
from jxprint.checker.jumped import with_cuts
from jxprint.description.editions import orders_of, read_pages
from jxprint.edition.share import Share
from jxprint.errors import Finding
from jxprint.fonts import Library
from jxprint.model import Page, Paragraph, Passage, Story
from jxprint.placed import Article, PlacedPage, TextBlock, TextLine

ISSUE = Path(__file__).parent / "pages" / "issue"

Lines = tuple[TextLine, ...]


@pytest.fixture(scope="module")
def pages() -> tuple[Page, ...]:
    """The small edition as described."""
    return read_pages([ISSUE]).pages


@pytest.fixture(scope="module")
def placed() -> tuple[PlacedPage, ...]:
    """And as composed."""
    orders = orders_of([ISSUE])
    share = Share(orders.pages, orders.pages[0].folder, numbers=orders.numbers)
    share.compose(lambda key, number, of: None, len(orders.pages))
    return share.placed


def told(placed: tuple[PlacedPage, ...], pages: tuple[Page, ...], library: Library) -> list[Finding]:
    """What the checker says of pages as one file."""
    sink = BytesIO()
    jxprint.write(list(placed), library, sink)
    return [one for one in jxprint.check(sink.getvalue(), pages).findings if one.key != "checks.out_of_frame"]


def spoiled(
    placed: tuple[PlacedPage, ...], at: int, letter: str, spoil: Callable[[Article], Article]
) -> tuple[PlacedPage, ...]:
    """The pages after `spoil` has been at one article."""
    articles = tuple(spoil(one) if one.part == letter else one for one in placed[at].articles)
    return (*placed[:at], replace(placed[at], articles=articles), *placed[at + 1 :])


def blocks(article: Article, role: str) -> list[TextBlock]:
    """Its blocks of one role."""
    return [block for block in article.text_blocks() if block.role == role]


def with_lines(article: Article, block: TextBlock, lines: Lines) -> Article:
    """The article with other lines in one block, none where there are none."""
    frames = block.frames[: len({line.leg for line in lines})]
    new = (replace(block, lines=lines, frames=frames),) if lines else ()
    found = [one for old in article.blocks for one in (new if old is block else (old,))]
    return replace(article, blocks=tuple(found))


def without_last_line(article: Article) -> Article:
    """The last line before the cut is gone."""
    last = blocks(article, "body")[-1]
    return with_lines(article, last, last.lines[:-1])


def without_first_line(article: Article) -> Article:
    """The first line behind the cut is gone."""
    first = blocks(article, "body")[0]
    return with_lines(article, first, first.lines[1:])


def without_jump_line(article: Article) -> Article:
    """Nobody says where the story goes on."""
    line = blocks(article, "jump")[0]
    return with_lines(article, line, ())


def with_another_page(article: Article) -> Article:
    """The jump line leads elsewhere."""
    block = blocks(article, "jump")[0]
    (line,) = block.lines
    runs = tuple(replace(run, text=run.text.replace("2", "3").replace("1", "3")) for run in line.runs)
    return with_lines(article, block, (replace(line, runs=runs),))


def with_an_altered_character(article: Article) -> Article:
    """One character next to the cut is another."""
    last = blocks(article, "body")[-1] if article.part == "A" else blocks(article, "body")[0]
    at = -1 if article.part == "A" else 0
    line = last.lines[at]
    run = line.runs[at]
    text = run.text[:-1] + "误" if at else "误" + run.text[1:]
    runs = tuple(replace(run, text=text) if one is run else one for one in line.runs)
    lines = tuple(replace(line, runs=runs) if one is line else one for one in last.lines)
    return with_lines(article, last, lines)


def test_sound_pages_are_sound(placed: tuple[PlacedPage, ...], pages: tuple[Page, ...], library: Library) -> None:
    """Before anybody spoils them."""
    assert told(placed, pages, library) == []


@pytest.mark.parametrize(
    ("at", "letter", "spoil", "key"),
    [
        (0, "A", without_last_line, "checks.missing"),
        (1, "K", without_first_line, "checks.missing"),
        (0, "A", without_jump_line, "checks.missing"),
        (1, "K", without_jump_line, "checks.missing"),
        (0, "A", with_another_page, "checks.altered"),
        (1, "K", with_another_page, "checks.altered"),
        (0, "A", with_an_altered_character, "checks.altered"),
        (1, "K", with_an_altered_character, "checks.altered"),
        (1, "W", without_last_line, "checks.missing"),
        (1, "V", without_first_line, "checks.missing"),
    ],
)
def test_what_happens_at_a_cut_is_told(
    placed: tuple[PlacedPage, ...],
    pages: tuple[Page, ...],
    library: Library,
    at: int,
    letter: str,
    spoil: Callable[[Article], Article],
    key: str,
) -> None:
    """By its kind, and little else: the parts of the story are not told whole."""
    findings = told(spoiled(placed, at, letter, spoil), pages, library)
    texts = [one for one in findings if one.key in ("checks.missing", "checks.extra", "checks.altered", "checks.moved")]
    assert key in {one.key for one in texts}, findings
    assert max(len(str(one.args["expected"])) + len(str(one.args["read"])) for one in texts) < 60
    assert len(texts) <= 4


def test_a_line_over_on_both_pages_is_told(
    placed: tuple[PlacedPage, ...], pages: tuple[Page, ...], library: Library
) -> None:
    """The last line before the cut comes again behind it."""
    front = next(one for one in placed[0].articles if one.part == "A")
    line = blocks(front, "body")[-1].lines[-1]

    def again(article: Article) -> Article:
        first = blocks(article, "body")[0]
        shift = first.lines[0].y - line.y
        runs = tuple(replace(run, y=run.y + shift - 15.0) for run in line.runs)
        return with_lines(article, first, (replace(line, runs=runs, y=first.lines[0].y - 15.0, leg=0), *first.lines))

    findings = told(spoiled(placed, 1, "K", again), pages, library)
    extra = [one for one in findings if one.key == "checks.extra"]
    assert line.text in "".join(str(one.args["read"]) for one in extra)


def test_a_file_without_the_other_page_is_no_proof(
    placed: tuple[PlacedPage, ...], pages: tuple[Page, ...], library: Library
) -> None:
    """Fewer pages than the edition has: told, and no more than that is expected of the others."""
    findings = told(placed[:1], pages, library)
    assert "checks.page_count" in {one.key for one in findings}


def test_where_the_file_shows_no_cut_all_is_expected_at_the_beginning(pages: tuple[Page, ...]) -> None:
    """Nothing is forgiven because nothing was found."""
    expected = with_cuts(pages, {})
    whole = "".join(page.whole.text for page in expected)
    assert "桥面用422块青石板铺成" in expected[0].whole.text
    assert whole.count("桥面用422块青石板铺成") == 1


def test_page_labels_are_proved(placed: tuple[PlacedPage, ...], pages: tuple[Page, ...], library: Library) -> None:
    """A reader that shows another number than the folio is told; and what leads to the right one leads nowhere."""
    wrong = (replace(placed[0], label="7"), *placed[1:])
    assert {one.key for one in told(wrong, pages, library)} == {"checks.page_label", "checks.link"}


def test_a_story_that_says_one_thing_over_and_over_is_cut_in_time(pages: tuple[Page, ...]) -> None:
    """Thousands of places look like the cut; the lengths of both parts tell it."""
    front, city = pages[0], pages[1]
    part = front.part("A")
    assert isinstance(part, Story)
    paragraphs = (Paragraph(Passage("的" * 20_000)),)
    parts = tuple(replace(part, paragraphs=paragraphs) if one is part else one for one in front.parts)
    pages = (replace(front, parts=parts), city, *pages[2:])
    head = "历时三个月的勘查结束双桥镇老桥下月开修祝 琳"
    printed = {
        0: [("bridge", head + "的" * 7_000 + "（下转第2版）")],
        1: [("bridge", "双桥镇老桥开修桥面石板逐块编号（上接第1版）" + "的" * 13_000)],
    }
    expected = with_cuts(pages, printed)
    assert [page.whole.text.count("的" * 1_000) for page in expected[:2]] == [7, 13]
