"""A page with positions read: its parts with their boxes, stories with their legs, and what has no place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from jxprint.geometry import Rect, around
from jxprint.reconstruct.evidence import Evidence, Line, Paper
from jxprint.reconstruct.found import FoundEar, FoundPage, FoundPicture, FoundStory, Piece, Text
from jxprint.reconstruct.printed.advertisements import advertisements_of
from jxprint.reconstruct.printed.body import Body, beside, body_of, box_of, over
from jxprint.reconstruct.printed.captions import Caption, captions_of, folios_of, text_of
from jxprint.reconstruct.printed.heads import Head, heads_of
from jxprint.reconstruct.printed.imprints import imprint_of, imprint_texts
from jxprint.reconstruct.printed.order import in_order
from jxprint.reconstruct.printed.paragraphs import Leg, Stretch, is_indented, legs_of, set_lines, stretches
from jxprint.reconstruct.printed.runs import Run, runs_of
from jxprint.reconstruct.printed.within import with_pieces
from jxprint.reconstruct.sources.glyphs import TURNED

# A masthead is short, stands in this share of the sheet at its head, and is larger than the text by this.
_SHORT, _TOP, _MASTHEAD = 12, 0.22, 1.8
# One beside the headline is larger than that so many times.
_SIDE = 1.25
# The standfirst is larger than the text by this.
_STANDFIRST = 1.08


class SeenStory(Struct):
    """A story as it was seen: what was found of it, its stretches in order, its legs, and its box with its head."""

    found: FoundStory
    stretches: list[Stretch]
    legs: list[Leg]
    box: Rect


class Seen(Struct):
    """All of a page: boxes are points from the top left corner of the trim. `pictures` have their captions in them,
    `frames` the pictures alone.
    """

    page: FoundPage
    body: Body
    paper: Paper
    stories: list[SeenStory]
    masthead: Rect | None = None
    headline: Rect | None = None
    standfirst: Rect | None = None
    pictures: list[Rect] = field(default_factory=list)
    frames: list[Rect] = field(default_factory=list)
    ears: list[Rect] = field(default_factory=list)


class _Parts(Struct):
    """The parts of a page while they are told apart."""

    masthead: Head | None = None
    headline: Head | None = None
    stories: list[Head] = field(default_factory=list)
    folios: list[Line] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    left: list[Line] = field(default_factory=list)
    ears: list[Head] = field(default_factory=list)
    imprint: list[Line] = field(default_factory=list)
    advertisements: list[Caption] = field(default_factory=list)


def seen(evidence: Evidence) -> Seen:
    """What a source with positions says of its page."""
    paper = evidence.paper
    assert paper is not None
    level = [line for line in evidence.lines if line.face != TURNED]
    body = body_of(level, paper.exact)
    runs = runs_of(level, body)
    parts = _Parts(folios=folios_of(runs, paper))
    heads, rest = heads_of(runs, body)
    parts.masthead = _side_masthead(heads, body, paper)
    if parts.masthead is not None:
        heads.remove(parts.masthead)
    parts.captions = captions_of(rest, heads, body, paper)
    boxes = [*(head.box for head in heads if head.lines), *(one.picture or one.box for one in parts.captions)]
    parts.advertisements = advertisements_of(rest, boxes, body)
    parts.left = [line for run in give_all(heads, rest, body) for line in run.lines]
    parts.left += [line for line in evidence.lines if line.face == TURNED]
    _tell_apart(parts, heads, body, paper)
    return _seen(parts, body, paper)


def give_all(heads: list[Head], rest: list[Run], body: Body) -> list[Run]:
    """Give legs to heads; text of some length that has no head is a story without one."""
    from jxprint.reconstruct.printed.stories import give_legs

    left = give_legs(heads, rest, body)
    bare = [run for run in left if len(run.lines) > 2 and not run.table]
    for run in bare:
        heads.append(Head(legs=[run]))
    return [run for run in left if run not in bare]


def _tell_apart(parts: _Parts, heads: Sequence[Head], body: Body, paper: Paper) -> None:
    """Which head is the page's masthead, which its headline, which are stories'."""
    owning = [head for head in heads if head.legs]
    bare = [head for head in heads if not head.legs]
    if parts.masthead is None and (found := _masthead(bare, body, paper)) is not None:
        parts.masthead = found
        bare.remove(found)
        band = found.box
        parts.ears = [head for head in owning if beside(around(_boxes(head)), band) > 0.8 and len(head.legs) == 1]
    owning = [head for head in owning if head not in parts.ears]
    parts.headline = _page_head(owning, bare, body)
    parts.left += [line for head in bare if head is not parts.headline for line in head.lines]
    parts.stories = [head for head in owning if head is not parts.headline]
    if (found := parts.masthead) is not None:
        below = [one.box.y for one in (parts.headline, *parts.stories) if one is not None and one.lines]
        first = min((top for top in below if top > found.box.bottom), default=paper.height)
        ears = [around(_boxes(one)) for one in parts.ears]
        parts.imprint = imprint_of(found.box, parts.left, ears, first, body)
        parts.left = [line for line in parts.left if line not in parts.imprint]


def _boxes(head: Head) -> list[Rect]:
    return [*([head.box] if head.lines else []), *(leg.box for leg in head.legs)]


def _masthead(bare: Sequence[Head], body: Body, paper: Paper) -> Head | None:
    for head in sorted(bare, key=lambda one: one.box.y):
        text = "".join(line.text for line in head.headline)
        fits = len(head.headline) == 1 and len(text) <= _SHORT and head.size > _MASTHEAD * body.size
        if fits and head.box.y < _TOP * paper.height and not head.down:
            return head
    return None


def _side_masthead(heads: Sequence[Head], body: Body, paper: Paper) -> Head | None:
    """A masthead that stands beside the page's headline: short, and larger by far."""
    for head in heads:
        others = [one for one in heads if one is not head and not one.down and beside(one.box, head.box) > 0.6]
        longer = [one for one in others if over(one.box, head.box) == 0 and len(_said(one)) > len(_said(head))]
        if longer and head.size > _SIDE * max(one.size for one in others) and head.size > 3 * body.size:
            return _masthead([head], body, paper)
    return None


