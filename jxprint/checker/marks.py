"""Marked content (ISO 32000-1, 14.6) while a content stream is walked: who owns a glyph, and what ActualText says."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import Any

from msgspec import Struct

from jxprint.checker.codes import CodeFont
from jxprint.checker.glyphs import NO_CHARACTER, NO_TEXT, Glyph, Oddity
from jxprint.checker.graphics import TextState
from jxprint.checker.paint import is_white
from jxprint.checker.raised import Lines
from jxprint.checker.strokes import stroke_of

_DEPTH = 200
# Oddities told from one page; a damaged one has thousands of a kind.
_TOLD = 200
# Widths of glyphs beside their heights, and how far they may lean: as little as the file rounds.
_STRETCH, _SQUARE = 0.005, 0.02
# Type smaller than this (points) is no type for people.
_READABLE = 2.0

# What is said instead of marked content beside ActualText (ISO 32000-1, 14.9.3, 14.9.5).
_SAID = ("Alt", "E")
# By what entries a picture, a form or a stream has its content from elsewhere (ISO 32000-1, tables 5, 89 and 95).
_ELSEWHERE = ("/F", "/Alternates", "/OPI", "/Ref")
_TOLD_OF = frozenset(("/OC", *_ELSEWHERE))


class _Mark(Struct):
    tag: str
    mcid: int | None
    actual: str | None
    start: int
    said: tuple[tuple[str, str | None], ...] = ()


class Marks:
    """Open marked content, the glyphs it owns (added to the list that it was given), and what is odd about them."""

    # The pen that text may be stroked with, in hundredths of its size: jxprint fills it.
    widest_pen = 0

    def __init__(self, glyphs: list[Glyph]) -> None:
        self.mcid: int | None = None
        self.oddities: list[Oddity] = []
        self._glyphs = glyphs
        self._open: list[_Mark] = []
        self._hidden: list[Glyph] = []
        self._white: list[Glyph] = []
        self._small: list[Glyph] = []
        self._noticed: dict[tuple[str, tuple[tuple[str, object], ...]], list[Glyph]] = {}
        self._artifact: list[Glyph] = []
        self._unsaid: dict[str, list[tuple[int, Glyph]]] = {}
        # What marked content is called where it begins, by its identifier.
        self.tags: dict[int, str] = {}
        self.lines = Lines()

    def begin(self, tag: str, properties: Any) -> None:
        """BMC or BDC."""
        if len(self._open) >= _DEPTH:
            raise ValueError("marked content nested too deep")
        mcid = properties.get("/MCID")
        actual = properties.get("/ActualText")
        self.note_entries(tag)
        outer = int(mcid) if isinstance(mcid, int) else self.mcid
        if isinstance(mcid, int):
            self.tags[int(mcid)] = tag.lstrip("/")
        is_artifact = tag == "/Artifact" or any(one.tag == "/Artifact" for one in self._open)
        owner = None if is_artifact else outer
        said: list[tuple[str, str | None]] = [
            (key, str(properties[f"/{key}"])) for key in _SAID if f"/{key}" in properties
        ]
        if tag == "/ReversedChars":
            said.append((tag.lstrip("/"), None))
        spoken = None if actual is None else str(actual)
        self._open.append(_Mark(tag, owner, spoken, len(self._glyphs), tuple(said)))
        self.mcid = owner

    def end(self) -> int | None:
        """EMC; one too many is ignored, as readers do. The identifier of what is open behind it."""
        if not self._open:
            return None
        mark = self._open.pop()
        self.mcid = self._open[-1].mcid if self._open else None
        for key, said in mark.said:
            self._instead(mark, key, said)
        if mark.actual is not None and not any(one.actual is not None for one in self._open):
            self._replace(mark, mark.actual)
        return self.mcid

    def show(self, glyph: Glyph, font: CodeFont, code: int, visible: bool, white: bool) -> None:
        """A shown glyph; one that cannot be seen is told and does not count."""
        if code not in font.met:
            font.met[code] = glyph
        if not visible:
            self._hidden.append(glyph)
            return
        if self._hidden:
            self._tell_hidden()
        if 0 < glyph.size < _READABLE:
            self._small.append(glyph)
        if white:
            self._white.append(glyph)
        if glyph.text == NO_TEXT:
            self._unsaid.setdefault(font.name, []).append((code, glyph))
        if self.mcid is None:
            self._artifact.append(glyph)
        self._glyphs.append(glyph)

    def look_of(
        self, glyphs: Sequence[Glyph], by: tuple[float, float, float, float], across: float, state: TextState
    ) -> None:
        """How a string stands on the page: `by` maps it there, `across` is how wide a unit is, `state` how it is
        painted. What is turned clockwise by a right angle is a word in a vertical line.
        """
        if not glyphs:
            return
        a, b, c, d = by
        height = hypot(c, d)
        off = _SQUARE * height
        if not ((a > 0 and d > 0 and abs(b) + abs(c) <= off) or (b < 0 and c > 0 and abs(a) + abs(d) <= off)):
            self._notice(glyphs, "checks.turned")
        else:
            self.lines.show(glyphs, self._open[-1].tag if self._open else "")
        if state.blend:
            self._notice(glyphs, "checks.blended", mode=state.blend)
        if state.is_overprinting and is_white(state):
            self._notice(glyphs, "checks.overprint")
        stroke = stroke_of(state, glyphs[0].size)
        if stroke is not None and (stroke[0] >= self.widest_pen or stroke[1]):
            self._notice(glyphs, "checks.stroked", percent=stroke[0])
        if abs(across - height) > _STRETCH * height:
            self._notice(glyphs, "checks.stretched", percent=round(100 * across / (height or 1.0)))

    def show_in_part(self, glyphs: Sequence[Glyph], partial: bool) -> None:
        """Shown glyphs, and whether a mask, a pattern or a clip may leave out some of their ink."""
        if partial:
            self._notice(glyphs, "checks.partial")

    def _notice(self, glyphs: Sequence[Glyph], key: str, **how: object) -> None:
        self._noticed.setdefault((key, tuple(how.items())), []).extend(glyphs)

    def note_entries(self, *names: str) -> None:
        """What marked content, a form, a picture or a stream has among its entries, or as its tag."""
        if _TOLD_OF.isdisjoint(names):
            return
        found = [Oddity("checks.layer")] if "/OC" in names else []
        found += [Oddity("checks.elsewhere", {"entry": name.lstrip("/")}) for name in _ELSEWHERE if name in names]
        for one in found:
            if one not in self.oddities:
                self._tell(one)

    def no_font(self) -> None:
        """Text shown without a font."""
        self._tell(Oddity("checks.no_font"))

    def finish(self) -> None:
        """Tell what was gathered."""
        self.lines.end()
        self._tell_hidden()
        if self._artifact:
            first = self._artifact[0]
            text = "".join(glyph.text for glyph in self._artifact)
            self._tell(Oddity("checks.untagged_text", {"text": _short(text), "count": len(text)}, (first.x, first.y)))
        if self._small:
            self._notice(self._small, "checks.too_small", size=round(min([one.size for one in self._small]), 2))
        self._notice(self._white, "checks.white")
        for (key, how), glyphs in self._noticed.items():
            text = "".join(glyph.text for glyph in glyphs)
            if text.strip():
                args = {"text": _short(text), "count": len(text), **dict(how)}
                self._tell(Oddity(key, args, (glyphs[0].x, glyphs[0].y)))
        for name, unsaid in self._unsaid.items():
            code, glyph = unsaid[0]
            codes = len({code for code, _ in unsaid})
            args = {"font": name, "count": len(unsaid), "codes": codes, "code": f"<{code:04X}>"}
            self._tell(Oddity("checks.no_text", args, (glyph.x, glyph.y)))

    def _tell_hidden(self) -> None:
        if self._hidden:
            first = self._hidden[0]
            text = "".join(glyph.text for glyph in self._hidden)
            self._tell(Oddity("checks.invisible", {"text": _short(text), "count": len(text)}, (first.x, first.y)))
            self._hidden.clear()

    def _replace(self, mark: _Mark, actual: str) -> None:
        """ActualText stands for the glyphs inside; where their codes say something else, that is told as well."""
        inside = self._glyphs[mark.start :]
        said = "".join(glyph.text for glyph in inside)
        if said == actual or not inside:
            if not inside and actual:
                self._tell(Oddity("checks.actual_text", {"actual": _short(actual), "text": ""}))
            return
        bare = [glyph for glyph in inside if glyph.text != NO_CHARACTER]
        if "".join(glyph.text for glyph in bare) == actual:
            self._glyphs[mark.start :] = bare
            return
        first = inside[0]
        args = {"actual": _short(actual), "text": _short(said)}
        self._tell(Oddity("checks.actual_text", args, (first.x, first.y)))
        first.text = actual
        self._glyphs[mark.start :] = [first]

    def _instead(self, mark: _Mark, key: str, said: str | None) -> None:
        """What readers may say instead of the text of marked content, None for the text the other way round."""
        inside = self._glyphs[mark.start :]
        text = "".join(glyph.text for glyph in inside)
        actual = text[::-1] if said is None else said
        if actual != text:
            at = (inside[0].x, inside[0].y) if inside else None
            self._tell(
                Oddity("checks.said_instead", {"entry": key, "actual": _short(actual), "text": _short(text)}, at)
            )

    def _tell(self, oddity: Oddity) -> None:
        if len(self.oddities) < _TOLD:
            self.oddities.append(oddity)


def properties_of(operands: Any, resources: Any) -> Any:
    """The properties of BDC, which stand there or among the resources."""
    import pikepdf

    properties: Any = operands[1] if len(operands) > 1 else {}
    if not isinstance(properties, pikepdf.Dictionary | dict):
        properties = resources.get("/Properties", {}).get(str(properties), {})
    return properties if isinstance(properties, pikepdf.Dictionary | dict) else {}


def _short(text: str, limit: int = 24) -> str:
    return text if len(text) <= limit else f"{text[:limit]}…"
