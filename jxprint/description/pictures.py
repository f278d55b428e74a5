"""Picture files looked at before they are set: what they are, how large, and whether they are whole."""

from __future__ import annotations

import warnings
from pathlib import Path

from jxprint.description.tables import Table
from jxprint.intake.kinds import no_file

MOST_MEGAPIXELS = 150
FORMATS = ("JPEG", "PNG", "TIFF")

# By path, time of last change (ns) and size: a picture is decoded once, not once a build.
_kept: dict[tuple[str, int, int], tuple[int, int]] = {}
_MOST_KEPT = 512


def picture_size(table: Table, key: str, path: Path) -> tuple[int, int] | None:
    """Width and height in pixels of a sound picture, or None with a finding at `key`."""
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
        size = _look(table, key, path)
        if size is None:
            return None
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[known] = size
    return _kept[known]


def _look(table: Table, key: str, path: Path) -> tuple[int, int] | None:
    from PIL import Image, UnidentifiedImageError  # slow to import, and most pages of text name no picture

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is told below
            with Image.open(path, formats=FORMATS) as picture:
                width, height = picture.size
                if width * height > MOST_MEGAPIXELS * 1_000_000:
                    table.wrong("page.picture_too_large", key, name=path.name, most=MOST_MEGAPIXELS)
                    return None
                picture.load()
    except Image.DecompressionBombError:
        table.wrong("page.picture_too_large", key, name=path.name, most=MOST_MEGAPIXELS)
        return None
    except UnidentifiedImageError:
        table.wrong("page.picture_unknown", key, name=path.name, formats=FORMATS)
        return None
    except Exception as error:  # decoders raise what they like: OSError, SyntaxError, ValueError, struct.error, …
        table.wrong("page.picture_damaged", key, name=path.name, reason=str(error) or type(error).__name__)
        return None
    return width, height
