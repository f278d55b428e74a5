"""Pages that nobody would draw, as folders of files: any connected shapes, any kinds of part, any keys, any copy."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

Dummy = list[list[str]]
Folder = dict[str, str]

WORDS = (
    "江边的渡口今年春天重新开了", "船工", "两岸居民过江不必再绕行十二公里", "“水上公交”", "——", "……", "（下午三时）",
    "2026年", "1,258人次", "state-of-the-art", "international", "GDP", "https://example.com/a/b?id=12", "一", "18:30",
    "《渡口志》", "的", "，", "。", "、", " km ", "AI", "B2B", "国家图书馆东侧新建的码头",
)  # fmt: skip
SHORT = st.sampled_from(("渡口", "一", "春江水暖鸭先知", "A", "12.5%", "“新”字当头", "清风徐来水波不兴的下午"))
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30">'
    '<rect x="4" y="4" width="50" height="20" fill="#888"/></svg>'
)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _connected(cells: set[tuple[int, int]]) -> bool:
    if not cells:
        return False
    left = set(cells)
    waiting = [left.pop()]
    while waiting:
        row, column = waiting.pop()
        beside = {(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)} & left
        left -= beside
        waiting.extend(beside)
    return not left


def _of(dummy: Dummy, letter: str) -> set[tuple[int, int]]:
    return {(r, c) for r, row in enumerate(dummy) for c, one in enumerate(row) if one == letter}


def is_rectangle(dummy: Dummy, letter: str) -> bool:
    """Whether a part is drawn without corners."""
    cells = _of(dummy, letter)
    rows, columns = [row for row, _ in cells], [column for _, column in cells]
    return (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1) == len(cells)


def _once_in(draw: st.DrawFn, times: int) -> bool:
    return draw(st.sampled_from((False,) * (times - 1) + (True,)))


@st.composite
def dummies(draw: st.DrawFn) -> Dummy:
    """A drawing cut up by straight cuts, from whose parts neighbours have bitten cells: all of them connected."""
    rows, columns = draw(st.integers(1, 7)), draw(st.integers(2, 6))
    rooms = [(0, 0, rows, columns)]
    for _ in range(draw(st.integers(0, 7))):
        at = draw(st.integers(0, len(rooms) - 1))
        top, left, deep, wide = rooms[at]
        if draw(st.booleans()) and deep > 1:
            cut = draw(st.integers(1, deep - 1))
            rooms[at : at + 1] = [(top, left, cut, wide), (top + cut, left, deep - cut, wide)]
        elif wide > 1:
            cut = draw(st.integers(1, wide - 1))
            rooms[at : at + 1] = [(top, left, deep, cut), (top, left + cut, deep, wide - cut)]
    dummy = [[""] * columns for _ in range(rows)]
    for letter, (top, left, deep, wide) in zip(_LETTERS, rooms, strict=False):
        for row in range(top, top + deep):
            dummy[row][left : left + wide] = [letter] * wide
    for _ in range(draw(st.integers(0, 6))):
        row, column = draw(st.integers(0, rows - 1)), draw(st.integers(0, columns - 1))
        down, right = draw(st.sampled_from(((0, 1), (1, 0), (0, -1), (-1, 0))))
        if not (0 <= row + down < rows and 0 <= column + right < columns):
            continue
        loser, winner = dummy[row][column], dummy[row + down][column + right]
        if loser != winner and _connected(_of(dummy, loser) - {(row, column)}):
            dummy[row][column] = winner
    return dummy


PARAGRAPH = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(lambda words: "".join(words).strip())
LONG = st.integers(8, 120).map(lambda times: "江边的渡口今年春天重新开了，两岸居民过江不必再绕行十二公里。" * times)


@st.composite
def copies(draw: st.DrawFn) -> str:
    """A story's file: any of its heads, and paragraphs from one character to some thousands."""
    lines = []
    for field, most in (("kicker", 1), ("headline", 2), ("deck", 2), ("byline", 2), ("dateline", 1)):
        times = draw(st.integers(0, most)) if field != "headline" else draw(st.sampled_from((1,) * 12 + (2, 0)))
        lines += [f"{field}: {draw(SHORT)}" for _ in range(times)]
    lines.append("")
    shape = draw(st.sampled_from(("short", "usual", "usual", "long")))
    count = {"short": 1, "usual": draw(st.integers(1, 12)), "long": draw(st.integers(1, 3))}[shape]
    for number in range(count):
        if number and _once_in(draw, 6):
            lines.append(f"## {draw(SHORT)}")
        one = {"short": st.sampled_from(("一", "短。", "A")), "usual": PARAGRAPH, "long": LONG}[shape]
        lines.append(draw(one) or "一")
    return "\n".join(lines) + "\n"


