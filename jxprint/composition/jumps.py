"""A story that goes on elsewhere (转版): what its part holds, the jump line under it, and what is left over.

The whole text is set over the part's measure, so that the lines kept are those of the whole story. Where it is cut is
`jump_cuts`' to say. The jump line counts as a line of the last leg and stands right under its text, which is to be at
the foot of full legs: where the best cut is a line or two off that, paragraphs before it take or give them. A part
whose rows nobody pinned takes the rows that the plan leaves it, as long as a few lines are left to go on elsewhere.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.dealing import falls_level
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Draft, Made
from jxprint.composition.drawing import drawing_of
from jxprint.composition.frame import Room
from jxprint.composition.heads import depth, place_head, set_head
from jxprint.composition.jump_cuts import LEAST_LINES, JumpCuts
from jxprint.composition.kept_text import LOOKED, TAKEN, KeptText
from jxprint.composition.legs import LegFrame, SetParagraph, deal_paragraphs, place_legs
from jxprint.composition.lines import set_line
from jxprint.composition.odd_measures import odd_legs
from jxprint.composition.rests import continued
from jxprint.composition.stories import StoryDraft, below_head, head_rows, set_freely, story_head
from jxprint.composition.widths import note_too_wide
from jxprint.errors import DescriptionError, Finding, OversetError
from jxprint.geometry import Rect
from jxprint.model import Passage, Story
from jxprint.placed import Article, Cut, TextBlock

# A sort that is wanting; its absence has been told (composition/coverage.py).
_STAND_IN = "〓"


class _Taking(Struct, frozen=True):
    """What a part takes: the paragraphs as kept, the lines of each leg, the cut, and how many lines of the whole text
    are before it. The last leg has room for one line more, the jump line.
    """

    paragraphs: tuple[SetParagraph, ...]
    counts: tuple[int, ...]
    cut: Cut
    kept: int


class JumpingStoryDraft:
    """The first part of a story that jumps: its head, and as much text as the rows that it gets hold."""

    fills = True

    def __init__(self, desk: Desk, part: Story, room: Room) -> None:
        self._desk = desk
        self._part = part
        self._room = room
        frame = desk.frame
        self.legs = part.legs or room.span
        (self.measure, *_), self._gap = odd_legs(room.width, self.legs, frame.gap, part.remainder, frame.body)
        self._head = set_head(desk, part.letter, story_head(desk, part), room)
        self.head_rows = head_rows(desk, self._head)
        self._cuts = JumpCuts(part, set_freely(desk, part, self.measure))
        self._text = KeptText(desk, part, self.measure, self._cuts)
        self._jump_line = jump_line(desk, part, self.measure)
        self._known: dict[int, _Taking | None] = {}
        least = self.head_rows + -(-(LEAST_LINES + 1) // self.legs)
        self.rows = least if part.rows is None else part.rows
        # What a plan leaves over is the story's, as far as something is left to jump.
        whole = self.head_rows + -(-(self.lines - LEAST_LINES + 1) // self.legs)
        self.growth = max(0, whole - self.rows)
        self._complain(least)

    @property
    def lines(self) -> int:
        """Lines of text that the whole copy takes."""
        return self._cuts.lines

    def make(self, top: int, rows: int) -> Made:
        """See Draft."""
        frame, part, room = self._desk.frame, self._part, self._room
        taking = self.taking(rows)
        spare = self.head_rows * frame.pitch - depth(self._head) - below_head(self._desk, self._head)
        fields = len({head.field for head in self._head})
        opened = spare / 2 / fields if fields else 0.0
        blocks = place_head(self._head, part.letter, room.x, frame.y(top) + spare / 2, opened)
        legs = LegFrame(
            tuple(room.x + leg * (self.measure + self._gap) for leg in range(self.legs)),
            self.measure,
            frame.y(top + self.head_rows),
            frame.pitch,
            frame.body,
        )
        box = Rect(room.x, frame.y(top), room.width, frame.depth(rows))
        if taking is None:
            raise OversetError(self._too_shallow(rows, rows + 1))
        blocks += place_legs(taking.paragraphs, taking.counts, legs, part.letter)
        foot = replace(legs, xs=legs.xs[-1:], top=legs.top + taking.counts[-1] * frame.pitch)
        blocks += [_in_leg(block, self.legs - 1) for block in place_legs([self._jump_line], [1], foot, part.letter)]
        return Made(Article(part.letter, "story", part.name, box, tuple(blocks)), cut=taking.cut)

    def taking(self, rows: int) -> _Taking | None:
        """What is kept in so many rows; None where there is no way to part the story."""
        if rows not in self._known:
            self._known[rows] = self._taking(rows - self.head_rows)
        return self._known[rows]

    def _taking(self, deep: int) -> _Taking | None:
        """The best cut whose legs are level: a subhead that may not end a leg leaves it short. Where none of the next
        ones is any better, the best one as it is.
        """
        room = deep * self.legs - 1
        first: _Taking | None = None
        looked = 0
        for kept in self._cuts.best(room, TAKEN):
            if looked > LOOKED:
                break
            if first is not None and kept < first.kept - self.legs:
                continue  # a row more of white all across
            wanted = room - kept if abs(room - kept) <= TAKEN else 0
            for paragraphs in self._text.ways(kept, room, wanted, looked):
                counts = deal_paragraphs([*paragraphs, self._jump_line], self.legs, self._desk.style.paragraph_ends)
                if max(counts) > deep or not counts[-1]:
                    continue
                taking = _Taking(tuple(paragraphs), (*counts[:-1], counts[-1] - 1), self._cuts.cut(kept), kept)
                if falls_level([deep - count for count in counts]):
                    return taking
                first = first or taking
            looked += first is not None
        return first

    def _complain(self, least: int) -> None:
        """What keeps the story from being parted goes to the desk's findings."""
        part, findings = self._part, self._desk.findings
        takes, room = self.lines, (self.rows - self.head_rows) * self.legs
        told: dict[str, object] = {"part": part.name, "takes": takes, "least": LEAST_LINES}
        jump = part.jump_to
        assert jump is not None  # see `jump_line`
        if part.rows is None and self._desk.page.has(jump):
            findings.append(Finding("composition.jump_unpinned", part.place, told))
        elif takes < 2 * LEAST_LINES:
            findings.append(Finding("composition.jump_too_short", jump.place, told))
        elif part.rows is not None and takes <= room:
            # An empty slot, and a line that leads to it, would be a printed error.
            told |= {"room": room, "most": takes - LEAST_LINES + 1}
            findings.append(Finding("composition.jump_needless", jump.place, told))
        elif part.rows is not None and (part.rows < least or self.taking(part.rows) is None):
            findings.append(self._too_shallow(part.rows, max(least, part.rows + 1)))

    def _too_shallow(self, rows: int, needed: int) -> Finding:
        args = {"part": self._part.name, "rows": rows, "least": LEAST_LINES, "needed": needed}
        return Finding("composition.jump_too_shallow", self._part.place, args)


