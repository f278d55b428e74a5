"""hOCR read back, where it is well-formed: content areas, paragraphs, lines and words, with the boxes of titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxprint.checker.glyphs import Oddity
from jxprint.checker.kept.seen import Box, Facts, KeptArticle, KeptLine, KeptPage, KeptRegion, KeptSign, note, spread
from jxprint.intake.xml_tree import Element

_NUMBERS = r"((?:\s+-?\d+(?:\.\d+)?)+)"
_BBOX = re.compile(r"(?:^|;\s*)bbox" + _NUMBERS)
_BOXES = re.compile(r"x_bboxes" + _NUMBERS)
_TURN = re.compile(r"x_turn\s+(\w+)")
_PAGE = re.compile(r"ppageno\s+(\d+)")
_LEVEL = re.compile(r"(?:^|;\s*)baseline\s+0\s+(-?\d+(?:\.\d+)?)")
# A property's value: a word, or what stands between quotes.
_VALUE = r"(?:^|;\s*){}\s+(?:\"([^\"]*)\"|([^;\s]+))"


def hocr_pages(root: Element) -> Iterator[KeptPage]:
    """The pages of a file."""
    for page in root.all("div"):
        if not _is(page, "ocr_page"):
            continue
        oddities: list[Oddity] = []
        title = page.attributes.get("title", "")
        box, number = _box(page), _PAGE.search(title)
        facts: Facts = {}
        articles = [_article(one, oddities, facts) for one in page.all("div") if _is(one, "ocr_carea")]
        size = (box[2], box[3]) if box is not None and box[2] and box[3] else None
        for what, key in (("image", "image"), ("label", "lpageno")):
            note(facts, "", what, _value(page, key))
        resolution = _value(page, "scan_res")
        note(facts, "", "dpi", float(resolution) if resolution.isdecimal() else None)
        note(facts, "", "title", next((one.text for one in root.all("title")), ""))
        language = root.attributes.get("lang", "")
        yield KeptPage("hocr", int(number[1]) + 1 if number else None, size, articles, oddities, language, facts)


def _is(element: Element, name: str) -> bool:
    return name in element.attributes.get("class", "").split()


def _value(element: Element, key: str) -> str:
    """What an element's title says of a property; empty where it says nothing."""
    found = re.search(_VALUE.format(key), element.attributes.get("title", ""))
    return "" if found is None else found[1] or found[2] or ""


def _article(area: Element, oddities: list[Oddity], facts: Facts) -> KeptArticle:
    name, title = area.attributes.get("id", ""), area.attributes.get("aria-label", "")
    for what, value in (("box", _box(area)), ("kind", _value(area, "x_kind")), ("title", title)):
        note(facts, name, what, value)
    for one in area.children:
        own = one.attributes.get("id", "")
        if _is(one, "ocr_photo"):
            note(facts, own, "box", _box(one))
            facts[own, "alt"] = one.attributes.get("aria-label", "")
        elif _is(one, "ocr_par"):
            note(facts, own, "role", _value(one, "x_role"))
            for line in one.named("span"):
                note(facts, line.attributes.get("id", ""), "face", _value(line, "x_font"))
                note(facts, line.attributes.get("id", ""), "type_size", _value(line, "x_points"))
    regions = [
        KeptRegion(
            one.attributes.get("id", ""),
            [_line(line, oddities) for line in one.all("span") if _is(line, "ocr_line")],
            _box(one),
        )
        for one in area.all("p")
        if _is(one, "ocr_par")
    ]
    return KeptArticle(title, regions, name)


def _line(line: Element, oddities: list[Oddity]) -> KeptLine:
    down = "x_down 1" in line.attributes.get("title", "")
    signs: list[KeptSign] = []
    above: set[int] = set()
    for one in line.inner or ():
        if isinstance(one, str):
            signs += [KeptSign(char, None) for char in one]
            continue
        title = one.attributes.get("title", "")
        own = _word(one, title, down, oddities)
        turn = _TURN.search(title)
        for sign in own:
            sign.turn = turn[1] if turn else ""
            sign.language = one.attributes.get("lang", "")
        if "x_inline reading" in title:
            above.update(range(len(signs), len(signs) + len(own)))
        signs += own
    box, level = _box(line), _LEVEL.search(line.attributes.get("title", ""))
    baseline = None
    if box is not None and level is not None:
        foot = box[1] + box[3] + float(level[1])
        baseline = box[0], foot, box[0] + box[2], foot
    return KeptLine(line.attributes.get("id", ""), signs, box, down, frozenset(above), baseline)


def _word(word: Element, title: str, down: bool, oddities: list[Oddity]) -> list[KeptSign]:
    text, found = word.text, _BOXES.search(title)
    numbers = [float(one) for one in found[1].split()] if found else []
    if found is None:
        return spread(text, _box(word), down)
    if len(numbers) != 4 * len(text):
        told = {"text": text, "glyphs": f"× {len(numbers) / 4:g}", "line": word.line}
        oddities.append(Oddity("library.glyphs_differ", told))
        return spread(text, _box(word), down)
    corners = [numbers[at : at + 4] for at in range(0, len(numbers), 4)]
    return [
        KeptSign(char, (left, top, right - left, foot - top))
        for char, (left, top, right, foot) in zip(text, corners, strict=True)
    ]


def _box(element: Element) -> Box | None:
    found = _BBOX.search(element.attributes.get("title", ""))
    numbers = [float(one) for one in found[1].split()] if found else []
    if len(numbers) != 4:
        return None
    left, top, right, foot = numbers
    return left, top, right - left, foot - top
