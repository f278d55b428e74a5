"""Where the keys and values of a TOML text stand; the standard library's reader does not say.

The scanner trusts that `tomllib` has read the same text: it follows the grammar of TOML 1.0 far enough to find where
things begin, and leaves their meaning alone. Lines and columns count from 1, columns in code points.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right

from msgspec import Struct, field

Path = tuple[str | int, ...]

_BLANK = re.compile(r"[ \t]*")
_COMMENT = re.compile(r"#[^\n]*")
_KEY = re.compile(r'[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'')
# A multi-line string may end in four or five quotes: one or two of them belong to the text.
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}' r"|'''(?:[^']|'(?!''))*'{3,5}" r'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL
)
_SCALAR = re.compile(r"[^,\]}#\n]+")


class Spot(Struct, frozen=True):
    """Line and column of a value's key (of the value itself where it has none), of the value, and of its text.

    `text` is where the first character inside the quotes stands; the newline that opens a multi-line string is no
    part of it. For other values it is the value's own place.
    """

    key: tuple[int, int]
    value: tuple[int, int]
    text: tuple[int, int]
    multiline: bool = False


class Comment(Struct, frozen=True):
    """A comment with its mark, and what it belongs to: the value or table that it ends or that follows it.

    `path` is None for a comment after everything. `beside` tells a comment that ends its value's line.
    """

    text: str
    path: Path | None
    beside: bool


class Positions(Struct, frozen=True):
    """Spots by key path (`("part", 0, "text", 1)`), and the comments in the order of the file."""

    spots: dict[Path, Spot] = field(default_factory=dict)
    comments: tuple[Comment, ...] = ()

    def nearest(self, path: Path) -> Spot:
        """The spot of a path, or of the nearest thing around it; the file's beginning where there is nothing."""
        while path not in self.spots and path:
            path = path[:-1]
        return self.spots.get(path, Spot((1, 1), (1, 1), (1, 1)))


def scan(text: str) -> Positions:
    """The positions in a TOML text that `tomllib` has read without complaint; its line ends are LF or CRLF."""
    scanner = _Scanner(text.replace("\r\n", "\n"))
    scanner.run()
    return Positions(scanner.spots, tuple(scanner.comments))


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.spots: dict[Path, Spot] = {}
        self.comments: list[Comment] = []
        self._waiting: list[str] = []
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._tables_of: dict[Path, int] = {}

    def run(self) -> None:
        """Walk over the statements, one a line but for values that go over several."""
        table: Path = ()
        while True:
            self._skip()
            if self.at >= len(self.text):
                break
            if self.text[self.at] == "[":
                table = self._header()
                self._beside(table)
            else:
                self._beside(self._pair(table))
        self.comments.extend(Comment(text, None, False) for text in self._waiting)

    def _header(self) -> Path:
        start = self.at
        array = self.text.startswith("[[", start)
        self.at += 2 if array else 1
        names = self._names()
        self.at += 2 if array else 1
        path: Path = ()
        for number, name in enumerate(names, 1):
            path = (*path, name)
            if array and number == len(names):
                self._tables_of[path] = self._tables_of.get(path, 0) + 1
            self.spots.setdefault(path, self._spot(start, start))
            if path in self._tables_of:
                path = (*path, self._tables_of[path] - 1)
        self.spots[path] = self._spot(start, start)
        self._settle(path)
        return path

    def _pair(self, table: Path) -> Path:
        start = self.at
        path: Path = (*table, *self._names())
        self.at += 1  # the sign =
        self._blanks()
        self._settle(path)
        for end in range(len(table) + 1, len(path)):
            self.spots.setdefault(path[:end], self._spot(start, start))
        self._value(path, start)
        return path

    def _names(self) -> list[str]:
        names = []
        while True:
            self._blanks()
            match = _KEY.match(self.text, self.at)
            if match is None:
                raise ValueError(f"no key at offset {self.at}: the text is not TOML")
            self.at = match.end()
            names.append(_plain(match[0]))
            self._blanks()
            if self.text[self.at : self.at + 1] != ".":
                return names
            self.at += 1

    def _value(self, path: Path, key_start: int | None = None) -> None:
        start = self.at
        key_start = start if key_start is None else key_start
        opening = self.text[start]
        if opening in "\"'":
            self._string(path, key_start)
            return
        self.spots[path] = self._spot(key_start, start)
        if opening == "[":
            self._array(path)
        elif opening == "{":
            self._inline_table(path)
        else:
            match = _SCALAR.match(self.text, start)
            self.at = match.end() if match else start + 1

    def _string(self, path: Path, key_start: int) -> None:
        match = _STRING.match(self.text, self.at)
        if match is None:
            raise ValueError(f"an open string at offset {self.at}: the text is not TOML")
        multiline = match[0][:3] in ('"""', "'''")
        inside = self.at + (3 if multiline else 1)
        if multiline and self.text[inside] == "\n":
            inside += 1
        self.spots[path] = self._spot(key_start, self.at, inside, multiline)
        self.at = match.end()

    def _array(self, path: Path) -> None:
        self.at += 1
        number = 0
        while True:
            self._skip(",")
            if self.text[self.at] == "]":
                self.at += 1
                return
            self._value((*path, number))
            number += 1

    def _inline_table(self, path: Path) -> None:
        self.at += 1
        while True:
            self._skip(",")
            if self.text[self.at] == "}":
                self.at += 1
                return
            self._pair(path)

    def _skip(self, also: str = "") -> None:
        """Over blanks, line ends and comments; what a comment belongs to is settled by what follows."""
        while self.at < len(self.text):
            if self.text[self.at] in " \t\n" + also:
                self.at += 1
            elif self.text[self.at] == "#":
                self._waiting.append(self._comment())
            else:
                return

    def _blanks(self) -> None:
        match = _BLANK.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _comment(self) -> str:
        match = _COMMENT.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return match[0].rstrip() if match else ""

    def _settle(self, path: Path) -> None:
        self.comments.extend(Comment(text, path, False) for text in self._waiting)
        self._waiting.clear()

    def _beside(self, path: Path) -> None:
        # Comments inside an array are kept with the array's own.
        self._settle(path)
        self._blanks()
        if self.text[self.at : self.at + 1] == "#":
            self.comments.append(Comment(self._comment(), path, True))

    def _spot(self, key: int, value: int, inside: int | None = None, multiline: bool = False) -> Spot:
        at = self._line_and_column
        return Spot(at(key), at(value), at(value if inside is None else inside), multiline)

    def _line_and_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


def _plain(key: str) -> str:
    """A key without its quotes."""
    if key[0] == "'":
        return key[1:-1]
    if key[0] != '"':
        return key
    return key[1:-1] if "\\" not in key else str(tomllib.loads(f"key = {key}")["key"])
