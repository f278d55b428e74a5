"""What a part with pictures shows, and where its words stand: one file with its crop, and the caption's place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from jxprint.artwork import Artwork
from jxprint.errors import Place
from jxprint.geometry import Rect

if TYPE_CHECKING:
    from jxprint.model.copy import Passage

CaptionSide = Literal["below", "above", "beside", "over"]


class Shot(Struct, frozen=True, kw_only=True):
    """One picture (单张图片) of a part; without a file it is drawn as an honest placeholder.

    `pixels` is the width and height of the file as it is seen, `orientation` EXIF's of a JPEG, whose samples are
    printed as they are (tag 274, 1 to 8; 1 is upright); a file that stays vectors has no pixels, and `artwork` is what
    it draws. `crop` is what of it may be shown (裁切框), `focus` what has to stay in sight (焦点), both as shares (0 to
    1) of width and height as seen. `aspect` (width over height) pins its shape. `label` is a sign such as 图① by which
    the caption of a group calls it. `place` is where it is named.
    """

    file: Path | None = None
    pixels: tuple[int, int] | None = None
    orientation: int = 1
    artwork: Artwork | None = None
    alt: str | None = None
    aspect: float | None = None
    focus: tuple[float, float] | None = None
    crop: Rect | None = None
    label: Passage | None = None
    place: Place = Place()

    @property
    def sides(self) -> tuple[float, float] | None:
        """Width and height of its file, in pixels or in points; None without one."""
        return self.pixels if self.artwork is None else (self.artwork.width, self.artwork.height)


class CaptionPlace(Struct, frozen=True):
    """Where a caption (图片说明) stands to its picture.

    Beside it: `at` which side, over `columns` whole base columns or a measure of `measure_pt` points, its lines level
    with the picture's `align` (head or foot). `credit_below`: the credit has a line of its own, whatever room there is.
    """

    side: CaptionSide = "below"
    at: Literal["left", "right"] = "right"
    columns: int | None = None
    measure_pt: float | None = None
    align: Literal["head", "foot"] = "foot"
    credit_below: bool = False
