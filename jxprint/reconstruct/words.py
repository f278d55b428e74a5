"""What words say of a break between two stretches of text."""

from __future__ import annotations

_REACH = 6
_WITHIN = 2.5


def joint_price(before: str, after: str) -> float:
    """What it costs the best reading in words to have a joint between two texts; 0 where it has one anyhow."""
    from jxprint.composition.sense.lexicon import word_prices  # a table of words; most pages ask it a few times

    head, tail = before[-_REACH:], after[:_REACH]
    if not head or not tail:
        return 0.0
    if not head[-1].isalnum() or not tail[0].isalnum():
        return 0.0
    prices: list[float] = word_prices(head + tail, {})
    return prices[len(head)]


def within_a_word(before: str, after: str) -> bool:
    """Whether a break between two texts falls within a word."""
    return joint_price(before, after) > _WITHIN
