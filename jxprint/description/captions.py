"""Where a caption stands to its picture, and that what is said of it makes sense together."""

from __future__ import annotations

from collections.abc import Collection

from jxprint.description.sheets import NARROWEST_EM
from jxprint.description.tables import Measures, Table
from jxprint.model import CaptionPlace, Dummy, Grid

CAPTION_KEYS = (
    "caption_side", "caption_at", "caption_columns", "caption_measure", "caption_align", "credit", "credit_below",
)  # fmt: skip
_SIDES = ("below", "above", "beside", "over")
_MOST_COLUMNS = 60
_BESIDE = ("caption_at", "caption_columns", "caption_measure", "caption_align")


def read_caption_place(table: Table, measures: Measures, known: Collection[str] = ()) -> CaptionPlace:
    """How a picture's caption stands; 字 and 行 are those of the page's grid. `known` is what its file says."""
    side = table.name("caption_side", _SIDES, "page.unknown_value")
    at = table.name("caption_at", ("left", "right"), "page.unknown_value")
    align = table.name("caption_align", ("head", "foot"), "page.unknown_value")
    columns = table.count("caption_columns", _MOST_COLUMNS)
    measure = table.length("caption_measure", measures, zero=False)
    silent = not {"caption", "credit"} & {*table.values, *known} and not table.misspelt("caption")
    if "caption_side" in table.values and silent:
        table.wrong("page.goes_with", "caption_side", key="caption_side", other="caption")
    for key in _BESIDE:
        if key in table.values and table.values.get("caption_side") in (None, "below", "above", "over"):
            table.wrong("page.goes_with", key, key=key, other='caption_side = "beside"')
    if "caption_columns" in table.values and "caption_measure" in table.values:
        table.wrong("page.one_of_two", "caption_measure", one="caption_columns", other="caption_measure")
    if "credit_below" in table.values and "credit" not in (*table.values, *known) and not table.misspelt("credit"):
        table.wrong("page.goes_with", "credit_below", key="credit_below", other="credit")
    return CaptionPlace(
        side or "below",  # type: ignore[arg-type]  # one of the names asked for
        at or "right",  # type: ignore[arg-type]
        columns,
        measure,
        align or "foot",  # type: ignore[arg-type]
        table.boolean("credit_below") or False,
    )


def check_captions(page: Table, dummy: Dummy, grid: Grid) -> None:
    """A caption beside its picture has a column, or a measure that can be set, and leaves the picture as much."""
    for table in page.tables("part") if isinstance(page.values.get("part"), list) else ():
        letter = table.values.get("letter")
        if table.values.get("kind") != "picture" or table.values.get("caption_side") != "beside":
            continue
        span = max((row.count(letter) for row in dummy.rows), default=0) if isinstance(letter, str) else 0
        if span == 0:
            continue
        if "caption_measure" in table.values:
            _check_measure(table, grid, span)
        elif "caption_columns" not in table.values and span == 1:
            table.wrong("page.goes_with", "caption_side", key="caption_side", other='caption_measure = "9字"')
        else:
            columns = table.values.get("caption_columns", 1)
            if isinstance(columns, int) and not isinstance(columns, bool) and span <= columns <= _MOST_COLUMNS:
                table.wrong("page.caption_takes_all", "caption_columns", columns=columns, span=span)


def _check_measure(table: Table, grid: Grid, span: int) -> None:
    """Lines of five ems at the least, and as much for the picture."""
    silent = Table(table.values, table.path, table.file, table.positions, [])
    measure = silent.length("caption_measure", Measures(grid.body_pt, grid.pitch_pt), zero=False)
    most = grid.span_em(span) - grid.gap_em - NARROWEST_EM
    if measure is not None and not NARROWEST_EM - 1e-9 <= measure / grid.body_pt <= most + 1e-9:
        args = {"value": table.values["caption_measure"], "least": f"{NARROWEST_EM:g}字", "most": f"{most:.4g}字"}
        table.wrong("page.out_of_bounds", "caption_measure", key="caption_measure", **args)
