"""What closes a story's text beside its words, and what leads from page to page: names in brackets at the end, jump
lines. Datelines (电头), which open it, are in `jxprint.text.datelines`.

Each is found on the simplified text, whose places are those of the text itself.
"""

from __future__ import annotations

import re

from jxprint.reconstruct.names import names_odds
from jxprint.text.datelines import DAY
from jxprint.text.forms import Form
from jxprint.text.han import HAN
from jxprint.text.simplified import simplified

_END = Form(r"[（(]([^（）()]{2,60})[）)]$", needs="）)")
_END_ROLES = (
    "记者",
    "通讯员",
    "作者",
    "特约",
    "实习生",
    "撰稿",
    "整理",
    "编译",
    "评论员",
    "文/图",
    "文／图",
    "据",
    "来源",
)

# Odds of names from which brackets at the end hold some: whatever stands before, behind an end mark, behind one and of
# two parts, a body and somebody of it (县财政局 黎灿), with a word for who they are, and as short as a pen name is.
_SURELY, _LIKELY, _LIKELY_OF, _REFUSED, _MAYBE, _PEN_NAME = 2.5, 1.2, 0.75, -6.0, -0.5, 4
# How bodies end that sign what they send in, how long their names are, and how words in brackets begin that are none.
_BODIES = (*"局厅委站所组院校队社厂科处部室会", "公司", "中心", "大学", "银行", "图书馆", "博物馆", "气象台")
_BODY, _NO_BODY = range(4, 15), frozenset("打见据按详")
# Two characters with a blank between: a name, whatever it says.
_SPACED = re.compile(rf"{HAN}[ \u3000]+{HAN}")
_NUMBERED = frozenset("第版页期号一二三四五六七八九十")

_TO = r"(?:下转|转|紧转|接转|详见|文转)"
_FROM = r"(?:上接|紧接|接|续)"
_WHERE = (
    rf"\s*(?:本报)?\s*(?:{DAY}|[前昨今]日)?"
    r"\s*第?\s*[A-Za-z]?[0-9０-９一二三四五六七八九十]{1,3}\s*[版页][^（）()。，]{0,10}"
)
_JUMP_TO = Form(rf"[（(【▼▶→]*\s*{_TO}{_WHERE}[）)】▼▶→]*\s*$", needs="版页")
_JUMP_FROM = Form(rf"^[（(【▲◀←]*\s*{_FROM}{_WHERE}[）)】▲◀←]*", needs="版页")
_JUMP_FROM_END = Form(rf"[（(【]\s*{_FROM}{_WHERE}[）)】]$", needs="版页")


def end_names(text: str) -> int:
    """Where the names in brackets that close a text begin; -1 where it has none."""
    tail = simplified(text[-64:])
    match = _END.search(tail)
    if match is None:
        return -1
    at = len(text) - len(tail) + match.start()
    before = text[:at].rstrip()[-1:]
    inside = match.group(1).strip()
    odds = names_odds(inside)
    by_role = inside.startswith(_END_ROLES)
    if _SPACED.fullmatch(inside):
        return at
    if before and before not in "。！？”’…」』":
        return at if by_role and odds > _SURELY else -1
    if odds > (_LIKELY_OF if len(inside.split()) > 1 else _LIKELY) or (by_role and odds > _REFUSED):
        return at
    if len(inside) in _BODY and inside.isalpha() and inside.endswith(_BODIES) and inside[0] not in _NO_BODY:
        return at
    return at if odds > _MAYBE and len(inside) <= _PEN_NAME and _NUMBERED.isdisjoint(inside) else -1


def jump_to(text: str) -> int:
    """Where the line that leads to another page begins at a text's end; -1 where there is none."""
    tail = simplified(text[-30:])
    match = _JUMP_TO.search(tail)
    if match is None:
        return -1
    at = len(text) - len(tail) + match.start()
    whole = not text[:at].strip()
    return at if whole or tail[match.start()] in "（(【▼▶→" else -1


def jump_from(text: str) -> int:
    """How many characters at a text's beginning say from which page it comes; 0 where none do."""
    head = simplified(text[:40])
    match = _JUMP_FROM.match(head)
    if match is None:
        return 0
    whole = match.end() == len(text)
    return match.end() if whole or head[0] in "（(【▲◀←" else 0


def jump_from_end(text: str) -> int:
    """Where a headline's closing word on the page that it comes from begins; -1 where there is none."""
    match = _JUMP_FROM_END.search(simplified(text[-30:]))
    return len(text) - len(text[-30:]) + match.start() if match is not None and match.start() else -1
