"""A page that cannot be read: all that can be told of it, and what the pages beside it may still know of it."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from jxprint.description.dummies import read_dummy
from jxprint.description.foreseen import foreseen, known_parts
from jxprint.description.orders import EDITION_FILE, PAGE_FILE
from jxprint.description.pages import PageSetup, sheet_and_grid, style_of
from jxprint.description.sheets import MISSING
from jxprint.description.sketches import PageRefused, sketched
from jxprint.description.tables import Table
from jxprint.errors import Finding, Place, in_order
from jxprint.intake.kinds import stands


def refusal(table: Table | None, folder: Path, setup: PageSetup | None, findings: list[Finding]) -> PageRefused:
    """The error for a page in whose files these findings were made; without a table its page.toml says nothing."""
    sketch = None
    if table is not None:
        # What is read again was told when it was read first.
        silent = replace(table, findings=[])
        style = style_of(silent, folder, setup)
        sheet, grid = sheet_and_grid(silent, silent.table("grid") or silent.inner({}), style, setup)
        dummy = read_dummy(silent, grid.columns if grid is not None else None)
        if dummy is not None and grid is not None and sheet is not None:
            white = 0.0 if style is None else style.style.spacing.between_parts
            findings += foreseen(known_parts(table, grid), dummy, grid, sheet, white)
        sketch = sketched(table, dummy, () if setup is None else setup.numbers)
    findings = in_order(findings)
    if setup is None and stands(folder.parent / EDITION_FILE):
        leaning = _of_edition(findings, folder)
        return PageRefused(*leaning, sketch=sketch if leaning == findings else None)
    return PageRefused(*findings, sketch=sketch)


def _of_edition(findings: list[Finding], folder: Path) -> list[Finding]:
    """What is wrong with a page that leans on its edition and is named without it: what that would say is no news."""
    of_edition = ("page.missing_key", MISSING, "page.field_alone")
    if not any(finding.key in of_edition for finding in findings):
        return findings
    # 字 and 行 mean nothing where the edition has the grid.
    others = [finding for finding in findings if finding.key not in (*of_edition, "page.bad_length")]
    place = Place(str(folder / PAGE_FILE), 1, 1)
    return [Finding("page.of_edition", place, {"folder": str(folder.parent)}), *others]
