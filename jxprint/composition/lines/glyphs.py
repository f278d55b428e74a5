"""The glyphs of a paragraph while they are being looked up and shaped: parallel lists, one entry a glyph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from jxprint.composition.lines.pairs import HALF
from jxprint.composition.lines.records import Record, records_of
from jxprint.composition.lines.setting import Look, Setting
from jxprint.fonts import Face
from jxprint.text.classes import CLASS_OF, CLOSING, FINAL, HAN, INTERPUNCT, OPENING, PAUSE, classify
from jxprint.text.clusters import clusters

_PLAIN = Look()
_CLOSE = (PAUSE, FINAL, CLOSING)
_BEFORE_OPENING = (*_CLOSE, OPENING, INTERPUNCT)


class Glyphs(Struct):
    """`starts[k]` is the index in `text` of glyph k's first character; `classes` are those of `text.classes`,
    `spacing` those by which marks give white; `advance` and `lead` (how far a glyph is drawn before its pen) are in
    thousandths of an em. `looks` is None where all glyphs look alike.
    """

    text: str
    classes: list[int]
    spacing: list[int]
    faces: list[Face]
    glyphs: list[int]
    starts: list[int]
    advance: list[float]
    lead: list[float]
    looks: list[Look] | None = None

    def __len__(self) -> int:
        return len(self.glyphs)

    def index_of(self) -> dict[int, int]:
        """Glyph index by the character that its cluster starts with."""
        return {start: k for k, start in enumerate(self.starts)}


def look_up(text: str, setting: Setting) -> Glyphs:
    """One glyph a character, or one a cluster; `settle_sizes` settles marked ones. Raises MissingGlyph."""
    records = records_of(setting.chain, setting)
    pieces = clusters(text)
    starts = list(range(len(text)))
    whole = len(pieces) == len(text)
    classes = classify(text, pieces if whole else None)
    if not whole:
        starts = [0, *accumulate(map(len, pieces[:-1]))]
        classes = [classes[start] for start in starts]
    found: list[Record] = [records[piece] for piece in pieces]
    if setting.lead_length and setting.lead_chain is not None:
        lead = records_of(setting.lead_chain, setting)
        of_lead = sum(1 for start in starts if start < setting.lead_length)
        found[:of_lead] = [lead[piece] for piece in pieces[:of_lead]]
    looks = _mark(setting, pieces, starts, found) if setting.spans else None
    spacing = classes
    # What a mark is in its context counts more than what its glyph could give.
    if looks is not None:  # marked characters have records of their own
        spacing = [
            cls if record.spacing == CLASS_OF[piece[0]] else record.spacing
            for record, cls, piece in zip(found, classes, pieces, strict=True)
        ]
    elif not records.odd.isdisjoint(pieces):
        spacing = [
            record.spacing if record.spacing != cls and pieces[k][0] in records.odd else cls
            for k, (record, cls) in enumerate(zip(found, classes, strict=True))
        ]
    faces, glyphs, advances, _ = map(list, zip(*found, strict=True)) if found else ([], [], [], [])
    return Glyphs(text, classes, spacing, faces, glyphs, starts, advances, [0.0] * len(found), looks)


def settle_sizes(glyphs: Glyphs, setting: Setting) -> None:
    """Marks of another size have no half that the tables know of (PW5), but one: a small bracket gives its white up to
    a larger mark beside it, a note's ） before a comma or a quotation, its （ behind a stop or in a quotation.

    CSS Text 4 does so where the mark beside it is as large or larger; the other way round both stay as they are. Of ）
    before “ it takes the larger one's white: here the smaller gives in that pair too.
    """
    looks, spacing = glyphs.looks, glyphs.spacing
    if looks is None:
        return
    if setting.punctuation.width != "plain":
        for k, right in enumerate(spacing[1:], 1):
            before, after = looks[k - 1].scale, looks[k].scale
            if right == OPENING and after < before and spacing[k - 1] in _BEFORE_OPENING:
                glyphs.advance[k] -= HALF * after
                glyphs.lead[k] += HALF * after
            elif spacing[k - 1] == CLOSING and before < after and right in (*_CLOSE, OPENING):
                glyphs.advance[k - 1] -= HALF * before
    glyphs.spacing = [HAN if look.scale != 1.0 else cls for look, cls in zip(looks, spacing, strict=True)]


def _mark(setting: Setting, pieces: Sequence[str], starts: list[int], found: list[Record]) -> list[Look]:
    """Look marked stretches up in their own faces, at their own size; the look of every glyph."""
    looks = [_PLAIN] * len(found)
    for span in setting.spans:
        records = records_of(span.chain or setting.chain, setting)
        for k in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
            record = records[pieces[k]] if span.chain is not None else found[k]
            found[k] = record._replace(advance=record.advance * span.look.scale)
            looks[k] = span.look
    return looks
