"""The figures as a table for people and as JSON for machines."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from figures import SCALE, Figure
from sides import Side

# Goals are held against the published faces where they are to be had.
_COLUMNS: tuple[tuple[str, Side], ...] = (
    ("ours", "ours"),
    ("Typst", "ordinary"),
    ("Typst, system fonts ignored", "bracketed"),
    ("Typst, our faces", "same_faces"),
)
_RATIOS: tuple[tuple[str, Side], ...] = (("ratio", "bracketed"), ("ratio, our faces", "same_faces"))


def table(figures: Sequence[Figure]) -> str:
    """A Markdown table, its columns drawn level. `ratio` is ours over Typst's with system fonts ignored."""
    headings = ("figure", *(name for name, _ in _COLUMNS), *(name for name, _ in _RATIOS), "goal")
    rows = [headings, *(_row(figure) for figure in figures)]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(headings))]
    lines = [
        "| " + " | ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def as_dict(figure: Figure) -> dict[str, object]:
    """One figure for machines: seconds, bytes or pages a second, never rounded."""
    return {
        "figure": figure.name,
        "unit": {"MiB": "bytes", "KiB": "bytes", "ms": "s"}.get(figure.unit, figure.unit),
        **{side: figure.values.get(side) for _, side in _COLUMNS},
        **{name.replace(", our faces", "_same_faces"): figure.ratio(side) for name, side in _RATIOS},
        "goal": figure.goal,
        "most": figure.most,
        "runs": figure.runs,
    }


def _row(figure: Figure) -> tuple[str, ...]:
    values = [figure.values.get(side) for _, side in _COLUMNS]
    told = ["—" if value is None else _told(value * SCALE[figure.unit], figure.unit) for value in values]
    ratios = [figure.ratio(side) for _, side in _RATIOS]
    told += ["—" if ratio is None else f"{ratio:.2f}" for ratio in ratios]
    return (figure.name, *told, _goal(figure))


def _goal(figure: Figure) -> str:
    """The most that the ratio may be, or the value itself."""
    if figure.most is not None:
        return f"≤ {_told(figure.most * SCALE[figure.unit], figure.unit)}"
    return "—" if figure.goal is None else f"≤ {figure.goal:g}"


def _told(value: float, unit: str) -> str:
    return f"{value:.3g} {unit}" if value < 100 else f"{value:.0f} {unit}"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
