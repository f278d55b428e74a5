"""Where the words of a head may part: what a break before each character costs the sense (标题按语意断行).

Words come from a table of common ones (`lexicon`) and from the story itself (`own_words`); between words a small model
of phrases tells which hang together (`phrases`), with a few rules about little words (`particles`); and some things
are held together whatever these say (`held`). A head on which no line is too long never loads this room.
"""

from __future__ import annotations

from collections.abc import Iterable

from jxprint.composition.sense.held import held_stretches, latin_words, typed_joints
from jxprint.composition.sense.lexicon import JOINT, word_prices
from jxprint.composition.sense.names import names_in
from jxprint.composition.sense.own_words import OWN, own_words
from jxprint.composition.sense.particles import leaning_prices, patterns
from jxprint.composition.sense.phrases import phrase_prices

# The scale is the model's: logarithms of odds. A joint that an editor typed costs nothing, one between two words about
# one, one within a word three and more; HELD is dearer than any other way to break a head, and still a way.
HELD = 20.0
# From here on a break is one that a sub-editor would send back.
UGLY = 3.0
_WORD = 0.6
_PHRASE_SHARE = 0.5
_WITHIN_WORD, _WITHIN_SHARE, _DEAREST = 1.5, 1.5, 9.0
# Where the second best reading has a word across the joint (轮船/只, 轮/船只), nobody knows which one is meant: what it
# costs where both are as likely, and by how much less for each unit that the other is worse.
_TWO_WAYS, _TWO_WAYS_SHARE = 2.5, 0.5
# What a break costs at the most before a Latin word among Han: a word surely ends there.
_SCRIPTS = 1.2


def sense_prices(text: str, body: str = "", names: Iterable[str] = ()) -> list[float]:
    """The price of a break before each character of a head; before the first there is none. `body` is the story's text,
    whose own words count; `names` are held whole.
    """
    own = dict.fromkeys((text[start:end] for start, end in patterns(text)), OWN)
    within, spanned = word_prices(text, own | dict.fromkeys(own_words(text, body), OWN))
    prices = [
        _WORD + _PHRASE_SHARE * phrase + max(0.0, _TWO_WAYS - _TWO_WAYS_SHARE * other)
        if cost < JOINT
        else min(_DEAREST, _WITHIN_WORD + _WITHIN_SHARE * cost + _PHRASE_SHARE * phrase)
        for cost, other, phrase in zip(within, spanned, phrase_prices(text), strict=True)
    ]
    joints = [cost < JOINT for cost in within]
    prices = [price + leaning for price, leaning in zip(prices, leaning_prices(text, joints), strict=True)]
    for at in typed_joints(text):
        prices[at] = 0.0
    for at in latin_words(text):
        prices[at] = min(prices[at], _SCRIPTS)
    for start, end, share in held_stretches(text, (*names, *names_in(text, body))):
        for at in range(start + 1, end):
            prices[at] = max(prices[at], HELD * share)
    return prices
