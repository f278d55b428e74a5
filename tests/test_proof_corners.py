"""Proofs of stories with corners: the edge that is drawn is the story's own, and so is that of what has no room."""

from __future__ import annotations

from pathlib import Path

import pytest

import jxprint
from jxprint.cli import main
from jxprint.composition.making_up import make_up
from jxprint.composition.overset_proof import Region, compose_overset
from jxprint.fonts import Library
from jxprint.geometry import Rect, around
from jxprint.model import Page
from jxprint.placed import Article, Box, Outline, PlacedPage, Rule
from jxprint.proof import Marked, proofed
from jxprint.proof.edges import first_column
from jxprint.proof.inks import MAGENTA, RED

SENTENCE = "江边的渡口今年春天重新开了，两岸居民过江不必再绕行十二公里。"
ELL, YOU, TEE, RING = "A A A\nA B B", "A B A\nA A A", "A A A\nB A C", "A A A\nA B A\nA A A"
EDGES = {"L": (ELL, [6]), "U": (YOU, [8]), "T": (TEE, [8]), "ring": (RING, [4, 4])}
Loop = tuple[tuple[float, float], ...]


def page_of(folder: Path, dummy: str, keys: str = "", sentences: int = 30) -> Page:
    """A page of three columns whose story A is drawn with corners."""
    folder.mkdir()
    letters = sorted(set(dummy) - {" ", "\n"})
    for letter in letters:
        copy = SENTENCE * 3 + "\n"
        (folder / f"{letter}.txt").write_text("headline: 渡口\n\n" + copy * (sentences // 3 if letter == "A" else 2))
    parts = "".join(
        f'[[part]]\nletter = "{one}"\nkind = "story"\ncopy = "{one}.txt"\n{keys if one == "A" else ""}\n'
        for one in letters
    )
    sheet = '[sheet]\nwidth = "569pt"\nheight = "900pt"\nhead = "40pt"\nfoot = "40pt"\nleft = "30pt"\nright = "30pt"\n'
    grid = '[grid]\ncolumns = 3\nmeasure = "15.5字"\ngap = "1.2字"\nbody = "10pt"\npitch = "15pt"\n'
    page = f'format = 1\ntitle = "试"\nstyle = "daily"\ndummy = """\n{dummy}\n"""\n{sheet}{grid}{parts}'
    (folder / "page.toml").write_text(page)
    return jxprint.read_page(folder)


def story(placed: PlacedPage) -> Article:
    """The one with corners."""
    return next(one for one in placed.articles if one.part == "A")


def within(loops: tuple[Loop, ...], x: float, y: float) -> bool:
    """Whether a point is within right-angled loops: to its right it meets an odd number of upright sides."""
    met = 0
    for loop in loops:
        for (x1, y1), (x2, y2) in zip(loop, [*loop[1:], loop[0]], strict=True):
            met += x1 == x2 and x1 > x and min(y1, y2) <= y < max(y1, y2)
    return met % 2 == 1


@pytest.mark.parametrize("keys", ["", 'box = "thin"'])
@pytest.mark.parametrize("name", EDGES)
def test_the_edge_of_a_story_holds_all_of_its_lines_and_none_of_others(
    tmp_path: Path, library: Library, name: str, keys: str
) -> None:
    """Corner by corner as it is drawn in the dummy; what stands beside it is outside."""
    drawing, corners = EDGES[name]
    placed = jxprint.compose(page_of(tmp_path / "page", drawing, keys), library)
    edge = story(placed).edge
    assert sorted(map(len, edge)) == corners
    for article in placed.articles:
        for block in article.text_blocks():
            for line in block.lines:
                size = line.runs[0].size
                points = [(line.runs[0].x + 1.0, line.y - size / 2), (line.runs[-1].x + 1.0, line.y - size / 2)]
                assert all(within(edge, *point) == (article.part == "A") for point in points)


@pytest.mark.parametrize("name", EDGES)
def test_a_proof_draws_the_edge_and_not_the_frame(tmp_path: Path, library: Library, name: str) -> None:
    """Each side once, and no box over what stands in the notch; the label stands at the story's own first column."""
    placed = jxprint.compose(page_of(tmp_path / "page", EDGES[name][0]), library)
    proof = proofed(placed, library, "en")
    sides = [one for one in proof.over if isinstance(one, Rule) and one.ink == MAGENTA]
    assert len(sides) == sum(EDGES[name][1])
    boxes = [one.frame for one in proof.over if isinstance(one, Box) and one.stroke == MAGENTA]
    assert story(placed).frame not in boxes
    assert {one.frame for one in placed.articles if one.part != "A"} <= set(boxes)


def test_the_first_column_is_the_leftmost_under_the_topmost_side() -> None:
    """A stair that goes down to the left: what stands highest is on the right."""
    stair = ((20.0, 0.0), (30.0, 0.0), (30.0, 40.0), (0.0, 40.0), (0.0, 25.0), (20.0, 25.0))
    assert first_column((stair,), Rect(0.0, 0.0, 30.0, 40.0)) == Rect(20.0, 0.0, 10.0, 40.0)
    assert first_column((), Rect(1.0, 2.0, 3.0, 4.0)) == Rect(1.0, 2.0, 3.0, 4.0)


def regions(page: Page, library: Library) -> list[Region]:
    """What of story A has no room."""
    found = compose_overset(page, library).regions
    assert found
    return [one for one in found if one.note is not None]


def test_what_passes_the_foot_is_marked_column_by_column_once(tmp_path: Path, library: Library) -> None:
    """One region with one note for all columns of a story, and no red where it has none."""
    page = page_of(tmp_path / "page", ELL, sentences=90)
    (region,) = [one for one in regions(page, library) if one.edge]
    made = make_up(page, library)
    foot = made.desk.frame.print_space.bottom
    ends = {one.column: one.top + one.rows for one in made.plan.stretches["A"]}
    assert region.edge
    assert region.rect.y == foot
    for column, row in ends.items():
        x, y = made.desk.frame.x(column) + 1.0, made.desk.frame.y(row) - 8.0
        assert within(region.edge, x, y) == (y > foot)
    proof = proofed(overset(page, library), library, "en", [Marked(region.rect, "溢排", region.edge)])
    assert len([one for one in proof.over if isinstance(one, Rule) and one.ink == RED]) == sum(map(len, region.edge))
    assert [one for one in proof.under if isinstance(one, Outline) and one.fill == RED.tint(0.12)]
    assert not [one for one in proof.under if isinstance(one, Box) and one.fill == RED.tint(0.12)]


def overset(page: Page, library: Library) -> PlacedPage:
    """An overset page as placed."""
    return compose_overset(page, library).placed


def test_what_a_pinned_story_has_no_room_for_runs_out_under_its_last_leg(tmp_path: Path, library: Library) -> None:
    """There its last lines stand, and there is the mark; the file holds them all."""
    page = page_of(tmp_path / "page", ELL, "rows = 14", sentences=30)
    (region,) = regions(page, library)
    placed = overset(page, library)
    last = [line for block in story(placed).text_blocks() for line in block.lines][-1]
    assert region.rect.x <= last.runs[0].x < region.rect.right
    assert region.rect.y < last.y <= around([region.rect]).bottom
    assert main(["build", str(tmp_path / "page"), "-o", str(tmp_path / "x.pdf"), "--proof", "--check"]) == 5
