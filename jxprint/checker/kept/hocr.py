"""hOCR read back, where it is well-formed: content areas, paragraphs, lines and words, with the boxes of titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxprint.checker.glyphs import Oddity
from jxprint.checker.kept.alto_facts import note_look
from jxprint.checker.kept.seen import (
    Box,
    Facts,
    KeptArticle,
    KeptLine,
    KeptPage,
    KeptRegion,
    KeptSign,
    note,
    number,
    spread,
)
from jxprint.intake.xml_tree import Element

_NUMBERS = r"((?:\s+-?\d+(?:\.\d+)?)+)"
_BBOX = re.compile(r"(?:^|;\s*)bbox" + _NUMBERS)
_BOXES = re.compile(r"x_bboxes" + _NUMBERS)
_HYPHEN = re.compile(r"x_hyphen" + _NUMBERS)
_ANGLE = re.compile(r"textangle\s+(-?\d+)")
# A whole number of points is no further from the size than this.
_HALF = 0.5
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
        box, number_of = _box(page), _PAGE.search(title)
        facts = _noted(root, page)
        articles = [_article(one, oddities, facts) for one in page.all("div") if _is(one, "ocr_carea")]
        size = (box[2], box[3]) if box is not None and box[2] and box[3] else None
        number = int(number_of[1]) + 1 if number_of else None
        note(facts, "", "number", None if number is None else float(number))
        language, langs = _language(root), _meta(root, "ocr-langs")
        again: Facts = {("", "language"): langs} if langs else {}
        yield KeptPage("hocr", number, size, articles, oddities, language, facts, again)


def _noted(root: Element, page: Element) -> Facts:
    """What a file says of itself and of its page."""
    facts: Facts = {("", "software"): _meta(root, "ocr-system"), ("", "image"): _value(page, "image")}
    facts["", "label"] = _value(page, "lpageno")
    resolution = _value(page, "scan_res")
    note(facts, "", "dpi", float(resolution) if resolution.isdecimal() else None)
    facts["", "scan_res"] = float(resolution) if resolution.isdecimal() else resolution
    facts["", "title"] = next((one.text for one in root.all("title")), "")
    for rule in page.all("div"):
        if _is(rule, "ocr_separator"):
            note(facts, rule.attributes.get("id", ""), "box", _box(rule))
    return facts


def _language(element: Element) -> str:
    return element.attributes.get("lang", element.attributes.get("xml:lang", ""))


def _meta(root: Element, name: str) -> str:
    return next(
        (one.attributes.get("content", "") for one in root.all("meta") if one.attributes.get("name") == name), ""
    )


def _is(element: Element, name: str) -> bool:
    return name in element.attributes.get("class", "").split()


def _value(element: Element, key: str) -> str:
    """What an element's title says of a property; empty where it says nothing."""
    found = re.search(_VALUE.format(key), element.attributes.get("title", ""))
    return "" if found is None else found[1] or found[2] or ""


def _article(area: Element, oddities: list[Oddity], facts: Facts) -> KeptArticle:
    name, title = area.attributes.get("id", ""), area.attributes.get("aria-label", "")
    note(facts, name, "box", _box(area))
    facts[name, "kind"], facts[name, "title"] = _value(area, "x_kind"), title
    for one in area.children:
        own = one.attributes.get("id", "")
        if _is(one, "ocr_photo"):
            note(facts, own, "box", _box(one))
            facts[own, "alt"] = one.attributes.get("aria-label", "")
        elif _is(one, "ocr_par"):
            facts[own, "role"] = _value(one, "x_role")
            facts[own, "drop_cap"] = _value(one, "x_drop_cap") == "1"
            facts[own, "continued"] = _value(one, "x_continues") == "1"
            for line in one.named("span"):
                note_look(facts, line.attributes.get("id", ""), _look(line))
    regions = [
        KeptRegion(
            one.attributes.get("id", ""),
            [_line(line, oddities) for line in one.all("span") if _is(line, "ocr_line")],
            _box(one),
        )
        for one in area.all("p")
        if _is(one, "ocr_par")
    ]
    blocks = [one.attributes.get("id", "") for one in area.children]
    return KeptArticle(title, regions, name, blocks)


