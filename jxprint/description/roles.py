"""Type styles of a house style, role by role."""

from __future__ import annotations

from collections.abc import Mapping

from jxprint.description.line_rules import in_ems
from jxprint.description.tables import Measures, Table
from jxprint.errors import Phrase
from jxprint.geometry import LengthSyntaxError, parse_length
from jxprint.model import Justification, TypeStyle

ROLES = (
    "masthead",
    "kicker",
    "headline",
    "deck",
    "standfirst",
    "pull_quote",
    "story_kicker",
    "story_headline",
    "story_deck",
    "byline",
    "dateline",
    "body",
    "subhead",
    "caption",
    "credit",
    "folio",
    "label",
    "strong",
    "kai",
    "note",
    "reading",
    "nameplate",
    "imprint",
    "ear_title",
    "ear",
    "masthead_line",
    "table_title",
    "table_header",
    "table_cell",
    "table_note",
    "list_title",
    "list_item",
    "list_mark",
    "jump",
    "drop_cap",
    "resetting",
)
# How large a drop cap is follows from its lines.
_CAP_KEYS = ("face", "weight", "ink")
_MOST_EM = 40.0
# Into more lines no head is broken; a tenth of an em closed up, and type touches; half an em open, and it falls apart.
_MOST_LINES = 4
_TIGHTEST_EM, _LOOSEST_EM = -0.1, 0.5
# Roles that are heads: nothing else is tracked (CLREQ allows reduced spacing in heads alone) or broken by sense.
HEADS = ("masthead", "kicker", "headline", "deck", "story_kicker", "story_headline", "story_deck", "byline")
AT_NEED = "at_need"
# Between Han and Latin or digits: a quarter of an em, from an eighth to a half in justified lines (CLREQ 3.2).
_WIDEST_AUTOSPACE_EM = 0.5
ALIGNS = ("justify", "start", "centre", "end")
WEIGHTS = ("regular", "bold", "black")
ROLE_KEYS = (
    "face",
    "size",
    "weight",
    "size_by_span",
    "steps",
    "pitch",
    "rows",
    "align",
    "indent",
    "autospace",
    "half_marks",
    "half_digits",
    "tracking",
    "max_lines",
    "name",
    "ink",
)


def read_roles(table: Table, inks: tuple[str, ...], justification: Justification, body: float) -> dict[str, TypeStyle]:
    """The roles of the style in `table`; a style without `body` sets nothing, and no role has more white between Han
    and Latin than the style's limit.
    """
    found = {}
    widest = justification.autospace_most_em
    for name, role in table.named_tables("role"):
        if name not in ROLES:
            table.misnamed("page.unknown_role", name, ROLES, "role", name)
        style = _role(role, inks, body) if name != "drop_cap" else _cap(role, inks)
        if style is None:
            continue
        found[name] = style
        if style.autospace_em > widest + 1e-6:
            _cross(table, role, style.autospace_em, widest)
    if "body" not in found and not ("role" in table.values and _names(table, "body")):
        table.wrong("page.no_body_role", "role")
    return found


def _cross(table: Table, role: Table, own: float, widest: float) -> None:
    """Tell of a role with more white between Han and Latin than the style's limit."""
    justifying = table.values.get("justification")
    is_named = isinstance(justifying, dict) and "autospace_most" in justifying
    least, most = in_ems(own), in_ems(widest)
    other = most if is_named else Phrase("page.usual_value", {"value": most})
    args: dict[str, object] = {"one": "autospace", "one_is": least, "least": least, "most": most, "other_is": other}
    role.wrong("page.limits_cross", "autospace", **args, other="justification.autospace_most")


def _names(table: Table, role: str) -> bool:
    roles = table.values["role"]
    return isinstance(roles, dict) and role in roles


def _cap(role: Table, inks: tuple[str, ...]) -> TypeStyle | None:
    """The face, weight and ink of drop caps."""
    role.only(_CAP_KEYS)
    if not role.needs("face"):
        return None
    return TypeStyle(
        face=role.text("face") or "song",
        size_pt=10.0,
        weight=role.name("weight", WEIGHTS, "page.unknown_weight") or "regular",
        ink=role.name("ink", inks, "page.unknown_ink") or "black",
        place=role.place("face"),
    )


