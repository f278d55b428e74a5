"""Picture files looked at before they are set: what they are, how large, and whether they are whole."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from jxprint.description.tables import Table
from jxprint.errors import Finding
from jxprint.intake.kinds import no_file
from jxprint.intake.picture_facts import NO_FACTS, PictureFacts, facts_of
from jxprint.intake.picture_make import make_of
from jxprint.intake.turned import UPRIGHT, orientation_of

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_MEGAPIXELS = 150
FORMATS = ("JPEG", "PNG", "TIFF")
# MPO is a JPEG with others behind it.
_JPEG = ("JPEG", "MPO")
_PNG = b"\x89PNG\r\n\x1a\n"

# EXIF 2.3, 4.6.4, tag 274: where the first row and column of the file stand in the picture as seen. From 5 on, rows
# are columns.
_ON_ITS_SIDE = 5


class Seen(Struct, frozen=True):
    """A picture's width and height in pixels as it is seen, how its samples stand to that (see model.Picture), what the
    file says of itself, and how many pictures it holds: pages of a TIFF, frames of a PNG that moves.
    """

    pixels: tuple[int, int]
    orientation: int = UPRIGHT
    facts: PictureFacts = NO_FACTS
    frames: int = 1


# By path, time of last change (ns) and size: a picture is decoded once, not once a build.
_kept: dict[tuple[str, int, int], Seen] = {}
_MOST_KEPT = 512


def look_at(table: Table, key: str, path: Path) -> Seen | None:
    """What a sound picture is, or None with a finding at `key`."""
    try:
        about = path.stat()
    except OSError:
        table.wrong("page.picture_missing", key, name=str(path))
        return None
    if kind := no_file(path):
        told = {"reason": kind} if kind != "a folder" else {}
        table.wrong("page.picture_not_a_file" if told else "page.picture_is_folder", key, name=str(path), **told)
        return None
    known = (str(path.absolute()), about.st_mtime_ns, about.st_size)
    if known not in _kept:
        seen = _look(table, key, path)
        if seen is None:
            return None
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[known] = seen
    seen = _kept[known]
    if seen.frames > 1:
        args = {"name": path.name, "count": seen.frames}
        table.findings.append(Finding("page.picture_of_many", table.place(key), args, "warning"))
    return seen


def _look(table: Table, key: str, path: Path) -> Seen | None:
    from PIL import Image, UnidentifiedImageError  # slow to import, and most pages of text name no picture

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # our own limit is told below, and what is not whole is no picture
            with Image.open(path, formats=FORMATS) as picture:
                width, height = picture.size
                if width * height > MOST_MEGAPIXELS * 1_000_000:
                    table.wrong("page.picture_too_large", key, name=path.name, most=MOST_MEGAPIXELS)
                    return None
                if make_of(picture).has_no_white:
                    table.wrong("page.picture_without_white", key, name=path.name)
                    return None
                if faults := _loaded(picture):
                    table.wrong("page.picture_damaged", key, name=path.name, reason=faults[0])
                    return None
                return _seen(picture, (width, height))
    except Image.DecompressionBombError:
        table.wrong("page.picture_too_large", key, name=path.name, most=MOST_MEGAPIXELS)
        return None
    except UnidentifiedImageError:
        size = _size_of_png(path)
        if size is not None and 0 in size:  # Pillow knows no picture without pixels
            table.wrong("page.picture_empty", key, name=path.name, width=size[0], height=size[1])
        else:
            table.wrong("page.picture_unknown", key, name=path.name, formats=(*FORMATS, "SVG", "PDF"))
        return None
    except Exception as error:  # decoders raise what they like: OSError, SyntaxError, ValueError, struct.error, …
        table.wrong("page.picture_damaged", key, name=path.name, reason=str(error) or type(error).__name__)
        return None


def _loaded(picture: Image) -> list[str]:
    """What is wrong with the samples of a picture beyond what Pillow raises: libtiff goes on without what it cannot
    read, and says so to nobody but standard error. Its reasons are no news to an editor.

    Of a JPEG all is read and unpacked, and a quarter of it each way calculated: that takes half the time, and a
    sixteenth of the memory.
    """
    if picture.format in _JPEG:
        picture.draft(None, (max(1, picture.width // 4), max(1, picture.height // 4)))
    if picture.format != "TIFF":
        picture.load()
        return []
    from jxprint.intake.overheard import overheard  # most pictures are no TIFF

    with overheard() as said:
        picture.load()
    return ["decoder error" for line in said if line.strip()]


def _size_of_png(path: Path) -> tuple[int, int] | None:
    """Width and height as the header of a PNG says them (ISO 15948, 11.2.2)."""
    with path.open("rb") as file:
        head = file.read(24)
    if len(head) < 24 or not head.startswith(_PNG):
        return None
    return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")


def _seen(picture: Image, stored: tuple[int, int]) -> Seen:
    """How a picture that is loaded is seen, and as how large its file is stored; Pillow has turned a TIFF while
    loading, and a camera may write nonsense.
    """
    orientation = orientation_of(picture)
    # What is decoded is turned on the way; a JPEG is printed as it is.
    is_as_stored = picture.format in _JPEG
    width, height = stored if is_as_stored else picture.size
    pixels = (height, width) if orientation >= _ON_ITS_SIDE else (width, height)
    # What a camera keeps behind a JPEG are previews of the same.
    frames = 1 if is_as_stored else _frames(picture)
    return Seen(pixels, orientation if is_as_stored else UPRIGHT, facts_of(picture), frames)


def _frames(picture: Image) -> int:
    try:
        return int(getattr(picture, "n_frames", 1))
    except Exception:  # what stands behind a sound picture may be broken, and is not printed
        return 1
