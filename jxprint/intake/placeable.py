"""PDF files whose page is placed on a page of ours, looked at before: only what is ink on one page may be in them.

An advertisement is printed as its client saw it. What would have to be left out to place it (form fields and notes,
actions, scripts, files inside, layers) is refused and not stripped: nobody would see that it is gone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from jxprint.artwork import PdfPage
from jxprint.intake.drawable import check_drawable
from jxprint.intake.inked import is_white
from jxprint.intake.opening import MALFORMED, content_streams, decoded, limits, opened, plain, refuse
from jxprint.intake.trimmed import placed_box, resources_of

# A Form XObject is placed in one more; readers follow them so deep.
_DEPTH = 24
_OBJECTS = 100_000
_SHOWING = ("Tj", "TJ", "'", '"')
# Operators that leave ink (ISO 32000-1, table 51).
_PAINTING = frozenset((*_SHOWING, "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "BI", "INLINE IMAGE"))
# What qpdf says where it has to look for a file's objects by itself: it cannot know which of them were lost.
_REBUILT = "reconstruct cross-reference table"
_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


class Look(Struct):
    """What was seen of a file: the page where it is sound, and the messages of what is in the way, with arguments."""

    page: PdfPage | None = None
    faults: dict[str, dict[str, object]] = field(default_factory=dict)


def look_at_page(path: Path, name: str, number: int | None) -> Look:
    """Whether page `number` (from 1; None: the only one) of a file can be placed. Raises PdfError where the file
    cannot be opened safely, or its page not be drawn.
    """
    import pikepdf

    look = Look()
    with opened(path, name) as document:
        pages = len(document.pages)
        if any(_REBUILT in warning for warning in document.get_warnings()):
            look.faults["page.pdf_cut_off"] = {}
            return look  # of what is left nothing is known for certain
        if (number or 1) > pages:
            look.faults["page.pdf_no_such_page"] = {"page": number, "pages": pages}
            return look
        if number is None and pages > 1:
            look.faults["page.pdf_several_pages"] = {"pages": pages}
        check_drawable(path, name, (number or 1) - 1)
        try:
            page = document.pages[(number or 1) - 1]
            look.faults.update((key, {}) for key in _about_document(document))
            placed = placed_box(page)
            width, height = placed.size
            if not min(width, height) >= 1:
                look.faults["page.pdf_no_size"] = {}
            walk = _Walk(name, look)
            walk.page(page)
        except (pikepdf.PdfError, *MALFORMED) as problem:
            refuse("checks.damaged", name, reason=plain(problem))
    if not look.faults and is_white(path, (number or 1) - 1, placed.box):
        look.faults["page.pdf_empty"] = {}
    if not look.faults:
        look.page = PdfPage(path, number or 1, width, height, walk.has_text, walk.is_told)
    return look


def _about_document(document: Any) -> Iterator[str]:
    """What a file has beside its pages. A view that it opens with is none of paper's business."""
    import pikepdf

    root = document.Root
    names = root.get("/Names", {})
    action = root.get("/OpenAction")
    opens = isinstance(action, pikepdf.Dictionary) and str(action.get("/S")) != "/GoTo"
    if "/JavaScript" in names or "/AA" in root or opens:
        yield "page.pdf_actions"
    if "/EmbeddedFiles" in names or "/AF" in root or "/Collection" in root:
        yield "page.pdf_files"
    if "/XFA" in root.get("/AcroForm", {}):
        yield "page.pdf_annotations"


