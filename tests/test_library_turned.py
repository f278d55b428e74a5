"""Turned type in what a library keeps: what lies on its side in a vertical line, what stands across it (纵中横)."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from hand_placed import placed as hand_placed
from jxprint.checker.kept.archive import check_archive
from jxprint.checker.kept.files import read_kept
from jxprint.cli import main
from jxprint.description.editions import read_pages
from jxprint.geometry import Rect
from jxprint.ink import BLACK
from jxprint.placed import Article, GlyphRun, PlacedPage, SourceRef, TextBlock, TextLine
from jxprint.placed.type import Orientation
from jxprint.writers.library.alto import alto
from jxprint.writers.library.hocr import hocr
from jxprint.writers.library.leaf import Leaf
from jxprint.writers.library.leaves import leaf_of
from jxprint.writers.library.page_xml import page_xml
from jxprint.writers.library.words import articles_json
from schemas import faults

VERTICAL = Path(__file__).resolve().parent / "pages" / "vertical"
A = "{http://www.loc.gov/standards/alto/ns-v4#}"
P = "{http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15}"
WRITERS: dict[str, Callable[[Leaf], bytes]] = {"alto": alto, "page": page_xml, "hocr": hocr, "json": articles_json}
# Texts of a vertical line, and how each stands.
MIXED: list[tuple[str, Orientation]] = [
    ("一九八七年", "vertical"),
    ("AB", "rotated"),
    ("月", "vertical"),
    ("12", "horizontal"),
]

Files = dict[str, bytes]


def leaf_with(*runs: tuple[str, Orientation]) -> Leaf:
    """A page of one vertical line; each character takes ten points."""
    placed, y = [], 80.0
    for text, orientation in runs:
        across = orientation == "horizontal"
        x, top = (95.0, y + 8.8) if across else (100.0, y)
        count = len(text)
        advance = 10.0 / count if across else 10.0
        placed.append(
            GlyphRun(
                "song-regular", 10.0, BLACK, x, top, text, (1,) * count, (advance,) * count, tuple(range(count)),
                SourceRef("A", "paragraph", 0, 0, count), orientation=orientation,
            )
        )  # fmt: skip
        y += 10.0 if across else 10.0 * count
    frame = Rect(50, 50, 600, 600)
    line = TextLine(100.0, 80.0, 400.0, 0, tuple(placed), length=y - 80.0)
    block = TextBlock("body", "paragraph", 0, (line,), (frame,))
    return leaf_of(hand_placed(Article("A", "story", "A", frame, (block,)))[1], 150)


def test_what_is_turned_in_part_is_told_by_the_word() -> None:
    """The block runs down; tags name the word that lies on its side, and the figures that stand across the line."""
    root = ElementTree.fromstring(alto(leaf_with(*MIXED)))
    (block,) = root.iter(f"{A}TextBlock")
    assert block.attrib["BASEDIRECTION"] == "ttb"
    assert "ROTATION" not in block.attrib
    labels = {one.attrib["ID"]: one.attrib["LABEL"] for one in root.iter(f"{A}LayoutTag")}
    told = [(one.attrib["CONTENT"], labels.get(one.attrib.get("TAGREFS", ""), "")) for one in root.iter(f"{A}String")]
    assert told == [("一九八七年", ""), ("AB", "rotated"), ("月", ""), ("12", "across")]
    words = [one.attrib for one in ElementTree.fromstring(page_xml(leaf_with(*MIXED))).iter(f"{P}Word")]
    assert ["turn {type:rotated;}" in one.get("custom", "") for one in words] == [False, True, False, False]
    assert [one.get("readingDirection", "") for one in words] == ["", "", "", "left-to-right"]


def test_a_block_on_its_side_is_rotated() -> None:
    """ALTO counts counterclockwise, PAGE by how much it has to be turned back, clockwise; either reads as any text does
    once it is turned back.
    """
    leaf = leaf_with(("River", "rotated"), (" ", "rotated"), ("Gauge", "rotated"))
    (block,) = ElementTree.fromstring(alto(leaf)).iter(f"{A}TextBlock")
    assert (block.attrib["ROTATION"], block.attrib["BASEDIRECTION"]) == ("-90", "ltr")
    (region,) = ElementTree.fromstring(page_xml(leaf)).iter(f"{P}TextRegion")
    assert region.attrib["readingOrientation"] == "-90"
    assert (region.attrib["readingDirection"], region.attrib["textLineOrder"]) == ("left-to-right", "top-to-bottom")
    assert b"textangle 270" in hocr(leaf)
    assert not faults("alto-4-4.xsd", alto(leaf))
    assert not faults("page-2019-07-15.xsd", page_xml(leaf))


def test_what_is_horizontal_is_not_turned(jiaxing_placed: PlacedPage) -> None:
    """No page without vertical lines says a word of turning."""
    leaf = leaf_of(jiaxing_placed, 300)
    for write in WRITERS.values():
        data = write(leaf)
        assert not re.search(rb"ROTATION|turn[-_ ]|Orientation|textangle|BASEDIRECTION|rotated", data)


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize(
    "runs", [MIXED, [("River", "rotated")], [("一月", "vertical")]], ids=["mixed", "side", "upright"]
)
def test_how_type_stands_reads_back(kind: str, runs: list[tuple[str, Orientation]]) -> None:
    """Sign by sign, in every format."""
    ways = {"vertical": "", "rotated": "rotated", "horizontal": "across"}
    (page,) = read_kept(WRITERS[kind](leaf_with(*runs)), kind)
    signs = [(sign.char, sign.turn) for _, line in page.lines() for sign in line.signs]
    assert signs == [(char, ways[orientation]) for text, orientation in runs for char in text]
    assert all(line.down for _, line in page.lines())


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """A page with vertical stories: the PDF and what says where its characters stand."""
    target = tmp_path_factory.mktemp("vertical") / "kept"
    asked = ["--only", "pdf,alto,page,hocr,json", "--dpi", "200"]
    assert main(["archive", str(VERTICAL), "-o", str(target), *asked]) == 0
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*") if path.is_file()}


def test_the_pdf_agrees(kept: Files) -> None:
    """Whatever is turned on paper is told to be, and nothing else."""
    described = read_pages([VERTICAL])
    report = check_archive(kept, described.pages, described.title)
    assert report.ok, report.lines("en")


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("alto", r' TAGREFS="turn-rotated"', ""),
        ("alto", r' TAGREFS="turn-rotated"', ' TAGREFS="turn-across"'),
        ("alto", r' TAGREFS="turn-across"', ""),
        ("alto", r' BASEDIRECTION="ttb"', ' ROTATION="-90" BASEDIRECTION="ltr"'),
        ("page", r"turn \{type:rotated;\}", ""),
        (
            "page",
            r'readingDirection="top-to-bottom" textLineOrder="right-to-left"',
            'readingOrientation="-90" readingDirection="left-to-right" textLineOrder="top-to-bottom"',
        ),
        ("hocr", r"; x_turn rotated", ""),
        ("json", r'"rotated":', '"across":'),
    ],
)
def test_type_that_is_told_to_stand_otherwise_is_told(kind: str, old: str, new: str, kept: Files) -> None:
    """A quarter turn that the paper does not have, or that the file does not."""
    assert told_of(kept, kind, old, new) == {"library.apart"}


@pytest.mark.parametrize(
    ("kind", "old", "new", "key"),
    [
        ("alto", r' BASEDIRECTION="ttb"', ' ROTATION="90"', "library.form_strange"),
        ("page", r" \{type:rotated;\}", " {type:across;}", "library.form_value"),
        ("page", r' textLineOrder="right-to-left"', ' textLineOrder="left-to-right"', "library.form_value"),
        ("hocr", r"textangle 0; ", "", "library.form_missing"),
    ],
)
def test_ways_of_standing_that_there_are_not_are_told(kind: str, old: str, new: str, key: str, kept: Files) -> None:
    """What a file says of how its type stands has to go together."""
    assert told_of(kept, kind, old, new) == {key}


def told_of(kept: Files, kind: str, old: str, new: str) -> set[str]:
    """The keys of what is told where a file of some kind says something else, beside the PDF."""
    (name,) = [name for name in kept if name.startswith(kind)]
    text, count = re.subn(old, new, kept[name].decode())
    assert count
    files = {"pdf/vertical.pdf": kept["pdf/vertical.pdf"], name: text.encode()}
    described = read_pages([VERTICAL])
    report = check_archive(files, described.pages, described.title)
    return {finding.key for finding in report.findings} - {"library.other_type"}
