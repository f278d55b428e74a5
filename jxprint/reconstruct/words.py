"""What words say of a break between two stretches of text."""

from __future__ import annotations

from jxprint.reconstruct.few_words import price_of_joint

# No word is longer than four characters, so no more can lie across a break.
_REACH = 3
_WITHIN = 2.5


def joint_price(before: str, after: str) -> float:
    """What it costs the best reading in words to have a joint between two texts; 0 where it has one anyhow."""
    head, tail = before[-_REACH:], after[:_REACH]
    if not head or not tail or not head[-1].isalnum() or not tail[0].isalnum():
        return 0.0
    return price_of_joint(head + tail, len(head))


def within_a_word(before: str, after: str) -> bool:
    """Whether a break between two texts falls within a word."""
    return joint_price(before, after) > _WITHIN
