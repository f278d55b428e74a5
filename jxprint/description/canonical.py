"""The one canonical spelling of a page's files; the model read from them stays the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from jxprint.description.boxes import BOX_KEYS
from jxprint.description.editions import orders_of
from jxprint.description.folios import ISSUE_FOLIO_KEYS
from jxprint.description.issues import EDITION_KEYS, EDITION_PAGE_KEYS
from jxprint.description.makeup_rules import MAKEUP_KEYS
from jxprint.description.markup import spelled
from jxprint.description.orders import EDITION_FILE, PAGE_FILE, PageOrder
from jxprint.description.pages import PAGE_KEYS
from jxprint.description.picture_parts import MEMBER_KEYS
from jxprint.description.pieces import KINDS
from jxprint.description.positions import Comment, Positions
from jxprint.description.positions import Path as KeyPath
from jxprint.description.resetting import RESETTING_KEYS
from jxprint.description.sheets import FOLIO_KEYS, GRID_KEYS, SHEET_KEYS
from jxprint.description.stories import HEADER_KEYS, SUBHEAD_MARK
from jxprint.description.toml_files import open_toml
from jxprint.errors import DescriptionError, Finding
from jxprint.intake.kinds import stands
from jxprint.model import DataTable, Ear, ItemList, Paragraph, Passage, Standfirst, Story

_LAST_KEYS = ("rows", "min_rows", "rule_above", "rule_below", *BOX_KEYS)
_TABLES = {
    "sheet": SHEET_KEYS,
    "grid": GRID_KEYS,
    "folio": FOLIO_KEYS,
    "makeup": MAKEUP_KEYS,
    "resetting": RESETTING_KEYS,
}
# Keys whose values are tables, with what each of these may say.
_MEMBERS = {"picture": MEMBER_KEYS}
_WIDEST = 100
# TOML 1.0: these and the control characters may not stand in a basic string as they are.
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_TO_ESCAPE = re.compile(r'[\x00-\x1f\x7f"\\]')


def format_page(folder: Path | str) -> dict[Path, str]:
    """Canonical text by file: page.toml and every copy file, of an edition of all its pages. Raises DescriptionError
    where a page cannot be read.
    """
    folder = Path(folder)
    if not stands(folder / EDITION_FILE):
        return _format_page(PageOrder(folder))
    orders = orders_of([folder])
    spelled = {folder / EDITION_FILE: _spell_file(folder / EDITION_FILE, spell_edition)}
    for order in orders.pages:
        spelled |= _format_page(order)
    return spelled


def _format_page(order: PageOrder) -> dict[Path, str]:
    page, _ = order.read()
    folder = order.folder
    spelled: dict[Path, str] = {}
    for part in page.parts:
        if isinstance(part, Story) and part.jump_from is None and part.headline[0].place.file:
            spelled[Path(part.headline[0].place.file)] = spell_story(part)
    for part in page.parts:
        if isinstance(part, Standfirst) and part.paragraphs[0].passage.place.file:
            file = Path(part.paragraphs[0].passage.place.file)
            spelled.setdefault(file, "".join(map(_paragraph, part.paragraphs)))
        elif isinstance(part, (Ear, ItemList, DataTable)):
            from jxprint.description.furniture_copy import spell_copy  # many pages have none

            named, text = spell_copy(part)
            if named is not None and named != folder / PAGE_FILE:
                spelled.setdefault(named, text)
    return {folder / PAGE_FILE: _spell_file(folder / PAGE_FILE, spell_page), **spelled}


def spell_story(story: Story) -> str:
    """A story file: English header keys in their order, a blank line, one paragraph a line."""
    dateline = () if story.dateline is None else (story.dateline,)
    lines: dict[str, tuple[Passage, ...]] = {
        "kicker": story.kicker,
        "headline": story.headline,
        "deck": story.deck,
        "byline": story.byline,
        "dateline": dateline,
    }
    return spell_copy(lines, story.paragraphs)


def spell_copy(lines: Mapping[str, Sequence[Passage]], paragraphs: Sequence[Paragraph]) -> str:
    """The same of lines of a head by their keys, and paragraphs."""
    header = "".join(f"{key}: {spelled(line)}\n" for key in HEADER_KEYS for line in lines.get(key, ()))
    return header + "\n" + "".join(map(_paragraph, paragraphs))


def _paragraph(paragraph: Paragraph) -> str:
    return f"{SUBHEAD_MARK if paragraph.kind == 'subhead' else ''}{spelled(paragraph.passage)}\n"


def _spell_file(path: Path, spell: Callable[[dict[str, object], Positions], str]) -> str:
    findings: list[Finding] = []
    table = open_toml(path, str(path), findings)
    if table is None:  # the file changed while we looked at it
        raise DescriptionError(*findings)
    return spell(table.values, table.positions)


def spell_page(values: dict[str, object], positions: Positions) -> str:
    """page.toml: keys in their order, one spelling of every value, comments with what they belong to."""
    return _spelled(_statements(values), positions)


def spell_edition(values: dict[str, object], positions: Positions) -> str:
    """edition.toml, in the same way."""
    lines = _keyed(values, EDITION_KEYS, {"sheet": SHEET_KEYS, "grid": GRID_KEYS, "folio": ISSUE_FOLIO_KEYS})
    pages = values.get("page")
    for number, page in enumerate(pages if isinstance(pages, list) else ()):
        lines.append((("page", number), "[[page]]"))
        lines.extend((("page", number, key), _pair(key, page[key])) for key in EDITION_PAGE_KEYS if key in page)
    return _spelled(lines, positions)


def _spelled(lines: list[tuple[KeyPath, str]], positions: Positions) -> str:
    beside, above, last = _placed(positions.comments, [path for path, _ in lines])
    spelled: list[str] = []
    for path, statement in lines:
        if statement.startswith("[") and spelled:
            spelled.append("")
        spelled.extend(above.get(path, ()))
        spelled.append(f"{statement}  {beside[path]}" if path in beside else statement)
    if last:
        spelled.extend(["", *last])
    return "\n".join(spelled) + "\n"


def _statements(values: dict[str, object]) -> list[tuple[KeyPath, str]]:
    """Every line of the file with its key path; a value over several lines counts as one."""
    lines = _keyed(values, PAGE_KEYS, _TABLES)
    parts = values.get("part")
    for number, part in enumerate(parts if isinstance(parts, list) else ()):
        lines.append((("part", number), "[[part]]"))
        keys = ("letter", "kind", *KINDS[part["kind"]], *_LAST_KEYS)
        tables = [key for key in _MEMBERS if key in part]
        own = [key for key in keys if key in part and key not in tables]
        lines.extend((("part", number, key), _pair(key, part[key])) for key in own)
        for key in tables:
            lines.extend(_members(("part", number, key), part[key]))
    return lines


def _keyed(
    values: dict[str, object], known: Sequence[str], tables: Mapping[str, Sequence[str]]
) -> list[tuple[KeyPath, str]]:
    """The lines of a file before its arrays of tables."""
    plain = [key for key in known if key in values and key not in (*tables, "part", "page")]
    lines: list[tuple[KeyPath, str]] = [((key,), _pair(key, values[key])) for key in plain]
    for name, keys in tables.items():
        table = values.get(name)
        if isinstance(table, dict):
            lines.append(((name,), f"[{name}]"))
            lines.extend(((name, key), _pair(key, table[key])) for key in keys if key in table)
    return lines


def _members(path: KeyPath, members: list[dict[str, object]]) -> Iterator[tuple[KeyPath, str]]:
    """Tables within a part, as `[[part.picture]]`: TOML wants them behind the part's own keys."""
    for number, member in enumerate(members):
        yield (*path, number), f"[[part.{path[-1]}]]"
        known = [key for key in _MEMBERS[str(path[-1])] if key in member]
        yield from (((*path, number, key), _pair(key, member[key])) for key in known)


