"""Vertical lines (直排): the way that each piece stands, and paragraphs and heads set from top to bottom."""

from __future__ import annotations

from itertools import groupby

from jxprint.composition.lines.oriented import Piece, Way, cut

__all__ = ["orient"]


def orient(text: str, quotes: bool = True) -> list[tuple[str, str, Way]]:
    """Maximal pieces of a text in vertical setting: (text, what is shown of it, how it stands).

    `upright` is one character under another, `rotated` a quarter turn clockwise (by the face's own vertical form where
    it has one), `stood` side by side within one em (纵中横): each such figure is a piece of its own. With `quotes` the
    marks “”‘’ are shown as 『』「」; the text keeps them.
    """
    pieces: list[tuple[str, str, Way]] = []

    def key(numbered: tuple[int, Piece]) -> tuple[Way, int]:
        number, piece = numbered
        return piece.way, number if piece.way == "stood" else -1

    for (way, _), group in groupby(enumerate(cut(text, quotes)), key):
        joined = [piece for _, piece in group]
        shown = "".join(piece.shown for piece in joined)
        pieces.append((text[joined[0].start : joined[-1].end], shown, way))
    return pieces
