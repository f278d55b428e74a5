"""A page as a night editor sees it: what stands where, its head, its legs. Points from the trim's top left corner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from jxprint.geometry import Rect, around
from jxprint.model import MakeupStyle, Page, Part, Picture
from jxprint.placed import Article, Box, Outline, PlacedPage, PlacedPicture, Shape, TextBlock

HEAD_ROLES = frozenset(("kicker", "headline", "deck"))
TEXT_ROLES = frozenset(("body", "subhead", "standfirst"))
# Kinds of article, as strings: a kind that is new on pages needs no new night editor.
BANDS = frozenset(("masthead", "nameplate", "ear", "folio"))
_HEADED = frozenset(("headline", "story"))
READ = frozenset(("headline", "standfirst", "story"))
# Two lengths are one when they differ by less (points).
NEAR_PT = 0.1


class Leg(Struct, frozen=True):
    """A leg (栏) of a story: its number, the box of its text and how many lines stand in it."""

    number: int
    frame: Rect
    lines: int


class Stand(Struct, frozen=True):
    """An article as it stands: `head` is the box of kicker, headline and deck; `upright` heads run downwards, and so do
    `vertical` legs. `box`: the edge of a box or a tint that stands about it and about no other.
    """

    letter: str
    kind: str
    article: Article
    frame: Rect
    part: Part | None
    head: Rect | None
    upright: bool
    legs: tuple[Leg, ...]
    vertical: bool
    box: Rect | None

    @property
    def beside(self) -> bool:
        """Whether some of its text stands level with its head (串文题, 文夹题, 文包题)."""
        head = self.head
        return head is not None and any(level(head, leg.frame) > NEAR_PT for leg in self.legs)

    @property
    def name(self) -> str:
        """What messages call it: its letter and the words of its head, as far as they are few."""
        words = "".join(line.text for block in self.blocks("headline", "masthead") for line in block.lines)
        shown = words if len(words) <= _SHOWN else words[:_SHOWN] + "…"
        return f"{self.letter}“{shown.translate(_INNER)}”" if shown else self.letter

    def blocks(self, *roles: str) -> Iterator[TextBlock]:
        """Its blocks of some roles."""
        return (block for block in self.article.text_blocks() if block.role in roles)

    @property
    def pictures(self) -> list[PlacedPicture]:
        """Its pictures."""
        return [block for block in self.article.blocks if isinstance(block, PlacedPicture)]


_SHOWN = 14
# Quotes within quotes (GB/T 15834, 4.8).
_INNER = {ord("“"): "‘", ord("”"): "’"}


class View(Struct, frozen=True):
    """The page: its stands in reading order, what stands within others (`insets`), and the limits of the house."""

    page: Page
    placed: PlacedPage
    area: Rect
    pitch: float
    rows: int
    stands: tuple[Stand, ...]
    insets: tuple[Stand, ...] = ()
    limits: MakeupStyle = field(default_factory=MakeupStyle)

    @property
    def headed(self) -> list[Stand]:
        """Stories and main heads; titles of tables and lists belong to their rules."""
        return [stand for stand in self.stands if stand.head is not None and stand.kind in _HEADED]

    @property
    def clear(self) -> float:
        """The white that text keeps from what stands within its story (points)."""
        return self.page.style.spacing.runaround_gap_em * self.placed.grid.body_pt

    @property
    def narrowest(self) -> float:
        """The narrowest line that text may have (points): where less is left, nothing could stand."""
        return self.page.style.spacing.runaround_least_em * self.placed.grid.body_pt

    def of_kinds(self, kinds: Iterable[str]) -> list[Stand]:
        """Stands of some kinds, in reading order."""
        wanted = frozenset(kinds)
        return [stand for stand in self.stands if stand.kind in wanted]

    def row(self, y: float) -> float:
        """How many rows below the head of the type area something stands."""
        return (y - self.area.y) / self.pitch

    def top_band(self) -> list[Stand]:
        """The band at the head of the page that is one thing to the eye: masthead, main head, standfirst, and under a
        main head a picture over all columns, as far down as nothing else begins.
        """
        band: list[Stand] = []
        begins = self.area.bottom
        for stand in sorted(self.stands, key=lambda one: one.frame.y):
            opens = stand.kind in BANDS or stand.kind in ("headline", "standfirst")
            shown = stand.kind == "picture" and stand.frame.width > self.area.width - NEAR_PT
            if not opens and not (shown and any(one.kind == "headline" for one in band)):
                begins = stand.frame.y
                break
            band.append(stand)
        return [stand for stand in band if stand.frame.bottom <= begins + NEAR_PT]


def view(page: Page, placed: PlacedPage) -> View:
    """A page made ready for looking at."""
    parts = {part.letter: part for part in page.parts}
    boxes = [edge for shape in placed.under if (edge := _edge(shape)) is not None]
    frames = [article.frame for article in placed.articles]
    seen = [
        _stand(article, parts, [box for box in boxes if _holds(box, article.frame) and _alone(box, frames)])
        for article in placed.articles
        if article.kind != "folio"
    ]
    area, pitch = placed.print_space, placed.grid.pitch
    rows = round((area.height + pitch - placed.grid.body_pt) / pitch)
    stands = tuple(one for one in seen if not _is_within(one.part))
    insets = tuple(one for one in seen if _is_within(one.part))
    return View(page, placed, area, pitch, rows, stands, insets, page.style.makeup)


def _is_within(part: Part | None) -> bool:
    return part is not None and part.within is not None


def _stand(article: Article, parts: Mapping[str, Part], boxes: list[Rect]) -> Stand:
    heads: list[Rect] = []
    upright = vertical = False
    legs: dict[int, list[Rect]] = {}
    lines: dict[int, int] = {}
    for block in article.blocks:
        if not isinstance(block, TextBlock) or not block.lines:
            continue
        if block.role in HEAD_ROLES:
            heads += block.frames
            upright = upright or block.lines[0].length is not None
        elif block.role in TEXT_ROLES:
            vertical = vertical or block.lines[0].length is not None
            if len(block.frames) == 1:
                counted = {block.lines[0].leg: len(block.lines)}
            else:
                counted = Counter(line.leg for line in block.lines)
            for leg, frame in zip(sorted(counted), block.frames, strict=True):
                legs.setdefault(leg, []).append(frame)
                lines[leg] = lines.get(leg, 0) + counted[leg]
    return Stand(
        article.part,
        article.kind,
        article,
        article.frame,
        parts.get(article.part),
        around(heads) if heads else None,
        upright,
        tuple(Leg(leg, around(legs[leg]), lines[leg]) for leg in sorted(legs)),
        vertical,
        max(boxes, key=lambda box: box.width, default=None),
    )


def _edge(shape: Shape) -> Rect | None:
    """How far what may be a box reaches: a stroke lies half without its frame, and a dotted rule is a path of dots."""
    if isinstance(shape, Box):
        half = shape.stroke_pt / 2 if shape.stroke is not None else 0.0
        frame = shape.frame
        return Rect(frame.x - half, frame.y - half, frame.width + 2 * half, frame.height + 2 * half)
    if not isinstance(shape, Outline):
        return None
    # The ends of its curves tell enough: those of a dot stand at its four sides.
    xs = [float(command[-2]) for command in shape.commands if len(command) > 2]
    ys = [float(command[-1]) for command in shape.commands if len(command) > 2]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)) if xs else None


def _holds(box: Rect, frame: Rect) -> bool:
    return (
        box.x <= frame.x + NEAR_PT
        and box.y <= frame.y + NEAR_PT
        and box.right >= frame.right - NEAR_PT
        and box.bottom >= frame.bottom - NEAR_PT
    )


def _alone(box: Rect, frames: Iterable[Rect]) -> bool:
    """Whether a box stands about one thing alone, whatever stands within that."""
    held = [frame for frame in frames if _holds(box, frame)]
    return any(all(_holds(outer, frame) for frame in held) for outer in held)


def over(one: Rect, other: Rect) -> float:
    """How far two boxes share their columns (points); below 0 what stands between them."""
    return min(one.right, other.right) - max(one.x, other.x)


def level(one: Rect, other: Rect) -> float:
    """How far two boxes share their rows (points); below 0 what stands between them."""
    return min(one.bottom, other.bottom) - max(one.y, other.y)


def is_group(stand: Stand) -> bool:
    """Whether it is a group of pictures."""
    return isinstance(stand.part, Picture) and bool(stand.part.group)
