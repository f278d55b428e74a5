"""Lines that stand elsewhere than their part's own move accounts for, and those that are broken otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from msgspec import Struct

from jxprint.diff.mates import mates_of
from jxprint.diff.spots import NEAR_PT, is_item, is_running, known_of, number_of, ranges, way, where
from jxprint.diff.stories import Story
from jxprint.diff.went import Numbers, went
from jxprint.errors import Finding, Place
from jxprint.model import SeenArticle, SeenBlock, SeenLine

# More paragraphs than these are told as one.
_TOLD = 6

# A finding, with the place of its page among the pairs of pages.
Told = tuple[int, Finding]


class _Moved(Struct, frozen=True):
    """A line of which only the place is new: old and new leg and number in it, and the way beside its part's own."""

    block: tuple[SeenBlock, SeenBlock]
    legs: tuple[int, int]
    numbers: tuple[int, int]
    part: int
    dx: float
    dy: float

    @property
    def is_other_leg(self) -> bool:
        """Whether it stands in another leg."""
        return self.legs[0] != self.legs[1]

    @property
    def group(self) -> tuple[object, ...]:
        """Lines of one group are told together."""
        block = _run_of(*self.block), self.part
        if self.is_other_leg:
            return block, *self.legs
        return block, round(self.dx / NEAR_PT), round(self.dy / NEAR_PT)


def line_changes(story: Story) -> Iterator[Told]:
    """What changed about the lines of a story that both proofs have."""
    if story.old is None or story.new is None:
        return
    before, after = story.old.blocks, story.new.blocks
    mates = mates_of(before, after)
    couples = [(before[mate], block) for mate, block in zip(mates, after, strict=True) if mate is not None]
    kept = [(couple, list(_kept(*couple))) for couple in couples]
    known = {id(block): known_of(*couple) for couple in couples for block in couple}
    numbers = _numbers(story.old, known), _numbers(story.new, known)
    findings, gone = went(story, [one for one in couples if is_running(known_of(*one))], numbers)
    yield from findings
    yield from _broken(story, kept, gone)
    yield from _moved(story, kept, numbers)
    yield from _restyled(story, kept)


_Couple = tuple[SeenBlock, SeenBlock]
_Kept = tuple[_Couple, list[tuple[SeenLine, SeenLine]]]


def _kept(old: SeenBlock, new: SeenBlock) -> Iterator[tuple[SeenLine, SeenLine]]:
    """Lines of a block whose text is the same in both proofs."""
    texts = [line.text for line in old.lines], [line.text for line in new.lines]
    for here, there, length in SequenceMatcher(None, *texts, autojunk=False).get_matching_blocks():
        yield from zip(old.lines[here : here + length], new.lines[there : there + length], strict=True)


def _broken(story: Story, kept: Sequence[_Kept], gone: set[int]) -> Iterator[Told]:
    """Blocks with lines that were not in the old proof as they are, but for those told to have `gone` elsewhere."""
    told: dict[int, list[Finding]] = {}
    for (old, new), same in kept:
        known = gone | {id(line) for _, line in same}
        fresh = [(at, line) for at, line in enumerate(new.lines, 1) if id(line) not in known]
        for part, its in groupby(fresh, key=lambda one: one[1].part):
            which = [at for at, _ in its]
            place = Place(part=story.name, paragraph=number_of(old, new))
            said = story.new_pieces[part].said
            args = {"part": said, "where": where(old, new), "which": tuple(ranges(which)), "lines": len(which)}
            told.setdefault(part, []).append(Finding("checks.diff.lines_set", place, args, "note"))
    for part, its_own in told.items():
        piece = story.new_pieces[part]
        if len(its_own) <= _TOLD:
            yield from ((piece.page, finding) for finding in its_own)
        else:
            lines = sum(int(str(finding.args["lines"])) for finding in its_own)
            about = {"part": piece.said, "lines": lines, "count": len(its_own)}
            yield piece.page, Finding("checks.diff.lines_set_all", Place(part=story.name), about, "note")


