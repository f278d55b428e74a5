"""Pictures stand upright: a phone says in the file which way it was held."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageOps

import jxprint
from jxprint.description.new import write_new_page
from jxprint.model import Picture
from jxprint.placed import PlacedPicture
from jxprint.writers.png import render_png

_ORIENTATION = 274
_DPI = 72
RED, GREEN, BLUE, YELLOW = (220, 30, 30), (30, 180, 30), (30, 30, 220), (230, 220, 30)


def upright() -> Image.Image:
    """A picture 120 by 80 with a colour in each corner: red and green above, blue and yellow below."""
    picture = Image.new("RGB", (120, 80))
    for colour, box in (
        (RED, (0, 0, 60, 40)), (GREEN, (60, 0, 120, 40)), (BLUE, (0, 40, 60, 80)), (YELLOW, (60, 40, 120, 80)),
    ):  # fmt: skip
        picture.paste(colour, box)
    return picture


def held(orientation: int) -> Image.Image:
    """The samples that a camera stores when it is held that way: turned upright they are the picture."""
    back = {2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6}.get(orientation, 1)
    stored = upright()
    exif = stored.getexif()
    exif[_ORIENTATION] = back
    stored.info["exif"] = exif.tobytes()
    turned = ImageOps.exif_transpose(_with(stored, back))
    return turned.copy()


def _with(picture: Image.Image, orientation: int) -> Image.Image:
    sink = BytesIO()
    exif = Image.Exif()
    exif[_ORIENTATION] = orientation
    picture.save(sink, "PNG", exif=exif)
    return Image.open(BytesIO(sink.getvalue()))


@pytest.mark.parametrize("kind", ["jpg", "png", "tiff"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_printed_as_it_was_seen(orientation: int, kind: str, tmp_path: Path) -> None:
    """Phone pictures lay on their side. All eight ways, in the three formats: model, frame and paper agree."""
    folder = tmp_path / "page"
    write_new_page(folder)
    exif = Image.Exif()
    exif[_ORIENTATION] = orientation
    options: dict[str, Any] = {"quality": 95} if kind == "jpg" else {}
    held(orientation).save(folder / f"phone.{kind}", exif=exif, **options)
    plan = folder / "page.toml"
    text = plan.read_text(encoding="utf-8").replace('credit = "本报摄"', f'file = "phone.{kind}"')
    plan.write_text(text, encoding="utf-8")
    page, library = jxprint.read_page(folder), jxprint.open_library()
    part = page.part("P")
    assert isinstance(part, Picture)
    assert part.pixels == (120, 80)
    placed = jxprint.compose(page, library)
    (picture,) = [one for article in placed.articles for one in article.blocks if isinstance(one, PlacedPicture)]
    sink, drawn = BytesIO(), BytesIO()
    jxprint.write([placed], library, sink)
    render_png(sink.getvalue(), drawn, dpi=_DPI)
    paper = Image.open(BytesIO(drawn.getvalue())).convert("RGB")
    frame, bleed = picture.frame, placed.bleed
    for across, down, colour in ((0.1, 0.1, RED), (0.9, 0.1, GREEN), (0.1, 0.9, BLUE), (0.9, 0.9, YELLOW)):
        spot = paper.getpixel((int(bleed + frame.x + across * frame.width), int(bleed + frame.y + down * frame.height)))
        assert isinstance(spot, tuple)
        assert all(abs(one - other) < 60 for one, other in zip(spot, colour, strict=True)), (across, down, spot)


def test_nonsense_about_the_orientation_is_left_alone(tmp_path: Path) -> None:
    """A camera that says 17 is not believed."""
    folder = tmp_path / "page"
    write_new_page(folder)
    exif = Image.Exif()
    exif[_ORIENTATION] = 17
    upright().save(folder / "phone.jpg", exif=exif)
    plan = folder / "page.toml"
    text = plan.read_text(encoding="utf-8").replace('credit = "本报摄"', 'file = "phone.jpg"')
    plan.write_text(text, encoding="utf-8")
    part = jxprint.read_page(folder).part("P")
    assert isinstance(part, Picture)
    assert (part.pixels, part.orientation) == ((120, 80), 1)
