"""A good file opened so that one thing in it can be spoiled, and the list of what there is to spoil.

A kind of fault is a function in one of the modules beside this one. It is given an open file with its own random
numbers, spoils one place, and says whether it found one; `@kind` enters it in KINDS with the findings that say what it
is. Any other finding may come along, but one of these has to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from io import BytesIO
from random import Random
from typing import Any

import pikepdf
from msgspec import Struct

from file_parts import (
    PAIR,
    Instruction,
    counted,
    elements_of,
    frame_of,
    kids_of,
    mcid_of,
    self_contained,
    set_frame,
    texts_of,
)
from jxprint.model import Page

__all__ = ["KINDS", "Kind", "Opened", "Shown", "frame_of", "kids_of", "kind", "set_frame"]


class Shown(Struct, frozen=True):
    """A string that is shown: the instruction, the place in its array (None for Tj), its font, and its marked
    content (None outside).
    """

    at: int
    item: int | None
    font: str
    mcid: int | None


class Opened:
    """The first page of a file: `ops` is its content, which is written back by `saved`."""

    def __init__(self, pdf: bytes, page: Page, random: Random) -> None:
        self.document = pikepdf.Pdf.open(BytesIO(pdf))
        self.page, self.random = page, random
        self.sheet: Any = self.document.pages[0].obj
        self.fonts: dict[str, Any] = dict(self.sheet["/Resources"]["/Font"].items())
        self.texts = {name: texts_of(font) for name, font in self.fonts.items()}
        self.ops = self_contained(
            [Instruction(list(one.operands), str(one.operator)) for one in pikepdf.parse_content_stream(self.sheet)]
        )
        self._content = self._written()
        # Set by a kind that spoils the finished file's bytes.
        self.then: Callable[[bytes], bytes] = lambda data: data

    def saved(self) -> bytes:
        """The file as it is now; content that nobody changed stays the stream that it was."""
        written = self._written()
        if written != self._content:
            self.sheet["/Contents"] = self.document.make_stream(written)
        sink = BytesIO()
        self.document.save(sink)
        return self.then(sink.getvalue())

    def _written(self) -> bytes:
        return bytes(
            pikepdf.unparse_content_stream([(one.operands, pikepdf.Operator(one.operator)) for one in self.ops])
        )

    # Text.

    def shown(self, least: int = 1) -> list[Shown]:
        """Strings of at least so many codes, in the order of the stream."""
        font = ""
        found: list[Shown] = []
        mark: list[int | None] = [None]
        for at, one in enumerate(self.ops):
            if one.operator == "Tf":
                font = str(one.operands[0])
            elif one.operator in ("BDC", "BMC"):
                mark.append(mcid_of(one, mark[-1]))
            elif one.operator == "EMC":
                mark.pop()
            elif one.operator == "Tj":
                found.append(Shown(at, None, font, mark[-1]))
            elif one.operator == "TJ":
                strings = [item for item, each in enumerate(one.operands[0]) if isinstance(each, pikepdf.String)]
                found += [Shown(at, item, font, mark[-1]) for item in strings]
        return [one for one in found if len(self.codes(one)) >= least]

    def codes(self, shown: Shown) -> list[int]:
        """The codes of a string."""
        operand = self.ops[shown.at].operands[0]
        data = bytes(operand if shown.item is None else operand[shown.item])
        return [data[at] << 8 | data[at + 1] for at in range(0, len(data), 2)]

    def show(self, shown: Shown, codes: list[int]) -> None:
        """Show other codes there."""
        string = pikepdf.String(b"".join(code.to_bytes(2, "big") for code in codes))
        operands = self.ops[shown.at].operands
        if shown.item is None:
            operands[0] = string
        else:
            operands[0] = pikepdf.Array([string if at == shown.item else one for at, one in enumerate(operands[0])])

    def said(self, shown: Shown) -> str:
        """The text of a string, character by code; white where a code says more or less than one."""
        texts = self.texts[shown.font]
        return "".join(text if len(text := texts.get(code, "")) == 1 else " " for code in self.codes(shown))

    def strings_with(self, wanted: Callable[[str], bool]) -> list[tuple[Shown, int]]:
        """Every place of a character that is wanted."""
        return [(one, at) for one in self.shown() for at, char in enumerate(self.said(one)) if wanted(char)]

    def map_texts(self, font: str, change: dict[int, str]) -> None:
        """Give codes of a font other texts in its ToUnicode map; an empty text takes the entry away."""
        data = self.fonts[font]["/ToUnicode"].read_bytes()

        def changed(match: re.Match[bytes]) -> bytes:
            code = int(match[1], 16)
            said = change.get(code)
            return (
                match[0] if said is None else b"<%04X> <%b>" % (code, said.encode("utf-16-be").hex().upper().encode())
            )

        lines = [PAIR.sub(changed, line) for line in data.split(b"\n")]
        gone = {b"<%04X> <>" % code for code, said in change.items() if not said}
        told = counted([line for line in lines if line not in gone])
        self.fonts[font]["/ToUnicode"] = self.document.make_stream(b"\n".join(told))

    def pen(self, shown: Shown) -> tuple[float, float, float]:
        """Where a string's pen stands, and its size, as far as lines are moved by Td."""
        first = next(at for at in range(shown.at, -1, -1) if self.ops[at].operator == "BT")
        x = y = size = 0.0
        for each in self.ops[first : shown.at]:
            if each.operator == "Td":
                x, y = x + float(each.operands[0]), y + float(each.operands[1])
            elif each.operator == "Tf":
                size = float(each.operands[1])
        return x, y, size

    # Marked content.

    def pieces(self, tag: str = "") -> dict[int, tuple[int, int]]:
        """Marked content by identifier: its first instruction (BDC) and the one behind its last (EMC)."""
        found: dict[int, tuple[int, int]] = {}
        open_at: list[int] = []
        for at, one in enumerate(self.ops):
            if one.operator in ("BDC", "BMC"):
                open_at.append(at)
            elif one.operator == "EMC":
                first = open_at.pop()
                mcid = mcid_of(self.ops[first], None)
                if mcid is not None and (not tag or str(self.ops[first].operands[0]) == f"/{tag}"):
                    found[mcid] = first, at + 1
        return found

    def text_pieces(self, least: int = 1) -> list[int]:
        """Marked content with at least so many characters that are no white."""
        said: dict[int, int] = {}
        for one in self.shown():
            if one.mcid is not None:
                said[one.mcid] = said.get(one.mcid, 0) + len("".join(self.said(one).split()))
        return [mcid for mcid, count in said.items() if count >= least]

    def box(self, mcid: int) -> list[float] | None:
        """Where the tree says that marked content stands (PDF space)."""
        return next((frame_of(one) for one in self.elements() if mcid in kids_of(one)), None)

    def insert(self, at: int, content: str) -> None:
        """Put operators before an instruction."""
        parsed = pikepdf.parse_content_stream(self.document.make_stream(content.encode("latin-1")))
        self.ops[at:at] = [Instruction(list(one.operands), str(one.operator)) for one in parsed]

    def frame(self, mcid: int, before: str, behind: str = "", inside: bool = True) -> None:
        """Put operators before and behind what marked content shows, in a state of its own."""
        first, last = self.pieces()[mcid]
        within = (first + 1, last - 1) if inside else (first, last)
        self.insert(within[1], f"Q {behind}")
        self.insert(within[0], f"q {before}")

    def resource(self, kind: str, name: str, value: Any) -> None:
        """A further resource of the page."""
        resources = self.sheet["/Resources"]
        if kind not in resources:
            resources[kind] = pikepdf.Dictionary()
        resources[kind][name] = value

    # Structure.

    def elements(self, *tags: str) -> list[Any]:
        """Structure elements with one of some tags, in the tree's order."""
        return [
            one for one in elements_of(self.document.Root["/StructTreeRoot"]["/K"]) if not tags or one["/S"] in tags
        ]

    def choose(self, among: Any) -> Any:
        """One of several, or None of none."""
        several = list(among)
        return self.random.choice(several) if several else None


class Kind(Struct, frozen=True):
    """A kind of fault: what it is called, the findings of which one must be told, what spoils, the group, and the views
    of a file of which one has to change (any where there are none).
    """

    name: str
    told: frozenset[str]
    spoil: Callable[[Opened], bool]
    group: str
    views: frozenset[str] = frozenset()


KINDS: dict[str, Kind] = {}


def kind(
    name: str, *told: str, views: Sequence[str] = ()
) -> Callable[[Callable[[Opened], bool]], Callable[[Opened], bool]]:
    """Enter a function among the kinds of fault."""

    def entered(spoil: Callable[[Opened], bool]) -> Callable[[Opened], bool]:
        assert name not in KINDS, name
        group = spoil.__module__.removeprefix("faults_of_")
        KINDS[name] = Kind(name, frozenset(f"checks.{one}" for one in told), spoil, group, frozenset(views))
        return spoil

    return entered
