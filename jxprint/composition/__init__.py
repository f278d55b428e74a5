"""Composition: from the model to the placed page. Every position on the page is decided in this room."""

from __future__ import annotations

from jxprint.composition.making_up import make_up, place, refuse
from jxprint.fonts import Library
from jxprint.model import Held, Page
from jxprint.placed import PlacedPage

__all__ = ["compose"]


def compose(page: Page, library: Library, held: Held | None = None) -> PlacedPage:
    """Place a page; `held` is the page as it was printed before, where it is to change as little as it can.

    Raises FontError when a face is missing or no face has a character, else DescriptionError when the page cannot show
    what its copy is marked as, else OversetError when copy does not fit; each names everything that is wrong with the
    page at once, and nothing is half placed.
    """
    made = make_up(page, library, held)
    refuse(made)
    return place(made)
