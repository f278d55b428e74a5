"""Paragraphs put together from beginnings, ends and text, whoever reports them: html.parser, a walk of XML, tokens.

White space is HTML's: any of it is one space, and a line break behind a Chinese character or mark is nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from jxprint.errors import DescriptionError, Finding, Place
from jxprint.exchange.ninjs_names import CLASSES, ROLES
from jxprint.exchange.rough import Kind, LeftOut, Mark, Piece, Role, Rough
from jxprint.text.languages import LANGUAGE

# Elements that begin and end a paragraph: HTML's, and NITF's own.
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary", "table",
    "tbody", "tfoot", "thead", "tr", "caption", "ul", "abstract", "block", "body.content", "body.end", "body.head",
    "bq", "byline", "byttl", "credit", "dateline", "distributor", "fn", "hedline", "hl1", "hl2", "media",
    "media-caption", "media-producer", "note", "tagline",
))  # fmt: skip
# Elements whose text nobody is shown.
_UNSEEN = frozenset((
    "head", "iframe", "noscript", "object", "script", "style", "svg", "template", "title", "media-metadata",
))  # fmt: skip
# Elements that show or play a file, and what of theirs says which.
_FILES = {
    "img": "src",
    "video": "src",
    "audio": "src",
    "source": "src",
    "embed": "src",
    "iframe": "src",
    "object": "data",
}
_STRUCK = ("s", "del", "strike")
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MARKS = {
    "strong": "strong",
    "b": "strong",
    "sub": "sub",
    "sup": "sup",
    "a": "link",
    "em": "",
    "i": "",
}
# HTML 13.1.2: elements that have no end.
VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
))  # fmt: skip
_HEADINGS = {**{f"h{level}": level for level in range(1, 7)}, "hl1": 1, "hl2": 2}
_CELLS = ("td", "th")
_WHITE = re.compile(r"[ \t\n\r\f]+")
# Each element looks at those that are open. No copy is nested like this.
DEEPEST = 250
CELL_GAP = "\u3000"


class _Open(Struct):
    """An element that has begun: its tag, the mark that it gives to its text, and what it says that its text is."""

    tag: str
    mark: Mark | None = None
    role: Role = ""
    unseen: Kind | None = None  # why nobody is shown its text


class Blocks:
    """What is being put together. `is_exact`: white space is kept as it is, and paragraphs are to be taken so."""

    def __init__(self, *, is_exact: bool = False) -> None:
        self.roughs: list[Rough] = []
        self.left_out: list[LeftOut] = []
        self.counts: Counter[str] = Counter()
        self.line: int | None = None
        self._is_exact = is_exact
        self._open: list[_Open] = []
        self._pieces: list[Piece] = []
        self._begun: int | None = None
        self._number = 0
        self._unseen: list[str] = []
        self._readings: list[tuple[int, int]] = []  # ruby: how many are open, and where the base begins
        self._reading: list[str] | None = None

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """An element begins. Raises DescriptionError, without a file, where too many are open."""
        if len(self._open) >= DEEPEST:
            raise DescriptionError(Finding("exchange.too_deep", Place(None, self.line), {"deepest": DEEPEST}))
        said = {key: value or "" for key, value in attributes.items()}
        if tag in _BLOCKS:
            self.flush()
        if tag in _CELLS and any(piece.text.strip() for piece in self._pieces):
            self._pieces.append(Piece(CELL_GAP))
        is_hidden = "hidden" in said or _NOT_SHOWN.search(said.get("style", "")) is not None
        unseen: Kind | None = "code" if tag in _UNSEEN else "hidden" if is_hidden and tag not in VOID else None
        if unseen is not None:
            self._unseen.append("")
        if tag == "br" and not self._unseen:
            self._pieces.append(Piece("\n", self._marks()))
        self._beside(tag, said)
        self.counts["rows"] += tag == "tr"
        within = next((one.tag for one in reversed(self._open) if one.tag in ("ol", "ul")), "")
        self.counts[{"ol": "numbered", "ul": "items"}.get(within, "")] += tag == "li"
        if tag in ("rt", "rp"):
            self._reading = []
        role = ROLES.get(said.get("class", ""), "") if self._is_exact else ""
        self._open.append(_Open(tag, self._mark(tag, said), role, unseen))
        if tag == "ruby":
            self._readings.append((self._number, len(self._pieces)))

    def _beside(self, tag: str, said: Mapping[str, str]) -> None:
        """What an element says in its attributes that a reader may see: a picture, a film, a hint, a form's value."""
        if tag in _FILES:
            told = (said.get("alt", ""), said.get("title", ""), said.get(_FILES[tag], ""))
            if tag == "img" or said.get(_FILES[tag]):
                self.left_out.append(LeftOut("picture", " ".join(one for one in told if one), tag, self.line))
            return
        keys = ("title", "value", "placeholder", "alt") if tag == "input" else ("title",)
        self.left_out += (LeftOut("data", said[key], tag, self.line) for key in keys if said.get(key))

    def _mark(self, tag: str, said: Mapping[str, str]) -> Mark | None:
        self._number += 1
        kind = CLASSES.get(said.get("class", "")) or _MARKS.get(tag) or ("ruby" if tag == "ruby" else "")
        if kind == "link":
            return ("link", said["href"], self._number) if said.get("href") else None
        if not kind and tag == "span" and re.fullmatch(LANGUAGE, said.get("lang", "")):
            return ("lang", said["lang"], self._number)
        return (kind, "", self._number) if kind else None

    def _marks(self) -> tuple[Mark, ...]:
        return tuple(one.mark for one in self._open if one.mark is not None)

    def data(self, text: str) -> None:
        """Text within what is open."""
        if self._unseen:
            self._unseen[-1] += text
        elif self._reading is not None:
            self._reading.append(text)
        else:
            if not self._is_exact and not any(one.tag == "pre" for one in self._open):
                text = _WHITE.sub(self._white, text)
            if text:
                if any(one.tag in _STRUCK for one in self._open):
                    self.counts["struck"] += len(text.strip())
                self._begun = self.line if self._begun is None else self._begun
                self._pieces.append(Piece(text, self._marks()))

    def _white(self, match: re.Match[str]) -> str:
        """What white space is: nothing where a line breaks between Chinese characters and marks, else one space."""
        text, (start, end) = match.string, match.span()
        before = text[start - 1] if start else (self._pieces[-1].text[-1:] if self._pieces else "")
        behind = text[end : end + 1]
        if "\n" in match[0] and _is_wide(before) and (not behind or _is_wide(behind)):
            return ""
        return "" if before in ("", " ", "\n") and not start else " "

    def end(self, tag: str) -> None:
        """An element ends, and whatever is open within it; one that never began is passed over."""
        if not any(one.tag == tag for one in self._open):
            return
        while True:
            one = self._open.pop()
            self._ended(one)
            if one.tag == tag:
                return

    def _ended(self, one: _Open) -> None:
        if one.unseen is not None:
            text = self._unseen.pop()
            if text.strip():
                self.left_out.append(LeftOut(one.unseen, text.strip(), one.tag, self.line))
        elif one.tag in ("rt", "rp"):
            text = "".join(self._reading or ()).strip()
            self._reading = None
            if one.tag == "rt" and self._readings:
                self._read(text)
            elif text:
                self.left_out.append(LeftOut("mark", text, one.tag, self.line))
        elif one.tag == "ruby" and self._readings:
            self._readings.pop()
        if one.tag in _BLOCKS or one.role:
            self.flush(_HEADINGS.get(one.tag, 0), one.tag, one.role)

    def _read(self, reading: str) -> None:
        """A reading of what stands before it: the mark of that ruby has it as its value."""
        number, start = self._readings.pop()
        mark = next((one for one in self._marks() if one[0] == "ruby"), None)
        base = self._pieces[start:]
        if mark is None or not reading or not any(piece.text.strip() for piece in base):
            self.left_out += [LeftOut("mark", reading, "rt", self.line)] if reading else []
        else:
            self._number += 1
            told: Mark = ("ruby", reading, self._number)
            self._pieces[start:] = [
                Piece(piece.text, tuple(told if one == mark else one for one in piece.marks)) for piece in base
            ]
        self._readings.append((number, len(self._pieces)))

    def flush(self, level: int = 0, tag: str = "", role: Role = "") -> None:
        """The paragraph so far is whole; a heading is so when its own element ends."""
        pieces = tuple(
            Piece(one.text, tuple(mark for mark in one.marks if mark[0] != "ruby" or mark[1])) for one in self._pieces
        )
        self._pieces = []
        if self._readings:
            self._readings = [(number, 0) for number, _ in self._readings]
        begun, self._begun = self._begun, None
        if any(one.text.strip() for one in pieces) or (tag == "p" and pieces):
            role = role or ("body" if tag in ("tr", "table", "li", "pre") else "")
            self.roughs.append(Rough(pieces, role, level, begun, self._is_exact))

    def finish(self) -> None:
        """Nothing follows."""
        while self._open:
            self._ended(self._open.pop())
        self.flush()


def _is_wide(char: str) -> bool:
    """Whether a character is Chinese, or a mark of Chinese text."""
    return char >= "\u2e80" or (char != "" and char in "“”‘’…—·")
