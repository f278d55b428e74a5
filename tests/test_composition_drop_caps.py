"""Drop caps (首字下沉): on the grid, at the edge of the first leg, and part of the paragraph that they open."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import jxprint
from jxprint.composition.cuts import cheapest_cuts, lines_of, shortened
from jxprint.composition.drop_caps import cap_length
from jxprint.composition.making_up import make_up
from jxprint.composition.stories import StoryDraft
from jxprint.errors import DescriptionError, Finding, JxprintError, OversetError, Place
from jxprint.fonts import Library
from jxprint.messages import render
from jxprint.model import Dummy, Grid, Markup, Page, Paragraph, Passage, Story
from jxprint.model.style import TypeStyle
from jxprint.placed import GlyphRun, Initial, PlacedPage, TextBlock, TextLine
from jxprint.placed.figures import typography
from sabotage import pdf_of

PAGE = Path(__file__).parent / "pages" / "drop_caps"
TEXT = "河边的水位尺换成了新的，刻度用白漆重描过一遍。每天清早，值班的人沿着石阶走下去，把读数记在本子上。"
BODY, PITCH, MEASURE = 10.0, 15.0, 170.0
EM_TOP = 0.88


@pytest.fixture(scope="module")
def page() -> Page:
    """The page of drop caps as described."""
    return jxprint.read_page(PAGE)


@pytest.fixture(scope="module")
def placed(page: Page, library: Library) -> PlacedPage:
    """The same as composed."""
    return jxprint.compose(page, library)


def alone(page: Page, *texts: str, lines: int = 3, measure: float = 17.0, markup: tuple[Markup, ...] = ()) -> Page:
    """A page of one story over two columns, in two legs."""
    first, *more = texts
    paragraphs = (
        Paragraph(Passage(first, Place("a.txt", 3, 1), markup)),
        *(Paragraph(Passage(text, Place("a.txt", number, 1))) for number, text in enumerate(more, 4)),
    )
    story = Story(letter="A", name="a", headline=(), paragraphs=paragraphs, legs=2, drop_cap=lines)
    grid = Grid(2, measure, 1.2, BODY, PITCH)
    sheet = replace(page.sheet, width_pt=BODY * grid.span_em(2) + 60, height_pt=2000, left_pt=30, right_pt=30)
    return replace(page, sheet=sheet, grid=grid, dummy=Dummy((("A", "A"),)), parts=(story,))


def test_a_cut_keeps_the_lines_beside_a_cap(page: Page, library: Library) -> None:
    """Whatever is asked for: never fewer lines than the cap is deep, nor the paragraph whole."""
    for depth in (2, 3):
        made = make_up(alone(page, TEXT * 2, TEXT, TEXT, lines=depth), library)
        draft, story = made.drafts["A"], made.desk.page.part("A")
        assert isinstance(story, Story)
        assert isinstance(draft, StoryDraft)
        first, *rest = draft.set_paragraphs
        for lines in range(1, draft.lines + 2):
            cuts = {cut.paragraph: cut for cut in cheapest_cuts(lines_of(draft.set_paragraphs), lines)}
            assert len(first.lines) - (cuts[1].lines if 1 in cuts else 0) >= depth
            assert sum(cut.lines for cut in cuts.values()) == min(lines, draft.lines - depth)
            if lines <= draft.lines - depth - len(rest):
                assert all(cuts[n].lines < len(one.lines) for n, one in enumerate(rest, 2) if n in cuts)
            left = shortened(made.desk.page, story, tuple(cuts.values()))
            assert "composition.drop_cap_too_deep" not in {one.key for one in make_up(left, library).desk.findings}


def opened(placed: PlacedPage, letter: str = "A") -> tuple[TextBlock, Initial]:
    """The paragraph that begins with a story's drop cap."""
    article = next(one for one in placed.articles if one.part == letter)
    (block,) = [one for one in article.text_blocks() if one.initial is not None]
    assert block.initial is not None
    return block, block.initial


def way(runs: tuple[GlyphRun, ...]) -> float:
    """How far runs lead."""
    return sum(advance for run in runs if run.inline != "reading" for advance in run.advances)


