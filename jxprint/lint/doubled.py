"""Two marks of pause where one belongs.

Source: GB/T 15834, 4.1 to 4.7: one mark ends a clause or a sentence. ？ and ！ may be doubled and mixed (4.2, 4.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxprint.lint.lines import Fault, Line, Repair

# A half-width full stop behind another mark is one of the two as well.
_RUN = re.compile(r"[，。、；：！？]{2,}|[，。、；：！？]\.(?![.0-9A-Za-z])")
# A sentence that ends inside the quotation and once more behind it.
_TWICE = re.compile("(?<=。)(?P<quotes>[”’」』]{1,2})。")


def doubled_marks(line: Line) -> Iterator[Fault]:
    """Runs of marks; three full stops and more are somebody's ellipsis, and another rule's."""
    for match in _RUN.finditer(line.text):
        run = match[0]
        kinds = set(run)
        if kinds <= {"！", "？"} or (kinds == {"。"} and len(run) > 2):
            continue
        if len(kinds) == 1:
            yield line.fault(match.start(), "lint.doubled_mark", Repair(len(run), run[0]))
        else:
            yield line.fault(match.start(), "lint.mixed_marks", found=run)
    for match in _TWICE.finditer(line.text):
        yield line.fault(match.end() - 1, "lint.stop_twice", Repair(1, "", safe=False), quotes=match["quotes"])
