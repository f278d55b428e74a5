"""edition.toml: what its pages take from it, and everything that it may get wrong, with its place.

A case changes one thing of a sound edition; the mark ▲ in what it writes shows where the finding has to point.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jxprint.description import read_page
from jxprint.description.canonical import format_page
from jxprint.description.editions import orders_of, read_pages
from jxprint.description.formats import FORMATS
from jxprint.errors import DescriptionError, Finding, JxprintError, UsageError
from jxprint.geometry import PT_PER_MM
from jxprint.messages import render
from jxprint.model import Ear, Nameplate, Page, Story

ISSUE = Path(__file__).parent / "pages" / "issue"


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """A copy of the small tabloid edition."""
    return Path(shutil.copytree(ISSUE, tmp_path / "issue"))


def change(file: Path, old: str, new: str) -> None:
    """Write other words into a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def refused(folder: Path) -> list[Finding]:
    """What reading an edition refuses; every finding can be said in both languages."""
    with pytest.raises(JxprintError) as caught:
        read_pages([folder])
    found = [one for one in caught.value.findings if one.severity == "error"]
    assert all(render(one, language) for one in found for language in ("en", "zh"))
    return found


def lengths(page: Page) -> tuple[float, ...]:
    """Width, height, left and right margin in whole millimetres."""
    sheet = page.sheet
    return tuple(round(one / PT_PER_MM) for one in (sheet.width_pt, sheet.height_pt, sheet.left_pt, sheet.right_pt))


def folio(page: Page) -> list[str]:
    """The pieces of a folio, from left to right."""
    return [piece.text if piece else "" for piece in (page.folio.left, page.folio.centre, page.folio.right)]


def test_pages_take_what_they_leave_out_from_their_edition() -> None:
    """Style, sheet, grid, number and title; the page's own title stays."""
    read = read_pages([ISSUE])
    assert read.title == "试印报 2026年11月25日"
    assert [page.numbers for page in read.pages] == [(1,), (2,), (3,), (4, 5)]
    assert [page.title for page in read.pages] == ["第1版：头版", "第2版：城事", "第3版：经济", "第4-5版：一条河的两岸"]
    assert {page.style.name for page in read.pages} == {"daily"}
    assert [page.grid.columns for page in read.pages] == [5, 5, 5, 10]


def test_left_and_right_pages_mirror_their_margins_and_folios() -> None:
    """The fold (订口) is at the left of odd pages; the number stands at the outer edge; page one has no folio."""
    front, city, market, river = read_pages([ISSUE]).pages
    assert lengths(front) == lengths(market) == (275, 240, 22, 18)
    assert lengths(city) == (275, 240, 18, 22)
    shared = "试印报\u30002026年11月25日\u3000星期三\u3000第1208期"
    assert folio(front) == ["", "", ""]
    assert folio(city) == ["第2版", shared, "城事"]
    assert folio(market) == ["经济", shared, "第3版"]
    assert folio(river) == [f"第4版\u3000{shared}", "", "特刊\u3000第5版"]


def test_a_double_truck_is_twice_as_wide_and_uses_the_fold() -> None:
    """Its columns are twice as many, and wider by half ems as far as the white at the fold goes."""
    river = read_pages([ISSUE]).pages[3]
    assert lengths(river) == (550, 240, 18, 18)
    grid, sheet = river.grid, river.sheet
    assert grid.measure_em == 13.0
    assert grid.span_em(10) * grid.body_pt == pytest.approx(sheet.width_pt - sheet.left_pt - sheet.right_pt)


def test_the_folio_of_a_double_truck_keeps_clear_of_the_fold(issue: Path) -> None:
    """With left, centre and right too: both numbers, and nothing in the middle."""
    file = issue / "edition.toml"
    change(file, 'outer = "第{page}版"', 'left = "{section}"')
    change(file, 'inner = "{section}"', 'right = "第{page}版"')
    shared = "试印报\u30002026年11月25日\u3000星期三\u3000第1208期"
    assert folio(read_pages([issue]).pages[3]) == [f"特刊\u3000{shared}", "", "第4-5版"]


