"""Pieces joined to paragraphs where a column ended between them, and their joints."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from math import log

from msgspec import Struct
from msgspec.structs import replace

from jxprint.reconstruct.breaks import odds_of_joint
from jxprint.reconstruct.ends import is_finished
from jxprint.reconstruct.found import FoundStory, Piece
from jxprint.reconstruct.legs import Piece as LegPiece
from jxprint.reconstruct.proposal import Joint, context_at
from jxprint.reconstruct.sentence_ends import one_paragraph
from jxprint.reconstruct.setting import Style, measured

# A subhead less sure than this may as well be a piece that a column cut, at the price of half the odds that it is none,
# and no likelier than so: the signs that a role is read from lean on each other, so that it looks surer than it is.
_SURE_ROLE, _ROLE_WEIGHT, _LIKELIEST = 0.985, 0.5, 1.0
# A break whose odds are no less is a joint where no grid is known.
_BY_WORDS_ALONE = 1.0
# The price of a joint where none can be: behind a head, a line of verse.
_NEVER = 50.0
# By how much a joint behind the end of a sentence is likelier where the lines of its leg come out whole.
_BEHIND_SENTENCE = 2.2
# How much of what the sentences say counts before anything is known of the legs: with all of it (1.0) more legs are
# read wrong, with a quarter as many, and half is best of the three.
_SAID = 0.5


class Joined(Struct, frozen=True):
    """A paragraph: its text, its role, the pieces it was joined from (their places in the story)."""

    text: str
    role: str
    pieces: tuple[int, ...]


def with_sentence_ends(story: FoundStory, pieces: Sequence[LegPiece], usual: float) -> list[LegPiece]:
    """The pieces of a story with what their sentences say of joints behind the ends of some, on a page whose paragraphs
    are `usual` characters long.
    """
    found = list(pieces)
    for at, (piece, after) in enumerate(itertools.pairwise(story.pieces)):
        if piece.role == after.role == "text" and pieces[at].joint < _NEVER and is_finished(piece.text.text):
            said = one_paragraph(piece.text.text, after.text.text, usual)
            found[at] = replace(found[at], joint=pieces[at].joint - _BEHIND_SENTENCE - _SAID * said, said=said)
    return found


def leg_pieces(story: FoundStory, style: Style) -> list[LegPiece]:
    """A story's pieces as its legs see them; a dateline runs on into the text."""
    found: list[LegPiece] = []
    pieces, dateline = story.pieces, story.dateline.text if story.dateline is not None else ""
    odds = _odds_of_joints(pieces)
    for at, piece in enumerate(pieces):
        if not _is_prose(piece):
            own = measured(piece.text.text, style) if piece.role != "subhead" else None
            found.append(LegPiece(own, 0.0, _NEVER, is_head=own is None))
            continue
        text = piece.text.text if at else dateline + piece.text.text
        following = pieces[at + 1].text.text if at + 1 < len(pieces) else ""
        end, joint = max(0.0, odds[at]), max(0.0, -odds[at])
        found.append(LegPiece(measured(text, style, following), end, joint))
    return found


def _odds_of_joints(pieces: Sequence[Piece]) -> list[float]:
    """For each piece how much likelier a column ended behind it than a paragraph (natural logarithm of odds)."""
    odds = [-_NEVER] * len(pieces)
    start = 0
    for prose, run in itertools.groupby(pieces, key=_is_prose):
        some = list(run)
        told = [(one.text.text, "text" if one.role == "subhead" else one.role) for one in some]
        for k, (one, after) in enumerate(itertools.pairwise(some) if prose else ()):
            if after.role in ("text", "subhead", one.role) or one.role == "subhead":
                odds[start + k] = odds_of_joint(told, k) - _of_roles(one, after)
            if "subhead" in (one.role, after.role):
                odds[start + k] = min(odds[start + k], _LIKELIEST)
        start += len(some)
    return odds


def _of_roles(piece: Piece, after: Piece) -> float:
    """What speaks against a joint beside a subhead that is hardly one."""
    return _ROLE_WEIGHT * max((_odds(one.sure) for one in (piece, after) if one.role == "subhead"), default=0.0)


def _odds(sure: float) -> float:
    """Natural logarithm of the odds of something so sure, 0 where it is as likely not so."""
    return max(0.0, log(sure / (1.0 - sure))) if sure < 1.0 else _NEVER


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
