"""A newsroom's own faces: by a path, or by a family's name in the system's font folders."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jxprint.errors import Finding, FontError, Place

_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
# What was once a font, or is one for browsers: nobody calls a family like this.
_WEB = {".woff": "WOFF", ".woff2": "WOFF2", ".eot": "EOT"}
_USELESS = (".pfb", ".pfa", ".pfm", ".afm", ".dfont", ".suit", ".bdf", ".pcf", ".fon", ".svg")


def locate(name: str, base: Path) -> tuple[Path, int]:
    """The file and face index that a style's entry names.

    An entry is a file, relative to `base` or absolute, with `#2` after a collection for its third face; anything
    that does not end like a font file is a family's name. Raises FontError where nothing answers to it.
    """
    path_name, _, index = name.partition("#")
    if path_name.lower().endswith(_ENDINGS):
        return base / path_name, int(index) if index.isdecimal() else 0
    ending = Path(path_name).suffix.lower()
    if ending in _WEB:
        raise FontError(Finding("fonts.web_font", args={"font": name, "format": _WEB[ending]}))
    if ending in _USELESS:
        raise FontError(Finding("fonts.not_usable", args={"font": name, "ending": ending}))
    found = _families().get(_folded(name))
    if found is None:
        folders = tuple(map(str, font_folders()))
        raise FontError(Finding("fonts.no_family", Place(), {"name": name, "folders": folders}))
    return found


def font_folders() -> tuple[Path, ...]:
    """Where this system keeps fonts; folders that exist."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
        folders = [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts", local / "Microsoft" / "Windows" / "Fonts"]
    elif sys.platform == "darwin":
        system = Path("/System/Library")
        folders = [home / "Library/Fonts", Path("/Library/Fonts"), system / "Fonts"]
        # Faces that macOS fetches when they are asked for, most of its Chinese ones among them.
        folders += sorted((system / "AssetsV2").glob("com_apple_MobileAsset_Font*"))
    else:
        data = Path(os.environ.get("XDG_DATA_HOME", home / ".local/share"))
        folders = [data / "fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")]
    return tuple(folder for folder in folders if folder.is_dir())


@cache
def _families() -> dict[str, tuple[Path, int]]:
    """Every family and full name in the system's folders, folded, with its file and index; the regular face wins."""
    found: dict[str, tuple[Path, int]] = {}
    for file in _files():
        for index, names in _names(file):
            for name in names:
                found.setdefault(_folded(name), (file, index))
    return found


def _files() -> Iterator[Path]:
    for folder in font_folders():
        files = [file for file in folder.rglob("*") if file.suffix.lower() in _ENDINGS and file.is_file()]
        # Regular faces first, so that a family's name means its regular weight.
        yield from sorted(files, key=lambda file: ("regular" not in file.stem.lower(), str(file)))


def _names(file: Path) -> Iterator[tuple[int, set[str]]]:
    """The names that each face of a file answers to, in every language it gives; a broken file answers to none."""
    import uharfbuzz as hb

    from jxprint.fonts.opening import faces_in

    try:
        blob, count = hb.Blob.from_file_path(str(file)), faces_in(file)
    except (FontError, hb.HarfBuzzError, OSError):
        return
    wanted = (1, 4, 6, 16)  # family, full name, PostScript name, typographic family
    for index in range(count):
        face = hb.Face(blob, index)
        told = {face.get_name(entry.name_id, entry.language) for entry in face.list_names() if entry.name_id in wanted}
        yield index, {name for name in told if name}


def _folded(name: str) -> str:
    return "".join(name.split()).casefold()
