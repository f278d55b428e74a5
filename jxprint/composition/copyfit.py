"""The copyfitter's answer: for every story the lines and characters that it has and takes, what was done so that it
fits, and what is left for an editor.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.answers import Answer, answers
from jxprint.composition.coverage import part_name
from jxprint.composition.cuts import Cut
from jxprint.composition.drafts import bare
from jxprint.composition.head_fit import HeadFit
from jxprint.composition.inner_heads import InnerHeadDraft
from jxprint.composition.jumping_shapes import JumpingShapeDraft
from jxprint.composition.jumps import JumpingStoryDraft
from jxprint.composition.legs import SetParagraph
from jxprint.composition.making_up import Fitted, MadeUp, findings_of, is_over, make_up
from jxprint.composition.overset_heads import heads_too_long
from jxprint.composition.partings import partings
from jxprint.composition.reliefs import lines_taken
from jxprint.composition.shaped_stories import ShapedStoryDraft
from jxprint.composition.stories import StoryDraft
from jxprint.composition.texts import TextDraft, measures_of
from jxprint.composition.torn_cures import Cure, cures
from jxprint.composition.vertical_stories import VerticalStoryDraft
from jxprint.composition.wrapped_stories import WrappedStoryDraft
from jxprint.errors import Finding
from jxprint.fonts import Library
from jxprint.model import Page, Standfirst, Story
from jxprint.placed import Cut as Parting

_Jumping = JumpingStoryDraft | JumpingShapeDraft


class StoryFit(Struct, frozen=True):
    """How a story fits: its part's letter and name, legs and measure (ems of the body type; the widest, and `measures`
    of each where they are unequal); `takes` lines of copy and `characters`; `room`, the lines that its rows hold.
    `over` lines are too many, those of the `cuts` that do; `others` of the same stack could give the rows instead,
    and it gives so many if it gives alone; `together`: it gives them with what is told for `others`. `cuts` are the
    fewest characters found that do, none where nothing does: then `over` is as many lines as are reckoned. `jumps`
    lines go on elsewhere. `head` is what was done so that its headline stands within its measure, whose usual size
    is `head_usual_pt`. `under` lines are wanting for its legs to be full, about `wanting` characters. `heads` says
    which lines of its head give as much when they go; `head_over`: the head itself does not fit, whatever was done;
    `head_cut` characters off the ends of its lines do. `stuck` says why a story cannot go on elsewhere as it was to: it
    stands whole in its part (needless), or something else that is told of the page (refused).
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
    others: tuple[str, ...] = ()
    together: bool = False
    fitted: tuple[Fitted, ...] = ()
    head: HeadFit | None = None
    head_usual_pt: float = 0.0
    head_over: bool = False
    head_cut: int = 0
    measures: tuple[float, ...] = ()
    stuck: Literal["", "needless", "refused"] = ""

    @property
    def shared(self) -> bool:
        """Whether others could give instead of it, or have to give as well."""
        return bool(self.others)

    @property
    def cut(self) -> int:
        """How many characters all cuts come to."""
        return sum(one.characters for one in self.cuts)