def _said(head: Head) -> str:
    return "".join(line.text for line in head.headline)


def _page_head(owning: Sequence[Head], bare: Sequence[Head], body: Body) -> Head | None:
    """The head over all others: one with no legs of its own, or with none but a standfirst."""
    first = min((head.box.y for head in owning if head.lines), default=0.0)
    led = [
        head
        for head in owning
        if head.lines and len(owning) > 1 and not head.byline and _is_standfirst(head, body)
        and all(head.box.y <= one.box.y for one in owning if one.lines)
        and head.size >= max(one.size for one in owning)
    ]  # fmt: skip
    above = [head for head in bare if head.box.y <= first and not head.down and head.size > _MASTHEAD * body.size]
    return led[0] if led else max(above, key=lambda head: head.size, default=None)


def _is_standfirst(head: Head, body: Body) -> bool:
    lines = [line for leg in head.legs for line in leg.lines]
    larger = all((line.size or 0.0) > _STANDFIRST * body.size for line in lines)
    return larger or (bool(body.face) and all(line.face != body.face for line in lines))


def _seen(parts: _Parts, body: Body, paper: Paper) -> Seen:
    head, masthead = parts.headline, parts.masthead
    indented = is_indented([leg for one in parts.stories for leg in legs_of(one.legs, body)])
    stories = in_order([_story(one, body, indented) for one in parts.stories])
    lead = _story(head, body, indented) if head is not None else None
    own = masthead.kicker + masthead.deck + masthead.byline if masthead is not None else []
    imprint = sorted([*own, *parts.imprint], key=lambda line: (round(box_of(line).y), box_of(line).x))
    ears = sorted(parts.ears, key=lambda one: one.box.x)
    captions = [*parts.captions, *parts.advertisements]
    page = FoundPage(
        tuple(one.found for one in stories),
        masthead=text_of(masthead.headline) if masthead is not None else None,
        folios=tuple(text_of([line]) for line in parts.folios),
        kicker=tuple(_texts(head.kicker)) if head is not None else (),
        headline=tuple(_texts(head.headline)) if head is not None else (),
        deck=tuple(_texts([*head.deck, *head.byline, *head.jump_from])) if head is not None else (),
        standfirst=tuple(_paragraphs(lead.stretches)) if lead is not None else (),
        pictures=tuple(_picture(one) for one in captions),
        advertisements=len(parts.advertisements),
        unplaced=tuple(_texts(sorted(parts.left, key=_number))),
        imprint=tuple(imprint_texts(imprint, bool(ears))),
        ears=tuple(FoundEar(tuple(_texts(one.lines)), tuple(_texts(one.legs[0].lines))) for one in ears),
    )
    return Seen(
        page,
        body,
        paper,
        stories,
        masthead.box if masthead is not None else None,
        head.box if head is not None else None,
        around([leg.box for leg in head.legs]) if head is not None and head.legs else None,
        [around([one.box, *([one.picture] if one.picture is not None else [])]) for one in captions],
        [one.picture or one.box for one in captions],
        [around(_boxes(one)) for one in ears],
    )


def _number(line: Line) -> int:
    return line.number


def _picture(caption: Caption) -> FoundPicture:
    return FoundPicture(text_of(caption.lines), text_of(caption.credit) if caption.credit else None)


def _texts(lines: Sequence[Line]) -> Iterator[Text]:
    return (text_of([line]) for line in lines)


def _paragraphs(found: Sequence[Stretch]) -> Iterator[Piece]:
    """Whole paragraphs of stretches, where nobody asks for legs."""
    lines: list[Line] = []
    for one in found:
        lines += one.lines
        if not one.goes_on:
            yield Piece(text_of(lines), one.piece.role)
            lines = []


def _story(head: Head, body: Body, indented: bool) -> SeenStory:
    legs = legs_of(head.legs, body) if head.legs else []
    found = stretches(set_lines(legs, body, indented)) if legs else []
    story = FoundStory(
        tuple(_texts(head.headline)),
        (),
        kicker=tuple(_texts(head.kicker)),
        deck=tuple(_deck(head)),
        byline=tuple(_texts(head.byline)),
        jump_from=text_of(head.jump_from) if head.jump_from else None,
    )
    story, found = with_pieces(story, list(found))
    return SeenStory(story, found, legs, around(_boxes(head)))


def _deck(head: Head) -> Iterator[Text]:
    """Lines of a deck; those of one size are one deck broken over lines."""
    if head.deck:
        yield text_of(head.deck)
