"""Pages of other programs against copy in a text file: what is right passes, what is wrong is named."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jxprint
from jxprint.checker.expected import expected_page
from jxprint.checker.others import OtherReport, Rules, check_other
from jxprint.cli import main
from jxprint.errors import DescriptionError, PdfError
from other_pages import COPY, FOLIO, HEAD, PARAGRAPHS, Line, claimed, lines_of, page_of, rewritten

LINES = lines_of()
PAGE = page_of()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The copy as a file."""
    file = tmp_path / "copy.txt"
    file.write_text(COPY, "utf-8")
    return file


def told(report: OtherReport) -> set[tuple[str, str]]:
    """Severity and kind of every finding; every sentence must be sayable."""
    assert len(report.lines("zh")) == len(report.lines("en"))
    assert all("message" in one for one in report.as_dict()["findings"])  # type: ignore[attr-defined]
    return {(one.severity, one.key.removeprefix("checks.").removeprefix("other.")) for one in report.findings}


def faults(report: OtherReport) -> set[str]:
    """Kinds of what is wrong."""
    return {kind for severity, kind in told(report) if severity == "error"}


def changed(old: str, new: str, times: int = 1) -> bytes:
    """The page with something else on the first lines that have something."""
    lines: list[Line] = []
    for line in LINES:
        if old in line.text and times:
            line, times = Line(line.text.replace(old, new, 1), line.at, line.size), times - 1
        lines.append(line)
    return page_of(lines)


def test_a_right_page_passes_and_its_folio_is_told(copy: Path) -> None:
    """What stands there besides the copy is a note, and the exit code stays 0."""
    report = check_other(PAGE, [copy])
    assert report.ok
    assert told(report) == {("note", "besides")}
    assert report.findings[0].args["read"] == FOLIO
    assert (report.stories, report.paragraphs) == (2, 4)
    assert report.likely > 50
    assert not report.unproven


def test_text_besides_the_copy_is_a_fault_where_the_copy_is_whole(copy: Path) -> None:
    """`--whole`."""
    assert faults(check_other(PAGE, [copy], Rules(whole=True))) == {"besides"}


SLIPS = [
    ("首日", "百日", "altered", (1, 5)),
    ("四十六班", "四六班", "missing", (2, 36)),
    ("商旅", "商商旅", "extra", (5, 17)),
    ("石柱", "石拄", "altered", (5, 39)),
    ("橹，如今", "如今，橹", "missing", (3, 13)),
]


@pytest.mark.parametrize(("old", "new", "kind", "place"), SLIPS, ids=[old for old, _, _, _ in SLIPS])
def test_a_slip_in_a_paragraph_is_named_in_its_place(
    copy: Path, old: str, new: str, kind: str, place: tuple[int, int]
) -> None:
    """With its line and column in the copy, and where it stands on the page."""
    found = [one for one in check_other(changed(old, new), [copy]).findings if one.severity == "error"]
    assert f"checks.other.{kind}" in {one.key for one in found}
    assert place in {(one.place.line, one.place.column) for one in found}
    assert all(one.args["x_mm"] is not None for one in found)


def test_a_paragraph_that_is_not_there_is_one_finding(copy: Path) -> None:
    """And so are neighbours that are missing together."""
    report = check_other(page_of(lines_of(PARAGRAPHS[:1])), [copy])
    gone = [one for one in report.findings if one.severity == "error"]
    assert [one.key for one in gone] == ["checks.other.gone"]
    assert gone[0].args["paragraphs"] == 2


def test_lines_that_changed_places_on_paper_are_found(copy: Path) -> None:
    """The text reads right in the file's own order, and a reader of the paper reads another."""
    lines = list(LINES)
    one, two = lines[2], lines[3]
    lines[2], lines[3] = Line(one.text, two.at), Line(two.text, one.at)
    report = check_other(page_of(lines), [copy])
    assert faults(report) == {"broken_on_paper"}


def test_lines_shown_in_another_order_are_no_fault(copy: Path) -> None:
    """A file without tags may show its lines as it likes: paper has them in order."""
    lines = [LINES[0], *reversed(LINES[1:])]
    report = check_other(page_of(lines), [copy])
    assert report.ok
    assert ("note", "order_stream") in told(report)


def test_paragraphs_may_stand_anywhere_unless_they_are_ordered(copy: Path) -> None:
    """Of one story it is told, of several only where that is asked."""
    first, second, third = PARAGRAPHS
    swapped = check_other(page_of(lines_of((second, first, third))), [copy])
    assert swapped.ok
    assert ("warning", "paragraph_moved") in told(swapped)
    stories = check_other(page_of(lines_of((third, first, second))), [copy])
    assert told(stories) == {("note", "besides")}
    assert faults(check_other(page_of(lines_of((third, first, second))), [copy], Rules(ordered=True))) == {
        "paragraph_moved"
    }


