"""House styles (版式规范): found by name or path, read from TOML, and kept while the file stays as it is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from jxprint.description.fitting_rules import read_fitting
from jxprint.description.inks import read_inks
from jxprint.description.jump_words import read_jump_words
from jxprint.description.line_rules import read_justification, read_paragraph_ends, read_punctuation
from jxprint.description.makeup_rules import read_makeup_style
from jxprint.description.pins import body_ems
from jxprint.description.roles import WEIGHTS, read_roles
from jxprint.description.sheets import NARROWEST_EM
from jxprint.description.tables import Table
from jxprint.description.toml_files import open_toml
from jxprint.errors import Finding, Place
from jxprint.ink import BLACK
from jxprint.intake.kinds import stands
from jxprint.model import HouseStyle, Passage, RuleStyle, Spacing, TableRules

_KEYS = (
    "format",
    "name",
    "role",
    "punctuation",
    "justification",
    "paragraph_ends",
    "rule",
    "table",
    "spacing",
    "fitting",
    "makeup",
    "ink",
    "fonts",
    "placeholder",
    "jump",
    "sheet",
    "grid",
)

# What faces are called in the trade, whether or not a style sets anything in them.
_FACES = ("song", "hei", "kai", "fangsong")
_ROWS_OF_WHITE = ("between_parts", "head_to_byline", "byline_to_text")


class StyleFile(Struct, frozen=True):
    """A house style as read; `sheet` and `grid` are its defaults for pages. `findings` are told with each page."""

    style: HouseStyle
    sheet: Table
    grid: Table
    findings: tuple[Finding, ...]


SPACING_KEYS = (
    "between_parts",
    "head_to_byline",
    "byline_to_text",
    "picture_to_caption",
    "picture_gap",
    "head_white",
    "stack_rule",
    "runaround_gap",
    "runaround_least",
)

# By path, time of last change (ns) and size: a changed file is read again. A process sees few styles.
_kept: dict[tuple[str, str, int, int], StyleFile] = {}
_MOST_KEPT = 32
_USUAL_BODY_PT = 10.0


def find_style(page: Table, folder: Path) -> tuple[Path, str] | None:
    """The file of the style that the page names, and how messages name it."""
    from jxprint.resources import style_file, style_names

    name = page.text("style")
    if name is None:
        return None
    if not name.strip():
        page.wrong("page.empty_value", "style", key="style")
        return None
    if name.endswith(".toml"):
        path = folder / name
        if stands(path):
            return path, str(path)
        page.wrong("page.no_style_file", "style", name=name)
        return None
    try:
        path = Path(style_file(name))
    except KeyError:
        page.misnamed("page.unknown_style", name, list(style_names()), "style")
        return None
    return path, str(path)


def open_style(path: Path, shown: str, findings: list[Finding]) -> StyleFile | None:
    """The style in a file; what is wrong with it goes to `findings`, each time that it is asked for."""
    try:
        about = path.stat()
    except OSError:
        open_toml(path, shown, findings)  # says why it cannot be read
        return None
    key = (shown, str(path.absolute()), about.st_mtime_ns, about.st_size)
    if key not in _kept:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        own: list[Finding] = []
        opened = open_toml(path, shown, own)
        read = _read(opened, path, own) if opened is not None else None
        if read is None:  # not kept: nothing to gain, and the next reading says the same
            findings.extend(own)
            return None
        _kept[key] = read
    found = _kept[key]
    findings.extend(found.findings)
    return replace(found, sheet=replace(found.sheet, findings=findings), grid=replace(found.grid, findings=findings))


def at_body(style: HouseStyle, body_pt: float) -> HouseStyle:
    """The style on a page whose body type has this size: roles that are a body character (字) high go with it."""
    roles = {name: role.at_body(body_pt) for name, role in style.roles.items()}
    return style if roles == style.roles else replace(style, roles=roles)


def _body(table: Table) -> float:
    """The style's own size of body type (points); what is wrong with it is told where a page's grid is read."""
    grid = table.values.get("grid")
    if not isinstance(grid, dict) or "body" not in grid:
        return _USUAL_BODY_PT
    return replace(table.inner({"body": grid["body"]}), findings=[]).length("body", zero=False) or _USUAL_BODY_PT


def _read(table: Table, path: Path, findings: list[Finding]) -> StyleFile | None:
    table.only(_KEYS)
    inks = {"black": BLACK, **read_inks(table)}
    rules = _rules(table, tuple(inks))
    tint, label = _placeholder(table)
    justification = read_justification(table)
    roles = read_roles(table, tuple(inks), justification, _body(table))
    fonts, font_places = _fonts(table, (role.face for role in roles.values()))
    style = HouseStyle(
        name=table.words("name") or path.stem,
        roles=roles,
        fonts=fonts,
        font_places=font_places,
        punctuation=read_punctuation(table),
        justification=justification,
        paragraph_ends=read_paragraph_ends(table),
        rules=rules,
        table=_table_rules(table, tuple(rules)),
        spacing=_spacing(table, tuple(rules)),
        fitting=read_fitting(table),
        makeup=read_makeup_style(table),
        inks=inks,
        placeholder_tint=tint,
        placeholder_label=label.text,
        placeholder_place=label.place,
        jump=read_jump_words(table),
        file=str(path),
    )
    sheet, grid = table.table("sheet"), table.table("grid")
    if sheet is None or grid is None:
        empty = table.inner({})
        sheet, grid = sheet or empty, grid or empty
    return StyleFile(style, sheet, grid, tuple(findings))


def _rules(table: Table, inks: tuple[str, ...]) -> dict[str, RuleStyle]:
    found = {}
    for name, rule in table.named_tables("rule"):
        rule.only(["widths", "gap", "pattern", "ink"])
        if not rule.needs("widths"):
            continue
        widths = rule.values["widths"]
        if not isinstance(widths, list) or not widths:
            widths = [widths]
        read = [rule.length_of(one, ("widths", number), zero=False) for number, one in enumerate(widths)]
        gap = rule.length("gap") or 0.0
        ink = rule.name("ink", inks, "page.unknown_ink") or "black"
        pattern = rule.name("pattern", ("solid", "dotted"), "page.unknown_value") or "solid"
        known = tuple(width for width in read if width is not None)
        found[name] = RuleStyle(known, gap, ink, pattern)  # type: ignore[arg-type]  # one of the names asked for
    return found


def _table_rules(table: Table, rules: tuple[str, ...]) -> TableRules:
    about = table.table("table") or table.inner({})
    about.only(TableRules.__struct_fields__)
    return TableRules(*(about.name(key, rules, "page.unknown_rule") for key in TableRules.__struct_fields__))


def _spacing(table: Table, rules: tuple[str, ...]) -> Spacing:
    spacing = table.table("spacing") or table.inner({})
    spacing.only(SPACING_KEYS)
    usual = Spacing()
    rows = {key: spacing.rows(key, 20) for key in _ROWS_OF_WHITE}
    caption = spacing.length("picture_to_caption")
    return Spacing(
        **{key: getattr(usual, key) if value is None else value for key, value in rows.items()},
        head_white=spacing.rows("head_white", 20),
        picture_to_caption_pt=usual.picture_to_caption_pt if caption is None else caption,
        picture_gap_pt=spacing.length("picture_gap"),
        stack_rule=spacing.name("stack_rule", rules, "page.unknown_rule"),
        runaround_gap_em=_or(body_ems(spacing, "runaround_gap", 0.0, 20.0), usual.runaround_gap_em),
        runaround_least_em=_or(body_ems(spacing, "runaround_least", NARROWEST_EM, 40.0), usual.runaround_least_em),
    )


def _or(value: float | None, usual: float) -> float:
    return usual if value is None else value


def _fonts(table: Table, used: Iterable[str]) -> tuple[dict[str, tuple[str, ...]], dict[str, Place]]:
    """A newsroom's own faces by role and weight, and where they are named; `song.regular` is `song`. A face that
    nobody knows, and that none of the roles of type has `used`, would be left out in silence.
    """
    known = {*_FACES, *used}
    fonts = table.table("fonts") or table.inner({})
    found: dict[str, tuple[str, ...]] = {}
    places: dict[str, Place] = {}
    for key in fonts.values:
        role, _, weight = key.partition(".")
        if role not in known:
            fonts.misnamed("page.unknown_face", role, sorted(known), key)
        if weight and weight not in WEIGHTS:
            fonts.misnamed("page.unknown_weight", weight, WEIGHTS, key)
        name = role if weight == "regular" else key
        if name in found:
            fonts.wrong("page.font_twice", key, role=role, one=role, other=f"{role}.regular")
        found[name] = fonts.strings(key)
        if fonts.values[key] in ([], "", [""]):
            fonts.wrong("page.empty_value", key, key=key)
        places[name] = fonts.place(key)
    return found, places


def _placeholder(table: Table) -> tuple[float, Passage]:
    read = table.table("placeholder") or table.inner({})
    read.only(["tint", "label"])
    tint, label = read.number("tint", 1.0), read.passage("label")
    return 0.08 if tint is None else tint, label or Passage("")
