"""Advertisements of firms that do not exist, as PDF files: what reportlab writes is a stranger's file to us."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from jxprint.resources import fonts_folder

WIDTH, HEIGHT = 360.0, 120.0
HEAD, FOOT = "听潮书屋", "旧书新读　周末八折"
ADDRESS = "青湖路八号 · 每日九时至二十一时"


def advertisement(pages: int = 1, spoil: Callable[[pikepdf.Pdf], None] | None = None) -> bytes:
    """A bookshop's advertisement of 360 × 120 pt, its fonts embedded, and `spoil` has been at it."""
    face = fonts_folder() / "kai-regular.ttf"
    if "Advertised" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Advertised", str(face)))
    sink = BytesIO()
    sheet = canvas.Canvas(sink, pagesize=(WIDTH, HEIGHT), invariant=1)
    for _ in range(pages):
        _draw(sheet)
        sheet.showPage()
    sheet.save()
    if spoil is None:
        return sink.getvalue()
    spoiled = BytesIO()
    with pikepdf.Pdf.open(sink) as document:
        spoil(document)
        document.save(spoiled, deterministic_id=True)
    return spoiled.getvalue()


def wordless() -> bytes:
    """The same without a word, as drawn letters would be: it names a font of reportlab's, and shows nothing in it."""
    sink = BytesIO()
    sheet = canvas.Canvas(sink, pagesize=(WIDTH, HEIGHT), invariant=1)
    _paint(sheet)
    sheet.save()
    return sink.getvalue()


def _draw(sheet: Any) -> None:
    _paint(sheet)
    sheet.setFillColorCMYK(0.1, 0.7, 0.8, 0.5)
    sheet.setFont("Advertised", 40)
    sheet.drawString(112, 66, HEAD)
    sheet.setFillColorCMYK(0, 0, 0, 1)
    sheet.setFont("Advertised", 17)
    sheet.drawString(113, 38, FOOT)
    sheet.setFont("Advertised", 10.5)
    sheet.drawString(113, 16, ADDRESS)


def _paint(sheet: Any) -> None:
    sheet.setFillColorCMYK(0, 0.02, 0.12, 0.04)
    sheet.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)
    sheet.setFillColorCMYK(0.1, 0.7, 0.8, 0.3)
    sheet.rect(0, 0, 92, HEIGHT, stroke=0, fill=1)
    # A book that stands open, and waves under it.
    sheet.setStrokeColorCMYK(0, 0.02, 0.12, 0)
    sheet.setLineWidth(2.2)
    path = sheet.beginPath()
    path.moveTo(46, 78)
    path.curveTo(36, 88, 24, 88, 16, 82)
    path.lineTo(16, 48)
    path.curveTo(24, 54, 36, 54, 46, 44)
    path.curveTo(56, 54, 68, 54, 76, 48)
    path.lineTo(76, 82)
    path.curveTo(68, 88, 56, 88, 46, 78)
    path.lineTo(46, 44)
    for level in (34, 26):
        path.moveTo(14, level)
        for start in (14, 30, 46, 62):
            path.curveTo(start + 5, level + 7, start + 11, level - 7, start + 16, level)
    sheet.drawPath(path)


def folder_with(page: Path, into: Path, pdf: bytes | None = None, rows: int | None = None) -> Path:
    """A copy of a page's folder with its advertisement in it, pinned to some rows or not."""
    into.mkdir(parents=True, exist_ok=True)
    for file in page.iterdir():
        (into / file.name).write_bytes(file.read_bytes())
    (into / "bookshop.pdf").write_bytes(advertisement() if pdf is None else pdf)
    if rows is not None:
        toml = into / "page.toml"
        toml.write_text(f"{toml.read_text('utf-8')}rows = {rows}\n", "utf-8")
    return into
