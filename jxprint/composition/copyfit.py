"""The copyfitter's answer: for every story the lines and characters that it has and takes, what was done so that it
fits, and what is left for an editor.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from jxprint.composition.beside_heads import BesideHeadDraft
from jxprint.composition.coverage import part_name
from jxprint.composition.cuts import Cut, cheapest_cuts, paragraphs_before, shortened
from jxprint.composition.drafts import bare
from jxprint.composition.head_fit import HeadFit
from jxprint.composition.inner_heads import InnerHeadDraft
from jxprint.composition.jumps import JumpingStoryDraft
from jxprint.composition.legs import SetParagraph
from jxprint.composition.making_up import Fitted, MadeUp, findings_of, is_over, make_up
from jxprint.composition.shaped_stories import ShapedStoryDraft
from jxprint.composition.side_heads import SideHeadDraft
from jxprint.composition.standfirsts import StandfirstDraft
from jxprint.composition.stories import StoryDraft
from jxprint.composition.vertical_stories import VerticalStoryDraft
from jxprint.composition.wrapped_stories import WrappedStoryDraft
from jxprint.errors import Finding
from jxprint.fonts import Library
from jxprint.model import Page, Standfirst, Story

_Across = (
    StoryDraft
    | StandfirstDraft
    | SideHeadDraft
    | BesideHeadDraft
    | InnerHeadDraft
    | ShapedStoryDraft
    | WrappedStoryDraft
)
TextDraft = _Across | VerticalStoryDraft | JumpingStoryDraft


# How often a cut is made deeper that is not enough.
_TRIES = 8


class StoryFit(Struct, frozen=True):
    """How a story fits: its part's letter and name, legs and measure (ems of the body type); `takes` lines of copy and
    `characters`; `room`, the lines that its rows hold. `over` lines are too many; where it is `shared` other stories of
    the same stack could give the rows as well, and it gives so many if it gives alone. `cuts` are the fewest characters
    found that do, none where nothing does. `jumps` lines go on elsewhere. `head` is what was done so that its headline
    stands within its measure, whose usual size is `head_usual_pt`. `under` lines are wanting for its legs to be full,
    about `wanting` characters. `heads` says which lines of its head give as much when they go.
    """

    part: str
    name: str
    legs: int
    measure: float
    takes: int
    characters: int
    room: int
    over: int = 0
    under: int = 0
    wanting: int = 0
    cuts: tuple[Cut, ...] = ()
    heads: tuple[str, ...] = ()
    jumps: int = 0
    shared: bool = False
    fitted: tuple[Fitted, ...] = ()
    head: HeadFit | None = None
    head_usual_pt: float = 0.0

    @property
    def cut(self) -> int:
        """How many characters all cuts come to."""
        return sum(one.characters for one in self.cuts)


class Copyfit(Struct, frozen=True):
    """How a page fits: its stories in reading order, what was done to the page as a whole, and what does not fit."""

    page: str
    stories: tuple[StoryFit, ...]
    fitted: tuple[Fitted, ...]
    findings: tuple[Finding, ...]
    pitch_pt: float

    @property
    def ok(self) -> bool:
        """Whether everything fits."""
        return not self.findings


def copyfit(page: Page, library: Library) -> Copyfit:
    """How the copy of a page fits. Raises FontError where a role has no face; what does not fit is in the answer."""
    made = make_up(page, library)
    return Copyfit(
        page.name,
        story_fits(made),
        tuple(one for one in made.fitted if one.part is None or one.step == "picture"),
        (*made.absent, *findings_of(made)),
        made.desk.frame.pitch,
    )


def story_fits(made: MadeUp) -> tuple[StoryFit, ...]:
    """How each text of a page made up fits, in reading order."""
    asked = _asked(made) if is_over(made) else {}
    return tuple(
        _story(made, part, draft, asked.get(part.letter, 0))
        for part in made.desk.page.parts
        if isinstance(part, (Story, Standfirst)) and isinstance(draft := bare(made.drafts[part.letter]), TextDraft)
    )


def _asked(made: MadeUp) -> dict[str, int]:
    """By how many rows each text would have to be shallower if it alone gave what its stack is over."""
    asked: dict[str, int] = {}
    for told in (made.plan.over, made.plan.late):
        for letter, rows in told.items():
            for one in made.plan.pushed[letter]:
                asked[one] = max(asked.get(one, 0), rows)
    for part in made.desk.page.parts:
        if part.rows is not None:
            asked[part.letter] = max(0, made.drafts[part.letter].rows - part.rows)
    return asked


def _story(made: MadeUp, part: Story | Standfirst, draft: TextDraft, rows_over: int) -> StoryFit:
    desk, letter = made.desk, part.letter
    if isinstance(draft, JumpingStoryDraft):
        return _jumping(made, part, draft)
    size = desk.type_style("standfirst").size_pt if isinstance(part, Standfirst) else desk.frame.body
    measure = draft.measure / size
    characters = sum(len(paragraph.text) for paragraph in part.paragraphs)
    if isinstance(part, Story) and part.jump_from is not None and not part.paragraphs:  # what goes on on this page
        lines = (line for paragraph in _paragraphs(draft) for line in paragraph.lines)
        characters = sum(line.end - line.start for line in lines)
    room = _room(made, letter, draft)
    over, cuts = _over(made, part, draft, rows_over) if rows_over else (0, ())
    under = 0 if over else max(0, room - draft.lines)
    room = max(0, draft.lines - over) if over else room
    return StoryFit(
        letter,
        part_name(part),
        draft.legs,
        measure,
        draft.lines,
        characters,
        room,
        over,
        under,
        round(under * measure),
        cuts,
        tuple(_heads(made, part, draft, rows_over)) if rows_over else (),
        0,
        bool(rows_over) and _is_shared(made, letter),
        tuple(one for one in made.fitted if one.part == letter),
        next((one for one in getattr(draft, "head_fits", ()) if one.field == "headline"), None),
        desk.type_style("story_headline").size_over(_span(made, letter)),
    )


def _over(
    made: MadeUp, part: Story | Standfirst, draft: _Across | VerticalStoryDraft, rows: int
) -> tuple[int, tuple[Cut, ...]]:
    """The lines that a text gives with so many rows, and the cheapest way found to take them away; none where no cut
    is enough.
    """
    before = paragraphs_before(made, part)
    if isinstance(draft, VerticalStoryDraft):
        characters = draft.characters(rows)
        lines = max(1, round(characters * made.desk.frame.body / draft.measure))
        return lines, (Cut(before + draft.paragraphs, characters, lines),)
    over = lines = _lines_of(draft, rows)
    # What is left is set anew, and may take a line more than it did within the whole: seen, not reckoned.
    for _ in range(_TRIES):
        cuts = cheapest_cuts(_paragraphs(draft), lines, before)
        if sum(cut.lines for cut in cuts) < lines:
            break
        again = make_up(shortened(made.desk.page, part, cuts), made.desk.library)
        left = _asked(again).get(part.letter, 0) if is_over(again) else 0
        if not left:
            return over, cuts
        lines += _lines_of(draft, left)
    return over, ()


def _lines_of(draft: _Across, rows: int) -> int:
    """The lines that stand in the last rows of a text."""
    return max(1, draft.lines - max(0, max(draft.counts, default=0) - rows) * draft.legs)


def _span(made: MadeUp, letter: str) -> int:
    area = made.desk.areas.get(letter)
    return 1 if area is None else area.span


def _jumping(made: MadeUp, part: Story | Standfirst, draft: JumpingStoryDraft) -> StoryFit:
    """A story that goes on elsewhere takes what its rows hold; the rest is the other part's."""
    taking = draft.taking(made.plan.rows[part.letter])
    kept = 0 if taking is None else sum(taking.counts)
    characters = sum(len(paragraph.text) for paragraph in part.paragraphs)
    measure = draft.measure / made.desk.frame.body
    jumps = draft.lines - kept
    return StoryFit(part.letter, part_name(part), draft.legs, measure, draft.lines, characters, kept, jumps=jumps)