def refused(page: Page, library: Library, kind: type[JxprintError] = OversetError) -> Finding:
    """The one finding with which a page is refused."""
    with pytest.raises(kind) as refusal:
        jxprint.compose(page, library)
    (finding,) = refusal.value.findings
    for language in ("en", "zh"):
        assert "{" not in render(finding, language)
    return finding


@pytest.mark.parametrize("lines", [2, 3])
def test_a_cap_reaches_from_the_first_line_to_the_last_beside_it(page: Page, library: Library, lines: int) -> None:
    """Its em box begins with that of line 1 and ends with that of line n: (n - 1) pitches and one body size."""
    block, initial = opened(jxprint.compose(alone(page, TEXT, lines=lines), library))
    (cap, *_) = block.lines[0].runs
    first, last = block.lines[0].runs[1], block.lines[lines - 1]
    assert cap.text == "河"
    assert cap.size == pytest.approx((lines - 1) * PITCH + BODY)
    assert cap.y - EM_TOP * cap.size == pytest.approx(first.y - EM_TOP * BODY)
    assert cap.y + (1 - EM_TOP) * cap.size == pytest.approx(last.y + (1 - EM_TOP) * BODY)
    assert cap.x == pytest.approx(block.frames[0].x)
    assert (initial.frame.y, initial.frame.bottom) == pytest.approx((first.y - 8.8, last.y + 1.2))


@pytest.mark.parametrize(("lines", "reserve"), [(2, 30.0), (3, 45.0)])
def test_lines_beside_a_cap_are_shorter_by_whole_half_ems(
    page: Page, library: Library, lines: int, reserve: float
) -> None:
    """25 pt and 40 pt with a quarter of an em come to 3 and 4.5 ems; no indent, and the lines below are full."""
    block, initial = opened(jxprint.compose(alone(page, TEXT * 2, lines=lines), library))
    edge = block.frames[0].x
    said = [block.lines[0].runs[initial.runs :], *(line.runs for line in block.lines[1:])]
    beside, below = said[:lines], said[lines:-1]
    assert [runs[0].x + (runs[0].offsets or (0.0,))[0] - edge for runs in beside] == pytest.approx([reserve] * lines)
    assert [way(runs) for runs in beside] == pytest.approx([MEASURE - reserve] * lines, abs=0.01)
    for line, runs in zip(block.lines[lines:-1], below, strict=True):
        assert runs[0].x == pytest.approx(block.frames[line.leg].x)
        assert way(runs) == pytest.approx(MEASURE, abs=0.01)
    assert initial.beside.x == pytest.approx(edge + reserve)
    assert initial.beside.width == pytest.approx(MEASURE - reserve)


def test_the_grid_holds_and_lines_fill_their_measure(placed: PlacedPage) -> None:
    """Beside caps as anywhere; what parts a cap from its line counts as no gap of the line."""
    figures = typography(placed)
    assert figures.grid_error_pt == 0
    assert figures.uneven_lines == 0
    assert figures.rescued_lines == 0
    assert figures.han_gap_max < 0.12


def test_every_kind_of_story_takes_a_cap(page: Page, placed: PlacedPage) -> None:
    """Plain legs, a box, a head inside the text or beside it, text round a quote, a story with corners."""
    for part in page.parts:
        if isinstance(part, Story):
            block, initial = opened(placed, part.letter)
            assert initial.lines == part.drop_cap
            assert {line.leg for line in block.lines[: initial.lines]} == {block.lines[0].leg}
            rows = [line.y for line in block.lines[: initial.lines]]
            assert rows == pytest.approx([rows[0] + number * PITCH for number in range(initial.lines)])


@pytest.mark.parametrize(
    ("text", "cap"),
    [
        ("河边", "河"),
        ("“河边”", "“河"),
        ("《“河”》", "《“河"),
        ("AI仪器", "A"),
        ("A river", "A "),
        ("12月", "12"),
        ("3.5米", "3.5"),
        ("1,258万元", "1,258"),
        ("15%的人", "15%"),
        ("葛\U000e0100城", "葛\U000e0100"),
        ("——河边", ""),
        ("……", ""),
        ("“", ""),
        ("", ""),
    ],
)
def test_a_cap_is_a_character_with_its_marks_or_a_number(text: str, cap: str) -> None:
    """A number is never parted, a variation stays with its character, and a dash is no cap."""
    assert text[: cap_length(text)] == cap


