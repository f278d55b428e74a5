"""Marked copy as it is set: faces, sizes, signs under the line, links in the file, and refusals for want of room."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

import jxprint
from jxprint.composition.lines import Setting, set_line
from jxprint.composition.lines.setting import Look, Span
from jxprint.errors import DescriptionError
from jxprint.fonts import Library
from jxprint.model import Markup, PunctuationStyle, readings
from jxprint.placed import GlyphRun, Outline, PlacedPage, Rule, TextLine

MARKED = Path(__file__).resolve().parent / "pages" / "marked"


@pytest.fixture(scope="module")
def placed(library: Library) -> PlacedPage:
    """The page of all markup."""
    return jxprint.compose(jxprint.read_page(MARKED), library)


def runs(page: PlacedPage, text: str) -> list[GlyphRun]:
    """The runs of just this text."""
    return [run for run in page.runs() if run.text == text]


def test_marked_copy_changes_its_face(placed: PlacedPage) -> None:
    """Strong is Hei, also within Kai; Kai is Kai, also in a headline."""
    assert {run.face for run in runs(placed, "粗体")} == {"hei-bold"}
    assert {run.face for run in runs(placed, "楷体里的")} == {"kai-regular"}
    assert {run.size for run in runs(placed, "标记") if run.face == "kai-regular"} == {24.0}


def test_scripts_are_smaller_and_stand_off_the_baseline(placed: PlacedPage) -> None:
    """A subscript below, a superscript above, both six tenths of the size."""
    (sub, sup) = runs(placed, "2")
    base = [next(run for run in placed.runs() if run.text.endswith(before)) for before in ("H", "20m")]
    assert sub.size == sup.size == pytest.approx(6.0)
    assert sub.y > base[0].y
    assert sup.y < base[1].y


def test_dots_stand_under_characters_and_not_under_marks(placed: PlacedPage) -> None:
    """One for each character of the three marked stretches, none for the three marks in the last of them."""
    dots = [shape for shape in placed.over if isinstance(shape, Outline)]
    assert len(dots) == len("不能忘记") + len("着重号") + len("逐字标出一个也不会少行末行首照样对得上")


def test_two_names_side_by_side_have_two_lines(placed: PlacedPage) -> None:
    """The lines under 南湖 and 秀洲 do not touch."""
    one, two = (runs(placed, name)[0] for name in ("南湖", "秀洲"))
    lines = [shape for shape in placed.over if isinstance(shape, Rule)]
    first = next(line for line in lines if one.x < line.x1 < one.x + 10)
    second = next(line for line in lines if two.x < line.x1 < two.x + 10)
    assert one.x < first.x1 < first.x2 < second.x1


def test_a_reading_stands_over_the_middle_of_its_base(placed: PlacedPage) -> None:
    """Half as large, its pen's way centred over what it is read for; wider ones push their neighbours away."""
    for base, said in (("嘉", "jiā"), ("粽", "zòng"), ("乌篷船", "wūpéngchuán"), ("好", "ㄏㄠˇ")):
        line = next(line for block in placed.text_blocks() for line in block.lines if said in text_of(line))
        at = next(index for index, run in enumerate(line.runs) if run.text == said)
        under, over = line.runs[at - 1], line.runs[at]
        assert (under.text, under.inline, over.inline) == (base, "base", "reading")
        assert over.size == under.size / 2
        offsets = under.offsets or (0.0,) * len(base)
        first = under.x + offsets[0]
        last = under.x + sum(under.advances[:-1]) + offsets[-1] + under.size
        assert over.x + sum(over.advances) / 2 == pytest.approx((first + last) / 2, abs=0.05)
        behind = line.runs[at + 1] if at + 1 < len(line.runs) else None
        if behind is not None and behind.inline != "base":
            assert over.x + sum(over.advances) <= behind.x + 0.01


def text_of(line: TextLine) -> str:
    """All text of a line."""
    return "".join(run.text for run in line.runs)


def test_a_base_is_never_parted_from_its_reading(library: Library) -> None:
    """A word with one reading over all of it stands on one line, whatever the measure."""
    page = jxprint.read_page(MARKED)
    for measure in (9.0, 10.5, 12.0, 13.5, 15.0):
        narrow = replace(page, grid=replace(page.grid, measure_em=measure))
        placed = jxprint.compose(narrow, library)
        assert len(runs(placed, "乌篷船")) == 1


