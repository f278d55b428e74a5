"""A paragraph as glyphs with everything the line breaker asks for, in parallel lists and running sums.

All amounts are thousandths of an em. Gap `k` is the one before glyph `k`; gap 0 does not exist and is 0.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import accumulate, pairwise

from msgspec import Struct

from jxprint.composition.lines.glyphs import Glyphs, look_up, settle_sizes
from jxprint.composition.lines.mark_widths import beside_whites, set_marks
from jxprint.composition.lines.names import open_names
from jxprint.composition.lines.pairs import ENDS, HALF, SpaceTable, break_prices, natural_gaps, space_table
from jxprint.composition.lines.readings import Parts, Shaped, annotate, hold_together, over
from jxprint.composition.lines.records import MissingGlyph, region_of
from jxprint.composition.lines.setting import Hyphen, Look, Setting
from jxprint.composition.lines.spaces import Elastic, elastic
from jxprint.composition.lines.words import break_words, own_widths, shape_words
from jxprint.fonts import Face
from jxprint.text.classes import CLOSING, COUNT, FINAL, HAN, OPENING, PAUSE, SPACE, WIDE_SPACE

__all__ = ["Measured", "MissingGlyph", "measure", "measure_glyphs"]

_TRIM_AT_END = (PAUSE, FINAL, CLOSING)
_STOPS = (PAUSE, FINAL)
_CENTRED_THAT_HANG = "、，。"
_TRIMS = ("line_end_half", "mixed_width")
# What closes in Latin text opens no line behind a space either (UAX #14, LB13); a full stop may: .NET, .cn.
_CLOSE_LATIN = frozenset("!?,:;)]}")


class Measured(Struct):
    """A measured paragraph; see the module's docstring for the unit.

    `step[k]` is the way from glyph k's pen to glyph k + 1's in a line that needs no adjustment; `run[k]` the sum of
    steps before glyph k. `end_trim`, `start_trim`: what a glyph loses as the last or first of a line; `end_give`: what
    it may lose as the last. `lead[k]` is how far glyph k is drawn before its pen wherever it stands;
    `squeezed_openings` are the glyphs whose gap takes away their empty left half, `beside` tells the gaps that open by
    a little alone. `pairs` and `spaces` index the tables by pair of classes, of text and of spacing. `prices` are those
    of a break before each glyph (None: none may be), `hyphens` the breaks that show one, `at_need` the prices of those
    that are let in where lines come out too loose without. `typed` are the gaps behind spaces of the copy, `autospace`
    holds for all others between Han and Latin or digits: by how much each may close and open. `readings` stand by the
    last glyph under each.
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
    end_give: list[float] | None
    squeezed_openings: list[int]
    pairs: list[int]
    beside: list[int]
    spaces: list[int]
    table: SpaceTable
    prices: list[float | None]
    hyphens: dict[int, Hyphen]
    at_need: dict[int, float]
    typed: dict[int, Elastic]
    autospace: Elastic
    looks: list[Look] | None
    readings: dict[int, Shaped]

    def __len__(self) -> int:
        return len(self.glyphs)


def measure(text: str, setting: Setting) -> Measured:
    """Look up every glyph of a paragraph once. Raises MissingGlyph."""
    glyphs = look_up(text, setting)
    settle_sizes(glyphs, setting)
    set_marks(glyphs, setting)
    if setting.half_digits:
        own_widths(glyphs)
    shape_words(glyphs)
    return _with_gaps(glyphs, setting, over)


def measure_glyphs(glyphs: Glyphs, setting: Setting, shape: Callable[[Look], Parts]) -> Measured:
    """The same for glyphs that were looked up for another direction, with readings shaped for it."""
    settle_sizes(glyphs, setting)
    set_marks(glyphs, setting)
    return _with_gaps(glyphs, setting, shape, down=True)


