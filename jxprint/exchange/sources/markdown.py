"""Markdown (CommonMark, with tables, strikes and notes) read by markdown-it-py, which is wanted for it alone.

A parser of our own would be another dialect; this one passes the specification's own tests.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote

from jxprint.errors import DescriptionError, Finding, Place
from jxprint.exchange.levels import by_level
from jxprint.exchange.markup.blocks import Blocks
from jxprint.exchange.markup.html import feed_html
from jxprint.exchange.rough import LeftOut, Piece, Role, Rough
from jxprint.exchange.sources import Gathered
from jxprint.exchange.sources.markdown_notes import NOTE, notes_apart, read_notes
from jxprint.exchange.sources.plain import text_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_ADDRESS = re.compile(r"https?://|mailto:")
_FRONT = re.compile(r"\A---[ \t]*\n(?P<matter>(?:[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_DEEPEST = 100
_PAIR = re.compile(r"^(?P<key>[A-Za-z_一-鿿]+)\s*[:：]\s*(?P<value>.*)$")
_KEYS: dict[str, Role] = {
    **dict.fromkeys(("title", "headline", "标题", "主题"), "headline"),
    **dict.fromkeys(("author", "byline", "作者", "署名"), "byline"),
    **dict.fromkeys(("kicker", "引题"), "kicker"),
    **dict.fromkeys(("subtitle", "deck", "副题"), "deck"),
    **dict.fromkeys(("dateline", "电头"), "dateline"),
}


def read(data: bytes, file: str, name: str) -> Gathered:
    """The paragraphs of a Markdown file. Raises DescriptionError where markdown-it-py is not installed."""
    try:
        from markdown_it import MarkdownIt
    except ImportError as error:
        raise DescriptionError(Finding("exchange.no_markdown", Place(file))) from error
    gathered = Gathered()
    text = text_of(data, file, gathered.findings)
    front, text, first = _front(text, gathered)
    blocks = Blocks()
    env: dict[str, dict[str, dict[str, str]]] = {}
    text, notes = notes_apart(text)
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    read_notes(parser, notes)
    walk = _Walk(blocks, first, parser)
    tokens = parser.parse(text, env)
    _refuse_deep(tokens, Place(file, first))
    walk.tokens(tokens)
    blocks.finish()
    gathered.roughs = by_level([*front, *blocks.roughs])
    for label, target in env.get("references", {}).items():
        if target.get("href", "") not in walk.led_to:
            told = (f"[{label}]:", unquote(target.get("href", "")), target.get("title", ""))
            gathered.left_out.append(LeftOut("link", " ".join(one for one in told if one)))
    gathered.left_out += (LeftOut("body", note, f"[^{label}]") for label, note in notes.left if note)
    gathered.left_out += blocks.left_out
    gathered.counts = blocks.counts
    return gathered


def _refuse_deep(tokens: Sequence[Token], place: Place) -> None:
    """What stands in lists and quotations more deeply than the parser goes it leaves out, and says nothing."""
    for token in tokens:
        if token.level >= _DEEPEST - 2:
            line = (place.line or 1) + (token.map[0] if token.map is not None else 0)
            raise DescriptionError(Finding("exchange.too_deep", Place(place.file, line), {"deepest": _DEEPEST // 2}))


def _front(text: str, gathered: Gathered) -> tuple[list[Rough], str, int]:
    """Lines of a head before the text, between two lines of hyphens; the text behind them, and its first line."""
    match = _FRONT.match(text)
    pairs = [_PAIR.match(line) for line in match["matter"].splitlines() if line.strip()] if match is not None else []
    if match is None or not pairs or not all(pairs):
        return [], text, 1
    found: list[Rough] = []
    for pair in pairs:
        assert pair is not None
        value = pair["value"].strip().strip("\"'")
        role = _KEYS.get(pair["key"].lower())
        if role is not None and value:
            found.append(Rough((Piece(value),), role))
        elif value:
            gathered.left_out.append(LeftOut("data", value, pair["key"]))
    return found, text[match.end() :], text.count("\n", 0, match.end()) + 1


class _Walk:
    """Tokens reported as the elements that they stand for. A numbered item keeps the number that was typed."""

    def __init__(self, blocks: Blocks, first: int, parser: MarkdownIt) -> None:
        self._blocks, self._first, self._parser = blocks, first, parser
        self._number = ""
        self.led_to: set[str] = set()  # addresses of links

    def tokens(self, tokens: Sequence[Token]) -> None:
        """All tokens of a text."""
        for token in tokens:
            if token.map is not None:
                self._blocks.line = self._first + token.map[0]
            if token.type.endswith("_list_open") or token.type.endswith("_list_close"):
                continue  # an item says itself which number was typed
            if token.type == "list_item_open":
                self._item(token)
            elif token.type == "inline":
                self._say_number()
                self._inline(token.children or ())
            elif token.type in ("fence", "code_block", "html_block"):
                self._say_number()
                self._block(token)
            elif token.type == "list_item_close":
                self._say_number()
                self._blocks.end("li")
            else:
                self._element(token)

    def _item(self, token: Token) -> None:
        self._blocks.start("li", {})
        if token.info:
            self._number = f"{token.info}{token.markup} "
        else:
            self._blocks.counts["items"] += 1

    def _say_number(self) -> None:
        if self._number:
            self._blocks.data(self._number)
            self._number = ""

    def _block(self, token: Token) -> None:
        if token.type == "html_block":
            feed_html(self._blocks, token.content, line=self._blocks.line)
            return
        if token.info.strip():
            self._blocks.left_out.append(LeftOut("data", token.info.strip(), "```", self._blocks.line))
        self._blocks.start("pre", {})
        self._blocks.data(token.content)
        self._blocks.end("pre")

    def _element(self, token: Token) -> None:
        said = {key: str(value) for key, value in token.attrs.items() if key in ("href", "title")}
        if "href" in said:
            self.led_to.add(said["href"])
            # What copy cannot lead to is told, in the characters that were typed.
            said["href"] = said["href"] if _ADDRESS.match(said["href"]) else unquote(said["href"])
        if token.nesting >= 0 and token.tag:
            self._blocks.start(token.tag, said)
        if token.nesting <= 0 and token.tag:
            self._blocks.end(token.tag)

    def _inline(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            if token.type in ("text", "code_inline"):
                self._blocks.data(token.content)
            elif token.type == NOTE:
                self._note(token)
            elif token.type == "softbreak":
                self._blocks.data("\n")
            elif token.type == "html_inline":
                feed_html(self._blocks, token.content, line=self._blocks.line)
            elif token.type == "image":
                self.led_to.add(str(token.attrGet("src") or ""))
                said = {"alt": token.content, "src": str(token.attrGet("src") or "")}
                self._blocks.start("img", {**said, "title": str(token.attrGet("title") or "")})
                self._blocks.end("img")
            else:  # strong, em, links, hard breaks
                self._element(token)

    def _note(self, token: Token) -> None:
        """A footnote as a note where its sign stood; a sign of one that stands there already is told."""
        if not token.content:
            self._blocks.left_out.append(LeftOut("mark", token.info, line=self._blocks.line))
            return
        self._blocks.counts["footnotes"] += 1
        self._blocks.start("small", {"class": "note"})
        for one in self._parser.parseInline(token.content):
            self._inline(one.children or ())
        self._blocks.end("small")
