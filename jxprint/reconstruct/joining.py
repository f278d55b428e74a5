"""Pieces joined to paragraphs where a column ended between them, and their joints."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from math import log

from msgspec import Struct
from msgspec.structs import replace

from jxprint.reconstruct.ends import breaks_off, is_finished, prices, severed
from jxprint.reconstruct.found import FoundStory, Piece
from jxprint.reconstruct.legs import Legs
from jxprint.reconstruct.legs import Piece as LegPiece
from jxprint.reconstruct.proposal import Joint, context_at
from jxprint.reconstruct.sentence_ends import one_paragraph
from jxprint.reconstruct.setting import Style, measured

# A subhead less sure than this may as well be a piece that a column cut, at the price of half the odds that it is none:
# the signs that a role is read from lean on each other, so that it looks surer than it is.
_SURE_ROLE, _ROLE_WEIGHT = 0.985, 0.5
# A break that is dearer by this as a paragraph's end is a joint where no grid is known.
_BY_WORDS_ALONE = 2.5
# Words leave no doubt from here on, whatever the grid says.
_NO_DOUBT = 4.5
# The price of a joint where none can be: behind a head, an item, a line of verse.
_NEVER = 50.0
# By how much a joint behind the end of a sentence is likelier where the lines of its leg come out whole.
_BEHIND_SENTENCE = 2.2
# An item needs no end mark; and what looks like an item itself hardly goes on with the one before.
_BARE_ITEM, _NEXT_ITEM, _NEXT_TEXT, _WITHIN_WORD = 1.0, 3.0, 1.5, 8.0

# Lines of a list that has no signs, or of verse: so many in a row, each no longer than so many characters, without end
# marks; or fewer characters, whatever their ends. What columns cut stands farther apart.
_ROW, _ROW_LENGTH = 3, 70
_SHORT_ROW, _SHORT_LENGTH = 4, 24
# Conditions and things to bring end with semicolons, line by line.
_PARTED_ROW = 2
_LISTED, _LAST_LISTED = 1.0, 2.5


class Joined(Struct, frozen=True):
    """A paragraph: its text, its role, the pieces it was joined from (their places in the story)."""

    text: str
    role: str
    pieces: tuple[int, ...]


def with_sentence_ends(story: FoundStory, pieces: Sequence[LegPiece], usual: float) -> list[LegPiece]:
    """The pieces of a story with what their lengths say of joints behind the ends of sentences, on a page whose
    paragraphs are `usual` characters long.
    """
    found = list(pieces)
    for at, (piece, after) in enumerate(itertools.pairwise(story.pieces)):
        if piece.role == after.role == "text" and pieces[at].joint < _NEVER and is_finished(piece.text.text):
            text, behind = piece.text.text, after.text.text
            said = one_paragraph(len(text), len(behind), usual, behind[:1])
            found[at] = replace(found[at], joint=pieces[at].joint - _BEHIND_SENTENCE - said)
    return found


def leg_pieces(story: FoundStory, style: Style) -> list[LegPiece]:
    """A story's pieces as its legs see them; a dateline runs on into the text."""
    found: list[LegPiece] = []
    pieces, dateline = story.pieces, story.dateline.text if story.dateline is not None else ""
    listed = listed_among([piece.text.text if _is_prose(piece) else "" for piece in pieces])
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
            joint += _ROLE_WEIGHT * max(_odds(one.sure) for one in (piece, after) if one.role == "subhead")
        elif at in listed:
            parted = severed(piece.text.text, after.text.text)
            end = min(end - parted, _LISTED if at + 1 in listed else _LAST_LISTED) + parted
        elif piece.role == "item" and end < _WITHIN_WORD:
            end, joint = min(end, _BARE_ITEM), joint + (_NEXT_ITEM if after.role == "item" else _NEXT_TEXT)
        text = piece.text.text if at else dateline + piece.text.text
        following = after.text.text if after is not None else ""
        found.append(LegPiece(measured(text, style, following), end, joint))
    return found


def _odds(sure: float) -> float:
    """Natural logarithm of the odds of something so sure, 0 where it is as likely not so."""
    return max(0.0, log(sure / (1.0 - sure))) if sure < 1.0 else _NEVER


def listed_among(texts: Sequence[str]) -> frozenset[int]:
    """Which pieces of a story look like lines of a list or of verse, by those beside them."""
    bare = [0 < len(text) <= _ROW_LENGTH and not is_finished(text) and not breaks_off(text) for text in texts]
    short = [0 < len(text) <= _SHORT_LENGTH for text in texts]
    parted = [0 < len(text) <= _ROW_LENGTH and text[-1] in "；;" for text in texts]
    return frozenset((*_rows(bare, _ROW), *_rows(short, _SHORT_ROW), *_rows(parted, _PARTED_ROW)))


def _rows(marked: Sequence[bool], least: int) -> Iterator[int]:
    begin = 0
    for at in range(len(marked) + 1):
        if at == len(marked) or not marked[at]:
            if at - begin >= least:
                yield from range(begin, at)
            begin = at + 1


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
