"""Stories with corners that go on elsewhere (转版): the first part of one takes what its columns hold.

How much that is depends on the parts about it. Where the rest goes on on another page, the story takes all that the
make-up leaves it. Where it goes on on its own page the rest is wanted before the page is made up: so the page is made
up once with next to no rest, and the lines that the story took there are kept (`Desk.kept`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.capacity import Shape
from jxprint.composition.dealing import falls_level
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Draft, Made
from jxprint.composition.drawing import drawing_of
from jxprint.composition.frame import Room
from jxprint.composition.jump_cuts import LEAST_LINES, JumpCuts
from jxprint.composition.jumps import jump_line
from jxprint.composition.kept_text import LOOKED, KeptText
from jxprint.composition.legs import SetParagraph, Slot, dealt_lines
from jxprint.composition.rests import continued
from jxprint.composition.shaped_stories import ShapeDraft
from jxprint.composition.shaping import Stretch
from jxprint.errors import Finding
from jxprint.model import Page, Story
from jxprint.placed import Cut

# Cuts that are tried for one that stands in all columns: the best are the first.
_TRIES = 60
# Lines that each leg may be short, before less text is of no use for a shape that does not stand.
_WHITE = 3


class _Way(Struct, frozen=True):
    """The lines kept, those of each stretch with the jump line counted in, and the text as it is set."""

    kept: int
    counts: list[int]
    text: tuple[SetParagraph, ...]


class JumpingShapeDraft(ShapeDraft):
    """The first part of a story with corners: its head, and as much text as its columns hold above the jump line."""

    def __init__(self, desk: Desk, part: Story, room: Room) -> None:
        super().__init__(desk, part, room)
        self._cuts = JumpCuts(part, self._paragraphs)
        self._kept_text = KeptText(desk, part, self.measure, self._cuts)
        self._jump_line = jump_line(desk, part, self.measure)
        self._kept = desk.kept.get(part.letter)
        self._ways: dict[tuple[Stretch, ...], _Way | None] = {}
        self._complain()

    @property
    def shape(self) -> Shape:
        """What the page's rows have to hold: a few lines and the jump line, and gladly more."""
        shape = super().shape
        if self._kept is not None:
            return replace(shape, lines=self._kept + 1 + self.spare)
        least = max(LEAST_LINES, self.legs * shape.least) + 1 + self.spare
        most = self.lines if self._part.rows is not None else self.lines - LEAST_LINES + 1
        return replace(shape, lines=min(least, most), most=most)

    def deal(self, stretches: Sequence[Stretch]) -> list[int] | None:
        """See Shaped; the jump line is counted in."""
        way = self._way(stretches)
        return None if way is None else way.counts

    def taken(self, stretches: Sequence[Stretch]) -> int | None:
        """How many lines of the story stand in some stretches; None where there is no way to part it."""
        way = self._way(stretches)
        return None if way is None else way.kept

    def complaint(self, stretches: Sequence[Stretch]) -> Finding | None:
        """What keeps the story from being parted in the stretches that it got."""
        part, room = self._part, sum(one.rows for one in stretches)
        assert part.jump_to is not None  # see `_complain`
        if self.lines < 2 * LEAST_LINES or self._is_unpinned():
            return None  # has been told
        if part.rows is not None and self._kept is None and room >= self.lines:
            args = {"part": part.name, "takes": self.lines, "room": room, "most": self.lines - LEAST_LINES + 1}
            return Finding("composition.jump_needless", part.jump_to.place, args)
        if not self.stands(stretches):
            return Finding("composition.jump_shape_too_small", part.place, {"part": part.name, "room": room})
        return None

    def cut_in(self, stretches: Sequence[Stretch]) -> Cut | None:
        """Where the story is cut in some stretches; None where there is no way to part it."""
        kept = self.taken(stretches)
        return None if kept is None else self._cuts.cut(kept)

    def fill(self, top: int, rows: int, stretches: Sequence[Stretch]) -> Made:
        """See Shaped."""
        return replace(super().fill(top, rows, stretches), cut=self.cut_in(stretches))

    def cut_known(self) -> Cut | None:
        """Where the story is cut, as far as is known; as near its end as may be where nothing is."""
        kept = self._kept
        if kept is None:
            kept = next(self._cuts.best(self.lines), None)
        return None if kept is None else self._cuts.cut(kept)

    def _text(self, stretches: Sequence[Stretch]) -> Sequence[SetParagraph]:
        way = self._way(stretches)
        return self._paragraphs if way is None else [*way.text, self._jump_line]

    def _slots(self, stretches: Sequence[Stretch], counts: Sequence[int]) -> list[Slot]:
        """The jump line stands at the foot of the last stretch, level with what ends beside it."""
        *slots, last = super()._slots(stretches, counts)
        foot = stretches[-1].top + max(stretches[-1].rows, counts[-1])
        return [*slots, replace(last, top=self._desk.frame.y(foot - 1))]

    def _way(self, stretches: Sequence[Stretch]) -> _Way | None:
        key = tuple(stretches)
        if key not in self._ways:
            self._ways = {key: self._found(stretches)}
        return self._ways[key]

    def _found(self, stretches: Sequence[Stretch]) -> _Way | None:
        """The best cut that stands in all columns and leaves level legs: a subhead that may not end a leg leaves it
        short. Where none of the next ones is any better, the best one that stands.
        """
        room = sum(one.rows for one in stretches)
        first: _Way | None = None
        best: _Way | None = None
        looked = 0
        for kept in [self._kept] if self._kept is not None else islice(self._cuts.best(room - 1), _TRIES):
            if looked > LOOKED or (best is None and first is not None and room - kept > _WHITE * len(stretches)):
                break
            if best is not None and kept < best.kept - self.legs:
                continue  # a row more of white all across
            for text in self._kept_text.ways(kept, room - 1, 0, looked):
                counts = self.dealt(dealt_lines([*text, self._jump_line]), stretches)
                if counts is None or not counts[-1]:
                    continue
                way = _Way(kept, counts, tuple(text))
                first = first or way
                if self._stands(counts, stretches):
                    if falls_level([one.rows - count for one, count in zip(stretches, counts, strict=True)]):
                        return way
                    best = best or way
                elif best is None:
                    break
            looked += best is not None
        return best or first

    def _stands(self, counts: Sequence[int], stretches: Sequence[Stretch]) -> bool:
        """The jump line alone is no text."""
        return super()._stands([*counts[:-1], counts[-1] - 1], stretches)

    def _is_unpinned(self) -> bool:
        jump = self._part.jump_to
        return jump is not None and self._part.rows is None and self._desk.page.has(jump)

    def _complain(self) -> None:
        part, findings = self._part, self._desk.findings
        jump = part.jump_to
        assert jump is not None  # a story without a jump has another draft
        told: dict[str, object] = {"part": part.name, "takes": self.lines, "least": LEAST_LINES}
        if self._is_unpinned():
            findings.append(Finding("composition.jump_unpinned", part.place, told))
        elif self.lines < 2 * LEAST_LINES:
            findings.append(Finding("composition.jump_too_short", jump.place, told))


def jumps_here(page: Page) -> Iterator[Story]:
    """The stories with corners that are pinned and go on on their own page."""
    pieces = drawing_of(page.dummy).pieces
    for part in page.parts:
        if not isinstance(part, Story) or part.jump_to is None or part.rows is None:
            continue
        if page.has(part.jump_to) and len(pieces.get(part.letter, ())) > 1:
            yield part


def lines_kept(draft: Draft, stretches: Sequence[Stretch]) -> int | None:
    """How many lines of such a story its part takes; None where it cannot be parted, or need not be."""
    if not isinstance(draft, JumpingShapeDraft) or draft.complaint(stretches) is not None:
        return None
    return draft.taken(stretches)


def rest_of(desk: Desk, source: Story, target: Story) -> Story:
    """The part that a story with corners goes on in, with its text; with next to none until it is known how much."""
    draft = JumpingShapeDraft(replace(desk, findings=[]), source, desk.room(source.letter))
    cut = draft.cut_known()
    return target if cut is None else continued(source, cut, target)
