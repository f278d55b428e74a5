"""A paragraph as glyphs with everything the line breaker asks for, in parallel lists and running sums.

All amounts are thousandths of an em. Gap `k` is the one before glyph `k`; gap 0 does not exist and is 0.
"""

from __future__ import annotations

import re
from itertools import accumulate, pairwise

from msgspec import Struct

from jxprint.composition.lines.pairs import HALF, PairTable, pair_table
from jxprint.composition.lines.setting import Setting
from jxprint.fonts import Chain, Face
from jxprint.text.classes import (
    CLOSING,
    COUNT,
    DASH,
    FINAL,
    HALF_EMPTY,
    HAN,
    INTERPUNCT,
    LATIN,
    OPENING,
    PAUSE,
    SPACE,
    STACKED,
    classify,
    is_mark,
)

# Two or more letters together are shaped by HarfBuzz (kerning, ligatures), and so are dashes, which many faces draw
# as one glyph two ems long; a single letter needs no shaping.
_SHAPED = re.compile("[A-Za-z\u00c0-\u024f](?:[A-Za-z\u00c0-\u024f’'-]*[A-Za-z\u00c0-\u024f])|——")

_TRIM_AT_END = (PAUSE, FINAL, CLOSING)
_HALF_IN_HEADS = (PAUSE, OPENING, CLOSING)


class MissingGlyph(LookupError):
    """No face of the chain has a character; callers check coverage first, so this is a defect if it reaches one."""


Record = tuple[Face, int, float]


class _Records(dict[str, Record]):
    """Character to (face, glyph, advance in thousandths of an em), kept for the life of the process per chain."""

    def __init__(self, chain: Chain, half_digits: bool) -> None:
        super().__init__()
        self._chain = chain
        self._half_digits = half_digits

    def __missing__(self, char: str) -> Record:
        found = self._chain.glyph(char)
        if found is None:
            raise MissingGlyph(char)
        face, glyph, advance = found
        if is_mark(char):
            # The cmap gives Latin forms of ·, — and their like; the face's Chinese forms come by shaping (locl).
            shaped = face.shape(char)
            if len(shaped.glyphs) == 1 and shaped.glyphs[0]:
                glyph, advance = shaped.glyphs[0], shaped.advances[0]
        if self._half_digits and char in "0123456789.,%+-:/":
            half = face.shape(char, features=("hwid",))
            if len(half.glyphs) == 1 and half.glyphs[0] and half.advances[0] <= 0.5:
                glyph, advance = half.glyphs[0], half.advances[0]
        record = self[char] = (face, glyph, advance * 1000)
        return record


_records: dict[tuple[Chain, bool], _Records] = {}


def records_of(chain: Chain, half_digits: bool) -> _Records:
    """The record table of a chain."""
    key = (chain, half_digits)
    table = _records.get(key)
    if table is None:
        table = _records[key] = _Records(chain, half_digits)
    return table


class Measured(Struct):
    """A measured paragraph; see the module's docstring for the unit.

    `step[k]` is the way from glyph k's pen to glyph k + 1's in a line that needs no adjustment; `run[k]` the sum of
    steps before glyph k. `end_trim`, `start_trim`: what a glyph loses as the last or first of a line.
    `lead[k]` is how far glyph k is drawn before its pen wherever it stands (interpuncts, half-width head marks);
    `squeezed_openings` are the glyphs whose gap takes away their empty left half.
    """

    text: str
    classes: list[int]
    faces: list[Face]
    one_face: bool
    glyphs: list[int]
    starts: list[int]
    advance: list[float]
    gap: list[float]
    step: list[float]
    run: list[float]
    lead: list[float]
    end_trim: list[float]
    start_trim: list[float]
    squeezed_openings: list[int]
    keys: list[int]
    table: PairTable

    def __len__(self) -> int:
        return len(self.glyphs)


def measure(text: str, setting: Setting) -> Measured:
    """Look up every glyph of a paragraph once. Raises MissingGlyph."""
    classes = classify(text)
    records = records_of(setting.chain, setting.half_digits)
    found = [records[char] for char in text]
    if setting.lead_length and setting.lead_chain is not None:
        lead_records = records_of(setting.lead_chain, setting.half_digits)
        found[: setting.lead_length] = [lead_records[char] for char in text[: setting.lead_length]]
    faces = [record[0] for record in found]
    glyphs = [record[1] for record in found]
    advance = [record[2] for record in found]
    starts = list(range(len(text)))
    lead = [0.0] * len(text)
    _set_marks(text, classes, setting, advance, lead)
    if _SHAPED.search(text):
        _shape_words(text, classes, faces, glyphs, advance, starts, lead)
    return _with_gaps(text, classes, faces, glyphs, advance, starts, lead, setting)


