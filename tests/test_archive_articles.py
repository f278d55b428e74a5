"""An archive by article: a story that jumps is one, and no place of an article is another's."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from every_page import EVERY_PAGE
from jxprint.checker.kept.archive import check_archive
from jxprint.cli import main
from jxprint.description.editions import orders_of, read_pages
from jxprint.edition.share import Share
from jxprint.geometry import Rect
from jxprint.placed import Article
from jxprint.writers.library.areas import areas_of
from jxprint.writers.library.leaf import Figure, Part
from jxprint.writers.library.leaves import leaf_of
from jxprint.writers.library.signs import Box

TREE = Path(__file__).resolve().parent.parent
CHAOXUN = TREE / "layout" / "chaoxun"
ISSUE = TREE / "tests" / "pages" / "issue"
METS = "{http://www.loc.gov/METS/}"
MODS = "{http://www.loc.gov/mods/v3}"
# Pages on which something stands within a story, or a story has corners.
INTRICATE = (CHAOXUN, TREE / "tests" / "pages" / "drop_caps")

Files = dict[str, bytes]


def archived(folder: Path, target: Path) -> Files:
    """All that is kept of an edition, by path."""
    asked = ["--dpi", "60", "--base-uri", "https://papers.example/", "--check"]
    assert main(["archive", str(folder), "-o", str(target), *asked]) == 0
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The small paper, whose first story goes on on its second page."""
    return archived(CHAOXUN, tmp_path_factory.mktemp("chaoxun") / "kept")


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Four pages: one story goes on on the second, one on the fourth, one on its own page."""
    return archived(ISSUE, tmp_path_factory.mktemp("issue") / "kept")


def divisions(files: Files) -> list[ElementTree.Element]:
    """The articles of the METS."""
    root = ElementTree.fromstring(files["mets.xml"])
    (logical,) = [one for one in root.iter(f"{METS}structMap") if one.attrib["TYPE"] == "LOGICAL"]
    return logical.findall(f"{METS}div/{METS}div")


def blocks(division: ElementTree.Element) -> list[tuple[str, str]]:
    """The blocks of ALTO that an article names, in order."""
    areas = [area.attrib for area in division.iter(f"{METS}area")]
    return [(area["FILEID"], area["BEGIN"]) for area in areas if "BEGIN" in area]


def test_a_story_that_jumps_is_one_article_of_the_mets(kept: Files) -> None:
    """Its blocks on both pages in order, its places on both images, one description, links to both pages."""
    (story,) = [one for one in divisions(kept) if "二百六十三户" in one.attrib["LABEL"]]
    assert [file for file, _ in blocks(story)] == ["ALTO1", "ALTO2"]
    assert len(story.findall(f"{METS}fptr")) == 2
    images = [area.attrib["FILEID"] for area in story.iter(f"{METS}area") if "COORDS" in area.attrib]
    assert list(dict.fromkeys(images)) == ["PNG1", "PNG2"]
    root = ElementTree.fromstring(kept["mets.xml"])
    (described,) = [one for one in root.iter(f"{METS}dmdSec") if one.attrib["ID"] == story.attrib["DMDID"]]
    (pages,) = described.iter(f"{MODS}list")
    assert pages.text == "1, 2"
    ends = [one.attrib for one in root.iter(f"{METS}smLink")]
    link = "{http://www.w3.org/1999/xlink}"
    assert [one[f"{link}to"] for one in ends if one[f"{link}from"] == story.attrib["ID"]] == ["PHYS1", "PHYS2"]
    named = [block for one in divisions(kept) for block in blocks(one)]
    assert len(named) == len(set(named))


def test_a_story_may_jump_anywhere(issue: Files) -> None:
    """Over two pages and within one; every block of every page is in one article."""
    jumping = [[file for file, _ in blocks(one)] for one in divisions(issue) if len(blocks(one)) > 1]
    assert sorted(jumping) == [["ALTO1", "ALTO2"], ["ALTO1", "ALTO4"], ["ALTO2", "ALTO2"]]
    counted = sum(len(json.loads(data)["articles"]) for name, data in issue.items() if name.startswith("json/"))
    assert sum(len(blocks(one)) for one in divisions(issue)) == counted


def ranges(files: Files) -> list[Any]:
    """The articles of the manifest."""
    manifest = json.loads(files["manifest.json"])
    return [one for page in manifest["structures"] for one in page["items"] if one["type"] == "Range"]


def test_a_story_that_jumps_is_one_range(kept: Files, issue: Files) -> None:
    """With canvases of both pages, the first first."""
    (story,) = [one for one in ranges(kept) if "二百六十三户" in one["label"]["zh-CN"][0]]
    canvases = [item["id"].partition("#")[0].rpartition("/")[2] for item in story["items"]]
    assert list(dict.fromkeys(canvases)) == ["1", "2"]
    several = [
        [item["id"].partition("#")[0].rpartition("/")[2] for item in one["items"]]
        for one in ranges(issue)
        if len(one["items"]) > 1
    ]
    assert sorted(several) == [["1", "2"], ["1", "4"], ["2", "2"]]


def test_a_story_that_jumps_is_one_article_by_article(kept: Files) -> None:
    """Its copy is all there, from its head to its last paragraph; each page's file says where it goes on."""
    edition = json.loads(kept["articles.json"])
    (story,) = [one for one in edition["articles"] if "二百六十三户" in one["heading"]]
    assert [(part["page"], part["part"]) for part in story["parts"]] == [(1, "A"), (2, "K")]
    body = "".join(item["text"] for part in story["parts"] for item in part["items"] if item["role"] == "body")
    copy = (CHAOXUN / "front" / "lighthouse.txt").read_text(encoding="utf-8")
    last = [line for line in copy.splitlines() if line.strip()][-1]
    assert body.endswith(last)
    ends = [
        {key: article[key] for key in ("continues", "continued_from") if key in article}
        for page in (1, 2)
        for article in json.loads(kept[f"json/{page}.json"])["articles"]
        if article["part"] == story["parts"][page - 1]["part"]
    ]
    assert ends == [{"continues": f"2{story['parts'][1]['id']}"}, {"continued_from": story["id"]}]
    piece = next(one for one in kept["articles.txt"].decode().split("\n\n") if "二百六十三户" in one)
    assert "（下转第2版）" in piece
    assert last in piece


