"""How a run looks where that changes what is read (ISO/IEC 29500-1, 17.3.2): its text is copy, and the look is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jxprint.exchange.word.elements import is_on
from jxprint.exchange.word.formatting import Formatting
from jxprint.exchange.word.records import Beside
from jxprint.intake.xml_tree import Element

_WHITE = ("ffffff", "white")
# Half points: what is set smaller than this is there so that nobody sees it.
_TINY = 5


def looks_of(run: Element | None, paragraph: str, formatting: Formatting, *, on_white: bool) -> Iterator[str]:
    """`underlined`, `capitals` (typed small, shown as capitals), `highlighted`, and `pale`: white on white, or tiny.

    `run` is what a run says of itself, `paragraph` the style of its paragraph, `on_white`: nothing is known to stand
    behind it.
    """

    def said(name: str) -> Element | None:
        holder = formatting.said(run, paragraph, name)
        return holder.first(name) if holder is not None else None

    def value(name: str) -> str:
        one = said(name)
        return one.attributes.get("val", "").lower() if one is not None else ""

    if value("u") not in ("", "none", "0", "false"):
        yield "underlined"
    if any((holder := formatting.said(run, paragraph, name)) and is_on(holder, name) for name in ("caps", "smallCaps")):
        yield "capitals"
    if value("highlight") not in ("", "none", "white"):
        yield "highlighted"
        on_white = False
    size, colour = said("sz"), said("color")
    halves = size.number("val") if size is not None else None
    is_white = value("color") in _WHITE or (colour is not None and colour.attributes.get("themeColor") == "background1")
    is_bare = on_white and not is_shaded(formatting.said(run, paragraph, "shd"))
    if (is_white and is_bare) or (halves is not None and halves < _TINY):
        yield "pale"


def is_shaded(said: Element | None) -> bool:
    """Whether something else than white stands behind what has these properties (17.3.5)."""
    shade = said.first("shd") if said is not None else None
    if shade is None:
        return False
    fill = shade.attributes.get("fill", "auto").lower()
    has_fill = fill not in ("auto", *_WHITE) or "themeFill" in shade.attributes
    return has_fill or shade.attributes.get("val", "clear") not in ("clear", "nil")


def keep_looks(
    beside: Beside, text: str, looks: Sequence[str], before: Mapping[str, list[str]]
) -> dict[str, list[str]]:
    """Keep a text by how it looks, as one with what stood before it where that looked so as well; gives what the next
    one is to be told of it, and was told as `before` of the last.
    """
    found: dict[str, list[str]] = {}
    for look in looks if text.strip() else ():
        kept = before.get(look)
        if kept is None:
            kept = beside.looks.setdefault(look, [])
            kept.append("")
        kept[-1] += text
        found[look] = kept
    return found
