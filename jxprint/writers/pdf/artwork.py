"""Artwork that stays vectors, as Form XObjects (ISO 32000-1, 8.10): each once a document, shown where it is placed."""

from __future__ import annotations

from jxprint.artwork import Artwork, Drawing
from jxprint.geometry import Rect
from jxprint.writers.pdf.numbers import decimals
from jxprint.writers.pdf.seam import File
from jxprint.writers.pdf.space import Space


def write_form(file: File, artwork: Artwork) -> int:
    """The form of some artwork, its lower left corner at the origin, one unit a point; gives its number. Raises
    OutputError for a file that is no longer what it was.
    """
    if isinstance(artwork, Drawing):
        from jxprint.writers.pdf.drawings import write_drawing  # most pages have none

        return write_drawing(file, artwork)
    from jxprint.writers.pdf.placed_pages import write_page

    return write_page(file, artwork)


def show(artwork: Artwork, whole: Rect, frame: Rect, space: Space, name: str) -> str:
    """The operators that show a form, whose whole stands in `whole`, clipped to a frame. One scale serves both ways:
    nothing is distorted, whatever a rectangle was rounded to.
    """
    scale = f"{whole.width / artwork.width:.6f}"
    place = decimals(space.left + whole.x, space.top - whole.bottom)
    return f"q {space.rectangle(frame)} re W n {scale} 0 0 {scale} {place} cm /{name} Do Q"
