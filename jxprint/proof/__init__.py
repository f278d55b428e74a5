"""The proof (校样): a placed page with what a desk measures it by, drawn as shapes round the copy and under it.

Made from the placed page alone, and all of it is shapes, its words outlines: the copy is the very same, and a reader of
the file finds it as exact as on the page for the press.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from jxprint.composition.lettering import Lettering
from jxprint.fonts import Library
from jxprint.geometry import PT_PER_MM, Rect
from jxprint.placed import PlacedPage
from jxprint.proof.grid import column_tints, grid_shapes, row_numbers
from jxprint.proof.marks import Marked, mark_shapes
from jxprint.proof.parts import leg_boxes, line_numbers, part_shapes
from jxprint.proof.slug import slug_shapes

__all__ = ["Marked", "proofed"]

# Round the trim, for crop marks, stamp and slug line.
_SLUG_PT = 14 * PT_PER_MM
# Copy without room is seen below the sheet as far as so much of its height.
_MOST_BELOW = 0.6


def proofed(page: PlacedPage, library: Library, language: str, marks: Iterable[Marked] = ()) -> PlacedPage:
    """The page as a proof, its words in `language` (en, zh); `marks` are regions to be drawn in red with a note.

    What is measured stands under the copy, numbers and names stand beside it. A proof is nothing for the press: its
    media box gives the slug, and copy that runs off the foot of the sheet, the room that bleed has.
    """
    face, marks = Lettering(library), tuple(marks)
    tints, frames = mark_shapes(marks, face, Rect(0.0, 0.0, page.width, page.height))
    under = (*column_tints(page), *page.under, *tints, *grid_shapes(page), *leg_boxes(page))
    over = (
        *page.over,
        *row_numbers(page, face),
        *part_shapes(page, face, language),
        *line_numbers(page, face),
        *slug_shapes(page, face, language),
        *frames,
    )
    below = max([mark.rect.bottom - page.height for mark in marks], default=0.0)
    room = min(max(0.0, below), page.height * _MOST_BELOW) + _SLUG_PT
    return replace(page, bleed=max(page.bleed, room), under=under, over=over)
