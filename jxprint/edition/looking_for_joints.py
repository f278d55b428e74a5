"""Joints looked for on a page as composed, and what its lines cost.

Read off the placed page alone: what composition says of itself is not asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from msgspec.structs import replace

from jxprint.composition.manners import PRICES, feet
from jxprint.edition.joints import JointFound, LineCost, MannerFound, PageJoints, StoryJoints
from jxprint.errors import DescriptionError, Finding
from jxprint.fonts import Library
from jxprint.model import Page, Story
from jxprint.placed import Article, PlacedPage, TextLine
from jxprint.text.classes import CLOSING, FINAL, HAN, OPENING, PAUSE, classify

_MARKS = (PAUSE, FINAL, CLOSING, OPENING)
# A mark narrower than this gave of its white.
_FULL_EM = 0.99


def cost_of(page: Page, placed: PlacedPage, *, proof: bool) -> tuple[PageJoints, list[Finding]]:
    """What setting a page faithfully cost, and what is to be told. Raises DescriptionError where a joint was missed; a
    proof has these as warnings.
    """
    found = page_joints(page, placed)
    missed = list(found.missed())
    if missed and not proof:
        raise DescriptionError(*missed)
    return found, [*(replace(one, severity="warning") for one in missed), *found.findings()]


def page_joints(page: Page, placed: PlacedPage) -> PageJoints:
    """Look at a page that was composed; `page` has the joints of its stories."""
    articles = {article.part: article for article in placed.articles}
    stories = [
        _story_joints(part, articles[part.letter])
        for part in page.parts
        if isinstance(part, Story) and part.letter in articles
    ]
    return PageJoints(page.name, tuple(stories), page.style.justification.widest_em)


def _story_joints(part: Story, article: Article) -> StoryJoints:
    lines = [
        (block.index + 1, line)
        for block in article.text_blocks()
        if block.role in ("body", "subhead")
        for line in block.lines
    ]
    starts = [0, *accumulate(len(paragraph.text) for paragraph in part.paragraphs)]
    # By code point of the whole story: the leg (from 1) that ends there.
    ends = {
        starts[number - 1] + _end(line): line.leg + 1
        for (number, line), (_, after) in pairwise(lines)
        if line.leg != after.leg
    }
    found = _found(part, starts, ends)
    known = {starts[joint.paragraph - 1] + joint.offset for joint in part.joints}
    parted = tuple(leg for foot, leg in ends.items() if foot not in known and foot not in starts)
    counts = Counter(line.leg for _, line in lines)
    legs = tuple(counts[leg] for leg in range(max(counts, default=-1) + 1))
    return StoryJoints(part.name, found, legs, tuple(_costs(lines)), parted)


def _found(part: Story, starts: Sequence[int], feet: Mapping[int, int]) -> tuple[JointFound, ...]:
    """A story's joints beside the ends of its legs, which are by code points of the whole story."""
    found: list[JointFound] = []
    for joint in part.joints:
        at = starts[joint.paragraph - 1] + joint.offset
        off = min((foot - at for foot in feet), key=abs, default=None)
        found.append(JointFound(joint, feet.get(at), off))
    return tuple(found)


def with_manners(page: Page, joints: PageJoints, library: Library) -> PageJoints:
    """The same with what other manners of setting would have of each story's joints, in as many lines."""
    stories = {part.name: part for part in page.parts if isinstance(part, Story)}
    return replace(joints, stories=tuple(_in_manners(page, library, stories[one.story], one) for one in joints.stories))


def _in_manners(page: Page, library: Library, part: Story, own: StoryJoints) -> StoryJoints:
    starts = [0, *accumulate(len(paragraph.text) for paragraph in part.paragraphs)]
    manners: list[MannerFound] = []
    for manner in PRICES if part.joints else ():
        ends = feet(page, library, part, manner, sum(own.legs))
        if ends is not None:
            at = {starts[paragraph - 1] + offset: leg for leg, (paragraph, offset) in enumerate(ends, 1)}
            manners.append(MannerFound(manner, _found(part, starts, at)))
    return replace(own, manners=tuple(manners))


def _end(line: TextLine) -> int:
    """The code point of its paragraph behind a line; 0 where the dateline alone is on it."""
    ends = [run.source.end for run in line.runs if run.source.field == "paragraph"]
    return max(ends, default=0)


def _costs(lines: Sequence[tuple[int, TextLine]]) -> Iterator[LineCost]:
    row: Counter[int] = Counter()
    for number, line in lines:
        row[line.leg] += 1
        size = next((run.size for run in line.runs), 1.0)
        gap, squeezed = _gap_and_marks(line)
        opened = line.adjustment / size
        marks = squeezed if opened < 0 else 0
        text = "".join(run.text for run in line.runs if run.inline != "reading")
        gap = round(gap, 4) if line.justified else 0.0
        yield LineCost(line.leg + 1, row[line.leg], number, text, gap, round(opened, 4), marks)


def _gap_and_marks(line: TextLine) -> tuple[float, int]:
    """The widest gap between two Han of a line, in ems, and how many of its marks are narrower than they are cut."""
    cells: list[tuple[int, float]] = []
    for run in line.runs:
        if run.inline != "reading":
            classes = classify(run.text)
            cells += [(classes[at], way / run.size) for at, way in zip(run.starts, run.advances, strict=True)]
    gaps = [way - 1.0 for (left, way), (right, _) in pairwise(cells) if left == HAN and right == HAN]
    marks = sum(cls in _MARKS and way < _FULL_EM for cls, way in cells[:-1])
    return max(0.0, *gaps) if gaps else 0.0, marks
