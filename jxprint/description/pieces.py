"""The parts of a page, each from its `[[part]]` table and the files that it names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypedDict

from msgspec import Struct

from jxprint.description.advertisements import (
    ADVERTISEMENT_KEYS,
    ORNAMENT_KEYS,
    read_advertisement,
    read_ornament,
)
from jxprint.description.boxes import BOX_KEYS, read_box
from jxprint.description.directions import DIRECTION_KEYS, read_direction, read_drop_cap, read_writing
from jxprint.description.dummies import MOST_LEGS
from jxprint.description.enclosure import enclosed
from jxprint.description.encodings import read_text
from jxprint.description.insets import INSET_KEYS, read_pull_quote, read_within
from jxprint.description.jumps import CONTINUATION_KEYS, JUMP_KEYS, read_jumps
from jxprint.description.mastheads import read_masthead
from jxprint.description.picture_parts import PICTURE_KEYS, read_picture
from jxprint.description.pins import read_pins
from jxprint.description.stories import read_paragraphs, read_story
from jxprint.description.tables import NO_MEASURES, Measures, Table
from jxprint.errors import Place
from jxprint.intake.kinds import stands
from jxprint.model import (
    Advertisement,
    Boxing,
    Grid,
    Headline,
    Ornament,
    Part,
    Standfirst,
    Story,
    Within,
)

MOST_PARTS = 200
_REMAINDERS = ("free", "absolute", "relative", "auto")

_COMMON = ("letter", "kind", "rows", "min_rows", "top", "rule_above", "rule_below", *BOX_KEYS)


class Context(Struct, frozen=True):
    """What parts are read against: the page's folder, how paths begin that lead into it, the names of the style's
    rules and inks, the page's grid, None where it is not known, what 字 and 行 come to, and the edition's `fields`.
    """

    folder: Path
    root: str
    rules: tuple[str, ...]
    inks: tuple[str, ...]
    grid: Grid | None = None
    measures: Measures = NO_MEASURES
    fields: Mapping[str, str] | None = None


class Common(TypedDict):
    """What every part says of itself."""

    letter: str
    place: Place
    rows: int | None
    min_rows: int | None
    top: int | None
    within: Within | None
    rule_above: str | None
    rule_below: str | None
    box: Boxing | None


def read_parts(page: Table, context: Context) -> tuple[list[Part], list[tuple[str, Place]]]:
    """The parts that could be read, and every letter that was given, sound part or not."""
    tables = page.tables("part")
    if not tables and page.values.get("part", []) == []:
        page.wrong("page.no_parts")
    if len(tables) > MOST_PARTS:
        page.wrong("page.too_many_parts", "part", MOST_PARTS, most=MOST_PARTS)
        return [], []
    parts: list[Part] = []
    letters: dict[str, Place] = {}
    for table in tables:
        kind = table.values.get("kind")
        kinds = [kind] if isinstance(kind, str) and kind in KINDS else list(KINDS)
        table.only((*_COMMON, *dict.fromkeys(key for one in kinds for key in KINDS[one])))
        letter = _letter(table)
        if letter is not None and letter in letters:
            table.wrong("page.letter_twice", "letter", letter=letter, first=letters[letter].line)
        elif letter is not None:
            letters[letter] = table.place("letter")
        part = _read_part(table, letter or "?", context)
        if part is not None and letter is not None:
            parts.append(part)
    return parts, list(letters.items())


def _letter(table: Table) -> str | None:
    if not table.needs("letter"):
        return None
    letter = table.text("letter")
    if letter is not None and (len(letter) != 1 or not letter.isalnum()):
        table.wrong("page.not_a_letter", "letter", letter=letter)
        return None
    return letter


def _read_part(table: Table, letter: str, context: Context) -> Part | None:
    if not table.needs("kind"):
        return None
    kind = table.name("kind", tuple(KINDS), "page.unknown_kind")
    if kind is None:
        return None
    rows, least, top = read_pins(table, context.grid)
    common = Common(
        letter=letter,
        place=table.place(),
        rows=rows,
        min_rows=least,
        top=top,
        within=read_within(table, context.grid),
        rule_above=table.name("rule_above", context.rules, "page.unknown_rule"),
        rule_below=table.name("rule_below", context.rules, "page.unknown_rule"),
        box=read_box(table, context.rules, context.inks),
    )
    return _READERS[kind](table, common, context)


def _headline(table: Table, common: Common, context: Context) -> Part | None:
    lines = table.passages("text") if table.needs("text") else ()
    kicker, deck = table.passages("kicker"), table.passages("deck")
    writing = read_writing(table, "writing")
    if not lines:
        _told_empty(table, "text")
        return None
    return Headline(**common, lines=lines, kicker=kicker, deck=deck, writing=writing or "horizontal")


def _standfirst(table: Table, common: Common, context: Context) -> Part | None:
    legs = table.count("legs", MOST_LEGS)
    opened = copy_text(table, context)
    if opened is None:
        return None
    text, file = opened
    return Standfirst(**common, paragraphs=read_paragraphs(text, file, table.findings), legs=legs)


def _story(table: Table, common: Common, context: Context) -> Part | None:
    legs = table.count("legs", MOST_LEGS)
    remainder = table.name("remainder", _REMAINDERS, "page.unknown_value")
    direction = read_direction(table)
    jumps = read_jumps(table)
    drop_cap = read_drop_cap(table)
    if "jump_from" in table.values:
        heads = {"kicker": table.passages("kicker"), "headline": table.passages("headline")}
        rest = {"jump_to": jumps.to, "jump_from": jumps.from_, "legs": legs, "remainder": remainder or "free"}
        # Its name is that of the story that goes on here, which another page has.
        return Story(**common, name=common["letter"], **heads, **rest, **direction)  # type: ignore[arg-type]
    opened = copy_text(table, context)
    if opened is None:
        return None
    text, file = opened
    story = read_story(text, file, table.findings)
    dateline = story.lines("dateline")
    if dateline and drop_cap is not None:
        table.wrong("page.drop_cap_and_dateline", "drop_cap", story=Path(file).stem)
    return Story(
        **common,
        name=Path(file).stem,
        headline=story.lines("headline"),
        kicker=story.lines("kicker"),
        deck=story.lines("deck"),
        byline=story.lines("byline"),
        dateline=dateline[0] if dateline else None,
        paragraphs=story.paragraphs,
        legs=legs,
        jump_to=jumps.to,
        remainder=remainder or "free",  # type: ignore[arg-type]  # one of the names asked for
        drop_cap=drop_cap,
        **direction,
    )


def _advertisement(table: Table, common: Common, context: Context) -> Part | None:
    file = enclosed(table, "file", context.folder, context.root) if table.needs("file") else None
    read = read_advertisement(table, file, context.rules)
    return None if file is None or read is None else Advertisement(**common, file=file, **read)


def _ornament(table: Table, common: Common, context: Context) -> Part | None:
    file = enclosed(table, "file", context.folder, context.root) if table.needs("file") else None
    read = read_ornament(table, file)
    return None if file is None else Ornament(**common, file=file, **read)


def copy_text(table: Table, context: Context) -> tuple[str, str] | None:
    """The text of the part's copy file, and how messages name the file."""
    path = enclosed(table, "copy", context.folder, context.root) if table.needs("copy") else None
    if path is None:
        return None
    if not stands(path):
        table.wrong("page.copy_missing", "copy", name=str(path))
        return None
    text = read_text(path, str(path), table.findings)
    return None if text is None else (text, str(path))


