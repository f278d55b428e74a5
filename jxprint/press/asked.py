"""What is asked of press sheets: which marks they have, and whether two pages stand on one."""

from __future__ import annotations

from typing import Literal, get_args

from msgspec import Struct

from jxprint.description.suggestions import unknown
from jxprint.errors import Finding, Place, UsageError

# Crop marks (裁切线), register marks (套准线), fold marks (折页线), colour bars (色标), slug line (版边信息).
Mark = Literal["crop", "register", "fold", "bars", "slug"]
MARKS: tuple[Mark, ...] = get_args(Mark)
ALL = "all"
# Two pages on a sheet: as the press prints them (4-1, 2-3), or as a reader sees them (1, 2-3, 4).
Impose = Literal["", "2up", "spreads"]


class Press(Struct, frozen=True):
    """`marks` in the order of MARKS, none for pages as they are; `impose` empty for one page on a sheet."""

    marks: tuple[Mark, ...] = ()
    impose: Impose = ""


UNDRESSED = Press()


def marks_named(said: str) -> tuple[Mark, ...]:
    """The marks of a list such as `crop,register`, or `all` of them. Raises UsageError with every name that is none."""
    names = [name.strip() for name in said.replace("，", ",").split(",") if name.strip()]
    if not names:
        raise UsageError(Finding("press.no_mark", args={"known": (*MARKS, ALL)}))
    findings: list[Finding] = []
    for name in dict.fromkeys(names):
        if name not in (*MARKS, ALL):
            findings.append(unknown("press.unknown_mark", Place(), name, (*MARKS, ALL)))
    if findings:
        raise UsageError(*findings)
    return tuple(mark for mark in MARKS if mark in names or ALL in names)
