"""What every group of rules is given: the opened file, its profile, its bytes at either end, and whom to tell."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from msgspec import Struct

from jxprint.geometry import PT_PER_MM
from jxprint.intake.matrices import Box
from jxprint.intake.opening import refuse
from jxprint.intake.refusals import reason
from jxprint.preflight.paths import overlap
from jxprint.preflight.told import Told
from jxprint.profile import Profile

_HEAD, _TAIL, _TABLE = 1024, 2048, 16


class Ends(Struct, frozen=True):
    """Bytes of a file that no reader of objects shows: its first, its last, and those where startxref leads."""

    head: bytes
    tail: bytes
    table: bytes


class Subject(Struct, frozen=True):
    """A file under judgement. `document` is pikepdf's."""

    document: Any
    name: str
    profile: Profile
    standards: frozenset[str]
    told: Told
    ends: Ends
    icc: bytes | None = None
    source: Path | bytes = b""

    def among(self, *standards: str) -> bool:
        """Whether the profile is of one of some standards."""
        return not self.standards.isdisjoint(standards)


def ends_of(pdf: Path | bytes, name: str) -> Ends:
    """The ends of a file. Raises PdfError where it cannot be read."""
    try:
        if isinstance(pdf, bytes):
            return _ends(len(pdf), lambda start, count: pdf[start : start + count])
        with pdf.open("rb") as opened:
            size = opened.seek(0, 2)

            def read(start: int, count: int) -> bytes:
                opened.seek(start)
                return opened.read(count)

            return _ends(size, read)
    except OSError as problem:
        refuse("checks.unreadable_file", name, reason=reason(problem))


def _ends(size: int, read: Any) -> Ends:
    head, tail = read(0, _HEAD), read(max(0, size - _TAIL), _TAIL)
    at = re.findall(rb"startxref\s+(\d{1,12})", tail)
    before = max(head.find(b"%PDF-"), 0)
    start = int(at[-1]) + before if at else size
    return Ends(head, tail, read(start, _TABLE) if start < size else b"")


class PageSubject(Struct, frozen=True):
    """A page under judgement: its number for people, and the box it is cut to, in its own space."""

    subject: Subject
    number: int
    trim: tuple[float, float, float, float]

    def asks(self, *keys: str) -> bool:
        """Whether anybody wants to know one of some things."""
        return any(self.subject.told.asks(key) for key in keys)

    def tell(self, key: str, spot: tuple[float, float] | None = None, /, **args: object) -> None:
        """A rule is failed on this page; `spot` is in the page's own space."""
        where = None if spot is None else self.place(spot)
        self.subject.told.tell(key, self.number, where, **args)

    def place(self, spot: tuple[float, float]) -> tuple[float, float]:
        """Millimetres from the top left corner of the trimmed page, y down."""
        return (spot[0] - self.trim[0]) / PT_PER_MM, (self.trim[3] - spot[1]) / PT_PER_MM

    def view(self, clip: Box) -> Box:
        """What of the finished page a clip lets be seen."""
        return overlap(self.trim, clip)

    def holds(self, spot: tuple[float, float]) -> bool:
        """Whether something stands on the finished page; what does not is marks and a slug line."""
        return self.trim[0] <= spot[0] <= self.trim[2] and self.trim[1] <= spot[1] <= self.trim[3]
