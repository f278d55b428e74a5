"""hOCR (http://kba.cloud/hocr-spec/), as well-formed XHTML: what is on the page as HTML, its places in titles.

A line's text is all that stands in its element, spaces as well; a word's title has a box for every character
(`x_bboxes`), in pixels of the page's image. Articles are content areas, in reading order. What the format has no word
for is told in properties of our own (its chapter 8 leaves `x_` to whoever writes); `x_fsize` is a whole number there,
and `x_points` the size as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.writers.library.about import TOOL, UNTOLD, About
from jxprint.writers.library.leaf import Block, Figure, Leaf, Look, Part, Region, Row, Word
from jxprint.writers.library.markup import document, said
from jxprint.writers.library.signs import Box, corners

_CLASSES = "ocr_page ocr_carea ocr_par ocr_line ocrx_word ocr_photo ocr_separator ocrp_lang ocrp_font"


def hocr(leaf: Leaf, about: About = UNTOLD) -> bytes:
    """A page as hOCR. Raises OutputError for what XML cannot say."""
    return document(_Writer(leaf, about).file())


class _Writer:
    def __init__(self, leaf: Leaf, about: About) -> None:
        self._leaf = leaf
        self._about = about

    def file(self) -> Iterator[str]:
        """The lines of the file."""
        leaf = self._leaf
        language = said(leaf.language)
        yield "<!DOCTYPE html>"
        yield f'<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{language}" lang="{language}">'
        yield f'<head>\n<meta charset="utf-8"/>\n<title>{said(leaf.title)}</title>'
        yield f'<meta name="ocr-system" content="{TOOL}"/>'
        yield f'<meta name="ocr-capabilities" content="{_CLASSES}"/>'
        yield '<meta name="ocr-number-of-pages" content="1"/>'
        yield f'<meta name="ocr-langs" content="{language}"/>\n</head>\n<body>'
        image = f"image &quot;{said(self._about.image)}&quot;; " if self._about.image else ""
        # A number stands for itself, other labels ("4-5") between quotes; the format knows whole resolutions alone.
        label = leaf.label if leaf.label.isdecimal() else f"&quot;{said(leaf.label)}&quot;" if leaf.label else ""
        fine = f"ppageno {leaf.number - 1}{f'; lpageno {label}' if label else ''}"
        fine += f"; scan_res {leaf.dpi:g} {leaf.dpi:g}" if leaf.dpi == round(leaf.dpi) else ""
        whole = _bbox((0, 0, leaf.width, leaf.height))
        yield f'<div class="ocr_page" id="P1" title="{image}{whole}; {fine}">'
        for part in leaf.parts:
            yield from self._part(part)
        for at, rule in enumerate(leaf.rules, 1):
            yield f'<div class="ocr_separator" id="G{at}" title="{_bbox(rule)}"></div>'
        yield "</div>\n</body>\n</html>"

    def _part(self, part: Part) -> Iterator[str]:
        told = f'title="{_bbox(part.box)}; x_kind {part.kind}" aria-label="{said(part.heading)}"'
        yield f'<div class="ocr_carea" id="{part.id}" {told}>'
        for item in part.items:
            if isinstance(item, Figure):
                alt = f' aria-label="{said(item.alt)}"' if item.alt else ""
                yield f'<div class="ocr_photo" id="{item.id}" title="{_bbox(item.box)}"{alt}></div>'
            else:
                yield from self._block(item)
        yield "</div>"

    def _block(self, block: Block) -> Iterator[str]:
        for region in block.regions:
            cap = "; x_drop_cap 1" if region.is_cap else ""
            goes_on = "; x_continues 1" if region is not block.regions[0] else ""
            yield f'<p class="ocr_par" id="{region.id}" title="{_bbox(region.box)}; x_role {block.role}{cap}{goes_on}">'
            yield from self._rows(region)
            yield "</p>"

    def _rows(self, region: Region) -> Iterator[str]:
        for row in region.rows:
            if row.words:
                look = max(row.words, key=lambda word: len(word.text)).look
                words = "".join(self._word(word, look) for word in row.words)
                yield f'<span class="ocr_line" id="{row.id}" title="{self._line(row, look)}">{words}</span>'

    def _line(self, row: Row, look: Look) -> str:
        # From the bottom left corner of the box, up is negative; a vertical line has none. Angles are counterclockwise.
        angle = 270 if row.is_rotated else 0
        level = row.baseline[1] - row.box[1] - row.box[3]
        standing = f"; textangle {angle}; x_down 1" if row.down else f"; baseline 0 {level}"
        hyphen = f"; x_hyphen {_corners(row.hyphen)}" if row.hyphen is not None else ""
        return f"{_bbox(row.box)}{standing}; {self._look(look)}{hyphen}"

    def _look(self, look: Look) -> str:
        face = self._about.face(look.face)
        bold = "; x_bold 1" if face.is_bold else ""
        kind = f"; x_type {face.kind}" if face.kind else ""
        sized = f"x_fsize {round(look.size)}; x_points {look.size:g}; x_color {look.colour}"
        return f"x_font &quot;{said(face.family)}&quot;{kind}{bold}; {sized}"

    def _word(self, word: Word, look: Look) -> str:
        if word.is_blank and not word.inline:
            return " "
        spoken = said(word.language)
        other = f' xml:lang="{spoken}" lang="{spoken}"' if word.language != self._leaf.language else ""
        boxes = " ".join(_corners(box) for _, box in word.signs)
        inline = f"; x_inline {word.inline}" if word.inline else ""
        inline += f"; x_turn {word.turn}" if word.turn else ""
        shown = f' data-shown="{said(word.shown)}"' if word.shown is not None else ""
        own = f"; {self._look(word.look)}" if word.look != look else ""
        title = f"{_bbox(word.box)}; x_wconf 100; x_bboxes {boxes}{inline}{own}"
        return f'<span class="ocrx_word" title="{title}"{other}{shown}>{said(word.text)}</span>'


def _corners(box: Box) -> str:
    return " ".join(map(str, corners(box)))


def _bbox(box: Box) -> str:
    return f"bbox {_corners(box)}"
