"""The drafts that are text: in horizontal legs, or in any way. What fits copy asks for these."""

from __future__ import annotations

from jxprint.composition.beside_heads import BesideHeadDraft
from jxprint.composition.inner_heads import InnerHeadDraft
from jxprint.composition.shaped_stories import ShapedStoryDraft
from jxprint.composition.side_heads import SideHeadDraft
from jxprint.composition.standfirsts import StandfirstDraft
from jxprint.composition.stories import StoryDraft
from jxprint.composition.vertical_stories import VerticalStoryDraft
from jxprint.composition.wrapped_stories import WrappedStoryDraft

# A story that goes on elsewhere is none of them: it takes what its rows hold.
LegsDraft = (
    StoryDraft
    | SideHeadDraft
    | BesideHeadDraft
    | InnerHeadDraft
    | StandfirstDraft
    | ShapedStoryDraft
    | WrappedStoryDraft
)
TextDraft = LegsDraft | VerticalStoryDraft


def measures_of(draft: TextDraft, em: float) -> tuple[float, ...]:
    """The measure of each leg in ems of so many points, where they are unequal; none where all are alike."""
    if not isinstance(draft, WrappedStoryDraft) or max(draft.measures) - min(draft.measures) < 1e-6 * em:
        return ()
    return tuple(round(measure / em, 4) for measure in draft.measures)
