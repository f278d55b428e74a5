"""The two kinds of file that are compared, by one face: a PDF, each page drawn when it is asked for, and a PNG.

Lengths on a sheet are points from the top left corner of the trim, y down, as everywhere; of a PNG, from the picture's.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from jxprint.errors import Finding, OutputError, PdfError, Place, UsageError
from jxprint.geometry import PT_PER_MM, Rect
from jxprint.golden.png import PIXEL_LIMIT, SIGNATURE, read_png

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument

    from jxprint.model import SeenPage

# Of a picture that says no resolution, only for what stands close together; lengths are then told in pixels.
_ASSUMED_DPI = 96.0
_HEAD = 1024


class Sheet(Struct, frozen=True):
    """A page as pixels; `dpi` None where nobody knows it. `left` and `head` are how far the trim lies within the
    picture, in points; `turned`: it is shown turned (ISO 32000-1, 7.7.3.3: Rotate), and what the file places is seen
    elsewhere.
    """

    picture: Image
    dpi: float | None
    left: float = 0.0
    head: float = 0.0
    turned: bool = False

    @property
    def scale(self) -> float:
        """Pixels to the point."""
        return (self.dpi or _ASSUMED_DPI) / 72

    def frame(self, box: tuple[int, int, int, int]) -> Rect:
        """A box of pixels as a rectangle of the page."""
        left, top, right, bottom = (edge / self.scale for edge in box)
        return Rect(left - self.left, top - self.head, right - left, bottom - top)

    @property
    def millimetres(self) -> tuple[str, str] | None:
        """Its sides, as they are said."""
        if self.dpi is None:
            return None
        across, down = (side / self.scale / PT_PER_MM for side in self.picture.size)
        return f"{across:.1f}", f"{down:.1f}"


class Source(Protocol):
    """A file whose pages are compared; `kind` is pdf or png."""

    name: str
    kind: str
    pages: int

    @property
    def drawn_by(self) -> str:
        """The key of what made its pixels."""

    def check(self, page: int) -> None:
        """Raise PdfError where a page (from 0) cannot be drawn."""

    def sheet(self, page: int) -> Sheet:
        """A page (from 0) as pixels. Raises PdfError."""

    def places(self) -> list[SeenPage] | None:
        """What stands where, as the file's own tags have it; None where it has none."""

    def text_in(self, page: int, frame: Rect) -> str:
        """Text that the file has within a frame, without tags."""


def renderer() -> tuple[str, str]:
    """What draws here: the key of its build (in names of baselines), and all that is known of its version."""
    from pypdfium2.version import PDFIUM_INFO

    return f"pdfium-{PDFIUM_INFO.build}", str(PDFIUM_INFO.version)


