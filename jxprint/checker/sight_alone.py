"""Characters held against themselves: what paper shows of each, and what its own ink on its ground would be.

Four pictures of a place: the page, the page without its text (the ground), and its text alone on white and on black.
The last two tell how much of the ground each pixel lets through and what it adds, so that the page can be computed from
its ground; where it is another, something else was painted. A character on bare paper is asked the text on white alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from jxprint.checker.sight_drawing import BLACK, PAPER, Drawing
from jxprint.checker.sight_pictures import Apart, Edges, Ground, Inked

# Pixels to the point of the picture of a page, and of that of a doubtful place; the most of them, and of a side.
_SCALE, _CLOSE = 1.2, 5.0
_PIXELS = 24_000_000
_SIDE = 32_000
# Doubtful places that are looked at one by one; of more the whole page is looked at, as closely as may be.
_PLACES = 60

# What is said of a character, none where it is as it should be.
UNSEEN, TOUCHED = "checks.unseen", "checks.touched"


class Close:
    """The pictures of one place; those that only doubtful characters need are drawn when `look` is called."""

    def __init__(self, drawing: Drawing, edges: Edges, scale: float) -> None:
        self.drawing, self.edges, self.scale = drawing, edges, scale
        self.corner = edges[0], edges[3]
        self.shown = drawing.picture(edges, scale)

    def draw_alone(self) -> None:
        """The text on white. Call it with nothing but the text active."""
        self._on_white = self.drawing.picture(self.edges, self.scale, PAPER, notes=False)

    def draw_on_black(self) -> None:
        """The text on black, as above."""
        self._on_black = self.drawing.picture(self.edges, self.scale, BLACK, notes=False)

    def draw_ground(self) -> None:
        """The page without its text, which is not active now."""
        self._ground = self.drawing.picture(self.edges, self.scale)

    def plain(self, inked: Sequence[Inked]) -> list[bool]:
        """Whether each character is whole, and on paper as it is alone."""
        from PIL import ImageChops

        own = Apart(ImageChops.invert(self._on_white))
        other = Apart(ImageChops.difference(self.shown, self._on_white))
        at = self.corner, self.scale
        return [own.is_whole(one.edges, *at) and not other.is_within(one.room(), *at) for one in inked]

    def seen(self) -> Apart:
        """What the text changes on the page."""
        from PIL import ImageChops

        return Apart(ImageChops.difference(self.shown, self._ground))

    def judge(self, pictures: Sequence[Edges]) -> Judge:
        """Who says what is wrong with a character; `pictures` are places where the ground may be of any kind."""
        from PIL import ImageChops

        through = ImageChops.subtract(self._on_white, self._on_black)
        due = ImageChops.add(ImageChops.multiply(self._ground, through), self._on_black)
        other = Apart(ImageChops.difference(self.shown, due))
        return Judge(self, self.seen(), other, Ground(self._ground), pictures)


class Judge:
    """Says what is wrong with characters in one place."""

    def __init__(self, place: Close, seen: Apart, other: Apart, ground: Ground, pictures: Sequence[Edges]) -> None:
        self._at = place.corner, place.scale
        self._bounds = place.drawing.bounds
        self._seen, self._other, self._ground, self._pictures = seen, other, ground, pictures

    def says(self, inked: Inked) -> str:
        """UNSEEN or TOUCHED, empty for a character that is as it should be."""
        edges, room = inked.edges, inked.room()
        left, low, right, high = self._bounds
        x, y = (edges[0] + edges[2]) / 2, (edges[1] + edges[3]) / 2
        # Close pictures show what stands beyond the page too.
        if not (left <= x <= right and low <= y <= high) or not self._seen.is_whole(edges, *self._at):
            return UNSEEN
        is_even = self._ground.is_even(room, *self._at) or any(_meet(room, one) for one in self._pictures)
        return "" if is_even and not self._other.is_within(room, *self._at) else TOUCHED


def held_alone(drawing: Drawing, inked: Sequence[Inked]) -> list[str]:
    """What is said of each character."""
    said = [""] * len(inked)
    whole = Close(drawing, drawing.bounds, _scale_of(drawing, _SCALE))
    with drawing.without(drawing.others):
        whole.draw_alone()
    doubtful = [k for k, is_plain in enumerate(whole.plain(inked)) if not is_plain]
    if not doubtful:
        return said
    pictures = drawing.pictures()
    (judge,) = _judges(drawing, [whole], pictures)
    doubtful = [k for k in doubtful if judge.says(inked[k])]
    places = _places(drawing, [inked[k].room() for k in doubtful])
    for k, judge in zip(doubtful, _judges(drawing, places, pictures), strict=True):
        said[k] = judge.says(inked[k])
    return said


def _scale_of(drawing: Drawing, wanted: float) -> float:
    """Pixels to the point of a picture of the whole page."""
    left, low, right, high = drawing.bounds
    area, side = max((right - left) * (high - low), 1.0), max(right - left, high - low, 1.0)
    return min(wanted, math.sqrt(_PIXELS / area), _SIDE / side)


def _places(drawing: Drawing, doubtful: Sequence[Edges]) -> list[Close]:
    """A close picture for each doubtful character; one of all the page for them all where they are many or vast."""
    places = [_about(one) for one in doubtful]
    if len(places) > _PLACES or any(_is_vast(place) for place in places):
        return [Close(drawing, drawing.bounds, _scale_of(drawing, _CLOSE))] * len(places)
    return [Close(drawing, place, _CLOSE) for place in places]


def _judges(drawing: Drawing, places: Sequence[Close], pictures: Sequence[Edges]) -> list[Judge]:
    """A judge for each place, of which some may be the same; what is drawn without something is drawn together."""
    different = list({id(place): place for place in places}.values())
    with drawing.without(drawing.others):
        for place in different:
            place.draw_alone()
            place.draw_on_black()
    with drawing.without(drawing.texts):
        for place in different:
            place.draw_ground()
    judges = {id(place): place.judge(pictures) for place in different}
    return [judges[id(place)] for place in places]


def blank(drawing: Drawing, inked: Sequence[Edges]) -> list[bool]:
    """Of which characters, by the edges of their ink, nothing at all is seen; pale and half covered ones are."""
    whole = Close(drawing, drawing.bounds, _scale_of(drawing, _SCALE))
    with drawing.without(drawing.texts):
        whole.draw_ground()
    seen = whole.seen()
    found = [not seen.is_there(one, whole.corner, whole.scale) for one in inked]
    doubtful = [k for k, is_blank in enumerate(found) if is_blank]
    places = _places(drawing, [inked[k] for k in doubtful])
    with drawing.without(drawing.texts):
        for place in {id(place): place for place in places}.values():
            place.draw_ground()
    for k, place in zip(doubtful, places, strict=True):
        found[k] = not place.seen().is_there(inked[k], place.corner, place.scale)
    return found


def _about(edges: Edges) -> Edges:
    return edges[0] - 1, edges[1] - 1, edges[2] + 1, edges[3] + 1


def _is_vast(edges: Edges) -> bool:
    """Whether no picture of a place can be drawn closely."""
    wide, tall = edges[2] - edges[0], edges[3] - edges[1]
    return wide * tall * _CLOSE**2 > _PIXELS or max(wide, tall) * _CLOSE > _SIDE


def _meet(one: Edges, two: Edges) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