def test_a_double_truck_may_have_a_grid_of_its_own(issue: Path) -> None:
    """What its page.toml says of the grid is taken as it stands."""
    change(issue / "river" / "page.toml", "dummy", "grid.columns = 10\ndummy")
    assert read_pages([issue]).pages[3].grid.measure_em == 12.0


def test_a_double_truck_on_no_sheet_is_not_told_of_its_columns(issue: Path) -> None:
    """How many columns it has follows from the sheet; a length that cannot be is told alone."""
    change(issue / "edition.toml", 'height = "240mm"', 'height = "9000mm"')
    assert {finding.key for finding in refused(issue)} == {"page.length_out_of_bounds"}


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{paper} {date} {weekday}", "试印报 2026年11月25日 星期三"),
        ("{weekday_en}, {date_en}", "Wednesday, November 25, 2026"),
        ("{section}／第{page}版／{issue}", "城事／第2版／1208"),
        (r"\{page\}", "{page}"),
    ],
)
def test_fields_are_filled_in(issue: Path, template: str, said: str) -> None:
    """The weekday is the date's own; dates are Chinese or English; a brace with a backslash is a brace."""
    change(issue / "edition.toml", 'centre = "{paper}　{date}　{weekday}　第{issue}期"', f"centre = '{template}'")
    assert folio(read_pages([issue]).pages[1])[1] == said


@pytest.mark.parametrize(
    ("day", "weekday"), [("2024-02-29", "星期四"), ("2027-01-01", "星期五"), ("2026-11-29", "星期日")]
)
def test_the_weekday_follows_from_the_date(issue: Path, day: str, weekday: str) -> None:
    """Leap days and turns of the year too; a date may be typed as a string."""
    change(issue / "edition.toml", "2026-11-25", f'"{day}"')
    assert weekday in folio(read_pages([issue]).pages[1])[1]


def test_the_first_page_has_a_folio_where_it_is_asked_for(issue: Path) -> None:
    """And a page's own folio is nobody else's business."""
    change(issue / "edition.toml", "[folio]", "[folio]\nfirst_page = true")
    change(issue / "city" / "page.toml", "dummy", 'folio.left = "本页自定"\ndummy')
    front, city = read_pages([issue]).pages[:2]
    assert folio(front)[2] == "第1版"
    assert folio(city) == ["本页自定", "", ""]


def test_a_page_without_a_number_has_the_next(issue: Path) -> None:
    """Numbers may be left out; an edition may begin with any."""
    change(issue / "edition.toml", "number = 1", "number = 2")
    change(issue / "edition.toml", 'number = 2\nsection = "城事"', 'section = "城事"')
    change(issue / "edition.toml", "number = 3", "")
    change(issue / "edition.toml", '"4-5"', "5")
    for name, part in (("front", "A"), ("front", "B"), ("city", "K"), ("river", "R")):
        text = (issue / name / "page.toml").read_text("utf-8")
        swapped = text.replace('"2:K"', '"3:K"').replace('"4:R"', '"5:R"').replace('"1:', '"2:')
        (issue / name / "page.toml").write_text(swapped, "utf-8")
        assert part in text
    with pytest.raises(DescriptionError):  # a page of its own is too narrow for the dummy of a double truck
        read_pages([issue])
    assert [order.setup.numbers for order in orders_of([issue]).pages if order.setup] == [(2,), (3,), (4,), (5,)]


@pytest.mark.parametrize("name", FORMATS)
def test_sheets_by_name(issue: Path, name: str) -> None:
    """A format is a trim with margins; what is said beside it counts first."""
    change(issue / "edition.toml", '"tabloid"', f'"{name}"')
    width, height, left, _ = lengths(read_pages([issue]).pages[0])
    assert f"{width}mm" == FORMATS[name]["width"]
    assert (height, left) == (240, 22)


def test_a_page_that_stands_alone_has_formats_too(tmp_path: Path) -> None:
    """A page alone is a right-hand page: inner is left."""
    from jxprint.description.new import write_new_page

    write_new_page(tmp_path / "one")
    file = tmp_path / "one" / "page.toml"
    text = file.read_text("utf-8")
    start, end = text.index("[sheet]"), text.index("[grid]")
    file.write_text(f'{text[:start]}[sheet]\nformat = "berliner"\ninner = "10mm"\n\n{text[end:]}', "utf-8")
    assert lengths(read_page(tmp_path / "one")) == (315, 470, 10, 20)