def test_the_words_by_article_are_those_of_the_pages(issue: Files) -> None:
    """Nothing is lost and nothing is said twice, whichever pages it stands on."""
    pages = [line for name in issue if name.startswith("text/") for line in issue[name].decode().split("\n")]
    assert sorted(filter(None, issue["articles.txt"].decode().split("\n"))) == sorted(filter(None, pages))


# What is told of files that were left out or changed, and by the other files of what one says.
BESIDES = tuple(
    f"library.{key}" for key in ("file_missing", "file_changed", "other_length_told", "dead_link", "disagrees")
)

Spoil = Callable[[Files], None]


def spoiled_mets(change: Callable[[list[ElementTree.Element]], None]) -> Spoil:
    """A METS whose articles are others; all areas of a story are children of a `seq`."""

    def spoil(files: Files) -> None:
        root = ElementTree.fromstring(files["mets.xml"])
        (logical,) = [one for one in root.iter(f"{METS}structMap") if one.attrib["TYPE"] == "LOGICAL"]
        change(list(logical.iter(f"{METS}seq")))
        files["mets.xml"] = ElementTree.tostring(root)

    return spoil


def spoiled_json(name: str, change: Callable[[Any], None]) -> Spoil:
    """A JSON file that says something else."""

    def spoil(files: Files) -> None:
        told = json.loads(files[name])
        change(told)
        files[name] = json.dumps(told).encode()

    return spoil


def apart(told: Any) -> None:
    """The second part of the story is an article of its own."""
    (story,) = [one for one in told["articles"] if len(one["parts"]) > 1]
    told["articles"].append({**story, "parts": [story["parts"].pop()]})


def turned(told: Any) -> None:
    """The story begins where it ends."""
    (story,) = [one for one in told["articles"] if len(one["parts"]) > 1]
    story["parts"].reverse()


def widened(told: Any) -> None:
    """The place of a headline takes in what stands under it."""
    (head,) = [one for one in told["articles"] if one["heading"] == "望鲸岬今夜重新发光"]
    (part,) = head["parts"]
    part["tiles"][0][3] += 200
    part["tiles_mm"][0][3] += 200 / 60 * 25.4


def narrowed(told: Any) -> None:
    """The place of a story is its first half."""
    (part,) = [part for one in told["articles"] for part in one["parts"] if part["page"] == 1 and part["part"] == "V"]
    part["tiles"][0][3] //= 2
    part["tiles_mm"][0][3] = part["tiles"][0][3] / 60 * 25.4


def longer(told: Any) -> None:
    """A place in millimetres is a millimetre off."""
    told["articles"][3]["parts"][0]["box_mm"][0] += 1


def half_of(told: Any) -> None:
    """The range of the story has no canvas of the second page."""
    found = [one for page in told["structures"] for one in page["items"] if one["type"] == "Range"]
    (story,) = [one for one in found if "二百六十三户" in one["label"]["zh-CN"][0]]
    story["items"] = [item for item in story["items"] if "canvas/1" in item["id"]]


def misspelt(told: Any) -> None:
    """The words of a canvas are others."""
    (note,) = [one for one in told["items"][0]["annotations"][0]["items"] if "二百六十三户" in one["body"]["value"]]
    note["body"]["value"] = note["body"]["value"].replace("二百六十三户", "二百六十四户")