Part = dict[str, Any]


def _story(draw: st.DrawFn, letter: str, files: Folder, span: int, rectangle: bool) -> Part:
    files[f"{letter}.txt"] = draw(copies())
    part: Part = {"kind": "story", "copy": f"{letter}.txt"}
    way = draw(st.sampled_from(("plain",) * 6 + ("legs", "legs", "vertical", "side", "beside", "inside")))
    if way == "legs" and (rectangle or _once_in(draw, 10)):
        part["legs"] = draw(st.integers(1, span + 1))
        part["remainder"] = draw(st.sampled_from(("free", "absolute", "relative", "auto")))
    sound = (rectangle and span > 1) or _once_in(draw, 20)
    if way == "vertical" and sound:
        part["writing"] = "vertical"
        part["legs"] = draw(st.integers(1, 3))
    if way == "side" and sound:
        part["head"] = "vertical"
    if way in ("beside", "inside") and sound:
        part["head_at"] = way
        part["head_columns"] = draw(st.integers(1, max(1, span - 1)))
    return part


def _words(draw: st.DrawFn, kind: str) -> Part:
    part: Part = {"kind": kind, "text": draw(SHORT)}
    if kind == "nameplate":
        part["lines"] = ["二〇二六年十一月", "第12期"][: draw(st.integers(0, 2))]
    if kind == "headline" and draw(st.booleans()):
        part |= {"kicker": draw(SHORT), "deck": draw(SHORT)}
    return part


def _picture(draw: st.DrawFn) -> Part:
    part: Part = {"kind": "picture", "aspect": draw(st.sampled_from((0.5, 1.0, 1.5, 3.0)))}
    if draw(st.booleans()):
        part["caption"] = draw(st.one_of(SHORT, PARAGRAPH)) or "一"
        part["caption_side"] = draw(st.sampled_from(("below", "above", "beside", "over")))
    if draw(st.booleans()):
        part["credit"] = draw(SHORT)
    return part


def _filed(draw: st.DrawFn, letter: str, kind: str, files: Folder) -> Part:
    if kind == "table":
        rows = range(draw(st.integers(1, 9)))
        files[f"{letter}.tsv"] = "航线\t票价\n" + "".join(f"{draw(SHORT)}\t{n}.5\n" for n in rows)
        return {"kind": kind, "copy": f"{letter}.tsv"}
    if kind in ("advertisement", "ornament"):
        files["art.svg"] = SVG
        return {"kind": kind, "file": "art.svg"} | ({"alt": "画"} if kind == "advertisement" else {})
    lines = draw(st.lists(PARAGRAPH.map(lambda text: text or "一"), min_size=1, max_size=6))
    files[f"{letter}.txt"] = "\n".join(lines) + "\n"
    return {"kind": kind, "copy": f"{letter}.txt"}


def _keys(draw: st.DrawFn, part: Part, rectangle: bool) -> None:
    """What an editor may say of any part."""
    for key, values in (
        ("top", st.integers(0, 60)), ("rows", st.integers(4, 60)), ("min_rows", st.integers(1, 30)),
        ("rule_above", st.just("thin")), ("rule_below", st.just("double")),
        ("box", st.sampled_from(("thin", "oxford"))),
    ):  # fmt: skip
        if _once_in(draw, 30 if rectangle else 8):
            part[key] = draw(values)
    if "box" in part:
        part["padding"] = [draw(st.sampled_from(("0.5行", "1行", "2行"))), draw(st.sampled_from(("0.5字", "1字")))]
        part["tint"] = 0.1


