"""What is seen: the page drawn with its text and without it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

import jxprint
from jxprint.fonts import Library
from jxprint.model import Page
from sabotage import pdf_of, spoiled

MARKED = Path(__file__).parent / "pages" / "marked"


def told(pdf: bytes, page: Page, over: bytes) -> dict[str, int]:
    """How many characters are told by kind of finding, with something painted over the page's foot half."""

    def paint(document: pikepdf.Pdf) -> None:
        sheet = document.pages[0].obj
        content = b"\n/Artifact BMC q " + over + b" Q EMC"
        sheet["/Contents"] = document.make_stream(sheet["/Contents"].read_bytes() + content)

    findings = jxprint.check(spoiled(pdf, paint), page).findings
    return {one.key: int(str(one.args.get("count", 0))) for one in findings}


@pytest.mark.parametrize("over", [b"1 g 0 0 3000 400 re f", b"0 g 0 0 m 3000 0 l 1500 900 l h f"])
def test_text_under_anything_opaque_is_not_seen(over: bytes, jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Both readers find every character; nobody else does."""
    found = told(jiaxing_pdf, jiaxing, over)
    assert found["checks.unseen"] > 10
    assert not {"checks.missing", "checks.altered"} & set(found)


@pytest.mark.parametrize("over", [b"0 G 0.3 w 0 100 m 3000 100 l S", b"0 g 0 0 3000 2 re f", b"1 g 0 0 8 8 re f"])
def test_rules_and_bars_beside_text_touch_nothing(over: bytes, jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """A hairline between two lines of text, and a bar in the margin."""
    assert told(jiaxing_pdf, jiaxing, over) == {}


def _han(pdf: bytes, size: float) -> tuple[float, float, float, float]:
    """The edges of a Han character of about a size (points) in PDF space."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        boxes = [
            text.get_charbox(k) for k in range(text.count_chars()) if "\u4e00" <= text.get_text_range(k, 1) < "\ua000"
        ]
    left, low, right, high = next(box for box in boxes if 0.85 * size < box[2] - box[0] < size and box[1] > 200)
    return left, low, right, high


@pytest.mark.parametrize(
    "over",
    [
        "0 G 0.2 w {left} {y} m {right} {y} l S",
        "0 g {x} {y} 0.8 0.8 re f",
        "1 g {x} {y} 1.5 1.5 re f",
        "0.7 0 0 0 k {x} {y} 1 1 re f",
        "1 g {left} {low} 8 0.4 re f",
    ],
    ids=["hairline", "dot", "white patch", "pale dot", "foot"],
)
def test_what_is_painted_within_a_character_is_told(over: str, jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """A rule makes 目 of 日 and a dot 太 of 大; every reader has the text, and every edge of it is seen."""
    left, low, right, high = _han(jiaxing_pdf, 10)
    x, y = (left + right) / 2, (low + high) / 2
    content = over.format(left=left, low=low, right=right, x=x, y=y)
    assert told(jiaxing_pdf, jiaxing, content.encode()) == {"checks.touched": 1}


def test_a_bar_beside_a_flat_character_is_told(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """一 and a bar under it are 二; nothing is within the edges of its one stroke."""
    with pypdfium2.PdfDocument(jiaxing_pdf) as document:
        text = document[0].get_textpage()
        flat = [text.get_charbox(k) for k in range(text.count_chars()) if text.get_text_range(k, 1) == "一"]
    left, low, right, _ = next(box for box in flat if 8 < box[2] - box[0] < 10)
    bar = f"0 g {left} {low - 2.4} {right - left} 0.4 re f"
    assert told(jiaxing_pdf, jiaxing, bar.encode()) == {"checks.touched": 1}


@pytest.mark.parametrize("over", ["", "0 0 1 1 re f", "{patch} f"], ids=["nothing", "beside text", "patch"])
def test_text_on_a_tint_stands_alone_on_it(over: str, jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Nothing is told of a tint behind all text; a patch in its colour is where it lies over a stroke."""
    left, low, right, high = _han(jiaxing_pdf, 10)
    patch = f"{left + 2} {low + 2} {right - left - 4} {high - low - 4} re"

    def paint(document: pikepdf.Pdf) -> None:
        sheet = document.pages[0].obj
        before = b"/Artifact BMC q 0.8 g -100 -100 3000 3000 re f Q EMC\n"
        behind = f"\n/Artifact BMC q 0.8 g {over.format(patch=patch)} Q EMC".encode()
        sheet["/Contents"] = document.make_stream(before + sheet["/Contents"].read_bytes() + behind)

    findings = jxprint.check(spoiled(jiaxing_pdf, paint), jiaxing).findings
    assert [one.key for one in findings] == (["checks.touched"] if "patch" in over else [])


def test_large_characters_that_stand_in_each_other_are_told(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """The head of a page: its characters are far from each other, and one is drawn over the next all the same."""

    def spoil(document: pikepdf.Pdf) -> None:
        sheet = document.pages[0].obj
        content = sheet["/Contents"].read_bytes()
        sizes = {float(size) for size in re.findall(rb"/F\d+ ([\d.]+) Tf", content)}
        largest = next(
            size for size in re.findall(rb"/F\d+ [\d.]+ Tf", content) if float(size.split()[1]) == max(sizes)
        )
        way = b" %.2f Tc " % (-0.6 * max(sizes))
        at = content.index(largest)
        end = content.index(b"\nET", at)
        sheet["/Contents"] = document.make_stream(content[:at] + way + content[at:end] + b" 0 Tc" + content[end:])

    assert "checks.overlapping" in {one.key for one in jxprint.check(spoiled(jiaxing_pdf, spoil), jiaxing).findings}


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_signs_beside_parts_of_characters_touch_nothing(writing: str, tmp_path: Path, library: Library) -> None:
    """灬, 氵 and 卜 have their ink at one side of their em; emphasis dots and name lines stand beyond the em."""
    folder = shutil.copytree(MARKED, tmp_path / "parts")
    described = (folder / "page.toml").read_text(encoding="utf-8").replace('pitch = "15pt"', 'pitch = "17pt"')
    described = described.replace('kind = "story"', f'kind = "story"\nwriting = "{writing}"\nhead = "horizontal"')
    (folder / "page.toml").write_text(described.replace('height = "200mm"', 'height = "300mm"'), encoding="utf-8")
    copy = "headline: 偏旁\n\n{着重:灬卜氵亻亠宀}旁，{专名:灬卜氵亻}和{专名:宀亠灬}部。\n"
    for name in ("kinds", "nested", "readings"):
        (folder / f"{name}.txt").write_text(copy, encoding="utf-8")
    page = jxprint.read_page(folder)
    assert not jxprint.check(pdf_of(jxprint.compose(page, library), library), page).findings
