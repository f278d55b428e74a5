"""Copyfitting (拼文量): what is done to a page that does not fit, or has white over, in the order of its style.

Each step goes only as far as it has to. What is left over the foot after the last one is an editor's to cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from jxprint.composition.drafts import Draft, bare, is_shaped, is_tightening
from jxprint.composition.frame import Frame
from jxprint.composition.kinds import draft_of
from jxprint.composition.making_up import Fitted, MadeUp, is_over, remade, too_shallow
from jxprint.composition.page_rows import planned, preferred
from jxprint.composition.pictures import PictureDraft
from jxprint.composition.shaped_stories import ShapedStoryDraft
from jxprint.composition.stories import StoryDraft
from jxprint.model.style import FittingStep

# More pitches than these between two limits differ by less than a printer can tell on a page of a hundred rows.
_MOST_PITCHES = 12


def fit(made: MadeUp) -> MadeUp:
    """The page with as little done to it as it takes to fit, or all that may be done where it still does not."""
    made = _stepped(made, made.desk.style.fitting.order)
    return made if made.fitted or is_over(made) else _widened(made)


def _stepped(made: MadeUp, order: Sequence[FittingStep]) -> MadeUp:
    for step in order:
        if not is_over(made):
            break
        made = _STEPS[step](made)
    return made


def _tightened(made: MadeUp) -> MadeUp:
    """Stories that stand too deep, or push others there, give rows by squeezing their marks, the longest first."""
    while is_over(made):
        for letter in _texts_in_the_way(made):
            draft = made.drafts[letter]
            tighter = draft.tightened() if is_tightening(draft) else None
            if tighter is not None:
                done = Fitted("marks", letter, _lines(draft), _lines(tighter))
                made = _with(made, {**made.drafts, letter: tighter}, done)
                break
        else:
            break
    return made


def _smaller_heads(made: MadeUp) -> MadeUp:
    """Heads in the way are set a step smaller where that wins a row, the largest first."""
    while is_over(made):
        for letter in sorted(_in_the_way(made), key=lambda one: -made.drafts[one].rows):
            taken = made.desk.steps_down.get(letter, 0)
            smaller = _head_smaller(made, letter, taken + 1)
            if smaller is not None:
                made = smaller
                break
        else:
            break
    return made


def _head_smaller(made: MadeUp, letter: str, steps: int) -> MadeUp | None:
    """The page with one head some steps smaller; None where the style has no such step, or it wins no row."""
    part = made.desk.page.part(letter)
    role = {"Story": "story_headline", "Headline": "headline"}.get(type(part).__name__)
    if role is None or part.within is not None:
        return None
    style, span = made.desk.type_style(role), made.desk.areas[letter].span
    sizes = [style.size_over(span), *[step for step in style.steps_pt if step < style.size_over(span)]]
    for more in range(steps, len(sizes)):
        desk = replace(made.desk, steps_down={**made.desk.steps_down, letter: more}, findings=[])
        draft = draft_of(desk, part)
        if draft.rows < made.drafts[letter].rows and not desk.findings:
            desk = replace(desk, findings=made.desk.findings)
            done = Fitted("head", letter, sizes[made.desk.steps_down.get(letter, 0)], sizes[more])
            return _with(replace(made, desk=desk), {**made.drafts, letter: draft}, done)
    return None


def _cropped(made: MadeUp) -> MadeUp:
    """Pictures may be as shallow as their crop allows; the rows that they do not have to give they take back."""
    if not any(draft.growth or (is_shaped(draft) and draft.shape.most) for draft in made.drafts.values()):
        return made
    plan = planned(made.desk, made.drafts, crop=True)
    done = [
        Fitted("picture", letter, preferred(draft), plan.rows[letter])
        for letter, draft in made.drafts.items()
        if isinstance(draft, PictureDraft) and plan.rows.get(letter, 0) < preferred(draft)
        if made.desk.page.part(letter).rows is None
    ]
    return replace(made, plan=plan, fitted=(*made.fitted, *done), cropped=True)


def _narrowed(made: MadeUp) -> MadeUp:
    """The page at the widest pitch within the style's limit at which it fits, or the narrowest where it does not."""
    fitting = made.desk.style.fitting
    least, before = fitting.pitch_least_pt, fitting.order[: fitting.order.index("pitch")]
    best = made
    for frame in _frames(made, 1) if least is not None else ():
        if frame.pitch < (least or 0.0) - 1e-9:
            break
        other = _stepped(remade(made, frame), before)
        if len(other.desk.findings) <= len(made.desk.findings):
            best = _at_pitch(made, other)
            if not is_over(other):
                break
    return best


def _widened(made: MadeUp) -> MadeUp:
    """The page at the widest pitch within the style's limit that leaves no row over."""
    most = made.desk.style.fitting.pitch_most_pt
    best = made
    for frame in _frames(made, -1) if most is not None and made.plan.spare else ():
        if frame.pitch > (most or 0.0) + 1e-9 or made.desk.frame.rows - frame.rows > made.plan.spare:
            break
        other = remade(made, frame)
        if is_over(other) or other.desk.findings or other.plan.short:
            break
        best = _at_pitch(made, other)
    return best


def _at_pitch(made: MadeUp, other: MadeUp) -> MadeUp:
    done = Fitted("pitch", None, made.desk.frame.pitch, other.desk.frame.pitch)
    return replace(other, fitted=(*other.fitted, done))


def _frames(made: MadeUp, more: int) -> Iterator[Frame]:
    """The page's frame with a row more (or, below 0, fewer) each time, as deep as before."""
    frame = made.desk.frame
    depth = frame.depth(frame.rows)
    for number in range(1, _MOST_PITCHES + 1):
        rows = frame.rows + more * number
        if rows < 2:
            return
        pitch = int((depth - frame.body) / (rows - 1) * 100) / 100
        if pitch < frame.body:
            return
        yield replace(frame, rows=rows, pitch=pitch)


def _with(made: MadeUp, drafts: dict[str, Draft], done: Fitted) -> MadeUp:
    plan = planned(made.desk, drafts, crop=made.cropped)
    return replace(made, drafts=drafts, plan=plan, fitted=(*made.fitted, done))


def _in_the_way(made: MadeUp) -> list[str]:
    """The parts of all stacks that are too deep, and those deeper than they are pinned."""
    pushing = [letter for pushed in made.plan.pushed.values() for letter in pushed]
    shallow = [part.letter for part in made.desk.page.parts if too_shallow(made, part)]
    shallow += made.plan.cramped
    deep = [letter for letter in pushing if made.desk.page.part(letter).rows is None]
    return list(dict.fromkeys([*shallow, *deep]))


def _texts_in_the_way(made: MadeUp) -> list[str]:
    """Stories among them, the longest first: what is squeezed shows least there."""
    texts = [letter for letter in _in_the_way(made) if is_tightening(made.drafts[letter])]
    return sorted(texts, key=lambda one: -made.drafts[one].rows)


def _lines(draft: Draft) -> int:
    """The lines of a text, in its box or without one."""
    text = bare(draft)
    return text.lines if isinstance(text, (StoryDraft, ShapedStoryDraft)) else 0


_STEPS: dict[str, Callable[[MadeUp], MadeUp]] = {
    "marks": _tightened,
    "head": _smaller_heads,
    "picture": _cropped,
    "pitch": _narrowed,
}
