"""DOCX (ISO/IEC 29500): paragraphs with their styles and sizes, rows of tables; it has no positions.

The file is a zip archive; of it the document alone is read, by expat, within bounds.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from jxprint.errors import DescriptionError, Finding, Place
from jxprint.reconstruct.doubts import UNSEEN
from jxprint.reconstruct.evidence import Asked, Evidence, Line
from jxprint.reconstruct.sources.markup import MOST_BYTES, Element, parsed
from jxprint.reconstruct.sources.recognised import one_of

_DOCUMENT, _STYLES = "word/document.xml", "word/styles.xml"
# Text that is no text of the page: deleted, a field's own code, what stands for a drawing that others read.
_LEFT_OUT = frozenset(("del", "instrText", "Fallback", "pPr", "rPr"))


def read_docx(data: bytes, name: str, asked: Asked) -> Evidence:
    """The evidence of a DOCX file, which is one page."""
    one_of(name, 1, asked.page)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            document = _member(archive, _DOCUMENT, name)
            styles = _member(archive, _STYLES, name) if _STYLES in archive.namelist() else None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise DescriptionError(Finding("sources.damaged", Place(name), {"reason": str(error)})) from error
    sizes = _sizes(parsed(styles, f"{name}/{_STYLES}")) if styles is not None else {}
    root = parsed(document, f"{name}/{_DOCUMENT}")
    body = root.first("body")
    lines: list[Line] = []
    gap = 0
    for number, (text, size, style) in enumerate(_paragraphs(body, sizes) if body is not None else (), 1):
        shown = UNSEEN.sub("", text)
        if not shown.strip():
            gap += 1
            continue
        lines.append(Line(shown, number, gap, size=size, face=style))
        gap = 0
    if not lines:
        raise DescriptionError(Finding("sources.no_text", Place(name)))
    return Evidence(name, "docx", tuple(lines), data, "DOCX")


def _member(archive: zipfile.ZipFile, member: str, name: str) -> bytes:
    if member not in archive.namelist():
        what = {"kind": "DOCX", "what": "ZIP"}
        raise DescriptionError(Finding("sources.other_kind", Place(name), what))
    if archive.getinfo(member).file_size > MOST_BYTES:
        what = {"what": f"{archive.getinfo(member).file_size >> 20} MiB"}
        raise DescriptionError(Finding("sources.too_large", Place(name), what))
    with archive.open(member) as file:
        return file.read(MOST_BYTES + 1)


def _sizes(root: Element) -> dict[str, float]:
    """The sizes of styles in points; of "" that of text without one."""
    found: dict[str, float] = {}
    for one in root.all("rPrDefault"):
        found[""] = _size(one) or found.get("", 0.0)
    for one in root.named("style"):
        size = _size(one)
        if size:
            found[one.attributes.get("styleId", "")] = size
    return found


def _size(element: Element) -> float | None:
    """The first size that is said in an element, in points (they are said in halves)."""
    halves = next((one.number("val") for one in element.all("sz")), None)
    return halves / 2 if halves else None


def _paragraphs(element: Element, sizes: dict[str, float]) -> Iterator[tuple[str, float | None, str]]:
    """Text, size and style of each paragraph in order; a row of a table is one, its cells apart by tabs."""
    for one in element.children:
        if one.name == "tr":
            cells = [" ".join(text for text, _, _ in _paragraphs(cell, sizes)) for cell in one.named("tc")]
            yield "\t".join(cells), None, ""
        elif one.name == "p":
            properties = one.first("pPr")
            named = properties.first("pStyle") if properties is not None else None
            style = named.attributes.get("val", "") if named is not None else ""
            size = next((own for run in one.all("r") if (own := _size(run))), None)
            text = "".join(_texts(one))
            for row in text.split("\n"):
                yield row, size or sizes.get(style) or sizes.get("") or None, style
            for box in one.all("txbxContent"):
                yield from _paragraphs(box, sizes)
        elif one.name not in _LEFT_OUT:
            yield from _paragraphs(one, sizes)


def _texts(element: Element) -> Iterator[str]:
    for one in element.children:
        if one.name == "t":
            yield one.text
        elif one.name == "tab":
            yield "\t"
        elif one.name in ("br", "cr"):
            yield "\n"
        elif one.name not in _LEFT_OUT and one.name != "txbxContent":
            yield from _texts(one)
