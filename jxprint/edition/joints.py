"""How a page as composed stands to the joints of its evidence: which fall at the foot of a leg, and what lines cost.

Read off the placed page alone: what composition says of itself is not asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import asdict, replace

from jxprint.errors import Finding, Place
from jxprint.model import Joint, Page, Story
from jxprint.placed import Article, PlacedPage, TextLine
from jxprint.text.classes import CLOSING, FINAL, HAN, OPENING, PAUSE, classify

_MARKS = (PAUSE, FINAL, CLOSING, OPENING)
# A mark narrower than this gave of its white.
_FULL_EM = 0.99


class JointFound(Struct, frozen=True):
    """A joint, the leg (from 1) that ends there, None where none does, and how many characters further on in the story
    the nearest end of a leg is (below 0: further back; None where no leg ends before the story does).
    """

    joint: Joint
    leg: int | None
    off: int | None

    def as_dict(self) -> dict[str, object]:
        """The same for machines."""
        joint = self.joint
        told = {"paragraph": joint.paragraph, "offset": joint.offset, "context": joint.context, "kind": joint.kind}
        return {**told, "hit": self.leg is not None, "leg": self.leg, "off": self.off}


class LineCost(Struct, frozen=True):
    """A line and what it cost: the widest gap between two Han, how far the line was opened in all (below 0: squeezed),
    both in ems, and how many of its marks gave of their white in that. `leg`, `line` in it and `paragraph` count
    from 1.
    """

    leg: int
    line: int
    paragraph: int
    text: str
    gap_em: float
    opened_em: float
    squeezed: int


class StoryJoints(Struct, frozen=True):
    """A story: its joints, the lines of each leg, every line, and the legs (from 1) that end within a paragraph though
    no joint is known there.
    """

    story: str
    joints: tuple[JointFound, ...]
    legs: tuple[int, ...]
    lines: tuple[LineCost, ...]
    parted: tuple[int, ...] = ()

    @property
    def hit(self) -> int:
        """How many of its joints are at the foot of a leg."""
        return sum(one.leg is not None for one in self.joints)

    @property
    def gap_em(self) -> float:
        """Its widest gap."""
        return max((line.gap_em for line in self.lines), default=0.0)

    def as_dict(self) -> dict[str, object]:
        """The same for machines."""
        return {
            "story": self.story,
            "hit": self.hit,
            "joints": [one.as_dict() for one in self.joints],
            "legs": list(self.legs),
            "parted": list(self.parted),
            "gap_em": self.gap_em,
            "lines": [asdict(line) for line in self.lines],
        }


class PageJoints(Struct, frozen=True):
    """A page's stories beside their joints; `widest_em` is how wide the style lets gaps be where lines end freely."""

    name: str
    stories: tuple[StoryJoints, ...]
    widest_em: float

    @property
    def joints(self) -> int:
        """How many joints the page has."""
        return sum(len(story.joints) for story in self.stories)

    @property
    def hit(self) -> int:
        """How many of them are at the foot of a leg."""
        return sum(story.hit for story in self.stories)

    def as_dict(self) -> dict[str, object]:
        """The same for machines."""
        stories = [story.as_dict() for story in self.stories]
        return {"name": self.name, "joints": self.joints, "hit": self.hit, "stories": stories}

    def missed(self) -> Iterator[Finding]:
        """Joints at which no leg ends, as errors."""
        for story in self.stories:
            for one in story.joints:
                if one.leg is None:
                    place, args = _told(story, one.joint)
                    yield Finding("evidence.missed", place, args)

    def findings(self) -> Iterator[Finding]:
        """What a faithful page cost, as notes: the page, then story by story, and lines wider than usual."""
        args: dict[str, object] = {"name": self.name, "hit": self.hit, "joints": self.joints}
        yield Finding("evidence.page", args=args, severity="note")
        for story in self.stories:
            squeezed = sum(line.opened_em < 0 and line.squeezed > 0 for line in story.lines)
            args = {"story": story.story, "hit": story.hit, "joints": len(story.joints), "squeezed": squeezed}
            args |= {"legs": tuple(map(str, story.legs)), "gap": f"{story.gap_em:.3f}"}
            yield Finding("evidence.story", args=args, severity="note")
            if len(set(story.legs)) > 1:
                args = {"story": story.story, "legs": tuple(map(str, story.legs))}
                yield Finding("evidence.uneven", args=args, severity="note")
            for leg in story.parted if story.joints else ():
                yield Finding("evidence.parted", args={"story": story.story, "leg": leg}, severity="note")
            for line in story.lines:
                if line.gap_em > self.widest_em + 0.0005:
                    args = {"story": story.story, "leg": line.leg, "line": line.line, "text": line.text}
                    yield Finding("evidence.wide", args={**args, "gap": f"{line.gap_em:.3f}"}, severity="note")

    def listed(self) -> Iterator[Finding]:
        """Every joint and whether a leg ends there, as notes, then how many do."""
        for story in self.stories:
            for one in story.joints:
                place, args = _told(story, one.joint)
                args |= {"leg": one.leg, "off": None if one.off is None else abs(one.off)}
                missed = "nowhere" if one.off is None else "further" if one.off > 0 else "before"
                yield Finding(f"evidence.free_{'hit' if one.leg else missed}", args=args, severity="note")
        args = {"name": self.name, "hit": self.hit, "joints": self.joints}
        yield Finding("evidence.free_page", args=args, severity="note")


def _told(story: StoryJoints, joint: Joint) -> tuple[Place, dict[str, object]]:
    place = replace(joint.place, part=story.story, paragraph=joint.paragraph, offset=joint.offset)
    args: dict[str, object] = {
        "story": story.story,
        "paragraph": joint.paragraph,
        "offset": joint.offset,
        "context": joint.context,
    }
    return place, args


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
    starts = [0]
    for paragraph in part.paragraphs:
        starts.append(starts[-1] + len(paragraph.text))
    # By code point of the whole story: the leg (from 1) that ends there.
    feet = {
        starts[number - 1] + _end(line): line.leg + 1
        for (number, line), (_, after) in pairwise(lines)
        if line.leg != after.leg
    }
    found: list[JointFound] = []
    for joint in part.joints:
        at = starts[joint.paragraph - 1] + joint.offset
        off = min((foot - at for foot in feet), key=abs, default=None)
        found.append(JointFound(joint, feet.get(at), off))
    known = {starts[joint.paragraph - 1] + joint.offset for joint in part.joints}
    parted = tuple(leg for foot, leg in feet.items() if foot not in known and foot not in starts)
    counts = Counter(line.leg for _, line in lines)
    legs = tuple(counts[leg] for leg in range(max(counts, default=-1) + 1))
    return StoryJoints(part.name, tuple(found), legs, tuple(_costs(lines)), parted)


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
