"""Placed pages written as a recogniser would have them: ALTO, PAGE XML, hOCR. For tests alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from xml.sax.saxutils import quoteattr

from msgspec import Struct

from jxprint.geometry import Rect, around
from jxprint.placed import PlacedPage, TextLine


class Shown(Struct):
    """A line of a page: its text, its words with their boxes (points), its size and face."""

    text: str
    words: list[tuple[str, Rect]]
    box: Rect
    size: float
    face: str


def shown_lines(page: PlacedPage) -> Iterator[Shown]:
    """The horizontal lines of a page in reading order, a word for every glyph, but that Latin words are whole."""
    for block in page.text_blocks():
        for line in block.lines:
            if line.length is None and line.text.strip():
                yield _shown(line)


def _shown(line: TextLine) -> Shown:
    words: list[tuple[str, Rect]] = []
    size = median([run.size for run in line.runs for _ in run.text])
    for run in line.runs:
        x = run.x
        ends = [*run.starts[1:], len(run.text)]
        for start, end, advance in zip(run.starts, ends, run.advances, strict=True):
            wide = run.size if "\u2e80" <= run.text[start] < "\uff00" or run.text[start] > "\uffff" else advance
            box = Rect(x, line.y - 0.88 * size, wide, size)
            text = run.text[start:end]
            if words and text.isascii() and text.strip() and words[-1][0].isascii() and words[-1][0].strip():
                before, its = words.pop()
                text, box = before + text, Rect(its.x, its.y, box.right - its.x, size)
            words.append((text, box))
            x += advance
    left, right = words[0][1].x, words[-1][1].right
    box = Rect(left, line.y - 0.88 * size, right - left, size)
    return Shown(line.text, [one for one in words if one[0].strip()], box, size, line.runs[0].face)


def as_alto(page: PlacedPage, *, version: int = 4, unit: str = "inch1200", head: str = "") -> str:
    """ALTO with a style for each size and face; a string for each glyph, with blanks between as recognisers write."""
    scale = {"inch1200": 1200 / 72, "mm10": 254 / 72, "pixel": 300 / 72}[unit]
    lines = list(shown_lines(page))
    styles = {(one.size, one.face): f"S{k}" for k, one in enumerate(lines)}
    said = [
        f'<TextStyle ID="{name}" FONTSIZE="{size:g}" FONTFAMILY="{face}"/>' for (size, face), name in styles.items()
    ]
    body = [
        f'<TextLine STYLEREFS="{styles[one.size, one.face]}" {_alto_box(one.box, scale)}>'
        + "<SP/>".join(f"<String CONTENT={quoteattr(word)} {_alto_box(box, scale)}/>" for word, box in one.words)
        + "</TextLine>"
        for one in lines
    ]
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}\n<alto xmlns="http://www.loc.gov/standards/alto/ns-v{version}#">'
        f"<Description><MeasurementUnit>{unit}</MeasurementUnit></Description><Styles>{''.join(said)}</Styles>"
        f'<Layout><Page WIDTH="{page.width * scale:.0f}" HEIGHT="{page.height * scale:.0f}"><PrintSpace>'
        f"<TextBlock>{''.join(body)}</TextBlock></PrintSpace></Page></Layout></alto>"
    )


def _alto_box(box: Rect, scale: float) -> str:
    x, y, width, height = (one * scale for one in (box.x, box.y, box.width, box.height))
    return f'HPOS="{x:.3f}" VPOS="{y:.3f}" WIDTH="{width:.3f}" HEIGHT="{height:.3f}"'


def as_page_xml(page: PlacedPage, *, version: str = "2019-07-15", dpi: int = 300) -> str:
    """PAGE XML with a region for each line, in whole pixels."""
    scale = dpi / 72
    regions = []
    for number, one in enumerate(shown_lines(page)):
        x0, y0 = round(one.box.x * scale), round(one.box.y * scale)
        x1, y1 = round(one.box.right * scale), round(one.box.bottom * scale)
        points = f"{x0},{y0} {x1},{y0} {x1},{y1} {x0},{y1}"
        text = f"<TextEquiv><Unicode>{_escaped(one.text)}</Unicode></TextEquiv>"
        line = f'<TextLine id="l{number}"><Coords points="{points}"/>{text}</TextLine>'
        regions.append(f'<TextRegion id="r{number}"><Coords points="{points}"/>{line}</TextRegion>')
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/'
        f'{version}"><Page imageWidth="{page.width * scale:.0f}" imageHeight="{page.height * scale:.0f}" '
        f'imageXResolution="{dpi}" imageYResolution="{dpi}" imageResolutionUnit="PPI">{"".join(regions)}</Page></PcGts>'
    )


def torn(shown: Shown, large: float = 15.0) -> list[Shown]:
    """A line as Tesseract tears it: at every white of 0.8 em, and heads in the middle."""
    cuts = [
        at
        for at in range(1, len(shown.words))
        if shown.words[at][1].x - shown.words[at - 1][1].right > 0.8 * shown.size
        or (shown.size > large and at == len(shown.words) // 2)
    ]
    pieces = [shown.words[start:end] for start, end in pairwise([0, *cuts, len(shown.words)])]
    return [
        Shown("".join(word for word, _ in one), one, around([box for _, box in one]), shown.size, shown.face)
        for one in pieces
    ]


def as_hocr(page: PlacedPage, *, dpi: int = 300, pages: int = 1, is_torn: bool = False) -> str:
    """HOCR as Tesseract writes it for Chinese: a word for every character or two, in whole pixels."""
    scale = dpi / 72
    lines = []
    shown = list(shown_lines(page))
    for number, one in enumerate(piece for line in shown for piece in torn(line)) if is_torn else enumerate(shown):
        words = " ".join(
            f"<span class='ocrx_word' id='w{number}_{k}' title='{_hocr_box(box, scale)}; x_wconf 96'>"
            f"{_escaped(word)}</span>"
            for k, (word, box) in enumerate(one.words)
        )
        lines.append(f"<span class='ocr_line' id='l{number}' title='{_hocr_box(one.box, scale)}'>\n{words}\n</span>")
    whole = f"<p class='ocr_par' lang='chi_sim'>{''.join(lines)}</p>"
    box = _hocr_box(Rect(0, 0, page.width, page.height), scale)
    body = "".join(
        f"<div class='ocr_page' id='page_{k}' title='image \"a.png\"; {box}; ppageno {k}; scan_res {dpi} {dpi}'>"
        f"<div class='ocr_carea'>{whole}</div></div>"
        for k in range(pages)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
        '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">'
        "<head><title></title><meta name='ocr-system' content='tesseract 5.3.0'/></head>"
        f"<body>{body}</body></html>"
    )


def _hocr_box(box: Rect, scale: float) -> str:
    return f"bbox {box.x * scale:.0f} {box.y * scale:.0f} {box.right * scale:.0f} {box.bottom * scale:.0f}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
