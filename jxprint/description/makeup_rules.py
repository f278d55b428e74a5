"""Make-up (版面检查): levels and limits of a house, and what a page says of its own."""

from __future__ import annotations

from jxprint.description.tables import Table
from jxprint.model import MAKEUP_RULES, Accepted, MakeupLevel, MakeupStyle, PageMakeup

MAKEUP_KEYS = ("reconstructed", "accepted")
LIMIT_KEYS = ("hole_rows", "head_rows", "lines_under_head", "caption_rows", "dpi")

_LEVELS = ("error", "warning", "note", "off")
# A page has fewer rows, a press fewer dots.
_MOST_ROWS = 200.0
_MOST_DPI = 2400.0


def read_makeup_style(style: Table) -> MakeupStyle:
    """The style's table [makeup]: a level for a rule by its name, and limits."""
    read = style.table("makeup") or style.inner({})
    read.only([*MAKEUP_RULES, *LIMIT_KEYS])
    levels: dict[str, MakeupLevel] = {}
    for rule in MAKEUP_RULES:
        level = read.name(rule, _LEVELS, "page.unknown_value")
        if level is not None:
            levels[rule] = level  # type: ignore[assignment]  # one of the names asked for
    usual = MakeupStyle()
    rows = {key: read.rows(key, _MOST_ROWS) for key in ("hole_rows", "head_rows", "caption_rows")}
    lines, dpi = read.count("lines_under_head", 20), read.number("dpi", _MOST_DPI, 1.0)
    return MakeupStyle(
        levels,
        **{key: getattr(usual, key) if value is None else value for key, value in rows.items()},
        lines_under_head=usual.lines_under_head if lines is None else lines,
        dpi=usual.dpi if dpi is None else dpi,
    )


def read_page_makeup(page: Table) -> PageMakeup:
    """The page's table [makeup]: findings that its editor accepts, by their short names, and where it comes from."""
    read = page.table("makeup") or page.inner({})
    read.only(MAKEUP_KEYS)
    accepted: list[Accepted] = []
    for number, given in enumerate(read.strings("accepted") if "accepted" in read.values else ()):
        below = ("accepted", number) if isinstance(read.values["accepted"], list) else ("accepted",)
        name = " ".join(given.split())
        rule = name.split(" ", 1)[0]
        if rule not in MAKEUP_RULES:
            read.misnamed("page.unknown_makeup_rule", rule, tuple(MAKEUP_RULES), *below)
        elif any(one.name == name for one in accepted):
            read.wrong("page.accepted_twice", *below, name=name)
        else:
            accepted.append(Accepted(name, read.place(*below)))
    return PageMakeup(tuple(accepted), read.boolean("reconstructed") or False)
