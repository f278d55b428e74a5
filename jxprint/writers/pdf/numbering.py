"""The numbering of a document's glyphs: which code of which font shows a glyph with its text.

A code is the CID by which a CID-keyed face itself knows the glyph: it is the same in every document, so that what was
written once stays as it is while the page around it changes. (Of other faces it is the glyph's place in the program.)
Each code has exactly one text. Where one outline serves several characters, one text takes the face's own font and each
further text a further font of the same face, a small subset that holds only such glyphs: no outline is touched.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from unicodedata import is_normalized

from msgspec import Struct, field

from jxprint.fonts.subsetting import Subset
from jxprint.placed import Article
from jxprint.writers.pdf.palette import Palette
from jxprint.writers.pdf.remembered import Remembered
from jxprint.writers.pdf.space import Space
from jxprint.writers.pdf.strings import literal
from jxprint.writers.pdf.usage import Uses

# The default width (DW) of every font: what a Han character measures.
EM = 1000.0


# What an article was written for: its first mark on the page, the page's space and language, the tags of its pieces,
# what becomes of its inks.
WrittenKey = tuple[int, Space, str, tuple[str, ...], Palette]
# Size, whether set downwards, glyphs and advances of a string.
StringKey = tuple[float, bool, tuple[int, ...], tuple[float, ...]]


class FontCodes(Struct, frozen=True):
    """One font of the file, by the face's own glyph ids: code, text, width in 1/1000 em.

    A code is the two bytes (as Latin-1 characters) that stand in a literal string, escaped where they must be. `odd`
    are the glyphs that are not an em wide: a run without one needs no look at its widths. `vertical` is the resource
    name of the same font set downwards, empty where nothing is. `shown` is the writer's memory of strings that it has
    written with these codes (see `text`); codes, texts and widths are of every glyph that these were written with, in
    this document and in those before it.
    """

    resource: str
    vertical: str
    codes: Mapping[int, str]
    texts: Mapping[int, str]
    widths: Mapping[int, float]
    odd: frozenset[int]
    shown: dict[StringKey, tuple[str | None, str]] = field(default_factory=dict)


_Fonts = Mapping[str, tuple[FontCodes, ...]]


class Numbering(Struct, frozen=True):
    """By face, its own font and the fonts of further texts. Frozen and small: workers take it as it is.

    `written` is the writer's memory of articles written with this numbering, by what else they depend on (see
    `content`). It outlives documents, so `standing` has all fonts that it was written with: those of `faces`, and those
    that this document has no use for.
    """

    faces: _Fonts
    written: Remembered[Article, dict[WrittenKey, str]] = field(default_factory=Remembered)
    standing: _Fonts = field(default_factory=dict)


class CutFace(Struct, frozen=True):
    """A font to embed: face, the program cut for it, and the text of each code."""

    face: str
    glyphs: frozenset[int]
    codes: FontCodes
    program: Subset
    texts: Mapping[int, str]


def number(
    uses: Uses, cut: Callable[[str, frozenset[int]], Subset], before: Numbering | None = None
) -> tuple[Numbering, tuple[CutFace, ...]]:
    """Number every glyph of a document. `cut(face, glyphs)` makes (or remembers) a face's subset. What was written with
    `before` is kept as long as nothing of it would be written otherwise now.
    """
    faces: dict[str, tuple[FontCodes, ...]] = {}
    cuts: list[CutFace] = []
    # The largest program first: it is deflated while the others are cut.
    for face in sorted(uses.shown, key=lambda name: (-len(uses.shown[name]), name)):
        fonts: list[FontCodes] = []
        known = before.standing.get(face, ()) if before is not None else ()
        for layer, texts in enumerate(_layers(uses.shown[face])):
            glyphs = frozenset(texts)
            program = cut(face, glyphs)
            suffix = str(len(cuts) + 1)
            names = f"F{suffix}", f"V{suffix}" if face in uses.vertical else ""
            codes = _codes(program, texts, names, known[layer] if layer < len(known) else None)
            fonts.append(codes)
            cids, new = program.cids, program.glyph_map
            cuts.append(CutFace(face, glyphs, codes, program, {cids[new[glyph]]: texts[glyph] for glyph in texts}))
        faces[face] = tuple(fonts)
    if before is None or not _agreeing(faces, before.standing):
        return Numbering(faces, standing=faces), tuple(cuts)
    further = {face: fonts + before.standing.get(face, ())[len(fonts) :] for face, fonts in faces.items()}
    return Numbering(faces, before.written, {**before.standing, **further}), tuple(cuts)


def _agreeing(faces: _Fonts, standing: _Fonts) -> bool:
    """Whether every font that both have agrees. One that took over the memory of another does."""
    return all(
        one.shown is other.shown
        for face in faces.keys() & standing.keys()
        for one, other in zip(faces[face], standing[face], strict=False)
    )


def _codes(program: Subset, texts: dict[int, str], names: tuple[str, str], known: FontCodes | None) -> FontCodes:
    """The codes of a font; `known` are those it had before. They are taken over with their memory where all that was
    written with them would be written so again: the names are the same, and no glyph has had another text.
    """
    if known is None or (known.resource, known.vertical) != names:
        known = FontCodes(*names, {}, {}, {}, frozenset())
    elif not program.keyed:  # the codes are those of one set of glyphs
        if known.texts == texts:
            return known
        known = FontCodes(*names, {}, {}, {}, frozenset())
    elif texts.items() <= known.texts.items():
        return known
    elif not known.texts.items() <= {**known.texts, **texts}.items():
        known = FontCodes(*names, {}, {}, {}, frozenset())
    fresh = [(glyph, program.glyph_map[glyph]) for glyph in texts.keys() - known.texts.keys()]
    widths = {glyph: program.advances[place] for glyph, place in fresh}
    codes = {glyph: _literal_code(program.cids[place]) for glyph, place in fresh}
    odd = [glyph for glyph, advance in widths.items() if advance != EM]
    return FontCodes(
        *names,
        {**known.codes, **codes},
        {**known.texts, **texts},
        {**known.widths, **widths},
        known.odd.union(odd),
        known.shown,
    )


@lru_cache(maxsize=1 << 16)
def _literal_code(code: int) -> str:
    return literal(code.to_bytes(2, "big"))


def _layers(shown: set[tuple[int, str]]) -> list[dict[int, str]]:
    """One text a glyph and layer. Characters come before their compatibility forms (NFKC), then by code point: a rule
    that does not ask how often, so that a word more changes nothing.
    """
    single = dict(shown)
    if len(single) == len(shown):
        return [single]
    layers: list[dict[int, str]] = []
    for glyph, text in sorted(shown, key=lambda use: (use[0], not is_normalized("NFKC", use[1]), use[1])):
        for layer in layers:
            if glyph not in layer:
                layer[glyph] = text
                break
        else:
            layers.append({glyph: text})
    return layers
