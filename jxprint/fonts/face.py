"""A face: its glyphs, advances and outlines, all in ems, through HarfBuzz.

Text is shaped as Chinese (script Hani; simplified unless another is asked for) whatever the face's default: by their
cmaps the Noto faces draw —, · and “” as Latin; their Chinese forms come by `locl` and `ccmp`.
"""

from __future__ import annotations

import re
import struct
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal

import uharfbuzz as hb
from msgspec import Struct

Kind = Literal["cff", "glyf"]
Permission = Literal["installable", "editable", "preview_print", "restricted", "no_subsetting", "bitmap_only"]
Command = tuple[str | float, ...]

_LANGUAGE = "zh-Hans"
_SCRIPT = "Hani"
# What a subset of CFF outlines is made of.
_OUTLINES = ("CFF ", "head", "hhea", "hmtx", "maxp")


class Shaped(Struct, frozen=True):
    """Shaped text: glyph ids, advances in ems along the line, each glyph's first character in the text, and how far
    each glyph is drawn from its pen along the line, in ems.
    """

    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    clusters: tuple[int, ...]
    offsets: tuple[float, ...]


class Face:
    """One face of a font file, opened and found sound (see `opening`).

    `id` is its name on placed pages and in messages; `ascent_em` and `descent_em` (negative) are the typographic ones
    of OS/2, which for Chinese faces are the edges of the em square.
    """

    def __init__(self, id_: str, path: Path, index: int, face: Any, kind: Kind, permission: Permission) -> None:
        self.id = id_
        self.path = path
        self.index = index
        self.kind: Kind = kind
        self.permission: Permission = permission
        self.hb_face = face
        self.units_per_em: int = face.upem
        self._font = hb.Font(face)
        self.ascent_em, self.descent_em = _typographic(face, self._font)
        self._outlines: dict[int, tuple[Command, ...]] = {}

    def __repr__(self) -> str:
        return f"Face({self.id!r})"

    @cached_property
    def postscript_name(self) -> str:
        """The face's own name, with only the characters that a PDF name takes as they are."""
        told = self.hb_face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME, "en") or self.id
        return re.sub("[^A-Za-z0-9-]", "", told) or "Face"

    @cached_property
    def family(self) -> str:
        """The family's name for people."""
        return self.hb_face.get_name(hb.OTNameIdPredefined.FONT_FAMILY, "en") or self.id

    @cached_property
    def characters(self) -> frozenset[int]:
        """Every code point that the face maps."""
        return frozenset(self.hb_face.unicodes)

    @cached_property
    def outlines_alone(self) -> hb.Face:
        """The face without its tables for text: HarfBuzz goes through all of a cmap to cut a single glyph."""
        return hb.Face(_sfnt({tag: self.hb_face.reference_table(tag).data for tag in _OUTLINES}))

    def glyph(self, char: str) -> int | None:
        """The glyph that the face maps a character to, None where it has none."""
        return self._font.get_nominal_glyph(ord(char)) or None

    def advance(self, glyph: int) -> float:
        """A glyph's advance along a horizontal line, in ems."""
        return float(self._font.get_glyph_h_advance(glyph)) / self.units_per_em

    def variation(self, char: str, selector: str) -> int | None:
        """The glyph of a character with a variation selector (cmap format 14), None where the face has none."""
        return self._font.get_variation_glyph(ord(char), ord(selector)) or None

    def ink(self, glyph: int) -> tuple[float, float]:
        """Where a glyph's ink starts and ends along a horizontal line, in ems from its pen; (0, 0) without any."""
        box = self._font.get_glyph_extents(glyph)
        if box is None or not box.width:
            return 0.0, 0.0
        return box.x_bearing / self.units_per_em, (box.x_bearing + box.width) / self.units_per_em

    @cached_property
    def has_vertical_metrics(self) -> bool:
        """Whether the face says where its glyphs hang in vertical lines (vmtx or VORG); HarfBuzz guesses where not."""
        return any(len(self.hb_face.reference_table(tag).data) > 0 for tag in ("vmtx", "VORG"))

    def rise(self, glyph: int) -> tuple[float, float]:
        """Where a glyph's ink ends below and above, in ems from its baseline, y up; (0, 0) without any."""
        box = self._font.get_glyph_extents(glyph)
        if box is None or not box.height:
            return 0.0, 0.0
        return (box.y_bearing + box.height) / self.units_per_em, box.y_bearing / self.units_per_em

    @lru_cache(maxsize=4096)  # noqa: B019  faces live as long as the process
    def shape(
        self, text: str, features: tuple[str, ...] = (), vertical: bool = False, language: str = _LANGUAGE
    ) -> Shaped:
        """Shape a piece of text; `features` are OpenType features to turn on, `language` is a BCP 47 tag. Glyph 0
        stands for what is missing.
        """
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction = "ttb" if vertical else "ltr"
        buffer.script = _SCRIPT
        buffer.language = language
        hb.shape(self._font, buffer, dict.fromkeys(features, True))
        scale = self.units_per_em
        moved = [-place.y_advance if vertical else place.x_advance for place in buffer.glyph_positions]
        drawn = [-place.y_offset if vertical else place.x_offset for place in buffer.glyph_positions]
        return Shaped(
            tuple(info.codepoint for info in buffer.glyph_infos),
            tuple(advance / scale for advance in moved),
            tuple(info.cluster for info in buffer.glyph_infos),
            tuple(offset / scale for offset in drawn),
        )

    def outline(self, glyph: int) -> tuple[Command, ...]:
        """A glyph's outline in ems, y up: `("M", x, y)`, `("L", x, y)`, `("C", x1, y1, x2, y2, x, y)`, `("Z",)`.

        TrueType's quadratic curves are raised to cubic ones, which is exact.
        """
        if glyph not in self._outlines:
            from jxprint.interrupts import undisturbed  # a PDF asks for no outlines

            pen = _Pen(1 / self.units_per_em)
            undisturbed(lambda: self._font.draw_glyph_with_pen(glyph, pen))
            self._outlines[glyph] = tuple(pen.commands)
        return self._outlines[glyph]


