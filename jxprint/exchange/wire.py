"""Lines of wire copy (通稿) that are about the copy and no part of it: embargoes (禁发), corrected versions (更正、
修改稿), slugs (分类行), end marks (完). The forms are those that agencies and newsrooms use; none is a standard.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from jxprint.exchange.rough import Kind, LeftOut, Line
from jxprint.text.datelines import dateline_length
from jxprint.text.width import fold

# A line that is about the copy is short, and stands within so many of the beginning or the end.
_LONGEST, _NEAR = 80, 6
_BRACKETS = "（()）【】[]〔〕*＊!！ \u3000-—:："
_EMBARGO = re.compile(
    r"禁发|禁用期|解禁|embargo|hold (?:for release|until)|not for (?:release|publication)"
    r"|(?:不得|请勿|切勿|勿|禁止|严禁|暂不)[^。]{0,16}?(?:发表|播发|刊登|发布|刊发|公开|外传|见报)"
    r"|[前后时]\s*(?:方可|才可|再)?\s*(?:播发|刊发|见报|发布)\s*[）)】]?$"
    r"|^\W*(?:本稿|此稿|请|仅|限|只)[^。，]{0,12}(?:见报|刊发|播发|刊用|使用)\W*$|^\W*时限\s*:",
    re.IGNORECASE,
)
# The same of a paragraph, wherever it stands and however long it is, which says that it is about the copy. It stays,
# for it may be part of it, and is told.
_SAYS_EMBARGO = re.compile(
    r"(?:[本此该](?:稿|文)|稿件|用户单位|编辑注意)[^。]{0,60}?"
    r"(?:(?:不得|请勿|切勿|勿|禁止|严禁|暂不)[^。]{0,60}?(?:发表|播发|刊登|发布|刊发|公开|外传|见报)|禁发|解禁|embargo)"
    r"|embargo(?:ed)? until|hold for release|not for (?:release|publication)",
    re.IGNORECASE,
)
_VERSION = re.compile(
    r"^(?:(?:更正|改正|重发|补发|更新|替换)稿?|(?:撤|毙|换|修改|修正|修订|终|定)稿|(?:更新|修订)版)(?:[：:]|$|[（(第，,]|通知|启事)"
    r"|^.{0,20}(?:以[此本]稿为准|[此本]稿(?:替换|替代|取代|已?撤|作废)|前稿(?:作废|撤销|不用)|(?:请用|改用)[此本新]稿|稿件?作废)"
    r"|^(?:改|第?[二三四五六七八九十\d]+改)\d*$|^作废$|^ADVISORY\b"
    r"|^第[一二三四五六七八九十\d]+次?(?:发稿|播发|修改|更正|稿)(?:[：:]|$|[（(，,])"
    r"|^(?:CORRECT(?:ION|ED)|KILL|UPDATE[D]?(?:\s*\d+)?|\d(?:st|nd|rd|th) LEDE?|WRITETHRU)\b.{0,60}$",
    re.IGNORECASE,
)
# The same in brackets, before or behind a headline, or in a dateline.
_BRACKETED = re.compile(r"[（(【\[〔]\s*(?P<told>[^（()）【】〔〕\[\]\n]{1,60}?)\s*[）)】\]〕]")
_SAYS_VERSION = re.compile(
    r"(?:(?:更正|改正|修改|修正|修订|更新|增补|替换|重发|补发|撤|毙|换)稿?|更新版|[二三四五]稿"
    r"|第[一二三四五六七八九十\d]+次?(?:发稿|播发|修改|更正|更新|稿)稿?"
    r"|CORRECT(?:ION|ED)|UPDATED?(?:\s*\d+)?|KILL|WRITETHRU)(?:\s*[：:，,].*)?",
    re.IGNORECASE,
)
# What laws and plans end with, whose own drafts are called so: 《条例》（修订稿）.
_DRAFTED = "》法例定案划程则章"
_KILLED = re.compile(r"撤稿|毙稿|\bKILL\b|[此本]稿(?:已?撤|作废)|^作废$|以上稿件?作废", re.IGNORECASE)
_SLUG = re.compile(
    r"^[A-Z][A-Z0-9]*(?:[-/][A-Za-z0-9]+)+/?$|^(?:稿号|稿件编号|编号|发稿号|[Ss]lug|SLUG)\s*[:：]\s*\S.{0,40}$"
)
_TOPICS = (
    r"(?:国内|国际|时政|经济|财经|金融|体育|社会|文化|文娱|科技|教育|军事|政法|法治|港澳|台湾|港台|地方|生态|健康"
    r"|特稿|新华全媒\+?)"
)
_TOPIC = re.compile(rf"^[（(]{_TOPICS}(?:[·•．.]{{1}}[^（）()]{{1,8}})?[）)](?:[（(]\d{{1,2}}[）)])?")
_END_LINE = re.compile(
    r"^\s*(?:[（(【\[]\s*(?:完|全文完|END)\s*[）)】\]]|-\s*30\s*-|#{3}|\uff03{3}|完)\s*$", re.IGNORECASE
)
_END = re.compile(r"\s*(?:[（(【\[]\s*(?:完|全文完|END)\s*[）)】\]])\s*$", re.IGNORECASE)
_TIME = re.compile(
    r"(?P<year>(?:19|20)\d{2})\s*[年./-]\s*(?P<month>\d{1,2})\s*[月./-]\s*(?P<day>\d{1,2})\s*日?"
    r"(?:\s*T?\s*(?P<hour>\d{1,2})\s*(?:[时點点]|[:：])\s*(?P<minute>\d{2})?)?"
)


class Wire(Struct, frozen=True):
    """Lines of copy without what is about them; that; and what it says as data (`embargo`, `version`)."""

    lines: tuple[Line, ...]
    left_out: tuple[LeftOut, ...]
    data: dict[str, str]


def without_wire(lines: Sequence[Line]) -> Wire:
    """What is left of a source's lines as copy."""
    kept: list[Line] = []
    left: list[LeftOut] = []
    data: dict[str, str] = {}
    for at, line in enumerate(lines):
        line, bracket = _without_bracket(line, min(at, len(lines) - 1 - at))
        if bracket is not None:
            left.append(bracket)
            _remember(data, bracket.kind, bracket.text)
        kind = _kind(line, min(at, len(lines) - 1 - at)) if len(lines) > 1 else None
        if kind is not None:
            left.append(LeftOut(kind, line.text, line=line.line))
            _remember(data, kind, line.text)
            continue
        cut = _END.search(line.text)
        if cut is not None and cut.start() and line.role in ("", "body"):
            left.append(LeftOut("end_mark", line.text[cut.start() :].strip(), line=line.line))
            line = line.cut(0, cut.start())
        if _SAYS_EMBARGO.search(fold(line.text)):
            left.append(LeftOut("embargo", line.text, line=line.line))
            _remember(data, "embargo", line.text)
        kept.append(line)
    if "embargo" in data and (until := time_in(data["embargo"])) is not None:
        data["embargoed_until"] = until
    return Wire(tuple(kept), tuple(left), data)


