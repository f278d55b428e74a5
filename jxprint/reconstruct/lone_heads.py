"""A subhead that stands alone in its story: subheads (小标题) come in twos and threes, so one that has no fellow may be
the headline of a story that nobody signed.

The grammar of a page (`roles`) knows what stands next to what and not how many; here the story is looked at whole. How
much each fact says was fitted on pages of the benchmark (`benchmarks/reconstruct/lone.py`): a logistic regression.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log1p

from msgspec.structs import replace

from jxprint.reconstruct.ends import is_finished
from jxprint.reconstruct.labels import Fixed, Label
from jxprint.reconstruct.own_signs import COLUMN
from jxprint.reconstruct.roles import (
    BODY,
    BYLINE,
    END_BYLINE,
    FROM,
    HEAD,
    HEADS,
    JUMP,
    KICKER,
    LEAD_BARE,
    NOTE,
    SUBHEAD,
    TEXT,
    VERSE,
)
from jxprint.reconstruct.traits import Traits

FACTS = (
    "bias", "finished", "pieces before", "characters before", "pieces behind", "column", "characters", "margin",
    "figures", "dated", "verse behind", "signed behind",
)  # fmt: skip
# What each fact adds to the odds (natural logarithm) that it is a headline, and odds from which it is taken for one.
_WEIGHTS = (-2.356, 2.289, 1.492, -0.596, 1.211, 1.591, -1.591, -0.566, -0.756, 1.692, -1.806, 0.987)
SURELY = 0.4
_BODY = BODY - {END_BYLINE, JUMP, NOTE}
_OPENS, _STORY = frozenset((KICKER, FROM, HEAD, LEAD_BARE, BYLINE)), BODY | HEADS | {BYLINE, FROM}
_MOST_MARGIN = 4.0


def without_lone(labels: Sequence[Label], traits: Sequence[Traits], fixed: Fixed | None = None) -> list[Label]:
    """The roles of a page's units, with subheads that stand alone and are likelier headlines made such, but for those
    that a person `fixed`.
    """
    found = list(labels)
    for at, facts in lone_subheads(labels, traits):
        odds = sum(weight * fact for weight, fact in zip(_WEIGHTS, facts, strict=True))
        if odds > SURELY and not (fixed is not None and any(fixed[at : at + 2])):
            found[at] = Label(HEAD, SUBHEAD, odds, "lone")
            if found[at + 1].role == TEXT:
                found[at + 1] = replace(found[at + 1], role=LEAD_BARE, other=TEXT)
    return found


def lone_subheads(labels: Sequence[Label], traits: Sequence[Traits]) -> Iterator[tuple[int, tuple[float, ...]]]:
    """The units that are their story's only subhead, with their FACTS."""
    for story in _stories(labels):
        subheads = [at for at in story if labels[at].role == SUBHEAD]
        if len(subheads) == 1:
            before = [at for at in story if at < subheads[0] and labels[at].role in _BODY]
            behind = [at for at in story if at > subheads[0]]
            if before and any(labels[at].role in _BODY for at in behind):
                yield subheads[0], _facts(subheads[0], before, behind, labels, traits)


def _stories(labels: Sequence[Label]) -> Iterator[list[int]]:
    """The units of each story, as `gathering` parts them."""
    story: list[int] = []
    has_body = False
    for at, label in enumerate(labels):
        if label.role not in _STORY:
            continue
        if has_body and label.role in _OPENS:
            yield story
            story, has_body = [], False
        story.append(at)
        has_body |= label.role in _BODY
    yield story


def _facts(
    at: int, before: Sequence[int], behind: Sequence[int], labels: Sequence[Label], traits: Sequence[Traits]
) -> tuple[float, ...]:
    text = traits[at].text
    bodies = [one for one in behind if labels[one].role in _BODY]
    signed = any(labels[one].role == END_BYLINE or traits[one].ends_named > 0 for one in behind)
    return (
        1.0,
        float(is_finished(traits[before[-1]].text)),
        log1p(len(before)),
        log1p(sum(len(traits[one].text) for one in before)),
        log1p(len(bodies)),
        float("".join(text.split()).endswith(COLUMN)),
        len(text) / 10,
        min(_MOST_MARGIN, labels[at].margin),
        sum(map(text.count, "0123456789")) / len(text),
        float(traits[before[0]].dateline > 0),
        sum(labels[one].role == VERSE for one in bodies) / len(bodies),
        float(signed),
    )
