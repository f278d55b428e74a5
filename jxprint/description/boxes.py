"""Boxes round parts (围框): their keys, and that they leave what they hold room to stand in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jxprint.description.sheets import NARROWEST_EM
from jxprint.description.tables import Table
from jxprint.errors import Finding
from jxprint.model import Boxing, Dummy, Grid, ItemList, RuleStyle, Standfirst, Story
from jxprint.model.parts import Part

BOX_KEYS = ("box", "tint", "tint_ink", "padding")
# No box of a newspaper comes near these.
_MOST_ROWS, _MOST_EM = 20.0, 20.0
# Between a box's rule and what stands in it.
_CLEAR_PT = 0.5


def read_box(table: Table, rules: tuple[str, ...], inks: tuple[str, ...]) -> Boxing | None:
    """The box that a part asks for by `box` or `tint`; None where it has none."""
    if not any(key in table.values for key in BOX_KEYS):
        return None
    rule = table.name("box", rules, "page.unknown_rule")
    tint = table.number("tint", 1.0)
    ink = table.name("tint_ink", inks, "page.unknown_ink")
    rows, side = _padding(table)
    if not any(key in table.values for key in ("box", "tint")):
        table.wrong("page.goes_with", "padding", key="padding", other='box = "…"')
    if "tint_ink" in table.values and "tint" not in table.values:
        table.wrong("page.goes_with", "tint_ink", key="tint_ink", other="tint = …")
    place = table.place(next(key for key in ("padding", "box", "tint", "tint_ink") if key in table.values))
    return Boxing(rule, tint, ink or "black", rows, side, place)


def _padding(table: Table) -> tuple[float, float]:
    """Rows above and below, ems at the sides, from `"1行"`, `"1字"` or a list of both; one of each without the key."""
    usual = Boxing()
    value = table.values.get("padding")
    if value is None:
        return usual.rows, usual.side_em
    found = {"行": usual.rows, "字": usual.side_em}
    listed = value if isinstance(value, list) else [value]
    units = [one.strip()[-1:] for one in listed if isinstance(one, str)]
    for one in listed:
        unit = one.strip()[-1:] if isinstance(one, str) else ""
        number = _number(one.strip()[:-1]) if isinstance(one, str) and unit in found else None
        if number is None or number * 2 != int(number * 2) or units.count(unit) > 1:
            table.wrong("page.bad_padding", "padding", value=str(one))
            return usual.rows, usual.side_em
        found[unit] = number
    if found["行"] > _MOST_ROWS or found["字"] > _MOST_EM:
        most = f"{_MOST_ROWS:g}行, {_MOST_EM:g}字"
        table.wrong("page.out_of_bounds", "padding", key="padding", value=str(value), least="0", most=most)
        return usual.rows, usual.side_em
    return found["行"], found["字"]


def _number(text: str) -> float | None:
    """A number that is not below nought."""
    plain = text.strip()
    return float(plain) if plain.replace(".", "", 1).isdecimal() and plain.isascii() else None


def check_boxes(
    parts: Iterable[Part], dummy: Dummy, grid: Grid, rules: Mapping[str, RuleStyle], findings: list[Finding]
) -> None:
    """A box leaves each leg in it the least measure, and more rows than its padding takes of those it is pinned to; its
    rule stands clear of what is in it.
    """
    for part in parts:
        if part.box is None:
            continue
        _check_rule(part.box, grid, rules, findings)
        span = max((row.count(part.letter) for row in dummy.rows), default=0)
        legs = _legs_across(part, span)
        if span and not _is_upright(part.letter, dummy):  # a leg a column, all of the measure that the narrowest have
            legs = span = dummy.narrowest(part.letter)
        measure = (grid.span_em(max(span, 1)) - 2 * part.box.side_em - (legs - 1) * grid.gap_em) / legs
        if span and measure < NARROWEST_EM - 1e-9:
            args = {"legs": legs, "measure": f"{max(measure, 0.0):.1f}", "least": f"{NARROWEST_EM:g}"}
            findings.append(Finding("page.box_too_narrow", part.box.place, args))
        pads = padding_rows(part.box)
        if part.rows is not None and part.rows <= pads:
            args = {"rows": part.rows, "padding": pads}
            findings.append(Finding("page.padding_too_deep", part.box.place, args))


def _check_rule(box: Boxing, grid: Grid, rules: Mapping[str, RuleStyle], findings: list[Finding]) -> None:
    rule = rules.get(box.rule or "")
    white = min(box.side_em * grid.body_pt, box.rows * grid.pitch_pt)
    if rule is not None and white < rule.depth_pt + _CLEAR_PT:
        args = {"rule": box.rule, "depth": f"{rule.depth_pt:g}", "clear": f"{_CLEAR_PT:g}", "white": f"{white:g}"}
        findings.append(Finding("page.padding_under_rule", box.place, args))


def _legs_across(part: Part, span: int) -> int:
    """How many legs stand side by side in a part over `span` base columns."""
    if isinstance(part, Story):
        return 1 if part.writing == "vertical" else part.legs or span
    return part.legs or 1 if isinstance(part, (Standfirst, ItemList)) else 1


def _is_upright(letter: str, dummy: Dummy) -> bool:
    """Whether a part is drawn on the same columns in all its rows."""
    return len({tuple(one == letter for one in row) for row in dummy.rows if letter in row}) <= 1


def padding_rows(box: Boxing) -> int:
    """The whole rows that a box takes above and below what it holds, together."""
    return 2 * -int(-box.rows // 1)