def test_text_is_the_copy_without_its_markup(placed: PlacedPage) -> None:
    """No brace of the markup is left, and the escaped ones are there."""
    text = "".join(run.text for run in placed.runs())
    assert "水的分子式是H2O，面积约20m2，" in text
    assert "花括号写作{这样}，竖线写作|，反斜杠写作\\，后跟花括号时写作\\{。" in text


def test_a_link_is_an_annotation_over_its_words(placed: PlacedPage, library: Library) -> None:
    """Every line of it has an area that leads to the address, owned by a Link element of the tree."""
    sink = BytesIO()
    jxprint.write([placed], library, sink)
    with pikepdf.open(BytesIO(sink.getvalue())) as pdf:
        links = list(pdf.pages[0].Annots)
        assert {str(link.A.URI) for link in links} == {"https://example.com/news?id=7"}
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        for link in links:
            assert str(owners[int(link.StructParent)].S) == "/Link"
        assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) == len(links) + 1


def test_signs_are_refused_where_the_leading_has_no_room(library: Library) -> None:
    """Half an em of white between two lines is the least (CLREQ); the finding stands at the marked words."""
    page = jxprint.read_page(MARKED)
    tight = replace(page, grid=replace(page.grid, pitch_pt=14.0))
    with pytest.raises(DescriptionError) as refused:
        jxprint.compose(tight, library)
    findings = [finding for finding in refused.value.findings if finding.key == "composition.no_room_for_signs"]
    assert len(findings) == len(refused.value.findings) == 12
    assert (findings[0].place.line, findings[0].place.column) == (4, 10)


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("嘉兴", "jiā xīng", [(0, 1, "jiā"), (1, 2, "xīng")]),
        ("“嘉兴”", "jiā xīng", [(1, 2, "jiā"), (2, 3, "xīng")]),
        ("《论语》", "lún yǔ", [(1, 2, "lún"), (2, 3, "yǔ")]),
        ("嘉兴市", "jiā xīng", [(0, 3, "jiā xīng")]),
    ],
)
def test_syllables_stand_over_what_is_read(text: str, said: str, expected: list[tuple[int, int, str]]) -> None:
    """Marks are not read; where syllables do not go round, the reading is the whole word's."""
    assert list(readings(text, (Markup("ruby", 0, len(text), said),))) == expected


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("（注），茶", [0.8, 0.8, 0.4, 1, 1]),
        ("（注）”茶", [0.8, 0.8, 0.4, 1, 1]),
        ("（注）茶", [0.8, 0.8, 0.8, 1]),
        ("（注）“茶", [0.8, 0.8, 0.4, 1, 1]),
        ("（注）……", [0.8, 0.8, 0.8, 1, 1]),
    ],
)
def test_a_small_bracket_gives_its_white_to_a_larger_mark(library: Library, text: str, ways: list[float]) -> None:
    """The ） of a note in the text, before what closes and what opens; a mark of another size stays as it is (PW5)."""
    setting = Setting(library.chain("song"), 10, 100, spans=(Span(0, 3, None, Look(scale=0.8)),))
    line = set_line(text, setting)
    assert [way / 10 for segment in line.segments for way in segment.advances] == pytest.approx(ways)


@pytest.mark.parametrize(
    ("before", "least"),
    [*((mark, 0.4) for mark in "，。：”“·"), ("茶", 0.8), ("！？", 0.8), ("……", 0.8)],
)
def test_a_small_opening_bracket_gives_its_white_to_a_larger_mark(library: Library, before: str, least: float) -> None:
    """The （ of a note behind a stop, a bracket or a quotation mark; its ink stands where its white was."""
    at = len(before)
    setting = Setting(library.chain("song"), 10, 100, spans=(Span(at, at + 3, None, Look(scale=0.8)),))
    line = set_line(f"{before}（注）", setting)
    note = line.segments[-1]
    assert [way / 10 for way in note.advances] == pytest.approx([least, 0.8, 0.8])
    assert (note.offsets or (0.0,))[0] / 10 == pytest.approx(least - 0.8)
    whole = set_line(f"{before}（注）", replace(setting, punctuation=PunctuationStyle(width="plain")))
    assert whole.segments[-1].advances == pytest.approx((8.0, 8.0, 8.0))
