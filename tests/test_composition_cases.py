"""The case files of tests/cases: what the rules of Chinese setting demand, written by hand, held against the composer.

tests/cases/README.md says how a case is written. A file that cannot be understood fails with its name and line. The
lists of others (tests/cases/lists) are held as they are: where we differ the case says why, and has to go on differing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from msgspec.structs import replace

import jxprint
from jxprint.composition import lines as composer
from jxprint.composition.desk import Desk
from jxprint.composition.drawing import areas
from jxprint.composition.frame import frame_of
from jxprint.composition.lines import SetLine, Setting
from jxprint.composition.marked import with_markup
from jxprint.description.markup import read_passage
from jxprint.errors import Place
from jxprint.fonts import Library
from jxprint.model import PunctuationStyle
from jxprint.placed import GlyphRun

ROOT = Path(__file__).resolve().parent / "cases"
VERTICAL_PAGE = ROOT.parent / "pages" / "vertical"
SIZE, WIDE = 10.0, 1000.0
COUNTS = "LB 8, US 10, PW 7, HG 4, SP 8, IN 3, JU 8, WD 4, VT 6, GR 6, MC 3, HD 6, CP 2, EM 2"
LINES = {"lines", "starts_not", "ends_not", "together", "count", "first_line", "last_han", "left", "widest", "rescues"}
ALONE = {"width", "advances"}
VERTICAL = {"vertical", "upright", "rotated", "stood", "shown", "on_right", "on_left", "smaller"}
PAGE = {"grid_error", "legs", "refused", "figure"}
LISTS = {"breaks", "spaced", "widths"}
KEYS = {"case", "measure", "copy", "style", "page", "levels", "differs"} | LINES | ALONE | VERTICAL | PAGE | LISTS
MARKS = ("level", "width", "hanging", "region", "starts", "ends")
STYLE = {"autospace": "autospace_em", "indent": "indent_em", "name": "name_em", "half_digits": "half_digits",
         "half_marks": "half_marks", "align": "align", "language": "language", "lead": "lead_length"}  # fmt: skip


class Case(NamedTuple):
    """One case: the values of each key in order, and where it stands."""

    rule: str
    place: str
    keys: dict[str, list[str]]

    def one(self, key: str, default: str = "") -> str:
        """The key's only value."""
        return plain(self.keys.get(key, [default])[0])

    def words(self, key: str) -> list[str]:
        """The key's values, cut at spaces."""
        return [plain(word) for value in self.keys.get(key, []) for word in value.split()]

    def numbers(self, key: str) -> Any:
        """The key's numbers, near enough."""
        return pytest.approx([float(word) for word in self.words(key)], abs=0.001)

    def lines(self) -> list[str]:
        """The lines demanded, without the spaces that a line end swallows."""
        return [plain(line).rstrip(" ") for line in self.keys["lines"][1:]]


def plain(text: str) -> str:
    r"""A value with its \u{…} escapes read."""
    return re.sub(r"\\u\{([0-9A-Fa-f]+)\}", lambda found: chr(int(found[1], 16)), text)


def read(path: Path) -> list[Case]:
    """The cases of one file. Raises ValueError."""
    cases: list[Case] = []
    inside = source = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        key, colon, value = line.partition(":")
        source = source or (key == "# source" and bool(value.strip()))
        if not line.strip() or line.startswith("#"):
            inside = inside and line.startswith("#")
        elif key == "case" and not inside:
            cases.append(Case(path.stem, f"{path.name}:{number}", {"case": [value.strip()]}))
            inside = True
        elif inside and line.startswith("|") and "lines" in cases[-1].keys:
            cases[-1].keys["lines"].append(line[2:])
        elif inside and colon and key in KEYS and key != "case":
            cases[-1].keys.setdefault(key, []).append(value.strip())
        else:
            raise ValueError(f"{path.name}:{number}: `{line}`: a case is a line `case:`, its keys, and a blank line")
    if not source:
        raise ValueError(f"{path.name}:1: no line `# source: …`")
    for case in cases:
        proofread(case)
    return cases


def proofread(case: Case) -> None:
    """Refuse a case that asks nothing, lacks what it needs, or gives lines that are not its copy."""
    asked = case.keys.keys()
    pairs = [pair.split() for pair in case.one("style").split(",") if pair]
    if not asked & (LINES | ALONE | VERTICAL | PAGE | LISTS):
        raise ValueError(f"{case.place}: nothing is expected")
    if (not asked & LISTS and ("copy" in asked) == ("page" in asked)) or (asked & LINES and "measure" not in asked):
        raise ValueError(f"{case.place}: either `page`, or `copy`, and with lines a `measure`")
    if "lines" in asked and "".join(case.lines()).replace(" ", "") != case.one("copy").replace(" ", ""):
        raise ValueError(f"{case.place}: the lines put together are not the copy")
    if wrong := [pair for pair in pairs if len(pair) != 2 or pair[0] not in (*MARKS, *STYLE)]:
        raise ValueError(f"{case.place}: `{' '.join(wrong[0])}` is no pair of a style")