def test_a_paragraph_that_stands_twice_is_no_folio(copy: Path) -> None:
    """Text of the copy beyond what the copy asks for."""
    assert faults(check_other(page_of(lines_of((*PARAGRAPHS, PARAGRAPHS[1]))), [copy])) == {"twice"}


FORMS = [
    ("一", "⼀", "radical"),
    ("金", "\uf90a", "compatibility"),
    ("，", "︐", "vertical"),
    ("，", ",", "width"),
    ("三", "三\ufe00", "selector"),
    ("江", "江\u200b", "invisible"),
]


@pytest.mark.parametrize(("char", "said", "form"), FORMS, ids=[form for _, _, form in FORMS])
def test_other_forms_of_characters_are_named(tmp_path: Path, char: str, said: str, form: str) -> None:
    """For what they are, never as altered text; and a form that is accepted is a note."""
    copy = tmp_path / "copy.txt"
    copy.write_text(COPY.replace("灯火", "金火"), "utf-8")
    page = page_of(lines_of(tuple(one.replace("灯火", "金火") for one in PARAGRAPHS)))
    pdf = claimed(page, char, said)
    report = check_other(pdf, [copy])
    assert faults(report) == {"form"}
    assert {one.args["form"] for one in report.findings if "form" in one.args} == {form}
    assert check_other(pdf, [copy], Rules(accepted=frozenset((form,)))).ok


def test_private_use_is_named(copy: Path) -> None:
    """A character that means something to one program alone."""
    assert "private_use" in faults(check_other(claimed(PAGE, "江", "\ue123"), [copy]))


def test_what_paper_shows_of_an_unknown_face_is_told_by_its_look(copy: Path) -> None:
    """The text is exact by every reader; the glyph is another character's."""
    pdf = claimed(changed("夜里", "深里"), "深", "夜")
    report = check_other(pdf, [copy])
    shows = [one for one in report.findings if one.key == "checks.other.shows"]
    assert [(one.args["text"], one.args["drawn"]) for one in shows] == [("夜", "深")]
    assert faults(report) == {"shows"}


def test_spaces_between_words_count_and_others_do_not(tmp_path: Path) -> None:
    """A line's end is a space; beside Han white is setting."""
    copy = tmp_path / "copy.txt"
    copy.write_text("新船由 New Power 公司制造\n", "utf-8")
    right = [Line("新船由New", (40, 300)), Line("Power公司制造", (40, 285))]
    wrong = [Line("新船由NewPower公司制造", (40, 300))]
    parted = [Line("新船由Ne w Power公司制造", (40, 300))]
    assert check_other(page_of(right), [copy]).ok
    assert faults(check_other(page_of(wrong), [copy])) == {"space_missing"}
    assert faults(check_other(page_of(parted), [copy])) == {"space_extra"}


def test_a_hyphen_at_a_line_end_is_the_settings(tmp_path: Path) -> None:
    """Within a line it is a character."""
    copy = tmp_path / "copy.txt"
    copy.write_text("新船由 international 公司制造\n", "utf-8")
    assert check_other(page_of([Line("新船由 inter-", (40, 300)), Line("national 公司制造", (40, 285))]), [copy]).ok
    assert faults(check_other(page_of([Line("新船由 inter-national 公司制造", (40, 300))]), [copy])) == {"extra"}


def test_a_false_bold_is_counted_once(copy: Path) -> None:
    """Some programs strike a headline twice, a hair apart."""
    head = LINES[0]
    report = check_other(page_of([head, Line(HEAD, (head.at[0] + 0.4, head.at[1]), head.size), *LINES[1:]]), [copy])
    assert report.ok
    assert ("note", "struck_twice") in told(report)