def _sfnt(tables: dict[str, bytes]) -> bytes:
    """A font file of some tables, without checksums (OpenType 1.9, organization of an OpenType font)."""
    offset = 12 + 16 * len(tables)
    head = struct.pack(">4sHHHH", b"OTTO", len(tables), 0, 0, 0)
    body: list[bytes] = []
    for tag, data in sorted(tables.items()):
        head += struct.pack(">4sIII", tag.encode("ascii"), 0, offset, len(data))
        body += [data, b"\0" * (-len(data) % 4)]
        offset += len(data) + len(body[-1])
    return b"".join((head, *body))


class _Pen:
    """fontTools' pen protocol, collecting commands in ems."""

    def __init__(self, scale: float) -> None:
        self.commands: list[Command] = []
        self._scale = scale
        self._at = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802  the protocol's names
        self._add("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("L", point)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("C", *points)

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        (x0, y0), (x1, y1), (x2, y2) = self._at, control, end
        first = (x0 + 2 / 3 * (x1 - x0), y0 + 2 / 3 * (y1 - y0))
        second = (x2 + 2 / 3 * (x1 - x2), y2 + 2 / 3 * (y1 - y2))
        self._add("C", first, second, end)

    def closePath(self) -> None:  # noqa: N802
        self.commands.append(("Z",))

    def endPath(self) -> None:  # noqa: N802
        self.commands.append(("Z",))

    def _add(self, name: str, *points: tuple[float, float]) -> None:
        self._at = points[-1]
        self.commands.append((name, *(number * self._scale for point in points for number in point)))


def _typographic(face: Any, font: Any) -> tuple[float, float]:
    """Ascender and descender in ems: OS/2's typographic ones (offsets 68 and 70), else hhea's."""
    table = face.reference_table("OS/2").data
    if len(table) >= 72:
        up = int.from_bytes(table[68:70], "big", signed=True)
        down = int.from_bytes(table[70:72], "big", signed=True)
        if up > 0:
            return up / face.upem, down / face.upem
    extents = font.get_font_extents("ltr")
    return extents.ascender / face.upem, extents.descender / face.upem
