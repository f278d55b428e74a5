"""A file walked through by its form: what is in it that the form does not know, and what is not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from jxprint.checker.kept.forms import OTHER, Form, Pattern, Row
from jxprint.checker.kept.forms.wanted import quoted, wanted
from jxprint.checker.kept.told import beside
from jxprint.errors import Finding, Place
from jxprint.intake.xml_tree import Element

_NUMBERED = "%{#}"
_SHOWN = 60
# What is told of one file: where it is of another kind, all is otherwise.
_TOLD = 20
# Of most elements there is nothing in them to count.
_NONE: Counter[str] = Counter()
# A key, of what, and what else is told.
_Fault = tuple[str, str, dict[str, object]]


def form_findings(root: Element, file: str, form: Form, given: Mapping[str, str] | None = None) -> list[Finding]:
    """What is in a file that its form does not know, and what is not; `given` are values that rows refer to."""
    walk = _Walk(file, form, given or {})
    walk.element(root, form.called(root), 1)
    walk.names()
    return walk.findings[:_TOLD]


def _doubted(faults: Sequence[_Fault]) -> set[str]:
    """Kinds of elements of which one is wanting, too many or unknown: what is taken for another has another's faults,
    and where one is not counted those behind it are miscounted.
    """
    parts = [what.rpartition("/")[2] for key, what, args in faults if "part" in args or key == "library.form_many"]
    return {part.partition(".")[0] for part in parts}


def _is_numbered(fault: _Fault) -> bool:
    pattern = fault[2].get("pattern")
    return isinstance(pattern, Pattern) and _NUMBERED in pattern.said


def _as_one(findings: list[Finding]) -> list[Finding]:
    """The faults of one record as one: where it is said to be of another thing, most of it is not that thing's."""
    return [replace(findings[0], args={**findings[0].args, "more": beside(len(findings) - 1, "kept.more_of_it")})
            ] if len(findings) > 1 else findings  # fmt: skip


def _named_in(pattern: Pattern) -> set[str]:
    """Other attributes of the element that a pattern refers to."""
    return {found[2] for found in OTHER.finditer(pattern.said) if not found[1]}


