"""Annotations (注释; ISO 32000-1, 12.5): where they stand, whether they print, what they show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jxprint.preflight.boxes import edges
from jxprint.preflight.subject import PageSubject
from jxprint.preflight.values import dictionary

_MOST = 10_000

_KNOWN = frozenset(
    f"/{name}"
    for name in [
        "Text",
        "Link",
        "FreeText",
        "Line",
        "Square",
        "Circle",
        "Polygon",
        "PolyLine",
        "Highlight",
        "Underline",
        "Squiggly",
        "StrikeOut",
        "Stamp",
        "Caret",
        "Ink",
        "Popup",
        "FileAttachment",
        "Widget",
        "PrinterMark",
        "TrapNet",
        "Watermark",
        "Redact",
        "Projection",
    ]
)
# Those that belong to the sheet and not to the page.
_OF_THE_SHEET = ("/PrinterMark", "/TrapNet")
_HIDDEN, _PRINT = 1 | 2 | 32 | 256, 4


def ask_annotations(page: PageSubject, holder: Any) -> None:
    """A page's annotations."""
    found = list(annotations_of(holder))
    area = edges(holder.get("/BleedBox")) or page.trim
    for one in found:
        kind = str(one.get("/Subtype"))
        box = edges(one.get("/Rect"))
        spot = None if box is None else (box[0], box[3])
        name = kind.lstrip("/")
        if kind not in _OF_THE_SHEET and box is not None and _meet(box, area):
            page.tell("preflight.annotations.on_page", spot, name=name)
        if kind not in _KNOWN:
            page.tell("preflight.annotations.kind", spot, name=name)
        if kind != "/Popup":
            _ask_flags(page, one, name, spot)
        if kind not in ("/Popup", "/Link") and "/AP" not in one and box is not None and _is_seen(box):
            page.tell("preflight.annotations.no_appearance", spot, name=name)
        if "/AP" in one:
            _ask_look(page, one, name, spot)
        if kind == "/Widget" and "/A" in one:
            page.tell("preflight.annotations.acts", spot, name=name)
    if found and str(holder.get("/Tabs")) != "/S":
        page.tell("preflight.tags.tab_order")


def annotations_of(holder: Any) -> Iterator[Any]:
    """The annotations of a page, as many as are looked at."""
    import pikepdf

    given = holder.get("/Annots", ())
    if isinstance(given, pikepdf.Array):
        yield from [one for one in list(given)[:_MOST] if isinstance(one, pikepdf.Dictionary)]


def _ask_flags(page: PageSubject, annotation: Any, name: str, spot: tuple[float, float] | None) -> None:
    flags = annotation.get("/F")
    if flags is None:
        page.tell("preflight.annotations.no_flags", spot, name=name)
    elif int(flags) & _HIDDEN or not int(flags) & _PRINT:
        page.tell("preflight.annotations.not_printed", spot, name=name)


def _ask_look(page: PageSubject, annotation: Any, name: str, spot: tuple[float, float] | None) -> None:
    """The normal look, and no other: one stream, but for buttons, which have one for each of their states."""
    import pikepdf

    looks = dictionary(annotation["/AP"])
    if set(looks.keys()) != {"/N"}:
        page.tell("preflight.annotations.appearances", spot, name=name)
        return
    is_button = (
        name == "Widget" and str(annotation.get("/FT", dictionary(annotation.get("/Parent")).get("/FT"))) == "/Btn"
    )
    wanted = pikepdf.Dictionary if is_button else pikepdf.Stream
    if not isinstance(looks["/N"], wanted) or (is_button and isinstance(looks["/N"], pikepdf.Stream)):
        page.tell("preflight.annotations.states", spot, name=name)


def _meet(one: tuple[float, float, float, float], two: tuple[float, float, float, float]) -> bool:
    return one[0] < two[2] and one[2] > two[0] and one[1] < two[3] and one[3] > two[1]


def _is_seen(box: tuple[float, float, float, float]) -> bool:
    return box[2] > box[0] or box[3] > box[1]
