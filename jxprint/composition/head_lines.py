"""A line of a head that no size makes fit, broken by sense over its measure (按语意断行)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from msgspec import Struct

from jxprint.composition.desk import Desk
from jxprint.composition.head_breaks import Breaks, Joints, best_breaks
from jxprint.composition.head_fit import HeadCopy, most_lines
from jxprint.composition.lines import SetLine, Setting
from jxprint.composition.lines.candidates import FORBIDDEN, candidates
from jxprint.composition.lines.justified import set_one_line
from jxprint.composition.lines.measured import Measured, measure
from jxprint.composition.marked import with_markup
from jxprint.composition.sense import HELD, UGLY, sense_prices
from jxprint.composition.sense.held import signed
from jxprint.model import Passage, Story
from jxprint.text.classes import DIGIT, HAN, ITERATION, LATIN, SYMBOL, WIDE_DIGIT

_TOLERANCE = 0.01
_COUNTED = frozenset((HAN, DIGIT, LATIN, ITERATION, SYMBOL, WIDE_DIGIT))
# What a step of size, or tighter tracking, is worth: half a joint between words.
_STEP = 0.5
# What a parted word costs beside what it costs where it is parted: more than any lines that are out of balance, so that
# a step of size is given for it first.
_PARTED = 8.0
# What joints weigh in a passage of whole sentences, against the balance of its lines.
_SENTENCE = 2.0
# Less than any joint costs that no mark makes.
_BEHIND_MARK = 0.1


def break_field(
    desk: Desk, part: str, copy: HeadCopy, width: float, settings: Sequence[Setting]
) -> tuple[int, tuple[SetLine, ...]] | None:
    """The only passage of a field in as few lines as it takes, and the number of the setting in which it stands so: the
    largest size, unless a smaller one lets it break better. None where it finds no room in any.
    """
    (passage,) = copy.lines
    prices = sense_prices(passage.text, *_known(desk, part))
    most = most_lines(desk, copy)
    least = _least(desk, passage, prices, settings, most)
    if least is not None and least.breaks.dearest >= HELD and desk.type_style(copy.style_role).max_lines is None:
        # A name or a number is parted at every size: a line more is the lesser evil.
        more = _least(desk, passage, prices, settings, most + 1)
        least = more if more is not None and more.breaks.dearest < UGLY else least
    if least is None:
        return None
    setting = with_markup(settings[least.number], desk, passage)
    ends = pairwise((0, *least.breaks.ends))
    return least.number, tuple(
        set_one_line(least.measured, begin, end, setting, 0.0, fill=False) for begin, end in ends
    )


class _Way(Struct, frozen=True):
    """A way to break a passage: what it costs, in which setting."""

    cost: float
    number: int
    breaks: Breaks
    measured: Measured


def _least(
    desk: Desk, passage: Passage, prices: Sequence[float], settings: Sequence[Setting], most: int
) -> _Way | None:
    """The best way to break a passage into no more than `most` lines."""
    least: _Way | None = None
    for number, setting in enumerate(settings):
        if least is not None and least.cost <= number * _STEP:
            break
        measured = measure(passage.text, with_markup(setting, desk, passage))
        joints = joints_of(measured, prices)
        breaks = fewest_lines(joints, most, (setting.measure_pt + _TOLERANCE) / setting.size_pt * 1000)
        if breaks is None:
            continue
        cost = breaks.cost + number * _STEP + (_PARTED if breaks.dearest >= UGLY else 0.0)
        if least is None or cost < least.cost:
            least = _Way(cost, number, breaks, measured)
    return least


def display_lines(
    desk: Desk, passage: Passage, setting: Setting, lines: int, known: str = ""
) -> tuple[SetLine, ...] | None:
    """A passage of display type in so many lines, or in one more where these would part a word, or where one more ends
    every line behind a mark and these do not; None where it has no room in them. `known` is a text whose own words it
    has.
    """
    setting = with_markup(setting, desk, passage)
    measured = measure(passage.text, setting)
    # Sentences rather than terms: a comma counts for more than lines that are even.
    prices = [_SENTENCE * price for price in sense_prices(passage.text, known)]
    joints = joints_of(measured, prices)
    room = (setting.measure_pt + _TOLERANCE) / setting.size_pt * 1000
    behind_marks = _SENTENCE * _BEHIND_MARK
    ways = (
        (lines, behind_marks),
        (lines + 1, behind_marks),
        (lines, _SENTENCE * UGLY),
        (lines + 1, _SENTENCE * UGLY),
        (lines, FORBIDDEN),
    )
    breaks = next((found for many, dearest in ways if (found := best_breaks(joints, many, room, dearest))), None)
    if breaks is None:
        return None
    ends = pairwise((0, *breaks.ends))
    return tuple(set_one_line(measured, begin, end, setting, 0.0, fill=False) for begin, end in ends)


def _known(desk: Desk, part: str) -> tuple[str, Iterator[str]]:
    """What is known of a part's words: its text, and the names of its byline. Other parts are not asked, so that a head
    that stands does not depend on them.
    """
    story = desk.page.part(part)
    if not isinstance(story, Story):
        return "", iter(())
    text = "\n".join(paragraph.text for paragraph in story.paragraphs)
    return text, signed(line.text for line in story.byline)


def fewest_lines(joints: Joints, most: int, measure: float) -> Breaks | None:
    """Two lines, or as many more (to `most`) as it takes to part no word; `measure` in thousandths of an em."""
    least: Breaks | None = None
    for lines in range(2, most + 1):
        whole = best_breaks(joints, lines, measure, UGLY)
        if whole is not None:
            return whole
        breaks = best_breaks(joints, lines, measure)
        if breaks is not None and (least is None or breaks.dearest < least.dearest):
            least = breaks
    return least


def joints_of(measured: Measured, prices: Sequence[float]) -> Joints:
    """Where the lines of a measured head may end: by the rules of prohibition, and nowhere at a hyphen."""
    legal = candidates(measured)
    by_glyph = [
        FORBIDDEN if price == FORBIDDEN or k in measured.hyphens else prices[start]
        for k, (price, start) in enumerate(zip(legal.price, measured.starts, strict=False))
    ]
    counted = accumulate((int(cls in _COUNTED) for cls in measured.classes), initial=0)
    return Joints([*by_glyph, 0.0], legal.begin, legal.end, list(counted))
