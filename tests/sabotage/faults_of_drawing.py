"""Letters that are put together of rules, squares and dashes; and what figures paint, hide and lose."""

from __future__ import annotations

import pikepdf

from faults_of_covering import image
from faults_of_hiding import layer
from faults_of_unread import _outlines
from spoiling import Opened, kind

_LETTERS = ("drawn_text",)
_UNSEEN = ("figure_unseen",)
# Strokes of E and N in a square of 8 points: x and y from, x and y to.
_E = ((0, 8, 5, 8), (0, 4, 5, 4), (0, 0, 5, 0), (0, 8, 0, 0))
_N = ((8, 8, 8, 0), (8, 8, 14, 0), (14, 8, 14, 0))


def _foot(file: Opened) -> tuple[float, float]:
    """A place in the foot margin, where nothing stands."""
    left, low, _, _ = (float(edge) for edge in file.sheet["/TrimBox"])
    return left + 45 + file.random.randrange(300), low + 14


def _paint(file: Opened, operators: str) -> bool:
    marked, ended = file.random.choice((("/Artifact BMC", "EMC"), ("", "")))
    file.insert(len(file.ops), f"{marked} q {operators} Q {ended}")
    return True


@kind("letters of squares", *_LETTERS)
def squares(file: Opened) -> bool:
    """A word in dots as a matrix printer sets them, each a rectangle, in one path or in many."""
    x, y = _foot(file)
    side, behind = file.random.choice((0.7, 1.0, 2.0)), file.random.choice(("", "f"))
    lit = [at for at in range(7 * 20) if file.random.random() < 0.4]
    boxes = [f"{x + at % 20 * side:.2f} {y + at // 20 * side:.2f} {side} {side} re {behind}" for at in lit]
    return _paint(file, f"0 g {' '.join(boxes)} {'' if behind else 'f'}")


@kind("letters of strokes", *_LETTERS)
def strokes(file: Opened) -> bool:
    """EN in straight lines, each a path of its own or all of them one."""
    x, y = _foot(file)
    by, behind = file.random.choice((0.8, 1.0, 2.5)), file.random.choice(("", "S"))
    lines = [
        f"{x + a * by:.2f} {y + b * by:.2f} m {x + c * by:.2f} {y + d * by:.2f} l {behind}" for a, b, c, d in (*_E, *_N)
    ]
    return _paint(file, f"0 G {0.08 * by * 8:.2f} w {' '.join(lines)} {'' if behind else 'S'}")


@kind("letters of dashes", *_LETTERS)
def dashes(file: Opened) -> bool:
    """Rows of dashes, as a screen has them: each is one line."""
    x, y = _foot(file)
    rows = [
        f"[{file.random.randint(1, 4)} {file.random.randint(1, 4)} 2 1] 0 d {x:.2f} {y + at:.2f} m "
        f"{x + 60:.2f} {y + at:.2f} l S"
        for at in range(8)
    ]
    return _paint(file, f"0 G 1 w {' '.join(rows)}")


@kind("rule in a pattern of text", "stray_pattern")
def patterned_rule(file: Opened) -> bool:
    """A wide line, stroked with a tile on which text stands."""
    if "/F1" not in file.fonts:
        return False
    code = max(file.texts["/F1"])
    tile = file.document.make_stream(b"0 0 0 1 k BT /F1 10 Tf 1 2 Td <%04X> Tj ET" % code)
    tile["/Type"], tile["/PatternType"], tile["/PaintType"], tile["/TilingType"] = pikepdf.Name.Pattern, 1, 1, 1
    tile["/BBox"], tile["/XStep"], tile["/YStep"] = pikepdf.Array([0, 0, 12, 12]), 12, 12
    tile["/Resources"] = file.sheet["/Resources"]
    file.resource("/Pattern", "/Tile", tile)
    x, y = _foot(file)
    return _paint(file, f"/Pattern CS /Tile SCN 12 w {x} {y} m {x + 60} {y} l S")