def _look(element: Element) -> tuple[object, ...]:
    """How a line or a word is set, as all formats can say it."""
    size = number(_value(element, "x_points"))
    whole = number(_value(element, "x_fsize"))
    if isinstance(size, float) and isinstance(whole, float) and abs(size - whole) > _HALF:
        size = f"{size:g}, {whole:g}"
    return (
        _value(element, "x_font"),
        size,
        _value(element, "x_color"),
        _value(element, "x_bold") == "1",
        _value(element, "x_type"),
    )


def _line(line: Element, oddities: list[Oddity]) -> KeptLine:
    title = line.attributes.get("title", "")
    down = "x_down 1" in title
    signs: list[KeptSign] = []
    above: set[int] = set()
    shown: list[str] = []
    look = _look(line)
    words: list[Box | None] = []
    for one in line.inner or ():
        if isinstance(one, str):
            signs += [KeptSign(char, None) for char in one]
            shown.append(one)
            continue
        own = _word(one, line.attributes.get("id", ""), down, oddities)
        inline, own_look = _value(one, "x_inline"), _look(one) if "x_font" in one.attributes.get("title", "") else look
        for sign in own:
            sign.turn, sign.language = _value(one, "x_turn"), _language(one)
            sign.inline, sign.look = inline, own_look
        if inline == "reading":
            above.update(range(len(signs), len(signs) + len(own)))
        signs += own
        shown.append(one.attributes.get("data-shown", one.text))
        words += [] if one.text.isspace() else [_box(one)]
    box, level, hyphen = _box(line), _LEVEL.search(title), _HYPHEN.search(title)
    baseline = None
    if box is not None and level is not None:
        foot = box[1] + box[3] + float(level[1])
        baseline = box[0], foot, box[0] + box[2], foot
    name = line.attributes.get("id", "")
    behind = () if hyphen is None else _boxed(hyphen[1])
    told = KeptLine(
        name, signs, box, down, frozenset(above), baseline, tuple(words), None, "".join(shown), behind, line.line
    )
    _say_angle(told, title, oddities)
    return told


def _say_angle(line: KeptLine, title: str, oddities: list[Oddity]) -> None:
    """A line that runs down says at what angle it is read: as its words do."""
    found = _ANGLE.search(title)
    turns = {sign.turn for sign in line.signs if not sign.char.isspace()}
    if line.down and not turns and found and found[1] in ("0", "270"):
        return  # blanks look alike at either
    lies = line.down and turns == {"rotated"}
    said, wanted = found[1] if found else "", ("270" if lies else "0") if line.down else ""
    if said != wanted:
        told = {"what": "textangle", "said": said or "—", "wanted": wanted or "—", "line": None, "name": line.name}
        oddities.append(Oddity("library.contradicts", told))


def _word(word: Element, name: str, down: bool, oddities: list[Oddity]) -> list[KeptSign]:
    text, found = word.text, _BOXES.search(word.attributes.get("title", ""))
    numbers = [float(one) for one in found[1].split()] if found else []
    if found is None:
        return spread(text, _box(word), down)
    if len(numbers) != 4 * len(text):
        told = {"text": text, "glyphs": f"× {len(numbers) / 4:g}", "line": word.line, "name": name}
        oddities.append(Oddity("library.glyphs_differ", told))
        return spread(text, _box(word), down)
    corners = [numbers[at : at + 4] for at in range(0, len(numbers), 4)]
    return [
        KeptSign(char, (left, top, right - left, foot - top))
        for char, (left, top, right, foot) in zip(text, corners, strict=True)
    ]


def _box(element: Element) -> Box | None:
    found = _BBOX.search(element.attributes.get("title", ""))
    return None if found is None else _boxed(found[1])


def _boxed(said: str) -> Box | None:
    """A box by its corners."""
    numbers = [float(one) for one in said.split()]
    if len(numbers) != 4:
        return None
    left, top, right, foot = numbers
    return left, top, right - left, foot - top