def blank_line(files: Files) -> None:
    """The story falls in two where it jumps."""
    files["articles.txt"] = files["articles.txt"].replace("（下转第2版）\n".encode(), "（下转第2版）\n\n".encode())


@pytest.mark.parametrize(
    ("spoil", "keys"),
    [
        (spoiled_mets(lambda found: found[0].remove(found[0][1])), {"library.story_parted"}),
        (spoiled_mets(lambda found: found[0].insert(0, found[0][1])), {"library.story_parted"}),
        (spoiled_mets(lambda found: found[0][0].set("BEGIN", "A99")), {"library.no_such_part"}),
        (spoiled_mets(lambda found: found[1].remove(found[1][0])), set()),
        (spoiled_mets(lambda found: found[1][0].set("COORDS", "0,0,9,9")), {"library.other_ground"}),
        (spoiled_json("articles.json", apart), {"library.story_parted"}),
        (spoiled_json("articles.json", turned), {"library.story_parted"}),
        (spoiled_json("articles.json", widened), {"library.other_ground"}),
        (spoiled_json("articles.json", narrowed), {"library.other_ground"}),
        (spoiled_json("articles.json", longer), {"library.other_length"}),
        (spoiled_json("manifest.json", half_of), {"library.story_parted"}),
        (spoiled_json("manifest.json", misspelt), {"checks.altered"}),
        (blank_line, {"library.story_parted"}),
    ],
)
def test_articles_that_are_others_are_told(kept: Files, spoil: Spoil, keys: set[str]) -> None:
    """A story parted, turned round, or with what is not its own; places that are its neighbours'."""
    files = {name: data for name, data in kept.items() if name.startswith(("alto/", "articles", "manifest", "mets"))}
    spoil(files)
    described = read_pages([CHAOXUN])
    report = check_archive(files, described.pages, described.title)
    findings = [one for one in report.findings if one.key not in BESIDES]
    assert {finding.key for finding in findings} == keys
    assert all(finding.place.file or finding.args.get("kind") for finding in findings)


def test_an_edition_by_article_is_checked_alone(kept: Files, tmp_path: Path) -> None:
    """Its JSON by itself; its text tells where a page begins and ends only beside the others."""
    for name in ("articles.json", "articles.txt"):
        (tmp_path / name).write_bytes(kept[name])
    assert main(["check", str(tmp_path / "articles.json"), str(CHAOXUN)]) == 0
    assert main(["check", str(tmp_path / "articles.txt"), str(CHAOXUN)]) != 0


def holds(outer: Box, inner: Box) -> bool:
    """Whether the middle of a box is within another."""
    x, y = inner[0] + inner[2] / 2, inner[1] + inner[3] / 2
    return outer[0] <= x <= outer[0] + outer[2] and outer[1] <= y <= outer[1] + outer[3]


def boxes_of(part: Part) -> Iterator[Box]:
    """Every line and every picture of an article."""
    for item in part.items:
        if isinstance(item, Figure):
            yield item.box
        else:
            yield from (row.box for region in item.regions for row in region.rows)


@pytest.mark.parametrize("folder", [*EVERY_PAGE, CHAOXUN, ISSUE], ids=lambda path: path.name)
def test_no_place_of_an_article_is_anothers(folder: Path) -> None:
    """On every page every line, caption and picture is on its own article's tiles, and on no other's."""
    orders = orders_of([folder])
    share = Share(orders.pages, orders.pages[0].folder, numbers=orders.numbers)
    share.compose(lambda key, number, of: None, len(orders.pages))
    seen = False
    for page in share.placed:
        leaf = leaf_of(page, 300)
        for part in leaf.parts:
            seen = seen or bool(part.edge)
            for other in leaf.parts:
                for box in boxes_of(other):
                    assert any(holds(tile, box) for tile in part.tiles) == (part is other), (part.letter, other.letter)
    assert seen or folder not in INTRICATE


def test_places_are_in_millimetres_too(kept: Files) -> None:
    """From the corner of the trimmed page, of every article, line of text and picture."""
    edition = json.loads(kept["articles.json"])
    (page, _) = edition["pages"]
    assert page["trim_mm"][:2] == [0, 0]
    assert page["trim_mm"][2] == pytest.approx(275, abs=0.01)
    count = exact = 0
    for article in edition["articles"]:
        for part in article["parts"]:
            for item in part["items"]:
                for box, lengths in zip(item["boxes"], item["boxes_mm"], strict=True):
                    # A side lies between two edges, and a pixel is 0.42 mm.
                    assert lengths[2] == pytest.approx(box[2] / 60 * 25.4, abs=0.43)
                    assert lengths[0] == pytest.approx((box[0] - page["trim"][0]) / 60 * 25.4, abs=0.43)
                    exact += lengths[2] == pytest.approx(box[2] / 60 * 25.4, abs=0.01)
                    count += 1
    assert exact < count / 2  # they are the page's, and not those of its pixels
    assert count > 100
    (ferry,) = [
        part for one in edition["articles"] for part in one["parts"] if (part["page"], part["part"]) == (1, "D")
    ]
    assert len(ferry["edge"]) == len(ferry["edge_mm"]) == 2  # a picture stands within
    (outer, _) = ferry["edge_mm"]
    assert min(x for x, _ in outer) == pytest.approx(ferry["box_mm"][0], abs=0.01)


