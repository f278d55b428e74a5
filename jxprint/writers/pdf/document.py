"""The document put together: written pages, fonts, structure, outline and metadata become one file."""

from __future__ import annotations

from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from jxprint.artwork import Artwork, PdfPage
from jxprint.errors import Finding, Place
from jxprint.ink import Spot
from jxprint.placed import PlacedPage, PlacedPicture
from jxprint.placed.resolution import printed_ppi
from jxprint.profile import USUAL, Profile
from jxprint.writers.pdf.artwork import write_form
from jxprint.writers.pdf.attachments import NOTHING, Besides, attached
from jxprint.writers.pdf.colours import Colours, Shown
from jxprint.writers.pdf.content import content_stream
from jxprint.writers.pdf.deflate import deflated
from jxprint.writers.pdf.destinations import Targets
from jxprint.writers.pdf.intents import output_intents
from jxprint.writers.pdf.labels import page_labels
from jxprint.writers.pdf.links import annots, fill_inward, reserve_links
from jxprint.writers.pdf.metadata import UNDATED, Metadata, information
from jxprint.writers.pdf.numbering import Numbering
from jxprint.writers.pdf.numbers import decimals
from jxprint.writers.pdf.outline import write_outline
from jxprint.writers.pdf.palette import Palette
from jxprint.writers.pdf.seam import File, reference
from jxprint.writers.pdf.space import Space, space_of
from jxprint.writers.pdf.spots import spots_of
from jxprint.writers.pdf.structure import StructureTree, TaggedPage
from jxprint.writers.pdf.tagging import Node, tag_page
from jxprint.writers.pdf.threads import beads_entry, reserve_beads, write_threads
from jxprint.writers.pdf.xmp import xmp


class WrittenPage(Struct, frozen=True):
    """A page as the document needs it; frozen and small, so that a worker process may send it.

    `content` is not compressed and comes in pieces (see `deflate`), unless a worker did so: then there are none and
    `packed` has it. `pictures` are the files behind the image resources Im0, Im1, …, `artworks` what is behind the
    forms Fm0, Fm1, …; `spots` the spot inks that it lays.
    """

    title: str
    language: str
    width: float
    height: float
    bleed: float
    space: Space
    content: tuple[bytes, ...]
    articles: tuple[Node, ...]
    pieces: int
    pictures: tuple[Shown, ...]
    packed: bytes = b""
    artworks: tuple[Artwork, ...] = ()
    spots: tuple[Spot, ...] = ()

    @property
    def foreign(self) -> tuple[PdfPage, ...]:
        """Pages of other files that are placed on it: each a figure, but with fonts of which nobody knows enough."""
        return tuple(artwork for artwork in self.artworks if isinstance(artwork, PdfPage) and artwork.has_text)

    label: str = ""
    statement: str = ""
    slug: float = 0.0

    def deflated(self) -> WrittenPage:
        """The same page with its content deflated, as a worker does that has a processor for it."""
        return replace(self, content=(), packed=deflated(self.content))


def written_page(page: PlacedPage, numbering: Numbering, profile: Profile = USUAL) -> WrittenPage:
    """Write one page with a document's numbering: the second phase, page by page, in any order and process."""
    tags = tag_page(page, linked=profile.linked)
    files: list[Shown] = []
    artworks: list[Artwork] = []

    def image(picture: PlacedPicture) -> str:
        """The name by which the page's content calls a picture: its file's, or its artwork's, each once."""
        if picture.artwork is not None:
            if picture.artwork not in artworks:
                artworks.append(picture.artwork)
            return f"Fm{artworks.index(picture.artwork)}"
        assert picture.file is not None  # asked for pictures with a file alone
        shown = Shown(picture.file, 0.0 if profile.colour != "screen" else printed_ppi(picture) or 0.0)
        if shown not in files:
            files.append(shown)
        return f"Im{files.index(shown)}"

    content = content_stream(page, tags.pieces, numbering, image, Palette(profile.colour))
    return WrittenPage(
        page.title,
        page.language,
        page.width,
        page.height,
        page.bleed,
        space_of(page),
        content,
        tags.articles,
        sum(map(len, tags.pieces)),
        tuple(files),
        artworks=tuple(artworks),
        spots=spots_of(page, content),
        label=page.label,
        statement=page.statement,
        slug=page.slug,
    )


