"""Which lines of copy are its head: by what the source says of them, by labels (引题：…), by what a byline looks like.

Nothing is guessed that cannot be seen: a line that is none of these is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from jxprint.exchange.rough import HEAD_ROLES, LeftOut, Line, Role
from jxprint.exchange.wire import without_topic
from jxprint.text.datelines import dateline_length
from jxprint.text.han import HAN

_LABELS: dict[str, Role] = {
    **dict.fromkeys(("引题", "肩题", "眉题", "kicker"), "kicker"),
    **dict.fromkeys(("主题", "主标题", "标题", "大标题", "题目", "题", "headline", "title"), "headline"),
    **dict.fromkeys(("副题", "副标题", "deck", "subtitle", "subhead"), "deck"),
    **dict.fromkeys(("作者", "署名", "byline", "author"), "byline"),
    **dict.fromkeys(("电头", "dateline"), "dateline"),
    **dict.fromkeys(("正文", "内文", "全文", "body"), "body"),
}
_LABEL = re.compile(r"^[\[【（(<《]?\s*(?P<label>[^\s:：\[\]【】（）()<>《》]{1,10})\s*[\]】）)>》]?\s*[:：]\s*")
_BRACKETED = re.compile(r"^[\[【]\s*(?P<label>[^\s:：\[\]【】]{1,10})\s*[\]】]\s*")
_WHO = (
    r"(?:本报|本刊|本台|全媒体|融媒体|见习|实习|特约|首席|驻[^，。\s]{1,6}|新华社|中新社|[^，。：；！？\s]{0,12}?)?\s*"
    r"(?:记者|通讯员|特约记者|实习生|作者|撰文|撰稿|编译|评论员)"
)
_NAME = rf"{HAN}{{2,4}}|{HAN}[ \u3000]{HAN}|{HAN}{{1,6}}·{HAN}{{1,8}}"
_NAMES = rf"(?:{_NAME})(?:[ \u3000、，,/／]+(?:{_NAME}))*"
_BYLINE = re.compile(
    rf"^[□■●○◎◇◆▲★☆\s]*[（(]?{_WHO}[\s:：/／]*{_NAMES}(?:[\s、，,/／]+(?:{_WHO}[\s:：/／]*)?{_NAMES})*"
    r"(?:\s*(?:文/图|图/文|文|摄影报道|报道))?[）)]?$"
    rf"|^(?:文|文/图|图/文|撰文|作者|记者|通讯员)\s*[/／:：]\s*{_NAMES}$"
    rf"|^新华社(?:特约)?记者\s*{HAN}{{1,4}}(?:[ \u3000、，,]+{HAN}{{1,4}})*$"
)
_BARE_NAMES = re.compile(rf"^(?:{_NAME})(?:[ \u3000]+(?:{_NAME})){{0,4}}$")
# A feature of an agency (通讯、述评) has its headline behind its dateline: 新华社北京9月1日电　题：…
_TITLED = re.compile(r"\s*(?:题|题为)\s*[：:]\s*")
# A head has no more characters than this; what ends like a sentence is none, nor what is long and bold within the text.
_HEAD, _BYLINES, _SUBHEAD = 44, 60, 24
_ENDS = "。；，、：;,:"
_SENTENCE_ENDS = "。；，、：！？…”’」』;,:!?"
_HASHES = re.compile(r"^[#＃]{2,}\s*")


class Told(Struct):
    """A story as it is put together: lines of its head by key, its paragraphs, and what is in neither."""

    header: dict[Role, list[Line]] = field(default_factory=dict)
    paragraphs: list[Line] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    subheads: int = 0

    def add(self, role: Role, line: Line) -> None:
        """A line of the head."""
        if role in ("kicker", "headline", "deck"):
            line = line.plain()
        self.header.setdefault(role, []).append(line)


def told_of(lines: Sequence[Line]) -> Told:
    """The head and the paragraphs of one story."""
    told = Told()
    waiting: Role = ""  # what a label alone on its line said of the next one
    in_head = True
    for at, line in enumerate(lines):
        if line.role in HEAD_ROLES:
            _add_head(told, line.role, line)
            waiting = ""
            continue
        if in_head and line.role in ("", "body") and (titled := _titled(told, line)) is not None:
            waiting = titled
            continue
        if in_head and line.role == "":
            label, rest = _labelled(told, line)
            role = label or waiting
            waiting = label if label and not rest.text else ""
            if label and not rest.text:
                continue
            role = role or _looks_like(told, rest, lines[at + 1 :])
            if role in HEAD_ROLES:
                _add_head(told, role, rest)
                continue
            line = rest
        in_head = False
        _add_paragraph(told, line)
    if not any(line.role == "body" for line in told.paragraphs):
        _give_text(told)
    _take_dateline(told)
    return told


def _titled(told: Told, line: Line) -> Role | None:
    """Take a dateline that has the headline behind it; where there is one that says the same, this one is told. Gives
    what the next line is, where that is said here; None where the line is none of these.
    """
    length = dateline_length(line.text)
    match = _TITLED.match(line.text, length) if length and "dateline" not in told.header else None
    if match is None:
        return None
    title, topic = without_topic(line.cut(match.end()))
    above = "".join(one.text for one in told.header.get("headline", ()))
    if len(title.text) > _HEAD or (above and not above.endswith(title.text)):
        return None
    told.left_out += [topic] if topic is not None else []
    label = line.text[length:] if above else match[0]
    told.left_out.append(LeftOut("label", label.strip(), line=line.line))
    told.add("dateline", line.cut(0, length))
    if title.text and not above:
        told.add("headline", title)
    return "" if title.text else "headline"


def _give_text(told: Told) -> None:
    """A story that is nothing but heads: the last line of them is its text, if there is another."""
    if told.paragraphs:
        told.paragraphs[-1] = replace(told.paragraphs[-1], role="body")
        return
    order: tuple[Role, ...] = ("headline", "kicker", "deck", "byline")
    heads = [(role, line) for role in order for line in told.header.get(role, [])]
    if len(heads) > 1:
        role, line = heads[-1]
        told.header[role].remove(line)
        told.paragraphs.append(replace(line, role="body"))


def is_sentence(line: Line) -> bool:
    """Whether a line is too long for a head, or ends as none does."""
    return len(line.text) > _HEAD or line.text[-1:] in ("。", "；")


def _add_head(told: Told, role: Role, line: Line) -> None:
    if role == "headline":
        line, topic = without_topic(line)
        told.left_out += [topic] if topic is not None else []
    if role == "dateline" and "dateline" in told.header:  # a story has one
        _add_paragraph(told, line)
        return
    told.add(role, line)


def _labelled(told: Told, line: Line) -> tuple[Role, Line]:
    """The role that a label before a line gives, and the line without it; 记者：… is part of a byline, and stays."""
    match = _LABEL.match(line.text) or _BRACKETED.match(line.text)
    role = _LABELS.get(match["label"].lower()) if match is not None else None
    if match is None or role is None:
        return "", line
    told.left_out.append(LeftOut("label", match[0].strip(), line=line.line))
    return role, line.cut(match.end())


def _looks_like(told: Told, line: Line, behind: Sequence[Line]) -> Role:
    """What an unlabelled line before the text is: the first short one its headline, names its byline."""
    text = line.text
    if not behind or dateline_length(text):
        return "body"
    if len(text) <= _BYLINES and _BYLINE.match(text):
        return "byline"
    if "headline" not in told.header:
        return "headline" if len(text) <= _HEAD and text[-1] not in _ENDS else "body"
    if len(text) <= _HEAD and text.startswith("——") and text[-1] not in _ENDS:
        return "deck"
    is_names = "byline" not in told.header and len(text) <= _SUBHEAD and _BARE_NAMES.match(text)
    return "byline" if is_names and len(behind[0].text) > _HEAD else "body"


def _add_paragraph(told: Told, line: Line) -> None:
    """A paragraph; one that begins as subheads do in story files is a subhead, and short bold ones are."""
    hashes = _HASHES.match(line.text)
    if hashes is not None:
        told.left_out.append(LeftOut("mark", hashes[0].strip(), line=line.line))
        line = replace(line.cut(hashes.end()), role="subhead")
        if not line.text:
            return
        _add_paragraph(told, line)
        return
    is_bold = line.role == "" and line.is_strong and len(line.text) <= _SUBHEAD
    if line.role == "subhead" or (is_bold and line.text[-1] not in _SENTENCE_ENDS and told.paragraphs):
        told.subheads += line.role != "subhead"
        told.paragraphs.append(replace(line.plain(), role="subhead"))
        return
    told.paragraphs.append(replace(line, role="body"))


def _take_dateline(told: Told) -> None:
    """A dateline that opens the first paragraph runs into it in print, and has a line of the head in a story file."""
    if "dateline" in told.header:
        return
    for at, line in enumerate(told.paragraphs):
        if line.role == "subhead":
            continue
        length = dateline_length(line.text)
        rest = line.text[length:].strip()
        if length and rest and not _HASHES.match(rest):
            told.header["dateline"] = [line.cut(0, length)]
            told.paragraphs[at] = line.cut(length)
        return
