"""A whole page: page.toml, its house style, its dummy, and its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from jxprint.description.boxes import check_boxes
from jxprint.description.captions import check_captions
from jxprint.description.directions import check_side_heads
from jxprint.description.dummies import check_legs, check_parts, read_dummy
from jxprint.description.enclosure import root_of
from jxprint.description.formats import RIGHT, Lying, double_grid
from jxprint.description.house_styles import StyleFile, at_body, find_style, open_style
from jxprint.description.insets import check_insets
from jxprint.description.makeup_rules import read_page_makeup
from jxprint.description.orders import EDITION_FILE, PAGE_FILE
from jxprint.description.pieces import Context, read_parts
from jxprint.description.sheets import MISSING, read_folio, read_grid, read_sheet
from jxprint.description.tables import Measures, Table
from jxprint.description.toml_files import open_toml
from jxprint.errors import Finding, Place, in_order
from jxprint.intake.kinds import settled, stands
from jxprint.model import Folio, Grid, HouseStyle, Page, PunctuationStyle, Sheet, Story
from jxprint.model.parts import Part
from jxprint.text.languages import LANGUAGE

if TYPE_CHECKING:
    from jxprint.model.resetting import Resetting

PAGE_KEYS = (
    "format", "name", "title", "language", "style", "dummy", "sheet", "grid", "folio", "makeup", "resetting",
    "part",
)  # fmt: skip

# Keys of parts that name a rule of the style.
RULE_KEYS = ("rule_above", "rule_below", "box", "lines_rule", "separator", "keyline")


class PageSetup(Struct, frozen=True):
    """What an edition says of one of its pages: what the page leaves out is taken from here before the house style.

    `numbers` are the page's own (two of a double truck), `title` what it is called without one, `section` the section's
    name; `style` is the file of a house style and how messages name it, `fields` are what its text may name in braces.
    """

    numbers: tuple[int, ...]
    title: str
    lying: Lying
    folio: Folio
    language: str | None
    style: tuple[Path, str] | None
    sheet: Table
    grid: Table
    section: str = ""
    fields: Mapping[str, str] = {}


def read(folder: Path, setup: PageSetup | None = None) -> tuple[Page, list[Finding]]:
    """The page and its notes, in the edition that `setup` speaks for. Raises PageRefused with all findings, notes
    included.
    """
    findings: list[Finding] = []
    table = _opened(folder, findings)
    page = None if table is None else _read(table, folder, setup)
    if page is None or any(finding.severity == "error" for finding in findings):
        from jxprint.description.refused_pages import refusal  # a page that is sound goes on to be made up

        refused = refusal(table, folder, setup, findings)
        refused.page = page
        raise refused
    return page, in_order(findings)


def _opened(folder: Path, findings: list[Finding]) -> Table | None:
    file = folder / PAGE_FILE
    if stands(file):
        return open_toml(file, str(file), findings)
    findings.append(Finding(_absence(folder), Place(str(folder)), {"file": PAGE_FILE}))
    return None


def _read(table: Table, folder: Path, setup: PageSetup | None) -> Page | None:
    table.only(PAGE_KEYS)
    table.needs(*(key for key in ("title", "style", "dummy") if not _usual(setup, key)))
    style = style_of(table, folder, setup)
    own_grid = table.table("grid") or table.inner({})
    sheet, grid = sheet_and_grid(table, own_grid, style, setup)
    rules = tuple(style.style.rules) if style else _named(table, *RULE_KEYS)
    dummy = read_dummy(table, grid.columns if grid else None)
    inks = tuple(style.style.inks) if style else _named(table, "tint_ink")
    measures = Measures(grid.body_pt, grid.pitch_pt) if grid is not None else Measures(10.0, 15.0)
    fields: Mapping[str, str] | None = _usual(setup, "fields")
    parts, letters = read_parts(table, Context(folder, root_of(folder), rules, inks, grid, measures, fields))
    if dummy is not None:
        check_parts(table, dummy, letters)
        check_side_heads(table, dummy)
        check_insets(table, dummy)
        if grid is not None:
            check_legs(table, dummy, grid)
            check_captions(table, dummy, grid)
            check_boxes(parts, dummy, grid, style.style.rules if style else {}, table.findings)
    title = _title(table) or (setup.title if setup is not None and "title" not in table.values else None)
    language = read_language(table, _usual(setup, "language"))
    name = table.words("name") or settled(folder).name
    folio = setup.folio if setup is not None and "folio" not in table.values else read_folio(table)
    makeup, resetting = read_page_makeup(table), _resetting(table)
    if style is None or sheet is None or grid is None or dummy is None or title is None:
        return None
    _check_fit(own_grid, sheet, grid)
    house = at_body(style.style, grid.body_pt)
    _check_body(own_grid, grid, house)
    _check_hanging(table, house.punctuation, language, parts)
    numbers, section = ((), "") if setup is None else (setup.numbers, setup.section)
    of = tuple(parts), house, folio, language, table.file, numbers, makeup, section, resetting
    return Page(name, title, sheet, grid, dummy, *of)


def _check_body(own_grid: Table, grid: Grid, style: HouseStyle) -> None:
    """A measure of so many characters holds as many only of the size that the grid is drawn for."""
    body = style.roles.get("body")
    if body is not None and abs(body.size_pt - grid.body_pt) > 1e-6:
        own_grid.wrong("page.other_body", "body", grid=f"{grid.body_pt:g}", size=f"{body.size_pt:g}")


def _resetting(table: Table) -> Resetting | None:
    if "resetting" not in table.values:
        return None
    from jxprint.description.resetting import read_resetting  # few pages were printed before

    return read_resetting(table)


def _usual(setup: PageSetup | None, key: str) -> Any:
    """What an edition says for its pages, None where it says nothing."""
    return getattr(setup, key, None)


def sheet_and_grid(
    table: Table, own_grid: Table, style: StyleFile | None, setup: PageSetup | None
) -> tuple[Sheet | None, Grid | None]:
    """The page's sheet and grid: each key from the page, else its edition, else the house style; a double truck is
    twice as wide, and so is its grid where the page has none of its own. What a style that cannot be read may have is
    not missed.
    """
    if style is not None:
        return _layered(table, own_grid, style, setup)
    told: list[Finding] = []
    found = _layered(replace(table, findings=told), replace(own_grid, findings=told), style, setup)
    table.findings.extend(one for one in told if one.key != MISSING)
    return found


def _layered(
    table: Table, own_grid: Table, style: StyleFile | None, setup: PageSetup | None
) -> tuple[Sheet | None, Grid | None]:
    usual = [] if setup is None else [setup]
    sheets = [replace(one.sheet, findings=table.findings) for one in usual]
    grids = [replace(one.grid, findings=table.findings) for one in usual]
    if style is not None:
        sheets.append(style.sheet)
        grids.append(style.grid)
    grid = read_grid(own_grid, grids)
    lying = RIGHT if setup is None else setup.lying
    sheet = read_sheet(table.table("sheet") or table.inner({}), sheets, grid, lying)
    own = {"columns", "measure", "gap"} & set(own_grid.values)
    if lying.lie == "double" and not own and sheet is None:
        return None, None  # how many columns it has, nobody knows
    if lying.lie == "double" and not own and sheet is not None and grid is not None:
        grid = double_grid(grid, sheet.width_pt - sheet.left_pt - sheet.right_pt)
    return sheet, grid


def _absence(folder: Path) -> str:
    if not stands(folder):
        return "page.no_folder"
    if stands(folder / EDITION_FILE):
        return "page.is_edition"
    return "page.no_page_file" if folder.is_dir() else "page.not_a_folder"


def style_of(table: Table, folder: Path, setup: PageSetup | None) -> StyleFile | None:
    """The house style that the page names, or its edition."""
    found: tuple[Path, str] | None = _usual(setup, "style")
    if "style" in table.values:
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


def read_language(table: Table, usual: str | None = None) -> str:
    """The language that a file names (BCP 47), else the usual one."""
    language = table.text("language")
    if language is not None and not re.fullmatch(LANGUAGE, language):
        table.wrong("page.bad_language", "language", value=language)
    return language or usual or "zh-CN"


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
