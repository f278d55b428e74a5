"""The glyphs of a paragraph while they are being looked up and shaped: parallel lists, one entry a glyph."""

from __future__ import annotations

from msgspec import Struct

from jxprint.composition.lines.records import Record, records_of
from jxprint.composition.lines.setting import Setting
from jxprint.fonts import Face
from jxprint.text.classes import classify
from jxprint.text.clusters import CLUSTER, EXTENDER, has_clusters


class Glyphs(Struct):
    """`starts[k]` is the index in `text` of glyph k's first character; `classes` are those of `text.classes`,
    `spacing` those by which marks give white; `advance` and `lead` (how far a glyph is drawn before its pen) are in
    thousandths of an em.
    """

    text: str
    classes: list[int]
    spacing: list[int]
    faces: list[Face]
    glyphs: list[int]
    starts: list[int]
    advance: list[float]
    lead: list[float]

    def __len__(self) -> int:
        return len(self.glyphs)

    def index_of(self) -> dict[int, int]:
        """Glyph index by the character that its cluster starts with."""
        return {start: k for k, start in enumerate(self.starts)}


def look_up(text: str, setting: Setting) -> Glyphs:
    """One glyph a character, or one a cluster. Raises MissingGlyph."""
    classes = classify(text)
    records = records_of(setting.chain, setting)
    pieces: list[str] | str = text
    starts = list(range(len(text)))
    if has_clusters(text):
        pieces, starts = _pieces(text)
        classes = [classes[start] for start in starts]
    found: list[Record] = [records[piece] for piece in pieces]
    if setting.lead_length and setting.lead_chain is not None:
        lead = records_of(setting.lead_chain, setting)
        of_lead = sum(1 for start in starts if start < setting.lead_length)
        found[:of_lead] = [lead[piece] for piece in pieces[:of_lead]]
    spacing = classes
    if not records.odd.isdisjoint(pieces):
        # What a mark is in its context counts more than what its glyph could give.
        spacing = [
            record.spacing if record.spacing != cls and pieces[k][0] in records.odd else cls
            for k, (record, cls) in enumerate(zip(found, classes, strict=True))
        ]
    return Glyphs(
        text,
        classes,
        spacing,
        [record[0] for record in found],
        [record[1] for record in found],
        starts,
        [record[2] for record in found],
        [0.0] * len(found),
    )


def _pieces(text: str) -> tuple[list[str], list[int]]:
    """Clusters as one piece, everything else character by character; an extender that extends nothing stands alone."""
    pieces: list[str] = []
    starts: list[int] = []
    at = 0
    for match in CLUSTER.finditer(text):
        pieces += text[at : match.start()]
        starts += range(at, match.start())
        pieces.append(match.group())
        starts.append(match.start())
        at = match.end()
    pieces += text[at:]
    starts += range(at, len(text))
    return pieces, starts


def stands_alone(char: str) -> bool:
    """Whether a character is a mark that belongs to another and has none."""
    return EXTENDER.match(char) is not None
