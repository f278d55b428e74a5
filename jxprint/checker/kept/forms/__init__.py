"""What may stand in a kept file, element by element: every name, every value that is always the same, and every one
that another value of the file gives. What is said of the page itself is held against the copy and the other files
elsewhere; so between the two nothing in a file goes unread.

A form is a table: rows by what an element is called, or by that behind what it stands in (`Page/PrintSpace`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from jxprint.intake.xml_tree import Element

# In a row: another attribute of the element, of what it is in (a ^ each), a value that is given, its own number.
OTHER = re.compile(r"%\{(\^*|\$)([\w:@-]+|#)\}")
META = re.compile(r"[\\.?*+^$|(){}\[\]]")


class Pattern(Struct, frozen=True):
    """What a value has to match, whole. `head` is what it begins with, other values to be filled in; `open`: those
    stand among what is a pattern. `wanted`: it has to be there.
    """

    said: str
    head: str
    match: Callable[[str], object]
    open: bool
    wanted: bool


class Row(Struct, frozen=True):
    """An element: its attributes, those first that refer to no other value, each with the pattern that all of its value
    is to match; its text's pattern (None: it has none); and what may be in it, each with the least and the most.
    """

    attributes: Mapping[str, Pattern]
    text: Pattern | None
    children: Mapping[str, tuple[int, int]]


def row(children: str = "", text: str = "", /, **attributes: str) -> Row:
    """A row. `children` are names, each with ? (or none), * (any number) or + (at least one) behind it, else it is
    there once; a pattern that begins with ? is of an attribute that may be missing. Names that are none of Python's are
    given by `**`.
    """
    counts = {"?": (0, 1), "*": (0, 1 << 30), "+": (1, 1 << 30)}
    known = {name.rstrip("?*+"): counts.get(name[-1], (1, 1)) for name in children.split()}
    patterns = sorted(((name, _pattern(one)) for name, one in attributes.items()), key=lambda one: bool(one[1].head))
    return Row(dict(patterns), _pattern(text) if text else None, known)


def _pattern(said: str) -> Pattern:
    own = said.removeprefix("?")
    end = max((found.end() for found in OTHER.finditer(own)), default=0)
    is_open = META.search(OTHER.sub("", own[:end])) is not None
    return Pattern(own, own[:end], re.compile("" if is_open else own[end:], re.DOTALL).fullmatch, is_open, own == said)


Rows = Mapping[str, Row | Sequence[Row]]


class Form(Struct, frozen=True):
    """A kind of file: its rows; how an element is called in them (its name, where nothing is said) and what its
    attributes are; the namespaces of its elements; which attribute names an element, no two of one file alike where
    `unique`, and which name others by that; and elements all of whose faults are told as one (`records`).
    """

    rows: Rows
    called: Callable[[Element], str] = lambda element: element.name
    attributes: Callable[[Element], Mapping[str, str]] = lambda element: element.attributes
    spaces: tuple[str, ...] = ("",)
    name: str = "ID"
    unique: bool = True
    references: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
