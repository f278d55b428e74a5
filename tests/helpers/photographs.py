"""Pictures drawn for tests: a landscape with a red sun at the focal point, and rings that show any squeezing."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

FOCUS = (0.7, 0.3)
SUN = (214, 60, 40)
NAMES = {"wide.png": (600, 300), "plain.png": (450, 300), "tall.png": (240, 360), "square.png": (300, 300)}


def photograph(size: tuple[int, int], focus: tuple[float, float] = FOCUS) -> Image.Image:
    """Sky and field, a ring every sixth of the height, and the sun about the focal point."""
    width, height = size
    picture = Image.new("RGB", size, (200, 214, 222))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, int(height * 0.62), width, height), fill=(140, 158, 120))
    for left in range(0, width, height // 4):
        top = int(height * 0.66)
        draw.ellipse((left + 4, top, left + height // 4 - 4, top + height // 4 - 8), outline=(80, 90, 70), width=3)
    x, y, radius = focus[0] * width, focus[1] * height, height / 10
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=SUN)
    return picture


def write_photographs(folder: Path) -> None:
    """The pictures that the page of pictures names."""
    for name, size in NAMES.items():
        photograph(size).save(folder / name)
