"""Characters held against themselves: what paper shows of each, and what its own ink on its ground would be.

Four pictures of a place: the page, its text alone on white and on black, and the page without its text (the ground).
The second and third tell how much of the ground each pixel lets through and what it adds, so that the page can be
computed from its ground; where it is another, something else was painted. Of a character on bare paper the first two
are enough.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from jxprint.checker.sight_drawing import BLACK, Drawing
from jxprint.checker.sight_pictures import Apart, Edges, Ground, Inked, Squares, Whole

# Pixels to the point of the picture of a page, and of that of a doubtful place; the most of them, and of a side.
_SCALE, _CLOSE = 1.2, 5.0
_PIXELS = 24_000_000
_SIDE = 32_000
# Doubtful places that are looked at one by one; for more the whole page is drawn again, in so many pixels.
_PLACES, _FEWER_PIXELS = 60, 8_000_000
# So many pages' worth of characters are looked at: more of them than that cannot but stand in each other.
_PAGES = 16

# What is said of a character, none where it is as it should be.
UNSEEN, TOUCHED = "checks.unseen", "checks.touched"


class _Place(Struct, frozen=True):
    """A part of the page (PDF space), and pixels to the point of its pictures."""

    edges: Edges
    scale: float

    @property
    def at(self) -> tuple[tuple[float, float], float]:
        """The left and top edge, and the scale."""
        return (self.edges[0], self.edges[3]), self.scale

    def drawn(self, drawing: Drawing, **how: Any) -> Any:
        """Its picture."""
        return drawing.picture(self.edges, self.scale, **how)


class _Judge:
    """Says what is wrong with characters in one place, by its four pictures; in `figures` the ground may be of any
    kind.
    """

    def __init__(self, place: _Place, four: tuple[Any, Any, Any, Any], bounds: Edges, figures: Sequence[Edges]) -> None:
        from PIL import ImageChops

        shown, on_white, on_black, ground = four
        due = ImageChops.add(ImageChops.multiply(ground, ImageChops.subtract(on_white, on_black)), on_black)
        self._at, self._bounds, self._figures = place.at, bounds, figures
        self._seen = Whole(ImageChops.difference(shown, ground))
        self._other = Apart(ImageChops.difference(shown, due))
        self._ground = Ground(ground)

    def says(self, inked: Inked, closely: bool = True) -> str:
        """UNSEEN or TOUCHED, empty for a character that is as it should be, seen `closely` or at the first look."""
        edges, room = inked.edges, inked.room()
        left, low, right, high = self._bounds
        x, y = (edges[0] + edges[2]) / 2, (edges[1] + edges[3]) / 2
        # Close pictures show what stands beyond the page too.
        if not (left <= x <= right and low <= y <= high) or not self._seen.shows(edges, *self._at):
            return UNSEEN
        is_even = self._ground.is_even(room, *self._at, closely) or any(_meet(room, one) for one in self._figures)
        return "" if is_even and not self._other.is_within(room, *self._at, closely) else TOUCHED


def held_alone(drawing: Drawing, inked: Sequence[Inked]) -> list[str]:
    """What is said of each character."""
    crowded = _crowded(inked, drawing.bounds)
    said = [TOUCHED if is_crowded else "" for is_crowded in crowded]
    whole = _Place(drawing.bounds, _scale_of(drawing, _SCALE))
    shown = whole.drawn(drawing)
    with drawing.without(drawing.others):
        on_white = whole.drawn(drawing, notes=False)
    looked_at = [k for k, is_crowded in enumerate(crowded) if not is_crowded]
    found = _doubtful([inked[k] for k in looked_at], whole, shown, on_white)
    doubtful = [looked_at[k] for k in found]
    if not doubtful:
        return said
    with drawing.without(drawing.others):
        on_black = whole.drawn(drawing, background=BLACK, notes=False)
    with drawing.without(drawing.texts):
        ground = whole.drawn(drawing)
    figures = drawing.figures()
    judge = _Judge(whole, (shown, on_white, on_black, ground), drawing.bounds, figures)
    doubtful = [k for k in doubtful if judge.says(inked[k], closely=False)]
    if drawing.is_dense():
        for k in doubtful:
            said[k] = judge.says(inked[k])
        return said
    places = _places(drawing, [inked[k].room() for k in doubtful])
    judges = _judges(drawing, places, figures)
    for k, place in zip(doubtful, places, strict=True):
        said[k] = judges[place].says(inked[k])
    return said


def _crowded(inked: Sequence[Inked], bounds: Edges) -> list[bool]:
    """Which characters are the largest of too many for the page. To cut every one out of a picture takes a time that
    grows with its area, and a file may have thousands as large as its page.
    """
    page = _area(bounds)
    if sum([one.most() for one in inked]) <= _PAGES * page:
        return [False] * len(inked)
    areas = [min(_area(one.room()), page) for one in inked]
    crowded, left = [False] * len(inked), _PAGES * page
    if sum(areas) > left:
        for k in sorted(range(len(inked)), key=areas.__getitem__):
            left -= areas[k]
            crowded[k] = left < 0
    return crowded


def _doubtful(inked: Sequence[Inked], place: _Place, shown: Any, on_white: Any) -> list[int]:
    """Characters that are not whole, or not on the page as they are alone on white."""
    from PIL import ImageChops

    difference, at = ImageChops.difference(shown, on_white), place.at
    own, other, squares = Whole.on_paper(on_white), Apart(difference), Squares(difference)
    return [
        k
        for k, one in enumerate(inked)
        if not own.shows(one.edges, *at)
        or (squares.may_touch(one, *at) and other.is_within(one.room(), *at, closely=False))
    ]


def _judges(drawing: Drawing, places: Sequence[_Place], figures: Sequence[Edges]) -> dict[_Place, _Judge]:
    """A judge for each different place; what is drawn without something is drawn together."""
    different = list(dict.fromkeys(places))
    shown = [place.drawn(drawing) for place in different]
    with drawing.without(drawing.others):
        on_white = [place.drawn(drawing, notes=False) for place in different]
        on_black = [place.drawn(drawing, background=BLACK, notes=False) for place in different]
    with drawing.without(drawing.texts):
        ground = [place.drawn(drawing) for place in different]
    fours = zip(shown, on_white, on_black, ground, strict=True)
    return {place: _Judge(place, four, drawing.bounds, figures) for place, four in zip(different, fours, strict=True)}


def blank(drawing: Drawing, inked: Sequence[Edges]) -> list[bool]:
    """Of which characters, by the edges of their ink, nothing at all is seen; pale and half covered ones are."""
    whole = _Place(drawing.bounds, _scale_of(drawing, _SCALE))
    seen = _seen(drawing, [whole])[whole]
    found = [not seen.is_there(one, *whole.at) for one in inked]
    doubtful = [k for k, is_blank in enumerate(found) if is_blank]
    places = _places(drawing, [inked[k] for k in doubtful])
    closely = _seen(drawing, places)
    for k, place in zip(doubtful, places, strict=True):
        found[k] = not closely[place].is_there(inked[k], *place.at)
    return found


def _seen(drawing: Drawing, places: Sequence[_Place]) -> dict[_Place, Apart]:
    """What the text changes in each different place."""
    from PIL import ImageChops

    different = list(dict.fromkeys(places))
    shown = [place.drawn(drawing) for place in different]
    with drawing.without(drawing.texts):
        ground = [place.drawn(drawing) for place in different]
    pairs = zip(different, shown, ground, strict=True)
    return {place: Apart(ImageChops.difference(one, other)) for place, one, other in pairs}


def _scale_of(drawing: Drawing, wanted: float, pixels: float = _PIXELS) -> float:
    """Pixels to the point of a picture of the whole page, which may have so many."""
    left, low, right, high = drawing.bounds
    area, side = max((right - left) * (high - low), 1.0), max(right - left, high - low, 1.0)
    return min(wanted, math.sqrt(pixels / area), _SIDE / side)


def _places(drawing: Drawing, doubtful: Sequence[Edges]) -> list[_Place]:
    """A close place for each doubtful character; the page for them all where they are many or vast."""
    places = [(one[0] - 1, one[1] - 1, one[2] + 1, one[3] + 1) for one in doubtful]
    vast = any(_is_vast(place) for place in places)
    # All of their pictures are held at once.
    if vast or len(places) > _PLACES or sum(map(_area, places)) * _CLOSE**2 > _PIXELS:
        return [_Place(drawing.bounds, _scale_of(drawing, _CLOSE, _FEWER_PIXELS))] * len(places)
    return [_Place(place, _CLOSE) for place in places]


def _is_vast(edges: Edges) -> bool:
    """Whether a close picture of a place is too long for pdfium."""
    wide, tall = edges[2] - edges[0], edges[3] - edges[1]
    return max(wide, tall) * _CLOSE > _SIDE


def _area(edges: Edges) -> float:
    return max(edges[2] - edges[0], 0.0) * max(edges[3] - edges[1], 0.0)


def _meet(one: Edges, two: Edges) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
