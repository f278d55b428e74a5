"""Fields of a document (ISO/IEC 29500-1, 17.16): their codes are no copy; their results are, with their link."""

from __future__ import annotations

import re

from msgspec import Struct

from jxprint.exchange.rough import Mark
from jxprint.exchange.word.records import Beside
from jxprint.intake.xml_tree import Element

_LINKED = re.compile(r"""^\s*HYPERLINK\s+"([^"]+)\"""")
ADDRESS = re.compile(r"(?:https?://|mailto:)[!-~]+")
# A field that draws characters over each other: what it shows is in its code alone (17.16.5.22, of older programs).
_DRAWS = re.compile(r"EQ\b", re.IGNORECASE)


class _Field(Struct):
    """A field that has begun: its code so far, and whether what follows is its result."""

    code: str = ""
    is_result: bool = False


class Fields:
    """Those that are open, one within another; codes go to what stands beside the copy."""

    def __init__(self, beside: Beside) -> None:
        self._beside = beside
        self._open: list[_Field] = []

    def char(self, element: Element) -> None:
        """A field begins, has its result behind here, or ends. What a form offers to choose from is told."""
        kind = element.attributes.get("fldCharType", "")
        if kind == "begin":
            self._open.append(_Field())
            offered = [one.attributes.get("val", "") for one in element.all("listEntry", "default") if one.attributes]
            self._beside.codes += [" / ".join(offered)] if any(offered) else []
        elif kind == "separate" and self._open:
            self._open[-1].is_result = True
        elif kind == "end" and self._open:
            self._end(self._open.pop())

    def code(self, text: str) -> None:
        """A piece of a code."""
        if self._open and not self._open[-1].is_result:
            self._open[-1].code += text
        else:
            self._beside.codes.append(text.strip())

    def finish(self) -> None:
        """Nothing follows; a field that never ended had a code as well."""
        while self._open:
            self._end(self._open.pop())

    def _end(self, one: _Field) -> None:
        code = one.code.strip()
        if _DRAWS.match(code):
            self._beside.symbols.append(code)
        else:
            self._beside.codes.append(code)

    def marks(self, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        """Marks of text that stands here: with the link whose result it is."""
        linked = next((_LINKED.match(one.code) for one in reversed(self._open) if one.is_result), None)
        if linked is None or not ADDRESS.fullmatch(linked[1]) or any(kind == "link" for kind, *_ in marks):
            return marks
        return (*marks, ("link", linked[1], 0))
