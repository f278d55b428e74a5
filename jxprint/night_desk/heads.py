"""Heads: side by side, too close, stacked, stranded, and over columns that are not their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jxprint.geometry import Rect, around
from jxprint.night_desk.marks import Mark, mm
from jxprint.night_desk.view import BANDS, NEAR_PT, Leg, Stand, View, level, over
from jxprint.placed import TextBlock

# What no main head speaks of.
_HEADLESS = BANDS | {"advertisement", "ornament"}


def tombstones(view: View) -> Iterator[Mark]:
    """碰题: heads that run the same way, side by side at one level, with less than a column between them. A column rule
    parts nothing; a box about one of the two does, and so does one head running down where the other runs across.
    """
    for one, other in _neighbours(view):
        shared = level(_head(one), _head(other))
        if shared > NEAR_PT and one.upright == other.upright:
            args = {"one": one.name, "other": other.name, "shared": mm(shared)}
            yield Mark("tombstone", (one.letter, other.letter), around((_head(one), _head(other))), args)


def close_heads(view: View) -> Iterator[Mark]:
    """Heads of neighbouring stacks keep rows apart (design.md 12): what is not level and yet nearly so looks like an
    error.
    """
    for one, other in _neighbours(view):
        between = -level(_head(one), _head(other)) / view.pitch
        if one.upright or other.upright or not -NEAR_PT / view.pitch <= between < view.limits.head_rows - 0.01:
            continue
        args = {
            "one": one.name,
            "other": other.name,
            "rows": f"{max(between, 0.0):.1f}",
            "least": f"{view.limits.head_rows:g}",
        }
        yield Mark("close-heads", (one.letter, other.letter), around((_head(one), _head(other))), args)


def stacked_heads(view: View) -> Iterator[Mark]:
    """叠题: a head directly on a head, with nothing between that is read or seen. A main head over several parts covers
    them all and belongs there. White deeper than the house lets it be is a hole, and parts them.
    """
    furthest = (view.page.style.spacing.between_parts + view.limits.hole_rows + 1) * view.pitch
    # Text stands beside upright heads, and under most others.
    bare = [stand for stand in view.headed if not stand.upright and not _under(_head(stand), stand.legs)]
    things = [(stand, box) for stand in view.stands for box in _boxes(stand)] if bare else []
    for stand in bare:
        head = _head(stand)
        below = [
            (box.y, other, box)
            for other, box in things
            if box.y >= head.bottom - NEAR_PT and over(head, box) > NEAR_PT and not (other is stand and box is head)
        ]
        if not below:
            continue
        _, next_, box = min(below, key=lambda one: one[0])
        if next_ is stand or next_.head is not box or box.y - head.bottom > furthest:
            continue
        covered = [one for one in view.stands if _is_right_under(head, one, box.y, view.pitch)]
        if stand.kind == "headline" and len(covered) > 1:
            continue
        args = {"one": stand.name, "other": next_.name, "apart": mm(box.y - head.bottom)}
        yield Mark("stacked-heads", (stand.letter, next_.letter), around((head, box)), args)


def stranded_heads(view: View) -> Iterator[Mark]:
    """背题: a head at the foot with fewer lines of its text under it than the house wants, or with none; a main head
    with nothing under it, or with what it cannot be the head of.
    """
    for stand in view.headed:
        head = _head(stand)
        if stand.kind == "headline":
            below = [one for one in view.stands if one is not stand and _is_below(head, one)]
            top = min((one.frame.y for one in below), default=0.0)
            next_ = [one for one in below if _is_right_under(head, one, top, view.pitch)]
            if not stand.upright and all(one.kind in _HEADLESS for one in next_):
                yield Mark("stranded-head", (stand.letter,), head, {"one": stand.name, "lines": 0, "least": 1})
        elif not stand.upright and not stand.vertical:
            lines = max((leg.lines for leg in _under(head, stand.legs)), default=0)
            if not lines and stand.beside:
                continue
            if lines < view.limits.lines_under_head:
                args = {"one": stand.name, "lines": lines, "least": view.limits.lines_under_head}
                yield Mark("stranded-head", (stand.letter,), head, args)


def stranded_subheads(view: View) -> Iterator[Mark]:
    """背题 of a subhead: at a leg's end, its text in the next leg. Where the text ends, one line under it will do."""
    least = view.limits.lines_under_head
    for stand in view.of_kinds(("story",)):
        blocks = list(stand.blocks("body", "subhead"))
        if not any(block.role == "subhead" for block in blocks):
            continue
        last = stand.legs[-1].number
        for at, block in enumerate(blocks):
            if block.role == "subhead" and block.lines:
                leg = block.lines[-1].leg
                under = _lines_behind(blocks[at + 1 :], leg)
                if under < (1 if leg == last else least):
                    args = {"one": stand.name, "text": block.lines[0].text, "lines": under, "least": least}
                    yield Mark("stranded-subhead", (stand.letter,), block.frames[-1], args, str(block.index + 1))


def head_spans(view: View) -> Iterator[Mark]:
    """题文不符栏: a head over columns that have none of its text, or text that goes on under another story. A head
    beside its text or inside it (串文题, 文夹题, 文包题) covers what it covers, and that of a story with corners the
    columns that begin with it: those that are drawn lower begin under what the editor drew over them.
    """
    half = view.placed.grid.column_width / 2
    for stand in view.of_kinds(("story",)):
        if stand.head is None or stand.upright or stand.vertical or stand.beside:
            continue
        head, under = stand.head, _under(stand.head, stand.legs)
        bare = _bare(view, stand, under)
        if under and bare > half:
            args = {"one": stand.name, "bare": mm(bare)}
            yield Mark("head-span", (stand.letter,), head, args, "wide", "makeup.head_wide")
        for leg in stand.legs:
            if over(head, leg.frame) > NEAR_PT or _is_drawn_lower(view, stand, leg):
                continue
            above = _right_above(view, stand, leg.frame)
            if above is not None and above.kind == "story":
                args = {"one": stand.name, "other": above.name}
                yield Mark("head-span", (stand.letter, above.letter), leg.frame, args, "narrow", "makeup.head_narrow")
                break


