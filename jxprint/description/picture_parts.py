"""Parts with pictures: one picture or a group of them, what of each may be shown, and where the caption stands."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from jxprint.description.artwork import look_at_art
from jxprint.description.captions import CAPTION_KEYS, read_caption_place
from jxprint.description.enclosure import enclosed
from jxprint.description.picture_words import Said
from jxprint.description.tables import Table
from jxprint.geometry import Rect
from jxprint.intake.picture_facts import NO_FACTS, PictureFacts
from jxprint.model import Picture, Shot

if TYPE_CHECKING:
    from jxprint.description.pieces import Context

# What a picture of a group says of itself; a picture alone says all of it but the label in its part's own table.
MEMBER_KEYS = ("file", "page", "alt", "focus", "crop", "label", "aspect")
_FRAME_KEYS = ("aspect", "keyline", "across", "picture")
_OF_FILE = ("byline", "location")
PICTURE_KEYS = ("file", "page", "alt", "focus", "crop", "caption", *CAPTION_KEYS, *_OF_FILE, *_FRAME_KEYS)

MOST_PICTURES = 40
_OF_ONE = ("file", "page", "alt", "focus", "crop", "aspect")
_RATIO = r"\s*(?P<width>\d{1,4}(?:\.\d+)?)\s*[:：/×]\s*(?P<height>\d{1,4}(?:\.\d+)?)\s*"
_PIXELS = r"\s*(\d{1,6}(?:\.\d+)?)\s*px\s*"
# Shares come from people and their tools, rounded.
_ROUNDED = 1e-6


def read_picture(table: Table, common: Any, context: Context) -> Picture:
    """A picture part; `common` is what all parts have."""
    group = _group(table, context)
    across = _across(table, len(group))
    alone, said = Shot(), Said(table, NO_FACTS)
    if "picture" not in table.values:
        alone, facts = _shot(table, context)
        said = Said(table, facts)
    said.tell(("caption", "credit", *_OF_FILE, "alt"))
    for key in _OF_ONE if "picture" in table.values else ():
        if key in table.values:
            table.wrong("page.of_one_picture", key, key=key)
    return Picture(
        **common,
        file=alone.file,
        pixels=alone.pixels,
        orientation=alone.orientation,
        artwork=alone.artwork,
        alt=alone.alt,
        caption=said.passage("caption"),
        credit=said.passage("credit"),
        byline=said.words("byline"),
        location=said.words("location"),
        aspect=alone.aspect,
        focus=alone.focus,
        crop=alone.crop,
        group=group,
        across=across,
        keyline=table.name("keyline", context.rules, "page.unknown_rule"),
        caption_place=read_caption_place(table, context.measures, said.known),
    )


def _group(table: Table, context: Context) -> tuple[Shot, ...]:
    """The pictures of a group, each from its `[[part.picture]]`."""
    if "picture" not in table.values:
        return ()
    members = table.tables("picture")
    if table.values["picture"] == []:
        table.wrong("page.empty_group", "picture")
    if len(members) > MOST_PICTURES:
        table.wrong("page.too_many_pictures", "picture", MOST_PICTURES, most=MOST_PICTURES)
        return ()
    for member in members:
        member.only(MEMBER_KEYS)
    shots = [_shot(member, context) for member in members]
    for member, (_, facts) in zip(members, shots, strict=True):
        Said(member, facts).tell(("alt",))
    return tuple(shot for shot, _ in shots)


def _across(table: Table, pictures: int) -> tuple[int, ...]:
    """How many pictures stand in each row: `2` of every row, `[1, 2]` of the first and the second."""
    if "across" not in table.values:
        return ()
    if "picture" not in table.values:
        table.wrong("page.goes_with", "across", key="across", other="[[part.picture]]")
        return ()
    value = table.values["across"]
    if not isinstance(value, list):
        count = table.count("across", MOST_PICTURES)
        return () if count is None or pictures == 0 else (count,) * -(-pictures // count)
    counts = tuple(one for one in value if isinstance(one, int) and not isinstance(one, bool) and one > 0)
    if len(counts) != len(value) or sum(counts) != pictures:
        table.wrong("page.bad_across", "across", pictures=pictures)
        return ()
    return counts


def _shot(table: Table, context: Context) -> tuple[Shot, PictureFacts]:
    """One picture: its file, and how it is cropped; and what the file says of itself."""
    file = enclosed(table, "file", context.folder, context.root)
    seen = look_at_art(table, file)
    sides = seen.pixels if seen.artwork is None else (seen.artwork.width, seen.artwork.height)
    box, focus = _box(table, sides), _shares(table, "focus", 2, sides)
    if focus is not None and not _holds(box or Rect(0.0, 0.0, 1.0, 1.0), focus):
        table.wrong("page.focus_outside" if box is None else "page.focus_cropped", "focus", focus=_told(table, "focus"))
        focus = None
    shot = Shot(
        file=file,
        pixels=seen.pixels,
        orientation=seen.orientation,
        artwork=seen.artwork,
        alt=Said(table, seen.facts).words("alt"),
        aspect=read_aspect(table),
        focus=None if focus is None else (min(max(focus[0], 0.0), 1.0), min(max(focus[1], 0.0), 1.0)),
        crop=box,
        label=table.passage("label"),
        place=table.place(),
    )
    return shot, seen.facts


def _shares(table: Table, key: str, count: int, pixels: tuple[float, float] | None) -> tuple[float, ...] | None:
    """A list of shares of width and height by turns, or of pixels of the file as it is seen (`"320px"`); None where
    those of a file that cannot be read are asked for.
    """
    value = table.values.get(key)
    if value is None:
        return None
    if "file" not in table.values:
        if not table.misspelt("file"):
            table.wrong("page.goes_with", key, key=key, other="file")
        return None
    found: list[float] = []
    for at, one in enumerate(value if isinstance(value, list) and len(value) == count else ()):
        in_pixels = re.fullmatch(_PIXELS, one) if isinstance(one, str) else None
        if in_pixels is not None:
            found.append(float(in_pixels[1]) / pixels[at % 2] if pixels else math.nan)
        elif isinstance(one, (int, float)) and not isinstance(one, bool) and abs(one) < 1e6:
            found.append(float(one))
    if len(found) != count:
        table.wrong("page.bad_shares", key, key=key, count=count, example=_EXAMPLES[key])
        return None
    return None if any(map(math.isnan, found)) else tuple(found)


_EXAMPLES = {"crop": "[0.1, 0, 0.8, 0.9]", "focus": "[0.4, 0.3]"}


def _box(table: Table, pixels: tuple[float, float] | None) -> Rect | None:
    """The crop box, within the file and a pixel wide and deep at least, as far as its size is known."""
    crop = _shares(table, "crop", 4, pixels)
    if crop is None:
        return None
    x, y, width, height = crop
    if min(x, y) < -_ROUNDED or x + width > 1 + _ROUNDED or y + height > 1 + _ROUNDED:
        _tell_outside(table, pixels)
        return None
    pixels = pixels or (math.inf, math.inf)
    x, y = max(x, 0.0), max(y, 0.0)
    width, height = min(width, 1 - x), min(height, 1 - y)
    if width * pixels[0] < 1 - _ROUNDED or height * pixels[1] < 1 - _ROUNDED:
        table.wrong("page.crop_empty", "crop", crop=_told(table, "crop"))
        return None
    return Rect(x, y, width, height)


def _tell_outside(table: Table, pixels: tuple[float, float] | None) -> None:
    """A crop box that is larger than its picture, in the unit that it was written in."""
    args: dict[str, object] = {"crop": _told(table, "crop")}
    if pixels is None:
        table.wrong("page.crop_outside_shares", "crop", **args)
        return
    args |= {"width": f"{pixels[0]:g}", "height": f"{pixels[1]:g}"}
    value = table.values["crop"]
    in_pixels = isinstance(value, list) and any(isinstance(one, str) for one in value)
    table.wrong("page.crop_outside_pixels" if in_pixels else "page.crop_outside", "crop", **args)


def _holds(box: Rect, point: tuple[float, ...]) -> bool:
    x, y = point
    across = box.x - _ROUNDED <= x <= box.right + _ROUNDED
    return across and box.y - _ROUNDED <= y <= box.bottom + _ROUNDED


def _told(table: Table, key: str) -> str:
    value = table.values[key]
    shown = [f'"{one}"' if isinstance(one, str) else f"{one:g}" for one in value] if isinstance(value, list) else []
    return f"[{', '.join(shown)}]"


def read_aspect(table: Table) -> float | None:
    """Width over height, from `1.5` or `"3:2"`."""
    value = table.values.get("aspect")
    if not isinstance(value, str):
        return table.number("aspect", 50, 0.02)
    match = re.fullmatch(_RATIO, value)
    height = float(match["height"]) if match else 0.0
    ratio = float(match["width"]) / height if match and height else 0.0
    if not 0.02 <= ratio <= 50:
        table.wrong("page.bad_aspect", "aspect", value=value)
        return None
    return ratio
