"""Dummies as an editor draws them, solved alone or as pages of stories."""

from __future__ import annotations

from pathlib import Path

import jxprint
from jxprint.composition.drawing import neighbours
from jxprint.composition.dummy import Needs, Plan, solve
from jxprint.model import Dummy

SENTENCE = "江边的渡口今年春天重新开了，两岸居民过江不必再绕行十二公里。"


def drawn(text: str) -> Dummy:
    """A dummy as an editor draws it."""
    return Dummy(tuple(tuple(row.split()) for row in text.strip().splitlines()))


def planned(dummy: Dummy, needs: Needs, depth: int, gap: int = 1) -> Plan:
    """The plan with the same white everywhere."""
    return solve(dummy, needs, dict.fromkeys(neighbours(dummy), gap), depth)


def page_of(folder: Path, drawing: str, sentences: dict[str, int], rows: str = "290mm") -> jxprint.Page:
    """A page of three stories that are so many sentences long."""
    columns = len(drawing.split("\n")[0].split())
    folder.mkdir()
    parts = []
    for letter, times in sentences.items():
        copy = f"headline: 渡口重开\nbyline: 沈沉缘\n\n{SENTENCE * times}\n"
        (folder / f"{letter}.txt").write_text(copy, encoding="utf-8")
        parts.append(f'[[part]]\nletter = "{letter}"\nkind = "story"\ncopy = "{letter}.txt"\n')
    width = {3: "213.0mm", 4: "271.9mm"}[columns]
    (folder / "page.toml").write_text(
        f'format = 1\ntitle = "渡口"\nstyle = "daily"\ndummy = """\n{drawing}\n"""\n'
        f'[sheet]\nwidth = "{width}"\nheight = "{rows}"\nhead = "22mm"\nfoot = "18mm"\n'
        f'left = "20mm"\nright = "20mm"\n[grid]\ncolumns = {columns}\nmeasure = "15.5字"\ngap = "1.2字"\n'
        f'body = "10pt"\npitch = "15pt"\n' + "".join(parts),
        encoding="utf-8",
    )
    return jxprint.read_page(folder)
