"""Opening font files: sound, of a kind that can be embedded, and permitted to be.

HarfBuzz reads a damaged file as an empty one, so what it would overlook is looked for here (see `soundness`) before
the face is trusted.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import uharfbuzz as hb

from jxprint.errors import Finding, FontError
from jxprint.fonts.face import Face, Kind, Permission
from jxprint.fonts.soundness import flaw
from jxprint.intake.kinds import no_file
from jxprint.intake.refusals import reason

_SIGNATURES = (b"\0\1\0\0", b"OTTO", b"true")
_COLLECTION = b"ttcf"
_WEB = {b"wOFF": "WOFF", b"wOF2": "WOFF2"}
# Larger than any Chinese collection there is; a file beyond it is no font.
_MOST_BYTES = 400_000_000
_MOST_FACES = 64
# Blanks and signs without ink are fewer than this at the head of any face.
_TRIED = 200
_NEAR_EM = 5.0


def open_face(id_: str, path: Path, index: int = 0, *, trusted: bool = False) -> Face:
    """Open one face of a file; `trusted` files (those that come along) are not walked again at every start.

    Raises FontError: not there, damaged, of no known kind, not permitted to be embedded or subset.
    """
    if not trusted:
        _walk(path, index)
    face = hb.Face(hb.Blob.from_file_path(str(path)), index)
    kind, permission = _kind(face, path), _permission(face)
    if permission in ("restricted", "no_subsetting", "bitmap_only"):
        raise _refusal(f"fonts.{permission}", path)
    opened = Face(id_, path, index, face, kind, permission)
    if not trusted and not _draws(opened):
        raise _refusal("fonts.damaged", path, reason="its outlines cannot be read")
    return opened


def faces_in(path: Path) -> int:
    """How many faces a file holds: 1, or a collection's number. Raises FontError where it is not a font."""
    with _opened(path) as file:
        head = file.read(12)
    if head[:4] != _COLLECTION:
        return 1
    return min(int.from_bytes(head[8:12], "big"), _MOST_FACES)


def _opened(path: Path) -> Any:
    if kind := no_file(path):
        raise _refusal("fonts.not_a_file", path, reason=kind)
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise _refusal("fonts.too_large", path, limit=_MOST_BYTES // 1_000_000)
        return path.open("rb")
    except FileNotFoundError:
        raise _refusal("fonts.not_found", path) from None
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have, or that the locale cannot say
        raise _refusal("fonts.unreadable", path, reason=reason(error)) from None


def _walk(path: Path, index: int) -> None:
    with _opened(path) as file:
        length = path.stat().st_size
        head = file.read(12)
        if head[:4] in _WEB:
            raise _refusal("fonts.web_font", path, format=_WEB[head[:4]])
        start = 0
        if head[:4] == _COLLECTION:
            count = int.from_bytes(head[8:12], "big")
            if not 0 <= index < min(count, _MOST_FACES):
                raise _refusal("fonts.no_such_face", path, index=index, count=count)
            file.seek(12 + 4 * index)
            start = int.from_bytes(file.read(4), "big")
            file.seek(start)
            head = file.read(12)
        elif index:
            raise _refusal("fonts.no_such_face", path, index=index, count=1)
        if head[:4] not in _SIGNATURES:
            raise _refusal("fonts.unknown_kind", path)
        directory = file.read(16 * int.from_bytes(head[4:6], "big"))
        if wrong := flaw(file, directory, length):
            raise _refusal("fonts.damaged", path, reason=wrong)


def _kind(face: Any, path: Path) -> Kind:
    tags = set(face.table_tags)
    if face.glyph_count == 0 or not face.unicodes:
        raise _refusal("fonts.damaged", path, reason="it maps no character to a glyph")
    if "CFF " in tags:
        return "cff"
    if "glyf" in tags and "loca" in tags:
        return "glyf"
    raise _refusal("fonts.unknown_kind", path)


def _draws(face: Face) -> bool:
    """Whether the first characters of a face have ink, most of them near their pens: outlines that cannot be read
    have none, and rubbish is anywhere.
    """
    glyphs = (face.glyph(chr(char)) for char in sorted(face.characters)[:_TRIED])
    inked = [ink for glyph in glyphs if glyph is not None and (ink := face.ink(glyph)) != (0.0, 0.0)]
    near = sum(-_NEAR_EM <= left <= right <= _NEAR_EM for left, right in inked)
    return bool(inked) and near * 2 > len(inked)


def _permission(face: Any) -> Permission:
    """What the maker permits (OS/2 fsType); where several bits of 1 to 3 are set, the most generous holds."""
    table = face.reference_table("OS/2").data
    bits = int.from_bytes(table[8:10], "big") if len(table) >= 10 else 0
    if bits & 0x200:
        return "bitmap_only"
    if bits & 0x100:
        return "no_subsetting"
    if bits & 0x8:
        return "editable"
    if bits & 0x4:
        return "preview_print"
    return "restricted" if bits & 0x2 else "installable"


def _refusal(key: str, path: Path, **args: object) -> FontError:
    return FontError(Finding(key, args={"font": str(path), **args}))
