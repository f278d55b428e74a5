"""Lines, legs, paragraphs and stories in another order: on paper, in the stream, in the tree."""

from __future__ import annotations

import itertools
from typing import Any

import pikepdf

from spoiling import Opened, frame_of, kids_of, kind, set_frame

_OUT_OF_ORDER = ("moved", "missing", "extra", "altered")
# Elements of lines of text that stand below one another.
_BLOCKS = ("/P", "/Span", "/LBody", "/TD")


def _neighbours(file: Opened, parents: tuple[str, ...], children: tuple[str, ...]) -> tuple[Any, int] | None:
    """An element, and the place of one of its children before another of the same kind."""
    places = []
    for parent in file.elements(*parents):
        kids = kids_of(parent)
        for at in range(len(kids) - 1):
            pair = kids[at : at + 2]
            if all(isinstance(one, pikepdf.Dictionary) and one.get("/S") in children and "/K" in one for one in pair):
                places.append((parent, at))
    found: tuple[Any, int] | None = file.choose(places)
    return found


def _swap_kids(parent: Any, one: int, two: int) -> None:
    kids = list(parent["/K"])
    kids[one], kids[two] = kids[two], kids[one]
    parent["/K"] = pikepdf.Array(kids)


def mcids_of(element: Any) -> list[int]:
    """All marked content of an element."""
    return [mcid for kid in kids_of(element) for mcid in ([kid] if isinstance(kid, int) else mcids_of(kid))]


@kind("two paragraphs swapped in the tree", *_OUT_OF_ORDER)
def paragraphs_in_tree(file: Opened) -> bool:
    """Heard the wrong way round."""
    place = _neighbours(file, ("/Art",), ("/P",))
    if place is None:
        return False
    _swap_kids(place[0], place[1], place[1] + 1)
    return True


@kind("two stories swapped in the tree", *_OUT_OF_ORDER)
def stories_in_tree(file: Opened) -> bool:
    """A story is heard before the one that leads to it."""
    document = file.elements("/Document")[0]
    one, two = file.random.sample(range(len(document["/K"])), 2)
    _swap_kids(document, one, two)
    return True


@kind("tree reversed", *_OUT_OF_ORDER)
def tree_reversed(file: Opened) -> bool:
    """From the last story to the first."""
    document = file.elements("/Document")[0]
    document["/K"] = pikepdf.Array(list(document["/K"])[::-1])
    return True


def _mcids(kid: Any) -> list[int]:
    return [kid] if isinstance(kid, int) else mcids_of(kid)


@kind("story reversed in the tree", *_OUT_OF_ORDER)
def story_reversed(file: Opened) -> bool:
    """From the last paragraph to the head."""
    said = set(file.text_pieces(1))
    story = file.choose(
        one for one in file.elements("/Art") if sum(bool(said & set(_mcids(kid))) for kid in kids_of(one)) > 1
    )
    if story is None:
        return False
    story["/K"] = pikepdf.Array(list(story["/K"])[::-1])
    return True


@kind("two pieces swapped in the stream", *_OUT_OF_ORDER)
def pieces_in_stream(file: Opened) -> bool:
    """Copied out of a viewer, one stands before the other; paper and tree are as they were."""
    pieces = file.pieces()
    wanted = [mcid for mcid in file.text_pieces(2) if mcid in pieces]
    if len(wanted) < 2:
        return False
    one, two = sorted(file.random.sample(wanted, 2), key=lambda mcid: pieces[mcid])
    said = ["".join(file.said(each) for each in file.shown() if each.mcid == mcid) for mcid in (one, two)]
    if said[0] == said[1]:
        return False
    (a, b), (c, d) = pieces[one], pieces[two]
    file.ops = file.ops[:a] + file.ops[c:d] + file.ops[b:c] + file.ops[a:b] + file.ops[d:]
    return True


@kind("stream reversed", *_OUT_OF_ORDER)
def stream_reversed(file: Opened) -> bool:
    """Every piece is shown, the last one first."""
    spans = sorted(file.pieces().values())
    if len(spans) < 2 or any(one[1] > two[0] for one, two in itertools.pairwise(spans)):
        return False
    inner = [one for a, b in reversed(spans) for one in file.ops[a:b]]
    between = [one for (_, a), (b, _) in itertools.pairwise(spans) for one in file.ops[a:b]]
    file.ops = file.ops[: spans[0][0]] + inner + between + file.ops[spans[-1][1] :]
    return True


def _move(file: Opened, mcid: int, right: float, up: float) -> None:
    file.frame(mcid, f"1 0 0 1 {right:.3f} {up:.3f} cm")


