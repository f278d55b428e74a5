"""Lines that stand elsewhere than their part's own move accounts for, and those that are broken otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from msgspec import Struct

from jxprint.diff.mates import mates_of
from jxprint.diff.pairing import Pair
from jxprint.diff.spots import NEAR_PT, is_item, known_of, number_of, stretch, way, where
from jxprint.errors import Finding, Place
from jxprint.model import SeenArticle, SeenBlock, SeenLine

# More paragraphs than these are told as one.
_TOLD = 6
# Roles whose lines are counted down a leg; a file does not know them, and counts all lines of one measure.
_RUNNING = ("body", "subhead", "")


class _Moved(Struct, frozen=True):
    """A line of which only the place is new: old and new leg and number in it, and the way beside its part's own."""

    block: tuple[SeenBlock, SeenBlock]
    legs: tuple[int, int]
    numbers: tuple[int, int]
    dx: float
    dy: float

    @property
    def is_other_leg(self) -> bool:
        """Whether it stands in another leg."""
        return self.legs[0] != self.legs[1]

    @property
    def group(self) -> tuple[object, ...]:
        """Lines of one group are told together."""
        block = _run_of(*self.block)
        if self.is_other_leg:
            return block, *self.legs
        return block, round(self.dx / NEAR_PT), round(self.dy / NEAR_PT)


