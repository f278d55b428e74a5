"""What of a reconstructed page is doubtful, the least sure first: what lines are, and where columns ended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from jxprint.reconstruct import Reconstruction, RestoredStory
from jxprint.reconstruct.ends import is_finished
from jxprint.reconstruct.figures import SURE
from jxprint.reconstruct.found import Decision, FoundStory
from jxprint.reconstruct.joining import leg_pieces
from jxprint.reconstruct.setting import Style

# A break that is less sure than this is doubtful.
_SURE_BREAK = 0.95
# Words speak for one side from these odds on (natural logarithm).
_TELLING = 1.0

EndKind = Literal["joint", "end"]


class End(Struct, frozen=True):
    """What the end of a piece was taken for, with the last line of the piece and the story it is in (from 0), how sure
    that is (0 to 1), the leg (from 1) at whose foot it falls, and what speaks for it: keys of sentences.
    """

    kind: EndKind
    line: int
    story: int
    sure: float
    leg: int | None
    reasons: tuple[str, ...]
    before: str
    after: str


Doubt = Decision | End


def doubts(found: Reconstruction) -> list[Doubt]:
    """All of a page that is doubtful."""
    listed: list[Doubt] = [one for one in found.page.decisions if one.sure < SURE and one.text.spans]
    listed += [one for one in ends(found) if one.sure < _SURE_BREAK]
    return sorted(listed, key=lambda one: one.sure)


def ends(found: Reconstruction) -> Iterator[End]:
    """All joints of a page, and the ends of paragraphs that may be joints."""
    for number, (story, restored) in enumerate(zip(found.page.stories, found.stories, strict=True)):
        yield from _of_story(number, story, restored)


def _of_story(number: int, story: FoundStory, restored: RestoredStory) -> Iterator[End]:
    joints = {piece for one in restored.paragraphs for piece in one.pieces[:-1]}
    legs = _legs(restored)
    pieces = leg_pieces(story, Style())
    for at, piece in enumerate(pieces[:-1]):
        spans = story.pieces[at].text.spans
        if not spans:
            continue
        taken = at in joints
        likely = restored.likely[at] if restored.likely else 0.0
        sure = likely if taken else 1.0 - likely
        if not taken and sure >= _SURE_BREAK:
            continue
        before, after = story.pieces[at].text.text, story.pieces[at + 1].text.text
        reasons = tuple(_reasons(taken, piece.end - piece.joint, is_finished(before), legs.get(at)))
        kind: EndKind = "joint" if taken else "end"
        yield End(kind, spans[-1].line, number, round(sure, 3), legs.get(at), reasons, before, after)


def _legs(restored: RestoredStory) -> dict[int, int]:
    """The pieces that end at the foot of a leg, and which leg that is."""
    best = restored.reading.best
    if best is None or best.legs < 2 or not best.lines:
        return {}
    found: dict[int, int] = {}
    row = 0
    for at, count in enumerate(best.counts[:-1]):
        row += count
        leg = round(row / best.lines)
        # legs share what does not come out even, a line each
        if leg and 0 <= leg * best.lines - row <= leg and leg < best.legs and leg not in found.values():
            found[at] = leg
    return found


def _reasons(taken: bool, words: float, finished: bool, leg: int | None) -> Iterator[str]:
    """What speaks for what an end was taken for, and what against."""
    if taken:
        yield "review.because.goes_on" if words > _TELLING else "review.because.looks_ended"
        yield "review.because.foot" if leg is not None else "review.because.no_foot"
        return
    yield "review.because.ended" if finished else "review.because.bare"
    if leg is not None:
        yield "review.because.also_foot"