def _swap_on_paper(file: Opened, one: int, two: int, frames_too: bool) -> bool:
    here, there = file.box(one), file.box(two)
    if here is None or there is None:
        return False
    right, up = there[0] - here[0], there[3] - here[3]
    if abs(right) + abs(up) < 3:
        return False
    _move(file, one, right, up)
    _move(file, two, -right, -up)
    if frames_too:
        for mcid, box, by in ((one, here, (right, up)), (two, there, (-right, -up))):
            for element in file.elements():
                if mcid in kids_of(element):
                    set_frame(element, [edge + by[at % 2] for at, edge in enumerate(box)])
    return True


def _two_pieces(file: Opened, tags: tuple[str, ...]) -> tuple[int, int] | None:
    pieces = file.pieces()
    wanted = [
        (mcid, one)
        for one in file.elements(*tags)
        for mcid in kids_of(one)
        if isinstance(mcid, int) and mcid in pieces and mcid in file.text_pieces(4)
    ]
    if len(wanted) < 2:
        return None
    (one, _), (two, _) = file.random.sample(wanted, 2)
    return one, two


@kind("two pieces swapped on paper", "moved", "out_of_frame")
def pieces_on_paper(file: Opened) -> bool:
    """Stream and tree tell the right story; who looks at the page reads another one."""
    pair = _two_pieces(file, _BLOCKS)
    return pair is not None and _swap_on_paper(file, *pair, frames_too=False)


@kind(
    "two pieces swapped on paper with their frames",
    *_OUT_OF_ORDER,
    "out_of_frame",
    "off_page",
    "overlapping",
    "covered",
)
def pieces_and_frames(file: Opened) -> bool:
    """And the tree claims that they stand where they stand now."""
    said, pieces = set(file.text_pieces(4)), file.pieces()
    stories = [[mcid for mcid in mcids_of(one) if mcid in said and mcid in pieces] for one in file.elements("/Art")]
    story = file.choose(one for one in stories if len(one) > 1)
    if story is None:
        return False
    one, two = file.random.sample(story, 2)
    return _swap_on_paper(file, one, two, frames_too=True)


@kind("two legs swapped on paper", "moved", "out_of_frame")
def legs_on_paper(file: Opened) -> bool:
    """The second half of a paragraph stands in the first leg."""
    place = _neighbours(file, ("/P",), ("/Span",))
    if place is None:
        return False
    one, two = (mcids_of(kids_of(place[0])[place[1] + step]) for step in (0, 1))
    return bool(one and two) and _swap_on_paper(file, one[0], two[0], frames_too=False)


@kind("two stories swapped on paper", "moved", "out_of_frame")
def stories_on_paper(file: Opened) -> bool:
    """Head, text and all."""
    stories = [one for one in file.elements("/Art") if frame_of(one) and mcids_of(one)]
    if len(stories) < 2:
        return False
    one, two = file.random.sample(stories, 2)
    here, there = (frame_of(each) or [0.0] * 4 for each in (one, two))
    right, up = there[0] - here[0], there[3] - here[3]
    for story, sign in ((one, 1), (two, -1)):
        for mcid in mcids_of(story):
            if mcid in file.pieces():
                _move(file, mcid, sign * right, sign * up)
    return True


@kind("two lines swapped on paper", *_OUT_OF_ORDER, "out_of_frame")
def lines_on_paper(file: Opened) -> bool:
    """One line of a paragraph stands under the next."""
    pairs = []
    for first, last in file.pieces().values():
        moves = [at for at in range(first, last) if file.ops[at].operator == "Td"]
        for here, there in itertools.pairwise(moves):
            (a, b), (c, d) = ([float(one) for one in file.ops[at].operands] for at in (here, there))
            if a == c == 0 and b == d and b < 0 and _shows(file, here, there) and _shows(file, there, last):
                pairs.append((here, there, b, last))
    place = file.choose(pairs)
    if place is None:
        return False
    here, there, step, last = place
    following = next((at for at in range(there + 1, last) if file.ops[at].operator == "Td"), None)
    file.ops[here].operands = [0, 2 * step]
    file.ops[there].operands = [0, -step]
    if following is not None:
        x, y = (float(one) for one in file.ops[following].operands)
        file.ops[following].operands = [x, y + step]
    return True


def _shows(file: Opened, start: int, end: int) -> bool:
    return any(file.ops[at].operator in ("Tj", "TJ") for at in range(start, end))


@kind("two lines swapped in the stream", *_OUT_OF_ORDER)
def lines_in_stream(file: Opened) -> bool:
    """Two strings change places, each with what moves the pen: codes of one stand in the other."""
    strings = [one for one in file.shown(4) if one.mcid is not None]
    file.random.shuffle(strings)
    for one in strings:
        same = [two for two in strings if two.font == one.font and two.mcid == one.mcid and two != one]
        two = file.choose(two for two in same if file.codes(two) != file.codes(one))
        if two is not None:
            codes = file.codes(one)
            file.show(one, file.codes(two))
            file.show(two, codes)
            return True
    return False
