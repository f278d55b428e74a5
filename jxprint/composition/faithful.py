"""Faithful setting (忠实复排): a story whose printed legs are known to have ended at certain places ends them there.

What stands between two joints comes to whole full lines. In how many, `level_legs` chooses so that all legs are level;
the lines themselves are the line breaker's. Gaps may be wider than a free setting would have them, to a limit of the
style's own: a joint that cannot be had within it is told, and the story is set freely.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.legs import BodyCopy, SetParagraph
from jxprint.composition.level_legs import Levelled, Stretch, at_depth, levelled
from jxprint.composition.lines import lines_at, measure_once, set_paragraph, wanted_of
from jxprint.composition.lines.breaking import Breaks
from jxprint.composition.lines.candidates import FORBIDDEN, Candidates, at_need
from jxprint.composition.lines.counted import Way, ways
from jxprint.errors import Finding
from jxprint.model import Story
from jxprint.model.joints import Joint

_TOLERANCE = 1e-6

Legs = tuple[list[SetParagraph], list[int]]


class _Piece(Struct, frozen=True):
    """What of a paragraph (its place in the copy) lies between two joints; `joint` is the one that it ends at. `ways`
    are by number of lines; None is the paragraph set as it always is.
    """

    at: int
    ways: Mapping[int, Way | None]
    joint: Joint | None = None


def faithful_legs(desk: Desk, part: Story, copy: Sequence[BodyCopy], legs: int) -> Legs | None:
    """The story's paragraphs and the lines of each leg, with a leg ending at every joint; None where that cannot be,
    and why is among the desk's findings.
    """
    return _Faithful(desk, part, copy).legs(legs)


class _Faithful:
    """A story between its evidence and its legs."""

    def __init__(self, desk: Desk, part: Story, copy: Sequence[BodyCopy]) -> None:
        self._desk = desk
        self._part = part
        self._copy = copy
        self._joints: dict[int, list[Joint]] = {}
        for joint in part.joints:
            # A copy that was shortened to see whether it fits has lost some of them.
            if joint.paragraph <= len(part.paragraphs) and joint.stands_in(part.paragraphs[joint.paragraph - 1].text):
                self._joints.setdefault(joint.paragraph - 1, []).append(joint)
        limits = desk.style.justification
        self._furthest = max(limits.faithful_widest_em, limits.widest_em) * 1000

    def legs(self, legs: int) -> Legs | None:
        """See faithful_legs."""
        ends = [joint for joints in self._joints.values() for joint in joints if not self._is_text_end(joint)]
        if len(ends) > legs - 1:
            self._tell("evidence.too_many", ends[legs - 1], joints=len(ends), legs=legs)
            return None
        pieces = self._pieces(None)
        if pieces is None:
            return None
        found = levelled(self._stretches(pieces), legs)
        if found is None:
            self._tell("evidence.not_level", ends[0], joints=len(ends), legs=legs)
            return None
        # The same legs once more, cheapest where no gap need be wider than the widest of them.
        again = self._pieces(found.score.over)
        if again is not None:
            deepest = max(found.legs)
            better = at_depth(self._stretches(again), legs, deepest, deepest - min(found.legs))
            if better is not None:
                pieces, found = again, better
        return self._set(pieces, found), list(found.legs)

    def _is_text_end(self, joint: Joint) -> bool:
        last = len(self._part.paragraphs)
        return joint.paragraph == last and joint.offset == len(self._part.paragraphs[-1].text)

    def _pieces(self, over: float | None) -> list[_Piece] | None:
        """The text cut at its joints, with gaps up to the limit, or so much over what is usual (thousandths of an em);
        None where one of them cannot be had at all.
        """
        found: list[_Piece] = []
        for at, one in enumerate(self._copy):
            pieces = self._pieces_of(at, one, over)
            if pieces is None:
                return None
            found += pieces
        return found

    def _pieces_of(self, at: int, one: BodyCopy, over: float | None) -> list[_Piece] | None:
        text, setting, joints = one.passage.text, one.setting, self._joints.get(one.index, [])
        # Joints count in the copy's paragraph, which a dateline stands before.
        ahead = len(text) - len(self._part.paragraphs[one.index].text)
        inside = [joint for joint in joints if joint.offset + ahead < len(text)]
        behind = joints[-1] if len(inside) < len(joints) else None
        if inside and (one.role == "subhead" or setting.drop_cap is not None):
            self._tell("evidence.in_subhead" if one.role == "subhead" else "evidence.in_drop_cap", inside[0])
            return None
        if one.role == "subhead" or setting.drop_cap is not None or not text:
            return [_Piece(at, {len(set_paragraph(text, setting)): None}, behind)]
        measured, legal = measure_once(text, setting)
        index = {start: k for k, start in enumerate(measured.starts)}
        bounds: list[int] = []
        for joint in inside:
            k = index.get(joint.offset + ahead)
            if k is None or at_need(measured, legal).price[k] == FORBIDDEN:
                self._tell("evidence.forbidden", joint)
                return None
            bounds.append(k)
        pieces: list[_Piece] = []
        begins, ends = [0, *bounds], [*bounds, len(measured)]
        at_ends: list[Joint | None] = [*inside, behind]
        for begin, end, at_end in zip(begins, ends, at_ends, strict=True):
            found = self._ways(one, (begin, end), over)
            if not found and (begin, end) == (0, len(measured)):
                pieces.append(_Piece(at, {len(set_paragraph(text, setting)): None}, at_end))
            elif not found:
                self._tell("evidence.not_full", at_end or inside[-1], limit=f"{self._furthest / 1000:g}")
                return None
            else:
                pieces.append(_Piece(at, found, at_end))
        return pieces

    def _ways(self, one: BodyCopy, stretch: tuple[int, int], over: float | None) -> Mapping[int, Way]:
        measured, legal = measure_once(one.passage.text, one.setting)
        wanted = wanted_of(one.setting)
        limit = max(self._furthest, wanted.widest)
        if over is not None:
            limit = wanted.widest + over + _TOLERANCE
            wanted = replace(wanted, widest=limit)
        places: list[Candidates] = [legal, at_need(measured, legal)] if measured.at_need else [legal]
        for candidates in places:  # a word or an address is parted only where there is no other way
            found = ways(measured, candidates, wanted, stretch, limit)
            if found:
                return found
        return {}

    def _stretches(self, pieces: Sequence[_Piece]) -> list[Stretch]:
        found: list[Stretch] = []
        for piece in pieces:
            one = self._copy[piece.at]
            costs = {lines: (0.0, 0.0) if way is None else (way.over, way.cost) for lines, way in piece.ways.items()}
            cap = one.setting.drop_cap
            found.append(Stretch(costs, piece.joint is not None, one.role == "subhead", cap.lines if cap else 1))
        return found

    def _set(self, pieces: Sequence[_Piece], found: Levelled) -> list[SetParagraph]:
        chosen: dict[int, list[Way | None]] = {}
        for piece, lines in zip(pieces, found.lines, strict=True):
            chosen.setdefault(piece.at, []).append(piece.ways[lines])
        set_: list[SetParagraph] = []
        for at, one in enumerate(self._copy):
            text, setting = one.passage.text, one.setting
            of = [way for way in chosen[at] if way is not None]
            ends = tuple(end for way in of for end in way.ends)
            full = lines_at(text, setting, Breaks(ends, over=True)) if ends else set_paragraph(text, setting)
            set_.append(SetParagraph(full, one.role, "paragraph", one.index))
        return set_

    def _tell(self, key: str, joint: Joint, **args: object) -> None:
        """Why a joint cannot be had, at its place in the evidence."""
        args |= {"story": self._part.name, "context": joint.context}
        place = replace(joint.place, part=self._part.name, paragraph=joint.paragraph, offset=joint.offset)
        self._desk.findings.append(Finding(key, place, args))