_CASES = [
    ("page.missing_key", 'paper = "试印报"\n', ""),
    ("page.missing_key", "date = 2026-11-25\n", ""),
    ("page.unknown_key_near", "issue = 1208", "▲isue = 1208"),
    ("page.empty_value", '"试印报"', '▲" "'),
    ("page.bad_date", "2026-11-25", '▲"2026-02-30"'),
    ("page.no_such_date", "2026-11-25", "▲2026-02-30"),
    ("page.full_width", "2026-11-25", "▲２０２６－１１－２５"),
    ("page.bad_date", "2026-11-25", "▲20261125"),
    ("page.wrong_type", "facing = true", "facing = ▲1"),
    ("page.unknown_style_near", '"daily"', '▲"dayly"'),
    ("page.unknown_value_near", '"tabloid"', '▲"tabliod"'),
    ("page.unknown_field_near", "{section}", "{secton}"),
    ("page.unknown_field", "{section}", "{天气}"),
    ("page.empty_field", "issue = 1208\n", ""),
    ("page.empty_field", 'section = "城事"\n', ""),
    ("page.folio_sides", "facing = true\n", ""),
    ("page.folio_both", "[folio]", '[folio]\nleft = "报"'),
    ("page.unknown_key_near", "[folio]", '[folio]\n▲lefft = "报"'),
    ("page.bad_page_number", "number = 3", 'number = ▲"三"'),
    ("page.quoted_page_number", "number = 3", 'number = ▲"3"'),
    ("page.quoted_page_number", "number = 3", 'number = ▲" ３ "'),
    ("page.lettered_page_number", "number = 3", 'number = ▲"A3"'),
    ("page.lettered_page_number", '"4-5"', '▲"B4-B5"'),
    ("page.truck_apart", '"4-5"', '▲"0-1"'),
    ("page.out_of_bounds", "number = 3", "number = ▲0"),
    ("page.truck_apart", '"4-5"', '▲"5-6"'),
    ("page.truck_apart", '"4-5"', '▲"4-6"'),
    ("page.number_twice", "number = 3", "number = ▲2"),
    ("page.number_gap", '"4-5"', '▲"6-7"'),
    ("page.number_back", "number = 1\n", "number = 3\n"),
    ("page.folder_twice", '"market"', '▲"city"'),
    ("page.folder_twice", '"market"', '▲"market/../city"'),
    ("page.no_page_folder", '"market"', '▲"markt"'),
    ("page.missing_key", 'folder = "market"\n', ""),
    ("page.outside", '"market"', '▲"../market"'),
    ("page.section_in_pieces", '"经济"', '"头版"'),
    ("copy.markup_unclosed", 'inner = "{section}"', 'inner = "{加粗:{section}"'),
]


@pytest.mark.parametrize(("key", "old", "new"), _CASES)
def test_what_is_wrong_is_told_at_its_place(issue: Path, key: str, old: str, new: str) -> None:
    """One mistake, its finding at its place."""
    file = issue / "edition.toml"
    text = file.read_text("utf-8").replace(old, new, 1)
    at = text.find("▲")
    file.write_text(text.replace("▲", ""), encoding="utf-8", newline="\n")
    found = [one for one in refused(issue) if one.key == key]
    assert found, [one.key for one in refused(issue)]
    if at >= 0:
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        assert (found[0].place.line, found[0].place.column) == (line, column)
    assert found[0].place.file == str(file)


PLATE = 'kind = "nameplate"\ntext = "试印报"\nlines = ["{date}", "{weekday}{/}第{issue}期", "\\\\{照排\\\\}"]'
MAST = 'kind = "masthead"\ntext = "试印报"'


