"""Pages as one HTML file: outlines that are seen, and over them articles, heads, paragraphs and figures.

Every line is a box without width or height in the flow of its paragraph, moved to where it was placed: so a browser
takes the lines of a paragraph for one text, whatever face it has, and paragraphs for several.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from jxprint.fonts import Library
from jxprint.placed import PlacedPage, PlacedPicture
from jxprint.writers.pdf.tagging import Node, Piece, tag_page
from jxprint.writers.screen.drawing import Drawing
from jxprint.writers.screen.marks import n, said
from jxprint.writers.screen.stretches import ABOVE_EM, Stretch, blank_type, stretches

_STYLE = f"""
body{{margin:0;background:#9a9a9a}}
.page{{position:relative;margin:12pt auto;background:#fff;overflow:hidden}}
.page>svg{{position:absolute;left:0;top:0;-webkit-user-select:none;user-select:none}}
.copy{{position:absolute;color:transparent}}
.copy *{{margin:0;padding:0;font:normal 0/0 blank;color:inherit;text-decoration:none}}
.copy .l{{display:inline-block;position:relative;width:0;height:0;vertical-align:top;line-height:1;white-space:pre}}
.copy .h{{transform:translateY(-{ABOVE_EM}em)}}
.copy .v{{transform:translateX(.5em);writing-mode:vertical-rl}}
.copy .l *{{font:inherit;line-height:inherit}}
.copy rt{{position:absolute;left:0;top:0;-webkit-user-select:none;user-select:none}}
.copy .p{{position:absolute;display:block}}
.copy ::selection{{background:#3390ff4d}}
""".strip()
# Nothing but what the file has in itself; a browser that obeys loads nothing and runs nothing.
_POLICY = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'"
# Elements by the PDF's tags (ISO 32000-1, 14.8.4); those that are not here are their contents alone. A browser would
# lay out a table by itself: what has a role is no table to it.
_ELEMENTS = {
    "Caption": "figcaption",
    "P": "p",
    "Ruby": "ruby",
    "RT": "rt",
    **{f"H{level}": f"h{level}" for level in range(1, 7)},
}
_ROLES = {
    "Table": "table",
    "TR": "row",
    "TH": "columnheader",
    "TD": "cell",
    **dict.fromkeys(("L", "TOC"), "list"),
    **dict.fromkeys(("LI", "TOCI"), "listitem"),
}
# Between these white space is no text.
_BLOCKS = frozenset(("figcaption", "p", *(f"h{level}" for level in range(1, 7))))


def html(pages: Sequence[PlacedPage], library: Library, title: str | None = None) -> bytes:
    """Some pages, one below another; `title` is that of their edition, without one the first page's."""
    drawing = Drawing(library)
    drawn = [drawing.page(page) for page in pages]
    first, statements = pages[0], dict.fromkeys(page.statement for page in pages if page.statement)
    out = [
        "<!DOCTYPE html>",
        f'<html lang="{said(first.language)}">',
        '<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{said(title or first.title)}</title>",
        *(f'<meta name="description" content="{said(one)}">' for one in statements),
        f"<style>\n{blank_type(pages)}\n{_STYLE}\n</style>\n</head>\n<body>",
        f'<svg width="0" height="0" style="position:absolute" aria-hidden="true">\n<defs>\n{drawing.outlines()}\n'
        "</defs>\n</svg>",
    ]
    anchors = {number: f"p{at}" for at, page in enumerate(pages, 1) for number in page.label.split("-") if number}
    for at, (page, seen) in enumerate(zip(pages, drawn, strict=True), 1):
        out += _page(page, seen, {**anchors, "": f"p{at}"})
    out.append("</body>\n</html>\n")
    return "\n".join(out).encode("utf-8")


class _Told(Struct, frozen=True):
    """What elements of a page are told by: its pieces, its language, and the names of pages in the file by their
    numbers, its own by none.
    """

    pieces: Sequence[Piece]
    language: str
    anchors: Mapping[str, str]

    def leading(self, link: str) -> str:
        """A link as the file has it; `#2:K` is part K of page 2."""
        if not link.startswith("#"):
            return link
        number, *part = link[1:].split(":")
        return "#" + "-".join((self.anchors[number], *part))


def _page(page: PlacedPage, seen: str, anchors: Mapping[str, str]) -> Iterator[str]:
    width, height = page.width + 2 * page.bleed, page.height + 2 * page.bleed
    box = " ".join(map(n, (-page.bleed, -page.bleed, width, height)))
    size = f"width:{n(width)}pt;height:{n(height)}pt"
    own, language = anchors[""], said(page.language)
    yield f'<section class="page" id="{own}" lang="{language}" aria-label="{said(page.title)}" style="{size}">'
    yield f'<svg width="{n(width)}pt" height="{n(height)}pt" viewBox="{box}" aria-hidden="true">\n{seen}\n</svg>'
    yield f'<div class="copy" style="left:{n(page.bleed)}pt;top:{n(page.bleed)}pt;width:{n(page.width)}pt">'
    tags = tag_page(page)
    told = _Told([piece for those in tags.pieces for piece in those], page.language, anchors)
    for article in tags.articles:
        yield f'<article id="{said(f"{own}-{article.part}")}" aria-label="{said(article.title)}">'
        yield "".join(_element(node, told) for node in article.children) + "</article>"
    yield "</div>\n</section>"


def _element(node: Node, told: _Told) -> str:
    """An element with all that is in it."""
    content = "".join(_piece(told.pieces[identifier], node, told.language) for identifier in node.pieces)
    content += "".join(_element(child, told) for child in node.children)
    if node.link:
        return f'<a href="{said(told.leading(node.link))}">{content}</a>'
    if node.alt is not None:
        return f"<figure>{content}</figure>\n"
    if node.tag in _ROLES:
        return f'<div role="{_ROLES[node.tag]}">{content}</div>\n'
    name = _ELEMENTS.get(node.tag)
    if name is None:
        return content
    return f"<{name}>{content}</{name}>" + "\n" * (name in _BLOCKS)


def _piece(piece: Piece, node: Node, language: str) -> str:
    if not isinstance(piece.content, PlacedPicture):
        return "".join(_line(one, language) for one in stretches(piece.content))
    frame = piece.content.frame
    box = f"left:{n(frame.x)}pt;top:{n(frame.y)}pt;width:{n(frame.width)}pt;height:{n(frame.height)}pt"
    return f'<span class="p" role="img" aria-label="{said(node.alt or "")}" style="{box}"></span>'


def _line(one: Stretch, language: str) -> str:
    told = "".join(
        said(run.text) if run.language == language else f'<span lang="{said(run.language)}">{said(run.text)}</span>'
        for run in one.runs
    )
    style = f"left:{n(one.x)}pt;top:{n(one.y)}pt;font-size:{n(one.size)}pt;letter-spacing:{n(one.spacing)}pt"
    return f'<span class="l {"v" if one.down else "h"}" style="{style}">{told}</span>'
