"""An edition (一期报纸): edition.toml, with the pages of an issue in order and what they share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from jxprint.description.enclosure import enclosed, root_of
from jxprint.description.folios import (
    asks_for_section,
    check_templates,
    dated,
    filled_folio,
    label_of,
    read_folio_templates,
)
from jxprint.description.formats import Lie, Lying
from jxprint.description.house_styles import find_style
from jxprint.description.orders import EDITION_FILE, PAGE_FILE
from jxprint.description.page_numbers import Numbers, check_order, read_numbers
from jxprint.description.pages import PageSetup, read_language
from jxprint.description.sheets import slips_in
from jxprint.description.tables import Table
from jxprint.description.toml_files import open_toml
from jxprint.errors import Finding, in_order
from jxprint.intake.kinds import settled, stands
from jxprint.model import Folio

EDITION_KEYS = (
    "format", "paper", "title", "date", "issue", "language", "style", "facing", "sheet", "grid", "folio", "page",
)  # fmt: skip
EDITION_PAGE_KEYS = ("folder", "number", "section")
# Far beyond any newspaper; a file that says more is none.
MOST_PAGES = 1000
# What pages take from their edition: where one of these is misspelt, every page would be told to lack it.
_SHARED = ("style", "sheet", "grid", "facing", "language")


class IssuePage(Struct, frozen=True):
    """A page of an issue: its folder, and what the edition says of it."""

    folder: Path
    setup: PageSetup


class Issue(Struct, frozen=True):
    """An issue as edition.toml has it; `number` is the issue's own (期号), `notes` stop nothing. `is_sound`: all its
    pages are there, in order; `has_all`: there, in whatever order. `most`: none comes to have a higher number.
    """

    title: str
    pages: tuple[IssuePage, ...]
    file: str
    notes: tuple[Finding, ...] = ()
    day: date | None = None
    number: str = ""
    is_sound: bool = True
    has_all: bool = True
    most: int | None = None
    paper: str = ""

    @property
    def numbers(self) -> frozenset[int]:
        """Every page number that there is."""
        return frozenset(number for page in self.pages for number in page.setup.numbers)


class _Entry(Struct, frozen=True):
    """A page as it is listed; without a folder, or numbers, where those are wrong."""

    table: Table
    folder: Path | None
    numbers: Numbers
    section: str


def read_issue(folder: Path) -> tuple[Issue | None, list[Finding]]:
    """The issue as far as its edition.toml can be understood, and all that is to be told of that. None where it is no
    help in reading its pages: what is wrong with it would be told of each of them.
    """
    findings: list[Finding] = []
    file = folder / EDITION_FILE
    table = open_toml(file, str(file), findings)
    issue = None if table is None else _read(table, folder)
    findings = in_order(findings)
    return None if issue is None else replace(issue, notes=tuple(findings)), findings


def _read(table: Table, folder: Path) -> Issue | None:
    table.only(EDITION_KEYS)
    table.needs("paper", "date")
    day = _date(table)
    fields = _fields(table, day)
    facing = table.boolean("facing")
    if facing is None:  # one that is wrong was meant: what goes with it is no second mistake
        facing = "facing" in table.values or table.misspelt("facing")
    language = read_language(table) if "language" in table.values else None
    style = find_style(table, folder) if "style" in table.values else None
    sheet, grid = (table.table(key) or table.inner({}) for key in ("sheet", "grid"))
    # A field whose own key is wrong has been told.
    known = {**fields, **{name: "" for name in _spoiled(table) if name not in fields}}
    templates = read_folio_templates(table, known, facing)
    table.findings.extend(check_templates(templates))
    wrong = len(table.findings)
    entries = list(_entries(table, folder, asks_for_section(templates)))
    check_order([(one.table, one.numbers.said) for one in entries])
    is_sound = len(table.findings) == wrong and not table.misspelt("page")
    _check_sections(entries)
    pages: list[IssuePage] = []
    for one in entries:
        own = one.numbers.likely
        if one.folder is None or not own:
            continue
        lying = Lying(_lie(own, facing), facing)
        said = {**fields, "page": label_of(own), "section": one.section}
        folio = Folio() if 1 in own and not templates.first_page else filled_folio(templates, said, own, lying)
        title = f"第{said['page']}版" + (f"：{one.section}" if one.section else "")
        said = {**{name: "0" for name in known if name not in said}, **said}
        setup = PageSetup(own, title, lying, folio, language, style, sheet, grid, one.section, said)
        pages.append(IssuePage(one.folder, setup))
    title = table.words("title") or f"{fields.get('paper', '')} {fields.get('date', '')}".strip()
    helps = not any(map(table.misspelt, _SHARED)) and (style is not None or "style" not in table.values)
    if not pages or not helps:
        table.findings.extend(slips_in(sheet, grid))
        return None
    issue, has_all = fields.get("issue", ""), len(pages) == len(entries)
    paper = fields.get("paper", "")
    return Issue(title, tuple(pages), table.file, (), day, issue, is_sound, has_all, _most(entries), paper)


def _most(entries: list[_Entry]) -> int | None:
    """The highest number that a page can come to have, whichever of the numbers are wrong; None where nobody knows."""
    numbers = [number for one in entries for number in one.numbers.likely]
    if not numbers or not all(one.numbers.is_sure for one in entries):
        return None
    return max(*numbers, numbers[0] + len(numbers) - 1)


def _lie(numbers: tuple[int, ...], facing: bool) -> Lie:
    """Odd pages lie at the right: a paper's first page is a right-hand one."""
    if len(numbers) > 1:
        return "double"
    return "left" if facing and numbers[0] % 2 == 0 else "right"


