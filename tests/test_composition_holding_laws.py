"""Laws of late corrections on the first page: one paragraph changes by a few characters, the page is held to itself."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

import jxprint
from jxprint.checker.printed_lines import read_printed
from jxprint.composition import compose
from jxprint.composition.desk import Desk
from jxprint.composition.drawing import areas
from jxprint.composition.frame import frame_of
from jxprint.composition.lines import set_paragraph
from jxprint.composition.lines.pairs import ENDS, STARTS
from jxprint.composition.standfirsts import StandfirstDraft
from jxprint.composition.stories import body_copy
from jxprint.edition.moved import moved_lines
from jxprint.errors import OversetError
from jxprint.fonts import Library
from jxprint.model import Held, Page, Standfirst, Story
from jxprint.placed import Article, PlacedPage
from jxprint.text.classes import classify

PAGES = Path(__file__).resolve().parent / "pages"
LAW = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
HAN_AND_MARKS = st.text("的人才在城市中年，。“”《》0123", min_size=1, max_size=6)
PIECES = st.one_of(HAN_AND_MARKS, st.sampled_from(["——", "A4", "？！"]))


# Part and paragraph by number (modulo), where in it, what is put there, how much is taken away.
Drawn = tuple[int, int, float, str, int]


class Correction(Struct, frozen=True):
    """A paragraph of a part, before and after."""

    part: Story | Standfirst
    index: int
    old: str
    new: str


class FirstPage:
    """The first page: the model, as placed, as printed. (No record: Hypothesis would print all of it.)"""

    def __init__(self, page: Page, placed: PlacedPage, library: Library, pdf: bytes) -> None:
        self.page = page
        self.placed = placed
        self.library = library
        self.pdf = pdf
        self.printed = read_printed(pdf, "jiaxing.pdf")[0]

    def held(self, page: Page, *, move_legs: bool = False) -> PlacedPage | None:
        """A correction held to what was printed, None where that is refused: for a leg or, text moved, for the foot."""
        try:
            return compose(page, self.library, Held(self.printed, move_legs))
        except OversetError as refusal:
            for finding in refusal.findings:
                assert finding.key.startswith("composition.held_leg_") != move_legs
            return None


@pytest.fixture(scope="module")
def first(jiaxing: Page, jiaxing_placed: PlacedPage, library: Library, jiaxing_pdf: bytes) -> FirstPage:
    """The first page."""
    return FirstPage(jiaxing, jiaxing_placed, library, jiaxing_pdf)


@st.composite
def corrections(draw: st.DrawFn) -> Drawn:
    """One to six characters put in, taken away or exchanged somewhere on the page."""
    added = draw(st.one_of(st.just(""), PIECES))
    return (
        draw(st.integers(0, 99)),
        draw(st.integers(0, 99)),
        draw(st.floats(0, 1)),
        added,
        draw(st.integers(0 if added else 1, 6)),
    )


def corrected(page: Page, drawn: Drawn) -> tuple[Page, Correction]:
    """The page with one paragraph changed."""
    which, number, share, added, taken = drawn
    parts = [part for part in page.parts if isinstance(part, (Story, Standfirst))]
    part = parts[which % len(parts)]
    index = number % len(part.paragraphs)
    old = part.paragraphs[index].text
    at = round(share * (len(old) - 7))
    new = old[:at] + added + old[at + taken :]
    assume(new != old)
    passage = replace(part.paragraphs[index].passage, text=new)
    paragraphs = list(part.paragraphs)
    paragraphs[index] = replace(paragraphs[index], passage=passage)
    changed = replace(part, paragraphs=tuple(paragraphs))
    others = tuple(changed if one is part else one for one in page.parts)
    return replace(page, parts=others), Correction(part, index, old, new)


def texts(article: Article, index: int) -> list[tuple[str, int]]:
    """Lines of a paragraph with their legs."""
    return [
        ("".join(run.text for run in line.runs), line.leg)
        for block in article.text_blocks()
        if block.field == "paragraph" and block.index == index
        for line in block.lines
    ]


def article(page: PlacedPage, letter: str) -> Article:
    """The article of a part."""
    return next(one for one in page.articles if one.part == letter)


def as_lines(lines: list[tuple[str, int]]) -> Iterator[tuple[int, int, str, int]]:
    """Lines with the code points that they are: (start, end, text, leg)."""
    at = 0
    for text, leg in lines:
        yield at, at + len(text), text, leg
        at += len(text)


@LAW
@given(drawn=corrections())
def test_a_correction_moves_lines_of_its_own_paragraph_alone(drawn: Drawn, first: FirstPage) -> None:
    """Nothing is lost; every other paragraph of the page stands; no line starts or ends where it may not."""
    page, correction = corrected(first.page, drawn)
    placed = first.held(page)
    assume(placed is not None)
    assert placed is not None
    part, index = correction.part, correction.index
    after = texts(article(placed, part.letter), index)
    assert "".join(text for text, _ in after).endswith(correction.new)
    for before, now in zip(first.placed.articles, placed.articles, strict=True):
        for other in {block.index for block in before.text_blocks() if block.field == "paragraph"}:
            if (other, before.part) != (index, part.letter):
                assert texts(before, other) == texts(now, other)
    name = part.name if isinstance(part, Story) else part.letter
    moved = moved_lines(page, placed, first.printed)
    assert {(one.part, one.number) for one in moved.moved} == {(name, index + 1)}
    assert not moved.gone
    assert_legal([text for text, _ in after], page)


def assert_legal(lines: list[str], page: Page) -> None:
    """No forbidden start or end."""
    level = page.style.punctuation.level
    classes = classify("".join(lines))
    at = 0
    for line in lines[:-1]:
        at += len(line)
        assert classes[at] not in STARTS[level], lines
        assert classes[at - 1] not in ENDS[level], lines


@LAW
@given(drawn=corrections())
@example(drawn=(7, 3, 1.0, "", 6))
def test_lines_before_the_change_stand_and_behind_it_they_meet_for_good(drawn: Drawn, first: FirstPage) -> None:
    """Every line that ends before the change is as it was, but for the last, whose end hangs on what stands behind it
    now; from the first old break behind the change on all are old ones. Where the paragraph has another number of lines
    on these terms it has to give way.
    """
    page, correction = corrected(first.page, drawn)
    placed = first.held(page)
    assume(placed is not None)
    assert placed is not None
    letter, index = correction.part.letter, correction.index
    before = list(as_lines(texts(article(first.placed, letter), index)))
    after = list(as_lines(texts(article(placed, letter), index)))
    assume(not gave_way(page, correction, first, [line[2] for line in before]))
    old, new = "".join(line[2] for line in before), "".join(line[2] for line in after)
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    tail = next((at for at in range(shorter - head) if old[-1 - at] != new[-1 - at]), shorter - head)
    tail = max(tail, 1)  # where the paragraph ends they meet, though the last character itself went
    for line in [line for line in before if line[1] < head][:-1]:
        assert line in after
    shift = len(new) - len(old)
    ends = [line[1] + shift for line in before if line[1] > len(old) - tail]
    now = [line[1] for line in after if line[1] > len(new) - tail]
    met = next(end for end in now if end in ends)
    assert [end for end in now if end >= met] == [end for end in ends if end >= met]


def gave_way(page: Page, correction: Correction, first: FirstPage, before: list[str]) -> bool:
    """Whether the paragraph, its breaks held and nothing asked of its length, has another number of lines."""
    desk = Desk(page, first.library, frame_of(page), areas(page.dummy))
    part = page.part(correction.part.letter)
    assert isinstance(part, (Story, Standfirst))
    if isinstance(part, Story):
        copy = list(body_copy(desk, part, desk.frame.column_width))[correction.index]
        text, setting = copy.passage.text, copy.setting
    else:
        measure = StandfirstDraft(desk, part, desk.room(part.letter)).measure
        size = desk.type_style("standfirst").size_over(desk.areas[part.letter].span)
        text, setting = correction.new, desk.setting("standfirst", measure, size_pt=size)
    return len(set_paragraph(text, setting, held=tuple(before))) != len(before)


@LAW
@given(drawn=corrections())
def test_held_to_itself_a_corrected_page_stays(drawn: Drawn, first: FirstPage) -> None:
    """The file of a correction, its legs dealt anew where they had to be, held to itself is the same file."""
    page, _ = corrected(first.page, drawn)
    placed = first.held(page, move_legs=True)
    assume(placed is not None)
    assert placed is not None
    pdf = written(placed, first.library)
    again = compose(page, first.library, Held(read_printed(pdf, "again.pdf")[0]))
    assert written(again, first.library) == pdf


def written(placed: PlacedPage, library: Library) -> bytes:
    """A page as a file in memory."""
    sink = BytesIO()
    jxprint.write([placed], library, sink)
    return sink.getvalue()


def test_an_unchanged_page_is_the_same_file(first: FirstPage) -> None:
    """Byte for byte, and nothing is listed."""
    placed = compose(first.page, first.library, Held(first.printed))
    assert written(placed, first.library) == first.pdf
    assert moved_lines(first.page, placed, first.printed).moved == ()


@pytest.mark.parametrize("name", ["marked", "torture", "vertical", "beside"])
def test_other_unchanged_pages_are_the_same_files(name: str, library: Library) -> None:
    """Marked copy, rare characters, vertical columns."""
    page = jxprint.read_page(PAGES / name)
    pdf = written(compose(page, library), library)
    assert written(compose(page, library, Held(read_printed(pdf, name)[0])), library) == pdf
