"""Stories with corners (拐角稿) find their fit: what fits in a box fits without one; jumping ones fill their room."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from drawn_pages import Dummy, is_rectangle, write_folder
from jxprint.composition.dealing import Line
from jxprint.composition.jumping_shapes import JumpingShapeDraft
from jxprint.composition.making_up import MadeUp, make_up
from jxprint.composition.uneven_dealing import deal_unevenly
from jxprint.description import read_page
from jxprint.fonts import Library

SENTENCE = "江边的渡口今年春天重新开了，两岸居民过江不必再绕行十二公里。"
# Plans of the sweep: by hand some thousand.
SEEDS = range(int(os.environ.get("JXPRINT_LAW_EXAMPLES", "40")))
COLUMNS, ROWS = 5, 70


def made_up(folder: Path, library: Library, drawing: str, parts: dict[str, str], copy: dict[str, int]) -> MadeUp:
    """A tabloid page made up; `parts` are further keys of stories, `copy` how many characters they have."""
    columns = len(drawing.split("\n")[0].split())
    page = f'format = 1\ntitle = "试"\nstyle = "tabloid"\ndummy = """\n{drawing}\n"""\n'
    page += f'[sheet]\nwidth = "{275 + 49 * (columns - COLUMNS)}mm"\n[grid]\ncolumns = {columns}\n'
    files = {}
    for letter in sorted(set(drawing) - set(" \n")):
        keys = parts.get(letter, "")
        source = "" if "jump_from" in keys else f'copy = "{letter}.txt"\n'
        page += f'\n[[part]]\nletter = "{letter}"\nkind = "story"\n{source}{keys}\n'
        text = (SENTENCE * (copy.get(letter, 0) // len(SENTENCE) + 1))[: copy.get(letter, 0)]
        lines = [text[at : at + 93] for at in range(0, len(text), 93)]
        files[f"{letter}.txt"] = "headline: 渡口重新开了\n\n" + "\n".join(lines) + "\n"
    write_folder(folder, {**files, "page.toml": page})
    return make_up(read_page(folder), library)


def fits(made: MadeUp) -> bool:
    """Whether everything stands as it is drawn."""
    plan = made.plan
    return not (plan.over or plan.late or plan.short or plan.cramped or made.desk.findings)


def is_connected(dummy: Dummy, letter: str) -> bool:
    """Whether a part is drawn in one piece."""
    left = {(r, c) for r, row in enumerate(dummy) for c, one in enumerate(row) if one == letter}
    waiting = [left.pop()]
    while waiting:
        row, column = waiting.pop()
        beside = {(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)} & left
        left -= beside
        waiting += beside
    return not left


def plan_of(random: Random) -> tuple[Dummy, set[str]]:
    """A drawing of two to four parts, made of rectangles that grew together, and those of them with corners."""
    while True:
        rows, wanted = random.randint(2, 5), random.randint(2, 4)
        dummy = [[""] * COLUMNS for _ in range(rows)]
        letters = iter("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        for row in range(rows):
            for column in range(COLUMNS):
                if dummy[row][column]:
                    continue
                letter, wide, deep = next(letters), 1, 1
                while column + wide < COLUMNS and not dummy[row][column + wide] and random.random() < 0.6:
                    wide += 1
                while row + deep < rows and random.random() < 0.5:
                    deep += 1
                for down in range(row, row + deep):
                    dummy[down][column : column + wide] = [letter] * wide
        while len(found := {one for row in dummy for one in row}) > wanted:
            row, column, (down, right) = (
                random.randrange(rows),
                random.randrange(COLUMNS),
                random.choice([(0, 1), (1, 0)]),
            )
            if row + down < rows and column + right < COLUMNS:
                winner, loser = dummy[row][column], dummy[row + down][column + right]
                dummy = [[winner if one == loser else one for one in line] for line in dummy]
        cornered = {letter for letter in found if not is_rectangle(dummy, letter)}
        if cornered and all(is_connected(dummy, letter) for letter in found):
            return dummy, cornered


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pages are written."""
    return tmp_path_factory.mktemp("corners") / "page"


