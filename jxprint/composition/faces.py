"""Which face sets which characters of a page, before anything is set."""

from __future__ import annotations

from jxprint.composition.coverage import faceless, missing, passages, pieces
from jxprint.composition.desk import Desk
from jxprint.composition.dummy import areas
from jxprint.composition.frame import frame_of
from jxprint.errors import FontError
from jxprint.fonts import Chain, Library
from jxprint.model import Page


def characters_by_face(page: Page, library: Library) -> dict[str, str]:
    """The different characters of the page's copy that each face sets, in code order, by the face's id.

    Faces stand in the order in which the page first asks for them. Raises FontError where a character has no face.
    """
    desk = Desk(page, library, frame_of(page), areas(page.dummy))
    try:
        absent = missing(desk, desk.page.parts)
    except FontError as refusal:
        raise FontError(*faceless(desk) or refusal.findings) from refusal
    if absent:
        raise FontError(*absent)
    found: dict[str, set[str]] = {}
    for part in page.parts:
        for role, _, passage in passages(part):
            _sort(passage.text, desk.chain(role), found)
    for piece in pieces(page.folio):
        if piece is not None:
            _sort(piece.text, desk.chain("folio"), found)
    return {face: "".join(sorted(chars)) for face, chars in found.items()}


def _sort(text: str, chain: Chain, found: dict[str, set[str]]) -> None:
    """Add each character of a text to those of the face that sets it."""
    for char in dict.fromkeys(text):
        if (set_with := chain.glyph(char)) is not None:
            found.setdefault(set_with[0].id, set()).add(char)
