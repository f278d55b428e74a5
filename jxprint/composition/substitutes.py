"""Characters that stand out: set by a face of another weight or kind, because the one asked for does not have them."""

from __future__ import annotations

from jxprint.composition.coverage import Where, copy_of, set_otherwise, told_at
from jxprint.composition.desk import Desk
from jxprint.composition.drawing import areas
from jxprint.composition.frame import frame_of
from jxprint.composition.marked import stretches
from jxprint.errors import Finding
from jxprint.fonts import Library
from jxprint.model import Page
from jxprint.text.clusters import clusters


def substitutes(page: Page, library: Library) -> list[Finding]:
    """One warning for each piece of copy in which characters stand out, at the first of them. The page is composed, or
    found to have a face for every character.

    A wide Song behind a regular one is none: it is the same type.
    """
    if not set_otherwise:
        return []
    desk = Desk(page, library, frame_of(page), areas(page.dummy))
    found = (_of_passage(desk, where) for where in copy_of(desk, page.parts))
    return [finding for finding in found if finding is not None]


def _of_passage(desk: Desk, where: Where) -> Finding | None:
    first: int | None = None
    chars: dict[str, None] = {}
    asked: dict[str, str] = {}  # the faces asked for, and their keys in a style's [fonts]
    setting: dict[str, None] = {}
    for start, end, chain in stretches(desk, where.role, where.passage):
        strange = set_otherwise.get(chain, {})
        text = where.passage.text[start:end]
        if not any(piece[0] in text for piece in strange):
            continue
        offset = start
        for piece in clusters(text):
            if piece in strange:
                first = offset if first is None else first
                chars[piece], setting[strange[piece]] = None, None
                asked[chain.faces[0].id] = chain.key
            offset += len(piece)
    if first is None:
        return None
    place, args = told_at(where, first)
    args |= {"chars": "".join(chars), "asked": tuple(asked), "faces": tuple(setting), "keys": tuple(asked.values())}
    return Finding("composition.set_otherwise", place, args, "warning")
