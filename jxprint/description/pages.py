"""A whole page: page.toml, its house style, its dummy, and its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from jxprint.description.boxes import check_boxes
from jxprint.description.captions import check_captions
from jxprint.description.directions import check_side_heads
from jxprint.description.dummies import check_legs, check_parts, read_dummy
from jxprint.description.enclosure import root_of
from jxprint.description.house_styles import StyleFile, find_style, open_style
from jxprint.description.insets import check_insets
from jxprint.description.makeup_rules import read_page_makeup
from jxprint.description.pieces import Context, read_parts
from jxprint.description.sheets import read_folio, read_grid, read_sheet
from jxprint.description.tables import Measures, Table
from jxprint.description.toml_files import open_toml
from jxprint.errors import DescriptionError, Finding, Place, in_order
from jxprint.intake.kinds import settled, stands
from jxprint.model import Grid, Page, PunctuationStyle, Sheet, Story
from jxprint.model.parts import Part

PAGE_FILE = "page.toml"
PAGE_KEYS = ("format", "name", "title", "language", "style", "dummy", "sheet", "grid", "folio", "makeup", "part")

# Keys of parts that name a rule of the style.
RULE_KEYS = ("rule_above", "rule_below", "box", "lines_rule", "separator", "keyline")

# BCP 47 as far as it goes for a page: a language, then subtags.
_LANGUAGE = r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*"


def read(folder: Path) -> tuple[Page, list[Finding]]:
    """The page and its notes. Raises DescriptionError with all findings, notes included."""
    findings: list[Finding] = []
    page = _read(folder, findings)
    wrong = any(finding.severity == "error" for finding in findings)
    findings = in_order(findings)
    if page is None or wrong:
        raise DescriptionError(*findings)
    return page, findings


def _read(folder: Path, findings: list[Finding]) -> Page | None:
    file = folder / PAGE_FILE
    if not stands(file):
        findings.append(Finding(_absence(folder), Place(str(folder)), {"file": PAGE_FILE}))
        return None
    table = open_toml(file, str(file), findings)
    if table is None:
        return None
    table.only(PAGE_KEYS)
    table.needs("title", "style", "dummy")
    style = _style(table, folder)
    own_sheet, own_grid = (table.table(key) or table.inner({}) for key in ("sheet", "grid"))
    grid = read_grid(own_grid, style.grid if style else None)
    sheet = read_sheet(own_sheet, style.sheet if style else None, grid)
    rules = tuple(style.style.rules) if style else _named(table, *RULE_KEYS)
    dummy = read_dummy(table, grid.columns if grid else None)
    inks = tuple(style.style.inks) if style else _named(table, "tint_ink")
    measures = Measures(grid.body_pt, grid.pitch_pt) if grid is not None else Measures(10.0, 15.0)
    parts, letters = read_parts(table, Context(folder, root_of(folder), rules, inks, grid, measures))
    if dummy is not None:
        check_parts(table, dummy, letters)
        check_side_heads(table, dummy)
        check_insets(table, dummy)
        if grid is not None:
            check_legs(table, dummy, grid)
            check_captions(table, dummy, grid)
            check_boxes(parts, dummy, grid, style.style.rules if style else {}, findings)
    title, language = _title(table), _language(table)
    name = table.words("name") or settled(folder).name
    folio, makeup = read_folio(table), read_page_makeup(table)
    if style is None or sheet is None or grid is None or dummy is None or title is None:
        return None
    _check_fit(own_grid, sheet, grid)
    _check_hanging(table, style.style.punctuation, language, parts)
    return Page(name, title, sheet, grid, dummy, tuple(parts), style.style, folio, language, str(file), makeup)


def _absence(folder: Path) -> str:
    if not stands(folder):
        return "page.no_folder"
    return "page.no_page_file" if folder.is_dir() else "page.not_a_folder"


def _style(table: Table, folder: Path) -> StyleFile | None:
    found = find_style(table, folder)
    return None if found is None else open_style(*found, table.findings)


def _named(table: Table, *keys: str) -> tuple[str, ...]:
    """Where the style could not be read, every rule and ink that the page names counts as known: one mistake, one
    finding.
    """
    parts = table.values.get("part")
    described = [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []
    named = [part.get(key) for part in described for key in keys]
    return tuple(name for name in named if isinstance(name, str))


def _title(table: Table) -> str | None:
    title = table.words("title")
    if title is not None and not title.strip():
        table.wrong("page.empty_value", "title", key="title")
    return title


def _language(table: Table) -> str:
    language = table.text("language")
    if language is not None and not re.fullmatch(_LANGUAGE, language):
        table.wrong("page.bad_language", "language", value=language)
    return language or "zh-CN"


def _check_hanging(table: Table, punctuation: PunctuationStyle, language: str, parts: Iterable[Part]) -> None:
    """Marks in the middle of their em hang in vertical text alone (HG2): a style may not ask for what no part has."""
    if not punctuation.hanging or punctuation.region_for(language) == "CN":
        return
    if any(isinstance(part, Story) and part.writing == "vertical" for part in parts):
        return
    if punctuation.region is not None:
        table.wrong("page.cannot_hang", "style", one="hanging", other="region", value=punctuation.region)
    else:
        table.wrong("page.cannot_hang", "language", one="hanging", other="language", value=language)


def _check_fit(table: Table, sheet: Sheet, grid: Grid) -> None:
    """The base columns have to fit between the margins; a hundredth of a point is rounding."""
    wanted = grid.span_em(grid.columns) * grid.body_pt
    room = sheet.width_pt - sheet.left_pt - sheet.right_pt
    if wanted > room + 0.01:
        table.wrong("page.grid_too_wide", wanted=f"{wanted * 25.4 / 72:.1f}mm", room=f"{room * 25.4 / 72:.1f}mm")
