"""What a night editor marks on a page, and how it becomes a finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from jxprint.errors import Finding, Phrase, Place, Severity
from jxprint.geometry import PT_PER_MM, Rect

OF_EDITION = "@"


class Mark(Struct, frozen=True):
    """One mark: its rule, the letters of the parts that it is about, the box on the page (points from the trim's top
    left corner), the values of its sentence, and `which` of several it is where letters do not tell. `key` is its
    sentence, the rule's own without it, `place` where what is wrong is written, else it is that of the first part.
    """

    rule: str
    letters: tuple[str, ...]
    box: Rect
    args: Mapping[str, object] = field(default_factory=dict)
    which: str = ""
    key: str = ""
    place: Place | None = None

    @property
    def name(self) -> str:
        """The short name by which page.toml accepts it: the rule, the letters, and which."""
        return " ".join(piece for piece in (self.rule, *self.letters, self.which) if piece)

    def as_dict(self) -> dict[str, object]:
        """The mark for machines, its box in millimetres."""
        return {"rule": self.rule, "name": self.name, "parts": list(self.letters), "box_mm": list(in_mm(self.box))}


def numbered(marks: Iterable[Mark]) -> list[Mark]:
    """The same marks, each with a name of its own: the second one of a name says so."""
    seen: dict[str, int] = {}
    own: list[Mark] = []
    for mark in marks:
        count = seen[mark.name] = seen.get(mark.name, 0) + 1
        own.append(mark if count == 1 else replace(mark, which=f"{mark.which}/{count}" if mark.which else str(count)))
    return own


def in_mm(box: Rect) -> tuple[float, float, float, float]:
    """Left, top, width and depth in millimetres."""
    return tuple(round(one / PT_PER_MM, 1) for one in (box.x, box.y, box.width, box.height))  # type: ignore[return-value]


def mm(points: float) -> str:
    """A length in millimetres as sentences show it."""
    return f"{points / PT_PER_MM:.1f}"


def finding_of(mark: Mark, place: Place, severity: Severity) -> Finding:
    """What a person is told of a mark."""
    left, top, width, depth = (f"{one:.1f}" for one in in_mm(mark.box))
    box = Phrase("makeup.box", {"left": left, "top": top, "width": width, "depth": depth})
    key = mark.key or "makeup." + mark.rule.replace("-", "_")
    return Finding(key, place, {**mark.args, "box": box, "name": mark.name}, severity)