class _Walk(Struct):
    file: str
    form: Form
    given: Mapping[str, str]
    findings: list[Finding] = field(default_factory=list)
    known: Counter[str] = field(default_factory=Counter)
    referred: list[tuple[str, str, int, str]] = field(default_factory=list)
    # What one element after the other is in: how it is called, its attributes; the rows for each way that was met.
    way: tuple[str, ...] = ()
    within: list[Mapping[str, str]] = field(default_factory=list)
    rows: dict[tuple[str, ...], Sequence[Row]] = field(default_factory=dict)
    is_strange: bool = False
    # What counts the elements and was told: where one is gone, all behind it are miscounted.
    counted: set[str] = field(default_factory=set)

    def element(self, element: Element, called: str, number: int) -> None:
        """An element and all in it; `number` counts those of its name in what it is in."""
        attributes, above = self.form.attributes(element), self.way
        self.way = (*above, called)
        rows = self._rows()
        self.within.append(attributes)
        if element.space not in self.form.spaces and not self.is_strange:
            self.is_strange = True  # and so is all in it
            told = {"said": quoted(element.space), "wanted": quoted(self.form.spaces[0])}
            self._tell("library.form_value", element.line, called, told)
        if rows:
            self._names_of(called, attributes, element.line)
            names = list(map(self.form.called, element.children))
            faults, chosen = self._fitting(element, names, rows, number)
            self._tell_first(element, faults, number)
            doubted = _doubted(faults) if faults else ()
            counts = dict.fromkeys(chosen.children, 0)
            for child, name in zip(element.children, names, strict=True):
                if name in chosen.children:
                    counts[name] += 1
                    before = len(self.findings)
                    self.element(child, name, counts[name])
                    if name.partition(".")[0] in doubted:
                        del self.findings[before:]
                    elif name.partition(".")[0] in self.form.records:
                        self.findings[before:] = _as_one(self.findings[before:])
        else:
            self._tell("library.form_strange", element.line, called, {})
        self.within.pop()
        self.way = above

    def _fitting(
        self, element: Element, names: Sequence[str], rows: Sequence[Row], number: int
    ) -> tuple[Sequence[_Fault], Row]:
        """The row that an element fits best, the first of several, and its faults by that."""
        for one in rows:
            if next(self._faults(element, names, one, number), None) is None:
                return (), one
        found = [(list(self._faults(element, names, one, number)), one) for one in rows]
        return min(found, key=lambda one: len(one[0]))

    def _tell_first(self, element: Element, faults: Sequence[_Fault], number: int) -> None:
        """Tell the first of an element's faults, and how many more there are."""
        if not faults:
            return
        told = [one for one in faults if not (_is_numbered(one) and one[1] in self.counted)]
        self.counted |= {one[1] for one in told if _is_numbered(one)}
        for key, what, args in told[:1]:
            more = {"more": beside(len(told) - 1, "kept.more_of_it")}
            self._tell(key, element.line, what, self._worded(args, number) | more)

    def _rows(self) -> Sequence[Row]:
        """The rows of an element: those for the longest way to it."""
        known = self.rows.get(self.way)
        if known is None:
            ways = ("/".join(self.way[start:]) for start in range(len(self.way)))
            found = next((self.form.rows[way] for way in ways if way in self.form.rows), ())
            known = self.rows[self.way] = (found,) if isinstance(found, Row) else found
        return known

    def _names_of(self, called: str, attributes: Mapping[str, str], line: int) -> None:
        name = attributes.get(self.form.name)
        if name is not None and self.form.unique:
            self.known[name] += 1
            if self.known[name] == 2:
                self._tell("library.form_twice", line, f"{called}/{self.form.name}", {"said": quoted(name)})
        for key in self.form.references:
            if key in attributes:
                self.referred += [(f"{called}/{key}", one, line, name or "") for one in attributes[key].split()]

    def names(self) -> None:
        """Tell what is named and is not there."""
        dead: dict[str, dict[str, object]] = {}
        lines: dict[str, int] = {}
        for what, said, line, name in self.referred:
            if said not in self.known:
                told = dead.setdefault(
                    what, {"what": what, "said": quoted(said), "name": name, "names": [], "more": ""}
                )
                lines.setdefault(what, line)
                names = told["names"]
                assert isinstance(names, list)
                names.append(name)
                told["more"] = beside(len(names) - 1)
        # A name that is wrong where it is given is told there.
        is_named = bool(self.counted) or any(
            str(one.args["what"]).endswith(f"/{self.form.name}") for one in self.findings
        )
        for what, told in () if is_named else dead.items():
            self.findings.append(Finding("library.form_dead", Place(self.file, lines[what] or None), told))

    def _faults(self, element: Element, names: Sequence[str], chosen: Row, number: int) -> Iterator[_Fault]:
        """What of an element is not as a row has it: the key, of what, and what else is told."""
        attributes, called = self.within[-1], self.way[-1]
        wrong: set[str] = set()
        for name, pattern in chosen.attributes.items():
            value = attributes.get(name)
            if value is None:
                if pattern.wanted:
                    wrong.add(name)
                    yield "library.form_missing", f"{called}/{name}", {}
            elif not self._fits(pattern, value, number) and not wrong & _named_in(pattern):
                wrong.add(name)
                yield "library.form_value", f"{called}/{name}", {"pattern": pattern, "value": value}
        if len(attributes) > len(chosen.attributes) or not attributes.keys() <= chosen.attributes.keys():
            for name in attributes:
                if name not in chosen.attributes:
                    yield "library.form_strange", f"{called}/{name}", {}
        text = element.text.strip()
        if chosen.text is None:
            if text:
                yield "library.form_strange", f"{called} “{text[:_SHOWN]}”", {}
        elif not self._fits(chosen.text, text or element.text, number):  # a reading may be white
            yield "library.form_value", called, {"pattern": chosen.text, "value": text}
        counts = Counter(names) if names else _NONE
        for name in counts:
            if name not in chosen.children:
                yield "library.form_strange", f"{called}/{name.rstrip('.')}", {"part": True}
        for name, (least, most) in chosen.children.items():
            if counts[name] < least:
                yield "library.form_missing", f"{called}/{name}", {"part": True}
            elif counts[name] > most:
                told: dict[str, object] = {"count": counts[name], "most": most}
                yield "library.form_many", f"{called}/{name}", told

    def _fits(self, pattern: Pattern, value: str, number: int) -> bool:
        if not pattern.head:
            return pattern.match(value) is not None
        if pattern.open:
            return re.fullmatch(self._filled(pattern.said, number, re.escape), value, re.DOTALL) is not None
        head = self._filled(pattern.head, number, str)
        return value.startswith(head) and pattern.match(value[len(head) :]) is not None

    def _worded(self, args: Mapping[str, object], number: int) -> dict[str, object]:
        """A fault's values as a person is told them: of a value, what it is and what it has to be."""
        pattern, value = args.get("pattern"), args.get("value")
        if not isinstance(pattern, Pattern):
            return dict(args)
        filled = self._filled(pattern.said, number, str)
        return {"said": quoted(str(value)), "wanted": wanted(pattern.said, filled)}

    def _filled(self, pattern: str, number: int, quoted: Callable[[str], str]) -> str:
        """A pattern with the values that it refers to."""

        def value(found: re.Match[str]) -> str:
            up, name = found.groups()
            if name == "#":
                return str(number)
            if up == "$":
                return quoted(self.given.get(name, ""))
            return quoted(self.within[-1 - len(up)].get(name, "") if len(up) < len(self.within) else "")

        return OTHER.sub(value, pattern)

    def _tell(self, key: str, line: int, what: str, told: Mapping[str, object]) -> None:
        names = (attributes.get(self.form.name, "") for attributes in reversed(self.within))
        named = {"what": what.rstrip("."), "name": next((name for name in names if name), ""), "more": ""}
        self.findings.append(Finding(key, Place(self.file, line or None), named | dict(told)))