def _pair(key: str, value: object) -> str:
    if key == "dummy" and isinstance(value, str):
        rows = [" ".join(row.split()) for row in value.split("\n") if row.strip()]
        return 'dummy = """\n' + "".join(f"{row}\n" for row in rows) + '"""'
    return f"{key} = {_value(value, len(key))}"


def _value(value: object, before: int = 0) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + _TO_ESCAPE.sub(lambda match: _ESCAPES.get(match[0], f"\\u{ord(match[0]):04X}"), value) + '"'
    if isinstance(value, list):
        spelled = [_value(one) for one in value]
        if before + sum(len(one) + 2 for one in spelled) <= _WIDEST:
            return "[" + ", ".join(spelled) + "]"
        return "[\n" + "".join(f"    {one},\n" for one in spelled) + "]"
    return value.isoformat() if isinstance(value, date) else repr(value)


def _placed(
    comments: tuple[Comment, ...], paths: list[KeyPath]
) -> tuple[dict[KeyPath, str], dict[KeyPath, list[str]], list[str]]:
    """Comments beside lines, above lines, and after everything, by the lines that will be written."""
    beside: dict[KeyPath, str] = {}
    above: dict[KeyPath, list[str]] = {}
    last: list[str] = []
    known = set(paths)
    for comment in comments:
        path = comment.path
        while path and path not in known:
            path = path[:-1]
        if not path and comment.path:  # written as one value, spelled as several tables: the first of them
            path = next((one for one in paths if one[: len(comment.path)] == comment.path), None)
        if not path:
            last.append(comment.text)
        elif comment.beside and path == comment.path and path not in beside:
            beside[path] = comment.text
        else:
            above.setdefault(path, []).append(comment.text)
    return beside, above, last
