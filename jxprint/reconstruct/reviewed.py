"""What a review shows, with the words that it says it in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from msgspec import Struct

from jxprint.messages import text
from jxprint.reconstruct import Reconstruction
from jxprint.reconstruct.doubtful import End
from jxprint.reconstruct.review_places import Stretch


class Reviewed(Struct, frozen=True):
    """What a review shows, and how: the reconstruction, the page's name and its source's, the files of its stories, the
    language; lines of the source by number with the place that links lead to, and the ends of pieces.
    """

    found: Reconstruction
    name: str
    source: str
    files: Sequence[str]
    language: str
    anchors: Mapping[int, int]
    ends: Mapping[int, End]
    rows: Mapping[int, Sequence[Stretch]]

    def say(self, key: str, **args: object) -> str:
        """A sentence, fit for HTML."""
        return escape(text(key, self.language, **args))

    def role(self, role: str) -> str:
        """What a role is called."""
        return self.say(role_key(role))

    def link(self, line: int) -> str:
        """A link to a line of the source."""
        return f'<a href="#L{self.anchors.get(line, 0)}">{self.say("review.line", line=line)}</a>'

    def because(self, reasons: Sequence[str]) -> str:
        """Reasons in one row."""
        said = [self.say(one if "." in one else f"structure.because.{one}") for one in reasons]
        return self.say("notes.join").join(said) or self.say("structure.because.nothing")


def role_key(role: str) -> str:
    """The key of a role's name."""
    return f"structure.role.{role.replace('-', '_')}"


def percent(share: float, digits: int = 0) -> str:
    """A share in hundredths."""
    return f"{100 * share:.{digits}f}"
