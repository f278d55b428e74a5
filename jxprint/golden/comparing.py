"""One page beside what it is expected to be: whether it passes, and what is told where it does not.

Places come first: what the files' own tags say of where everything stands finds what moved by less than a pixel, and
names it. Pixels come last, and find the rest. Where a tolerance is asked for, pixels alone decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from jxprint.errors import Finding, Phrase, Place
from jxprint.geometry import PT_PER_MM
from jxprint.golden.sheets import Sheet, Source
from jxprint.golden.tolerance import Tolerance

if TYPE_CHECKING:
    from PIL.Image import Image

    from jxprint.golden.beneath import Beneath
    from jxprint.golden.pixels import Difference, Region
    from jxprint.model import SeenPage

State = Literal["same", "tolerated", "differs", "missing", "written", "unchanged", "removed"]


class Shown(Struct, frozen=True):
    """The pictures of a page that differs, what each pixel differs by, and the boxes of its regions."""

    expected: Image
    actual: Image
    mask: Image | None
    boxes: tuple[tuple[int, int, int, int], ...]


class Compared(Struct, frozen=True):
    """What came of one page (from 1; 0: the file as a whole). `findings` say why it fails, `moved` what its places say,
    `regions` where pixels differ, in the order of `shown.boxes`.
    """

    name: str
    page: int
    state: State
    findings: tuple[Finding, ...] = ()
    moved: tuple[Finding, ...] = ()
    regions: tuple[Finding, ...] = ()
    most: int = 0
    total: int = 0
    shown: Shown | None = None
    lone: Image | None = None

    @property
    def ok(self) -> bool:
        """Whether it passes."""
        return self.state not in ("differs", "missing")

    def without_pictures(self) -> Compared:
        """What is told of it alone: a hundred pages as pixels are some gigabytes."""
        return replace(self, shown=None, lone=None)


class Places:
    """What two sides say of their places, read when first asked for, and what changed between them. `expected` is the
    file, or what was kept of it; None where nothing is known.
    """

    def __init__(self, expected: Source | Sequence[SeenPage] | None, actual: Source) -> None:
        self._expected = expected
        self._actual = actual
        self._now: Sequence[SeenPage] | None = None
        self._has_looked = False
        self._sides: tuple[Sequence[SeenPage] | None, Sequence[SeenPage] | None] | None = None
        self._changes: dict[int, tuple[Finding, ...]] | None = None

    def look_ahead(self) -> None:
        """Read the actual side, which will be asked for, while there is something to wait for."""
        if not self._has_looked:
            self._now, self._has_looked = self._actual.places(), True

    @property
    def sides(self) -> tuple[Sequence[SeenPage] | None, Sequence[SeenPage] | None]:
        """The pages of both."""
        if self._sides is None:
            old = self._expected if self._expected is None or isinstance(self._expected, list) else None
            if old is None and self._expected is not None:
                old = self._expected.places()  # type: ignore[union-attr]
            self.look_ahead()
            self._sides = old, self._now
        return self._sides

    @property
    def known(self) -> bool:
        """Whether both sides know their places."""
        return None not in self.sides

    def changes(self, page: int) -> tuple[Finding, ...]:
        """What changed on a page (from 0)."""
        if self._changes is None:
            old, new = self.sides
            self._changes = {}
            if old is not None and new is not None and not _alike(old, new):
                from jxprint.diff import compare

                self._changes = {one.number - 1: one.findings for one in compare(old, new)}
        return self._changes.get(page, ())


def _alike(old: Sequence[SeenPage], new: Sequence[SeenPage]) -> bool:
    """Whether places are the same as they would be kept: told fast, for pages that are the same are the most."""
    from jxprint.golden.baselines import places_bytes

    return list(old) == list(new) or [*map(places_bytes, old)] == [*map(places_bytes, new)]


def compare_sheets(
    name: str, page: int, sheets: tuple[Sheet, Sheet], tolerance: Tolerance, places: Places, actual: Source
) -> Compared:
    """A page (from 0) of a file beside what is expected."""
    from jxprint.golden.pixels import difference

    expected, now = sheets
    found = difference(expected.picture, now.picture)
    sized = expected.picture.size != now.picture.size
    place = Place(file=name)
    if not sized and tolerance.allows(found.most, found.total):
        if tolerance == Tolerance() and (moved := places.changes(page)):
            told = {"page": page + 1, "count": len(moved), "dpi": f"{now.dpi or 0:g}"}
            return Compared(name, page + 1, "differs", (Finding("golden.moved_only", place, told),), moved)
        state: State = "tolerated" if found.total else "same"
        return Compared(name, page + 1, state, most=found.most, total=found.total)
    findings = [_sizes(place, page, sheets)] if sized else []
    if found.total or not sized:
        findings.append(_count(place, page, found, tolerance, now))
    (moved, its), boxes = _places_told(page, found, sheets, tolerance, places, actual)
    return Compared(
        name,
        page + 1,
        "differs",
        tuple(findings),
        moved,
        its,
        found.most,
        found.total,
        Shown(expected.picture, now.picture, found.mask, tuple(boxes)),
    )


def _sizes(place: Place, page: int, sheets: tuple[Sheet, Sheet]) -> Finding:
    expected, actual = (_size(one) for one in sheets)
    return Finding("golden.size", place, {"page": page + 1, "old": expected, "new": actual})


def _size(sheet: Sheet) -> Phrase:
    width, height = sheet.picture.size
    pixels: dict[str, object] = {"width": width, "height": height}
    if (sides := sheet.millimetres) is None:
        return Phrase("golden.pixels", pixels)
    return Phrase("golden.mm_and_pixels", {**pixels, "across": sides[0], "down": sides[1]})


def too_equal(place: Place, page: int, tolerance: Tolerance) -> Finding:
    """What is told where nothing differs and something should."""
    return Finding("golden.too_equal", place, {"page": page + 1, "allowed": str(tolerance)})


def _count(place: Place, page: int, found: Difference, tolerance: Tolerance, sheet: Sheet) -> Finding:
    if not found.total:
        return too_equal(place, page, tolerance)
    share = 100 * found.total / (sheet.picture.width * sheet.picture.height)
    told = {"page": page + 1, "pixels": f"{found.total:,}", "share": f"{share:.2g}" if share < 99 else f"{share:.0f}"}
    if tolerance == Tolerance():
        return Finding("golden.differs", place, {**told, "most": found.most})
    return Finding("golden.differs_more", place, {**told, "most": found.most, "allowed": str(tolerance)})


def _places_told(
    page: int,
    found: Difference,
    sheets: tuple[Sheet, Sheet],
    tolerance: Tolerance,
    places: Places,
    actual: Source,
) -> tuple[tuple[tuple[Finding, ...], tuple[Finding, ...]], list[tuple[int, int, int, int]]]:
    """What places say, what regions say, and the regions' boxes."""
    from jxprint.golden.beneath import beneath, spots
    from jxprint.golden.pixels import MOST_REGIONS, regions

    moved = places.changes(page)
    if found.mask is None:
        return (moved, ()), []
    # What is under the greatest difference allowed is noise, if anything is over it.
    most = tolerance.max_difference.most
    its, every = regions(found.mask, sheets[1].scale, most if found.most > most else 0)
    sides = (None, None) if sheets[1].turned else places.sides
    seen = [pages[page] if pages is not None and page < len(pages) else None for pages in sides]
    known = tuple([] if one is None else spots(one) for one in seen)
    both = [one for one in reversed(seen) if one is not None]
    told = [
        _region(number, region, sheets[1], beneath(sheets[1].frame(region.box), known[0], known[1], both), page, actual)
        for number, region in enumerate(its, 1)
    ]
    if every > MOST_REGIONS:
        told.append(Finding("golden.more_regions", args={"count": every - MOST_REGIONS}, severity="note"))
    return (moved, tuple(told)), [one.box for one in its]


