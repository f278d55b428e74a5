"""Outlines as they are drawn: by the programs that a PDF embeds, and by the faces that they were cut from.

An outline is told in thousandths of an em; two programs that were cut from one face, whole or subset, with subroutines
or without, draw the same one. fontTools reads the faces: it shares no code with what cuts the programs.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from typing import Any

from jxprint.checker.advances import Advance, bare_cff_advance, true_type_advance
from jxprint.checker.charstrings import Points, points_of
from jxprint.checker.glyf import true_type
from jxprint.checker.programs import Ambiguous, Draw, Glyphs, Unread, bare_cff, has_doubles, tables
from jxprint.intake.opening import MALFORMED, decoded, plain

# ISO 32000-1, 9.7.4.2: a program without a matrix of its own has a thousand units to the em.
EM = 1000


class DamagedFont(Exception):
    """A font program that fontTools cannot read."""


class AmbiguousFont(DamagedFont):
    """A font program of which readers make different things."""


class Embedded:
    """The program of a composite font in a PDF; `digest` is that of its bytes. Raises DamagedFont where it cannot be
    read.
    """

    def __init__(self, descendant: Any, file: str) -> None:
        try:
            descriptor = descendant.get("/FontDescriptor", {})
            programs = [key for key in ("/FontFile3", "/FontFile2", "/FontFile") if key in descriptor]
            if len(programs) > 1:  # every reader has its own first one
                raise AmbiguousFont("several programs are embedded")
            stream = descriptor[programs[0]] if programs and programs[0] != "/FontFile" else None
            self._subtype = str(stream.get("/Subtype", "")) if stream is not None else ""
        except MALFORMED as error:
            raise DamagedFont(plain(error)) from error
        if stream is None:
            raise DamagedFont("no program is embedded")
        self._data = decoded(stream, file)
        self.digest = sha256(self._data + self._subtype.encode()).digest()
        self._places = _places(descendant.get("/CIDToGIDMap"), file)
        self._whole: Draw | None = None
        self._advance: Advance | None = None
        self._glyphs, self._scale = Glyphs(self._by_font_tools, _by_nothing), 1.0
        try:
            self._glyphs, self._scale = _plain(self._data, self._subtype)
        except Unread:
            pass
        except Ambiguous as damage:
            raise AmbiguousFont(str(damage)) from damage

    def advance(self, cid: int) -> float | None:
        """How far the program moves the pen for a CID (thousandths of an em); None where that is not read."""
        try:
            if self._advance is None:
                self._advance = (bare_cff_advance if self._subtype == "/CIDFontType0C" else true_type_advance)(
                    self._data
                )
            told = self._advance(cid if self._places is None else self._places(cid))
        except (
            KeyError,
            IndexError,
            ValueError,
            struct.error,
        ):  # kept in another way, or damaged: told by its outlines
            return None
        return None if told is None else told * self._scale

    def code(self, cid: int) -> bytes | None:
        """The bytes that alone say what is drawn for a CID; None where that is said in another way."""
        return self._glyphs.code(cid if self._places is None else self._places(cid))

    def outline(self, cid: int) -> Points | None:
        """What is drawn for a CID; None where the program has no glyph for it. Raises DamagedFont."""
        place = cid if self._places is None else self._places(cid)
        try:
            points = self._glyphs.draw(place)
        except Unread:
            return self._by_font_tools(place)
        return None if points is None else scaled(points, self._scale)

    def _by_font_tools(self, place: int) -> Points | None:
        if self._whole is None:
            self._whole = _program(self._data, self._subtype)
        try:
            return self._whole(place)
        except DamagedFont:
            raise
        except Exception as error:  # a damaged program: fontTools tells of it in all kinds of ways
            raise DamagedFont(str(error)) from error


def _by_nothing(_: int) -> bytes | None:
    """No bytes that alone say an outline."""
    return None


def _plain(data: bytes, subtype: str) -> tuple[Glyphs, float]:
    """How a program's glyphs are drawn, and what its unit is in thousandths of an em. Raises Unread."""
    if subtype == "/CIDFontType0C":
        return bare_cff(data), 1.0
    if data.startswith((b"\0\1\0\0", b"true")):
        glyphs, units = true_type(data)
        return glyphs, EM / units
    raise Unread