def _with_gaps(glyphs: Glyphs, setting: Setting, shape: Callable[[Look], Parts], down: bool = False) -> Measured:
    style, classes = setting.punctuation, glyphs.classes
    table = space_table(style.width != "plain", setting.justification.squeeze_stops)
    # What spaces of the copy take is known before readings are given room over them.
    autospace, typed = elastic(classes, glyphs.advance, setting)
    readings = annotate(glyphs, shape)
    pairs = [0, *[left * COUNT + right for left, right in pairwise(classes)]]
    spaces = pairs
    if glyphs.spacing != classes:
        spaces = [0, *[left * COUNT + right for left, right in pairwise(glyphs.spacing)]]
    auto = natural_gaps(setting.autospace_em * 1000, setting.tracking_em * 1000)
    squeeze, from_right = table.squeeze, table.squeeze_right
    gap = [auto[pair] - squeeze[space] for pair, space in zip(pairs, spaces, strict=True)]
    advance = glyphs.advance
    if setting.name_em is not None:
        open_names(classes, gap, advance, setting.name_em * 1000)
    beside = beside_whites(glyphs, pairs)
    prices = _prices(glyphs, setting, pairs)
    hyphens, at_need = break_words(glyphs, setting, prices)
    hold_together(readings.items(), prices)  # last: what it holds together nothing parts
    if at_need and readings:
        held = {k for last, shaped in readings.items() for k in range(shaped.first + 1, last + 1)}
        at_need = {k: price for k, price in at_need.items() if k not in held}
    end_trim, start_trim, end_give = _trims(glyphs, setting, readings, _hanging(glyphs, setting, down))
    step = [a + g for a, g in zip(advance, [*gap[1:], 0.0], strict=True)]
    return Measured(
        glyphs.text,
        classes,
        glyphs.faces,
        glyphs.faces.count(glyphs.faces[0]) == len(glyphs) if len(glyphs) else True,
        glyphs.glyphs,
        glyphs.starts,
        advance,
        gap,
        step,
        [0.0, *accumulate(step)],
        glyphs.lead,
        end_trim,
        start_trim,
        end_give,
        [k for k, space in enumerate(spaces) if from_right[space]],
        pairs,
        beside,
        spaces,
        table,
        prices,
        hyphens,
        at_need,
        typed,
        autospace,
        glyphs.looks,
        readings,
    )


def _prices(glyphs: Glyphs, setting: Setting, pairs: list[int]) -> list[float | None]:
    """What a break before each glyph costs: by class, and by the characters that the house adds."""
    style = setting.punctuation
    table = break_prices(style.level)
    prices = [table[pair] for pair in pairs]
    if style.starts or style.ends or SPACE in glyphs.classes:
        starts, stops, text = frozenset(style.starts), frozenset(style.ends), glyphs.text
        ends, held = ENDS[style.level], False
        behind_space = starts | _CLOSE_LATIN if style.level != "none" else starts
        for k in range(1, len(glyphs)):
            # Spaces, however many, do not part a mark from what it holds to.
            spaced = glyphs.classes[k - 1] == SPACE
            if not spaced:
                held = glyphs.classes[k - 1] in ends or text[glyphs.starts[k] - 1] in stops
            if held or text[glyphs.starts[k]] in (behind_space if spaced else starts):
                prices[k] = None
    return prices


def _hanging(glyphs: Glyphs, setting: Setting, down: bool) -> frozenset[int] | None:
    """The glyphs that hang at a line's end, None where nothing does (CLREQ, hanging at the line end).

    All of the mainland's stops may. Taiwan's and Hong Kong's, which stand in the middle of their em, would look odd at
    a horizontal line's end; at a vertical one's、，。hang, which are those that CLREQ calls fit for it anywhere.
    """
    if not setting.punctuation.hanging:
        return None
    if region_of(setting) == "CN":
        return frozenset(k for k, cls in enumerate(glyphs.classes) if cls in _STOPS)
    if not down:
        return None
    return frozenset(k for k, start in enumerate(glyphs.starts) if glyphs.text[start] in _CENTRED_THAT_HANG)


def _trims(
    glyphs: Glyphs, setting: Setting, readings: Mapping[int, Shaped], hanging: frozenset[int] | None
) -> tuple[list[float], list[float], list[float] | None]:
    """What each glyph loses as a line's last and first, and may lose as its last. A stop does not hang under a reading,
    which would hang with it.
    """
    style = setting.punctuation
    trims = style.width in _TRIMS
    # A head keeps no white behind a bracket at its end; the others that it has are half an em wide.
    trimmed = _TRIM_AT_END if trims else (CLOSING,) if setting.half_marks else ()
    size = len(glyphs)
    end_trim, start_trim = [0.0] * size, [0.0] * size
    end_give = [0.0] * size if style.width == "full_width" and hanging is None else None
    advance = glyphs.advance
    hanging = hanging.difference(readings) if hanging is not None else frozenset()
    for k in hanging:  # also one that has no white to give
        end_trim[k] = advance[k]
    for k, cls in [(k, cls) for k, cls in enumerate(glyphs.spacing) if cls != HAN]:
        if k in hanging:
            continue
        if cls == SPACE:
            # Spaces at a line's end stand outside it, one as well as several.
            end_trim[k] = advance[k] + (end_trim[k - 1] if k and glyphs.spacing[k - 1] == SPACE else 0.0)
            start_trim[k] = advance[k]
        elif cls == WIDE_SPACE:
            end_trim[k] = advance[k]  # one at a paragraph's start is an indent that somebody typed
        elif cls in trimmed:
            end_trim[k] = HALF
        elif end_give is not None and cls in _TRIM_AT_END:
            end_give[k] = HALF
        elif trims and cls == OPENING:
            start_trim[k] = HALF
    return end_trim, start_trim, end_give