def _moved(story: Story, kept: Sequence[_Kept], numbers: tuple[Numbers, Numbers]) -> Iterator[Told]:
    """Lines that went to another leg, or another way than their part."""
    rows: list[_Moved] = []
    for couple, same in kept:
        for old, new in same:
            if story.mates[new.part] != old.part:
                continue
            fx, fy = story.shift(new.part)
            dx, dy = new.x - old.x - fx, new.y - old.y - fy
            if abs(dx) <= NEAR_PT and abs(dy) <= NEAR_PT:  # a leg has its number from what reads it
                continue
            own = numbers[0][id(old)], numbers[1][id(new)]
            rows.append(_Moved(couple, (old.leg, new.leg), own, new.part, dx, dy))
    for group in _grouped(rows):
        yield story.new_pieces[group[0].part].page, _told(story, group)


def _grouped(rows: Sequence[_Moved]) -> list[list[_Moved]]:
    """Lines that are told together: of those that went to another leg each stretch, of the others all that moved one
    way.
    """
    groups: dict[object, list[_Moved]] = {}
    for number, (group, its) in enumerate(groupby(rows, key=lambda one: one.group)):
        moved = list(its)
        groups.setdefault((group, number if moved[0].is_other_leg else None), []).extend(moved)
    return list(groups.values())


def _run_of(old: SeenBlock, new: SeenBlock) -> object:
    """What lines of different blocks are told together in: running text, rows of a table, items of a list. Of a folder
    and a file the folder knows.
    """
    known = known_of(old, new)
    if known.cell is not None:
        return "rows"
    if is_item(known):
        return "items"
    return is_running(known) or id(new)


def _told(story: Story, rows: list[_Moved]) -> Finding:
    first = rows[0]
    place = Place(part=story.name, paragraph=number_of(*first.block))
    args: dict[str, object] = {"part": story.new_pieces[first.part].said, "lines": len(rows)}
    if first.is_other_leg:
        args |= {"leg": first.legs[1] + 1, "which": tuple(ranges([one.numbers[1] for one in rows]))}
        args |= {"old_leg": first.legs[0] + 1, "old": tuple(ranges([one.numbers[0] for one in rows]))}
        return Finding("checks.diff.lines_leg", place, args, "note")
    args["way"] = way(first.dx, first.dy, story.grid)
    run = _run_of(*first.block)
    if run in ("rows", "items"):
        blocks = {id(one.block[1]): known_of(*one.block) for one in rows}.values()
        numbers = sorted({block.cell[0] if block.cell is not None else block.number for block in blocks})
        key = "checks.diff.rows_moved" if run == "rows" else "checks.diff.items_moved"
        return Finding(key, place, {**args, "which": tuple(ranges(numbers))}, "note")
    if run is not True:
        args["where"] = where(*first.block)
        return Finding("checks.diff.block_moved", place, args, "note")
    legs = sorted({one.legs[1] + 1 for one in rows})
    if len(legs) > 1:
        return Finding("checks.diff.legs_moved", place, {**args, "legs": tuple(ranges(legs))}, "note")
    args |= {"leg": legs[0], "which": tuple(ranges([one.numbers[1] for one in rows]))}
    return Finding("checks.diff.lines_moved", place, args, "note")


def _numbers(article: SeenArticle, known: Mapping[int, SeenBlock]) -> Numbers:
    """The number of each line (by identity) in its leg, from 1; lines that do not run are counted for themselves.
    `known` are the versions of blocks (by identity) that know the copy.
    """
    counts: Counter[tuple[object, ...]] = Counter()
    numbers: Numbers = {}
    for block in article.blocks:
        for line in block.lines:
            key = (is_running(known.get(id(block), block)) or id(block), line.part, line.leg)
            counts[key] += 1
            numbers[id(line)] = counts[key]
    return numbers


def _restyled(story: Story, kept: Sequence[_Kept]) -> Iterator[Told]:
    """Lines that say the same and are set in other sizes, faces or inks, or lead elsewhere; and other readings."""
    changed: Counter[int] = Counter()
    for (old, new), same in kept:
        for before, after in same:
            changed[after.part] += abs(before.size - after.size) > 0.01 or bool(
                before.look and after.look and before.look != after.look
            )
        if old.readings != new.readings:
            piece = story.piece(new.lines[0])
            place = Place(part=story.name, paragraph=number_of(old, new))
            args = {"part": piece.said, "where": where(old, new), "old": old.readings, "new": new.readings}
            yield piece.page, Finding("checks.diff.readings", place, args, "note")
    for part, lines in changed.items():
        if lines:
            piece = story.new_pieces[part]
            about = {"part": piece.said, "lines": lines}
            yield piece.page, Finding("checks.diff.lines_type", Place(part=story.name), about, "note")
