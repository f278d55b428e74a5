"""A PDF from outside is drawn in bounded memory and time, or refused before pdfium sees it."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from bombs import MEBIBYTE, packed
from jxprint.cli import main
from jxprint.errors import PdfError
from jxprint.intake.drawable import check_drawable
from jxprint.writers.png import render_png

Spoil = Callable[[pikepdf.Pdf], None]


def pdf_with(content: bytes, spoil: Spoil = lambda document: None) -> bytes:
    """A page that shows some operators, after `spoil` has been at it."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(200, 200))
    document.pages[0].obj["/Contents"] = document.make_stream(content)
    spoil(document)
    sink = BytesIO()
    document.save(sink)
    return sink.getvalue()


def named(shown: dict[str, pikepdf.Object]) -> pikepdf.Object:
    """Resources with some XObjects."""
    return pikepdf.Dictionary(XObject=pikepdf.Dictionary({f"/{name}": one for name, one in shown.items()}))


def form(document: pikepdf.Pdf, content: bytes, shows: dict[str, pikepdf.Object]) -> pikepdf.Object:
    """A form that shows others."""
    made = document.make_stream(content)
    made["/Type"], made["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
    made["/BBox"] = pikepdf.Array([0, 0, 9, 9])
    made["/Resources"] = named(shows)
    return made


def show(document: pikepdf.Pdf, **shown: pikepdf.Object) -> None:
    """Give the page some XObjects by name."""
    document.pages[0].obj["/Resources"] = named(shown)


def a_form_in_itself(document: pikepdf.Pdf) -> None:
    """It shows itself, twice."""
    loop = form(document, b"/F#78 Do /Fx Do", {})
    loop["/Resources"]["/XObject"]["/Fx"] = loop
    show(document, Fx=loop)


def forms_in_forms(document: pikepdf.Pdf) -> None:
    """Thirty forms, each of which shows the next one twice: 2 to the 30th power."""
    last = form(document, b"0 0 9 9 re f", {})
    for _ in range(30):
        last = form(document, b"/Fx Do /Fx Do", {"Fx": last})
    show(document, Fx=last)


def a_chain_of_forms(document: pikepdf.Pdf) -> None:
    """Deeper than anybody follows."""
    last = form(document, b"", {})
    for _ in range(60):
        last = form(document, b"/Fx Do", {"Fx": last})
    show(document, Fx=last)


def a_vast_image(document: pikepdf.Pdf) -> None:
    """Forty thousand pixels by forty thousand, in a few kilobytes."""
    picture = document.make_stream(zlib.compress(bytes(MEBIBYTE)), Width=40_000, Height=40_000, BitsPerComponent=8)
    picture["/Subtype"], picture["/ColorSpace"] = pikepdf.Name.Image, pikepdf.Name.DeviceGray
    picture["/Filter"] = pikepdf.Name.FlateDecode
    show(document, Fx=picture)


def an_image_packed_twice(document: pikepdf.Pdf) -> None:
    """Small by its dictionary, half a gigabyte on the way."""
    picture = document.make_stream(b"", Width=10, Height=10, BitsPerComponent=8)
    picture.write(zlib.compress(packed(512), 9), filter=pikepdf.Array([pikepdf.Name.FlateDecode] * 2))
    picture["/Subtype"], picture["/ColorSpace"] = pikepdf.Name.Image, pikepdf.Name.DeviceGray
    show(document, Fx=picture)


def an_image_that_lies(document: pikepdf.Pdf) -> None:
    """JPEG 2000 has a header of its own."""
    head = b"\xff\x4f\xff\x51" + bytes(4) + (60_000).to_bytes(4, "big") * 2
    picture = document.make_stream(b"", Width=10, Height=10)
    picture.write(head, filter=pikepdf.Name.JPXDecode)
    picture["/Subtype"] = pikepdf.Name.Image
    show(document, Fx=picture)


def swollen_content(document: pikepdf.Pdf) -> None:
    """Half a gigabyte of blanks."""
    document.pages[0].obj["/Contents"].write(packed(512), filter=pikepdf.Name.FlateDecode)


def a_vast_page(document: pikepdf.Pdf) -> None:
    """Three kilometres wide."""
    document.pages[0].obj["/MediaBox"] = pikepdf.Array([0, 0, 10_000_000, 10_000_000])


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        (a_form_in_itself, "checks.form_in_itself"),
        (forms_in_forms, "checks.too_large"),
        (a_chain_of_forms, "checks.too_large"),
        (a_vast_image, "checks.too_large"),
        (an_image_packed_twice, "checks.too_large"),
        (an_image_that_lies, "checks.too_large"),
        (swollen_content, "checks.too_large"),
        (a_vast_page, "checks.page_too_large"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_page_that_would_swell_is_not_drawn(spoil: Spoil, key: str, peak_mib: Callable[[], float]) -> None:
    """Four kilobytes took three gigabytes, and a form that shows itself half a minute."""
    swollen = pdf_with(b"/Fx Do", spoil)
    before = peak_mib()
    with pytest.raises(PdfError) as refused:
        render_png(swollen, BytesIO(), dpi=72)
    assert [finding.key for finding in refused.value.findings] == [key]
    grown = peak_mib() - before
    assert grown < 250, f"{grown:.0f} MiB"


def test_what_is_shown_in_another_spelling_is_counted() -> None:
    """Pdfium takes a string for a name; so do we."""
    with pytest.raises(PdfError):
        check_drawable(pdf_with(b"(Fx) Do", a_form_in_itself), "x", 0)


def test_masks_and_patterns_count_as_often_as_they_are_named() -> None:
    """Four hundred of each, each set once, are four hundred and not the square of it."""

    def many(document: pikepdf.Pdf) -> None:
        masks, patterns = {}, {}
        for number in range(400):
            mask = form(document, b"0 0 1 1 re f", {})
            masks[f"/G{number}"] = pikepdf.Dictionary(SMask=pikepdf.Dictionary(S=pikepdf.Name.Luminosity, G=mask))
            tile = document.make_stream(b"0 0 1 1 re f", PatternType=1, PaintType=1, TilingType=1, XStep=2, YStep=2)
            tile.BBox = pikepdf.Array([0, 0, 2, 2])
            patterns[f"/P{number}"] = tile
        resources = document.pages[0].obj.Resources
        resources.ExtGState, resources.Pattern = pikepdf.Dictionary(masks), pikepdf.Dictionary(patterns)

    content = b"/Pattern cs" + b"".join(b" /G%d gs /P%d scn 0 0 9 9 re f" % (one, one) for one in range(400))
    check_drawable(pdf_with(content, many), "a.pdf", 0)


def test_a_form_that_nobody_shows_does_no_harm() -> None:
    """Nothing draws it."""
    check_drawable(pdf_with(b"0 0 9 9 re f", a_form_in_itself), "x", 0)


def test_pictures_and_forms_of_ordinary_pages_are_drawn(jiaxing_pdf: bytes) -> None:
    """A form shown a thousand times, an image, and our own page."""

    def ordinary(document: pikepdf.Pdf) -> None:
        picture = document.make_stream(bytes(100), Width=10, Height=10, BitsPerComponent=8)
        picture["/Subtype"], picture["/ColorSpace"] = pikepdf.Name.Image, pikepdf.Name.DeviceGray
        show(document, Fx=form(document, b"0 0 1 1 re f", {}), Im=picture)

    sink = BytesIO()
    render_png(pdf_with(b"/Fx Do /Im Do " * 1000, ordinary), sink, dpi=72)
    assert Image.open(BytesIO(sink.getvalue())).size == (200, 200)
    check_drawable(jiaxing_pdf, "x", 0)


def test_a_pdf_without_pages_is_told_in_plain_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Pdfium had no words for it."""
    file = tmp_path / "none.pdf"
    pikepdf.new().save(file)
    assert main(["render", str(file), "-o", str(tmp_path / "none.png"), "--lang", "en"]) == 7
    assert "the PDF has no pages" in capsys.readouterr().err
    assert main(["render", str(tmp_path), "-o", str(tmp_path / "none.png"), "--lang", "zh"]) == 7
    assert "这是文件夹" in capsys.readouterr().err
    assert main(["render", str(file), "-o", str(tmp_path / "none.png"), "--dpi", "0"]) == 2
