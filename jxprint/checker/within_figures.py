"""What a figure paints: its picture and its drawing are somebody else's as far as its frame reaches, and no further."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from jxprint.checker.glyphs import Enclosed, Frame, Oddity
from jxprint.checker.graphics import TextState
from jxprint.intake.matrices import Box

# As much as files round, and half a keyline.
_OFF_PT = 0.6
# Of a picture so much may lie under what is painted later: its label, a caption on a plate of its own.
_COVERED = 0.5
# What is less opaque than this is no picture.
_SEEN = 0.05
# Figures that are told of one page.
_TOLD = 20
# Figures that are held against all that is painted behind them.
_LOOKED_AT = 60


class Figures:
    """The figures of a page: frames by marked content (PDF space), None for one that the tree gives no frame."""

    def __init__(self, frames: Mapping[int, Sequence[float] | None]) -> None:
        self._frames = frames
        self._begun = 0, 0, 0
        # By frames, for the pictures of a group share one: how many rectangles were filled on the page by then, what
        # stands in it, and whether all pictures there are of pixels.
        self._shown: dict[Box, int] = {}
        self._placed: dict[Box, list[Box]] = {}
        self._of_pixels: dict[Box, bool] = {}
        self._clear: list[Box] = []
        # Pictures of the figure under way, where the tree gives it no frame.
        self._loose: list[Box] = []

    def __contains__(self, mcid: object) -> bool:
        return mcid in self._frames

    def begin(self, mcid: int | None, state: TextState) -> None:
        """Marked content begins in other marked content; where that is no figure it may be one."""
        if mcid not in self._frames:
            self._begun = len(state.strays), len(state.pieces), len(state.panels)

    def end(self, mcid: int | None, outer: int | None, state: TextState) -> None:
        """Marked content ends, in that of `outer`; what a figure painted within its frame is its own."""
        if mcid is None or mcid not in self._frames or mcid == outer:
            return
        strays, pieces, panels = self._begun
        box = self._box(mcid) or _largest([*self._loose, *(one for one, _ in state.panels[panels:])])
        self._loose = []
        state.strays[strays:] = [one for one in state.strays[strays:] if not _is_within(one[1], box)]
        state.pieces[pieces:] = [one for one in state.pieces[pieces:] if not _is_within(one.box, box)]
        if box is not None:
            self._shown[box] = len(state.panels)
            self._placed.setdefault(box, []).extend(one for one, _ in state.panels[panels:])

    def place(self, mcid: int, shown: Any, state: TextState, origin: tuple[float, float]) -> Enclosed:
        """A picture or form is placed; `origin` is the left and top edge of the trim box. Pictures of pixels are laid
        on white before that, so that none has a mask.
        """
        from jxprint.checker.enclosed import frame_shown

        is_form = str(shown.get("/Subtype")) == "/Form"
        box, stretch = frame_shown(shown, is_form, state)
        whole = self._box(mcid)
        if whole is None:
            self._loose.append(box)
        elif not _is_within(box, whole):
            state.strays.append(("checks.stray_picture", box))
        if state.fill_alpha <= _SEEN or state.is_masked or (not is_form and ("/SMask" in shown or "/Mask" in shown)):
            self._clear.append(box)
        if whole is not None:
            self._placed.setdefault(whole, []).append(box)
            self._of_pixels[whole] = not is_form and self._of_pixels.get(whole, True)
        frame = Frame(box[0] - origin[0], origin[1] - box[3], box[2] - origin[0], origin[1] - box[1])
        return Enclosed(mcid, is_form, "", frame, stretch=stretch)

    @contextmanager
    def foreign(self, state: TextState) -> Iterator[None]:
        """What is painted meanwhile is nobody's to judge."""
        strays, pieces = len(state.strays), len(state.pieces)
        yield
        del state.strays[strays:], state.pieces[pieces:]

    def oddities(self, state: TextState, origin: tuple[float, float]) -> Iterator[Oddity]:
        """Figures of which paper shows nothing, or less than half, and those whose pictures do not reach up to their
        frames; where there is a form in one others look (jxprint.checker.enclosed).
        """
        looked_at = list(self._shown.items())[:_LOOKED_AT]
        covered = [box for box, panels in looked_at if _is_covered(box, state.panels[panels:])]
        short = [box for box, is_so in self._of_pixels.items() if is_so and not _is_filled(box, self._placed[box])]
        for box in list(dict.fromkeys([*self._clear, *covered, *short]))[:_TOLD]:
            yield Oddity("checks.figure_unseen", {}, (box[0] - origin[0], origin[1] - box[3]))

    def _box(self, mcid: int) -> Box | None:
        frame = self._frames.get(mcid)
        if frame is None or len(frame) != 4:
            return None
        one, two, three, four = frame
        return min(one, three), min(two, four), max(one, three), max(two, four)


def _largest(boxes: Sequence[Box]) -> Box | None:
    return max(boxes, key=lambda box: (box[2] - box[0]) * (box[3] - box[1]), default=None)


def _is_within(box: Box, whole: Box | None) -> bool:
    if whole is None:
        return False
    inside = box[0] - whole[0], box[1] - whole[1], whole[2] - box[2], whole[3] - box[3]
    return min(inside) >= -_OFF_PT


def _is_filled(box: Box, placed: Sequence[Box]) -> bool:
    """Whether what stands in a frame reaches up to all of its edges."""
    lefts, lows, rights, highs = zip(*placed, strict=True)
    return _is_within(box, (min(lefts), min(lows), max(rights), max(highs)))


def _is_covered(box: Box, panels: Sequence[tuple[Box, bool]]) -> bool:
    """Whether one rectangle that was filled behind a figure leaves less than half of it."""
    left, low, right, high = box
    most = _COVERED * (right - left) * (high - low)
    for one, _ in panels:
        wide, tall = min(right, one[2]) - max(left, one[0]), min(high, one[3]) - max(low, one[1])
        if wide > 0 and tall > 0 and wide * tall > most:
            return True
    return False
