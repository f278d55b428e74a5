"""The same pages as Typst sources: places and sizes from our placed page, the copy as it stands in the model."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont

from jxprint.fonts import Library
from jxprint.model import Page
from jxprint.placed import Article, PlacedPage, PlacedPicture, Rule, TextBlock

SOURCE = Path(__file__).resolve().parent / "typst" / "page.typ"
_RUNNING = ("body", "subhead", "standfirst")
_TYPOGRAPHIC_FAMILY, _FAMILY, _POSTSCRIPT = 16, 1, 6

# Upstream's name of a face that we had to rename.
_UPSTREAM = {"JXKai-Regular": "LXGWWenKai-Regular"}

Style = dict[str, object]
Part = dict[str, object]


def write_sources(pages: Sequence[tuple[Page, PlacedPage]], library: Library, fonts: Path, folder: Path) -> None:
    """Write page.typ and pages.json; Typst finds the faces of `library` by family and weight under `fonts`."""
    faces = known_faces(fonts)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(SOURCE, folder / "page.typ")
    written = [_sheet(page, placed, library, faces) for page, placed in pages]
    (folder / "pages.json").write_text(json.dumps(written, ensure_ascii=False), encoding="utf-8")


def copy_faces(pages: Sequence[PlacedPage], library: Library, folder: Path) -> None:
    """Give Typst a folder of just the faces that the pages use: it looks into every file of a font folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for used in sorted({run.face for page in pages for run in page.runs()}):
        shutil.copy(library.face(used).path, folder)


def known_faces(folder: Path) -> dict[str, tuple[str, int]]:
    """Family and weight of every font file under `folder`, by PostScript name."""
    faces: dict[str, tuple[str, int]] = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in (".otf", ".ttf"):
            opened = [TTFont(path, lazy=True)]
        elif path.suffix.lower() in (".otc", ".ttc"):
            opened = list(TTCollection(path, lazy=True).fonts)
        else:
            continue
        for font in opened:
            names = font["name"]
            family = names.getDebugName(_TYPOGRAPHIC_FAMILY) or names.getDebugName(_FAMILY)
            faces[names.getDebugName(_POSTSCRIPT)] = family, font["OS/2"].usWeightClass
    return faces


def _sheet(page: Page, placed: PlacedPage, library: Library, faces: dict[str, tuple[str, int]]) -> dict[str, object]:
    def style(block: TextBlock) -> Style:
        run = block.lines[0].runs[0]
        name = library.face(run.face).postscript_name
        family, weight = faces[name if name in faces else _UPSTREAM[name]]
        return {"family": family, "weight": weight, "size": run.size}

    parts: list[Part] = []
    for article in placed.articles:
        for block in article.blocks:
            if isinstance(block, PlacedPicture):
                frame = block.frame
                parts.append({"kind": "picture", "alt": block.alt, **_box(frame.x, frame.y, frame.width, frame.height)})
            elif block.role not in _RUNNING:
                parts.append(_line(page, block, style(block), article.kind == "story"))
        running = [block for block in _text_blocks(article) if block.role in _RUNNING]
        if running:
            parts.append(_legs(page, article, running, style(running[0])))
    rules = [
        {"x1": rule.x1, "y1": rule.y1, "x2": rule.x2, "y2": rule.y2, "width": rule.width_pt}
        for rule in placed.under
        if isinstance(rule, Rule)
    ]
    return {"title": placed.title, "width": placed.width, "height": placed.height, "rules": rules, "parts": parts}


def _text_blocks(article: Article) -> Iterator[TextBlock]:
    return (block for block in article.blocks if isinstance(block, TextBlock))


def _line(page: Page, block: TextBlock, style: Style, story: bool) -> Part:
    """A head, byline, caption or credit: one line of type in its frame."""
    frame = block.frames[0]
    level = (2 if story else 1) if block.role in ("masthead", "headline") else 0
    role = page.style.roles.get("story_headline" if story and block.role == "headline" else block.role)
    words = "".join(run.text for line in block.lines for run in line.runs)
    return {
        "kind": "line",
        "text": words,
        "level": level,
        "align": role.align if role is not None else "start",
        "half": role.half_marks if role is not None else False,
        **style,
        **_box(frame.x, frame.y, frame.width, frame.height),
    }


def _legs(page: Page, article: Article, blocks: list[TextBlock], style: Style) -> Part:
    """Running text over its legs; how deep they are is Typst's to find."""
    frames = [frame for block in blocks for frame in block.frames]
    lefts = sorted({frame.x for frame in frames})
    measure = max(frame.width for frame in frames)
    top = min(frame.y for frame in frames)
    rows = sorted({line.y for block in blocks for line in block.lines if line.leg == 0})
    pitch = rows[1] - rows[0] if len(rows) > 1 else page.grid.pitch_pt
    gap = lefts[1] - lefts[0] - measure if len(lefts) > 1 else 0.0
    role = page.style.roles.get("standfirst" if article.kind == "standfirst" else "body")
    depth = max(frame.y + frame.height for frame in frames) - top
    return {
        "kind": "legs",
        "legs": len(lefts),
        "measure": measure,
        "gap": gap,
        "pitch": pitch,
        "indent": role.indent_em if role is not None else 0.0,
        "paragraphs": ["".join(run.text for line in block.lines for run in line.runs) for block in blocks],
        **style,
        **_box(lefts[0], top, len(lefts) * measure + (len(lefts) - 1) * gap, depth),
    }


def _box(x: float, y: float, width: float, height: float) -> Part:
    return {"x": x, "y": y, "width": width, "height": height}
