"""A style's rules for lines: prohibition and widths of marks, and how far lines may be opened and squeezed."""

from __future__ import annotations

from jxprint.description.tables import Measures, Table
from jxprint.errors import Phrase
from jxprint.model import Justification, ParagraphEnds, PunctuationStyle

_LEVELS = ("none", "basic", "gb", "strict", "house")
_WIDTHS = ("full_width", "line_end_half", "mixed_width", "half_width", "plain")
_LONERS = ("report", "avoid")
_REGIONS = ("CN", "TW", "HK")
# Widths that trim or halve the mark at a line's end leave nothing to hang.
_TRIMMING = ("line_end_half", "mixed_width", "half_width")
_LIMITS = {
    "widest": "widest_em",
    "after_mark": "after_mark_em",
    "autospace_least": "autospace_least_em",
    "autospace_most": "autospace_most_em",
    "word_space_least": "word_space_least_em",
    "word_space_most": "word_space_most_em",
    "faithful_widest": "faithful_widest_em",
}
# A space may run from the one to the other.
_ORDERED = (("autospace_least", "autospace_most"), ("word_space_least", "word_space_most"), ("after_mark", "widest"))


def read_punctuation(style: Table) -> PunctuationStyle:
    """The table [punctuation]; hanging and a width that trims the line's end contradict each other."""
    read = style.table("punctuation") or style.inner({})
    read.only(["level", "width", "hanging", "region", "starts", "ends", "vertical_quotes"])
    usual = PunctuationStyle()
    level = read.name("level", _LEVELS, "page.unknown_value")
    width = read.name("width", _WIDTHS, "page.unknown_value")
    region = read.name("region", _REGIONS, "page.unknown_value")
    hanging = read.boolean("hanging") or False
    if hanging and (width or usual.width) in _TRIMMING:
        read.wrong("page.contradiction", "hanging", one="hanging", other="width", value=width or usual.width)
        hanging = False
    quotes = read.boolean("vertical_quotes")
    return PunctuationStyle(
        level or usual.level,  # type: ignore[arg-type]  # one of the names asked for
        width or usual.width,  # type: ignore[arg-type]
        hanging,
        region,  # type: ignore[arg-type]
        read.text("starts") or "",
        read.text("ends") or "",
        quotes is None or quotes,
    )


def read_justification(style: Table) -> Justification:
    """The table [justification]: limits in ems, and two switches."""
    read = style.table("justification") or style.inner({})
    read.only([*_LIMITS, "squeeze_stops", "hyphenate"])
    found: dict[str, float] = {}
    for key, field in _LIMITS.items():
        length = read.length(key, Measures(em=1.0))
        if length is not None:
            found[field] = length
    for least, most in _ORDERED:
        low, high = _limit(found, least), _limit(found, most)
        if low > high:
            low_said, high_said = _said(read, least, low), _said(read, most, high)
            args = {"one": least, "other": most, "one_is": low_said, "other_is": high_said}
            args |= {"least": in_ems(low), "most": in_ems(high)}
            read.wrong("page.limits_cross", least if least in read.values else most, **args)
    stops, hyphenate = read.boolean("squeeze_stops"), read.boolean("hyphenate")
    return Justification(**found, squeeze_stops=stops is None or stops, hyphenate=hyphenate is None or hyphenate)


def _limit(found: dict[str, float], key: str) -> float:
    """A limit in ems: the style's own, else the usual one."""
    usual: float = getattr(Justification(), _LIMITS[key])
    return found.get(_LIMITS[key], usual)


def _said(read: Table, key: str, ems: float) -> Phrase | str:
    """A limit as messages show it; one that the style does not name is said to be the usual one."""
    return in_ems(ems) if key in read.values else Phrase("page.usual_value", {"value": in_ems(ems)})


def in_ems(ems: float) -> str:
    """A length in ems as a style spells it."""
    return f"{ems:.4g}字"


def read_paragraph_ends(style: Table) -> ParagraphEnds:
    """The table [paragraph_ends]."""
    read = style.table("paragraph_ends") or style.inner({})
    read.only(["widow_lines", "orphan_lines"])
    widows = read.name("widow_lines", _LONERS, "page.unknown_value")
    orphans = read.name("orphan_lines", _LONERS, "page.unknown_value")
    return ParagraphEnds(widows or "report", orphans or "report")  # type: ignore[arg-type]  # one of the names