class _Walk:
    """Goes through all that a page's content reaches by its resources."""

    def __init__(self, name: str, look: Look) -> None:
        self.has_text = self._has_ink = self._has_image = False
        self.is_told = True
        self._name = name
        self._look = look
        self._seen: set[tuple[int, int]] = set()
        self._forms: list[Any] = []
        self._objects = 0
        self._bytes = 0

    def page(self, page: Any) -> None:
        """The page itself, then what it uses."""
        if len(page.obj.get("/Annots", ())):
            self._add("page.pdf_annotations")
        if "/AA" in page.obj:
            self._add("page.pdf_actions")
        if "/AF" in page.obj:
            self._add("page.pdf_files")
        for stream in content_streams(page.obj):
            self._measure(stream)
        self._reach(resources := resources_of(page), 0)
        self._read(page, resources)
        for form in self._forms:
            self._read(form, form.get("/Resources", resources))
        if not self._has_ink:
            self._add("page.pdf_empty")

    def _add(self, key: str, **args: object) -> None:
        self._look.faults.setdefault(key, args)

    def _read(self, source: Any, resources: Any) -> None:
        """The fonts that operators show text in; one that is named and shows nothing may stay outside."""
        import pikepdf

        fonts: Any = resources.get("/Font", {}) if isinstance(resources, pikepdf.Dictionary) else {}
        name, kept = "", [""]
        for instruction in pikepdf.parse_content_stream(source):
            operator = str(instruction.operator)
            self._has_ink |= operator in _PAINTING or (operator == "Do" and self._has_image)
            if operator == "Tf":
                name = str(instruction.operands[0])
            elif operator == "q" and len(kept) < _OBJECTS:
                kept.append(name)
            elif operator == "Q" and len(kept) > 1:
                name = kept.pop()
            elif operator in _SHOWING:
                self.has_text = True
                font = fonts.get(name)
                self.is_told &= font is not None and "/ToUnicode" in font
                if font is not None and not is_embedded(font):
                    self._add("page.pdf_font_outside", font=str(font.get("/BaseFont", name)).lstrip("/"))

    def _measure(self, stream: Any) -> None:
        self._bytes += len(decoded(stream, self._name, limits().content_bytes))
        if self._bytes > limits().content_bytes:
            limit = f"{limits().content_bytes >> 20} MiB"
            refuse("checks.too_large", self._name, what=f"{self._bytes >> 20} MiB", limit=limit)

    def _reach(self, value: Any, depth: int) -> None:
        import pikepdf

        if not isinstance(value, (pikepdf.Array, pikepdf.Dictionary, pikepdf.Stream)):
            return
        self._objects += 1
        if depth > 4 * _DEPTH or self._objects > _OBJECTS:
            refuse("checks.too_large", self._name, what=f"{self._objects} obj", limit=f"{_OBJECTS}")
        if value.is_indirect:
            if value.objgen in self._seen:
                return
            self._seen.add(value.objgen)
        if _is_array(value):
            for one in value:
                self._reach(one, depth + 1)
            return
        self._look_at(value)
        for key, inside in value.items():
            if key not in NOT_PLACED:
                self._reach(inside, depth + 1)

    def _look_at(self, value: Any) -> None:
        import pikepdf

        kind, subtype = str(value.get("/Type")), str(value.get("/Subtype"))
        if isinstance(fonts := value.get("/Font"), pikepdf.Dictionary):
            for _, font in fonts.items():  # all are placed, whether they show anything or not
                is_embedded(font)
        if "/OC" in value or kind in ("/OCG", "/OCMD"):
            self._add("page.pdf_layers")
        if isinstance(value, pikepdf.Stream):
            self._has_image |= subtype == "/Image"
            if subtype == "/Form":
                self._measure(value)
                self._forms.append(value)
            if subtype == "/PS" or "/F" in value:
                self._add("page.pdf_outside")


# Entries that lead out of a page's ink: they are neither looked at nor placed.
NOT_PLACED = frozenset((
    "/Parent", "/StructParent", "/StructParents", "/PieceInfo", "/Metadata", "/LastModified", "/OPI", "/Alternates",
    "/AF", "/Measure", "/PtData", "/B", "/Thumb", "/Ref",
))  # fmt: skip


def is_embedded(font: Any) -> bool:
    """Whether a font has its outlines with it."""
    described = [one.get("/FontDescriptor", {}) for one in (font, *font.get("/DescendantFonts", ()))]
    return str(font.get("/Subtype")) == "/Type3" or any(key in one for one in described for key in _FONT_FILES)


def _is_array(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Array)