def _role(role: Table, inks: tuple[str, ...], body: float) -> TypeStyle | None:
    role.only(ROLE_KEYS)
    if not role.needs("face", "size"):
        return None
    _for_heads_alone(role)
    size = role.length("size", Measures(em=body), zero=False)
    sizes = _sizes(role)
    of_body = str(role.values["size"]).strip().endswith("字")
    return TypeStyle(
        face=role.text("face") or "song",
        size_pt=size or 10.0,
        weight=role.name("weight", WEIGHTS, "page.unknown_weight") or "regular",
        size_by_span=sizes,
        steps_pt=_steps(role),
        pitch_pt=_pitch(role, size, sizes),
        rows=role.whole_rows("rows", 100),
        align=role.name("align", ALIGNS, "page.unknown_value") or "start",  # type: ignore[arg-type]
        indent_em=_ems(role, "indent", size) or 0.0,
        autospace_em=_ems(role, "autospace", size, _WIDEST_AUTOSPACE_EM) or 0.0,
        half_marks=role.values.get("half_marks") is True,
        half_marks_at_need=_half_marks_at_need(role),
        tracking_em=_tracking(role),
        max_lines=role.count("max_lines", _MOST_LINES),
        half_digits=role.boolean("half_digits") or False,
        name_em=_ems(role, "name", size),
        ink=role.name("ink", inks, "page.unknown_ink") or "black",
        of_body=size / body if of_body and size else None,
        place=role.place("face"),
    )


def _sizes(role: Table) -> dict[int, float]:
    """`size_by_span`: other sizes by the number of base columns."""
    sizes = role.table("size_by_span") or role.inner({})
    found = {}
    for key, value in sizes.values.items():
        size = sizes.length_of(value, (key,), zero=False)
        if not key.isdecimal() or int(key) < 1:
            sizes.wrong("page.bad_span", key, name=key)
        elif size is not None:
            found[int(key)] = size
    return found


def _steps(role: Table) -> tuple[float, ...]:
    """`steps`: smaller sizes to fall back to."""
    steps = role.values.get("steps", [])
    if not isinstance(steps, list):
        steps = [steps]
    read = [role.length_of(step, ("steps", number), zero=False) for number, step in enumerate(steps)]
    return tuple(step for step in read if step is not None)


def _for_heads_alone(role: Table) -> None:
    """Tell of what is said of type that is no head."""
    if role.path[-1] in HEADS or role.path[-1] not in ROLES:
        return
    for key in ("tracking", "max_lines", "half_marks"):
        if key in role.values and (key != "half_marks" or role.values[key] == AT_NEED):
            role.wrong("page.for_heads_alone", key, key=key, name=role.path[-1])


def _half_marks_at_need(role: Table) -> bool:
    """`half_marks`: true, false, or only where a line finds no room else."""
    if role.values.get("half_marks") == AT_NEED:
        return True
    role.boolean("half_marks")
    return False


def _tracking(role: Table) -> tuple[float, float]:
    """`tracking`: how far the gaps of a head may close, and its usual tracking, in ems; one number is the first."""
    value = role.values.get("tracking", 0.0)
    given = value if isinstance(value, list) else [value, 0.0]
    numbers = [one for one in given if isinstance(one, (int, float)) and not isinstance(one, bool)]
    if len(given) != 2 or len(numbers) != 2:
        role.wrong("page.bad_tracking", "tracking")
        return 0.0, 0.0
    least, usual = numbers
    if not _TIGHTEST_EM <= least <= usual <= _LOOSEST_EM:
        role.wrong("page.tracking_out_of_bounds", "tracking", least=f"{_TIGHTEST_EM:g}", most=f"{_LOOSEST_EM:g}")
        return 0.0, 0.0
    return float(least), float(usual)


def _pitch(role: Table, size: float | None, sizes: Mapping[int, float]) -> float | None:
    """`pitch`: from line to line, the type's size at the least: lines of Han type never touch."""
    pitch = role.length("pitch", Measures(em=size), zero=False)
    largest = max([size or 0.0, *sizes.values()])
    if pitch is not None and pitch < largest - 1e-6:
        role.wrong("page.pitch_too_small", "pitch", pitch=f"{pitch:g}", size=f"{largest:g}")
        return None
    return pitch


def _ems(role: Table, key: str, size: float | None, most: float = _MOST_EM) -> float | None:
    """Ems of the role's own size, `most` at the most, from a number or a length such as `"2字"`."""
    value = role.values.get(key)
    if not isinstance(value, str):
        return role.number(key, most)
    try:
        ems = parse_length(value, em=1.0) if value.strip().endswith("字") else None
    except LengthSyntaxError:
        ems = None
    if ems is None:
        length = role.length(key, Measures(em=size))
        if length is None or not size:
            return None
        ems = length / size
    if not 0 <= ems <= most + 1e-9:
        role.wrong("page.out_of_bounds", key, key=key, value=value, least="0字", most=f"{most:g}字")
        return None
    return ems