def test_text_that_nobody_sees_is_not_on_the_page(copy: Path) -> None:
    """Render mode 3 in one line: it is missing, and told as hidden."""

    def hide(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        data = page.obj["/Contents"].read_bytes()
        at = data.index(b"BT", data.index(b"BT") + 1) + 2
        page.obj["/Contents"].write(data[:at] + b" 3 Tr" + data[at:].replace(b"ET", b"0 Tr ET", 1))

    report = check_other(rewritten(PAGE, hide), [copy])
    assert faults(report) == {"gone"}
    assert ("warning", "hidden") in told(report)


@pytest.mark.parametrize("ink", [b"1 g", b"0.85 g", b"0 0 0 0 k"])
def test_text_under_a_painted_shape_is_not_on_the_page(copy: Path, ink: bytes) -> None:
    """No reader knows how far a shape reaches: where paper shows nothing the page is drawn to see that."""

    def cover(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        over = b"\nq " + ink + b" 0 250 m 560 250 l 560 380 l 280 440 l 0 380 l h f Q"
        page.obj["/Contents"] = document.make_stream(page.obj["/Contents"].read_bytes() + over)

    report = check_other(rewritten(PAGE, cover), [copy])
    assert {"gone", "missing", "in_pieces"} & faults(report)
    assert ("warning", "hidden") in told(report)


@pytest.mark.parametrize("ink", [b"0.9 g", b"1 0.95 0.8 rg", b"0.02 0 0 0 k"])
def test_pale_type_on_a_ground_of_its_own_is_seen(copy: Path, ink: bytes) -> None:
    """Type in white on black, or paler than newsprint would hold, may be meant."""

    def ground(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        data = page.obj["/Contents"].read_bytes()
        page.obj["/Contents"] = document.make_stream(b"q 0.2 g 0 0 560 440 re f Q " + ink + b" " + data)

    assert faults(check_other(rewritten(PAGE, ground), [copy])) == set()


def test_a_layer_over_a_scan_is_compared_and_told(copy: Path) -> None:
    """Where all text is invisible it is what the file has; what paper shows is not proved."""
    report = check_other(scanned(PAGE), [copy])
    assert report.ok
    assert ("warning", "layer") in told(report)


@pytest.mark.parametrize("turn", [0, 90])
def test_a_layer_over_a_scan_that_is_turned_is_one(turn: int, copy: Path) -> None:
    """Readers turn picture and words alike."""

    def rotate(document: pikepdf.Pdf) -> None:
        document.pages[0].obj["/Rotate"] = turn

    assert ("warning", "layer") in told(check_other(rewritten(scanned(PAGE), rotate), [copy]))


@pytest.mark.parametrize("before", [b"3 Tr", b"1 0 0 1 5000 0 cm", b"0 0 1 1 re W n"])
def test_text_that_is_invisible_over_nothing_is_no_layer(before: bytes, copy: Path) -> None:
    """Nobody sees anything: a white sheet says nothing, with an empty picture on it as well."""

    def hide(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        page.obj["/Contents"].write(before + b" " + page.obj["/Contents"].read_bytes())

    report = check_other(rewritten(PAGE, hide), [copy])
    assert {"blank", "gone"} & faults(report)
    assert not report.ok
    assert not check_other(scanned(page_of([])), [copy]).ok


def scanned(shown: bytes) -> bytes:
    """The page's text, invisible over a picture of what another file shows."""
    import pypdfium2

    sheet = pypdfium2.PdfDocument(shown)[0]
    picture = sheet.render(scale=2, grayscale=True).to_pil().convert("L")

    def hide(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        image = document.make_stream(
            picture.tobytes(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=picture.width,
            Height=picture.height, ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8,
        )  # fmt: skip
        page.obj["/Resources"]["/XObject"] = pikepdf.Dictionary(Scan=image)
        page.obj["/Contents"].write(b"q 560 0 0 440 0 0 cm /Scan Do Q 3 Tr " + page.obj["/Contents"].read_bytes())

    return rewritten(PAGE, hide)


def emptied(shown: bytes) -> bytes:
    """The page with nothing on it but what some operators show."""

    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        image = document.make_stream(
            b"\x80" * 64, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=8, Height=8,
            ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8,
        )  # fmt: skip
        page.obj["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=image))
        page.obj["/Contents"] = document.make_stream(shown)

    return rewritten(PAGE, change)


@pytest.mark.parametrize(
    ("shown", "kind"),
    [(b"q 500 0 0 400 20 20 cm /I Do Q", "scan"), (b"20 20 m 90 90 l 20 90 l f", "outlines"), (b"", "blank")],
)
def test_a_page_without_text_is_told_as_what_it_is(copy: Path, shown: bytes, kind: str) -> None:
    """One finding, and none for each paragraph."""
    report = check_other(emptied(shown), [copy])
    assert told(report) == {("error", kind)}


def spoken(actual: str) -> bytes:
    """The page whose first string says something else in ActualText."""

    def change(document: pikepdf.Pdf) -> None:
        operators = list(pikepdf.parse_content_stream(document.pages[0]))
        at = next(number for number, one in enumerate(operators) if str(one.operator) == "Tj")
        begin = [pikepdf.Name.Span, pikepdf.Dictionary(ActualText=pikepdf.String(actual))]
        operators[at:at] = [pikepdf.ContentStreamInstruction(begin, pikepdf.Operator("BDC"))]
        operators[at + 2 : at + 2] = [pikepdf.ContentStreamInstruction([], pikepdf.Operator("EMC"))]
        document.pages[0].obj["/Contents"].write(pikepdf.unparse_content_stream(operators))

    lines = lines_of()
    return rewritten(page_of([Line("。", (40, 420)), *lines]), change)


def test_marks_that_say_something_else_are_a_fault(copy: Path) -> None:
    """A full stop is printed as one, whatever ActualText makes of it; another form of it is told as that."""
    report = check_other(spoken("绝"), [copy])
    assert "actual_text" in faults(report)
    assert ("warning", "form_mended") in told(check_other(spoken("｡"), [copy]))


@pytest.mark.parametrize("more", [0, 3])
def test_copy_that_is_on_no_page_is_a_fault_however_many_are_blank(copy: Path, more: int) -> None:
    """Pages that are not read hold nothing of the copy, and prove nothing."""

    def empty(document: pikepdf.Pdf) -> None:
        for _ in range(6):
            document.add_blank_page(page_size=(560, 440))
        for page in [*document.pages][1 : 1 + more]:
            document.pages.remove(page)
            document.pages.append(page)
        del document.pages[0]

    assert faults(check_other(rewritten(page_of(more=more), empty), [copy])) == {"gone" if more else "blank"}
    white = rewritten(page_of([Line("\u3000", (40, 40))]), lambda document: None)
    assert faults(check_other(white, [copy])) == {"gone"}


def test_pages_that_hold_nothing_of_the_copy_are_not_read_twice(copy: Path) -> None:
    """A file of many pages against the copy of one."""
    report = check_other(page_of(more=60), [copy])
    assert report.ok
    assert report.pages == 61
    unread = next(one for one in report.findings if one.key == "checks.other.unread")
    assert unread.args["count"] == 57


def test_a_short_paragraph_on_a_late_page_is_looked_for(tmp_path: Path) -> None:
    """On a line of its own; the same two characters within others are no reason to read a page."""
    copy = tmp_path / "copy.txt"
    copy.write_text("怎样画版", "utf-8")

    def late(text: str) -> OtherReport:
        def change(document: pikepdf.Pdf) -> None:
            for _ in range(6):
                document.add_blank_page(page_size=(560, 440))
            document.pages.append(document.pages[0])
            del document.pages[0]

        return check_other(rewritten(page_of([Line(text, (40, 400), 20.0), *LINES]), change), [copy])

    assert late("怎样画版").ok
    assert "gone" in faults(late("问怎样画版的人"))


def test_copy_in_gb18030_is_read_and_told(tmp_path: Path) -> None:
    """What else no text is, is refused as any copy is."""
    copy = tmp_path / "copy.txt"
    copy.write_bytes(COPY.encode("gb18030"))
    report = check_other(PAGE, [copy])
    assert report.ok
    assert "checks.other.encoding" in {one.key for one in report.findings}


@pytest.mark.parametrize(
    ("data", "key"), [(b"", "checks.other.empty_copy"), (b" \n\n", "checks.other.empty_copy"), (b"\0\x8e\xff", "copy.")]
)
def test_copy_that_is_none_is_refused(tmp_path: Path, data: bytes, key: str) -> None:
    """Before the PDF is opened."""
    copy = tmp_path / "copy.txt"
    copy.write_bytes(data)
    with pytest.raises(DescriptionError) as refused:
        check_other(PAGE, [copy])
    assert refused.value.findings[0].key.startswith(key)


@settings(max_examples=25)
@given(st.data())
def test_any_character_that_is_dropped_doubled_or_exchanged_is_found(
    tmp_path_factory: Any, data: st.DataObject
) -> None:
    """Anywhere in any line of the copy."""
    copy = tmp_path_factory.mktemp("law") / "copy.txt"
    copy.write_text(COPY, "utf-8")
    number = data.draw(st.integers(0, len(LINES) - 2))
    line = LINES[number]
    at = data.draw(st.integers(0, len(line.text) - 1))
    char = line.text[at]
    new = data.draw(st.sampled_from(("", char * 2, "舟" if char != "舟" else "船")))
    lines = [
        *LINES[:number],
        Line(line.text[:at] + new + line.text[at + 1 :], line.at, line.size),
        *LINES[number + 1 :],
    ]
    assert not check_other(page_of(lines), [copy]).ok


FULL = [
    number for number, line in enumerate(LINES) if line.size == LINES[2].size and len(line.text) == len(LINES[2].text)
]


@pytest.mark.parametrize(("one", "two"), list(combinations(FULL, 2)))
def test_any_two_lines_that_changed_places_on_paper_are_found(copy: Path, one: int, two: int) -> None:
    """Of one paragraph or of two, in one column or in two: the file reads on as before."""
    lines = list(LINES)
    lines[one], lines[two] = Line(LINES[one].text, LINES[two].at), Line(LINES[two].text, LINES[one].at)
    assert faults(check_other(page_of(lines), [copy])) == {"broken_on_paper"}


@pytest.mark.parametrize("at", [2, 4])
@pytest.mark.parametrize("off", [(0, 37), (100, -150)])
def test_a_line_that_stands_elsewhere_on_paper_is_found(copy: Path, at: int, off: tuple[int, int]) -> None:
    """The text leaves room for it, and it does not stand there: no leg of one line goes on in its own hole."""
    lines = lines_of()
    lines[at].at = lines[at].at[0] + off[0], lines[at].at[1] + off[1]
    assert faults(check_other(page_of(lines), [copy])) & {"displaced", "broken_on_paper"}
    lines[at].at = lines[at].at[0], lines[at].at[1] - 3000
    assert faults(check_other(page_of(lines), [copy])) & {"missing", "altered"}  # off the page


def test_a_character_that_stands_above_its_line_is_found(copy: Path) -> None:
    """Nine tenths of an em are no rise of a figure."""
    lines = lines_of()
    (x, y), text = lines[3].at, lines[3].text
    lines[3:4] = [Line(text[:5], (x, y)), Line(text[5], (x + 50, y + 9)), Line(text[6:], (x + 60, y))]
    assert faults(check_other(page_of(lines), [copy])) == {"broken_on_paper"}


@pytest.mark.parametrize("shown", [b"5 Tc", b"0.9962 0.0872 -0.0872 0.9962 30 -20 cm"])
def test_a_page_that_is_spaced_or_turned_a_little_passes(copy: Path, shown: bytes) -> None:
    """Letter-spaced lines are lines, and a page that leans has columns."""
    rows = [one for text in PARAGRAPHS for one in (text[:24], text[24:48], text[48:]) if one]
    lines = [Line(HEAD, (40, 420)), *(Line(text, (40, 390 - 15 * row)) for row, text in enumerate(rows))]

    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[0].obj
        page["/Contents"].write(shown + b" " + page["/Contents"].read_bytes())

    report = check_other(rewritten(page_of(lines), change), [copy])
    assert report.ok, report.lines("en")
    assert (("warning", "turned") in told(report)) == (b"cm" in shown)


def with_note(document: pikepdf.Pdf) -> None:
    """A note lies on the page."""
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[100, 100, 300, 200], F=4)
    document.pages[0].obj["/Annots"] = pikepdf.Array([note])


def with_pattern(document: pikepdf.Pdf) -> None:
    """There is text in a pattern."""
    resources = document.pages[0].obj["/Resources"]
    pattern = document.make_stream(b"BT /F1 40 Tf (A) Tj ET", PatternType=1, PaintType=1, Resources=resources)
    resources["/Pattern"] = pikepdf.Dictionary(P=pattern)


def turned(document: pikepdf.Pdf) -> None:
    """Readers show the page upside down."""
    document.pages[0].obj["/Rotate"] = 180


@pytest.mark.parametrize(
    ("change", "kind"), [(with_note, "annotation"), (with_pattern, "pattern"), (turned, "rotated")]
)
def test_what_is_shown_beside_the_content_is_told(copy: Path, change: Callable[[pikepdf.Pdf], None], kind: str) -> None:
    """As a warning; where the copy is the whole of a page nothing may lie on it."""
    report = check_other(rewritten(PAGE, change), [copy])
    assert report.ok
    assert ("warning", kind) in told(report)
    strict = faults(check_other(rewritten(PAGE, change), [copy], Rules(whole=True)))
    assert (kind in strict) == (kind != "rotated")


def test_what_is_cropped_away_is_missing(copy: Path) -> None:
    """Readers show the crop box and nothing else."""

    def change(document: pikepdf.Pdf) -> None:
        document.pages[0].obj["/CropBox"] = pikepdf.Array([0, 0, 190, 440])

    report = check_other(rewritten(PAGE, change), [copy])
    assert {("warning", "hidden")} < told(report)
    assert not report.ok


def test_a_page_that_is_turned_so_that_its_text_stands_upright_is_right(copy: Path) -> None:
    """Many programs write broad sheets so."""

    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[0].obj
        page["/Contents"].write(b"0 1 -1 0 440 0 cm " + page["/Contents"].read_bytes())
        page["/Rotate"], page["/MediaBox"] = 90, pikepdf.Array([0, 0, 440, 560])

    assert ("warning", "rotated") not in told(check_other(rewritten(PAGE, change), [copy]))


@pytest.mark.parametrize(
    ("begin", "severity", "kind"),
    [
        (b"/Span <</Alt (another)>> BDC", "warning", "said_instead"),
        (b"/Span <</E (another)>> BDC", "warning", "said_instead"),
        (b"/ReversedChars BMC", "error", "said_instead"),
        (b"/Artifact <</MCID 0>> BDC", "error", "order_structure"),
    ],
)
def test_marked_content_that_makes_something_else_of_text_is_told(
    tmp_path: Path, begin: bytes, severity: str, kind: str
) -> None:
    """What is heard, what is searched, and what is no content at all."""
    pdf, copy = ours(tmp_path, "marked")

    def change(document: pikepdf.Pdf) -> None:
        document.pages[0].contents_coalesce()
        contents = document.pages[0].obj["/Contents"]
        data, count = re.subn(rb"/\w+ *<< */MCID 0 *>> *BDC", begin, contents.read_bytes())
        if b"MCID" not in begin:
            data, count = re.subn(rb"(BT\b.*?ET\b)", begin + rb" \1 EMC", contents.read_bytes(), count=1, flags=re.S)
        assert count
        contents.write(data)

    assert (severity, kind) in told(check_other(rewritten(pdf.read_bytes(), change), [copy]))


@pytest.mark.parametrize(("key", "severity"), [("ActualText", "error"), ("Alt", "warning"), ("E", "warning")])
def test_an_element_that_says_something_else_is_told(tmp_path: Path, key: str, severity: str) -> None:
    """Its own text passes."""
    pdf, copy = ours(tmp_path, "marked")

    def change(document: pikepdf.Pdf) -> None:
        element = document.Root["/StructTreeRoot"]
        while hasattr(kids := element["/K"], "keys") or isinstance(kids, pikepdf.Array):
            inner = kids[0] if isinstance(kids, pikepdf.Array) else kids
            if not hasattr(inner, "keys") or "/K" not in inner:
                break
            element = inner
        element["/" + key] = pikepdf.String("另一句话")

    assert (severity, "said_instead") in told(check_other(rewritten(pdf.read_bytes(), change), [copy]))


def not_embedded(encoding: str, data: bytes) -> bytes:
    """A line in a font of Adobe's collection for Chinese that is not in the file and has no ToUnicode: as Founder and
    older programs write it.
    """

    def change(document: pikepdf.Pdf) -> None:
        name = pikepdf.Name("/STSong-Light")
        descendant = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.CIDFontType0, BaseFont=name, DW=1000,
            CIDSystemInfo=pikepdf.Dictionary(
                Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("GB1"), Supplement=2
            ),
            FontDescriptor=pikepdf.Dictionary(Type=pikepdf.Name.FontDescriptor, FontName=name, Flags=6),
        )  # fmt: skip
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type0, BaseFont=name,
            Encoding=pikepdf.Name(f"/{encoding}"), DescendantFonts=[document.make_indirect(descendant)],
        )  # fmt: skip
        page = document.pages[0]
        page.obj["/Resources"] = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=document.make_indirect(font)))
        page.obj["/Contents"] = document.make_stream(f"BT /F 10 Tf 40 300 Td <{data.hex()}> Tj ET".encode("ascii"))

    return rewritten(PAGE, change)


@pytest.mark.parametrize(
    ("encoding", "codec"), [("GBK-EUC-H", "gbk"), ("GB-EUC-H", "gb2312"), ("UniGB-UCS2-H", "utf-16-be")]
)
def test_a_font_without_a_tounicode_says_what_its_encoding_says(tmp_path: Path, encoding: str, codec: str) -> None:
    """And that it is not in the file is told."""
    copy = tmp_path / "copy.txt"
    copy.write_text(HEAD, "utf-8")
    report = check_other(not_embedded(encoding, HEAD.encode(codec)), [copy])
    assert report.ok
    assert told(report) == {("warning", "not_embedded")}


def test_numbers_of_a_character_collection_are_read_by_the_reader_that_has_its_table(tmp_path: Path) -> None:
    """Identity-H over Adobe-GB1: the standard lets a reader know the collection, and pdfium does."""
    copy = tmp_path / "copy.txt"
    copy.write_text("拜稗斑班搬扳般颁板版扮拌", "utf-8")
    report = check_other(not_embedded("Identity-H", b"".join(cid.to_bytes(2) for cid in range(1000, 1012))), [copy])
    assert report.ok
    assert ("note", "by_collection") in told(report)


def ours(tmp_path: Path, name: str) -> tuple[Path, Path]:
    """A page of ours and its copy as a text file."""
    folder = Path(__file__).resolve().parent / "pages" / name
    page = jxprint.read_page(folder)
    library = jxprint.open_library(page.style.fonts, base=folder)
    pdf = tmp_path / "page.pdf"
    jxprint.write([jxprint.compose(page, library)], library, pdf)
    copy = tmp_path / "copy.txt"
    stories = ("\n".join(one.text for one in article.passages) for article in expected_page(page).articles)
    copy.write_text("\n\n".join(stories), "utf-8")
    return pdf, copy


@pytest.mark.parametrize("name", ["beside", "drop_caps", "furniture", "heads", "marked", "readings", "vertical"])
def test_a_right_page_of_any_shape_passes_as_a_strangers(tmp_path: Path, name: str) -> None:
    """Readings, drop caps, notes, columns that run down, tables: nothing of it is known here, and nothing is wrong."""
    pdf, copy = ours(tmp_path, name)
    report = check_other(pdf, [copy])
    assert report.ok, report.lines("en")
    assert not [one for one in report.findings if one.severity == "warning"]


def test_copy_may_come_through_a_pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` is standard input here as everywhere; it holds one thing."""
    pdf = tmp_path / "other.pdf"
    pdf.write_bytes(PAGE)
    for data, code in ((COPY.encode(), 0), (COPY.replace("渡口", "渡江").encode(), 1)):
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(data)))
        assert main(["check", str(pdf), "--against", "-"]) == code
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(PAGE)))
    assert main(["check", "-", "--against", "-"]) == 2


@pytest.mark.parametrize("matrix", [[-0.001, 0, 0, 0.001, 0, 0], [0.002, 0, 0, 0.002, 0, 0]])
def test_a_known_face_that_is_mirrored_or_enlarged_is_told(tmp_path: Path, matrix: list[float]) -> None:
    """Its program draws neither the face's outlines nor what looks like them, and that is more than not judged."""
    from fontTools.cffLib import CFFFontSet

    def change(document: pikepdf.Pdf) -> None:
        for font in document.pages[0].obj["/Resources"]["/Font"].values():
            described = font["/DescendantFonts"][0]["/FontDescriptor"]
            if "/FontFile3" not in described:
                continue
            program = CFFFontSet()
            program.decompile(BytesIO(described["/FontFile3"].read_bytes()), None)
            program[0].rawDict["FontMatrix"] = program[0].FontMatrix = matrix
            sink = BytesIO()
            program.compile(sink, SimpleNamespace(recalcBBoxes=False))
            described["/FontFile3"].write(sink.getvalue())

    pdf, copy = ours(tmp_path, "marked")
    report = check_other(rewritten(pdf.read_bytes(), change), [copy])
    assert not report.ok or ("warning", "strange_face") in told(report)


def test_the_command_says_by_its_exit_code_what_it_found(copy: Path, tmp_path: Path) -> None:
    """0 with notes alone, 1 with faults, 2 where it is called in a way that makes no sense, 3 without copy."""
    right, wrong = tmp_path / "right.pdf", tmp_path / "wrong.pdf"
    right.write_bytes(PAGE)
    wrong.write_bytes(changed("石柱", "石拄"))
    assert main(["check", str(right), "--against", str(copy)]) == 0
    assert main(["check", str(right), str(copy)]) == 0
    assert main(["check", str(wrong), "--against", str(copy)]) == 1
    assert main(["check", str(right), "--against", str(copy), "--whole"]) == 1
    assert main(["check", str(right), str(tmp_path), "--against", str(copy)]) == 2
    assert main(["check", str(right), str(tmp_path), "--ordered"]) == 2
    assert main(["check", str(right), "--against", str(tmp_path / "none.txt")]) == 3
    assert main(["check", str(tmp_path / "none.pdf"), "--against", str(copy)]) == 7


def test_the_report_for_machines_has_every_finding_with_its_place(
    copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Kind, severity, line and column of the copy, millimetres, and the sentence."""
    wrong = tmp_path / "wrong.pdf"
    wrong.write_bytes(changed("石柱", "石拄"))
    assert main(["check", str(wrong), "--against", str(copy), "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    found = [one for one in report["findings"] if one["severity"] == "error"]
    assert [(one["key"], one["line"], one["expected"], one["read"]) for one in found] == [
        ("checks.other.altered", 5, "柱", "拄")
    ]
    assert (report["paragraphs"], report["tagged"]) == (4, False)


def test_type_with_a_wide_pen_is_named(copy: Path) -> None:
    """Bold type is made with a narrow one; a wide one makes a blot of it."""
    for pen, kinds in ((b"2 Tr .4 w", set()), (b"2 Tr 3 w", {("warning", "stroked")}),
                       (b"1 Tr .3 w [.1 20] 0 d", {("warning", "stroked")})):  # fmt: skip
        found = told(check_other(painted(pen), [copy])) - {("note", "besides")}
        assert found == kinds


def painted(pen: bytes) -> bytes:
    """The page with operators before each string."""

    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[0].obj
        page["/Contents"] = document.make_stream(page["/Contents"].read_bytes().replace(b"BT ", b"BT " + pen + b" "))

    return rewritten(PAGE, change)


@pytest.mark.parametrize(
    ("kind", "flags", "kinds"),
    [
        ("Stamp", 0b100100, {("error", "note_over_text")}),  # on paper alone
        ("Widget", 0b100, {("error", "note_over_text")}),  # drawn by what fills in forms
        ("Stamp", 0b100000, set()),  # nowhere
        ("Stamp", 0b10, set()),
    ],
)
def test_a_note_that_the_second_reader_does_not_draw_is_looked_under(
    kind: str, flags: int, kinds: set[tuple[str, str]], copy: Path
) -> None:
    """White over the text, on paper or on some screens."""
    found = told(check_other(noted(kind, flags, [30, 200, 300, 380]), [copy])) - {("note", "besides")}
    assert found == kinds
    beside = told(check_other(noted(kind, flags, [300, 20, 400, 60]), [copy])) - {("note", "besides")}
    assert beside == ({("warning", "annotation")} if kinds else set())


def noted(kind: str, flags: int, edges: list[int]) -> bytes:
    """The page with a white annotation on it."""

    def change(document: pikepdf.Pdf) -> None:
        white = document.make_stream(b"1 g 0 0 999 999 re f", Subtype=pikepdf.Name.Form, BBox=[0, 0, 999, 999])
        look = pikepdf.Dictionary(N=white)
        note = document.make_indirect(
            pikepdf.Dictionary(Subtype=pikepdf.Name(f"/{kind}"), Rect=edges, F=flags, AP=look)
        )
        document.pages[0].obj["/Annots"] = pikepdf.Array([note])
        if kind == "Widget":
            note["/FT"], note["/T"] = pikepdf.Name.Btn, pikepdf.String("b")
            document.Root["/AcroForm"] = pikepdf.Dictionary(Fields=pikepdf.Array([note]))

    return rewritten(PAGE, change)


def test_what_a_strangers_file_does_by_itself_is_told(copy: Path) -> None:
    """And colours to which it gives another meaning are no colours to trust, in a form neither."""

    def acts(document: pikepdf.Pdf) -> None:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("1"))
        document.Root["/OpenAction"] = script
        document.pages[0].obj["/AA"] = pikepdf.Dictionary(O=script)

    assert told(check_other(rewritten(PAGE, acts), [copy])) - {("note", "besides")} == {("warning", "active")}

    def recolours(document: pikepdf.Pdf) -> None:
        white = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[1], N=1)
        space = pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name.X, pikepdf.Name.DeviceGray, white])
        spaces = pikepdf.Dictionary(ColorSpace=pikepdf.Dictionary(DefaultGray=space))
        form = document.make_stream(b"", Subtype=pikepdf.Name.Form, BBox=[0, 0, 1, 1], Resources=spaces)
        document.pages[0].obj["/Resources"]["/XObject"] = pikepdf.Dictionary(F=form)

    assert told(check_other(rewritten(PAGE, recolours), [copy])) - {("note", "besides")} == {("error", "default_space")}


@pytest.mark.parametrize(
    ("across", "is_fault"), [(len(HEAD) * 20.0, True), (-40.0, True), (len(HEAD) * 20.0 + 60, False)]
)
def test_words_that_stand_in_a_line_and_not_in_its_stream_are_read_with_it(
    across: float, is_fault: bool, copy: Path
) -> None:
    """Shown last, they stand right behind the head or before it: paper has them as one."""
    head = LINES[0]
    lines = [*LINES, Line("并非", (head.at[0] + across, head.at[1]), head.size)]
    report = check_other(page_of(lines), [copy])
    extra = [one.args["read"] for one in report.findings if one.key == "checks.other.extra"]
    assert extra == (["并非"] if is_fault else [])
    lines = [head, lines[-1], *LINES[1:]] if across > 0 else [lines[-1], *LINES]
    extra = [
        one.args["read"] for one in check_other(page_of(lines), [copy]).findings if one.key == "checks.other.extra"
    ]
    assert extra == (["并非"] if is_fault else [])


@pytest.mark.parametrize(
    ("facts", "is_refused"),
    [
        ({"Width": 32_000, "Height": 32_000, "BitsPerComponent": 8, "ColorSpace": pikepdf.Name.DeviceGray}, True),
        ({"Width": 32_000, "Height": 32_000, "BitsPerComponent": 1, "ColorSpace": pikepdf.Name.DeviceGray}, False),
        ({"Width": 9_449, "Height": 13_228, "BitsPerComponent": 8, "ColorSpace": pikepdf.Name.DeviceCMYK}, False),
    ],
)
def test_a_picture_that_unfolds_to_a_gibibyte_is_refused(
    facts: dict[str, object], is_refused: bool, copy: Path
) -> None:
    """A broadsheet of 600 dpi in four inks, and a plate of bare pixels, are not."""

    def place(document: pikepdf.Pdf) -> None:
        page = document.pages[0].obj
        page["/Resources"]["/XObject"] = pikepdf.Dictionary(
            I=document.make_stream(b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, **facts)
        )
        page["/Contents"].write(page["/Contents"].read_bytes() + b" q 9 0 0 9 300 30 cm /I Do Q")

    pdf = rewritten(PAGE, place)
    if is_refused:
        with pytest.raises(PdfError):
            check_other(pdf, [copy])
    else:
        assert check_other(pdf, [copy]).ok