CASES: list[Case] = []
MALFORMED: list[str] = []
for file in sorted((*ROOT.glob("*.txt"), *ROOT.glob("lists/*.txt"))):
    try:
        CASES += read(file)
    except ValueError as refusal:
        MALFORMED.append(str(refusal))


def setting(case: Case, library: Library, measure: float) -> Setting:
    """The setting that a case asks for, at a size that makes positions mental arithmetic."""
    given = dict(pair.split() for pair in case.one("style").split(",") if pair)
    words: dict[str, Any] = {"yes": True, "no": False}
    read: dict[str, Any] = {k: float(v) if re.fullmatch(r"[\d.]+", v) else words.get(v, v) for k, v in given.items()}
    others = {STYLE[name]: value for name, value in read.items() if name in STYLE}
    if "lead" in read:
        others.update(lead_length=int(read["lead"]), lead_chain=library.chain("hei"))
    marks = PunctuationStyle(**{name: value for name, value in read.items() if name in MARKS})
    return Setting(library.chain("song"), SIZE, measure * SIZE, punctuation=marks, **others)


def ways(line: SetLine) -> list[float]:
    """The advance of each glyph in ems."""
    return [advance / SIZE for segment in line.segments for advance in segment.advances]


def han(text: str) -> int:
    """How many Han there are."""
    return sum("一" <= char <= "鿿" for char in text)


def hold_lines(case: Case, style: Setting) -> None:
    """The paragraph's lines are what the case demands, and the laws of every paragraph hold."""
    lines = composer.set_paragraph(case.one("copy"), style)
    texts = ["".join(segment.text for segment in line.segments) for line in lines]
    assert "".join(texts) == case.one("copy")
    gaps = [0.0]
    for line, text in zip(lines, texts, strict=True):
        reach = line.x + sum(ways(line)) * SIZE + (line.hyphen.advance * SIZE / 1000 if line.hyphen else 0)
        assert reach <= line.measure + 0.01 + (SIZE if "hanging yes" in case.one("style") else 0), text
        if line.justified:
            assert reach >= line.measure - 0.01
            gaps += [way - 1 for pair, way in zip(pairwise(text), ways(line), strict=False) if han("".join(pair)) == 2]
    if "lines" in case.keys:
        assert [text.rstrip(" ") for text in texts] == case.lines()
    assert not [text for text in texts if text[0] in "".join(case.words("starts_not"))]
    assert not [text for text in texts if text[-1] in "".join(case.words("ends_not"))]
    assert not [word for word in case.words("together") if not any(word in text for text in texts)], texts
    assert len(lines) == int(case.one("count", str(len(lines)))), texts
    assert han(texts[-1]) >= int(case.one("last_han", "0")), texts
    assert "first_line" not in case.keys or ways(lines[0]) == case.numbers("first_line"), texts
    assert "left" not in case.keys or [line.x / SIZE for line in lines] == case.numbers("left")
    assert "widest" not in case.keys or [max(gaps)] == case.numbers("widest"), texts
    if "rescues" in case.keys:
        rescued = vars(composer)["set_with_report"](case.one("copy"), style)[1]
        assert rescued == int(case.one("rescues") or "0")


def opened(text: str, mark: str, places: Iterable[int]) -> str:
    """A text with a mark at some of its places."""
    found = set(places)
    return "".join(mark * (k in found) + char for k, char in enumerate(text))


def hold_list(case: Case, library: Library, level: str) -> None:
    """Every string of a list breaks, and opens between Han and Latin, where the list says, and is as wide."""
    style = setting(case, library, WIDE)
    style = replace(style, punctuation=replace(style.punctuation, level=level) if level else style.punctuation)
    measure = vars(import_module("jxprint.composition.lines.measured"))["measure"]
    got: list[tuple[str, object, object]] = []
    for word in case.words("breaks"):
        text = word.replace("|", "")
        measured = measure(text, style)
        legal = {measured.starts[k] for k, price in enumerate(measured.prices) if k and price is not None}
        got.append((word, opened(text, "|", legal - {measured.starts[k] for k in measured.hyphens}), word))
    for word in case.words("spaced"):
        text = word.replace("_", "")
        measured = measure(text, replace(style, autospace_em=0.25))
        wide = [start for start, gap in zip(measured.starts, measured.gap, strict=True) if gap == 250]
        got.append((word, opened(text, "_", wide), word))
    pairs = case.words("widths")
    for text, ems in zip(pairs[::2], pairs[1::2], strict=True):
        got.append((text, round(composer.set_line(text, style).width / SIZE, 3), float(ems)))
    agree = [word for word, found, wanted in got if found == wanted]
    assert not agree if "differs" in case.keys else len(agree) == len(got), [one[:2] for one in got if one[1] != one[2]]