def test_outlines_go_round_what_stands_within(kept: Files) -> None:
    """A viewer of IIIF draws the story's outline with a hole; loops that are round go one way, holes the other."""
    manifest = json.loads(kept["manifest.json"])
    notes = [note for canvas in manifest["items"] for note in canvas["annotations"][0]["items"]]
    drawn = [note["target"] for note in notes if not isinstance(note["target"], str)]
    assert len(drawn) == 3
    (loops, *_) = [re.findall("M[^M]+Z", one["selector"]["value"]) for one in drawn]
    areas = [_turned(re.findall(r"(\d+),(\d+)", loop)) for loop in loops]
    assert areas[0] > 0 > areas[1]


def _turned(points: Sequence[tuple[str, str]]) -> float:
    """Twice the area of a loop, above nought where it goes round by the right."""
    numbers = [(int(x), int(y)) for x, y in points]
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*numbers, numbers[0]]))


def test_nothing_is_put_to_what_a_reader_reads(kept: Files) -> None:
    """No title ends in dots that stand nowhere on the page; labels of ours are in both languages, each under its own;
    images are named by the way to them; a piece of the imprint (刊头信息) has a box of its own.
    """
    said = [name for name, data in kept.items() if "/" not in name or not name.startswith(("pdf/", "png/"))]
    assert not [name for name in said if "汐门潮讯…" in kept[name].decode() or "第2版…" in kept[name].decode()]
    manifest = json.loads(kept["manifest.json"])
    assert manifest["metadata"][0] == {
        "label": {"zh": ["报纸"], "en": ["Newspaper"]}, "value": {"zh-CN": ["汐门潮讯"]},
    }  # fmt: skip
    page = json.loads(kept["json/1.json"])
    pieces = [item["regions"][0] for item in page["articles"][0]["items"] if item["role"] == "imprint"]
    assert len({tuple(piece["box"]) for piece in pieces}) == len(pieces) == 5
    assert all(piece["box"] == piece["lines"][0]["box"] for piece in pieces)
    for name in ("alto/1.xml", "page/1.xml", "hocr/1.html", "json/1.json"):
        assert b"../png/1.png" in kept[name]


SIDES = st.integers(0, 12)
FRAMES = st.builds(
    lambda x, y, width, height: Rect(x * 10.0, y * 10.0, width * 10.0, height * 10.0),
    SIDES, SIDES, st.integers(1, 8), st.integers(1, 8),
)  # fmt: skip


@given(st.lists(FRAMES, min_size=1, max_size=6))
def test_every_point_is_in_one_area(frames: list[Rect]) -> None:
    """Law: a point of some frame is in the area of the smallest there, and in no other; one that has no point to itself
    keeps its frame. Loops enclose what tiles cover.
    """
    areas = areas_of([Article("A", "story", "", frame, ()) for frame in frames])
    for frame, area in zip(frames, areas, strict=True):
        covered = sum((right - left) * (foot - top) for left, top, right, foot in area.tiles)
        steps = [step for loop in area.loops for step in pairwise([*loop, loop[0]])]
        assert covered == pytest.approx(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in steps) / 2)
        assert covered <= frame.width * frame.height
    points = [(x, y) for x in range(5, 200, 10) for y in range(5, 200, 10)]
    owned = {point: _smallest(frames, point) for point in points}
    hidden = set(range(len(frames))) - set(owned.values())
    for (x, y), owner in owned.items():
        there = [
            at
            for at, area in enumerate(areas)
            if at not in hidden and any(left < x < right and top < y < foot for left, top, right, foot in area.tiles)
        ]
        assert there == ([] if owner is None else [owner])
    assert all(areas[at].is_box for at in hidden - {None})


def _smallest(frames: Sequence[Rect], point: tuple[int, int]) -> int | None:
    """The number of the smallest frame about a point, of two alike the later."""
    x, y = point
    over = [
        (frame.width * frame.height, -at)
        for at, frame in enumerate(frames)
        if frame.x < x < frame.right and frame.y < y < frame.bottom
    ]
    return -min(over)[1] if over else None
