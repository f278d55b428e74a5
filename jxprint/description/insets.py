"""Parts that stand in a story whose text runs round them (文包图): the keys that say where, held against the page."""

from __future__ import annotations

from typing import Any

from jxprint.description.directions import runs_under_head
from jxprint.description.dummies import cells_of, is_rectangle
from jxprint.description.pins import pinned_rows
from jxprint.description.tables import Measures, Table
from jxprint.model import Dummy, Grid, PullQuote, Within

INSET_KEYS = ("within", "width", "side", "down")
_SIDES = ("left", "middle", "right")


def read_within(table: Table, grid: Grid | None) -> Within | None:
    """Where the part stands in a story, None where it is drawn in the dummy like others."""
    if "within" not in table.values:
        for key in INSET_KEYS[1:]:
            if key in table.values:
                table.wrong("page.goes_with", key, key=key, other='within = "…"')
        return None
    if "top" in table.values:
        table.wrong("page.top_within", "top")
    letter = table.text("within")
    measures = Measures() if grid is None else Measures(grid.body_pt, grid.pitch_pt)
    width = table.length("width", measures, zero=False)
    side = table.name("side", _SIDES, "page.unknown_value") or "middle"
    down = pinned_rows(table, "down", grid, least=0)
    if letter is None:
        return None
    return Within(letter, width, side, down)  # type: ignore[arg-type]  # one of the names asked for


def read_pull_quote(table: Table, common: Any, context: object) -> PullQuote | None:
    """A sentence taken out of a story; `common` is what all parts have."""
    lines = table.passages("text") if table.needs("text") else ()
    credit = table.passage("credit")
    if not lines:
        if table.values.get("text") in ("", []):  # other mistakes have been told already
            table.wrong("page.empty_value", "text", key="text")
        return None
    return PullQuote(**common, lines=lines, credit=credit)


def check_insets(page: Table, dummy: Dummy) -> None:
    """Every part that is within a story is within one that runs across in a rectangle, and is drawn nowhere else."""
    tables = page.tables("part") if isinstance(page.values.get("part"), list) else []
    drawn = cells_of(dummy)
    # A letter may be anything that TOML has, lists too.
    stories = {str(one.values.get("letter")): one for one in tables if one.values.get("kind") == "story"}
    for table in tables:
        host = table.values.get("within")
        if not isinstance(host, str):
            continue
        if str(table.values.get("letter")) in drawn:
            table.wrong("page.drawn_and_within", "within", letter=table.values["letter"], story=host)
        story = stories.get(host)
        if story is None:
            table.wrong("page.within_what", "within", letter=host)
            continue
        runs = runs_under_head(story) and "jump_to" not in story.values
        if not runs:
            table.wrong("page.within_that", "within", letter=host)
        elif not is_rectangle(drawn.get(host, [(0, 0)])):
            table.wrong("page.within_corners", "within", letter=host, part=table.values.get("letter"))
