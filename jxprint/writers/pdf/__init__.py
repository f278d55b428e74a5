"""PDF 1.7, tagged, every font embedded: the press's file and the reader's.

`write_pdf` does it all. An edition that composes in several processes uses the phases: `collect` where the pages are
composed, `merge` and `number` in one place, `written_page` where the pages are again, and `PdfWriter.assemble`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from jxprint.errors import Finding, OutputError
from jxprint.fonts import Library
from jxprint.fonts.subsetting import Subset, subset
from jxprint.placed import PlacedPage
from jxprint.writers.files import write_whole
from jxprint.writers.pdf.attachments import NOTHING, Besides
from jxprint.writers.pdf.deflate import Deflater, Known, Pending, parted
from jxprint.writers.pdf.document import Assembly, WrittenPage, written_page
from jxprint.writers.pdf.embed import Prepared, embed, prepare
from jxprint.writers.pdf.manner import PLAIN, Manner
from jxprint.writers.pdf.metadata import Published, epoch_of
from jxprint.writers.pdf.numbering import CutFace, Numbering, number
from jxprint.writers.pdf.seam import File
from jxprint.writers.pdf.usage import Uses, collect, merge

__all__ = [
    "PLAIN",
    "Deflater",
    "Manner",
    "Numbering",
    "PdfWriter",
    "Published",
    "Uses",
    "WrittenPage",
    "collect",
    "merge",
    "write_pdf",
    "written_page",
]

_Key = tuple[str, frozenset[int]]


class PdfWriter:
    """Writes documents with the faces of one library and remembers what repeats from one build to the next."""

    def __init__(self, library: Library, manner: Manner = PLAIN) -> None:
        self._library, self._manner = library, manner
        # What was told of the pictures of the last document.
        self.notes: tuple[Finding, ...] = ()
        self._subsets: dict[_Key, tuple[Subset, Pending]] = {}
        self._numbering: Numbering | None = None
        self._deflated = Known()
        self._prepared: dict[tuple[str, frozenset[int], frozenset[str]], Prepared] = {}

    def write(self, pages: Sequence[PlacedPage], *, title: str | None = None) -> bytes:
        """The pages as one file, in order; `title` is the first page's where none is given."""
        self._deflated.turn()
        with Deflater(self._deflated) as deflater:
            numbering, cuts = self.number(collect(pages), deflater)
            written = (written_page(page, numbering, self._manner.profile) for page in pages)
            return self.assemble([written], cuts, deflater, title=title)

    def number(self, uses: Uses, deflater: Deflater) -> tuple[Numbering, tuple[CutFace, ...]]:
        """Freeze the numbering of a document; its programs are compressed from here on."""
        known, self._subsets = self._subsets, {}
        # A face's own font comes before its fonts of further texts.
        before = {face: made for (face, _), (made, _) in reversed(known.items())}

        def cut(face: str, glyphs: frozenset[int]) -> Subset:
            """A face cut down to some glyphs, as the last document had it where it had the same."""
            key = face, glyphs
            if key not in known:
                made = subset(self._library.face(face), glyphs, before.get(face))
                # Compression of this program runs while the next face is cut and the pages are written.
                known[key] = made, deflater.submit(*parted(made.program), alike=False)
            self._subsets[key] = known[key]
            return known[key][0]

        made = number(uses, cut, self._numbering)
        self._numbering = made[0]
        return made

    def assemble(
        self,
        batches: Iterable[Iterable[WrittenPage]],
        cuts: Sequence[CutFace],
        deflater: Deflater,
        *,
        title: str | None = None,
        besides: Besides = NOTHING,
    ) -> bytes:
        """Put written pages together, in order: a batch is asked for when all before it stands in the file. Compression
        goes on with the `deflater` that `number` was given. `besides` is what the file carries beside its pages.
        """
        queues = (
            [(page, None if page.packed else deflater.submit(*page.content)) for page in batch] for batch in batches
        )
        queue = next(queues)
        fonts = self._prepare(cuts, deflater)
        # Before reportlab reads the same variable, with no sentence for a value that is no number.
        epoch = epoch_of()
        language = queue[0][0].language
        file = File(language, deflater.submit, self._manner)
        assembly = Assembly(file, language)
        for page, packed in chain(queue, chain.from_iterable(queues)):
            assembly.add_page(page, page.packed if packed is None else packed.result())
        self.notes = assembly.notes
        for cut, font in zip(cuts, fonts, strict=True):
            embed(file, self._library.face(cut.face), cut, font)
        return assembly.finish(title, epoch, besides)

    def _prepare(self, cuts: Sequence[CutFace], deflater: Deflater) -> list[Prepared]:
        known, self._prepared = self._prepared, {}
        fonts: list[Prepared] = []
        for cut in cuts:
            # Fonts for further texts of one outline hold the same glyphs: only their texts tell them apart.
            key = cut.face, cut.glyphs, frozenset(cut.texts.values())
            font = known.get(key)
            if font is None or font.texts != cut.texts:
                program = self._subsets[cut.face, cut.glyphs][1]
                font = prepare(self._library.face(cut.face), cut, program, deflater)
            self._prepared[key] = font
            fonts.append(font)
        return fonts


def write_pdf(
    pages: Sequence[PlacedPage], library: Library, sink: Path | str | BinaryIO, *, title: str | None = None,
    manner: Manner = PLAIN,
) -> None:  # fmt: skip
    """Write pages as one PDF to a path (whole or not at all) or an open binary file, in the `manner` of a profile.
    Raises OutputError.
    """
    if not pages:
        raise OutputError(Finding("output.no_pages"))
    write_whole(sink, PdfWriter(library, manner).write(pages, title=title))