def _is_drawn_lower(view: View, stand: Stand, leg: Leg) -> bool:
    """Whether the column that a leg stands in begins further down in the dummy than its story."""
    first = next((row for row in view.page.dummy.rows if stand.letter in row), ())
    middle = leg.frame.x + leg.frame.width / 2
    column = sum(x <= middle for x in view.placed.grid.column_xs) - 1
    return 0 <= column < len(first) and first[column] != stand.letter


def _head(stand: Stand) -> Rect:
    assert stand.head is not None
    return stand.head


def _neighbours(view: View) -> Iterator[tuple[Stand, Stand]]:
    """Pairs of headed parts near enough to look at, with less than a column between their heads and no box about one
    of them, the left one first. Parts over one another are no neighbours.
    """
    column, near = view.placed.grid.column_width, view.limits.head_rows * view.pitch
    ordered = sorted((_head(stand).y, at, stand) for at, stand in enumerate(view.headed) if stand.box is None)
    for at, (_, _, one) in enumerate(ordered):
        foot = _head(one).bottom + near
        for y, _, other in ordered[at + 1 :]:
            if y > foot:
                break
            apart = -over(_head(one), _head(other))
            if -NEAR_PT <= apart < column and over(one.frame, other.frame) <= NEAR_PT:
                yield (one, other) if one.frame.x < other.frame.x else (other, one)


def _boxes(stand: Stand) -> Iterator[Rect]:
    """What is read or seen of a part: its head, each leg, or all of it."""
    if stand.head is not None:
        yield stand.head
    if stand.legs:
        yield from (leg.frame for leg in stand.legs)
    elif stand.head is None:
        yield stand.frame


def _under(head: Rect, legs: Iterable[Leg]) -> list[Leg]:
    """The topmost legs under a head; what goes on below a picture is none of them."""
    below = [leg for leg in legs if leg.frame.y >= head.bottom - NEAR_PT and over(head, leg.frame) > NEAR_PT]
    tops = [leg.frame.y for leg in below]
    if tops and max(tops) - min(tops) < NEAR_PT:
        return below
    return [leg for leg in below if not any(_is_over(one.frame, leg.frame) for one in below if one is not leg)]


def _is_over(one: Rect, other: Rect) -> bool:
    return over(one, other) > NEAR_PT and one.bottom <= other.y + NEAR_PT


def _is_below(head: Rect, stand: Stand) -> bool:
    return stand.frame.y >= head.bottom - NEAR_PT and over(head, stand.frame) > NEAR_PT


def _is_right_under(head: Rect, stand: Stand, y: float, pitch: float) -> bool:
    """Whether it begins under a head at about this height."""
    return over(head, stand.frame) > NEAR_PT and abs(stand.frame.y - y) < 2 * pitch


def _right_above(view: View, stand: Stand, frame: Rect) -> Stand | None:
    """What stands over a box, next to it; None where that is nothing or the part itself."""
    above = [one for one in view.stands if _is_over(one.frame, frame)]
    own = [leg.frame for leg in stand.legs if _is_over(leg.frame, frame)]
    found = max(above, key=lambda one: one.frame.bottom, default=None)
    if found is None or any(one.bottom > found.frame.bottom for one in own):
        return None
    return found


def _bare(view: View, stand: Stand, under: Sequence[Leg]) -> float:
    """How much of a head has nothing of its story under it (points); a picture that the text runs round, or that stands
    within the story, is part of it to the eye, and so are gutters.
    """
    head, gutter = _head(stand), view.page.grid.gap_em * view.placed.grid.body_pt
    pictures = [
        one.frame
        for one in view.stands
        if one.kind in ("picture", "quote")
        and over(head, one.frame) > NEAR_PT
        and level(stand.frame, one.frame) > NEAR_PT
    ]
    for inset in view.insets:
        if inset.part is not None and inset.part.within is not None and inset.part.within.letter == stand.letter:
            pictures += (inset.frame, *_columns_of(view, inset.frame))
    filled = [Rect(box.x, box.y, box.width + gutter, 0) for box in (*(leg.frame for leg in under), *pictures)]
    return head.width + gutter - _union(filled)


def _columns_of(view: View, frame: Rect) -> Iterator[Rect]:
    """Columns in which what stands within a story leaves no room for text beside it."""
    width = view.placed.grid.column_width
    for x in view.placed.grid.column_xs:
        before, behind = frame.x - view.clear - x, x + width - frame.right - view.clear
        if max(before, behind) < min(view.narrowest, width) - NEAR_PT:
            yield Rect(x, frame.y, width, frame.height)


def _union(frames: Iterable[Rect]) -> float:
    """How much of the page's width some boxes take together (points)."""
    width, reached = 0.0, float("-inf")
    for frame in sorted(frames, key=lambda one: one.x):
        width += max(0.0, frame.right - max(frame.x, reached))
        reached = max(reached, frame.right)
    return width


def _lines_behind(blocks: Iterable[TextBlock], leg: int) -> int:
    """Lines of text in a leg behind a subhead."""
    return sum(1 for block in blocks for line in block.lines if line.leg == leg and block.role == "body")
