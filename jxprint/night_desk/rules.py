"""All rules of make-up, each with its source, and the marks that they leave on a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from jxprint.model import Page
from jxprint.night_desk.fold import on_the_fold
from jxprint.night_desk.grid import off_grid, outside
from jxprint.night_desk.heads import (
    close_heads,
    head_spans,
    stacked_heads,
    stranded_heads,
    stranded_subheads,
    tombstones,
)
from jxprint.night_desk.holes import holes
from jxprint.night_desk.marks import Mark, numbered
from jxprint.night_desk.order import backward_legs, full_columns, reading_order
from jxprint.night_desk.pictures import captions_away, resolutions, white_beside
from jxprint.night_desk.sizes import lead_heads, long_lines
from jxprint.night_desk.view import View, view
from jxprint.night_desk.white import splits_across, splits_down
from jxprint.night_desk.words import advertisements, folios, nameplates, stories_twice
from jxprint.placed import PlacedPage


class Rule(Struct, frozen=True):
    """Rules of one check: their names, where they come from, and the marks that it leaves."""

    names: tuple[str, ...]
    source: str
    check: Callable[[View], Iterator[Mark]]


RULES = (
    Rule(("tombstone",), "typography.md 3.6, 碰题", tombstones),
    Rule(("close-heads",), "design.md 12: heads of neighbouring stacks three rows apart", close_heads),
    Rule(("stacked-heads",), "typography.md 3.6, 叠题", stacked_heads),
    Rule(("stranded-head",), "typography.md 3.6, 背题", stranded_heads),
    Rule(("stranded-subhead",), "typography.md 3.6, 背题", stranded_subheads),
    Rule(("head-span",), "typography.md 3.6, 题文不符栏", head_spans),
    Rule(("lead-head",), "typography.md 3.4: heads by rank, the lead's the largest", lead_heads),
    Rule(("long-lines",), "typography.md 1.10, VT1: legs stacked top to bottom", long_lines),
    Rule(("split-across",), "typography.md 3.6, 断版", splits_across),
    Rule(("split-down",), "typography.md 3.6, 断版", splits_down),
    Rule(("full-column",), "typography.md 3.6, 顶天立地", full_columns),
    Rule(("hole",), "typography.md 3.6, 天窗", holes),
    Rule(("white-beside",), "typography.md 3.6, 天窗: white too narrow for a line of text", white_beside),
    Rule(("backward-legs",), "typography.md 3.6, 逆转", backward_legs),
    Rule(("reading-order",), "typography.md 3.6, 倒走文 and 版序", reading_order),
    Rule(("caption-away",), "design.md, make-up lint", captions_away),
    Rule(("low-resolution", "fine-picture"), "design.md, make-up lint: 150 dpi", resolutions),
    Rule(("off-grid",), "typography.md 1.11, GR", off_grid),
    Rule(("outside",), "typography.md 3.1, 版心", outside),
    Rule(("on-the-fold",), "newspaper practice: 通版 uses the white of the fold for pictures and heads", on_the_fold),
    Rule(("unmarked-advertisement",), "Advertising Law of the PRC, article 14", advertisements),
    Rule(("folio",), "typography.md 3.5, 报眉", folios),
    Rule(("twice",), "design.md, make-up lint", stories_twice),
    Rule(("other-format",), "one issue is printed on one sheet", lambda alone: iter(())),  # see `across`
    Rule(("nameplate",), "typography.md 3.5, 报头", nameplates),
)


def marks_of(page: Page, placed: PlacedPage) -> list[Mark]:
    """Everything that a night editor would mark on a page, by the rules that its house has not switched off, in the
    order of the rules and from the head of the page down.
    """
    seen = view(page, placed)
    marks: list[Mark] = []
    for rule in RULES:
        if any(seen.limits.level(name) != "off" for name in rule.names):
            found = [mark for mark in rule.check(seen) if seen.limits.level(mark.rule) != "off"]
            marks += sorted(found, key=lambda mark: (mark.box.y, mark.box.x)) if len(found) > 1 else found
    return numbered(marks)
