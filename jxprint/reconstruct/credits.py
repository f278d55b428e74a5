"""Credits of pictures (摄, 供图 …): whether a text is one, and where a line holds one beside a caption or glued to the
caption that follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxprint.reconstruct.names import names_odds
from jxprint.text.forms import Form, leading
from jxprint.text.simplified import simplified

# Credits are looked for with marks as ASCII, one for one: whatever parts sentences is a “!”. What is beyond Latin-1 is
# Han then, and no pattern needs a large class, which takes long to compile.
_MARKS = {ord(mark): "!" for mark in "，。；！？“”‘’《》〈〉【】〔〕「」『』…—～·•"}
_MARKS |= {ord(mark): plain for mark, plain in zip("：（）／　、", ":()/ ,", strict=True)}
_HAN = r"[^\x00-\xff]"
_WHO = r"[^!:()\s]"
_PEOPLE = r"(?:本[报刊]|全媒体|新华社|见习|实习|特约|首席)*(?:记者|通讯员|实习生)?"
_NAME = rf"(?:{_HAN}{{2,4}}|{_HAN} +{_HAN})"
# 供图书馆 is no credit, nor is 摄像; what goes on as a word does not end one.
_SUPPLIED = r"供图(?![书纸册案表像])"
_FORMS = (
    rf"{_PEOPLE} *{_NAME}(?:[ ,]+(?:{_PEOPLE} *)?{_NAME}){{0,3}} *"
    r"(?:摄影报道|摄影|摄(?![影像氏制取入于]))",
    rf"(?:{_WHO}{{2,24}}|{_NAME}(?:[ ,]+{_NAME}){{0,3}}) *{_SUPPLIED}",
    rf"(?:{_WHO}{{2,16}} *)?(?:资料图片|资料图|资料照片|视觉中国|东方IC)",
    rf"新华社发?(?:\([^()]{{2,14}}摄\)| *记者? *{_HAN}{{2,4}} *摄|发)",
    r"\((?:[^()!]{2,20}(?:摄|供图|图)|资料图片|资料图)\)",
    rf"(?:图片?|摄影|摄|供图|文/图|图/文) *[/:|] *{_WHO}{{2,20}}(?: +{_NAME}){{0,2}}",
    rf"{_PEOPLE} *{_NAME}(?:[ ,]+{_NAME}){{0,3}} *(?:/ *)?"
    r"(?:文/图|图/文|文图|制图|绘图|绘|图)(?![书片纸册案表像为示中上下])",
)
# In the order in which they are tried, each with what it needs; most pages need one or two of them.
_CREDITS = tuple(
    Form(form, needs=needs)
    for form, needs in zip(
        _FORMS,
        (("摄",), ("供图",), ("资料图", "资料照片", "视觉中国", "东方IC"), ("新华社",), ("(",), "图摄", "图绘"),
        strict=True,
    )
)
_TRIGGERS = (
    *("摄", "供图", "资料图", "资料照", "新华社发", "/图", "／图"),
    *(one + mark for one in ("图", "图片") for mark in "/／：:|"),
)
_LAST = ("图", "绘", "图）", "图)")
_SUPPLY = Form(_SUPPLIED, needs=("供图",))
_ENDS, _BLANKS, _BRACKETS = frozenset("。！？”’》）」』"), frozenset(" 　\t"), frozenset("（(")
_PAUSES = frozenset("，。；：！？")
_DONE = ("摄影报道", "摄影", "摄", "供图", "资料图片", "资料图", "/", "文", "图", "制", "绘")
_MOST = 400
_WROTE, _DREW = ("文/", "撰文/"), ("图/", "摄影/", "摄/", "图片/")


def is_credit(text: str) -> bool:
    """Whether the whole text is a credit."""
    if len(text) > 48 or not _may_hold(plain := simplified(text)):
        return False
    marked = plain.strip().translate(_MARKS)
    return any(form.may_match(marked) and form.pattern.fullmatch(marked) for form in _CREDITS)


def _may_hold(text: str) -> bool:
    """Whether a text has a word that credits have."""
    return text.endswith(_LAST) or any(one in text for one in _TRIGGERS)


def _credit_at(text: str, at: int) -> re.Match[str] | None:
    """The credit that begins at a place."""
    marked = text.translate(_MARKS)
    for form in _CREDITS:
        if form.may_match(marked) and (match := form.pattern.match(marked, at)) is not None:
            return match
    return None


def parts(text: str) -> list[tuple[int, int, bool]]:
    """A line taken apart: from, to, and whether that part is a credit. One part where nothing is glued."""
    whole = [(0, len(text), is_credit(text))]
    if whole[0][2] or len(text) > _MOST or not _may_hold(plain := simplified(text)) or _says_both(plain):
        return whole
    found: list[tuple[int, int, bool]] = []
    at = 0
    while at < len(text):
        cut = _next_credit(plain, at)
        if cut is None:
            break
        start, end = cut
        if plain[at:start].strip():
            found.append((at, start, False))
        found.append((start, end, True))
        at = end
    if not found:
        return whole
    if plain[at:].strip():
        found.append((at, len(text), False))
    return found


def _says_both(text: str) -> bool:
    """Whether a line is a row of names that says who wrote and who drew or photographed: 文/甲 图/乙."""
    begins = text.lstrip(" 　（(")[:5].replace("／", "/")
    if not begins.startswith(_WROTE + _DREW) or not _PAUSES.isdisjoint(text):
        return False
    marked = text.replace("／", "/")
    return any(one in marked for one in _WROTE) and any(one in marked for one in _DREW)


def _next_credit(text: str, at: int) -> tuple[int, int] | None:
    """The next credit from a place on: at that very place, or behind a caption's end mark or a blank."""
    opened = _glued(text, at)
    if opened is not None:
        return opened
    for start in _openings(text, at):
        tried = _credit_at(text, start)
        if tried is None:
            continue
        rest = text[tried.end() :].strip()
        named = any(one in tried.group() for one in ("摄", "图", "资料", "新华社"))
        if named and (not rest or (len(rest) >= 4 and rest[0] not in "，。、；：的了" and len(tried.group()) <= 24)):
            return start, tried.end()
    return None


