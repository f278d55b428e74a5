"""What did not change is not written again, and nobody can tell from the bytes."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jxprint import compose
from jxprint.composition.lines import Setting, set_line
from jxprint.fonts import Library
from jxprint.geometry import Rect
from jxprint.model import Page, Story
from jxprint.placed import Article, PlacedPage, TextBlock
from jxprint.writers.pdf import Deflater, PdfWriter, collect
from jxprint.writers.pdf.deflate import Known, deflated, parted

_PIECES = st.lists(st.binary(max_size=300), max_size=8)


@given(_PIECES, st.lists(_PIECES, max_size=3))
def test_pieces_are_one_stream(pieces: list[bytes], earlier: list[list[bytes]]) -> None:
    """Inflated it is what went in; what was deflated before leaves no trace in it."""
    known = Known()
    for others in earlier:
        deflated(others, known)
        known.turn()
    made = deflated(pieces, known)
    assert zlib.decompress(made) == b"".join(pieces)
    assert made == deflated(pieces)


@given(st.binary(max_size=3000), st.integers(0, 3000), st.binary(max_size=50))
def test_a_part_more_leaves_the_other_parts(program: bytes, place: int, glyph: bytes) -> None:
    """Parts depend on the bytes around their ends: those before the change stay, and those behind it."""
    end = b"\x0e\xf8\x01"
    program = end.join([program, program[::-1], program])
    place = min(place, len(program))
    before, after = parted(program), parted(program[:place] + glyph + program[place:])
    assert b"".join(before) == program
    assert len(set(after) - set(before)) <= 3 + glyph.count(b"\x0e\xf8")


def test_what_was_not_used_in_a_build_is_forgotten() -> None:
    """Memory holds two builds, however many there are."""
    known = Known()
    for number in range(50):
        known.turn()
        deflated([b"%d" % number], known)
    assert len(known) == 2


def _with(page: Page, number: int, char: str) -> Page:
    """The page with a character of its first story exchanged, each time at another place."""
    at, story = next((at, part) for at, part in enumerate(page.parts) if isinstance(part, Story))
    first = story.paragraphs[0]
    text = first.passage.text
    place = 20 + 7 * number
    changed = replace(first, passage=replace(first.passage, text=text[:place] + char + text[place + 1 :]))
    edited = replace(story, paragraphs=(changed, *story.paragraphs[1:]))
    return replace(page, parts=(*page.parts[:at], edited, *page.parts[at + 1 :]))


@pytest.mark.parametrize("chars", ["镍咖镍啡", "A镍①B", "，！：；"])
def test_a_build_after_others_is_as_the_first(jiaxing: Page, library: Library, chars: str) -> None:
    """New Han characters, new kinds of glyphs, marks: page after page by one writer is what a new writer makes."""
    writer = PdfWriter(library)
    for number, char in enumerate(chars):
        page = compose(_with(jiaxing, number, char), library)
        assert writer.write([page]) == PdfWriter(library).write([page])


def test_a_new_character_leaves_what_was_written(jiaxing: Page, library: Library) -> None:
    """Codes do not move: articles that were written with the page's glyphs are right beside the new one."""
    writer = PdfWriter(library)
    with Deflater() as deflater:
        first, _ = writer.number(collect([compose(jiaxing, library)]), deflater)
        second, _ = writer.number(collect([compose(_with(jiaxing, 0, "镍"), library)]), deflater)
    assert second.written is first.written
    assert second.faces["song-regular"][0].shown is first.faces["song-regular"][0].shown
    assert second.faces["song-regular"][0].texts != first.faces["song-regular"][0].texts


def test_another_text_of_an_outline_forgets_what_was_written(torture: Page, jiaxing: Page, library: Library) -> None:
    """Where one outline served one character and serves two now, its code may mean the other."""
    writer = PdfWriter(library)
    with Deflater() as deflater:
        first, _ = writer.number(collect([compose(torture, library)]), deflater)
        second, _ = writer.number(collect([compose(jiaxing, library)]), deflater)
    assert second.written is not first.written


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents=st.lists(st.lists(st.integers(0, 99), min_size=1, max_size=3, unique=True), min_size=2, max_size=4))
@example(documents=[[2, 30], [3], [2, 31]])
@example(documents=[[28, 4], [58, 4]])
def test_whatever_a_writer_wrote_before_its_next_file_is_that_of_a_new_one(
    pool: list[tuple[PlacedPage, Article]], library: Library, documents: list[list[int]]
) -> None:
    """Articles of all pages, some in a document and gone from the next: faces come and go, outlines change texts."""
    writer = PdfWriter(library)
    for numbers in documents:
        chosen = [pool[number % len(pool)] for number in numbers]
        page = replace(chosen[0][0], articles=tuple(article for _, article in chosen), under=(), over=())
        assert writer.write([page]) == PdfWriter(library).write([page])


def _of_one_line(library: Library, text: str, role: str) -> Article:
    line = set_line(text, Setting(library.chain(role, "regular"), 10.0, 100.0, align="start"))
    placed = line.at(20.0, 30.0, part="A", field="paragraph", index=0)
    frame = Rect(20.0, 20.0, 100.0, 12.0)
    return Article("A", "story", text, frame, (TextBlock("body", "paragraph", 0, (placed,), (frame,)),))


def test_a_face_that_was_away_may_have_other_texts(jiaxing_placed: PlacedPage, library: Library) -> None:
    """An outline shows ‧ in one document; its face is not in the next; in the third it shows • too: ‧ is still ‧."""
    writer = PdfWriter(library)
    dot, bullet = _of_one_line(library, "市‧民", "hei"), _of_one_line(library, "•", "hei")
    plain = _of_one_line(library, "市", "song")
    for articles in ((dot,), (plain,), (dot, bullet), (bullet,), (plain, dot)):
        page = replace(jiaxing_placed, articles=articles, under=(), over=())
        assert writer.write([page]) == PdfWriter(library).write([page])


@pytest.fixture(scope="module")
def pool(
    jiaxing_placed: PlacedPage,
    torture_placed: PlacedPage,
    vertical_placed: PlacedPage,
    marked: Page,
    library: Library,
) -> list[tuple[PlacedPage, Article]]:
    """Articles of pages that share faces and outlines, each with its page."""
    pages = (torture_placed, vertical_placed, compose(marked, library), jiaxing_placed)
    return [(page, article) for page in pages for article in page.articles]