def jump_line(desk: Desk, part: Story, measure: float) -> SetParagraph:
    """The line that says where a story goes on, set over a measure."""
    jump = part.jump_to
    assert jump is not None  # a story without a jump has another draft
    words = desk.style.jump.to_line(jump.page)
    chain = desk.chain("jump")
    if any(chain.glyph(char) is None for char in words):
        words = _STAND_IN * len(words)
    setting = replace(desk.setting("jump", measure), align="end", indent_em=0.0)
    line = set_line(words, setting)
    note_too_wide(desk, part.letter, Passage(words, jump.place), (line,))
    return SetParagraph((line,), "jump", "jump", 0)


def _in_leg(block: TextBlock, leg: int) -> TextBlock:
    """A block that was placed alone, in its leg."""
    return replace(block, lines=tuple(replace(line, leg=leg) for line in block.lines))


def jumping(desk: Desk, part: Story, room: Room) -> Draft:
    """The draft of a part that a story jumps from. One with something within it or with legs of unequal measure is
    refused: its lines are not those of the part that it would go on in.
    """
    inside = any(one.within is not None and one.within.letter == part.letter for one in desk.page.parts)
    if inside or part.remainder == "relative":
        place = part.jump_to.place if part.jump_to is not None else part.place
        desk.findings.append(Finding("composition.jump_shaped", place, {"part": part.name}))
        return StoryDraft(desk, replace(part, remainder="free"), room)
    if _has_corners(desk, part):
        from jxprint.composition.jumping_shapes import JumpingShapeDraft

        return JumpingShapeDraft(desk, part, room)
    return JumpingStoryDraft(desk, part, room)


def _has_corners(desk: Desk, part: Story) -> bool:
    return len(drawing_of(desk.page.dummy).pieces[part.letter]) > 1


def with_rest(desk: Desk, part: Story) -> Story:
    """A part with the text that it goes on with, where another part of its page has that. Raises DescriptionError where
    another page has it, and it was not handed over.
    """
    came = part.jump_from
    if came is None or part.paragraphs:
        return part
    if not desk.page.has(came):
        raise DescriptionError(Finding("page.jump_alone", came.place, {"page": came.page}))
    return rest_here(desk, part)


def rest_here(desk: Desk, target: Story) -> Story:
    """A continuation on the page that its story is on, with its text; untouched where the story cannot be parted, of
    which its own draft tells.
    """
    for source in desk.page.parts:
        if not isinstance(source, Story) or source.jump_to is None or source.rows is None:
            continue
        if source.jump_to.letter != target.letter or not desk.page.has(source.jump_to):
            continue
        # Set again with findings of its own: what is wrong with the source is told once. Its lines are kept.
        quiet = replace(desk, findings=[])
        if source.jump_from is not None and not source.paragraphs and desk.page.has(source.jump_from):
            source = rest_here(quiet, source)
        if _has_corners(desk, source):
            from jxprint.composition.jumping_shapes import rest_of

            return rest_of(quiet, source, target)
        taking = JumpingStoryDraft(quiet, source, desk.room(source.letter)).taking(source.rows or 0)
        return target if taking is None else continued(source, taking.cut, target)
    return target
