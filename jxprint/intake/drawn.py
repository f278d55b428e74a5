"""How much a page draws when everything that it shows is counted as often as it is shown.

A form may show forms that show forms: a few hundred bytes draw for years. What is counted is the most that there can
be, without reading operators one by one: names before `Do`, and every other thing as often as the operator that might
call it occurs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jxprint.intake.opening import MEBIBYTE, refuse

# How often forms, patterns and masks are drawn in all, and the operators' length with repetitions. Maps and plans show
# their signs some ten thousand times.
TIMES = 100_000
BYTES = 256 * MEBIBYTE
# pdfium follows forms 40 deep.
_DEPTH = 40
# A resource's name before the operator that shows it (ISO 32000-1, 7.3.5 and 8.8), paints with it (8.6.8) or sets it
# (8.4.4).
_NAME = rb"/([^\0\t\n\f\r ()<>\[\]{}/%]*)[\0\t\n\f\r ]+"
_SHOWN = re.compile(_NAME + rb"Do\b"), re.compile(rb"Do")
_PAINTED = re.compile(_NAME + rb"(?:scn|SCN)\b"), re.compile(rb"scn|SCN")
_SET = re.compile(_NAME + rb"gs\b"), re.compile(rb"gs")
_NUMBERED = re.compile(rb"#([0-9A-Fa-f]{2})")

_Key = tuple[int, int]

# What shows text: a string or an array of strings before its operator.
_SETS_TEXT = re.compile(rb"[)>\]]\s*(?:T[jJ]|['\"])")


class Drawn:
    """Counts what a page draws; `streams` are the decoded streams that it reaches, by object. Where its text is read
    and nothing painted, glyphs made of operators count for nothing.
    """

    def __init__(self, name: str, streams: Mapping[_Key, bytes], painted: bool = True) -> None:
        self._name = name
        self._painted = painted
        self._streams = streams
        # By form: how often something is shown in it, and how long its operators are with all that they show.
        self._costs: dict[_Key, tuple[int, int]] = {}
        self._open: list[_Key] = []
        self._times = 0
        self._bytes = 0

    def add(self, operators: bytes, resources: Any) -> None:
        """Count a content stream; raises PdfError beyond bounds, and where a form shows itself."""
        times, length = self._inside(operators, resources)
        self._times += times
        self._bytes += length
        self._bound(self._times, self._bytes)

    def _inside(self, operators: bytes, resources: Any) -> tuple[int, int]:
        times, length = 0, len(operators)
        for often, itself, child in _shown(operators, resources, self._painted):
            child_times, child_length = self._cost(child, resources)
            times += often * (itself + child_times)
            length += often * child_length
            self._bound(times, length)
        return times, length

    def _cost(self, form: Any, inherited: Any) -> tuple[int, int]:
        key = form.objgen
        if key not in self._costs:
            if key in self._open:
                refuse("checks.form_in_itself", self._name, object=f"{key[0]} {key[1]} obj")
            if len(self._open) >= _DEPTH:
                refuse("checks.too_large", self._name, what="Form XObject", limit=f"{_DEPTH}")
            self._open.append(key)
            resources = form.get("/Resources", inherited)
            self._costs[key] = self._inside(self._streams.get(key, b""), resources)
            self._open.pop()
        return self._costs[key]

    def _bound(self, times: int, length: int) -> None:
        if times > TIMES:
            refuse("checks.too_large", self._name, what="Form XObject", limit=f"{TIMES}")
        if length > BYTES:
            refuse("checks.too_large", self._name, what=f"{length // MEBIBYTE} MiB", limit=f"{BYTES // MEBIBYTE} MiB")


def _shown(operators: bytes, resources: Any, glyphs: bool) -> Iterator[tuple[int, int, Any]]:
    """Streams of operators that some operators may show: how often at most, whether that counts as one more form
    (1; a glyph, which text shows by the thousand, 0), and the stream.
    """
    import pikepdf

    if not isinstance(resources, pikepdf.Dictionary):
        return
    often = _named(operators, _SHOWN)
    for name, form in _entries(resources, "/XObject"):
        if often(name) and isinstance(form, pikepdf.Stream) and str(form.get("/Subtype")) == "/Form":
            yield often(name), 1, form
    often = _named(operators, _PAINTED)
    for name, pattern in _entries(resources, "/Pattern"):
        if often(name) and isinstance(pattern, pikepdf.Stream):
            yield often(name), 1, pattern
    often = _named(operators, _SET)
    for name, state in _entries(resources, "/ExtGState"):
        mask = state.get("/SMask") if isinstance(state, pikepdf.Dictionary) else None
        if often(name) and isinstance(mask, pikepdf.Dictionary) and isinstance(mask.get("/G"), pikepdf.Stream):
            yield often(name), 1, mask["/G"]
    if glyphs:
        yield from _glyphs(operators, resources)


def _named(operators: bytes, how: tuple[re.Pattern[bytes], re.Pattern[bytes]]) -> Callable[[str], int]:
    """How often at most an operator is given a resource: as often as its name stands before the operator, and as often
    as something else does (in strings, and behind operands of the wrong kind).
    """
    names = Counter(_NUMBERED.sub(_unnumbered, match) for match in how[0].findall(operators))
    others = len(how[1].findall(operators)) - names.total()
    return lambda name: names[name[1:].encode("utf-8", "surrogateescape")] + others


def _glyphs(operators: bytes, resources: Any) -> Iterator[tuple[int, int, Any]]:
    """The glyphs of fonts made of operators (Type3), the longest one for all of a font's."""
    import pikepdf

    if _SETS_TEXT.search(operators) is None:  # as in a glyph itself, whose resources are often the page's
        return
    for _, font in _entries(resources, "/Font"):
        if isinstance(font, pikepdf.Dictionary) and str(font.get("/Subtype")) == "/Type3":
            glyphs = [glyph for _, glyph in _entries(font, "/CharProcs") if isinstance(glyph, pikepdf.Stream)]
            # A glyph is a byte of a string between other operators.
            for glyph in sorted(glyphs, key=lambda one: len(one.read_raw_bytes()))[-1:]:
                yield len(operators), 0, glyph


def _entries(resources: Any, kind: str) -> Iterator[tuple[str, Any]]:
    import pikepdf

    found = resources.get(kind)
    if isinstance(found, pikepdf.Dictionary):
        yield from found.items()


def _unnumbered(match: re.Match[bytes]) -> bytes:
    return bytes([int(match[1], 16)])
