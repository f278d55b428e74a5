"""Parts that are somebody's artwork and no copy: advertisements and ornaments."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from jxprint.artwork import Artwork
from jxprint.model.copy import Passage
from jxprint.model.parts import _Placeable

LabelPlace = Literal["above", "corner"]


class Advertisement(_Placeable, frozen=True, kw_only=True):
    """An advertisement (广告): somebody else's artwork in a keyline, never cropped and never distorted.

    `label` is the word that says what it is, over its corner or within; None where the artwork says so itself. What
    `alt` does not tell is told by the label. `keyline` names a rule of the style, "none" for none at all; None is the
    house's. `file` and what follows it are as in a picture.
    """

    file: Path
    pixels: tuple[int, int] | None = None
    orientation: int = 1
    artwork: Artwork | None = None
    label: Passage | None = None
    label_at: LabelPlace = "above"
    alt: str | None = None
    keyline: str | None = None

    @property
    def told(self) -> str:
        """What stands for it where it cannot be seen."""
        return self.alt or (self.label.text if self.label else "")


class Ornament(_Placeable, frozen=True, kw_only=True):
    """Artwork that is decoration (题花、报花、尾花): an artifact, or with `alt` a figure that says something."""

    file: Path
    pixels: tuple[int, int] | None = None
    orientation: int = 1
    artwork: Artwork | None = None
    alt: str | None = None
