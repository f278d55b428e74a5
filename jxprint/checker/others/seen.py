"""What readers have of a page that another program made, in the order in which each has it.

Nothing is known of the page: no article, no frame. So white and lines are told by where glyphs stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import force_setattr

from jxprint.checker.glyphs import NO_TEXT, Glyph, Reading
from jxprint.checker.others.forms import Folded
from jxprint.geometry import PT_PER_MM

# A glyph this far (ems) from where the pen stood begins another line or, along the line, stands behind a gap.
_LINE_EM, _GAP_EM, _BACK_EM, _FAR_EM = 0.45, 0.12, 0.8, 0.9
# Two strikes of a character that stand this close (ems) are one, struck twice for a shadow or a false bold.
_TWICE_EM = 0.12
# Positions of one glyph as two readers reckon them (points).
_SAME_PT = 0.6

# How a code point stands behind the one before it.
CLOSE, APART, NEW_LINE = 0, 1, 2


class Seen(Struct, frozen=True):
    """A text as one reader has it in one order; `pages` are the numbers of its glyphs' pages, by glyph. `text` is what
    is compared, `joints` says how each code point of it stands behind the one before.
    """

    reader: str
    order: str
    glyphs: Sequence[Glyph]
    pages: Sequence[int]
    reading: Reading | None = None
    text: Folded | None = None
    joints: bytes = b""

    def __post_init__(self) -> None:
        reading = Reading(self.glyphs)
        folded = Folded(reading.text)
        force_setattr(self, "reading", reading)
        force_setattr(self, "text", folded)
        force_setattr(self, "joints", _joints(self.glyphs, self.pages, folded))

    @property
    def folded(self) -> Folded:
        """The text that is compared."""
        assert self.text is not None
        return self.text

    def lines(self) -> Iterator[str]:
        """What is compared, line by line."""
        cuts = [at for at, joint in enumerate(self.joints) if joint == NEW_LINE]
        for start, end in pairwise([*cuts, len(self.joints)]):
            yield self.folded.text[start:end]

    def where(self, at: int) -> tuple[int, Glyph | None]:
        """Page and glyph of a code point of the folded text."""
        if not self.folded.at or self.reading is None:
            return (self.pages[0] if self.pages else 1), None
        offset = self.folded.at[min(at, len(self.folded.at) - 1)]
        index = self.reading.index(offset)
        return self.pages[index], self.glyphs[index]


def spot(seen: Seen, at: int) -> dict[str, object]:
    """Page and millimetres of a code point, from the top left corner of the trim."""
    page, glyph = seen.where(at)
    if glyph is None:
        return {"page": page, "x_mm": None, "y_mm": None}
    return {"page": page, "x_mm": round(glyph.x / PT_PER_MM, 1), "y_mm": round(glyph.y / PT_PER_MM, 1)}


def _joints(glyphs: Sequence[Glyph], pages: Sequence[int], folded: Folded) -> bytes:
    """How the code points stand behind one another: white between them and gaps count alike."""
    of_raw: list[int] = []
    before: Glyph | None = None
    last_page = 0
    white = False
    for glyph, page in zip(glyphs, pages, strict=True):
        if not glyph.text:
            continue
        joint = NEW_LINE if before is None or page != last_page else _joint(before, glyph)
        if glyph.text.isspace():
            white = True
            of_raw.extend([joint] * len(glyph.text))
            if joint == NEW_LINE:
                before, last_page = glyph, page
            continue
        if white and joint == CLOSE:
            joint = APART
        of_raw.extend([joint, *([CLOSE] * (len(glyph.text) - 1))])
        before, last_page, white = glyph, page, False
    joints = bytearray()
    last = -1
    for at in folded.at:
        # What stands between two code points that are compared was folded away: the furthest joint of all counts.
        joints.append(CLOSE if at == last else max(of_raw[last + 1 : at + 1], default=CLOSE))
        last = at
    return bytes(joints)


def _joint(one: Glyph, two: Glyph) -> int:
    em = max(one.size, two.size, 0.1)
    if one.down != two.down:
        return NEW_LINE if abs(two.x - one.x) + abs(two.y - one.y) > _FAR_EM * em else APART
    along, across = (two.y - one.y, two.x - one.x) if one.down else (two.x - one.x, two.y - one.y)
    gap = along - one.width
    if abs(across) > _LINE_EM * em or gap < -_BACK_EM * em - one.width or gap > _FAR_EM * em:
        return NEW_LINE
    return APART if gap > _GAP_EM * em else CLOSE


def struck_once(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """Glyphs without those that strike the same character on the same spot again, and those."""
    kept: list[Glyph] = []
    again: list[Glyph] = []
    places: dict[tuple[str, int, int], list[Glyph]] = {}
    for glyph in glyphs:
        em = max(glyph.size, 0.1)
        column, row = int(glyph.x / em), int(glyph.y / em)
        near = (
            other
            for across in (column - 1, column, column + 1)
            for down in (row - 1, row, row + 1)
            for other in places.get((glyph.text, across, down), ())
        )
        reach = _TWICE_EM * em
        # pdfium gives a glyph of several characters as so many glyphs on one spot.
        is_part = bool(kept) and kept[-1].x == glyph.x and kept[-1].y == glyph.y
        if (
            glyph.text.strip()
            and not is_part
            and any(
                abs(other.x - glyph.x) < reach
                and abs(other.y - glyph.y) < reach
                and abs(other.size - glyph.size) < reach
                for other in near
            )
        ):
            again.append(glyph)
            continue
        places.setdefault((glyph.text, column, row), []).append(glyph)
        kept.append(glyph)
    return kept, again


def told_by(engine: Sequence[Glyph], glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Give glyphs without a text the one that the other reader has where they stand; those that got one are given
    back. A font of one of Adobe's character collections need not say its texts (ISO 32000-1, 9.10.2), and only the
    second reader has the tables of those.
    """
    silent = [glyph for glyph in glyphs if glyph.text == NO_TEXT]
    if not silent:
        return
    places: dict[tuple[int, int], list[Glyph]] = {}
    for one in engine:
        places.setdefault((int(one.x), int(one.y)), []).append(one)
    for glyph in silent:
        column, row = int(glyph.x), int(glyph.y)
        near = [
            one
            for across in (column - 1, column, column + 1)
            for down in (row - 1, row, row + 1)
            for one in places.get((across, down), ())
            if abs(one.x - glyph.x) < _SAME_PT and abs(one.y - glyph.y) < _SAME_PT
        ]
        if near and near[0].text not in (NO_TEXT, "\0"):
            glyph.text = near[0].text
            yield glyph
