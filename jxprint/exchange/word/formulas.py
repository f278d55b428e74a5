"""Formulas (ISO/IEC 29500-1, 22.1) on one line: signs that their elements stand for are written, what stands raised is.

A line is no formula, and that is told; but 1/2 has to be no 12.
"""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.exchange.rough import Mark
from jxprint.exchange.word.changes import GONE, take_out
from jxprint.exchange.word.elements import shown
from jxprint.exchange.word.records import Beside, Run
from jxprint.intake.xml_tree import Element

_RAISED = {"sup": "sup", "sub": "sub"}
# What a property stands for where it says nothing (22.1.2.1, 22.1.2.20, 22.1.2.70): accent, delimiters, operator.
_SIGNS = {"acc": "\u0302", "nary": "\u222b"}
_DELIMITERS = {"begChr": "(", "sepChr": "|", "endChr": ")"}


def formula(element: Element, marks: tuple[Mark, ...], beside: Beside) -> Iterator[Run]:
    """The runs of a formula; what was deleted of it goes beside the copy."""
    for one in shown(element):
        name = one.name
        if name == "t":
            yield Run(beside.take(one), marks)
        elif name in GONE or (name == "r" and _is_deleted(one)):
            take_out(one, beside)
        elif name == "f":
            yield from _fraction(one, marks, beside)
        elif name == "d":
            yield from _delimited(one, marks, beside)
        elif name == "rad":
            degree = list(formula(one.first("deg") or Element("", {}, 0), (*marks, ("sup", "", 0)), beside))
            yield from (*degree, Run("\u221a", marks), *_held(one.first("e"), marks, beside))
        elif name in _RAISED:
            yield from formula(one, (*marks, (_RAISED[name], "", 0)), beside)
        elif name == "acc":
            yield from (*formula(one, marks, beside), Run(_sign(one, "chr", _SIGNS[name]), marks))
        elif name == "nary":
            yield from (Run(_sign(one, "chr", _SIGNS[name]), marks), *formula(one, marks, beside))
        elif name in ("mr", "eqArr"):
            yield from (*formula(one, marks, beside), Run(" ", marks))
        elif not name.endswith("Pr"):
            yield from formula(one, marks, beside)


def _is_deleted(run: Element) -> bool:
    said = run.first("rPr")
    return any(one.first("del") is not None for one in run.named("rPr")) if said is not None else False


def _sign(element: Element, name: str, usual: str) -> str:
    said = next(element.all(name), None)
    return usual if said is None else said.attributes.get("val", "")


def _fraction(element: Element, marks: tuple[Mark, ...], beside: Beside) -> Iterator[Run]:
    yield from _held(element.first("num"), marks, beside)
    yield Run("/", marks)
    yield from _held(element.first("den"), marks, beside)


def _held(element: Element | None, marks: tuple[Mark, ...], beside: Beside) -> Iterator[Run]:
    """What stands over or under a bar, or a root: in brackets where it is more than one sign or number."""
    runs = list(formula(element, marks, beside)) if element is not None else []
    text = "".join(run.text for run in runs)
    is_one = len(text) < 2 or text.isalnum()
    yield from runs if is_one else (Run("(", marks), *runs, Run(")", marks))


def _delimited(element: Element, marks: tuple[Mark, ...], beside: Beside) -> Iterator[Run]:
    said = element.first("dPr") or Element("", {}, 0)
    begin, between, end = (_sign(said, name, usual) for name, usual in _DELIMITERS.items())
    yield Run(begin, marks)
    for at, one in enumerate(element.named("e")):
        yield from (Run(between, marks),) if at else ()
        yield from formula(one, marks, beside)
    yield Run(end, marks)
