"""Parts with pictures as described: crops, groups and captions read, and every mistake told at its place.

A case writes into the picture part of the small page; the mark ▲ shows where the finding has to point.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from PIL import Image

from jxprint.description import read_page
from jxprint.description.canonical import format_page
from jxprint.description.new import write_new_page
from jxprint.description.pictures import Seen, look_at
from jxprint.description.positions import Positions
from jxprint.description.tables import Table
from jxprint.edition.sources import sources
from jxprint.errors import DescriptionError, Finding
from jxprint.geometry import Rect
from jxprint.lint.lines import copy_of
from jxprint.messages import render
from jxprint.model import Picture
from photographs import photograph, write_photographs

PICTURES = Path(__file__).resolve().parent / "pages" / "pictures"
_FILE = 'file = "wide.png"\n'
_BESIDE = 'caption_side = "beside"\n'

_CASES = [
    ("page.bad_shares", f"{_FILE}focus = ▲0.5"),
    ("page.bad_shares", f"{_FILE}focus = ▲[0.5]"),
    ("page.bad_shares", f'{_FILE}focus = ▲["a", 0.5]'),
    ("page.bad_shares", f"{_FILE}crop = ▲[0, 0, 1]"),
    ("page.bad_shares", f"{_FILE}crop = ▲[0, 0, nan, 1]"),
    ("page.bad_shares", f"{_FILE}crop = ▲[0, 0, true, 1]"),
    ("page.crop_outside", f"{_FILE}crop = ▲[0.5, 0, 0.6, 1]"),
    ("page.crop_outside", f"{_FILE}crop = ▲[0, -0.1, 0.6, 1]"),
    ("page.crop_outside_pixels", f'{_FILE}crop = ▲[0, 0, "601px", 1]'),
    ("page.crop_empty", f"{_FILE}crop = ▲[0, 0, 0, 1]"),
    ("page.crop_empty", f"{_FILE}crop = ▲[0, 0, 0.5, 0.0001]"),
    ("page.crop_empty", f"{_FILE}crop = ▲[0.5, 0.5, -0.2, 0.5]"),
    ("page.focus_outside", f"{_FILE}focus = ▲[0.5, 1.2]"),
    ("page.focus_outside", f'{_FILE}focus = ▲["700px", 0]'),
    ("page.focus_cropped", f"{_FILE}focus = ▲[0.9, 0.5]\ncrop = [0, 0, 0.5, 1]"),
    ("page.goes_with", "focus = ▲[0.5, 0.5]"),
    ("page.goes_with", "crop = ▲[0, 0, 1, 1]"),
    ("page.out_of_bounds", f"{_FILE}aspect = ▲0"),
    ("page.bad_aspect", f'{_FILE}aspect = ▲"0:3"'),
    ("page.picture_empty", 'file = ▲"empty.png"'),
    ("page.unknown_value_near", 'caption_side = ▲"besides"'),
    ("page.unknown_value", f'{_BESIDE}caption_at = ▲"top"'),
    ("page.unknown_value", f'{_BESIDE}caption_align = ▲"middle"'),
    ("page.goes_with", 'caption_at = ▲"left"'),
    ("page.goes_with", 'caption_side = "over"\ncaption_columns = ▲1'),
    ("page.goes_with", "credit_below = ▲true"),
    ("page.one_of_two", f'{_BESIDE}caption_columns = 1\ncaption_measure = ▲"9字"'),
    ("page.caption_takes_all", f"{_BESIDE}caption_columns = ▲2"),
    ("page.out_of_bounds", f'{_BESIDE}caption_measure = ▲"4字"'),
    ("page.out_of_bounds", f'{_BESIDE}caption_measure = ▲"30字"'),
    ("page.length_without_unit", f"{_BESIDE}caption_measure = ▲9"),
    ("page.unknown_rule_near", 'keyline = ▲"hairlin"'),
    ("page.goes_with", "across = ▲2"),
    ("page.empty_group", "picture = ▲[]"),
    ("page.wrong_type", "picture = ▲[1, 2]"),
    ("page.of_one_picture", 'file = ▲"wide.png"\n[[part.picture]]\nalt = "图"'),
    ("page.bad_across", "across = ▲[1, 1]\n[[part.picture]]\nalt = '图'"),
    ("page.bad_across", "across = ▲[0, 1]\n[[part.picture]]\nalt = '图'"),
    ("page.out_of_bounds", "across = ▲0\n[[part.picture]]\nalt = '图'"),
    ("page.unknown_key", "[[part.picture]]\n▲credit = '图'"),
    ("page.unknown_key_near", "[[part.picture]]\nfile = 'wide.png'\n▲focsu = [0, 0]"),
    ("page.crop_outside_pixels", f"{_FILE}crop = ▲['1px', 0, '600px', 1]"),
    ("page.crop_outside", "[[part.picture]]\nfile = 'wide.png'\ncrop = ▲[0, 0, 2, 1]"),
    ("page.picture_missing", "[[part.picture]]\nfile = ▲'none.png'"),
    ("page.too_many_pictures", "[[part.picture]]\n" * 41),
]


def _page(tmp_path: Path, written: str) -> tuple[Path, tuple[int, int] | None]:
    """The small page with something written into its picture part, and where the mark stood."""
    folder = tmp_path / "page"
    write_new_page(folder)
    write_photographs(folder)
    plan = folder / "page.toml"
    text = plan.read_text(encoding="utf-8").replace('credit = "本报摄"', written)
    at = text.find("▲")
    plan.write_text(text.replace("▲", ""), encoding="utf-8")
    return folder, (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)) if at >= 0 else None


def _refused(folder: Path) -> tuple[Finding, ...]:
    with pytest.raises(DescriptionError) as refusal:
        read_page(folder)
    return refusal.value.findings


def _picture(folder: Path) -> Picture:
    part = read_page(folder).part("P")
    assert isinstance(part, Picture)
    return part


@pytest.mark.parametrize(("key", "written"), _CASES)
def test_a_mistake_about_a_picture_is_told_at_its_place(key: str, written: str, tmp_path: Path) -> None:
    """Each is one finding, which can be said in both languages."""
    folder, at = _page(tmp_path, written)
    whole = (folder / "wide.png").read_bytes()
    (folder / "empty.png").write_bytes(whole[:16] + bytes(4) + whole[20:])
    found = _refused(folder)
    assert [one.key for one in found] == [key]
    assert at is None or (found[0].place.line, found[0].place.column) == at
    for language in ("en", "zh"):
        assert "{" not in render(found[0], language)


def test_all_mistakes_about_pictures_are_told_at_once(tmp_path: Path) -> None:
    """Of the part and of each picture of its group."""
    member = "[[part.picture]]\nfile = 'wide.png'\n"
    wrong = "caption_side = 'left'\nkeyline = 'none'\nacross = 9\n"
    folder, _ = _page(tmp_path, f"{wrong}{member}crop = [0, 0, 2, 1]\n{member}focus = [2, 2]\n{member}aspect = 0\n")
    assert sorted(one.key for one in _refused(folder)) == [
        "page.crop_outside", "page.focus_outside", "page.out_of_bounds", "page.unknown_rule", "page.unknown_value",
    ]  # fmt: skip


def test_what_a_lost_picture_says_of_itself_is_judged_all_the_same(tmp_path: Path) -> None:
    """Shares need no file; what is said in pixels waits for it."""
    folder, _ = _page(tmp_path, "file = '../wide.png'\ncrop = [0, 0, 2, 1]\nfocus = [0.5, 3]")
    found = _refused(folder)
    assert [one.key for one in found] == ["page.outside", "page.crop_outside_shares", "page.focus_outside"]
    (tmp_path / "other").mkdir()
    folder, _ = _page(tmp_path / "other", "file = '../wide.png'\ncrop = [0, 0, '900px', 1]")
    assert [one.key for one in _refused(folder)] == ["page.outside"]


def test_crops_are_read_as_shares_or_pixels(tmp_path: Path) -> None:
    """Both say the same: shares of what is seen."""
    folder, _ = _page(tmp_path, f'{_FILE}focus = ["150px", 0.5]\ncrop = [0, "30px", "300px", 0.9]')
    part = _picture(folder)
    assert part.focus == (0.25, 0.5)
    assert part.crop == Rect(0.0, 0.1, 0.5, 0.9)
    assert part.shots[0].crop == part.crop


@pytest.mark.parametrize(
    ("across", "rows"), [("", [3]), ("across = 2", [2, 1]), ("across = [1, 2]", [1, 2]), ("across = 9", [3])]
)
def test_a_group_stands_in_rows(across: str, rows: list[int], tmp_path: Path) -> None:
    """As many pictures side by side as `across` says; all of them without it."""
    folder, _ = _page(tmp_path, across + "\n[[part.picture]]\nalt = '图'" * 3)
    assert [len(row) for row in _picture(folder).shot_rows] == rows


def test_the_gap_of_a_group_is_the_styles(tmp_path: Path) -> None:
    """A length; half a column gap where the style says nothing."""
    folder, _ = _page(tmp_path, "")
    assert read_page(folder).style.spacing.picture_gap_pt is None
    own = "format = 1\n[role.body]\nface = 'song'\nsize = '10pt'\n[rule.oxford]\nwidths = '1pt'\n"
    own += "[spacing]\npicture_gap = '2mm'\n"
    (folder / "own.toml").write_text(own, encoding="utf-8")
    plan = folder / "page.toml"
    plan.write_text(plan.read_text(encoding="utf-8").replace('"daily"', '"own.toml"'), encoding="utf-8")
    assert read_page(folder).style.spacing.picture_gap_pt == pytest.approx(2 * 72 / 25.4)


def test_files_and_labels_of_a_group_are_the_pages(tmp_path: Path) -> None:
    """No output takes the place of one of its files, and the proof-reader sees its labels."""
    group = "[[part.picture]]\nfile = 'wide.png'\n[[part.picture]]\nfile = 'tall.png'\nlabel = '图②'"
    folder, _ = _page(tmp_path, group)
    page = read_page(folder)
    assert {folder / "wide.png", folder / "tall.png"} <= set(sources([page], folder))
    assert ("caption", "图②") in [(line.role, line.text) for line in copy_of(page)]


def test_formatting_keeps_a_page_of_pictures(tmp_path: Path) -> None:
    """Tables within a part stand behind its own keys; the page stays the same, comments and all."""
    folder = tmp_path / "pictures"
    shutil.copytree(PICTURES, folder)
    write_photographs(folder)
    plan = folder / "page.toml"
    text = plan.read_text(encoding="utf-8").replace('alt = "麦田"\n', 'alt = "麦田"  # taken in June\n')
    text = text.replace('[[part.picture]]\nalt = "码头"\nlabel', '# not yet\n[[part.picture]]\nlabel = "图④"\nalt')
    text = text.replace('alt = "图④"', 'alt = "码头"')
    plan.write_text(text, encoding="utf-8")

    def meaning() -> str:
        return re.sub(r"Place\([^)]*\)", "", repr(read_page(folder)))

    before = meaning()
    spelled = format_page(folder)
    plan.write_text(spelled[plan], encoding="utf-8")
    assert meaning() == before
    assert format_page(folder) == spelled
    assert '\nalt = "麦田"  # taken in June\n' in spelled[plan]
    assert '# not yet\n[[part.picture]]\nalt = "码头"\nlabel = "图④"\n' in spelled[plan]


def _looked_at(path: Path) -> tuple[Seen | None, list[str]]:
    """What a picture is, and the keys of what is wrong with it."""
    findings: list[Finding] = []
    table = Table({}, (), "page.toml", Positions({}), findings)
    return look_at(table, "file", path), [finding.key for finding in findings]


@pytest.mark.parametrize("size", [(1, 1), (2, 9), (3, 400), (401, 303)])
def test_a_jpeg_is_as_large_as_its_file_says(size: tuple[int, int], tmp_path: Path) -> None:
    """It is only looked at in small, for whether it is whole."""
    path, exif = tmp_path / "a.jpg", Image.Exif()
    exif[274] = 6
    Image.new("RGB", size, (90, 40, 20)).save(path, exif=exif)
    seen, wrong = _looked_at(path)
    assert seen is not None
    assert (seen.pixels, seen.orientation, wrong) == (size[::-1], 6, [])


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_jpeg_is_whole_to_the_last_row(progressive: bool, mode: str, tmp_path: Path) -> None:
    """Wherever it is cut it is damaged, also behind the last of what a look in small needs."""
    path = tmp_path / "a.jpg"
    photograph((301, 203)).convert(mode).save(path, quality=95, progressive=progressive)
    whole = path.read_bytes()
    assert _looked_at(path)[1] == []
    for left in (len(whole) // 3, len(whole) * 9 // 10, len(whole) - 40):
        path.write_bytes(whole[:left])
        assert _looked_at(path) == (None, ["page.picture_damaged"])
