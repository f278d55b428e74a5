"""A page of copy set on a grid that is known: where the real composer ends columns, and what it makes of each story.

Heads, bylines and pictures only take room here; what is measured is where text breaks. So a story is set under a head
of one character, and the page stands on a sheet as deep as it needs.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from form import Copy, Paragraph, Section
from jxprint import Library, OversetError, PlacedPage, compose, open_library, read_page

_MEASURES = [halves / 2 for halves in range(22, 38)]
_SIZES = (9.0, 9.5, 10.0, 10.5)
# Base columns of the stacks from left to right.
_STACKS = ((4, 2), (2, 4), (3, 2), (2, 3), (3, 3), (4, 3), (5, 2), (2, 2, 2), (4,), (5,), (3, 1), (2, 2))
# How often a story stands on one leg fewer than there are columns (破栏).
_BROKEN = 0.06
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnop"
_FIRST_MM, _DEEPER_MM, _DEEPEST_MM, _MARGIN_MM = 400, 80, 4000, 20
_MM_PER_PT = 25.4 / 72
# Small figures that no bundled face has are set as large ones; where lines break it makes no odds.
_SMALL = str.maketrans("₀₁₂₃₄₅₆₇₈₉⁰⁴⁵⁶⁷⁸⁹⁻⁺", "01234567890456789−+")

Stack = tuple[int, list[int]]


class Grid(Struct, frozen=True):
    """The grid of a page: measure and gap of its base columns (ems), size and pitch of the body (points), and the base
    columns of its stacks.
    """

    measure: float
    gap: float
    size: float
    pitch: float
    stacks: tuple[int, ...]


class Setting(Struct, frozen=True):
    """A story as it was set: measure of its legs (ems), how many, lines of the first, and the joints: paragraph and
    offset (code points, the dateline not counted) at which a leg ended.
    """

    measure: float
    legs: int
    lines: int
    joints: tuple[tuple[int, int], ...]


def grid_of(chance: random.Random) -> Grid:
    """A grid such as newspapers have."""
    size = chance.choice(_SIZES)
    pitch = round(size * chance.choice((1.4, 1.45, 1.5)) * 4) / 4
    return Grid(chance.choice(_MEASURES), chance.choice((1.0, 1.2, 1.5)), size, pitch, chance.choice(_STACKS))


def set_page(copy: Copy, grid: Grid, chance: random.Random, libraries: dict[str, Library]) -> list[Setting]:
    """Every story of a page as the composer sets it. Raises OversetError where no sheet is deep enough."""
    stacks = dealt(copy.stories, grid.stacks)
    legs = {k: span - 1 if span >= 3 and chance.random() < _BROKEN else span for span, own in stacks for k in own}
    with tempfile.TemporaryDirectory(prefix="jxprint-") as place:
        folder = Path(place) / "page"
        folder.mkdir()
        for k, story in enumerate(copy.stories):
            (folder / f"{k}.txt").write_text(_story_file(story), encoding="utf-8")
        placed = _composed(folder, stacks, legs, grid, libraries)
    spans = {k: span for span, own in stacks for k in own}
    return [_setting(placed, k, story, spans[k], legs[k], grid) for k, story in enumerate(copy.stories)]


def dealt(stories: Sequence[Section], stacks: Sequence[int]) -> list[Stack]:
    """Stacks from left to right with the stories that stand in each, in the order of the page, by share of the text."""
    sizes = [sum(len(one.text) for one in story.paragraphs) for story in stories]
    stacks = stacks[: len(stories)]
    found: list[Stack] = [(span, []) for span in stacks]
    share, at, filled = sum(sizes) / sum(stacks), 0, 0.0
    for k, size in enumerate(sizes):
        full = filled + size / 2 > share * sum(stacks[: at + 1])
        if at + 1 < len(found) and found[at][1] and (full or len(stories) - k < len(found) - at):
            at += 1
        found[at][1].append(k)
        filled += size
    return [one for one in found if one[1]]


def _composed(
    folder: Path, stacks: Sequence[Stack], legs: dict[int, int], grid: Grid, libraries: dict[str, Library]
) -> PlacedPage:
    for height in range(_FIRST_MM, _DEEPEST_MM, _DEEPER_MM):
        (folder / "page.toml").write_text("\n".join(_page(stacks, legs, grid, height)), encoding="utf-8")
        page = read_page(folder)
        if not libraries:
            libraries["all"] = open_library(page.style.fonts, base=folder)
        try:
            return compose(page, libraries["all"])
        except OversetError:
            continue
    raise ValueError("no sheet is deep enough")


def _page(stacks: Sequence[Stack], legs: dict[int, int], grid: Grid, height: int) -> Iterator[str]:
    deepest = max(len(own) for _, own in stacks)
    columns = sum(span for span, _ in stacks)
    ems = columns * grid.measure + (columns - 1) * grid.gap
    yield 'format = 1\ntitle = "页"\nstyle = "daily"\nlanguage = "zh-CN"\ndummy = """'
    for row in range(deepest):  # a stack of fewer stories draws its last one on the rows that are left
        yield " ".join(" ".join([_LETTERS[own[min(row, len(own) - 1)]]] * span) for span, own in stacks)
    yield '"""\n[sheet]'
    yield f'width = "{ems * grid.size * _MM_PER_PT + 2 * _MARGIN_MM + 0.1:.2f}mm"\nheight = "{height}mm"'
    yield "".join(f'{edge} = "{_MARGIN_MM}mm"\n' for edge in ("head", "foot", "left", "right"))
    yield f'[grid]\ncolumns = {columns}\nmeasure = "{grid.measure:g}字"\ngap = "{grid.gap:g}字"'
    yield f'body = "{grid.size:g}pt"\npitch = "{grid.pitch:g}pt"\n[makeup]\nreconstructed = true'
    for k, count in sorted(legs.items()):
        yield f'[[part]]\nletter = "{_LETTERS[k]}"\nkind = "story"\ncopy = "{k}.txt"\nlegs = {count}'


def _story_file(story: Section) -> str:
    dateline = story.one("dateline")
    head = "headline: 题\n" + (f"dateline: {_escaped(dateline)}\n" if dateline else "")
    return head + "\n" + "".join(f"{_line(one)}\n" for one in story.paragraphs)


def _line(paragraph: Paragraph) -> str:
    text = _escaped(paragraph.text)
    return f"## {text}" if paragraph.role == "subhead" else text


def _escaped(text: str) -> str:
    return "".join(f"\\{one}" if one in "\\*_{}[]<>^~`|#" else one for one in text.translate(_SMALL))


def _setting(placed: PlacedPage, k: int, story: Section, span: int, legs: int, grid: Grid) -> Setting:
    """What became of a story."""
    article = next(one for one in placed.articles if one.part == _LETTERS[k])
    blocks = [one for one in article.text_blocks() if one.field == "paragraph"]
    lines = [line for block in blocks for line in block.lines]
    dateline = len(story.one("dateline") or "")
    joints: list[tuple[int, int]] = []
    for block in blocks:
        if story.paragraphs[block.index].role in ("table", "verse"):  # a dump has them line by line
            continue
        offset = 0
        for line, after in zip(block.lines, block.lines[1:], strict=False):
            offset += len(line.text)
            if line.leg != after.leg:
                joints.append((block.index, offset - (dateline if block.index == 0 else 0)))
    ems = span * grid.measure + (span - 1) * grid.gap
    measure = (ems - (legs - 1) * grid.gap) / legs
    return Setting(measure, legs, sum(line.leg == 0 for line in lines), tuple(joints))
