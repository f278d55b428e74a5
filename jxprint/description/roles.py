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
    "strong",
    "kai",
    "note",
    "reading",
    "jump",
)
_MOST_EM = 40.0
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
    "name",
    "ink",
)


def read_roles(table: Table, inks: tuple[str, ...], justification: Justification) -> dict[str, TypeStyle]:
    """The roles of the style in `table`; a style without `body` sets nothing, and no role has more white between Han
    and Latin than the style's limit.
    """
    found = {}
    widest = justification.autospace_most_em
    for name, role in table.named_tables("role"):
        if name not in ROLES:
            table.misnamed("page.unknown_role", name, ROLES, "role", name)
        style = _role(role, inks)
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


def _role(role: Table, inks: tuple[str, ...]) -> TypeStyle | None:
    role.only(ROLE_KEYS)
    if not role.needs("face", "size"):
        return None
    size = role.length("size", zero=False)
    sizes = _sizes(role)
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
        half_marks=role.boolean("half_marks") or False,
        half_digits=role.boolean("half_digits") or False,
        name_em=_ems(role, "name", size),
        ink=role.name("ink", inks, "page.unknown_ink") or "black",
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
