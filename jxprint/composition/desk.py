"""What every part is set with: the page's style, its faces, its frame, and the settings made from them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from jxprint.composition.drawing import Area
from jxprint.composition.frame import Frame, Room
from jxprint.composition.lines import Setting
from jxprint.errors import Finding
from jxprint.fonts import Chain, Library
from jxprint.ink import BLACK, Ink
from jxprint.model import HouseStyle, Page, PrintedArticle, TypeStyle

# A role that a style leaves out is set like its neighbour; `body` is always there.
_FALLBACK = {
    "kicker": "deck",
    "deck": "standfirst",
    "standfirst": "body",
    "headline": "story_headline",
    "story_headline": "subhead",
    "story_kicker": "byline",
    "story_deck": "byline",
    "credit": "caption",
    "label": "caption",
    "masthead": "headline",
    "pull_quote": "deck",
    "reading": "body",
    "nameplate": "masthead",
    "imprint": "caption",
    "ear_title": "subhead",
    "ear": "caption",
    "masthead_line": "folio",
    "table_title": "subhead",
    "table_header": "caption",
    "table_note": "credit",
    "list_title": "subhead",
    "list_mark": "list_item",
    "jump": "byline",
    "drop_cap": "body",
    "resetting": "folio",
}


class Desk(Struct, frozen=True):
    """The sub-editor's desk: page, faces, frame, areas of the dummy. `findings` collects what does not fit.

    In a late correction `held` is what was printed of each part (by letter), to which its text is held; `move_legs`
    lets text go to another leg. `steps_down` are heads that are set so many steps of size smaller than they could be,
    so that the page fits. `kept` are the lines of stories with corners that go on on this page, once it is known how
    many stand in them.
    """

    page: Page
    library: Library
    frame: Frame
    areas: dict[str, Area]
    findings: list[Finding] = field(default_factory=list)
    held: Mapping[str, PrintedArticle] = field(default_factory=dict)
    move_legs: bool = False
    steps_down: Mapping[str, int] = field(default_factory=dict)
    kept: Mapping[str, int] = field(default_factory=dict)

    @property
    def style(self) -> HouseStyle:
        """The page's house style."""
        return self.page.style

    def room(self, letter: str) -> Room:
        """Where a part stands across the page."""
        area, frame = self.areas[letter], self.frame
        return Room(area.column, area.span, frame.x(area.column), frame.width(area.span))

    def type_style(self, role: str) -> TypeStyle:
        """How a role is set; a role that the style leaves out is set like its neighbour."""
        roles = self.style.roles
        while role not in roles:
            role = _FALLBACK.get(role, "body")
        return roles[role]

    def chain(self, role: str) -> Chain:
        """The faces of a role."""
        style = self.type_style(role)
        return self.library.chain(style.face, style.weight)

    def ink(self, name: str) -> Ink:
        """A named ink of the style; black is always there."""
        return self.style.inks.get(name, BLACK)

    def setting(self, role: str, measure_pt: float, *, size_pt: float | None = None) -> Setting:
        """The setting of a role over a measure."""
        style = self.type_style(role)
        return Setting(
            self.library.chain(style.face, style.weight),
            style.size_pt if size_pt is None else size_pt,
            measure_pt,
            style.indent_em,
            style.align,
            style.autospace_em,
            style.half_marks,
            style.half_digits,
            style.name_em,
            self.style.punctuation,
            self.style.justification,
            self.ink(style.ink),
            self.page.language,
        )
