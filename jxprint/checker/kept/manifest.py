"""A IIIF manifest read back: ranges are articles, boxes on canvases their places, supplementing annotations words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from jxprint.checker.kept.seen import KeptArticle, KeptPage, plain_region
from jxprint.checker.kept.told import record
from jxprint.checker.kept.wraps import Ground, Wrap, WrappedStory, box_ground, is_within

_NUMBER = r"(-?\d+(?:\.\d+)?)"
_BOX = re.compile(rf"#xywh={_NUMBER},{_NUMBER},{_NUMBER},{_NUMBER}$")
_POINT = re.compile(rf"{_NUMBER},{_NUMBER}")


class _Selector(Struct):
    type: str = ""
    value: str = ""


class _Specific(Struct):
    source: str
    selector: _Selector = field(default_factory=_Selector)


class _Body(Struct):
    value: str = ""


class _Annotation(Struct):
    id: str
    target: str | _Specific
    body: _Body


class _Notes(Struct):
    items: list[_Annotation] = field(default_factory=list)


class _Canvas(Struct):
    id: str
    width: float
    height: float
    annotations: list[_Notes] = field(default_factory=list)


class _Range(Struct):
    type: str
    id: str
    label: dict[str, list[str]] = field(default_factory=dict)
    items: list[_Range] = field(default_factory=list)


class _Manifest(Struct):
    items: list[_Canvas]
    structures: list[_Range] = field(default_factory=list)


# An annotation of a canvas: its name, and where on the canvas it is.
_Words = tuple[str, Ground]


def manifest_wrap(data: bytes, name: str) -> Wrap:
    """What a manifest says. Raises DescriptionError where it is none."""
    whole = record(data, name, _Manifest)
    numbers = {canvas.id: number for number, canvas in enumerate(whole.items, 1)}
    pages: list[KeptPage] = []
    words: dict[int, list[_Words]] = {}
    for number, canvas in enumerate(whole.items, 1):
        notes = [note for one in canvas.annotations for note in one.items]
        words[number] = [(note.id, _ground(note.target)) for note in notes]
        pages.append(KeptPage("iiif", number, None, [_article(note) for note in notes], []))
    stories = [_story(one, numbers, words) for one in _articles(whole.structures)]
    sizes = {number: (canvas.width, canvas.height) for number, canvas in enumerate(whole.items, 1)}
    return Wrap("iiif", stories, pages, sizes)


def _articles(ranges: list[_Range]) -> Iterator[_Range]:
    """Ranges that hold no others."""
    for one in ranges:
        inner = [child for child in one.items if child.type == "Range"]
        if inner:
            yield from _articles(inner)
        elif any("#xywh=" in child.id for child in one.items):
            yield one


def _article(note: _Annotation) -> KeptArticle:
    return KeptArticle("", [plain_region(line) for line in note.body.value.split("\n")], note.id)


def _ground(target: str | _Specific) -> Ground:
    if isinstance(target, str):
        found = _BOX.search(target)
        return [] if found is None else box_ground(*(float(one) for one in found.groups()))
    loops = target.selector.value.split("M")[1:]
    return [[(float(x), float(y)) for x, y in _POINT.findall(loop)] for loop in loops]


def _story(one: _Range, numbers: dict[str, int], words: dict[int, list[_Words]]) -> WrappedStory:
    """A range's boxes, and the annotations that they are on."""
    story = WrappedStory(next((text for texts in one.label.values() for text in texts), ""))
    for child in one.items:
        found = _BOX.search(child.id)
        page = numbers.get(child.id.partition("#")[0], 0)
        if found is None:
            continue
        left, top, width, height = (float(number) for number in found.groups())
        story.grounds.setdefault(page, []).append(box_ground(left, top, width, height))
        middle = left + width / 2, top + height / 2
        for name, ground in words.get(page, ()):
            if is_within(ground, *middle) and (page, name) not in story.parts:
                story.parts.append((page, name))
    return story