def _insets(draw: st.DrawFn, hosts: list[str], letters: list[str], parts: dict[str, Part]) -> None:
    for letter in letters[: draw(st.sampled_from((0, 0, 1, 1, 2)))]:
        host = draw(st.sampled_from(hosts))
        part = _picture(draw) if draw(st.booleans()) else _words(draw, "pull_quote")
        part["within"] = host
        if not _once_in(draw, 4):
            part["width"] = f"{draw(st.integers(4, 28))}字"
        part["side"] = draw(st.sampled_from(("left", "middle", "right")))
        if _once_in(draw, 4):
            part["down"] = draw(st.integers(0, 9))
        if _once_in(draw, 8):
            part["box"] = "thin"
        parts[letter] = part


KINDS = ("masthead", "headline", "standfirst", "picture", "picture", "pull_quote", "table", "list", "ear", "nameplate",
         "advertisement", "ornament")  # fmt: skip


def page_toml(parts: dict[str, Part], dummy: Dummy, height: int) -> str:
    """A page of so many points depth, its base columns 15.5 ems wide between margins of 40 and 30 points."""
    columns = len(dummy[0])
    drawing = "\n".join(" ".join(row) for row in dummy)
    width = round(columns * 15.5 * 10 + (columns - 1) * 12 + 80)
    lines = [
        "format = 1", 'title = "试"', 'style = "daily"', f'dummy = """\n{drawing}\n"""',
        f'[sheet]\nwidth = "{width}pt"\nheight = "{height}pt"\nhead = "40pt"\nfoot = "40pt"\nleft = "30pt"\n'
        'right = "30pt"',
        f'[grid]\ncolumns = {columns}\nmeasure = "15.5字"\ngap = "1.2字"\nbody = "10pt"\npitch = "15pt"',
    ]  # fmt: skip
    for letter, part in parts.items():
        lines.append(f'[[part]]\nletter = "{letter}"')
        lines += [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in part.items()]
    return "\n".join(lines) + "\n"


@st.composite
def folders(draw: st.DrawFn) -> Folder:
    """A page's folder: names of files and what is in them."""
    dummy = draw(dummies())
    files: Folder = {}
    parts: dict[str, Part] = {}
    for letter in sorted({one for row in dummy for one in row}):
        columns = {column for _, column in _of(dummy, letter)}
        rectangle = is_rectangle(dummy, letter)
        kind = draw(st.sampled_from((*("story",) * 8, *KINDS))) if rectangle else "story"
        if kind == "story":
            part = _story(draw, letter, files, len(columns), rectangle)
        elif kind == "picture":
            part = _picture(draw)
        elif kind in ("masthead", "headline", "pull_quote", "ear", "nameplate"):
            part = _words(draw, kind)
        else:
            part = _filed(draw, letter, kind, files)
        _keys(draw, part, rectangle)
        parts[letter] = part
    stories = [letter for letter, part in parts.items() if part["kind"] == "story"]
    otherwise = {"writing", "head", "head_at"}
    plain = [one for one in stories if not otherwise & parts[one].keys()]
    hosts = [one for one in plain if is_rectangle(dummy, one)]
    if hosts or (stories and _once_in(draw, 10)):
        _insets(draw, hosts or stories, ["甲", "乙"], parts)
    _jump(draw, stories if _once_in(draw, 10) else plain, parts, files)
    height = draw(st.sampled_from((300, 700, 1100, 1600, 2400, 2400, 3200)))
    files["page.toml"] = page_toml(parts, dummy, height)
    return files


def _jump(draw: st.DrawFn, stories: list[str], parts: dict[str, Part], files: Folder) -> None:
    if len(stories) < 2 or not _once_in(draw, 8):
        return
    first, rest = draw(st.permutations(stories))[:2]
    parts[first] |= {"jump_to": rest, "rows": draw(st.integers(6, 30))}
    del parts[rest]["copy"]
    parts[rest] |= {"jump_from": first}
    files.pop(f"{rest}.txt", None)
    more = "江边的渡口今年春天重新开了。" * draw(st.integers(1, 200))
    files[f"{first}.txt"] = f"{files[f'{first}.txt']}{more}\n"


def write_folder(folder: Path, files: Folder) -> None:
    """The files as files."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