def _is_shared(made: MadeUp, letter: str) -> bool:
    """Whether another text pushes down what this one does."""
    stacks = [pushed for pushed in made.plan.pushed.values() if letter in pushed]
    return any(isinstance(bare(made.drafts[one]), TextDraft) for pushed in stacks for one in pushed if one != letter)


def _room(made: MadeUp, letter: str, draft: _Across | VerticalStoryDraft) -> int:
    """The lines that a text's rows hold."""
    if letter in made.plan.stretches:
        return sum(one.rows for one in made.plan.stretches[letter])
    more = made.plan.rows[letter] - made.drafts[letter].rows
    part = made.desk.page.part(letter)
    # Rows that nobody pinned open the head; those that an editor pinned are room for copy.
    pinned = part.rows is not None or part.min_rows is not None
    deeper = max(0, more) if pinned else 0
    if isinstance(draft, InnerHeadDraft):
        return sum(draft.rows + deeper - offset for offset in draft.offsets)
    if isinstance(draft, WrappedStoryDraft):
        return draft.room(deeper)
    return (max(draft.counts, default=0) + deeper) * draft.legs


def _paragraphs(draft: _Across | VerticalStoryDraft) -> Sequence[SetParagraph]:
    return () if isinstance(draft, VerticalStoryDraft) else draft.set_paragraphs


def _heads(made: MadeUp, part: Story | Standfirst, draft: _Across | VerticalStoryDraft, rows: int) -> Iterator[str]:
    """The fields of a story's head of which one line less gives as many rows."""
    if not isinstance(part, Story) or not isinstance(draft, (StoryDraft, ShapedStoryDraft, WrappedStoryDraft)):
        return
    lines: Mapping[str, int] = {"kicker": len(part.kicker), "headline": len(part.headline) - 1, "deck": len(part.deck)}
    for field, spare in lines.items():
        if spare > 0 and draft.head_rows - draft.head_rows_without(field) >= rows:
            yield field
