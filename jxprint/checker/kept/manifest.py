"""A IIIF manifest read back: ranges are articles, boxes on canvases their places, supplementing annotations words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from jxprint.checker.glyphs import Oddity
from jxprint.checker.kept.manifest_records import Annotation, Manifest, Range, Said, Specific
from jxprint.checker.kept.seen import Facts, KeptArticle, KeptPage, note, plain_region, worded
from jxprint.checker.kept.told import record
from jxprint.checker.kept.wraps import Ground, Wrap, WrappedStory, box_ground, ground_facts, is_within

# What the metadata are called, and what others call that.
_METADATA = {"Newspaper": "paper", "Date": "date", "Issue": "issue"}
_NUMBER = r"(-?\d+(?:\.\d+)?)"
_BOX = re.compile(rf"#xywh={_NUMBER},{_NUMBER},{_NUMBER},{_NUMBER}$")
_POINT = re.compile(rf"{_NUMBER},{_NUMBER}")
_DRAWN = re.compile(r'width="(\d+)" height="(\d+)"')


# An annotation of a canvas: its name, and where on the canvas it is.
_Words = tuple[str, Ground]


def manifest_wrap(data: bytes, name: str) -> Wrap:
    """What a manifest says. Raises DescriptionError where it is none."""
    whole = record(data, name, Manifest)
    numbers = {canvas.id: number for number, canvas in enumerate(whole.items, 1)}
    pages: list[KeptPage] = []
    words: dict[int, list[_Words]] = {}
    for number, canvas in enumerate(whole.items, 1):
        notes = [note for one in canvas.annotations for note in one.items]
        words[number] = [(note.id, _ground(note.target)) for note in notes]
        pages.append(KeptPage("iiif", number, None, [_article(note) for note in notes], []))
    stories = [_story(one, numbers, words) for one in _articles(whole.structures)]
    sizes = {number: (canvas.width, canvas.height) for number, canvas in enumerate(whole.items, 1)}
    links = [link.id for link in (*whole.seeAlso, *whole.rendering)]
    links += [link.id for canvas in whole.items for link in (*canvas.seeAlso, *canvas.rendering)]
    links += [one.body.id for canvas in whole.items for note in canvas.items for one in note.items]
    base = whole.id.rpartition("/")[0] + "/"
    for number, page in enumerate(pages, 1):
        page.oddities += _ranges(whole, number)
    facts = [
        *_facts(whole, numbers, base),
        *_linked(whole, numbers, base),
        *(fact for story in stories for fact in ground_facts(_named(story), "tiles")),
        *_wholes(whole, stories),
    ]
    return Wrap("iiif", stories, pages, sizes, facts, [_path(link, base) for link in links])


def _path(link: str, base: str) -> str:
    """An address as a path in the archive; one that leads elsewhere as it is."""
    return unquote(link.removeprefix(base)) if link.startswith(base) else link


def _text(said: Said) -> str:
    return next((text for texts in said.values() for text in texts), "")


def _named(story: WrappedStory) -> WrappedStory:
    """An article whose parts are called as other files call them: by the end of their annotation's address."""
    return WrappedStory(story.title, [(page, name.rpartition("/")[2]) for page, name in story.parts], story.grounds)


def _linked(whole: Manifest, numbers: dict[str, int], base: str) -> Iterator[tuple[int, Facts]]:
    """Of which page each file is to which the manifest leads; nought is the edition."""
    for link in (*whole.seeAlso, *whole.rendering):
        yield 0, {(_path(link.id, base), "page_of"): 0}
    for canvas in whole.items:
        for link in (*canvas.seeAlso, *canvas.rendering):
            yield 0, {(_path(link.id, base), "page_of"): numbers[canvas.id]}
        for one in (one for notes in canvas.items for one in notes.items):
            yield 0, {(_path(one.body.id, base), "page_of"): numbers[canvas.id]}


def _wholes(whole: Manifest, stories: list[WrappedStory]) -> Iterator[tuple[int, Facts]]:
    """What an article is called by its range, and by its first part."""
    for one, story in zip(_articles(whole.structures), stories, strict=True):
        page, name = next(((page, name) for page, name in _named(story).parts), (0, ""))
        said = "".join(one.id.rsplit("/", 2)[-2:])
        if not name:
            continue  # it is on no words, and that is told
        yield page, {(name, "whole"): f"{page}{name}"}
        yield page, {(name, "whole"): said}


