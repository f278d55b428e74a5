"""The numbering of a document's glyphs: which code of which font shows a glyph with its text.

A code is the glyph's number in the face's subset, so that code, CID and glyph index are one (any reader's guess is
right). Each code has exactly one text. Where one outline serves several characters, the commonest text takes the
face's own font and each further text a further font of the same face, a small subset that holds only such glyphs:
no outline is touched.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from msgspec import Struct, field

from jxprint.fonts.subsetting import Subset
from jxprint.placed import Article
from jxprint.writers.pdf.remembered import Remembered
from jxprint.writers.pdf.space import Space
from jxprint.writers.pdf.strings import literal
from jxprint.writers.pdf.usage import Uses

# The default width (DW) of every font: what a Han character measures.
EM = 1000.0


# Size, whether set downwards, glyphs and advances of a string.
Shown = tuple[float, bool, tuple[int, ...], tuple[float, ...]]


class Spaced(Struct, frozen=True):
    """How a string is spaced, whatever its codes are: the character spacing that it wants (None: any) and its
    stretches, each [start, end) with the number of TJ that stands behind it (the last has none).
    """

    spacing: str | None
    stretches: tuple[tuple[int, int, str], ...]


class FontCodes(Struct, frozen=True):
    """One font of the file, by the face's own glyph ids: code, text, width in 1/1000 em.

    A code is the two bytes (as Latin-1 characters) that stand in a literal string, escaped where they must be.
    `odd` are the glyphs that are not an em wide: a run without one needs no look at its widths. `vertical` is the
    resource name of the same font set downwards, empty where nothing is. `shown` is the writer's memory of strings
    that it has written with these codes, `spaced` that of their spacing, which outlives the codes (see `text`).
    """

    resource: str
    vertical: str
    codes: Mapping[int, str]
    texts: Mapping[int, str]
    widths: Mapping[int, float]
    odd: frozenset[int]
    shown: dict[Shown, tuple[str | None, str]] = field(default_factory=dict)
    spaced: dict[Shown, Spaced] = field(default_factory=dict)


class Numbering(Struct, frozen=True):
    """By face, its own font and the fonts of further texts. Frozen and small: workers take it as it is.

    `written` is the writer's memory of articles written with this numbering, by what else they depend on (see
    `content`).
    """

    faces: Mapping[str, tuple[FontCodes, ...]]
    written: Remembered[Article, dict[tuple[int, Space, str], str]] = field(default_factory=Remembered)


class Cut(Struct, frozen=True):
    """A font to embed: face, the program cut for it, and the text of each code."""

    face: str
    glyphs: frozenset[int]
    codes: FontCodes
    program: Subset
    texts: Mapping[int, str]


def width(advance: float) -> float:
    """An advance as the W array says it: thousandths of an em, two decimals; whole where it is whole."""
    return round(advance, 2)


def number(
    uses: Uses, cut: Callable[[str, frozenset[int]], Subset], before: Numbering | None = None
) -> tuple[Numbering, tuple[Cut, ...]]:
    """Number every glyph of a document. `cut(face, glyphs)` makes (or remembers) a face's subset; codes that are as
    they were in `before` are taken from there, with what was written with them.
    """
    faces: dict[str, tuple[FontCodes, ...]] = {}
    cuts: list[Cut] = []
    # The largest program first: it is deflated while the others are cut.
    for face in sorted(uses.shown, key=lambda name: (-len(uses.shown[name]), name)):
        fonts: list[FontCodes] = []
        known = before.faces.get(face, ()) if before is not None else ()
        for layer, texts in enumerate(_layers(uses.shown[face])):
            glyphs = frozenset(texts)
            program = cut(face, glyphs)
            suffix = str(len(cuts) + 1)
            names = f"F{suffix}", f"V{suffix}" if face in uses.vertical else ""
            codes = known[layer] if layer < len(known) else None
            if codes is None or (codes.resource, codes.vertical) != names or codes.texts != texts:
                codes = _codes(program, texts, names, {} if codes is None else codes.spaced)
            fonts.append(codes)
            new = program.glyph_map
            cuts.append(Cut(face, glyphs, codes, program, {new[glyph]: texts[glyph] for glyph in texts}))
        faces[face] = tuple(fonts)
    if before is not None and _same(faces, before.faces):
        return before, tuple(cuts)
    return Numbering(faces), tuple(cuts)


def _same(faces: Mapping[str, tuple[FontCodes, ...]], before: Mapping[str, tuple[FontCodes, ...]]) -> bool:
    """Whether all fonts are those of before; every code that was taken from there is the same object."""
    return faces.keys() == before.keys() and all(
        len(fonts) == len(before[face]) and all(one is other for one, other in zip(fonts, before[face], strict=True))
        for face, fonts in faces.items()
    )


def _codes(
    program: Subset, texts: Mapping[int, str], names: tuple[str, str], spaced: dict[Shown, Spaced]
) -> FontCodes:
    new, advances = program.glyph_map, program.advances
    widths = {glyph: width(advances[new[glyph]]) for glyph in texts}
    codes = {glyph: _literal_code(new[glyph]) for glyph in texts}
    odd = frozenset([glyph for glyph, advance in widths.items() if advance != EM])
    return FontCodes(*names, codes, texts, widths, odd, spaced=spaced)


@lru_cache(maxsize=1 << 16)
def _literal_code(code: int) -> str:
    return literal(code.to_bytes(2, "big"))


def _layers(shown: Mapping[tuple[int, str], int]) -> list[dict[int, str]]:
    """One text a glyph and layer, the commonest first (ties by code point, so that no build depends on order)."""
    single = dict(shown.keys())
    if len(single) == len(shown):
        return [single]
    layers: list[dict[int, str]] = []
    for glyph, text in sorted(shown, key=lambda use: (use[0], -shown[use], use[1])):
        for layer in layers:
            if glyph not in layer:
                layer[glyph] = text
                break
        else:
            layers.append({glyph: text})
    return layers
