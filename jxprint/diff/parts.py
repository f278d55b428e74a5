"""Parts that came, went, moved, took another place in the reading order; pictures and what is drawn under the copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxprint.checker.alignment import rising
from jxprint.diff.ornaments import ornament_changes
from jxprint.diff.pairing import Pair
from jxprint.diff.spots import length, near, same, spot
from jxprint.errors import Finding, Place
from jxprint.geometry import Rect
from jxprint.model import SeenArticle, SeenPage

# What takes rules and tints along.
_MOVING = frozenset(
    f"checks.diff.part_{what}" for what in ("gone", "new", "moved", "resized", "deeper", "shallower", "other_page")
)


def part_changes(pairs: Sequence[Pair], old: SeenPage, new: SeenPage) -> Iterator[Finding]:
    """What changed about the parts of one page, in the new reading order."""
    if old.title and new.title and old.title != new.title:
        yield Finding("checks.diff.title", args={"old": old.title, "new": new.title}, severity="note")
    # Rules and tints go with the parts that they belong to.
    quiet = True
    disordered = _disordered(pairs, old)
    for pair in pairs:
        for finding in _of_part(pair, disordered):
            quiet = quiet and finding.key not in _MOVING
            yield finding
    yield from ornament_changes(old, new)
    if quiet and old.drawn and new.drawn and old.drawn != new.drawn:
        yield Finding("checks.diff.drawn", severity="note")


def come_from_elsewhere(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Parts of a new page that stood on another one."""
    for pair in pairs:
        if pair.old is not None:
            yield from _of_part(pair, set())


def _of_part(pair: Pair, disordered: set[int]) -> Iterator[Finding]:
    before, after = pair.old, pair.new
    if before is None or after is None:
        one = after or before
        assert one is not None
        key = "checks.diff.part_gone" if after is None else "checks.diff.part_new"
        at = spot(one.frame, pair.grid) if one.frame is not None else "—"
        yield _note(key, pair, at=at, characters=len(one.text))
        return
    if pair.far:
        # A page that is new may have the number of one that is gone: that is told of the pages.
        if pair.old_page != pair.new_page:
            yield _note("checks.diff.part_other_page", pair, old=pair.old_page + 1, new=pair.new_page + 1)
    elif before.frame is not None and after.frame is not None and not near(before.frame, after.frame):
        yield _elsewhere(pair, before.frame, after.frame)
    if _is_called_otherwise(before, after):
        yield _note("checks.diff.part_name", pair, old=before.title, new=after.title)
    if id(after) in disordered:
        yield _note("checks.diff.part_order", pair)
    yield from _pictures(pair)


def _is_called_otherwise(before: SeenArticle, after: SeenArticle) -> bool:
    """Whether a part has another name, where that is not its own words, which are told as such."""
    if not before.title or not after.title or before.title == after.title or before.pictures or after.pictures:
        return False
    return before.title not in before.text and after.title not in after.text


def _elsewhere(pair: Pair, before: Rect, after: Rect) -> Finding:
    """A part with another frame: deeper or shallower where it keeps its columns and its head or its foot, of another
    size where it keeps its corner, moved where it keeps neither.
    """
    args: dict[str, object] = {"old": spot(before, pair.grid), "new": spot(after, pair.grid)}
    is_wide = same(before.x, after.x) and same(before.right, after.right)
    if is_wide and (same(before.y, after.y) or same(before.bottom, after.bottom)):
        key = "checks.diff.part_deeper" if after.height > before.height else "checks.diff.part_shallower"
        return _note(key, pair, depth=length(abs(after.height - before.height), pair.grid), **args)
    stays = same(before.x, after.x) and same(before.y, after.y)
    return _note("checks.diff.part_resized" if stays else "checks.diff.part_moved", pair, **args)


def _pictures(pair: Pair) -> Iterator[Finding]:
    assert pair.old is not None
    assert pair.new is not None
    if len(pair.old.pictures) != len(pair.new.pictures):
        yield _note("checks.diff.pictures", pair, old=len(pair.old.pictures), new=len(pair.new.pictures))
        return
    for before, after in zip(pair.old.pictures, pair.new.pictures, strict=True):
        if before.alt != after.alt:
            yield _note("checks.diff.picture_alt", pair, old=before.alt, new=after.alt)
        if before.look and after.look and before.look != after.look:
            yield _note("checks.diff.picture_file", pair)
        frames = before.frame, after.frame
        is_moved = frames[0] is not None and frames[1] is not None and not near(frames[0], frames[1])
        part_stays = pair.old.frame and pair.new.frame and near(pair.old.frame, pair.new.frame)
        if is_moved and part_stays and frames[0] is not None and frames[1] is not None:
            yield _note("checks.diff.picture_moved", pair, old=spot(frames[0], None), new=spot(frames[1], None))


def _disordered(pairs: Sequence[Pair], old: SeenPage) -> set[int]:
    """The parts (by identity) that are read earlier or later than their neighbours make them."""
    places = {id(article): at for at, article in enumerate(old.articles)}
    known = [
        (at, places[id(pair.old)], pair)
        for at, pair in enumerate(pairs)
        if pair.old is not None and pair.new is not None and id(pair.old) in places
    ]
    kept = set(rising((at, place) for at, place, _ in known))
    return {id(pair.new) for at, place, pair in known if (at, place) not in kept}


def _note(key: str, pair: Pair, **args: object) -> Finding:
    return Finding(key, Place(part=pair.name), {"part": pair.said, **args}, "note")
