"""Tracked changes (ISO/IEC 29500-1, 17.13.5), accepted: what is gone is beside the copy, what moved is told once."""

from __future__ import annotations

from jxprint.exchange.word.records import Beside
from jxprint.exchange.word.symbols import character
from jxprint.intake.xml_tree import Element

GONE = ("del", "moveFrom")
_TEXTS, _CODES = ("t", "delText"), ("instrText", "delInstrText")
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}


def take_out(element: Element, beside: Beside) -> None:
    """What is gone once the changes are accepted, or went elsewhere."""
    text = text_of(element, beside)
    beside.codes += [beside.take(one).strip() for one in element.all(*_CODES)]
    kept = beside.moved_from if element.name == "moveFrom" else beside.deleted
    kept += [text] if text else []


def text_of(element: Element, beside: Beside) -> str:
    """All text below an element, of runs and what stands for a character in them."""
    found: list[str] = []
    for one in element.all(*_TEXTS, *_SIGNS, "sym"):
        if one.name in _TEXTS:
            found.append(beside.take(one))
        elif one.name == "sym":
            char, told = character(one)
            found.append(char or told)
        else:
            found.append(_SIGNS[one.name])
    return "".join(found).strip("\n")


def settle_moves(beside: Beside) -> None:
    """Tell what was moved: as moved where it stands in its new place, by itself where it reads otherwise there, as
    deleted where nothing was moved to any place; what came from no place was inserted.
    """
    arrived = "".join(beside.moved_to)
    for text in beside.moved_from:
        if text in arrived:
            arrived = arrived.replace(text, "", 1)
            beside.moved.append(text)
        elif beside.moved_to:
            beside.changed.append(text)
        else:
            beside.deleted.append(text)
    if beside.moved_to and not beside.moved_from:
        beside.counts["inserted"] += len(beside.moved_to)
    beside.moved_from, beside.moved_to = [], []