@pytest.mark.parametrize("text", ["A", "H", "1", "12", "AI"])
def test_latin_letters_and_figures_stand_on_the_last_baseline(page: Page, library: Library, text: str) -> None:
    """Their ink reaches from the tops of the Han of line 1 to the baseline of line n."""
    block, _ = opened(jxprint.compose(alone(page, text + TEXT), library))
    cap, said = block.lines[0].runs[:2]
    face = library.face(cap.face)
    tops = [cap.y - face.rise(glyph)[1] * cap.size for glyph in cap.glyphs]
    assert cap.y == pytest.approx(block.lines[2].y)
    assert max(tops) == pytest.approx(said.y - 0.84 * BODY, abs=0.7)
    assert min(tops) >= said.y - EM_TOP * BODY


def test_a_descender_ends_with_the_last_line(page: Page, library: Library) -> None:
    """The tail of a Q does not reach into the line below the cap."""
    block, initial = opened(jxprint.compose(alone(page, "Q形" + TEXT), library))
    cap = block.lines[0].runs[0]
    below, above = library.face(cap.face).rise(cap.glyphs[0])
    assert cap.y - below * cap.size == pytest.approx(initial.frame.bottom)
    assert cap.y - above * cap.size >= initial.frame.y


def test_a_cap_and_its_paragraph_are_one_text(placed: PlacedPage, page: Page) -> None:
    """Code points run on from the cap's, markup stays where it was, and a link that begins in the cap is one."""
    for part in page.parts:
        if not isinstance(part, Story):
            continue
        block, initial = opened(placed, part.letter)
        runs = [run for line in block.lines for run in line.runs if run.inline != "reading"]
        assert "".join(run.text for run in runs) == part.paragraphs[block.index].text
        at = 0
        for run in runs:
            assert (run.source.start, run.source.end) == (at, at + len(run.text))
            at = run.source.end
        assert runs[0].size > 2 * BODY > runs[initial.runs].size
    block, _ = opened(placed, "K")
    assert [run.text for run in block.lines[0].runs if run.link] == ["河", "边"]
    readings = [run.source for run in block.lines[0].runs if run.inline == "reading"]
    text = page.part("K").paragraphs[0].text  # type: ignore[union-attr]
    assert [text[one.start : one.end] for one in readings] == ["石", "碑"]


def test_a_style_says_the_face_of_caps(page: Page, library: Library) -> None:
    """Without its role a cap is set in the body's face."""
    plain, _ = opened(jxprint.compose(alone(page, TEXT), library))
    role = TypeStyle("hei", 10.0, "bold", ink="red")
    style = replace(page.style, roles={**page.style.roles, "drop_cap": role})
    bold, _ = opened(jxprint.compose(replace(alone(page, TEXT), style=style), library))
    assert plain.lines[0].runs[0].face == plain.lines[1].runs[0].face
    assert bold.lines[0].runs[0].face == library.chain("hei", "bold").faces[0].id
    assert bold.lines[1] == plain.lines[1]


@pytest.mark.parametrize(
    ("text", "key", "column"),
    [
        ("——" + TEXT, "composition.drop_cap_mark", 1),
        ("河，" + TEXT, "composition.drop_cap_mark", 2),
        ("“河”" + TEXT, "composition.drop_cap_mark", 3),
    ],
)
def test_text_that_begins_with_a_mark_has_no_cap(
    page: Page, library: Library, text: str, key: str, column: int
) -> None:
    """Nor one whose next character may not begin a line, for that is where it would stand."""
    finding = refused(alone(page, text), library, DescriptionError)
    assert (finding.key, finding.place.file, finding.place.line, finding.place.column) == (key, "a.txt", 3, column)


@pytest.mark.parametrize("kind", ["dots", "name", "ruby", "sup"])
def test_a_cap_with_a_sign_is_refused(page: Page, library: Library, kind: str) -> None:
    """A reading over a cap would stand in the head."""
    mark = Markup(kind, 0, 2, "hé biān" if kind == "ruby" else "")  # type: ignore[arg-type]
    page = alone(page, TEXT, markup=(mark,))
    page = replace(page, grid=replace(page.grid, pitch_pt=18.0))
    assert refused(page, library, DescriptionError).key == "composition.drop_cap_marked"


