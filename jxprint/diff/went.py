"""Text that went from one part of its story to another (转版处移动): how much, from where, and to where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct, field

from jxprint.checker.alignment import align
from jxprint.diff.spots import ranges
from jxprint.diff.stories import Story
from jxprint.errors import Finding, Phrase, Place
from jxprint.model import SeenBlock, SeenLine

Numbers = dict[int, int]
Couples = Sequence[tuple[SeenBlock, SeenBlock]]


class _Going(Struct):
    """What went one way: the old and the new line of each character, in order, and the paragraph of the first."""

    paragraph: int
    old: list[SeenLine] = field(default_factory=list)
    new: list[SeenLine] = field(default_factory=list)


def went(
    story: Story, couples: Couples, numbers: tuple[Numbers, Numbers]
) -> tuple[list[tuple[int, Finding]], set[int]]:
    """Findings with the place of their page, and the new lines (by identity) of which nothing else is to be told.
    `numbers` are those of lines in their legs.
    """
    if len(story.old_pieces) < 2 and len(story.new_pieces) < 2:
        return [], set()
    ways: dict[tuple[int, int], _Going] = {}
    for old, new in couples:
        for before, after in _together(old, new):
            if story.mates[after.part] != before.part:
                way = ways.setdefault((before.part, after.part), _Going(new.number))
                way.old.append(before)
                way.new.append(after)
    findings: list[tuple[int, Finding]] = []
    whole: set[int] = set()
    for (source, target), way in sorted(ways.items()):
        counts = [(line, sum(1 for _ in its)) for line, its in groupby(way.new, key=id)]
        lines = {id(line): line for line in way.new}
        whole |= {at for at, count in counts if count == len(lines[at].text)}
        args = {
            "part": story.name,
            "lines": len({id(line) for line in way.old}),
            "characters": len(way.old),
            "old": story.old_pieces[source].spot,
            "new": story.new_pieces[target].spot,
            "old_lines": tuple(_places(way.old, numbers[0])),
            "new_lines": tuple(_places(way.new, numbers[1])),
        }
        finding = Finding("checks.diff.lines_went", Place(part=story.name, paragraph=way.paragraph), args, "note")
        findings.append((story.new_pieces[target].page, finding))
    return findings, whole


def _together(old: SeenBlock, new: SeenBlock) -> Iterator[tuple[SeenLine, SeenLine]]:
    """The lines of each character that both versions of a paragraph have."""
    before = [line for line in old.lines for _ in line.text]
    after = [line for line in new.lines for _ in line.text]
    gone, come = set[int](), set[int]()
    for hunk in align(old.text, new.text):
        if hunk.kind == "moved":
            yield from zip(before[hunk.start : hunk.end], after[hunk.read_start : hunk.read_end], strict=True)
        gone.update(range(hunk.start, hunk.end))
        come.update(range(hunk.read_start, hunk.read_end))
    # Without what was changed both texts are one.
    kept = [line for at, line in enumerate(before) if at not in gone]
    yield from zip(kept, [line for at, line in enumerate(after) if at not in come], strict=True)


def _places(lines: Sequence[SeenLine], numbers: Numbers) -> Iterator[Phrase]:
    """Where some lines stand, leg by leg."""
    for leg, group in groupby(lines, key=lambda line: line.leg):
        its = sorted({numbers[id(line)] for line in group})
        yield Phrase("checks.diff.lines_of_leg", {"leg": leg + 1, "which": tuple(ranges(its))})
