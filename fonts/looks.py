"""Draw the table of what characters look like in the faces that come along (`looks.bin`), for glyphs of other faces.

    python fonts/looks.py

Run after build.py, in an environment where jxprint's own dependencies are installed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).resolve().parent
sys.path.insert(0, str(FONTS.parent))

from jxprint.checker.faces import Declared, FontFile  # noqa: E402
from jxprint.checker.others.likeness import CELL_PX, EM_PX, TABLE, judged_characters, look_of, pack  # noqa: E402

# A face of each class; their weights make no difference to a look.
FACES = ("song-regular.otf", "hei-regular.otf", "kai-regular.ttf")


def main() -> None:
    """Write it."""
    table = drawn_table()
    (FONTS / TABLE).write_bytes(table)
    print(TABLE, len(table))


def drawn_table() -> bytes:
    """The table of the faces."""
    faces = [(set(judged_characters(Declared(FontFile(FONTS / one)).texts)), one) for one in FACES]
    fonts = [ImageFont.truetype(str(FONTS / one), EM_PX) for one in FACES]
    every = sorted(set().union(*(characters for characters, _ in faces)))
    rows = [
        (
            char,
            [drawn_look(font, char) if char in has else 0 for font, (has, _) in zip(fonts, faces, strict=True)],
        )
        for char in every
    ]
    return pack(rows, len(FACES))


def drawn_look(font: ImageFont.FreeTypeFont, char: str) -> int:
    """What a character looks like in a font."""
    cell = Image.new("L", (CELL_PX, CELL_PX))
    ImageDraw.Draw(cell).text((CELL_PX // 6, CELL_PX // 4), char, fill=255, font=font, anchor="lt")
    return look_of(cell) or 0


if __name__ == "__main__":
    main()
