"""A copied page, written anew for three plates at a time as the light that they leave: red for the first plate,
green for the second, blue for the third; a plate that is asked for alone is the red one.

What overprints darkens what lies under it (blend mode Darken, ISO 32000-1, 11.3.5.2): on a plate that it leaves alone
it is white, which darkens nothing. Where it lays less of an ink than lies there already, it would have lightened that,
and does not here.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from jxprint.intake.matrices import IDENTITY, matrix
from jxprint.preflight.colours import Colour
from jxprint.preflight.plate_pictures import PicturePrinter
from jxprint.preflight.steps import (
    Chosen,
    Form,
    Laid,
    Patterned,
    Picture,
    Saved,
    Shaded,
    Sheet,
    amounts_of,
)
from jxprint.preflight.tints import carried, tinted

_OVER, _OUT = "/JxOver", "/JxOut"
_PAPER = b"1 1 1"
# Cells of a pattern that are closer than this (points) are not drawn one by one: pdfium would take for ever.
_STEP = 0.5


class Separation:
    """A file of a page's plates: a page for each three of them. `box` is what is drawn, in the page's own space."""

    def __init__(self, sheet: Sheet, box: Sequence[float], passes: Sequence[Sequence[str]]) -> None:
        import pikepdf

        self._pdf = pikepdf.new()
        self.pictures = PicturePrinter(self._pdf)
        self._over = self._pdf.make_indirect(pikepdf.Dictionary(BM=pikepdf.Name.Darken))
        self._out = self._pdf.make_indirect(pikepdf.Dictionary(BM=pikepdf.Name.Normal))
        for plates in passes:
            page = self._pdf.add_blank_page(page_size=(72, 72)).obj
            content, resources = _Printer(self, self._pdf, sheet, plates).printed()
            page.MediaBox, page.Resources = pikepdf.Array(list(box)), resources
            page.Contents = self._pdf.make_stream(content)

    @property
    def states(self) -> dict[str, Any]:
        """The graphics states that overprint and knock out."""
        return {_OVER: self._over, _OUT: self._out}

    def data(self, *, overprints: bool) -> bytes:
        """The file as its page is printed, or as it would be if nothing overprinted."""
        import pikepdf

        self._over.BM = pikepdf.Name.Darken if overprints else pikepdf.Name.Normal
        out = BytesIO()
        self._pdf.save(out, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return out.getvalue()


class _Printer:
    """Writes a sheet for some plates."""

    def __init__(self, separation: Separation, pdf: Any, sheet: Sheet, plates: Sequence[str]) -> None:
        import pikepdf

        self._separation, self._pdf, self._sheet, self._plates = separation, pdf, sheet, plates
        self._out: list[bytes] = []
        self._named: dict[str, Any] = {kind: pikepdf.Dictionary() for kind in ("/XObject", "/Pattern", "/Shading")}
        # The blend in force (None: unknown), and those that q saved.
        self._blend: str | None = None
        self._saved: list[str | None] = []

    def printed(self) -> tuple[bytes, Any]:
        """Operators and resources."""
        import pikepdf

        for step in self._sheet.steps:
            if isinstance(step, bytes):
                self._out.append(step)
            else:
                self._take(step)
        resources = pikepdf.Dictionary()
        for kind, names in (("/Font", self._sheet.fonts), ("/ExtGState", self._sheet.states)):
            resources[kind] = self._kept(kind, names)
        for name, state in self._separation.states.items():
            resources.ExtGState[name] = state
        for kind, named in self._named.items():
            resources[kind] = named
        return b"\n".join(self._out), resources

    def _kept(self, kind: str, names: set[str]) -> Any:
        import pikepdf

        found = self._sheet.resources.get(kind, {}) if self._sheet.resources is not None else {}
        return pikepdf.Dictionary({name: carried(self._pdf, found[name]) for name in sorted(names) if name in found})

    def _take(self, step: object) -> None:
        if isinstance(step, Chosen):
            self._out.append(self._light(step.colour) + (b" RG" if step.strokes else b" rg"))
        elif isinstance(step, Laid):
            over = any(step.leaves(plate) for plate in self._plates)
            self._blends(_OVER if over else _OUT)
        elif isinstance(step, Saved):
            self._keep(step.back)
        elif isinstance(step, Form):
            self._paint("/XObject", self._form(step.sheet), b"Do")
        elif isinstance(step, Picture):
            self._picture(step)
        elif isinstance(step, Patterned):
            self._pattern(step)
        elif isinstance(step, Shaded):
            shading = tinted(self._pdf, step.shading, step.space, self._plates)
            if shading is not None:
                self._paint("/Shading", shading, b"sh")

    def _light(self, colour: Colour) -> bytes:
        """What three plates leave of the light, as operands."""
        amounts = amounts_of(colour)
        left = [1 - min(1.0, max(0.0, amounts.get(plate, 0.0))) for plate in self._plates]
        return b" ".join(b"%.4f" % one for one in (*left, 1.0, 1.0)[:3])

    def _blends(self, state: str) -> None:
        if state != self._blend:
            self._out.append(state.encode() + b" gs")
            self._blend = state

    def _keep(self, back: bool | None) -> None:
        if back is None:
            self._blend = None
        elif not back:
            self._out.append(b"q")
            self._saved.append(self._blend)
        elif self._saved:
            self._out.append(b"Q")
            self._blend = self._saved.pop()

    def _paint(self, kind: str, thing: Any, operator: bytes) -> None:
        self._out.append(self._name(kind, thing) + b" " + operator)

    def _name(self, kind: str, thing: Any) -> bytes:
        name = f"/{kind[1]}{len(self._named[kind])}"
        self._named[kind][name] = thing
        return name.encode()

    def _picture(self, step: Picture) -> None:
        made = self._separation.pictures.printed(step, self._plates)
        if made is None:
            self._out.append(b"q " + _PAPER + b" rg 0 0 1 1 re f Q")
        else:
            self._paint("/XObject", made, b"Do")

    def _form(self, sheet: Sheet) -> Any:
        import pikepdf

        form = self._stream(sheet, Subtype=pikepdf.Name.Form)
        group = sheet.holder.get("/Group")
        if group is not None and str(group.get("/S")) == "/Transparency":
            form.Group = pikepdf.Dictionary(
                S=pikepdf.Name.Transparency, I=bool(group.get("/I", False)), K=bool(group.get("/K", False))
            )
        return form

    def _stream(self, sheet: Sheet, **entries: Any) -> Any:
        """A form or a cell, with what it keeps of its own dictionary."""
        content, resources = _Printer(self._separation, self._pdf, sheet, self._plates).printed()
        stream = self._pdf.make_stream(content, Resources=resources, **entries)
        for key in ("/BBox", "/Matrix"):
            if key in sheet.holder:
                stream[key] = carried(self._pdf, sheet.holder[key])
        return stream

    def _pattern(self, step: Patterned) -> None:
        made = self._shading_pattern(step) if step.cell is None else self._cell(step.cell)
        if made is None:
            self._out.append(_PAPER + (b" RG" if step.strokes else b" rg"))
            return
        name = self._name("/Pattern", made)
        self._out.append(b"/Pattern CS " + name + b" SCN" if step.strokes else b"/Pattern cs " + name + b" scn")

    def _shading_pattern(self, step: Patterned) -> Any:
        import pikepdf

        if step.shading is None:
            return None
        shading = tinted(self._pdf, step.shading["/Shading"], step.space, self._plates)
        if shading is None:
            return None
        made = pikepdf.Dictionary(PatternType=2, Shading=shading)
        if "/Matrix" in step.shading:
            made.Matrix = carried(self._pdf, step.shading["/Matrix"])
        return made

    def _cell(self, sheet: Sheet) -> Any:
        holder = sheet.holder
        a, b, c, d, _, _ = matrix(holder["/Matrix"]) if "/Matrix" in holder else IDENTITY
        across, down = float(holder.get("/XStep", 0)), float(holder.get("/YStep", 0))
        is_close = min(abs(across) * (a * a + b * b) ** 0.5, abs(down) * (c * c + d * d) ** 0.5) < _STEP
        if holder.get("/PaintType", 1) != 1 or is_close:
            return None
        return self._stream(sheet, PatternType=1, PaintType=1, TilingType=1, XStep=across, YStep=down)
