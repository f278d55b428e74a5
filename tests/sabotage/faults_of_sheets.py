"""The sheet: a page that is turned, scaled, cropped, moved; pages too many or too few."""

from __future__ import annotations

import pikepdf

from spoiling import Opened, frame_of, kind, set_frame


def _edges(file: Opened, key: str) -> list[float]:
    return [float(edge) for edge in file.sheet[key]]


@kind("page rotated", "rotated")
def rotated(file: Opened) -> bool:
    """It comes up lying, or on its head."""
    file.sheet["/Rotate"] = file.random.choice((90, 180, 270))
    return True


@kind("page scaled by its unit", "page_size")
def unit(file: Opened) -> bool:
    """UserUnit: a point is two."""
    file.sheet["/UserUnit"] = file.random.choice((2, 1.5))
    return True


@kind("page scaled", "page_size")
def scaled(file: Opened) -> bool:
    """Everything at nine tenths, the sheet as well."""
    by = file.random.choice((0.9, 0.7, 1.1))
    for key in ("/MediaBox", "/TrimBox", "/BleedBox"):
        file.sheet[key] = pikepdf.Array([edge * by for edge in _edges(file, key)])
    file.insert(len(file.ops), "Q")
    file.insert(0, f"q {by} 0 0 {by} 0 0 cm")
    for one in file.elements():
        if (box := frame_of(one)) is not None:
            set_frame(one, [edge * by for edge in box])
    return True


@kind("content scaled", "out_of_frame", "type_size")
def content_scaled(file: Opened) -> bool:
    """Everything smaller, in the old sheet."""
    file.insert(len(file.ops), "Q")
    file.insert(0, "q .8 0 0 .8 0 0 cm")
    return True


@kind("content moved", "out_of_frame")
def content_moved(file: Opened) -> bool:
    """Everything two centimetres to the right."""
    file.insert(len(file.ops), "Q")
    file.insert(0, f"q 1 0 0 1 {file.random.choice((-57, 57))} 0 cm")
    return True


@kind("page mirrored", "turned", "out_of_frame")
def mirrored(file: Opened) -> bool:
    """As in a looking-glass."""
    left, _, right, _ = _edges(file, "/TrimBox")
    file.insert(len(file.ops), "Q")
    file.insert(0, f"q -1 0 0 1 {left + right:.3f} 0 cm")
    return True


@kind("crop box over text", "cropped")
def cropped(file: Opened) -> bool:
    """Viewers show a part of the page."""
    left, low, right, high = _edges(file, "/TrimBox")
    wide, tall = right - left, high - low
    edges = file.random.choice(
        (
            [left, low, right, high - 0.2 * tall],
            [left + 0.3 * wide, low, right, high],
            [left, low + 0.5 * tall, right, high],
            [left + 20, low + 20, right - 20, high - 20],
        )
    )
    file.sheet["/CropBox"] = pikepdf.Array(edges)
    return True


@kind("media box cut", "page_size", "cropped")
def media_cut(file: Opened) -> bool:
    """The sheet is smaller than the trimmed page."""
    left, low, right, high = _edges(file, "/MediaBox")
    file.sheet["/MediaBox"] = pikepdf.Array([left, low, right, high * 0.8])
    return True


@kind("trim box cut", "page_size")
def trim_cut(file: Opened) -> bool:
    """The printer cuts a strip of text away."""
    left, low, right, high = _edges(file, "/TrimBox")
    by = file.random.choice((10, 60, 150))
    file.sheet["/TrimBox"] = pikepdf.Array([left, low, right - by, high])
    return True


@kind("trim box moved", "page_size", "page_place")
def trim_moved(file: Opened) -> bool:
    """The page is cut a little aside."""
    left, low, right, high = _edges(file, "/TrimBox")
    by = file.random.choice((-6, 6, 20))
    file.sheet["/TrimBox"] = pikepdf.Array([left + by, low, right + by, high])
    return True


@kind("page doubled", "page_count")
def doubled(file: Opened) -> bool:
    """The same page twice."""
    file.document.pages.append(file.document.pages[0])
    return True


@kind("blank page before", "page_count")
def blank_before(file: Opened) -> bool:
    """A white page comes first."""
    file.document.add_blank_page(page_size=(400, 400))
    pages = file.document.pages
    pages.insert(0, pages[-1])
    del pages[-1]
    return True


@kind("art box within the page", "cropped")
def art_box(file: Opened) -> bool:
    """Readers may be told to show or to print that alone."""
    left, low, right, high = (float(edge) for edge in file.sheet["/TrimBox"])
    file.sheet["/ArtBox"] = pikepdf.Array([left, low + (high - low) / 2, right, high])
    if file.random.random() < 0.5:
        file.document.Root["/ViewerPreferences"] = pikepdf.Dictionary(
            DisplayDocTitle=True, PrintArea=pikepdf.Name.ArtBox, PrintClip=pikepdf.Name.ArtBox
        )
    return True
