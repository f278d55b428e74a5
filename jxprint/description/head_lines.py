"""Lines of a head that an editor marks within one line of copy (断行标记): `{/}`, or `{换行}`.

The mark can be no copy, for a brace begins markup; it stands between two lines as if each had its own `headline:`, and
no character of it is left.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from jxprint.description.markup import LINE_BREAK, read_passage
from jxprint.errors import Finding, Place
from jxprint.model import Passage

_BLANKS = " \t\u3000"
# A mark within other markup is left where it stands, for `markup` to refuse.
_MARK = rf"\\.|{LINE_BREAK}|[{{}}]"


LineReader = Callable[[str, Place, list[Finding]], tuple[Passage, ...]]


def read_one_line(line: str, place: Place, findings: list[Finding]) -> tuple[Passage, ...]:
    """A line of copy that is one line, whatever stands in it."""
    return (read_passage(line, place, findings),)


def read_head_lines(line: str, place: Place, findings: list[Finding]) -> tuple[Passage, ...]:
    """The lines of a head that stand in one line of copy, parted at the marks; what is wrong goes to `findings`."""
    if "{" not in line:
        return (read_passage(line, place, findings),)
    passages: list[Passage] = []
    begin, depth = 0, 0
    cuts: list[tuple[int, int]] = []
    for match in re.finditer(_MARK, line):
        found = match.group()
        if found[0] == "\\":
            continue
        if len(found) == 1:
            depth = max(0, depth + (1 if found == "{" else -1))
        elif not depth:
            cuts.append(match.span())
    for start, end in [*cuts, (len(line), len(line))]:
        piece = line[begin:start]
        text = piece.strip(_BLANKS)
        column = (place.column or 1) + begin + len(piece) - len(piece.lstrip(_BLANKS))
        if text:
            passages.append(read_passage(text, replace(place, column=column), findings))
        else:
            findings.append(Finding("copy.break_without_line", replace(place, column=(place.column or 1) + begin)))
        begin = end
    return tuple(passages)