def _places(table: Any, file: str) -> Callable[[int], int] | None:
    """CIDToGIDMap (ISO 32000-1, table 117): the place of a CID's glyph; None for Identity."""
    import pikepdf

    if not isinstance(table, pikepdf.Stream):
        return None
    data = decoded(table, file)
    return lambda cid: int.from_bytes(data[2 * cid : 2 * cid + 2], "big")


def _program(program: bytes, subtype: str) -> Draw:
    """How a program's glyphs are drawn by their CIDs: a bare CFF table, or an OpenType or TrueType font."""
    try:
        if subtype in ("/CIDFontType0C", "/Type1C"):
            if has_doubles(program):
                raise DamagedFont("two glyphs have one number")
            from fontTools.cffLib import CFFFontSet

            font = CFFFontSet()
            font.decompile(BytesIO(program), None)
            return _of_cff(font)
        from fontTools.ttLib import TTFont

        if (table := tables(program).get(b"CFF ")) is not None and has_doubles(table):
            raise DamagedFont("two glyphs have one number")
        whole = TTFont(BytesIO(program), lazy=True)
        return _of_cff(whole["CFF "].cff) if "CFF " in whole else _of_glyf(whole)
    except Ambiguous as error:
        raise AmbiguousFont(str(error)) from error
    except Exception as error:  # a damaged program: fontTools tells of it in all kinds of ways
        raise DamagedFont(str(error)) from error


def _of_cff(font: Any) -> Draw:
    top = font.topDictIndex[0]
    glyphs = top.CharStrings
    # A program that is not CID-keyed has its glyphs by their places.
    names = None if hasattr(top, "ROS") else list(top.charset)
    scale = _scale(top)

    def draw(cid: int) -> Points | None:
        if names is not None and cid >= len(names):
            return None
        name = names[cid] if names is not None else ".notdef" if cid == 0 else f"cid{cid:05d}"
        if name not in glyphs:
            return None
        glyph = glyphs[name]
        points = None if glyph.bytecode is None else points_of(glyph.bytecode)
        return scaled(drawn(glyph.draw) if points is None else points, scale)

    return draw


def _scale(top: Any) -> float:
    """What a unit of a CFF program is in thousandths of an em. Raises DamagedFont for a matrix that distorts, and for
    fonts within that have several.
    """
    own = top.rawDict.get("FontMatrix")
    within = {tuple(one.rawDict.get("FontMatrix") or ()) for one in getattr(top, "FDArray", ())} or {()}
    matrices = [matrix for matrix in (own, *within) if matrix]
    scale = float(EM)
    for a, b, c, d, e, f in matrices or [(1 / EM, 0, 0, 1 / EM, 0, 0)]:
        if a != d or any((b, c, e, f)) or len(within) > 1:
            raise DamagedFont("its matrix distorts the outlines")
        scale *= a
    return scale


def scaled(points: Points, scale: float) -> Points:
    """The points in thousandths of an em, `scale` of which a unit is."""
    if abs(scale - 1) < 1e-9:
        return points
    return tuple([tuple([round(part * scale, 2) for part in one]) for one in points])


def _of_glyf(font: Any) -> Draw:
    glyphs, order, scale = font.getGlyphSet(), font.getGlyphOrder(), EM / font["head"].unitsPerEm

    def draw(place: int) -> Points | None:
        if place >= len(order):
            return None
        return scaled(drawn(glyphs[order[place]].draw, glyphs), scale)

    return draw


def drawn(draw: Callable[[Any], None], others: Any = None) -> Points:
    """What fontTools draws, as `Points`; a curve of TrueType has as many points as it is told with; a glyph
    may be made of `others`.
    """
    from fontTools.pens.recordingPen import DecomposingRecordingPen

    pen = DecomposingRecordingPen(others or {})
    try:
        draw(pen)
    except Exception as error:  # as above
        raise DamagedFont(str(error)) from error
    way: list[tuple[float, ...]] = []
    here: tuple[float, ...] = ()
    for command, points in pen.value:
        if command == "moveTo" or points[-1:] == (None,):  # the latter: no point is on the curve
            here = ()
        told = [float(part) for point in points if point is not None for part in point]
        if told:
            way.append((*here, *told))
            here = tuple(told[-2:])
    return tuple(way)
