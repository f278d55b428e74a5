"""Pieces joined to paragraphs where a column ended between them, and their joints."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from jxprint.reconstruct.ends import is_finished, prices
from jxprint.reconstruct.found import FoundStory, Piece
from jxprint.reconstruct.legs import Legs
from jxprint.reconstruct.legs import Piece as LegPiece
from jxprint.reconstruct.proposal import Joint, context_at
from jxprint.reconstruct.setting import Style, measured

# A subhead less sure than this may as well be a piece that a column cut.
_SURE_ROLE = 0.9
# A break that is dearer by this as a paragraph's end is a joint where no grid is known.
_BY_WORDS_ALONE = 2.5
# Words leave no doubt from here on, whatever the grid says.
_NO_DOUBT = 4.5
# The price of a joint where none can be: behind a head, an item, a line of verse.
_NEVER = 50.0
# An item needs no end mark; and what looks like an item itself hardly goes on with the one before.
_BARE_ITEM, _NEXT_ITEM, _NEXT_TEXT, _WITHIN_WORD = 1.0, 3.0, 1.5, 8.0


class Joined(Struct, frozen=True):
    """A paragraph: its text, its role, the pieces it was joined from (their places in the story)."""

    text: str
    role: str
    pieces: tuple[int, ...]


def leg_pieces(story: FoundStory, style: Style) -> list[LegPiece]:
    """A story's pieces as its legs see them; a dateline runs on into the text."""
    found: list[LegPiece] = []
    pieces, dateline = story.pieces, story.dateline.text if story.dateline is not None else ""
    for at, piece in enumerate(pieces):
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        if not _is_prose(piece):
            own = measured(piece.text.text, style) if piece.role != "subhead" else None
            found.append(LegPiece(own, 0.0, _NEVER, is_head=own is None))
            continue
        end, joint = prices(piece.text.text, after.text.text if after is not None else "")
        if after is None or not _is_prose(after) or (after.role != "text" and after.role != piece.role):
            end, joint = 0.0, _NEVER
        elif piece.role == "subhead" or after.role == "subhead":
            end = min(end, 1.0)
        elif piece.role == "item" and end < _WITHIN_WORD:
            end, joint = min(end, _BARE_ITEM), joint + (_NEXT_ITEM if after.role == "item" else _NEXT_TEXT)
        text = piece.text.text if at else dateline + piece.text.text
        following = after.text.text if after is not None else ""
        found.append(LegPiece(measured(text, style, following), end, joint))
    return found


def _is_prose(piece: Piece) -> bool:
    return piece.role in ("text", "item", "note") or (piece.role == "subhead" and piece.sure < _SURE_ROLE)


def joints_by_words(pieces: Sequence[LegPiece]) -> tuple[bool, ...]:
    """Which ends are joints by the words alone, where no reading of the grid is to be had."""
    return tuple(piece.text is not None and piece.end - piece.joint > _BY_WORDS_ALONE for piece in pieces)


def joined(story: FoundStory, joints: Sequence[bool]) -> tuple[tuple[Joined, ...], tuple[Joint, ...]]:
    """Paragraphs, and the joints within them."""
    paragraphs: list[Joined] = []
    places: list[tuple[int, int, bool]] = []
    text, members = "", []
    for at, piece in enumerate(story.pieces):
        text += piece.text.text
        members.append(at)
        if joints[at] and at + 1 < len(story.pieces):
            places.append((len(paragraphs), len(text), is_finished(piece.text.text)))
            continue
        role = story.pieces[members[0]].role
        paragraphs.append(Joined(text, "text" if len(members) > 1 else role, tuple(members)))
        text, members = "", []
    return tuple(paragraphs), tuple(
        Joint(k, offset, context_at(paragraphs[k].text, offset), "inferred" if finished else "seen")
        for k, offset, finished in places
    )


def joints_of(legs: Legs | None, pieces: Sequence[LegPiece]) -> tuple[bool, ...]:
    """The joints of a reading and those of which the words leave no doubt; without a reading, those that the words
    alone tell.
    """
    if legs is None:
        return joints_by_words(pieces)
    sure = (piece.end - piece.joint > _NO_DOUBT for piece in pieces)
    return tuple(one or other for one, other in zip(legs.joints, sure, strict=True))
