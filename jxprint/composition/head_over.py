"""Fields of a head that nothing makes fit: by how many characters they are too long, and the lines that they take.

Both are tried, not reckoned: characters go off the end until the field stands. It is set in the lines that it has then,
so that it is as deep as it will be once that is done; what is too long runs over at the end.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from jxprint.composition.head_fit import Fitted, HeadCopy
from jxprint.composition.lines import SetLine, Setting, set_line
from jxprint.composition.lines.justified import set_one_line
from jxprint.composition.lines.measured import measure
from jxprint.model import Passage


def least_cut(passage: Passage, does: Callable[[Passage], bool], near: int) -> int | None:
    """The fewest characters off the end of a passage with which it `does`, looked for from `near` on; None where one
    character alone would not. What does with more characters gone does with them.
    """
    most = len(passage.text) - 1
    if most < 1 or not does(shorter(passage, most)):
        return None
    low, high, step = 0, most, 1
    count = max(1, min(near, most))
    while low < count < high:
        if does(shorter(passage, count)):
            high, count = count, count - step
        else:
            low, count = count, count + step
        step *= 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if does(shorter(passage, middle)) else (middle, high)
    return high


def shorter(passage: Passage, characters: int) -> Passage:
    """A passage without so many characters at its end, and without what is marked there."""
    text = passage.text[: len(passage.text) - characters]
    return replace(passage, text=text, markup=tuple(one for one in passage.markup if one.end <= len(text)))


def in_lines_of(fitted: Fitted, copy: HeadCopy, setting: Setting) -> tuple[SetLine, ...]:
    """The only passage of a field in the lines in which it was `fitted` when shorter, the last of them longer."""
    (passage,), (lines,) = copy.lines, fitted.lines
    if len(lines) == 1:
        return (set_line(passage.text, setting),)
    measured = measure(passage.text, setting)
    begins = [measured.starts.index(line.start) for line in lines]
    ends = [*begins[1:], len(measured)]
    return tuple(
        set_one_line(measured, begin, end, setting, 0.0, fill=False) for begin, end in zip(begins, ends, strict=True)
    )
