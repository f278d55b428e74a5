"""What a kept file says beside a page's words, held against the copy: what articles are called, what pictures show, in
which language the words are; and whether its type is as large as its boxes are high, and its lines stand on their
baselines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jxprint.checker.declared import alternative_oddities, told_each
from jxprint.checker.expected import ExpectedPage, ExpectedText
from jxprint.checker.glyphs import Oddity
from jxprint.checker.kept.seen import ABOVE, KeptLine, KeptPage, KeptSign
from jxprint.checker.languages import languages_of
from jxprint.model import Page, Picture

_TOLD = 20
_SHOWN = 24
# What rounding makes of a length between two edges, and of a baseline within a box (pixels).
_ROUNDED_PX = 2.0
_PT_PER_INCH = 72.0
# Roles of what is the title where there is any.
_HEADS = ("masthead", "headline")
# Kinds of files that say titles part by part, and languages word by word.
_TITLED, _SPOKEN = ("alto", "page", "hocr", "json"), ("alto", "hocr")


def beside(kept: KeptPage, expected: ExpectedPage, page: Page, factor: float) -> Iterator[Oddity]:
    """What is odd; `factor` is points to the pixel, nought where the file has no places."""
    if kept.kind in _TITLED:
        yield from _titles(kept, expected, page)
        yield from _alternatives(kept, page)
    yield from _languages(kept, expected, page)
    resolution = kept.facts.get(("", "dpi"))
    if (
        factor
        and resolution
        and isinstance(resolution, float | int)
        and abs(_PT_PER_INCH / factor / resolution - 1) * 100 > 1
    ):
        yield Oddity("library.other_dpi", {"said": resolution, "wanted": round(_PT_PER_INCH / factor)})
    if factor:
        told = [one for _, line in kept.lines() for one in _type(line, factor)]
        yield from told[:_TOLD]


def _titles(kept: KeptPage, expected: ExpectedPage, page: Page) -> Iterator[Oddity]:
    """Articles that are called what they do not say. Of one with a head it is the head, of others some of their words,
    or what the description of the page calls a part.
    """
    title = kept.facts.get(("", "title"), page.title)
    if title != page.title:
        yield Oddity("library.other_title", {"said": str(title)[:_SHOWN], "text": page.title[:_SHOWN]})
    worded = [article for article in kept.articles if article.text]
    if [article.text for article in worded] != [article.text for article in expected.articles]:
        return
    for article, copy in zip(worded, expected.articles, strict=True):
        if article.title and not _is_title(article.title, copy, page):
            told = {"said": article.title[:_SHOWN], "text": copy.text[:_SHOWN], "name": article.name}
            yield Oddity("library.other_title", told)


def _is_title(title: str, copy: ExpectedText, page: Page) -> bool:
    said = _bare(title)
    heads = _bare("".join(passage.text for passage in copy.passages if passage.role in _HEADS))
    if heads:
        return said == heads
    letters = {passage.part for passage in copy.passages}
    parts = [part for part in page.parts if part.letter in letters]
    names = [str(getattr(part, name, "") or "") for part in parts for name in ("name", "letter", "title", "label")]
    return said in _bare(copy.text) or said in map(_bare, names)


def _bare(text: str) -> str:
    return "".join(text.split())


def _alternatives(kept: KeptPage, page: Page) -> Iterator[Oddity]:
    """Pictures that are described otherwise than the page does; those of a group are told one by one."""
    groups = [part for part in page.parts if isinstance(part, Picture) and part.group]
    wanted = Counter(told for part in groups for told in told_each(part) if told)
    left = [str(value) for (_, what), value in kept.facts.items() if what == "alt" and value]
    for told in list(left):
        if wanted[told] > 0:
            wanted[told] -= 1
            left.remove(told)
    yield from alternative_oddities([part for part in page.parts if part not in groups], left)
    yield from (
        Oddity("checks.no_alternative", {"letter": "", "wanted": told, "said": ""}) for told in wanted.elements()
    )


def _languages(kept: KeptPage, expected: ExpectedPage, page: Page) -> Iterator[Oddity]:
    """Words in another language than the copy's; readings have languages of their own."""
    if kept.language and kept.language != page.language:
        yield Oddity("checks.language", {"said": kept.language, "wanted": page.language})
        return
    if kept.kind not in _SPOKEN or kept.text != expected.whole.text:
        return
    wanted = [one for passage in expected.whole.passages for one in languages_of(passage, expected.languages)]
    at = 0
    for _, line in kept.lines():
        for index, sign in enumerate(line.signs):
            said = sign.language or kept.language
            if said not in wanted[at] and index not in line.above and not sign.char.isspace():
                yield Oddity("checks.language", {"said": said, "wanted": wanted[at][0], "name": line.name})
                return
            at += 1


def _type(line: KeptLine, factor: float) -> Iterator[Oddity]:
    """The first of a line's characters whose box is not as high as its type, or that does not stand on the baseline."""
    text = "".join(sign.char for sign in line.signs)
    # What is smaller may stand higher or lower: exponents, marks of notes.
    largest = max((_em(sign, line.down) or 0.0 for sign in line.signs), default=0.0)
    for at, sign in enumerate(line.signs):
        high = _em(sign, line.down)
        if high is None or sign.char.isspace():
            continue
        if sign.size is not None and abs(high - sign.size / factor) > _ROUNDED_PX:
            told = {
                "said": f"{sign.size:g}",
                "wanted": f"{high * factor:.1f}",
                "text": text[at : at + _SHOWN],
                "more": "",
            }
            yield Oddity("library.other_type", {**told, "name": line.name})
            return
        if high >= largest - 1 and at not in line.above and not _stands(line, sign):
            yield Oddity("library.other_baseline", {"text": text[at : at + _SHOWN], "name": line.name})
            return


def _em(sign: KeptSign, down: bool) -> float | None:
    """How deep a character's em box is across its line, in pixels."""
    if sign.box is None:
        return None
    return sign.box[2] if down and sign.turn != "across" else sign.box[3]


def _stands(line: KeptLine, sign: KeptSign) -> bool:
    if line.baseline is None or sign.box is None or line.box is None:
        return True
    x1, y1, x2, y2 = line.baseline
    left, top, width, height = sign.box
    if line.down:
        upright = abs(left + width / 2 - x1) <= _ROUNDED_PX or bool(sign.turn)
        return x1 == x2 and upright and abs(y1 - line.box[1]) + abs(y2 - line.box[1] - line.box[3]) <= _ROUNDED_PX
    level = abs(top + ABOVE * height - y1) <= _ROUNDED_PX
    return y1 == y2 and level and abs(x1 - line.box[0]) + abs(x2 - line.box[0] - line.box[2]) <= _ROUNDED_PX