class Copyfit(Struct, frozen=True):
    """How a page fits: its stories in reading order, what was done to the page as a whole, and what does not fit.
    `jumps` are the places where stories are parted that go on elsewhere.
    """

    page: str
    stories: tuple[StoryFit, ...]
    fitted: tuple[Fitted, ...]
    findings: tuple[Finding, ...]
    pitch_pt: float
    jumps: tuple[Parting, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether everything fits."""
        return not self.findings


def copyfit(page: Page, library: Library) -> Copyfit:
    """How the copy of a page fits. Raises FontError where a role has no face; what does not fit is in the answer."""
    made = make_up(page, library)
    findings = (*made.absent, *findings_of(made))
    stuck = {str(one.args["part"]): one for one in findings if one.key.startswith("composition.jump_")}
    return Copyfit(
        page.name,
        tuple(_stuck(fit, stuck.get(fit.name)) for fit in story_fits(made)),
        tuple(one for one in made.fitted if one.part is None or one.step == "picture"),
        findings,
        made.desk.frame.pitch,
        partings(made),
    )


def story_fits(made: MadeUp) -> tuple[StoryFit, ...]:
    """How each text of a page made up fits, in reading order."""
    told, torn = answers(made), cures(made)
    return tuple(
        _with_cure(_story(made, part, draft, told.get(part.letter)), torn)
        for part in made.desk.page.parts
        if isinstance(part, (Story, Standfirst))
        and isinstance(draft := bare(made.drafts[part.letter]), TextDraft | _Jumping)
    )


def _story(made: MadeUp, part: Story | Standfirst, draft: TextDraft | _Jumping, told: Answer | None) -> StoryFit:
    desk, letter = made.desk, part.letter
    if isinstance(draft, _Jumping):
        return _jumping(made, part, draft)
    rows_over = told.rows if told is not None else 0
    size = desk.type_style("standfirst").size_pt if isinstance(part, Standfirst) else desk.frame.body
    takes, measure = lines_taken(draft, rows_over), draft.measure / size
    if isinstance(draft, VerticalStoryDraft):
        measure = draft.measure_in(draft.rows - rows_over) / size
    room = _room(made, letter, draft)
    over, cuts = (told.given.lines, told.given.cuts) if told is not None else (0, ())
    # How deep a shape is follows from what stands beside it: that is no room on a page that has to change.
    is_undecided = letter in made.plan.stretches and (is_over(made) or bool(made.plan.short))
    room = takes if is_undecided else room
    under = 0 if over else max(0, room - takes)
    room = max(0, takes - over) if over else room
    heads_over = heads_too_long(desk, letter)
    return StoryFit(
        letter,
        part_name(part),
        draft.legs,
        measure,
        takes,
        _characters(part, draft),
        room,
        over,
        under,
        round(under * measure),
        cuts,
        tuple(_heads(made, part, draft, rows_over)) if rows_over else (),
        0,
        told.others if told is not None else (),
        told is not None and told.is_shared,
        tuple(one for one in made.fitted if one.part == letter),
        next((one for one in getattr(draft, "head_fits", ()) if one.field == "headline"), None),
        desk.type_style("story_headline").size_over(_span(made, letter)),
        bool(heads_over),
        sum(one for finding in heads_over if isinstance(one := finding.args.get("over"), int)),
        measures_of(draft, size),
    )


def _with_cure(fit: StoryFit, torn: Mapping[str, Cure]) -> StoryFit:
    """A story that is too short for its shape, with what it wants; nothing is to be cut in it."""
    if fit.part not in torn:
        return fit
    cure, nothing = torn[fit.part], {"over": 0, "others": (), "heads": ()}
    return replace(fit, room=fit.takes + cure.lines, under=cure.lines, wanting=cure.characters, **nothing)


def _stuck(fit: StoryFit, told: Finding | None) -> StoryFit:
    """A story of which is told that it cannot go on elsewhere; one that stands whole has all the lines of its part."""
    if told is None:
        return fit
    if told.key != "composition.jump_needless":
        return replace(fit, stuck="refused")
    room = int(str(told.args["room"])) if fit.jumps else fit.room
    return replace(fit, stuck="needless", room=room, jumps=0)


def _characters(part: Story | Standfirst, draft: TextDraft) -> int:
    if isinstance(part, Story) and part.jump_from is not None and not part.paragraphs:  # what goes on on this page
        return sum(line.end - line.start for paragraph in _paragraphs(draft) for line in paragraph.lines)
    return sum(len(paragraph.text) for paragraph in part.paragraphs)


def _span(made: MadeUp, letter: str) -> int:
    area = made.desk.areas.get(letter)
    return 1 if area is None else area.span


def _jumping(made: MadeUp, part: Story | Standfirst, draft: _Jumping) -> StoryFit:
    """A story that goes on elsewhere takes what its rows hold; the rest is the other part's."""
    if isinstance(draft, JumpingShapeDraft):
        kept = before = draft.taken(made.plan.stretches[part.letter]) or 0
    else:
        taking = draft.taking(made.plan.rows[part.letter])
        kept, before = (0, 0) if taking is None else (sum(taking.counts), taking.kept)
    characters = sum(len(paragraph.text) for paragraph in part.paragraphs)
    measure = draft.measure / made.desk.frame.body
    jumps = draft.lines - before
    return StoryFit(part.letter, part_name(part), draft.legs, measure, draft.lines, characters, kept, jumps=jumps)


def _room(made: MadeUp, letter: str, draft: TextDraft) -> int:
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


def _paragraphs(draft: TextDraft) -> Sequence[SetParagraph]:
    return () if isinstance(draft, VerticalStoryDraft) else draft.set_paragraphs


def _heads(made: MadeUp, part: Story | Standfirst, draft: TextDraft, rows: int) -> Iterator[str]:
    """The fields of a story's head of which one line less gives as many rows."""
    if not isinstance(part, Story) or not isinstance(draft, (StoryDraft, ShapedStoryDraft, WrappedStoryDraft)):
        return
    lines: Mapping[str, int] = {"kicker": len(part.kicker), "headline": len(part.headline) - 1, "deck": len(part.deck)}
    for field, spare in lines.items():
        if spare > 0 and draft.head_rows - draft.head_rows_without(field) >= rows:
            yield field