def _ranges(whole: Manifest, number: int) -> Iterator[Oddity]:
    """A page's range that is not there, or that begins with another canvas."""
    wanted = whole.items[number - 1].id
    own = whole.structures[number - 1].items if number <= len(whole.structures) else []
    said = own[0].id if own else "—"
    if said != wanted:
        told = {"what": "structures", "said": said, "wanted": wanted, "line": None, "name": f"range/{number}"}
        yield Oddity("library.contradicts", told)


def _facts(whole: Manifest, numbers: dict[str, int], base: str) -> Iterator[tuple[int, Facts]]:
    """What the manifest says of the edition, its pages and its articles."""
    told: Facts = {("", "title"): _text(whole.label), ("", "paper"): "", ("", "date"): "", ("", "issue"): ""}
    for row in whole.metadata:
        texts = " ".join(text for some in row.label.values() for text in some)
        note(told, "", next((what for name, what in _METADATA.items() if name in texts), ""), _text(row.value))
    yield 0, told | {("", "page_count"): len(whole.items)}
    yield 0, {("", "date"): whole.navDate.partition("T")[0]}
    for said in (whole.label, *(row.value for row in whole.metadata)):
        yield from _spoken(said)
    for canvas in whole.items:
        number = numbers[canvas.id]
        facts: Facts = {("", "size"): (canvas.width, canvas.height)}
        if _text(canvas.label) != str(number):  # what a page without a number is called
            note(facts, "", "label", _text(canvas.label))
        for one in (one for notes in canvas.items for one in notes.items):
            note(facts, "", "image", _path(one.body.id, base))
            yield number, {("", "size"): (one.body.width, one.body.height)}
        yield number, facts
        notes = [one for some in canvas.annotations for one in some.items]
        for one in notes:
            yield number, _place_of(one) | {("", "language"): one.body.language}
        yield number, {("", "worded"): worded((one.id.rpartition("/")[2], [one.id]) for one in notes)}
    yield from _titles(whole, numbers)


def _titles(whole: Manifest, numbers: dict[str, int]) -> Iterator[tuple[int, Facts]]:
    """What pages and articles are called: a range is called by its first canvas and the end of its own address."""
    for page in whole.structures:
        first = next((numbers[child.id] for child in page.items if child.id in numbers), 0)
        if first:
            number = _text(whole.items[first - 1].label)
            yield first, {("", "title"): _text(page.label).removeprefix(f"{number} ")}
            yield from _spoken(page.label)
    for one in _articles(whole.structures):
        first = next((numbers.get(child.id.partition("#")[0], 0) for child in one.items), 0)
        yield first, {(one.id.rpartition("/")[2], "title"): _text(one.label)}
        yield from _spoken(one.label)


def _spoken(said: Said) -> Iterator[tuple[int, Facts]]:
    """The languages that a text says it is in."""
    for language in said:
        if language != "none":
            yield 0, {("", "language"): language}


def _place_of(one: Annotation) -> Facts:
    """A box, or an outline with corners."""
    ground = _ground(one.target)
    name = one.id.rpartition("/")[2]
    if not isinstance(one.target, str):
        drawn = _DRAWN.search(one.target.selector.value)
        size: Facts = {} if drawn is None else {("", "size"): (float(drawn[1]), float(drawn[2]))}
        return size | {(name, "edge"): tuple(map(tuple, ground))}
    if not ground:
        return {}
    (left, top), _, (right, foot), _ = ground[0]
    return {(name, "box"): (left, top, right - left, foot - top)}


def _articles(ranges: list[Range]) -> Iterator[Range]:
    """Ranges that hold no others."""
    for one in ranges:
        inner = [child for child in one.items if child.type == "Range"]
        if inner:
            yield from _articles(inner)
        elif any("#xywh=" in child.id for child in one.items):
            yield one


def _article(note: Annotation) -> KeptArticle:
    return KeptArticle(
        "", [plain_region(line, note.id.rpartition("/")[2]) for line in note.body.value.split("\n")], note.id
    )


def _ground(target: str | Specific) -> Ground:
    if isinstance(target, str):
        found = _BOX.search(target)
        return [] if found is None else box_ground(*(float(one) for one in found.groups()))
    loops = target.selector.value.split("M")[1:]
    return [[(float(x), float(y)) for x, y in _POINT.findall(loop)] for loop in loops]


def _story(one: Range, numbers: dict[str, int], words: dict[int, list[_Words]]) -> WrappedStory:
    """A range's boxes, and the annotations that they are on."""
    story = WrappedStory(_text(one.label))
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
