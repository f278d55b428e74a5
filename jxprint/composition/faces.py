"""Which face sets which characters of a page, before anything is set."""

from __future__ import annotations

from jxprint.composition.coverage import copy_of, faceless, missing
from jxprint.composition.desk import Desk
from jxprint.composition.drawing import areas
from jxprint.composition.frame import frame_of
from jxprint.composition.marked import stretches
from jxprint.errors import FontError
from jxprint.fonts import Chain, Library
from jxprint.model import Page
from jxprint.text.clusters import clusters


def characters_by_face(page: Page, library: Library) -> dict[str, str]:
    """The different characters of the page's copy that each face sets, in code order, by the face's id.

    Readings are not counted. Faces stand in the order in which the page first asks for them. Raises FontError
    where a character has no face.
    """
    desk = Desk(page, library, frame_of(page), areas(page.dummy))
    try:
        absent = missing(desk, desk.page.parts)
    except FontError as refusal:
        raise FontError(*faceless(desk) or refusal.findings) from refusal
    if absent:
        raise FontError(*absent)
    found: dict[str, set[str]] = {}
    for where in copy_of(desk, page.parts):
        for start, end, chain in stretches(desk, where.role, where.passage):
            _sort(where.passage.text[start:end], chain, found)
    return {face: "".join(sorted(chars)) for face, chars in found.items()}


def _sort(text: str, chain: Chain, found: dict[str, set[str]]) -> None:
    """Add each character of a text to those of the face that sets it."""
    for piece in dict.fromkeys(clusters(text)):
        if (set_with := chain.glyph(piece) if len(piece) == 1 else chain.cluster(piece)) is not None:
            found.setdefault(set_with[0].id, set()).update(piece)
