"""One entry of a font's map of codes is one fault, however often its code is shown: differences from the copy that a
wrong entry makes are told once, with their number and the first of their places.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from jxprint.errors import Finding

_NAMED = 3


def by_entry(findings: Sequence[Finding]) -> list[Finding]:
    """The same findings, but of characters that read as another because a font says so only the first one of a kind,
    with `more` for those left out and `also` for the first of their places.
    """
    wrong = {(str(one.args["drawn"]), str(one.args["text"])) for one in findings if one.key == "checks.ink"}
    if not wrong:
        return list(findings)
    alike: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        if (pair := _pair(one)) in wrong:
            alike.setdefault(pair, []).append(one)
    kept: list[Finding] = []
    for one in findings:
        told = alike.get(_pair(one), ())
        if len(told) < 2:
            kept.append(one)
        elif one is told[0]:
            kept.append(_gathered(told))
    return kept


def _pair(finding: Finding) -> tuple[str, str]:
    if finding.key != "checks.altered":
        return "", ""
    return str(finding.args["expected"]), str(finding.args["read"])


def _gathered(told: Sequence[Finding]) -> Finding:
    first, *others = told
    places = [f"{one.place.file}:{one.place.line}:{one.place.column}" for one in others[:_NAMED] if one.place.file]
    boxes = [box for one in told if one.args.get("page") == first.args.get("page") for box in _boxes(one)]
    return replace(first, args={**first.args, "boxes_mm": boxes, "more": len(others), "also": places})


def _boxes(finding: Finding) -> Sequence[object]:
    boxes = finding.args.get("boxes_mm")
    return boxes if isinstance(boxes, (list, tuple)) else ()
