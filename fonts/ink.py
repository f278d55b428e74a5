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

from jxprint.checker.digests import SUFFIX, digest_of, key_of, pack  # noqa: E402
from jxprint.checker.faces import Declared, FontFile  # noqa: E402


def main() -> None:
    """Write them all."""
    for file in sorted(FONTS.glob("*.[ot]tf")):
        table = drawn_table(file)
        file.with_suffix(SUFFIX).write_bytes(table)
        print(file.stem, len(table))


def drawn_table(file: Path) -> bytes:
    """The table of a font file."""
    face = Declared(FontFile(file))
    rows = [(key_of(text), digest_of(points)) for text in face.texts for points in face.outlines(text)]
    return pack(face.name, hashlib.sha256(file.read_bytes()).digest(), rows)


if __name__ == "__main__":
    main()