class Assembly:
    """Adds pages with their structure to a file in order, then outline and metadata. `language` is the document's."""

    def __init__(self, file: File, language: str) -> None:
        self._file = file
        self._language = language
        self._structure = StructureTree(file, language)
        self._statements: list[str] = []
        self._unclaimed: list[PdfPage] = []
        self._pages: list[TaggedPage] = []
        self._forms: dict[Artwork, int] = {}
        self._colours = Colours(file)
        self._labels: list[str] = []
        self._identity = sha256()

    def add_page(self, page: WrittenPage, packed: bytes) -> None:
        """The next page; `packed` is its content, deflated."""
        file = self._file
        self._identity.update(packed)
        content = file.stream(b"/Filter/FlateDecode", packed)
        number = file.page()
        image = self._colours.image
        images = b"".join(b"/Im%d %d 0 R" % (index, image(one)) for index, one in enumerate(page.pictures))
        images += b"".join(b"/Fm%d %d 0 R" % (index, self._form(one)) for index, one in enumerate(page.artworks))
        resources = b"/XObject<<%b>>" % images if images else b""
        resources += Palette(file.manner.profile.colour).resources + self._colours.resources(page.spots)
        links, beads = reserve_links(file, page.articles), reserve_beads(file, page.articles)
        # The order of the tabulator key came with PDF 1.5, and PDF/UA asks for it.
        entries = (b"/Tabs/S" if file.manner.profile.version >= (1, 5) else b"") + annots(links)
        entries += beads_entry(beads)
        file.fill(
            number,
            b"<</Type/Page/Parent %d 0 R%b/Resources<</Font %d 0 R%b>>/Contents %d 0 R/StructParents %d%b>>"
            % (file.pages, _boxes(page), file.fonts, resources, content, self._structure.next_key, entries),
        )
        self._labels.append(page.label)
        if not file.manner.profile.judged:
            self._unclaimed += page.foreign
        self._statements += page.statement.splitlines()  # a sheet of two pages has those of both
        tagged = TaggedPage(number, page.title, page.articles, page.pieces, page.space, page.language, links)
        self._pages.append(replace(tagged, elements=self._structure.add(tagged), label=page.label, beads=beads))

    @property
    def notes(self) -> tuple[Finding, ...]:
        """What is to be told of the pictures, and of what is not claimed."""
        files = dict.fromkeys(page.file for page in self._unclaimed)
        claims = [Finding("output.no_claim", Place(file=str(one)), {"name": one.name}, "note") for one in files]
        return (*self._colours.notes, *claims)

    def finish(self, title: str | None, epoch: int | None, besides: Besides = NOTHING) -> bytes:
        """The file's bytes. The title is the first page's where none is given; `epoch` is its date in seconds;
        `besides` is what it carries beside its pages.
        """
        file, title = self._file, title or self._pages[0].title
        root = self._structure.finish()
        targets = Targets(file, self._pages)
        for link in self._structure.inward:
            fill_inward(file, link, targets.target(link.address, link.page))
        for one in self._structure.referring:
            element = targets.element(one.address, one.page)
            refers = b"" if element is None else b"/Ref[%d 0 R]" % element
            file.fill(one.number, one.entries + refers + b">>")
        statement = "\n".join(dict.fromkeys(self._statements))
        profile = file.manner.profile
        epoch = UNDATED if epoch is None and profile.dated else epoch
        metadata = Metadata(
            title, self._language, epoch, not self._unclaimed, statement, self._identity.hexdigest(), besides.published
        )
        packet = file.stream(b"/Type/Metadata/Subtype/XML", xmp(metadata, profile))
        labels, threads = page_labels(self._labels), write_threads(file, self._pages, targets)
        file.catalog(
            {
                **({} if labels is None else {"PageLabels": labels}),
                **({} if threads is None else {"Threads": threads}),
                "MarkInfo": b"<</Marked true>>",
                "StructTreeRoot": reference(root),
                "Metadata": reference(packet),
                "ViewerPreferences": b"<</DisplayDocTitle true>>",
                "Outlines": reference(write_outline(file, self._pages)),
                **output_intents(file),
                **attached(file, besides.attachments, epoch),
            }
        )
        return file.finish(information(metadata, profile), besides.comment)

    def _form(self, artwork: Artwork) -> int:
        if artwork not in self._forms:
            self._forms[artwork] = write_form(self._file, artwork)
        return self._forms[artwork]


def _boxes(page: WrittenPage) -> bytes:
    """The boxes of a page, outermost first (ISO 32000-1, 14.11.2)."""
    bleed, slug, width, height = page.bleed, page.slug, page.width, page.height
    margin = bleed + slug
    media = decimals(0, 0, width + 2 * margin, height + 2 * margin)
    bled = decimals(slug, slug, slug + width + 2 * bleed, slug + height + 2 * bleed)
    trim = decimals(margin, margin, margin + width, margin + height)
    return f"/MediaBox[{media}]/BleedBox[{bled}]/TrimBox[{trim}]".encode("ascii")
