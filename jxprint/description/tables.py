"""Tables of a TOML file, read key by key: what is wrong is noted with its place, and reading goes on.

Every method gives None (or an empty tuple) for a key that is missing or wrong; a wrong one has left a finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from msgspec import Struct

from jxprint.description.head_lines import LineReader, read_head_lines, read_one_line
from jxprint.description.marks import examine
from jxprint.description.positions import Path, Positions
from jxprint.description.suggestions import unknown
from jxprint.errors import Finding, Place
from jxprint.geometry import LengthSyntaxError, parse_length
from jxprint.model import Passage

# No sheet, margin or type size of a newspaper comes near this: five metres.
LONGEST_PT = 14_200.0
_SHOWN = 40

_Value = TypeVar("_Value")


class Measures(Struct, frozen=True):
    """What 字 and 行 come to in points; None where they mean nothing."""

    em: float | None = None
    pitch: float | None = None


NO_MEASURES = Measures()


class Table(Struct, frozen=True):
    """One table of a file: its values, its key path, and the list that takes what is found wrong."""

    values: dict[str, object]
    path: Path
    file: str
    positions: Positions
    findings: list[Finding]

    def place(self, *below: str | int) -> Place:
        """Where the value of a key stands (the table itself without a key)."""
        line, column = self.positions.nearest((*self.path, *below)).value
        return Place(self.file, line, column)

    def wrong(self, message: str, /, *below: str | int, **args: object) -> None:
        """Note a finding at the value of `below`."""
        self.findings.append(Finding(message, self.place(*below), args))

    def only(self, known: Iterable[str]) -> None:
        """Every other key of the table is refused, with the nearest known one as a suggestion."""
        known = list(known)
        for key in self.values:
            if key not in known:
                line, column = self.positions.nearest((*self.path, key)).key
                place = Place(self.file, line, column)
                self.findings.append(unknown("page.unknown_key", place, key, known))

    def needs(self, *keys: str) -> bool:
        """Whether all these keys are there; each missing one is noted, unless it is there in another spelling."""
        missing = [key for key in keys if key not in self.values]
        for key in missing:
            if not self.misspelt(key):
                self.wrong("page.missing_key", key=key)
        return not missing

    def misspelt(self, wanted: str) -> bool:
        """Whether `only` has refused a key of this table that was meant as `wanted`: one mistake, one finding."""
        keys = [Place(self.file, *self.positions.nearest((*self.path, key)).key) for key in self.values]
        return any(one.args.get("near") == wanted and one.place in keys for one in self.findings)

    def text(self, key: str) -> str | None:
        """A string as it stands."""
        return self._typed(key, str, '"…"')

    def words(self, key: str) -> str | None:
        """A string that people and catalogues read (title, alternative text, names of files): nothing unseen in it."""
        value = self.text(key)
        if value is not None:
            line, column = self.positions.nearest((*self.path, key)).text
            self.findings.extend(examine(value, Place(self.file, line, column), listed=False))
        return value

    def name(self, key: str, known: Sequence[str], kind: str) -> str | None:
        """A string that has to be one of `known`; `kind` is the message to give for another."""
        value = self.text(key)
        if value is not None and value not in known:
            self.misnamed(kind, value, known, key)
            return None
        return value

    def misnamed(self, kind: str, name: str, known: Sequence[str], *below: str | int) -> None:
        """Note that `name`, at `below`, is none of `known`."""
        self.findings.append(unknown(kind, self.place(*below), name, known))

    def boolean(self, key: str) -> bool | None:
        """`true` or `false`."""
        return self._typed(key, bool, "true")

    def count(self, key: str, most: int, least: int = 1) -> int | None:
        """A whole number from `least` to `most`."""
        value = self._typed(key, int, "3")
        if value is not None and not least <= value <= most:
            self.wrong("page.out_of_bounds", key, key=key, value=value, least=least, most=most)
            return None
        return value

    def number(self, key: str, most: float, least: float = 0.0) -> float | None:
        """A number from `least` to `most`; never nan."""
        value = self.values.get(key)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return self._typed(key, float, "1.5")
        # A whole number may be too large for a float, and is held against the bounds as it is.
        if not least <= value <= most:
            self.wrong("page.out_of_bounds", key, key=key, value=value, least=f"{least:g}", most=f"{most:g}")
            return None
        return float(value)

    def rows(self, key: str, most: float) -> float | None:
        """Rows of the grid: a number, or one with its unit as in `"2行"`."""
        value = self.values.get(key)
        if not isinstance(value, str):
            return self.number(key, most)
        rows = self.length(key, Measures(pitch=1.0)) if value.strip().endswith("行") else None
        if rows is None:
            if not value.strip().endswith("行"):
                self.wrong("page.not_rows", key, key=key, value=value)
            return None
        if rows > most:
            self.wrong("page.out_of_bounds", key, key=key, value=value, least=0, most=f"{most:g}")
            return None
        return rows

    def whole_rows(self, key: str, most: int) -> int | None:
        """A whole number of rows of the grid, with or without its unit; one at least."""
        if not isinstance(self.values.get(key), str):
            return self.count(key, most)
        rows = self.rows(key, most)
        if rows is not None and (rows != int(rows) or rows < 1):
            self.wrong("page.out_of_bounds", key, key=key, value=self.values[key], least=1, most=most)
            return None
        return None if rows is None else int(rows)

    def length(self, key: str, measures: Measures = NO_MEASURES, zero: bool = True) -> float | None:
        """A length in points, from `"4.5mm"`, `"小五"`, `"1字"`, …; `zero` says whether it may be nothing."""
        if key not in self.values:
            return None
        return self.length_of(self.values[key], (key,), measures, zero)

    def length_of(
        self, value: object, below: Path, measures: Measures = NO_MEASURES, zero: bool = True
    ) -> float | None:
        """The same for a value at hand that stands at `below`."""
        key = next(str(piece) for piece in reversed(below) if isinstance(piece, str))
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            self.wrong("page.length_without_unit", *below, key=key, value=value)
            return None
        if not isinstance(value, str):
            self.wrong("page.wrong_type", *below, key=key, wanted='"4.5mm"', found=_shown(value))
            return None
        try:
            length = parse_length(value, em=measures.em, pitch=measures.pitch)
        except LengthSyntaxError:
            bare = value.strip().replace(".", "", 1).replace("-", "", 1).isdecimal()
            self.wrong("page.length_without_unit" if bare else "page.bad_length", *below, key=key, value=value)
            return None
        if length < 0 or length > LONGEST_PT or (length == 0 and not zero):
            self.wrong("page.length_out_of_bounds", *below, key=key, value=value)
            return None
        return length

    def passage(self, key: str) -> Passage | None:
        """A piece of copy in the TOML file itself; an empty string is no copy."""
        value = self.text(key)
        return next(iter(self._lines(value, (key,), read_one_line)), None) if value is not None else None

    def passages(self, key: str) -> tuple[Passage, ...]:
        """The lines of a head: a piece of copy, or a list of them, one a line, or parted by a mark within it."""
        value = self.values.get(key)
        if not isinstance(value, list):
            one = self.text(key)
            return () if one is None else self._lines(one, (key,), read_head_lines)
        found: list[Passage] = []
        for number, line in enumerate(value):
            if isinstance(line, str) and not line.strip():
                self.wrong("page.empty_value", key, number, key=key)
            elif isinstance(line, str):
                found += self._lines(line, (key, number), read_head_lines)
            else:
                self.wrong("page.wrong_type", key, number, key=key, wanted='["…", "…"]', found=_shown(line))
        return tuple(found)

    def table(self, key: str) -> Table | None:
        """A table inside this one; an empty one where it is missing."""
        value = self._typed(key, dict, f"[{key}]") if key in self.values else {}
        return None if value is None else self.inner(value, key)

    def named_tables(self, key: str) -> list[tuple[str, Table]]:
        """The tables inside a table, by name: `[role.body]`, `[role.caption]`, …"""
        outer = self.table(key)
        if outer is None:
            return []
        found = []
        for name in outer.values:
            one = outer.table(name)
            if one is not None:
                found.append((name, one))
        return found

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of strings, or one string alone."""
        value = self.values.get(key)
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self.wrong("page.wrong_type", key, key=key, wanted='["…", "…"]', found=_shown(value))
            return ()
        return tuple(value)

    def inner(self, values: dict[str, object], *below: str | int) -> Table:
        """A table at `below` whose values are at hand."""
        return Table(values, (*self.path, *below), self.file, self.positions, self.findings)

    def tables(self, key: str) -> list[Table]:
        """An array of tables."""
        value = self._typed(key, list, f"[[{key}]]") or []
        if not all(isinstance(one, dict) for one in value):
            self.wrong("page.wrong_type", key, key=key, wanted=f"[[{key}]]", found=_shown(value))
            return []
        return [self.inner(one, key, number) for number, one in enumerate(value)]

    def _lines(self, value: str, below: Path, read: LineReader) -> tuple[Passage, ...]:
        line, column = self.positions.nearest((*self.path, *below)).text
        text = value.strip(" \t\u3000")
        place = Place(self.file, line, column + len(value) - len(value.lstrip(" \t\u3000")))
        if text != value and text:
            self.findings.append(Finding("copy.blanks_stripped", place, {"count": 1}, "note"))
        return read(text, place, self.findings) if text else ()

    def _typed(self, key: str, kind: type[_Value], wanted: str) -> _Value | None:
        if key not in self.values:
            return None
        value = self.values[key]
        if isinstance(value, kind) and (kind is bool or not isinstance(value, bool)):
            return value
        if kind is int and isinstance(value, str) and value.strip().isdecimal():
            wanted = value.strip()
        self.wrong("page.wrong_type", key, key=key, wanted=wanted, found=_shown(value))
        return None


def _shown(value: object) -> str:
    """A value as TOML has it, shortened; it goes into sentences of both languages."""
    if isinstance(value, bool):
        return "true" if value else "false"
    shown = f'"{value}"' if isinstance(value, str) else "{…}" if isinstance(value, dict) else str(value)
    return shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…"