def hold_vertical(case: Case, library: Library) -> None:
    """The pieces of a vertical line stand as the case demands: upright, turned, or side by side in one em."""
    copy = case.one("copy")
    pieces = import_module("jxprint.composition.lines.vertical").orient(copy, quotes=True)
    if "{" in copy:
        line, copy = marked_line(copy, library)
        pieces = [(segment.text, segment.shown, segment.way) for segment in line.segments]
        hold_sides(case, line.at(0.0, 0.0, part="V", field="text", index=0).runs)
    for way in {"upright", "rotated"} & case.keys.keys():
        assert "".join(text for text, _, one in pieces if one == way) == "".join(case.words(way)), way
    if "stood" in case.keys:
        assert [text for text, _, one in pieces if one == "stood"] == case.words("stood")
    assert "".join(text for text, _, _ in pieces) == copy
    assert "".join(shown for _, shown, _ in pieces) == case.one("shown", copy)


def marked_line(copy: str, library: Library) -> tuple[Any, str]:
    """Copy with markup as one vertical line about x = 0, in the style of the page of vertical text; and its text."""
    passage = read_passage(copy, Place(), [])
    page = jxprint.read_page(VERTICAL_PAGE)
    desk = Desk(page, library, frame_of(page), areas(page.dummy))
    style = with_markup(Setting(library.chain("song"), SIZE, WIDE), desk, passage)
    return import_module("jxprint.composition.lines.vertical").set_vertical_line(passage.text, style), passage.text


def hold_sides(case: Case, runs: Sequence[GlyphRun]) -> None:
    """What stands beside the middle of the line, and what is smaller than its text, is what the case demands."""
    found: dict[str, list[str]] = {"on_right": [], "on_left": [], "smaller": []}
    for run in runs:
        wide = sum(run.advances) / 2 if run.orientation == "horizontal" else 0.0
        aside = run.x + {"horizontal": wide, "rotated": 0.38 * run.size}.get(run.orientation, 0.0)
        if abs(aside) > 0.1 * SIZE:
            found["on_right" if aside > 0 else "on_left"].append(run.text)
        elif run.size < SIZE and run.orientation != "horizontal":
            found["smaller"].append(run.text)
    for key in found:
        assert "".join(found[key]).replace(" ", "") == "".join(case.words(key)), key


@pytest.mark.parametrize("case", CASES, ids=[f"{case.rule}: {case.one('case')}" for case in CASES])
def test_case(case: Case, library: Library, hold_page: Callable[[Path, dict[str, list[str]]], None]) -> None:
    """The composer does what the rule demands of this copy."""
    if "page" in case.keys:
        hold_page(ROOT / "pages" / case.one("page"), case.keys)
    if case.keys.keys() & VERTICAL:
        hold_vertical(case, library)
    for level in (case.words("levels") or [""]) if case.keys.keys() & LISTS else []:
        hold_list(case, library, level)
    if case.keys.keys() & LINES:
        hold_lines(case, setting(case, library, float(case.one("measure"))))
    if case.keys.keys() & ALONE:
        line = composer.set_line(case.one("copy"), setting(case, library, WIDE))
        assert "width" not in case.keys or [line.width / SIZE] == case.numbers("width"), ways(line)
        assert "advances" not in case.keys or ways(line) == case.numbers("advances")


def test_case_files_are_well_formed() -> None:
    """Every case file can be read; what is wrong is told with file and line."""
    assert not MALFORMED


def test_every_difference_is_explained() -> None:
    """Where we differ from a list of others the document of the lists says why, and of nothing else."""
    reasons = (ROOT / "lists" / "README.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^- \*\*(D\d+)\*\*", reasons, re.MULTILINE))
    assert {case.one("differs").partition(" ")[0] for case in CASES if "differs" in case.keys} == told


def test_every_rule_has_cases() -> None:
    """At least 300 cases, some for every rule, and no title twice in a file."""
    rules = [(pair.split()[0], int(pair.split()[1])) for pair in COUNTS.split(",")]
    wanted = {f"{group}{number}" for group, count in rules for number in range(1, count + 1)}
    assert len(CASES) >= 300
    assert not wanted - {case.rule for case in CASES}
    titles = [(case.rule, case.one("case")) for case in CASES]
    assert len(titles) == len(set(titles))
