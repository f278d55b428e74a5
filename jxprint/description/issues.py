"""An edition (一期报纸): edition.toml, with the pages of an issue in order and what they share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from jxprint.description.enclosure import enclosed, root_of
from jxprint.description.folios import (
    FolioTemplates,
    asks_for_section,
    check_templates,
    dated,
    filled_folio,
    label_of,
    read_folio_templates,
)
from jxprint.description.formats import Lie, Lying
from jxprint.description.house_styles import find_style
from jxprint.description.pages import EDITION_FILE, PAGE_FILE, PageSetup, read_language
from jxprint.description.tables import Table
from jxprint.description.toml_files import open_toml
from jxprint.errors import DescriptionError, Finding, in_order
from jxprint.intake.kinds import settled, stands
from jxprint.model import Folio

EDITION_KEYS = (
    "format", "paper", "title", "date", "issue", "language", "style", "facing", "sheet", "grid", "folio", "page",
)  # fmt: skip
EDITION_PAGE_KEYS = ("folder", "number", "section")
# Far beyond any newspaper; a file that says more is none.
MOST_PAGES = 1000
_MOST_NUMBER = 9999
_TRUCK = re.compile(r"\s*(\d{1,4})\s*[-–—－]\s*(\d{1,4})\s*")


class IssuePage(Struct, frozen=True):
    """A page of an issue: its folder, and what the edition says of it."""

    folder: Path
    setup: PageSetup


class Issue(Struct, frozen=True):
    """An issue as edition.toml has it; `number` is the issue's own (期号), `notes` stop nothing."""

    title: str
    pages: tuple[IssuePage, ...]
    file: str
    notes: tuple[Finding, ...] = ()
    day: date | None = None
    number: str = ""

    @property
    def numbers(self) -> frozenset[int]:
        """Every page number that there is."""
        return frozenset(number for page in self.pages for number in page.setup.numbers)


class _Entry(Struct, frozen=True):
    table: Table
    folder: Path
    numbers: tuple[int, ...]
    section: str


def read_issue(folder: Path) -> Issue:
    """The issue in a folder. Raises DescriptionError with everything that is wrong with its edition.toml."""
    findings: list[Finding] = []
    file = folder / EDITION_FILE
    table = open_toml(file, str(file), findings)
    issue = None if table is None else _read(table, folder)
    if issue is None or any(finding.severity == "error" for finding in findings):
        raise DescriptionError(*in_order(findings))
    return Issue(issue.title, issue.pages, issue.file, tuple(in_order(findings)), issue.day, issue.number)


def _read(table: Table, folder: Path) -> Issue | None:
    table.only(EDITION_KEYS)
    table.needs("paper", "date")
    day = _date(table)
    fields = _fields(table, day)
    facing = table.boolean("facing") or False
    language = read_language(table) if "language" in table.values else None
    style = find_style(table, folder) if "style" in table.values else None
    sheet, grid = (table.table(key) or table.inner({}) for key in ("sheet", "grid"))
    # A field whose own key is wrong has been told.
    known = {**fields, **{name: "" for name in _spoiled(table) if name not in fields}}
    templates = read_folio_templates(table, known, facing)
    table.findings.extend(check_templates(templates))
    entries = list(_entries(table, folder, asks_for_section(templates)))
    _check_order(entries)
    _check_sections(entries)
    pages: list[IssuePage] = []
    for one in entries:
        lying = Lying(_lie(one.numbers, facing), facing)
        said = {**fields, "page": label_of(one.numbers), "section": one.section}
        folio = Folio() if 1 in one.numbers and not templates.first_page else _folio(templates, said, one, lying)
        title = f"第{said['page']}版" + (f"：{one.section}" if one.section else "")
        setup = PageSetup(one.numbers, title, lying, folio, language, style, sheet, grid, one.section, said)
        pages.append(IssuePage(one.folder, setup))
    title = table.words("title") or f"{fields.get('paper', '')} {fields.get('date', '')}".strip()
    return Issue(title, tuple(pages), table.file, (), day, fields.get("issue", "")) if pages else None


def _folio(templates: FolioTemplates, fields: dict[str, str], entry: _Entry, lying: Lying) -> Folio:
    return filled_folio(templates, fields, entry.numbers, lying)


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
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
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
        numbers = _numbers(page, last)
        section = (page.words("section") or "").strip()
        if wants_section and "section" not in page.values and not page.misspelt("section"):
            page.wrong("page.empty_field", name="section")
        last = numbers[-1] if numbers else last + 1
        path = _page_folder(page, folder, root)
        if path is None or not numbers:
            continue
        where = settled(path)
        if where in taken:
            page.wrong("page.folder_twice", "folder", name=page.values["folder"], number=taken[where])
        else:
            taken[where] = label_of(numbers)
        yield _Entry(page, path, numbers, section)


def _page_folder(page: Table, folder: Path, root: str) -> Path | None:
    path = enclosed(page, "folder", folder, root) if page.needs("folder") else None
    if path is not None and not stands(path / PAGE_FILE):
        page.wrong("page.no_page_folder", "folder", name=page.values["folder"])
        return None
    return path


def _numbers(page: Table, last: int) -> tuple[int, ...]:
    """A page's number, or both of a double truck; without one it is the next. Empty where it cannot be read."""
    value = page.values.get("number")
    if value is None:
        return (last + 1,)
    if isinstance(value, int) and not isinstance(value, bool):
        number = page.count("number", _MOST_NUMBER)
        return () if number is None else (number,)
    match = _TRUCK.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        page.wrong("page.bad_page_number", "number", value=value)
        return ()
    first, second = int(match[1]), int(match[2])
    if first % 2 or second != first + 1:
        even = max(2, first - first % 2)
        page.wrong("page.truck_apart", "number", first=first, second=second, even=even, odd=even + 1)
        return ()
    return first, second


def _check_order(entries: list[_Entry]) -> None:
    """Numbers ascend without a gap or a double; the first may be any."""
    seen: set[int] = set()
    before = 0
    for entry in entries:
        first = entry.numbers[0]
        twice = [number for number in entry.numbers if number in seen]
        if twice:
            entry.table.wrong("page.number_twice", "number", number=twice[0])
        elif before and first < before:
            entry.table.wrong("page.number_back", "number", number=first, before=before)
        elif before and first > before + 1:
            entry.table.wrong("page.number_gap", "number", number=first, before=before, wanted=before + 1)
        seen.update(entry.numbers)
        before = max(before, entry.numbers[-1])


def _check_sections(entries: list[_Entry]) -> None:
    """The pages of one section stand together."""
    done: set[str] = set()
    last = ""
    for entry in entries:
        if entry.section and entry.section in done and entry.section != last:
            entry.table.wrong("page.section_in_pieces", "section", name=entry.section, other=last)
        done.add(entry.section)
        last = entry.section or last