def _figure(file: Opened, *, with_picture: bool = False) -> int | None:
    """The marked content of a figure with a frame of its own; one that shows a picture or form."""
    found: int | None = file.choose(
        mcid
        for mcid, (first, last) in file.pieces("Figure").items()
        if file.box(mcid) and (not with_picture or any(one.operator == "Do" for one in file.ops[first:last]))
    )
    return found


@kind("outlines beside a figure", "drawn_text")
def beside_figure(file: Opened) -> bool:
    """Characters as paths, in the marked content of a figure and far from its frame."""
    mcid = _figure(file)
    if mcid is None:
        return False
    x, y = _foot(file)
    file.insert(file.pieces()[mcid][1] - 1, f"q 0 g {_outlines('更正启事', x, y, 10)} Q")
    return True


@kind("picture beside a figure", "stray_picture")
def picture_beside_figure(file: Opened) -> bool:
    """A picture of text, in the marked content of a figure and far from its frame."""
    mcid = _figure(file)
    if mcid is None:
        return False
    x, y = _foot(file)
    bits = "BI /W 1 /H 1 /CS /G /BPC 8 ID \xdc EI"
    if file.random.random() < 0.5:
        file.resource("/XObject", "/Beside", image(file, 4, 4, bytes([220] * 16)))
        bits = "/Beside Do"
    file.insert(file.pieces()[mcid][1] - 1, f"q 60 0 0 10 {x} {y} cm {bits} Q")
    return True


@kind("box over a figure", *_UNSEEN)
def over_figure(file: Opened) -> bool:
    """A rectangle over all of a picture, or over most of it."""
    mcid = _figure(file)
    left, low, right, high = [0.0] * 4 if mcid is None else file.box(mcid) or [0.0] * 4
    if mcid is None or (right - left) * (high - low) < 1:
        return False
    wide = (right - left) * file.random.choice((0.7, 1.0))
    return _paint(file, f"{file.random.choice(('1 g', '0.5 g'))} {left:.2f} {low:.2f} {wide:.2f} {high - low:.2f} re f")


@kind("picture without opacity", *_UNSEEN)
def clear_picture(file: Opened) -> bool:
    """An extended graphics state with ca 0, or a mask that shows nothing."""
    mcid = _figure(file, with_picture=True)
    if mcid is None:
        return False
    file.resource("/ExtGState", "/Clear", pikepdf.Dictionary(ca=0, CA=0))
    file.frame(mcid, "/Clear gs")
    return True


@kind("picture masked", *_UNSEEN)
def masked_picture(file: Opened) -> bool:
    """A soft mask of the picture's own."""
    pictures = [
        one for _, one in file.sheet["/Resources"].get("/XObject", {}).items() if one["/Subtype"] == "/Image"
    ]  # fmt: skip
    picture = file.choose(pictures)
    if picture is None:
        return False
    picture["/SMask"] = image(file, 1, 1, b"\0")
    return True


@kind("picture shrunk", "artwork_frame", *_UNSEEN)
def shrunk_picture(file: Opened) -> bool:
    """A tenth of its size, in a corner of its frame."""
    mcid = _figure(file, with_picture=True)
    box = None if mcid is None else file.box(mcid)
    if mcid is None or box is None:
        return False
    file.frame(mcid, f".1 0 0 .1 {0.9 * box[0]:.3f} {0.9 * box[1]:.3f} cm")
    return True


@kind("picture left out", "picture_count", "artwork")
def no_picture(file: Opened) -> bool:
    """The figure is there, and shows nothing."""
    mcid = _figure(file, with_picture=True)
    if mcid is None:
        return False
    first, last = file.pieces()[mcid]
    gone = [at for at in range(first, last) if file.ops[at].operator == "Do"]
    del file.ops[gone[0]]
    return True


@kind("picture in a layer", "layer")
def layered_picture(file: Opened) -> bool:
    """The picture itself names a layer that is off; nothing in the page's content says so."""
    picture = file.choose(one for _, one in file.sheet["/Resources"].get("/XObject", {}).items())
    if picture is None:
        return False
    picture["/OC"] = layer(file)
    return True
