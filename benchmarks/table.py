"""The figures as a table for people and as JSON for machines."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from figures import SCALE, Figure
from sides import SIDES

HEADINGS = ("figure", "ours", "Typst", "Typst, system fonts ignored", "ratio", "goal")


def table(figures: Sequence[Figure]) -> str:
    """A Markdown table, its columns drawn level."""
    rows = [HEADINGS, *(_row(figure) for figure in figures)]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = [
        "| " + " | ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def as_dict(figure: Figure) -> dict[str, object]:
    """One figure for machines: seconds or bytes, never rounded."""
    ratio = figure.ratio
    return {
        "figure": figure.name,
        "unit": "bytes" if figure.unit in ("MiB", "KiB") else "s",
        **{side: figure.values[side] for side in SIDES},
        "ratio": ratio,
        "goal": figure.goal,
        "met": None if ratio is None else ratio <= figure.goal,
        "runs": figure.runs,
    }


def _row(figure: Figure) -> tuple[str, ...]:
    values = [figure.values[side] for side in SIDES]
    told = ["—" if value is None else _told(value * SCALE[figure.unit], figure.unit) for value in values]
    ratio = "—" if figure.ratio is None else f"{figure.ratio:.2f}"
    return (figure.name, *told, ratio, f"≤ {figure.goal:g}")


def _told(value: float, unit: str) -> str:
    return f"{value:.3g} {unit}" if value < 100 else f"{value:.0f} {unit}"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
