"""Kept files spoiled on purpose: whatever is changed, lost, doubled or moved is named with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from jxprint.checker.kept.comparing import check_kept
from jxprint.checker.report import CheckReport
from jxprint.cli import main
from jxprint.errors import DescriptionError
from jxprint.model import Page
from jxprint.placed import PlacedPage
from jxprint.writers.library.alto import alto
from jxprint.writers.library.hocr import hocr
from jxprint.writers.library.leaf import Leaf
from jxprint.writers.library.leaves import leaf_of
from jxprint.writers.library.page_xml import page_xml
from jxprint.writers.library.words import articles_json, plain_text

JIAXING = Path(__file__).resolve().parent.parent / "layout" / "jiaxing"
WRITERS: dict[str, Callable[[Leaf], bytes]] = {
    "alto": alto, "page": page_xml, "hocr": hocr, "json": articles_json, "text": plain_text,
}  # fmt: skip
PLACED = ("alto", "page", "hocr", "json")
# A sentence of one line of the first page that is there once.
CHANGED = "嘉善：解决好人才关心的关键事"

Kept = dict[str, str]


@pytest.fixture(scope="module")
def kept(jiaxing_placed: PlacedPage) -> Kept:
    """The first page in every format."""
    leaf = leaf_of(jiaxing_placed, 300)
    return {kind: write(leaf).decode() for kind, write in WRITERS.items()}


def told(data: str, kind: str, page: Page) -> tuple[CheckReport, set[str]]:
    """The report of a spoiled file, and the keys of its findings."""
    report = check_kept(data.encode(), kind, [page])
    return report, {finding.key for finding in report.findings}


@pytest.mark.parametrize("kind", WRITERS)
def test_a_character_that_was_changed_is_told(kind: str, kept: Kept, jiaxing: Page) -> None:
    """Everywhere in the file where its line says it: with the story, the line of the copy, and the character."""
    report, keys = told(kept[kind].replace("关键事", "关健事").replace(">键<", ">健<"), kind, jiaxing)
    assert "checks.altered" in keys
    changed = [one for one in report.findings if one.key == "checks.altered" and one.args["expected"] == "键"]
    finding = next(one for one in changed if str(one.args["after"]).endswith("关"))
    assert finding.args["read"] == "健"
    assert finding.place.file
    assert finding.place.line
    assert (finding.args["x_mm"] is None) == (kind == "text")


@pytest.mark.parametrize("kind", ["alto", "page", "hocr"])
def test_a_line_that_is_gone_is_told(kind: str, kept: Kept, jiaxing: Page) -> None:
    """A line taken out of the file is missing from its paragraph."""
    pattern = {
        "alto": r'<TextLine ID="A6B4[^"]*L2".*?</TextLine>\n',
        "page": r'<TextLine id="A6B4[^"]*L2".*?</TextLine>\n',
        "hocr": r'<span class="ocr_line" id="A6B4[^"]*L2".*?</span></span>\n',
    }[kind]
    spoiled, count = re.subn(pattern, "", kept[kind], count=1, flags=re.S)
    assert count == 1
    report, keys = told(spoiled, kind, jiaxing)
    assert keys == {"checks.missing"}
    assert report.findings[0].place.part == "xiuzhou"


@pytest.mark.parametrize("kind", ["alto", "page"])
def test_another_reading_order_is_told(kind: str, kept: Kept, jiaxing: Page) -> None:
    """Two paragraphs exchanged in the order alone: the text of each is right, and one has moved."""
    spoiled = kept[kind]
    if kind == "alto":
        first, second = (f'<ElementRef ID="ref-A7B{at}" REF="A7B{at}"/>' for at in (1, 2))
        assert first + "\n" + second in spoiled
        spoiled = spoiled.replace(first + "\n" + second, second + first)
    else:
        spoiled = spoiled.replace('regionRef="A7B1" index="0"', 'regionRef="A7B1" index="1"').replace(
            'regionRef="A7B2" index="1"', 'regionRef="A7B2" index="0"'
        )
    assert "checks.moved" in told(spoiled, kind, jiaxing)[1]


@pytest.mark.parametrize("kind", ["alto", "page"])
def test_a_reference_into_the_void_is_told(kind: str, kept: Kept, jiaxing: Page) -> None:
    """By its name and line; that what it led to is missing only follows."""
    key = "REF" if kind == "alto" else "regionRef"
    spoiled = kept[kind].replace(f'{key}="A7B2"', f'{key}="Z9"', 1)
    assert told(spoiled, kind, jiaxing)[1] == {"library.no_such_block"}


def test_glyphs_that_are_not_their_string_are_told(kept: Kept, jiaxing: Page) -> None:
    """In ALTO the string is the text; characters beside it that say something else are no less wrong."""
    spoiled = kept["alto"].replace('<Glyph CONTENT="键"', '<Glyph CONTENT="健"', 1)
    assert told(spoiled, "alto", jiaxing)[1] == {"library.glyphs_differ"}


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("alto", r'(<Glyph CONTENT="键" HPOS=")\d+', r"\g<1>9"),
        ("alto", r'(<TextLine ID="A7B3[^"]*L2" HPOS=")\d+', r"\g<1>9"),
        ("alto", r'(<TextBlock ID="A7B1" HPOS=")\d+', r"\g<1>99999"),
        ("page", r'(<TextLine id="A7B3[^"]*L2"><Coords points=")\d+,\d+ \d+', r"\g<1>9,9 10"),
        ("hocr", r'(<span class="ocr_line" id="A7B3[^"]*L2" title="bbox )\d+', r"\g<1>9"),
        ("json", r'("id":"A7B3[^"]*L2","text":"[^"]*","box":\[)\d+', r"\g<1>9"),
    ],
)
def test_what_stands_elsewhere_is_told(kind: str, old: str, new: str, kept: Kept, jiaxing: Page) -> None:
    """A character, a line, a block whose box is out of what it stands in, though every text is right."""
    spoiled, count = re.subn(old, new, kept[kind], count=1)
    assert count == 1
    report, keys = told(spoiled, kind, jiaxing)
    assert keys <= {"library.out_of_place", "library.off_page", "library.other_baseline", "library.form_value"}
    assert keys != {"library.other_baseline"}
    assert not report.ok


def test_an_article_that_ends_elsewhere_is_told(kept: Kept, jiaxing: Page) -> None:
    """Every character in order, and a blank line too many or too few."""
    lines = kept["text"].split("\n")
    at = lines.index(CHANGED)
    joined = "\n".join([*lines[: at - 1], *lines[at:]])
    parted = "\n".join([*lines[: at + 1], "", *lines[at + 1 :]])
    for spoiled in (joined, parted):
        report, keys = told(spoiled, "text", jiaxing)
        assert keys == {"library.article_ends"}
        assert report.findings[0].place.file


@pytest.mark.parametrize("kind", PLACED)
def test_a_page_of_another_shape_is_told(kind: str, kept: Kept, jiaxing: Page) -> None:
    """An image twice as wide cannot be of this sheet."""
    pattern = {
        "alto": r'(PHYSICAL_IMG_NR="1" WIDTH=")\d+',
        "page": r'(imageWidth=")\d+',
        "hocr": r'(<div class="ocr_page" id="P1" title="bbox 0 0 )\d+',
        "json": r'("width":)\d+',
    }[kind]
    spoiled, count = re.subn(pattern, r"\g<1>9999", kept[kind], count=1)
    assert count == 1
    assert "library.other_shape" in told(spoiled, kind, jiaxing)[1]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"<alto", "sources.damaged"),
        (b"<alto></alto>", "library.no_page"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "library.unknown_kind"),
        (b'<!DOCTYPE alto [<!ENTITY e SYSTEM "file:///etc/passwd">]><alto>&e;</alto>', "sources.doctype"),
        (b"{", "sources.damaged"),
        (b'{"format": 1}', "sources.damaged"),
        (b'{"format":"x","version":1,"page":{"number":1,"width":1,"height":1},"articles":[]}', "library.unknown_kind"),
        (b"[" * 100_000, "checks.missing"),
        (b"\xff\xfe", "sources.damaged"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, key: str, jiaxing: Page) -> None:
    """One finding, and nothing outside the file is ever opened; a text that is not the copy is compared like any."""
    if key.startswith("checks"):
        assert not check_kept(data, "page", [jiaxing]).ok
        return
    with pytest.raises(DescriptionError) as caught:
        check_kept(data, "page", [jiaxing])
    assert [finding.key for finding in caught.value.findings] == [key]


@pytest.mark.parametrize("kind", WRITERS)
def test_check_takes_any_of_them(kind: str, kept: Kept, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`jxprint check FILE DIR`: 0 where it is the copy, 1 where it is not, and the place is told."""
    suffix = {"json": ".json", "text": ".txt", "hocr": ".html"}.get(kind, ".xml")
    file = tmp_path / f"page{suffix}"
    file.write_text(kept[kind], encoding="utf-8", newline="")
    assert main(["check", str(file), str(JIAXING)]) == 0
    assert f"exact in reading order ({kind})" in capsys.readouterr().out
    file.write_text(kept[kind].replace("关键事", "关健事"), encoding="utf-8", newline="")
    assert main(["check", str(file), str(JIAXING), "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert not answer["ok"]
    assert any(one["line"] for one in answer["findings"])


@pytest.mark.parametrize("name", ["1.xml", "1.html", "1.json"])
def test_an_empty_file_is_no_pdf(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is of the kind that its name says."""
    file = tmp_path / name
    file.write_bytes(b"")
    assert main(["check", str(file), str(JIAXING)]) == DescriptionError.exit_code
    told = capsys.readouterr().err
    assert name in told
    assert "PDF" not in told
