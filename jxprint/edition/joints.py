"""How a page as composed stands to the joints of its evidence: which fall at the foot of a leg, and what legs cost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import asdict, replace

from jxprint.errors import Finding, Phrase, Place
from jxprint.model.joints import Joint

# A line squeezed by so much looks as bad as one with gaps as wide: it has some fifteen characters.
_SQUEEZE = 14.0


_AS = {"own": "evidence.as.own", "opened": "evidence.as.opened", "evened": "evidence.as.evened"}
# What ends where a leg does.
Foot = Literal["joint", "paragraph", "parted", "text"]


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


class MannerFound(Struct, frozen=True):
    """How a story's joints are found where it is set in another manner than the page's own (see `manners`)."""

    manner: str
    joints: tuple[JointFound, ...]

    @property
    def hit(self) -> int:
        """How many of them are at the foot of a leg."""
        return sum(one.leg is not None for one in self.joints)

    def as_dict(self) -> dict[str, object]:
        """The same for machines."""
        return {"manner": self.manner, "hit": self.hit, "joints": [one.as_dict() for one in self.joints]}


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

    @property
    def squeeze_em(self) -> float:
        """By how much its marks are squeezed."""
        return -self.opened_em if self.squeezed else 0.0


class LegCost(Struct, frozen=True):
    """A leg (from 1) and what its lines cost: how many there are, what ends at its foot, the widest gap and the most
    that a line is squeezed by (ems), how many lines are squeezed, and the worst of them.
    """

    leg: int
    lines: int
    foot: Foot
    gap_em: float
    squeezed_em: float
    squeezed: int
    worst: LineCost | None

    def as_dict(self) -> dict[str, object]:
        """The same for machines."""
        return asdict(self) | {"worst": None if self.worst is None else asdict(self.worst)}


class StoryJoints(Struct, frozen=True):
    """A story: its joints, the lines of each leg, every line, and the legs (from 1) that end within a paragraph though
    no joint is known there.
    """

    story: str
    joints: tuple[JointFound, ...]
    legs: tuple[int, ...]
    lines: tuple[LineCost, ...]
    parted: tuple[int, ...] = ()
    manners: tuple[MannerFound, ...] = ()

    @property
    def best(self) -> tuple[str, int]:
        """The manner that has most of its joints, and how many; the page's own where none has more."""
        others = [(one.manner, one.hit) for one in self.manners]
        return max([("own", self.hit), *others], key=lambda one: one[1])

    def hit_as(self, manner: str) -> int:
        """How many joints a manner has; as many as the page's own where the story cannot be set in it."""
        return next((one.hit for one in self.manners if one.manner == manner), self.hit)

    def costs(self) -> Iterator[LegCost]:
        """Leg by leg what its lines cost. A squeezed line weighs as much as one whose gaps are as far open."""
        ends = {one.leg for one in self.joints}
        for leg, count in enumerate(self.legs, 1):
            own = [line for line in self.lines if line.leg == leg]
            squeezes = [-line.opened_em for line in own if line.squeezed]
            foot: Foot = "text" if leg == len(self.legs) else "parted" if leg in self.parted else "paragraph"
            worst = max(own, key=lambda line: max(line.gap_em, line.squeeze_em / _SQUEEZE), default=None)
            gap = max((line.gap_em for line in own), default=0.0)
            foot = "joint" if leg in ends else foot
            yield LegCost(leg, count, foot, gap, max(squeezes, default=0.0), len(squeezes), worst)

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
            "legs": [one.as_dict() for one in self.costs()],
            "parted": list(self.parted),
            "gap_em": self.gap_em,
            **({"manners": [one.as_dict() for one in self.manners]} if self.manners else {}),
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
        """What a faithful page cost, as notes: the page, then legs that are not level or part a paragraph where no
        joint is known, and lines wider than usual.
        """
        args: dict[str, object] = {"name": self.name, "hit": self.hit, "joints": self.joints}
        yield Finding("evidence.page", args=args, severity="note")
        for story in self.stories:
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
                _, args = _told(story, one.joint)
                args |= {"leg": one.leg, "off": None if one.off is None else abs(one.off)}
                key = "evidence.free_nowhere" if one.off is None else "evidence.free_hit"
                if one.off:
                    key = "evidence.free_further" if one.off > 0 else "evidence.free_before"
                yield Finding(key, args=args, severity="note")
        offs = [abs(one.off) for story in self.stories for one in story.joints if one.off is not None]
        args = {"name": self.name, "hit": self.hit, "joints": self.joints}
        args |= {"near": sum(off <= 1 for off in offs), "around": sum(off <= 3 for off in offs)}
        yield Finding("evidence.free_page", args=args, severity="note")
        if any(story.manners for story in self.stories):
            yield from self._by_manner()

    def _by_manner(self) -> Iterator[Finding]:
        """How many joints other manners have, and each story's best one."""
        args: dict[str, object] = {"name": self.name, "joints": self.joints}
        for manner, key in (("opened", "evidence.manner_opened"), ("evened", "evidence.manner_evened")):
            hit = sum(story.hit_as(manner) for story in self.stories)
            yield Finding(key, args={**args, "hit": hit}, severity="note")
        best = [(story.story, *story.best) for story in self.stories if story.joints]
        each = tuple(Phrase(_AS[manner], {"story": story, "hit": hit}) for story, manner, hit in best)
        args |= {"hit": sum(hit for _, _, hit in best), "each": each}
        yield Finding("evidence.manner_best", args=args, severity="note")


def _told(story: StoryJoints, joint: Joint) -> tuple[Place, dict[str, object]]:
    place = replace(joint.place, part=story.story, paragraph=joint.paragraph, offset=joint.offset)
    args: dict[str, object] = {
        "story": story.story,
        "paragraph": joint.paragraph,
        "offset": joint.offset,
        "context": joint.context,
    }
    return place, args
