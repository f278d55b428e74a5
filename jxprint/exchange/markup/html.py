"""HTML read by Python's html.parser: it fetches nothing and knows no script; what it cannot make out is text."""

from __future__ import annotations

from html.parser import HTMLParser

from jxprint.exchange.markup.blocks import VOID, Blocks
from jxprint.exchange.rough import LeftOut


class _Parser(HTMLParser):
    def __init__(self, blocks: Blocks, first: int | None) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks, self._first = blocks, first

    def _here(self) -> None:
        if self._first is not None:
            self._blocks.line = self._first + self.getpos()[0] - 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins; one that can hold nothing ends at once."""
        self._here()
        self._blocks.start(tag, dict(attrs))
        if tag in VOID:
            self._blocks.end(tag)

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        if tag not in VOID:
            self._blocks.end(tag)

    def handle_data(self, data: str) -> None:
        """Text, its references resolved (HTML's own names alone)."""
        self._here()
        self._blocks.data(data)

    def handle_comment(self, data: str) -> None:
        """A comment is nothing that a reader sees."""
        self._beside(data)

    def handle_decl(self, decl: str) -> None:
        """`<!DOCTYPE html>` says nothing."""
        if not decl.lower().startswith("doctype"):
            self._beside(decl)

    def handle_pi(self, data: str) -> None:
        """An instruction to a program."""
        self._beside(data)

    def unknown_decl(self, data: str) -> None:
        """CDATA, which is XML's and text."""
        if data.startswith("CDATA["):
            self._blocks.data(data.removeprefix("CDATA["))
        else:
            self._beside(data)

    def _beside(self, data: str) -> None:
        if data.strip():
            self._blocks.left_out.append(LeftOut("code", data.strip(), "<!>", self._blocks.line))


def feed_html(blocks: Blocks, text: str, *, line: int | None = None) -> None:
    """Report a piece of HTML; what it leaves open stays open. `line` is where it begins."""
    parser = _Parser(blocks, line)
    parser.feed(text)
    parser.close()


def read_html(text: str, *, is_exact: bool = False, line: int | None = None) -> Blocks:
    """The paragraphs of a piece of HTML that stands for itself."""
    blocks = Blocks(is_exact=is_exact)
    feed_html(blocks, text, line=line)
    blocks.finish()
    return blocks
