"""How a run is formatted (ISO/IEC 29500-1, 17.3.2 and 17.7): by itself, by its character style, by its paragraph's.

Weight and face of a paragraph's style are the house style's affair; whether its text is hidden is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxprint.exchange.rough import Mark
from jxprint.exchange.word.elements import is_on
from jxprint.intake.xml_tree import Element

_KAI = re.compile(r"楷|kai", re.IGNORECASE)
_RAISED = {"superscript": "sup", "subscript": "sub"}
# Styles that are based on each other; a circle of them ends here.
_MOST_PARENTS = 12


class Formatting:
    """The styles of a document, by their ids; none where it has no part for them."""

    def __init__(self, root: Element | None = None) -> None:
        styles = list(root.named("style")) if root is not None else []
        self._styles = {one.attributes.get("styleId", ""): one for one in styles}
        self._default = next((key for key, one in self._styles.items() if _is_default(one)), "")
        defaults = root.first("docDefaults") if root is not None else None
        self._said_of_all = list(defaults.all("rPr")) if defaults is not None else []

    def is_hidden(self, run: Element | None, paragraph: str) -> bool:
        """Whether a run is hidden: as it says itself; else, where not all text is, by one of its styles and not by both
        (17.7.3). `run` is what it says of itself, `paragraph` the style of its paragraph, "" for the one of all.
        """
        if run is not None and run.first("vanish") is not None:
            return is_on(run, "vanish")
        if any(is_on(said, "vanish") for said in self._said_of_all):
            return True
        own = _styled(run)
        of_styles = (self._of(style, "vanish") for style in (paragraph or self._default, own) if style)
        return sum(said is not None and is_on(said, "vanish") for said in of_styles) == 1

    def is_struck(self, run: Element) -> bool:
        """Whether a run is struck through, once or twice."""
        return any(is_on(said, name) for name in ("strike", "dstrike") if (said := self._first(run, name)) is not None)

    def marks(self, run: Element) -> Iterator[Mark]:
        """What a run's formatting says that copy can say too."""
        if (said := self._first(run, "b")) is not None and is_on(said, "b"):
            yield ("strong", "", 0)
        fonts = said.first("rFonts") if (said := self._first(run, "rFonts")) is not None else None
        if fonts is not None and _KAI.search(fonts.attributes.get("eastAsia", "")):
            yield ("kai", "", 0)
        if (said := self._first(run, "em")) is not None and is_on(said, "em"):
            yield ("dots", "", 0)
        raised = said.first("vertAlign") if (said := self._first(run, "vertAlign")) is not None else None
        kind = _RAISED.get(raised.attributes.get("val", "")) if raised is not None else None
        if kind is not None:
            yield (kind, "", 0)

    def said(self, run: Element | None, paragraph: str, name: str) -> Element | None:
        """The properties that decide one of a run: its own, those of its character style, or of its paragraph's."""
        own = self._first(run, name) if run is not None else None
        return own if own is not None else self._of(paragraph or self._default, name)

    def is_numbered(self, paragraph: str) -> bool:
        """Whether a style of paragraphs puts a number or a sign before each (17.9.18)."""
        said = self._of(paragraph or self._default, "numPr", "pPr")
        number = next(said.all("numId"), None) if said is not None else None
        return number is not None and number.attributes.get("val") != "0"

    def _first(self, run: Element, name: str) -> Element | None:
        """The properties that decide one of a run: its own, or those of its character style."""
        return run if run.first(name) is not None else self._of(_styled(run), name)

    def _of(self, style: str, name: str, part: str = "rPr") -> Element | None:
        for _ in range(_MOST_PARENTS):
            one = self._styles.get(style)
            if one is None:
                return None
            said = one.first(part)
            if said is not None and said.first(name) is not None:
                return said
            parent = one.first("basedOn")
            style = parent.attributes.get("val", "") if parent is not None else ""
        return None


def _is_default(style: Element) -> bool:
    return style.attributes.get("type") == "paragraph" and style.attributes.get("default") in ("1", "true", "on")


def _styled(run: Element | None) -> str:
    style = run.first("rStyle") if run is not None else None
    return style.attributes.get("val", "") if style is not None else ""