def line_changes(pair: Pair, elsewhere: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """What changed about the lines of a part that both proofs have; those that stood `elsewhere` in the same story are
    told with its jump.
    """
    if pair.old is None or pair.new is None:
        return
    before, after = pair.old.blocks, pair.new.blocks
    mates = mates_of(before, after)
    couples = [(before[mate], block) for mate, block in zip(mates, after, strict=True) if mate is not None]
    kept = [(couple, list(_kept(*couple))) for couple in couples]
    yield from _broken(pair, kept, elsewhere)
    yield from _moved(pair, kept)
    yield from _restyled(pair, kept)


_Couple = tuple[SeenBlock, SeenBlock]
_Kept = tuple[_Couple, list[tuple[SeenLine, SeenLine]]]


def _kept(old: SeenBlock, new: SeenBlock) -> Iterator[tuple[SeenLine, SeenLine]]:
    """Lines of a block whose text is the same in both proofs."""
    texts = [line.text for line in old.lines], [line.text for line in new.lines]
    for here, there, length in SequenceMatcher(None, *texts, autojunk=False).get_matching_blocks():
        yield from zip(old.lines[here : here + length], new.lines[there : there + length], strict=True)


def _broken(pair: Pair, kept: Sequence[_Kept], elsewhere: frozenset[str]) -> Iterator[Finding]:
    """Blocks with lines that were not in the old proof as they are."""
    told: list[Finding] = []
    lines = 0
    for (old, new), same in kept:
        known = {id(line) for _, line in same}
        fresh = [at for at, line in enumerate(new.lines, 1) if id(line) not in known and line.text not in elsewhere]
        if not fresh:
            continue
        lines += len(fresh)
        place = Place(part=pair.name, paragraph=number_of(old, new))
        args = {"part": pair.said, "where": where(old, new), "which": tuple(_ranges(fresh)), "lines": len(fresh)}
        told.append(Finding("checks.diff.lines_set", place, args, "note"))
    if len(told) <= _TOLD:
        yield from told
    else:
        args = {"part": pair.said, "lines": lines, "count": len(told)}
        yield Finding("checks.diff.lines_set_all", Place(part=pair.name), args, "note")


def _ranges(numbers: Sequence[int]) -> Iterator[str]:
    """Numbers as they are said: 3, 5–7."""
    for _, group in groupby(enumerate(numbers), key=lambda one: one[1] - one[0]):
        its = [number for _, number in group]
        yield stretch(its[0], its[-1])


def _moved(pair: Pair, kept: Sequence[_Kept]) -> Iterator[Finding]:
    """Lines that went to another leg, or another way than their part."""
    assert pair.old is not None
    assert pair.new is not None
    fx = fy = 0.0
    if pair.old.frame is not None and pair.new.frame is not None:
        fx, fy = pair.new.frame.x - pair.old.frame.x, pair.new.frame.y - pair.old.frame.y
    here, there = _numbers(pair.old), _numbers(pair.new)
    rows: list[_Moved] = []
    for couple, same in kept:
        for old, new in same:
            dx, dy = new.x - old.x - fx, new.y - old.y - fy
            if abs(dx) <= NEAR_PT and abs(dy) <= NEAR_PT:  # a leg has its number from what reads it
                continue
            numbers = here[id(old)], there[id(new)]
            rows.append(_Moved(couple, (old.leg, new.leg), numbers, dx, dy))
    for group in _grouped(rows):
        yield _told(pair, group)


def _grouped(rows: Sequence[_Moved]) -> list[list[_Moved]]:
    """Lines that are told together: of those that went to another leg each stretch, of the others all that moved one
    way.
    """
    groups: dict[object, list[_Moved]] = {}
    for number, (group, its) in enumerate(groupby(rows, key=lambda one: one.group)):
        moved = list(its)
        groups.setdefault((group, number if moved[0].is_other_leg else None), []).extend(moved)
    return list(groups.values())


def _is_running(block: SeenBlock) -> bool:
    return block.role in _RUNNING and block.tag != "Caption" and not block.is_head


def _run_of(old: SeenBlock, new: SeenBlock) -> object:
    """What lines of different blocks are told together in: running text, rows of a table, items of a list. Of a folder
    and a file the folder knows.
    """
    known = known_of(old, new)
    if known.cell is not None:
        return "rows"
    if is_item(known):
        return "items"
    return _is_running(known) or id(new)


def _told(pair: Pair, rows: list[_Moved]) -> Finding:
    first = rows[0]
    place = Place(part=pair.name, paragraph=number_of(*first.block))
    args: dict[str, object] = {"part": pair.said, "lines": len(rows)}
    if first.is_other_leg:
        args |= {"leg": first.legs[1] + 1, "which": tuple(_ranges([one.numbers[1] for one in rows]))}
        args |= {"old_leg": first.legs[0] + 1, "old": tuple(_ranges([one.numbers[0] for one in rows]))}
        return Finding("checks.diff.lines_leg", place, args, "note")
    args["way"] = way(first.dx, first.dy, pair.grid)
    run = _run_of(*first.block)
    if run in ("rows", "items"):
        blocks = {id(one.block[1]): known_of(*one.block) for one in rows}.values()
        numbers = sorted({block.cell[0] if block.cell is not None else block.number for block in blocks})
        key = "checks.diff.rows_moved" if run == "rows" else "checks.diff.items_moved"
        return Finding(key, place, {**args, "which": tuple(_ranges(numbers))}, "note")
    if run is not True:
        args["where"] = where(*first.block)
        return Finding("checks.diff.block_moved", place, args, "note")
    legs = sorted({one.legs[1] + 1 for one in rows})
    if len(legs) > 1:
        return Finding("checks.diff.legs_moved", place, {**args, "legs": tuple(_ranges(legs))}, "note")
    args |= {"leg": legs[0], "which": tuple(_ranges([one.numbers[1] for one in rows]))}
    return Finding("checks.diff.lines_moved", place, args, "note")


def _numbers(article: SeenArticle) -> dict[int, int]:
    """The number of each line (by identity) in its leg, from 1; lines that do not run are counted for themselves."""
    counts: Counter[tuple[object, int]] = Counter()
    numbers: dict[int, int] = {}
    for block in article.blocks:
        for line in block.lines:
            key = (_is_running(block) or id(block), line.leg)
            counts[key] += 1
            numbers[id(line)] = counts[key]
    return numbers


def _restyled(pair: Pair, kept: Sequence[_Kept]) -> Iterator[Finding]:
    """Lines that say the same and are set in other sizes, faces or inks, or lead elsewhere; and other readings."""
    changed = 0
    for (old, new), same in kept:
        changed += sum(
            abs(before.size - after.size) > 0.01 or bool(before.look and after.look and before.look != after.look)
            for before, after in same
        )
        if old.readings != new.readings:
            place = Place(part=pair.name, paragraph=number_of(old, new))
            args = {"part": pair.said, "where": where(old, new), "old": old.readings, "new": new.readings}
            yield Finding("checks.diff.readings", place, args, "note")
    if changed:
        yield Finding("checks.diff.lines_type", Place(part=pair.name), {"part": pair.said, "lines": changed}, "note")
