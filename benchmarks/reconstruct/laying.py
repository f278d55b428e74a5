"""Lines of a page as a source may have them: blank ones by a style, marks folded, credits glued, type sizes known or
not, paragraphs whole or as printed lines.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from msgspec import Struct

from jxprint.reconstruct.evidence import Line
from jxprint.text.width import fold
from lessons import Told

# `apart` and `spaced` are `dump` and `groups` with every line of verse, row and item by itself, as every paragraph is.
_STYLES = (
    "dump", "groups", "groups", "apart", "spaced", "spaced", "spaced", "all", "none", "stories", "heads", "two", "body",
)  # fmt: skip
_HEADS = frozenset(("kicker", "head", "head-line", "deck", "from"))
_PAGE = frozenset(("page-kicker", "page-head", "page-deck"))
_PROSE = frozenset(("standfirst", "text", "lead", "lead-bare", "item", "caption", "note"))
_INDENTED = _PROSE - {"caption"}
_RUNNING = frozenset(("text", "lead", "lead-bare", "verse", "row", "item", "subhead"))
_TOGETHER = frozenset(
    (("head", "head-line"), ("head-line", "head-line"), ("page-head", "page-head"), ("byline", "byline"),
     ("verse", "verse"), ("row", "row"), ("item", "item"), ("caption", "credit"), ("credit", "caption"))
)  # fmt: skip
_BY_LINES = frozenset(("verse", "row", "item"))
_NOT_FIRST = "，。：；！？）”》、"
_LARGER = {
    "masthead": (1.2, 3.2), "folio": (0.75, 1.0), "page-kicker": (1.2, 1.8), "page-deck": (1.2, 1.7),
    "kicker": (1.1, 1.6), "deck": (1.1, 1.5), "byline": (0.9, 1.1), "caption": (0.8, 1.0), "credit": (0.75, 1.0),
    "subhead": (1.0, 1.25), "standfirst": (1.0, 1.2),
}  # fmt: skip

# A line, and where in it which role begins.
Laid = tuple[Line, list[tuple[int, str]]]


class Looks(Struct, frozen=True):
    """How a source has its lines; `slips` is the share of gaps that are another than the style's, `wide` the measure
    (ems) of printed lines that were kept, `sizes` the type sizes by role.
    """

    style: str
    folded: bool
    slips: float
    wide: float
    lined: bool
    indent: str
    centred: float
    glued: bool
    credit_glued: bool
    byline_gap: int | None
    sizes: Mapping[str, float]


def looks_of(chance: random.Random, *, plain: bool) -> Looks:
    """Looks by lot; plain ones keep no printed lines and no sizes."""
    wide = chance.choice((13.5, 15.5, 18.0, 22.0)) if not plain and chance.random() < 0.22 else 0.0
    return Looks(
        chance.choice(_STYLES),
        chance.random() < 0.6,
        0.02 if chance.random() < 0.3 else 0.0,
        wide,
        bool(wide) and chance.random() < 0.3,
        chance.choice(("", "", "", "　　", "    ")),
        0.3 if chance.random() < 0.1 else 0.0,
        chance.random() < 0.5,
        chance.random() < 0.3,
        chance.choice((None, None, 0, 1)),
        _sizes(chance) if not plain and chance.random() < 0.12 else {},
    )


def _sizes(chance: random.Random) -> dict[str, float]:
    body = chance.choice((9.0, 9.5, 10.0, 10.5))
    head = body * chance.uniform(1.5, 2.6)
    sizes = {role: body * chance.uniform(*span) for role, span in _LARGER.items()}
    return sizes | {"": body, "head": head, "head-line": head, "page-head": head * chance.uniform(1.2, 1.9)}


def laid(page: Sequence[Told], looks: Looks, chance: random.Random) -> list[Laid]:
    """The lines of a page that are not blank, numbered as in a file."""
    found: list[Laid] = []
    before = ""
    number = 0
    for role, text in page:
        shown = fold(text) if looks.folded else text
        if found and (glue := _glue(before, role, text, looks, chance)) is not None:
            line, roles = found[-1]
            roles.append((len(line.text), role))
            found[-1] = _with_text(line, line.text + glue + shown), roles
            before = role
            continue
        gap = _gap(before, role, looks, chance)
        for k, line_text in enumerate(_printed(_inset(role, looks, chance) + shown, role, looks)):
            here = max(gap, int(looks.lined)) if not k else int(looks.lined)
            number += 1 + here
            size = looks.sizes.get(role, looks.sizes.get("", 0.0)) * chance.uniform(0.97, 1.03)
            found.append((Line(line_text, number, here, None, round(size, 1) or None), [(0, role)]))
        before = role
    return found


def _with_text(line: Line, text: str) -> Line:
    return Line(text, line.number, line.gap, None, line.size)


def _glue(before: str, role: str, text: str, looks: Looks, chance: random.Random) -> str | None:
    """What stands between a stretch and the one before on one line; None where it begins another."""
    if not looks.glued:
        return None
    if (before, role) == ("credit", "caption"):
        return ""
    if (before, role) == ("caption", "credit") and looks.credit_glued:
        return "" if text[0] == "（" else chance.choice((" ", "  ", "　"))
    return None


def _inset(role: str, looks: Looks, chance: random.Random) -> str:
    if role in ("verse", "head", "head-line", "page-head") and chance.random() < looks.centred:
        return "　" * chance.randint(1, 4)
    return looks.indent if role in _INDENTED else ""


def _printed(text: str, role: str, looks: Looks) -> list[str]:
    """Lines as printed; one where the source keeps paragraphs whole."""
    lines, width = [""], 0.0
    for char in text:
        own = 0.5 if char.isascii() else 1.0
        if looks.wide and role in _PROSE and width + own > looks.wide and char not in _NOT_FIRST:
            lines.append("")
            width = 0.0
        lines[-1] += char
        width += own
    return lines


def _gap(before: str, here: str, looks: Looks, chance: random.Random) -> int:
    """Blank lines between two roles."""
    if not before:
        return chance.choice((0, 0, 1, 2))
    if chance.random() < looks.slips:
        return chance.choice((0, 1, 1, 2))
    if here == "byline" and before in _HEADS and looks.byline_gap is not None and looks.style not in ("all", "none"):
        return looks.byline_gap
    return _by_style(before, here, looks.style)


def _by_style(before: str, here: str, style: str) -> int:
    opens = (here in _HEADS | {"caption"} and before not in _HEADS | {"caption", "credit"}) or (
        here in _HEADS and before in ("caption", "credit")
    )
    together = (before, here) in _TOGETHER
    apart = not together or before in _BY_LINES
    headed = {before, here} <= _HEADS or {before, here} <= _PAGE
    top = before in ("masthead", "folio") and here not in ("masthead", "folio")
    if style == "two" and opens:
        return 2
    return int(
        {
            "dump": not together,
            "two": not together,
            "groups": not (together or headed),
            "apart": apart,
            "spaced": apart and not headed,
            "all": True,
            "none": False,
            "stories": opens or top,
            "heads": opens or (before in _HEADS and here not in _HEADS) or before == "byline",
            "body": not (here in _RUNNING and before in _RUNNING),
        }[style]
    )
