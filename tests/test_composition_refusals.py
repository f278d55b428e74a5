"""What composition refuses is told whole and true: every place at once, each cause by its own name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import jxprint
from jxprint.cli import main
from jxprint.description.new import write_new_page
from jxprint.errors import DescriptionError, Finding, FontError, JxprintError, OversetError
from jxprint.messages import render

_RARE = "\U0003134a"  # no face has it
STYLES = Path(__file__).resolve().parent.parent / "layout" / "styles"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A small page with a style of its own."""
    folder = tmp_path / "page"
    write_new_page(folder)
    (folder / "own.toml").write_bytes((STYLES / "daily.toml").read_bytes())
    change(folder / "page.toml", '"daily"', '"own.toml"')
    return folder


def change(file: Path, old: str, new: str) -> None:
    """Write a file otherwise."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def refused(folder: Path, kind: type[JxprintError]) -> tuple[Finding, ...]:
    """The findings with which a page is refused, as an error of exactly one kind."""
    page = jxprint.read_page(folder)
    library = jxprint.open_library(page.style.fonts, base=folder, places=page.style.font_places)
    with pytest.raises(JxprintError) as caught:
        jxprint.compose(page, library)
    assert type(caught.value) is kind
    for finding in caught.value.findings:
        for language in ("en", "zh"):
            assert "{" not in render(finding, language)
    return caught.value.findings


def keys(findings: tuple[Finding, ...]) -> list[str]:
    """What is told, without room."""
    return [finding.key.partition(".")[2] for finding in findings]


def test_everything_that_is_wrong_with_a_page_is_told_at_once(page: Path) -> None:
    """A headline too wide, a story too long, a credit too wide and a missing character: they came one a run."""
    change(page / "page.toml", "一版从这里开始", "一版从这里开始" * 6)
    change(page / "page.toml", "本报摄", "某" * 90)
    change(page / "first.txt", "夜班编辑", "夜班" + _RARE)
    change(page / "second.txt", "版样画在", "版样画在" + "很多很多很多字" * 400)
    found = refused(page, FontError)
    assert sorted(keys(found)) == ["head_too_wide_broken", "no_face", "story_overset", "word_too_wide"]
    assert [one.place.file for one in found] == sorted(str(one.place.file) for one in found)


def test_the_second_run_says_the_same(page: Path) -> None:
    """What stands from an earlier make-up hides nothing."""
    change(page / "page.toml", "一版从这里开始", "一版从这里开始" * 6)
    change(page / "first.txt", "夜班编辑", "夜班" + _RARE)
    assert refused(page, FontError) == refused(page, FontError)


def test_a_missing_character_is_told_by_its_field_and_counted_from_1(page: Path) -> None:
    """The third character of a headline was “paragraph 1, character 2”."""
    change(page / "first.txt", "怎样改稿", "怎样" + _RARE)
    (finding,) = refused(page, FontError)
    assert "first, headline 1, character 3: no face has" in render(finding, "en")
    assert "first，标题第 1 行第 3 字：没有字体收录" in render(finding, "zh")
    assert "、" not in render(finding, "en")
    assert (finding.place.line, finding.place.column, finding.place.offset) == (1, 13, 2)


def test_a_missing_character_of_the_folio_is_told(page: Path) -> None:
    """By the piece."""
    change(page / "page.toml", "[sheet]", f'[folio]\nright = "甲{_RARE}"\n[sheet]')
    (finding,) = refused(page, FontError)
    assert "folio piece 3, character 2" in render(finding, "en")
    assert "报眉第 3 段第 2 字" in render(finding, "zh")


def test_a_letter_and_its_accent_apart_are_set_as_one(page: Path, tmp_path: Path) -> None:
    """café as some systems store it (NFD) was refused for an accent that no face has."""
    change(page / "first.txt", "怎样改稿", "怎样改cafe\u0301稿")
    assert main(["build", str(page), "-o", str(tmp_path / "page.pdf"), "--check"]) == 0


def test_a_role_without_a_face_is_told_where_the_style_names_it(page: Path) -> None:
    """All of them, with line and column."""
    style = page / "own.toml"
    style.write_text(style.read_text(encoding="utf-8").replace('"kai"', '"xingkai"'), encoding="utf-8")
    found = refused(page, FontError)
    wanted = [
        (number, line.index('"') + 1)
        for number, line in enumerate(style.read_text(encoding="utf-8").split("\n"), 1)
        if "xingkai" in line
    ]
    assert [(one.place.line, one.place.column) for one in found] == wanted
    assert {one.key for one in found} == {"fonts.no_face_for_role"}


def test_a_label_that_no_face_has_is_told_in_the_style(page: Path) -> None:
    """It was a defect of jxprint."""
    change(page / "own.toml", "原图未存", "原图" + _RARE)
    (finding,) = refused(page, FontError)
    assert "placeholder label, character 3" in render(finding, "en")
    assert finding.place.file == str(page / "own.toml")
    assert finding.place.column == 12


def test_a_label_stays_within_its_frame(page: Path) -> None:
    """One of sixty characters is set in lines; one of five hundred is refused. It was drawn across the page."""
    change(page / "own.toml", "原图未存", "原图未存" * 15)
    placed = jxprint.compose(jxprint.read_page(page), jxprint.open_library())
    (picture,) = [one for article in placed.articles for one in article.blocks if type(one).__name__ == "PlacedPicture"]
    drawn = [shape for shape in getattr(picture, "shapes", ()) if type(shape).__name__ == "Outline"]
    frame = picture.frame  # type: ignore[union-attr]
    xs = [command[at] for shape in drawn for command in shape.commands for at in range(1, len(command), 2)]
    assert len(drawn) >= 60
    assert frame.x < min(xs) <= max(xs) < frame.right
    change(page / "own.toml", "原图未存" * 15, "原图未存" * 300)
    assert keys(refused(page, OversetError)) == ["label_too_long"]


def test_a_stack_that_is_too_deep_blames_no_one_part(page: Path) -> None:
    """The last story was told that it had room for 0 lines, whatever stood over it; it has not so much to give."""
    change(page / "first.txt", "每篇稿件", "很长很长的稿件。" * 150 + "每篇稿件")
    (finding,) = refused(page, OversetError)
    told = render(finding, "en")
    assert finding.key == "composition.stack_too_deep"
    rows = finding.args["rows"]
    assert re.search(rf"first, second: this stack is {rows} rows too deep", told), told
    assert "first " in told.partition("could give ")[2]
    gives = finding.args["gives"]
    assert isinstance(gives, tuple)
    assert [give.args["name"] for give in gives] == ["first"]
    assert gives[0].args["lines"] in (2 * int(str(rows)) - 1, 2 * int(str(rows)))  # a line may be won by levelling


def test_cutting_what_was_asked_for_makes_the_page_fit(page: Path) -> None:
    """The number of characters is true: with so many fewer, and a line for the place, the page is made up."""
    change(page / "first.txt", "每篇稿件", "很长很长的稿件。" * 150 + "每篇稿件")
    (finding,) = refused(page, OversetError)
    gives = finding.args["gives"]
    assert isinstance(gives, tuple)
    cut = int(gives[0].args["characters"]) // 8 + 4
    change(page / "first.txt", "很长很长的稿件。" * 150, "很长很长的稿件。" * (150 - cut))
    jxprint.compose(jxprint.read_page(page), jxprint.open_library())


@pytest.mark.parametrize(
    ("folio", "over"),
    [('left = "{0}"\ncentre = "二〇二六年"', True), ('left = "{0}"', False), ('centre = "{0}{0}"', True)],
)
def test_pieces_of_the_folio_do_not_stand_on_one_another(page: Path, folio: str, over: bool) -> None:
    """They were printed one over the other."""
    change(page / "page.toml", "[sheet]", f"[folio]\n{folio.format('某' * 50)}\n[sheet]")
    if not over:
        jxprint.compose(jxprint.read_page(page), jxprint.open_library())
        return
    found = refused(page, OversetError)
    assert keys(found) == ["folio_overlap"]
    assert found[0].place.line


def test_an_edition_tells_all_pages(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One page cannot be read, another has a missing character: both are told; the code is the first in the table."""
    other = tmp_path / "other"
    write_new_page(other)
    change(other / "first.txt", "怎样改稿", "怎样" + _RARE)
    change(page / "page.toml", 'kind = "masthead"', 'kind = "masthaed"')
    assert main(["build", str(other), str(page), "-o", str(tmp_path / "x.pdf"), "--lang", "en"]) == 3
    told = capsys.readouterr().err
    assert "did you mean “masthead”?" in told
    assert "no face has" in told
    with pytest.raises(DescriptionError):
        jxprint.read_page(page)


@pytest.mark.parametrize(
    ("char", "english", "chinese"),
    [("\u2091", "{sub:e}", "{下标:e}"), ("\u1d49", "{sup:e}", "{上标:e}"), ("\u1d62", "{sub:i}", "{下标:i}")],
)
def test_a_script_of_unicode_that_no_face_has_is_told_with_its_markup(
    page: Path, char: str, english: str, chinese: str
) -> None:
    """₂ and ⁶ can be had in any face by markup, and the hint says how."""
    change(page / "first.txt", "每篇稿件", f"每{char}篇")
    loaded = jxprint.read_page(page)
    with pytest.raises(FontError) as caught:
        jxprint.compose(loaded, jxprint.open_library())
    (finding,) = caught.value.findings
    assert (finding.place.line, finding.place.column) == (4, 2)
    assert english in render(finding, "en")
    assert chinese in render(finding, "zh")