def test_a_first_paragraph_is_as_deep_as_its_cap(page: Page, library: Library) -> None:
    """What comes after it begins with an indent, and would stand beside the cap."""
    finding = refused(alone(page, TEXT[:20], TEXT), library)
    assert (finding.key, finding.args["has"], finding.args["lines"]) == ("composition.drop_cap_too_deep", 2, 3)
    assert refused(alone(page, "河", TEXT), library).key == "composition.drop_cap_too_deep"


def test_a_leg_leaves_the_lines_beside_a_cap_six_ems(page: Page, library: Library) -> None:
    """10.5 em are just enough beside a cap three lines deep; half an em less is refused."""
    assert opened(jxprint.compose(alone(page, TEXT, measure=10.5), library))
    finding = refused(alone(page, TEXT, measure=10.0), library)
    assert (finding.key, finding.args["room"], finding.args["least"]) == ("composition.drop_cap_too_wide", "5.5", "6")
    assert refused(alone(page, "20261125" + TEXT, measure=17.0), library).key == "composition.drop_cap_too_wide"


def test_a_short_story_keeps_its_cap_whole(page: Page, library: Library) -> None:
    """Three lines over two legs stand in the first: no leg ends beside a cap."""
    block, _ = opened(jxprint.compose(alone(page, TEXT[:36]), library))
    assert [line.leg for line in block.lines] == [0, 0, 0]


def test_a_character_that_no_face_of_the_cap_has_is_told(page: Page, library: Library) -> None:
    """As the cap's where caps have faces of their own, and once where they do not."""
    page = alone(page, "\U0003134a" + TEXT)
    role = TypeStyle("hei", 10.0, "bold")
    own = replace(page, style=replace(page.style, roles={**page.style.roles, "drop_cap": role}))
    for one, fields in ((page, ["body"]), (own, ["body", "drop_cap"])):
        with pytest.raises(jxprint.FontError) as refusal:
            jxprint.compose(one, library)
        told = [found.args["field"] for found in refusal.value.findings]
        assert [str(getattr(field, "key", "")) for field in told] == [f"checks.role.{field}" for field in fields]
        assert all("{" not in render(found, language) for found in refusal.value.findings for language in ("en", "zh"))


CHARS = st.sampled_from("河边水位尺一二三，。、“”《》（）12.5%AQg —…")


@settings(max_examples=120, deadline=None)
@given(st.text(CHARS, max_size=3), st.integers(8, 120), st.sampled_from([2, 3]), st.integers(11, 24), st.data())
def test_whatever_a_story_begins_with(
    page: Page, library: Library, head: str, length: int, lines: int, measure: int, data: st.DataObject
) -> None:
    """A law: it is refused with a place, or its text is whole, nothing overlaps, and the page proves itself."""
    body = (TEXT * 3)[:length]
    at = data.draw(st.integers(0, length))
    described = alone(page, (head.strip() + body[:at] + data.draw(st.text(CHARS, max_size=4)) + body[at:]).strip(),
                      TEXT, lines=lines, measure=float(measure))  # fmt: skip
    try:
        composed = jxprint.compose(described, library)
    except (OversetError, DescriptionError) as refusal:
        told = [(one.key.partition("cap")[0], one.place.line) for one in refusal.findings]
        assert set(told) == {("composition.drop_", 3)}
        return
    block, initial = opened(composed)
    whole = described.parts[0].paragraphs[0].text  # type: ignore[union-attr]
    assert "".join(line.text for line in block.lines) == whole
    _clear(block, initial)
    report = jxprint.check(pdf_of(composed, library), described)
    assert report.ok, [render(one, "en") for one in report.findings]


def _clear(block: TextBlock, initial: Initial) -> None:
    """No line stands on the cap, and none over its own measure."""
    cap, edge = initial.frame, block.frames[0].x
    for number, line in enumerate(block.lines):
        runs = line.runs[initial.runs :] if not number else line.runs
        left = runs[0].x + (runs[0].offsets or (0.0,))[0]
        if number < initial.lines:
            assert left >= cap.right + 0.25 * BODY - 5.01  # an opening mark may stand half an em ahead of its ink
            assert line.leg == block.lines[0].leg
        assert _reach(line) <= block.frames[0].width + (block.frames[line.leg].x - edge) + edge + 0.01


def _reach(line: TextLine) -> float:
    last = line.runs[-1]
    return last.x + sum(last.advances)