def _openings(text: str, at: int) -> Iterator[int]:
    """Where a credit may begin behind a place: behind an end mark, behind blanks, and at brackets."""
    here = at
    while here < len(text):
        blanks = leading(text, _BLANKS, here)
        if blanks or (here > at and text[here - 1] in _ENDS):
            if here + blanks > at:
                yield here + blanks
            here += blanks
        if not blanks:
            if text[here] in _BRACKETS and here > at:
                yield here
            here += 1


def _glued(text: str, at: int) -> tuple[int, int] | None:
    """A credit that opens a line and has a caption glued to its end."""
    while at < len(text) and text[at].isspace():
        at += 1
    match = _SUPPLY.pattern.search(text, at, at + 32) if _SUPPLY.may_match(text) else None
    if match is not None and _PAUSES.isdisjoint(text[at : match.start()]):
        rest = text[match.end() :].strip()
        if match.start() > at + 1 and (not rest or (len(rest) >= 4 and rest[0] not in "，。、；：的了和及、")):
            return at, match.end()
    tried = _credit_at(text, at)
    if tried is None:
        return None
    rest = text[tried.end() :].strip()
    if rest and (len(rest) < 4 or rest[0] in "，。、；：的了和及"):
        return None
    who = tried.group()
    while (shorter := next((who.removesuffix(one) for one in _DONE if who.endswith(one)), who)) != who:
        who = shorter
    who = who.strip()
    sure = not who or "资料" in tried.group() or "新华社" in tried.group() or names_odds(who) > 1.0
    return (at, tried.end()) if sure else None