@pytest.mark.parametrize("pinned", [False, True], ids=["free", "pinned"])
@pytest.mark.parametrize("seed", SEEDS)
def test_what_fits_in_a_box_fits_without_one(folder: Path, library: Library, seed: int, pinned: bool) -> None:
    """Any plan, any share of copy, the same rows pinned: a box takes room, and is no help."""
    random = Random(seed)
    dummy, cornered = plan_of(random)
    drawing = "\n".join(" ".join(row) for row in dummy)
    cells, full = COLUMNS * len(dummy), random.uniform(0.75, 1.0)
    copy: dict[str, int] = {}
    free: dict[str, str] = {}
    for letter in sorted({one for row in dummy for one in row}):
        share = sum(row.count(letter) for row in dummy) / cells
        copy[letter] = max(60, int(share * ROWS * COLUMNS * 13 * full * random.uniform(0.35, 1.05)) - 160)
        if pinned and letter in cornered and random.random() < 0.5:
            free[letter] = f"rows = {random.randint(20, 60)}"
    box = 'box = "thin"\npadding = ["0.5行", "0.5字"]\n'
    boxed = {**free, **{letter: box + free.get(letter, "") for letter in cornered}}
    if fits(made_up(folder, library, drawing, boxed, copy)):
        assert fits(made_up(folder, library, drawing, free, copy)), drawing


# A column under a deep neighbour: unless that keeps its foot up there, the copy does not reach through it.
_UNDER = "A A A B B\nC A A A B\nC C A A B\nC C A A B"
_STAIRS = "A A B B B\nA A B B B\nC A A B B\nC C A B B\nC C A B B"
_STEPS = "A A B B B\nA A B B B\nC A A A B\nC C C A B\nC C C A B"


@pytest.mark.parametrize(
    ("drawing", "copy"),
    [
        (_UNDER, {"A": 900, "B": 900, "C": 560}),
        (_UNDER, {"A": 600, "B": 900, "C": 560}),
        (_STAIRS, {"A": 300, "B": 1350, "C": 800}),
        (_STAIRS, {"A": 500, "B": 1350, "C": 800}),
        (_STAIRS, {"A": 1050, "B": 1350, "C": 800}),
        (_STEPS, {"A": 300, "B": 1150, "C": 800}),
        (_STEPS, {"A": 500, "B": 1150, "C": 800}),
    ],
)
def test_a_column_under_a_deep_neighbour_is_reached(
    folder: Path, library: Library, drawing: str, copy: dict[str, int]
) -> None:
    """The neighbour goes down elsewhere: these asked for more copy, or for a cut, while there was a fit."""
    made = made_up(folder, library, drawing, {}, copy)
    assert fits(made), (made.plan.over, made.plan.short)


_JUMPING = "A A B B B K\nA A A A B K"


@pytest.mark.parametrize(("beside", "foot", "least"), [(1300, 70, 12), (700, 40, 20)], ids=["long", "short"])
def test_a_pinned_story_that_jumps_fills_its_rows(
    folder: Path, library: Library, beside: int, foot: int, least: int
) -> None:
    """What stands over some of its columns goes down beside them instead, to its pinned foot and no further unless it
    has to, and the columns under it hold more than a scrap.
    """
    parts = {"A": 'jump_to = "K"\nrows = 40', "K": 'jump_from = "A"\nheadline = "续"'}
    made = made_up(folder, library, _JUMPING, parts, {"A": 1800, "B": beside})
    assert fits(made)
    stretches, draft = made.plan.stretches["A"], made.drafts["A"]
    assert isinstance(draft, JumpingShapeDraft)
    counts = draft.deal(stretches)
    assert counts is not None
    assert sum(one.rows for one in stretches) - sum(counts) <= len(stretches)
    assert [one.top + one.rows for one in stretches] == [40] * 4
    assert min(counts) >= least
    assert foot - 3 <= max(one.top + one.rows for one in made.plan.stretches["B"]) <= foot


def test_legs_that_are_drawn_side_by_side_are_not_the_short_ones() -> None:
    """Lines that are wanting are left where they part no legs, and no leg has fewer than it was asked to have."""
    lines = [Line(False, number, 20) for number in range(20)]
    assert deal_unevenly(lines, [8, 8, 8]) == [7, 7, 6]
    assert deal_unevenly(lines, [8, 8, 8], [0, 0, 8]) == [6, 6, 8]
    assert deal_unevenly(lines, [8, 8, 8], [8, 7, 7]) is None
