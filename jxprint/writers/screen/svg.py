"""A page as one SVG file: outlines that are seen, and one `text` a paragraph, one `tspan` a line, to be selected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxprint.fonts import Library
from jxprint.placed import PlacedPage, PlacedPicture
from jxprint.writers.pdf.tagging import Node, Piece, tag_page
from jxprint.writers.screen.drawing import Drawing
from jxprint.writers.screen.marks import n, said
from jxprint.writers.screen.stretches import Stretch, blank_type, stretches

_STYLE = (
    ".copy text{white-space:pre;fill:transparent;font-family:blank}"
    ".copy text::selection,.copy tspan::selection{background:#3390ff4d}"
    ".down{writing-mode:vertical-rl}"
)
_HEADS = {f"H{level}": level for level in range(1, 7)}
# What holds texts and is none; everything else that has lines is one text.
_HOLDERS = frozenset(("Caption", "Table", "TR", "L", "TOC"))
# A reading is drawn over its base; among the copy it would stand between the base and what follows.
_READING = "RT"


def svg(page: PlacedPage, library: Library) -> bytes:
    """The page in its media box (trim and bleed); the origin is the trim's top left corner."""
    drawing = Drawing(library)
    seen = drawing.page(page)
    tags = tag_page(page)
    pieces = [piece for those in tags.pieces for piece in those]
    width, height = page.width + 2 * page.bleed, page.height + 2 * page.bleed
    box = " ".join(map(n, (-page.bleed, -page.bleed, width, height)))
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{n(width)}pt" height="{n(height)}pt" viewBox="{box}" '
        f'xml:lang="{said(page.language)}">',
        f"<title>{said(page.title)}</title>",
        *([f"<desc>{said(page.statement)}</desc>"] if page.statement else ()),
        f"<style>{blank_type([page])}{_STYLE}</style>",
        f"<defs>\n{drawing.outlines()}\n</defs>",
        f'<rect x="{n(-page.bleed)}" y="{n(-page.bleed)}" width="{n(width)}" height="{n(height)}" fill="#fff"/>',
        f'<g aria-hidden="true">\n{seen}\n</g>',
        '<g class="copy">',
    ]
    for article in tags.articles:
        out.append(f'<g id="{said(article.part)}" role="article" aria-label="{said(article.title)}">')
        out += _blocks(article.children, pieces, page.language)
        out.append("</g>")
    out.append("</g>\n</svg>\n")
    return "\n".join(out).encode("utf-8")


def _blocks(nodes: Sequence[Node], pieces: Sequence[Piece], language: str) -> Iterator[str]:
    """Elements of an article: a text for each that has lines of its own, what is in the others."""
    for node in nodes:
        if node.alt is not None:
            yield from (_figure(piece.content, node.alt) for piece in map(pieces.__getitem__, node.pieces))
            yield from _blocks(node.children, pieces, language)
        elif node.tag in _HOLDERS:
            yield from _blocks(node.children, pieces, language)
        else:
            yield _text(node, pieces, language)


def _figure(content: object, alt: str) -> str:
    if not isinstance(content, PlacedPicture):
        return ""
    frame = content.frame
    where = f'x="{n(frame.x)}" y="{n(frame.y)}" width="{n(frame.width)}" height="{n(frame.height)}"'
    return f'<rect role="img" aria-label="{said(alt)}" {where} fill="none"/>'


def _text(node: Node, pieces: Sequence[Piece], language: str) -> str:
    parts = list(_parts(node, pieces, language))
    down = ' class="down"' if any(is_down for is_down, _ in parts) else ""
    role = f' role="heading" aria-level="{_HEADS[node.tag]}"' if node.tag in _HEADS else ""
    return f'<text xml:space="preserve"{down}{role}>{"".join(told for _, told in parts)}</text>'


def _parts(node: Node, pieces: Sequence[Piece], language: str) -> Iterator[tuple[bool, str]]:
    """The lines of an element and those in it, and whether each runs down the page."""
    for identifier in node.pieces:
        content = pieces[identifier].content
        if not isinstance(content, PlacedPicture):
            yield from ((one.down, _line(one, language)) for one in stretches(content))
    for child in node.children:
        if child.tag == _READING:
            continue
        inner = list(_parts(child, pieces, language))
        if child.link and inner:
            # What leads within the edition leads within this page: a file has no other.
            leading = "#" + child.link.rpartition(":")[2] if child.link.startswith("#") else child.link
            yield inner[0][0], f'<a href="{said(leading)}">{"".join(told for _, told in inner)}</a>'
        else:
            yield from inner


def _line(one: Stretch, language: str) -> str:
    """The length is told, so that what a viewer's own face makes of the text is as long as its outlines."""
    fit = f'textLength="{n(one.length)}" lengthAdjust="spacingAndGlyphs"' if one.length > 0 else ""
    told = "".join(
        said(run.text)
        if run.language == language
        else f'<tspan xml:lang="{said(run.language)}">{said(run.text)}</tspan>'
        for run in one.runs
    )
    return f'<tspan x="{n(one.x)}" y="{n(one.y)}" font-size="{n(one.size)}" {fit}>{told}</tspan>'
