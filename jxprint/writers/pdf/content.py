"""A page's content stream: artifacts under, content in reading order, artifacts over."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jxprint.geometry import Rect
from jxprint.placed import PlacedPage, PlacedPicture, Shape, TextLine
from jxprint.writers.pdf.artwork import show
from jxprint.writers.pdf.numbering import Numbering
from jxprint.writers.pdf.numbers import decimals
from jxprint.writers.pdf.palette import Palette
from jxprint.writers.pdf.shapes import draw_shapes
from jxprint.writers.pdf.space import Space, space_of
from jxprint.writers.pdf.tagging import Piece
from jxprint.writers.pdf.text import TextPen

# The unit square of an image's samples onto that of the picture as seen (ISO 32000-1, 8.9.5), by EXIF's orientation.
_TURNED = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}

# What is drawn and is no content (ISO 32000-1, table 330): rules and tints, and aids of production beyond the page.
_LAYOUT, _PRESS = "/Artifact<</Type/Layout>>BDC", "/Artifact<</Type/Page>>BDC"

Image = Callable[[PlacedPicture], str]


def content_stream(
    page: PlacedPage, pieces: Sequence[Sequence[Piece]], numbering: Numbering, image: Image, palette: Palette
) -> tuple[bytes, ...]:
    """The operators of a page, uncompressed, in parts: one an article, and what is under and over them. `pieces` are
    those of each article (see PageTags). `image(picture)` is the resource name of a picture's file or artwork.
    """
    space = space_of(page)
    out = [_artifact(page.under, space, palette), _ornaments(page.ornaments, space, image, palette)]
    first = 0
    for article, its in zip(page.articles, pieces, strict=True):
        # What an article's operators depend on beside itself: a head's level is that of its page's heads, too. A
        # picture's name is the page's affair.
        key = first, space, page.language, tuple([piece.tag for piece in its]), palette
        known = None if _has_file(its) else numbering.written.get(article, dict)
        operators = known.get(key) if known is not None else None
        if operators is None:
            operators = _article(its, first, TextPen(numbering, space, page.language, palette), image)
            if known is not None:
                known[key] = operators
        out.append(operators)
        first += len(its)
    out.append(_artifact(page.over, space, palette))
    out.append(_artifact(page.marks, space, palette, _PRESS))
    # Codes are bytes that are no text; Latin-1 lets them stand in a string among the operators.
    return tuple([part.encode("latin-1") for part in out if part])


def _has_file(pieces: Sequence[Piece]) -> bool:
    for piece in pieces:
        if piece.tag == "Figure" and isinstance(piece.content, PlacedPicture) and piece.content.file is not None:
            return True
    return False


def _article(pieces: Sequence[Piece], first: int, pen: TextPen, image: Image) -> str:
    """The marked content of one article; it leaves nothing standing in the graphics state that the next one minds."""
    out = pen.out
    for identifier, piece in enumerate(pieces, first):
        out.append(f"/{piece.tag}<</MCID {identifier}>>BDC")
        if isinstance(piece.content, PlacedPicture):
            _picture(piece.content, pen.space, image, out, pen.palette)
        else:
            pen.show(piece.content, _first_line(pieces[identifier - first + 1 :]))
        out.append("EMC")
    out.append("")
    return "\n".join(out)


def _first_line(pieces: Sequence[Piece]) -> TextLine | None:
    """The first line of some pieces, None where there is none."""
    return pieces[0].content[0] if pieces and not isinstance(pieces[0].content, PlacedPicture) else None


def _artifact(shapes: Sequence[Shape], space: Space, palette: Palette, opening: str = _LAYOUT) -> str:
    if not shapes:
        return ""
    out = [opening]
    draw_shapes(shapes, space, out, palette)
    out.append("EMC\n")
    return "\n".join(out)


def _ornaments(pictures: Sequence[PlacedPicture], space: Space, image: Image, palette: Palette) -> str:
    if not pictures:
        return ""
    out = [_LAYOUT]
    for picture in pictures:
        _picture(picture, space, image, out, palette)
    out.append("EMC\n")
    return "\n".join(out)


def _picture(picture: PlacedPicture, space: Space, image: Image, out: list[str], palette: Palette) -> None:
    """A file is drawn whole and clipped to the frame: cropping loses no pixel of the original."""
    if picture.file is not None:
        frame, crop = picture.frame, picture.crop
        width, height, left, top = frame.width, frame.height, frame.x, frame.y
        if crop is not None:
            width, height = frame.width / crop.width, frame.height / crop.height
            left, top = frame.x - crop.x * width, frame.y - crop.y * height
        out += [f"q {palette.knocked_out}"] if palette.knocked_out else []
        if picture.artwork is not None:
            out.append(show(picture.artwork, Rect(left, top, width, height), frame, space, image(picture)))
        else:
            out.append(f"q {space.rectangle(frame)} re W n")
            out.append(_pixels(picture, Rect(left, top, width, height), space, image))
        out += ["Q"] if palette.knocked_out else []
    if picture.shapes:
        draw_shapes(picture.shapes, space, out, palette)


def _pixels(picture: PlacedPicture, whole: Rect, space: Space, image: Image) -> str:
    """An image whose whole stands in `whole`."""
    width, height = whole.width, whole.height
    a, b, c, d, e, f = _TURNED[picture.orientation]
    turned = decimals(a * width, b * height, c * width, d * height)
    place = decimals(space.left + whole.x + e * width, space.top - whole.bottom + f * height)
    return f"{turned} {place} cm /{image(picture)} Do Q"