def _told_empty(table: Table, key: str) -> None:
    """An empty string where copy is needed; other mistakes have been told already."""
    if table.values.get(key) in ("", []):
        table.wrong("page.empty_value", key, key=key)


def _furniture(table: Table, common: Common, context: Context) -> Part | None:
    from jxprint.description.furniture import FURNITURE  # many pages have none

    return FURNITURE[str(table.values["kind"])](table, common, context)


_READERS: dict[str, Callable[[Table, Common, Context], Part | None]] = {
    "masthead": read_masthead,
    "headline": _headline,
    "standfirst": _standfirst,
    "picture": read_picture,
    "pull_quote": read_pull_quote,
    "advertisement": _advertisement,
    "ornament": _ornament,
    "story": _story,
    **dict.fromkeys(("nameplate", "ear", "table", "list"), _furniture),
}

# The kinds of parts, each with the keys of its own in their canonical order.
KINDS = {
    "nameplate": ("text", "lines", "lines_at", "lines_rule", "separator"),
    "ear": ("title", "text", "copy"),
    "masthead": ("text", "plate", "line", "align"),
    "headline": ("kicker", "text", "deck", "writing"),
    "standfirst": ("copy", "legs"),
    "picture": (*PICTURE_KEYS, *INSET_KEYS),
    "pull_quote": ("text", "credit", *INSET_KEYS),
    "advertisement": ADVERTISEMENT_KEYS,
    "ornament": ORNAMENT_KEYS,
    "story": ("copy", *CONTINUATION_KEYS, "legs", "remainder", "drop_cap", *DIRECTION_KEYS, *JUMP_KEYS),
    "table": ("copy", "title", "note", "header_rows", "align", "grid"),
    "list": ("copy", "title", "mark", "legs", "contents"),
}
