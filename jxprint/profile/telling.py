"""What is told of a placed page that does not meet a profile: the part that it is about and a place on the page."""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.errors import Finding, Phrase, Place, Severity
from jxprint.geometry import PT_PER_MM, Rect
from jxprint.placed import PlacedPage
from jxprint.profile.table import Profile

# How far (points) what is drawn about a part stands off it at most: a box's padding, a rule over a head.
_ABOUT = 24.0


def where(part: str, x_mm: float, y_mm: float) -> Phrase:
    """A place on a page as it is said, with the part that stands there as far as there is one."""
    at = {"x_mm": x_mm, "y_mm": y_mm}
    return Phrase("profile.at_part", {"part": part, **at}) if part else Phrase("profile.at", at)


class Teller:
    """Tells of one page."""

    def __init__(self, page: PlacedPage, profile: Profile) -> None:
        self.page, self.profile = page, profile
        self._told: set[tuple[str, str]] = set()

    def finding(self, key: str, part: str, at: tuple[float, float], severity: Severity, **args: object) -> Finding:
        """A finding about a part at a place (points); what begins in the bleed is told where the page begins."""
        x, y = (max(0.0, round(one / PT_PER_MM, 1)) for one in at)
        place = {"x_mm": x, "y_mm": y}
        said = {"profile": self.profile.title, "page": self.page.name, "where": where(part, **place), **place, **args}
        return Finding(key, Place(part=part or None), said, severity)

    def once(
        self, key: str, part: str, at: tuple[float, float], severity: Severity = "warning", **args: object
    ) -> Iterator[Finding]:
        """A finding of a kind once a part; one with a `name` among its arguments once a page and name."""
        apart = f"name {args['name']}" if "name" in args else part
        if (key, apart) not in self._told:
            self._told.add((key, apart))
            yield self.finding(key, part, at, severity, **args)

    def part_at(self, box: Rect) -> str:
        """The part that something is drawn under, over or about; empty where it belongs to none."""
        best, found = (_ABOUT, 0.0), ""
        for article in self.page.articles:
            off, shared = _apart(article.frame, box)
            if (off, -shared) < best and article.part:
                best, found = (off, -shared), article.part
        return found


def _apart(one: Rect, two: Rect) -> tuple[float, float]:
    """How far two rectangles stand apart, and how much they share."""
    across = min(one.right, two.right) - max(one.x, two.x)
    down = min(one.bottom, two.bottom) - max(one.y, two.y)
    return max(0.0, -across, -down), max(0.0, across) * max(0.0, down)
