"""Footnotes of Markdown (脚注): `[^1]` in the text, `[^1]: …` where it is written, and `^[…]`, which is both.

CommonMark has none; these are the forms of PHP Markdown Extra and Pandoc that programs agree about.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

# The type of a token that stands where a note's sign stood; its content is the note.
NOTE = "footnote"
_DEFINED = re.compile(r" {0,3}\[\^(?P<label>[^\]\s]+)\]:[ \t]*(?P<text>.*)")
_REFERENCE = re.compile(r"\[\^(?P<label>[^\]\s]+)\]")
_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})")
# What begins a block of its own, where a note's line would go on otherwise.
_BLOCK = re.compile(r" {0,3}(?:#{1,6}(?:\s|$)|>|[-*+]\s|\d{1,9}[.)]\s|\||<)")
_GOES_ON = ("    ", "\t")


class Notes(Struct):
    """Notes by their labels, those whose sign was met, and notes of a label that stands twice."""

    texts: dict[str, str] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    twice: list[tuple[str, str]] = field(default_factory=list)

    @property
    def left(self) -> list[tuple[str, str]]:
        """Labels and texts of notes that no sign stands for."""
        return [*((label, text) for label, text in self.texts.items() if label not in self.met), *self.twice]


def notes_apart(text: str) -> tuple[str, Notes]:
    """A text without the lines of its notes, which are empty now, and the notes. A note goes on until a blank line, and
    behind that with lines that are indented.
    """
    kept: list[str] = []
    found: list[tuple[str, list[str]]] = []
    is_open = is_behind_blank = False
    fence = ""
    for line in text.split("\n"):
        match, defined = _FENCE.match(line), _DEFINED.match(line)
        if fence or match is not None:
            is_end = match is not None and match["fence"].startswith(fence) and not line.strip().strip(fence[:1])
            fence = "" if fence and is_end else fence or (match["fence"] if match is not None else "")
            is_open = False
        elif defined is not None:
            found.append((defined["label"], [defined["text"].strip()]))
            is_open, is_behind_blank, line = True, False, ""
        elif is_open and not line.strip():
            is_behind_blank = True
        elif is_open and (line.startswith(_GOES_ON) or not (is_behind_blank or _BLOCK.match(line))):
            found[-1][1].append(line.strip())
            line = ""
        else:
            is_open = False
        kept.append(line)
    notes = Notes()
    for label, lines in found:
        told = "\n".join(lines).strip()
        if label in notes.texts:
            notes.twice.append((label, told))
        else:
            notes.texts[label] = told
    return "\n".join(kept), notes


def read_notes(parser: MarkdownIt, notes: Notes) -> None:
    """Let a parser give a token for each sign of a note. A sign without a note stays as it was typed; of several signs
    of one note the first has it, and the others are tokens without content.
    """

    def sign(state: StateInline, silent: bool) -> bool:
        """`[^1]`: whether one stands here, as markdown-it's rules answer; `silent`: look, and give no token."""
        match = _REFERENCE.match(state.src, state.pos)
        if match is None or match["label"] not in notes.texts:
            return False
        if not silent:
            token = state.push(NOTE, "", 0)
            token.info = match[0]
            token.content = "" if match["label"] in notes.met else notes.texts[match["label"]]
            notes.met.add(match["label"])
        state.pos = match.end()
        return True

    def inline(state: StateInline, silent: bool) -> bool:
        """`^[…]`: in the same way."""
        if not state.src.startswith("^[", state.pos):
            return False
        end = state.md.helpers.parseLinkLabel(state, state.pos + 1)
        if end < 0:
            return False
        if not silent:
            state.push(NOTE, "", 0).content = state.src[state.pos + 2 : end]
        state.pos = end + 1
        return True

    parser.inline.ruler.before("link", "footnote_sign", sign)
    parser.inline.ruler.before("link", "footnote_inline", inline)
