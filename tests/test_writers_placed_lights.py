"""Inks of a stranger's page in a file for a screen: operators and pictures become light, as our own do."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from advertisements import advertisement, folder_with
from jxprint.cli import main
from jxprint.preflight import preflight
from jxprint.profile import PROFILES
from jxprint.writers.pdf.placed_lights import lit, lit_picture

PAGES = Path(__file__).resolve().parent / "pages"
# Files whose streams are looked at: they are gone when their file is.
_KEPT: list[pikepdf.Pdf] = []
RESOURCES = pikepdf.Dictionary(ColorSpace=pikepdf.Dictionary(C=pikepdf.Name.DeviceCMYK, R=pikepdf.Name.DeviceRGB))


def turned(content: bytes) -> bytes:
    """Content with inks as light."""
    pdf = pikepdf.new()
    given = list(pikepdf.parse_content_stream(pdf.make_stream(content)))
    return pikepdf.unparse_content_stream(lit(given, RESOURCES)).replace(b"\n", b" ")


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b"1 0 0 0 k 0 0 0 1 K", b"0 1 1 rg 0 0 0 RG"),
        (b"0 0.5 0.5 0.25 k", b"0.75 0.25 0.25 rg"),
        (b"/DeviceCMYK cs 0 1 0 0 sc", b"/DeviceRGB cs 1 0 1 sc"),
        (b"/C CS 0 1 0 0 SCN", b"/DeviceRGB CS 1 0 1 SCN"),
        (b"/C cs q /R cs 1 0 0 sc Q 0 0 0 1 sc", b"/DeviceRGB cs q /R cs 1 0 0 sc Q 0 0 0 sc"),
        (b"/C cs 1 0 0 rg 0.5 0.5 0.5 sc", b"/DeviceRGB cs 1 0 0 rg 0.5 0.5 0.5 sc"),
        (b"0 0 0 0 k 1 0 0 0 sc", b"1 1 1 rg 0 1 1 sc"),
        (b"/S cs 0.5 scn 0.5 g", b"/S cs 0.5 scn 0.5 g"),
    ],
)
def test_operators_become_light(content: bytes, wanted: bytes) -> None:
    """Each ink takes its own light away; q and Q keep the space that is in force; named inks stay."""
    assert turned(content) == wanted


def picture(inks: tuple[int, int, int, int], kind: str, *, turned_over: bool) -> Any:
    """A picture of one ink, its samples plain or in a JPEG with Adobe's marker, which turns them over."""
    pdf = pikepdf.new()
    made = Image.new("CMYK", (16, 8), tuple(255 - one for one in inks) if turned_over else inks)
    stream = pdf.make_stream(b"", Subtype=pikepdf.Name.Image, Width=16, Height=8, BitsPerComponent=8)
    stream.ColorSpace = pikepdf.Name.DeviceCMYK
    if turned_over:
        stream.Decode = pikepdf.Array([1, 0] * 4)
    if kind == "flat":
        stream.write(made.tobytes())
    else:
        out = BytesIO()
        # Pillow turns the samples over as it writes the marker: what it is given is what PDF's Decode is to undo.
        Image.eval(made, lambda value: 255 - value).save(out, "JPEG", quality=95)
        stream.write(out.getvalue(), filter=pikepdf.Name.DCTDecode)
    _KEPT.append(pdf)
    return stream


def in_light(stream: pikepdf.Stream) -> tuple[int, ...]:
    """The colour in the middle of a picture as it is written."""
    found = lit_picture(stream)
    assert found is not None
    entries, data = found
    if b"DCTDecode" in entries:
        return Image.open(BytesIO(data)).getpixel((8, 4))  # type: ignore[return-value]
    import zlib

    return Image.frombytes("RGB", (16, 8), zlib.decompress(data)).getpixel((8, 4))  # type: ignore[return-value]


@pytest.mark.parametrize("kind", ["flat", "JPEG"])
@pytest.mark.parametrize("turned_over", [False, True])
def test_pictures_become_light(kind: str, turned_over: bool) -> None:
    """White paper is white, black is dark, cyan is blue, whichever way round the samples are written."""
    white, black, cyan = (
        in_light(picture(inks, kind, turned_over=turned_over))
        for inks in ((0, 0, 0, 0), (0, 0, 0, 255), (255, 0, 0, 0))
    )
    assert min(white) > 245
    assert max(black) < 90
    assert cyan[2] > cyan[0] + 60


def test_other_pictures_stay() -> None:
    """Grey and RGB have no ink; what masks colours tells them in inks."""
    stream = picture((0, 0, 0, 0), "flat", turned_over=False)
    stream.Mask = pikepdf.Array([0, 0] * 4)
    assert lit_picture(stream) is None
    del stream.Mask
    stream.ColorSpace = pikepdf.Name.DeviceGray
    assert lit_picture(stream) is None


def test_an_advertisement_in_inks_stands_in_a_file_for_a_screen(tmp_path: Path) -> None:
    """In RGB alone, as the preflight says, and it looks as it did."""
    sink = BytesIO()
    with pikepdf.open(BytesIO(advertisement())) as pdf:
        page = pdf.pages[0]
        box = [float(one) for one in page.mediabox]
        page.contents_add(b"q 1 0 0 0 k %d %d %d %d re f Q" % (box[0], box[1], box[2], box[3]))
        pdf.save(sink)
    folder, file = folder_with(PAGES / "artwork", tmp_path / "page", sink.getvalue()), tmp_path / "x.pdf"
    assert main(["build", str(folder), "-o", str(file), "--profile", "web", "--check"]) == 0
    assert preflight(file, PROFILES["web"]).ok
    with pypdfium2.PdfDocument(file) as shown:
        pixels = shown[0].render(scale=0.5).to_pil().convert("RGB")
    assert (0, 255, 255) in {colour for _, colour in pixels.getcolors(1 << 20)}
