"""Small pages as other programs make them: reportlab's, with nothing of ours in them but a face."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pikepdf
from msgspec import Struct
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from jxprint.resources import fonts_folder

HEAD = "渡口重开首日迎客三千"
PARAGRAPHS = (
    "江边的渡口今年春天重新开了，两岸居民过江不必再绕行十二公里。首日开行四十六班，迎客三千一百二十人次。",
    "船工老陈在江上摇了三十年橹，如今改开电动船。他说，船快了，江面也静了，夜里听得见鱼跳。",
    "渡口志记载，这里设渡始于明代，商旅往来，灯火不绝。新码头保留了石阶和系船的石柱。",
)
COPY = f"{HEAD}\n{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}\n"
FOLIO = "第三版　二〇二六年十一月"
SIZE, PITCH, MEASURE, GAP = 10.0, 15.0, 14, 18.0
LEFT, TOP, ROWS = 40.0, 360.0, 6
_FACE = "OtherPrograms"

Spot = tuple[float, float]


class Line(Struct):
    """A line of type and where its first pen stands (points, PDF space)."""

    text: str
    at: Spot
    size: float = SIZE


def lines_of(paragraphs: Sequence[str] = PARAGRAPHS, head: str = HEAD) -> list[Line]:
    """A head over legs of six rows, paragraphs indented by two ems; the folio last."""
    rows: list[str] = []
    for paragraph in paragraphs:
        rest = "　　" + paragraph
        while rest:
            cut = MEASURE
            rows.append(rest[:cut])
            rest = rest[cut:]
    lines = [Line(head, (LEFT, TOP + 40), 20.0)]
    for number, row in enumerate(rows):
        leg, down = divmod(number, ROWS)
        indent = len(row) - len(row.lstrip("　"))
        x = LEFT + leg * (MEASURE * SIZE + GAP) + indent * SIZE
        lines.append(Line(row.lstrip("　"), (x, TOP - down * PITCH)))
    return [*lines, Line(FOLIO, (LEFT, 30.0), 8.0)]


def page_of(lines: Sequence[Line] | None = None, face: Path | None = None, more: int = 0) -> bytes:
    """A page of some lines in the order in which they are given, and `more` pages of something else."""
    name = _FACE if face is None else face.stem
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(fonts_folder() / "kai-regular.ttf" if face is None else face)))
    sink = BytesIO()
    sheet = canvas.Canvas(sink, pagesize=(560, 440), invariant=1)
    for line in lines_of() if lines is None else lines:
        sheet.setFont(name, line.size)
        sheet.drawString(*line.at, line.text)
    sheet.showPage()
    for number in range(more):
        sheet.setFont(name, SIZE)
        sheet.drawString(LEFT, TOP, f"广告第{number}页，与本版无关的另一篇文字")
        sheet.showPage()
    sheet.save()
    return sink.getvalue()


def claimed(pdf: bytes, char: str, said: str) -> bytes:
    """The file with its ToUnicode saying something else of a character's glyph."""
    wanted = char.encode("utf-16-be").hex().upper()
    found = 0

    def changed(document: pikepdf.Pdf) -> None:
        nonlocal found
        for page in document.pages:
            for font in page.obj["/Resources"]["/Font"].values():
                if "/ToUnicode" not in font:
                    continue
                data = font["/ToUnicode"].read_bytes().decode("ascii")
                told = said.encode("utf-16-be").hex().upper()
                data, count = re.subn(rf"(?<= <){wanted}(?=>)|(?<=<){wanted}(?=>\n)", told, data, flags=re.I)
                found += count
                font["/ToUnicode"].write(data.encode("ascii"))

    spoilt = rewritten(pdf, changed)
    assert found, f"no entry of a ToUnicode is {char}"
    return spoilt


def rewritten(pdf: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The file after a change to its objects."""
    sink = BytesIO()
    with pikepdf.Pdf.open(BytesIO(pdf)) as document:
        change(document)
        document.save(sink, deterministic_id=True)
    return sink.getvalue()