def test_a_nameplate_has_the_fields_of_its_edition(issue: Path) -> None:
    """As its folio has them; a brace that is meant as itself, and a mark that parts lines, stay what they are. Alone,
    the page is told to be of an edition.
    """
    change(issue / "front" / "page.toml", MAST, PLATE)
    plate = read_pages([issue]).pages[0].parts[0]
    assert isinstance(plate, Nameplate)
    assert [line.text for line in plate.lines] == ["2026年11月25日", "星期三", "第1208期", "{照排}"]
    with pytest.raises(JxprintError) as caught:
        read_page(issue / "front")
    assert [one.key for one in caught.value.findings] == ["page.of_edition"]


def test_an_ear_has_the_fields_of_its_edition(issue: Path) -> None:
    """In its title and its lines."""
    ear = 'kind = "ear"\ntitle = "{paper}"\ntext = ["{weekday_en}", "{section}第{page}版"]'
    change(issue / "front" / "page.toml", MAST, ear)
    part = read_pages([issue]).pages[0].parts[0]
    assert isinstance(part, Ear)
    assert [line.text for line in (*part.title, *part.lines)] == ["试印报", "Wednesday", "头版第1版"]


@pytest.mark.parametrize(
    ("field", "key"),
    [("{dat}", "page.unknown_field_near"), ("{天气}", "page.unknown_field"), ("{issue}", "page.empty_field")],
)
def test_a_field_that_is_not_there_is_told(issue: Path, field: str, key: str) -> None:
    """At the line that names it, once."""
    change(issue / "front" / "page.toml", MAST, PLATE.replace("第{issue}期", field))
    change(issue / "edition.toml", "issue = 1208\n", "")
    change(issue / "edition.toml", "　第{issue}期", "")
    (found,) = refused(issue)
    line = (issue / "front" / "page.toml").read_text("utf-8").splitlines()[(found.place.line or 0) - 1]
    assert (found.key, line[(found.place.column or 0) - 1 :][:12]) == (key, '"{weekday}{/')


def test_a_page_without_an_edition_has_no_fields(tmp_path: Path) -> None:
    """Nobody fills them in; what is no field at all is told as that."""
    from jxprint.description.new import write_new_page

    write_new_page(tmp_path / "one")
    change(tmp_path / "one" / "page.toml", 'kind = "masthead"', 'kind = "nameplate"\nlines = ["{date}", "{x}"]')
    with pytest.raises(JxprintError) as caught:
        read_page(tmp_path / "one")
    assert [one.key for one in caught.value.findings] == ["page.field_alone", "page.unknown_field"]


