"""Good pages: random copy in page folders of several kinds, read, composed and written as every page is."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from msgspec import Struct

import copy_at_random as at_random
import jxprint
from jxprint.errors import OversetError
from jxprint.fonts import Library
from jxprint.model import Page

_SHEET = """format = 1
title = "{title}"
language = "zh-CN"
style = "{style}"
dummy = \"\"\"
{dummy}
\"\"\"

[sheet]
width = "{width}mm"
height = "{height}mm"
head = "20mm"
foot = "15mm"
left = "15mm"
right = "15mm"
bleed = "{bleed}mm"

[grid]
columns = {columns}
measure = "{measure}字"
gap = "{gap}字"
body = "10pt"
pitch = "{pitch}pt"
"""
_MM_PER_EM = 10 * 25.4 / 72
_TRIES = 40


class GoodPage(Struct, frozen=True):
    """A page as it left the build, and what it was built from."""

    family: str
    page: Page
    pdf: bytes


class Folder:
    """A page folder that is being written: the parts' tables, and the files that they name."""

    def __init__(
        self, random: Random, columns: int, rows: tuple[str, ...], pitch: float = 15, height: int = 330
    ) -> None:
        self.random, self.files = random, {}
        self._parts: list[str] = []
        measure, gap = random.choice((12.5, 13.0, 14.0)), random.choice((1.0, 1.2, 1.5))
        width = (columns * (measure + gap)) * _MM_PER_EM + 31
        self._sheet = _SHEET.format(
            title=at_random.words(random, 4, 9), style="daily",
            dummy="\n".join(" ".join(row) for row in rows), width=f"{width:.0f}",
            height=height, bleed=random.choice((0, 3)), columns=columns, measure=measure, gap=gap,
            pitch=pitch,
        )  # fmt: skip

    files: dict[str, bytes]

    def part(self, letter: str, kind: str, **keys: object) -> None:
        """A part; text is quoted, lists and numbers stand as they are."""
        lines = [f'letter = "{letter}"', f'kind = "{kind}"']
        lines += [f"{key} = {_toml(value)}" for key, value in keys.items()]
        self._parts.append("\n[[part]]\n" + "\n".join(lines) + "\n")

    def story(self, letter: str, paragraphs: int, marked: bool = False, **keys: object) -> None:
        """A story of random copy."""
        led = "drop_cap" not in keys
        self.files[f"{letter}.txt"] = at_random.story(self.random, paragraphs, marked, led).encode()
        self.part(letter, "story", copy=f"{letter}.txt", **keys)

    def write(self, folder: Path) -> None:
        """The files of the page."""
        (folder / "page.toml").write_text(self._sheet + "".join(self._parts), encoding="utf-8")
        for name, data in self.files.items():
            (folder / name).write_bytes(data)


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return '"' + value.replace("\\", "\\\\") + '"' if isinstance(value, str) else str(value).replace("'", '"')


def _plain(random: Random) -> Folder:
    folder = Folder(random, 4, ("MMMM", "HHHH", "PPAA", "BBCC"))
    folder.part("M", "masthead", text=at_random.words(random, 2, 4), rule_below="oxford")
    folder.part("H", "headline", text=at_random.words(random, 6, 11))
    folder.part("P", "picture", caption=at_random.words(random, 8, 20), credit="本报记者 摄")
    folder.story("A", random.randint(2, 5), legs=2)
    folder.story("B", random.randint(2, 4), legs=2, box="thin", tint=0.08, padding=["1行", "1字"])
    folder.story("C", random.randint(2, 4), legs=2)
    return folder


def _furnished(random: Random) -> Folder:
    folder = Folder(random, 4, ("ENNF", "AAAB", "TTLL"))
    folder.part(
        "N", "nameplate", text=at_random.words(random, 4, 5), lines=["二〇二四年六月八日", "星期六", "今日八版"]
    )
    folder.part("E", "ear", title="今日天气", text=["多云转小雨", "21℃~27℃"], box="thin", padding=["0.5行", "0.5字"])
    folder.part("F", "ear", title="本报热线", text=["新闻 000-0000", "发行 000-0001"])
    folder.story("A", random.randint(4, 7), legs=3)
    folder.story("B", random.randint(1, 2), legs=1, box="oxford", padding=["1行", "1字"])
    folder.files["lines.tsv"] = at_random.table(random).encode()
    folder.part(
        "T", "table", copy="lines.tsv", title=at_random.words(random, 5, 9), align=["start", "decimal", "start"]
    )
    folder.files["tips.txt"] = at_random.listed(random).encode()
    folder.part("L", "list", copy="tips.txt", mark=random.choice("①●"), box="thin", padding=["1行", "1字"])
    return folder


def _vertical(random: Random) -> Folder:
    folder = Folder(random, 5, ("MMMMM", "BBBHS", "AAAAS"))
    folder.part("M", "masthead", text=at_random.words(random, 2, 3))
    folder.part(
        "H", "headline", text=[at_random.words(random, 4, 5)], deck=at_random.words(random, 5, 7), writing="vertical"
    )
    folder.story("B", random.randint(2, 3), writing="vertical", legs=2, min_rows=20)
    folder.story("S", random.randint(1, 2), head="vertical", legs=1)
    folder.story("A", random.randint(2, 4), legs=3)
    return folder


def _marked(random: Random) -> Folder:
    folder = Folder(random, 3, ("AAA", "BBP", "CCC"), pitch=16.5)
    folder.story("A", random.randint(3, 5), marked=True, legs=3)
    folder.story("B", random.randint(3, 5), legs=2, drop_cap=random.choice((2, 3)))
    folder.part("P", "picture", caption=at_random.words(random, 6, 12), rows=9)
    folder.story("C", random.randint(2, 4), marked=True, legs=3)
    return folder


def _pictured(random: Random) -> Folder:
    folder = Folder(random, 4, ("PPAA", "QBBB", "DDDD"))
    folder.files |= {"wide.png": at_random.picture(random, 240, 150), "square.png": at_random.picture(random, 120, 120)}
    folder.files["drawing.svg"] = at_random.drawing(random).encode()
    folder.part(
        "P", "picture", file="wide.png", caption=at_random.words(random, 8, 16), credit="本报供图", keyline="hairline"
    )
    folder.story("A", random.randint(2, 4), legs=2)
    over = random.choice(("below", "above", "over"))
    folder.part("Q", "picture", file="square.png", caption=at_random.words(random, 5, 9), caption_side=over)
    folder.story("B", random.randint(2, 5), legs=3)
    folder.part("D", "advertisement", file="drawing.svg", alt="河上的桥", rows=6, label="广告")
    return folder


FAMILIES: dict[str, Callable[[Random], Folder]] = {
    "plain": _plain,
    "furnished": _furnished,
    "vertical": _vertical,
    "marked": _marked,
    "pictured": _pictured,
}


@cache
def _library() -> Library:
    return jxprint.open_library()


def good_page(family: str, seed: int) -> GoodPage:
    """The page of a family and a seed; copy that does not fit its place is drawn again."""
    for attempt in range(_TRIES):
        folder = FAMILIES[family](Random(f"{family} {seed} {attempt}"))
        with TemporaryDirectory() as place:
            folder.write(Path(place))
            page = jxprint.read_page(Path(place))
            try:
                sink = BytesIO()
                jxprint.write([jxprint.compose(page, _library())], _library(), sink)
            except OversetError:
                continue
            return GoodPage(family, page, sink.getvalue())
    raise RuntimeError(f"no copy of {family} {seed} fits")