class Pdf:
    """A PDF, drawn by pdfium at a resolution. `close` when done."""

    kind = "pdf"

    def __init__(self, pdf: Path | bytes, name: str, dpi: float) -> None:
        if not 0 < dpi < float("inf"):
            raise UsageError(Finding("output.bad_dpi", args={"dpi": dpi}))
        self.name = name
        self.pdf = pdf
        self.dpi = dpi
        self._checked: set[int] = set()
        self.pages, is_mended = self._check(0)
        if is_mended:  # what one library could mend another one may not, or may have other pages of
            self.pages = len(self._document)

    @property
    def drawn_by(self) -> str:
        """The build of pdfium, and the resolution."""
        return f"{renderer()[0]}.{self.dpi:g}dpi"

    @cached_property
    def _document(self) -> PdfDocument:
        """Opened when something is to be drawn: pdfium takes as long to load as a page that is not drawn to be told."""
        import pypdfium2

        try:
            return pypdfium2.PdfDocument(self.pdf)
        except (pypdfium2.PdfiumError, OSError) as error:
            raise PdfError(Finding("output.not_a_pdf", Place(file=self.name), {"reason": str(error)})) from error

    def check(self, page: int) -> None:
        """Raise PdfError where a page cannot be drawn, or not within bounds."""
        if page not in self._checked:
            self._check(page)

    def _check(self, page: int) -> tuple[int, bool]:
        from jxprint.intake.drawable import check_drawable

        found = check_drawable(self.pdf, self.name, page)
        self._checked.add(page)
        return found

    def sheet(self, page: int) -> Sheet:
        """A page drawn: all of its crop box, in colour, on white. Raises PdfError, OutputError over PIXEL_LIMIT."""
        import pypdfium2

        self.check(page)
        document = self._document
        try:
            one = document[page]
            self._check_size(one.get_width(), one.get_height())
            drawn = one.render(scale=self.dpi / 72, rev_byteorder=True).to_pil()
            picture = drawn if drawn.mode == "RGB" else drawn.convert("RGB")
            crop, trim, turned = one.get_cropbox(), one.get_trimbox(), one.get_rotation() != 0
        except pypdfium2.PdfiumError as error:
            raise PdfError(Finding("output.not_a_pdf", Place(file=self.name), {"reason": str(error)})) from error
        return Sheet(picture, self.dpi, trim[0] - crop[0], crop[3] - trim[3], turned)

    def _check_size(self, width: float, height: float) -> None:
        across, down = round(width * self.dpi / 72), round(height * self.dpi / 72)
        if across * down == 0:
            raise UsageError(Finding("output.bad_dpi", args={"dpi": self.dpi}))
        if across * down > PIXEL_LIMIT:
            limits = {"limit": PIXEL_LIMIT // 1_000_000, "allowed": int(72 * (PIXEL_LIMIT / (width * height)) ** 0.5)}
            sides = {"dpi": f"{self.dpi:g}", "width": across, "height": down}
            raise OutputError(Finding("output.too_many_pixels", Place(file=self.name), {**sides, **limits}))

    def places(self) -> list[SeenPage] | None:
        """By its tags; None where it has no tagged articles, or they cannot be read: its pixels are compared all the
        same.
        """
        from jxprint.checker.printed_places import read_places

        try:
            return read_places(self.pdf, self.name)
        except PdfError:
            return None

    def text_in(self, page: int, frame: Rect) -> str:
        """As pdfium finds it, in the order of the file."""
        one = self._document[page]
        left, top = one.get_trimbox()[0], one.get_trimbox()[3]
        within = left + frame.x, top - frame.bottom, left + frame.right, top - frame.y
        return "".join(one.get_textpage().get_text_bounded(*within).split())

    def close(self) -> None:
        """Let go of the file."""
        if "_document" in vars(self):
            self._document.close()


class Picture:
    """A PNG, of whatever origin."""

    kind = "png"
    drawn_by = "picture"
    pages = 1

    def __init__(self, picture: Image, name: str, dpi: float | None) -> None:
        self.name = name
        self._sheet = Sheet(picture, dpi)

    def check(self, page: int) -> None:
        """It was decoded when it was opened."""

    def sheet(self, page: int) -> Sheet:
        """The picture."""
        return self._sheet

    def places(self) -> list[SeenPage] | None:
        """A picture knows none."""
        return None

    def text_in(self, page: int, frame: Rect) -> str:
        """Nor any text."""
        return ""


def opened_source(given: Path | bytes, name: str, dpi: float) -> Pdf | Picture:
    """A file by its first bytes. Raises PdfError for what is neither a PDF nor a PNG, or is one and broken."""
    head = given[:_HEAD] if isinstance(given, bytes) else _head(given, name)
    if head.startswith(SIGNATURE):
        picture, own = read_png(given, name)
        return Picture(picture, name, own)
    if b"%PDF-" in head or name.lower().endswith(".pdf"):
        return Pdf(given, name, dpi)
    if name.lower().endswith(".png"):
        raise PdfError(Finding("golden.no_png", Place(file=name), {"file": name}))
    raise PdfError(Finding("golden.neither", Place(file=name), {"file": name}))


def _head(path: Path, name: str) -> bytes:
    from jxprint.intake.kinds import no_file
    from jxprint.intake.refusals import reason

    kind = no_file(path)
    try:
        if kind is None:
            with path.open("rb") as file:
                return file.read(_HEAD)
    except (OSError, ValueError) as problem:
        kind = reason(problem)
    raise PdfError(Finding("golden.unreadable", Place(file=name), {"file": name, "reason": kind}))
