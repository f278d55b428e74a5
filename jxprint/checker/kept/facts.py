"""What kept files say of a page beside its words: places, titles, roles, what pictures show, type. All of them are made
of one page and name its things alike, so whatever one of them says otherwise than the others is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jxprint.checker.kept.seen import Box, Facts, KeptPage
from jxprint.errors import Finding, Phrase, Place

# What is told of one page of one file: where a file is of another page, all is otherwise.
_TOLD = 8
_SHOWN = 60


def facts_of(page: KeptPage) -> Facts:
    """All that a file says of a page: what its reader noted, and the boxes of regions, lines and characters. Those of
    white are left out: some formats give it none.
    """
    found = dict(page.facts)
    if page.size is not None:
        found["", "size"] = page.size
    if page.language:
        found["", "language"] = page.language
    for article in page.articles:
        for region in article.regions:
            _add(found, region.name, "box", region.box)
    for _, line in page.lines():
        _add(found, line.name, "box", line.box)
        _add(found, line.name, "baseline", line.baseline)
        boxes = tuple(sign.box for sign in line.signs if not sign.char.isspace())
        if line.name and None not in boxes:
            found[line.name, "characters"] = boxes
    return found


def disagreeing(files: Mapping[str, Sequence[tuple[int, Facts]]]) -> Iterator[Finding]:
    """What one file says of a page (from 0; -1 is the edition) and others otherwise; `files` are by path. Where as many
    say one thing as the other, the later is told; what is said by no file (an empty path) is right.
    """
    said: dict[tuple[int, str, str], dict[object, list[str]]] = {}
    for path, pages in files.items():
        for at, facts in pages:
            for (name, what), value in facts.items():
                said.setdefault((at, name, what), {}).setdefault(value, []).append(path)
    told: dict[tuple[str, int], int] = {}
    for (at, name, what), values in said.items():
        if len(values) == 1:
            continue
        usual = max(values, key=lambda value: ("" in values[value], len(values[value])))
        for value, paths in values.items():
            for path in paths if value != usual else ():
                count = told[path, at] = told.get((path, at), 0) + 1
                if count <= _TOLD:
                    args: dict[str, object] = {"page": at + 1, "name": name or f"P{at + 1}", "what": what}
                    args |= {"said": _shown(value, usual), "others": _shown(usual, value)}
                    args["other"] = next(filter(None, values[usual]), Phrase("library.the_copy"))
                    key = "library.disagrees_edition" if at < 0 else "library.disagrees"
                    yield Finding(key, Place(path), args)


def _add(found: Facts, name: str, what: str, box: Box | None) -> None:
    if name and box is not None:
        found[name, what] = box


def _shown(value: object, other: object) -> str:
    """A value as a person reads it; of a row of boxes those that are others."""
    if not isinstance(value, tuple) or not isinstance(other, tuple):
        return _said(value)[:_SHOWN]
    if len(other) == len(value) and value and isinstance(value[0], tuple):
        value = next(one for one, two in zip(value, other, strict=True) if one != two)
    return _said(value)[:_SHOWN]


def _said(value: object) -> str:
    """Numbers of a place side by side, places and outlines one after another."""
    if not isinstance(value, tuple):
        return f"{value:g}" if isinstance(value, float) else str(value)
    parted = "; " if value and isinstance(value[0], tuple) else ", "
    return parted.join(map(_said, value))