def test_no_pages_and_too_many(issue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edition has a page at the least, and no more than anybody prints."""
    from jxprint.description import issues

    monkeypatch.setattr(issues, "MOST_PAGES", 3)
    assert [one.key for one in refused(issue)] == ["page.too_many_pages"]
    text = (issue / "edition.toml").read_text("utf-8")
    (issue / "edition.toml").write_text(text[: text.index("[[page]]")], "utf-8")
    assert [one.key for one in refused(issue)] == ["page.no_edition_pages"]


def test_everything_that_is_wrong_is_told_at_once(issue: Path) -> None:
    """Three mistakes of edition.toml, three findings; and one of every page that cannot be read, at the same time."""
    for old, new in (("{weekday}", "{wekday}"), ("number = 3", "number = 7"), ('"market"', '"markt"')):
        change(issue / "edition.toml", old, new)
    assert sorted(one.key for one in refused(issue)) == [
        "page.no_page_folder", "page.number_gap", "page.unknown_field_near",
    ]  # fmt: skip
    for name in ("front", "river"):
        change(issue / name / "page.toml", "[[part]]", "[[part]]\nzzz = 1")
    assert sorted(one.key for one in refused(issue))[3:] == ["page.unknown_key"] * 2
    shutil.copy(ISSUE / "edition.toml", issue / "edition.toml")
    assert [one.key for one in refused(issue)] == ["page.unknown_key"] * 2


def test_jumps_and_formats_are_told_beside_mistakes_of_the_edition(issue: Path) -> None:
    """A format that there is none of, and a jump to a page that is not there, wait for nothing else to be mended."""
    change(issue / "edition.toml", 'format = "tabloid"', 'format = "tabliod"')
    change(issue / "edition.toml", "issue = 1208", "bogus = 1208")
    change(issue / "front" / "page.toml", '"2:K"', '"9:K"')
    keys = sorted({one.key for one in refused(issue)})
    assert keys == ["page.empty_field", "page.jump_no_page", "page.unknown_key", "page.unknown_value_near"], keys


def test_a_facing_that_is_wrong_was_meant(issue: Path) -> None:
    """Margins and folios by the fold are then no mistakes, whatever stands behind the key."""
    change(issue / "edition.toml", "facing = true", 'facing = "yes"')
    assert [one.key for one in refused(issue)] == ["page.wrong_type"]
    change(issue / "edition.toml", 'facing = "yes"', "facign = true")
    assert [one.key for one in refused(issue)] == ["page.unknown_key_near"]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('inner = "22mm"', 'inner = "22"', "page.length_without_unit"),
        ('pitch = "15pt"', "pitch = 15", "page.length_without_unit"),
        ('gap = "1.6字"', 'gap = "broad"', "page.bad_length"),
        ('body = "10pt"', 'body = "16pt"', ""),
        ('head = "', 'heda = "', ""),
    ],
)
def test_lengths_of_an_edition_are_read_without_its_style(issue: Path, old: str, new: str, key: str) -> None:
    """Where the style is misspelt no page is read; what only follows from a style is not told."""
    change(issue / "edition.toml", 'style = "daily"', 'style = "dialy"')
    if old in (issue / "edition.toml").read_text(encoding="utf-8"):
        change(issue / "edition.toml", old, new)
    keys = [one.key for one in refused(issue)]
    assert keys == ["page.unknown_style_near", *([key] if key else [])]


def test_what_an_edition_has_wrong_is_not_told_of_its_pages(issue: Path) -> None:
    """A nameplate that names the day is no mistake where the edition's date is one."""
    change(issue / "edition.toml", "2026-11-25", '"2026-13-25"')
    lines = 'kind = "nameplate"\ntext = "试印报"\nlines = ["{date}", "第{issue}期"]'
    change(issue / "front" / "page.toml", 'kind = "masthead"\ntext = "试印报"', lines)
    assert [one.key for one in refused(issue)] == ["page.bad_date"]


def test_a_jump_to_no_page_is_told_beside_the_mistakes_of_its_own_page(issue: Path) -> None:
    """Which pages there are is known, whatever else is wrong with this one."""
    change(issue / "front" / "page.toml", '"2:K"', '"9:K"')
    change(issue / "front" / "page.toml", "[[part]]", "[[part]]\nzzz = 1")
    assert sorted(one.key for one in refused(issue)) == ["page.jump_no_page", "page.unknown_key"]


@pytest.mark.parametrize("truck", ["3-4", "2-5"])
def test_a_double_truck_that_is_none_makes_no_gap(issue: Path, truck: str) -> None:
    """Nor does a page whose folder is not there: what follows is no mistake."""
    change(issue / "edition.toml", "number = 2\n", f'number = "{truck}"\n')
    assert [one.key for one in refused(issue)] == ["page.truck_apart"]
    shutil.copy(ISSUE / "edition.toml", issue / "edition.toml")
    change(issue / "edition.toml", '"city"', '"citty"')
    assert [one.key for one in refused(issue)] == ["page.no_page_folder"]


def test_pages_with_the_letters_of_sections_are_told_one_by_one(issue: Path) -> None:
    """And nothing that follows from it; the hint says which number is wanted."""
    for old, new in (("number = 2", '"A2"'), ("number = 3", '"B1"'), ('number = "4-5"', '"B2-B3"')):
        change(issue / "edition.toml", old, f"number = {new}")
    found = refused(issue)
    assert [(one.key, one.args["wanted"]) for one in found] == [
        ("page.lettered_page_number", "2"), ("page.lettered_page_number", "3"), ("page.lettered_page_number", '"4-5"'),
    ]  # fmt: skip


def test_a_dummy_of_a_double_truck_on_one_page_is_told_once(issue: Path) -> None:
    """At its first row, and with the way out; and so is one that is too narrow for a truck."""
    change(issue / "edition.toml", '"4-5"', "4")
    (found,) = refused(issue)
    assert (found.key, found.place.line, found.args) == ("page.other_columns", 4, {"found": 10, "columns": 5})
    change(issue / "river" / "page.toml", "H H H H H H H H H H", "H H H H H H H H H")
    assert [one.key for one in refused(issue)] == ["page.uneven_row"] * 3


def test_pages_in_another_order_are_no_gap(issue: Path) -> None:
    """Pages 2 and 3 swapped: one finding, at the page that comes too late."""
    change(issue / "edition.toml", "number = 3", "number = 2")
    change(issue / "edition.toml", 'number = 2\nsection = "城事"', 'number = 3\nsection = "城事"')
    (found,) = refused(issue)
    assert (found.key, found.args) == ("page.number_back", {"number": 2, "before": 3})


def test_a_folder_that_is_there_twice_is_read_once(issue: Path) -> None:
    """As a double truck it would be too narrow, which is no news."""
    change(issue / "edition.toml", '"river"', '"city"')
    assert [one.key for one in refused(issue)] == ["page.folder_twice"]


def test_an_edition_may_have_one_page(issue: Path) -> None:
    """And a story that jumps in it is told that there is no other."""
    text = (issue / "edition.toml").read_text("utf-8")
    first = text.index("[[page]]")
    (issue / "edition.toml").write_text(text[: text.index("[[page]]", first + 1)], "utf-8")
    assert [one.key for one in refused(issue)] == ["page.jump_no_page"] * 2
    change(issue / "edition.toml", '"front"', '"market"')
    assert [page.numbers for page in read_pages([issue]).pages] == [(1,)]


def test_an_edition_does_not_begin_with_a_double_truck(issue: Path) -> None:
    """Its first page stands alone on the sheet: one finding, at its number."""
    file = issue / "edition.toml"
    text = file.read_text("utf-8")
    file.write_text(text[: text.index("[[page]]")] + text[text.rindex("[[page]]") :], "utf-8")
    change(issue / "river" / "page.toml", 'headline = "旧书有了新架"', 'copy = "banks.txt"')
    change(issue / "river" / "page.toml", 'jump_from = "1:B"\n', "")
    (found,) = refused(issue)
    assert (found.key, found.args["before"], found.place.file) == ("page.truck_first", 3, str(file))


def test_a_page_with_a_quoted_number_is_read_all_the_same(issue: Path) -> None:
    """What else is wrong with it does not wait."""
    change(issue / "edition.toml", "number = 2", 'number = "2"')
    change(issue / "city" / "page.toml", "[[part]]", "[[part]]\nzzz = 1")
    assert [one.key for one in refused(issue)] == ["page.quoted_page_number", "page.unknown_key"]


def test_an_edition_has_a_day_without_an_hour(issue: Path) -> None:
    """A date with a time of day is refused: the hour would be lost without a word."""
    change(issue / "edition.toml", "2026-11-25", "2026-11-25T10:00:00")
    assert [one.key for one in refused(issue)] == ["page.bad_date"]


def test_a_source_that_leads_nowhere_is_told_beside_the_jump_that_disagrees(issue: Path) -> None:
    """A goes on in K, which says that it comes from a page that is not there: two mistakes."""
    change(issue / "city" / "page.toml", 'jump_from = "1:', 'jump_from = "7:')
    assert sorted(one.key for one in refused(issue)) == ["page.jump_no_page", "page.jump_other_source"]


def test_a_continuation_without_a_jump_is_told_and_no_crossing(issue: Path) -> None:
    """K comes from 1:A and goes back there, where nobody goes on: what is wrong is that, and not an order of pages."""
    change(issue / "city" / "page.toml", 'jump_from = "1:A"', 'jump_from = "1:A"\njump_to = "1:A"')
    change(issue / "front" / "page.toml", 'jump_to = "2:K"', 'jump_from = "2:K"')
    change(issue / "front" / "page.toml", 'copy = "bridge.txt"\n', "")
    assert "page.jump_from_nothing" in [one.key for one in refused(issue)]


def test_an_edition_is_named_alone(issue: Path) -> None:
    """Beside other folders nobody could say which page is which."""
    with pytest.raises(UsageError) as caught:
        orders_of([issue, issue / "front"])
    assert [one.key for one in caught.value.findings] == ["page.edition_among_pages"]


def test_a_page_that_leans_on_its_edition_says_so(issue: Path) -> None:
    """One finding, not one for each key that the edition has."""
    with pytest.raises(DescriptionError) as caught:
        read_page(issue / "market")
    assert [one.key for one in caught.value.findings] == ["page.of_edition"]


def test_an_edition_is_no_page() -> None:
    """Where one page is wanted, the folder of an edition is told to be one."""
    with pytest.raises(DescriptionError) as caught:
        read_page(ISSUE)
    assert [one.key for one in caught.value.findings] == ["page.is_edition"]


def test_the_canonical_spelling_of_an_edition_is_its_own(issue: Path) -> None:
    """`fmt` leaves the small edition as it is, spells a date as a date, and covers every page's files."""
    spelled = format_page(issue)
    assert {path: text for path, text in spelled.items() if path.read_text("utf-8") != text} == {}
    assert {path.name for path in spelled} >= {"edition.toml", "page.toml", "bridge.txt", "banks.txt"}
    change(issue / "edition.toml", 'issue = 1208\nstyle = "daily"', 'style = "daily"\nissue=1208')
    assert format_page(issue)[issue / "edition.toml"] == (ISSUE / "edition.toml").read_text("utf-8")


# Jumps (转版): file, what is changed in it, what it becomes, and the finding.
_FRONT, _CITY = "front/page.toml", "city/page.toml"
_JUMP_CASES = [
    ("page.bad_jump", _FRONT, '"2:K"', '▲"二版K"'),
    ("page.bad_jump", _FRONT, '"2:K"', '▲"2:KK"'),
    ("page.bad_jump_from", _CITY, '"1:A"', '▲"1-A"'),
    ("page.wrong_type", _FRONT, '"2:K"', "▲2"),
    ("page.jump_no_page", _FRONT, '"2:K"', '▲"9:K"'),
    ("page.jump_no_part", _FRONT, '"2:K"', '▲"2:X"'),
    ("page.jump_no_part_here", _CITY, '"V"', '▲"X"'),
    ("page.jump_to_itself", _CITY, '"V"', '▲"W"'),
    ("page.jump_not_a_rest", _FRONT, '"2:K"', '▲"2:W"'),
    ("page.jump_not_a_rest", _FRONT, '"2:K"', '▲"2:P"'),
    ("page.jump_other_source", _CITY, '"1:A"', '"1:C"'),
    ("page.jump_slot_taken", _FRONT, '"4:R"', '▲"2:K"'),
    ("page.jump_from_nothing", _FRONT, 'jump_to = "2:K"\n', ""),
    ("page.jump_with_copy", _CITY, 'jump_from = "1:A"', 'jump_from = "1:A"\ncopy = ▲"school.txt"'),
    ("page.jump_not_level", _FRONT, "rows = 18", 'rows = 20\nwriting = ▲"vertical"'),
    ("page.jump_not_level", _CITY, 'jump_from = "1:A"', 'jump_from = "1:A"\nhead = ▲"vertical"'),
    ("page.goes_with", _FRONT, "rows = 18", 'rows = 20\nheadline = ▲"另题"'),
    ("page.missing_key", _CITY, 'jump_from = "1:A"\n', ""),
]


@pytest.mark.parametrize(("key", "name", "old", "new"), _JUMP_CASES)
def test_a_jump_that_leads_nowhere_is_told_at_its_place(issue: Path, key: str, name: str, old: str, new: str) -> None:
    """One finding for each mistake, and it points."""
    file = issue / name
    text = file.read_text("utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    at = text.find("▲")
    file.write_text(text.replace("▲", ""), encoding="utf-8", newline="\n")
    found = refused(issue)
    assert key in [one.key for one in found]
    if at >= 0:
        one = next(one for one in found if one.key == key)
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        assert (one.place.file, one.place.line, one.place.column) == (str(file), line, column)


@pytest.mark.parametrize(
    "key",
    [
        "page.jump_no_page",
        "page.jump_no_part",
        "page.jump_no_part_here",
        "page.jump_to_itself",
        "page.jump_slot_taken",
        "page.jump_other_source",
        "page.jump_not_a_rest",
        "page.jump_from_nothing",
    ],
)
def test_a_wrong_end_is_told_once(issue: Path, key: str) -> None:
    """The part that waits for the story does not say the same from its side."""
    _, name, old, new = next(case for case in _JUMP_CASES if case[0] == key)
    change(issue / name, old, new.replace("▲", ""))
    assert [one.key for one in refused(issue)] == [key]


def test_a_story_may_not_go_round_in_a_circle(issue: Path) -> None:
    """Two continuations that continue each other, told once."""
    change(issue / "city" / "page.toml", 'copy = "school.txt"\n', "")
    change(issue / "city" / "page.toml", 'jump_to = "V"', 'jump_to = "V"\njump_from = "V"')
    change(issue / "city" / "page.toml", 'jump_from = "W"', 'jump_from = "W"\njump_to = "W"')
    assert [one.key for one in refused(issue)] == ["page.jump_circle"]


def test_pages_may_not_take_text_from_each_other(issue: Path) -> None:
    """A story from page one to page two and another back: neither page can be made up first."""
    from jxprint.edition import make_edition

    change(issue / "city" / "page.toml", 'jump_to = "V"', 'jump_to = "1:V"')
    change(issue / "city" / "page.toml", "V V V V V\n", "")
    text = (issue / "city" / "page.toml").read_text("utf-8")
    part = text[text.rindex("[[part]]") :]
    (issue / "city" / "page.toml").write_text(text[: -len(part)], "utf-8")
    change(issue / "front" / "page.toml", "C C C C C\n", "C C C C C\nV V V V V\n")
    with (issue / "front" / "page.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + part.replace('"W"', '"2:W"'))
    with pytest.raises(DescriptionError) as caught:
        make_edition([issue])
    assert [one.key for one in caught.value.findings] == ["page.jump_crossing"]


def test_pages_named_one_by_one_do_not_jump(issue: Path) -> None:
    """A jump to another page needs the edition; within a page it needs nothing."""
    edition = (issue / "edition.toml").read_text("utf-8")
    sheet = edition[edition.index("[sheet]") : edition.index("[folio]")]
    for name in ("front", "city"):
        text = (issue / name / "page.toml").read_text("utf-8")
        start = text.index("[[part]]")
        (issue / name / "page.toml").write_text(
            f'title = "版"\nstyle = "daily"\n{text[:start]}{sheet}{text[start:]}', "utf-8"
        )
    with pytest.raises(DescriptionError) as caught:
        read_pages([issue / "front", issue / "city"])
    assert [one.key for one in caught.value.findings] == ["page.jump_alone"] * 3
    with pytest.raises(DescriptionError):
        read_page(issue / "city")
    # Who reads the copy alone, as a proof-reader does, has no need of the other page.
    assert len(read_pages([issue / "front", issue / "city"], alone=False).pages) == 2


def test_continuations_have_the_name_of_their_story() -> None:
    """In messages, outlines and when a file is read back."""
    front, city, _, river = read_pages([ISSUE]).pages
    parts = front.part("A"), city.part("K"), river.part("R"), city.part("V")
    assert [part.name for part in parts if isinstance(part, Story)] == ["bridge", "bridge", "library", "school"]


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ('to = "（见另版）"', "page.bad_jump_words"),
        ('from = ""', "page.empty_value"),
        ('form = "（上接{page}版）"', "page.unknown_key_near"),
    ],
)
def test_the_words_of_a_jump_name_the_page(issue: Path, words: str, key: str) -> None:
    """A style's own words have a place for the number."""
    from jxprint.resources import style_file

    style = Path(style_file("daily")).read_text("utf-8")
    (issue / "own.toml").write_text(f"{style}\n[jump]\n{words}\n", "utf-8")
    change(issue / "edition.toml", 'style = "daily"', 'style = "own.toml"')
    assert key in {one.key for one in refused(issue)}
