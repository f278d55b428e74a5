"""Parts of a file: instructions of its content, entries of its maps, elements of its tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from msgspec import Struct

PAIR = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")
_TEXT_STATE = ("Tf", "Tc", "k")


class Instruction(Struct):
    """An operator with its operands."""

    operands: list[Any]
    operator: str


def texts_of(font: Any) -> dict[int, str]:
    """What the codes of a font say."""
    found: dict[int, str] = {}
    for code, text in PAIR.findall(font["/ToUnicode"].read_bytes()):
        found[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
    found.pop(0, None)
    return found


def kids_of(element: Any) -> list[Any]:
    """The children of a structure element: marked content as numbers, elements as they are."""
    kids = element.get("/K", pikepdf.Array())
    return [int(one) if isinstance(one, int) else one for one in (kids if isinstance(kids, pikepdf.Array) else [kids])]


def frame_of(element: Any) -> list[float] | None:
    """The BBox of an element's layout attributes (PDF space)."""
    attributes = element.get("/A", pikepdf.Array())
    for one in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
        if "/BBox" in one:
            return [float(edge) for edge in one["/BBox"]]
    return None


def set_frame(element: Any, box: list[float]) -> None:
    """Give an element another BBox."""
    element["/A"] = pikepdf.Dictionary(O=pikepdf.Name.Layout, BBox=pikepdf.Array(box))


def elements_of(element: Any) -> Iterator[Any]:
    """A structure element and all within it, in the tree's order."""
    yield element
    for kid in kids_of(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from elements_of(kid)


def mcid_of(one: Instruction, outer: int | None) -> int | None:
    """The marked content that an operator begins; `outer` where it names none."""
    properties = one.operands[1] if len(one.operands) > 1 else None
    return int(properties["/MCID"]) if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties else outer


def self_contained(ops: list[Instruction]) -> list[Instruction]:
    """The same with the text state said at the beginning of each text object, so that pieces may change places."""
    state: dict[str, Instruction] = {}
    found: list[Instruction] = []
    for one in ops:
        if one.operator in _TEXT_STATE:
            state[one.operator] = one
        found.append(one)
        if one.operator == "BT":
            found += [Instruction(list(each.operands), each.operator) for each in state.values()]
    return found


def counted(lines: list[bytes]) -> list[bytes]:
    """Lines of a CMap with the right number before each of its lists."""
    begun, count = -1, 0
    for at, line in enumerate(lines):
        if line.endswith(b"beginbfchar"):
            begun, count = at, 0
        elif line == b"endbfchar" and begun >= 0:
            lines[begun] = b"%d beginbfchar" % count
        else:
            count += 1
    return lines
