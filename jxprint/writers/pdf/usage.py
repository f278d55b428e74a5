"""What a document shows: which glyphs of which faces, and the text of each. The first of the writer's two phases.

The text of a glyph comes from the run that shows it, never from the face's cmap: one outline often serves several
characters (U+00B7 and U+30FB in Noto Sans share a dot).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache, partial

from msgspec import Struct

from jxprint.placed import Article, GlyphRun, PlacedPage
from jxprint.writers.pdf.remembered import Remembered

# What a glyph shows that has no character of its own (the second of two glyphs for one character). A code must map
# to something; this is invisible to readers that do not know ActualText, which says the exact text.
NO_TEXT = "\u200b"


ShownByFace = dict[str, set[tuple[int, str]]]


class Uses(Struct, frozen=True):
    """By face: which glyphs are shown, each with its text; and the faces that are set vertically."""

    shown: ShownByFace
    vertical: frozenset[str]


_collected: Remembered[Article, Uses] = Remembered()


def collect(pages: Iterable[PlacedPage]) -> Uses:
    """The uses of some pages; pages may be collected apart (in other processes) and merged."""
    return merge(_collected.get(article, partial(_of, article)) for page in pages for article in page.articles)


def _of(article: Article) -> Uses:
    shown: ShownByFace = {}
    vertical: set[str] = set()
    for run in article.runs():
        shown.setdefault(run.face, set()).update(zip(run.glyphs, glyph_texts(run), strict=True))
        if run.orientation == "vertical":
            vertical.add(run.face)
    return Uses(shown, frozenset(vertical))


def merge(parts: Iterable[Uses]) -> Uses:
    """The uses of a document that was collected in parts; the order of the parts does not matter."""
    shown: ShownByFace = {}
    vertical: frozenset[str] = frozenset()
    for part in parts:
        for face, pairs in part.shown.items():
            shown.setdefault(face, set()).update(pairs)
        vertical |= part.vertical
    return Uses(shown, vertical)


@lru_cache(maxsize=512)
def _one_each(count: int) -> tuple[int, ...]:
    return tuple(range(count))


def glyph_texts(run: GlyphRun) -> Sequence[str]:
    """The text that each glyph of a run carries; together they are the run's text.

    A cluster of one glyph carries all its characters. A cluster of several glyphs gives them a character each, what
    is left over to the last; a glyph for which none is left carries NO_TEXT (see `needs_actual_text`).
    """
    if len(run.glyphs) == len(run.text) and run.starts == _one_each(len(run.text)):
        return run.text
    return _texts_by_cluster(run)


def _texts_by_cluster(run: GlyphRun) -> tuple[str, ...]:
    texts: list[str] = []
    count, length = len(run.starts), len(run.text)
    at = 0
    while at < count:
        start = run.starts[at]
        end = at + 1
        while end < count and run.starts[end] == start:
            end += 1
        # Text before the first glyph's cluster would have no glyph: the first glyph takes it.
        text = run.text[start if at else 0 : run.starts[end] if end < count else length]
        glyphs = end - at
        single = min(glyphs, len(text))
        texts.extend(text[: single - 1] if single else "")
        if single:
            texts.append(text[single - 1 :] if glyphs == single else text[single - 1])
        texts.extend([NO_TEXT] * (glyphs - single))
        at = end
    return tuple(texts)


def needs_actual_text(texts: Sequence[str]) -> bool:
    """Whether the codes alone do not say the run's text exactly."""
    return type(texts) is tuple and NO_TEXT in texts