def _fields(table: Table, day: date | None) -> dict[str, str]:
    """The fields that are the same on all pages, as far as they could be read."""
    fields: dict[str, str] = {}
    paper = table.words("paper")
    if paper is not None and not paper.strip():
        table.wrong("page.empty_value", "paper", key="paper")
    elif paper is not None:
        fields["paper"] = paper.strip()
    if day is not None:
        fields |= dated(day)
    number = table.values.get("issue")
    number = table.words("issue") if isinstance(number, str) else table.count("issue", 10**6)
    if number is not None:
        fields["issue"] = str(number)
    return fields


def _spoiled(table: Table) -> Iterator[str]:
    """Fields whose key is there, or is needed and was told to be missing."""
    yield from ("paper", "date", "weekday", "date_en", "weekday_en")
    if "issue" in table.values:
        yield "issue"


def _date(table: Table) -> date | None:
    value = table.values.get("date")
    if value is None:
        return None
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value.strip() if isinstance(value, str) else "")
    except ValueError:
        table.wrong("page.bad_date", "date", value=value)
        return None


def _entries(table: Table, folder: Path, wants_section: bool) -> Iterator[_Entry]:
    """The pages that could be read, in their order."""
    pages = table.tables("page")
    if not pages and not isinstance(table.values.get("page"), list) and "page" in table.values:
        return
    if not pages:
        table.wrong("page.no_edition_pages")
    if len(pages) > MOST_PAGES:
        table.wrong("page.too_many_pages", "page", MOST_PAGES, most=MOST_PAGES)
        return
    root = root_of(folder)
    taken: dict[Path, str] = {}
    last = 0
    for page in pages:
        page.only(EDITION_PAGE_KEYS)
        numbers = read_numbers(page, last)
        section = (page.words("section") or "").strip()
        if wants_section and "section" not in page.values and not page.misspelt("section"):
            page.wrong("page.empty_field", name="section")
        last = numbers.likely[-1] if numbers.likely else last + 1
        path = _page_folder(page, folder, root)
        where = None if path is None else settled(path)
        if where is not None and where in taken:
            page.wrong("page.folder_twice", "folder", name=page.values["folder"], number=taken[where])
            path = None  # its page is read once
        elif where is not None and numbers.likely:
            taken[where] = label_of(numbers.likely)
        yield _Entry(page, path, numbers, section)


def _page_folder(page: Table, folder: Path, root: str) -> Path | None:
    path = enclosed(page, "folder", folder, root) if page.needs("folder") else None
    if path is not None and not stands(path / PAGE_FILE):
        page.wrong("page.no_page_folder", "folder", name=page.values["folder"])
        return None
    return path


def _check_sections(entries: list[_Entry]) -> None:
    """The pages of one section stand together."""
    done: set[str] = set()
    last = ""
    for entry in entries:
        if entry.section and entry.section in done and entry.section != last:
            entry.table.wrong("page.section_in_pieces", "section", name=entry.section, other=last)
        done.add(entry.section)
        last = entry.section or last