def _set_marks(
    text: str, classes: list[int], setting: Setting, advance: list[float], lead: list[float]
) -> None:
    """Give marks their own width: interpuncts half an em, stacked ？！ half an em each, head marks by style."""
    special = {INTERPUNCT, STACKED}
    if setting.half_marks:
        special.update(_HALF_IN_HEADS)
    if not special.isdisjoint(classes):
        for index, cls in enumerate(classes):
            if cls not in special or (cls == STACKED and text[index] not in "！？"):
                continue
            spare = advance[index] - HALF
            if cls == INTERPUNCT:  # half an em, centred, however wide the face draws it (GB/T 15834, 5.1.7)
                advance[index], lead[index] = HALF, spare / 2
            elif spare > 400:
                advance[index], lead[index] = HALF, spare if cls == OPENING else 0.0


def _shape_words(
    text: str,
    classes: list[int],
    faces: list[Face],
    glyphs: list[int],
    advance: list[float],
    starts: list[int],
    lead: list[float],
) -> None:
    """Replace letter by letter look-ups of words and dashes by HarfBuzz's shaping, from the last to the first."""
    for match in reversed(list(_SHAPED.finditer(text))):
        begin, end = match.span()
        face = faces[begin]
        shaped = face.shape(match.group(), features=("pwid",) if "’" in match.group() else ())
        if 0 in shaped.glyphs:
            continue
        size = len(shaped.glyphs)
        faces[begin:end] = [face] * size
        classes[begin:end] = [LATIN if match.group()[0] != "—" else DASH] * size
        glyphs[begin:end] = shaped.glyphs
        advance[begin:end] = [wide * 1000 for wide in shaped.advances]
        starts[begin:end] = [begin + cluster for cluster in shaped.clusters]
        lead[begin:end] = [0.0] * size


def _with_gaps(
    text: str,
    classes: list[int],
    faces: list[Face],
    glyphs: list[int],
    advance: list[float],
    starts: list[int],
    lead: list[float],
    setting: Setting,
) -> Measured:
    table = pair_table(setting.punctuation.level)
    spacing = classes
    if any(
        advance[k] < 900 and text[starts[k]] in HALF_EMPTY for k, cls in enumerate(classes) if cls in _HALF_OR_OPEN
    ):
        # A mark that is not one em wide in its face has no empty half to give away.
        spacing = [
            HAN if cls in _HALF_OR_OPEN and advance[k] < 900 else cls for k, cls in enumerate(classes)
        ]
    keys = [0, *[left * COUNT + right for left, right in pairwise(spacing)]]
    auto = setting.autospace_em * 1000
    from_left, from_right, autospace = table.squeeze_left, table.squeeze_right, table.autospace
    gap = [autospace[key] * auto - from_left[key] - from_right[key] for key in keys]
    if keys:
        gap[0] = 0.0
    if setting.name_em is not None:
        _open_names(classes, gap, advance, setting.name_em * 1000)
    step = [a + g for a, g in zip(advance, [*gap[1:], 0.0], strict=True)]
    trims = setting.punctuation.width == "line_end_half"
    end_trim = [0.0] * len(glyphs)
    start_trim = [0.0] * len(glyphs)
    for k, cls in enumerate(spacing):
        if cls == HAN:
            continue
        if cls == SPACE:
            end_trim[k] = start_trim[k] = advance[k]
        elif trims and cls in _TRIM_AT_END:
            end_trim[k] = HALF
        elif trims and cls == OPENING:
            start_trim[k] = HALF
    return Measured(
        text,
        spacing,
        faces,
        faces.count(faces[0]) == len(faces) if faces else True,
        glyphs,
        starts,
        advance,
        gap,
        step,
        [0.0, *accumulate(step)],
        lead,
        end_trim,
        start_trim,
        [k for k, key in enumerate(keys) if k and from_right[key]],
        keys,
        table,
    )


_HALF_OR_OPEN = frozenset((PAUSE, FINAL, CLOSING, OPENING))


def _open_names(classes: list[int], gap: list[float], advance: list[float], width: float) -> None:
    """Set one em between names and, beside longer ones, open two-character names to their width (均排).

    The text is untouched. Where all names have two characters there is nothing to open them to.
    """
    start = longest = 0
    for k in range(len(classes) + 1):
        if k == len(classes) or classes[k] == SPACE:
            longest, start = max(longest, k - start), k + 1
    start = 0
    for k in range(len(classes) + 1):
        if k == len(classes) or classes[k] == SPACE:
            if longest > 2 and k - start == 2 and classes[start] == classes[start + 1] == HAN:
                gap[start + 1] = max(0.0, width - advance[start] - advance[start + 1])
            if k < len(classes):
                advance[k] = 1000.0
            start = k + 1
