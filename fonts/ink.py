"""Draw the tables of outlines that the checker compares a PDF's glyphs with, one beside each face (`*.ink`).

    python fonts/ink.py

Run after build.py, in an environment where jxprint's own dependencies are installed.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

FONTS = Path(__file__).resolve().parent
sys.path.insert(0, str(FONTS.parent))

from jxprint.checker.digests import SUFFIX, Row, digest_of, digest_of_code, key_of, pack  # noqa: E402
from jxprint.checker.faces import Declared, FontFile  # noqa: E402
from jxprint.checker.glyf import true_type  # noqa: E402
from jxprint.checker.outlines import EM, scaled  # noqa: E402
from jxprint.checker.programs import Glyphs, Unread, bare_cff  # noqa: E402
from jxprint.fonts.opening import open_face  # noqa: E402
from jxprint.fonts.subsetting import subset  # noqa: E402


def main() -> None:
    """Write them all."""
    for file in sorted(FONTS.glob("*.[ot]tf")):
        table = drawn_table(file)
        file.with_suffix(SUFFIX).write_bytes(table)
        print(file.stem, len(table))


def drawn_table(file: Path) -> bytes:
    """The table of a font file."""
    face, cut = Declared(FontFile(file)), _Cut(file)
    rows = [_row(face, cut, text, name) for text in face.texts for name in face.glyphs(text)]
    return pack(face.name, hashlib.sha256(file.read_bytes()).digest(), rows)


def _row(face: Declared, cut: _Cut, text: str, name: str) -> Row:
    """What fontTools draws, and the bytes that say it where a page is set with this glyph: they are drawn by the
    checker, too, and stand in the table when that is the same.
    """
    points = face.outline(name)
    code = cut.code(face.number(name), points)
    return Row(key_of(text), digest_of(points), *([] if code is None else [digest_of_code(code)]))


class _Cut:
    """A face with all its glyphs, as it is cut for a PDF."""

    def __init__(self, file: Path) -> None:
        face = open_face(file.stem, file, trusted=True)
        made = subset(face, frozenset(range(face.hb_face.glyph_count)))
        self._numbers = {glyph: made.cids[place] for glyph, place in made.glyph_map.items()}
        self._glyphs: Glyphs
        self._scale = 1.0
        if made.kind == "cff":
            self._glyphs = bare_cff(made.program)
        else:
            self._glyphs, units = true_type(made.program)
            self._scale = EM / units

    def code(self, glyph: int, points: object) -> bytes | None:
        """The bytes that draw a glyph; None where others have a part in that."""
        number = self._numbers[glyph]
        try:
            shown = self._glyphs.draw(number)
        except Unread:
            return None
        return self._glyphs.code(number) if shown is not None and scaled(shown, self._scale) == points else None


if __name__ == "__main__":
    main()
