"""How text may have stood in lines, by widths alone."""

from __future__ import annotations

from math import exp, inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxprint.reconstruct.setting import Style, lines_of, measured

_HAN = st.text("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往", min_size=1, max_size=120)


@pytest.mark.parametrize(("measure", "lines"), [(15.0, 4), (15.5, 4), (14.5, 5), (20.0, 3), (29.0, 3)])
def test_bare_han_fill_lines_by_their_number(measure: float, lines: int) -> None:
    """58 characters behind an indent of two are 60 ems; half an em holds none."""
    found = lines_of(measured("天" * 58, Style(), "地" * 8), measure, 2.0)
    assert min(found.ends, key=lambda count: found.ends[count]) == lines


def test_a_piece_that_a_column_cut_fills_its_lines() -> None:
    """73 ems behind the indent are five lines of fifteen and no five of sixteen."""
    piece = measured("天" * 73, Style(), "地" * 8)
    fifteen, sixteen = (min(lines_of(piece, measure, 2.0).full.values()) for measure in (15.0, 16.0))
    assert fifteen < 1.0
    assert sixteen > 5.0


def test_a_mark_may_be_squeezed_in_and_none_begins_a_line() -> None:
    """The comma behind the fifteenth character gives half of its em; the line may not end before it."""
    piece = measured("天" * 15 + "，" + "天" * 15, Style(), "地" * 8)
    assert lines_of(piece, 15.5, 0.0).full[2] < 3.0
    piece = measured("天" * 15, Style(), "，" + "天" * 7)
    assert lines_of(piece, 15.0, 0.0).full[1] >= 7.0


@given(_HAN, st.integers(16, 60))
def test_prices_are_shares(text: str, halves: int) -> None:
    """The odds of all numbers of lines of a paragraph make one, and every piece may be full somehow."""
    found = lines_of(measured(text, Style(), "天地玄黄"), halves / 2, 2.0)
    assert sum(exp(-price) for price in found.ends.values()) == pytest.approx(1.0)
    assert min(found.full.values(), default=inf) < inf


@given(_HAN, _HAN, st.integers(16, 60))
def test_a_longer_text_takes_no_fewer_lines(text: str, more: str, halves: int) -> None:
    """Measured alone and with more behind it."""
    short, long = (lines_of(measured(one, Style()), halves / 2, 2.0).ends for one in (text, text + more))
    assert min(short) <= min(long)
    assert max(short) <= max(long)
