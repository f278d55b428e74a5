"""What codes show (ISO 32000-1, 9.6.6 and 9.7.4): the glyph in the program, and whether the file says its width.

Each code is looked up once. Where the way from a code to a glyph is not read here, nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from jxprint.preflight.cmaps import carried, collection_of
from jxprint.preflight.programs import DamagedProgramError, Program
from jxprint.preflight.state import PaintState
from jxprint.preflight.subject import PageSubject
from jxprint.preflight.values import array, dictionary, name_of

# The difference that is allowed (veraPDF, 6.2.11.5-1), in thousandths of an em.
_APART = 1.0
_INVISIBLE = 3
# The glyph of a code; 0: the one for what the font does not have; None: nobody knows.
Find = Callable[[int], int | None]


class Glyphs:
    """The codes of one font. `step` is how many bytes each has."""

    def __init__(self, font: Any, program: Program, file: str) -> None:
        self.name = name_of(font.get("/BaseFont", ""))
        self._program = program
        self._verdicts: dict[tuple[bytes, bool], tuple[str, dict[str, object]] | None] = {}
        if str(font.get("/Subtype")) == "/Type0":
            described = dictionary(next(iter(array(font.get("/DescendantFonts"))), None))
            self.step, self._cid = 2, _cids(font.get("/Encoding"), file)
            self._find = _of_descendant(described, program, file)
            self._width = _widths(described)
        else:
            from jxprint.preflight.encodings import finder, simple_widths

            self.step, self._cid = 1, _same
            self._find = finder(font, program)
            self._width = simple_widths(font)

    def ask(self, page: PageSubject, state: PaintState, strings: Sequence[bytes], spot: tuple[float, float]) -> None:
        """The codes of shown strings."""
        seen = state.rendering != _INVISIBLE
        for string in strings:
            for code in dict.fromkeys(string[at : at + self.step] for at in range(0, len(string), self.step)):
                key = code, seen
                if key not in self._verdicts:
                    self._verdicts[key] = self._look(code, seen)
                if (verdict := self._verdicts[key]) is not None:
                    page.tell(verdict[0], spot, **verdict[1])

    def _look(self, code: bytes, seen: bool) -> tuple[str, dict[str, object]] | None:
        """What is wrong with a code; a font that is used for what nobody sees may say any widths."""
        cid = self._cid(int.from_bytes(code, "big"))
        glyph = None if cid is None else self._find(cid)
        if cid is None or glyph is None:
            return None
        shown: dict[str, object] = {"name": self.name, "code": code.hex().upper()}
        if glyph == 0 or glyph >= self._program.count:
            return "preflight.fonts.no_glyph", shown
        try:
            drawn = self._program.advance(glyph) if seen else None
        except (IndexError, ValueError, KeyError, DamagedProgramError):
            return "preflight.fonts.damaged", {"name": self.name, "reason": f"glyph {glyph}"}
        said = self._width(cid)
        if drawn is None or said is None or abs(drawn - said) <= _APART:
            return None
        return "preflight.fonts.widths", shown | {"said": f"{said:g}", "drawn": f"{drawn:.0f}"}


def _same(code: int) -> int | None:
    return code


def _cids(encoding: Any, file: str) -> Find:
    """CIDs by code: by Identity the codes themselves, by a CMap in the file what it says."""
    import pikepdf

    if isinstance(encoding, pikepdf.Stream):
        cids = carried(encoding, file).cids
        return lambda code: cids.get((code, 2))
    return _same if collection_of(str(encoding)) == "" else lambda _: None


def _of_descendant(described: Any, program: Program, file: str) -> Find:
    """Glyphs by CID."""
    import pikepdf

    from jxprint.intake.opening import decoded

    if str(described.get("/Subtype")) != "/CIDFontType2":
        return lambda cid: program.of_cid(cid) or 0
    given = described.get("/CIDToGIDMap")
    if given is None:
        return lambda _: None
    if not isinstance(given, pikepdf.Stream):
        return lambda cid: cid if cid < program.count else 0
    places = decoded(given, file)
    return lambda cid: int.from_bytes(places[2 * cid : 2 * cid + 2], "big")


def _widths(described: Any) -> Callable[[int], float | None]:
    """W and DW (9.7.4.3)."""
    import pikepdf

    told: dict[int, float] = {}
    waiting: list[int] = []
    for one in array(described.get("/W")):
        if isinstance(one, pikepdf.Array):
            told.update((cid, float(width)) for cid, width in enumerate(list(one), waiting.pop() if waiting else 0))
            waiting = []
        elif len(waiting) == 2:
            told.update(dict.fromkeys(range(waiting[0], min(waiting[1], 0xFFFF) + 1), float(one)))
            waiting = []
        else:
            waiting.append(int(one))
    usual = described.get("/DW", 1000)
    return lambda cid: told.get(cid, float(usual))
