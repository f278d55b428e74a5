"""The boxes of a page (页面框; ISO 32000-1, 14.11.2): media, crop, bleed, trim, art."""

from __future__ import annotations

from typing import Any

from jxprint.geometry import PT_PER_MM
from jxprint.preflight.subject import Subject

# As much as files round, in units.
_OFF = 0.01
# Sides of a page in units (ISO 32000-1, annex C; veraPDF PDF/A-2 6.1.13-11).
_SHORTEST, _LONGEST = 3.0, 14_400.0
_NAMES = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")
# Pages of an edition whose trimmed sizes differ by less are the same sheet, in points.
_SAME_PT = 1.0

Edges = tuple[float, float, float, float]


def ask_boxes(subject: Subject) -> None:
    """Every page's boxes, and whether all pages are of one size."""
    sizes: dict[tuple[float, float], int] = {}
    for number, page in enumerate(subject.document.pages, 1):
        boxes = _ask_each(subject, page.obj, number)
        _ask_nesting(subject, page.obj, number, boxes)
        trim = boxes.get("TrimBox") or boxes.get("ArtBox") or boxes.get("MediaBox")
        if trim is not None:
            size = trim[2] - trim[0], trim[3] - trim[1]
            if not any(abs(size[0] - one[0]) <= _SAME_PT and abs(size[1] - one[1]) <= _SAME_PT for one in sizes):
                sizes[size] = number
        unit, turn = inherited(page.obj, "UserUnit"), inherited(page.obj, "Rotate")
        if unit is not None and float(unit) != 1:
            subject.told.tell("preflight.boxes.user_unit", number, unit=float(unit))
        if turn is not None and float(turn) % 360:
            subject.told.tell("preflight.boxes.rotated", number, degrees=int(turn) % 360)
        if "/SeparationInfo" in page.obj:
            subject.told.tell("preflight.boxes.separated", number)
    for size, number in list(sizes.items())[1:]:
        subject.told.tell("preflight.boxes.sizes_differ", number, size=_size(size))


def inherited(page: Any, name: str) -> Any:
    """An entry of a page, its own or that of a node above it (7.7.3.4)."""
    node = page
    for _ in range(64):
        if node is None or f"/{name}" in node:
            break
        node = node.get("/Parent")
    return None if node is None else node.get(f"/{name}")


def edges(value: Any) -> Edges | None:
    """A rectangle in order; None where it is none."""
    try:
        one, two, three, four = (float(edge) for edge in value)
    except (TypeError, ValueError):
        return None
    return min(one, three), min(two, four), max(one, three), max(two, four)


def trim_of(page: Any) -> Edges:
    """The box that a page is cut to: trim, else art, crop, media."""
    for name in ("TrimBox", "ArtBox", "CropBox", "MediaBox"):
        box = edges(inherited(page, name))
        if box is not None:
            return box
    return 0.0, 0.0, 612.0, 792.0


def _ask_each(subject: Subject, page: Any, number: int) -> dict[str, Edges]:
    boxes: dict[str, Edges] = {}
    for name in _NAMES:
        value = inherited(page, name) if name in ("MediaBox", "CropBox") else page.get(f"/{name}")
        if value is None:
            continue
        box = edges(value)
        if box is None or box[2] - box[0] <= 0 or box[3] - box[1] <= 0:
            subject.told.tell("preflight.boxes.empty", number, name=name)
            continue
        boxes[name] = box
        sides = box[2] - box[0], box[3] - box[1]
        if min(sides) < _SHORTEST or max(sides) > _LONGEST:
            subject.told.tell("preflight.boxes.size", number, name=name, size=_size(sides))
    return boxes


def _ask_nesting(subject: Subject, page: Any, number: int, boxes: dict[str, Edges]) -> None:
    told = subject.told
    cut = [name for name in ("TrimBox", "ArtBox") if f"/{name}" in page]
    if len(cut) != 1:
        told.tell("preflight.boxes.trim_or_art", number, found=len(cut))
    trim = boxes.get("TrimBox") or boxes.get("ArtBox")
    media, bleed, crop = boxes.get("MediaBox"), boxes.get("BleedBox"), boxes.get("CropBox")
    if trim and media and (over := _over(trim, media)):
        told.tell("preflight.boxes.trim_outside", number, over=_mm(over))
    if trim and bleed and (over := _over(trim, bleed)):
        told.tell("preflight.boxes.bleed_cuts", number, over=_mm(over))
    if media and bleed and (over := _over(bleed, media)):
        told.tell("preflight.boxes.bleed_outside", number, over=_mm(over))
    if trim and crop and (over := _over(trim, crop)):
        told.tell("preflight.boxes.crop_cuts_trim", number, over=_mm(over))
    elif bleed and crop and (over := _over(bleed, crop)):
        told.tell("preflight.boxes.crop_cuts_bleed", number, over=_mm(over))


def _over(inner: Edges, outer: Edges) -> float:
    """By how much a box goes over another, in units; 0 where it does not."""
    over = max(outer[0] - inner[0], outer[1] - inner[1], inner[2] - outer[2], inner[3] - outer[3])
    return over if over > _OFF else 0.0


def _mm(points: float) -> str:
    return f"{points / PT_PER_MM:.1f}"


def _size(sides: tuple[float, float]) -> str:
    return f"{_mm(sides[0])} mm × {_mm(sides[1])} mm"