def _remember(data: dict[str, str], kind: Kind, text: str) -> None:
    if kind in ("embargo", "version"):
        data[kind] = f"{data[kind]} / {text}" if kind in data else text


def _without_bracket(line: Line, from_an_end: int) -> tuple[Line, LeftOut | None]:
    """A headline, a dateline or the end of the copy without the bracket that calls it a corrected version or forbids
    it, and that. Where a version may be said of a law it is told and stays.
    """
    if from_an_end >= _NEAR:
        return line, None
    text = line.text
    for match in _BRACKETED.finditer(text):
        start, end = match.span()
        kind, rest = _kind_of_bracket(match["told"], is_short=len(text) <= _LONGEST), text[:start] + text[end:]
        if kind is None or not rest.strip():
            continue
        if start and end < len(text) and dateline_length(rest) < start:
            continue
        told = LeftOut(kind, match[0], line=line.line)
        is_law = kind == "version" and text[start - 1 : start] in tuple(_DRAFTED)
        return (line if is_law else line.without(start, end)), told
    return line, None


def _kind_of_bracket(told: str, *, is_short: bool) -> Kind | None:
    if _SAYS_VERSION.fullmatch(told):
        return "version"
    return "embargo" if is_short and _EMBARGO.search(fold(told)) else None


def says_of_version(text: str) -> bool:
    """Whether what an editor is told of a copy is that it is a corrected version."""
    bare = text.strip(_BRACKETS)
    return _VERSION.match(bare) is not None or any(_SAYS_VERSION.fullmatch(one) for one in _BRACKETED.findall(text))


def without_topic(line: Line) -> tuple[Line, LeftOut | None]:
    """A head without the topic that an agency puts before it, as （体育）."""
    match = _TOPIC.match(line.text)
    if match is None or match.end() == len(line.text):
        return line, None
    return line.cut(match.end()), LeftOut("slug", match[0], line=line.line)


def is_killed(text: str) -> bool:
    """Whether a line about the version takes the story back."""
    return _KILLED.search(text) is not None


def is_end(line: Line) -> bool:
    """Whether a line is nothing but a mark of the end."""
    return _END_LINE.match(line.text) is not None


def ends_story(line: Line) -> bool:
    """Whether a line, or what it ends with, says that a story ends there."""
    return is_end(line) or _END.search(line.text) is not None


def time_in(text: str) -> str | None:
    """A day with its year, and a time where one stands behind it, as ISO 8601 without a zone; None without one."""
    match = _TIME.search(text)
    if match is None:
        return None
    try:
        date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:  # a day that there is not
        return None
    day = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    return day if match["hour"] is None else f"{day}T{int(match['hour']):02}:{int(match['minute'] or 0):02}"


def _kind(line: Line, from_an_end: int) -> Kind | None:
    text = line.text
    if is_end(line):
        return "end_mark"
    # What stands behind the end of a story without one of its own is taken for a subhead, and may be about the story.
    if len(text) > _LONGEST or from_an_end >= _NEAR or line.role not in ("", "body", "subhead"):
        return None
    bare = text.strip(_BRACKETS)
    if _VERSION.match(bare) and not bare.endswith("。"):
        return "version"
    if line.role == "subhead":
        return None
    if _EMBARGO.search(fold(text)) and not text.endswith("。"):
        return "embargo"
    return "slug" if _SLUG.match(text) else None
