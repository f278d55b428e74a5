"""Lines of a kept file that have the words of others: whose they are, and whether the others have theirs."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from jxprint.checker.kept.seen import KeptLine
from jxprint.errors import Finding


def instead(lines: Sequence[KeptLine], at: int) -> dict[str, object]:
    """Whose words a line has that is not as it should be, as arguments of what is told of it: `how` (the key of a
    phrase) and `instead` (the other's name, or its line where it has none); nothing where nobody else has them.
    """
    line = lines[at]
    if line.name and sum((one.name, one.row, one.text) == (line.name, line.row, line.text) for one in lines) > 1:
        return {"how": "kept.by_reading_twice", "instead": line.name}
    others = [index for index, one in enumerate(lines) if index != at and one.text == line.text != ""]
    if not others:
        return {}
    nearest = lines[min(others, key=lambda index: abs(index - at))]
    return {"how": "kept.by_words_of", "instead": nearest.name or str(nearest.row or "")}


def exchanged(findings: Sequence[Finding]) -> list[Finding]:
    """Findings of one page with two lines that have each other's words as one, of the first."""
    found: list[Finding] = []
    first: dict[tuple[object, object], int] = {}
    for one in findings:
        args = one.args
        both = args.get("expected"), args.get("read")
        before = first.pop((both[1], both[0]), None) if one.key == "checks.altered" else None
        if before is None:
            if one.key == "checks.altered":
                first[both] = len(found)
            found.append(one)
            continue
        earlier = found[before]
        other = args.get("name") or str(args.get("told_line") or "")
        names = tuple(str(each.get("name", "")) for each in (earlier.args, args))
        told = {"how": "kept.by_words_exchanged", "instead": other, "names": names}
        found[before] = replace(earlier, args={**earlier.args, **told})
    return found
