"""The folio line (报眉) of an edition's pages: templates, and the fields that fill them, there and in a nameplate.

An inner page has name, date, number and section there; the first has none (typography.md 3.5).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from jxprint.description.formats import Lying
from jxprint.description.markup import read_passage
from jxprint.description.suggestions import unknown
from jxprint.description.tables import Table
from jxprint.errors import Finding, Place
from jxprint.model import Folio, Passage
from jxprint.text.calendar import ENGLISH_WEEKDAYS, MONTHS, WEEKDAYS

ISSUE_FOLIO_KEYS = ("left", "centre", "right", "outer", "inner", "first_page")
FIELDS = ("paper", "date", "weekday", "date_en", "weekday_en", "page", "section", "issue")
# A colon makes it markup (行内标记), a backslash a brace that is meant as itself.
_FIELD = re.compile(r"(?<!\\)\{([^{}:：|\\]*)\}")
# These part lines of a head, and are no fields (see `head_lines`).
_LINE_BREAKS = ("/", "／", "换行")
# Between the two numbers of a double truck (GB/T 15834 4.13.3: a short connector).
_CONNECTOR = "-"


class FolioTemplates(Struct, frozen=True):
    """Templates by key, and whether the first page has a folio as well."""

    table: Table
    templates: Mapping[str, str]
    first_page: bool = False


def dated(day: date) -> dict[str, str]:
    """The fields of a date, in Chinese and in English."""
    weekday = day.weekday()
    return {
        "date": f"{day.year}年{day.month}月{day.day}日",
        "weekday": f"星期{WEEKDAYS[weekday]}",
        "date_en": f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
        "weekday_en": ENGLISH_WEEKDAYS[weekday],
    }


def label_of(numbers: tuple[int, ...]) -> str:
    """A page's number as it is printed; both of a double truck."""
    return _CONNECTOR.join(map(str, numbers))


def read_folio_templates(table: Table, known: Mapping[str, str], facing: bool) -> FolioTemplates:
    """The edition's [folio]. `known` are the fields that are the same on all pages; one that is missing there and
    that a template wants is noted once.
    """
    folio = table.table("folio") or table.inner({})
    folio.only(ISSUE_FOLIO_KEYS)
    templates: dict[str, str] = {}
    for key in ISSUE_FOLIO_KEYS[:-1]:
        template = folio.text(key)
        if not template:
            continue
        templates[key] = template
        for name in _FIELD.findall(template):
            if name not in FIELDS:
                folio.findings.append(unknown("page.unknown_field", folio.place(key), name, FIELDS))
            elif name not in known and name not in ("page", "section"):
                folio.wrong("page.empty_field", key, name=name)
        if key in ("outer", "inner"):
            _check_side(folio, key, templates, facing)
    return FolioTemplates(folio, templates, folio.boolean("first_page") or False)


def _check_side(folio: Table, key: str, templates: Mapping[str, str], facing: bool) -> None:
    if not facing:
        folio.wrong("page.folio_sides", key, key=key)
    for other in ("left", "right"):
        if other in templates:
            folio.wrong("page.folio_both", key, key=key, other=other)


def asks_for_section(templates: FolioTemplates) -> bool:
    """Whether a page without a section would leave a hole in its folio."""
    return any("section" in _FIELD.findall(template) for template in templates.templates.values())


def filled_folio(templates: FolioTemplates, fields: Mapping[str, str], numbers: tuple[int, ...], lying: Lying) -> Folio:
    """The folio of one page. Outer pieces (切口一侧) stand at the edge away from the fold. A double truck has nothing
    at its fold: what others have in the middle stands beside the piece at the left edge, what they have at the fold
    beside that at the right; with outer pieces each half has its own number.
    """
    texts = templates.templates
    whole = {**fields, "page": label_of(numbers)}

    places: list[tuple[str, Place]] = []

    def piece(*keys: str, page: int | None = None) -> Passage | None:
        values = whole if page is None else {**whole, "page": str(page)}
        found = [(key, texts[key]) for key in keys if key in texts]
        if not found:
            return None
        filled = [_filled(template, values) for _, template in found]
        text = "\u3000".join(filled)
        if found[1:]:
            places.extend((said, templates.table.place(key)) for said, (key, _) in zip(filled, found, strict=True))
        place = templates.table.place(found[0][0])
        # What is wrong with a template is told once, by check_templates.
        return read_passage(text, place, []) if text.strip() else None

    has_sides = bool({"outer", "inner"} & set(texts))
    if lying.lie == "double":
        if not has_sides:
            return Folio(piece("left", "centre"), None, piece("right"), tuple(places))
        first, last = numbers
        left, right = piece("outer", "centre", page=first), piece("inner", "outer", page=last)
        return Folio(left, None, right, tuple(places))
    if not has_sides:
        return Folio(piece("left"), piece("centre"), piece("right"))
    outer, inner = piece("outer"), piece("inner")
    left, right = (outer, inner) if lying.lie == "left" else (inner, outer)
    return Folio(left, piece("centre"), right)


def check_templates(templates: FolioTemplates) -> list[Finding]:
    """What is wrong with the templates' own characters and markup, once for all pages."""
    findings: list[Finding] = []
    plain = dict.fromkeys(FIELDS, "0")
    for key, template in templates.templates.items():
        read_passage(_filled(template, plain), templates.table.place(key), findings)
    return findings


def with_fields(table: Table, keys: Sequence[str], fields: Mapping[str, str] | None) -> Table:
    """A part's table with the fields of its edition filled in where some of its keys name them. One that the edition
    does not have is noted; `fields` are None where the page stands in no edition.
    """
    filled = {key: _filled_value(table, (key,), table.values[key], fields) for key in keys if key in table.values}
    return replace(table, values={**table.values, **filled})


def _filled_value(
    table: Table, below: tuple[str | int, ...], value: object, fields: Mapping[str, str] | None
) -> object:
    if isinstance(value, list):
        return [_filled_value(table, (*below, number), one, fields) for number, one in enumerate(value)]
    if not isinstance(value, str):
        return value
    known = {**(fields or {}), **{name: f"{{{name}}}" for name in _LINE_BREAKS}}
    names = _FIELD.findall(value)
    for name in names:
        if name not in FIELDS and name not in known:
            table.misnamed("page.unknown_field", name, FIELDS, *below)
        elif fields is None and name not in known:
            table.wrong("page.field_alone", *below, name=name)
        elif not known.get(name):
            table.wrong("page.empty_field", *below, name=name)
    # What has been told stands for something: one mistake, one finding.
    filled = {name: known.get(name) or "0" for name in names}
    return _FIELD.sub(lambda match: _put(match, filled), value)


def _filled(template: str, values: Mapping[str, str]) -> str:
    return _FIELD.sub(lambda match: _put(match, values), template).strip(" \t\u3000")


def _put(match: re.Match[str], values: Mapping[str, str]) -> str:
    """A field's value; what markup is made of stands for itself in it."""
    value = values.get(match[1], "")
    return value if match[1] in _LINE_BREAKS else re.sub(r"([{}\\])", r"\\\1", value)
