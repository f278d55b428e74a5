"""The law: whatever page is composed and written as it should be is exact."""

from __future__ import annotations

from io import BytesIO

from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import jxprint
from jxprint.errors import FontError, OversetError
from jxprint.fonts import Library
from jxprint.model import (
    CaptionPlace,
    Dummy,
    Grid,
    Masthead,
    Page,
    Paragraph,
    Part,
    Passage,
    Picture,
    Shot,
    Standfirst,
    Story,
)

# Few words, so that parts often say the same; whites and marks that readers take for something else.
WORDS = (
    "嘉兴", "段。", "正文正文", "张三李四", "“引号”", "12:30", "一", "（括号），。", "——", "……", "abc-def", "！？",
)  # fmt: skip
WHITE = ("", "", "\u0020", "\u0020\u0020", "\u3000", "\u00a0", "\u2003", "\u0020\u3000", "\u3000\u3000")


def texts(most: int) -> st.SearchStrategy[Passage]:
    """Copy of up to `most` words, with white or without between them."""
    pieces = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(WHITE)), min_size=1, max_size=most)
    return pieces.map(lambda pairs: Passage("".join(word + white for word, white in pairs).strip()))


SHORT = st.sampled_from(("嘉兴", "一", "段。", "一\u3000一", "一\u0020\u0020一")).map(Passage)
PARAGRAPHS = st.lists(
    st.builds(Paragraph, st.one_of(texts(1), texts(3), texts(20)), st.sampled_from(("body", "body", "subhead"))),
    max_size=7,
).map(tuple)


@st.composite
def stories(draw: st.DrawFn, letter: str, span: int) -> Story:
    """A story with any of its pieces, over as many legs as columns, one, or twice as many."""
    paragraphs = draw(PARAGRAPHS)
    is_bodied = any(one.kind == "body" for one in paragraphs)
    return Story(
        letter=letter,
        name=letter,
        kicker=draw(st.lists(SHORT, max_size=1).map(tuple)),
        headline=draw(st.lists(SHORT, max_size=2).map(tuple)),
        byline=draw(st.lists(SHORT, max_size=2).map(tuple)),
        dateline=draw(st.none() | st.just(Passage("本报讯\u3000"))) if is_bodied else None,
        paragraphs=paragraphs if is_bodied else (*paragraphs, Paragraph(Passage("段。"))),
        legs=draw(st.sampled_from((None, None, 1, 2 * span))),
    )


@st.composite
def parts(draw: st.DrawFn, letter: str, span: int) -> Part:
    """A story more often than anything else."""
    kind = draw(st.sampled_from(("story", "story", "story", "picture", "standfirst", "masthead")))
    if kind == "story":
        return draw(stories(letter, span))
    if kind == "picture":
        caption, credit = draw(st.none() | texts(5)), draw(st.none() | SHORT)
        place = CaptionPlace(draw(st.sampled_from(("below", "below", "above", "over", *["beside"] * (span > 1)))))
        group = (Shot(aspect=1.5, alt="甲"), Shot(label=Passage("图②")))[: draw(st.sampled_from((0, 0, 2)))]
        aspect = 2.0 if place.side == "below" else 1.0
        return Picture(letter=letter, aspect=aspect, caption=caption, credit=credit, caption_place=place, group=group)
    if kind == "standfirst":
        paragraphs = draw(st.lists(st.builds(Paragraph, texts(6)), min_size=1, max_size=2).map(tuple))
        return Standfirst(letter=letter, paragraphs=paragraphs, legs=draw(st.sampled_from((None, min(2, span)))))
    return Masthead(letter=letter, text=Passage("嘉兴"))


@st.composite
def drawings(draw: st.DrawFn) -> tuple[tuple[str, ...], list[Part]]:
    """Rows of rectangles and their parts, which need not be told from left to right."""
    columns = draw(st.integers(1, 5))
    letters = iter("ABCDEFGHIJKLMNOP")
    rows: list[str] = []
    placed: list[Part] = []
    for _ in range(draw(st.integers(1, 3))):
        row = ""
        while len(row) < columns:
            letter, span = next(letters), draw(st.integers(1, columns - len(row)))
            row += letter * span
            placed.append(draw(parts(letter, span)))
        rows.append(row)
    return tuple(rows), draw(st.permutations(placed)) if draw(st.booleans()) else placed


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large),
)
@given(drawn=drawings(), measure=st.sampled_from((10.0, 12.5, 15.5)), gap=st.sampled_from((0.0, 1.2, 2.0)))
def test_a_page_as_it_left_the_build_is_exact(
    drawn: tuple[tuple[str, ...], list[Part]], measure: float, gap: float, torture: Page, library: Library
) -> None:
    """By both readers, in all three orders."""
    rows, placed = drawn
    grid = Grid(len(rows[0]), measure, gap, 10.0, 15.0)
    sheet = replace(torture.sheet, width_pt=10 * grid.span_em(grid.columns) + 60, height_pt=9000)
    sheet = replace(sheet, left_pt=30, right_pt=30)
    page = replace(torture, sheet=sheet, grid=grid, dummy=Dummy(tuple(map(tuple, rows))), parts=tuple(placed))
    sink = BytesIO()
    try:
        jxprint.write([jxprint.compose(page, library)], library, sink)
    except (FontError, OversetError):
        reject()
    report = jxprint.check(sink.getvalue(), page)
    assert report.ok, report.lines("en")
