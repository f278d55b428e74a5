"""Markup within a line of copy: `{强调:文字}`, `{注音:汉|hàn}`, `{链接:文字|https://…}`; nothing else is markup.

A brace or a bar that is meant as itself is typed with a backslash before it. Names are English or the trade's own
words; the colon and the bar may be full width, as an input method types them.
"""

from __future__ import annotations

import re

from msgspec import Struct, field
from msgspec.structs import replace

from jxprint.description.marks import examine
from jxprint.description.suggestions import unknown
from jxprint.errors import Finding, Place
from jxprint.model import Markup, MarkupKind, Passage
from jxprint.text.languages import LANGUAGE

KINDS: dict[str, MarkupKind] = {
    "strong": "strong",
    "加粗": "strong",
    "kai": "kai",
    "楷体": "kai",
    "dots": "dots",
    "着重": "dots",
    "name": "name",
    "专名": "name",
    "note": "note",
    "注": "note",
    "sub": "sub",
    "下标": "sub",
    "sup": "sup",
    "上标": "sup",
    "link": "link",
    "链接": "link",
    "ruby": "ruby",
    "注音": "ruby",
    "lang": "lang",
    "外文": "lang",
}
_WITH_VALUE = ("link", "ruby", "lang")
# What a kind may not hold: it would be to no purpose, or could not be shown (two readings over one word, a base that
# leads elsewhere in part).
_NEVER_HOLDS: dict[MarkupKind, tuple[MarkupKind, ...]] = {
    "ruby": ("ruby", "link"),
    "link": ("link",),
    "lang": ("lang",),
    "sub": ("sub", "sup"),
    "sup": ("sub", "sup"),
}
_ESCAPED = "{}|｜\\"
_OPENING = r"\{(?P<name>[^{}:：|｜\\\s]{1,12})[:：]"
# What parts two lines of a head (see `head_lines`); nowhere else is it anything.
LINE_BREAK = r"\{(?:[/／]|换行)\}"
_ADDRESS = r"(?:https?://|mailto:)[!-~]+"


class _Open(Struct):
    """Markup whose closing brace is still to come: kind, where its text starts, and where it stands in the line."""

    kind: MarkupKind
    start: int
    column: int
    value: list[str] | None = None


class _Reader(Struct):
    """Reads one line: text without markup goes to `text`, and where columns shift goes to `columns`."""

    line: str
    place: Place
    findings: list[Finding]
    text: list[str] = field(default_factory=list)
    columns: list[tuple[int, int]] = field(default_factory=list)
    found: list[Markup] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)

    def wrong(self, key: str, at: int, **args: object) -> None:
        self.findings.append(Finding(key, self.at(at), args))

    def at(self, index: int) -> Place:
        return replace(self.place, column=(self.place.column or 1) + index)

    def add(self, char: str, index: int) -> None:
        """A character of the text, or of the value of the innermost markup."""
        if self.open and self.open[-1].value is not None:
            self.open[-1].value.append(char)
            return
        if index - len(self.text) != (self.columns[-1][1] if self.columns else 0):
            self.columns.append((len(self.text), index - len(self.text)))
        self.text.append(char)

    def begin(self, index: int) -> int:
        """An opening brace; gives the index behind it and its name."""
        match = re.match(_OPENING, self.line[index:])
        mark = re.match(LINE_BREAK, self.line[index:]) if match is None else None
        if mark is not None:
            self.wrong("copy.break_not_here", index)
            return index + mark.end()
        if match is None:
            self.wrong("copy.markup_unnamed", index)
            return index + 1
        kind = KINDS.get(match["name"])
        if kind is None:
            self.findings.append(unknown("copy.markup_unknown", self.at(index + 1), match["name"], tuple(KINDS)))
            kind = "strong"  # so that its closing brace is not told as well
        self.open.append(_Open(kind, len(self.text), index))
        return index + match.end()

    def bar(self, index: int) -> None:
        """A bar in markup that has one."""
        one = self.open[-1]
        if one.value is not None:
            self.wrong("copy.markup_second_bar", index, kind=one.kind)
        one.value = one.value or []

    def end(self, index: int) -> None:
        """A closing brace."""
        if not self.open:
            self.wrong("copy.markup_stray", index)
            return
        one = self.open.pop()
        value = "".join(one.value or ()).strip()
        if one.start == len(self.text):
            self.wrong("copy.markup_empty", one.column)
        elif one.kind in _WITH_VALUE and not value:
            self.wrong("copy.markup_no_value", one.column, kind=one.kind)
        elif one.kind == "link" and not re.fullmatch(_ADDRESS, value):
            self.wrong("copy.markup_bad_link", one.column, value=value)
        elif one.kind == "lang" and not re.fullmatch(LANGUAGE, value):
            self.wrong("copy.markup_bad_language", one.column, value=value)
        else:
            self._alone(one)
            self.found.append(Markup(one.kind, one.start, len(self.text), value))

    def _alone(self, one: _Open) -> None:
        """Tell of markup that `one` holds and may not hold."""
        never = _NEVER_HOLDS.get(one.kind, ())
        for held in reversed(self.found):
            if held.start < one.start:  # what ended before it was found before all that it holds
                return
            if held.kind in never:
                self.wrong("copy.markup_nested", one.column, outer=one.kind, inner=held.kind)
                return


def read_passage(line: str, place: Place, findings: list[Finding]) -> Passage:
    """A line of copy, stripped and with its markup taken out; what is wrong goes to `findings`."""
    findings.extend(examine(line, place))
    if "{" not in line and "}" not in line and "\\" not in line:
        return Passage(line, place)
    reader = _Reader(line, place, findings)
    index = 0
    while index < len(line):
        char = line[index]
        if char == "\\" and line[index + 1 : index + 2] and line[index + 1] in _ESCAPED:
            reader.add(line[index + 1], index + 1)
            index += 2
            continue
        if char == "{":
            index = reader.begin(index)
            continue
        if char == "}":
            reader.end(index)
        elif char in "|｜" and reader.open and reader.open[-1].kind in _WITH_VALUE:
            reader.bar(index)
        else:
            reader.add(char, index)
        index += 1
    for one in reader.open:
        reader.wrong("copy.markup_unclosed", one.column)
    found = tuple(sorted(reader.found, key=lambda one: (one.start, -one.end)))
    return Passage("".join(reader.text), place, found, tuple(reader.columns))


_WRITTEN = str.maketrans({char: "\\" + char for char in "{}\\"})
_WRITTEN_BARS = str.maketrans({char: "\\" + char for char in "{}\\|｜"})


def spelled(passage: Passage) -> str:
    """A passage as its line is spelled, markup by its English names. `read_passage` reads it back as it was."""
    if not passage.markup:
        return _escaped(passage.text)
    opening: dict[int, list[Markup]] = {}
    for one in passage.markup:
        opening.setdefault(one.start, []).append(one)
    out: list[str] = []
    standing: list[Markup] = []
    text = passage.text
    for index in range(len(text) + 1):
        while standing and standing[-1].end == index:
            one = standing.pop()
            out.append(f"|{_escaped(one.value, bars=True)}}}" if one.value else "}")
        for one in opening.get(index, ()):
            out.append(f"{{{one.kind}:")
            standing.append(one)
        if index < len(text):
            inside = any(one.value for one in standing)
            out.append(_escaped(text[index], bars=inside))
    return "".join(out)


def _escaped(text: str, *, bars: bool = False) -> str:
    """Text with a backslash before whatever would be read as markup."""
    return text.translate(_WRITTEN_BARS if bars else _WRITTEN)