def _region(number: int, region: Region, sheet: Sheet, under: Beneath, page: int, actual: Source) -> Finding:
    from jxprint.golden.beneath import way

    frame = sheet.frame(region.box)
    left, top, right, bottom = region.box
    args: dict[str, object] = {"number": number, "pixels": f"{region.pixels:,}"}
    if sheet.dpi is None:
        args["at"] = Phrase("golden.at_pixels", {"x": left, "y": top, "width": right - left, "height": bottom - top})
    else:
        edges = {"x": frame.x, "y": frame.y, "width": frame.width, "height": frame.height}
        args["at"] = Phrase("golden.at_mm", {name: f"{edge / PT_PER_MM:.1f}" for name, edge in edges.items()})
    place = Place(part=under.part or None)
    if under.what is None:
        text = "" if under.part or sheet.turned else actual.text_in(page, frame)[:16]
        key = "golden.region_in" if under.part else "golden.region_text" if text else "golden.region"
        return Finding(key, place, {**args, "part": under.part, "text": text}, "note")
    args |= {"part": under.part, "what": under.what, "text": under.text}
    if under.moved is not None:
        return Finding("golden.region_moved", place, {**args, "way": way(under.moved)}, "note")
    key = "golden.region_still" if under.is_still else "golden.region_of"
    return Finding(key, place, args, "note")
