"""What the processes that make an edition tell each other of their pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from jxprint.errors import Finding, JxprintError
from jxprint.geometry import Rect
from jxprint.model import Page
from jxprint.writers.pdf import Uses

if TYPE_CHECKING:
    from jxprint.edition.joints import PageJoints
    from jxprint.edition.moved import MovedPage


class Composed(Struct, frozen=True):
    """What the other processes need to know of a share; small enough to send. `overset` is what a proof has no room
    for, `regions` where that stands: the page's place in the file (from 0) and a frame on it. `frames` are those of
    each page's articles, by letter; `joints` tell of pages set faithfully.
    """

    uses: Uses
    fonts: Mapping[str, tuple[str, ...]]
    pages: tuple[Page, ...]
    notes: tuple[Finding, ...]
    moved: tuple[MovedPage, ...] = ()
    overset: tuple[Finding, ...] = ()
    frames: tuple[Mapping[str, Rect], ...] = ()
    regions: tuple[tuple[int, Rect], ...] = ()
    joints: tuple[PageJoints, ...] = ()
    refusals: tuple[JxprintError, ...] = ()
